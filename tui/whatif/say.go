package whatif

import (
	"errors"
	"fmt"
	"strings"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/pricing"
)

// Aim says what the figure is to come to, and which one where it is named.
func (v *View) Aim(target, name string, public bool) error {
	text := strings.TrimPrefix(target, "$")
	_, err := money.ParseGrouped(text)
	var grouped *money.GroupError
	switch {
	case errors.As(err, &grouped):
		return err
	case err != nil || len(text) > mostTarget:
		return fmt.Errorf("%q is not an amount", target)
	}
	if name != "" {
		if err := v.About(name, public); err != nil {
			return err
		}
	}
	v.seek.target, v.seek.at, v.seek.row = text, 0, 0
	return nil
}

// Lines are the lines of a deal in words.
func Lines(s *deal.Scenario, c pricing.Conventions) (names []string) {
	lines, _ := linesOf(s, c)
	for i := range lines {
		names = append(names, lineName(&lines[i]))
	}
	return names
}

// lineCalled finds a line by its words.
func lineCalled(s *deal.Scenario, c pricing.Conventions, words string) (*line, error) {
	lines, err := linesOf(s, c)
	if err != nil {
		return nil, err
	}
	var names []string
	for i := range lines {
		name := lineName(&lines[i])
		if strings.EqualFold(name, words) || lines[i].path.String() == words {
			return &lines[i], nil
		}
		names = append(names, name)
	}
	return nil, errors.New("the lines are " + strings.Join(names, ", "))
}

// Hold holds a line of a deal against a discount, or lets it go.
func (v *View) Hold(s *deal.Scenario, c pricing.Conventions, words string) error {
	l, err := lineCalled(s, c, words)
	if err != nil {
		return err
	}
	if l.named {
		return fmt.Errorf("%s is named by the offer; a discount leaves it as it is", lineName(l))
	}
	v.seek.hold(l.path.String())
	return nil
}

// Floor keeps a line of a deal above a share of its list rate; no words are all
// lines.
func (v *View) Floor(s *deal.Scenario, c pricing.Conventions, words, text string) error {
	share, err := readFloor(text)
	if err != nil {
		return err
	}
	path := forAll
	if words != "" {
		l, err := lineCalled(s, c, words)
		if err != nil {
			return err
		}
		path = l.path.String()
	}
	put(&v.seek.floors, path, share)
	return nil
}

// Step says what can be sold of what is sought.
func (v *View) Step(text string) error {
	step, err := readStep(text, v.seek.by())
	if err != nil {
		return err
	}
	put(&v.seek.steps, v.seek.by().String(), step)
	return nil
}
