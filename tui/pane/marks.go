package pane

import (
	"termsheet/model/rules"
	"termsheet/tui/theme"
)

// Spot is a field on the screen: a value of an instance type or a dimension, or
// a term of the deal, which has no key.
type Spot struct{ Key, Field string }

// The fields that can be marked.
const (
	FieldAnnual   = "annual"
	FieldRunning  = "running"
	FieldQuantity = "quantity"
	FieldInUse    = "use"
	FieldGrowth   = "growth"
	FieldTerm     = "term"
	FieldHorizon  = "horizon"
	FieldRenew    = "renew"
	FieldStart    = "start"
	FieldAccepted = "accepted"
	FieldDiscount = "discount"
	FieldHours    = "hours"
	FieldTrial    = "trial"
)

// Marks are the fields that something was found about, each with the gravest.
type Marks map[Spot]rules.Severity

// Flag is the sign of a mark; the zero one is none.
type Flag struct {
	Glyph string
	Style theme.Style
}

// Flag is the sign of a field's mark, or none.
func (c Context) Flag(key, field string) Flag {
	severity, marked := c.Marks[Spot{key, field}]
	if !marked {
		return Flag{}
	}
	return FlagOf(c.Theme, severity)
}

// FlagOf is the sign of a finding, told apart by shape as well as colour.
func FlagOf(th *theme.Theme, s rules.Severity) Flag {
	return map[rules.Severity]Flag{
		rules.Error:   {th.Glyphs.Error, th.Bad},
		rules.Warning: {th.Glyphs.Warning, th.Warn},
		rules.Note:    {th.Glyphs.Note, th.Accent},
	}[s]
}
