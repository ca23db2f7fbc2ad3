package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"termsheet/tui/theme"
)

func themed(t *testing.T, name string) theme.Theme {
	t.Helper()
	th, err := theme.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// element is a tag of a picture with the text right inside it.
type element struct {
	name, text string
	attr       map[string]string
}

// elements reads a picture as strictly as XML is read.
func elements(t *testing.T, source []byte) []element {
	t.Helper()
	var list []element
	var open []int
	for d := xml.NewDecoder(bytes.NewReader(source)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, source)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attr: map[string]string{}}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			open, list = append(open, len(list)), append(list, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				list[open[len(open)-1]].text += string(token)
			}
		}
	}
}

func svg(t *testing.T, s Screen) (string, []element) {
	t.Helper()
	var b bytes.Buffer
	if err := SVG(&b, s); err != nil {
		t.Fatal(err)
	}
	return b.String(), elements(t, b.Bytes())
}

func named(list []element, name string) []element {
	var out []element
	for _, e := range list {
		if e.name == name {
			out = append(out, e)
		}
	}
	return out
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// spread puts the texts of a picture back on a screen.
func spread(t *testing.T, list []element, cols, rows int) []string {
	t.Helper()
	screen := make([][]rune, rows)
	for y := range screen {
		screen[y] = []rune(strings.Repeat(" ", cols))
	}
	for _, e := range named(list, "text") {
		x, y := number(t, e.attr["x"])/8, (number(t, e.attr["y"])-baseline)/16
		runes := []rune(e.text)
		if want := e.attr["textLength"]; len(runes) > 1 && number(t, want) != float64(8*len(runes)) {
			t.Errorf("%q is %s wide", e.text, want)
		}
		copy(screen[int(y)][int(x):], runes)
	}
	lines := make([]string, rows)
	for y := range screen {
		lines[y] = string(screen[y])
	}
	return lines
}

func TestTextStandsAtItsCells(t *testing.T) {
	th := themed(t, "dark")
	lines := []string{
		" " + th.Accent.Render("termsheet") + "   " + th.Strong.Render("Northwind") + " next",
		th.Dim.Render("type        X annual") + "   a",
		"",
		"a b  c " + th.Selection.Render("[8] ") + "- … x",
	}
	_, list := svg(t, Screen{Text: strings.Join(lines, "\n") + "\n", Theme: th})
	want := []string{" termsheet   Northwind next", "type        X annual   a   ", strings.Repeat(" ", 27), "a b  c [8] - … x           "}
	for y, line := range spread(t, list, 27, 4) {
		if line != want[y] {
			t.Errorf("row %d: got %q, want %q", y, line, want[y])
		}
	}
	if n := len(named(list, "text")); n != 12 {
		t.Errorf("%d texts: runs of one style are not joined, or gaps are in them", n)
	}
}

func TestWideAndCombinedCharacters(t *testing.T) {
	_, list := svg(t, Screen{Text: "日本x e\u0301a👩\u200d👩z\n", Theme: themed(t, "dark")})
	var got []string
	for _, e := range named(list, "text") {
		got = append(got, e.attr["x"]+" "+e.attr["textLength"]+" "+e.text)
	}
	if want := "0 16 日|16 16 本|32 32 x e\u0301a|64 16 👩\u200d👩|80  z"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

// styleOf is the rule of a class.
func styleOf(t *testing.T, list []element, class string) string {
	t.Helper()
	sheet := named(list, "style")[0].text
	_, rest, ok := strings.Cut(sheet, "."+class+"{")
	if !ok {
		t.Fatalf("no class %q in %s", class, sheet)
	}
	rule, _, _ := strings.Cut(rest, "}")
	return rule
}

func TestColours(t *testing.T) {
	dark, light, mono := themed(t, "dark"), themed(t, "light"), themed(t, "mono")
	for _, c := range []struct {
		name       string
		th         theme.Theme
		text       string
		rule, back string
	}{
		{"accent", dark, dark.Accent.Render("x"), "fill:#7cbcff", ""},
		{"bold", dark, dark.Strong.Render("x"), "fill:#ffffff;font-weight:700", ""},
		{"selection", light, light.Selection.Render("x"), "fill:#000000", "#dbe9fc"},
		{"light", light, light.Warn.Render("x"), "fill:#964400", ""},
		{"faint on the page", mono, mono.Dim.Render("x"), "fill:#616161", ""},
		{"faint", dark, "\x1b[2;38;2;200;0;0mx\x1b[m", "fill:#860c10", ""},
		{"reversed on the page", mono, mono.Selection.Render("x"), "fill:#ffffff", "#000000"},
		{"reversed", dark, "\x1b[7;38;2;1;2;3;48;2;4;5;6mx\x1b[m", "fill:#040506", "#010203"},
		{"reversed and faint", dark, "\x1b[2;7;38;2;100;100;100;48;2;0;0;0mx\x1b[m", "fill:#262626", "#646464"},
		{"one of the sixteen", dark, "\x1b[31mx\x1b[m", "fill:#800000", ""},
		{"one of 256", dark, "\x1b[38;5;208mx\x1b[m", "fill:#ff8700", ""},
		{"bold, plain colour", dark, "\x1b[1mx\x1b[m", "font-weight:700", ""},
	} {
		_, list := svg(t, Screen{Text: c.text + "\n", Theme: c.th})
		text := named(list, "text")[0]
		if got := styleOf(t, list, text.attr["class"]); got != c.rule {
			t.Errorf("%s: %s, want %s", c.name, got, c.rule)
		}
		back := ""
		if paths := named(list, "path"); len(paths) > 0 {
			back = paths[0].attr["fill"]
		}
		if back != c.back {
			t.Errorf("%s: behind it %q, want %q", c.name, back, c.back)
		}
	}
	_, list := svg(t, Screen{Text: "x\n", Theme: light})
	if fill := named(list, "rect")[0].attr["fill"]; fill != "#faf8f3" {
		t.Errorf("the page is %s", fill)
	}
	if sheet := named(list, "style")[0].text; !strings.Contains(sheet, "fill:#22272e}") {
		t.Errorf("plain text has no colour: %s", sheet)
	}
}

func TestUnderlineIsOneLine(t *testing.T) {
	_, list := svg(t, Screen{Text: "  \x1b[4;38;2;9;9;9ma  b \x1b[m\n", Theme: themed(t, "dark")})
	path := named(list, "path")[0]
	if path.attr["stroke"] != "#090909" || path.attr["d"] != "M16 14h40" {
		t.Errorf("got %v", path.attr)
	}
}

func TestShadesAndDots(t *testing.T) {
	_, list := svg(t, Screen{Text: "█▒⣿\n", Theme: themed(t, "dark")})
	var got []string
	for _, e := range named(list, "path") {
		got = append(got, e.attr["fill"]+" "+e.attr["opacity"]+" "+e.attr["stroke-linecap"])
	}
	if want := "#d8dee9  |#d8dee9 .6 |none  round"; strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
}

// A title and a screen that were made to break out stay text.
func TestNothingBreaksOut(t *testing.T) {
	evil := "</text></title><script>alert('x')</script>&amp;\"<a href=\"http://x\">"
	for name, write := range writers() {
		var b bytes.Buffer
		if err := write(&b, Screen{Text: evil + "\nz\x00\x0b\ufffe\n", Title: evil + "\n\x00two", Theme: themed(t, "dark")}); err != nil {
			t.Fatal(err)
		}
		list := elements(t, withoutDoctype(b.Bytes()))
		if got := named(list, "title"); len(got) != 1 || got[0].text != evil+" \ufffdtwo" {
			t.Errorf("%s: the title is %v", name, got)
		}
		text := ""
		for _, e := range list {
			if _, harmless := tags[e.name]; !harmless {
				t.Errorf("%s has a <%s>", name, e.name)
			}
			for key := range e.attr {
				if strings.HasPrefix(key, "on") || key == "href" || key == "src" {
					t.Errorf("%s: <%s> has %s", name, e.name, key)
				}
			}
			text += e.text
		}
		if !strings.Contains(text, "</text></title><script>alert('x')</script>&amp;") {
			t.Errorf("%s: the screen's text is gone", name)
		}
	}
}

var tags = map[string]bool{"svg": true, "title": true, "style": true, "rect": true, "path": true, "text": true,
	"html": true, "head": true, "meta": true, "body": true, "main": true, "pre": true, "span": true, "i": true}

func writers() map[string]func(io.Writer, Screen) error {
	return map[string]func(io.Writer, Screen) error{"svg": SVG, "html": HTML}
}

func withoutDoctype(page []byte) []byte { return bytes.TrimPrefix(page, []byte("<!DOCTYPE html>\n")) }

func TestTitle(t *testing.T) {
	_, list := svg(t, Screen{Text: "x", Theme: themed(t, "dark"), Title: "Acme & Co"})
	root, title := list[0], list[1]
	if title.name != "title" || title.text != "Acme & Co" || root.attr["role"] != "img" || root.attr["aria-labelledby"] != title.attr["id"] {
		t.Errorf("got %v and %v", root, title)
	}
	_, list = svg(t, Screen{Text: "x", Theme: themed(t, "dark"), Title: " \n"})
	if list[1].text != "termsheet" {
		t.Errorf("without a title it is called %q", list[1].text)
	}
}

func TestSize(t *testing.T) {
	_, list := svg(t, Screen{Text: strings.Repeat(strings.Repeat("─", 60)+"\n", 15), Theme: themed(t, "dark")})
	if a := list[0].attr; a["width"] != "512" || a["height"] != "272" || a["viewBox"] != "-16 -16 512 272" {
		t.Errorf("got %v", a)
	}
	card := named(list, "rect")[0].attr
	if card["x"] != "-15.5" || card["width"] != "511" || card["height"] != "271" || card["fill"] != "#1b202a" || card["stroke"] != "#414650" {
		t.Errorf("the card is %v", card)
	}
}
