package report

import (
	"fmt"

	"termsheet/model/whatif"
)

// OffSchedule tells at how many points of a what-if the offer's schedule does not
// add up, and by how much at the first; empty where there is none. CSV and JSON
// have no place for it.
func OffSchedule(off whatif.OffSchedule) string {
	if off.Points == 0 {
		return ""
	}
	return fmt.Sprintf("%s: the schedule does not add up at %d of %d points; with %s %s", off.Why.Rule, off.Points, off.Of, off.First, off.Why.Message)
}

// offSchedule writes the same as a note, where there is anything to tell.
func (p *page) offSchedule(off whatif.OffSchedule) {
	if text := OffSchedule(off); text != "" {
		p.item("- ", text)
	}
}
