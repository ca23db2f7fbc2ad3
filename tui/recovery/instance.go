package recovery

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// begin gives the instance its name and its lock, once.
func (s *Store) begin() error {
	if s.lock != nil {
		return nil
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return err
	}
	s.sweep()
	base := strconv.Itoa(s.pid)
	for i := range mostNames {
		name := base
		if i > 0 { // an earlier process had the number
			name += "-" + strconv.Itoa(i+1)
		}
		file, err := s.take(name)
		if err != nil {
			return err
		}
		if file != nil {
			s.name, s.lock = name, file
			return nil
		}
	}
	return errors.New("too many drafts of instances numbered " + base)
}

// mostNames is how many instances of one process number there are at most.
const mostNames = 1000

// take locks a name that no other instance has or had; nil where one has.
func (s *Store) take(name string) (*os.File, error) {
	if drafts, err := filepath.Glob(filepath.Join(s.dir, "*."+name+draftEnd)); err != nil || len(drafts) > 0 {
		return nil, err
	}
	path := filepath.Join(s.dir, name+lockEnd)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if tryLock(file, exclusive) == busy || !stillAt(file, path) { // somebody has just looked whether it is used
		return nil, file.Close()
	}
	return file, nil
}

// stillAt tells whether a file is still the one at its path: another instance
// may have swept it away before it was locked.
func stillAt(file *os.File, path string) bool {
	opened, err := file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(path)
	return err == nil && os.SameFile(opened, there)
}

// lockOf asks for an instance's lock and gives it back: busy is an instance that
// runs. Where a system has no locks none is known to: a draft offered twice is
// better than one never offered. Others may ask at the same time.
func (s *Store) lockOf(instance string) answer {
	file, err := os.OpenFile(filepath.Join(s.dir, instance+lockEnd), os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return free
	}
	if err != nil {
		return unknown
	}
	defer file.Close() // gives the lock back
	return tryLock(file, shared)
}

// sweep takes away what instances left behind that is no draft: locks, and
// drafts that were being written when they were killed.
func (s *Store) sweep() {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(s.dir, e.Name())
		if name, ok := strings.CutSuffix(e.Name(), lockEnd); ok {
			if drafts, err := filepath.Glob(filepath.Join(s.dir, "*."+name+draftEnd)); err == nil && len(drafts) == 0 {
				sweepLock(path)
			}
		} else if draft, _, ok := strings.Cut(e.Name(), draftEnd+"."); ok && strings.HasPrefix(draft, ".") {
			if instance, ok := instanceOf(draft[1:] + draftEnd); ok && s.lockOf(instance) == free {
				_ = os.Remove(path)
			}
		}
	}
}

// sweepLock removes a lock while holding it, so that nobody can be about to
// take it.
func sweepLock(path string) {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return
	}
	defer file.Close()
	if tryLock(file, exclusive) == free {
		_ = os.Remove(path) // if not now, then the next time
	}
}

// answer is what came of asking for a lock.
type answer int

const (
	free    answer = iota // it is ours now
	busy                  // another has it
	unknown               // there are no locks here
)

// hold is how a lock is held: by one, or by all who ask so.
type hold bool

const (
	exclusive hold = true
	shared    hold = false
)
