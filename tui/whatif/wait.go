package whatif

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// mostWaiting is how many keys wait for an answer.
const mostWaiting = 40

// Wait keeps a key until the answer that is still to come is there, where what
// it does needs that or it stands behind one that does: keys act in the order in
// which they are pressed. The reason says why it cannot wait.
func (v *View) Wait(key tea.KeyPressMsg, act Act) (waits bool, why string) {
	c := v.current()
	switch {
	case c.typing() || act == Back || key.String() == "ctrl+c":
		return false, ""
	case v.off && act == Take:
		v.off, v.asked = false, question{}
		return true, ""
	case v.off && c.waits(act):
		return true, "it was called off; enter works it out"
	case !v.behind || len(v.waiting) == 0 && !c.waits(act):
		return false, ""
	case len(v.waiting) == mostWaiting:
		return true, fmt.Sprintf("%d keys wait for the answer already; esc calls it off", mostWaiting)
	}
	v.waiting = append(v.waiting, key)
	return true, ""
}

// Next takes the first key that has waited, once the answer is there.
func (v *View) Next() (key tea.KeyPressMsg, ok bool) {
	if v.behind || len(v.waiting) == 0 {
		return key, false
	}
	key, v.waiting = v.waiting[0], v.waiting[1:]
	return key, true
}

// CallOff ends the work for the question that is open, and forgets the keys that
// wait for it; false where there is none that takes its time. Enter asks again.
func (v *View) CallOff() bool {
	if !v.behind || v.current().typing() || v.tab == Best {
		return false
	}
	v.cancel()
	v.behind, v.off, v.waiting = false, true, nil
	v.latest++                 // its answer is not heard
	v.current().hear(Answer{}) // and the one before is about something else
	return true
}
