package whatif

import (
	"strconv"
	"strings"

	"termsheet/model/deal"
)

// spoken is a path in words: the type or dimension first, a price told from a
// quantity.
func spoken(p deal.Path) string {
	switch {
	case p[0] == "instance" || p[0] == "usage":
		return strings.Join(p[1:], " ")
	case len(p) == 3 && p[0] == "contract":
		return p[2] + " committed"
	case p[0] == "price_change" && len(p) > 2:
		return price(p[2:]) + " (change " + ordinal(p[1]) + ")"
	case p[0] == "offer" && len(p) > 3:
		return price(p[1:]) + " rate"
	case len(p) == 2 && p[1] == "discount":
		return p[1]
	}
	return strings.Join(p, " ")
}

// price names a rate in a partial set of rates.
func price(p deal.Path) string {
	if len(p) > 2 {
		p = p[1:]
	}
	return strings.Join(p, " ")
}

// ordinal counts from one, as people do.
func ordinal(at string) string {
	n, err := strconv.Atoi(at)
	if err != nil {
		return at
	}
	return strconv.Itoa(n + 1)
}

// told is an axis as people name it, and as it can be typed: the input in words,
// then its range. What does not read is left as it was typed.
func told(axis string) string {
	name, bounds, ok := strings.Cut(axis, "=")
	path, err := deal.ParsePath(name)
	if !ok || err != nil {
		return axis
	}
	return spoken(path) + " " + bounds
}
