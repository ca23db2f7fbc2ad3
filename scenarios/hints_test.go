package scenarios

import (
	"strings"
	"testing"
)

// TestHints wants what a message advises to be what was meant.
func TestHints(t *testing.T) {
	const need, offer = "[instance.\"m5.large\"]\n", "[offer]\nmonths = 12\n"
	for _, c := range []struct{ text, advice string }{
		{need + `annual = "0,24"`, `annual = "0.24"`},
		{need + `annual = "0,240"`, `annual = "0.240"`},
		{need + `annual = "12,5"`, `annual = "12.5"`},
		{need + `annual = "1,260"`, `annual = "1260"`},
		{need + `annual = "1,260,000"`, `annual = "1260000"`},
		{need + `annual = "1,260.50"`, `annual = "1260.50"`},
		{need + `annual = "$ 1.260,50"`, `annual = "1260.50"`},
		{need + `annual = "1e3"`, `annual = "1000"`},
		{need + `annual = "2.5e-3"`, `annual = "0.0025"`},
		{need + `annual = "1e99"`, `annual = "0.25"`},
		{need + `annual = 0x10`, `annual = "16"`},
		{need + `annual = 0b101`, `annual = "5"`},
		{need + `annual = nan`, `annual = "0.25"`},
		{need + `annual = -inf`, `annual = "0.25"`},
		{need + `annual = "30%"`, `annual = "0.25"`},
		{need + `load = [{ running = 1, share = "30%" }]`, `share = "0.30"`},
		{need + `load = [{ running = 1, share = "33.333%" }]`, `share = "0.33333"`},
		{`months = 12.0`, `months = 12`},
		{`months = 1.2e1`, `months = 12`},
		{`months = 0.5`, `months = 1`},
		{`months = "24"`, `months = 24`},
		{`months = "a year"`, `months = 1`},
		{offer + `discount = 0.15`, `discount = "15%"`},
		{offer + `discount = "0.155"`, `discount = "15.5%"`},
		{offer + `discount = 15`, `discount = "15%"`},
		{offer + `discount = "12,5 %"`, `discount = "12.5%"`},
		{offer + `discount = "some"`, `discount = "15%"`},
		{offer + "[offer.renewal]\ntimes = 1\nuplift = \"-5%\"", `write 0% to 100%`},
		{offer + "[offer.renewal]\ntimes = -1", `write how many times it renews: 1`},
		{offer + `accounts = 0`, `write to how many accounts it is extended: 1`},
	} {
		if got := refused(t, machines+c.text+"\n", ""); !strings.HasSuffix(strings.SplitN(got, "\n", 2)[0], c.advice) {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.advice)
		}
	}
	if got := refused(t, meters+"[usage.hosts]\nlevel = 1\ngrowth = 0.03\n", ""); !strings.HasSuffix(got, `growth = "3%"`) {
		t.Error(got)
	}
}
