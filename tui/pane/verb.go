package pane

// VerbOf is the way to move that a key stands for in what is read and gone through
// from top to bottom; false where it stands for none.
func VerbOf(key string) (Verb, bool) {
	switch key {
	case "up", "k":
		return Up, true
	case "down", "j":
		return Down, true
	case "pgup", "ctrl+u", "ctrl+b":
		return PageUp, true
	case "pgdown", "ctrl+d", "ctrl+f", "space":
		return PageDown, true
	case "home", "g":
		return Home, true
	case "end", "G":
		return End, true
	}
	return 0, false
}
