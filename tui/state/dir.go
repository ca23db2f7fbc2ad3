package state

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// Variable is the environment variable that names another folder.
const Variable = "TERMSHEET_STATE"

// Dir is the folder for what the application remembers: not settings, which a
// user writes, and not a cache, which a system may empty.
func Dir() (string, error) {
	return dir(runtime.GOOS, os.Getenv, os.UserHomeDir)
}

func dir(system string, variable func(string) string, home func() (string, error)) (string, error) {
	if named := variable(Variable); named != "" {
		return filepath.Abs(named)
	}
	switch system {
	case "windows":
		if local := variable("LocalAppData"); local != "" {
			return filepath.Join(local, "termsheet"), nil
		}
		return "", errors.New("%LocalAppData% is not defined")
	case "darwin", "ios":
		return under(home, "Library", "Application Support", "termsheet")
	}
	// A relative path is to be passed over, says the specification.
	if base := variable("XDG_STATE_HOME"); filepath.IsAbs(base) {
		return filepath.Join(base, "termsheet"), nil
	}
	return under(home, ".local", "state", "termsheet")
}

func under(home func() (string, error), parts ...string) (string, error) {
	base, err := home()
	if err != nil {
		return "", err
	}
	return filepath.Join(append([]string{base}, parts...)...), nil
}
