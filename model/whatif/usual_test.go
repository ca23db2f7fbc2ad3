package whatif_test

import (
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
	"termsheet/model/whatif"
)

// TestUsual goes around the value as it is, in steps that can be sold, and is
// read back as it is written.
func TestUsual(t *testing.T) {
	offered := firewall()
	offered.Offer = &deal.Offer{Months: 12, Discount: d("0.075"), Rates: listing.Rates{Instances: []listing.Instance{
		{Type: "m5.large", InstanceRates: listing.InstanceRates{Hourly: listing.Of(d("0.24"))}}}}}
	large := firewall()
	large.Instances[0].Annual = d("1000")
	for _, c := range []struct {
		s          *deal.Scenario
		path, want string
	}{
		{firewall(), `instance."m5.large".annual`, `instance."m5.large".annual=0..20/1`},
		{large, `instance."m5.large".annual`, `instance."m5.large".annual=4..1996/83`},
		{firewall(), `contract.quantity.users`, `contract.quantity.users=4..196/8`},
		{firewall(), `months`, `months=12..72/12`},
		{offered, `offer.discount`, `offer.discount=0.5%..19.5%/1%`},
		{offered, `offer.instance."m5.large".hourly`, `offer.instance."m5.large".hourly=0.12..0.36/0.01`},
		{firewall(), `start`, ``},
		{firewall(), `usage.users.growth`, `usage.users.growth=0%..12%/1%`},
	} {
		in, err := deal.Find(c.s, path(t, c.path))
		if err != nil {
			t.Fatal(err)
		}
		axis, ok := whatif.Usual(c.s, in)
		if got := axis.String(); ok != (c.want != "") || got != c.want {
			t.Errorf("the usual axis of %s is %q, want %q", c.path, got, c.want)
			continue
		}
		if !ok {
			continue
		}
		again, err := whatif.ParseAxis(c.s, axis.String())
		if err != nil || again.String() != axis.String() || len(again.Values) != len(axis.Values) {
			t.Errorf("%s is read back as %s (%v)", axis.String(), again.String(), err)
		}
		own, found := in.Numbers(c.s)[0], false
		for _, v := range axis.Values {
			found = found || v.Equal(own)
		}
		if !found {
			t.Errorf("%s leaves out %s, the value as it is", axis.String(), own)
		}
	}
}
