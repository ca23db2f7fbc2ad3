package chart

import (
	"testing"

	"termsheet/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

func TestCoverage(t *testing.T) {
	th := themed(t, "dark")
	ascii := th.WithASCII()
	for _, c := range []struct {
		name          string
		v             Coverage
		w             int
		want, inASCII string
	}{
		{"two uncovered", Coverage{Covered: 8, Uncovered: 2}, 10, "████████▒▒", "########=="},
		{"all three", Coverage{Covered: 2, Uncovered: 1, Idle: 1}, 8, "████▒▒░░", "####==.."},
		{"none covered", Coverage{Uncovered: 2}, 6, "▒▒▒▒▒▒", "======"},
		{"nothing", Coverage{}, 6, "      ", "      "},
		{"a small part shows", Coverage{Covered: 1, Uncovered: 999, Idle: 1}, 10, "█▒▒▒▒▒▒▒▒░", "#========."},
		{"against a longer row", Coverage{Covered: 2, Uncovered: 1, Full: 12}, 12, "██▒         ", "##=         "},
		{"against a shorter row", Coverage{Covered: 2, Uncovered: 2, Full: 1}, 4, "██▒▒", "##=="},
		{"thirds add up", Coverage{Covered: 1, Uncovered: 1, Idle: 1}, 10, "███▒▒▒▒░░░", "###====..."},
		{"fewer cells than parts", Coverage{Covered: 5, Uncovered: 1, Idle: 1}, 2, "█▒", "#="},
		{"nonsense counts as nothing", Coverage{Covered: -3, Uncovered: 2}, 4, "▒▒▒▒", "===="},
		{"no room", Coverage{Covered: 1}, 0, "", ""},
		{"huge", Coverage{Covered: 1 << 62, Uncovered: 1 << 62}, 4, "██▒▒", "##=="},
	} {
		if got := ansi.Strip(c.v.Line(c.w, &th)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if got := ansi.Strip(c.v.Line(c.w, &ascii)); got != c.inASCII {
			t.Errorf("%s: %q, want %q", c.name, got, c.inASCII)
		}
	}
}

func TestCoverageAtEverySize(t *testing.T) {
	for _, v := range []Coverage{{}, {Covered: 8, Uncovered: 2}, {1, 1, 1, 100}, {1, 0, 999_999, 0}, {0, 5, 1 << 60, 7}} {
		everySize(t, "coverage", func(w, h int, th *theme.Theme) []string {
			out := make([]string, h)
			for i := range out {
				out[i] = v.Line(w, th)
			}
			return out
		})
	}
}
