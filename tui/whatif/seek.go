package whatif

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/input"
	"termsheet/tui/pane"
)

// seekTab looks for what reaches a target. Below the answers stand the lines of
// the deal, which can be held or kept above a floor.
type seekTab struct {
	target string // as typed; empty: the figure as it is
	way    int    // of ways
	ways   []deal.Path
	found  *whatif.Found
	broken map[string]string // rules that answers break, in words
	rates  []line
	err    error
	at     int // the answer that enter takes over
	row    int // the row at the cursor: answers first, then lines
	window pane.Window

	conditions
	field *input.Line // a condition that is being typed
	about about
}

// about is what a typed condition is about.
type about struct {
	name string
	set  func(text string) error
}

func (t *seekTab) asks() string {
	return t.target + "\n" + t.by().String() + "\n" + t.conditions.text()
}

func (t *seekTab) job(v *View, e whatif.Engine, book *rules.Rulebook) job {
	s, own := v.scenario, v.floor
	target, goal, keep := t.target, whatif.Goal{By: t.by()}, t.conditions.clone()
	return func(ctx context.Context, a *Answer) {
		goal.Breaks = rules.Breaks(book, s)
		a.err = a.sought(ctx, &e, s, target, goal, own, keep)
		a.broken = brokenBy(a.found, book)
	}
}

func (t *seekTab) typing() bool { return t.field != nil }

func (t *seekTab) reset() { t.field = nil }

// by is the input that is sought.
func (t *seekTab) by() deal.Path {
	if t.way >= len(t.ways) {
		return discount
	}
	return t.ways[t.way]
}

func (t *seekTab) hear(a Answer) {
	before := t.head()
	_, onLine := t.lineAt()
	t.found, t.broken, t.rates, t.err = a.found, a.broken, a.lines, a.err
	if a.ways != nil {
		t.ways = a.ways
	}
	if onLine { // the line at the cursor stays there; the nearest of the new answers is marked
		t.row, t.at = t.row+t.head()-before, 0
	}
	t.at = min(t.at, max(t.answers()-1, 0))
	t.row = max(min(t.row, t.head()+len(t.rates)-1), 0)
}

// answers is how many there are.
func (t *seekTab) answers() int {
	if t.found == nil {
		return 0
	}
	return len(t.found.Answers)
}

// head is how many rows stand before the lines: there is one for the answers
// where none is found, too.
func (t *seekTab) head() int { return max(t.answers(), 1) }

// Answered is the deal that the answer at the cursor makes; nil where that is not on
// one.
func (v *View) Answered() *deal.Scenario {
	t := &v.seek
	if v.tab != Seek || t.err != nil || t.row >= t.answers() {
		return nil
	}
	return t.found.Answers[t.at].Deal
}

// lineAt is the line at the cursor, if that is on one.
func (t *seekTab) lineAt() (*line, bool) {
	i := t.row - t.head()
	if i < 0 || i >= len(t.rates) {
		return nil, false
	}
	return &t.rates[i], true
}

func (t *seekTab) waits(act Act) bool {
	_, moves := verbs[act]
	return moves || act == Take || act == Hold || act == Floor || len(t.ways) == 0 && (act == Left || act == Right)
}

func (t *seekTab) off(v *View, act Act) string {
	switch act {
	case Hold:
		return t.holdOff()
	case Floor:
		if v.public {
			return "not in presenter view"
		}
	case Take:
		if t.answers() == 0 {
			return "there is no answer to take over"
		}
	}
	return ""
}

// mostTarget is how many characters a target can have.
const mostTarget = 18

func (t *seekTab) do(v *View, act Act) Intent {
	if verb, ok := verbs[act]; ok {
		t.move(verb)
		return Intent{}
	}
	switch act {
	case Left, Right:
		if n := len(t.ways); n > 0 {
			t.way, t.at, t.row = (t.way+signs[act]+n)%n, 0, 0
		}
	case Take:
		return t.keep(v)
	case Hold:
		l, _ := t.lineAt()
		t.hold(l.path.String())
	case Floor:
		t.askFloor(v)
	case Round:
		t.askStep()
	}
	return Intent{}
}

// aimed is a key that changes the target; false where it is none.
func (t *seekTab) aimed(name string) bool {
	switch {
	case name == "ctrl+u":
		t.target = ""
	case name == "backspace" && t.target != "":
		t.target = t.target[:len(t.target)-1]
	default:
		return t.put(name)
	}
	return true
}

// put puts characters behind the target; false where they are none of an
// amount.
func (t *seekTab) put(text string) bool {
	if text == "" || strings.Trim(text, "0123456789.,") != "" {
		return false
	}
	if len(t.target)+len(text) <= mostTarget {
		t.target, t.at, t.row = t.target+text, 0, 0
	}
	return true
}

// move goes through the rows; an answer that is gone to is the one to take over.
func (t *seekTab) move(verb pane.Verb) {
	t.row = pane.Step(t.row, t.head()+len(t.rates), listPage, verb)
	if t.row < t.answers() {
		t.at = t.row
	}
}

// holdOff is why there is no line at the cursor to hold, or to let go.
func (t *seekTab) holdOff() string {
	l, ok := t.lineAt()
	switch {
	case len(t.rates) == 0:
		return "the deal has no rate to hold"
	case !ok:
		return "go down to the lines of the deal; the one at the cursor is held"
	case l.named:
		return spoken(l.path) + " is named by the offer; a discount leaves it as it is"
	case t.by().String() == l.path.String():
		return spoken(l.path) + " is what is sought; it cannot be held"
	}
	return ""
}

// askFloor has the floor typed of the line at the cursor, or of all.
func (t *seekTab) askFloor(v *View) {
	path, name := forAll, "floor of all lines"
	if l, ok := t.lineAt(); ok {
		path, name = l.path.String(), "floor of "+lineName(l)
	}
	text := ""
	if share, ok := t.least(path, v.floor); ok {
		text = money.Percent(share)
	}
	t.ask(text, about{name, func(text string) error {
		if text == "" {
			delete(t.floors, path)
			return nil
		}
		share, err := readFloor(text)
		if err == nil {
			put(&t.floors, path, share)
		}
		return err
	}})
}

// askStep has the step typed that answers go by.
func (t *seekTab) askStep() {
	by := t.by()
	text := ""
	if t.found != nil {
		text = t.found.Step
	}
	t.ask(text, about{"step of " + spoken(by), func(text string) error {
		if text == "" {
			delete(t.steps, by.String())
			return nil
		}
		step, err := readStep(text, by)
		if err == nil {
			put(&t.steps, by.String(), step)
		}
		return err
	}})
}

func (t *seekTab) ask(text string, a about) {
	line := input.New(text)
	line.Mark(0)
	t.field, t.about = &line, a
}

// typed is a key while a condition is typed.
func (t *seekTab) typed(_ *View, key tea.KeyPressMsg) Intent {
	switch key.String() {
	case "esc", "ctrl+c":
		t.field = nil
	case "enter":
		if err := t.about.set(strings.TrimSpace(t.field.Text())); err != nil {
			return Intent{Do: Refuse, What: err.Error()}
		}
		t.field = nil
	default:
		t.field.Press(key)
	}
	return Intent{}
}

// paste puts text into the field, else behind the target.
func (t *seekTab) paste(text string) bool {
	if t.field == nil {
		return t.put(strings.TrimPrefix(text, "$"))
	}
	t.field.Insert(text)
	return true
}

// keep takes the answer over that is marked.
func (t *seekTab) keep(v *View) Intent {
	edits, err := t.edits(v)
	if err != nil {
		return Intent{Do: Refuse, What: err.Error()}
	}
	what := spoken(t.found.By) + " " + t.found.Answers[t.at].Value
	return Intent{Do: Keep, What: what, Edits: edits}
}

// edits make the marked answer the deal's. A discount that leaves lines as they
// are has the offer name those.
func (t *seekTab) edits(v *View) ([]scenarios.Edit, error) {
	answer := &t.found.Answers[t.at]
	sought, err := valueOf(answer.Deal, t.found.By, answer.Value)
	if err != nil {
		return nil, err
	}
	values := []deal.Edit{sought}
	for i := range t.rates {
		if l := &t.rates[i]; t.holding(l) {
			values = append(values, deal.Edit{Path: l.path, Value: l.now.Value})
		}
	}
	return v.reach(values...)
}

// holding tells whether the answers leave a line as it is because it is held.
func (t *seekTab) holding(l *line) bool {
	return t.byDiscount() && t.held[l.path.String()] && !l.named
}

// byDiscount tells whether all lines move that are not held.
func (t *seekTab) byDiscount() bool { return t.by().String() == discount.String() }

func (t *seekTab) fieldHints() [][2]string {
	return [][2]string{{"enter", "keep it"}, {"esc", "leave it"}, {"ctrl+u", "clear"}, {t.about.name + ", empty: the usual", ""}}
}
