package whatif

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"termsheet/model/deal"
	"termsheet/model/pricing"
	"termsheet/model/whatif"
)

// OnlyType asks about the best X of one type.
func (v *View) OnlyType(s *deal.Scenario, key string) error {
	if _, in := s.Need(key); !in {
		return fmt.Errorf("%s is no type of the deal", key)
	}
	v.best.turnTo(key)
	v.best.only = true
	return nil
}

// Ways are the inputs that a figure can be reached by, in words.
func Ways(s *deal.Scenario, c pricing.Conventions) (names []string) {
	lines, _ := linesOf(s, c)
	for _, way := range ways(s, lines) {
		names = append(names, spoken(way))
	}
	return names
}

// SeekBy says by what a figure is reached.
func (v *View) SeekBy(s *deal.Scenario, c pricing.Conventions, words string) error {
	lines, err := linesOf(s, c)
	if err != nil {
		return err
	}
	list := ways(s, lines)
	for _, name := range []func(deal.Path) string{spoken, deal.Path.String, rated} {
		if at := slices.IndexFunc(list, func(p deal.Path) bool { return strings.EqualFold(name(p), words) }); at >= 0 {
			v.seek.ways, v.seek.way, v.seek.at, v.seek.row = list, at, 0, 0
			return nil
		}
	}
	return errors.New("it can be reached by " + strings.Join(Ways(s, c), ", "))
}

// rated is a rate without that word.
func rated(p deal.Path) string { return strings.TrimSuffix(spoken(p), " rate") }

// unmarked is the name of an input without what sets the price change apart
// that it belongs to, which people leave out or write in full.
func unmarked(name string) string {
	return strings.NewReplacer(" of price change ", " change ", " (change ", " change ", ")", "").Replace(name)
}

// Axes are the inputs that can be swept, in words, with their usual ranges.
func Axes(s *deal.Scenario) (names []string) {
	for _, a := range usualAxes(offered(s)) {
		if s.Offer == nil && a.Input.Path[0] == "offer" && !slices.Equal(a.Input.Path, discount) {
			continue // which the offer that is made has already
		}
		_, bounds, _ := strings.Cut(a.String(), "=")
		names = append(names, spoken(a.Input.Path)+" "+bounds)
	}
	return names
}

// mostAxes are across and down.
const mostAxes = 2

// Across sweeps one or two inputs, each named as it is spoken of or by its path,
// with a range, or the usual one. No words leave the axes as they are.
func (v *View) Across(s *deal.Scenario, words []string) error {
	if len(words) == 0 {
		return nil
	}
	axes, err := axesIn(s, words)
	switch {
	case err != nil:
		return err
	case len(axes) > mostAxes:
		return errors.New("one input goes across and one down; write two ranges at most")
	}
	axes = append(axes, "")
	t := &v.sweep
	t.x, t.y, t.chosen, t.moved, t.line = axes[0], axes[1], true, false, nil
	return nil
}

// axesIn reads axes: the words up to a range are the name of its input.
func axesIn(s *deal.Scenario, words []string) (axes []string, err error) {
	var name []string
	for i, word := range words {
		bounds, ended := word, strings.Contains(word, "..")
		if ended {
			if before, behind, ok := strings.Cut(word, "="); ok {
				name, bounds = append(name, before), behind
			}
		} else {
			name, bounds = append(name, word), ""
		}
		if !ended && i < len(words)-1 {
			continue
		}
		axis, err := axisOf(s, strings.Join(name, " "), bounds)
		if err != nil {
			return nil, err
		}
		axes, name = append(axes, axis), nil
	}
	return axes, nil
}

// offered is a deal with an offer, which a sweep makes where there is none.
func offered(s *deal.Scenario) *deal.Scenario {
	if s.Offer != nil {
		return s
	}
	c := *s
	c.Offer = &deal.Offer{Months: s.Months}
	return &c
}

// axisOf is an axis as ParseAxis reads it.
func axisOf(s *deal.Scenario, name, bounds string) (string, error) {
	s = offered(s)
	for _, in := range deal.Inputs(s) {
		path := in.Path.String()
		names := []string{spoken(in.Path), rated(in.Path), path, strings.ReplaceAll(path, `"`, "")}
		if !slices.Contains(names, name) && unmarked(names[0]) != unmarked(name) {
			continue
		}
		if usual, ok := whatif.Usual(s, in); bounds == "" && ok {
			return usual.String(), nil
		}
		axis := path + "=" + bounds
		_, err := whatif.ParseAxis(s, axis)
		return axis, err
	}
	return "", fmt.Errorf("%s is no input of the deal; write one such as %s", name, strings.Join(firstOf(Axes(s), 3), ", "))
}

func firstOf(list []string, n int) []string { return list[:min(n, len(list))] }

// Swings are the shares that inputs can be swung by.
func Swings() (list []string) {
	for _, share := range slices.Sorted(slices.Values(swings)) {
		list = append(list, strconv.FormatInt(share, 10)+"%")
	}
	return list
}

// SwingBy says how far inputs swing.
func (v *View) SwingBy(text string) error {
	at := slices.IndexFunc(swings, func(share int64) bool {
		return strconv.FormatInt(share, 10) == strings.TrimSuffix(text, "%")
	})
	if at < 0 {
		return errors.New("inputs swing by " + strings.Join(Swings(), ", "))
	}
	v.tornado.by = at
	return nil
}

// About asks about a figure that is named.
func (v *View) About(name string, public bool) error {
	v.public = public
	at := slices.IndexFunc(figures, func(f figure) bool { return strings.EqualFold(f.name, name) && !(f.own && public) })
	if at < 0 {
		return errors.New("the figures are " + v.Figures())
	}
	v.metric = at
	return nil
}

// TakeThe takes an answer over that is named: by its number in a goal seek, by X,
// or by the values of a point.
func (v *View) TakeThe(words []string) Intent {
	err := errBehind
	if !v.behind {
		err = v.current().choose(words)
	}
	if err != nil {
		return Intent{Do: Refuse, What: err.Error()}
	}
	return v.Do(Take)
}

var errBehind = errors.New("it is still being worked out")

func (t *bestTab) choose(words []string) error {
	x, err := strconv.ParseInt(words[0], 10, 32)
	if t.at() < 0 || err != nil || x < 0 {
		return errors.New(words[0] + " is no number of annuals")
	}
	t.moved, t.x = true, x
	return nil
}

func (t *seekTab) choose(words []string) error {
	n, err := strconv.Atoi(words[0])
	if err != nil || n < 1 || n > t.answers() {
		return fmt.Errorf("the answers are numbered from 1 to %d", t.answers())
	}
	t.at = n - 1
	return nil
}

func (t *tornadoTab) choose([]string) error {
	return errors.New("an input that is swung has no answer; set gives it a value")
}

// TakeNearest takes over what is best: the cheapest X, the nearest answer.
func (v *View) TakeNearest() Intent {
	if err := v.current().nearest(v); err != nil {
		return Intent{Do: Refuse, What: err.Error()}
	}
	if why := v.Off(Take); why != "" {
		return Intent{Do: Refuse, What: why}
	}
	return v.Do(Take)
}

func (t *bestTab) nearest(v *View) error {
	v.Do(Cheapest)
	return nil
}

func (t *seekTab) nearest(*View) error { return nil } // the marked one

func (t *sweepTab) nearest(*View) error { return errors.New("write take and the values of a point") }

func (t *tornadoTab) nearest(v *View) error {
	if v.behind {
		return errBehind
	}
	return t.choose(nil)
}

// choose takes the point in hand that has the values.
func (t *sweepTab) choose(words []string) error {
	if t.grid == nil {
		return errors.New("there is no point to take over")
	}
	axes := []*whatif.Axis{&t.grid.X, t.grid.Y}
	if t.grid.Y == nil {
		axes = axes[:1]
	}
	if len(words) != len(axes) {
		return fmt.Errorf("write the value of %s", axesNamed(axes))
	}
	for i, axis := range axes {
		value, err := axis.Input.Parse(words[i])
		at := slices.IndexFunc(axis.Values, func(v decimal.Decimal) bool { return err == nil && v.Equal(value) })
		if at < 0 {
			return fmt.Errorf("%s is no value of %s on its axis", words[i], spoken(axis.Input.Path))
		}
		t.at[i] = at
	}
	t.moved = true
	return nil
}

func axesNamed(axes []*whatif.Axis) string {
	var names []string
	for _, axis := range axes {
		names = append(names, spoken(axis.Input.Path))
	}
	return strings.Join(names, ", then of ")
}
