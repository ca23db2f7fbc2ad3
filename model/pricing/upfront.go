package pricing

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// planUpfront works out the charges that do not depend on use: annuals,
// contracts and amendments, by date, kind and key.
func (p *plan) planUpfront() error {
	for i := range p.instances {
		if err := p.chargeAnnuals(&p.instances[i]); err != nil {
			return err
		}
	}
	for i := range p.dimensions {
		if err := p.chargeContracts(&p.dimensions[i]); err != nil {
			return err
		}
	}
	for _, a := range p.amendments {
		for _, l := range a.lines {
			if l.charge.Amount != 0 {
				p.upfront = append(p.upfront, &l.charge)
			}
		}
	}
	slices.SortStableFunc(p.upfront, byDateKindKey)
	slices.SortStableFunc(p.nothing, byDateKindKey)
	return nil
}

func byDateKindKey(a, b *Charge) int {
	if a.Date != b.Date {
		return cmp.Compare(a.Date, b.Date)
	}
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Key, b.Key))
}

// chargeAnnuals charges each run of the annuals of a type (ANN-1, ANN-11).
func (p *plan) chargeAnnuals(i *instancePlan) error {
	if i.need.Annual.IsZero() {
		return nil
	}
	path := deal.P("instance", i.need.Type, "annual")
	public := p.annualList(i.need.Type)
	for _, r := range p.agreement.annual {
		rate := p.annualRate(i.need.Type)
		charge := Charge{Date: r.from, End: r.to, Kind: Annual, Key: i.need.Type, Rule: "ANN-1",
			Basis: Basis{Units: i.need.Annual, Times: 1, Per: 1, Cover: i.need.Annual}}
		if o := p.s.Offer; o != nil {
			charge.Rule = "ANN-11"
			if r.number > 0 {
				charge.Rule = "REN-3"
			}
			rate.Rate = uplifted(rate.Rate, o, r.number)
			if term := int64(o.Months + o.Days); term != rate.per {
				charge.Basis.Times, charge.Basis.Per = term, rate.per
			}
		} else if r.number > 0 {
			charge.Rule = "CHG-8"
			rate.Rate = public.renewed(r.from, p.s.Accepted, p.c)
		}
		if !rate.Set {
			p.lacks(missing("ANN-2", path, "annual rate", i.need.Type, r.from, "set annual = 0, or choose a type that is sold by the year"))
			return nil
		}
		if err := p.charge(charge, rate.Value); err != nil {
			return errAt(err, path)
		}
	}
	return nil
}

// chargeContracts charges each run of the contract for a dimension (CON-9).
func (p *plan) chargeContracts(d *dimensionPlan) error {
	if !d.committed {
		return nil
	}
	units, months := p.s.Contract.Committed(d.key), p.s.Contract.Months
	path := deal.P("contract", "quantity", d.key)
	if o := p.s.Offer; o != nil {
		months = o.Months
	}
	listed, _ := p.s.Product.Dimension(d.key)
	public := listOf(listed.ContractFor(months), p.s.Changes, func(r listing.Rates) listing.Rate {
		found, _ := r.Dimension(d.key)
		return found.ContractFor(months)
	})
	inForce := public.steps(p.s.Accepted, p.c)
	for _, r := range p.agreement.contract {
		charge := Charge{Date: r.from, End: r.to, Kind: Contract, Key: d.key, Rule: "CON-9",
			Basis: Basis{Units: units, Times: 1, Per: 1, Cover: units}}
		rate := inForce.at(r.from)
		if o := p.s.Offer; o != nil {
			rate = uplifted(p.offerContract(d.key, public.on(p.s.Accepted)), o, r.number)
			if r.number > 0 {
				charge.Rule = "REN-3"
			}
		} else if r.number == 0 {
			rate = public.on(p.s.Accepted)
		} else {
			charge.Rule = "CHG-2"
		}
		if !rate.Set {
			what, fix := p.noContract(d.key, months)
			p.lacks(missing("CON-9", path, what, d.key, r.from, fix))
			return nil
		}
		if err := p.charge(charge, rate.Value); err != nil {
			return errAt(err, path)
		}
	}
	return nil
}

// noContract says which contract rate is missing and what to do about it.
func (p *plan) noContract(key string, months int) (what, fix string) {
	if o := p.s.Offer; o != nil {
		term := strconv.Itoa(o.Months) + " months"
		if o.Days > 0 {
			term = strconv.Itoa(o.Days) + " days"
		}
		return "contract rate for the offer's " + term, fmt.Sprintf("name it: [offer.dimension.%s] contract = \"...\"", deal.Quoted(key))
	}
	return fmt.Sprintf("contract rate for %d months", months), "choose a term that is on the list"
}

// offerContract is what an offer charges a unit of a dimension for its whole
// term.
func (p *plan) offerContract(key string, listed listing.Rate) listing.Rate {
	o := p.s.Offer
	named, _ := o.Rates.Dimension(key)
	if len(named.Contract) > 0 {
		return listing.Of(named.Contract[0].Rate)
	}
	if o.Days > 0 {
		return listing.Rate{}
	}
	return discounted(listed, o.Discount)
}

// uplifted raises a rate for the k-th renewal of an offer, compounding.
func uplifted(rate listing.Rate, o *deal.Offer, k int) listing.Rate {
	if !rate.Set || k == 0 {
		return rate
	}
	scale := -rate.Value.Exponent()
	factor := decimal.NewFromInt(1).Add(o.Renewal.Uplift)
	for range k {
		rate.Value = rate.Value.Mul(factor)
	}
	rate.Value = money.Trimmed(rate.Value, max(scale, 0))
	return rate
}

// charge rounds a charge to its amount. One of zero is not charged, but known to
// the layout: more units would make it one.
func (p *plan) charge(c Charge, rate decimal.Decimal) (err error) {
	c.Rate = rate
	c.Amount, err = money.Product(c.Basis.Units, c.Basis.Times, c.Basis.Per, rate)
	switch {
	case err != nil:
	case c.Amount != 0:
		p.upfront = append(p.upfront, &c)
	default:
		p.nothing = append(p.nothing, &c)
	}
	return err
}

// errAt says of which key an amount cannot be worked out.
func errAt(err error, path deal.Path) error {
	return &Error{Rule: "OWN-2", Path: path, Message: err.Error(), Fix: "use smaller figures"}
}
