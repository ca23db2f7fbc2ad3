package tui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"termsheet/tui/pane"
	"termsheet/tui/terms"
	"termsheet/tui/theme"
)

// header is the top of the screen: what deal this is, and its variants.
func (a *App) header(r rect) []string {
	lines := []string{a.titleLine(r.w).text}
	if r.h > 1 {
		lines = append(lines, a.variantLine(r.w).text)
	}
	return lines
}

func (a *App) titleLine(w int) bar {
	th, s := &a.theme, a.session
	scenario := s.Scenario()
	row := newBar(th)
	row.Add(th.Accent, " termsheet ")
	right := a.state()
	found, tone := a.foundText(w)
	room := w - row.Width() - theme.Width(found) - theme.Width(right) - 1
	parts := []string{scenario.Product.Title, scenario.Title}
	if sum := terms.Summary(scenario, s.Quote()); sum != "" {
		parts = append(parts, sum)
	}
	if w < gridW {
		parts = []string{scenario.Title}
	}
	styles := []theme.Style{th.Strong, th.Text, th.Dim}
	for i, part := range parts {
		text := "  " + th.Clean(part)
		if i > 0 && theme.Width(text) > room {
			if room > 12 {
				row.Left(styles[i], text, room)
				room = 0
			}
			break
		}
		n := min(theme.Width(text), max(room, 0))
		row.Left(styles[i], text, n)
		room -= n
	}
	row.Gap(room)
	row.Add(tone, found)
	if found != "" && !s.Presenting() {
		row.place(place{key: a.keyFor("findings")}, found)
	}
	row.Add(th.Badge, right)
	if text := a.variantBadge(); text != "" {
		row.placePart(place{key: a.keyFor("next-variant")}, right, text)
	}
	return row.bar(w)
}

// state says what must not be missed: unsaved edits, figures out of date.
func (a *App) state() string {
	var words []string
	s := a.session
	if s.Current().Err != nil {
		words = append(words, "not priced")
	}
	if text := a.variantBadge(); text != "" {
		words = append(words, text)
	}
	if text := a.diskWords(); text != "" {
		words = append(words, text)
	}
	if s.Edited() {
		words = append(words, "edited")
	}
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " "+a.theme.Glyphs.Dot+" ") + " "
}

// variantBadge says which variant is shown, where no line names them all.
func (a *App) variantBadge() string {
	s := a.session
	n := len(s.Variants())
	if n < 2 || a.h >= roomyH {
		return ""
	}
	return fmt.Sprintf("%s %d/%d%s", a.theme.Fit(a.theme.Clean(s.Variant()), min(16, theme.Width(s.Variant()))), s.VariantIndex()+1, n, a.hiddenWord(s.Variant()))
}

// variantLine names the variants with what each costs, the shown one marked.
func (a *App) variantLine(w int) bar {
	th, s := &a.theme, a.session
	row := newBar(th).gap(1)
	shown := s.VariantIndex()
	list := s.Variants()
	first := 0
	for first < shown && a.variantsWidth(first, shown+1) > w-2 {
		first++
	}
	if first > 0 {
		row.Add(th.Dim, th.Glyphs.CutLeft+" ")
	}
	for i := first; i < len(list); i++ {
		text := a.variantText(i)
		if row.Width()+theme.Width(text)+4 > w && i > first {
			row.Add(th.Dim, th.Glyphs.CutRight)
			break
		}
		text = th.Fit(text, min(theme.Width(text), w-row.Width()-3))
		style := th.Dim
		if i == shown {
			style = th.Selection
		}
		row.Add(style, text)
		row.place(place{at: i}, text).Gap(1)
	}
	return row.bar(w)
}

func (a *App) variantText(i int) string {
	p := a.session.Variants()[i]
	text := " " + a.theme.Clean(p.Scenario.Variant) + " " + costWords(p) + a.hiddenWord(p.Scenario.Variant) + " "
	if i == a.session.VariantIndex() {
		text = a.theme.Glyphs.Pointer + text[1:]
	}
	return text
}

func (a *App) variantsWidth(from, to int) int {
	n := 3
	for i := from; i < to; i++ {
		n += theme.Width(a.variantText(i)) + 1
	}
	return n
}

// tabs names the panes where only one is shown at a time.
func (a *App) tabs(w int) bar {
	th := &a.theme
	row := newBar(th).gap(1)
	for i, name := range paneNames {
		if !a.has(Pane(i)) {
			continue
		}
		style, text := th.Dim, " "+name+" "
		if Pane(i) == a.focus {
			style, text = th.Selection, th.Glyphs.Pointer+name+" "
		}
		if row.Width()+len(text) < w {
			row.Add(style, text)
			row.place(place{at: i}, text)
		}
	}
	if q := a.session.Quote(); q != nil {
		sum := q.Totals.Software.Grouped()
		if long := "this deal " + sum; row.Width()+len(long)+2 < w {
			sum = long
		}
		if row.Width()+len(sum)+2 < w {
			row.Right(th.Strong, sum, w-row.Width()-1)
		}
	}
	return row.bar(w)
}

// status is the answer to the last key. Where the footer has no line of its
// own, the key hints stand here while there is nothing to say.
func (a *App) status(w int, alone bool) bar {
	th := &a.theme
	switch {
	case a.typing != nil:
		return bar{text: a.typingLine(w)}
	case a.message.text != "":
		return bar{text: a.messageStyle().Render(th.Fit(a.messageText(), w))}
	case alone && a.session.Presenting():
		return bar{text: strings.Repeat(" ", w)}
	case alone:
		about := a.session.Scenario().About
		return bar{text: th.Dim.Render(th.Fit(" "+th.Clean(about), w))}
	}
	return a.hints(w)
}

// typingLine says what is being typed and what it would do.
func (a *App) typingLine(w int) string {
	th, t := &a.theme, a.typing
	row := pane.NewRow(th)
	row.Add(th.Key, " "+th.Clean(t.cell.Name)+" ")
	switch {
	case t.err != nil:
		row.Left(th.Bad, "! "+th.Clean(reason(t.err)), w-row.Width())
	case t.fresh:
		row.Left(th.Dim, "is "+th.Clean(t.cell.Text)+"; type a value, or a change: +2 -15% *1.1", w-row.Width())
	default:
		text := t.line.Typed().Marked(th) + a.previewWords()
		if n, point := t.line.Typed().Count(); point && n != "" && t.begun && a.repeats(".") {
			text += "; . again repeats " + n + " times"
		}
		if way := "   enter keep  esc leave"; a.h < roomyH && theme.Width(text)+len(way) < w-row.Width() {
			text += way
		}
		row.Left(th.Text, text, w-row.Width())
	}
	return row.String()
}

// previewWords says what the value being typed does to the deal.
func (a *App) previewWords() string {
	after, ok := a.software()
	if !ok {
		if err := a.session.Current().Err; err != nil {
			return "; " + err.Error()
		}
		return ""
	}
	return "; this deal would be " + after.Grouped()
}

// hints names the keys that matter most, as many as fit, in the order of the
// table.
func (a *App) hints(w int) bar {
	th := &a.theme
	switch {
	case a.asking:
		return a.pairs(w, a.askingHints())
	case a.typing != nil:
		return a.pairs(w, typingHints)
	case a.focus == Book:
		return a.pairs(w, a.bookHints())
	}
	row := newBar(th)
	row.Add(th.Key, " arrows").Add(th.Dim, " move ")
	places := a.hinted(w - row.Width())
	if last := &a.hinting; last.w == w && last.looks == a.looks && slices.Equal(last.places, places) {
		return last.bar
	}
	for _, i := range places {
		row.hint(a.actions[i].keys[0], a.actions[i].hint)
	}
	a.hinting = hinting{w, a.looks, places, row.bar(w)}
	return a.hinting.bar
}

// hinting is a footer of hints as it was drawn, with what it was drawn from.
type hinting struct {
	w, looks int
	places   []int // of the actions
	bar      bar
}

// typingHints stand in the footer while a value is typed: the letters are text
// then.
var typingHints = [][2]string{
	{"enter", "keep"}, {"esc", "leave it"}, {"tab", "keep, next pane"}, {"ctrl+u", "clear"},
	{"+2 -15% *1.1", "change what is there"},
}

// hinted picks the actions for the footer by rank and puts them back in order.
// What has no room is not asked whether it is off.
func (a *App) hinted(room int) []int {
	places := make([]int, 0, len(a.hinting.places)+1)
	here := a.room()
	for _, i := range a.ranked {
		act := &a.actions[i]
		if act.in&here == 0 || !act.presented && a.session.Presenting() || a.off(act) != "" {
			continue
		}
		if room -= len(act.keys[0]) + len(act.hint) + 3; room < 0 {
			break
		}
		places = append(places, i)
	}
	slices.Sort(places)
	return places
}

// ranked are the places of the actions with a hint for the footer, the most useful
// first.
func ranked(actions []action) []int {
	var places []int
	for i := range actions {
		if actions[i].hint != "" && len(actions[i].keys) > 0 {
			places = append(places, i)
		}
	}
	slices.SortStableFunc(places, func(i, j int) int { return cmp.Compare(actions[i].rank, actions[j].rank) })
	return places
}

// pairs writes keys with what they do.
func (a *App) pairs(w int, hints [][2]string) bar {
	row := newBar(&a.theme)
	for _, hint := range hints {
		if row.Width()+theme.Width(hint[0])+theme.Width(hint[1])+3 <= w {
			row.hint(hint[0], hint[1])
		}
	}
	return row.bar(w)
}
