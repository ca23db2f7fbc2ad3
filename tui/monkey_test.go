package tui_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"termsheet/scenarios"
)

// monkeyKeys are pressed at random; those that move and edit come more often.
var monkeyKeys = strings.Fields(strings.Repeat("up down left right tab shift+tab + - ", 3) +
	`enter esc space pgup pgdown home end backspace 0 1 2 5 9 * . % @ = enter
	t T r d b a x u u U v V p P c c w C n f ] [ } { > < o n s S : ctrl+p z ? ctrl+c ctrl+u ctrl+s type:m5 q k j h l g G . y Y ctrl+y ctrl+v 5
	e f $ f5 B e f o`)

var monkeySizes = [][2]int{{80, 24}, {120, 40}, {200, 60}, {60, 15}, {70, 50}, {110, 20}, {59, 10}}

// TestMonkey presses keys at random, at sizes that change, on every built-in
// scenario: whatever happens, the screen holds its size, and undoing everything
// brings back the file.
func TestMonkey(t *testing.T) {
	for i, info := range scenarios.Builtins() {
		t.Run(info.Name, func(t *testing.T) {
			seed := uint64(i)
			random := rand.New(rand.NewPCG(seed, 7))
			doc := open(t, info.Name)
			s := stage(t, doc, 80, 24)
			var pressed []string
			defer func() {
				if t.Failed() {
					t.Log(strings.Join(pressed, " "))
				}
			}()
			size := monkeySizes[0]
			for range 250 {
				if random.IntN(20) == 0 {
					size = monkeySizes[random.IntN(len(monkeySizes))]
					s.Resize(size[0], size[1])
					pressed = append(pressed, fmt.Sprintf("(%dx%d)", size[0], size[1]))
				}
				key := monkeyKeys[random.IntN(len(monkeyKeys))]
				pressed = append(pressed, key)
				press(t, s, key)
				checkScreen(t, s, size[0], size[1])
				sameAnew(t, s, key)
			}
			press(t, s, "esc esc esc")
			session := s.App().Session()
			for session.CanUndo() > 0 {
				session.Undo()
			}
			if string(session.Document().Text()) != string(doc.Text()) {
				t.Error("everything undone is not the file it began with")
			}
		})
	}
}
