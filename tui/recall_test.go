package tui_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"termsheet/tui"
	"termsheet/tui/state"
)

// TestResumed comes back to where its user was in a file.
func TestResumed(t *testing.T) {
	t.Parallel()
	store, path := state.In(filepath.Join(t.TempDir(), "state")), filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, liveDeal+"\n[variant.\"More\".instance.\"m5.large\"]\nannual = 5\n")
	l := openLive(t, path, tui.Options{Recent: store})
	l.press("v down } shift+tab")
	l.press("q")
	l.await("the application ends", func() bool { return l.quit })
	last, ok := store.Last()
	if want := (state.Visit{Path: path, Variant: "More", Day: "2027-02-01", Pane: "timeline", Key: "m5.xlarge"}); !ok || !reflect.DeepEqual(last, want) {
		t.Fatalf("remembered is %+v, want %+v", last, want)
	}
	l = openLive(t, path, tui.Options{Recent: store, Resume: last})
	l.sees("▸More", "╭▸ Timeline", "2027-02-01", "▸ m5.xlarge", "vs as opened")
	l.lacks("▲ +", "▼ -") // nothing has been edited

	gone := state.Visit{Path: path, Variant: "Gone", Day: "1999-02-31", Pane: "nothing", Key: "c9.huge"}
	l = openLive(t, path, tui.Options{Resume: gone})
	l.sees("▸base", "╭▸ Instance mix", "2027-01-01", "▸ m5.large")
}

// TestPresentedAgain comes up as a buyer may see it where that view was left, in
// whatever way: without the seller's own, and without the variant that is hidden.
func TestPresentedAgain(t *testing.T) {
	t.Parallel()
	store, path := state.In(filepath.Join(t.TempDir(), "state")), filepath.Join(t.TempDir(), "deal.toml")
	put(t, path, liveDeal+"\n[seller]\nfloor = \"61%\"\nnotes = \"SECRET\"\n[variant.\"More\".instance.\"m5.large\"]\nannual = 5\n")
	l := openLive(t, path, tui.Options{Recent: store})
	l.press(`: type:"hide More" enter f5 +`)
	l.idle() // and it ends without a word
	last, _ := store.Last()
	l = openLive(t, path, tui.Options{Recent: store, Resume: last})
	l.sees("presenter view, as it was left; f5 shows all", " presenter ")
	l.press("$")
	l.sees("not in presenter view")
	l.press(": type:\"variant \"")
	l.lacks("More", "SECRET", "61")
	l.press("esc f5")
	l.sees("More")
	l.idle()
	last, _ = store.Last()
	l = openLive(t, path, tui.Options{Recent: store, Resume: last})
	l.lacks(" presenter ")
	l.press("f5")
	l.lacks("More")
}

// TestRecent lists the files that were looked at before, the latest first, and
// opens them where one was. One that is gone is not offered again.
func TestRecent(t *testing.T) {
	t.Parallel()
	store, dir := state.In(filepath.Join(t.TempDir(), "state")), t.TempDir()
	one, two := filepath.Join(dir, "one.toml"), filepath.Join(dir, "two.toml")
	put(t, one, liveDeal)
	put(t, two, liveDeal)
	l := openLive(t, one, tui.Options{Recent: store})
	l.press("} }")
	l.press(`: type:"open ` + two + `" enter`)
	l.sees("u goes back")
	l.press("o")
	l.sees("Recent", "one.toml", "Built in")
	l.lacks("two.toml")
	l.press("home enter")
	l.sees("2027-03-01") // where the first was left
	if err := os.Remove(two); err != nil {
		t.Fatal(err)
	}
	l.press("o home enter")
	l.sees("not opened: two.toml is gone")
	l.press("o")
	l.lacks("two.toml", "Recent")
	l.press("esc")
	l.idle()
	l.press("q")
	l.await("the application ends", func() bool { return l.quit })
	var names []string
	for _, v := range store.Recent() {
		names = append(names, filepath.Base(v.Path))
	}
	if got := strings.Join(names, " "); got != "one.toml" {
		t.Errorf("remembered are %s", got)
	}
}

// TestFirstRun greets once, and says how to go on.
func TestFirstRun(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "state")
	l := openLive(t, "lapse", tui.Options{Recent: state.In(dir)})
	l.sees("Welcome. + and - change a figure, e explains it, ? lists all keys, q leaves")
	l.press("down")
	l.lacks("Welcome")
	l = openLive(t, "lapse", tui.Options{Recent: state.In(dir)})
	l.idle()
	l.lacks("Welcome")
}

// TestNotice is said at the start, before anything else.
func TestNotice(t *testing.T) {
	t.Parallel()
	l := openLive(t, "lapse", tui.Options{Recent: state.In(filepath.Join(t.TempDir(), "state")), Notice: "deal.toml is gone"})
	l.idle()
	l.sees("! deal.toml is gone")
}

// TestOwnKeys are those of the settings, also where messages and lists name
// them.
func TestOwnKeys(t *testing.T) {
	t.Parallel()
	keys := map[string][]string{"more": {"P"}, "help": {"H"}, "undo": nil, "unpin": nil}
	l := openLive(t, "covered-baseline", tui.Options{Keys: keys})
	l.press("P")
	l.sees("m5.large annual 8 → 9", "P more")
	l.press("+")
	l.sees("+ does nothing here; H lists the keys")
	l.press("u")
	l.sees("u does nothing here")
	l.press(`: type:"open overage" enter`)
	l.sees("(:undo goes back)")
	l.press("H")
	l.sees("Keys and commands")
}
