// Package wholefile replaces files whole or not at all, whatever happens in
// the middle of it.
package wholefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write replaces a file by way of a temporary one beside it. Mode 0 is that of
// new files here. Two writes of one file at a time are for the caller to keep
// apart.
func Write(path string, mode fs.FileMode, text []byte) error {
	return Bare(write(path, mode, text))
}

// Bare is an error of a file without its path: what the temporary file is called
// helps nobody, and the caller names the other.
func Bare(err error) error {
	var at *fs.PathError
	var between *os.LinkError
	switch {
	case errors.As(err, &at):
		return at.Err
	case errors.As(err, &between):
		return between.Err
	}
	return err
}

func write(path string, mode fs.FileMode, text []byte) error {
	temp, err := newBeside(path)
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
	if err := os.Rename(temp.Name(), path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// newBeside makes the temporary file, with the mode that new files get here.
func newBeside(path string) (*os.File, error) {
	name := fmt.Sprintf(".%s.%d", filepath.Base(path), os.Getpid())
	name = filepath.Join(filepath.Dir(path), name)
	if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) { // of a crash
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

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
