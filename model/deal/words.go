package deal

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/calendar"
	"termsheet/model/listing"
	"termsheet/model/money"
)

// Parse reads a value as people write it: 0.26, 15%, 2026-02-01. A percentage
// without its sign is one all the same. The error names the input.
func (in *Input) Parse(s string) (decimal.Decimal, error) {
	if in.Unit == Date {
		day, err := calendar.Parse(s)
		return decimal.NewFromInt(int64(day)), err
	}
	bare, signed := strings.CutSuffix(s, "%")
	value, err := decimal.NewFromString(bare)
	if err != nil || signed && in.Unit != Percent || strings.ContainsAny(bare, "eE") {
		return value, fmt.Errorf("%s: %q is not a value it can have", in.Path, s)
	}
	if in.Unit == Percent {
		return value.Shift(-2), nil
	}
	return value, nil
}

// Format writes a value as Parse reads it.
func (in *Input) Format(value decimal.Decimal) string {
	switch in.Unit {
	case Percent:
		return money.Percent(value)
	case Date:
		return calendar.Day(value.IntPart()).String()
	}
	return money.Scaled(value)
}

// switches are the words for off and on.
var switches = map[string][2]string{"renew": {"none", "auto"}, "trial": {"false", "true"}}

// Text is the input's value as a file would have it, "" where it is not set;
// tables are told in a few words.
func (in *Input) Text(s *Scenario) string {
	value := in.at(s, false)
	switch v := value.(type) {
	case *bool:
		if *v {
			return switches[in.Path[0]][1]
		}
		return switches[in.Path[0]][0]
	case *Need:
		if len(v.Load.Steps) > 0 {
			return loadText(v.Load)
		}
	}
	if in.Unit == Whole {
		return wholeText(value)
	}
	var parts []string
	for _, n := range in.Numbers(s) {
		parts = append(parts, in.Format(n))
	}
	return strings.Join(parts, ", ")
}

// loadText writes the steps of a load: 6 for 0.30, 2 for 0.70.
func loadText(l Load) string {
	if l.Profile != "" {
		return l.Profile
	}
	var parts []string
	for _, step := range l.Steps {
		parts = append(parts, step.Running.String()+" for "+step.Weight.String())
	}
	return strings.Join(parts, ", ")
}

// wholeText says in a few words what stands in a table.
func wholeText(value any) string {
	switch v := value.(type) {
	case **listing.Product:
		return (*v).ID
	case *Hours:
		switch {
		case v.Calendar:
			return "calendar"
		case v.Fixed > 0:
			return strconv.Itoa(v.Fixed)
		}
	case *[]Amendment:
		var days []string
		for _, a := range *v {
			days = append(days, a.Date.String())
		}
		return strings.Join(days, ", ")
	case *[]Installment:
		if len(*v) > 0 {
			return fmt.Sprintf("%d payments", len(*v))
		}
	case **Schedule:
		if *v != nil {
			return fmt.Sprintf("%d payments, one a %s", (*v).Count, (*v).Every)
		}
	case **OfferRenewal:
		if *v != nil {
			return fmt.Sprintf("%s more, %d times", money.Percent((*v).Uplift), (*v).Times)
		}
	case **Contract:
		if *v != nil {
			return fmt.Sprintf("%d months", (*v).Months)
		}
	case **Offer:
		if o := *v; o != nil {
			if o.Days > 0 {
				return fmt.Sprintf("%d days, %s off", o.Days, money.Percent(o.Discount))
			}
			return fmt.Sprintf("%d months, %s off", o.Months, money.Percent(o.Discount))
		}
	case **ModelChange:
		if *v != nil {
			return string((*v).To)
		}
	case **Seller:
		if *v != nil {
			return "given"
		}
	}
	return ""
}
