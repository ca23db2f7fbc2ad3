package seeds

import _ "embed"

// Rulebook is rulebook.toml: every rule of the market with its numbers.
//
//go:embed rulebook.toml
var Rulebook []byte
