package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"termsheet/scenarios/wholefile"
)

// Save writes the text to a path, whole or not at all, and gives the document
// as it reads there. Where that place lacks the product or a profile, nothing
// is written.
func (d *Document) Save(path string) (*Document, error) {
	if path == "" {
		path = d.path
	}
	if path == "" {
		return nil, errNoPath
	}
	target, mode, err := destination(path)
	if err != nil {
		return nil, fmt.Errorf("saving to %s: %w", printable(path), err)
	}
	saved, err := read(&Document{name: path, path: path, text: d.text, files: d.filesAt(filepath.Dir(path))})
	if err != nil {
		return nil, fmt.Errorf("saving to %s: %w", printable(path), err)
	}
	if err := wholefile.Write(target, mode, d.text); err != nil {
		return nil, fmt.Errorf("saving to %s: %w", printable(path), err)
	}
	return saved, nil
}

var errNoPath = errors.New("the document has no file yet: name one")

// filesAt are what the document names as seen from a folder: what it has read
// already, if it is its own.
func (d *Document) filesAt(dir string) *files {
	if d.path != "" && d.files.dir == dir {
		return d.files.clone()
	}
	return newFiles(dir)
}

// mostLinks is how many symbolic links lead to a file at most.
const mostLinks = 40

// destination follows symbolic links, also to a file that is not there yet, and
// tells the mode that the file has; 0 is a new file.
func destination(path string) (string, fs.FileMode, error) {
	for range mostLinks {
		info, err := os.Lstat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return path, 0, nil
		case err != nil:
			return "", 0, err
		case info.IsDir():
			return "", 0, fmt.Errorf("%w; name a file in it", errFolder)
		case info.Mode()&fs.ModeSymlink == 0 && !info.Mode().IsRegular():
			return "", 0, errSpecial
		case info.Mode()&fs.ModeSymlink == 0:
			return path, info.Mode().Perm(), writable(info)
		}
		next, err := os.Readlink(path)
		if err != nil {
			return "", 0, err
		}
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(path), next)
		}
		path = next
	}
	return "", 0, errLinks
}

// writable refuses a file that its owner protects: replacing it would get round
// that.
func writable(info fs.FileInfo) error {
	if info.Mode()&0o200 == 0 {
		return errReadOnly
	}
	return nil
}

var (
	errReadOnly = errors.New("is read-only")
	errSpecial  = errors.New("is not an ordinary file")
	errLinks    = errors.New("is a circle of symbolic links")
)
