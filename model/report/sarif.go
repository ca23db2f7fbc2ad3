package report

import (
	"io"
	"net/url"
	"path"
	"path/filepath"

	"termsheet/model/rules"
)

// The structures of SARIF 2.1.0 that findings need.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name  string      `json:"name"`
	Rules []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string     `json:"id"`
	ShortDescription *sarifText `json:"shortDescription,omitempty"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId,omitempty"`
	RuleIndex *int            `json:"ruleIndex,omitempty"`
	Level     rules.Severity  `json:"level"` // SARIF names the severities as we do
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	Line   int `json:"startLine"`
	Column int `json:"startColumn"`
}

// FindingsSARIF writes findings in the format of code scanners. sentence gives
// the text of a rule, or nothing.
func FindingsSARIF(w io.Writer, findings []Finding, sentence func(rule string) string) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, len(findings))}
	run.Tool.Driver = sarifDriver{Name: "termsheet", Rules: []sarifRule{}}
	index := map[string]int{}
	for i, f := range findings {
		run.Results[i] = f.sarif()
		if f.Rule == "" {
			continue
		}
		at, known := index[f.Rule]
		if !known {
			at = len(index)
			index[f.Rule] = at
			rule := sarifRule{ID: f.Rule}
			if text := sentence(f.Rule); text != "" {
				rule.ShortDescription = &sarifText{text}
			}
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, rule)
		}
		run.Results[i].RuleIndex = &at
	}
	return writeJSON(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func (f Finding) sarif() sarifResult {
	place := sarifPhysical{Artifact: sarifArtifact{fileURI(f.File)}}
	if f.Line > 0 {
		place.Region = &sarifRegion{f.Line, max(f.Column, 1)}
	}
	return sarifResult{RuleID: f.Rule, Level: f.Severity, Message: sarifText{f.text()}, Locations: []sarifLocation{{place}}}
}

// fileURI is a file's name as a URI: relative as it stands, absolute with its
// scheme.
func fileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if path.IsAbs(u.Path) {
		u.Scheme = "file"
	}
	return u.String()
}
