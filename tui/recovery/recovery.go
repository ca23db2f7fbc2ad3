// Package recovery keeps unsaved edits on disk while they are unsaved, so that
// they are found again after a crash, a kill or a power cut. Drafts of an
// instance that still runs are its own business: it holds a lock, which the
// system takes back however it ends. A process number alone would not do: after
// a restart another program may have it.
package recovery

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"termsheet/scenarios/wholefile"
)

// Document is what is edited: a file, or something that has only a name, such as
// a built-in scenario.
type Document struct {
	Path string // "" where there is no file
	Name string // how messages name it
}

// Draft is the text of a document as it was edited last.
type Draft struct {
	Document
	Text []byte
	At   time.Time // of the last edit, as whoever keeps the draft says

	kept string // the file of a draft that was found
}

// Store keeps the drafts of one instance in a folder that all share. It makes
// nothing there before the first draft.
type Store struct {
	dir  string
	pid  int
	mu   sync.Mutex
	name string   // of this instance among the others; "" before the first draft
	lock *os.File // held as long as the instance runs
}

// In is the store in a folder.
func In(dir string) *Store { return &Store{dir: dir, pid: os.Getpid()} }

const (
	draftEnd = ".draft.toml"
	lockEnd  = ".lock"
)

// Write keeps a draft in place of the one before of the same document.
func (s *Store) Write(d Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	d.Document = d.absolute()
	err := s.begin()
	if err == nil {
		err = wholefile.Write(s.own(d.Document), 0o600, d.encode())
	}
	if err != nil {
		return fmt.Errorf("unsaved edits cannot be kept in %s: %w", s.dir, wholefile.Bare(err))
	}
	return nil
}

// Clear takes away this instance's draft of a document, once it is saved or
// given up. There need not be one.
func (s *Store) Clear(doc Document) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.name == "" {
		return nil
	}
	return gone(os.Remove(s.own(doc.absolute())))
}

// Close ends the instance. Drafts that were not cleared are found by the next.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.lock == nil {
		return nil
	}
	path := s.lock.Name()
	err := errors.Join(s.lock.Close(), gone(os.Remove(path)))
	s.name, s.lock = "", nil
	return err
}

// Find lists the drafts of a document that an instance left behind when it
// ended, the latest first.
func (s *Store) Find(doc Document) ([]Draft, error) {
	return s.left(doc.absolute().hash() + ".")
}

// All lists every draft that was left behind, the latest first.
func (s *Store) All() ([]Draft, error) {
	return s.left("")
}

// Discard takes away a draft that was found: it has been taken over, or is not
// wanted. Another instance may have done so already.
func (s *Store) Discard(d Draft) error {
	if d.kept == "" {
		return nil
	}
	return gone(os.Remove(d.kept))
}

// left reads drafts whose names begin with a prefix. One that cannot be read,
// or is of a later version, is passed over.
func (s *Store) left(prefix string) ([]Draft, error) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		if gone(err) == nil {
			return nil, nil
		}
		return nil, fmt.Errorf("looking for unsaved edits: %w", err)
	}
	running := map[string]bool{}
	var list []Draft
	for _, e := range entries {
		instance, ok := instanceOf(e.Name())
		if !ok || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		if _, asked := running[instance]; !asked {
			running[instance] = s.lockOf(instance) == busy
		}
		if running[instance] {
			continue
		}
		kept := filepath.Join(s.dir, e.Name())
		text, err := os.ReadFile(kept)
		if err != nil {
			continue
		}
		if d, ok := decode(text); ok {
			d.kept = kept
			list = append(list, d)
		}
	}
	slices.SortStableFunc(list, func(a, b Draft) int { return b.At.Compare(a.At) })
	return list, nil
}

func (s *Store) own(doc Document) string {
	return filepath.Join(s.dir, doc.hash()+"."+s.name+draftEnd)
}

// instanceOf is the instance in the name of a draft's file.
func instanceOf(file string) (string, bool) {
	rest, ok := strings.CutSuffix(file, draftEnd)
	if !ok {
		return "", false
	}
	_, instance, ok := strings.Cut(rest, ".")
	return instance, ok
}

// gone is no error where something is not there.
func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
