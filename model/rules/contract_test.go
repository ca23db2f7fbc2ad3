package rules_test

import (
	"fmt"
	"strings"
)

// dimensions writes so many more dimensions.
func dimensions(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[dimension.more%02d]\nper = \"hour\"\nusage = \"0.1\"\n", i)
	}
	return b.String()
}

// types writes so many more instance types.
func types(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[instance.\"x.%03d\"]\nhourly = 1\n", i)
	}
	return b.String()
}

var contractExamples = []example{
	{rule: "CON-1", kind: breaks, product: but(contract, "24 = \"540\"", "18 = \"400\"", "24 = \"58\"", "18 = \"44\""),
		want: "error dimension.agents.contract.18, error dimension.devices.contract.18"},
	{rule: "CON-1", kind: edge, product: contract},
	{rule: "CON-1", kind: keeps, product: but(contract, `, 36 = "750"`, "", `, 36 = "80"`, "")},
	{rule: "CON-1", kind: breaks, product: contract, scenario: agents + "contract.months = 6", want: "error contract.months"},
	{rule: "CON-1", kind: edge, product: contract, scenario: agents + "contract.months = 1"},
	{rule: "CON-1", kind: keeps, product: contract, scenario: agents + "contract.months = 36"},

	{rule: "CON-2", kind: breaks, product: contract, scenario: but(contractOffer, "months = 24", "months = 61") + "dimension.agents.contract = 900", want: "error offer.months"},
	{rule: "CON-2", kind: edge, product: contract, scenario: but(contractOffer, "months = 24", "months = 60") + "dimension.agents.contract = 900"},
	{rule: "CON-2", kind: keeps, product: contract, scenario: contractOffer},
	{rule: "CON-2", kind: edge, product: contract, scenario: but(contractOffer, "months = 24", "days = 400") + "dimension.agents.contract = 900", want: "warning offer.days"},
	{rule: "CON-2", kind: breaks, product: contract, scenario: but(contractOffer, "months = 24", "days = 1900") + "dimension.agents.contract = 900", want: "error offer.days"},

	{rule: "CON-3", kind: breaks, product: but(contract, `"saas"`, `"ml"`), want: "error models"},
	{rule: "CON-3", kind: edge, product: but(contract, `"saas"`, `"data"`), want: "warning models"},
	{rule: "CON-3", kind: edge, product: but(contract, `"saas"`, `"ami"`)},
	{rule: "CON-3", kind: keeps, product: contract},
	{rule: "CON-3", kind: breaks, product: ami, scenario: running + changeTo("contract"), want: "error model_change.to"},
	{rule: "CON-3", kind: keeps, product: but(free, `"ami"`, `"saas"`) + "[dimension.users]\nper = \"hour\"\nusage = 0", scenario: "start = 2026-10-01\n" + changeTo("contract")},

	{rule: "CON-4", kind: breaks, product: but(contract, `36 = "750"`, `36 = "871"`), want: "warning dimension.agents.contract.36"},
	{rule: "CON-4", kind: edge, product: but(contract, `36 = "750"`, `36 = "810"`)},
	{rule: "CON-4", kind: breaks, product: but(contract, `12 = "290"`, `12 = "24"`, `24 = "540"`, `24 = "48"`, `36 = "750"`, `36 = "72"`),
		want: "warning dimension.agents.contract.12"},
	{rule: "CON-4", kind: breaks, product: but(contract, `12 = "290"`, `12 = "29"`, `24 = "540"`, `24 = "58"`, `36 = "750"`, `36 = "87"`),
		want: "warning dimension.agents.contract.12"},
	{rule: "CON-4", kind: keeps, product: contract},
	{rule: "CON-4", kind: breaks, product: contract, scenario: contractOffer + "dimension.agents.contract = 29", want: "warning offer.dimension.agents.contract"},

	{rule: "CON-5", kind: breaks, product: "choose_one = true\n" + contract, scenario: but(agents, "agents = 10", "devices = 0") + "contract.months = 12", want: "error contract.quantity"},
	{rule: "CON-5", kind: breaks, product: "choose_one = true\n" + contract, scenario: "start = 2026-10-01\ncontract.months = 12", want: "error contract.quantity"},
	{rule: "CON-5", kind: keeps, product: "choose_one = true\n" + contract, scenario: "start = 2026-10-01"},
	{rule: "CON-5", kind: breaks, product: "choose_one = true\n" + contract, scenario: agents + "contract.months = 12", want: "error contract.quantity.agents"},
	{rule: "CON-5", kind: breaks, product: "choose_one = true\n" + contract, scenario: but(agents, "agents = 10", "agents = 1, devices = 1") + "contract.months = 12",
		want: "error contract.quantity.devices"},
	{rule: "CON-5", kind: edge, product: "choose_one = true\n" + contract, scenario: but(agents, "agents = 10", "agents = 1, devices = 0") + "contract.months = 12"},
	{rule: "CON-5", kind: keeps, product: contract, scenario: agents + "contract.months = 12"},
	{rule: "CON-5", kind: edge, product: "choose_one = true\n" + metered, want: "warning choose_one"},

	{rule: "CON-6", kind: breaks, product: contract + "[dimension.seats]\nper = \"hour\"\n", want: "error dimension.seats"},
	{rule: "CON-6", kind: keeps, product: consumption + "[dimension.seats]\nper = \"hour\"\nusage = \"0.1\"\n"},
	{rule: "CON-6", kind: breaks, product: but(contract, `24 = "58", `, ""), want: "error dimension.devices.contract"},
	{rule: "CON-6", kind: breaks, product: contract + "[dimension.sites]\nper = \"hour\"\ncontract = { 12 = 1, 24 = 2, 36 = 3 }\n", want: "error dimension.sites.contract"},
	{rule: "CON-6", kind: edge, product: consumption + "[dimension.calls]\nper = \"hour\"\nusage = \"0.1\"\n"},
	{rule: "CON-6", kind: keeps, product: contract},
	{rule: "CON-6", kind: breaks, product: but(contract, `, 24 = "540"`, "", `24 = "58", `, ""),
		scenario: agents + "contract.months = 12\n[[price_change]]\nannounced = 2027-03-16\n[price_change.dimension.agents]\ncontract = { 24 = 540 }",
		want:     "error price_change.0.dimension.agents.contract.24"},

	{rule: "CON-7", kind: breaks, product: but(contract, `"29"`, `"29.0001"`), want: "error dimension.agents.contract.1"},
	{rule: "CON-7", kind: edge, product: but(contract, `"29"`, `"29.125000"`)},
	{rule: "CON-7", kind: edge, product: but(ami, `"1260"`, `"1260.0001"`), want: `warning instance."m5.large".annual`},
	{rule: "CON-7", kind: keeps, product: contract},

	{rule: "CON-8", kind: breaks, product: contract + "[dimension." + strings.Repeat("d", 101) + "]\nper = \"hour\"\nusage = 1\n", want: "error dimension." + strings.Repeat("d", 101)},
	{rule: "CON-8", kind: edge, product: contract + "[dimension." + strings.Repeat("d", 100) + "]\ntitle = \"Seats\"\nper = \"hour\"\nusage = 1\n", want: "note dimension." + strings.Repeat("d", 100)},
	{rule: "CON-8", kind: edge, product: contract + "[dimension.sites]\ntitle = \"" + strings.Repeat("t", 25) + "\"\nper = \"hour\"\nusage = 1\n", want: "warning dimension.sites.title"},
	{rule: "CON-8", kind: keeps, product: contract + "[dimension.sites]\ntitle = \"" + strings.Repeat("é", 24) + "\"\nper = \"hour\"\nusage = 1\n"},

	{rule: "CON-9", kind: breaks, product: but(consumption, `["contract", "usage"]`, `["contract"]`, `contract = { 1 = "30", 12 = "300", 24 = "560", 36 = "790" }`, "",
		`contract = { 1 = "5", 12 = "50", 24 = "90", 36 = "120" }`, ""), want: "error models"},
	{rule: "CON-9", kind: edge, product: metered + "[dimension.sites]\nper = \"hour\"\nusage = \"0.1\"\ncontract = { 12 = 1 }\n", want: "warning dimension.sites.contract"},
	{rule: "CON-9", kind: keeps, product: contract},
	{rule: "CON-9", kind: breaks, product: but(contract, `24 = "540", `, "", `24 = "58", `, ""), scenario: agents + "contract.months = 24", want: "error contract.quantity.agents"},

	{rule: "CON-11", kind: breaks, product: contract, scenario: contractOffer, settings: `settings.concurrent_agreements = "one"`, want: "note offer"},
	{rule: "CON-11", kind: breaks, product: contract, scenario: but(contractOffer, "2026-10-01", "2026-02-25"), want: "note offer"},
	{rule: "CON-11", kind: edge, product: contract, scenario: but(contractOffer, "2026-10-01", "2026-02-26")},
	{rule: "CON-11", kind: keeps, product: contract, scenario: contractOffer},
	{rule: "CON-11", kind: edge, product: but(contract, "2024-01-01", "2026-06-01"), want: "note launched"},

	{rule: "CCP-3", kind: breaks, product: but(contract, `["contract"]`, `["contract", "usage"]`), want: "error models"},
	{rule: "CCP-3", kind: edge, product: but(consumption, `usage = "0.07"`, "")},
	{rule: "CCP-3", kind: keeps, product: consumption},
	{rule: "CCP-3", kind: edge, product: but(consumption, `["contract", "usage"]`, `["contract"]`), want: "warning dimension.hosts.usage, warning dimension.gb.usage"},

	{rule: "CCP-6", kind: breaks, product: consumption, scenario: but(contractOffer, "agents", "hosts"), want: "note offer"},
	{rule: "CCP-6", kind: edge, product: contract, scenario: contractOffer},
	{rule: "CCP-6", kind: keeps, product: consumption, scenario: but(agents, "agents", "hosts") + "contract.months = 12"},
}
