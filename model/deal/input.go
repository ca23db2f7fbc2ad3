package deal

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/listing"
)

// Input is one key of a scenario that a what-if can read, change or take over
// from another scenario.
type Input struct {
	Path Path
	Unit Unit
	at   func(s *Scenario, make bool) any // a pointer to the value; nil where there is none
	not  func(s *Scenario, make bool) any // the value that this one displaces, if any
}

// displacing is the input when it is set instead of another.
func (in Input) displacing(other func(s *Scenario, make bool) any) Input {
	in.not = other
	return in
}

// Unit is how the values of an input are written.
type Unit uint8

// The units of an input. Whole inputs have no number: they are tables, words
// or switches.
const (
	Number  Unit = iota // a quantity or US dollars
	Percent             // a share, written with its sign
	Count               // a whole number
	Date                // a day
	Whole
)

// Edit sets an input to a value: a share for a percentage, the day's number for
// a date.
type Edit struct {
	Path  Path
	Value decimal.Decimal
}

// Apply makes the scenario that edits turn s into; s stays as it is. The error names
// a path that is no input, or says why a value cannot be that of one.
func Apply(s *Scenario, edits ...Edit) (*Scenario, error) {
	c := s.Clone()
	for _, e := range edits {
		in, err := Find(s, e.Path)
		if err != nil {
			return nil, err
		}
		if err := in.Set(c, e.Value); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Find finds the input of a scenario that a path names, whether or not the
// scenario gives it a value. The error names the inputs that come nearest.
func Find(s *Scenario, p Path) (Input, error) {
	var near []string
	for _, in := range Inputs(s) {
		if slices.Equal(in.Path, p) {
			return in, nil
		}
		if len(p) > 0 && in.Path[0] == p[0] {
			near = append(near, in.Path.String())
		}
	}
	if len(near) == 0 {
		return Input{}, fmt.Errorf("%s is no input of the scenario; write a key such as instance.\"m5.large\".annual or offer.discount", p)
	}
	if len(near) == 1 && near[0] == p[0] { // a table that is not there, or that has no numbers
		if p[0] == "offer" || p[0] == "contract" {
			return Input{}, fmt.Errorf("%s is no input of the scenario, which has no %s; write [%s] with its months first", p, p[0], p[0])
		}
		return Input{}, fmt.Errorf("%s is no input of the scenario; %s can only be taken as a whole", p, p[0])
	}
	const named = 4
	if len(near) > named {
		near = append(near[:named], "...")
	}
	return Input{}, fmt.Errorf("%s is no input of the scenario; %s has %s", p, p[0], strings.Join(near, ", "))
}

// Numbers are the numbers of the input: one, or one for each month or step of
// a load; none where it is not set.
func (in *Input) Numbers(s *Scenario) []decimal.Decimal {
	switch v := in.at(s, false).(type) {
	case *decimal.Decimal:
		return []decimal.Decimal{*v}
	case *listing.Rate:
		if v.Set {
			return []decimal.Decimal{v.Value}
		}
	case termRate:
		if r := v.get(); r.Set {
			return []decimal.Decimal{r.Value}
		}
	case *Series:
		return slices.Clone(*v)
	case *Need:
		if len(v.Load.Steps) == 0 {
			return slices.Clone(v.Running)
		}
		var list []decimal.Decimal
		for _, step := range v.Load.Steps {
			list = append(list, step.Running)
		}
		return list
	case *int:
		if *v != 0 {
			return []decimal.Decimal{decimal.NewFromInt(int64(*v))}
		}
	case *calendar.Day:
		if *v != 0 {
			return []decimal.Decimal{decimal.NewFromInt(int64(*v))}
		}
	}
	return nil
}

// Set gives the input one value in s; a list or a load makes way for it. The error
// names the input and says why it cannot have the value.
func (in *Input) Set(s *Scenario, value decimal.Decimal) error {
	if err := in.allows(value); err != nil {
		return fmt.Errorf("%s: %w", in.Path, err)
	}
	if in.not != nil {
		unset(in.not(s, false))
	}
	switch v := in.at(s, true).(type) {
	case *decimal.Decimal:
		*v = value
	case *listing.Rate:
		*v = listing.Of(value)
	case termRate:
		v.set(listing.Of(value))
	case *Series:
		*v = Series{value}
	case *Need:
		v.Running, v.Load = Series{value}, Load{}
	case *int:
		*v = int(value.IntPart())
	case *calendar.Day:
		*v = calendar.Day(value.IntPart())
	default:
		return fmt.Errorf("%s: the scenario has no %s to set it in", in.Path, in.Path[:1])
	}
	return nil
}

// Scale multiplies every number of the input. It fails where there is none, and as
// Set does.
func (in *Input) Scale(s *Scenario, by decimal.Decimal) error {
	switch v := in.at(s, false).(type) {
	case *Series:
		for i := range *v {
			(*v)[i] = (*v)[i].Mul(by)
		}
		return nil
	case *Need:
		for i := range v.Running {
			v.Running[i] = v.Running[i].Mul(by)
		}
		for i := range v.Load.Steps {
			v.Load.Steps[i].Running = v.Load.Steps[i].Running.Mul(by)
		}
		return nil
	}
	numbers := in.Numbers(s)
	if len(numbers) == 0 {
		return fmt.Errorf("%s is not set", in.Path)
	}
	return in.Set(s, numbers[0].Mul(by))
}

// most bounds what an input may be set to, as files do: a number may have 12
// digits before the point, a horizon or term 120 months or 3,660
// days.
var most = map[Unit]decimal.Decimal{
	Number: decimal.New(1e12, 0), Percent: decimal.New(10, 0), Count: decimal.New(120, 0), Date: decimal.New(60000, 0),
}

func (in *Input) most() decimal.Decimal {
	if in.Path[len(in.Path)-1] == days {
		return decimal.New(3660, 0)
	}
	return most[in.Unit]
}

func (in *Input) allows(value decimal.Decimal) error {
	switch {
	case in.Unit == Whole:
		return errors.New("it is not a number")
	case value.IsNegative() && in.Path[len(in.Path)-1] != growth:
		return errors.New("it cannot be negative")
	case value.GreaterThan(in.most()):
		return fmt.Errorf("it cannot be more than %s", in.Format(in.most()))
	case in.Path[len(in.Path)-1] == discount && value.GreaterThan(decimal.NewFromInt(1)):
		return errors.New("it cannot be more than 100%")
	case in.Unit >= Count && !value.IsInteger():
		return errors.New("it must be a whole number")
	case in.Unit == Count && value.IsZero():
		return errors.New("it must be at least 1")
	}
	return nil
}

// IsPercent tells whether a path ends in a key whose values are percentages.
func IsPercent(p Path) bool {
	last := p[len(p)-1]
	return last == growth || last == discount || last == uplift
}
