package rules_test

var annualExamples = []example{
	{rule: "ANN-2", kind: breaks, product: but(ami, `annual = "1260"`, "", `annual = "2520"`, ""), want: "error models"},
	{rule: "ANN-2", kind: edge, product: but(ami, `annual = "2520"`, "")},
	{rule: "ANN-2", kind: keeps, product: ami},
	{rule: "ANN-2", kind: edge, product: but(hourlyOnly, `hourly = "0.24"`, "hourly = \"0.24\"\nannual = \"1260\""), want: `warning instance."m5.large".annual`},
	{rule: "ANN-2", kind: breaks, product: but(ami, `annual = "2520"`, ""), scenario: but(running, `m5.large`, `m5.xlarge`),
		want: `error instance."m5.xlarge".annual`},

	{rule: "ANN-3", kind: breaks, product: but(ami, `hourly = "0.48"`, ""), want: `error instance."m5.xlarge".annual`},
	{rule: "ANN-3", kind: breaks, product: but(ami, `["hourly", "annual"]`, `["annual"]`, `hourly = "0.24"`, "", `hourly = "0.48"`, ""),
		want: `error models, error instance."m5.large".annual, error instance."m5.xlarge".annual`},
	{rule: "ANN-3", kind: edge, product: but(ami, `["hourly", "annual"]`, `["annual"]`), want: "warning models"},
	{rule: "ANN-3", kind: edge, product: but(ami, `annual = "2520"`, ""), want: `warning instance."m5.xlarge".hourly`},
	{rule: "ANN-3", kind: breaks, product: but(ami, `annual = "2520"`, ""), settings: "settings.strict = true",
		want: `error instance."m5.xlarge".hourly`},
	{rule: "ANN-3", kind: keeps, product: ami},
	{rule: "ANN-3", kind: keeps, product: hourlyOnly},
	{rule: "ANN-3", kind: breaks, product: but(ami, `hourly = "0.48"`, "", `annual = "2520"`, ""),
		scenario: offer + "[offer.instance.\"m5.xlarge\"]\nupfront = 3000", want: `error offer.instance."m5.xlarge".upfront`},
	{rule: "ANN-3", kind: keeps, product: but(ami, `hourly = "0.48"`, "", `annual = "2520"`, ""),
		scenario: offer + "[offer.instance.\"m5.xlarge\"]\nupfront = 3000\nhourly = \"0.5\""},

	{rule: "ANN-4", kind: breaks, product: but(ami, `"2520"`, "0"), want: `error instance."m5.xlarge".annual`},
	{rule: "ANN-4", kind: breaks, product: but(ami, `"2520"`, "0", `"1260"`, "0", `"0.24"`, "0", `"0.48"`, "0"),
		want: `error instance."m5.large".annual, error instance."m5.xlarge".annual`},
	{rule: "ANN-4", kind: edge, product: but(ami, `"2520"`, "0", `"0.48"`, "0")},
	{rule: "ANN-4", kind: edge, product: but(ami, `"0.48"`, "0"), want: `warning instance."m5.xlarge".annual`},
	{rule: "ANN-4", kind: keeps, product: ami},
	{rule: "ANN-4", kind: breaks, product: ami, scenario: running + "[[price_change]]\nannounced = 2027-03-16\n[price_change.instance.\"m5.large\"]\nannual = 0",
		want: `error price_change.0.instance."m5.large".annual`},

	{rule: "ANN-6", kind: breaks, product: ami, scenario: running + "[instance.\"m5.xlarge\"]\nannual = 1\nrunning = 2\n[variant.a]\ninstance.\"m5.large\".running = 0",
		want: `note instance."m5.large".annual`},
	{rule: "ANN-6", kind: edge, product: ami, scenario: but(running, "annual = 4", `annual = "3.5"`), want: `warning instance."m5.large".annual`},
	{rule: "ANN-6", kind: keeps, product: ami, scenario: but(running, "running = 4", "running = 2")},

	{rule: "ANN-10", kind: breaks, product: but(ami, `"1260"`, `"2102.41"`), want: `warning instance."m5.large".annual`},
	{rule: "ANN-10", kind: edge, product: but(ami, `"1260"`, `"2102.40"`)},
	{rule: "ANN-10", kind: keeps, product: ami},
	{rule: "ANN-10", kind: breaks, product: ami, scenario: offer + "[offer.instance.\"m5.large\"]\nhourly = \"0.1\"\nupfront = \"2629\"",
		want: `warning offer.instance."m5.large".upfront`},
	{rule: "ANN-10", kind: edge, product: ami, scenario: offer + "[offer.instance.\"m5.large\"]\nhourly = \"0.1\"\nupfront = \"2628\""},

	{rule: "HRL-9", kind: breaks, product: but(container, `12 = "300"`, `12 = "613.3"`), want: "warning dimension.hosts.contract.12"},
	{rule: "HRL-9", kind: edge, product: but(container, `12 = "300"`, `12 = "613.2"`)},
	{rule: "HRL-9", kind: keeps, product: container},
	{rule: "HRL-9", kind: keeps, product: but(consumption, `12 = "300"`, `12 = "613.3"`)},

	{rule: "ANN-11", kind: breaks, product: ami, scenario: but(offer, "months = 36", "months = 37"), want: "error offer.months"},
	{rule: "ANN-11", kind: edge, product: ami, scenario: but(offer, "months = 36", "days = 1095")},
	{rule: "ANN-11", kind: breaks, product: ami, scenario: but(offer, "months = 36", "days = 1096"), want: "error offer.days"},
	{rule: "ANN-11", kind: keeps, product: ami, scenario: offer},
	{rule: "ANN-11", kind: breaks, product: hourlyOnly, scenario: but(offer, "months = 36", "months = 37", "annual = 4", ""), want: "error offer.months"},
	{rule: "ANN-11", kind: keeps, product: ami, scenario: but(offer, "months = 36", "months = 48"),
		settings: "[rule.ANN-11]\noffer_months_max = 48"},
}

var usageExamples = []example{
	{rule: "USG-1", kind: breaks, product: but(metered, `"users"`, `"seats"`), want: "error dimension.seats.category"},
	{rule: "USG-1", kind: edge, product: but(metered, `"saas"`, `"ami"`), want: "warning dimension.calls.category"},
	{rule: "USG-1", kind: keeps, product: metered},

	{rule: "USG-2", kind: breaks, product: metered + dimensions(23), want: "error dimension.more22"},
	{rule: "USG-2", kind: edge, product: metered + dimensions(22)},
	{rule: "USG-2", kind: keeps, product: metered},
	{rule: "USG-2", kind: breaks, product: hourlyOnly + types(799), want: `error instance."x.798"`},
	{rule: "USG-2", kind: edge, product: hourlyOnly + types(798)},

	{rule: "USG-6", kind: breaks, product: but(metered, `"saas"`, `"ami"`, `"requests"`, `"units"`, `["usage"]`, "[\"usage\"]\ntrial_days = 14"), want: "error trial_days"},
	{rule: "USG-6", kind: breaks, product: but(ami, `["hourly", "annual"]`, `["hourly", "annual", "usage"]`) + "[dimension.seats]\nper = \"hour\"\nusage = \"0.1\"\n",
		want: "error models"},
	{rule: "USG-6", kind: breaks, product: metered + "[instance.\"m5.large\"]\nhourly = 1\nannual = 100", want: `error instance."m5.large".annual`},
	{rule: "USG-6", kind: edge, product: but(metered, `["usage"]`, "[\"usage\"]\ntrial_days = 14"), want: "warning trial_days"},
	{rule: "USG-6", kind: keeps, product: metered},

	{rule: "USG-9", kind: breaks, product: but(metered, `usage = "0.014"`, "", `usage = "0.00000425"`, ""), want: "error models"},
	{rule: "USG-9", kind: edge, product: but(metered, `usage = "0.014"`, "")},
	{rule: "USG-9", kind: keeps, product: metered},
	{rule: "USG-9", kind: edge, product: hourlyOnly + "[dimension.seats]\nper = \"hour\"\nusage = \"0.1\"", want: "warning dimension.seats.usage"},
	{rule: "USG-9", kind: breaks, product: but(metered, `usage = "0.014"`, ""), scenario: "start = 2026-10-01\nusage.seats.level = 3", want: "error usage.seats"},

	{rule: "USG-10", kind: breaks, product: but(metered, "0.00000425", "0.000004251"), want: "error dimension.calls.usage"},
	{rule: "USG-10", kind: breaks, product: but(ami, "0.24", "0.240000001"), want: `error instance."m5.large".hourly`},
	{rule: "USG-10", kind: edge, product: but(metered, "0.00000425", "0.0000042500")},
	{rule: "USG-10", kind: keeps, product: metered},
	{rule: "USG-10", kind: breaks, product: ami, scenario: offer + "[offer.instance.\"m5.large\"]\nhourly = \"0.2000000001\"", want: `error offer.instance."m5.large".hourly`},
}
