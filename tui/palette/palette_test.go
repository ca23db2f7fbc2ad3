package palette

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

var items = []Item{
	{Value: "term", Label: "term MONTHS", Detail: "contract term", Keys: "t"},
	{Value: "theme", Label: "theme NAME", Detail: "light, dark or mono"},
	{Value: "best", Label: "best [KEY]", Detail: "the cheapest number of annuals", Keys: "b"},
	{Value: "save!", Label: "save! FILE", Detail: "save over another file", Off: "nothing is written here"},
}

func values(list []Item) string {
	var out []string
	for _, item := range list {
		out = append(out, item.Value)
	}
	return strings.Join(out, " ")
}

func TestFilter(t *testing.T) {
	for text, want := range map[string]string{
		"":             "term theme best save!",
		"te":           "term",
		"the":          "theme best save!", // a beginning before the middle of a word
		"annuals":      "best",
		"file save":    "save!",
		"con ter":      "term",
		"sf":           "save!", // the initials of save! FILE
		"cno":          "",      // not those of a detail, which spell anything
		"dark light":   "theme",
		"thm":          "theme", // letters in order, the first where the word begins
		"hme":          "",
		"zzz":          "",
		"TERM":         "term",
		"t":            "term theme best save!",
		"term unknown": "",
	} {
		if got := values(Filter(items, text)); got != want {
			t.Errorf("%q leaves %q, want %q", text, got, want)
		}
	}
}

// TestOffComesLater lists what cannot be chosen behind what begins with the text,
// and before what merely holds it.
func TestOffComesLater(t *testing.T) {
	list := []Item{{Value: "sort", Label: "sort", Keys: "s", Off: "not open"}, {Value: "set", Label: "set"}, {Value: "out", Label: "out", Detail: "as it was"}}
	if got := values(Filter(list, "s")); got != "set sort out" {
		t.Errorf("they are listed %s", got)
	}
}

func TestList(t *testing.T) {
	l := &List{Prompt: ": ", Items: items}
	l.Place("best")
	if item, ok := l.Chosen(); !ok || item.Value != "best" {
		t.Errorf("the cursor is on %q", item.Value)
	}
	l.Move(pane.Down, 5)
	l.Move(pane.Down, 5)
	if item, _ := l.Chosen(); item.Value != "save!" {
		t.Errorf("the cursor left the list, to %q", item.Value)
	}
	l.Type("t")
	l.Type("e")
	if item, _ := l.Chosen(); item.Value != "term" {
		t.Errorf("typing chooses %q", item.Value)
	}
	l.Type("zz")
	if _, ok := l.Chosen(); ok {
		t.Error("something is chosen of nothing")
	}
	for range 5 {
		l.Press(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	if l.Text() != "" {
		t.Errorf("dropping everything leaves %q", l.Text())
	}
}

func TestView(t *testing.T) {
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	l := &List{Title: "Things", Prompt: ": ", Items: items}
	l.Place("save!")
	for _, size := range []pane.Size{{W: 60, H: 12}, {W: 20, H: 5}, {W: 8, H: 2}} {
		box := l.View(&th, size)
		if len(box.Lines) > size.H {
			t.Errorf("%+v has %d lines", size, len(box.Lines))
		}
		for _, line := range box.Lines {
			if theme.Width(line) > size.W {
				t.Errorf("%+v: %q is %d wide", size, line, theme.Width(line))
			}
		}
	}
	all := strings.Join(l.View(&th, pane.Size{W: 60, H: 12}).Lines, "\n")
	for _, want := range []string{"off: nothing is written here", "save over another file"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not told about the item at the cursor:\n%s", want, all)
		}
	}
}
