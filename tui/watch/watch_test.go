package watch

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// soon is how long a change may take until it is told, and how long nothing
// must be told where nothing has changed.
const (
	soon  = 5 * time.Second
	never = 4 * quiet
)

// watched is a folder with a file in it, and what is told of it.
func watched(t *testing.T, names ...string) (func(string) string, <-chan string, *Files) {
	t.Helper()
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	var paths []string
	for _, name := range names {
		write(t, in(name), "one")
		paths = append(paths, in(name))
	}
	f, err := Open(paths...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return in, tell(f), f
}

func tell(f *Files) <-chan string {
	told := make(chan string)
	go func() {
		defer close(told)
		for {
			changed, ok := f.Wait()
			if !ok {
				return
			}
			var names []string
			for _, path := range changed {
				names = append(names, filepath.Base(path))
			}
			told <- strings.Join(names, " ")
		}
	}()
	return told
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func wants(t *testing.T, told <-chan string, names string) {
	t.Helper()
	select {
	case got := <-told:
		if got != names {
			t.Errorf("%q changed, want %q", got, names)
		}
	case <-time.After(soon):
		t.Errorf("nothing is told of %s", names)
	}
}

func wantsNothing(t *testing.T, told <-chan string) {
	t.Helper()
	select {
	case got := <-told:
		t.Errorf("%q is told of", got)
	case <-time.After(never):
	}
}

func TestChanges(t *testing.T) {
	in, told, _ := watched(t, "a", "b")
	write(t, in("a"), "two")
	wants(t, told, "a")
	for _, text := range []string{"", "t", "th", "thr", "thre", "three"} { // a burst
		write(t, in("a"), text)
		time.Sleep(quiet / 10)
	}
	wants(t, told, "a")
	wantsNothing(t, told)

	write(t, in("c"), "beside") // not ours
	write(t, in("b"), "one")    // what it held
	if err := os.Chmod(in("b"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantsNothing(t, told)

	write(t, in("new"), "four") // as an editor saves
	if err := os.Rename(in("new"), in("b")); err != nil {
		t.Fatal(err)
	}
	wants(t, told, "b")
	if err := os.Remove(in("b")); err != nil {
		t.Fatal(err)
	}
	wants(t, told, "b")
	write(t, in("b"), "five")
	wants(t, told, "b")
}

// TestLink watches a file where its link leads.
func TestLink(t *testing.T) {
	dir := t.TempDir()
	real := filepath.Join(dir, "real")
	write(t, real, "one")
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(real, link); err != nil {
		t.Skip(err)
	}
	f, err := Open(link)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	told := tell(f)
	write(t, real, "two")
	wants(t, told, "link")
}

func TestClose(t *testing.T) {
	_, told, f := watched(t, "a")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	select {
	case _, open := <-told:
		if open {
			t.Error("a closed watch tells of a change")
		}
	case <-time.After(soon):
		t.Error("a closed watch still waits")
	}
}

func TestOpenNothing(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "no", "such", "folder")); err == nil {
		t.Error("a folder that is not there is watched")
	}
	f, err := Open(filepath.Join(t.TempDir(), "later"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	told := tell(f)
	write(t, f.paths[0], "one")
	wants(t, told, "later")
}

// TestLongFile tells a change behind what is read of a long file.
func TestLongFile(t *testing.T) {
	in, told, _ := watched(t, "book.csv")
	long := strings.Repeat("x", most+100)
	write(t, in("book.csv"), long)
	if got := <-told; got != "book.csv" {
		t.Fatalf("told is %s", got)
	}
	write(t, in("book.csv"), long[1:]+"y")
	select {
	case <-told:
	case <-time.After(soon):
		t.Error("a change behind the beginning is not told")
	}
}
