package report

import "io"

// SettingsInfo is what a settings file says, and where it is.
type SettingsInfo struct {
	File  string    `json:"file"`            // where it is expected
	Found bool      `json:"found"`           // it is there
	State string    `json:"state,omitempty"` // the folder of what the application keeps
	List  []Setting `json:"settings"`
}

// Setting is a setting as it holds.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Settings writes the settings for a terminal.
func Settings(w io.Writer, s SettingsInfo) error {
	var p page
	p.WriteString(Clean(s.File) + "\n") // whole, to be copied
	if !s.Found {
		p.line("There is no such file; everything is as it comes.")
	}
	p.line("")
	t := &table{head: []string{"setting", "value"}, left: 2, last: true}
	for _, each := range s.List {
		t.add(each.Name, each.Value)
	}
	p.table(t)
	if s.State != "" {
		p.line("")
		p.line("Recent files and unsaved edits are kept in")
		p.WriteString(Clean(s.State) + "\n")
	}
	return p.flush(w)
}

// SettingsJSON writes the settings as one object, termsheet.settings/1.
func SettingsJSON(w io.Writer, s SettingsInfo) error {
	return writeJSON(w, struct {
		Schema string `json:"schema"`
		SettingsInfo
	}{schema("settings"), s})
}
