package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the scripts run the commands as a shell would.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"termsheet": main})
}

// TestCommands runs the scripts in testdata, one for each command. With
// UPDATE_SCRIPTS=1 it writes the wanted files anew.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", RequireExplicitExec: true, RequireUniqueNames: true,
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != ""})
}

// TestPlainTerminal has ASCII where the terminal would show something else.
func TestPlainTerminal(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want bool
	}{
		{map[string]string{"TERM": "xterm-256color"}, false},
		{map[string]string{"TERM": "xterm-256color", "LANG": "de_DE.UTF-8"}, false},
		{map[string]string{"TERM": "xterm-256color", "LC_ALL": "C.utf8", "LANG": "C"}, false},
		{map[string]string{"TERM": "xterm-256color", "LC_ALL": "C", "LANG": "de_DE.UTF-8"}, true},
		{map[string]string{"TERM": "xterm", "LANG": "ja_JP.eucJP"}, true},
		{map[string]string{"TERM": "linux", "LANG": "C.UTF-8"}, true},
	} {
		if got := plainTerminal(func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%v: %v", c.env, got)
		}
	}
}
