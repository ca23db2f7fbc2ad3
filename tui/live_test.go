package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui"
	"termsheet/tui/play"
)

// live is the application as it runs before a person: what it does in the
// background comes back when it is done.
type live struct {
	t    *testing.T
	app  *tui.App
	back chan tea.Msg
	quit bool
}

const liveDeal = `# Ours.
product = "northwind-ngfw" # the firewall
start = 2027-01-01

[instance."m5.large"]
annual = 4 # X
running = 5

[instance."m5.xlarge"]
running = 2
`

// goLive opens a file of its own.
func goLive(t *testing.T) (*live, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, liveDeal)
	return openLive(t, path, tui.Options{}), path
}

func openLive(t *testing.T, path string, o tui.Options) *live {
	t.Helper()
	o.Book, o.Theme, o.Width, o.Height, o.Live = rulebook(t), "dark", 120, 40, true
	app, err := tui.New(open(t, path), o)
	if err != nil {
		t.Fatal(err)
	}
	l := &live{t: t, app: app, back: make(chan tea.Msg, 100)}
	l.run(app.Init())
	return l
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
}

func (l *live) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		if msg := cmd(); msg != nil {
			l.back <- msg
		}
	}()
}

func (l *live) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.BatchMsg:
		for _, cmd := range msg {
			l.run(cmd)
		}
	case tea.QuitMsg:
		l.quit = true
	default:
		_, cmd := l.app.Update(msg)
		l.run(cmd)
	}
}

func (l *live) press(words string) {
	l.t.Helper()
	keys, err := play.Keys(words)
	if err != nil {
		l.t.Fatal(err)
	}
	for _, key := range keys {
		l.take(key)
	}
}

func (l *live) screen() string { return play.Plain(l.app.Screen()) }

// await takes in what comes back until something holds, and looks now and then
// where nothing comes back.
func (l *live) await(what string, holds func() bool) {
	l.t.Helper()
	late := time.After(5 * time.Second)
	for !holds() {
		select {
		case msg := <-l.back:
			l.take(msg)
		case <-time.After(10 * time.Millisecond):
		case <-late:
			l.t.Fatalf("not so: %s\n%s", what, l.screen())
		}
	}
}

// sees waits until all texts are on the screen.
func (l *live) sees(texts ...string) {
	l.t.Helper()
	for _, text := range texts {
		l.await(text+" is on the screen", func() bool { return strings.Contains(l.screen(), text) })
	}
}

// idle takes in what comes back for a while, longer than a change takes to be
// told.
func (l *live) idle() {
	end := time.After(400 * time.Millisecond)
	for {
		select {
		case msg := <-l.back:
			l.take(msg)
		case <-end:
			return
		}
	}
}

func (l *live) lacks(texts ...string) {
	l.t.Helper()
	for _, text := range texts {
		if strings.Contains(l.screen(), text) {
			l.t.Errorf("%q is on the screen:\n%s", text, l.screen())
		}
	}
}

func holds(t *testing.T, path string, texts ...string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if !strings.Contains(string(got), text) {
			t.Errorf("%q is not in the file:\n%s", text, got)
		}
	}
}

// other is the deal as another program writes it.
func other(x string) string { return strings.Replace(liveDeal, "annual = 4", "annual = "+x, 1) }
