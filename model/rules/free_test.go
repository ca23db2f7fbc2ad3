package rules_test

// tried is the firewall with a free trial of so many days.
func tried(days string) string {
	return but(ami, `["hourly", "annual"]`, "[\"hourly\", \"annual\"]\ntrial_days = "+days)
}

// trySaaS is the metered product with one.
func trySaaS(days string) string { return but(metered, `["usage"]`, "[\"usage\"]\ntrial_days = "+days) }

var freeExamples = []example{
	{rule: "BYL-2", kind: breaks, product: but(byol, `paid_option = "dunmarrow-vpn-hourly"`, ""), want: "error models"},
	{rule: "BYL-2", kind: edge, product: but(byol, `paid_option = "dunmarrow-vpn-hourly"`, "", "2026-01-01", "2026-06-22"), want: "warning models"},
	{rule: "BYL-2", kind: breaks, product: but(byol, `paid_option = "dunmarrow-vpn-hourly"`, "", "2026-01-01", "2026-06-21"), want: "error models"},
	{rule: "BYL-2", kind: keeps, product: but(byol, "2026-01-01", "2026-03-01")},
	{rule: "BYL-2", kind: edge, product: byol, want: "warning paid_option"}, // its twin came too late
	{rule: "BYL-2", kind: edge, product: but(byol, "dunmarrow-vpn-hourly", "nobody-knows"), want: "warning paid_option"},
	{rule: "BYL-2", kind: breaks, product: but(byol, "dunmarrow-vpn-hourly", "vellowick-shipper"), want: "error paid_option"},
	{rule: "BYL-2", kind: keeps, product: but(byol, `["byol"]`, `["byol", "hourly"]`, `paid_option = "dunmarrow-vpn-hourly"`, "")},
	{rule: "BYL-2", kind: edge, product: ami, scenario: running},
	{rule: "BYL-2", kind: edge, product: "paid_option = \"northwind-ngfw\"\n" + ami, want: "warning paid_option"},
	{rule: "BYL-2", kind: breaks, product: but(byol, `paid_option = "dunmarrow-vpn-hourly"`, ""), scenario: "start = 2026-04-02", want: "error product"},
	{rule: "BYL-2", kind: edge, product: but(byol, `paid_option = "dunmarrow-vpn-hourly"`, ""), scenario: "start = 2026-04-01"},

	{rule: "BYL-3", kind: breaks, product: byol, scenario: "start = 2026-10-01\noffer.months = 12", want: "error offer"},
	{rule: "BYL-3", kind: edge, product: but(byol, `["byol"]`, `["byol", "hourly"]`), scenario: "start = 2026-10-01\noffer.months = 12"},
	{rule: "BYL-3", kind: keeps, product: byol, scenario: "start = 2026-10-01"},

	{rule: "FRE-2", kind: breaks, product: but(free, "hourly = 0", `hourly = "0.01"`), want: `error instance."m5.large".hourly`},
	{rule: "FRE-2", kind: edge, product: but(free, "hourly = 0", `hourly = "0.00"`)},
	{rule: "FRE-2", kind: keeps, product: free},
	{rule: "FRE-2", kind: breaks, product: but(free, `"ami"`, `"saas"`, "[instance.\"m5.large\"]\nhourly = 0\ninfrastructure = \"0.096\"\n", ""), want: "error models"},
	{rule: "FRE-2", kind: edge, product: but(free, `"ami"`, `"saas"`) + "[dimension.users]\nper = \"hour\"\nusage = 0"},
	{rule: "FRE-2", kind: breaks, product: free, scenario: "start = 2026-10-01\n[[price_change]]\nannounced = 2026-11-16\n[price_change.instance.\"m5.large\"]\nhourly = \"0.1\"",
		want: `error price_change.0.instance."m5.large".hourly`},

	{rule: "TRL-1", kind: breaks, product: tried("4"), want: "error trial_days"},
	{rule: "TRL-1", kind: edge, product: tried("5")},
	{rule: "TRL-1", kind: edge, product: tried("30")},
	{rule: "TRL-1", kind: edge, product: tried("31"), want: "warning trial_days"},
	{rule: "TRL-1", kind: breaks, product: tried("32"), want: "error trial_days"},
	{rule: "TRL-1", kind: keeps, product: tried("14")},
	{rule: "TRL-1", kind: breaks, product: but(tried("45"), `"ami"`, `"container"`), want: "warning trial_days"},
	{rule: "TRL-1", kind: breaks, product: ami, scenario: "trial = true\n" + running, want: "error trial"},
	{rule: "TRL-1", kind: keeps, product: tried("14"), scenario: "trial = true\n" + running},

	{rule: "TRL-3", kind: breaks, product: tried("14"), scenario: "trial = true\n" + running, want: "note trial"},
	{rule: "TRL-3", kind: edge, product: tried("14"), scenario: running},
	{rule: "TRL-3", kind: keeps, product: ami, scenario: running},

	{rule: "TRL-4", kind: breaks, product: trySaaS("6"), want: "error trial_days"},
	{rule: "TRL-4", kind: edge, product: trySaaS("7")},
	{rule: "TRL-4", kind: edge, product: trySaaS("90")},
	{rule: "TRL-4", kind: breaks, product: trySaaS("91"), want: "error trial_days"},
	{rule: "TRL-4", kind: keeps, product: metered},
	{rule: "TRL-4", kind: breaks, product: metered, scenario: "start = 2026-10-01\ntrial = true", want: "error trial"},

	{rule: "TRL-5", kind: breaks, product: but(learning, "30", "121"), want: "error trial_days"},
	{rule: "TRL-5", kind: edge, product: but(learning, "30", "120")},
	{rule: "TRL-5", kind: edge, product: but(learning, "30", "5")},
	{rule: "TRL-5", kind: breaks, product: but(learning, "30", "4"), want: "error trial_days"},
	{rule: "TRL-5", kind: breaks, product: but(learning, `["hourly"]`, `["free"]`, `"0.5"`, "0"), want: "error trial_days"},
	{rule: "TRL-5", kind: keeps, product: learning},
}
