package tui

import (
	"errors"
	"fmt"
	"strings"

	"termsheet/scenarios"
	"termsheet/tui/pane"
	"termsheet/tui/theme"
)

// tone is how a message is meant.
type tone uint8

const (
	note tone = iota
	done
	warning
	refusal
)

// message is the line that answers the last key.
type message struct {
	tone tone
	text string
	long bool // its end counts, too
}

func (a *App) say(t tone, format string, args ...any) {
	a.message = message{tone: t, text: fmt.Sprintf(format, args...)}
}

// messageText is the message behind the sign of its tone.
func (a *App) messageText() string {
	g := a.theme.Glyphs
	sign := [...]string{" ", g.Check, "!", "!"}[a.message.tone]
	return " " + sign + " " + a.theme.Clean(a.message.text)
}

func (a *App) messageStyle() theme.Style {
	th := &a.theme
	return [...]theme.Style{th.Text, th.Good, th.Warn, th.Bad}[a.message.tone]
}

// spreads tells whether a message is written over the last lines of the screen.
func (a *App) spreads() bool {
	return a.typing == nil && (a.message.tone >= warning || a.message.long) && theme.Width(a.messageText()) > a.w
}

// putMessage writes a message over the last lines of the screen, over two where
// one would lose its end: what to do is said there.
func (a *App) putMessage(lines []string) {
	const most = 2
	text := pane.Cut(&a.theme, a.messageText(), a.w-1, most)
	for i, line := range text {
		lines[len(lines)-len(text)+i] = a.messageStyle().Render(a.theme.Fit(" "+strings.TrimLeft(line, " "), a.w))
	}
}

// reason is an error as the screen says it: what is wrong and what to do, not
// where in the file, since the cell is in sight. A file that is wrong as a whole,
// such as one that is not there, is named.
func reason(err error) string {
	var list scenarios.Errors
	if errors.As(err, &list) && len(list) > 0 {
		return explained(list[0])
	}
	var one *scenarios.Error
	if errors.As(err, &one) {
		return explained(one)
	}
	return strings.ReplaceAll(err.Error(), "\n", "; ")
}

func explained(e *scenarios.Error) string {
	text := e.Message
	if e.Line == 0 && e.File != "" {
		text = e.File + ": " + text
	}
	if e.Fix == "" {
		return text
	}
	return text + "; " + e.Fix
}
