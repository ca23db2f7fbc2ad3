package book

import (
	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/pricing"
)

// reference prices a row in decimals, as the public scenario of its own that it
// stands for.
func (b *Book) reference(r *row, out *priced) error {
	s, err := b.scenario(r)
	if err != nil {
		return err
	}
	if err := b.sum(s, out.before); err != nil {
		return err
	}
	s.Changes = b.changes
	return b.sum(s, out.after)
}

// scenario is the one that a row stands for, without the price changes.
func (b *Book) scenario(r *row) (*deal.Scenario, error) {
	bought, err := decimal.NewFromString(string(orZero(r.raw[0])))
	if err != nil {
		return nil, err
	}
	need, err := decimal.NewFromString(string(orZero(r.raw[1])))
	if err != nil {
		return nil, err
	}
	s := &deal.Scenario{Product: b.product, Variant: deal.Base, Accepted: r.accepted, Start: r.start, Hours: b.hours, Renew: r.renew}
	if r.key.instance {
		s.Instances = []deal.Need{{Type: r.key.name, Annual: bought, Running: deal.Series{need}}}
		return s, nil
	}
	use := deal.Use{Key: r.key.name, Level: deal.Series{need}}
	if r.key.perUnit {
		use.Level, use.Monthly = nil, deal.Series{need}
	}
	s.Usage = []deal.Use{use}
	if months := r.key.terms[r.term]; months > 0 {
		s.Contract = &deal.Contract{Months: months, Quantity: []deal.Quantity{{Key: r.key.name, Units: bought}}}
	}
	return s, nil
}

func orZero(b []byte) []byte {
	if len(b) == 0 {
		return []byte("0")
	}
	return b
}

// sum prices a scenario to the window's end and sums what is dated inside it.
func (b *Book) sum(s *deal.Scenario, months []int64) error {
	clear(months)
	if s.Start >= b.to {
		return nil
	}
	charges, _, err := pricing.ChargesUntil(s, b.c, b.to)
	if err != nil {
		return err
	}
	first := b.from.MonthIndex()
	for _, c := range charges {
		if c.Date >= b.from && c.Kind != pricing.Infrastructure {
			months[c.Date.MonthIndex()-first] += int64(c.Amount)
		}
	}
	return nil
}
