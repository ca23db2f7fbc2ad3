package tui

import (
	"fmt"
	"strconv"
	"strings"
)

// times stands behind the word of what can be done several times at once.
const times = "[TIMES]"

// fitting are the words behind an action's own, if it takes that many: nothing
// that was written is left out silently. How often it is to be done counts as if
// those digits stood before its key.
func (a *App) fitting(act *action, args []string) ([]string, error) {
	most := len(args)
	switch {
	case act.counts && len(args) == 1 && (act.args == times || act.word == ""):
		n, err := strconv.Atoi(args[0])
		if err != nil || n < 1 || n > mostTimes {
			return nil, fmt.Errorf("%s is not how often, from 1 to %d; write %s 3", args[0], mostTimes, act.name())
		}
		a.count = n
		return nil, nil
	case act.args == "":
		most = 0
	case act.one || act.args == times:
		most = 1
	}
	if len(args) > most {
		return nil, fmt.Errorf("%s is too much; write %s", strings.Join(args[most:], " "), strings.TrimSpace(act.name()+" "+act.args))
	}
	return args, nil
}
