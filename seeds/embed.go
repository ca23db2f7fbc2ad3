// Package seeds holds the data that termsheet comes with: the catalogue of
// products and the rulebook.
package seeds

import "embed"

// FS holds products/*.toml.
//
//go:embed products/*.toml
var FS embed.FS
