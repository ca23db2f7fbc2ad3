package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/report"
	"termsheet/model/whatif/book"
	"termsheet/scenarios"
	"termsheet/scenarios/quote"
)

var bookFormats = formats[report.Laid]{{"text", report.BookText}, {"json", report.BookJSON}, {"csv", report.BookCSV}}

// The ways to go on at a row that cannot be priced.
const (
	stopAtBad = "stop"
	skipBad   = "skip"
)

func (p *program) agreements() *cobra.Command {
	const usual = 12
	months := window(usual)
	var variant string
	cmd := &cobra.Command{
		Use:   "book FILE AGREEMENTS.csv",
		Short: "Lay the price changes of a scenario over a book of agreements",
		Long: "Lay the price changes of a scenario over a book of agreements: who is affected when and by how much, the revenue step by month, and the worst hit. " +
			"The book is a CSV with the columns account, accepted, start, months, renew, key, annual, running, commit, level; - is standard input. " +
			"Of FILE only the product, hours and price changes count. The book streams through, however long it is; ctrl+c ends it.",
		Example: `# What the rise brings in, and who will call
termsheet book price-rise-existing agreements.csv
# Two years of it, rows that make no sense left out
termsheet book deals/rise.toml agreements.csv --months 24 --bad-rows skip --format json`,
		Args:              exactly("a FILE", "AGREEMENTS.csv"),
		ValidArgsFunction: scenarioThenFile,
	}
	cmd.Flags().StringVar(&variant, "variant", deal.Base, "the variant whose price changes count")
	complete(cmd, "variant", variants)
	cmd.Flags().Var(&months, "months", "how many months to look at, from that of the first announcement")
	complete(cmd, "months", cobra.NoFileCompletions)
	bad := choose(cmd, "bad-rows", "what to do at a row that cannot be priced", stopAtBad, stopAtBad, skipBad)
	write := bookFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		doc, rulebook, err := p.read(args)
		if err != nil {
			return err
		}
		s, err := quote.Variant(doc, variant) // its own deal need not have a price
		if err != nil {
			return err
		}
		list, err := book.New(s, rulebook.Conventions(), int(months))
		if err != nil {
			return fmt.Errorf("%s: %w%s", doc.Name(), err, announcing(doc))
		}
		in, size, err := openBook(cmd, args[1])
		if err != nil {
			return err
		}
		defer in.Close()
		ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
		defer stop()
		done, err := laid(ctx, cmd, list, in, size, book.Options{SkipBadRows: bad.value == skipBad})
		if err != nil {
			return inBook(args[1], err)
		}
		return write(report.Laid{Scenario: s, Report: done})
	})
	return cmd
}

// window is a number of months that a book is looked at for.
type window int

// String is the number.
func (n *window) String() string { return strconv.Itoa(int(*n)) }

// Type is what a help text calls the value.
func (n *window) Type() string { return "int" }

// Set takes a number within the bounds.
func (n *window) Set(s string) error {
	months, err := strconv.Atoi(s)
	if err != nil || months < 1 || months > book.Longest {
		return fmt.Errorf("write a whole number from 1 to %d", book.Longest)
	}
	*n = window(months)
	return nil
}

// announcing names the variants that announce a price change.
func announcing(doc *scenarios.Document) string {
	var names []string
	for _, s := range doc.Scenarios() {
		if len(s.Changes) > 0 {
			names = append(names, s.Variant)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "; add --variant, " + strings.Join(names, " or ")
}

// openBook opens the agreements; size is 0 where it is not known.
func openBook(cmd *cobra.Command, name string) (in io.ReadCloser, size int64, err error) {
	if name == "-" {
		return io.NopCloser(cmd.InOrStdin()), 0, nil
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the book: %w", err)
	}
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	return file, size, nil
}

// laid runs the book with a bar of its progress on a terminal.
func laid(ctx context.Context, cmd *cobra.Command, list *book.Book, in io.Reader, size int64, o book.Options) (*book.Report, error) {
	if !term.IsTerminal(os.Stderr.Fd()) {
		return list.Run(ctx, in, o)
	}
	w := cmd.ErrOrStderr()
	last := ""
	o.Progress = func(rows int, bytes int64) {
		if text := progress(rows, bytes, size); text != last {
			last = text
			fmt.Fprint(w, "\r"+text)
		}
	}
	r, err := list.Run(ctx, in, o)
	fmt.Fprint(w, "\r"+strings.Repeat(" ", len(last))+"\r")
	return r, err
}

// progress is a bar that moves by percents, or by a million rows where the end
// is not known.
func progress(rows int, bytes, size int64) string {
	const width, million = 30, 1_000_000
	if size <= 0 {
		return fmt.Sprintf("%d million rows", rows/million)
	}
	percent := int(min(bytes*100/size, 100))
	done := percent * width / 100
	return fmt.Sprintf("[%s%s] %d %%", strings.Repeat("#", done), strings.Repeat(".", width-done), percent)
}

// inBook says where in the book rows are bad.
func inBook(name string, err error) error {
	var rows book.BadRows
	var first *book.BadRow
	at := func(row *book.BadRow, fix string) *scenarios.Error {
		return &scenarios.Error{Position: scenarios.Position{File: name, Line: row.Line, Column: max(row.Column, 1)}, Message: row.Message, Fix: fix}
	}
	switch {
	case errors.As(err, &rows):
		var list scenarios.Errors
		for _, row := range rows {
			list = append(list, at(row, "correct it"))
		}
		last := list[len(list)-1]
		last.Fix += ", or leave such rows out with --bad-rows skip"
		if len(list) >= book.MostTold {
			last.Fix += "; what follows was not looked at"
		}
		return list
	case errors.As(err, &first) && first.Line == 1:
		return scenarios.Errors{at(first, "correct the first line")}
	case errors.As(err, &first):
		return scenarios.Errors{at(first, "correct the line")}
	}
	if errors.Is(err, context.Canceled) {
		return errors.New("called off")
	}
	return err
}

// scenarioThenFile completes a scenario and then any file.
func scenarioThenFile(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return manyFiles(cmd, args, typed)
	}
	return []string{"csv"}, cobra.ShellCompDirectiveFilterFileExt
}
