package tui_test

import "testing"

// TestNextWords looks at what is offered behind the words of actions.
func TestNextWords(t *testing.T) {
	for typed, want := range map[string]string{
		"set ":            "  term",
		"set m5.large ":   "  running  is 10",
		"price ":          "  m5.large",
		"price m5.large ": "  annual  is 1,260",
		"best ":           "  m5.xlarge",
		"remove ":         "  m5.large",
		"add ":            "  c5n.9xlarge  3.00 an hour",
		"explain ":        "  totals.hourly",
		"expect ":         "  totals.hourly",
		"show ":           "  figures",
		"help ":           "  horizon",
		"product ":        "  northwind-ngfw        Northwind Next-Gen Firewall",
		"drop ":           "  Hourly only",
		"hide ":           "  Hourly only",
		"variant ":        "  Hourly only",
		"compare base ":   "  Hourly only",
		"chart ":          "  invoices",
		"row ":            "  m5.large",
		"focus ":          "  timeline",
		"copy ":           "  row",
		"theme ":          "  contrast",
		"renew ":          "  auto",
		"mouse ":          "  off",
		"presenter ":      "  off",
		"whatif ":         "  tornado",
		"whatif best ":    "  m5.large",
		"hold ":           "  m5.large hourly",
		"floor ":          "  m5.large hourly",
		"seek ":           "  m5.large hourly rate",
		"sweep ":          "  m5.large running 0..22/1",
		"tornado ":        "  20%",
		"figure ":         "  seller's net",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 80)
		press(t, s, ": type:\""+typed+"\"")
		wantOn(t, s, want)
	}
	s := stage(t, open(t, "covered-baseline"), 120, 80)
	for typed, want := range map[string]string{
		"sort ": "  saved", "split ": "  Hourly only", "out ": "  Hourly only", "column ": "  Hourly only", "move ": "  right",
	} {
		press(t, s, "c : type:\""+typed+"\"")
		wantOn(t, s, want)
		press(t, s, "ctrl+u backspace esc")
	}
}

// TestLeavesComparison does what is about the panes from within the comparison.
func TestLeavesComparison(t *testing.T) {
	for words, want := range map[string]string{
		"open lapse":             "Annuals that lapse",
		"product quillmere-desk": "Quillmere Service Desk",
		"day 2027-07-01":         "new price in effect",
	} {
		s := stage(t, open(t, "covered-baseline"), 120, 40)
		press(t, s, "c : type:\""+words+"\" enter")
		wantOn(t, s, want, "─ Cost ─")
	}
}
