package tui_test

import "testing"

// TestRow goes to a row by its name, from the list and by the word.
func TestRow(t *testing.T) {
	for _, c := range []struct {
		scenario, keys string
		want           []string
	}{
		{"covered-baseline", "/", []string{"╭▸ Go to a row", "Instance mix", "annual 2, running 6@30% 2@70%", "Contract and dimensions", "2026-12-01"}},
		{"covered-baseline", "tab / type:2xl enter", []string{"╭▸ Instance mix", "▸ m5.2xlarge", "[2]"}},
		{"covered-baseline", `/ type:"by the" enter e`, []string{"8,906.00", "m5.large by the hour"}},
		{"covered-baseline", "/ type:hours enter", []string{"╭▸ Contract", "hours            [730]"}},
		{"covered-baseline", "/ esc", []string{"╭▸ Instance mix"}},
		{"overage", "/ type:logs enter", []string{"╭▸ Contract", "▸ logs"}},
		{"covered-baseline", "tab tab 1 /", []string{"╭▸ Go to a row"}},
		{"covered-baseline", `: type:"row start" enter enter`, []string{"╭▸ Contract", "▸ start"}},
		{"covered-baseline", `: type:"row m5.large" enter`, []string{"╭▸ Instance mix", "▸ m5.large"}},
		{"covered-baseline", `: type:"row with ec2" enter`, []string{"╭▸ Cost"}},
		{"covered-baseline", `: type:"row m5" enter`, []string{"m5 could be m5.large, m5.xlarge, m5.2xlarge or m5.large together", "write it whole"}},
		{"covered-baseline", `: type:"row nobody" enter`, []string{"there is no row nobody; row lists all"}},
		{"covered-baseline", `w : type:"row m5.xlarge" enter`, []string{"╭▸ Instance mix", "▸ m5.xlarge"}},
		// In the comparison its figures are the rows.
		{"covered-baseline", "c / type:metered enter", []string{"╭▸ Compare", "▸ metered", "line 8 of 39"}},
		{"covered-baseline", "c / esc", []string{"╭▸ Compare", "line 1 of 39"}},
	} {
		t.Run(c.scenario+" "+c.keys, func(t *testing.T) {
			s := stage(t, open(t, c.scenario), 100, 24)
			press(t, s, c.keys)
			wantOn(t, s, c.want...)
		})
	}
}

// TestPageKeys goes a page on by the keys that pagers and editors have for it, in
// the panes and in what is read, and says of others that they do nothing there.
func TestPageKeys(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"ctrl+d", "▸ c6i.xlarge"},
		{"ctrl+f", "▸ c6i.xlarge"},
		{"end ctrl+u", "▸ m5.large"},
		{"end ctrl+b", "▸ m5.large"},
		{"e enter ctrl+d", "▸ › best X"},
		{"e enter space", "▸ › best X"},
		{"e enter end ctrl+u", "▸ › annual charges"},
		{"e x", "x does nothing here; esc goes back"},
		{"tab tab e y", "copied the figure: 95015.60"}, // without the commas
		{"tab e y", "copied the figure: 24"},
		{"e enter enter y", "copied the figure: 21280.00"},
		{"w tab 9 0 ctrl+u", "as it is; type another"}, // what is typed there is cleared
	} {
		s := stage(t, open(t, "covered-baseline"), 80, 24)
		press(t, s, c.keys)
		wantOn(t, s, c.want)
	}
}
