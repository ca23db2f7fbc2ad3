package theme

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestPanel(t *testing.T) {
	u, a := both(t)
	lines := []string{"m5.large   8", "m5.xlarge 10", "a line that is too long"}
	for _, c := range []struct {
		name         string
		th           Theme
		title, right string
		w, h         int
		focused      bool
		want         string
	}{
		{"plain", u, "Mix", "vs pinned", 26, 5, false, `
╭─ Mix ────── vs pinned ─╮
│ m5.large   8           │
│ m5.xlarge 10           │
│ a line that is too lo… │
╰────────────────────────╯`},
		{"focused", u, "Mix", "", 16, 5, true, `
╭▸ Mix ────────╮
│ m5.large   8 │
│ m5.xlarge 10 │
│ a line that… │
╰──────────────╯`},
		{"more lines than rows", u, "Mix", "", 16, 4, false, `
╭─ Mix ────────╮
│ m5.large   8 │
│ m5.xlarge 10 │
╰───── 1 more ─╯`},
		{"no title", u, "", "", 16, 3, false, `
╭──────────────╮
│ m5.large   8 │
╰───── 2 more ─╯`},
		{"long title", u, "Contract and dimensions", "24 months", 16, 2, false, `
╭─ Contract … ─╮
╰───── 3 more ─╯`},
		{"ascii", a, "Mix", "vs", 16, 5, true, `
+> Mix --- vs -+
| m5.large   8 |
| m5.xlarge 10 |
| a line that~ |
+--------------+`},
	} {
		got := ansi.Strip(strings.Join(c.th.Panel(c.title, c.right, lines, c.w, c.h, c.focused), "\n"))
		if want := strings.TrimPrefix(c.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, want)
		}
	}
}

// TestPanelAfter draws a panel after one that differs from it in something, and holds
// it against the same one drawn anew.
func TestPanelAfter(t *testing.T) {
	th, _ := both(t)
	const w, h = 30, 6
	lines := []string{"one", "two", "three"}
	before := th.PanelAfter(Framed{}, "Title", "right", lines, w, h, true)
	marked := before
	marked.Lines = []string{"0", "1", "2", "3", "4", "5"}
	if again := th.PanelAfter(marked, "Title", "right", slices.Clone(lines), w, h, true); !slices.Equal(again.Lines, marked.Lines) {
		t.Errorf("a panel that is the same is drawn again: %q", again.Lines)
	}
	for _, c := range []struct {
		title, right string
		lines        []string
		h            int
	}{
		{"Other", "right", lines, h},
		{"Title", "", lines, h},
		{"Title", "right", []string{"one", "2", "three"}, h},
		{"Title", "right", lines[:2], h},
		{"Title", "right", nil, h},
		{"Title", "right", []string{"one", "two", "three", "four"}, h},
		{"Title", "right", []string{"one", "two", "three", "four", "five"}, h},
		{"Title", "right", lines, h - 2},
	} {
		got, want := th.PanelAfter(before, c.title, c.right, c.lines, w, c.h, true).Lines, th.Panel(c.title, c.right, c.lines, w, c.h, true)
		if !slices.Equal(got, want) {
			t.Errorf("%q %q %q: %q, want %q", c.title, c.right, c.lines, got, want)
		}
	}
}

func TestPanelIsExactAtEverySize(t *testing.T) {
	u, a := both(t)
	lines := []string{"plain", u.Strong.Render("painted") + " 日本語", strings.Repeat("long ", 60)}
	for _, th := range []Theme{u, a} {
		for _, title := range []string{"", "Cost", "日本語のタイトル", strings.Repeat("title ", 50)} {
			for _, right := range []string{"", "vs pinned", th.Key.Render("12") + " months"} {
				for w := range 130 {
					for h := range 8 {
						got := th.Panel(title, right, lines, w, h, w%2 == 0)
						if w > 0 && len(got) != h {
							t.Fatalf("%dx%d: %d lines", w, h, len(got))
						}
						for _, line := range got {
							if ansi.StringWidth(line) != w {
								t.Fatalf("%dx%d: %d cells: %q", w, h, ansi.StringWidth(line), line)
							}
						}
					}
				}
			}
		}
	}
}

func TestPanelInner(t *testing.T) {
	if w, h := PanelInner(40, 12); w != 36 || h != 10 {
		t.Errorf("got %dx%d", w, h)
	}
	if w, h := PanelInner(1, 1); w != 0 || h != 0 {
		t.Errorf("got %dx%d", w, h)
	}
}

func BenchmarkPanel(b *testing.B) {
	th, err := ByName("dark")
	if err != nil {
		b.Fatal(err)
	}
	row := th.Dim.Render("m5.large") + "   8   10 " + th.Covered.Render("████████") + th.Uncovered.Render("▒▒")
	for name, line := range map[string]string{"plain": "m5.large   8   10   350.40", "painted": row} {
		lines := make([]string, 10)
		for i := range lines {
			lines[i] = line
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				th.Panel("Instance mix", "vs pinned", lines, 40, 12, true)
			}
		})
	}
}
