package pricing

import (
	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
)

// Year is what the annuals of a type are weighed on: over the first 12 months X
// of them cost Share x X / Per, rounded, and the hours they leave uncovered.
type Year struct {
	Key   string
	Share decimal.Decimal
	Per   int64
	Hours Line         // with nothing covered
	Pays  calendar.Day // when an instance that runs throughout has cost an annual; 0: not within the 12 months
}

// Years lays out the first 12 months of each type that has both rates, in the
// order of a quote's BreakEven. It fails as Price does.
func Years(s *deal.Scenario, c Conventions) ([]Year, error) {
	p, err := compile(s, c, horizon(s, c))
	if err != nil {
		return nil, err
	}
	year, weighed, err := p.weigh()
	if err != nil {
		return nil, err
	}
	list := make([]Year, len(weighed))
	for n, w := range weighed {
		bare := *w.instance
		bare.cover = nil
		hours := bare.hourLine(year.segments, func(int) bool { return false })
		for i := range hours.Pieces { // any annuals would cover them, and a rate that ends is none
			hours.Pieces[i].Bought, hours.Pieces[i].Rate.Set = true, true
		}
		list[n] = Year{Key: bare.need.Type, Share: w.share, Per: w.per, Hours: hours, Pays: year.pays(w)}
	}
	return list, nil
}

// weighing is a type whose annuals are set against its hours.
type weighing struct {
	instance *instancePlan
	share    decimal.Decimal // 12 months' share of an annual is share / per
	per      int64
	annual   annualRate
	hourly   decimal.Decimal // on the first day
}

// weigh finds the types that have both rates on the first day, in a plan of
// the first 12 months.
func (p *plan) weigh() (year *plan, list []weighing, err error) {
	if year, err = uncut(p.s, p.c, p.s.Start.AddMonths(p.c.AnnualMonths)); err != nil {
		return nil, nil, err
	}
	year.segments = cut(p.s.Start, year.end, year.effects(), year.basis)
	for i := range year.instances {
		plan := &year.instances[i]
		hourly, annual := plan.hourly.at(p.s.Start), p.annualRate(plan.need.Type)
		if !hourly.Set || hourly.Value.IsZero() || !annual.Set || plan.amendedOnly {
			continue
		}
		times := decimal.NewFromInt(int64(p.c.AnnualMonths))
		if annual.inDays {
			times = decimal.NewFromInt(int64(p.c.YearDays))
		}
		list = append(list, weighing{plan, annual.Value.Mul(times), annual.per, annual, hourly.Value})
	}
	return year, list, nil
}

// pays is the day on which an instance that runs throughout has cost as much
// by the hour as its annual, 0 if that is not within the plan.
func (p *plan) pays(w weighing) calendar.Day {
	left := w.share.DivRound(decimal.NewFromInt(w.per), curvePlaces)
	for i := range p.segments {
		seg := &p.segments[i]
		rate := w.instance.hourly.at(seg.from)
		length := int64(seg.to - seg.from)
		daily := rate.Value.Mul(decimal.NewFromInt(seg.hours)).DivRound(decimal.NewFromInt(seg.per*length), curvePlaces)
		if cost := daily.Mul(decimal.NewFromInt(length)); cost.LessThan(left) {
			left = left.Sub(cost)
			continue
		}
		if daily.IsZero() {
			return seg.from
		}
		days, _ := left.QuoRem(daily, 0)
		return seg.from + calendar.Day(days.IntPart())
	}
	return 0
}
