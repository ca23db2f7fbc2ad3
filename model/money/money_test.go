package money

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestProduct(t *testing.T) {
	for _, c := range []struct {
		units      string
		times, per int64
		rate, want string
	}{
		{"2", 730, 1, "0.24", "350.40"},
		{"1", 1, 1, "0.005", "0.01"},          // a tie goes away from zero
		{"-1", 1, 1, "0.005", "-0.01"},        // on both sides
		{"1", 1, 3, "0.01", "0.00"},           // a third of a cent
		{"2", 1, 3, "0.01", "0.01"},           // two thirds
		{"1", 730 * 17, 31, "0.24", "96.08"},  // 96.0774...
		{"1", 1, 1, "0.0049999999", "0.00"},   // just below a tie
		{"4000.5", 1, 1, "0.0000125", "0.05"}, // 0.05000625
		{"3", 1, 7, "0.035", "0.02"},          // 0.015 exactly
		{"9007199254740993", 1, 1, "1", "9007199254740993.00"},
		{"123456789.123456789123456789", 1, 1, "1", "123456789.12"},
	} {
		got, err := Product(d(c.units), c.times, c.per, d(c.rate))
		if err != nil || got.String() != c.want {
			t.Errorf("%s x %d / %d x %s = %s (%v), want %s", c.units, c.times, c.per, c.rate, got, err, c.want)
		}
	}
	if _, err := Product(d("1e15"), 1000, 1, d("1e6")); err == nil {
		t.Error("a sum beyond an Amount is not refused")
	}
}

// TestProductExact holds Product against fractions: half away from zero, once.
func TestProductExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := decimal.New(rapid.Int64Range(-1e17, 1e17).Draw(t, "units"), rapid.Int32Range(-20, 3).Draw(t, "scale"))
		rate := decimal.New(rapid.Int64Range(0, 1e10).Draw(t, "rate"), rapid.Int32Range(-12, 0).Draw(t, "rate scale"))
		times, per := rapid.Int64Range(0, 1e6).Draw(t, "times"), rapid.Int64Range(1, 1e6).Draw(t, "per")
		want := new(big.Rat).Mul(units.Rat(), rate.Rat())
		want.Mul(want, big.NewRat(times*100, per))
		double := want.Mul(want.Abs(want), big.NewRat(2, 1))
		cents := new(big.Int).Div(new(big.Int).Add(double.Num(), double.Denom()), new(big.Int).Mul(big.NewInt(2), double.Denom()))
		if units.IsNegative() {
			cents.Neg(cents)
		}
		got, err := Product(units, times, per, rate)
		if !cents.IsInt64() {
			if err == nil {
				t.Fatalf("%s is beyond an Amount and was not refused", cents)
			}
			return
		}
		if err != nil || int64(got) != cents.Int64() {
			t.Fatalf("got %d (%v), want %s", got, err, cents)
		}
	})
}

func TestSplitAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole, n := Amount(rapid.Int64Range(0, 1e14).Draw(t, "whole")), rapid.IntRange(1, 60).Draw(t, "n")
		parts := whole.Split(n)
		sum, err := Sum(parts...)
		if err != nil || sum != whole {
			t.Fatalf("%d parts of %s add up to %s", n, whole, sum)
		}
		if n > 1 && (parts[0] != parts[n-2] || parts[n-1] < parts[0]) {
			t.Fatalf("what is left over of %s is not on the last: %v", whole, parts)
		}
	})
}

func TestSumOverflow(t *testing.T) {
	if _, err := Sum(1<<62, 1<<62); err == nil {
		t.Error("overflow is not reported")
	}
	if _, err := Sum(-1<<62, -1<<62, -1<<62); err == nil {
		t.Error("overflow below is not reported")
	}
}

func TestWriting(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Amount(-123456789).Grouped(), "-1,234,567.89"},
		{Amount(5).String(), "0.05"},
		{Group("999"), "999"},
		{Group("1000.5"), "1,000.5"},
		{Scaled(d("0.20")), "0.20"},
		{Scaled(d("1260")), "1260"},
		{Trimmed(d("0.21000"), 2).StringFixed(2), "0.21"},
		{Scaled(Trimmed(d("0.21700"), 2)), "0.217"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestParseAmount(t *testing.T) {
	for in, want := range map[string]string{"5000": "5000.00", "0.5": "0.50", "1.20": "1.20"} {
		if got, err := ParseAmount(in); err != nil || got.String() != want {
			t.Errorf("%s: got %s (%v), want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "1.005", "ten", "1e30"} {
		if got, err := ParseAmount(in); err == nil {
			t.Errorf("%q is read as %s", in, got)
		}
	}
}

// TestWritten holds amounts as they are written against decimals.
func TestWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Amount(rapid.Int64().Draw(t, "cents"))
		if rapid.Bool().Draw(t, "few") {
			a %= 100_000
		}
		if want := a.Decimal().StringFixed(2); a.String() != want || a.Grouped() != Group(want) {
			t.Fatalf("%d is %s and %s, want %s", int64(a), a, a.Grouped(), want)
		}
		if want := a.Decimal().Round(0).IntPart(); a.Dollars() != want {
			t.Fatalf("%s is %d in dollars, want %d", a, a.Dollars(), want)
		}
	})
}

// TestShort holds decimals as they are written against the decimals' own words.
func TestShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := decimal.New(rapid.Int64().Draw(t, "coefficient")/rapid.SampledFrom([]int64{1, 1e6, 1e15}).Draw(t, "shorter"), rapid.Int32Range(-22, 3).Draw(t, "exponent"))
		if rapid.Bool().Draw(t, "round") {
			n = n.Mul(decimal.New(1, rapid.Int32Range(0, 9).Draw(t, "zeros")))
		}
		if Plain(n) != n.String() || Scaled(n) != n.StringFixed(max(-n.Exponent(), 0)) {
			t.Fatalf("%s is %s and %s", n, Plain(n), Scaled(n))
		}
	})
}
