package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// reset is what lipgloss ends every styled run with.
const reset = "\x1b[m"

// Style paints a run of text. It is lipgloss's style with the escape sequence
// worked out once, because asking lipgloss again for every run of every frame
// costs more than the rest of a frame. The zero Style paints nothing. Styles
// compare with ==: two are equal when they are the same style of one theme.
type Style struct{ p *paint }

type paint struct {
	open string
	flat bool
}

// newStyle takes over a lipgloss style: its colours and attributes, not its
// padding, borders or widths, since rows are written at known widths.
func newStyle(lip lipgloss.Style) Style {
	const probe = "x"
	open, _, _ := strings.Cut(lip.Render(probe), probe)
	return Style{&paint{open: open, flat: lip.GetReverse()}}
}

// Render paints text, which may itself hold painted runs: a run inside ends
// with a reset that would end this style too, so it is opened again there. In a
// reversed style the runs inside lose their paint: faint or coloured text was
// chosen against the other background.
func (s Style) Render(text string) string {
	if s.p == nil || s.p.open == "" || text == "" {
		return text
	}
	return s.p.open + s.inside(text) + reset
}

func (s Style) inside(text string) string {
	switch {
	case !strings.Contains(text, reset):
		return text
	case s.p.flat:
		return ansi.Strip(text)
	}
	return strings.ReplaceAll(text, reset, reset+s.p.open)
}

// Sequences are what Render writes before and after text, for a caller that
// writes cell by cell. Both are empty for a style that paints nothing.
func (s Style) Sequences() (before, after string) {
	if s.p == nil || s.p.open == "" {
		return "", ""
	}
	return s.p.open, reset
}

// Write is Render into a builder, for rows that are put together run by run. The
// parts are one run.
func (s Style) Write(b *strings.Builder, parts ...string) {
	painted := false
	for _, text := range parts {
		if text == "" {
			continue
		}
		if s.p == nil || s.p.open == "" {
			b.WriteString(text)
			continue
		}
		if !painted {
			b.WriteString(s.p.open)
			painted = true
		}
		b.WriteString(s.inside(text))
	}
	if painted {
		b.WriteString(reset)
	}
}
