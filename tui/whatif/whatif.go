// Package whatif is the screen for the questions of a negotiation: the best
// number of annuals, the discount or rate that reaches a figure, a sweep over
// one or two inputs, and what moves the figure most. Package model/whatif
// answers them; this one asks, shows and offers to take an answer over.
package whatif

import (
	"context"
	"io"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session"
	"termsheet/tui/theme"
)

// Tab is one of the questions.
type Tab int

// The questions, in the order tab goes through them.
const (
	Best Tab = iota
	Seek
	Sweep
	Tornado
	Tabs // how many there are
)

// names are the words for the questions, as a command says them.
var names = [Tabs]string{"best", "seek", "sweep", "tornado"}

// Tab is the question that is open.
func (v *View) Tab() Tab { return v.tab }

// Title names a question on the screen.
func (t Tab) Title() string { return titles[t] }

// titles name them on the screen.
var titles = [Tabs]string{"Best X", "Goal seek", "Sweep", "Tornado"}

// Names lists the words for the questions.
func Names() []string { return names[:] }

// View is the what-if screen. The zero value is ready.
type View struct {
	tab     Tab
	metric  int       // of figures
	heard   [Tabs]int // the figure that the answer of each question is about
	public  bool      // a buyer looks on
	asked   question
	latest  int // the number of the last question
	cancel  context.CancelFunc
	behind  bool              // its answer is still to come
	off     bool              // it was called off
	waiting []tea.KeyPressMsg // keys for the answer

	scenario *deal.Scenario   // what the last question was about, without what is tried
	variant  string           // that it is edited in
	offer    []scenarios.Edit // that make a private offer, where it has none
	returned *deal.Scenario   // with the offer that it goes without, where a variant takes one away
	floor    listing.Rate     // the lowest share of list that the seller accepts, also where a buyer looks on

	best    bestTab
	seek    seekTab
	sweep   sweepTab
	tornado tornadoTab
}

// Do is what a key asks of the application.
type Do uint8

// What can be asked of the application.
const (
	Nothing Do = iota
	Try        // show the deal with the edits
	Keep       // make the edits
	Drop       // show the deal as it stands
	Leave
	Go // leave for the field of a path
	Refuse
)

// Intent is what follows from a key.
type Intent struct {
	Do    Do
	What  string // what is kept, or why it is refused
	Edits []scenarios.Edit
	Path  deal.Path
}

// component is what each question is made of.
type component interface {
	asks() string // what its answer depends on besides the deal and the figure
	job(v *View, e whatif.Engine, book *rules.Rulebook) job
	hear(a Answer)
	text(v *View, w io.Writer) error // the answer, in plain text

	do(v *View, act Act) Intent
	off(v *View, act Act) string // why it cannot be done now
	waits(act Act) bool          // it needs the answer
	draw(v *View, ctx *pane.Context, size pane.Size) drawing
	click(v *View, s spot) Intent
	choose(words []string) error // has the answer that is named in hand
	nearest(v *View) error       // has the best one

	typing() bool // letters are text
	typed(v *View, key tea.KeyPressMsg) Intent
	paste(text string) bool // false where there is no place for it
	fieldHints() [][2]string
}

func (v *View) current() component { return v.component(v.tab) }

func (v *View) component(t Tab) component {
	return [Tabs]component{&v.best, &v.seek, &v.sweep, &v.tornado}[t]
}

// Open begins with an instance type; a word names the question, none the last
// one. false: the word is none of Names.
func (v *View) Open(key, word string) bool {
	if word != "" {
		at, ok := tabOf(word)
		if !ok {
			return false
		}
		v.tab = at
	}
	v.best.turnTo(key)
	v.sweep.about(key)
	return true
}

// tabOf finds a question by its word or how that begins.
func tabOf(word string) (Tab, bool) {
	for i, name := range names {
		if len(word) <= len(name) && name[:len(word)] == word {
			return Tab(i), true
		}
	}
	return 0, false
}

// Close ends what is still being worked out.
func (v *View) Close() {
	if v.cancel != nil {
		v.cancel()
	}
	v.asked, v.behind, v.off, v.waiting = question{}, false, false, nil
}

// Forget drops every question and answer; an answer that is still to come is
// not heard. Floors stay: to forget them would give more away than they tell.
func (v *View) Forget() {
	v.Close()
	*v = View{tab: v.tab, latest: v.latest, seek: seekTab{conditions: conditions{floors: v.seek.floors}}}
}

// Off is why an act cannot be done in the question that is open, empty where it
// can.
func (v *View) Off(act Act) string { return v.current().off(v, act) }

// Do does what an act stands for in the question that is open.
func (v *View) Do(act Act) Intent {
	switch act {
	case NextQuestion, QuestionBefore:
		return v.turn(Tab(signs[act]))
	case NextFigure, FigureBefore:
		v.stepFigure(signs[act])
		return Intent{}
	case Back, Close:
		return Intent{Do: Leave}
	}
	return v.current().do(v, act)
}

// Type is a key that is text here; false where it is none.
func (v *View) Type(key tea.KeyPressMsg) (Intent, bool) {
	switch c := v.current(); {
	case c.typing():
		return c.typed(v, key), true
	case v.tab == Seek:
		return Intent{}, v.seek.aimed(key.String())
	}
	return Intent{}, false
}

// turn goes to another question; what is tried in this one is dropped.
func (v *View) turn(by Tab) Intent {
	v.tab = (v.tab + by + Tabs) % Tabs
	v.Reset()
	return Intent{Do: Drop}
}

// Reset puts what is in hand back to what the deal has.
func (v *View) Reset() {
	v.best.reset()
	v.seek.reset()
	v.sweep.reset()
}

// Paste puts text where characters go; false where there is no such place.
func (v *View) Paste(text string) bool { return v.current().paste(text) }

// Typing tells whether letters are text.
func (v *View) Typing() bool { return v.current().typing() }

// Behind tells whether an answer is still to come.
func (v *View) Behind() bool { return v.behind }

// FieldHints lists the keys of the field that is typed into, and what they do.
func (v *View) FieldHints() [][2]string { return v.current().fieldHints() }

// Lines draws the screen into exactly the size.
func (v *View) Lines(ctx pane.Context, w, h int) []string {
	th := ctx.Theme
	iw, ih := theme.PanelInner(w, h)
	lines := []string{v.head(th, ctx.Session, iw)}
	if room := (pane.Size{W: iw, H: ih - 1}); v.off {
		lines = append(lines, plainly(th, th.Text, room, "Called off before its end; enter works it out.")...)
	} else {
		lines = append(lines, v.current().draw(v, &ctx, room).lines...)
	}
	right := v.variant
	switch {
	case v.off:
		right = "called off"
	case v.behind:
		right = "working it out"
	}
	return th.Panel("What if", th.Clean(right), lines[:min(len(lines), ih)], w, h, true)
}

// tabs names the questions, and tells where each name stands.
func (v *View) tabs(th *theme.Theme) (*pane.Row, []pane.Span) {
	row := pane.NewRow(th)
	var places []pane.Span
	for i, title := range titles {
		style, text := th.Dim, " "+title+" "
		if Tab(i) == v.tab {
			style, text = th.Selection, th.Glyphs.Pointer+title+" "
		}
		from := row.Width()
		row.Add(style, text)
		places = append(places, pane.Span{From: from, To: row.Width()})
		row.Gap(1)
	}
	return row, places
}

// head names the questions, and what the deal costs with what is tried.
func (v *View) head(th *theme.Theme, s *session.Session, w int) string {
	row, _ := v.tabs(th)
	q, pin := s.Quote(), s.Pinned().Quote
	if q == nil || s.Current().Err != nil {
		return row.Right(th.Bad, "no price", w-row.Width()).String()
	}
	const deltaWidth = 16
	sum := q.Totals.Software.Grouped()
	if long := "this deal " + sum; row.Width()+len(long)+deltaWidth <= w {
		sum = long
	}
	if room := w - row.Width() - len(sum) - deltaWidth; room >= 0 && pin != nil {
		row.Gap(room).Add(th.Strong, sum).Delta(q.Totals.Software-pin.Totals.Software, true, deltaWidth)
		return row.String()
	}
	return row.Right(th.Strong, sum, max(w-row.Width(), 0)).String()
}
