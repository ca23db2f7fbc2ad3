package costs

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"termsheet/model/deal"
	"termsheet/model/money"
	"termsheet/model/whatif"
	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/session/begun"
	"termsheet/tui/theme"
)

// TestParts adds up to this deal, each part to what it is part of.
func TestParts(t *testing.T) {
	for _, info := range scenarios.Builtins() {
		s := begun.On(t, info.Name)
		q := s.Quote()
		if q == nil {
			continue
		}
		list := parts(s, q)
		var all, within, of money.Amount
		for i, l := range list {
			if strings.HasPrefix(l.label, " ") {
				within += l.amount
			}
			if last := i+1 == len(list); !strings.HasPrefix(l.label, " ") || last {
				if within != 0 && within != of {
					t.Errorf("%s: the parts before %s add up to %s, not %s", info.Name, l.label, within, of)
				}
				within = 0
			}
			if !strings.HasPrefix(l.label, " ") {
				of = l.amount
				all += l.amount
			}
		}
		if len(list) > 0 && all != q.Totals.Software {
			t.Errorf("%s: the keys add up to %s, not %s", info.Name, all, q.Totals.Software)
		}
	}
	if got := parts(begun.On(t, "one-too-many"), nil); got != nil {
		t.Errorf("of one type there are parts: %v", got)
	}
}

// TestFitting takes the longest words that fit.
func TestFitting(t *testing.T) {
	words := []string{"m5.xlarge 2 (0 costs 6,750.40 more)", "m5.xlarge 2 saves 6,750", "m5.xlarge 2"}
	l := line{words: func() []string { return words }}
	for w, want := range map[int]string{40: words[0], 35: words[0], 34: words[1], 23: words[1], 22: words[2], 3: words[2]} {
		if got := fitting(l, w); got != want {
			t.Errorf("in %d cells %q, want %q", w, got, want)
		}
	}
}

// TestBridged holds the split of deals that differ in annuals against one that is
// worked out.
func TestBridged(t *testing.T) {
	metric, _ := whatif.MetricOf(whatif.Software)
	for _, info := range scenarios.Builtins() {
		s := begun.On(t, info.Name)
		engine := whatif.Engine{Conventions: s.Conventions(), Metric: metric}
		for _, need := range s.Scenario().Instances {
			for _, x := range []string{"0", "3", "40"} {
				if s.Apply(x, scenarios.Edit{Path: deal.P("instance", need.Type, "annual"), Value: x}) != nil || s.Current().Err != nil {
					continue
				}
				pin, now := s.Pinned(), s.Current()
				want, err := engine.Bridge(pin.Scenario, now.Scenario)
				if got := bridged(s, pin, now); err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("%s, %s at %s: %+v, want %+v (%v)", info.Name, need.Type, x, got, want, err)
				}
			}
		}
	}
}

// TestSplit appears below the figures once they differ from the baseline, and
// only where there is room.
func TestSplit(t *testing.T) {
	s := begun.On(t, "covered-baseline")
	th, err := theme.ByName("mono")
	if err != nil {
		t.Fatal(err)
	}
	text := func(h int) string {
		var p Pane
		return ansi.Strip(fmt.Sprint(p.View(pane.Context{Session: s, Theme: &th}, pane.Size{W: 46, H: h}).Lines))
	}
	if strings.Contains(text(60), "What set it apart") {
		t.Error("nothing has changed, and it is split")
	}
	if err := s.Apply("to 10", scenarios.Edit{Path: deal.P("instance", "m5.large", "annual"), Value: "10"}); err != nil {
		t.Fatal(err)
	}
	if got := text(60); !strings.Contains(got, "mix") || !strings.Contains(got, "▼ 3,586.00") || !strings.Contains(got, "as opened") {
		t.Errorf("there is no split in %s", got)
	}
	if strings.Contains(text(24), "What set it apart") {
		t.Error("the split stands where there is no room")
	}
}
