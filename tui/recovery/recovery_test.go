package recovery

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

var noon = time.Date(2027, 2, 1, 12, 0, 0, 0, time.UTC)

func write(t *testing.T, s *Store, doc Document, text string, at time.Time) {
	t.Helper()
	if err := s.Write(Draft{Document: doc, Text: []byte(text), At: at}); err != nil {
		t.Fatal(err)
	}
}

// found is what a new instance finds of a document.
func found(t *testing.T, dir string, doc Document) string {
	t.Helper()
	list, err := In(dir).Find(doc)
	if err != nil {
		t.Fatal(err)
	}
	return texts(list)
}

func texts(list []Draft) string {
	var all []string
	for _, d := range list {
		all = append(all, string(d.Text))
	}
	return strings.Join(all, "|")
}

// crash ends an instance as the system ends a process: the lock goes, and
// nothing else happens.
func crash(s *Store) { s.lock.Close() }

func TestFoundAfterACrash(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "yet")
	acme, other := Document{Path: "/deals/acme.toml", Name: "acme.toml"}, Document{Path: "/deals/other.toml"}
	if got := found(t, dir, acme); got != "" {
		t.Errorf("found %q where nothing is", got)
	}
	s := In(dir)
	write(t, s, acme, "one", noon)
	write(t, s, acme, "two", noon.Add(time.Minute))
	if got := found(t, dir, acme); got != "" {
		t.Errorf("the draft of an instance that runs is offered: %q", got)
	}
	if list, _ := s.Find(acme); len(list) != 0 {
		t.Error("an instance is offered its own draft")
	}
	crash(s)

	list, err := In(dir).Find(Document{Path: "/deals/../deals/acme.toml"})
	if err != nil || len(list) != 1 {
		t.Fatalf("got %v, %v", list, err)
	}
	if d := list[0]; d.Document != acme || string(d.Text) != "two" || !d.At.Equal(noon.Add(time.Minute)) {
		t.Errorf("got %+v", d)
	}
	if got := found(t, dir, other); got != "" {
		t.Errorf("another document has %q", got)
	}
}

func TestClear(t *testing.T) {
	dir := t.TempDir()
	a, b := Document{Path: "/a"}, Document{Path: "/b"}
	s := In(dir)
	if err := s.Clear(a); err != nil {
		t.Errorf("before the first draft: %v", err)
	}
	write(t, s, a, "a", noon)
	write(t, s, b, "b", noon)
	for range 2 {
		if err := s.Clear(a); err != nil {
			t.Error(err)
		}
	}
	crash(s)
	if got := found(t, dir, a) + found(t, dir, b); got != "b" {
		t.Errorf("got %q", got)
	}
}

// Saved in one instance, a document may still have a draft of another.
func TestInstancesDoNotClearEachOther(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	one, two := In(dir), In(dir)
	write(t, one, doc, "one", noon)
	write(t, two, doc, "two", noon.Add(time.Second))
	crash(one)
	if got := found(t, dir, doc); got != "one" {
		t.Errorf("got %q", got)
	}
	if err := two.Clear(doc); err != nil {
		t.Fatal(err)
	}
	if got := found(t, dir, doc); got != "one" {
		t.Errorf("got %q", got)
	}
}

func TestDiscard(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	for i, text := range []string{"old", "new"} {
		s := In(dir)
		write(t, s, doc, text, noon.Add(time.Duration(i)*time.Hour))
		crash(s)
	}
	s := In(dir)
	list, _ := s.Find(doc)
	if got := texts(list); got != "new|old" {
		t.Fatalf("got %q", got)
	}
	write(t, s, doc, "new, taken over", noon)
	for range 2 {
		if err := s.Discard(list[0]); err != nil {
			t.Error(err)
		}
	}
	if got := found(t, dir, doc); got != "old" {
		t.Errorf("got %q", got)
	}
	if err := s.Discard(Draft{Document: doc}); err != nil {
		t.Error(err)
	}
	crash(s)
	if got := found(t, dir, doc); got != "old|new, taken over" && got != "new, taken over|old" {
		t.Errorf("got %q", got)
	}
}

func TestAll(t *testing.T) {
	dir := t.TempDir()
	s := In(dir)
	write(t, s, Document{Path: "/a"}, "a", noon)
	write(t, s, Document{Name: "covered-baseline"}, "b", noon.Add(time.Hour))
	write(t, s, Document{Path: "/covered-baseline"}, "c", noon.Add(-time.Hour))
	if list, err := In(dir).All(); err != nil || len(list) != 0 {
		t.Errorf("got %v, %v", list, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	list, err := In(dir).All()
	if got := texts(list); err != nil || got != "b|a|c" {
		t.Errorf("got %q, %v", got, err)
	}
	if got := found(t, dir, Document{Name: "covered-baseline"}); got != "b" {
		t.Errorf("got %q", got)
	}
}

// A link and the file behind it are one document, also before the first save.
func TestOneFileByTwoNames(t *testing.T) {
	dir, deals := t.TempDir(), t.TempDir()
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(deals, link); err != nil {
		t.Fatal(err)
	}
	s := In(dir)
	write(t, s, Document{Path: filepath.Join(link, "new.toml")}, "x", noon)
	crash(s)
	if got := found(t, dir, Document{Path: filepath.Join(deals, "new.toml")}); got != "x" {
		t.Errorf("got %q", got)
	}
}

// A process may get the number of one that crashed.
func TestNumberUsedAgain(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	before := In(dir)
	write(t, before, doc, "before", noon)
	crash(before)
	now := In(dir)
	write(t, now, doc, "now", noon)
	if got := found(t, dir, doc); got != "before" {
		t.Errorf("got %q", got)
	}
	if list, _ := now.Find(doc); texts(list) != "before" {
		t.Errorf("the instance of the same number finds %q", texts(list))
	}
	closed := In(dir)
	write(t, closed, doc, "closed", noon)
	closed.Close()
	again := In(dir)
	write(t, again, doc, "again", noon)
	if got := found(t, dir, doc); !strings.Contains(got, "closed") || strings.Contains(got, "again") {
		t.Errorf("got %q", got)
	}
}

func TestTextIsKeptToTheByte(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/odd\nname \u2028", Name: "\"q\"\x1b"}
	text := "a\r\n\x00\xff# termsheet draft 1 {}\n\n"
	s := In(dir)
	write(t, s, doc, text, noon)
	crash(s)
	list, err := In(dir).Find(doc)
	if err != nil || len(list) != 1 || string(list[0].Text) != text || list[0].Document != doc {
		t.Errorf("got %+v, %v", list, err)
	}
}

// What is kept opens as what it is.
func TestDraftIsTOML(t *testing.T) {
	kept := Draft{Document: Document{Path: "/a\nb = 1"}, Text: []byte("title = 1\n"), At: noon}.encode()
	lines := bytes.SplitN(kept, []byte("\n"), 2)
	if !bytes.HasPrefix(lines[0], []byte("# ")) || string(lines[1]) != "title = 1\n" {
		t.Errorf("got %s", kept)
	}
}

func TestBrokenDraftsArePassedOver(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	whole := string(Draft{Document: doc, Text: []byte("whole"), At: noon}.encode())
	name := doc.hash() + ".7"
	for i, text := range []string{"", whole[:5], whole[:len(whole)-1], whole + "x", strings.Replace(whole, " 1 ", " 2 ", 1), version + "{\n", whole} {
		path := filepath.Join(dir, name+"-"+string(rune('a'+i))+draftEnd)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, name+draftEnd), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := found(t, dir, doc); got != "whole" {
		t.Errorf("got %q", got)
	}
}

func TestNothingIsLeftBehind(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	crashed := In(dir)
	write(t, crashed, doc, "x", noon)
	crashed.Clear(doc)
	crash(crashed)
	half := filepath.Join(dir, "."+doc.hash()+"."+crashed.name+draftEnd+".77")
	if err := os.WriteFile(half, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	running := In(dir)
	running.pid++
	write(t, running, doc, "y", noon)
	names := func() (list []string) {
		entries, _ := os.ReadDir(dir)
		for _, e := range entries {
			list = append(list, e.Name())
		}
		return list
	}
	if list := names(); len(list) != 2 {
		t.Errorf("a crash leaves %v", list)
	}
	busy := filepath.Join(dir, "."+doc.hash()+"."+running.name+draftEnd+".78")
	if err := os.WriteFile(busy, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	last := In(dir)
	write(t, last, doc, "z", noon)
	if list := names(); len(list) != 5 {
		t.Errorf("beside an instance that runs there is %v", list)
	}
	os.Remove(busy)
	for _, s := range []*Store{running, last} {
		s.Clear(doc)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if list := names(); len(list) != 0 {
		t.Errorf("a clean end leaves %v", list)
	}
}

func TestDraftsArePrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "drafts")
	write(t, In(dir), Document{Path: "/a"}, "x", noon)
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if info, _ := e.Info(); info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v", e.Name(), info.Mode())
		}
	}
	if info, _ := os.Stat(dir); info.Mode().Perm() != fs.FileMode(0o700) || len(entries) != 2 {
		t.Errorf("the folder is %v and has %v", info.Mode(), entries)
	}
}

func TestAtTheSameTime(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	var all sync.WaitGroup
	s := In(dir)
	for range 8 {
		other := In(dir)
		all.Go(func() { write(t, s, doc, "mine", noon) })
		all.Go(func() { write(t, other, doc, "other", noon) })
		all.Go(func() {
			if list, err := other.Find(doc); err != nil || len(list) != 0 {
				t.Errorf("got %v, %v", list, err)
			}
		})
	}
	all.Wait()
	locks, _ := filepath.Glob(filepath.Join(dir, "*"+lockEnd))
	drafts, _ := filepath.Glob(filepath.Join(dir, "*"+draftEnd))
	if len(drafts) != 9 || len(locks) < 9 {
		t.Errorf("nine instances keep %d drafts with %d locks", len(drafts), len(locks))
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := In(file)
	if err := s.Write(Draft{Text: []byte("x")}); err == nil || !strings.HasPrefix(err.Error(), "unsaved edits cannot be kept in "+file+": ") {
		t.Errorf("got %v", err)
	}
	if _, err := s.Find(Document{}); err == nil {
		t.Error("a file is taken for a folder")
	}
}

// A path need not be text.
func TestPathThatIsNoText(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a\xff.toml", Name: "a"}
	s := In(dir)
	write(t, s, doc, "x", noon)
	s.Close()
	list, err := In(dir).Find(doc)
	if err != nil || len(list) != 1 || list[0].Path != doc.Path {
		t.Errorf("found %+v, %v", list, err)
	}
}
