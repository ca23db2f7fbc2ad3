// Package settings reads how a user wants the application to look and to be
// driven: a small file in the platform's place, in which nothing unknown is
// passed over.
package settings

import (
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"termsheet/scenarios"
	"termsheet/tui/theme"
)

// Settings are what the file can say. What it leaves out is as it comes.
type Settings struct {
	Theme    string // one of theme.Choices
	ASCII    bool   // draw without box and braille characters
	Mouse    bool   // take the mouse from the start
	Autosave bool   // keep unsaved edits for after a crash

	actions Actions
	keys    map[string][]string // those that the file names, by action
}

// Actions are what keys can be bound to, as the application comes.
type Actions struct {
	Keys  map[string][]string // the keys of each action, by its id
	Fixed []string            // keys that do what they do, such as those that begin a value
	Apart map[string]uint16   // the screens, a bit each, that actions have their keys on alone: elsewhere those can be others' keys too
}

// clash tells whether two actions cannot have the same key: both work where
// nearly all do, or both on the same screen of their own. There an action of the
// screen comes before one that works elsewhere, too.
func (a Actions) clash(one, other string) bool {
	x, y := a.Apart[one], a.Apart[other]
	return x == 0 && y == 0 || x&y != 0
}

// Default is what holds where there is no file.
func Default(a Actions) Settings {
	return Settings{Theme: theme.Auto, Autosave: true, actions: a}
}

// Bindings are the keys of every action. A key that the user has given to one
// action is taken from the one it came with; fixed keys stay where they are.
func (s Settings) Bindings() map[string][]string {
	given := map[string][]string{}
	for id, keys := range s.keys {
		for _, key := range keys {
			given[key] = append(given[key], id)
		}
	}
	bound := make(map[string][]string, len(s.actions.Keys))
	for id, usual := range s.actions.Keys {
		own, named := s.keys[id]
		keys := slices.Clone(own)
		for _, key := range usual {
			taken := slices.ContainsFunc(given[key], func(other string) bool { return s.actions.clash(id, other) })
			if fixed := slices.Contains(s.actions.Fixed, key); fixed || !named && !taken {
				keys = append(keys, key)
			}
		}
		bound[id] = keys
	}
	return bound
}

// Variable is the environment variable that names another file.
const Variable = "TERMSHEET_CONFIG"

// Path is where the settings are, and whether the user has said so.
func Path() (path string, named bool, err error) {
	if path := os.Getenv(Variable); path != "" {
		return path, true, nil
	}
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", false, err
	}
	return filepath.Join(dir, "termsheet", "settings.toml"), false, nil
}

// Load reads the settings. Without a file, or a place for one, they are the
// default; so they are beside an error, which is scenarios.Errors where the
// file says something wrong.
func Load(a Actions) (Settings, error) {
	path, named, err := Path()
	if err != nil {
		return Default(a), nil // no home: nobody can have put a file there
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) && !named {
		return Default(a), nil
	}
	fix := "let it be read, or take it away"
	if named {
		fix = "name another in " + Variable + ", or leave that empty"
	}
	return load(path, fix, a)
}

// LoadFrom reads the settings of a file, which has to be there.
func LoadFrom(path string, a Actions) (Settings, error) { return load(path, "name another", a) }

func load(path, fix string, a Actions) (Settings, error) {
	text, err := read(path)
	if err != nil {
		return Default(a), unreadable(path, fix, err)
	}
	return Decode(path, text, a)
}

// Entry is a setting as it holds.
type Entry struct{ Name, Value string }

// List is every setting, and the keys of every action.
func (s Settings) List() []Entry {
	list := []Entry{
		{"theme", s.Theme}, {"ascii", strconv.FormatBool(s.ASCII)}, {"mouse", strconv.FormatBool(s.Mouse)}, {"autosave", strconv.FormatBool(s.Autosave)},
	}
	bound := s.Bindings()
	for _, id := range slices.Sorted(maps.Keys(bound)) {
		keys := strings.Join(bound[id], " ")
		if keys == "" {
			keys = "none"
		}
		list = append(list, Entry{"keys." + id, keys})
	}
	return list
}

// mostBytes is one more than a file may have, so that one too large is seen.
const mostBytes = 1<<20 + 1

// read takes no more of a file than could be settings.
func read(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, mostBytes))
}

func unreadable(path, fix string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return scenarios.Errors{{Position: scenarios.Position{File: path}, Message: "the settings cannot be read: " + err.Error(), Fix: fix}}
}
