// Package theme holds what the screens look like: the styles, built once per
// theme, the glyphs, and the few helpers that write text at known widths.
package theme

import (
	"fmt"
	"image/color"
	"strings"
)

// Theme is every style and glyph of the application. It is a value: views get
// one and cannot change it for others.
type Theme struct {
	Name string
	Dark bool // made for a dark background

	// Background is what the text colours were chosen against, and Foreground
	// the plain text colour. Whether to paint them is the application's choice;
	// both are nil in a theme without colours.
	Background, Foreground color.Color

	Glyphs Glyphs

	Text   Style
	Dim    Style // labels, units, what may be overlooked
	Strong Style // the figure that matters
	Accent Style // blue: ours, chosen, active
	Warn   Style // orange: look here
	Good   Style
	Bad    Style

	Border      Style
	BorderFocus Style
	Title       Style
	TitleFocus  Style

	Selection Style // the focused row; rows with painted runs inside stay readable on it
	Input     Style // a field that is being typed into
	Key       Style // the key in a key hint; its help text is Dim
	Cursor    Style // the day cursor
	Badge     Style // a short word set apart, such as a count of findings

	Covered   Style
	Uncovered Style
	Idle      Style

	Worse  Style // off the baseline to the buyer's cost
	Better Style

	Series [6]Style // lines of a chart, told apart by people who see no red or green
}

// table lists the themes in the order in which they are offered.
func table() []palette { return []palette{light(), dark(), contrast(), mono()} }

// Names gives the names ByName knows, in the order to offer them.
func Names() []string {
	var names []string
	for _, p := range table() {
		names = append(names, p.name)
	}
	return names
}

// Auto stands for the theme that goes with the terminal's background.
const Auto = "auto"

// Choices are the names, with Auto before them, for where a terminal can be asked.
func Choices() []string { return append([]string{Auto}, Names()...) }

// ByName builds the named theme; the error of an unknown one names the choices.
func ByName(name string) (Theme, error) {
	for _, p := range table() {
		if p.name == name {
			return p.build(), nil
		}
	}
	return Theme{}, fmt.Errorf("unknown theme %q: choose one of %s", name, strings.Join(Names(), ", "))
}

// Look tells themes apart: what is drawn in one that has the same is drawn alike.
type Look struct {
	text  Style // of one theme as it was built
	ascii bool
}

// Look is what the theme looks like.
func (t *Theme) Look() Look { return Look{t.Text, t.Glyphs.ASCII} }

// WithASCII gives the same theme with glyphs that any terminal can write.
func (t Theme) WithASCII() Theme {
	t.Glyphs = asciiGlyphs()
	return t
}

// Want is which values of a figure are the better ones.
type Want uint8

// What is paid is better the less it is, what is saved the more.
const (
	Neither Want = iota
	Less
	More
)

// Change is the style of a difference from the baseline, which says whether it
// is one for the better, and the sign of its direction, which needs no colour.
// No difference has no sign.
func (t *Theme) Change(diff int64, want Want) (Style, string) {
	if diff == 0 {
		return t.Dim, ""
	}
	sign := t.Glyphs.Down
	if diff > 0 {
		sign = t.Glyphs.Up
	}
	switch {
	case want == Neither:
		return t.Text, sign
	case (want == Less) == (diff < 0):
		return t.Better, sign
	}
	return t.Worse, sign
}
