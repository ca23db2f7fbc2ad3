package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/model/seller"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/scenarios/quote"
)

// question is what the what-if commands have in common: which variant of a file
// is asked about, and which figure of its quote.
type question struct {
	variant, metric string
	engine          whatif.Engine
	book            *rules.Rulebook
}

// flags gives a command the flags of a question.
func (q *question) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.variant, "variant", deal.Base, "the variant that is asked about")
	complete(cmd, "variant", variants)
	q.metricFlag(cmd)
}

func (q *question) metricFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&q.metric, "metric", whatif.Software, "the figure that is looked at, as in the quote's JSON: totals.total, savings, seller.net")
	complete(cmd, "metric", cobra.FixedCompletions(append(whatif.Metrics(), "seller.net"), cobra.ShellCompDirectiveNoFileComp))
}

// read opens the scenario and makes the engine that answers.
func (q *question) read(p *program, args []string) (*deal.Scenario, error) {
	doc, book, err := p.read(args)
	if err != nil {
		return nil, err
	}
	if err := q.ready(book); err != nil {
		return nil, err
	}
	return q.scenario(doc)
}

func (q *question) ready(book *rules.Rulebook) error {
	q.book = book
	q.engine.Conventions = book.Conventions()
	m, ok := whatif.MetricOf(q.metric)
	if !ok {
		if _, err := deal.ParsePath(q.metric); err != nil {
			return fmt.Errorf("--metric: %w", err)
		}
		m = whatif.Metric{Name: q.metric, Of: q.figure}
	}
	q.engine.Metric = m
	return nil
}

// scenario finds the variant, and sees that it has a price and the metric.
func (q *question) scenario(doc *scenarios.Document) (*deal.Scenario, error) {
	if _, err := quote.Of(doc, q.book, quote.Options{Variant: q.variant}); err != nil {
		return nil, err
	}
	s, _ := doc.Scenario(q.variant)
	q.engine.Returned = doc.Returned(q.variant)
	if _, err := q.engine.Value(s); err != nil {
		return nil, fmt.Errorf("--metric %s: %w", q.metric, err)
	}
	return s, nil
}

// figure is any amount of a quote, by its path.
func (q *question) figure(s *deal.Scenario, c pricing.Conventions) (money.Amount, error) {
	priced, err := pricing.Price(s, c)
	if err != nil {
		return whatif.None, err
	}
	one := report.Priced{Quote: priced}
	if strings.HasPrefix(q.metric, "seller.") {
		if one.Seller, err = seller.Of(priced, s, seller.FeesOf(q.book)); err != nil {
			return whatif.None, err
		}
	}
	tree, err := report.TreeOf(one)
	if err != nil {
		return whatif.None, err
	}
	text, err := tree.At(q.metric)
	if err != nil {
		return whatif.None, err
	}
	value, err := money.ParseAmount(text)
	if err != nil {
		return whatif.None, fmt.Errorf("it is %s, which is not an amount", text)
	}
	return value, nil
}

// inputs completes the path of an input of the scenario that is given.
func inputs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	const hints = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	doc, err := open(args)
	if err != nil || len(args) == 0 {
		return nil, hints
	}
	var found []string
	for _, in := range deal.Inputs(doc.Scenarios()[0]) {
		if path := in.Path.String(); in.Unit != deal.Whole && strings.HasPrefix(path, typed) {
			found = append(found, path)
		}
	}
	return found, hints
}

// oneInput reads the path of an input; "discount" is the offer's.
func oneInput(text string) (deal.Path, error) {
	if text == "discount" {
		return deal.P("offer", "discount"), nil
	}
	if text == "" {
		return nil, errors.New("the path of an input is missing")
	}
	return deal.ParsePath(text)
}

// noteSchedule tells on standard error where a schedule does not add up, as CSV and
// JSON do not.
func noteSchedule(cmd *cobra.Command, off whatif.OffSchedule) {
	if text := report.OffSchedule(off); text != "" && cmd.Flag("format").Value.String() != "text" {
		fmt.Fprintln(cmd.ErrOrStderr(), "termsheet: "+report.Clean(text))
	}
}

// noteOffer tells on standard error of an offer that was assumed, where the rows
// of CSV have no place for it.
func noteOffer(cmd *cobra.Command, a whatif.Assumed, now money.Amount) {
	if a.Made != "" && cmd.Flag("format").Value.String() == "csv" {
		fmt.Fprintln(cmd.ErrOrStderr(), "termsheet: with "+report.AssumedOffer(a, now))
	}
}
