package script

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/expect"
)

func book(t *testing.T) *rules.Rulebook {
	t.Helper()
	rb, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// TestBuiltins runs what the built-in scenarios expect, and their scripts.
func TestBuiltins(t *testing.T) {
	rb := book(t)
	var b strings.Builder
	count, err := expect.Suite{Book: rb, Script: Runner(rb)}.Run(&b, []string{"../../scenarios"})
	if err != nil || count.Failed > 0 {
		t.Errorf("%v, %s\n%s", err, count, b.String())
	}
	if count.Passed < len(scenarios.Builtins()) {
		t.Errorf("%s: every built-in scenario expects something", count)
	}
}

const small = `title = "One"
product = "northwind-ngfw"
start = 2027-01-01
[instance."m5.large"]
running = 2
`

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "play.txtar")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func failures(list []expect.Outcome) string {
	var lines []string
	for _, o := range list {
		if o.Failure != "" {
			lines = append(lines, o.Failure)
		}
	}
	return strings.Join(lines, "\n")
}

func TestWhatIsWrongWithAScript(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing wanted", "lapse\n-- keys --\ndown\n", "play.txtar: the script wants nothing"},
		{"no scenario", "nobody\n-- want-80x24 --\n", "play.txtar:1: there is no scenario"},
		{"unknown file", "lapse\n-- want-80x24 --\n-- wants --\n", "play.txtar:4: wants: no file of a script"},
		{"a comment is no key", "lapse\n-- keys --\n# up and away\n:expect totals.software 1\n", "play.txtar:4: keys: totals.software: wanted 1"},
		{"unknown key", "lapse\n-- keys --\ndown\n\njump\n-- want-80x24 --\n", `play.txtar:5: keys: "jump" is not a key`},
		{"unknown command", "lapse\n-- keys --\n:jump high\n-- want-80x24 --\n", "play.txtar:3: keys: "},
		{"a step that does not hold", "lapse\n-- keys --\n:expect totals.software 20174.40\n\n:expect totals.software at_most 1\n", "play.txtar:5: keys: totals.software: wanted at most 1, got 20174.40"},
		{"a step before the screen", "lapse\n-- keys --\n:expect totals.hourly 1\n-- want-80x24 --\n", "play.txtar:3: keys: totals.hourly: wanted 1, got "},
		{"a step that cannot be looked at", "lapse\n-- keys --\n:expect totals.foo 1\n", "play.txtar:3: keys: hold a figure against a value: totals.foo: there is no such part"},
		{"a step half written", "lapse\n-- keys --\n:expect totals.software\n", "write expect PATH VALUE"},
		{"bad scenario", "-- scenario.toml --\ntitle = \"One\"\nruning = 1\n-- want-80x24 --\n", "play.txtar:3:1: unknown key"},
		{"another screen", "lapse\n-- want-80x24 --\nnot this\n", `play.txtar:3: want-80x24: wanted "not this", got `},
		{"another quote", "lapse\n-- want.json --\n{\n", `play.txtar:4: want.json: wanted "", got "  \"schema\": \"termsheet.quote/1\","`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := failures(Runner(book(t))(write(t, c.text), false))
			if !strings.Contains(got, c.want) {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestUpdateWritesScreensAndQuotes(t *testing.T) {
	text := "two instances, one more covered\n-- scenario.toml --\n" + small + "-- keys --\n:set m5.large annual 1\n-- want-80x24 --\n-- want.json --\n"
	path, run := write(t, text), Runner(book(t))
	first := run(path, true)
	if failures(first) != "" || !strings.Contains(first[0].Diff, `+      "kind": "annual",`) && !strings.Contains(first[0].Diff, `"kind": "annual"`) {
		t.Fatalf("the update failed or shows no difference: %v", first)
	}
	if got := run(path, false); failures(got) != "" || len(got) != 2 {
		t.Fatalf("what was written is not what comes out: %s", failures(got))
	}
	updated, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(updated), small) || !strings.Contains(string(updated), "Instance mix") {
		t.Errorf("the script lost something:\n%s", updated)
	}
	again := run(path, true)
	if again[0].Diff != "" {
		t.Errorf("a second update changes something:\n%s", again[0].Diff)
	}
	compact := strings.ReplaceAll(string(updated), "\n  \"", " \"")
	if got := run(write(t, compact), false); failures(got) != "" {
		t.Errorf("the layout of JSON matters: %s", failures(got))
	}
	other := strings.Replace(string(updated), `"quantity": "1"`, `"quantity": "7"`, 1)
	if got := failures(run(write(t, other), false)); !strings.Contains(got, `wanted "          \"quantity\": \"7\",", got "          \"quantity\": \"1\","`) {
		t.Errorf("another quantity passes, or is not named: %s", got)
	}
}
