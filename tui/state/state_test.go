package state

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
)

func paths(list []Visit) string {
	var names []string
	for _, v := range list {
		names = append(names, filepath.Base(v.Path))
	}
	return strings.Join(names, " ")
}

func remember(t *testing.T, s *Store, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := s.Remember(Visit{Path: filepath.Join("/deals", name)}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRecent(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	s := In(dir)
	if _, ok := s.Last(); ok || s.Recent() != nil {
		t.Error("something is known of nothing")
	}
	remember(t, s, "a", "b", "c", "a")
	if got := paths(In(dir).Recent()); got != "a c b" {
		t.Errorf("got %s", got)
	}
	if err := s.Forget("/deals/c"); err != nil {
		t.Fatal(err)
	}
	if got := paths(s.Recent()); got != "a b" {
		t.Errorf("got %s", got)
	}
	for i := range 2 * most {
		remember(t, s, fmt.Sprint(i))
	}
	if list := s.Recent(); len(list) != most || paths(list[:1]) != fmt.Sprint(2*most-1) {
		t.Errorf("%d are remembered, first %s", len(list), paths(list[:1]))
	}
}

func TestWhereInAFile(t *testing.T) {
	s := In(t.TempDir())
	was := Visit{Path: "/deals/a", Variant: "Hourly \"only\"", Day: "2027-01-31", Pane: "cost", Key: "m5.large", Presenter: true, Hidden: []string{"Plan B"}}
	if err := s.Remember(was); err != nil {
		t.Fatal(err)
	}
	remember(t, s, "b")
	if got, ok := s.Find("/deals/x/../a"); !ok || !reflect.DeepEqual(got, was) {
		t.Errorf("got %+v", got)
	}
	if got, ok := s.Last(); !ok || got.Path != "/deals/b" {
		t.Errorf("got %+v", got)
	}
	if _, ok := s.Find("/deals/none"); ok {
		t.Error("a file is known that was never looked at")
	}
	if err := s.Remember(Visit{Path: "/deals/a", Day: "2028-01-01"}); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Find("/deals/a"); !reflect.DeepEqual(got, Visit{Path: "/deals/a", Day: "2028-01-01"}) {
		t.Errorf("what was known stays: %+v", got)
	}
}

func TestPathsAreAbsolute(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	s := In(filepath.Join(dir, "state"))
	if err := s.Remember(Visit{Path: "deal.toml"}); err != nil {
		t.Fatal(err)
	}
	here, _ := os.Getwd()
	if got, _ := s.Last(); got.Path != filepath.Join(here, "deal.toml") {
		t.Errorf("got %s", got.Path)
	}
	if err := s.Remember(Visit{}); err == nil {
		t.Error("a document without a file is remembered")
	}
}

// Whatever is in the file, the application opens, and remembers again.
func TestBrokenState(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"{", ""},
		{"null", ""},
		{"[]", ""},
		{`{"recent": 3}`, ""},
		{"\x00\xff", ""},
		{`{"recent": [{"path": "relative"}, {"path": ""}, {}]}`, ""},
		{`{"recent": [{"path": "/a"}, {"path": "/a"}, {"path": "/b"}], "new": true}`, "a b"},
	} {
		s := In(t.TempDir())
		if err := os.WriteFile(s.file(), []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := paths(s.Recent()); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
		remember(t, s, "z")
		if got := paths(s.Recent()); got != strings.TrimSpace("z "+c.want) {
			t.Errorf("%q: afterwards %s", c.text, got)
		}
	}
}

func TestStateThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := In(filepath.Join(file, "state"))
	if err := s.Remember(Visit{Path: "/a"}); err == nil || !strings.HasPrefix(err.Error(), "remembering recent files: ") {
		t.Errorf("got %v", err)
	}
	if s.Recent() != nil {
		t.Error("something is remembered")
	}
}

func TestStateIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "termsheet")
	s := In(dir)
	remember(t, s, "a")
	for path, want := range map[string]fs.FileMode{dir: 0o700, s.file(): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
}

func TestAtTheSameTime(t *testing.T) {
	s := In(t.TempDir())
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if err := s.Remember(Visit{Path: fmt.Sprintf("/%d", i)}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := len(s.Recent()); n != 20 {
		t.Errorf("%d of 20 are remembered", n)
	}
}

func TestDir(t *testing.T) {
	for _, c := range []struct {
		system string
		set    map[string]string
		want   string
	}{
		{"linux", map[string]string{}, "/home/me/.local/state/termsheet"},
		{"linux", map[string]string{"XDG_STATE_HOME": "/state"}, "/state/termsheet"},
		{"linux", map[string]string{"XDG_STATE_HOME": "state"}, "/home/me/.local/state/termsheet"},
		{"freebsd", map[string]string{}, "/home/me/.local/state/termsheet"},
		{"darwin", map[string]string{"XDG_STATE_HOME": "/state"}, "/home/me/Library/Application Support/termsheet"},
		{"windows", map[string]string{"LocalAppData": "/local"}, "/local/termsheet"},
		{"linux", map[string]string{Variable: "/mine", "XDG_STATE_HOME": "/state"}, "/mine"},
		{"windows", map[string]string{Variable: "/mine"}, "/mine"},
	} {
		got, err := dir(c.system, func(name string) string { return c.set[name] }, func() (string, error) { return "/home/me", nil })
		if err != nil || filepath.ToSlash(got) != c.want {
			t.Errorf("%s with %v: got %s, %v, want %s", c.system, c.set, got, err, c.want)
		}
	}
	none := func(string) string { return "" }
	homeless := func() (string, error) { return "", errors.New("no home") }
	for _, system := range []string{"linux", "darwin", "windows"} {
		if got, err := dir(system, none, homeless); err == nil {
			t.Errorf("%s without a home: %s", system, got)
		}
	}
}

// TestPathThatIsNoText is refused: another would be remembered in its place.
func TestPathThatIsNoText(t *testing.T) {
	s := In(t.TempDir())
	if err := s.Remember(Visit{Path: "/a\xff.toml"}); err == nil || len(s.Recent()) != 0 {
		t.Errorf("remembered %v, %v", s.Recent(), err)
	}
}
