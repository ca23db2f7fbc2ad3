package check

import (
	"io"
	"os"
	"path/filepath"

	"termsheet/model/report"
	"termsheet/model/rules"
	"termsheet/scenarios"
	"termsheet/scenarios/syntax"
)

// File checks a scenario or a product, told apart by their keys: "-" is
// standard input, otherwise a path, otherwise the name of a built-in scenario.
func File(ref string, book *rules.Rulebook) ([]report.Finding, error) {
	name, dir := ref, filepath.Dir(ref)
	if ref == "-" {
		name, dir = "standard input", "."
	}
	text, err := read(ref)
	switch {
	case err != nil: // a built-in, or Open says why it cannot be read
		return scenario(scenarios.Open(ref))(book)
	case isProduct(text):
		p, err := scenarios.ReadProduct(name, text)
		if err != nil {
			return nil, err
		}
		return Product(p, book), nil
	}
	return scenario(scenarios.Read(name, text, dir))(book)
}

func scenario(d *scenarios.Document, err error) func(*rules.Rulebook) ([]report.Finding, error) {
	return func(book *rules.Rulebook) ([]report.Finding, error) {
		if err != nil {
			return nil, err
		}
		return Scenario(d, book, true), nil
	}
}

// read takes one byte more than a file may have at most, so that reading it
// tells.
func read(ref string) ([]byte, error) {
	file := os.Stdin
	if ref != "-" {
		var err error
		if file, err = os.Open(ref); err != nil {
			return nil, err
		}
		defer file.Close()
	}
	return io.ReadAll(io.LimitReader(file, syntax.MaxBytes+1))
}

// isProduct tells a product by its models; a scenario names a product instead.
func isProduct(text []byte) bool {
	tree, _ := syntax.Parse(text)
	return tree != nil && tree.Root.Field("models") != nil && tree.Root.Field("product") == nil
}
