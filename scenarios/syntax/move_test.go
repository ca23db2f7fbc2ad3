package syntax

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMoves(t *testing.T) {
	for _, c := range []struct{ name, text, from, to, want string }{
		{"tables with their comments", "a = 1\n\n# on it\n[v.x]\n# k\nk = 1 # c\n\n# sub\n[v.x.y]\nz = [1]\n\n[w]\n", "v.x", "v.q r",
			"a = 1\n\n# on it\n[v.x]\n# k\nk = 1 # c\n\n# sub\n[v.x.y]\nz = [1]\n\n# on it\n[v.\"q r\"]\n# k\nk = 1 # c\n\n# sub\n[v.\"q r\".y]\nz = [1]\n\n[w]\n"},
		{"a list of tables", "[[list]]\na = 1\n[list.b]\nc = 2\n[[list]]\na = 3\n\n[v.x]\n", "list", "v.x.list",
			"[[list]]\na = 1\n[list.b]\nc = 2\n[[list]]\na = 3\n\n[v.x]\n\n[[v.x.list]]\na = 1\n[v.x.list.b]\nc = 2\n[[v.x.list]]\na = 3\n"},
		{"a list on a line", "l = [1, 2]\n[v.x]\n", "l", "v.x.l", "l = [1, 2]\n[v.x]\nl = [1, 2]\n"},
		{"tables apart", "[v.x]\na = 1\n[w]\n[v.x.y]\nb = 2", "v.x", "v.z", "[v.x]\na = 1\n[w]\n[v.x.y]\nb = 2\n\n[v.z]\na = 1\n\n[v.z.y]\nb = 2"},
		{"beside dotted keys", "v.x.a = 1\nb = 2\n[[list]]\nc = 3\n", "list", "v.x.list", "v.x.a = 1\nb = 2\n\n[[v.x.list]]\nc = 3\n\n[[list]]\nc = 3\n"},
		{"dotted keys", "v.x.a = 1\nv.x.b = 2\n", "v.x", "v.y", "v.x.a = 1\nv.x.b = 2\nv.y = { a = 1, b = 2 }\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := tree(t, c.text).Copy(strings.Split(c.from, "."), strings.Split(c.to, "."), plainStyle)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestRename(t *testing.T) {
	for _, c := range []struct{ text, path, name, want string }{
		{"# c\n[v.x] # d\na = 1\n[v.x.b]\n[[v.x.l]]\n[v.y]\n", "v.x", "n m", "# c\n[v.\"n m\"] # d\na = 1\n[v.\"n m\".b]\n[[v.\"n m\".l]]\n[v.y]\n"},
		{"[v]\nx = { a = 1 }\ny.b = 1\n", "v.x", "z", "[v]\nz = { a = 1 }\ny.b = 1\n"},
		{"[v]\nx.a = 1\nx.b = 1\n[v.x.c]\n", "v.x", "z", "[v]\nz.a = 1\nz.b = 1\n[v.z.c]\n"},
		{"v = { x = { a = 1 } }\n", "v.x", "z", "v = { z = { a = 1 } }\n"},
	} {
		got, err := tree(t, c.text).Rename(strings.Split(c.path, "."), c.name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
	for _, c := range []struct{ path, name, want string }{
		{"a", "b", "there is already a b"}, {"c", "d", "there is no c to rename"},
	} {
		if _, err := tree(t, "a = 1\nb = 2\n").Rename([]string{c.path}, c.name); err == nil || err.Error() != c.want {
			t.Errorf("%s: %v", c.path, err)
		}
	}
}

// TestMovesKeepTheRest: a copy holds what the original holds, a renamed key what
// it held, and nothing else changes.
func TestMovesKeepTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := smallFile(t)
		before, faults := Parse([]byte(text))
		if before == nil || len(faults) > 0 {
			t.Skip("not TOML")
		}
		path := rapid.SampledFrom(leaves(before.Root, nil)).Draw(t, "path")
		n, _ := before.Root.Walk(path)
		rename := rapid.Bool().Draw(t, "rename")
		to := []string{"zz", "z z"}
		var made []byte
		var err error
		if rename {
			if len(path) == 0 {
				return
			}
			to = append(slices.Clone(path[:len(path)-1]), "zz")
			made, err = before.Rename(path, "zz")
		} else {
			made, err = before.Copy(path, to, plainStyle)
		}
		if err != nil {
			return
		}
		want := plain(before.Root)
		if rename {
			want = with(want, path, nil)
		}
		want = with(want, to, plain(n))
		after, faults := Parse(made)
		if after == nil || len(faults) > 0 {
			t.Fatalf("%s\nbecomes, by %s,\n%s\n%v", text, path, made, faults)
		}
		if got := plain(after.Root); !reflect.DeepEqual(pruned(got), pruned(want)) {
			t.Fatalf("%s\nbecomes, by %s,\n%s\n%v\nwant %v", text, path, made, got, want)
		}
	})
}

// TestEditsAfterValues: after a value that is as long as the one before, every other
// edit makes of the tree what it makes of its text.
func TestEditsAfterValues(t *testing.T) {
	text := []byte("a = 1\n\n[first]\nb    = 2\nlong = 3\n\n[first.c]\nd.e = 4\n\n[[list]]\nb = 1\n")
	for _, value := range []string{"first.b", "first.c.d.e", "list.0.b"} {
		made, _ := Parse(text)
		path := strings.Split(value, ".")
		shared, ok := made.Revalued(path, "7")
		if !ok || !shared.shares {
			t.Fatalf("%s is not as long as before", value)
		}
		anew, _ := Parse(shared.text)
		for what, edit := range map[string]func(*Tree) ([]byte, error){
			"remove":         func(x *Tree) ([]byte, error) { return x.Remove(path) },
			"remove a table": func(x *Tree) ([]byte, error) { return x.Remove(path[:1]) },
			"set a list":     func(x *Tree) ([]byte, error) { return x.Set(path, "[1,\n2]", plainStyle) },
			"add beside": func(x *Tree) ([]byte, error) {
				return x.Set(append(path[:len(path)-1:len(path)-1], "new"), "1", plainStyle)
			},
			"copy":   func(x *Tree) ([]byte, error) { return x.Copy([]string{"first"}, []string{"second"}, plainStyle) },
			"rename": func(x *Tree) ([]byte, error) { return x.Rename([]string{"first"}, "second") },
		} {
			got, failed := edit(shared)
			want, wrong := edit(anew)
			if string(got) != string(want) || fmt.Sprint(failed) != fmt.Sprint(wrong) {
				t.Errorf("%s after %s: %q (%v), want %q (%v)", what, value, got, failed, want, wrong)
			}
		}
	}
}
