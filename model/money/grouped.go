package money

import (
	"fmt"
	"strings"
)

// GroupError says that a comma of a written number parts no thousands, and what
// was probably meant.
type GroupError struct{ Text, Instead string }

// Error names the text and what to write instead.
func (e *GroupError) Error() string {
	return fmt.Sprintf("%q has a comma that parts no thousands; write %s", e.Text, e.Instead)
}

// Ungrouped takes the commas between the thousands of a written number away, which
// Group puts there. One that stands elsewhere is a *GroupError: 3,5 may be 3.5, and
// 4,5,6 a list.
func Ungrouped(s string) (string, error) {
	bare := strings.ReplaceAll(s, ",", "")
	if len(bare) == len(s) || Group(bare) == s && !strings.HasPrefix(s, "0") {
		return bare, nil
	}
	e := &GroupError{s, bare}
	whole, fraction, _ := strings.Cut(s, ",")
	switch point := strings.ReplaceAll(whole, ".", "") + "." + fraction; {
	case whole == "" || fraction == "" || strings.ContainsAny(fraction, ",."):
	case whole == "0" || strings.Contains(whole, "."):
		e.Instead = point
	default:
		e.Instead = point + " or " + bare
	}
	return "", e
}

// ParseGrouped is ParseAmount with commas between thousands, or without; a comma
// elsewhere is a *GroupError.
func ParseGrouped(s string) (Amount, error) {
	bare, err := Ungrouped(s)
	if err != nil {
		return 0, err
	}
	return ParseAmount(bare)
}
