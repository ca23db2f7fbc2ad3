// Package difference is the sheet that shows what sets two texts apart, line by
// line.
package difference

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/viewport"
	"github.com/aymanbagabas/go-udiff"

	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Sheet is the difference and how far it is scrolled.
type Sheet struct {
	title string
	lines []string
	view  viewport.Model
}

// New compares two texts, each with the name that the sheet gives it.
func New(title, from, to string, a, b []byte) *Sheet {
	text := strings.TrimSuffix(udiff.Unified(from, to, string(a), string(b)), "\n")
	s := &Sheet{title: title, view: viewport.New()}
	if text != "" {
		s.lines = strings.Split(text, "\n")
	}
	return s
}

// Counts is how many lines only the first text has, and only the second.
func (s *Sheet) Counts() (gone, new int) {
	for i, line := range s.lines {
		switch {
		case i < headLines:
		case strings.HasPrefix(line, "-"):
			gone++
		case strings.HasPrefix(line, "+"):
			new++
		}
	}
	return gone, new
}

// headLines are those with the names of the texts.
const headLines = 2

// scrolls are the ways to move in the sheet.
var scrolls = map[pane.Verb]func(*viewport.Model){
	pane.Up: func(v *viewport.Model) { v.ScrollUp(1) }, pane.Down: func(v *viewport.Model) { v.ScrollDown(1) },
	pane.PageUp: func(v *viewport.Model) { v.PageUp() }, pane.PageDown: func(v *viewport.Model) { v.PageDown() },
	pane.Home: func(v *viewport.Model) { v.GotoTop() }, pane.End: func(v *viewport.Model) { v.GotoBottom() },
}

// Press moves in the sheet; false where the key means nothing there.
func (s *Sheet) Press(key string, size pane.Size) bool {
	verb, ok := pane.VerbOf(key)
	if ok {
		s.fit(size)
		scrolls[verb](&s.view)
	}
	return ok
}

func (s *Sheet) fit(size pane.Size) {
	s.view.SetWidth(size.W)
	s.view.SetHeight(size.H)
	s.view.SetContentLines(s.lines)
}

// Rows is how many lines it could use.
func (s *Sheet) Rows(int) int { return max(len(s.lines), 1) }

// View draws what of the sheet is in sight. The signs at the beginnings of the
// lines tell what the colours tell.
func (s *Sheet) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: s.title}
	if len(s.lines) == 0 {
		box.Lines = []string{th.Dim.Render("no difference")}
		return box
	}
	s.fit(size)
	first := s.view.YOffset()
	for i := first; i < min(first+size.H, len(s.lines)); i++ {
		box.Lines = append(box.Lines, s.style(th, i).Render(th.Fit(th.Clean(expand(s.lines[i])), size.W)))
	}
	if len(s.lines) > size.H {
		box.Right = fmt.Sprintf("%d to %d of %d", first+1, min(first+size.H, len(s.lines)), len(s.lines))
	}
	return box
}

// expand writes tabs as blanks, since a symbol for each would hide the text.
func expand(line string) string { return strings.ReplaceAll(line, "\t", "    ") }

func (s *Sheet) style(th *theme.Theme, i int) theme.Style {
	switch line := s.lines[i]; {
	case i < headLines:
		return th.Title
	case strings.HasPrefix(line, "-"):
		return th.Uncovered
	case strings.HasPrefix(line, "+"):
		return th.Covered
	case strings.HasPrefix(line, "@@"):
		return th.Accent
	}
	return th.Text
}

// Footer says how to go on and out.
func (s *Sheet) Footer() string { return "arrows move  esc back" }
