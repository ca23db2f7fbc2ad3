package tui

import (
	"errors"
	"fmt"
	"strings"

	"termsheet/scenarios"
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
}

func (a *App) say(t tone, format string, args ...any) {
	a.message = message{t, fmt.Sprintf(format, args...)}
}

// reason is an error as the screen says it: what is wrong and what to do, not
// where in the file, since the cell is in sight.
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
	if e.Fix == "" {
		return e.Message
	}
	return e.Message + "; " + e.Fix
}
