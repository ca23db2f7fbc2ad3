package settings

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"termsheet/scenarios"
	"termsheet/tui/input"
	"termsheet/tui/theme"
)

// actions are a few as an application could have them.
func actions() Actions {
	return Actions{
		Keys: map[string][]string{
			"undo": {"u", "ctrl+z"}, "redo": {"U", "ctrl+r"}, "quit": {"q", "ctrl+c"}, "help": {"?"}, "set": nil,
		},
		Fixed: []string{"ctrl+c", "esc", "1"},
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       func(*Settings)
	}{
		{"nothing", "", func(*Settings) {}},
		{"comments", "# mine\n\n", func(*Settings) {}},
		{"all", "theme = \"light\"\nascii = true\nmouse = true\nautosave = false\n", func(s *Settings) {
			s.Theme, s.ASCII, s.Mouse, s.Autosave = "light", true, true, false
		}},
		{"auto", "theme = \"auto\"", func(*Settings) {}},
		{"with a byte order mark", "\ufefftheme = \"mono\"\r\nmouse = true\r\n", func(s *Settings) { s.Theme, s.Mouse = "mono", true }},
		{"keys", "[keys]\n\"undo\" = [\"z\"]\n", func(s *Settings) { s.keys = map[string][]string{"undo": {"z"}} }},
		{"keys in one line", "keys = { undo = ['+', \"alt+x\"], redo = [] }", func(s *Settings) {
			s.keys = map[string][]string{"undo": {"+", "alt+x"}, "redo": nil}
		}},
		{"dotted keys", "keys.undo = [\"ctrl++\", \"shift+tab\", \"ctrl+space\", \"日\"]", func(s *Settings) {
			s.keys = map[string][]string{"undo": {"ctrl++", "shift+tab", "ctrl+space", "日"}}
		}},
	} {
		want := Default(actions())
		c.want(&want)
		got, err := Decode("s.toml", []byte(c.text), actions())
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, %v", c.name, got, err)
		}
	}
}

// One refusal a line, with its place and what to write instead.
func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unknown setting", "mouse = true\n  thme = \"dark\"\n", `2:3: there is no setting "thme"; write theme`},
		{"nothing like it", "hours = 730", `1:1: there is no setting "hours"; the settings are theme, ascii, mouse, autosave and keys`},
		{"capitals", "Theme = \"dark\"", `1:1: there is no setting "Theme"; write theme`},
		{"unknown table", "[window]\nwidth = 1\nheight = 2\n", `1:2: there is no setting "window"; the settings are theme, ascii, mouse, autosave and keys`},
		{"unknown theme", "theme = \"drak\"", `1:9: there is no theme "drak"; write dark`},
		{"theme of another kind", "theme = 3", `1:9: theme is a whole number, not the name of a theme; write theme = "auto"`},
		{"theme table", "[theme]\nname = \"dark\"", `1:2: theme is a table, not the name of a theme; write theme = "auto"`},
		{"flag as text", "ascii = \"yes\"", `1:9: ascii is text, not true or false; write ascii = true or ascii = false`},
		{"flag as number", "\nmouse = 1", `2:9: mouse is a whole number, not true or false; write mouse = true or mouse = false`},
		{"keys of another kind", "keys = [\"u\"]", `1:8: keys is a list, not a table; write [keys], and under it lines such as undo = ["u"]`},
		{"unknown action", "[keys]\nundoo = [\"u\"]", `2:1: there is no action "undoo"; write undo`},
		{"no such action", "[keys]\n\"fly away\" = [\"u\"]", `2:1: there is no action "fly away"; the actions are help, quit, redo, set and undo`},
		{"one key", "[keys]\nundo = \"z\"", `2:8: undo is text, not a list of keys; write undo = ["z"]`},
		{"a number", "[keys]\nundo = 4", `2:8: undo is a whole number, not a list of keys; write undo = ["u", "ctrl+z"]`},
		{"a number in the list", "[keys]\nundo = [\"z\", 4]", `2:14: a key is a whole number, not text; write it in quotes: "u"`},
		{"no key", "[keys]\nundo = [\"\"]", `2:9: "" is not a key; write a character such as "u", a name such as "pgup", or either after "ctrl+" or "alt+"`},
		{"a control character", "[keys]\nundo = [\"\\u0001\"]", `2:9: "\x01" is not a key; write a character such as "u", a name such as "pgup", or either after "ctrl+" or "alt+"`},
		{"a misspelled key", "[keys]\nundo = [\"ctrl+pgupp\"]", `2:9: "ctrl+pgupp" is not a key; write "ctrl+pgup"`},
		{"another name", "[keys]\nundo = [\"PageUp\"]", `2:9: "PageUp" is not how the key is written; write "pgup"`},
		{"another order", "[keys]\nundo = [\"Shift+Control+Up\"]", `2:9: "Shift+Control+Up" is not how the key is written; write "ctrl+shift+up"`},
		{"shift and a letter", "[keys]\nundo = [\"shift+z\"]", `2:9: "shift+z" is not how the key is written; write "Z"`},
		{"ctrl and a capital", "[keys]\nundo = [\"ctrl+Z\"]", `2:9: "ctrl+Z" is not how the key is written; write "ctrl+z"`},
		{"a blank", "[keys]\nundo = [\" \"]", `2:9: " " is not how the key is written; write "space"`},
		{"a key that is another", "[keys]\nundo = [\"ctrl+i\"]", `2:9: terminals cannot tell ctrl+i from tab; write "tab"`},
		{"a fixed key", "[keys]\nundo = [\"esc\"]", `2:9: "esc" keeps what it does; choose another key`},
		{"a key given twice", "[keys]\nundo = [\"z\"]\nredo = [\"y\", \"z\"]", `3:14: "z" is given to undo in line 2 already; take one of the two out`},
		{"not TOML", "theme = dark", `1:9: not TOML: unexpected character U+0064 'd' at start of value; write text in quotes: "text"`},
		{"given twice", "mouse = true\nmouse = false", `2:1: mouse is given twice, first in line 1; keep one of the two`},
		{"a day that is not there", "mouse = 2027-02-30", "1:9: not TOML: invalid datetime: \"2027-02-30\"; write it as TOML does: key = value"},
		{"too large", strings.Repeat("#", mostBytes), `1:1: the file is larger than 1 MiB; settings fit into a few lines`},
	} {
		got, err := Decode("s.toml", []byte(c.text), actions())
		var list scenarios.Errors
		if !errors.As(err, &list) || err.Error() != "s.toml:"+c.want {
			t.Errorf("%s:\ngot  %v\nwant s.toml:%s", c.name, err, c.want)
		}
		if !reflect.DeepEqual(got, Default(actions())) {
			t.Errorf("%s: the settings are %+v", c.name, got)
		}
	}
}

func TestAllThatIsWrongAtOnce(t *testing.T) {
	_, err := Decode("s.toml", []byte("theme = 1\nfoo = 2\n[keys]\nundo = [\"ctlr+x\", \"z\", \"z\"]\nundu = []\n"), actions())
	want := []string{"s.toml:1:9: ", "s.toml:2:1: ", "s.toml:4:9: ", "s.toml:4:24: ", "s.toml:5:1: "}
	lines := strings.Split(err.Error(), "\n")
	if len(lines) != len(want) {
		t.Fatalf("got %v", err)
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("got %s, want %s", lines[i], want[i])
		}
	}
}

func TestBindings(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       map[string][]string // what differs from the usual
	}{
		{"none", "", nil},
		{"a new one", `undo = ["z"]`, map[string][]string{"undo": {"z"}}},
		{"taken from another", `redo = ["u"]`, map[string][]string{"redo": {"u"}, "undo": {"ctrl+z"}}},
		{"exchanged", "undo = [\"U\"]\nredo = [\"u\"]", map[string][]string{"undo": {"U"}, "redo": {"u"}}},
		{"taken away", `help = []`, map[string][]string{"help": nil}},
		{"a fixed one stays", `quit = ["x"]`, map[string][]string{"quit": {"x", "ctrl+c"}}},
		{"for one that had none", `set = ["s"]`, map[string][]string{"set": {"s"}}},
	} {
		s, err := Decode("s.toml", []byte("[keys]\n"+c.text), actions())
		if err != nil {
			t.Fatal(err)
		}
		want := maps.Clone(actions().Keys)
		maps.Copy(want, c.want)
		got := s.Bindings()
		for id := range want {
			if strings.Join(got[id], " ") != strings.Join(want[id], " ") {
				t.Errorf("%s: %s has %v, want %v", c.name, id, got[id], want[id])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: bindings for %d actions, want %d", c.name, len(got), len(want))
		}
	}
	a := actions()
	Default(a).Bindings()["undo"][0] = "x"
	if a.Keys["undo"][0] != "u" {
		t.Error("the bindings are the application's own list")
	}
	s, err := Decode("s.toml", []byte("keys.undo = [\"z\"]"), a)
	if err != nil {
		t.Fatal(err)
	}
	s.Bindings()["undo"][0] = "x"
	if s.Bindings()["undo"][0] != "z" {
		t.Error("the bindings are the settings' own list")
	}
}

func TestLoad(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("AppData", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	t.Setenv(Variable, "")
	usual, err := os.UserConfigDir()
	if err != nil {
		t.Fatal(err)
	}
	load := func(want string) {
		t.Helper()
		if s, err := Load(actions()); err != nil || s.Theme != want {
			t.Errorf("got %s, %v, want %s", s.Theme, err, want)
		}
	}
	load(theme.Auto)
	put(t, filepath.Join(usual, "termsheet", "settings.toml"), "theme = \"light\"")
	load("light")
	other := filepath.Join(home, "other.toml")
	put(t, other, "theme = \"mono\"")
	t.Setenv(Variable, other)
	load("mono")

	put(t, other, "theme = 1")
	if s, err := Load(actions()); err == nil || !strings.HasPrefix(err.Error(), other+":1:9: ") || s.Theme != theme.Auto {
		t.Errorf("got %+v, %v", s, err)
	}
	for path, want := range map[string]string{
		filepath.Join(home, "none.toml"): "no such file",
		home:                             "is a directory",
	} {
		t.Setenv(Variable, path)
		_, err := Load(actions())
		var list scenarios.Errors
		if !errors.As(err, &list) || !strings.HasPrefix(err.Error(), path+": the settings cannot be read: "+want) || !strings.Contains(err.Error(), Variable) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// The names are those that the terminal's library gives its keys.
func TestNamesOfKeys(t *testing.T) {
	told := map[string]bool{}
	for code := range rune(0x80) {
		told[uv.Key{Code: code}.Keystroke()] = true
		told[uv.Key{Code: uv.KeyExtended + 1 + code}.Keystroke()] = true
	}
	for _, name := range input.Names() {
		if !told[name] {
			t.Errorf("no key is called %s", name)
		}
	}
	for _, name := range []string{"up", "tab", "esc", "space", "pgdown", "home", "backspace", "delete", "insert", "f1", "f12"} {
		if message, _ := unlike(name); message != "" {
			t.Errorf("%s cannot be bound: %s", name, message)
		}
	}
	all := uv.ModShift | uv.ModAlt | uv.ModCtrl
	if got, want := (uv.Key{Code: uv.KeyUp, Mod: all}).Keystroke(), strings.Join(modifiers, "+")+"+up"; got != want {
		t.Errorf("a key with everything is called %s, not %s", got, want)
	}
}

// Without a home there is no file, and the application opens.
func TestLoadWithoutHome(t *testing.T) {
	for _, name := range []string{Variable, "HOME", "XDG_CONFIG_HOME", "AppData", "home"} {
		t.Setenv(name, "")
	}
	if s, err := Load(actions()); err != nil || s.Theme != theme.Auto {
		t.Errorf("got %+v, %v", s, err)
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("theme = \"dark\"\n[keys]\nundo = [\"ctrl+z\"]\n")
	f.Add("keys = { undo = [\"shift+\", \"+\"] }")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Decode("s.toml", []byte(text), actions())
		if err != nil && !reflect.DeepEqual(s, Default(actions())) {
			t.Errorf("half a file is taken: %+v", s)
		}
	})
}

// TestList tells what holds, with the keys of every action.
func TestList(t *testing.T) {
	a := Actions{Keys: map[string][]string{"undo": {"u"}, "zoom": {"z"}, "pin": nil}}
	set, err := Decode("settings.toml", []byte("mouse = true\n[keys]\nundo = [\"z\"]\n"), a)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, each := range set.List() {
		got = append(got, each.Name+" "+each.Value)
	}
	want := "theme auto, ascii false, mouse true, autosave true, keys.pin none, keys.undo z, keys.zoom none"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("the settings are %s, want %s", text, want)
	}
}

// TestApart gives a key to two actions where their keys work on different
// screens, and takes it only from those on the same.
func TestApart(t *testing.T) {
	a := Actions{Keys: map[string][]string{"save": {"s"}, "sort": {"s"}, "net": {"n"}, "new": {"n"}, "hold": {"n"}}, Apart: map[string]uint16{"sort": 1, "net": 1, "hold": 2}}
	set, err := Decode("settings.toml", []byte("[keys]\nsort = [\"n\"]\nsave = [\"n\"]\n"), a)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{"sort": {"n"}, "save": {"n"}, "net": nil, "new": nil, "hold": {"n"}}
	if got := set.Bindings(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the keys are %v, want %v", got, want)
	}
	if _, err := Decode("settings.toml", []byte("[keys]\nsort = [\"n\"]\nnet = [\"n\"]\n"), a); err == nil {
		t.Error("two actions of one screen have the same key")
	}
	if _, err := Decode("settings.toml", []byte("[keys]\nsort = [\"x\"]\nhold = [\"x\"]\n"), a); err != nil {
		t.Errorf("two screens cannot have the same key: %v", err)
	}
}

// TestLoadFrom wants the file that is named.
func TestLoadFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.toml")
	if _, err := LoadFrom(path, Actions{}); err == nil || !strings.Contains(err.Error(), "mine.toml: the settings cannot be read: ") {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte("theme = \"light\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if set, err := LoadFrom(path, Actions{}); err != nil || set.Theme != "light" {
		t.Errorf("the theme is %q, %v", set.Theme, err)
	}
}
