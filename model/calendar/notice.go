package calendar

// Effective is the first day on which an announced change holds for existing
// customers: the first day of a month that is not before announced + notice
// days (CHG-2). With strict, a notice that ends exactly on a first of a month
// waits for the next one (CHG-5).
func Effective(announced Day, notice int, strict bool) Day {
	over := announced + Day(notice)
	if over.IsFirst() && !strict {
		return over
	}
	return over.NextMonth()
}

// AnnounceBy is the last day on which a change can be announced to hold for
// existing customers on or before the wanted day: Effective read backwards
// (CHG-14).
func AnnounceBy(wanted Day, notice int, strict bool) Day {
	first := wanted.FirstOfMonth()
	if strict {
		return first - Day(notice) - 1
	}
	return first - Day(notice)
}
