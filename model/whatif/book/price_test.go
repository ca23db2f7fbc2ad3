package book

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif/internal/draw"
)

// drawn is a book of any product with any price changes.
func drawn(t *rapid.T) *Book {
	p := draw.Product(t)
	s := &deal.Scenario{Product: p, Changes: draw.Changes(t, p),
		Hours: rapid.SampledFrom([]deal.Hours{{}, {Fixed: 720}, {Calendar: true}}).Draw(t, "hours")}
	b, err := New(s, draw.Conventions(t), rapid.IntRange(1, 26).Draw(t, "window"))
	if err != nil {
		return nil
	}
	return b
}

// agreement draws the fields of a row.
func agreement(t *rapid.T, b *Book) (f [columnCount][]byte) {
	var keys []string
	for name := range b.keys {
		keys = append(keys, name)
	}
	slices.Sort(keys)
	k := b.keys[rapid.SampledFrom(keys).Draw(t, "key")]
	numbers := rapid.SampledFrom([]string{"", "0", "1", "3", "8", "10", "12", "40", "2.5", "0.001", "1000000", "4000.5", "0.12345678", "99999999999", "123456789012345"})
	began := b.from + calendar.Day(rapid.IntRange(-900, 800).Draw(t, "start"))
	f[account], f[keyColumn] = []byte("a"), []byte(k.name)
	f[start] = []byte(began.String())
	f[accepted] = []byte((began - calendar.Day(rapid.SampledFrom([]int{0, 0, 1, 100}).Draw(t, "ahead"))).String())
	f[renew] = []byte(rapid.SampledFrom([]string{"auto", "none"}).Draw(t, "renew"))
	bought, needed := []byte(numbers.Draw(t, "bought")), []byte(numbers.Draw(t, "need"))
	if k.instance {
		f[months], f[annual], f[running] = []byte("12"), bought, needed
	} else {
		f[months], f[commit], f[level] = []byte(rapid.SampledFrom([]string{"1", "12", "24"}).Draw(t, "months")), bought, needed
	}
	return f
}

// TestSameCents holds rows in integers against the public scenarios they stand
// for, month by month.
func TestSameCents(t *testing.T) {
	rows, whole := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		b := drawn(t)
		if b == nil || len(b.keys) == 0 {
			return
		}
		for range 4 {
			fields := agreement(t, b)
			var r row
			if err := b.parse(&fields, &r); err != nil {
				t.Fatalf("%s: %v", fields, err)
			}
			got := priced{make([]int64, len(b.months)), make([]int64, len(b.months))}
			want := priced{make([]int64, len(b.months)), make([]int64, len(b.months))}
			rows++
			if !b.price(&r, &got) {
				continue
			}
			whole++
			if err := b.reference(&r, &want); err != nil {
				if strings.Contains(err.Error(), money.ErrTooLarge.Error()) { // of the infrastructure, which is no part of a book
					continue
				}
				t.Fatalf("%s is priced, but the decimals say %v", fields, err)
			}
			if !slices.Equal(got.before, want.before) || !slices.Equal(got.after, want.after) {
				t.Fatalf("%s:\ngot  %v\nthen %v\nwant %v\nthen %v", fields, got.before, got.after, want.before, want.after)
			}
		}
	})
	if whole*2 < rows {
		t.Errorf("only %d of %d rows were priced in integers", whole, rows)
	}
}
