package tui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/scenarios"
	"termsheet/tui"
	"termsheet/tui/play"
)

// clipboard presses keys and gives what the last of them put on the clipboard.
func clipboard(t *testing.T, doc *scenarios.Document, words string) (string, *tui.App) {
	t.Helper()
	app, err := tui.New(doc, tui.Options{Book: rulebook(t), Theme: "dark", Width: 120, Height: 40})
	if err != nil {
		t.Fatal(err)
	}
	keys, err := play.Keys(words)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, key := range keys {
		if _, cmd := app.Update(key); cmd != nil {
			text = fmt.Sprint(cmd())
		}
	}
	return text, app
}

// TestCopy takes figures, rows and tables as a sheet reads them.
func TestCopy(t *testing.T) {
	for _, c := range []struct{ scenario, keys, want string }{
		{"covered-baseline", "y", "8"},
		{"covered-baseline", "down down right y", "6@30% 2@70%"},
		{"covered-baseline", "Y", "m5.large\t8\t10\t1257.75\t371.08\t0.24\t1260.00\t59.93%\t10"},
		{"covered-baseline", "tab down y", "2026-12-01"},
		{"covered-baseline", "tab Y", "horizon\t24"},
		{"covered-baseline", "tab tab y", "95015.60"},
		{"covered-baseline", "+ tab tab Y", "this deal\t93222.60\t-1793.00"},
		{"covered-baseline", "tab tab tab y", "27573.60"},
		{"covered-baseline", "shift+tab ] y", "2026-12-03"},
		{"covered-baseline", "shift+tab Y", "2026-12-01\tthe buyer accepts\t"},
		{"overage", "Y", "hosts\t40\t38\t4%\t770.57\t0.03\thost-hour"},
	} {
		got, app := clipboard(t, open(t, c.scenario), c.keys)
		if got != c.want {
			t.Errorf("%s, %s copies\n%q, want\n%q", c.scenario, c.keys, got, c.want)
		}
		if !strings.Contains(play.Plain(app.Screen()), "copied the ") {
			t.Errorf("%s: nothing says what was copied", c.keys)
		}
	}
	table, app := clipboard(t, open(t, "covered-baseline"), "ctrl+y")
	lines := strings.Split(table, "\n")
	if len(lines) != 5 || lines[0] != "type\tannual\trunning\ta month\tmetered a month\thourly rate\tannual rate\tpays at\tbest annual" ||
		!strings.HasPrefix(lines[4], "c6i.xlarge\t3\t3\t") {
		t.Errorf("the table is\n%s", table)
	}
	if screen := play.Plain(app.Screen()); !strings.Contains(screen, "copied the table: 5 lines") {
		t.Errorf("the message is not about the table:\n%s", screen)
	}
	months, _ := clipboard(t, open(t, "covered-baseline"), "tab tab tab ctrl+y")
	if lines := strings.Split(months, "\n"); len(lines) != 25 || !strings.HasPrefix(lines[0], "month\tthis deal\thourly only\t") {
		t.Errorf("the table of the chart is\n%s", months)
	}
}

// TestCopyNothing says why there is nothing to copy.
func TestCopyNothing(t *testing.T) {
	for keys, want := range map[string]string{
		"shift+tab > Y": "there is no row at the cursor",
		":copy all":     "write copy figure, copy row or copy table",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		if err := s.Line(keys); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, want)
	}
}

// TestCopiedIsHarmless puts nothing on the clipboard that a file has made up to
// steer a terminal or to add cells.
func TestCopiedIsHarmless(t *testing.T) {
	for _, keys := range []string{"Y", "ctrl+y", "tab ctrl+y", "tab tab tab ctrl+y", "shift+tab ctrl+y"} {
		text, _ := clipboard(t, hostile(t), keys)
		if strings.ContainsAny(text, "\x1b\x07\x00\r") {
			t.Errorf("%s copies %q", keys, text)
		}
	}
}

// TestPaste types what was copied, or what the terminal tells, into the cell.
func TestPaste(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, "y down ctrl+v enter")
	wantOn(t, s, "m5.xlarge annual 0 → 8")
	press(t, s, "down enter ctrl+u 1 ctrl+v enter")
	wantOn(t, s, "m5.2xlarge annual 2 → 18")
	press(t, s, "o ctrl+v")
	wantOn(t, s, "filter: 8_")

	s = stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, "ctrl+v") // nothing was copied: the terminal is asked
	s.App().Update(tea.ClipboardMsg{Content: "1,260\n"})
	press(t, s, "enter")
	wantOn(t, s, "m5.large annual 8 → 1,260")
	s.App().Update(tea.PasteMsg{Content: " 7 \n"})
	wantOn(t, s, "m5.large annual 7; this deal would be")
}
