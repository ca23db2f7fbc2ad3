// Package paths completes the names of files the way a shell does.
package paths

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// Entry is a file or a folder in a folder.
type Entry struct {
	Name   string
	Folder bool
}

// Folder is what stands in a folder, in the order of names; Err is why it cannot
// be read.
type Folder struct {
	Path    string
	Read    bool // false: what stands in it is not known yet
	Entries []Entry
	Err     error
}

// home stands for one's own folder.
const home = "~"

// Split parts what is typed of a path at its last separator: the folder, as it
// is written, and the beginning of a name in it.
func Split(typed string) (folder, begin string) {
	at := strings.LastIndexFunc(typed, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(byte(r)) })
	return typed[:at+1], typed[at+1:]
}

// Expand writes out the folder that ~ stands for at the beginning of a path.
func Expand(path string) string {
	rest, ok := strings.CutPrefix(path, home)
	own, err := os.UserHomeDir()
	if !ok || err != nil || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	return own + rest
}

// Homely writes one's own folder as ~.
func Homely(path string) string {
	own, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(path, own); err == nil && ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		return home + rest
	}
	return path
}

// Read looks into a folder; "" is the one that the application runs in.
func Read(path string) Folder {
	f := Folder{Path: path, Read: true}
	dir := Expand(path)
	if dir == "" {
		dir = "."
	}
	open, err := os.Open(dir)
	if err != nil {
		f.Err = why(err)
		return f
	}
	defer open.Close()
	list, err := open.ReadDir(-1)
	if err != nil {
		f.Err = why(err)
	}
	for _, e := range list {
		if entry, ok := entryOf(dir, e); ok {
			f.Entries = append(f.Entries, entry)
		}
	}
	slices.SortFunc(f.Entries, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	return f
}

// entryOf follows links; what is neither a file nor a folder is left out, and so
// is a link that leads nowhere.
func entryOf(dir string, e fs.DirEntry) (Entry, bool) {
	mode := e.Type()
	if mode&fs.ModeSymlink != 0 {
		info, err := os.Stat(filepath.Join(dir, e.Name()))
		if err != nil {
			return Entry{}, false
		}
		mode = info.Mode()
	}
	return Entry{e.Name(), mode.IsDir()}, mode.IsDir() || mode.IsRegular()
}

// why is why a folder cannot be read, in our own words.
func why(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it is not yours to read")
	case errors.Is(err, syscall.ENOTDIR):
		return errors.New("it is not a folder")
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// Matches are the entries that a text is the beginning of, files with the ending
// before folders. Hidden ones show once a dot is typed.
func (f Folder) Matches(begin, ending string) []Entry {
	var files, folders []Entry
	entries := f.Entries
	if begin == ".." {
		entries = append([]Entry{{begin, true}}, entries...)
	}
	for _, e := range entries {
		switch {
		case !fits(e.Name, begin):
		case e.Folder:
			folders = append(folders, e)
		case strings.EqualFold(filepath.Ext(e.Name), ending):
			files = append(files, e)
		}
	}
	return append(files, folders...)
}

// fits tells whether a name begins like a text, in large letters or small. A
// blank behind a whole name does no harm: it is there once the name is completed.
func fits(name, begin string) bool {
	if strings.HasPrefix(name, ".") && !strings.HasPrefix(begin, ".") {
		return false
	}
	return Begins(name, begin) || name == strings.TrimRight(begin, " ")
}

// Begins tells whether a text begins like another, in large letters or small.
func Begins(text, begin string) bool {
	return len(text) >= len(begin) && strings.EqualFold(text[:len(begin)], begin)
}

// Shared is the longest beginning that texts have in common.
func Shared(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	shared := []rune(texts[0])
	for _, text := range texts[1:] {
		other := []rune(text)
		n := 0
		for n < min(len(shared), len(other)) && shared[n] == other[n] {
			n++
		}
		shared = shared[:n]
	}
	return string(shared)
}
