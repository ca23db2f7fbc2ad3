package session

import (
	"path/filepath"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/scenarios"
)

const text = `# The deal.
title   = "A deal"
product = "northwind-ngfw"
start   = 2027-01-01 # a comment that stays
months  = 12

[instance."m5.large"]
annual  = 4
running = 5

[variant."None covered".instance."m5.large"]
annual = 0
`

func open(t *testing.T, text string) *Session {
	t.Helper()
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := scenarios.Read("deal.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	return New(doc, book.Conventions())
}

func annual(variant, value string) scenarios.Edit {
	return scenarios.Edit{Variant: variant, Path: deal.P("instance", "m5.large", "annual"), Value: value}
}

// bought is X of the shown variant.
func bought(t *testing.T, s *Session) string {
	t.Helper()
	need, ok := s.Need("m5.large")
	if !ok {
		t.Fatal("m5.large is gone")
	}
	return need.Annual.String()
}

func TestUndoRedo(t *testing.T) {
	s := open(t, text)
	if _, ok := s.Undo(); ok || s.Dirty() {
		t.Error("a session that was just opened has something to undo or to save")
	}
	for _, x := range []string{"5", "6", "7"} {
		if err := s.Apply("to "+x, annual("", x)); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"to 7", "to 6"} {
		if what, ok := s.Undo(); !ok || what != want {
			t.Errorf("undo took back %q, want %q", what, want)
		}
	}
	if bought(t, s) != "5" || s.CanUndo() != 1 || s.CanRedo() != 2 {
		t.Errorf("after two undone edits X is %s with %d to undo and %d to redo", bought(t, s), s.CanUndo(), s.CanRedo())
	}
	if what, ok := s.Redo(); !ok || what != "to 6" || bought(t, s) != "6" {
		t.Errorf("redo made %q, X is %s", what, bought(t, s))
	}
	if err := s.Apply("to 9", annual("", "9")); err != nil || s.CanRedo() != 0 {
		t.Errorf("an edit after an undo leaves %d to redo (%v)", s.CanRedo(), err)
	}
	for s.CanUndo() > 0 {
		s.Undo()
	}
	if s.Dirty() || string(s.Document().Text()) != text {
		t.Errorf("everything undone is not the file:\n%s", s.Document().Text())
	}
}

// TestPreview shows a value that is being typed without it being an edit.
func TestPreview(t *testing.T) {
	s := open(t, text)
	before := s.Quote().Totals
	if err := s.Preview(annual("", "5")); err != nil {
		t.Fatal(err)
	}
	if bought(t, s) != "5" || s.Quote().Totals == before || s.Dirty() || s.CanUndo() != 0 {
		t.Error("a preview is not shown, or counts as an edit")
	}
	if err := s.Preview(annual("", `"many"`)); err == nil {
		t.Error("a value that does not read is shown")
	}
	if bought(t, s) != "4" || s.Quote().Totals != before {
		t.Error("a refused preview leaves the one before")
	}
}

// TestRefused changes nothing where the document refuses an edit.
func TestRefused(t *testing.T) {
	s := open(t, text)
	generation := s.Generation()
	if err := s.Apply("too few", annual("", "-1")); err == nil {
		t.Fatal("a negative count is accepted")
	}
	if s.Generation() != generation || s.CanUndo() != 0 || bought(t, s) != "4" {
		t.Error("a refused edit has changed something")
	}
}

// TestStale keeps the last good figures while a deal cannot be priced.
func TestStale(t *testing.T) {
	s := open(t, "product = \"dunmarrow-vpn-hourly\"\nstart = 2027-01-01\n[instance.\"m5.large\"]\nrunning = 2\n")
	good := s.Quote()
	if err := s.Apply("an annual that is not sold", annual("", "1")); err != nil {
		t.Fatal(err)
	}
	current := s.Current()
	if current.Err == nil || !current.Stale() || current.Quote != good {
		t.Errorf("the figures are not those from before: %v", current.Err)
	}
	s.Undo()
	if s.Current().Stale() {
		t.Error("undo leaves the figures marked as old")
	}
}

func TestVariants(t *testing.T) {
	s := open(t, text)
	base := s.Quote().Totals.Software
	s.StepVariant(1)
	if s.Variant() != "None covered" || s.EditVariant() != "None covered" || bought(t, s) != "0" {
		t.Errorf("the next variant is %s with X = %s", s.Variant(), bought(t, s))
	}
	if s.Pinned().Quote.Totals.Software != base {
		t.Error("the baseline follows the variant that is shown")
	}
	if err := s.Apply("2", annual(s.EditVariant(), "2")); err != nil {
		t.Fatal(err)
	}
	s.StepVariant(1)
	if s.Variant() != deal.Base || bought(t, s) != "4" {
		t.Errorf("an edit of a variant has reached the scenario: X = %s", bought(t, s))
	}
	if s.ShowVariant("nobody") || s.Variant() != deal.Base {
		t.Error("a variant that is not there is shown")
	}
}

// TestVariantGone shows the scenario where undo has taken the variant away.
func TestVariantGone(t *testing.T) {
	s := open(t, text)
	other := open(t, text[:len(text)-len("[variant.\"None covered\".instance.\"m5.large\"]\nannual = 0\n")])
	s.ShowVariant("None covered")
	s.Replace(other.Document(), "opened another")
	if s.Variant() != deal.Base || s.VariantIndex() != 0 {
		t.Errorf("the variant shown is %s", s.Variant())
	}
}

func TestSavedAndDirty(t *testing.T) {
	s := open(t, text)
	if err := s.Apply("5", annual("", "5")); err != nil || !s.Dirty() {
		t.Fatalf("an edit leaves nothing to save (%v)", err)
	}
	path := filepath.Join(t.TempDir(), "deal.toml")
	doc, err := s.Document().Save(path)
	if err != nil {
		t.Fatal(err)
	}
	s.Saved(doc)
	if s.Dirty() || s.Document().Path() != path {
		t.Error("saving leaves edits to be saved")
	}
	s.Undo()
	if !s.Dirty() {
		t.Error("what was undone after saving is not in the file, but nothing says so")
	}
	s.Redo()
	s.Replace(open(t, text).Document(), "opened")
	if s.Dirty() {
		t.Error("a saved deal that another was opened over still wants to be saved")
	}
}

// TestReplacedDirty remembers edits of a deal that another was opened over.
func TestReplacedDirty(t *testing.T) {
	s := open(t, text)
	if err := s.Apply("5", annual("", "5")); err != nil {
		t.Fatal(err)
	}
	doc, err := scenarios.Open("overage")
	if err != nil {
		t.Fatal(err)
	}
	s.Replace(doc, "opened overage")
	if !s.Dirty() {
		t.Error("leaving would lose an edit of the deal before, and nothing says so")
	}
	if what, _ := s.Undo(); what != "opened overage" || bought(t, s) != "5" {
		t.Errorf("undo of %q does not bring the deal back", what)
	}
}

func TestDays(t *testing.T) {
	s := open(t, text)
	first, last := s.Span()
	if first != calendar.Date(2027, 1, 1) || last != calendar.Date(2028, 1, 1) || s.Day() != first {
		t.Fatalf("the timeline is %s to %s, at %s", first, last, s.Day())
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { s.StepDay(14) }, "2027-01-15"},
		{func() { s.StepMonth(-1) }, "2027-01-01"},
		{func() { s.StepMonth(1) }, "2027-02-01"},
		{func() { s.StepEvent(-1) }, "2027-01-03"}, // the refund window
		{func() { s.StepEvent(1) }, "2028-01-01"},
		{func() { s.StepDay(100) }, "2028-01-01"},
		{func() { s.MoveTo(0) }, "2027-01-01"},
	} {
		step.do()
		if s.Day().String() != step.want {
			t.Errorf("the cursor is on %s, want %s", s.Day(), step.want)
		}
	}
	s.MoveTo(calendar.Date(2027, 4, 30))
	if s.BillingMonth() != 3 {
		t.Errorf("30 April is in billing month %d", s.BillingMonth())
	}
}

// TestBestX tells what another number of annuals would save: the fifth m5.large
// runs 8,760 hours at 0.24 and would cost 1,260.
func TestBestX(t *testing.T) {
	s := open(t, text)
	list := s.BestX()
	if len(list) != 1 || list[0].Best.String() != "5" || list[0].Over.String() != "842.40" {
		t.Errorf("best X is %+v", list)
	}
}

func TestPerMonth(t *testing.T) {
	s := open(t, text)
	q := *s.Quote()
	if got := PerMonth(&q, 120000); got != 10000 {
		t.Errorf("1,200.00 over 12 months is %s a month", got)
	}
	q.End = calendar.Date(2027, 2, 15) // a month and half of February
	if got := PerMonth(&q, 150000); got != 100000 {
		t.Errorf("1,500.00 over a month and a half is %s a month", got)
	}
}
