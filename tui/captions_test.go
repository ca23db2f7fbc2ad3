package tui

import (
	"slices"
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui/whatif"
)

// TestCaptions tells every key of a question in the help, once, and has one that
// does something for every caption.
func TestCaptions(t *testing.T) {
	for _, act := range actionTable() {
		for in := inBest; in <= inTornado; in <<= 1 {
			told := 0
			for _, c := range captions() {
				if c.in&in != 0 && slices.Contains(c.does, act.asks) {
					told++
				}
			}
			if asks := act.asks != whatif.None && act.in&in != 0; asks && told != 1 || !asks && act.asks != whatif.None && told != 0 {
				t.Errorf("%s is told %d times in question %d", act.id, told, in)
			}
		}
	}
	for _, c := range captions() {
		if len(c.keysOf(actionTable(), true)) == 0 || c.hint != "" && c.rank == 0 {
			t.Errorf("%s has no key, or no rank for its hint", c.title)
		}
	}
}

// TestEveryAct does everything that a question has keys for: the screen says
// something else then.
func TestEveryAct(t *testing.T) {
	book, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	moved := map[string]bool{}
	each := func(f func(name string, tab whatif.Tab, act *action)) {
		for _, act := range actionTable() {
			for tab := range whatif.Tabs {
				if act.asks != whatif.None && act.in&(inBest<<tab) != 0 {
					f(act.id+" in "+tab.Title(), tab, &act)
				}
			}
		}
	}
	for _, ref := range []string{"covered-baseline", "hour-by-hour"} {
		doc, err := scenarios.Open(ref)
		if err != nil {
			t.Fatal(err)
		}
		each(func(name string, tab whatif.Tab, act *action) {
			a := asked(t, doc, book, tab)
			a.whatif.Paste("90000")
			a.hear()
			for _, does := range []whatif.Act{whatif.Down, whatif.Down, whatif.Down, whatif.Down, whatif.Right} {
				if tab != whatif.Seek || does != whatif.Right { // where that leaves the lines
					a.run(acting(a.actions, does), nil)
				}
				a.hear()
			}
			before := a.Screen()
			a.run(a.byID(act.id), nil)
			a.hear()
			moved[name] = moved[name] || a.message.tone != refusal && a.Screen() != before
		})
	}
	each(func(name string, _ whatif.Tab, _ *action) {
		if !moved[name] {
			t.Errorf("%s does nothing", name)
		}
	})
}

// asked is the application with a question answered.
func asked(t *testing.T, doc *scenarios.Document, book *rules.Rulebook, tab whatif.Tab) *App {
	t.Helper()
	a, err := New(doc, Options{Book: book, Width: 120, Height: 40, ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := openWhatIf(a, []string{whatif.Names()[tab]}); err != nil {
		t.Fatal(err)
	}
	a.hear()
	return a
}

// hear waits for the answer, if there is one to come.
func (a *App) hear() {
	if cmd := a.ask(); cmd != nil {
		cmd().(answeredMsg).reach(a)
	}
}
