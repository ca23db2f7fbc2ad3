package tui_test

import "testing"

// TestCursorFollows leaves the cursor of the contract on its field where an edit
// brings rows above it, or takes them.
func TestCursorFollows(t *testing.T) {
	for _, c := range []struct{ scenario, keys, want string }{
		{"covered-baseline", `/ type:discount enter 1 5 enter -`, "discount 15% → 14%"},
		{"covered-baseline", `/ type:accepted enter : type:"discount 15" enter -`, "accepted 2026-12-01 → 2026-11-30"},
		{"covered-baseline", `/ type:renew enter : type:"discount 15" enter u enter`, "renew auto → none"},
		{"covered-baseline", `: type:"discount 15" enter / type:discount enter u 2 0 enter`, "discount none → 20%"},
		{"covered-baseline", `/ type:accepted enter : type:"discount 15" enter u U -`, "accepted 2026-12-01 → 2026-11-30"},
	} {
		t.Run(c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want)
		})
	}
}
