package rules_test

// renewed is the contract offer with a renewal.
func renewed(renewal string) string { return contractOffer + "[offer.renewal]\n" + renewal }

// amended is the running deal with an amendment half-way through.
func amended(amendment string) string {
	return running + "[instance.\"m5.xlarge\"]\nannual = 2\nrunning = 2\n[[amendment]]\ndate = 2027-04-01\n" + amendment
}

var renewalExamples = []example{
	{rule: "REN-3", kind: breaks, product: contract, scenario: renewed("uplift = \"100.01%\"\ntimes = 2"), want: "error offer.renewal.uplift"},
	{rule: "REN-3", kind: breaks, product: contract, scenario: renewed("uplift = \"3.125%\"\ntimes = 2"), want: "error offer.renewal.uplift"},
	{rule: "REN-3", kind: edge, product: contract, scenario: renewed("uplift = \"100%\"\ntimes = 2")},
	{rule: "REN-3", kind: edge, product: contract, scenario: but(renewed("uplift = \"0%\"\ntimes = 2"), "start = 2026-10-01", "start = 2026-08-31"), want: "note offer.renewal"},
	{rule: "REN-3", kind: keeps, product: contract, scenario: renewed("uplift = \"3.12%\"\ntimes = 2")},

	{rule: "REN-5", kind: breaks, product: contract, scenario: renewed("times = 0"), want: "error offer.renewal.times"},
	{rule: "REN-5", kind: edge, product: contract, scenario: renewed("times = 1")},
	{rule: "REN-5", kind: keeps, product: contract, scenario: contractOffer},

	{rule: "REN-7", kind: breaks, product: contract, scenario: "renew = \"auto\"\n" + contractOffer, want: "warning renew"},
	{rule: "REN-7", kind: edge, product: contract, scenario: "renew = \"none\"\n" + contractOffer},
	{rule: "REN-7", kind: breaks, product: ami, scenario: "renew = \"auto\"\n" + amended(`add = { "m5.large" = 1 }`), want: "warning renew"},
	{rule: "REN-7", kind: keeps, product: ami, scenario: amended(`add = { "m5.large" = 1 }`)},
	{rule: "REN-7", kind: keeps, product: contract, scenario: "renew = \"auto\"\n" + agents + "contract.months = 12"},

	{rule: "REN-8", kind: breaks, product: ami, scenario: offer + "[offer.renewal]\ntimes = 1", want: "warning offer.renewal"},
	{rule: "REN-8", kind: edge, product: consumption, scenario: but(renewed("times = 1"), "agents", "hosts")},
	{rule: "REN-8", kind: keeps, product: ami, scenario: offer},
}

var amendmentExamples = []example{
	{rule: "AMD-1", kind: breaks, product: ami, scenario: but(amended(`add = { "m5.large" = 1 }`), "2027-04-01", "2027-10-01"), want: "error amendment.0.date"},
	{rule: "AMD-1", kind: edge, product: ami, scenario: but(amended(`add = { "m5.large" = 1 }`), "2027-04-01", "2027-09-30")},
	{rule: "AMD-1", kind: keeps, product: ami, scenario: amended(`add = { "m5.large" = 1 }`)},

	{rule: "AMD-2", kind: breaks, product: ami, scenario: amended("add = { \"m5.large\" = 9 }\nremove = { \"m5.xlarge\" = 3 }"), want: `error amendment.0.remove."m5.xlarge"`},
	{rule: "AMD-2", kind: edge, product: ami, scenario: amended("add = { \"m5.large\" = 9 }\nremove = { \"m5.xlarge\" = 2 }")},
	{rule: "AMD-2", kind: keeps, product: ami, scenario: amended("add = { \"m5.large\" = 9 }\nremove = { \"m5.xlarge\" = 1 }")},

	{rule: "AMD-3", kind: breaks, product: ami, scenario: amended("add = { \"m5.large\" = 1 }\nremove = { \"m5.xlarge\" = 1 }"), want: "error amendment.0"},
	{rule: "AMD-3", kind: edge, product: ami, scenario: amended("add = { \"m5.large\" = 2 }\nremove = { \"m5.xlarge\" = 1 }")},
	{rule: "AMD-3", kind: breaks, product: ami, scenario: amended("add = { \"m5.large\" = 2 }\nremove = { \"m5.xlarge\" = 1 }"), settings: "settings.net_zero_amendment = false", want: "error amendment.0"},
	{rule: "AMD-3", kind: keeps, product: ami, scenario: amended("add = { \"m5.large\" = 3 }\nremove = { \"m5.xlarge\" = 1 }")},

	{rule: "AMD-4", kind: breaks, product: ami, scenario: amended(`add = { "m5.large" = 1 }`) + "\n[offer]\nmonths = 12\n[offer.schedule]\nevery = \"quarter\"\ncount = 4\nfirst = 2026-10-01", want: "error amendment.0"},
	{rule: "AMD-4", kind: edge, product: ami, scenario: amended(`add = { "m5.large" = 1 }`) + "\n[offer]\nmonths = 12"},
	{rule: "AMD-4", kind: keeps, product: ami, scenario: amended(`add = { "m5.large" = 1 }`)},
}

// floored is an offer with a floor of 85 % and these rates.
func floored(rates string) string { return offer + rates + "\n[seller]\nfloor = \"85%\"" }

// worth is an offer whose one contract line comes to so much.
func worth(price string) string {
	return but(contractOffer, "agents = 10", "agents = 1000") + "dimension.agents.contract = \"" + price + "\""
}

var sellerExamples = []example{
	{rule: "FEE-2", kind: breaks, product: contract, scenario: worth("999.99"), want: "note offer"},
	{rule: "FEE-2", kind: edge, product: contract, scenario: worth("950"), want: "note offer"},
	{rule: "FEE-2", kind: edge, product: contract, scenario: worth("949.99")},
	{rule: "FEE-2", kind: edge, product: contract, scenario: worth("1000")},
	{rule: "FEE-2", kind: keeps, product: contract, scenario: contractOffer},
	{rule: "FEE-2", kind: keeps, product: contract, scenario: worth("999.99") + "\n[seller]\nrenewal = true"},
	{rule: "FEE-2", kind: keeps, product: contract, scenario: worth("999.99"), settings: `settings.fee_bracket = "marginal"`},

	{rule: "OWN-1", kind: breaks, product: ami, scenario: but(floored(""), `"10%"`, `"15.1%"`), want: "warning offer.discount"},
	{rule: "OWN-1", kind: edge, product: ami, scenario: but(floored(""), `"10%"`, `"15%"`)},
	{rule: "OWN-1", kind: breaks, product: ami, scenario: floored("[offer.instance.\"m5.large\"]\nhourly = \"0.2039\"\nupfront = \"3212.99\""),
		want: `warning offer.instance."m5.large".hourly, warning offer.instance."m5.large".upfront`},
	{rule: "OWN-1", kind: edge, product: ami, scenario: floored("[offer.instance.\"m5.large\"]\nhourly = \"0.204\"\nupfront = 3213")},
	{rule: "OWN-1", kind: breaks, product: consumption, scenario: but(contractOffer, "agents", "hosts") + "[offer.dimension.hosts]\nusage = \"0.059\"\ncontract = \"475.99\"\n[seller]\nfloor = \"85%\"",
		want: "warning offer.dimension.hosts.usage, warning offer.dimension.hosts.contract"},
	{rule: "OWN-1", kind: edge, product: consumption, scenario: but(contractOffer, "agents", "hosts") + "[offer.dimension.hosts]\nusage = \"0.0595\"\ncontract = 476\n[seller]\nfloor = \"85%\""},
	{rule: "OWN-1", kind: keeps, product: ami, scenario: offer},

	{rule: "OWN-2", kind: breaks, product: but(contract, `12 = "290"`, `12 = "999999999999999"`), scenario: but(agents, "= 10", "= 93") + "contract.months = 12", want: "error contract.quantity.agents"},
	{rule: "OWN-2", kind: edge, product: but(contract, `12 = "290"`, `12 = "999999999999999"`), scenario: but(agents, "= 10", "= 92") + "contract.months = 12"},
	{rule: "OWN-2", kind: keeps, product: contract, scenario: agents + "contract.months = 12"},
}
