package tui

import (
	"context"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	agreements "termsheet/model/whatif/book"
	"termsheet/scenarios"
	"termsheet/tui/pane"
)

func rising(t *testing.T, live bool) *App {
	t.Helper()
	doc, err := scenarios.Open("price-rise-existing")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := scenarios.Rulebook("")
	if err != nil {
		t.Fatal(err)
	}
	a, err := New(doc, Options{Book: rules, Theme: "dark", Width: 120, Height: 40, ReadOnly: true, Live: live})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestBookCalledOff ends a run with esc; what it would still tell is dropped.
func TestBookCalledOff(t *testing.T) {
	a := rising(t, false)
	work, err := openBook(a, []string{"testdata/book.csv"})
	if err != nil || work == nil {
		t.Fatalf("nothing is gone through (%v)", err)
	}
	if a.bookHints()[1] != [2]string{"esc", "call it off"} {
		t.Errorf("the footer has %v", a.bookHints())
	}
	a.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	if a.message.text != "called off; :book goes through it again" || a.books.run != nil || !a.book.Opened() {
		t.Fatalf("esc leads to %q", a.message.text)
	}
	late := work()
	if batch, ok := late.(tea.BatchMsg); ok {
		late = batch[0]()
	}
	msg, ok := late.(laidMsg)
	if !ok || !errors.Is(msg.err, context.Canceled) {
		t.Errorf("the run ends with %v", msg.err)
	}
	a.Update(laidMsg{number: msg.number, report: &agreements.Report{}})
	if len(a.book.Table().Rows) > 0 || a.message.tone == done {
		t.Error("a run that was called off is shown")
	}
	if _, err := openBook(a, nil); err != nil || a.books.run == nil {
		t.Error("the same file cannot be gone through again")
	}
}

// TestBookProgress looks at a run while it lasts, and no longer.
func TestBookProgress(t *testing.T) {
	a := rising(t, true)
	if _, err := openBook(a, []string{"testdata/book.csv"}); err != nil {
		t.Fatal(err)
	}
	a.followBook()
	if a.Update(nil); a.books.run != nil {
		t.Error("the book is read before its watch has begun")
	}
	a.Update(bookWatchedMsg{generation: a.bookFile.generation})
	run := a.books.run
	run.rows.Store(400)
	run.read.Store(30)
	run.size.Store(120)
	moves := a.moves[Book]
	if (bookTickMsg{a.books.number}).reach(a) == nil || a.moves[Book] == moves {
		t.Error("the progress is not looked at again")
	}
	if box := a.book.View(pane.Context{Session: a.session, Theme: &a.theme}, a.inner(Book)); box.Right != "working it out: 25 %" {
		t.Errorf("a quarter of the file is %q", box.Right)
	}
	if (bookTickMsg{a.books.number - 1}).reach(a) != nil {
		t.Error("the progress of an earlier run is looked at")
	}
	laidMsg{number: a.books.number, err: errors.New("no")}.reach(a)
	if (bookTickMsg{a.books.number}).reach(a) != nil {
		t.Error("the progress is looked at after the end")
	}
}
