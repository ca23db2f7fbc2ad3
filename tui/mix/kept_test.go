package mix

import (
	"strings"
	"testing"
	"unsafe"

	"termsheet/model/deal"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestKept draws the pane after everything that can change the rows it keeps, and
// holds it against one that has kept nothing.
func TestKept(t *testing.T) {
	dark, _ := theme.ByName("dark")
	light, _ := theme.ByName("light")
	s := begun.On(t, "covered-baseline")
	ctx := pane.Context{Session: s, Theme: &dark, KeyFor: func(string) string { return "a" }}
	size := pane.Size{W: 100, H: 30}
	p := &Pane{}
	last := ""
	for _, step := range []struct {
		what string
		do   func()
	}{
		{"opened", func() {}},
		{"an annual more", func() { buy(t, ctx.Session, "m5.large", "9") }},
		{"a longer bar", func() { buy(t, ctx.Session, "m5.large", "40") }},
		{"another cursor", func() { p.Move(s, pane.Down, size) }},
		{"fewer beside it", func() { buy(t, ctx.Session, "m5.large", "9") }},
		{"one fewer still", func() { buy(t, ctx.Session, "m5.large", "8") }},
		{"a mark", func() { ctx.Marks = pane.Marks{pane.Spot{Key: "c6i.xlarge", Field: pane.FieldAnnual}: rules.Warning} }},
		{"another theme", func() { ctx.Theme = &light }},
		{"another day", func() { s.MoveTo(s.Day() + 400) }},
		{"less room", func() { size.W = 60 }},
		{"an amended deal", func() { ctx.Session = begun.On(t, "amended-mid-term"); p.Point(0, 0, 0) }},
		{"its amendment is in force", func() { ctx.Session.MoveTo(ctx.Session.Day() + 300) }},
		{"it is refused", func() { buy(t, ctx.Session, "m5.large", "1") }},
	} {
		step.do()
		kept := drawn(p, ctx, size)
		if anew := drawn(&Pane{row: p.row, col: p.col, window: p.window}, ctx, size); kept != anew {
			t.Errorf("after %s:\n%s\nwant\n%s", step.what, kept, anew)
		}
		if kept == last {
			t.Errorf("%s changes nothing", step.what)
		}
		last = kept
	}
}

// TestKeeps has the rows of other types stay the very ones.
func TestKeeps(t *testing.T) {
	dark, _ := theme.ByName("dark")
	ctx := pane.Context{Session: begun.On(t, "covered-baseline"), Theme: &dark}
	p := &Pane{}
	texts := func() (row, words *byte) {
		p.View(ctx, pane.Size{W: 100, H: 30})
		return unsafe.StringData(p.kept.rows["c6i.xlarge"].line.Text), unsafe.StringData(p.kept.told["c6i.xlarge"].lines[0])
	}
	row, words := texts()
	buy(t, ctx.Session, "m5.large", "9")
	if sameRow, sameWords := texts(); sameRow != row || sameWords != words {
		t.Errorf("the row is drawn again: %v, the words: %v", sameRow != row, sameWords != words)
	}
}

func buy(t *testing.T, s *session.Session, kind, annual string) {
	t.Helper()
	if err := s.Apply("buy", scenarios.Edit{Path: deal.P("instance", kind, "annual"), Value: annual}); err != nil {
		t.Fatal(err)
	}
}

func drawn(p *Pane, ctx pane.Context, size pane.Size) string {
	return strings.Join(p.View(ctx, size).Lines, "\n")
}
