package whatif

import (
	"context"
	"strconv"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/rules"
	"termsheet/model/whatif"
	"termsheet/scenarios"
)

// bestTab moves X through the load of an instance type.
type bestTab struct {
	noField
	key   string // of the type
	only  bool   // no other is asked about
	types []whatif.Best
	err   error
	x     int64 // in hand
	moved bool  // else it is the deal's
	hours hours // of a profile, in the strip
}

// turnTo shows a type, if it is one that has both rates.
func (t *bestTab) turnTo(key string) {
	t.key, t.only, t.moved, t.hours = key, false, false, hours{}
}

func (t *bestTab) asks() string { return "" }

func (t *bestTab) job(v *View, e whatif.Engine, _ *rules.Rulebook) job {
	s := v.scenario
	return func(_ context.Context, a *Answer) { a.types, a.err = whatif.BestAll(s, e.Conventions) }
}

func (t *bestTab) reset() { t.moved = false }

func (t *bestTab) waits(act Act) bool {
	switch act {
	case Left, Right, Less, More, PageUp, PageDown, Home, End, Cheapest, Up, Down, Take:
		return true
	}
	return hourly(act) // there is a type whose hours they are
}

func (t *bestTab) off(v *View, act Act) string {
	switch i := t.at(); {
	case act == NextQuestion || act == QuestionBefore || act == Back || act == Close:
	case i < 0:
		return "no type of the deal has an X to choose"
	case (act == Up || act == Down) && len(t.types) < 2:
		return "no other type has an X to choose"
	case hourly(act) && len(profile(v.scenario, t.types[i].Key)) == 0:
		return "what runs of " + t.types[i].Key + " is not given by the hour"
	}
	return ""
}

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

// InHand is the X in hand of the type that is asked about, and what it costs;
// false in another question, and where there is none.
func (v *View) InHand() (key string, at whatif.Point, ok bool) {
	i := v.best.at()
	if v.tab != Best || i < 0 || v.best.err != nil {
		return "", at, false
	}
	b := &v.best.types[i]
	at, err := v.best.hand(b)
	return b.Key, at, err == nil
}

// farLeap is how many annuals the page keys go by.
const farLeap = 10

func (t *bestTab) do(v *View, act Act) Intent {
	i := t.at()
	if i < 0 {
		return Intent{}
	}
	b := &t.types[i]
	if !t.moved {
		t.x = b.Own.X
	}
	switch act {
	case Left, Right, Less, More:
		return t.move(v, b, t.x+int64(signs[act]))
	case PageDown:
		return t.move(v, b, t.x-farLeap)
	case PageUp:
		return t.move(v, b, t.x+farLeap)
	case Home:
		return t.move(v, b, 0)
	case End:
		return t.move(v, b, b.Curve[len(b.Curve)-1].X)
	case Cheapest:
		return t.move(v, b, b.X)
	case Up, Down:
		return t.step(signs[act])
	case Take:
		if !t.moved || t.x == b.Own.X {
			return Intent{Do: Refuse, What: "that is what the deal has; move X first"}
		}
		return Intent{Do: Keep, What: b.Key + " annual " + strconv.FormatInt(t.x, 10), Edits: t.edits(v, b.Key)}
	}
	t.hours.do(act, profile(v.scenario, b.Key))
	return Intent{}
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
