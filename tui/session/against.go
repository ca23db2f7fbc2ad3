package session

import (
	"errors"
	"slices"

	"termsheet/scenarios"
)

// Against is why an edit of the scenario itself was refused: a variant, which is
// laid over it, does not read with that.
type Against struct {
	Variant string
	Err     error
}

// Error is what is wrong in the variant.
func (e *Against) Error() string { return e.Err.Error() }

// Unwrap is what is wrong in the variant.
func (e *Against) Unwrap() error { return e.Err }

var errUnseen = errors.New("the rest of the file does not read with that; outside presenter view it is told why")

// against finds the variant that a refused edit of the scenario itself fails by:
// the one without which the file would read. A hidden one is not named while a
// buyer looks on.
func (s *Session) against(err error, edits []scenarios.Edit) error {
	if slices.ContainsFunc(edits, func(e scenarios.Edit) bool { return e.Variant != "" }) {
		return err
	}
	doc := s.now.doc
	for list := doc.Scenarios(); len(list) > 1; list = list[:len(list)-1] {
		name := list[len(list)-1].Variant
		next, wrong := doc.RemoveVariant(name)
		if wrong != nil {
			return err
		}
		if _, still := next.Apply(edits...); still == nil {
			if s.presenting && s.hidden[name] {
				return errUnseen
			}
			return &Against{name, err}
		}
		doc = next
	}
	return err
}
