package whatif

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Goal is what is sought: the value of one input that brings the metric to a
// target.
type Goal struct {
	Target money.Amount
	By     deal.Path                     // offer.discount, a rate, a quantity ...
	Locks  []deal.Path                   // rates that a discount leaves as they are
	Floor  decimal.Decimal               // the lowest share of list that a rate may come to; zero: none
	Floors []Floor                       // of single rates, in its place
	Step   decimal.Decimal               // what can be sold: a share for a discount, dollars for a rate, units; zero: the usual
	Breaks func(*deal.Scenario) []string // the rules that a scenario breaks; nil: not asked
}

// Floor is the lowest share of its list rate that a rate may come to, or all
// rates of a type or dimension; zero: none.
type Floor struct {
	Path  deal.Path
	Share decimal.Decimal
}

// floorOf is the share of list that holds for a rate.
func (g *Goal) floorOf(rate deal.Path) decimal.Decimal {
	for _, f := range g.Floors {
		if under(rate, f.Path) {
			return f.Share
		}
	}
	return g.Floor
}

// Answer is a sellable value and what comes of it.
type Answer struct {
	Value  string
	Total  money.Amount // the metric
	Miss   money.Amount // Total less the target
	Breaks []string
	Off    *pricing.Error // why the offer's schedule does not fit, nil where it does
	Deal   *deal.Scenario // with the value
}

// Found is what a search found.
type Found struct {
	Metric  string
	By      deal.Path
	Target  money.Amount
	Now     money.Amount // the metric as it is
	Value   string       // the input as it is
	Step    string
	Assumed          // the offer that was made, where the scenario has none
	Within  bool     // the target lies between what can be reached
	Answers []Answer // the nearest, the nearest first
}

// answers is how many are given.
const answers = 3

// ErrNothingSellable says that no value of the input keeps to the conditions.
var ErrNothingSellable = errors.New("no value of it can be sold")

// Seek finds the sellable values of an input that bring the metric nearest to a
// target. Where none can be sold it finds no answers, and ErrNothingSellable says
// why.
func (e *Engine) Seek(ctx context.Context, s *deal.Scenario, g Goal) (*Found, error) {
	found := &Found{Metric: e.Metric.Name, By: g.By, Target: g.Target}
	var err error
	if found.Now, err = e.Value(s); err != nil {
		return nil, err
	}
	if s, found.Assumed, err = e.WithOffer(s, g.By); err != nil {
		return nil, err
	}
	k := &seek{Engine: e, Goal: g, s: s, seen: map[int64]money.Amount{}}
	if k.in, err = deal.Find(s, g.By); err != nil {
		return nil, err
	}
	if found.Value = k.in.Text(s); k.in.Unit == deal.Whole {
		return nil, fmt.Errorf("%s is not a number that can be sought", g.By)
	}
	k.usualStep()
	found.Step = k.in.Format(k.Step)
	if err = k.conditions(); err == nil {
		err = k.search(ctx)
	}
	if err == nil {
		err = k.fill(found)
	}
	if err != nil && !errors.Is(err, ErrNothingSellable) {
		return nil, err
	}
	return found, err
}

// seek is a search over whole multiples of the step.
type seek struct {
	*Engine
	Goal
	s         *deal.Scenario
	in        deal.Input
	low, high int64 // the multiples that may be looked at
	seen      map[int64]money.Amount
	fault     error // why the last value had no price
}

// The usual steps: of a percentage and a rate, and of what is counted.
var (
	fineStep  = decimal.New(5, -3)
	wholeStep = decimal.New(1, 0)
)

// usualStep is what is sold where nothing is said: hundredths of a percent by
// fives, half cents, whole units.
func (k *seek) usualStep() {
	switch {
	case !k.Step.IsZero():
	case k.in.Unit == deal.Percent:
		k.Step = fineStep.Shift(-2)
	case k.isRate():
		k.Step = fineStep
	default:
		k.Step = wholeStep
	}
}

// isRate tells whether the input is a price in a partial set of rates.
func (k *seek) isRate() bool {
	p := k.in.Path
	return k.in.Unit == deal.Number && (p[0] == "offer" || p[0] == "price_change")
}

// conditions locks rates and bounds the search by the floor.
func (k *seek) conditions() error {
	rates, err := k.rates()
	if err != nil {
		return err
	}
	if err := k.lock(rates); err != nil {
		return err
	}
	switch {
	case k.in.Unit == deal.Percent:
		k.high = multiple(decimal.NewFromInt(1), k.Step)
	case k.in.Unit == deal.Count:
		k.low, k.high = 1, multiple(decimal.NewFromInt(mostMonths), k.Step)
	case k.in.Unit == deal.Date:
		return fmt.Errorf("%s is a day, which cannot be sought", k.By)
	case k.isRate():
		k.high = farthest
	default:
		k.high = mostScanned
	}
	return k.floor(rates)
}

// rates are those of the deal with the one that is sought among them: a price
// for the whole term is none until it is named, and takes the annual rate away.
func (k *seek) rates() ([]pricing.OfferedRate, error) {
	s := k.s
	if k.isRate() && s.Offer != nil {
		s = s.Clone()
		if err := k.in.Set(s, decimal.Zero); err != nil {
			return nil, err
		}
	}
	return pricing.OfferedRates(s, k.Conventions)
}

// What bounds the multiples of a step: of a rate, which are halved, and of a
// quantity, which are swept.
const (
	farthest    = 1 << 40
	mostScanned = 1 << 20
)

// mostMonths is the longest term that is looked at.
const mostMonths = 120

// multiple is how many whole steps a value has.
func multiple(value, step decimal.Decimal) int64 {
	n, _ := value.QuoRem(step, 0)
	return min(n.IntPart(), farthest)
}

// lock names rates in the offer as they are, so that a discount leaves them
// alone.
func (k *seek) lock(rates []pricing.OfferedRate) error {
	if len(k.Locks) == 0 {
		return nil
	}
	if k.s.Offer == nil {
		return errors.New("only the rates of an offer can be locked")
	}
	k.s = k.s.Clone()
	for _, path := range k.Locks {
		locked := 0
		for _, r := range rates {
			if !under(r.Path, path) {
				continue
			}
			if slices.Equal(r.Path, k.in.Path) {
				return fmt.Errorf("%s is locked, so it cannot be sought", r.Path)
			}
			in, err := deal.Find(k.s, r.Path)
			if err == nil {
				err = in.Set(k.s, r.Rate.Value)
			}
			if err != nil {
				return err
			}
			locked++
		}
		if locked == 0 {
			return fmt.Errorf("%s is no rate of the deal; lock one like offer.instance.\"m5.large\".hourly, or all of instance.\"m5.large\"", path)
		}
	}
	return nil
}

// under tells whether a path of the offer lies in one that is written with or
// without the offer.
func under(p, path deal.Path) bool {
	if path[0] != "offer" {
		path = deal.P("offer").With(path...)
	}
	return len(path) <= len(p) && slices.Equal(p[:len(path)], path)
}

// floor keeps rates at a share of their list rate.
func (k *seek) floor(rates []pricing.OfferedRate) error {
	for _, r := range rates {
		locked := slices.ContainsFunc(k.Locks, func(p deal.Path) bool { return under(r.Path, p) })
		share := k.floorOf(r.Path)
		least := r.List.Value.Mul(share)
		switch sought := slices.Equal(r.Path, k.in.Path); {
		case !r.List.Set || share.IsZero():
		case sought:
			k.low = max(k.low, ceiling(least, k.Step))
		case k.in.Path[len(k.in.Path)-1] == "discount" && !r.Named && !locked:
			k.high = min(k.high, multiple(decimal.NewFromInt(1).Sub(share), k.Step))
		case r.Rate.Value.LessThan(least):
			way := "name " + money.Plain(least) + " or more in the offer"
			if locked {
				way = "let it go, since it is held"
			}
			return fmt.Errorf("%s at %s is under the floor of %s of its list rate of %s: %w; %s, or lower its floor",
				r.Path, money.Scaled(r.Rate.Value), money.Percent(share), money.Scaled(r.List.Value), ErrNothingSellable, way)
		}
	}
	if k.high < k.low {
		return fmt.Errorf("%s: the floor leaves nothing: %w", k.By, ErrNothingSellable)
	}
	return nil
}

// ceiling is the number of steps that are at least a value.
func ceiling(value, step decimal.Decimal) int64 {
	n := multiple(value, step)
	if step.Mul(decimal.NewFromInt(n)).LessThan(value) {
		n++
	}
	return n
}

// at is the metric at a multiple of the step, None where there is no price.
func (k *seek) at(n int64) money.Amount {
	if value, ok := k.seen[n]; ok {
		return value
	}
	value, err := k.Value(k.with(n))
	if err != nil {
		k.fault, value = err, None
	}
	k.seen[n] = value
	return value
}

// with is the scenario at a multiple of the step.
func (k *seek) with(n int64) *deal.Scenario {
	s := k.s.Clone()
	if err := k.in.Set(s, k.value(n)); err != nil {
		k.fault = err
	}
	return s
}

func (k *seek) value(n int64) decimal.Decimal { return k.Step.Mul(decimal.NewFromInt(n)) }

// fill takes the nearest of what was looked at.
func (k *seek) fill(found *Found) error {
	var points []int64
	least, most := money.Amount(0), money.Amount(0)
	for n, value := range k.seen {
		if value == None {
			continue
		}
		if len(points) == 0 {
			least, most = value, value
		}
		least, most = min(least, value), max(most, value)
		points = append(points, n)
	}
	if len(points) == 0 {
		return cmp.Or(k.fault, ErrNothingSellable)
	}
	found.Within = least <= k.Target && k.Target <= most
	miss := func(n int64) money.Amount { return max(k.seen[n]-k.Target, k.Target-k.seen[n]) }
	slices.SortFunc(points, func(a, b int64) int { return cmp.Or(cmp.Compare(miss(a), miss(b)), cmp.Compare(a, b)) })
	for _, n := range points[:min(answers, len(points))] {
		a := Answer{Value: k.in.Format(k.value(n)), Total: k.seen[n], Miss: k.seen[n] - k.Target, Deal: k.with(n)}
		if k.Breaks != nil {
			a.Breaks = k.Breaks(a.Deal)
		}
		a.Off = k.offSchedule(a.Deal)
		found.Answers = append(found.Answers, a)
	}
	return nil
}
