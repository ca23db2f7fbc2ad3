package theme

import "charm.land/lipgloss/v2"

// ink is one style as data. Colours are "#rrggbb"; empty means the terminal's.
type ink struct {
	fg, bg                           string
	bold, faint, reverse, underlined bool
}

// palette is a theme as data: the four themes are four of these.
type palette struct {
	name                   string
	dark                   bool
	background, foreground string

	text, dim, strong, accent, warn, good, bad ink
	border, borderFocus, title, titleFocus     ink
	selection, input, key, cursor, badge       ink
	covered, uncovered, idle, worse, better    ink

	series [6]ink
}

func (k ink) style() Style {
	s := lipgloss.NewStyle()
	if k.fg != "" {
		s = s.Foreground(lipgloss.Color(k.fg))
	}
	if k.bg != "" {
		s = s.Background(lipgloss.Color(k.bg))
	}
	if k.bold {
		s = s.Bold(true)
	}
	if k.faint {
		s = s.Faint(true)
	}
	if k.reverse {
		s = s.Reverse(true)
	}
	if k.underlined {
		s = s.Underline(true)
	}
	return newStyle(s)
}

func (p palette) build() Theme {
	t := Theme{
		Name: p.name, Dark: p.dark, Glyphs: unicodeGlyphs(),

		Text: p.text.style(), Dim: p.dim.style(), Strong: p.strong.style(),
		Accent: p.accent.style(), Warn: p.warn.style(), Good: p.good.style(), Bad: p.bad.style(),

		Border: p.border.style(), BorderFocus: p.borderFocus.style(),
		Title: p.title.style(), TitleFocus: p.titleFocus.style(),

		Selection: p.selection.style(), Input: p.input.style(), Key: p.key.style(),
		Cursor: p.cursor.style(), Badge: p.badge.style(),

		Covered: p.covered.style(), Uncovered: p.uncovered.style(), Idle: p.idle.style(),
		Worse: p.worse.style(), Better: p.better.style(),
	}
	if p.background != "" {
		t.Background = lipgloss.Color(p.background)
		t.Foreground = lipgloss.Color(p.foreground)
	}
	for i, k := range p.series {
		t.Series[i] = k.style()
	}
	return t
}
