package mix

import (
	"fmt"
	"testing"

	"termsheet/model/calendar"
	"termsheet/model/deal"
	"termsheet/model/pricing"
)

func TestCourse(t *testing.T) {
	year := &table{quote: &pricing.Quote{Start: calendar.Date(2027, 1, 1), End: calendar.Date(2027, 5, 1)}}
	load := func(total string, of ...string) deal.Load {
		l := deal.Load{Total: d(total)}
		for i := 0; i < len(of); i += 2 {
			l.Steps = append(l.Steps, deal.Step{Running: d(of[i]), Weight: d(of[i+1])})
		}
		return l
	}
	profile := load("3", "2", "2", "5", "1")
	profile.Hours = deal.Series{d("2"), d("5"), d("2")}
	other := profile
	other.Hours = deal.Series{d("7"), d("5"), d("2")}
	p := &Pane{}
	for name, c := range map[string]struct {
		need deal.Need
		w    int
		want string
		over string
	}{
		"a profile, in its own order": {deal.Need{Load: profile}, 10, "[200 500 200]", "over 3 hours"},
		"another profile":             {deal.Need{Load: other}, 10, "[700 500 200]", "over 3 hours"},
		"a load, the highest first":   {deal.Need{Load: load("1", "2", "0.70", "6", "0.30")}, 10, "[600 600 600 200 200 200 200 200 200 200]", "by share of the hours"},
		"a short peak is still seen":  {deal.Need{Load: load("1000", "2", "999", "6", "1")}, 5, "[600 200 200 200 200]", "by share of the hours"},
		"more steps than cells":       {deal.Need{Load: load("3", "1", "1", "2", "1", "3", "1")}, 2, "[300 200]", "by share of the hours"},
		"a part that never runs":      {deal.Need{Load: load("1", "9", "0", "2", "1")}, 3, "[200 200 200]", "by share of the hours"},
		"month by month":              {deal.Need{Running: deal.Series{d("1"), d("2.5")}}, 10, "[100 250 250 250]", "by month"},
		"always the same":             {deal.Need{Running: deal.Series{d("4")}}, 10, "[]", ""},
	} {
		got, over := p.course(year, c.need, c.w)
		if fmt.Sprint(got) != c.want || over != c.over {
			t.Errorf("%s: %v %s, want %s %s", name, got, over, c.want, c.over)
		}
	}
}
