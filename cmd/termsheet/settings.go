package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/scenarios"
	"termsheet/tui"
	"termsheet/tui/settings"
	"termsheet/tui/state"
)

var settingsFormats = formats[report.SettingsInfo]{{"text", report.Settings}, {"json", report.SettingsJSON}}

func (p *program) settings() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "settings [FILE]",
		Short: "Show the settings of the application and where their file is, or check one",
		Long: "Show the settings of the application: where their file is expected, what holds, and what is wrong with it. " +
			"FILE is another file to check. " + settings.Variable + " names the file to use, " + state.Variable + " the folder for recent files and unsaved edits.",
		Example: `# Where the file is expected, and what holds
termsheet settings
# Is a file right?
termsheet settings mine.toml`,
		Args: atMost(1),
	}
	write := settingsFormats.on(cmd)
	cmd.RunE = p.does(func(_ *cobra.Command, args []string) error {
		info, err := inForce(args)
		if err != nil {
			return err
		}
		return write(info)
	})
	return cmd
}

// inForce are the settings of a file, or those that the application would take.
func inForce(args []string) (report.SettingsInfo, error) {
	var info report.SettingsInfo
	var set settings.Settings
	var err error
	if len(args) > 0 {
		info.File = args[0]
		set, err = settings.LoadFrom(args[0], tui.Bindable())
	} else {
		if info.File, _, err = settings.Path(); err != nil {
			return info, fmt.Errorf("there is no place for settings: %w; name a file in %s", err, settings.Variable)
		}
		info.State, _ = state.Dir() // without a home nothing is kept
		set, err = settings.Load(tui.Bindable())
	}
	if err != nil {
		return info, err
	}
	_, err = os.Stat(info.File)
	info.Found = err == nil
	for _, each := range set.List() {
		info.List = append(info.List, report.Setting{Name: each.Name, Value: each.Value})
	}
	return info, nil
}

// unused says that settings are not used, with the first of what is wrong.
func unused(err error) string {
	var list scenarios.Errors
	if !errors.As(err, &list) || len(list) < 2 {
		return "settings not used: " + err.Error()
	}
	return fmt.Sprintf("settings not used: %s (1 of %d; termsheet settings lists them)", list[0], len(list))
}
