package tui_test

import (
	"testing"

	"termsheet/tui/play"
)

// benchSizes are the screens that are measured.
var benchSizes = map[string][2]int{"120x40": {120, 40}, "200x60": {200, 60}}

// BenchmarkView is a frame without pricing: a screen of which nothing has
// changed, one whose cursor has moved, and one whose deal is another. Only the
// view is timed and its allocations counted, not the key before it.
func BenchmarkView(b *testing.B) {
	for name, size := range benchSizes {
		b.Run("still "+name, func(b *testing.B) { benchView(b, "", size[0], size[1]) })
		for _, of := range frameKeys {
			b.Run(of.name+" "+name, func(b *testing.B) { benchView(b, of.keys, size[0], size[1]) })
		}
	}
}

func benchView(b *testing.B, words string, w, h int) {
	s := stage(b, open(b, "covered-baseline"), w, h)
	keys, err := play.Keys(words)
	if err != nil {
		b.Fatal(err)
	}
	s.Screen()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if len(keys) > 0 {
			b.StopTimer()
			s.App().Update(keys[n%len(keys)])
			b.StartTimer()
		}
		s.Screen()
	}
}

// BenchmarkKey is a key that changes the deal: the edit of the file, the price
// of every variant and the new screen.
func BenchmarkKey(b *testing.B) {
	for name, size := range benchSizes {
		b.Run(name, func(b *testing.B) {
			s := stage(b, open(b, "covered-baseline"), size[0], size[1])
			keys, _ := play.Keys("+ -")
			for b.Loop() {
				for _, k := range keys {
					s.App().Update(k)
					s.Screen()
				}
			}
		})
	}
}

// BenchmarkHostileKey is the same key in the largest deal that has to be borne.
func BenchmarkHostileKey(b *testing.B) {
	s := stage(b, hostile(b), 120, 40)
	keys, _ := play.Keys("+ -")
	for b.Loop() {
		for _, k := range keys {
			s.App().Update(k)
			s.Screen()
		}
	}
}
