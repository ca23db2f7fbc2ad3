package whatif

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/tui/chart"
	"termsheet/tui/input"
)

// sweepTab moves the deal along one input, or in the grid of two.
type sweepTab struct {
	key    string // the type or dimension to begin with
	x, y   string // the axes as ParseAxis reads them; no y: a curve
	chosen bool   // by hand, so that another deal keeps them
	usual  []whatif.Axis

	grid   *whatif.Grid
	made   whatif.Assumed     // the offer that the grid makes of a deal on public terms
	now    money.Amount       // what that comes to
	misfit whatif.OffSchedule // where the offer's schedule does not fit
	err    error
	at     [2]int // the point in hand
	moved  bool   // else it is the deal's

	keptRows, keptCols chart.Window // where the pointer has taken a point in hand

	line   *input.Line // the axis that is being typed
	across bool        // it is x
}

// about turns to a type or dimension, unless the axes are chosen.
func (t *sweepTab) about(key string) {
	if key != t.key && !t.chosen {
		t.x, t.y = "", ""
	}
	t.key = key
}

func (t *sweepTab) asks() string { return t.x + "\n" + t.y }

func (t *sweepTab) job(v *View, e whatif.Engine, _ *rules.Rulebook) job {
	s, x, y, monthly := v.scenario, t.x, t.y, figures[v.metric].name == aMonth
	return func(ctx context.Context, a *Answer) { a.err = a.swept(ctx, &e, s, x, y, monthly) }
}

func (t *sweepTab) reset() { t.moved, t.line = false, nil }

func (t *sweepTab) typing() bool { return t.line != nil }

func (t *sweepTab) paste(text string) bool {
	if t.line != nil {
		t.line.Insert(text)
	}
	return t.line != nil
}

func (t *sweepTab) waits(act Act) bool {
	_, moves := gridMoves[act]
	return moves || act == Take
}

func (t *sweepTab) off(*View, Act) string { return "" }

// anew is told of every new scenario: its inputs, and axes where none are
// chosen.
func (t *sweepTab) anew(s *deal.Scenario) {
	t.moved = false
	t.usual = usualAxes(s)
	if t.x != "" && (t.chosen || readable(s, t.x) && readable(s, t.y)) {
		return
	}
	t.x, t.y = t.first(func(p deal.Path) bool {
		return slices.Contains(p, t.key) && p[0] != "price_change" && p[0] != "offer"
	}), ""
	if t.x != "" {
		t.y = t.first(func(p deal.Path) bool { return p.String() == discount.String() })
	}
	if t.y == "" {
		t.y = t.first(func(p deal.Path) bool { return (p[0] == "instance" || p[0] == "usage") && !onAxis(t.x, p) })
	}
}

// readable tells whether an axis is one of a scenario's.
func readable(s *deal.Scenario, axis string) bool {
	if axis == "" {
		return true
	}
	_, err := whatif.ParseAxis(s, axis)
	return err == nil
}

// usualAxes are the inputs of a scenario that can be swept.
func usualAxes(s *deal.Scenario) (list []whatif.Axis) {
	for _, in := range deal.Inputs(s) {
		if a, ok := whatif.Usual(s, in); ok && inDeal(s, in.Path) {
			list = append(list, a)
		}
	}
	return list
}

// inDeal leaves out the inputs of types and dimensions that are on the list but
// not in the deal.
func inDeal(s *deal.Scenario, p deal.Path) bool {
	return p[0] != "instance" || slices.ContainsFunc(s.Instances, func(n deal.Need) bool { return n.Type == p[1] })
}

// first is the usual axis of the first input of a kind, else of the first.
func (t *sweepTab) first(kind func(deal.Path) bool) string {
	for i := range t.usual {
		if kind(t.usual[i].Input.Path) {
			return t.usual[i].String()
		}
	}
	return ""
}

func onAxis(axis string, p deal.Path) bool {
	name := p.String() + "="
	return len(axis) > len(name) && axis[:len(name)] == name
}

func (t *sweepTab) hear(a Answer) {
	t.grid, t.err, t.moved, t.made, t.now, t.misfit = a.grid, a.err, false, a.assumed, a.now, a.off
	t.keptRows, t.keptCols = chart.Window{}, chart.Window{}
}

// point is the place in hand; ok is false where the deal's own is not on the
// axes.
func (t *sweepTab) point() (at [2]int, ok bool) {
	if at = t.at; !t.moved {
		at = t.grid.Here
	}
	if t.grid.Y == nil {
		at[1] = 0
	}
	return at, at[0] >= 0 && at[1] >= 0
}

// gridMoves are the acts that move in the grid.
var gridMoves = map[Act][2]int{
	Left: {-1, 0}, Right: {1, 0}, Up: {0, -1}, Down: {0, 1}, Home: {-1 << 20, 0}, End: {1 << 20, 0}, PageUp: {0, -5}, PageDown: {0, 5},
}

func (t *sweepTab) do(v *View, act Act) Intent {
	if by, ok := gridMoves[act]; ok {
		return t.move(v, by)
	}
	switch act {
	case RangeAcross, RangeDown:
		t.across = act == RangeAcross
		line := input.New(told(*t.axis()))
		line.Mark(0)
		t.line = &line
	case AcrossBefore, AcrossNext:
		return t.turn(true, signs[act])
	case DownBefore, DownNext:
		return t.turn(false, signs[act])
	case Take:
		if !t.moved || t.grid == nil {
			return Intent{Do: Refuse, What: "that is what the deal has; move in the grid first"}
		}
		at, _ := t.point()
		return t.reach(v, Intent{Do: Keep, What: t.values(at)}, at)
	}
	return Intent{}
}

func (t *sweepTab) axis() *string {
	if t.across {
		return &t.x
	}
	return &t.y
}

// typed is a key while an axis is typed.
func (t *sweepTab) typed(v *View, key tea.KeyPressMsg) Intent {
	switch key.String() {
	case "esc", "ctrl+c":
		t.line = nil
	case "enter":
		axes, err := axesIn(v.scenario, strings.Fields(t.line.Text()))
		switch {
		case err != nil: // it can be put right where it stands
			return Intent{Do: Refuse, What: err.Error()}
		case len(axes) > 1:
			return Intent{Do: Refuse, What: "one input goes here; write one range"}
		case len(axes) == 0 && t.across:
			return Intent{Do: Refuse, What: "an input has to go across; write one, such as " + strings.Join(firstOf(Axes(v.scenario), 1), "")}
		case len(axes) == 0:
			axes = []string{""}
		}
		*t.axis(), t.chosen, t.moved, t.line = axes[0], true, false, nil
		return Intent{Do: Drop}
	default:
		t.line.Press(key)
	}
	return Intent{}
}

// turn goes to the next input for an axis; the second can also be none.
func (t *sweepTab) turn(across bool, by int) Intent {
	t.across = across
	var list []string
	if !across {
		list = append(list, "")
	}
	now, other := 0, t.y
	if !across {
		other = t.x
	}
	for i := range t.usual {
		if onAxis(other, t.usual[i].Input.Path) {
			continue
		}
		if onAxis(*t.axis(), t.usual[i].Input.Path) {
			now = len(list)
		}
		list = append(list, t.usual[i].String())
	}
	if len(list) > 0 {
		*t.axis(), t.chosen, t.moved = list[(now+by+len(list))%len(list)], true, false
	}
	return Intent{Do: Drop}
}

// move takes another point in hand.
func (t *sweepTab) move(v *View, by [2]int) Intent {
	if t.grid == nil || t.err != nil {
		return Intent{}
	}
	t.keptRows, t.keptCols = chart.Window{}, chart.Window{}
	at, on := t.point()
	ends := [2]int{len(t.grid.X.Values) - 1, len(t.grid.Rows) - 1}
	for i := range at {
		if on {
			at[i] += by[i]
		}
		at[i] = min(max(at[i], 0), ends[i])
	}
	return t.place(v, at)
}

// place takes a point in hand.
func (t *sweepTab) place(v *View, at [2]int) Intent {
	t.at, t.moved = at, at != t.grid.Here
	if here, ok := (&sweepTab{grid: t.grid}).point(); ok && here == at {
		t.moved = false
		return Intent{Do: Drop}
	}
	return t.reach(v, Intent{Do: Try}, at)
}

// reach makes the point the deal's, or says why that cannot be.
func (t *sweepTab) reach(v *View, i Intent, at [2]int) Intent {
	values := []deal.Edit{{Path: t.grid.X.Input.Path, Value: t.grid.X.Values[at[0]]}}
	if y := t.grid.Y; y != nil {
		values = append(values, deal.Edit{Path: y.Input.Path, Value: y.Values[at[1]]})
	}
	edits, err := v.reach(values...)
	if err != nil {
		return Intent{Do: Refuse, What: err.Error()}
	}
	i.Edits = edits
	return i
}

// values are those of a point in words.
func (t *sweepTab) values(at [2]int) string {
	x := &t.grid.X
	text := spoken(x.Input.Path) + " " + x.Input.Format(x.Values[at[0]])
	if y := t.grid.Y; y != nil {
		name := spoken(y.Input.Path)
		if key, rest, ok := strings.Cut(name, " "); ok && strings.HasPrefix(text, key+" ") { // once is enough
			name = rest
		}
		text += ", " + name + " " + y.Input.Format(y.Values[at[1]])
	}
	return text
}

func (t *sweepTab) fieldHints() [][2]string {
	return [][2]string{{"enter", "sweep it"}, {"esc", "leave it"}, {"ctrl+u", "clear"}, {"KEY FIELD FROM..TO/STEP", ""}}
}
