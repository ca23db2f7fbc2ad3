package rules

import (
	"fmt"
	"slices"

	"termsheet/model/deal"
)

// Severity grades a finding: an error breaks a rule, a warning may, a note is
// worth knowing.
type Severity uint8

// The severities, the gravest first.
const (
	Error Severity = iota
	Warning
	Note
)

var severityNames = [...]string{"error", "warning", "note"}

// String is the severity's name in every output.
func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the severity's name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is what a check has to say about one key of a product or a scenario.
type Finding struct {
	Rule         string
	Severity     Severity
	OnProduct    bool        // Path is a key of the product file, otherwise of the scenario file
	Variant      string      // of the scenario; empty on a product
	Shared       []string    // the other variants of which it holds as well
	Path         deal.Path   // where it stands; what is missing is told at the key that asks for it
	Or           []deal.Path // the other keys that have a part in it: it stands there where Path is not written out
	Message, Fix string
	SellerOnly   bool // tells the seller's own figures, and is not for a buyer's eyes
}

// same tells whether two findings say the same of the same key, whatever the
// variant.
func (f Finding) same(g Finding) bool {
	return f.Rule == g.Rule && f.Severity == g.Severity && f.OnProduct == g.OnProduct &&
		f.Message == g.Message && slices.Equal(f.Path, g.Path)
}

// findings gathers what the checks of one product or scenario find.
type findings struct {
	rb   *Rulebook
	rule string // the rule that is being checked
	list []Finding
	blank
}

// blank is what all findings of a subject have in common.
type blank struct {
	onProduct bool
	variant   string
}

func (f *findings) add(severity Severity, path deal.Path, fix, format string, args ...any) *Finding {
	f.list = append(f.list, Finding{Rule: f.rule, Severity: severity, OnProduct: f.onProduct, Variant: f.variant,
		Path: path, Message: fmt.Sprintf(format, args...), Fix: fix})
	return &f.list[len(f.list)-1]
}

func (f *findings) error(path deal.Path, fix, format string, args ...any) {
	f.add(Error, path, fix, format, args...)
}

func (f *findings) warn(path deal.Path, fix, format string, args ...any) {
	f.add(Warning, path, fix, format, args...)
}

func (f *findings) note(path deal.Path, fix, format string, args ...any) {
	f.add(Note, path, fix, format, args...)
}

// doubt is a warning, or an error where the rulebook is to be read strictly.
func (f *findings) doubt(path deal.Path, fix, format string, args ...any) {
	severity := Warning
	if f.rb.Settings.Strict {
		severity = Error
	}
	f.add(severity, path, fix, format, args...)
}

func (f *findings) failed() bool {
	return slices.ContainsFunc(f.list, func(x Finding) bool { return x.Severity == Error })
}
