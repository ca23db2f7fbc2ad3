package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"termsheet/model/report"
	"termsheet/model/rules"
)

// cited are the rules that are listed, with the book that knows their sources.
type cited struct {
	list []rules.Rule
	one  bool
	book *rules.Rulebook
}

var rulesFormats = formats[cited]{
	{"text", func(w io.Writer, c cited) error {
		if c.one {
			return report.Rule(w, c.list[0], c.book)
		}
		return report.Rules(w, c.list)
	}},
	{"json", func(w io.Writer, c cited) error { return report.RulesJSON(w, c.list) }},
}

func (p *program) rules() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules [ID]",
		Short: "List the rules of the market, or explain one",
		Long:  "List the rules of the market with their IDs, or explain one: its reading, numbers, sources and the day it was read. --rulebook FILE lays your own over them.",
		Example: `# Every rule in a sentence
termsheet rules
# All that is known of one
termsheet rules CHG-5
# With your own settings
termsheet rules CHG-5 --rulebook strict.toml`,
		Args:              atMost(1),
		ValidArgsFunction: p.ruleIDs,
	}
	write := rulesFormats.on(cmd)
	cmd.RunE = p.does(func(_ *cobra.Command, args []string) error {
		book, err := p.book()
		if err != nil {
			return err
		}
		if len(args) == 0 {
			return write(cited{list: book.Rules, book: book})
		}
		r, ok := book.Rule(args[0])
		if !ok {
			return fmt.Errorf("there is no rule %q; termsheet rules lists them", args[0])
		}
		return write(cited{list: []rules.Rule{r}, one: true, book: book})
	})
	return cmd
}
