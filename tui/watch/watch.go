// Package watch tells when files change on disk. It watches the folders they
// are in, because editors put a new file in the place of the old one; it waits
// until a burst of events is over, and keeps quiet where the contents are what
// they were.
package watch

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long it has to be quiet before files are looked at, and the longest wait
// for that while events keep coming.
const (
	quiet   = 100 * time.Millisecond
	longest = time.Second
)

// Files are the files that are watched.
type Files struct {
	watcher *fsnotify.Watcher
	paths   []string        // as they were named
	places  map[string]bool // where they are, links followed and not
	have    map[string]state
}

// state is what a file holds; the zero value is a file that cannot be read. Of a
// long one its size and its time stand for the rest.
type state struct {
	there bool
	sum   [sha256.Size]byte
	size  int64
	time  time.Time
}

// Open begins to watch files, which need not be there. What they hold now is
// what the first change is told against.
func Open(paths ...string) (*Files, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	f := &Files{watcher: w, paths: paths, places: map[string]bool{}, have: map[string]state{}}
	for _, path := range paths {
		if err := f.add(path); err != nil {
			return nil, errors.Join(err, w.Close())
		}
		f.have[path] = look(path)
	}
	return f, nil
}

// add watches the folder of a file, and that of the file it is a link to.
func (f *Files) add(path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	places := []string{abs}
	if real, err := filepath.EvalSymlinks(abs); err == nil && real != abs {
		places = append(places, real)
	}
	for _, place := range places {
		f.places[place] = true
		if err := f.watcher.Add(filepath.Dir(place)); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the watch, and with it a Wait.
func (f *Files) Close() error { return f.watcher.Close() }

// Wait blocks until some of the files hold something else than before, and
// names those; false when the watch was closed.
func (f *Files) Wait() ([]string, bool) {
	for {
		if !f.event() {
			return nil, false
		}
		if !f.settle() {
			return nil, false
		}
		if changed := f.compare(); len(changed) > 0 {
			return changed, true
		}
	}
}

// event blocks until something happens to one of the files; false when the
// watch was closed. An error is taken for an event: some may have been lost.
func (f *Files) event() bool {
	for {
		select {
		case e, open := <-f.watcher.Events:
			if !open {
				return false
			}
			if f.matters(e) {
				return true
			}
		case _, open := <-f.watcher.Errors:
			return open
		}
	}
}

func (f *Files) matters(e fsnotify.Event) bool {
	return f.places[filepath.Clean(e.Name)] && e.Op != fsnotify.Chmod
}

// settle blocks until no more events come.
func (f *Files) settle() bool {
	end, calm := time.After(longest), time.NewTimer(quiet)
	defer calm.Stop()
	for {
		select {
		case e, open := <-f.watcher.Events:
			if !open {
				return false
			}
			if f.matters(e) {
				calm.Reset(quiet)
			}
		case _, open := <-f.watcher.Errors:
			if !open {
				return false
			}
		case <-calm.C:
			return true
		case <-end:
			return true
		}
	}
}

// compare names the files that hold something else now.
func (f *Files) compare() []string {
	var changed []string
	for _, path := range f.paths {
		if now := look(path); now != f.have[path] {
			f.have[path] = now
			changed = append(changed, path)
		}
	}
	return changed
}

// most is how much of a file is read to be looked at: more than a scenario may
// have.
const most = 2 << 20

func look(path string) state {
	file, err := os.Open(path)
	if err != nil {
		return state{}
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(file, most)); err != nil {
		return state{}
	}
	now := state{there: true, sum: [sha256.Size]byte(sum.Sum(nil))}
	if info, err := file.Stat(); err == nil && info.Size() > most {
		now.size, now.time = info.Size(), info.ModTime()
	}
	return now
}
