package whatif

import (
	tea "charm.land/bubbletea/v2"

	"termsheet/tui/pane"
)

// Act is what an action stands for in a question. Which keys it has is the
// application's to say.
type Act uint8

// The acts. None is what every other action is.
const (
	None Act = iota
	Up
	Down
	Left
	Right
	PageUp
	PageDown
	Home
	End
	Less
	More
	Take // the answer over, or go to the field of an input
	Cheapest
	DayBefore // in the hours of a profile
	NextDay
	WeekBefore
	NextWeek
	Order // of those hours
	Hold
	Floor
	Round
	AcrossBefore // another input of a sweep
	AcrossNext
	DownBefore
	DownNext
	RangeAcross
	RangeDown
	NextQuestion
	QuestionBefore
	NextFigure
	FigureBefore
	Back // at once, also while an answer is worked out
	Close
)

// verbs are the acts that move through a list.
var verbs = map[Act]pane.Verb{
	Up: pane.Up, Down: pane.Down, PageUp: pane.PageUp, PageDown: pane.PageDown, Home: pane.Home, End: pane.End,
}

// signs are the acts that go one back or one on.
var signs = map[Act]int{
	Left: -1, Right: 1, Less: -1, More: 1, Up: -1, Down: 1, AcrossBefore: -1, AcrossNext: 1, DownBefore: -1, DownNext: 1,
	QuestionBefore: -1, NextQuestion: 1, FigureBefore: -1, NextFigure: 1,
}

// noField is for questions in which nothing is typed.
type noField struct{}

func (noField) typing() bool                        { return false }
func (noField) typed(*View, tea.KeyPressMsg) Intent { return Intent{} }
func (noField) paste(string) bool                   { return false }
func (noField) fieldHints() [][2]string             { return nil }
