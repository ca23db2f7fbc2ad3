package state

import (
	"os"
	"path/filepath"
)

// First tells whether the application runs for the first time here, and notes
// that it has.
func (s *Store) First() bool {
	if os.MkdirAll(s.dir, 0o700) != nil {
		return false
	}
	file, err := os.OpenFile(filepath.Join(s.dir, "seen"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return false
	}
	return file.Close() == nil
}
