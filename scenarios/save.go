package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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
	if err := writeAtomic(target, mode, d.text); err != nil {
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

// writeAtomic replaces a file by way of a temporary one beside it; mode 0 is a
// new file.
func writeAtomic(target string, mode fs.FileMode, text []byte) error {
	temp, err := newBeside(target)
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name()) // gone already where all went well
	if mode != 0 {
		err = temp.Chmod(mode)
	}
	_, wrong := temp.Write(text)
	if err := errors.Join(err, wrong, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

// newBeside makes the temporary file, with the mode that new files get here.
func newBeside(target string) (*os.File, error) {
	name := fmt.Sprintf(".%s.%d", filepath.Base(target), os.Getpid())
	name = filepath.Join(filepath.Dir(target), name)
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a crash
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
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
			return "", 0, errFolder
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

// syncFolder makes the rename last through a power cut, where folders can be
// synced at all.
func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = folder.Sync()
	return folder.Close()
}
