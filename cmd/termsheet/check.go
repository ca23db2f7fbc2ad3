package main

import (
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios/check"
)

// checked are findings, with the book that knows the sentences of their rules.
type checked struct {
	findings []report.Finding
	book     *rules.Rulebook
}

var checkFormats = formats[checked]{
	{"text", func(w io.Writer, c checked) error { return report.Findings(w, c.findings) }},
	{"json", func(w io.Writer, c checked) error { return report.FindingsJSON(w, c.findings) }},
	{"github", func(w io.Writer, c checked) error { return report.FindingsGitHub(w, c.findings) }},
	{"sarif", func(w io.Writer, c checked) error {
		return report.FindingsSARIF(w, c.findings, func(id string) string {
			r, _ := c.book.Rule(id)
			return r.Text
		})
	}},
}

func (p *program) check() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Hold scenarios and products against the rules of the market",
		Long: "Hold scenario and product files against the rules of the market, a line a finding: file:line:column: severity RULE message; what to write instead. " +
			"A comment \"# termsheet: allow RULE reason\" on a line silences that rule there. Ends with 1 where an error is found, and 2 where a file cannot be read.",
		Example: `# Everything that is wrong with a deal
termsheet check deals/acme.toml
# A price list, for a code scanner
termsheet check products/*.toml --format sarif
# As annotations of a change
termsheet check deals/*.toml --format github`,
		Args:              oneOrMore("a FILE"),
		ValidArgsFunction: manyFiles,
	}
	write := checkFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		book, err := p.book()
		if err != nil {
			return err
		}
		found, unread := findings(args, book)
		if err := write(checked{found, book}); err != nil {
			return err
		}
		if len(unread) > 0 {
			return errors.Join(unread...)
		}
		if slices.ContainsFunc(found, func(f report.Finding) bool { return f.Severity == rules.Error }) {
			return errFailed
		}
		return nil
	})
	return cmd
}

// findings checks files; a product that several scenarios share is told once.
// What cannot be read does not keep the others from being checked.
func findings(refs []string, book *rules.Rulebook) (found []report.Finding, unread []error) {
	for _, ref := range refs {
		list, err := check.File(ref, book)
		if err != nil {
			unread = append(unread, err)
		}
		for _, f := range list {
			if !slices.Contains(found, f) {
				found = append(found, f)
			}
		}
	}
	return found, unread
}
