package whatif

import (
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// move is how one need changes. What a need gains and another of the same unit
// loses has moved between them, and is mix; only what all of a unit gain or lose
// together is quantity.
type move struct {
	unit     string
	from, to decimal.Decimal // how much of it there is, on average
	take     func(share decimal.Decimal)
}

// takeQuantity gives a scenario as much of another's need as is quantity. The
// annuals and commitments stay, except where a commitment is the need itself.
func (e *Engine) takeQuantity(now, b *deal.Scenario) {
	now.Hours = b.Hours
	months := now.Months
	if months == 0 {
		months = e.Conventions.DefaultMonths
	}
	moves := instanceMoves(now, b, months)
	for i := range b.Product.Dimensions {
		if m, ok := dimensionMove(now, b, &b.Product.Dimensions[i], months); ok {
			moves = append(moves, m)
		}
	}
	for _, m := range moves {
		gains, losses := decimal.Zero, decimal.Zero
		for _, other := range moves {
			if other.unit != m.unit {
				continue
			}
			if d := other.to.Sub(other.from); d.IsPositive() {
				gains = gains.Add(d)
			} else {
				losses = losses.Sub(d)
			}
		}
		m.take(m.share(gains, losses))
	}
}

// share is the part of a move that is quantity: the larger side has what the
// smaller does not take up.
func (m move) share(gains, losses decimal.Decimal) decimal.Decimal {
	own, other := gains, losses
	switch d := m.to.Sub(m.from); {
	case d.IsZero():
		return decimal.NewFromInt(1)
	case d.IsNegative():
		own, other = losses, gains
	}
	if own.LessThanOrEqual(other) {
		return decimal.Zero
	}
	return own.Sub(other).DivRound(own, sharePlaces)
}

// sharePlaces is the scale of a part of a need.
const sharePlaces = 12

func instanceMoves(now, b *deal.Scenario, months int) []move {
	var list []move
	for _, other := range b.Instances {
		if _, in := now.Need(other.Type); !in {
			now.Instances = append(now.Instances, deal.Need{Type: other.Type})
		}
	}
	for i := range now.Instances {
		from := now.Instances[i]
		to, _ := b.Need(from.Type)
		list = append(list, move{unit: "instance", from: running(from, months), to: running(to, months), take: func(share decimal.Decimal) {
			need := &now.Instances[i]
			need.Running, need.Load = blend(from, to, share)
		}})
	}
	return list
}

// running is how many run on average.
func running(n deal.Need, months int) decimal.Decimal {
	if len(n.Load.Steps) == 0 {
		return average(n.Running, months)
	}
	sum := decimal.Zero
	for _, step := range n.Load.Steps {
		sum = sum.Add(step.Running.Mul(step.Weight))
	}
	return sum.DivRound(n.Load.Total, sharePlaces)
}

func average(s deal.Series, months int) decimal.Decimal {
	sum := decimal.Zero
	for k := range months {
		sum = sum.Add(s.At(k))
	}
	return sum.DivRound(decimal.NewFromInt(int64(max(months, 1))), sharePlaces)
}

// blend is the need of one for a share and of another for the rest. A load is
// shared by hours. Months and hours do not blend: then it is all the other's.
func blend(from, to deal.Need, share decimal.Decimal) (deal.Series, deal.Load) {
	switch {
	case share.IsZero():
		return from.Running, from.Load
	case share.Equal(decimal.NewFromInt(1)):
	case len(from.Load.Steps)+len(to.Load.Steps) == 0:
		return between(from.Running, to.Running, share), deal.Load{}
	case len(from.Running) <= 1 && len(to.Running) <= 1:
		return nil, both(steady(from), steady(to), share)
	}
	return to.Running, to.Load
}

// between are values part of the way from one list to another.
func between(from, to deal.Series, share decimal.Decimal) deal.Series {
	out := make(deal.Series, max(len(from), len(to)))
	for k := range out {
		out[k] = from.At(k).Add(to.At(k).Sub(from.At(k)).Mul(share))
	}
	return out
}

// steady is a need as a load.
func steady(n deal.Need) deal.Load {
	if len(n.Load.Steps) > 0 {
		return n.Load
	}
	one := decimal.NewFromInt(1)
	return deal.Load{Total: one, Steps: []deal.Step{{Running: n.Running.At(0), Weight: one}}}
}

// both is a load that runs as another for a share of the hours.
func both(from, to deal.Load, share decimal.Decimal) deal.Load {
	load := deal.Load{Total: from.Total.Mul(to.Total)}
	add := func(l deal.Load, by decimal.Decimal) {
		for _, step := range l.Steps {
			load.Steps = append(load.Steps, deal.Step{Running: step.Running, Weight: step.Weight.Mul(by)})
		}
	}
	add(from, to.Total.Mul(decimal.NewFromInt(1).Sub(share)))
	add(to, from.Total.Mul(share))
	return load
}

// dimensionMove is how the need of a dimension changes. One that is used as
// committed in both scenarios moves by its commitment; one that is used as
// committed in only one of them changes as a whole.
func dimensionMove(now, b *deal.Scenario, d *listing.Dimension, months int) (move, bool) {
	own, used := now.Use(d.Key)
	other, uses := b.Use(d.Key)
	from, to := now.Contract.Committed(d.Key), b.Contract.Committed(d.Key)
	m := move{unit: d.Per + " " + d.Unit}
	switch {
	case used && uses:
		m.from, m.to = average(own.Per(d.Per), months), average(other.Per(d.Per), months)
		m.take = func(share decimal.Decimal) {
			setUse(now, deal.Use{Key: d.Key, Growth: other.Growth,
				Level: part(own.Level, other.Level, share), Monthly: part(own.Monthly, other.Monthly, share)}, true)
		}
	case !used && !uses:
		m.from, m.to = from, to
		m.take = func(share decimal.Decimal) { commit(now, b, d.Key, from.Add(to.Sub(from).Mul(share))) }
	default:
		m.unit += " " + d.Key // not to be weighed against any other
		m.take = func(decimal.Decimal) {
			setUse(now, other, uses)
			commit(now, b, d.Key, to)
		}
	}
	return m, used || uses || !from.IsZero() || !to.IsZero()
}

// part is between, but all of the other's for a whole share.
func part(from, to deal.Series, share decimal.Decimal) deal.Series {
	switch {
	case share.IsZero():
		return from
	case share.Equal(decimal.NewFromInt(1)) || len(to) == 0:
		return to
	}
	return between(from, to, share)
}

func setUse(s *deal.Scenario, u deal.Use, given bool) {
	s.Usage = slices.DeleteFunc(s.Usage, func(have deal.Use) bool { return have.Key == u.Key })
	if given {
		s.Usage = append(s.Usage, u)
	}
}

// commit sets a commitment. A scenario without a contract gets one as long as
// the other's.
func commit(s, like *deal.Scenario, key string, units decimal.Decimal) {
	if s.Contract == nil {
		if units.IsZero() {
			return
		}
		s.Contract = &deal.Contract{Months: like.Contract.Months}
		if s.Offer != nil {
			s.Contract.Months = s.Offer.Months
		}
	}
	s.Contract.Quantity = slices.DeleteFunc(s.Contract.Quantity, func(q deal.Quantity) bool { return q.Key == key })
	if !units.IsZero() {
		s.Contract.Quantity = append(s.Contract.Quantity, deal.Quantity{Key: key, Units: units})
	}
}
