package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui"
	"termsheet/tui/play"
)

// faulty is a deal with findings of every severity, in the scenario, in a
// variant and in its product; one more is allowed by a comment.
const faulty = `title = "Faulty"
product = "tool.toml"
accepted = 2027-01-01
start = 2027-01-15

[instance."m5.large"]
annual = 4
running = 2

[instance."m5.xlarge"]
running = 3

[[price_change]]
announced = 2027-03-01
[price_change.instance."m5.large"]
annual = "1400"

[[price_change]]
announced = 2027-04-01
[price_change.instance."m5.large"]
annual = "1500"

[variant."Too long"]
[variant."Too long".offer]
months = 61
discount = "10%"
accounts = 30 # termsheet: allow PRV-2 agreed with the operator
`

const faultyProduct = `id = "acme-tool"
title = "Acme Tool"
seller = "Acme"
delivery = "ami"
launched = 2025-01-01
models = ["hourly", "annual"]
[instance."m5.large"]
hourly = "0.24"
annual = "1260"
[instance."m5.xlarge"]
hourly = "0.48"
annual = "2520"
[instance."m5.2xlarge"]
annual = "5000"
`

// files writes files into a folder of their own and gives the first one's path.
func files(t *testing.T, name, text string, more ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := -2; i < len(more); i += 2 {
		if i >= 0 {
			name, text = more[i], more[i+1]
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "deal.toml")
}

func faultyStage(t *testing.T) *play.Stage {
	t.Helper()
	return stage(t, open(t, files(t, "deal.toml", faulty, "tool.toml", faultyProduct)), 120, 40)
}

// TestFindings lists them with sign, word, rule and what to do, the gravest
// first, and counts them in the header.
func TestFindings(t *testing.T) {
	s := faultyStage(t)
	header, _, _ := strings.Cut(s.Text(), "\n")
	press(t, s, "f")
	screen := s.Text()
	n := strings.Count(screen, " error ") + strings.Count(screen, " warning ") + strings.Count(screen, " note ")
	if n < 4 || !strings.Contains(header, fmt.Sprintf("✗ %d findings", n)) {
		t.Errorf("%d findings are listed under %q:\n%s", n, header, screen)
	}
	wantOn(t, s, "▸ ✗ error", "ANN-3", "CHG-6", "* note    ANN-6", "What to do: ", "deal.toml:")
	if errors, notes := strings.LastIndex(screen, "✗ error"), strings.Index(screen, "* note"); errors > notes {
		t.Errorf("notes come before errors:\n%s", screen)
	}
	for _, gone := range []string{"PRV-2", "30 accounts"} {
		if strings.Contains(screen, gone) {
			t.Errorf("%s is allowed by a comment, and told:\n%s", gone, screen)
		}
	}
}

// TestGoToFinding leads from each finding to where its field is.
func TestGoToFinding(t *testing.T) {
	for _, c := range []struct {
		rule string
		want []string
	}{
		{"ANN-6", []string{"╭▸ Instance mix", "▸ m5.large", "![4]", "ANN-6 "}},
		{"FDA-2", []string{"╭▸ Contract", "[2027-01-15]"}},
		{"CHG-6", []string{"╭▸ Timeline", "2027-04-01"}},
		{"ANN-11", []string{"╭▸ Contract", "▸Too long", "[61 months]"}},
		{"ANN-3", []string{"in the product", "tool.toml:14:1"}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			s := faultyStage(t)
			press(t, s, "f")
			for range 20 {
				if strings.Contains(chosenRow(s), c.rule) {
					break
				}
				press(t, s, "down")
			}
			press(t, s, "enter")
			wantOn(t, s, c.want...)
		})
	}
}

// chosenRow is the row at the cursor of the sheet.
func chosenRow(s *play.Stage) string {
	for _, line := range strings.Split(s.Text(), "\n") {
		for _, sign := range "✗!*" {
			if strings.Contains(line, "▸ "+string(sign)+" ") {
				return line
			}
		}
	}
	return ""
}

// TestFindingsLive come and go with the edits, also while a value is typed and
// in the variants that share them.
func TestFindingsLive(t *testing.T) {
	s := stage(t, open(t, "covered-baseline"), 80, 24)
	press(t, s, "f")
	wantOn(t, s, "no rule has anything to say")
	press(t, s, "1 2")
	wantOn(t, s, "*1", "[12_]")
	press(t, s, "enter")
	wantOn(t, s, "*1", "*[12]")
	press(t, s, "left")
	wantOn(t, s, "f findings")
	press(t, s, "u")
	if screen := s.Text(); strings.Contains(screen, "*1") || strings.Contains(screen, "f findings") {
		t.Errorf("undone, it is still there:\n%s", screen)
	}
	if err := s.Line(":set m5.large annual 12"); err != nil {
		t.Fatal(err)
	}
	wantOn(t, s, "*1", "*[12]")
	press(t, s, "v")
	if screen := s.Text(); strings.Contains(screen, "* ") {
		t.Errorf("a variant without it is marked:\n%s", screen)
	}
}

// TestStaleFindings drops what was found about a document that is gone, and
// checks the one that came after it, one check at a time.
func TestStaleFindings(t *testing.T) {
	app, err := tui.New(open(t, "covered-baseline"), tui.Options{Book: rulebook(t), Theme: "dark", Width: 80, Height: 24})
	if err != nil {
		t.Fatal(err)
	}
	first := app.Init()
	keys, _ := play.Keys("12 enter")
	for _, key := range keys {
		if _, cmd := app.Update(key); cmd != nil {
			t.Error("a second check is under way beside the first")
		}
	}
	_, again := app.Update(first())
	if strings.Contains(play.Plain(app.Screen()), "*1") || again == nil {
		t.Fatalf("the first answer is taken for the new document, or nothing asks again:\n%s", play.Plain(app.Screen()))
	}
	answer := make(chan tea.Msg)
	go func() { answer <- again() }() // while keys go on, for the race detector
	for _, key := range keys[:1] {
		app.Update(key)
	}
	if _, more := app.Update(<-answer); more == nil {
		t.Error("nothing asks about the value that is being typed")
	}
}
