package rules_test

// changeTo asks for another pricing model.
func changeTo(model string) string {
	return "[model_change]\nrequested = 2026-10-01\nto = \"" + model + "\"\n"
}

var modelExamples = []example{
	{rule: "MOD-1", kind: breaks, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("annual"), want: "note model_change.requested"},
	{rule: "MOD-1", kind: edge, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("hourly"), want: "warning model_change.to"},
	{rule: "MOD-1", kind: keeps, product: hourlyOnly, scenario: "start = 2026-10-01"},

	{rule: "MOD-2", kind: breaks, product: contract, scenario: "start = 2026-10-01\n" + changeTo("usage"), want: "warning model_change.to"},
	{rule: "MOD-2", kind: edge, product: contract, scenario: "start = 2026-10-01\n" + changeTo("contract")},
	{rule: "MOD-2", kind: keeps, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("annual")},

	{rule: "MOD-3", kind: breaks, product: but(container, `["contract", "usage"]`, `["contract"]`), scenario: "start = 2026-10-01\n" + changeTo("usage"), want: "error model_change.to"},
	{rule: "MOD-3", kind: breaks, product: but(container, `["contract", "usage"]`, `["usage"]`), scenario: "start = 2026-10-01\n" + changeTo("contract"), want: "error model_change.to"},
	{rule: "MOD-3", kind: edge, product: container, scenario: "start = 2026-10-01\n" + changeTo("usage")},
	{rule: "MOD-3", kind: keeps, product: container, scenario: "start = 2026-10-01\n" + changeTo("free")},

	{rule: "MOD-4", kind: breaks, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("annual"), want: "note model_change"},
	{rule: "MOD-4", kind: edge, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("hourly")},
	{rule: "MOD-4", kind: keeps, product: hourlyOnly, scenario: "start = 2026-10-01"},

	{rule: "MOD-5", kind: breaks, product: metered, scenario: "start = 2026-10-01\n" + changeTo("hourly"), want: "error model_change.to"},
	{rule: "MOD-5", kind: breaks, product: metered, scenario: "start = 2026-10-01\n" + changeTo("byol"), want: "error model_change.to"},
	{rule: "MOD-5", kind: edge, product: metered, scenario: "start = 2026-10-01\n" + changeTo("usage")},
	{rule: "MOD-5", kind: keeps, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("byol")},

	{rule: "USG-7", kind: breaks, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("usage"), want: "error model_change.to"},
	{rule: "USG-7", kind: edge, product: but(metered, `"saas"`, `"ami"`), scenario: "start = 2026-10-01\n" + changeTo("usage")},
	{rule: "USG-7", kind: keeps, product: hourlyOnly, scenario: "start = 2026-10-01\n" + changeTo("annual")},
}
