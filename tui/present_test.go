package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/model/deal"
	reports "termsheet/model/report"
	"termsheet/model/seller"
	"termsheet/scenarios"
	"termsheet/scenarios/quote"
	"termsheet/tui"
	"termsheet/tui/play"
)

// secrets are what of a deal no buyer may see: what its seller's tables say, the
// figures that follow from them, and what the rules say of those.
func secrets(t *testing.T, doc *scenarios.Document) []string {
	t.Helper()
	list := []string{"91.9137", "7.7731", "3.3717", "ZZNOTESZZ", "YYVARIANTYY", "QQKEEPQQ", "4.5 %", "finding", "listing fee", "seller's net", "Seller's side"}
	r, err := quote.Of(doc, rulebook(t), quote.Options{Seller: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range r.Quotes {
		list = append(list, amounts(q.Seller)...)
	}
	for _, f := range r.Findings {
		list = append(list, f.Message)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// amounts are the seller's figures as files and as screens write them.
func amounts(v *seller.View) []string {
	var list []string
	add := func(a interface {
		String() string
		Grouped() string
	}) {
		if a.String() != "0.00" {
			list = append(list, a.String(), a.Grouped())
		}
	}
	add(v.Fee)
	add(v.Net)
	add(v.Margin)
	add(v.Unbilled)
	for _, l := range v.Lines[:1] {
		add(l.Fee)
		add(l.Net)
		add(l.Margin)
	}
	if v.Cliff != nil {
		add(v.Cliff.Nets)
	}
	return list
}

// TestSecretsShow makes sure that the secrets are secrets: outside presenter
// view there are screens with them.
func TestSecretsShow(t *testing.T) {
	doc := written(t, sold)
	hidden := secrets(t, doc)
	s := stage(t, doc, 200, 60)
	shown := ""
	for _, keys := range []string{"$", "esc v $", "esc f", "esc $ e"} {
		press(t, s, keys)
		shown += s.Text()
	}
	for _, secret := range []string{"91.9137", "7.7731", "3.3717", "ZZNOTESZZ", "YYVARIANTYY", "4.5 %", "finding", "listing fee", "seller's net", "Seller's side"} {
		if !slices.Contains(hidden, secret) || !strings.Contains(shown, secret) {
			t.Errorf("%s is shown nowhere", secret)
		}
	}
	if len(hidden) < 20 {
		t.Errorf("only %d secrets are looked for: %q", len(hidden), hidden)
	}
}

var presenterSizes = [][2]int{{60, 15}, {100, 30}, {200, 60}}

// mustHide fails where a screen tells a secret, at any size.
func mustHide(t *testing.T, s *play.Stage, hidden []string, what string) {
	t.Helper()
	for _, size := range presenterSizes {
		s.Resize(size[0], size[1])
		checkScreen(t, s, size[0], size[1])
		if screen := s.Text(); tells(screen, hidden) != "" {
			t.Fatalf("%s: %dx%d tells %q:\n%s", what, size[0], size[1], tells(screen, hidden), screen)
		}
	}
}

func tells(text string, hidden []string) string {
	for _, secret := range hidden {
		if strings.Contains(text, secret) {
			return secret
		}
	}
	return ""
}

// inSheet are the keys that are pressed in whatever an action has opened.
var inSheet = []string{"down", "n", "right", "w", "o", "esc", "e", "right", "enter", "esc", "esc"}

// TestPresenterHides goes through all actions from every pane, and through what
// they open: no screen tells anything of the seller's.
func TestPresenterHides(t *testing.T) {
	doc := written(t, sold)
	hidden := secrets(t, doc)
	for i, pane := range []string{"", "tab", "tab tab", "tab tab tab", "v"} {
		for _, act := range tui.Actions() {
			for _, key := range act.Keys {
				if i > 0 && (act.Group == "Moving" || act.Group == "Moving in time" || act.Group == "Files") {
					continue // the same from every pane
				}
				if key == "f5" || key == "B" {
					key = "f5 f5"
				}
				s := stage(t, doc, 120, 40)
				press(t, s, "f5")
				press(t, s, pane)
				press(t, s, key)
				mustHide(t, s, hidden, pane+" "+key)
				for _, next := range inSheet {
					if !strings.HasSuffix(strings.TrimSpace(s.Text()), "back") {
						break // nothing is open
					}
					press(t, s, next)
					mustHide(t, s, hidden, pane+" "+key+" and "+next)
				}
			}
		}
	}
}

// TestPresenterHidesCommands does the same by command words, with what can
// follow them.
func TestPresenterHidesCommands(t *testing.T) {
	doc := written(t, sold)
	hidden := secrets(t, doc)
	lines := []string{"whatif seek", "whatif sweep", "whatif tornado", "explain seller.fee", "explain seller.net", "explain seller", "explain totals.software", "set seller floor 80%",
		"set floor 80%", "copy table", "copy row", "variant At a renewal", "day 2027-01-31", "discount 20%", "price agents usage +5%"}
	for _, act := range tui.Actions() {
		if word, _, _ := strings.Cut(act.Command, " "); word != "" && word != "presenter" {
			lines = append(lines, word)
		}
	}
	for _, line := range lines {
		s := stage(t, doc, 120, 40)
		press(t, s, "B")
		if err := s.Line(":" + line); err != nil && line != "expect" { // which fails a script
			t.Fatal(err)
		}
		mustHide(t, s, hidden, line)
		press(t, s, "enter")
		mustHide(t, s, hidden, line+" and enter")
	}
	s := stage(t, doc, 120, 40)
	press(t, s, "B")
	for _, typed := range []string{": type:sel", "esc : type:find", "esc : type:\"explain sel\"", "esc ? type:sell", "esc ? type:note"} {
		press(t, s, typed)
		mustHide(t, s, hidden, typed)
	}
}

// TestPresenterState has nothing of the seller's in what panes and exports are
// given: it is not there, other than painted over.
func TestPresenterState(t *testing.T) {
	doc := written(t, sold)
	hidden := secrets(t, doc)
	s := stage(t, doc, 120, 40)
	press(t, s, "p f5")
	for _, keys := range []string{"", "v", "+", "1 2", "enter", "u", "p"} {
		press(t, s, keys)
		session := s.App().Session()
		shown := []*deal.Scenario{session.Scenario(), session.Current().Scenario, session.Pinned().Scenario}
		var out reports.Report
		for _, p := range session.Priced() {
			shown = append(shown, p.Scenario)
			out.Quotes = append(out.Quotes, reports.Priced{Quote: p.Quote})
		}
		out.Scenario = session.Scenario()
		for _, scenario := range shown {
			if scenario != nil && scenario.Seller != nil {
				t.Fatalf("after %q the seller's table is in %s: %+v", keys, scenario.Variant, *scenario.Seller)
			}
		}
		var b strings.Builder
		for _, write := range []func() error{func() error { return reports.JSON(&b, out) }, func() error { return reports.Text(&b, out) },
			func() error { return reports.Markdown(&b, out) }, func() error { return reports.CSV(&b, out) }} {
			if err := write(); err != nil {
				t.Fatal(err)
			}
		}
		if secret := tells(strings.ReplaceAll(b.String(), `"findings": []`, ""), hidden); secret != "" {
			t.Errorf("after %q an export tells %q", keys, secret)
		}
	}
}

// TestPanesAskTheSession has no pane reach past the session for the file, where
// the seller's table is.
func TestPanesAskTheSession(t *testing.T) {
	for _, folder := range []string{"mix", "terms", "costs", "timeline", "cumulative", "compare", "whatif", "field", "explain", "pane", "seller"} {
		files, _ := filepath.Glob(filepath.Join(folder, "*.go"))
		if len(files) == 0 {
			t.Errorf("there is no %s", folder)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range []string{".Document()", ".Clean()", ".Base().Scenario"} {
				if strings.Contains(string(text), call) && !strings.HasSuffix(file, "_test.go") {
					t.Errorf("%s looks into the file by %s", file, call)
				}
			}
		}
	}
}

// TestPresenterClipboard copies figures, rows and tables without anything of
// the seller's, and forgets what was copied before.
func TestPresenterClipboard(t *testing.T) {
	doc := written(t, sold)
	hidden := secrets(t, doc)
	app, err := tui.New(doc, tui.Options{Book: rulebook(t), Theme: "dark", Width: 120, Height: 40})
	if err != nil {
		t.Fatal(err)
	}
	copied := 0
	keys, err := play.Keys("y f5 ctrl+v y Y ctrl+y tab y Y ctrl+y tab y Y ctrl+y tab y Y ctrl+y v y Y ctrl+y")
	if err != nil {
		t.Fatal(err)
	}
	for i, key := range keys {
		_, cmd := app.Update(key)
		if cmd == nil || i == 0 {
			continue
		}
		copied++
		if text := fmt.Sprint(cmd()); tells(text, hidden) != "" {
			t.Errorf("%s copies %q", key, text)
		}
	}
	if copied < 10 {
		t.Errorf("only %d times something was copied", copied)
	}
}

// TestPresenterSaves keeps the seller's table in the file, and all of it comes
// back behind the presenter view.
func TestPresenterSaves(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deal.toml")
	if err := os.WriteFile(path, []byte(sold), 0o600); err != nil {
		t.Fatal(err)
	}
	app, err := tui.New(open(t, path), tui.Options{Book: rulebook(t), Theme: "dark", Width: 120, Height: 40})
	if err != nil {
		t.Fatal(err)
	}
	do := typist(t, app)
	do("f5 + s")
	got, err := os.ReadFile(path)
	if want := strings.Replace(sold, "agents = 1666", "agents = 1667", 1); err != nil || string(got) != want {
		t.Errorf("saved in presenter view, the file is (%v)\n%s", err, got)
	}
	do("B $")
	if own := app.Session().Scenario().Seller; own == nil || !strings.Contains(own.Notes, "ZZNOTESZZ") {
		t.Errorf("behind the presenter view the seller's table is %+v", own)
	}
}

// TestPresenterView says what it is, leaves space, and knows no findings.
func TestPresenterView(t *testing.T) {
	s := stage(t, written(t, sold), 120, 40)
	wantOn(t, s, "findings", "![1,666]")
	press(t, s, "f5")
	wantOn(t, s, " presenter ", "│   ▸ agents", " [1,666]")
	if strings.Contains(s.Text(), "![") {
		t.Errorf("a field is marked:\n%s", s.Text())
	}
	for key, why := range map[string]string{"$": "the seller's side: not in presenter view", "f": "not in presenter view", "E": "not in presenter view"} {
		press(t, s, key)
		wantOn(t, s, why)
	}
	if err := s.Line(":presenter off"); err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, "4 findings")
	press(t, s, "$")
	wantOn(t, s, "ZZNOTESZZ")
}

// TestPresenterAiry has space around the figures on a small screen, too: what has
// no place there comes with the focus.
func TestPresenterAiry(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {160, 26}} {
		s := stage(t, open(t, "covered-baseline"), size[0], size[1])
		press(t, s, "f5")
		for _, c := range []struct{ keys, title, beside string }{
			{"", "▸ Instance mix", "─ Timeline"}, {"tab", "▸ Contract", "─ Cost"}, {"tab", "▸ Cost", "─ Instance mix"}, {"tab", "▸ Cumulative", "─ Cost"}, {"tab", "▸ Timeline", "─ Instance mix"},
		} {
			press(t, s, c.keys)
			wantOn(t, s, c.title, c.beside)
			lines := strings.Split(s.Text(), "\n")
			for i, line := range lines {
				if strings.HasPrefix(line, "╭") && strings.Trim(lines[i+1], " │") != "" {
					t.Errorf("%v: no space below %s", size, line)
				}
			}
		}
	}
}

// TestPresenterForgets drops what a what-if was told before, also while the new
// answer is still to come, and an old one that comes late.
func TestPresenterForgets(t *testing.T) {
	doc := written(t, sold)
	hidden := append(secrets(t, doc), "OWN-1")
	s := stage(t, doc, 120, 40)
	if err := s.Line(":whatif seek"); err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, "floor of 91.9137%")
	press(t, s, "esc")
	app := s.App()
	_, late := app.Update(keysOf(t, "w")[0])
	for _, line := range []string{"presenter on", "whatif seek"} {
		if _, err := app.Do(line); err != nil { // and nothing is worked out yet
			t.Fatal(err)
		}
		mustHide(t, s, hidden, line)
	}
	if late != nil {
		app.Update(late())
	}
	mustHide(t, s, hidden, "a late answer")
	wantOn(t, s, "What if")
}

func keysOf(t *testing.T, words string) []tea.KeyPressMsg {
	t.Helper()
	keys, err := play.Keys(words)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

// TestPresenterMargin keeps rows off the frame before it keeps them off each
// other.
func TestPresenterMargin(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, "B")
	lines := strings.Split(s.Text(), "\n")
	at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "Contract and dimensions") })
	if strings.Contains(lines[at+1], "horizon") || !strings.Contains(lines[at+2], "horizon") || strings.Contains(lines[at+3], "start") {
		t.Errorf("the terms stand at the frame:\n%s", s.Text())
	}
}
