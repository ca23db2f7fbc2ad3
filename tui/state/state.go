// Package state remembers from one sitting to the next which files were looked
// at and where in them. Nothing depends on it: what cannot be read is as if it
// had never been, and what cannot be written is told, not fatal.
package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"unicode/utf8"

	"termsheet/scenarios/wholefile"
)

// Visit is a file and where its user was in it. All but the path are words of
// the application's, which may mean nothing any more.
type Visit struct {
	Path    string `json:"path"` // absolute
	Variant string `json:"variant,omitempty"`
	Day     string `json:"day,omitempty"`
	Pane    string `json:"pane,omitempty"`
	Key     string `json:"key,omitempty"` // of the row that was worked on

	Presenter bool     `json:"presenter,omitempty"` // a buyer could see the screen
	Hidden    []string `json:"hidden,omitempty"`    // the variants kept from that buyer
}

// Store is the state in a folder, which is made when something is remembered.
type Store struct {
	dir string
	mu  sync.Mutex
}

// In is the store of a folder.
func In(dir string) *Store { return &Store{dir: dir} }

// most is how many files are remembered.
const most = 30

type contents struct {
	Recent []Visit `json:"recent"`
}

func (s *Store) file() string { return filepath.Join(s.dir, "recent.json") }

// Recent lists the files looked at, the latest first.
func (s *Store) Recent() []Visit {
	text, err := os.ReadFile(s.file())
	if err != nil {
		return nil
	}
	var c contents
	if json.Unmarshal(text, &c) != nil {
		return nil
	}
	var list []Visit
	for _, v := range c.Recent {
		if len(list) < most && filepath.IsAbs(v.Path) && !slices.ContainsFunc(list, at(v.Path)) {
			list = append(list, v)
		}
	}
	return list
}

// Last is the file looked at last.
func (s *Store) Last() (Visit, bool) {
	list := s.Recent()
	if len(list) == 0 {
		return Visit{}, false
	}
	return list[0], true
}

// Find is where a user was in a file.
func (s *Store) Find(path string) (Visit, bool) {
	path, err := filepath.Abs(path)
	list := s.Recent()
	i := slices.IndexFunc(list, at(path))
	if err != nil || i < 0 {
		return Visit{}, false
	}
	return list[i], true
}

func at(path string) func(Visit) bool { return func(v Visit) bool { return v.Path == path } }

// Remember puts a file at the head of the list, in place of what was known of
// it.
func (s *Store) Remember(v Visit) error {
	path, err := filepath.Abs(v.Path)
	if err != nil || v.Path == "" {
		return fmt.Errorf("remembering %q: %w", v.Path, errors.Join(errNoFile, err))
	}
	if !utf8.ValidString(path) {
		return fmt.Errorf("remembering %q: %w", v.Path, errNoText)
	}
	v.Path = path
	return s.change(func(list []Visit) []Visit {
		return slices.Insert(slices.DeleteFunc(list, at(path)), 0, v)
	})
}

var (
	errNoFile = errors.New("it has no path")
	errNoText = errors.New("its path is no text")
)

// Forget takes a file off the list, such as one that is gone.
func (s *Store) Forget(path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	return s.change(func(list []Visit) []Visit { return slices.DeleteFunc(list, at(path)) })
}

// change reads the list anew, since another instance may have written it.
func (s *Store) change(f func([]Visit) []Visit) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := f(s.Recent())
	text, err := json.MarshalIndent(contents{list[:min(len(list), most)]}, "", "  ")
	if err == nil {
		err = os.MkdirAll(s.dir, 0o700)
	}
	if err == nil {
		err = wholefile.Write(s.file(), 0o600, append(text, '\n'))
	}
	if err != nil {
		return fmt.Errorf("remembering recent files: %w", err)
	}
	return nil
}
