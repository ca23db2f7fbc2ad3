package chart

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"termsheet/tui/theme"
)

func TestLook(t *testing.T) {
	name := os.Getenv("LOOK")
	if name == "" {
		t.Skip()
	}
	th := themed(t, name)
	if os.Getenv("LOOKASCII") != "" { th = th.WithASCII() }
	var out []string
	add := func(cols ...[]string) {
		for i := range cols[0] {
			s := ""
			for _, c := range cols {
				s += c[i]
			}
			out = append(out, s)
		}
	}
	iw, ih := theme.PanelInner(60, 14)
	cum := cumulative()
	add(th.Panel("Cumulative", "vs pinned", cum.Lines(iw, ih, th), 60, 14, true), th.Panel("Invoices", "", invoices(24, upfront).Lines(iw, ih, th), 60, 14, false))
	iw, ih = theme.PanelInner(120, 9)
	add(th.Panel("Timeline", "", timeline(th).Lines(iw, ih-1, th), 120, 8, false))
	iw, ih = theme.PanelInner(60, 12)
	add(th.Panel("All", "", sixSeries().Lines(iw, ih, th), 60, 12, false), th.Panel("What if", "", grid(8, 9).Lines(iw, ih, th), 60, 12, false))
	add(th.Panel("Difference", "", difference().Lines(iw, 7, th), 60, 9, false), th.Panel("Load", "", load().Lines(iw, 7, th), 60, 9, false))
	row := "  m5.xlarge     8   10  " + Coverage{8, 2, 1, 0}.Line(10, th) + "   " + th.Dim.Render("350.40") + " " + th.Up.Render("▲ 12.00") + " " + th.Down.Render("▼ 3.00") + " " + th.Warn.Render("warn") + " " + th.Good.Render("good") + " " + th.Bad.Render("bad") + " " + th.Accent.Render("accent") + " " + th.Strong.Render("strong") + " " + th.Input.Render("+2 ") + " " + th.Badge.Render(" 2 ")
	add([]string{th.Text.Render("") + row, th.Selection.Render(th.Fit(row, 120)), " " + th.Key.Render("e") + th.Dim.Render(" explain  ") + th.Key.Render("?") + th.Dim.Render(" help")})
	fmt.Println(strings.Join(out, "\n"))
}
