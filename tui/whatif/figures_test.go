package whatif

import (
	"context"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/whatif"
)

// TestMonthly divides what the kernel swept as the decimals do, also where an
// axis changes how many months there are.
func TestMonthly(t *testing.T) {
	s, book := open(t)
	fig := &figures[len(figures)-2]
	if fig.name != aMonth {
		t.Fatalf("the figure is %s", fig.name)
	}
	for _, axes := range [][2]string{
		{`instance."m5.large".annual=0..12`, `instance."m5.large".running=0..13/0.5`}, {`months=11..37/2`, `instance."m5.large".annual=3..5`},
	} {
		e := whatif.Engine{Conventions: s.Conventions(), Metric: fig.metric(book)}
		var a Answer
		if err := a.swept(context.Background(), &e, s.Scenario(), axes[0], axes[1], true); err != nil {
			t.Fatal(err)
		}
		e.Metric = fig.metric(book)
		for i, y := range a.grid.Y.Values {
			for j, x := range a.grid.X.Values {
				at, err := deal.Apply(s.Scenario(), deal.Edit{Path: a.grid.X.Input.Path, Value: x}, deal.Edit{Path: a.grid.Y.Input.Path, Value: y})
				if err != nil {
					t.Fatal(err)
				}
				if want, err := e.Value(at); err != nil || a.grid.Rows[i][j] != want {
					t.Fatalf("%s at %s, %s is %s, want %s (%v)", axes, x, y, a.grid.Rows[i][j], want, err)
				}
			}
		}
	}
}
