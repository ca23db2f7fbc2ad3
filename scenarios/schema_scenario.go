package scenarios

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/scenarios/syntax"
)

// mostMonths is the longest horizon and term that a file may give.
const mostMonths = 120

var scenarioKeys = []key[deal.Scenario]{
	{name: "title", read: text(func(s *deal.Scenario) *string { return &s.Title })},
	{name: "about", read: text(func(s *deal.Scenario) *string { return &s.About })},
	{name: "product", example: `product = "northwind-ngfw"`, read: readElsewhere},
	{name: "accepted", read: day(func(s *deal.Scenario) *calendar.Day { return &s.Accepted })},
	{name: "start", example: "start = 2026-02-01", read: day(func(s *deal.Scenario) *calendar.Day { return &s.Start })},
	{name: "months", read: count(1, mostMonths, func(s *deal.Scenario) *int { return &s.Months })},
	{name: "hours", read: readHours},
	{name: "renew", read: func(r *reader, p *place, s *deal.Scenario) {
		w, _ := oneWord(r, p, []string{"none", "auto"})
		s.Renew = w == "auto"
	}},
	{name: "trial", read: flag(func(s *deal.Scenario) *bool { return &s.Trial })},
	{name: "instance", read: readNeeds},
	{name: "contract", read: sub(contractKeys, func(s *deal.Scenario) **deal.Contract { return &s.Contract }, nil)},
	{name: "usage", read: entries(readUse)},
	{name: "price_change", read: readChanges},
	{name: "amendment", read: items(readAmendment)},
	{name: "offer", read: sub(offerKeys, func(s *deal.Scenario) **deal.Offer { return &s.Offer }, checkOffer)},
	{name: "model_change", read: sub(modelChangeKeys, func(s *deal.Scenario) **deal.ModelChange { return &s.Model }, nil)},
	{name: "seller", read: sub(sellerKeys, func(s *deal.Scenario) **deal.Seller { return &s.Seller }, nil)},
}

// baseKeys are the keys of a whole file: those of a scenario, and what is read
// apart from it.
var baseKeys = append(scenarioKeys[:len(scenarioKeys):len(scenarioKeys)],
	key[deal.Scenario]{name: "variant", read: readElsewhere},
	key[deal.Scenario]{name: "expect", read: readElsewhere})

func readElsewhere(*reader, *place, *deal.Scenario) {}

// hourBases are the lengths a month may be given, in hours.
var hourBases = map[string]deal.Hours{"730": {Fixed: 730}, "720": {Fixed: 720}, "calendar": {Calendar: true}}

func readHours(r *reader, p *place, s *deal.Scenario) {
	hours, ok := hourBases[p.Text]
	if !ok || hours.Calendar != (p.Kind == syntax.String) || p.Kind != syntax.String && p.Kind != syntax.Integer {
		r.refuse(p, "hours is not a length that a month can have: "+shown(r.source(p.Node)), `write 730, 720 or "calendar"`)
		return
	}
	s.Hours = hours
}

var needKeys = []key[deal.Need]{
	{name: "annual", read: units(func(n *deal.Need) *decimal.Decimal { return &n.Annual })},
	{name: "running", read: series(func(n *deal.Need) *deal.Series { return &n.Running })},
	{name: "load", read: readLoad},
	{name: "profile", read: readProfile},
}

var readNeeds = entries(readNeed)

// readNeed reads an instance type, or takes it over from the document before.
func readNeed(r *reader, p *place, name string, s *deal.Scenario) {
	if r.saysAgain(p.Node, "instance", name) {
		need, _ := r.before.Need(name)
		s.Instances = append(s.Instances, need)
		return
	}
	if !r.knownInstance(p) {
		return
	}
	made := deal.Need{Type: name}
	if table(r, p, needKeys, &made) {
		r.oneOf(p)
		s.Instances = append(s.Instances, made)
	}
}

var stepKeys = []key[deal.Step]{
	{name: "running", example: "running = 6", read: units(func(s *deal.Step) *decimal.Decimal { return &s.Running })},
	{name: "share", example: `share = "0.30"`, read: units(func(s *deal.Step) *decimal.Decimal { return &s.Weight })},
}

func readLoad(r *reader, p *place, n *deal.Need) {
	before := len(r.faults)
	var sum decimal.Decimal
	items(func(r *reader, p *place, n *deal.Need) {
		var s deal.Step
		if table(r, p, stepKeys, &s) {
			n.Load.Steps = append(n.Load.Steps, s)
			sum = sum.Add(s.Weight)
		}
	})(r, p, n)
	n.Load.Total = decimal.NewFromInt(1)
	if len(r.faults) == before && !absent(p.Node) && !sum.Equal(n.Load.Total) {
		r.refuse(p, fmt.Sprintf("the shares of %s add up to %s, not 1", p.name(), sum), "write shares that add up to 1")
	}
}

var contractKeys = []key[deal.Contract]{
	{name: "months", read: count(1, mostMonths, func(c *deal.Contract) *int { return &c.Months })},
	{name: "quantity", read: quantities((*reader).knownDimension, func(c *deal.Contract) *[]deal.Quantity { return &c.Quantity })},
}

// quantities reads numbers by dimension or instance type.
func quantities[T any](known func(*reader, *place) bool, at func(*T) *[]deal.Quantity) func(*reader, *place, *T) {
	return entries(func(r *reader, p *place, name string, into *T) {
		if !known(r, p) {
			return
		}
		if d, ok := r.number(p); ok {
			*at(into) = append(*at(into), deal.Quantity{Key: name, Units: d})
		}
	})
}

var useKeys = []key[deal.Use]{
	{name: "level", read: series(func(u *deal.Use) *deal.Series { return &u.Level })},
	{name: "monthly", read: series(func(u *deal.Use) *deal.Series { return &u.Monthly })},
	{name: "growth", read: share(percents{least: -100, most: 1000}, func(u *deal.Use) *decimal.Decimal { return &u.Growth })},
}

// metered tells how the use of a dimension is given, by its per.
var metered = map[string]struct{ key, other, example string }{
	listing.PerHour: {"level", "monthly", "level = 120"},
	listing.PerUnit: {"monthly", "level", "monthly = 2500"},
}

func readUse(r *reader, p *place, name string, s *deal.Scenario) {
	if !r.knownDimension(p) {
		return
	}
	made := deal.Use{Key: name}
	if !table(r, p, useKeys, &made) {
		return
	}
	s.Usage = append(s.Usage, made)
	if r.product == nil {
		return
	}
	d, _ := r.product.Dimension(name)
	want := metered[d.Per]
	if f := p.Field(want.other); f != nil {
		r.refuseKey(p.field(f), fmt.Sprintf("%s is metered per %s, so its use is not given as %s", name, d.Per, want.other), "write "+want.key)
	} else if p.Field(want.key) == nil {
		r.refuseTable(p, fmt.Sprintf("%s has no %s", p.name(), want.key), "write "+want.example)
	}
}

var changeKeys = []key[deal.PriceChange]{
	{name: "announced", example: "announced = 2026-03-16", read: day(func(c *deal.PriceChange) *calendar.Day { return &c.Announced })},
	{name: "instance", read: inRates(func(c *deal.PriceChange) *listing.Rates { return &c.Rates }, instanceRates(listRates))},
	{name: "dimension", read: inRates(func(c *deal.PriceChange) *listing.Rates { return &c.Rates }, dimensionRates(changeDimension))},
}

// inRates reads the entries of a partial set of rates.
func inRates[T any](at func(*T) *listing.Rates, read func(*reader, *place, string, *listing.Rates)) func(*reader, *place, *T) {
	return entries(func(r *reader, p *place, name string, into *T) { read(r, p, name, at(into)) })
}

// readChanges reads the price changes, or takes them over from the document
// before.
func readChanges(r *reader, p *place, s *deal.Scenario) {
	if r.saysAgain(p.Node, "price_change") {
		s.Changes = r.before.Changes
		return
	}
	items(readChange)(r, p, s)
}

// saysAgain tells whether a key says what it said in the document before.
func (r *reader) saysAgain(n *syntax.Node, path ...string) bool {
	if r.was == nil {
		return false
	}
	was, depth := r.was.Walk(path)
	return depth == len(path) && was.Same(n)
}

func readChange(r *reader, p *place, s *deal.Scenario) {
	var made deal.PriceChange
	if table(r, p, changeKeys, &made) {
		s.Changes = append(s.Changes, made)
	}
}

var amendmentKeys = []key[deal.Amendment]{
	{name: "date", example: "date = 2026-08-01", read: day(func(a *deal.Amendment) *calendar.Day { return &a.Date })},
	{name: "add", read: quantities((*reader).knownInstance, func(a *deal.Amendment) *[]deal.Quantity { return &a.Add })},
	{name: "remove", read: quantities((*reader).knownInstance, func(a *deal.Amendment) *[]deal.Quantity { return &a.Remove })},
}

func readAmendment(r *reader, p *place, s *deal.Scenario) {
	var made deal.Amendment
	if table(r, p, amendmentKeys, &made) {
		if p.Field("add") == nil && p.Field("remove") == nil {
			r.refuseTable(p, p.name()+" adds and removes nothing", `write add = { "m5.xlarge" = 1 }, or remove`)
		}
		s.Amendments = append(s.Amendments, made)
	}
}
