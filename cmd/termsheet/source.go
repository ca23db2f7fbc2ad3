package main

import (
	"termsheet/model/rules"
	"termsheet/scenarios"
)

// open reads the scenario that is named first, or the first built-in one.
func open(args []string) (*scenarios.Document, error) {
	if len(args) == 0 {
		return scenarios.Open(scenarios.Builtins()[0].Name)
	}
	return scenarios.Open(args[0])
}

// book is the rulebook with the user's own laid over it.
func (p *program) book() (*rules.Rulebook, error) { return scenarios.Rulebook(p.rulebook) }

// read opens the scenario and the rulebook.
func (p *program) read(args []string) (*scenarios.Document, *rules.Rulebook, error) {
	doc, err := open(args)
	if err != nil {
		return nil, nil, err
	}
	book, err := p.book()
	return doc, book, err
}
