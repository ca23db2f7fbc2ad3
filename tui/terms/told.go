package terms

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"termsheet/model/listing"
	"termsheet/tui/field"
	"termsheet/tui/pane"
	"termsheet/tui/session"
)

// told says what a dimension is, what it costs and how far the commitment
// goes, in at most so many lines.
func told(ctx pane.Context, d listing.Dimension, w, room int) []string {
	return pane.Told(ctx.Theme, w, room, []string{d.Title + ": " + ratesWords(ctx, d, w, room)}, []string{coverWords(ctx.Session, d)})
}

// ratesWords lists the rates of a dimension's listing, as many as have room.
func ratesWords(ctx pane.Context, d listing.Dimension, w, room int) string {
	all := rates(ctx.Session, d)
	for n := len(all) - 1; n > 0; n-- {
		text := strings.Join(all[:n+1], ", ") + "."
		if n+1 < len(all) {
			text = strings.Join(all[:n+1], ", ") + " and more."
		}
		if len(pane.Wrap(ctx.Theme.Clean(d.Title+": "+text), w)) <= room {
			return text
		}
	}
	return strings.Join(all[:min(len(all), 1)], "") + "."
}

// rates are the rates of a dimension's listing in words, those of the deal
// before others.
func rates(s *session.Session, d listing.Dimension) []string {
	var parts []string
	if d.Usage.Set {
		parts = append(parts, fmt.Sprintf("%s a %s", field.RateText(d.Usage), d.Measure()))
	}
	own := field.TermMonths(s.Scenario())
	terms := slices.Clone(d.Contract)
	slices.SortStableFunc(terms, func(a, b listing.TermRate) int { return cmp.Compare(notOwn(a, own), notOwn(b, own)) })
	for _, t := range terms {
		term := fmt.Sprintf("%d months", t.Months)
		if t.Months == 1 {
			term = "a month"
		}
		parts = append(parts, field.RateText(listing.Of(t.Rate))+" for "+term)
	}
	return parts
}

func notOwn(t listing.TermRate, own int) int {
	if t.Months == own {
		return 0
	}
	return 1
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
