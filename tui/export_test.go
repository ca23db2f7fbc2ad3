package tui

// ScreenAnew is the screen with nothing taken from what was drawn before.
func (a *App) ScreenAnew() string {
	a.cache = [panes]cached{}
	return a.Screen()
}
