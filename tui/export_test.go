package tui

import "termsheet/tui/timeline"

// ScreenAnew is the screen with nothing taken from what was drawn before.
func (a *App) ScreenAnew() string {
	a.cache = [panes]cached{}
	a.timeline = timeline.Pane{}
	return a.Screen()
}
