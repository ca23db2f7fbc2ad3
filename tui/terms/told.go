package terms

import (
	"fmt"
	"strings"

	"termsheet/model/listing"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// told says what a dimension is, what it costs and how far the commitment
// goes, in at most so many lines.
func told(ctx pane.Context, d listing.Dimension, w, room int) []string {
	return pane.Told(ctx.Theme, w, room, []string{d.Title + ": " + ratesWords(d)}, []string{coverWords(ctx.Session, d)})
}

// ratesWords lists the rates of a dimension's listing.
func ratesWords(d listing.Dimension) string {
	var parts []string
	if d.Usage.Set {
		parts = append(parts, fmt.Sprintf("%s a %s", field.RateText(d.Usage), perText(d)))
	}
	for _, t := range d.Contract {
		term := fmt.Sprintf("%d months", t.Months)
		if t.Months == 1 {
			term = "a month"
		}
		parts = append(parts, field.RateText(listing.Of(t.Rate))+" for "+term)
	}
	return strings.Join(parts, ", ") + "."
}

// coverWords says what the commitment covers and when use outgrows it.
func coverWords(s *session.Session, d listing.Dimension) string {
	committed := s.Scenario().Contract.Committed(d.Key)
	if committed.IsZero() {
		return "Nothing is committed: every " + d.Unit + " is metered."
	}
	text := fmt.Sprintf("%s committed", pane.Quantity(committed))
	if d.Per == listing.PerUnit {
		text += fmt.Sprintf(", %s a month included", pane.Quantity(committed.Mul(d.Includes)))
	}
	day, found := outgrown(s, d)
	if !found {
		return text + "; use stays within it."
	}
	return text + fmt.Sprintf("; use goes beyond it on %s.", day)
}
