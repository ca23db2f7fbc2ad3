package whatif

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/whatif"
	"termsheet/scenarios"
)

// bestTab moves X through the load of an instance type.
type bestTab struct {
	key   string // of the type
	types []whatif.Best
	err   error
	x     int64 // in hand
	moved bool  // else it is the deal's
	hours hours // of a profile, in the strip
}

// turnTo shows a type, if it is one that has both rates.
func (t *bestTab) turnTo(key string) { t.key, t.moved, t.hours = key, false, hours{} }

func (t *bestTab) reset() { t.moved = false }

func (t *bestTab) typing() bool { return false }

// bestKeys are the keys that work on the answer.
var bestKeys = map[string]bool{
	"left": true, "right": true, "h": true, "l": true, "-": true, "+": true, "pgup": true, "pgdown": true, "home": true, "end": true,
	"g": true, "G": true, "b": true, "up": true, "down": true, "k": true, "j": true, "enter": true,
}

func (t *bestTab) waits(key string) bool { return bestKeys[key] }

func (t *bestTab) hear(a Answer) { t.types, t.err, t.moved = a.types, a.err, false }

// at is the place of the shown type among those that have both rates, the first
// where it is none of them; -1 without any.
func (t *bestTab) at() int {
	for i := range t.types {
		if t.types[i].Key == t.key {
			return i
		}
	}
	return min(len(t.types), 1) - 1
}

// hand is the X in hand, and what it costs.
func (t *bestTab) hand(b *whatif.Best) (whatif.Point, error) {
	if !t.moved {
		return b.Own, nil
	}
	return b.At(t.x)
}

// farLeap is how many annuals the page keys go by.
const farLeap = 10

func (t *bestTab) press(v *View, key tea.KeyPressMsg) (Intent, bool) {
	i := t.at()
	if i < 0 {
		return Intent{}, false
	}
	b := &t.types[i]
	if !t.moved {
		t.x = b.Own.X
	}
	if t.hours.press(key.String(), profile(v.scenario, b.Key)) {
		return Intent{}, true
	}
	last := b.Curve[len(b.Curve)-1].X
	switch key.String() {
	case "left", "h", "-":
		return t.move(v, b, t.x-1), true
	case "right", "l", "+":
		return t.move(v, b, t.x+1), true
	case "pgdown":
		return t.move(v, b, t.x-farLeap), true
	case "pgup":
		return t.move(v, b, t.x+farLeap), true
	case "home", "g":
		return t.move(v, b, 0), true
	case "end", "G":
		return t.move(v, b, last), true
	case "b":
		return t.move(v, b, b.X), true
	case "up", "k":
		return t.step(-1), true
	case "down", "j":
		return t.step(1), true
	case "enter":
		if !t.moved || t.x == b.Own.X {
			return Intent{Do: Refuse, What: "that is what the deal has; left and right move X"}, true
		}
		return Intent{Do: Keep, What: b.Key + " annual " + strconv.FormatInt(t.x, 10), Edits: t.edits(v, b.Key)}, true
	}
	return Intent{}, false
}

// move takes another X in hand, from none up to the end of the curve or of what
// the deal has.
func (t *bestTab) move(v *View, b *whatif.Best, x int64) Intent {
	t.x = max(min(x, max(b.Curve[len(b.Curve)-1].X, b.Own.X)), 0)
	t.moved = t.x != b.Own.X
	if !t.moved {
		return Intent{Do: Drop}
	}
	return Intent{Do: Try, Edits: t.edits(v, b.Key)}
}

// step goes to another type.
func (t *bestTab) step(by int) Intent {
	n := len(t.types)
	t.turnTo(t.types[(t.at()+by+n)%n].Key)
	return Intent{Do: Drop}
}

func (t *bestTab) edits(v *View, key string) []scenarios.Edit {
	in, err := deal.Find(v.scenario, deal.P("instance", key, "annual"))
	if err != nil {
		return nil
	}
	return []scenarios.Edit{v.set(&in, decimal.NewFromInt(t.x))}
}

func (t *bestTab) hints(v *View) [][2]string {
	list := [][2]string{{"left right", "X"}, {"enter", "take it over"}, {"b", "cheapest"}}
	if i := t.at(); i >= 0 && len(profile(v.scenario, t.types[i].Key)) > 0 {
		order := "in order"
		if t.hours.ordered {
			order = "by the hour"
		}
		list = append(list, [2]string{"< >", "day"}, [2]string{"i", order})
	}
	if len(t.types) > 1 {
		list = append(list, [2]string{"up down", "type"})
	}
	return list
}
