package picture

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"termsheet/tui/theme"
)

// path is what one colour draws of a few lines of text.
func path(text string) string {
	var d drawing
	for y, line := range strings.Split(text, "\n") {
		x := 0
		for _, r := range line {
			if r != ' ' && !d.glyph(string(r), x*cols, y*rows, "#000000") {
				return fmt.Sprintf("%c is not drawn", r)
			}
			x++
		}
	}
	var list []string
	for _, b := range d.order {
		list = append(list, d.marks[b].path())
	}
	return strings.Join(list, " and ")
}

func TestLinesJoin(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"───", "M0 8h24"},
		{"│\n│", "M4 0v32"},
		{"─ ─", "M0 8h8M16 8h8"},
		{"┌┐\n└┘", "M4 8h8M4 24h8M4 8v16M12 8v16"},
		{"╭─╮\n╰─╯", "M8 8h8M8 24h8M4 12v4M20 12v4M8 8q-4 0-4 4M16 8q4 0 4 4M8 24q-4 0-4-4v-4M16 24q4 0 4-4v-4"},
		{"├┼┤", "M4 8h16M4 0v16M12 0v16M20 0v16"},
		{"┬\n┴", "M0 8h8M0 24h8M4 8v16"},
		{"━┃", "M0 8h8M12 0v16"},
		{"┏┓", "M4 8h8M4 8v8M12 8v8"},
		{"═", "M0 6.6h8M0 9.4h8"},
		{"║", "M2.6 0v16M5.4 0v16"},
		{"╔═╗\n╚═╝", "M2.6 6.6h18.8M5.4 9.4h13.2M5.4 22.6h13.2M2.6 25.4h18.8M2.6 6.6v18.8M5.4 9.4v13.2M18.6 9.4v13.2M21.4 6.6v18.8"},
		{"╬", "M0 6.6h2.6M5.4 6.6h2.6M0 9.4h2.6M5.4 9.4h2.6M2.6 0v6.6M2.6 9.4v6.6M5.4 0v6.6M5.4 9.4v6.6"},
		{"╌╌", "M.8 8h2.4M4.8 8h2.4M8.8 8h2.4M12.8 8h2.4"},
		{"┊", "M4 .8v2.4M4 4.8v2.4M4 8.8v2.4M4 12.8v2.4"},
		{"╱", "M8 0l-8 16"},
		{"┝", "M4 0v16 and M4 8h4"},
	} {
		if got := path(c.text); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestBlocksJoin(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"███", "M0 0h24v16h-24z"},
		{"██\n██", "M0 0h16v32h-16z"},
		{"█▄", "M0 0h8v16h-8zM8 8h8v8h-8z"},
		{"▁▂▃▄▅▆▇", "M40 4h8v12h-8zM32 6h8v10h-8zM48 2h8v14h-8zM24 8h8v8h-8zM16 10h8v6h-8zM8 12h8v4h-8zM0 14h8v2h-8z"},
		{"▀", "M0 0h8v8h-8z"},
		{"▒▒", "M0 0h16v16h-16z"},
		{"▌▐", "M0 0h4v16h-4zM12 0h4v16h-4z"},
	} {
		got := strings.Split(path(c.text), "M")
		want := strings.Split(c.want, "M")
		if !sameParts(got, want) {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, "M"), c.want)
		}
	}
	var d drawing
	d.glyph("▒", 0, 0, "#f5a94f")
	d.glyph("░", cols, 0, "#f5a94f")
	if d.order[0].opacity <= d.order[1].opacity || d.order[0].opacity >= opaque {
		t.Errorf("the shades are painted as %v", d.order)
	}
}

func sameParts(a, b []string) bool {
	count := map[string]int{}
	for _, s := range a {
		count[s]++
	}
	for _, s := range b {
		count[s]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestBrailleIsDots(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"⠁", "M2 2h0"},
		{"⣿", "M2 2h0M2 6h0M2 10h0M6 2h0M6 6h0M6 10h0M2 14h0M6 14h0"},
		{"⡀⢀", "M2 14h0M14 14h0"},
		{"⠀", ""},
	} {
		if got := path(c.text); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}

// Whatever the screens draw with is drawn here, in every theme and by its shape
// alone: a font may lack it, or have it too wide.
func TestEveryGlyphOfTheThemesIsDrawn(t *testing.T) {
	written := map[string]bool{"…": true, "·": true, "‹": true, "›": true}
	th, _ := theme.ByName("dark")
	each(reflect.ValueOf(th.Glyphs), func(s string) {
		if s > "\x7f" && !written[s] && strings.HasSuffix(path(s), "is not drawn") {
			t.Errorf("%s is not drawn", s)
		}
	})
	seen := map[string]rune{}
	for r := '─'; r <= '▟'; r++ {
		got := path(string(r))
		if got == "" || strings.HasSuffix(got, "drawn") {
			t.Errorf("%c is %q", r, got)
		}
		if r > '╿' && seen[got] != 0 && !strings.ContainsRune("░▒▓█", r) {
			t.Errorf("%c is drawn like %c", r, seen[got])
		}
		seen[got] = r
	}
}

func each(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), visit)
		}
	case reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), visit)
		}
	}
}

func TestLength(t *testing.T) {
	for n, want := range map[int]string{0: "0", 5: ".5", -5: "-.5", 10: "1", 205: "20.5", -205: "-20.5", -160: "-16", 1000: "100"} {
		if got := length(n); got != want {
			t.Errorf("%d: got %s, want %s", n, got, want)
		}
	}
}
