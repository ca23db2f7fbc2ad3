package session

import (
	"strings"
	"testing"

	"termsheet/model/deal"
)

// names are those of the variants, the shown one in brackets.
func names(s *Session) string {
	var list []string
	for _, p := range s.Priced() {
		name := p.Scenario.Variant
		if name == s.Variant() {
			name = "[" + name + "]"
		}
		list = append(list, name)
	}
	return strings.Join(list, " ")
}

// TestCloneRenameRemove clones, renames and removes, each in one step of undo.
func TestCloneRenameRemove(t *testing.T) {
	s := open(t, text)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	at := func(want string) {
		t.Helper()
		if names(s) != want {
			t.Fatalf("there are %s, want %s", names(s), want)
		}
	}
	must(s.Apply("to 5", annual("", "5")))
	must(s.AddVariant(s.FreeName(), deal.Base))
	at("base None covered [Option 2]")
	must(s.Apply("to 7", annual(s.EditVariant(), "7")))
	if bought(t, s) != "7" {
		t.Errorf("the clone has %s", bought(t, s))
	}
	s.ShowVariant("base")
	if bought(t, s) != "5" {
		t.Errorf("an edit of the clone changes the scenario to %s", bought(t, s))
	}
	s.ShowVariant("Option 2")
	must(s.AddVariant(s.FreeName(), s.Variant()))
	at("base None covered Option 2 [Option 3]")
	if bought(t, s) != "7" {
		t.Errorf("the clone of the clone has %s", bought(t, s))
	}
	must(s.RenameVariant("Seven"))
	at("base None covered Option 2 [Seven]")
	must(s.RemoveVariant("None covered"))
	at("base Option 2 [Seven]")
	must(s.RemoveVariant("Seven"))
	at("[base] Option 2")
	if what, _ := s.Undo(); what != "variant Seven removed" {
		t.Errorf("undo took back %q", what)
	}
	at("base Option 2 [Seven]") // where it was removed
	s.Redo()
	at("[base] Option 2")
	s.Undo()
	s.ShowVariant("base")
	for range 2 {
		s.Undo()
	}
	at("base None covered Option 2 [Option 3]")
	s.Redo()
	at("base None covered Option 2 [Seven]")
	s.Undo()
	s.Undo()
	at("base None covered [Option 2]")
	s.Redo()
	at("base None covered Option 2 [Option 3]")
	for s.CanUndo() > 0 {
		s.Undo()
	}
	at("[base] None covered")
	if string(s.Document().Text()) != text {
		t.Error("everything undone is not the file it began with")
	}
}

func TestVariantsRefused(t *testing.T) {
	s := open(t, text)
	for name, err := range map[string]error{
		"a name that is taken":     s.AddVariant("None covered", deal.Base),
		"no name":                  s.AddVariant("", deal.Base),
		"the name of the scenario": s.AddVariant(deal.Base, "None covered"),
		"of one that is not there": s.AddVariant("New", "Gone"),
		"renaming the scenario":    s.RenameVariant("New"),
		"removing the scenario":    s.RemoveVariant(deal.Base),
		"removing one that is not": s.RemoveVariant("Gone"),
	} {
		if err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if s.CanUndo() != 0 || names(s) != "[base] None covered" {
		t.Errorf("a refusal leaves %s and %d to undo", names(s), s.CanUndo())
	}
}

// TestPinTo compares with what is not shown.
func TestPinTo(t *testing.T) {
	s := open(t, text)
	s.PinTo("pinned None covered", s.Priced()[1])
	if pin := s.Pinned(); pin.Scenario.Variant != "None covered" || pin.Quote != s.Priced()[1].Quote || s.Variant() != deal.Base {
		t.Errorf("pinned is %+v while %s is shown", pin, s.Variant())
	}
}
