package syntax

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

func tree(t testing.TB, text string) *Tree {
	t.Helper()
	made, faults := Parse([]byte(text))
	if made == nil || len(faults) > 0 {
		t.Fatalf("%q does not parse: %v", text, faults)
	}
	return made
}

func TestFaults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"text without quotes", "title = Acme\n", `1:9: not TOML: unexpected character U+0041 'A' at start of value; write text in quotes: "text"`},
		{"a number with a unit", "months = 12m\n", `1:12: not TOML: strings must be quoted; write text in quotes: "text"`},
		{"no equals sign", "a = 1\nmonths 12\n", `2:8: not TOML: expected '=' after key; write key = value`},
		{"no value", "a = 1\nb =", `2:3: not TOML: expected value, not end of input; write a value after the equals sign`},
		{"two on a line", "a = 1 b = 2\n", `1:7: not TOML: expected newline but got U+0062 'b'; write one key = value a line`},
		{"an open quote", "a = \"x\nb = 1\n", `1:7: not TOML: basic strings cannot have new lines; close the quote on the same line`},
		{"an open list", "a = [1, 2\n", `1:10: not TOML: array is incomplete; close the list with ]`},
		{"an open header", "[instance\n", `1:10: not TOML: expected ']' to close table name; close the header with ]`},
		{"an escape character", "a = \"x\x1by\"\n", `1:7: not TOML: basic strings cannot have control characters; write it as an escape: \u001b`},
		{"a zero", "a = \"x\x00y\"\n", `1:7: not TOML: basic strings cannot have control characters; write it as an escape: \u0000`},
		{"UTF-16 with its mark", "\xff\xfea\x00=\x001\x00", `1:1: the file is not UTF-8, but UTF-16; save the file as UTF-8`},
		{"UTF-16 without one", "\x00a\x00=\x001", `1:1: the file is not UTF-8, but UTF-16; save the file as UTF-8`},
		{"two commas", "a = [1,,2]\n", `1:8: not TOML: expected value but got U+002C ','; take the comma out, or write a value before it`},
		{"a control character", "a = \"\a\"\n", `1:6: not TOML: basic strings cannot have control characters; write it as an escape: \u0007`},
		{"a bad escape", `a = "C:\d"`, `1:8: not TOML: invalid escape character U+0064 'd'; write a backslash twice, or put the text in single quotes`},
		{"not UTF-8", "a = \"\xff\"", `1:6: not TOML: invalid UTF-8 character in basic string; save the file as UTF-8`},
		{"a column counts characters", "é = 1\n\"é\" = é\n", `1:1: not TOML: invalid character at start of key: U+00C3 'Ã'; write keys of letters, digits, - and _ bare, all others in quotes: "m5.large"`},
		{"after wide characters", `"é界" = x`, `1:8: not TOML: unexpected character U+0078 'x' at start of value; write text in quotes: "text"`},
		{"a key twice", "a = 1\nb = 2\na = 3\n", `3:1: a is given twice, first in line 1; keep one of the two`},
		{"a table twice", "[a]\nx = 1\n[b]\n[a]\nx = 2\n", `4:2: a is given twice, first in line 1; keep one of the two`},
		{"a table over a value", "a = 1\n[a.b]\n", `2:2: a is already a whole number in line 1; keep one of the two`},
		{"a list over a table", "[a]\n[[a]]\n", `2:3: a is already a table in line 1; keep one of the two`},
		{"a dotted key over a header", "[a.b]\nx = 1\n[a]\nb.y = 2\n", `4:1: b is given twice, first in line 1; keep one of the two`},
		{"a key twice in braces", "a = { b = 1, b = 2 }\n", `1:14: b is given twice, first in line 1; keep one of the two`},
		{"two faults", "a = 1\na = 2\na = 3\n", "2:1: a is given twice, first in line 1; keep one of the two|3:1: a is given twice, first in line 1; keep one of the two"},
		{"after a byte order mark", "\xef\xbb\xbfa = x\n", `1:5: not TOML: unexpected character U+0078 'x' at start of value; write text in quotes: "text"`},
		{"too large", strings.Repeat("#", MaxBytes+1), "1:1: the file is larger than 1 MiB; split it: a deal fits into a few kilobytes"},
		{"too many entries", "a = [" + strings.Repeat("1,", MaxEntries) + "]", fmt.Sprintf("1:%d: the file has more than %d entries; split it", 4+2*MaxEntries, MaxEntries)},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, faults := Parse([]byte(c.text))
			var got []string
			for _, f := range faults {
				got = append(got, fmt.Sprintf("%d:%d: %s; %s", f.Line, f.Column, f.Message, f.Fix))
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

func TestSizesOnTheBoundary(t *testing.T) {
	for name, text := range map[string]string{
		"bytes":   strings.Repeat("#", MaxBytes),
		"entries": "a = [" + strings.Repeat("1,", MaxEntries-1) + "]",
	} {
		if _, faults := Parse([]byte(text)); len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

func TestPlaces(t *testing.T) {
	text := "a = 1\n[b.\"c d\"]\ne = { f = [10, 20] }\n[[g]]\nh = 2026-02-01\n[[g]]\nh.i = \"x\"\n"
	for path, want := range map[string]string{
		"a": "1:1 1", "b.c d": "2:4 ", "b.c d.e": "3:1 { f = [10, 20] }", "b.c d.e.f": "3:7 [10, 20]",
		"b.c d.e.f.1": "3:16 20", "g": "4:3 ", "g.0": "4:3 ", "g.1": "6:3 ", "g.0.h": "5:1 2026-02-01", "g.1.h.i": `7:3 "x"`,
	} {
		made := tree(t, text)
		parts := strings.Split(path, ".")
		n, depth := made.Root.Walk(parts)
		if depth < len(parts) {
			t.Errorf("%s is not there", path)
			continue
		}
		line, column := made.Position(n.At())
		if got := fmt.Sprintf("%d:%d %s", line, column, text[n.Value.Start:n.Value.End]); got != want {
			t.Errorf("%s stands at %q, not %q", path, got, want)
		}
		if got := n.path(); !slices.Equal(got, parts) {
			t.Errorf("%s says it is %s", path, got)
		}
	}
}

func TestComments(t *testing.T) {
	made := tree(t, "# one\na = 1 # two\nb = [ # three\n # four\n 1, # five\n]\nc = \"# none\"\n[d] # six\n")
	var got []string
	for _, c := range made.Comments() {
		got = append(got, fmt.Sprintf("%d:%d %s", c.Line, c.Column, c.Text))
	}
	want := []string{"1:1 # one", "2:7 # two", "3:7 # three", "4:2 # four", "5:5 # five", "8:5 # six"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

// plain is a tree as BurntSushi/toml would give it.
func plain(n *Node) any {
	switch n.Kind {
	case Table:
		m := map[string]any{}
		for _, f := range n.Fields {
			m[f.Name] = plain(f)
		}
		return m
	case List:
		l := []any{}
		for _, item := range n.Items {
			l = append(l, plain(item))
		}
		return l
	case Integer:
		i, _ := strconv.ParseInt(strings.ReplaceAll(n.Text, "_", ""), 0, 64)
		return i
	case Bool:
		return n.Text == "true"
	case Date:
		return n.Text
	}
	return n.Text
}

// alike compares what two parsers read, as far as a scenario can hold it.
func alike(mine, theirs any) bool {
	switch v := theirs.(type) {
	case map[string]any:
		m, ok := mine.(map[string]any)
		if !ok || len(m) != len(v) {
			return false
		}
		for k := range v {
			if !alike(m[k], v[k]) {
				return false
			}
		}
		return true
	case []any:
		l, ok := mine.([]any)
		return ok && slices.EqualFunc(l, v, alike)
	case []map[string]any:
		l, ok := mine.([]any)
		return ok && slices.EqualFunc(l, v, func(a any, b map[string]any) bool { return alike(a, b) })
	case float64:
		return true
	case time.Time:
		s, ok := mine.(string)
		return ok && (v.Format(time.DateOnly) == s || len(s) != len(time.DateOnly))
	}
	return mine == theirs
}

// FuzzParse holds the tree against another parser: what both read they read
// alike, and what the other refuses as twice or misplaced is refused here too.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"../*.toml", "../../seeds/*.toml", "../../seeds/products/*.toml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			text, _ := os.ReadFile(name)
			f.Add(string(text))
		}
	}
	for _, s := range []string{"a.b = 1\na.c = 2\n", "[a]\n[a.b]\n[[c]]\n[c.d]\n[[c]]\n", "a = {b.c = 1, b.d = [{}, 2]}", "a = 1\r\n[b]\r\n", "[[a.b]]\n[a]\n",
		"[a]\nb.c = 1\n[a.b.d]\n", "[a]\nb.c = 1\n[a.b]\n", "a = [{x=1}]\n[[a]]\n", "'a' = '''\nx'''\n\"\\u0041\" = 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		made, faults := Parse([]byte(text))
		for _, f := range faults {
			if lines := strings.Count(text, "\n") + 1; f.Line < 1 || f.Line > lines || f.Column < 1 || f.Column > len(text)+1 {
				t.Fatalf("a fault at %d:%d of %q", f.Line, f.Column, text)
			}
		}
		theirs := map[string]any{}
		_, err := toml.Decode(text, &theirs)
		if made == nil || len(faults) > 0 {
			return
		}
		made.Comments()
		if err != nil {
			if s := err.Error(); strings.Contains(s, "already") || strings.Contains(s, "duplicate") || strings.Contains(s, "twice") {
				t.Fatalf("%q is read, but %v", text, err)
			}
			return
		}
		if mine := plain(made.Root); !alike(mine, theirs) {
			t.Fatalf("%q\nmine   %v\ntheirs %v", text, mine, theirs)
		}
	})
}
