package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui"
	"termsheet/tui/play"
)

// TestKeys presses keys and looks for what has to stand on the screen.
func TestKeys(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		// At the start the focus is where work begins.
		{"covered-baseline", "+", []string{"m5.large annual 8 → 9", "edited"}},
		{"overage", "+", []string{"hosts quantity 40 → 41"}},
		// Values that are typed: shown at once, kept by enter and by moving on, dropped by esc.
		{"covered-baseline", "1 2", []string{"[12_]", "this deal would be"}},
		{"covered-baseline", "12 enter", []string{"m5.large annual 8 → 12", "[12]"}},
		{"covered-baseline", "12 esc", []string{"[8]", "kept as it was"}},
		{"covered-baseline", "12 down", []string{"m5.large annual 8 → 12", "▸ m5.xlarge"}},
		{"covered-baseline", "12 tab", []string{"m5.large annual 8 → 12", "╭▸ Contract"}},
		{"covered-baseline", "enter + 2 enter", []string{"m5.large annual 8 → 10"}},
		{"covered-baseline", "enter - 2 5 % enter", []string{"m5.large annual 8 → 6"}},
		{"covered-baseline", "* 1 . 5 enter", []string{"m5.large annual 8 → 12"}},
		{"covered-baseline", "right down down enter type:\"6@50% 2@50%\"", []string{"this deal would be"}},
		{"covered-baseline", "1 2 backspace backspace 9 enter", []string{"m5.large annual 8 → 9"}},
		{"covered-baseline", "enter enter", []string{"[8]"}},
		// Values that are refused say why, and stay to be put right.
		{"covered-baseline", "enter - 9 enter", []string{"! -9 would make it -1; the least is 0", "[-9_]"}},
		{"covered-baseline", "down -", []string{"the least is 0"}},
		{"paid-twin", "+", []string{"no annual price"}},
		{"covered-baseline", "t", []string{"is not sold by contract"}},
		// Contract length, horizon and renewal on one key each.
		{"overage", "t", []string{"contract term 12 → 24 months", "1 12 [24] 36 months"}},
		{"overage", "t t t", []string{"contract term 36 → 1 month;", "[1] 12 24 36 months"}},
		{"overage", "T", []string{"horizon 12 → 24 months"}},
		{"covered-baseline", "tab 36", []string{"horizon", "this deal would be"}},
		{"covered-baseline", "r", []string{"renew auto → none", "lapse"}},
		// Undo, redo and the baseline.
		{"covered-baseline", "+ + u", []string{"undone: m5.large annual 9 → 10", "[9]"}},
		{"covered-baseline", "+ + u u U", []string{"again: m5.large annual 8 → 9", "[9]"}},
		{"covered-baseline", "u", []string{"nothing has been changed"}},
		{"covered-baseline", "+ p", []string{"vs pinned base", "93,222.60"}},
		{"covered-baseline", "+", []string{"▼ -1,793"}},
		{"covered-baseline", "P +", []string{"╭─ Cost ─────"}},
		// Variants on one key; what is edited there stays there.
		{"covered-baseline", "v", []string{"Hourly only 2/4", "edits go into this variant"}},
		{"covered-baseline", "v + V", []string{"base 1/4", "95,015.60"}},
		{"covered-baseline", "V", []string{"Peaks covered", "4/4"}},
		// The cheapest number of annuals, on one key.
		{"covered-baseline", "b", []string{"m5.large annual 8 → 10; this deal -3,586.00, now 91,429.60"}},
		{"covered-baseline", "b b", []string{"annual 10 is the cheapest already"}},
		// Adding and removing.
		{"covered-baseline", "a type:c5n.9", []string{"filter: c5n.9_", "▸ c5n.9xlarge"}},
		{"covered-baseline", "a down enter", []string{"added c6i.large", "▸ c6i.large"}},
		{"covered-baseline", "x", []string{"removed m5.large", "▸ m5.xlarge"}},
		{"covered-baseline", "v x", []string{"m5.large set to 0 in this variant"}},
		{"overage", "a enter", []string{"added spans", "▸ spans"}},
		{"overage", "x", []string{"removed hosts"}},
		// Pickers with type-to-filter.
		{"covered-baseline", "n", []string{"╭▸ Products", "▸ Northwind"}},
		{"covered-baseline", "n type:desk", []string{"filter: desk_", "▸ Quillmere Service Desk"}},
		{"overage", "n end enter", []string{"Vellowick Log Shipper", "(u goes back)"}},
		{"overage", "n end enter u", []string{"undone: new deal on Vellowick Log Shipper", "Growing past"}},
		{"overage", "o enter", []string{"Growing past"}},
		{"overage", "n type:zzz", []string{"nothing matches"}},
		{"overage", "n type:zzz", []string{"nothing matches"}},
		{"overage", "n esc", []string{"╭▸ Contract"}},
		{"overage", "n backspace", []string{"╭▸ Contract"}},
		// Time: by day, month and event, from any pane.
		{"price-rise-existing", "]", []string{"2027-01-03"}},
		{"price-rise-existing", "> } {", []string{"2027-01-01"}},
		{"price-rise-existing", "tab tab tab tab right", []string{"2027-01-02"}},
		{"price-rise-existing", "tab tab tab tab pgdown pgdown", []string{"2027-03-01"}},
		{"price-rise-existing", "tab tab tab tab end", []string{"2028-07-01"}},
		{"price-rise-existing", "shift+tab end", []string{"2028-07-01"}},
		{"price-rise-existing", "shift+tab shift+tab down", []string{"2027-01-03"}},
		// Undo and redo show the variant that the edit was made in.
		{"covered-baseline", "v + V u", []string{"undone: m5.large annual 0 → 1", "Hourly only 2/4"}},
		{"covered-baseline", "+ v u", []string{"undone: m5.large annual 8 → 9", "base 1/4"}},
		{"covered-baseline", "v C u", []string{"undone: Hourly only cloned", "Hourly only 2/4"}},
		{"covered-baseline", "v C u U", []string{"again: Hourly only cloned", "Option 2 5/5"}},
		{"covered-baseline", "v : type:drop enter u", []string{"undone: variant Hourly only removed", "Hourly only 2/4"}},
		// Zoom, help, leaving.
		{"covered-baseline", "z", []string{"▸mix  terms  cost  chart  timeline", "this deal 95,015.60"}},
		{"covered-baseline", "z esc", []string{"╭─ Cost"}},
		{"covered-baseline", "?", []string{"╭▸ Keys and commands", "row up"}},
		{"covered-baseline", "? type:undo", []string{"off: nothing has been changed"}},
		{"covered-baseline", "+ q", []string{"There are edits that no file has.", "quit without saving", "stay"}},
		{"covered-baseline", "+ q esc", []string{"╭▸ Instance mix"}},
		{"covered-baseline", "~", []string{"~ does nothing here; ? lists the keys"}},
		{"covered-baseline", "tab tab +", []string{"no value at the cursor"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
}

// TestCommands runs command lines, as a script does.
func TestCommands(t *testing.T) {
	for _, c := range []struct {
		scenario, line string
		want           []string
	}{
		{"covered-baseline", ":set m5.large annual 10", []string{"m5.large annual 8 → 10"}},
		{"covered-baseline", ":set m5.large running -15%", []string{"m5.large running 10 → 9"}},
		{"covered-baseline", ":set m5.large", []string{"write set KEY FIELD VALUE"}},
		{"covered-baseline", ":compare base deals/none.toml", []string{"not compared: deals/none.toml: there is no such file"}},
		{"covered-baseline", ":set m5.large annual -100", []string{"the least is 0"}},
		{"covered-baseline", ":horizon 36", []string{"horizon 24 → 36 months"}},
		{"covered-baseline", ":renew none", []string{"renew auto → none"}},
		{"overage", ":term 36", []string{"contract term 12 → 36 months"}},
		{"overage", ":term 7", []string{"7"}},
		{"covered-baseline", ":discount 15%", []string{"discount none → 15%", "12 [24] 36 months"}},
		{"covered-baseline", ":discount off", []string{"there is no private offer"}},
		{"negotiated-three-years", ":discount off", []string{"on public terms"}},
		{"negotiated-three-years", ":price m5.large hourly -10%", []string{"offer m5.large hourly 0.20 → 0.18"}},
		{"covered-baseline", ":price m5.large hourly +5%", []string{"from 2026-12-01 for new customers, m5.large hourly 0.24 → 0.252"}},
		{"covered-baseline", ":price m5.large hourly", []string{"write price KEY RATE VALUE"}},
		{"covered-baseline", ":best m5.xlarge", []string{"m5.xlarge annual 0 → 2"}},
		{"covered-baseline", ":best c9", []string{"c9 has no break-even"}},
		{"covered-baseline", ":add c5n.9xlarge", []string{"added c5n.9xlarge"}},
		{"covered-baseline", ":remove c6i.xlarge", []string{"removed c6i.xlarge"}},
		{"covered-baseline", ":variant one annual more", []string{"One annual more", "3/4"}},
		{"covered-baseline", ":variant nobody", []string{"there is no variant nobody"}},
		{"covered-baseline", ":variant", []string{"╭▸ Variants", "131,020.40"}},
		{"covered-baseline", ":day 2027-07-01", []string{"2027-07-01", "new price in effect"}},
		{"covered-baseline", ":day 2099-01-01", []string{"is outside the timeline"}},
		{"covered-baseline", ":day soon", []string{"not a date"}},
		{"covered-baseline", ":focus timeline", []string{"╭▸ Timeline"}},
		{"covered-baseline", ":focus nowhere", []string{"the panes are mix, terms"}},
		{"covered-baseline", ":product quillmere-desk", []string{"Quillmere Service Desk"}},
		{"covered-baseline", ":product nothing", []string{"the catalogue has no product nothing"}},
		{"covered-baseline", ":open lapse", []string{"Annuals that lapse"}},
		{"covered-baseline", ":open no-such-deal", []string{"not opened"}},
		{"covered-baseline", ":theme mono", []string{"Instance mix"}},
		{"covered-baseline", ":theme pink", []string{"the themes are auto, light, dark, contrast, mono"}},
		{"covered-baseline", ":theme", []string{"by the terminal's background"}},
		{"covered-baseline", ":ascii", []string{"+> Instance mix -"}},
		{"covered-baseline", ":save x.toml", []string{"nothing is written here"}},
		{"covered-baseline", ":zoom", []string{"▸mix"}},
		{"covered-baseline", ":help", []string{"Keys and commands"}},
		{"covered-baseline", ":next", []string{"2026-12-03"}},
	} {
		t.Run(c.line, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			if err := s.Line(c.line); err != nil {
				t.Fatal(err)
			}
			wantOn(t, s, c.want...)
		})
	}
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	if err := s.Line(":conquer"); err == nil {
		t.Error("a word that is no command is taken")
	}
}

// TestCommandLine types into the command line as a person does: completion by
// tab, the action that was picked, the whole line.
func TestCommandLine(t *testing.T) {
	for keys, want := range map[string]string{
		": type:se":                               "set, seller or seek?",
		": type:\"theme dark\"":                   "  dark",
		"ctrl+p type:lapse":                       "renew none|auto",
		": type:\"set m5.large an\"":              "  annual  is 8",
		": type:\"set \"":                         "  m5.large    annual 8, running 10",
		": type:\"price m5.large \"":              "  hourly  is 0.24",
		": type:\"variant on\"":                   "  One annual more",
		": type:\"add c5n.9\"":                    "  c5n.9xlarge  3.00 an hour",
		": type:\"term \"":                        "off: northwind-ngfw is not sold by contract",
		": type:nonsense":                         "nothing matches",
		": type:nonsense enter":                   "! there is no command nonsense; help lists all",
		": type:foo enter":                        "! there is no command foo",
		": type:horizn enter":                     "! there is no command horizn; did you mean horizon?",
		": type:re enter":                         "! there is no command re; did you mean renew, remove, repeat or redo?",
		": type:quit!x enter":                     "! there is no command quit!x; did you mean quit!?",
		": type:dis enter":                        ": discount _", // completed, to be looked at
		": type:foo down":                         "▸ ",
		": enter":                                 "╭▸ Instance mix",
		": down enter":                            "m5.large annual 8 → 9",
		": type:\"variant on\" enter":             ": variant One annual more _",
		": type:\"theme li\" enter enter":         "╭▸ Instance mix",
		": type:\"set m5.l\" enter":               ": set m5.large _",
		": type:\"variant base\" enter":           "base (1 of 4)",
		": type:\"set \" down down enter":         ": set m5.xlarge _",
		": type:\"theme \" down enter":            "╭▸ Instance mix",
		": type:\"set m5.large annual \"":         "m5.large annual is 8; set m5.large annual 10",
		": type:unp":                              "forget the pinned figures",
		": type:\"set m5.large annual +2 again\"": ": set m5.large annual +2 again_",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		press(t, s, keys)
		wantOn(t, s, want)
	}
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, ": type:\"set m5.large annual -99\"")
	press(t, s, "enter")
	wantOn(t, s, ": set m5.large annual -99_", "! set a value: -99 would make it -91; the least is 0")
	press(t, s, "esc")
	for _, keys := range []string{":", "type:se", "tab", "down", "down", "tab", "tab", "type:3", "enter"} {
		press(t, s, keys)
	}
	wantOn(t, s, "m5.xlarge annual 0 → 3")
	press(t, s, ": type:set")
	press(t, s, "enter")
	wantOn(t, s, ": set _", "  m5.large    annual 8, running 10")
	press(t, s, "esc")
	press(t, s, ": type:pin")
	press(t, s, "enter")
	wantOn(t, s, "pinned: every figure")
}

// TestSave writes a file and keeps what a person wrote into it.
func TestSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deal.toml")
	text := "# Ours.\nproduct = \"northwind-ngfw\" # the firewall\nstart = 2027-01-01\n\n[instance.\"m5.large\"]\nannual = 4 # X\nrunning = 5\n"
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	app, err := tui.New(open(t, path), tui.Options{Book: rulebook(t), Theme: "dark", Width: 80, Height: 24})
	if err != nil {
		t.Fatal(err)
	}
	do := typist(t, app)
	screen := func() string { return play.Plain(app.Screen()) }
	do("+ s")
	got, err := os.ReadFile(path)
	if want := strings.Replace(text, "annual = 4", "annual = 5", 1); err != nil || string(got) != want {
		t.Errorf("the file is now (%v)\n%s", err, got)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o640 {
		t.Errorf("the file's mode is now %s", info.Mode())
	}
	if !strings.Contains(screen(), "saved "+path) || strings.Contains(screen(), "edited") {
		t.Errorf("saving leaves\n%s", screen())
	}
	other := filepath.Join(filepath.Dir(path), "other.toml")
	do("+ S")
	do("ctrl+u")
	do(`type:"save ` + other + `"`)
	do("enter")
	if got, err := os.ReadFile(other); err != nil || !strings.Contains(string(got), "annual = 6") {
		t.Errorf("saved as another file (%v):\n%s", err, got)
	}
	do("+")
	do(`: type:"save ` + path + `"`)
	do("enter")
	if !strings.Contains(screen(), "exists") {
		t.Errorf("another file is written over without a word:\n%s", screen())
	}
	do(`: type:"save! ` + path + `"`)
	do("enter")
	if got, _ := os.ReadFile(path); !strings.Contains(string(got), "annual = 7") {
		t.Errorf("save! has not written over the file:\n%s", got)
	}
}

// TestQuit leaves at once where nothing would be lost, and by the answer where
// something would.
func TestQuit(t *testing.T) {
	for keys, quits := range map[string]bool{
		"q": true, "ctrl+c": true, "+ q": false, "+ u q": true, "+ q down enter": true, "+ q down down enter": false,
		"+ ctrl+c ctrl+c": false, ": type:quit!": false,
	} {
		app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t), Theme: "dark", Width: 80, Height: 24})
		if err != nil {
			t.Fatal(err)
		}
		list, err := play.Keys(keys)
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, key := range list {
			if _, cmd := app.Update(key); cmd != nil {
				_, got = cmd().(tea.QuitMsg)
			}
		}
		if got != quits {
			t.Errorf("%q: quits %v, want %v", keys, got, quits)
		}
	}
}

// TestTerminal follows what the terminal tells: its size, its background.
func TestTerminal(t *testing.T) {
	app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t)})
	if err != nil {
		t.Fatal(err)
	}
	if app.View().Content != "" || app.Init() == nil {
		t.Error("something is drawn before the size is known, or the background is not asked for")
	}
	app.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	dark := app.View().Content
	app.Update(tea.BackgroundColorMsg{Color: white{}})
	if light := app.View().Content; light == dark || play.Plain(light) != play.Plain(dark) {
		t.Error("a white background changes no colours, or more than those")
	}
	if !app.View().AltScreen {
		t.Error("the screen that was there is not kept")
	}
	app.Update(tea.PasteMsg{Content: " 1\x1b[31m2\n"})
	if !strings.Contains(play.Plain(app.Screen()), "31m2_]") || strings.Contains(app.Screen(), "\x1b[31m2") {
		t.Errorf("what was pasted is not shown:\n%s", play.Plain(app.Screen()))
	}
	if _, err := tui.New(open(t, "lapse"), tui.Options{Theme: "pink"}); err == nil {
		t.Error("an unknown theme is taken")
	}
}

// white is a background.
type white struct{}

func (white) RGBA() (r, g, b, a uint32) { return 0xffff, 0xffff, 0xffff, 0xffff }

// TestNotPriced says why, and marks the figures that are shown meanwhile.
func TestNotPriced(t *testing.T) {
	doc := written(t, "product = \"quillmere-desk\"\nstart = 2027-01-01\n[contract]\nmonths = 12\nquantity = { agents = 10 }\n")
	s := stage(t, doc, 80, 24)
	press(t, s, "right 2 0 enter")
	wantOn(t, s, "not priced", "usage.agents", "last good figures:")
	press(t, s, "u")
	if strings.Contains(s.Text(), "not priced") {
		t.Errorf("undo leaves the deal marked as not priced:\n%s", s.Text())
	}
}
