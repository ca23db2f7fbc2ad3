package tui_test

import (
	"io"
	"slices"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"termsheet/tui/play"
)

// frameKeys are what a frame follows from, there and back again.
var frameKeys = []struct{ name, keys string }{
	{"edit", "+ -"},
	{"cursor", "down up"},
}

// BenchmarkFrame is a key from the message to the bytes: edit, price, view and
// renderer, against the renderer alone with the same frames, in turns. The
// ratio is what the application costs over what any application would; the
// medians keep out what else runs on the machine.
func BenchmarkFrame(b *testing.B) {
	for _, of := range frameKeys {
		for name, size := range benchSizes {
			b.Run(of.name+" "+name, func(b *testing.B) { benchFrame(b, of.keys, size[0], size[1]) })
		}
	}
}

func benchFrame(b *testing.B, words string, w, h int) {
	s := stage(b, open(b, "covered-baseline"), w, h)
	keys, err := play.Keys(words)
	if err != nil {
		b.Fatal(err)
	}
	var sent count
	whole, alone := newRenderer(&sent, w, h), newRenderer(io.Discard, w, h)
	whole.draw(b, s.Screen())
	alone.draw(b, s.Screen())
	sent = 0
	var wholes, alones []time.Duration
	for b.Loop() {
		for _, k := range keys {
			began := time.Now()
			s.App().Update(k)
			screen := s.Screen()
			whole.draw(b, screen)
			drawn := time.Now()
			alone.draw(b, screen)
			wholes = append(wholes, drawn.Sub(began))
			alones = append(alones, time.Since(drawn))
		}
	}
	per := median(wholes)
	b.ReportMetric(0, "ns/op") // two keys, each drawn twice: no figure of anything
	b.ReportMetric(float64(per.Nanoseconds()), "ns/key")
	b.ReportMetric(float64(median(alones).Nanoseconds()), "ns/renderer")
	b.ReportMetric(float64(per)/float64(median(alones)), "x-renderer")
	b.ReportMetric(float64(sent)/float64(len(wholes)), "bytes/key")
}

// TestBytesOfAKey keeps what a key sends over a slow line well below a whole
// screen: only the rows and cells that say something else.
func TestBytesOfAKey(t *testing.T) {
	const w, h = 120, 40
	for _, c := range []struct {
		keys string
		part int // of a whole screen
	}{{"down", 4}, {"+", 2}} {
		s := stage(t, open(t, "covered-baseline"), w, h)
		var sent count
		r := newRenderer(&sent, w, h)
		r.draw(t, s.Screen())
		all := int(sent)
		sent = 0
		press(t, s, c.keys)
		r.draw(t, s.Screen())
		if int(sent) == 0 || int(sent)*c.part > all {
			t.Errorf("%q sends %d bytes, the whole screen %d: want less than one in %d", c.keys, sent, all, c.part)
		}
	}
}

// renderer turns screens into bytes as Bubble Tea's own does, whose only way in
// is a clock.
type renderer struct {
	cells uv.ScreenBuffer
	term  *uv.TerminalRenderer
}

func newRenderer(to io.Writer, w, h int) *renderer {
	r := &renderer{uv.NewScreenBuffer(w, h), uv.NewTerminalRenderer(to, []string{"TERM=xterm-256color"})}
	r.term.SetColorProfile(colorprofile.TrueColor)
	r.term.SetTabStops(w)
	r.term.SetBackspace(true)
	r.term.SetScrollOptim(true)
	r.term.EnterAltScreen()
	r.term.Resize(w, h)
	return r
}

func (r *renderer) draw(t testing.TB, screen string) {
	r.cells.Clear()
	uv.NewStyledString(screen).Draw(r.cells, r.cells.Bounds())
	r.term.Render(r.cells.RenderBuffer)
	if err := r.term.Flush(); err != nil {
		t.Fatal(err)
	}
}

// count is a terminal that only counts.
type count int

func (c *count) Write(p []byte) (int, error) {
	*c += count(len(p))
	return len(p), nil
}

func median[T ~int | ~int64](of []T) T {
	slices.Sort(of)
	return of[len(of)/2]
}
