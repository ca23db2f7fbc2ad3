package tui

import "termsheet/tui/timeline"

// ScreenAnew is the screen with nothing taken from what was drawn before.
func (a *App) ScreenAnew() string {
	a.cache, a.hinting = [panes]cached{}, hinting{}
	a.timeline = timeline.Pane{}
	return a.Screen()
}
