package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Explanation tells where a figure of a quote comes from.
type Explanation struct {
	Path, Value string
	What        string          // what the figure is
	Formula     string          // how it is worked out, with its numbers
	Inputs      []pricing.Input // what goes into it
	Rules       []string        // the IDs of the rules that it follows
	Charges     []int           // the charges of the quote that it adds up, if it does
}

// Explain looks up the derivation of the figure at a path into a quote:
// totals.hourly, charges.3.amount, events.0.
func Explain(q Priced, c pricing.Conventions, path string) (Explanation, error) {
	tree, err := TreeOf(q)
	if err != nil {
		return Explanation{}, err
	}
	parts, found, err := tree.find(path)
	if err != nil {
		return Explanation{}, err
	}
	e := Explanation{What: "as the scenario says"}
	if of, ok := listed[parts[0]]; ok && len(parts) > 1 {
		n, _ := strconv.Atoi(parts[1]) // the path was found, so this is a number
		e = of(q, c, n, strings.Join(parts[2:], "."))
	} else if of, ok := single[parts.String()]; ok {
		e = of(q)
	}
	e.Path = parts.String()
	if value, ok := figureOf(found); ok {
		e.Value = value
	} else if e.Value == "" { // an entry of a list is explained by its own figure, a whole list by none
		return Explanation{}, notFigure(parts, found)
	}
	return e, nil
}

// single are the figures that stand alone in a quote.
var single = map[string]func(Priced) Explanation{
	"totals.annual":         sumOf(pricing.Annual),
	"totals.contract":       sumOf(pricing.Contract),
	"totals.hourly":         sumOf(pricing.Hourly),
	"totals.usage":          sumOf(pricing.Usage),
	"totals.infrastructure": sumOf(pricing.Infrastructure),
	"totals.software": func(q Priced) Explanation {
		t := q.Totals
		return added("all charges but infrastructure", part{"annual", t.Annual}, part{"contract", t.Contract}, part{"hourly", t.Hourly}, part{"usage", t.Usage})
	},
	"totals.total": func(q Priced) Explanation {
		return added("everything the buyer is charged", part{"software", q.Totals.Software}, part{"infrastructure", q.Totals.Infrastructure})
	},
	"hourly_only":        explainHourlyOnly,
	"savings":            explainSavings,
	"savings_percent":    explainSavings,
	"seller.fee":         explainFee,
	"seller.net":         explainFee,
	"seller.margin":      explainFee,
	"seller.fee_percent": explainFee,
}

// listed are the figures that stand in a list.
var listed = map[string]func(q Priced, c pricing.Conventions, n int, field string) Explanation{
	"charges":    explainCharge,
	"months":     explainMonth,
	"invoices":   explainInvoice,
	"break_even": explainBreakEven,
	"events":     explainEvent,
}

// Explained lists the paths of the figures that stand alone, for completion.
func Explained() []string { return slices.Sorted(maps.Keys(single)) }

// part is one of the sums that a figure adds.
type part struct {
	name   string
	amount money.Amount
}

// added explains a sum of parts; those of zero are left out.
func added(what string, parts ...part) Explanation {
	e := Explanation{What: what}
	var figures []string
	for _, p := range parts {
		if p.amount != 0 {
			e.Inputs = append(e.Inputs, pricing.Input{Name: p.name, Value: p.amount.Grouped()})
			figures = append(figures, p.amount.Grouped())
		}
	}
	e.Formula = strings.Join(figures, " + ")
	if len(figures) == 0 {
		e.Formula = "nothing is charged"
	}
	return e
}

// charges explains a sum of charges by their keys.
func charges(q Priced, what string, of func(*pricing.Charge) bool) Explanation {
	var parts []part
	byKey, rules := map[string]int{}, map[string]bool{}
	var places []int
	for i, c := range q.Charges {
		if !of(c) {
			continue
		}
		name := c.Kind.String() + " " + c.Key
		at, known := byKey[name]
		if !known {
			at = len(parts)
			byKey[name], parts = at, append(parts, part{name: name})
		}
		parts[at].amount += c.Amount
		rules[c.Rule] = true
		places = append(places, i)
	}
	e := added(what, parts...)
	e.Rules, e.Charges = slices.Sorted(maps.Keys(rules)), places
	return e
}

func sumOf(k pricing.Kind) func(Priced) Explanation {
	return func(q Priced) Explanation {
		return charges(q, "all "+k.String()+" charges", func(c *pricing.Charge) bool { return c.Kind == k })
	}
}

func explainHourlyOnly(q Priced) Explanation {
	what := "the same need with no commitment and no deal, at list rates"
	if q.Comparison == nil {
		return Explanation{What: what, Formula: "not known: something that is used has no hourly or usage rate"}
	}
	parts := make([]part, len(q.Comparison.Months))
	for i, m := range q.Comparison.Months {
		parts[i] = part{m.First.Month(), m.Software}
	}
	e := added(what, parts...)
	e.Rules = []string{"ANN-5"}
	return e
}

func explainSavings(q Priced) Explanation {
	e := Explanation{What: "hourly only less the deal's software, and its share of hourly only", Rules: []string{"ANN-10"}}
	c := q.Comparison
	if c == nil {
		e.Formula = "not known: there is nothing to compare with"
		return e
	}
	e.Formula = fmt.Sprintf("%s - %s = %s", c.HourlyOnly.Grouped(), q.Totals.Software.Grouped(), c.Savings.Grouped())
	if c.Percent != nil {
		e.Formula += fmt.Sprintf("; / %s x 100 = %s %%", c.HourlyOnly.Grouped(), percent(c.Percent))
	}
	e.Inputs = []pricing.Input{{Name: "hourly only", Value: c.HourlyOnly.Grouped()}, {Name: "software", Value: q.Totals.Software.Grouped()}}
	return e
}

func explainFee(q Priced) Explanation {
	e := Explanation{What: "the listing fee on each invoice for software, and what the seller keeps", Rules: []string{"FEE-7"}}
	v := q.Seller
	if v == nil {
		return e
	}
	e.Rules = []string{v.Rule}
	for _, added := range v.Added {
		e.Rules = append(e.Rules, added.Rule)
	}
	e.Rules = append(e.Rules, "FEE-7")
	e.Formula = fmt.Sprintf("%s - %s never billed - %s fee - %s margin = %s",
		q.Totals.Software.Grouped(), v.Unbilled.Grouped(), v.Fee.Grouped(), v.Margin.Grouped(), v.Net.Grouped())
	e.Inputs = []pricing.Input{
		{Name: "listing fee, percent", Value: v.Percent.String()},
		{Name: "the contract's value", Value: v.Value.Grouped()},
	}
	for _, added := range v.Added {
		e.Inputs = append(e.Inputs, pricing.Input{Name: "of the percent, by " + added.Rule, Value: added.Percent.String()})
	}
	return e
}

func explainCharge(q Priced, _ pricing.Conventions, n int, _ string) Explanation {
	c := q.Charges[n]
	return Explanation{Value: c.Amount.String(), What: c.Kind.String() + " charge of " + c.Key + " on " + c.Date.String(),
		Formula: c.Formula(), Inputs: c.Inputs(), Rules: []string{c.Rule}}
}

func explainMonth(q Priced, _ pricing.Conventions, n int, field string) Explanation {
	m := q.Months[n]
	e := charges(q, "the charges dated in "+m.First.Month(), func(c *pricing.Charge) bool {
		infrastructure := c.Kind == pricing.Infrastructure
		return c.Date.FirstOfMonth() == m.First && (field != "software" || !infrastructure) && (field != "infrastructure" || infrastructure)
	})
	e.Value = m.Total().String()
	return e
}

// invoiceRules says by which rule each kind of invoice is written.
var invoiceRules = map[string]string{pricing.ForAnnual: "ANN-1", pricing.ForContract: "CON-9", pricing.ForInstallment: "PAY-3", pricing.ForMetered: "USG-3", pricing.ForInfrastructure: "ANN-15"}

func explainInvoice(q Priced, _ pricing.Conventions, n int, _ string) Explanation {
	v := q.Invoices[n]
	e := Explanation{What: "a payment of the offer's schedule"}
	switch v.What {
	case pricing.ForMetered, pricing.ForInfrastructure:
		e = charges(q, "what was used in the month before", func(c *pricing.Charge) bool {
			return c.Kind.Metered() && (c.Kind == pricing.Infrastructure) == (v.What == pricing.ForInfrastructure) && c.Date.NextMonth() == v.Date
		})
	case pricing.ForAnnual, pricing.ForContract:
		e = charges(q, "upfront, for the term that begins", func(c *pricing.Charge) bool {
			return c.Kind.String() == v.What && (c.Date == v.Date || v.Note != "" && c.Date == q.Start)
		})
	}
	e.Value = v.Amount.String()
	if v.Note != "" {
		e.Inputs = append(e.Inputs, pricing.Input{Name: "date", Value: v.Note})
	}
	if rule := invoiceRules[v.What]; !slices.Contains(e.Rules, rule) {
		e.Rules = append(e.Rules, rule)
	}
	return e
}

func explainBreakEven(q Priced, c pricing.Conventions, n int, field string) Explanation {
	b := q.BreakEven[n]
	annual, hourly, hours := money.Group(b.Annual.StringFixed(2)), money.Scaled(b.Hourly), money.Group(b.HoursPerYear.StringFixed(2))
	e := Explanation{Value: b.HoursPerYear.StringFixed(2), What: "from how many instance-hours a year an annual of " + b.Key + " pays",
		Formula: fmt.Sprintf("%s / %s = %s", annual, hourly, hours), Rules: []string{"ANN-13"},
		Inputs: []pricing.Input{
			{Name: "12 months' share of an annual, USD", Value: annual},
			{Name: "hourly rate on the first day, USD", Value: hourly},
		}}
	switch field {
	case "utilisation_percent":
		e.What = "those hours as a share of a year"
		year := decimal.NewFromInt(int64(c.HoursPerYear)).String()
		e.Formula = fmt.Sprintf("%s / %s / %s x 100 = %s", annual, hourly, money.Group(year), money.Group(b.Utilisation.StringFixed(2)))
	case "best":
		e.What = "the number of annuals of " + b.Key + " whose first 12 months cost least, annual and hourly together"
		e.Formula = "the smallest X with the least X x annual + uncovered hours x hourly"
		e.Rules = append(e.Rules, "ANN-5")
	}
	return e
}

// eventRules says which rule sets the day of each kind of event.
var eventRules = map[string]string{
	pricing.EventAccepted: "FDA-1", pricing.EventStart: "FDA-1", pricing.EventEnd: "FDA-1",
	pricing.EventPriceAnnounced: "CHG-7", pricing.EventPriceEffective: "CHG-2", pricing.EventFreezeEnds: "CHG-9",
	pricing.EventLapse: "ANN-9", pricing.EventRenewal: "REN-1", pricing.EventRenewalCutoff: "CHG-8", pricing.EventRenewalNotice: "CHG-10",
	pricing.EventTrialEnds: "TRL-3", pricing.EventAmendment: "AMD-1", pricing.EventOfferExpires: "PRV-5", pricing.EventRefundUntil: "REF-2",
	pricing.EventPaidOptionDue: "BYL-2", pricing.EventReviewEarliest: "MOD-1", pricing.EventReviewLatest: "MOD-1",
}

func explainEvent(q Priced, _ pricing.Conventions, n int, _ string) Explanation {
	v := q.Events[n]
	e := Explanation{Value: v.Date.String(), What: strings.TrimSpace(words(v.Kind) + " " + v.Key), Formula: v.Detail}
	rule := eventRules[v.Kind]
	if v.Kind == pricing.EventInvoice {
		rule = invoiceRules[v.Key]
	}
	if rule != "" {
		e.Rules = []string{rule}
	}
	return e
}
