package recovery

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock asks for a lock that ends with the file, and with the process.
func tryLock(file *os.File, how hold) answer {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if how == exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err := windows.LockFileEx(windows.Handle(file.Fd()), flags, 0, 1, 0, new(windows.Overlapped))
	switch {
	case err == nil:
		return free
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return busy
	}
	return unknown
}
