package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/spf13/cobra"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/model/whatif"
)

var seekFormats = formats[report.Sought]{{"text", report.SeekText}, {"json", report.SeekJSON}, {"csv", report.SeekCSV}}

// sought are the flags of a goal seek, as written.
type sought struct {
	question
	target, by, floor, step string
	locks                   []string
}

func (p *program) seek() *cobra.Command {
	var q sought
	cmd := &cobra.Command{
		Use:   "seek FILE --target AMOUNT --by discount|PATH",
		Short: "Find the discount, rate or quantity that reaches a total",
		Long: "Find the discount, the rate or the number of annuals that brings a figure nearest to a target: the three nearest that can be sold, and which rules each would break. " +
			"A discount goes by steps in percent, a rate in dollars. No rate comes under the floor's share of its list rate; the floor is the scenario's own unless one is given. " +
			"Ends with 1 where the target is out of reach, or the floor leaves nothing to sell.",
		Example: `# Which discount makes it 250,000
termsheet seek negotiated-three-years --target 250,000 --by discount
# In steps of 2.5 %, and nothing under 80 % of list
termsheet seek deals/acme.toml --target 90000 --by discount --step 2.5 --floor 80%
# With the hourly rate as it is
termsheet seek deals/acme.toml --target 90000 --by discount --lock 'instance."m5.large".hourly'
# Which hourly rate saves the buyer 20,000 against hourly only
termsheet seek deals/acme.toml --metric savings --target 20000 --by 'offer.instance."m5.large".hourly'`,
		Args:              exactly("a FILE"),
		ValidArgsFunction: scenarioFiles,
	}
	cmd.Flags().StringVar(&q.target, "target", "", "the amount to reach")
	cmd.Flags().StringVar(&q.by, "by", "", "what to change: discount, or the path of a rate or a quantity")
	cmd.Flags().StringArrayVar(&q.locks, "lock", nil, "a rate, or all rates of a type or dimension, that a discount leaves alone; may be repeated")
	cmd.Flags().StringVar(&q.floor, "floor", "", "the lowest share of its list rate that a rate may come to, such as 85%")
	cmd.Flags().StringVar(&q.step, "step", "", "what can be sold: percent for a discount, dollars for a rate (0.005), units (1)")
	complete(cmd, "by", inputs)
	complete(cmd, "lock", inputs)
	q.flags(cmd)
	write := seekFormats.on(cmd)
	cmd.RunE = p.does(func(cmd *cobra.Command, args []string) error {
		s, err := q.read(p, args)
		if err != nil {
			return err
		}
		goal, err := q.goal(s)
		if err != nil {
			return err
		}
		found, err := q.engine.Seek(cmd.Context(), s, goal)
		if err != nil {
			p.fail(cmd.ErrOrStderr(), fmt.Errorf("--by %s: %w", q.by, err))
		}
		if found == nil {
			return nil
		}
		noteOffer(cmd, found.Assumed, found.Now)
		if err := write(report.Sought{Scenario: s, Found: found}); err != nil {
			return err
		}
		if !found.Within {
			return errFailed
		}
		return nil
	})
	return cmd
}

// goal reads the flags.
func (q *sought) goal(s *deal.Scenario) (g whatif.Goal, err error) {
	if q.target == "" || q.by == "" {
		return g, errors.New("seek needs --target and --by; see termsheet seek --help")
	}
	if g.Target, err = money.ParseGrouped(q.target); err != nil {
		return g, fmt.Errorf("--target: %w", err)
	}
	if g.By, err = oneInput(q.by); err != nil {
		return g, fmt.Errorf("--by: %w", err)
	}
	for _, l := range q.locks {
		path, err := oneInput(l)
		if err != nil {
			return g, fmt.Errorf("--lock: %w", err)
		}
		g.Locks = append(g.Locks, path)
	}
	if s.Seller != nil && s.Seller.Floor.Set {
		g.Floor = s.Seller.Floor.Value
	}
	if q.floor != "" {
		if g.Floor, err = share(q.floor); err != nil {
			return g, fmt.Errorf("--floor: %w", err)
		}
	}
	g.Breaks = rules.Breaks(q.book, s)
	return g, q.steps(&g)
}

// steps reads the step, which is a share where percentages are sought.
func (q *sought) steps(g *whatif.Goal) error {
	if q.step == "" {
		return nil
	}
	bare, signed := strings.CutSuffix(q.step, "%")
	step, err := decimal.NewFromString(bare)
	percentages := deal.IsPercent(g.By)
	if err != nil || !step.IsPositive() || signed && !percentages {
		return fmt.Errorf("--step: %q is not a step; write a number above zero", q.step)
	}
	if percentages {
		step = step.Shift(-2)
	}
	g.Step = step
	return nil
}

// share reads a percentage with its sign, up to 100.
func share(text string) (decimal.Decimal, error) {
	bare, signed := strings.CutSuffix(text, "%")
	d, err := decimal.NewFromString(bare)
	if err != nil || !signed || d.IsNegative() || d.GreaterThan(decimal.NewFromInt(100)) {
		return d, fmt.Errorf("%q is not a percentage up to 100; write it as 85%%", text)
	}
	return d.Shift(-2), nil
}
