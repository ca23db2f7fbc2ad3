package compare

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/deal"
	"termsheet/scenarios"
	"termsheet/tui/pane"
)

// many is a comparison of eleven variants, the cheapest of them the tenth.
func many(t *testing.T) *Sheet {
	t.Helper()
	s, _ := begin(t, "covered-baseline")
	for i := 1; i <= 7; i++ {
		name := fmt.Sprintf("V%d", i)
		if err := s.AddVariant(name, deal.Base); err != nil {
			t.Fatal(err)
		}
		edit := scenarios.Edit{Variant: name, Path: deal.P("instance", "m5.large", "annual"), Value: fmt.Sprint(15 - []int{0, 1, 2, 3, 4, 8, 5, 6}[i])}
		if err := s.Apply(name, edit); err != nil {
			t.Fatal(err)
		}
	}
	s.ShowVariant(deal.Base)
	return New(s, nil, nil, nil)
}

// drawn are the columns that are drawn, with the counts of those on both sides
// that are not.
func drawn(c *Sheet, w int) string {
	c.refresh()
	g := c.grid(w)
	var list []string
	for _, i := range g.show {
		list = append(list, c.table.columns[i].Name)
	}
	return fmt.Sprintf("%d < %s > %d", g.before, strings.Join(list, ", "), g.after)
}

// TestMany sorts and stars all columns, shows the first six with the baseline
// among them, and scrolls to the others.
func TestMany(t *testing.T) {
	c := many(t)
	if len(strings.Split(names(c), ", ")) != 11 {
		t.Fatalf("there are %s", names(c))
	}
	if star := strings.Fields(told(c, " this deal"))[9]; star != "91429.60*" {
		t.Errorf("the cheapest is %s", star)
	}
	for _, step := range []struct {
		keys string
		w    int
		want string
	}{
		{"", 116, "0 < base, Hourly only, One annual more, Peaks covered too, V1, V2 > 5"},
		{"", 40, "0 < base, Hourly only > 9"},
		{"right right right right right right", 116, "1 < base, One annual more, Peaks covered too, V1, V2, V3 > 4"},
		{"right right right right", 116, "5 < base, V3, V4, V5, V6, V7 > 0"},
		{"left left left left", 116, "5 < base, V3, V4, V5, V6, V7 > 0"},
		{"left", 116, "4 < base, V2, V3, V4, V5, V6 > 1"},
		{"s", 116, "0 < V6, One annual more, V7, V4, base, V3 > 5"},
		{"s", 116, "0 < Hourly only, Peaks covered too, V1, V2, V5, base > 5"}, // the worst first
	} {
		press(c, step.keys)
		if got := drawn(c, step.w); got != step.want {
			t.Errorf("after %q: %s, want %s", step.keys, got, step.want)
		}
		if w := c.grid(step.w); len(w.show) > 0 && !strings.Contains(drawn(c, step.w), c.column) {
			t.Errorf("after %q the cursor on %s is out of sight", step.keys, c.column)
		}
	}
	press(c, strings.Repeat("right ", 10))
	_ = drawn(c, 116)
	c.Go(deal.Base)
	if err := c.SortBy("this deal", false); err != nil || !strings.HasPrefix(drawn(c, 116), "0 < V6") {
		t.Errorf("sorted from the far end (%v): %s", err, drawn(c, 116))
	}
	press(c, "s")
	c.Go(deal.Base) // a baseline that stands apart: its neighbours are those that are seen
	for _, step := range []struct{ key, want string }{{"left", "V5"}, {"right", "V3"}, {"left", "V5"}} {
		if press(c, step.key); c.column != step.want {
			t.Errorf("%s goes to %s, want %s", step.key, c.column, step.want)
		}
	}
}

// TestManyTold marks that there are more columns, on the screen and in plain text,
// and copies all of them.
func TestManyTold(t *testing.T) {
	c, th := many(t), look(t)
	press(c, "right right right right right right right")
	for _, w := range []int{56, 76, 116, 196} {
		box := c.View(&th, pane.Size{W: w, H: 37})
		text := ansi.Strip(box.Right + "\n" + strings.Join(box.Lines, "\n"))
		for _, want := range []string{"of 11 columns", " more " + th.Glyphs.CutRight, th.Glyphs.CutLeft, c.column, th.Glyphs.Ellipsis + " "} {
			if !strings.Contains(text, want) {
				t.Errorf("%d cells: no %q in\n%s", w, want, text)
			}
		}
	}
	if err := c.SortBy("this deal", false); err != nil {
		t.Fatal(err)
	}
	text := c.Text()
	for _, want := range []string{"91429.60*", "6 of 11 columns; not shown: V5, V2, V1, Peaks covered too, Hourly only; column NAME goes to one\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if n := len(c.Table().Head); n != 13 {
		t.Errorf("what is copied has %d columns", n)
	}
	if err := c.GoTo("hourly only"); err != nil || !strings.Contains(strings.Split(c.Text(), "\n")[0], "Hourly only") {
		t.Errorf("the named column is not shown (%v):\n%s", err, c.Text())
	}
}

// TestNamesAboveFigures has what a column is called end where its figures do.
func TestNamesAboveFigures(t *testing.T) {
	s, _ := begin(t, "covered-baseline")
	th := look(t)
	ends := func(line, pattern string) string {
		var at []int
		for _, found := range regexp.MustCompile(pattern).FindAllStringIndex(line, -1) {
			at = append(at, ansi.StringWidth(line[:found[1]]))
		}
		return fmt.Sprint(at)
	}
	for _, w := range []int{56, 76, 98, 116, 132, 196} {
		lines := strings.Split(ansi.Strip(strings.Join(New(s, nil, nil, nil).View(&th, pane.Size{W: w, H: 57}).Lines, "\n")), "\n")
		row := lines[slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, "  hourly only") })]
		if names, figures := ends(lines[0], `\S+( \S+)*`), ends(row, `131,020(\.40)?`); names != figures {
			t.Errorf("%d cells: names end at %s, figures at %s\n%s\n%s", w, names, figures, lines[0], row)
		}
	}
}
