package pane

import (
	"strings"

	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// Against is the heading of a column of differences from the baseline; empty
// where there is none.
func Against(pin session.Pin) string {
	switch {
	case pin.Quote == nil:
		return ""
	case strings.HasPrefix(pin.Label, "pinned"):
		return "vs pinned"
	case strings.HasSuffix(pin.Label, "opened"):
		return "vs opened"
	}
	return "vs other"
}

// Told writes paragraphs of sentences in at most `room` lines. A sentence that
// has no room is left out with those behind it; only the very first is cut, with
// a mark. The first paragraph is the one to read.
func Told(th *theme.Theme, w, room int, paragraphs ...[]string) []string {
	var out []string
	style := th.Text
	for _, sentences := range paragraphs {
		lines := fitting(th, sentences, w, room-len(out))
		if len(lines) == 0 && len(out) == 0 && len(sentences) > 0 && room > 0 {
			lines = Cut(th, sentences[0], w, room)
		}
		for _, line := range lines {
			out = append(out, style.Render(line))
		}
		style = th.Dim
	}
	return out
}

// fitting are as many of the sentences as have room, one behind the other.
func fitting(th *theme.Theme, sentences []string, w, room int) []string {
	var clean []string
	for _, sentence := range sentences {
		if sentence != "" {
			clean = append(clean, th.Clean(sentence))
		}
	}
	for n := len(clean); n > 0; n-- {
		if lines := Wrap(strings.Join(clean[:n], " "), w); len(lines) <= room {
			return lines
		}
	}
	return nil
}

// Cut breaks a text over at most n lines; the last ends with a mark where
// something is left out.
func Cut(th *theme.Theme, text string, w, n int) []string {
	lines := Wrap(th.Clean(text), w)
	if n <= 0 {
		return nil
	}
	if len(lines) > n {
		lines = lines[:n]
		last := lines[n-1] + " " + th.Glyphs.Ellipsis
		if theme.Width(last) > w {
			last = th.Fit(lines[n-1]+"  ", w) // cuts with the mark
		}
		lines[n-1] = last
	}
	return lines
}
