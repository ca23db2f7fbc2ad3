package whatif

import (
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui/session"
)

func open(t *testing.T) (*session.Session, *rules.Rulebook) {
	t.Helper()
	doc, err := scenarios.Open("covered-baseline")
	if err != nil {
		t.Fatal(err)
	}
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return session.New(doc, book.Conventions()), book
}

// TestStale drops the answer to a question that is not asked any more, and asks
// none twice.
func TestStale(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "tornado")
	first := v.Ask(s, book)
	if v.Ask(s, book) != nil {
		t.Error("the same question is asked twice")
	}
	v.Do(Right)
	second := v.Ask(s, book)
	if first == nil || second == nil {
		t.Fatal("a question is not asked")
	}
	if late := first(); v.Hear(late) || len(v.tornado.swings) != 0 {
		t.Error("an answer that is out of date is shown")
	}
	if !v.Hear(second()) || len(v.tornado.swings) == 0 {
		t.Error("the answer is not shown")
	}
}

// TestAsksAgain asks after an edit, not for what is only tried.
func TestAsksAgain(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "best")
	v.Hear(v.Ask(s, book)())
	intent := v.Do(Right)
	if intent.Do != Try {
		t.Fatalf("right is %+v", intent)
	}
	if err := s.Preview(intent.Edits...); err != nil {
		t.Fatal(err)
	}
	if v.Ask(s, book) != nil {
		t.Error("what is only tried is asked about")
	}
	intent = v.Do(Take)
	if err := s.Apply(intent.What, intent.Edits...); intent.Do != Keep || err != nil {
		t.Fatalf("enter is %+v (%v)", intent, err)
	}
	again := v.Ask(s, book)
	if again == nil {
		t.Fatal("nothing is asked after an edit")
	}
	if v.Hear(again()); v.best.types[v.best.at()].Own.X != 9 {
		t.Error("the answer is not about the edited deal")
	}
}

// TestSpoken tells a price from a quantity.
func TestSpoken(t *testing.T) {
	for want, p := range map[string][]string{
		"m5.large annual":            {"instance", "m5.large", "annual"},
		"m5.large annual rate":       {"offer", "instance", "m5.large", "annual"},
		"discount":                   {"offer", "discount"},
		"users committed":            {"contract", "quantity", "users"},
		"users level":                {"usage", "users", "level"},
		"m5.large hourly (change 2)": {"price_change", "1", "instance", "m5.large", "hourly"},
		"months":                     {"months"},
	} {
		if got := spoken(p); got != want {
			t.Errorf("%v is %q, want %q", p, got, want)
		}
	}
}

// TestSweptAsWritten finds an input by every name that people give it.
func TestSweptAsWritten(t *testing.T) {
	s, _ := open(t)
	const want = `price_change.0.instance."m5.large".hourly=0.2..0.3`
	for _, name := range []string{
		"m5.large hourly (change 1)", "m5.large hourly change 1", "m5.large hourly of price change 1",
		`price_change.0.instance."m5.large".hourly`,
	} {
		if got, err := axisOf(s.Scenario(), name, "0.2..0.3"); got != want {
			t.Errorf("%s is %q (%v), want %q", name, got, err, want)
		}
	}
}
