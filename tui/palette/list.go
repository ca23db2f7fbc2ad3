// Package palette is the one overlay that picks from a list: commands,
// products, scenarios, instance types, variants, answers to a question.
package palette

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/input"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// Item is a choice.
type Item struct {
	Value  string // what is chosen
	Label  string
	Detail string
	Keys   string // at the right edge
	Off    string // why it cannot be chosen
	Group  string // a heading that stands above the first of its items
	More   bool   // something has to follow it before it can be chosen
}

// Lead is the item as the text begins that goes on behind it: in a folder right
// there, else behind a blank.
func (i Item) Lead() string {
	if strings.HasSuffix(i.Value, "/") {
		return i.Value
	}
	return i.Value + " "
}

// Holds tells whether a text can be typed into a list as it is.
func Holds(text string) bool { return input.Holds(text) }

// List is an overlay with a filter that is typed into and a cursor.
type List struct {
	Title, Prompt string
	Hint          string // how to go on, in the bottom line
	About         []string
	Items         []Item // all of them, or what Source gives for the text
	Source        func(text string) []Item
	Grouped       bool                     // headings, while nothing is typed
	Free          bool                     // the text counts as it is typed; an item only once it was gone to
	Tell          func(text string) string // about the text, while no item was gone to
	line          input.Line
	at            int
	window        pane.Window
	picked        bool // the cursor was moved to an item
}

// Text is what is typed.
func (l *List) Text() string { return l.line.Text() }

// Type puts text in at the cursor and begins at the first match.
func (l *List) Type(text string) {
	l.line.Insert(text)
	l.at, l.picked = 0, false
}

// Set puts a text in place of the one typed.
func (l *List) Set(text string) {
	l.line.Set(text)
	l.at, l.picked = 0, false
}

// Propose puts a text in place of the one typed, and marks it from a place on:
// what is typed next replaces that part.
func (l *List) Propose(text string, from int) {
	l.Set(text)
	l.line.Mark(from)
}

// Press is a key for the text: another text begins at the first match.
func (l *List) Press(key tea.KeyPressMsg) {
	if l.line.Press(key) {
		l.at, l.picked = 0, false
	}
}

// Picked tells whether enter is about the item at the cursor, not about the
// text.
func (l *List) Picked() bool { return l.picked || !l.Free }

// Pick makes enter be about the item at the cursor.
func (l *List) Pick() { l.picked = true }

// Move moves the cursor along the matches. Where the text counts, the first
// move goes to the first of them.
func (l *List) Move(v pane.Verb, page int) {
	if !l.Picked() {
		l.at = -1
		l.picked = true
	}
	l.at = max(pane.Step(l.at, len(l.matches()), page, v), 0)
}

// Point puts the cursor on a match, and tells whether it stood there already.
func (l *List) Point(row, _, first int) bool {
	was, picked := min(l.at, max(len(l.matches())-1, 0)), l.Picked()
	l.at, l.window, l.picked = row, pane.Pointed(row, first), true
	return row == was && picked
}

// Place puts the cursor on the item of a value.
func (l *List) Place(value string) {
	for i, item := range l.matches() {
		if item.Value == value {
			l.at = i
		}
	}
}

// Chosen is the item at the cursor.
func (l *List) Chosen() (Item, bool) {
	matches := l.matches()
	if len(matches) == 0 {
		return Item{}, false
	}
	return matches[min(l.at, len(matches)-1)], true
}

// matches are the items that the text leaves, the closest first.
func (l *List) matches() []Item {
	switch {
	case l.Source != nil:
		return l.Source(l.Text())
	case l.Question():
		return answers(l.Items)
	}
	return Filter(l.Items, l.Text())
}

// Rows is how many lines the list would fill with all its items, its frame not
// counted.
func (l *List) Rows() int {
	items := l.Items
	if l.Source != nil {
		items = l.Source("")
	}
	return l.filled(items, l.Grouped)
}

// Shown is how many lines it fills with what the text leaves.
func (l *List) Shown() int { return l.filled(l.matches(), l.Grouped && l.Text() == "") }

func (l *List) filled(items []Item, headed bool) int {
	n := len(l.About) + max(len(items), 1)
	if l.Prompt != "" {
		n++
	}
	group, tells := "", false
	for _, item := range items {
		if headed && item.Group != group {
			group = item.Group
			n++
		}
		tells = tells || item.Detail != "" || item.Off != ""
	}
	if tells || l.Tell != nil {
		n += tellLines + 1
	}
	return n
}

// tellLines is how many lines say all about the item at the cursor, where its
// row is too short.
const tellLines = 2

// View draws the list into a box of its own.
func (l *List) View(th *theme.Theme, size pane.Size) pane.Box {
	box := pane.Box{Title: th.Clean(l.Title)}
	for _, line := range l.About {
		box.Lines = append(box.Lines, pane.Paragraph(th, th.Text, line, size.W)...)
	}
	if l.Prompt != "" {
		box.Lines = append(box.Lines, l.prompt(th, size.W))
	}
	matches := l.matches()
	at := min(l.at, max(len(matches)-1, 0))
	told := l.told(th, matches, at, size)
	room := size.H - len(box.Lines) - len(told)
	rows := l.rows(th, matches, at, size.W)
	cursor := 0
	for i, r := range rows {
		if r.Row == at {
			cursor = i
		}
	}
	first := l.window.Scroll(at, cursor, len(rows), room)
	box.First = first
	for i := first; i < min(first+max(room, 0), len(rows)); i++ {
		box.Add(rows[i])
	}
	if len(matches) == 0 {
		box.Lines = append(box.Lines, th.Dim.Render("nothing matches"))
	}
	for len(told) > 0 && len(box.Lines) < size.H-len(told) {
		box.Lines = append(box.Lines, "")
	}
	box.Lines = append(box.Lines, told...)
	if len(rows) > room {
		box.Right = fmt.Sprintf("%d of %d", at+1, len(matches))
	}
	return box
}

// told writes out the words about the item at the cursor that its row has no
// room for.
func (l *List) told(th *theme.Theme, items []Item, at int, size pane.Size) []string {
	if len(items) == 0 && l.Tell == nil || size.H < min(len(items), 2*tellLines)+tellLines+2 {
		return nil
	}
	var item Item
	if len(items) > 0 {
		item = items[at]
	}
	text := item.Detail
	if l.Tell != nil && (!l.Picked() || text == "" && item.Off == "") {
		if about := l.Tell(l.Text()); about != "" {
			text, item.Off = about, ""
		}
	}
	if item.Off != "" {
		text = strings.TrimSpace("off: " + item.Off + ". " + text)
	}
	if text == "" {
		return nil
	}
	out := []string{""}
	for i, line := range pane.Wrap(th.Clean(text), size.W) {
		if i < tellLines {
			out = append(out, th.Dim.Render(line))
		}
	}
	return out
}

// rows are the headings and the items, each with its place among those.
func (l *List) rows(th *theme.Theme, items []Item, at, w int) []pane.Line {
	var out []pane.Line
	group := ""
	for i, item := range items {
		if l.Grouped && l.Text() == "" && item.Group != group {
			group = item.Group
			out = append(out, pane.Line{Row: -1, Text: th.Title.Render(th.Fit(group, w))})
		}
		out = append(out, pane.Line{Row: i, Text: line(th, item, i == at && l.Picked(), w, labelWidth(items, w))})
	}
	return out
}

func labelWidth(items []Item, w int) int {
	most := 0
	for _, item := range items {
		most = max(most, theme.Width(item.Label))
	}
	return min(most+2, w*5/9)
}

func line(th *theme.Theme, item Item, here bool, w, label int) string {
	r := pane.NewRow(th)
	name, detail := th.Text, th.Dim
	text := item.Detail
	if item.Off != "" {
		name, text = th.Dim, "off: "+item.Off
	}
	keys := theme.Width(item.Keys)
	rest := w - 2 - label - keys - 1
	if here {
		plain := th.Fit(th.Clean(item.Label), label-1) + " " + th.Fit(th.Clean(text), max(rest, 0)) + " " + item.Keys
		return th.Selection.Render(th.Fit(th.Glyphs.Pointer+" "+plain, w))
	}
	r.Gap(2).Left(name, th.Clean(item.Label), label-1).Gap(1)
	r.Left(detail, th.Clean(text), rest)
	r.Gap(1).Add(th.Key, item.Keys)
	return r.String()
}

func (l *List) prompt(th *theme.Theme, w int) string {
	text := l.Prompt + l.line.Typed().Window(th, w-theme.Width(l.Prompt))
	return th.Input.Render(th.Fit(text, w))
}

// Footer is the line that says how to go on and out.
func (l *List) Footer() string {
	if l.Hint != "" {
		return l.Hint
	}
	if l.Question() {
		return "a digit or letter answers  enter choose  esc back"
	}
	return "enter choose  esc back"
}
