package tui

import (
	"termsheet/tui/theme"
	"termsheet/tui/timeline"
)

// ScreenAnew is the screen with nothing taken from what was drawn before.
func (a *App) ScreenAnew() string {
	a.cache, a.hinting = [panes]cached{}, hinting{}
	anew, _ := theme.ByName(a.theme.Name) // what panes keep themselves has another look
	if a.theme.Glyphs.ASCII {
		anew = anew.WithASCII()
	}
	a.theme = anew
	a.timeline = timeline.Pane{}
	return a.Screen()
}
