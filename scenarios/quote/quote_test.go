package quote

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
)

func book(t *testing.T) *rules.Rulebook {
	t.Helper()
	rb, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// enough entries of a list stand for all of them.
const enough = 4

// paths lists the paths to the figures in a value that was read from JSON.
func paths(v any, at string, add func(string)) {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			paths(inner, strings.TrimPrefix(at+"."+key, "."), add)
		}
	case []any:
		for i, inner := range v[:min(len(v), enough)] {
			paths(inner, fmt.Sprintf("%s.%d", at, i), add)
		}
	default:
		add(at)
	}
}

// TestEveryFigureIsExplained explains the figures of every built-in scenario:
// its value is the one in the JSON, and its rules are in the rulebook.
func TestEveryFigureIsExplained(t *testing.T) {
	rb := book(t)
	for _, b := range scenarios.Builtins() {
		doc, err := scenarios.Open(b.Name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Of(doc, rb, Options{Seller: true})
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		if err := report.JSON(&text, r); err != nil {
			t.Fatal(err)
		}
		var told struct{ Quotes []any }
		if err := json.Unmarshal([]byte(text.String()), &told); err != nil {
			t.Fatal(err)
		}
		for i, q := range r.Quotes {
			tree, err := report.TreeOf(q)
			if err != nil {
				t.Fatal(err)
			}
			paths(told.Quotes[i], "", func(path string) {
				e, err := report.Explain(q, rb.Conventions(), path)
				if err != nil {
					t.Errorf("%s, %s: %s: %v", b.Name, q.Variant, path, err)
					return
				}
				if value, err := tree.At(path); err != nil || e.Value != value || e.Path != path || e.What == "" {
					t.Errorf("%s, %s: %s = %s, explained as %v, %v", b.Name, q.Variant, path, value, e, err)
				}
				for _, id := range e.Rules {
					if _, known := rb.Rule(id); !known {
						t.Errorf("%s: %s cites %s, which is not in the rulebook", b.Name, path, id)
					}
				}
			})
		}
	}
}

func TestUnpricedSaysWhere(t *testing.T) {
	text := `title = "No annual on sale"
product = "dunmarrow-vpn-hourly"
start = 2027-01-01
[instance."m5.large"]
running = 1
[variant."Annual".instance."m5.large"]
annual = 1
[variant."Two of them".instance."m5.large"]
annual = 2
`
	doc, err := scenarios.Read("vpn.toml", []byte(text), "")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Of(doc, book(t), Options{})
	for _, want := range []string{"vpn.toml:7:1: ", "vpn.toml:9:1: "} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %s", err, want)
		}
	}
	if r, err := Of(doc, book(t), Options{Variant: "base"}); err != nil || len(r.Quotes) != 1 {
		t.Errorf("the scenario itself can be priced: %v", err)
	}
}

// TestEveryMissingRate is told, each once, whatever variants lack it.
func TestEveryMissingRate(t *testing.T) {
	doc, err := scenarios.Read("f.toml", []byte("product = \"brackenfold-observe\"\nstart = 2027-01-01\n"+
		"contract = { months = 18, quantity = { hosts = 1, logs = 1 } }\n[variant.A]\nmonths = 12\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	const fix = "; choose a term that is on the list"
	want := "f.toml:3:40: hosts has no contract rate for 18 months on 2027-01-01" + fix + "\nf.toml:3:51: logs has no contract rate for 18 months on 2027-01-01" + fix
	if _, err := Of(doc, book(t), Options{}); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
