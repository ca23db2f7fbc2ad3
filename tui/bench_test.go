package tui_test

import (
	"testing"

	"termsheet/tui/play"
)

// benchSizes are the screens that are measured.
var benchSizes = map[string][2]int{"120x40": {120, 40}, "200x60": {200, 60}}

// BenchmarkView draws a screen of which nothing has changed, and one whose
// cursor has moved: a frame without pricing.
func BenchmarkView(b *testing.B) {
	for name, size := range benchSizes {
		b.Run("still "+name, func(b *testing.B) {
			s := stage(b, open(b, "covered-baseline"), size[0], size[1])
			for b.Loop() {
				s.Screen()
			}
		})
		b.Run("cursor "+name, func(b *testing.B) {
			s := stage(b, open(b, "covered-baseline"), size[0], size[1])
			keys, _ := play.Keys("down up")
			for b.Loop() {
				for _, k := range keys {
					s.App().Update(k)
					s.Screen()
				}
			}
		})
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
