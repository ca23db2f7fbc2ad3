package syntax

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// plainStyle knows a list of tables and two tables that go on their key's line.
var plainStyle = Style{
	Lists:  func(p []string) bool { return slices.Contains([]string{"list", "load", "in.list"}, Join(p)) },
	Inline: func(p []string) bool { return slices.Contains([]string{"load", "in.quantity"}, Join(p)) },
	Order:  []string{"first", "in", "list", "last"},
}

// op is an edit as a test writes it: "path = source", or "-path". Where the tree
// after it comes from the one before, it is held against its text.
func op(t testing.TB, text []byte, edit string) ([]byte, error) {
	made, faults := Parse(text)
	if made == nil || len(faults) > 0 {
		t.Fatalf("%q does not parse: %v", text, faults)
	}
	if path, ok := strings.CutPrefix(edit, "-"); ok {
		return made.Remove(strings.Split(path, "."))
	}
	path, source, _ := strings.Cut(edit, " = ")
	text, err := made.Set(strings.Split(path, "."), source, plainStyle)
	if moved, ok := made.Revalued(strings.Split(path, "."), source); ok {
		if anew, _ := Parse(text); !reflect.DeepEqual(moved.settled(), anew) || !sameNode(moved.Root, anew.Root) {
			t.Fatalf("%q, where %s, is %+v, want %+v", text, edit, moved, anew)
		}
	}
	return text, err
}

// sameNode tells whether two nodes are the same but for what they stand in.
func sameNode(a, b *Node) bool {
	x, y := *a, *b
	x.Fields, x.Items, x.parent, x.index = nil, nil, nil, nil
	y.Fields, y.Items, y.parent, y.index = nil, nil, nil, nil
	indexed := len(a.index) == len(b.index)
	for name, n := range a.index {
		indexed = indexed && a.Field(name) == n && slices.Contains(a.Fields, n)
	}
	return indexed && reflect.DeepEqual(x, y) && slices.EqualFunc(a.Fields, b.Fields, sameNode) && slices.EqualFunc(a.Items, b.Items, sameNode)
}

// TestRevalued tells which edits only move what they do not change.
func TestRevalued(t *testing.T) {
	for _, c := range []struct {
		text, edit string
		want       bool
	}{
		{"a = 1 # c\nb = 2\n", "a = 22", true},
		{"a = 1\n[in]\nb = 'x'\nc.d = 3\n[[list]]\ne = 4\n", "in.b = 2026-02-01", true},
		{"q = { a = 1, b = [2, 3] }\nc = 4\n", "q.b.0 = 22", true},
		{"\xef\xbb\xbfa = 10\r\nb = 2\r\n", "a = 1", true},
		{"a = [1]\n", "a = 2", false},
		{"a = 1\n", "a = [2]", false},
		{"a = '''\n1'''\nb = 2\n", "a = 2", false},
		{"a = 2\n", "a = '''\n1'''", false},
		{"a = 1\nb = 2\n", "b = 3", true},
		{"[a]\nb = { c = [1, 2], d = 'x' }\n[[a.e]]\nf = 1\n[[a.e]]\nf = 2\n", "a.b.c.1 = 5", true},
		{"[a]\nb = 1\n[[a.e]]\nf = 1\n[[a.e]]\nf = 2\n", "a.e.1.f = 7", true},
		{"a = 2\n", "a = 1 # c", false},
		{"a = 2\n", "a = 1, b = 2", false},
		{"a = 2\n", "b = 1", false},
		{"[a]\nb = 2\n", "a = 1", false},
	} {
		made, _ := Parse([]byte(c.text))
		path, source, _ := strings.Cut(c.edit, " = ")
		if _, ok := made.Revalued(strings.Split(path, "."), source); ok != c.want {
			t.Errorf("%q in %q: %v", c.edit, c.text, ok)
		}
		if c.want {
			if _, err := op(t, []byte(c.text), c.edit); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestEdits(t *testing.T) {
	for _, c := range []struct{ name, text, edit, want string }{
		{"a value", "# c\na   =   1   # d\n", "a = 22", "# c\na   =   22   # d\n"},
		{"a value of several lines", "a = [\n 1, # x\n 2,\n]\nb = 1\n", "a = 3", "a = 3\nb = 1\n"},
		{"in braces", "q = { a = 1, b = 2 } # d\n", "q.b = 3", "q = { a = 1, b = 3 } # d\n"},
		{"in brackets", "l = [1, 2]\n", "l.1 = 3", "l = [1, 3]\n"},
		{"dotted", "q.a = 1\nq.b = 2\n", "q.b = 3", "q.a = 1\nq.b = 3\n"},
		{"in a list of tables", "[[list]]\na = 1\n[[list]]\na = 2\n", "list.1.a = 3", "[[list]]\na = 1\n[[list]]\na = 3\n"},
		{"without a last newline", "a = 1", "b = 2", "a = 1\nb = 2"},
		{"with carriage returns", "a = 1\r\n\r\n[in]\r\nb = 1\r\n", "in.c = 2", "a = 1\r\n\r\n[in]\r\nb = 1\r\nc = 2\r\n"},
		{"after a byte order mark", "\xef\xbb\xbfa = 1\n", "a = 2", "\xef\xbb\xbfa = 2\n"},

		{"new key, aligned", "[in]\nlong = 1\nb    = 2\n", "in.cc = 3", "[in]\nlong = 1\nb    = 2\ncc   = 3\n"},
		{"new key, too long to align", "[in]\nbb = 1\nb  = 2\n", "in.long = 3", "[in]\nbb = 1\nb  = 2\nlong = 3\n"},
		{"new key, not aligned", "[in]\nlong = 1\nb = 2\n", "in.cc = 3", "[in]\nlong = 1\nb = 2\ncc = 3\n"},
		{"new key, as the file aligns", "[in]\nlong = 1\n\n[last]\nlong = 1\nb    = 2\n", "in.cc = 3", "[in]\nlong = 1\ncc   = 3\n\n[last]\nlong = 1\nb    = 2\n"},
		{"new key, indented", "[in]\n  b=1\n", "in.cc = 3", "[in]\n  b=1\n  cc=3\n"},
		{"new key under a bare header", "[in]\n[last]\n", "in.a = 1", "[in]\na = 1\n[last]\n"},
		{"new key before a comment", "[in]\na = 1\n# on last\n[last]\n", "in.b = 2", "[in]\na = 1\nb = 2\n# on last\n[last]\n"},
		{"new key at the top", "# file\n\n# first\n[first]\n", "a = 1", "# file\n\na = 1\n\n# first\n[first]\n"},
		{"new key in an empty file", "", "a = 1", "a = 1\n"},
		{"new key in braces", "q = { a = 1 }\n", `q.m5.large = 3`, "q = { a = 1, m5 = { large = 3 } }\n"},
		{"new key in empty braces", "q = {}\n", `q.a = 3`, "q = { a = 3 }\n"},
		{"new dotted key", "q.a = 1\nb = 2\n", "q.c = 3", "q.a = 1\nq.c = 3\nb = 2\n"},
		{"new dotted key in braces", "q = { x.a = 1, b = 2 }\n", "q.x.c = 3", "q = { x.a = 1, b = 2, x.c = 3 }\n"},
		{"new item", "l = [1, 2]\n", "l.2 = 3", "l = [1, 2, 3]\n"},
		{"new item on its line", "l = [\n  1, # x\n  2 # y\n]\n", "l.2 = 3", "l = [\n  1, # x\n  2, # y\n  3\n]\n"},
		{"new item after a last comma", "l = [\n  1,\n  2,\n]\n", "l.2 = 3", "l = [\n  1,\n  2,\n  3,\n]\n"},
		{"first item", "l = []\n", "l.0 = 3", "l = [3]\n"},
		{"first item of a list of lines", "[in]\n", "load.0.share = 3", "load = [{ share = 3 }]\n\n[in]\n"},

		{"new table, in order", "a = 1\n\n[first]\nx = 1\n\n# on last\n[last]\nx = 1\n", "in.a = 1", "a = 1\n\n[first]\nx = 1\n\n[in]\na = 1\n\n# on last\n[last]\nx = 1\n"},
		{"new table beside its kind", "[in.a]\nx = 1\n\n[last]\n", "in.b.x = 2", "[in.a]\nx = 1\n\n[in.b]\nx = 2\n\n[last]\n"},
		{"new table, close", "[in.a]\nx = 1\n[in.c]\nx = 1\n[last]\n", "in.b.x = 2", "[in.a]\nx = 1\n[in.c]\nx = 1\n[in.b]\nx = 2\n[last]\n"},
		{"new table on its line", "[in]\na = { x = 1 }\n", "in.b.x = 2", "[in]\na = { x = 1 }\nb = { x = 2 }\n"},
		{"new table that is written on a line", "[in]\na = 1\n", "in.quantity.x = 2", "[in]\na = 1\nquantity = { x = 2 }\n"},
		{"new table and one on its line", "", "in.quantity.x = 2", "[in]\nquantity = { x = 2 }\n"},
		{"new header over longer ones", "# c\n[in.a]\nx = 1\n", "in.b = 2", "[in]\nb = 2\n\n# c\n[in.a]\nx = 1\n"},
		{"new table at once", "[in.a]\nx = 1\n", `in.b = { long = "1", b = [2], c.d = 3 }`, "[in.a]\nx = 1\n\n[in.b]\nlong = \"1\"\nb = [2]\nc.d = 3\n"},
		{"new table without a last newline", "[in.a]\nx = 1", "in.b.x = 2", "[in.a]\nx = 1\n\n[in.b]\nx = 2"},
		{"new item with a table", "a = 1\n", "list.0.in.b = 2", "a = 1\n\n[[list]]\n[list.in]\nb = 2\n"},
		{"next item", "[[list]]\na = 1\n\n[last]\n", "list.1.a = 2", "[[list]]\na = 1\n\n[[list]]\na = 2\n\n[last]\n"},
		{"next item at once", "[[list]]\na = 1\n", "list.1 = { a = 2, b = 3 }", "[[list]]\na = 1\n\n[[list]]\na = 2\nb = 3\n"},
		{"table of the first item", "[[list]]\na = 1\n\n[[list]]\na = 2\n", "list.0.in.b = 3", "[[list]]\na = 1\n[list.in]\nb = 3\n\n[[list]]\na = 2\n"},
		{"a list in a table", "[in]\na = 1\n", "in.list.0.a = 2", "[in]\na = 1\n\n[[in.list]]\na = 2\n"},
		{"a value over a table", "[in]\na = 1\n\n[last]\nb = 1\n", "in = false", "in = false\n\n[last]\nb = 1\n"},
		{"a table over false", "in = false\n", "in.a = 1", "[in]\na = 1\n"},

		{"less a key and its comment", "a = 1\n\n# on b\n# too\nb = 2 # and\nc = 3\n", "-b", "a = 1\n\nc = 3\n"},
		{"less a key, a comment apart", "# file\n\na = 1\n", "-a", "# file\n\n"},
		{"less a table", "[in]\na = 1\n\n# on last\n[last]\nb = 1\n# below\n\n[z]\n", "-last", "[in]\na = 1\n\n[z]\n"},
		{"less the last table", "[in]\na = 1\n\n[last]\nb = 1\n", "-last", "[in]\na = 1\n"},
		{"less a table and those in it", "[in]\na = 1\n[in.b]\n[last]\n[in.c]\nx = 1\n", "-in", "[last]\n"},
		{"less an item", "[[list]]\na = 1\n[list.b]\nx = 1\n\n[[list]]\na = 2\n", "-list.0", "[[list]]\na = 2\n"},
		{"less a list", "[[list]]\na = 1\n[list.b]\nx = 1\n\n[[list]]\na = 2\n", "-list", ""},
		{"less the first in braces", "q = { a = 1, b = 2 }\n", "-q.a", "q = { b = 2 }\n"},
		{"less the last in braces", "q = { a = 1, b = 2 }\n", "-q.b", "q = { a = 1 }\n"},
		{"less the only one in braces", "q = { a = 1 }\n", "-q.a", "q = {  }\n"},
		{"less one in brackets", "l = [1, 2, 3]\n", "-l.1", "l = [1, 3]\n"},
		{"less the only one in brackets", "l = [1,]\n", "-l.0", "l = []\n"},
		{"less one on its line", "l = [\n 1, # x\n 2, # y\n 3 # z\n]\n", "-l.1", "l = [\n 1, # x\n 3 # z\n]\n"},
		{"less one on its line, a blank before the comma", "l = [\n 1,\n 2 , # y\n 3\n]\n", "-l.1", "l = [\n 1,\n 3\n]\n"},
		{"less what is dotted", "q.a = 1\nb = 2\nq.c = 3\n", "-q", "b = 2\n"},
		{"less what is dotted in braces", "q = { x.a = 1, b = 2, x.c = 3 }\n", "-q.x", "q = { b = 2 }\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := op(t, []byte(c.text), c.edit)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("%s\ngot  %q\nwant %q", c.edit, got, c.want)
			}
			if _, faults := Parse(got); len(faults) > 0 {
				t.Errorf("it does not parse: %v", faults)
			}
		})
	}
}

func TestRefusedEdits(t *testing.T) {
	for _, c := range []struct{ edit, want string }{
		{"a = ", "not one TOML value: not TOML: expected value, not end of input"},
		{"a = 1 # c", "not one TOML value"},
		{"a = 1\nb = 2", "not one TOML value"},
		{"a = 1]", "not one TOML value: not TOML: expected newline but got U+005D ']'"},
		{"a = { x = 1, x = 2 }", "not one TOML value: x is given twice, first in line 1"},
		{"a.b = 1", "a is a whole number and has no keys"},
		{"l.3 = 1", "l has 2 items: the next is 2, not 3"},
		{"list.2.a = 1", "list has 1 items: the next is 1, not 2"},
		{"in.list.1.a = 1", "in.list has 0 items: the next is 0, not 1"},
		{"list.0 = 1", "list.0 is a table of a list: change its keys one by one"},
		{"list.1 = 1", "list.1 is a table: write { key = value }"},
		{"-b", "there is no b to remove"},
		{"-l.2", "there is no l.2 to remove"},
	} {
		_, err := op(t, []byte("a = 1\nl = [1, 2]\n[[list]]\n"), c.edit)
		if err == nil || !strings.HasSuffix(err.Error(), c.want) {
			t.Errorf("%s: %v, not %s", c.edit, err, c.want)
		}
	}
}

// pruned is a tree without tables and lists that hold nothing.
func pruned(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, inner := range v {
			if p := pruned(inner); p != nil {
				out[k] = p
			}
		}
		if len(out) > 0 {
			return out
		}
		return nil
	case []any:
		var out []any
		for _, inner := range v {
			out = append(out, pruned(inner))
		}
		if len(out) > 0 {
			return out
		}
		return nil
	}
	return v
}

// leaves are the paths of everything in a tree.
func leaves(n *Node, path []string) [][]string {
	all := [][]string{path}
	for _, f := range n.Fields {
		all = append(all, leaves(f, append(slices.Clone(path), f.Name))...)
	}
	for i, item := range n.Items {
		all = append(all, leaves(item, append(slices.Clone(path), fmt.Sprint(i)))...)
	}
	return all
}

// with is a plain value with something else at a path; nil takes it away.
func with(v any, path []string, what any) any {
	if len(path) == 0 {
		return what
	}
	switch v := v.(type) {
	case []any:
		i, _ := itemIndex(path[0])
		out := slices.Clone(v)
		if what == nil && len(path) == 1 {
			return slices.Delete(out, i, i+1)
		}
		out[i] = with(out[i], path[1:], what)
		return out
	case map[string]any:
		out := map[string]any{}
		for k, inner := range v {
			out[k] = inner
		}
		out[path[0]] = with(out[path[0]], path[1:], what)
		return out
	}
	return with(map[string]any{}, path, what)
}

// TestEditsChangeOneThing: whatever a file looks like, an edit changes what it
// says it changes and nothing else, and every comment stays.
func TestEditsChangeOneThing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := smallFile(t)
		text = strings.ReplaceAll(text, "\n", rapid.SampledFrom([]string{"\n", "\n\n", " # c\n", "\n# c\n", "\r\n"}).Draw(t, "lines"))
		before, faults := Parse([]byte(text))
		if before == nil || len(faults) > 0 {
			t.Skip("not TOML")
		}
		all := leaves(before.Root, nil)
		path := slices.Clone(rapid.SampledFrom(all).Draw(t, "path"))
		remove := rapid.Bool().Draw(t, "remove")
		var made []byte
		var err error
		var value any
		if remove {
			made, err = before.Remove(path)
		} else {
			if n, _ := before.Root.Walk(path); n.Kind == Table {
				path = append(path, rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "new", "m5.large"}), 1, 3).Draw(t, "more")...)
			}
			made, err = before.Set(path, "7", plainStyle)
			value = int64(7)
		}
		if err != nil {
			return // refused, and told so
		}
		want := with(plain(before.Root), path, value)
		after, faults := Parse(made)
		if after == nil || len(faults) > 0 {
			t.Fatalf("%s\nbecomes, by %s,\n%s\n%v", text, path, made, faults)
		}
		if got := plain(after.Root); !reflect.DeepEqual(pruned(got), pruned(want)) {
			t.Fatalf("%s\nbecomes, by %s,\n%s\n%v\nwant %v", text, path, made, got, want)
		}
		if n, _ := before.Root.Walk(path); !remove && n.form == assigned && len(after.Comments()) != len(before.Comments()) {
			t.Fatalf("%s\nloses comments, by %s\n%s", text, path, made)
		}
	})
}
