package theme

import (
	"reflect"
	"strings"
	"testing"
)

func TestByName(t *testing.T) {
	for _, name := range Names() {
		th, err := ByName(name)
		if err != nil || th.Name != name {
			t.Errorf("%s: got %q, %v", name, th.Name, err)
		}
	}
	_, err := ByName("solar")
	want := `unknown theme "solar": choose one of light, dark, contrast, mono`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// Every style of a theme is there: one forgotten in the constructor would paint
// nothing, and nobody would miss it.
func TestEveryStyleIsBuilt(t *testing.T) {
	for _, name := range Names() {
		th, _ := ByName(name)
		v := reflect.ValueOf(th)
		for i := range v.NumField() {
			field := v.Type().Field(i).Name
			switch s := v.Field(i).Interface().(type) {
			case Style:
				if s.p == nil {
					t.Errorf("%s: %s is not built", name, field)
				}
			case [6]Style:
				for j, each := range s {
					if each.p == nil {
						t.Errorf("%s: %s %d is not built", name, field, j)
					}
				}
			}
		}
	}
}

// glyphStrings walks every string of a glyph set.
func glyphStrings(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		visit(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			glyphStrings(v.Field(i), visit)
		}
	case reflect.Array:
		for i := range v.Len() {
			glyphStrings(v.Index(i), visit)
		}
	}
}

func TestGlyphsAreOneCell(t *testing.T) {
	for name, g := range map[string]Glyphs{"unicode": unicodeGlyphs(), "ascii": asciiGlyphs()} {
		glyphStrings(reflect.ValueOf(g), func(s string) {
			if Width(s) != 1 {
				t.Errorf("%s: %q is %d cells", name, s, Width(s))
			}
			if g.ASCII && !plainASCII(s) {
				t.Errorf("%s: %q is not ASCII", name, s)
			}
		})
	}
}

func TestDelta(t *testing.T) {
	th, _ := ByName("dark")
	for _, c := range []struct {
		cents int64
		want  Want
		style Style
		sign  string
	}{
		{5, Less, th.Worse, "▲"}, {-5, Less, th.Better, "▼"}, {0, Less, th.Dim, ""},
		{5, More, th.Better, "▲"}, {-5, More, th.Worse, "▼"}, {0, More, th.Dim, ""},
		{5, Neither, th.Text, "▲"}, {-5, Neither, th.Text, "▼"},
	} {
		if style, sign := th.Change(c.cents, c.want); style != c.style || sign != c.sign {
			t.Errorf("%d, wanted %d: wrong style or sign %q", c.cents, c.want, sign)
		}
	}
}

func TestStyleReopensAfterAnInnerReset(t *testing.T) {
	th, _ := ByName("mono")
	inner := "a" + th.Strong.Render("b") + "c"
	got := th.Warn.Render(inner)
	want := "\x1b[4;4ma\x1b[1mb\x1b[m\x1b[4;4mc\x1b[m"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var b strings.Builder
	th.Warn.Write(&b, inner)
	if b.String() != want {
		t.Errorf("Write: got %q, want %q", b.String(), want)
	}
}

// Faint text on a reversed row would be grey on white.
func TestReversedStyleIsFlat(t *testing.T) {
	th, _ := ByName("mono")
	if got, want := th.Selection.Render("a"+th.Dim.Render("b")+"c"), "\x1b[7mabc\x1b[m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestZeroStylePaintsNothing(t *testing.T) {
	if got := (Style{}).Render("x"); got != "x" {
		t.Errorf("got %q", got)
	}
}
