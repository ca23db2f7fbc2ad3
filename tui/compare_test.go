package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/tui/play"
)

// TestCompare goes in by a key, and out of it with a variant, a baseline, a
// clone or nothing.
func TestCompare(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"covered-baseline", "c", []string{"╭▸ Compare", "▸base", "shown, pinned", "93,222.60★", "▼ -1,793.00", "s sort"}},
		{"covered-baseline", "c esc", []string{"╭▸ Instance mix", "base 1/4"}},
		{"covered-baseline", "c right enter", []string{"Hourly only (2 of 4)", "╭▸ Instance mix", "131,020.40"}},
		{"covered-baseline", "c s enter", []string{"base (1 of 4)"}},
		{"covered-baseline", "+ c", []string{"▸base", "as", "opened"}},
		{"covered-baseline", "+ c left enter", []string{"as opened are the figures as they were pinned"}},
		{"covered-baseline", "c right p", []string{"vs pinned Hourly only", "▼ -36,004.80", "✓ pinned"}},
		{"covered-baseline", "c right p esc", []string{"vs pinned Hourly only", "~-36,005"}},
		{"covered-baseline", "c right w", []string{"From base to Hourly only: what the buyer pays", "▲ 36,004.80"}},
		{"covered-baseline", "c right w n", []string{"what the seller keeps", "fees"}},
		{"covered-baseline", "c d right", []string{"▲ +36,004.80", "▼ -1,793.00"}},
		{"covered-baseline", "c C", []string{"▸Option 2", "shown", "cloned base as Option 2"}},
		{"covered-baseline", "c C u", []string{"undone: base cloned as Option 2"}},
		{"covered-baseline", "c right e", []string{"Where it comes from", "131,020.40", "totals.software"}},
		{"covered-baseline", "c right e alt+esc", []string{"╭▸ Instance mix"}},
		{"covered-baseline", "c right e esc", []string{"╭▸ Compare", "▸Hourly"}},
		{"covered-baseline", "c down down down down down e", []string{"46,641.20", "the first year"}},
		{"covered-baseline", `c / type:"cheaper" enter e`, []string{"│ 2027-07 ", "has cost less in all than hourly only", "to 2027-06 37,735.20 against 37,200.80; to 2027-07 39,516.40 against", "this deal in 2027-07"}},
		{"covered-baseline", `c / type:"cheaper" enter right e`, []string{"there is nothing more to tell"}}, // as it never is
		{"covered-baseline", `c / type:"horizon" enter e`, []string{"│ 24 months ", "how far the figures look", "covered-baseline:9:1"}},
		{"covered-baseline", `c / type:"m5.large Y" enter e`, []string{"│ 10 ", "Y, the instances of m5.large that run", "covered-baseline:15:1"}},
		{"covered-baseline", `c right / type:"m5.large X" enter e`, []string{"│ 0 ", "X, the annuals of m5.large", "covered-baseline:47:18", "best X"}},
		{"covered-baseline", `: type:"compare one-too-many" enter right / type:"m5.large Y" enter e`, []string{"│ 5 ", "written in one-too-many:"}},
		{"covered-baseline", `+ c left / type:"m5.large X" enter e`, []string{"│ 8 ", "X, the annuals of m5.large", "What follows"}}, // as it was opened
		{"prepaid-installments", `c / type:"hosts in use" enter e`, []string{"│ 110 ", "units of hosts in use", "prepaid-installments:15:1"}},
		{"prepaid-installments", `c / type:"hosts committed" enter e`, []string{"│ 120 ", "committed to", "prepaid-installments:12:14"}},
		{"covered-baseline", "c end e", []string{"break_even.0", "c6i.xlarge"}},
		{"covered-baseline", "c u", []string{"undo: nothing has been changed"}},
		{"covered-baseline", "c right y", []string{"copied the figure: 131020.40"}},
		{"covered-baseline", "c Y", []string{"copied the row: this deal"}},
		{"overage", "c end", []string{"logs", "▸ together"}},
		{"free-software", "c", []string{"╭▸ Compare"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 80, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
}

// TestCompareWords does in the comparison by words what its keys do; what is off
// says why.
func TestCompareWords(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	for _, step := range []struct {
		line string
		want []string
	}{
		{":sort saved", []string{"! sort by a figure: the comparison is not open; c opens it"}},
		{":all", []string{"the comparison is not open"}},
		{":compare", []string{"╭▸ Compare", "enter show  s sort"}},
		{":sort saved worst", []string{"by saved, worst first", "▸ saved "}},
		{":sort off", []string{"vs as opened · line 3 of 39"}},
		{":sort sav", []string{"sav could be saved or saved %; write it whole"}},
		{":sort comitments", []string{"there is no figure comitments; did you mean commitments?"}},
		{":sort m5.large x annual", []string{"by m5.large X annual"}},
		{":column hourly only", []string{"▸Hourly only"}},
		{":column nobody", []string{"there is no column nobody; there are "}},
		{":split one annual more", []string{"From base to One annual more: what the buyer pays"}},
		{":out Peaks covered too", []string{"Peaks covered too is left out; a brings it back", "▸One annual more"}},
		{"a", []string{"Peaks covered too"}},
		{"a", []string{"bring the columns back: no column is left out"}},
		{": type:\"sort a month\" enter", []string{"╭▸ Compare", "by a month"}},
		{":explain totals.hourly", []string{"Where it comes from", "╭▸ Compare"}},
		{"esc", []string{"by a month"}},
		{":pin", []string{"✓ pinned: every figure shows its difference from One annual more"}},
		{":clone Plan B", []string{"cloned One annual more as Plan B"}},
		{"o", []string{"o does nothing here; ? lists the keys, esc goes back"}},
		{"?", []string{"▸ show the column"}},
		{"esc", []string{"by a month"}},
		{":back", []string{"╭▸ Instance mix"}},
		{":compare", nil},
		{":day 2027-07-01", []string{"╭▸ Instance mix"}},
	} {
		if err := s.Line(step.line); err != nil {
			t.Fatal(err)
		}
		if t.Failed() {
			t.Fatal("after ", step.line)
		}
		wantOn(t, s, step.want...)
	}
}

// TestMoveColumns puts the columns in another order, which stays.
func TestMoveColumns(t *testing.T) {
	order := func(lines ...string) string {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		for _, line := range append([]string{"c"}, lines...) {
			if err := s.Line(line); err != nil {
				t.Fatal(err)
			}
		}
		header := strings.Fields(strings.NewReplacer("│", "", "▸", "").Replace(strings.Split(s.Text(), "\n")[1]))
		return strings.Join(header, " ")
	}
	for _, c := range []struct {
		want  string
		lines []string
	}{
		{"base Hourly only One annual more Peaks covered too", nil},
		{"Hourly only base One annual more Peaks covered too", []string{">"}},
		{"Hourly only One annual more base Peaks covered too", []string{":move right", ":move right"}},
		{"base Hourly only One annual more Peaks covered too", []string{"> <", "<"}},
		{"base One annual more Peaks covered too Hourly only", []string{"s", "<"}},
		{"One annual more base Peaks covered too Hourly only", []string{"s"}},
	} {
		if got := order(c.lines...); got != c.want {
			t.Errorf("after %q: %s, want %s", c.lines, got, c.want)
		}
	}
	if got := order("<"); got != "base Hourly only One annual more Peaks covered too" {
		t.Errorf("the first column went further left: %s", got)
	}
}

// TestCompareFooter cuts no hint, and keeps the ways on and out.
func TestCompareFooter(t *testing.T) {
	for w := 60; w <= 200; w++ {
		s := stage(t, open(t, "covered-baseline"), w, 24)
		press(t, s, "c")
		lines := strings.Split(strings.TrimRight(s.Text(), "\n"), "\n")
		last := lines[len(lines)-1]
		if strings.Contains(last, "…") || !strings.HasSuffix(last, "? help  esc back") || !strings.HasPrefix(last, " enter show  s sort") {
			t.Errorf("%d cells: %s", w, last)
		}
	}
}

// TestVariantCommands makes variants, names them and takes them away.
func TestVariantCommands(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	for _, step := range []struct{ line, want string }{
		{"C", "✓ Option 2 clones base, follows it but for its changes; :rename NAME names it"},
		{"+", "m5.large annual 8 → 9"},
		{"v", "base (1 of 5)"},
		{"V", "Option 2 (5 of 5)"},
		{":clone One annual more", "the name \"One annual more\" is taken"},
		{":clone Nine for Acme", "✓ Nine for Acme clones Option 2, laid over base; edits go into it"},
		{"p", "vs pinned Nine for Acme"},
		{":rename Nine", "✓ Nine for Acme is called Nine now"},
		{"tab", "vs pinned Nine ─"},
		{":rename", "write rename NAME"},
		{":drop Hourly only", "variant Hourly only removed"},
		{":drop", "variant Nine removed; u brings it back"},
		{"u", "undone: variant Nine removed"},
		{":variant base", "base (1 of 5)"},
		{":drop", "base is the scenario itself"},
		{":rename Acme", "base is the scenario itself"},
		{":drop Nobody", "there is no variant"},
	} {
		if err := s.Line(step.line); err != nil {
			t.Fatal(err)
		}
		wantOn(t, s, step.want)
	}
	if text := string(s.App().Session().Document().Text()); !strings.Contains(text, "# Ten run day and night") {
		t.Error("the comments are gone")
	}
}

// TestCompareFiles reads the files that are named, and opens one.
func TestCompareFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	if err := os.WriteFile(path, open(t, "one-too-many").Text(), 0o600); err != nil {
		t.Fatal(err)
	}
	at := func(lines ...string) *play.Stage {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		for _, line := range lines {
			if err := s.Line(line); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	wantOn(t, at(":compare "+path), "▸base", "mine", "file", "95,015.60", "7,142.40")
	wantOn(t, at(`:compare "Hourly only" one-too-many `+path), "Hourly only", "one-too-many", "mine")
	wantOn(t, at(":compare "+path, "right enter"), "One instance too many", "(u goes back)")
	wantOn(t, at(":compare "+path, "right enter", "u"), "The baseline covered")
	wantOn(t, at(":compare nosuch.toml"), "! not compared: ", "╭▸ Instance mix")
	wantOn(t, at(`:compare "lapse:Automatic renewal"`), "has no variant Automatic renewal; it has base, ")
	wantOn(t, at(":compare covered-baseline:* lapse:*"), "6 of 7 columns", "1 more ›")
	wantOn(t, at(`:compare "covered-baseline:hourly only"`), "covered-baseline: Hourly only", "131,020.40")
	wantOn(t, at(":compare "+path+":*"), "mine", "file")
	wantOn(t, at(":compare base"), "▸base")
}

// TestChart goes through the pictures, from any pane.
func TestChart(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  []string
	}{
		{nil, []string{"─ Cumulative ─── ● deal  ○ hourly ─"}},
		{[]string{"i"}, []string{"─ Invoices by month ─", "the chart shows invoices"}},
		{[]string{"i", "i"}, []string{"─ Prices: m5.large hourly ─"}},
		{[]string{"down down i", "i"}, []string{"─ Prices: m5.2xlarge hourly ─"}},
		{[]string{"i i i"}, []string{"─ Cumulative ─"}},
		{[]string{":chart prices"}, []string{"─ Prices: m5.large hourly ─"}},
		{[]string{":chart inv"}, []string{"─ Invoices by month ─"}},
		{[]string{":chart pie"}, []string{"the pictures are cumulative, invoices, prices"}},
	} {
		s := stage(t, open(t, "covered-baseline"), 80, 24)
		for _, line := range c.lines {
			if err := s.Line(line); err != nil {
				t.Fatal(err)
			}
		}
		wantOn(t, s, c.want...)
	}
}

// TestCompareExplains has something to tell about every figure of the table, for
// every column, or says that there is nothing.
func TestCompareExplains(t *testing.T) {
	for _, name := range []string{"covered-baseline", "negotiated-three-years", "overage", "just-below-the-bracket"} {
		s := stage(t, open(t, name), 120, 40)
		press(t, s, "c n home")
		for range 60 {
			press(t, s, "e")
			switch text := s.Text(); {
			case strings.Contains(text, "Where it comes from"):
				press(t, s, "esc")
			case !strings.Contains(text, "nothing more to tell"):
				t.Fatalf("%s:\n%s", name, text)
			}
			wantOn(t, s, "╭▸ Compare")
			press(t, s, "down right")
		}
	}
}

// TestCompareTakesNames takes words for a variant where they name one, and keeps
// the command line open where they name nothing.
func TestCompareTakesNames(t *testing.T) {
	for words, want := range map[string]string{
		"Hourly only":                         "as opened Hourly only",
		"one annual MORE":                     "as opened One annual more",
		"base Hourly only":                    "base Hourly only",
		"Hourly only overage One annual more": "as opened Hourly only One annual more overage",
		`"Hourly only" base`:                  "base Hourly only",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		if err := s.Line(":compare " + words); err != nil {
			t.Fatal(err)
		}
		if header := strings.Join(strings.Fields(strings.NewReplacer("│", "", "▸", "").Replace(strings.Split(s.Text(), "\n")[1])), " "); header != want {
			t.Errorf("%s: %s, want %s", words, header, want)
		}
	}
	s := stage(t, open(t, "covered-baseline"), 120, 40)
	press(t, s, `: type:"compare base one a"`)
	wantOn(t, s, "  One annual more  ")
	press(t, s, "enter")
	wantOn(t, s, `: compare base "One annual more"`)
	press(t, s, "esc")
	press(t, s, `: type:"compare Hourli only" enter`)
	wantOn(t, s, "not compared: there is no variant and no file Hourli; the variants are base, Hourly only, One annual more", "╭▸ Command", ": compare Hourli only")
	press(t, s, `ctrl+u type:"compare hourly only" enter`)
	wantOn(t, s, "╭▸ Compare", "Hourly only", "From as opened to Hourly only")
	press(t, s, `esc : type:"open nowhere" enter`)
	wantOn(t, s, "not opened: ", ": open nowhere")
}
