package whatif

import (
	"strings"

	"termsheet/model/deal"
	"termsheet/model/whatif"
	"termsheet/tui/session"
)

// Made tells of the offer that the first discount gives a deal on public terms, as
// a goal seek does: part of what it comes to is the offer's doing, not the
// discount's. It is empty for a deal that has an offer.
func Made(s *session.Session) string {
	metric, _ := whatif.MetricOf(whatif.Software)
	engine := whatif.Engine{Conventions: s.Conventions(), Metric: metric, Returned: s.Returned()}
	now, err := engine.Value(s.Scenario())
	if err != nil {
		return ""
	}
	_, assumed, err := engine.WithOffer(s.Scenario(), deal.P("offer", "discount"))
	if err != nil || assumed.Made == "" {
		return ""
	}
	told := makes(assumed, now)
	return strings.ToLower(told[:1]) + strings.TrimSuffix(told[1:], ".")
}
