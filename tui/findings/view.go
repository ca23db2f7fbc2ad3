package findings

import (
	"fmt"

	"termsheet/scenarios/check"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Press moves the cursor; false where the key means nothing here.
func (l *List) Press(key string, size pane.Size) bool {
	v, ok := pane.VerbOf(key)
	if ok {
		l.at = pane.Step(l.at, len(l.found), size.H/2, v)
	}
	return ok
}

// Point puts the cursor on a finding, and tells whether it stood there already.
func (l *List) Point(row, _, first int) bool {
	was := l.at
	l.at, l.window = row, pane.Pointed(row, first)
	return row == was
}

// tellLines is how many lines the finding at the cursor is told in at most.
const tellLines = 8

// Rows is how many lines the list could use.
func (l *List) Rows(int) int { return max(len(l.found), 1) + tellLines }

// Footer is the line that says how to go on and out.
func (l *List) Footer() string {
	if len(l.found) == 0 {
		return "esc back"
	}
	return "enter go there  o the rule in full  esc back"
}

// none stands where there is nothing to list.
const none = "No rule has anything to say against this deal."

// View draws the list, and below it the finding at the cursor in full.
func (l *List) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: "Findings"}
	chosen, any := l.Chosen()
	if !any {
		box.Lines = []string{th.Text.Render(th.Fit(none, size.W))}
		return box
	}
	told := tell(th, chosen, size.W)
	told = told[:min(len(told), tellLines, size.H*2/3)]
	room := max(size.H-len(told), 1)
	first := l.window.Scroll(l.at, l.at, len(l.found), room)
	box.First = first
	for i := first; i < min(first+room, len(l.found)); i++ {
		box.Add(pane.Line{Text: row(th, l.found[i], i == l.at, size.W), Row: i})
	}
	for len(box.Lines) < room {
		box.Lines = append(box.Lines, "")
	}
	box.Lines = append(box.Lines, told...)
	if len(l.found) > room {
		box.Right = fmt.Sprintf("%d of %d", l.at+1, len(l.found))
	}
	return box
}

// The cells of a row: what is left over is the message's.
const (
	wordWidth = 8
	ruleWidth = 8
)

func row(th *theme.Theme, f check.Placed, here bool, w int) string {
	flag := pane.FlagOf(th, f.Severity)
	message := th.Clean(f.Message)
	if here {
		text := fmt.Sprintf("%s %s %-*s%-*s", th.Glyphs.Pointer, flag.Glyph, wordWidth, f.Severity, ruleWidth, f.Rule)
		return th.Selection.Render(th.Fit(text+message, w))
	}
	r := pane.NewRow(th).Gap(2).Add(flag.Style, flag.Glyph).Gap(1)
	r.Left(flag.Style, f.Severity.String(), wordWidth).Left(th.Strong, f.Rule, ruleWidth)
	return r.Left(th.Text, message, w-r.Width()).String()
}

// tell writes a finding out: what is wrong, what to do, and where it stands.
func tell(th *theme.Theme, f check.Placed, w int) []string {
	out := []string{""}
	add := func(style theme.Style, text string) {
		out = append(out, pane.Paragraph(th, style, text, w)...)
	}
	add(th.Text, f.Message+".")
	if f.Fix != "" {
		add(th.Strong, "What to do: "+f.Fix+".")
	}
	add(th.Dim, Where(f))
	return out
}

// Where says at which key, in which file a finding stands.
func Where(f check.Placed) string {
	at := fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
	switch key := f.Of.Path.String(); {
	case f.Of.OnProduct && key != "":
		return "in the product " + at + ", " + key
	case key != "":
		return at + ", " + key
	}
	return at
}

// Summary is the count of findings with the sign of the gravest: in words, or
// in as few cells as that takes. Without findings it is empty.
func (l *List) Summary(th *theme.Theme, words bool) (string, pane.Flag) {
	n, worst := l.Count()
	flag := pane.FlagOf(th, worst)
	switch {
	case n == 0:
		return "", pane.Flag{}
	case !words:
		return fmt.Sprintf("%s%d", flag.Glyph, n), flag
	case n == 1:
		return fmt.Sprintf("%s 1 %s", flag.Glyph, worst), flag
	}
	return fmt.Sprintf("%s %d findings", flag.Glyph, n), flag
}
