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
