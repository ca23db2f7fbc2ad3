package syntax

import (
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"pgregory.net/rapid"
)

// dottedKey draws keys from so few names that they meet.
func dottedKey(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", `"b"`, "c"}), 1, 3).Draw(t, "key"), ".")
}

func inlineValue(t *rapid.T, deep int) string {
	kinds := 4
	if deep == 0 {
		kinds = 2
	}
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return "1"
	case 1:
		return `"x"`
	case 2:
		var items []string
		for range rapid.IntRange(0, 2).Draw(t, "items") {
			items = append(items, inlineValue(t, deep-1))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	var fields []string
	for range rapid.IntRange(0, 2).Draw(t, "fields") {
		fields = append(fields, dottedKey(t)+" = "+inlineValue(t, deep-1))
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

// smallFile draws a file whose keys and tables often clash.
func smallFile(t *rapid.T) string {
	var b strings.Builder
	for range rapid.IntRange(1, 7).Draw(t, "lines") {
		switch rapid.IntRange(0, 3).Draw(t, "line") {
		case 0:
			b.WriteString("[" + dottedKey(t) + "]\n")
		case 1:
			b.WriteString("[[" + dottedKey(t) + "]]\n")
		default:
			b.WriteString(dottedKey(t) + " = " + inlineValue(t, 2) + "\n")
		}
	}
	return b.String()
}

// TestTablesAsTOML holds what may extend what against a whole decoder.
func TestTablesAsTOML(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := smallFile(t)
		made, faults := Parse([]byte(text))
		theirs := map[string]any{}
		err := toml.Unmarshal([]byte(text), &theirs)
		if mine := made != nil && len(faults) == 0; mine != (err == nil) {
			t.Fatalf("%s\nhere %v\nthere %v", text, faults, err)
		}
		if err == nil && !alike(plain(made.Root), theirs) {
			t.Fatalf("%s\nhere %v\nthere %v", text, plain(made.Root), theirs)
		}
	})
}
