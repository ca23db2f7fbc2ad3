package entry

import (
	"fmt"
	"strings"

	"termsheet/model/calendar"
)

// The days that can be typed; what lies outside is a slip of the finger.
var (
	firstDay = calendar.Date(2000, 1, 1)
	lastDay  = calendar.Date(2099, 12, 31)
)

// ResolveDay is the day that an input makes of the one that stood there: a date
// (2026-02-01), or a move by days (+14, -1) or months (+1m).
func ResolveDay(input string, old calendar.Day) (calendar.Day, error) {
	text := strings.TrimSpace(input)
	day, err := resolveDay(text, old)
	if err != nil {
		return 0, err
	}
	if day < firstDay || day > lastDay {
		return 0, fmt.Errorf("%s is out of range: %s to %s", day, firstDay, lastDay)
	}
	return day, nil
}

func resolveDay(text string, old calendar.Day) (calendar.Day, error) {
	if text == "" || text[0] != '+' && text[0] != '-' {
		return calendar.Parse(text)
	}
	digits, months := strings.CutSuffix(text[1:], "m")
	by, err := parse(digits)
	if err != nil || !by.IsInteger() || by.NumDigits() > 5 {
		return 0, fmt.Errorf("%s is not a move; write +14 for days, +1m for a month", clip(text))
	}
	n := int(by.IntPart())
	if text[0] == '-' {
		n = -n
	}
	if months {
		return old.AddMonths(n), nil
	}
	return old + calendar.Day(n), nil
}
