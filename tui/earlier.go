package tui

import (
	"slices"
	"strings"
)

// mostEarlier is how many command lines are kept.
const mostEarlier = 50

// noteLine keeps a command line that is run, once, to be brought back.
func (a *App) noteLine(text string) {
	text = strings.TrimSpace(text)
	a.earlier = append(slices.DeleteFunc(a.earlier, func(line string) bool { return line == text }), text)
	a.earlier = a.earlier[max(len(a.earlier)-mostEarlier, 0):]
}

// recallLine brings the command line back that was run before the one that is
// brought back now, or behind it; false where the key goes through the list.
func (a *App) recallLine(key string) bool {
	o := a.overlay
	if o.text == nil || o.list.Picked() || !o.recalled && (key != "up" || o.list.Text() != "") {
		return false
	}
	at := len(a.earlier)
	if o.recalled {
		at = slices.Index(a.earlier, o.list.Text())
	}
	switch {
	case key == "up" && at > 0:
		at--
	case key == "down" && at < len(a.earlier):
		at++
	case key != "up" && key != "down" || !o.recalled:
		return false
	}
	text := ""
	if o.recalled = at < len(a.earlier); o.recalled {
		text = a.earlier[at]
	}
	o.list.Set(text)
	return true
}
