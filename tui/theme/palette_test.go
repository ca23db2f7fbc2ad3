package theme

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/lucasb-eyer/go-colorful"
)

// luminance and ratio are WCAG 2.1's relative luminance and contrast ratio.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func ratio(a, b string) float64 {
	x, y := luminance(lipgloss.Color(a)), luminance(lipgloss.Color(b))
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestRatioIsWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#767676", "#ffffff", 4.54}, {"#ffffff", "#ffffff", 1}} {
		if got := ratio(c.a, c.b); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%s on %s: %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func (p palette) texts() map[string]ink {
	m := map[string]ink{
		"text": p.text, "dim": p.dim, "strong": p.strong, "accent": p.accent, "warn": p.warn,
		"good": p.good, "bad": p.bad, "title": p.title, "titleFocus": p.titleFocus,
		"selection": p.selection, "input": p.input, "key": p.key, "cursor": p.cursor, "badge": p.badge,
		"covered": p.covered, "uncovered": p.uncovered, "idle": p.idle, "worse": p.worse, "better": p.better,
		"borderFocus": p.borderFocus,
	}
	for i, k := range p.series {
		m[fmt.Sprintf("series %d", i+1)] = k
	}
	return m
}

func TestTextIsReadable(t *testing.T) {
	for _, p := range table() {
		if p.name == "mono" {
			continue
		}
		least := 4.5
		if p.name == "contrast" {
			least = 7
		}
		for name, k := range p.texts() {
			bg := k.bg
			if bg == "" {
				bg = p.background
				// Painted runs keep their own colour on a focused row.
				if got := ratio(k.fg, p.selection.bg); got < 4.5 {
					t.Errorf("%s: %s on the selection: %.2f", p.name, name, got)
				}
			}
			if got := ratio(k.fg, bg); got < least {
				t.Errorf("%s: %s: contrast %.2f, want %.1f", p.name, name, got, least)
			}
		}
		if got := ratio(p.border.fg, p.background); got < 3 {
			t.Errorf("%s: border: contrast %.2f, want 3", p.name, got)
		}
	}
}

func TestMonoHasNoColour(t *testing.T) {
	p := mono()
	for name, k := range p.texts() {
		if k.fg != "" || k.bg != "" {
			t.Errorf("%s has a colour", name)
		}
		if open := k.style().Render("x"); strings.Contains(open, "38;") || strings.Contains(open, "48;") {
			t.Errorf("%s writes a colour: %q", name, open)
		}
	}
	if th := p.build(); th.Background != nil || th.Foreground != nil {
		t.Error("mono names a background")
	}
}

// Simulated sight without red or green cones (Viénot, Brettel and Mollon 1999,
// on linear light).
var sights = map[string][3][3]float64{
	"full":         {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}},
	"deuteranopia": {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}},
}

func seenAs(hex string, m [3][3]float64) colorful.Color {
	c, _ := colorful.Hex(hex)
	r, g, b := c.LinearRgb()
	at := func(i int) float64 { return m[i][0]*r + m[i][1]*g + m[i][2]*b }
	return colorful.LinearRgb(at(0), at(1), at(2)).Clamped()
}

func TestSeriesDifferForEveryEye(t *testing.T) {
	for _, p := range table() {
		if p.name == "mono" {
			continue
		}
		for sight, m := range sights {
			for i := range p.series {
				for j := range i {
					d := seenAs(p.series[i].fg, m).DistanceCIEDE2000(seenAs(p.series[j].fg, m)) * 100
					least := 8.0
					if j == 0 && i == 1 { // the pair that nearly every chart shows
						least = 30
					}
					if d < least {
						t.Errorf("%s, %s: series %d and %d differ by %.1f", p.name, sight, j+1, i+1, d)
					}
				}
			}
		}
	}
}
