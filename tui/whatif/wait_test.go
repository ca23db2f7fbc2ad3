package whatif

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// key is a key by its name, or a character.
func key(name string) tea.KeyPressMsg {
	if code, ok := map[string]rune{"right": tea.KeyRight, "down": tea.KeyDown, "enter": tea.KeyEnter, "esc": tea.KeyEscape, "tab": tea.KeyTab}[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: rune(name[0]), Text: name}
}

// acts are what keys stand for, as the application comes.
var acts = map[string]Act{"right": Right, "down": Down, "enter": Take, "esc": Back, "]": AcrossNext, "<": DayBefore}

// TestWait keeps keys in their order until the answer is there.
func TestWait(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "best")
	work := v.Ask(s, book)
	for _, name := range []string{"right", "u", "<", "right"} {
		if waits, why := v.Wait(key(name), acts[name]); !waits || why != "" {
			t.Fatalf("%s does not wait (%s)", name, why)
		}
	}
	if _, ok := v.Next(); ok {
		t.Error("a key is handed out before the answer")
	}
	if waits, _ := v.Wait(key("esc"), acts["esc"]); waits {
		t.Error("esc waits")
	}
	v.Hear(work())
	for _, want := range []string{"right", "u", "<", "right"} {
		if got, ok := v.Next(); !ok || got.String() != want {
			t.Errorf("got %s (%t), want %s", got, ok, want)
		}
	}
	if waits, _ := v.Wait(key("right"), acts["right"]); waits {
		t.Error("a key waits though the answer is there")
	}
}

// TestWaitFull refuses with a word what cannot wait.
func TestWaitFull(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "sweep")
	v.Ask(s, book)
	if waits, _ := v.Wait(key("]"), acts["]"]); waits {
		t.Error("a key waits that needs no answer")
	}
	for range mostWaiting {
		if waits, why := v.Wait(key("down"), acts["down"]); !waits || why != "" {
			t.Fatal("a key does not wait")
		}
	}
	if waits, why := v.Wait(key("down"), acts["down"]); !waits || why == "" {
		t.Error("one key too many is not refused")
	}
}

// TestCallOff ends the work for a question, and says so to the keys that want
// its answer; another question is asked again.
func TestCallOff(t *testing.T) {
	s, book := open(t)
	for _, word := range []string{"seek", "sweep", "tornado"} {
		var v View
		v.Open("m5.large", word)
		work := v.Ask(s, book)
		v.Wait(key("down"), acts["down"])
		if !v.CallOff() || v.CallOff() {
			t.Fatalf("%s is not called off, or twice", word)
		}
		if v.Hear(work()) || v.Ask(s, book) != nil {
			t.Errorf("%s goes on", word)
		}
		if waits, why := v.Wait(key("down"), acts["down"]); !waits || why == "" {
			t.Errorf("%s: a key after that is told nothing", word)
		}
		if waits, why := v.Wait(key("enter"), acts["enter"]); !waits || why != "" {
			t.Errorf("%s: enter does not ask again (%s)", word, why)
		}
		if again := v.Ask(s, book); again == nil || !v.Hear(again()) {
			t.Errorf("%s is not asked again", word)
		}
		v.Do(NextQuestion)
		if v.Ask(s, book) == nil {
			t.Errorf("after %s nothing is asked", word)
		}
	}
	var v View
	v.Open("m5.large", "best")
	v.Ask(s, book)
	if v.CallOff() {
		t.Error("the best X, which takes no time, is called off")
	}
}

// TestEnds sees the work end when its question is left.
func TestEnds(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "seek")
	work := v.Ask(s, book)
	v.Close()
	if a := work(); a.err != context.Canceled {
		t.Errorf("the work ends with %v", a.err)
	}
}

// TestHeard names the figure that an answer is about, until there is another, and
// drops the answer of one that is called off.
func TestHeard(t *testing.T) {
	s, book := open(t)
	var v View
	v.Open("m5.large", "tornado")
	v.Hear(v.Ask(s, book)())
	v.Do(NextFigure)
	work := v.Ask(s, book)
	if v.heardName() != "software" || v.metricName() != "total" {
		t.Errorf("the answer is about %s, the question about %s", v.heardName(), v.metricName())
	}
	v.Hear(work())
	if v.heardName() != "total" {
		t.Errorf("the answer is about %s", v.heardName())
	}
	v.Do(NextFigure)
	v.Ask(s, book)
	if v.CallOff(); len(v.tornado.swings) > 0 {
		t.Error("the answer to another question stays")
	}
}
