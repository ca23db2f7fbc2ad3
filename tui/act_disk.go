package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"termsheet/tui/difference"
	"termsheet/tui/palette"
)

// askDisk asks what to do with a file that has changed while there are unsaved
// edits of it here. Leaving without an answer keeps both: saving asks again.
func (a *App) askDisk(msg diskMsg) {
	name := fileName(a.session.Clean())
	a.askTheirs(msg, palette.Item{Value: "mine", Label: "keep mine", Detail: "saving writes over theirs"},
		fmt.Sprintf("%s has changed on disk, and there are unsaved edits here.", name),
		func(a *App) tea.Cmd {
			a.session.Rebase(msg.theirs)
			a.say(note, "kept as it is here; saving writes over what is on disk")
			return nil
		})
}

// askOver asks whether to save over a file that has changed since it was read.
func (a *App) askOver(msg savedMsg) {
	theirs := *msg.theirs
	path := a.session.Document().Path()
	if a.opts.Plain {
		a.say(refusal, "not saved: %s has changed on disk since it was read; save! %s writes over it", fileName(a.session.Clean()), path)
		return
	}
	a.askTheirs(theirs, palette.Item{Value: "mine", Label: "save mine over it", Detail: "what is on disk now is lost"},
		fmt.Sprintf("%s has changed on disk since it was read.", fileName(a.session.Clean())),
		func(a *App) tea.Cmd { return a.write(path, anything, msg.quit) })
}

// askTheirs offers mine, theirs, and to look at the difference first.
func (a *App) askTheirs(msg diskMsg, mine palette.Item, about string, keep func(*App) tea.Cmd) {
	theirs := palette.Item{Value: "theirs", Label: "take theirs", Detail: "undo brings mine back"}
	if msg.err != nil {
		theirs.Off = a.unread(msg.err)
	}
	sheet := difference.New("Mine and theirs", "mine", "theirs", a.session.Document().Text(), msg.text)
	gone, fresh := sheet.Counts()
	list := &palette.List{
		Title: fileName(a.session.Clean()) + " has changed", About: []string{about},
		Items: []palette.Item{
			{Value: "show", Label: "show the difference", Off: presenterOff(a),
				Detail: fmt.Sprintf("lines that differ: %d here, %d on disk", gone, fresh)},
			mine, theirs,
		},
	}
	var question overlay
	question = overlay{list: list, then: func(a *App, item palette.Item) tea.Cmd {
		switch item.Value {
		case "show":
			a.open(question)
			a.openSheet(sheet, nil)
		case "mine":
			return keep(a)
		case "theirs":
			a.reread(msg.theirs, "took theirs", "is shown as it is on disk")
		}
		return nil
	}}
	a.open(question)
}
