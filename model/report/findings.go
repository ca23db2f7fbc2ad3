package report

import (
	"fmt"
	"io"
	"strings"

	"termsheet/model/rules"
)

// Finding is something that a check has to say about a place in a file.
type Finding struct {
	Rule         string // its ID; empty where the finding rests on no rule
	Severity     rules.Severity
	Message, Fix string
	File         string
	Line, Column int // from 1; 0 where the file as a whole is meant
}

// String writes the finding on a line.
func (f Finding) String() string {
	parts := []string{f.place() + ":", f.Severity.String()}
	if f.Rule != "" {
		parts = append(parts, f.Rule)
	}
	return strings.Join(append(parts, f.text()), " ")
}

// place is file:line:column, as far as it is known.
func (f Finding) place() string {
	if f.Line == 0 {
		return f.File
	}
	return fmt.Sprintf("%s:%d:%d", f.File, f.Line, f.Column)
}

// text is the message with what to write instead.
func (f Finding) text() string {
	if f.Fix == "" {
		return f.Message
	}
	return f.Message + "; " + f.Fix
}

// Findings writes a line each.
func Findings(w io.Writer, findings []Finding) error {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(Clean(f.String()) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

type findingJSON struct {
	Rule     string         `json:"rule"`
	Severity rules.Severity `json:"severity"`
	Message  string         `json:"message"`
	Fix      string         `json:"fix"`
	File     string         `json:"file"`
	Line     int            `json:"line"`
	Column   int            `json:"column"`
}

func findingsJSON(findings []Finding) []findingJSON {
	list := make([]findingJSON, len(findings))
	for i, f := range findings {
		list[i] = findingJSON(f)
	}
	return list
}

// FindingsJSON writes findings as one object, termsheet.check/1.
func FindingsJSON(w io.Writer, findings []Finding) error {
	return writeJSON(w, struct {
		Schema   string        `json:"schema"`
		Findings []findingJSON `json:"findings"`
	}{schema("check"), findingsJSON(findings)})
}

// workflowCommands names the severities as GitHub's workflow commands do.
var workflowCommands = map[rules.Severity]string{rules.Error: "error", rules.Warning: "warning", rules.Note: "notice"}

// escapes of workflow commands: a property must not end at its comma or colon,
// nor any text at its line.
var (
	commandText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// FindingsGitHub writes findings as workflow commands, which GitHub shows
// beside the lines of a change.
func FindingsGitHub(w io.Writer, findings []Finding) error {
	var b strings.Builder
	for _, f := range findings {
		properties := []string{"file=" + commandProperty.Replace(f.File)}
		if f.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d,col=%d", f.Line, f.Column))
		}
		if f.Rule != "" {
			properties = append(properties, "title="+commandProperty.Replace(f.Rule))
		}
		fmt.Fprintf(&b, "::%s %s::%s\n", workflowCommands[f.Severity], Clean(strings.Join(properties, ",")), Clean(commandText.Replace(f.text())))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
