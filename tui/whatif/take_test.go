package whatif

import (
	"strings"
	"testing"
)

// TestTake takes answers over by words, the nearest without any.
func TestTake(t *testing.T) {
	for _, c := range []struct {
		question, words, what string
		does                  Do
	}{
		{"best", "9", "m5.large annual 9", Keep},
		{"best", "", "m5.large annual 10", Keep},
		{"best", "few", "few is no number of annuals", Refuse},
		{"seek", "2", "discount 3%", Keep},
		{"seek", "", "discount 2.5%", Keep},
		{"seek", "4", "the answers are numbered from 1 to 3", Refuse},
		{"sweep", "9 12", "m5.large annual 9, running 12", Keep},
		{"sweep", "9", "write the value of", Refuse},
		{"sweep", "", "write take and the values of a point", Refuse},
		{"tornado", "2", "an input that is swung has no answer; set gives it a value", Refuse},
		{"tornado", "", "an input that is swung has no answer; set gives it a value", Refuse},
	} {
		s, book := open(t)
		var v View
		v.Open("m5.large", c.question)
		if err := v.Aim("90,000", "", false); err != nil {
			t.Fatal(err)
		}
		work := v.Ask(s, book)
		if early := v.TakeThe([]string{"1"}); early.Do != Refuse || early.What != "it is still being worked out" {
			t.Errorf("%s: before its answer is there, take is %+v", c.question, early)
		}
		v.Hear(work())
		take := v.TakeNearest
		if c.words != "" {
			take = func() Intent { return v.TakeThe(strings.Fields(c.words)) }
		}
		if got := take(); got.Do != c.does || !strings.HasPrefix(got.What, c.what) {
			t.Errorf("%s: take %s is %+v", c.question, c.words, got)
		}
	}
}

// TestPaste puts text where it is typed, and nowhere else.
func TestPaste(t *testing.T) {
	s, book := open(t)
	var v View
	for question, want := range map[string]bool{"best": false, "seek": true, "sweep": false, "tornado": false} {
		v.Open("m5.large", question)
		v.Hear(v.Ask(s, book)())
		if got := v.Paste("90,000"); got != want {
			t.Errorf("%s: pasted: %v", question, got)
		}
	}
	v.Open("m5.large", "sweep")
	v.Do(RangeAcross)
	if !v.Paste("m5.large running 0..9") || !strings.Contains(v.sweep.line.Text(), "running 0..9") {
		t.Errorf("the range is %q", v.sweep.line.Text())
	}
}
