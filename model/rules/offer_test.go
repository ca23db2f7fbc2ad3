package rules_test

import "strings"

// future is a contract that starts later than it is accepted.
const future = `accepted = 2026-10-01
start = 2026-12-01
contract.quantity = { agents = 10 }
[offer]
months = 12
expires = 2026-10-15
`

// hourlyContainer is the gateway as a container.
var hourlyContainer = but(hourlyOnly, `"ami"`, `"container"`)

var offerExamples = []example{
	{rule: "PRV-2", kind: breaks, product: ami, scenario: but(offer, "[offer]", "[offer]\naccounts = 27"), want: "error offer.accounts"},
	{rule: "PRV-2", kind: edge, product: ami, scenario: but(offer, "[offer]", "[offer]\naccounts = 26"), want: "warning offer.accounts"},
	{rule: "PRV-2", kind: edge, product: ami, scenario: but(offer, "[offer]", "[offer]\naccounts = 25"), want: "warning offer.accounts"},
	{rule: "PRV-2", kind: edge, product: ami, scenario: but(offer, "[offer]", "[offer]\naccounts = 24")},
	{rule: "PRV-2", kind: keeps, product: ami, scenario: offer},

	{rule: "PRV-3", kind: breaks, product: hourlyContainer, scenario: but(offer, "months = 36", "days = 1096", "annual = 4", ""), want: "error offer.days"},
	{rule: "PRV-3", kind: breaks, product: hourlyContainer, scenario: but(offer, "months = 36", "months = 37", "annual = 4", ""), want: "error offer.months"},
	{rule: "PRV-3", kind: edge, product: hourlyContainer, scenario: but(offer, "months = 36", "days = 1095", "annual = 4", "")},
	{rule: "PRV-3", kind: keeps, product: hourlyContainer, scenario: but(offer, "annual = 4", "")},

	{rule: "PRV-5", kind: breaks, product: ami, scenario: but(offer, "2026-10-15", "2026-09-30"), want: "error offer.expires"},
	{rule: "PRV-5", kind: breaks, product: contract, scenario: but(future, "2026-10-15", "2026-09-30"), want: "error offer.expires"},
	{rule: "PRV-5", kind: edge, product: ami, scenario: but(offer, "2026-10-15", "2026-10-01")},
	{rule: "PRV-5", kind: keeps, product: ami, scenario: offer},

	{rule: "PRV-7", kind: breaks, product: but(ami, "2024-01-01", "2026-10-02"), scenario: offer, want: "error accepted"},
	{rule: "PRV-7", kind: edge, product: but(ami, "2024-01-01", "2026-10-01"), scenario: offer},
	{rule: "PRV-7", kind: edge, product: ami, scenario: "title = \"" + strings.Repeat("t", 151) + "\"\n" + offer, want: "warning title"},
	{rule: "PRV-7", kind: edge, product: ami, scenario: "about = \"" + strings.Repeat("t", 256) + "\"\n" + offer, want: "warning about"},
	{rule: "PRV-7", kind: keeps, product: ami, scenario: "title = \"" + strings.Repeat("é", 150) + "\"\nabout = \"" + strings.Repeat("é", 255) + "\"\n" + offer},
	{rule: "PRV-7", kind: breaks, product: but(ami, "2024-01-01", "2026-10-02"), scenario: running, want: "warning accepted"},
	{rule: "PRV-7", kind: keeps, product: but(ami, "2024-01-01", "2026-10-01"), scenario: running},

	{rule: "PRV-8", kind: breaks, product: but(container, `["contract", "usage"]`, `["usage", "contract"]`), scenario: but(contractOffer, "agents", "hosts"), want: "note offer.expires"},
	{rule: "PRV-8", kind: edge, product: container, scenario: but(contractOffer, "agents", "hosts", "2026-10-15", "2026-10-01")},
	{rule: "PRV-8", kind: keeps, product: contract, scenario: contractOffer},

	{rule: "PRV-10", kind: breaks, product: ami, scenario: running + "[seller]\nrenewal = true", want: "warning seller.renewal"},
	{rule: "PRV-10", kind: edge, product: ami, scenario: running + "[seller]\nrenewal = false"},
	{rule: "PRV-10", kind: keeps, product: ami, scenario: offer + "[seller]\nrenewal = true"},

	{rule: "FDA-2", kind: breaks, product: ami, scenario: "accepted = 2026-09-30\n" + running, want: "error start"},
	{rule: "FDA-2", kind: breaks, product: contract, scenario: "accepted = 2026-09-30\n" + agents + "contract.months = 12", want: "error start"},
	{rule: "FDA-2", kind: breaks, product: metered, scenario: "accepted = 2026-09-30\nstart = 2026-12-01\nusage.seats.level = 5\noffer.months = 12\n", want: "error start"},
	{rule: "FDA-2", kind: edge, product: contract, scenario: but(future, "start = 2026-12-01", "start = 2026-10-16")},
	{rule: "FDA-2", kind: keeps, product: ami, scenario: running},

	{rule: "FDA-5", kind: breaks, product: contract, scenario: but(future, "2026-12-01", "2029-10-02"), want: "error start"},
	{rule: "FDA-5", kind: edge, product: contract, scenario: but(future, "2026-12-01", "2029-10-01")},
	{rule: "FDA-5", kind: keeps, product: contract, scenario: future},

	{rule: "FDA-6", kind: breaks, product: contract, scenario: but(future, "2026-10-15", "2026-12-01"), want: "error start"},
	{rule: "FDA-6", kind: edge, product: contract, scenario: but(future, "2026-10-15", "2026-11-30")},
	{rule: "FDA-6", kind: keeps, product: contract, scenario: future},
	{rule: "FDA-6", kind: keeps, product: contract, scenario: contractOffer},

	{rule: "FDA-8", kind: breaks, product: contract, scenario: future, want: "note start"},
	{rule: "FDA-8", kind: edge, product: contract, scenario: but(future, "start = 2026-12-01", "start = 2026-10-16"), want: "note start"},
	{rule: "FDA-8", kind: keeps, product: contract, scenario: contractOffer},
}

// paid is an offer of 24 months for 5,400 with its payments.
const paid = `start = 2026-10-01
contract.quantity = { agents = 10 }
[offer]
months = 24
expires = 2026-10-15
[[offer.installment]]
date = 2026-10-01
amount = 2700
[[offer.installment]]
date = 2027-10-01
amount = 2700
`

// scheduled is the same with generated payments.
const scheduled = `start = 2026-10-01
contract.quantity = { agents = 10 }
[offer]
months = 24
expires = 2026-10-15
[offer.schedule]
every = "quarter"
count = 8
first = 2026-10-01
`

// long is an offer of 60 months with so many payments.
func long(count string) string {
	return but(scheduled, "months = 24", "months = 60\ndimension.agents.contract = 1000", `"quarter"`, `"month"`, "count = 8", "count = "+count, "first = 2026-10-01", "first = 2026-09-30")
}

var paymentExamples = []example{
	{rule: "PAY-1", kind: breaks, product: contract, scenario: long("61"), want: "error offer.schedule.count"},
	{rule: "PAY-1", kind: edge, product: contract, scenario: long("60")},
	{rule: "PAY-1", kind: keeps, product: contract, scenario: paid},
	{rule: "PAY-1", kind: breaks, product: contract, scenario: paid, settings: "[rule.PAY-1]\npayments_max = 1", want: "error offer.installment.1.date"},

	{rule: "PAY-2", kind: breaks, product: contract, scenario: but(paid, "amount = 2700", `amount = "2699.99"`), want: "error offer.installment"},
	{rule: "PAY-2", kind: edge, product: contract, scenario: but(paid, "amount = 2700", `amount = "2699.99"`, "amount = 2700\n", "amount = \"2700.01\"\n")},
	{rule: "PAY-2", kind: keeps, product: contract, scenario: paid},
	{rule: "PAY-2", kind: breaks, product: contract, scenario: scheduled + "initial = 5401", want: "error offer.schedule.initial"},
	{rule: "PAY-2", kind: keeps, product: contract, scenario: scheduled + "initial = 5399"},

	{rule: "PAY-3", kind: breaks, product: contract, scenario: but(paid, "date = 2026-10-01", "date = 2026-09-30"), want: "note offer.installment.0.date"},
	{rule: "PAY-3", kind: edge, product: contract, scenario: paid},
	{rule: "PAY-3", kind: keeps, product: contract, scenario: scheduled},

	{rule: "PAY-4", kind: breaks, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2026-10-15"), want: "error offer.installment.1.date"},
	{rule: "PAY-4", kind: edge, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2026-10-16")},
	{rule: "PAY-4", kind: keeps, product: contract, scenario: paid},
	{rule: "PAY-4", kind: breaks, product: contract, scenario: but(scheduled, "2026-10-15", "2027-01-01"), want: "error offer.schedule.count"},
	{rule: "PAY-4", kind: edge, product: contract, scenario: but(scheduled, "2026-10-15", "2026-12-31")},

	{rule: "PAY-5", kind: breaks, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2028-10-01"), want: "error offer.installment.1.date"},
	{rule: "PAY-5", kind: edge, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2028-09-30"), want: "warning offer.installment.1.date"},
	{rule: "PAY-5", kind: breaks, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2028-09-30"), settings: "settings.strict = true", want: "error offer.installment.1.date"},
	{rule: "PAY-5", kind: edge, product: contract, scenario: but(paid, "date = 2027-10-01", "date = 2028-09-29")},
	{rule: "PAY-5", kind: keeps, product: contract, scenario: scheduled},
	{rule: "PAY-5", kind: breaks, product: contract, scenario: but(scheduled, "count = 8", "count = 9"), want: "error offer.schedule.count"},

	{rule: "PAY-6", kind: breaks, product: contract, scenario: but(paid, "amount = 2700", `amount = "2699.995"`, "amount = 2700\n", "amount = \"2700.005\"\n"),
		want: "error offer.installment.0.amount, error offer.installment.1.amount"},
	{rule: "PAY-6", kind: breaks, product: contract, scenario: but(paid, "amount = 2700", `amount = "-1"`, "amount = 2700\n", "amount = 5401\n"), want: "error offer.installment.0.amount"},
	{rule: "PAY-6", kind: breaks, product: contract, scenario: but(paid, "date = 2027-10-01\namount = 2700", "date = 2027-10-01\namount = 700") + "[[offer.installment]]\ndate = 2027-10-01\namount = 2000\n",
		want: "error offer.installment.2.date"},
	{rule: "PAY-6", kind: breaks, product: contract, scenario: scheduled + `initial = "100.001"`, want: "error offer.schedule.initial"},
	{rule: "PAY-6", kind: edge, product: contract, scenario: but(paid, "amount = 2700", `amount = "5400.000"`, "amount = 2700\n", "amount = 0\n")},
	{rule: "PAY-6", kind: keeps, product: contract, scenario: paid},

	{rule: "PAY-10", kind: breaks, product: hourlyOnly, scenario: "start = 2026-10-01\n[offer]\nmonths = 12\n[offer.schedule]\nevery = \"year\"\ncount = 1\nfirst = 2026-10-01", want: "error offer.schedule"},
	{rule: "PAY-10", kind: edge, product: but(contract, `"saas"`, `"data"`), scenario: paid, want: "warning offer.installment.0"},
	{rule: "PAY-10", kind: edge, product: but(contract, `"saas"`, `"services"`), scenario: paid},
	{rule: "PAY-10", kind: keeps, product: contract, scenario: paid},

	{rule: "PAY-12", kind: breaks, product: contract, scenario: paid + "[seller]\nreseller = \"8%\"", want: "warning offer.installment.0"},
	{rule: "PAY-12", kind: edge, product: contract, scenario: paid + "[seller]\nreseller = \"0%\""},
	{rule: "PAY-12", kind: keeps, product: contract, scenario: contractOffer + "[seller]\nreseller = \"8%\""},
}
