//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package recovery

import (
	"errors"
	"os"
	"syscall"
)

// tryLock asks for a lock that ends with the file, and with the process.
func tryLock(file *os.File, how hold) answer {
	kind := syscall.LOCK_SH
	if how == exclusive {
		kind = syscall.LOCK_EX
	}
	for {
		err := syscall.Flock(int(file.Fd()), kind|syscall.LOCK_NB)
		switch {
		case err == nil:
			return free
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			return busy
		}
		return unknown
	}
}
