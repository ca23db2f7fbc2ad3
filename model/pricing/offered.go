package pricing

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// OfferedRate is a rate of the deal that an offer names, discounts or could
// name, beside what the list has for it.
type OfferedRate struct {
	Path  deal.Path    // where an offer names it
	List  listing.Rate // on the day of acceptance, for the offer's term
	Rate  listing.Rate // what the buyer pays on the first day
	Named bool         // by the offer
}

// OfferedRates lists the rates of what a scenario needs or buys: hourly and
// annual by type, usage and contract by dimension. A rate that is neither on
// the list nor offered is left out. It fails as Price does.
func OfferedRates(s *deal.Scenario, c Conventions) ([]OfferedRate, error) {
	p, err := lay(s, c, horizon(s, c))
	if err != nil {
		return nil, err
	}
	var offer deal.Offer
	if s.Offer != nil {
		offer = *s.Offer
	}
	var list []OfferedRate
	add := func(named bool, listed, rate listing.Rate, path ...string) {
		if rate.Set {
			list = append(list, OfferedRate{deal.P("offer").With(path...), listed, rate, named})
		}
	}
	for i := range p.instances {
		plan := &p.instances[i]
		key := plan.need.Type
		named, _ := offer.Rates.Instance(key)
		add(named.Hourly.Set, p.hourlyList(key).on(s.Accepted), plan.hourly.at(s.Start), "instance", key, "hourly")
		if plan.need.Annual.IsZero() {
			continue
		}
		listed := p.annualList(key).on(s.Accepted)
		if annual := p.annualRate(key); named.Upfront.Set {
			add(true, p.forTerm(listed, annual), annual.Rate, "instance", key, "upfront")
		} else {
			add(named.Annual.Set, listed, annual.Rate, "instance", key, "annual")
		}
	}
	for i := range p.dimensions {
		d := &p.dimensions[i]
		named, _ := offer.Rates.Dimension(d.key)
		add(named.Usage.Set, p.usageList(d.key).on(s.Accepted), d.usage.at(s.Start), "dimension", d.key, "usage")
		if !d.committed {
			continue
		}
		listed := p.contractList(d.key).on(s.Accepted)
		rate := listed
		if s.Offer != nil {
			rate = p.offerContract(d.key, listed)
		}
		add(len(named.Contract) > 0, listed, rate, "dimension", d.key, "contract")
	}
	return list, nil
}

// forTerm is an annual list rate for the whole term of an offer.
func (p *plan) forTerm(listed listing.Rate, annual annualRate) listing.Rate {
	year := int64(p.c.AnnualMonths)
	if annual.inDays {
		year = int64(p.c.YearDays)
	}
	places := max(-listed.Value.Exponent(), 0)
	value := listed.Value.Mul(decimal.NewFromInt(annual.per)).DivRound(decimal.NewFromInt(year), curvePlaces)
	listed.Value = money.Trimmed(value, places)
	return listed
}
