package input

import "termsheet/tui/theme"

// The marks of the cursor: behind the text, and inside it.
const (
	atEnd  = "_"
	inside = "|"
)

// afterShare is the part of the cells that text behind the cursor may take,
// where not all of it fits.
const afterShare = 3

// Window is what is shown of the text in at most w cells: the cursor always,
// and what is cut off marked.
func (t Typed) Window(th *theme.Theme, w int) string {
	before, after, mark := th.Clean(t.Before), th.Clean(t.After), atEnd
	if t.Marks != "" {
		before += "[" + th.Clean(t.Marks) + "]"
	}
	if t.After != "" {
		mark = inside
	}
	over := theme.Width(before) + theme.Width(after) + 1 - w
	if over <= 0 {
		return before + mark + after
	}
	if most := w / afterShare; theme.Width(after) > most {
		keep := max(most, w-1-theme.Width(before))
		over -= theme.Width(after) - keep
		after = th.Fit(after, keep)
	}
	if over > 0 {
		before = th.Glyphs.CutLeft + cutLeft(before, over+1)
	}
	return th.Fit(before+mark+after, w)
}

// Marked is the whole text, with the cursor where it stands inside it.
func (t Typed) Marked(th *theme.Theme) string {
	if t.After == "" {
		return th.Clean(t.Before)
	}
	return th.Clean(t.Before) + inside + th.Clean(t.After)
}

// cutLeft drops characters of at least n cells.
func cutLeft(s string, n int) string {
	runes := []rune(s)
	i := 0
	for ; i < len(runes) && n > 0; i++ {
		n -= theme.Width(string(runes[i]))
	}
	return string(runes[i:])
}
