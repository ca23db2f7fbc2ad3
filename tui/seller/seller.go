// Package seller is the seller's own side of a deal on a sheet: what the market
// takes, what a partner takes, what is never billed and what is left, invoice by
// invoice. It is never shown to a buyer.
package seller

import (
	"fmt"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/rules"
	"termsheet/model/seller"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Sheet is the seller's side of one quote.
type Sheet struct {
	view  *seller.View
	own   deal.Seller
	deal  *deal.Scenario
	book  *rules.Rulebook
	first int // the first of the invoices that is shown
}

// New works out the seller's side of a quote.
func New(q *pricing.Quote, s *deal.Scenario, book *rules.Rulebook) (*Sheet, error) {
	view, err := Of(q, s, book)
	if err != nil {
		return nil, err
	}
	sheet := &Sheet{view: view, deal: s, book: book}
	if s.Seller != nil {
		sheet.own = *s.Seller
	}
	return sheet, nil
}

// Of is the seller's view of a quote by the fees of a rulebook.
func Of(q *pricing.Quote, s *deal.Scenario, book *rules.Rulebook) (*seller.View, error) {
	return seller.Of(q, s, seller.FeesOf(book))
}

// Rule is the rule that the listing fee follows.
func (s *Sheet) Rule() string { return s.view.Rule }

// Press scrolls the invoices; false where the key means nothing here.
func (s *Sheet) Press(key string, size pane.Size) bool {
	v, ok := pane.VerbOf(key)
	if ok {
		s.first = pane.Step(s.first, len(s.view.Lines), size.H/2, v)
	}
	return ok
}

// Footer is the line that says how to go on and out.
func (s *Sheet) Footer() string {
	return "arrows scroll  o the fee's rule  e the net explained  esc back"
}

// Rows is how many lines the sheet could use.
func (s *Sheet) Rows(w int) int {
	return len(s.summary(&theme.Theme{}, w)) + len(s.view.Lines) + 3
}

// fact is a line of the summary.
type fact struct {
	label, value, note string
	strong             bool
	short              string // in place of a note that has no room
}

// facts are what a seller asks first.
func (s *Sheet) facts() []fact {
	v := s.view
	rule, _ := s.book.Rule(v.Rule)
	list := []fact{
		{label: "contract value", value: v.Value.Grouped(), note: s.bracket()},
		{label: "listing fee " + v.Percent.String() + " %", value: v.Fee.Grouped(), note: added(v) + v.Rule + ": " + rule.Text, short: added(v) + v.Rule + " (key o)"},
	}
	if s.own.Reseller.Set {
		list = append(list, fact{label: "partner's margin", value: v.Margin.Grouped(), note: percent(s.own.Reseller.Value) + " on the wholesale price"})
	}
	if v.Unbilled != 0 || s.own.MeteringLoss.IsPositive() {
		list = append(list, fact{label: "never billed", value: v.Unbilled.Grouped(), note: percent(s.own.MeteringLoss) + " of the records never arrive (USG-4)"})
	}
	list = append(list, fact{label: "seller's net", value: v.Net.Grouped(), strong: true})
	if s.own.Floor.Set {
		list = append(list, fact{label: "floor", value: percent(s.own.Floor.Value), note: "of list, in every line of the offer"})
	}
	if s.own.Country != "" {
		list = append(list, fact{label: "buyer's country", value: s.own.Country})
	}
	return list
}

// added says what of the fee other rules add.
func added(v *seller.View) string {
	text := ""
	for _, p := range v.Added {
		text += p.Percent.String() + " of it by " + p.Rule + "; "
	}
	return text
}

func percent(share decimal.Decimal) string {
	return money.Plain(share.Shift(2)) + " %"
}

// bracket says where the contract's value lies among the fees of private offers.
func (s *Sheet) bracket() string {
	switch {
	case s.deal.Offer == nil:
		return "public sales have no brackets"
	case s.own.Renewal:
		return "a renewal has one fee, whatever its value"
	case s.book.Settings.MarginalFee:
		return "each bracket pays for its own part"
	}
	fees := &s.book.Numbers.Fees
	value := s.view.Value.Decimal()
	at := fees.Bracket(value)
	text := fmt.Sprintf("bracket of %s from %s", percent(at.Rate), money.Group(at.From.StringFixed(0)))
	for _, b := range fees.Brackets {
		if b.From.GreaterThan(at.From) {
			return text + fmt.Sprintf(" to below %s, then %s", money.Group(b.From.StringFixed(0)), percent(b.Rate))
		}
	}
	return text
}

// cliff says what a slightly larger deal would be worth.
func (s *Sheet) cliff() string {
	c := s.view.Cliff
	if c == nil {
		return ""
	}
	return fmt.Sprintf("Just below a bracket: from %s the fee is %s %%, and the seller keeps %s more.", c.From.Grouped(), c.Percent, c.Nets.Grouped())
}

// Table is the summary as plain values.
func (s *Sheet) Table() pane.Table {
	t := pane.Table{Head: []string{"figure", "value", "how it comes about"}, At: -1}
	for _, f := range s.facts() {
		t.Rows = append(t.Rows, []string{f.label, f.value, f.note})
	}
	if cliff := s.cliff(); cliff != "" {
		t.Rows = append(t.Rows, []string{"note", "", cliff})
	}
	return t
}
