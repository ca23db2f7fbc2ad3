package picture

import (
	"bytes"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func html(t *testing.T, s Screen) (string, []element) {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String(), elements(t, withoutDoctype(b.Bytes()))
}

// inside is the text of a page's screen, tags taken out.
func inside(t *testing.T, source string) string {
	t.Helper()
	_, rest, _ := strings.Cut(source, "<pre>")
	rest, _, ok := strings.Cut(rest, "</pre>")
	if !ok {
		t.Fatal("there is no screen")
	}
	text := ""
	for _, e := range strings.Split(rest, "<") {
		if _, after, tag := strings.Cut(e, ">"); tag {
			e = after
		}
		text += e
	}
	return text
}

func TestPageCanBeCopied(t *testing.T) {
	th := themed(t, "dark")
	screen := "╭─ " + th.Title.Render("Cost") + " ─╮\n" +
		"│ ██▒ 日本  " + th.Strong.Render("1,257.75") + " │\n" +
		"│ ⣿⡀ … ▲ " + th.Warn.Render("+3 ") + "│\n"
	source, list := html(t, Screen{Text: screen, Theme: th, Title: "Cost"})
	got, want := strings.Split(inside(t, source), "\n"), strings.Split(strings.TrimSuffix(ansi.Strip(screen), "\n"), "\n")
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d", len(got), len(want))
	}
	for y := range want {
		if strings.TrimRight(got[y], " ") != want[y] {
			t.Errorf("row %d: got %q, want %q", y, got[y], want[y])
		}
	}
	if named(list, "title")[0].text != "Cost" {
		t.Error("the page has no title")
	}
}

// What is drawn is not seen a second time as text, and takes as much room as it
// has cells.
func TestDrawnTextIsNotSeen(t *testing.T) {
	source, list := html(t, Screen{Text: "───x 日\n", Theme: themed(t, "dark")})
	var got []string
	for _, e := range named(list, "i") {
		got = append(got, e.text+" "+e.attr["style"]+" "+e.attr["class"]+e.attr["aria-hidden"])
	}
	if want := "─── width:3ch dtrue|日 width:2ch "; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
	if !strings.Contains(source, ".d{color:transparent}") {
		t.Error("what is drawn is written too")
	}
}

func TestPageIsAsLargeAsItsText(t *testing.T) {
	source, list := html(t, Screen{Text: strings.Repeat(strings.Repeat("x", 40)+"\n", 10), Theme: themed(t, "light")})
	if a := named(list, "svg")[0].attr; a["viewBox"] != "0 0 320 160" || a["preserveAspectRatio"] != "none" {
		t.Errorf("the drawing is %v", a)
	}
	for _, rule := range []string{"width:40ch", "height:12em", "background:#faf8f3;color:#22272e"} {
		if !strings.Contains(source, rule) {
			t.Errorf("the page lacks %s", rule)
		}
	}
}

func TestPageColours(t *testing.T) {
	th := themed(t, "dark")
	_, list := html(t, Screen{Text: "a" + th.Key.Render("b") + "\n", Theme: th})
	span := named(list, "span")[0]
	if rule := styleOf(t, list, span.attr["class"]); span.text != "b" || rule != "color:#7cbcff;font-weight:700" {
		t.Errorf("got %v with %s", span, rule)
	}
}
