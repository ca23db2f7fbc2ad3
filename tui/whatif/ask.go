package whatif

import (
	"context"
	"errors"
	"runtime"
	"slices"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// question is everything that an answer depends on; equal questions have equal
// answers. What is only tried is no part of it.
type question struct {
	doc     *scenarios.Document
	variant string
	tab     Tab
	metric  int
	text    string
}

// Answer is what was worked out for a question, and the number of that.
type Answer struct {
	number int
	err    error

	types   []whatif.Best
	found   *whatif.Found
	broken  map[string]string // the texts of the rules that found answers break, by ID
	ways    []deal.Path
	lines   []line
	grid    *whatif.Grid
	assumed whatif.Assumed     // of the grid
	off     whatif.OffSchedule // where the offer's schedule does not fit the grid
	swings  []whatif.Swing
	now     money.Amount
}

// job works out an answer in the background.
type job func(context.Context, *Answer)

// Ask gives the work to be done where the question is another than before; nil
// where its answer is there or on its way. What was asked before ends.
func (v *View) Ask(s *session.Session, book *rules.Rulebook) func() Answer {
	scenario, ok := s.Untried()
	if !ok {
		return nil
	}
	v.scenario, v.variant, v.public, v.floor = scenario, s.EditVariant(), s.Presenting(), s.Floor()
	switch {
	case scenario.Offer != nil:
		v.offer, v.returned = nil, nil
	case !s.Trying():
		v.offer, v.returned = making(field.Discount(s)), s.Returned()
	}
	if v.asked.doc != s.Base() || v.asked.variant != s.Variant() {
		v.sweep.anew(scenario)
	}
	q := question{doc: s.Base(), variant: s.Variant(), tab: v.tab, metric: v.metric, text: v.current().asks()}
	if q == v.asked {
		return nil
	}
	if v.cancel != nil {
		v.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.asked, v.cancel, v.behind, v.off = q, cancel, true, false
	v.latest++
	a := Answer{number: v.latest}
	engine := whatif.Engine{Conventions: s.Conventions(), Metric: figures[v.metric].metric(book), Returned: v.returned}
	work, public := v.current().job(v, engine, book), v.public
	return func() Answer {
		work(ctx, &a)
		if public {
			a.hush()
		}
		return a
	}
}

// making are the edits by which a discount of nothing makes a private offer;
// none where there is nothing to take one off.
func making(discount pane.Cell) []scenarios.Edit {
	if discount.Off != "" {
		return nil
	}
	change, err := discount.Change("0%")
	if err != nil {
		return nil
	}
	return change.Edits
}

// hush takes out of an answer what a buyer does not hear: rules, and a floor.
func (a *Answer) hush() {
	if errors.Is(a.err, whatif.ErrNothingSellable) { // its words name the floor
		a.err = whatif.ErrNothingSellable
	}
	if a.found != nil {
		for i := range a.found.Answers {
			a.found.Answers[i].Breaks, a.found.Answers[i].Off = nil, nil
		}
	}
	for i := range a.swings {
		a.swings[i].Off = [2]*pricing.Error{}
	}
	a.broken, a.off = nil, whatif.OffSchedule{}
}

// brokenBy are the texts of the rules that answers break.
func brokenBy(found *whatif.Found, book *rules.Rulebook) map[string]string {
	texts := map[string]string{}
	if found == nil {
		return texts
	}
	for i := range found.Answers {
		for _, id := range found.Answers[i].Breaks {
			if rule, ok := book.Rule(id); ok {
				texts[id] = rule.Text
			}
		}
	}
	return texts
}

// sought finds the nearest answers under the conditions, what they make of the
// lines, and by what else could be sought.
func (a *Answer) sought(ctx context.Context, e *whatif.Engine, s *deal.Scenario, target string, g whatif.Goal, own listing.Rate, keep conditions) (err error) {
	if a.lines, err = linesOf(s, e.Conventions); err != nil {
		return err
	}
	a.ways = ways(s, a.lines)
	if target == "" {
		g.Target, err = e.Value(s)
	} else {
		g.Target, err = money.ParseGrouped(target)
	}
	if err != nil {
		return err
	}
	keep.on(&g, own, a.lines)
	if a.found, err = e.Seek(ctx, s, g); err != nil {
		a.found = nil
		return err
	}
	for i := range a.found.Answers {
		if err := become(a.lines, a.found.Answers[i].Deal, e.Conventions); err != nil {
			return err
		}
	}
	return nil
}

// ways are the inputs that a figure can be reached by: the discount, each rate,
// and the annuals of each type.
func ways(s *deal.Scenario, lines []line) []deal.Path {
	list := []deal.Path{discount}
	for i := range lines {
		list = append(list, lines[i].path)
	}
	for _, n := range s.Instances {
		if listed, ok := s.Product.Instance(n.Type); ok && listed.Annual.Set {
			list = append(list, deal.P("instance", n.Type, "annual"))
		}
	}
	return list
}

var discount = deal.P("offer", "discount")

// swept is the grid. What a month costs is swept as the sum, which the kernel
// prices, and divided, as long as no axis changes how many months there are.
func (a *Answer) swept(ctx context.Context, e *whatif.Engine, s *deal.Scenario, x, y string, aMonth bool) (err error) {
	public, inputs := s, [2]deal.Path{whatif.AxisInput(x), whatif.AxisInput(y)}
	if s, a.assumed, err = e.WithOffer(s, inputs[:]...); err != nil {
		return err
	}
	if a.assumed.Made != "" {
		if a.now, err = e.Value(public); err != nil {
			return err
		}
	}
	across, err := whatif.ParseAxis(s, x)
	if err != nil {
		return err
	}
	down, err := whatif.SecondAxis(s, y)
	if err != nil {
		return err
	}
	if aMonth = aMonth && !lengthens(across.Input.Path) && (down == nil || !lengthens(down.Input.Path)); aMonth {
		e.Metric, _ = whatif.MetricOf(whatif.Software)
	}
	if a.grid, err = e.Sweep(ctx, s, across, down, runtime.NumCPU()); err != nil {
		return err
	}
	if a.off, err = e.OffSchedule(ctx, s, a.grid, runtime.NumCPU()); err != nil {
		return err
	}
	for i, p := range inputs { // what the deal does not have is no place of its own
		if a.assumed.Made != "" && len(p) > 0 && p[0] == "offer" {
			a.grid.Here[i] = -1
		}
	}
	if !aMonth {
		return nil
	}
	return a.perMonth(s, e.Conventions)
}

// perMonth divides what the points of the grid cost by the months of a deal.
func (a *Answer) perMonth(s *deal.Scenario, c pricing.Conventions) error {
	q, err := pricing.Price(s, c)
	if err != nil {
		return err
	}
	for _, row := range a.grid.Rows {
		for i, value := range row {
			if value != whatif.None {
				row[i] = session.PerMonth(q, value)
			}
		}
	}
	return nil
}

// Hear takes an answer; false where the question is another by now.
func (v *View) Hear(a Answer) bool {
	if a.number != v.latest || !v.behind {
		return false
	}
	v.behind = false
	v.heard[v.asked.tab] = v.asked.metric
	v.component(v.asked.tab).hear(a)
	return true
}

// set is the edit that gives an input a value.
func (v *View) set(in *deal.Input, value decimal.Decimal) scenarios.Edit {
	write := scenarios.Number
	switch in.Unit {
	case deal.Percent:
		write = scenarios.Percent
	case deal.Date:
		return scenarios.Edit{Variant: v.variant, Path: in.Path, Value: in.Format(value)}
	}
	return scenarios.Edit{Variant: v.variant, Path: in.Path, Value: write(value)}
}

// reach are the edits that give inputs their values, with the offer that they
// need.
func (v *View) reach(values ...deal.Edit) ([]scenarios.Edit, error) {
	var edits []scenarios.Edit
	s := v.scenario
	if s.Offer == nil && slices.ContainsFunc(values, func(e deal.Edit) bool { return e.Path[0] == "offer" }) {
		edits = slices.Clone(v.offer)
		if s = v.returned; s == nil {
			c := *v.scenario
			c.Offer = &deal.Offer{}
			s = &c
		}
	}
	for _, e := range values {
		in, err := deal.Find(s, e.Path)
		if err != nil {
			return nil, err
		}
		edits = append(edits, v.set(&in, e.Value))
	}
	return edits, nil
}

// valueOf reads a value as an answer writes it.
func valueOf(s *deal.Scenario, p deal.Path, text string) (deal.Edit, error) {
	in, err := deal.Find(s, p)
	if err != nil {
		return deal.Edit{}, err
	}
	value, err := in.Parse(text)
	return deal.Edit{Path: p, Value: value}, err
}
