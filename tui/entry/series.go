package entry

import (
	"errors"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/money"
)

// Series is a count as it is typed: one value, values by month (20 24 30), or
// by share of hours (6@30% 2@70%).
type Series struct {
	Months deal.Series
	Load   deal.Load
}

// maxSteps is how many entries of a load are still written out on a screen.
const maxSteps = 12

// Text is the series as one would type it.
func (s Series) Text() string {
	if len(s.Load.Steps) == 0 {
		return words(len(s.Months), func(i int) string { return plain(s.Months[i]) })
	}
	if s.Load.Profile != "" || len(s.Load.Steps) > maxSteps {
		return s.Load.Profile
	}
	return words(len(s.Load.Steps), func(i int) string {
		step := s.Load.Steps[i]
		return plain(step.Running) + "@" + Share(step.Weight.DivRound(s.Load.Total, maxPlaces))
	})
}

func words(n int, word func(i int) string) string {
	if n == 0 {
		return "0"
	}
	list := make([]string, n)
	for i := range list {
		list[i] = word(i)
	}
	return strings.Join(list, " ")
}

// Resolve is the series that an input makes of this one: a change goes to
// every entry, anything else replaces the whole.
func (s Series) Resolve(input string) (Series, error) {
	text := strings.TrimSpace(input)
	switch {
	case text == "":
		return Series{}, errors.New("type a count, counts by month (20 24 30) or by share of hours (6@30% 2@70%)")
	case len(text) > maxLength:
		return Series{}, fmt.Errorf("that is longer than %d characters", maxLength)
	case strings.ContainsRune("+-*x/", rune(text[0])):
		return s.changed(text)
	case strings.Contains(text, "@"):
		return parseLoad(text)
	}
	return parseMonths(strings.TrimPrefix(text, "="))
}

func (s Series) changed(input string) (Series, error) {
	var out Series
	if s.Load.Profile != "" {
		return out, fmt.Errorf("the counts come from %s; type a number to put in its place", s.Load.Profile)
	}
	for _, v := range s.Months {
		value, err := Resolve(input, v, Number)
		if err != nil {
			return out, err
		}
		out.Months = append(out.Months, value)
	}
	out.Load.Total = s.Load.Total
	for _, step := range s.Load.Steps {
		value, err := Resolve(input, step.Running, Number)
		if err != nil {
			return out, err
		}
		out.Load.Steps = append(out.Load.Steps, deal.Step{Running: value, Weight: step.Weight})
	}
	if len(out.Months)+len(out.Load.Steps) == 0 {
		value, err := Resolve(input, decimal.Zero, Number)
		if err != nil {
			return out, err
		}
		out.Months = deal.Series{value}
	}
	return out, nil
}

// parseMonths reads counts by month, parted by spaces, or by commas followed by
// a space; a comma inside a number parts thousands.
func parseMonths(text string) (Series, error) {
	var s Series
	for word := range strings.FieldsSeq(strings.ReplaceAll(text, ", ", " ")) {
		value, err := Resolve(word, decimal.Zero, Number)
		var grouped *money.GroupError
		if errors.As(err, &grouped) {
			return Series{}, fmt.Errorf("%q is not a number; write %s, or %s by month", clip(word), grouped.Instead, strings.Join(strings.Split(word, ","), " "))
		}
		if err != nil {
			return Series{}, err
		}
		s.Months = append(s.Months, value)
	}
	return s, nil
}

func parseLoad(text string) (Series, error) {
	s := Series{Load: deal.Load{Total: decimal.NewFromInt(1)}}
	sum := decimal.Zero
	for word := range strings.FieldsSeq(strings.ReplaceAll(text, ", ", " ")) {
		count, share, found := strings.Cut(word, "@")
		if !found {
			return Series{}, fmt.Errorf("%s has no share; write 6@30%% 2@70%%", clip(word))
		}
		running, err := Resolve(count, decimal.Zero, Number)
		if err != nil {
			return Series{}, err
		}
		weight, err := ResolveShare(share, decimal.Zero, 100)
		if err != nil {
			return Series{}, err
		}
		sum = sum.Add(weight)
		s.Load.Steps = append(s.Load.Steps, deal.Step{Running: running, Weight: weight})
	}
	if !sum.Equal(s.Load.Total) {
		return Series{}, fmt.Errorf("the shares add up to %s; they have to make 100%%", Share(sum))
	}
	return s, nil
}
