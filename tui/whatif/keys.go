package whatif

import "slices"

// Key is a key of a question, or several that belong together, as the help tells
// it.
type Key struct {
	Keys  []string
	Title string
	Help  string
	own   bool // the seller's, which no buyer sees
}

// keysOf are the keys of each question, in the order the help shows them.
var keysOf = [tabs][]Key{
	Best: {
		{Keys: []string{"left", "right", "-", "+", "h", "l"}, Title: "one annual less, or more", Help: "the deal moves with X, and the dollars of what stays uncovered"},
		{Keys: []string{"pgdown", "pgup"}, Title: "ten less, or more"},
		{Keys: []string{"home", "end", "g", "G"}, Title: "none, or the most that the curve has"},
		{Keys: []string{"b"}, Title: "the cheapest X"},
		{Keys: []string{"up", "down", "k", "j"}, Title: "another type"},
		{Keys: []string{"<", ">"}, Title: "day before, next day", Help: "of a profile, in the strip"},
		{Keys: []string{"{", "}"}, Title: "week before, next week", Help: "of a profile, in the strip"},
		{Keys: []string{"i"}, Title: "hours in order of what runs", Help: "or as they come; of a profile, in the strip"},
		{Keys: []string{"enter"}, Title: "take X over"},
	},
	Seek: {
		{Keys: []string{"0", "9", ".", ","}, Title: "type the target", Help: "of the figure; backspace takes a digit away, ctrl+u all"},
		{Keys: []string{"left", "right", "h", "l"}, Title: "by what it is reached", Help: "the discount, one rate, or the annuals of a type"},
		{Keys: []string{"up", "down", "k", "j", "pgup", "pgdown", "home", "end"}, Title: "answers and lines", Help: "the marked answer is the one that enter takes over"},
		{Keys: []string{"space"}, Title: "hold the line", Help: "a discount leaves it as it is; again lets it go"},
		{Keys: []string{"f"}, Title: "floor", Help: "the lowest share of list, such as 85%: of the line at the cursor, else of all", own: true},
		{Keys: []string{"s"}, Title: "step", Help: "what can be sold: 0.5 for half percents of a discount, 0.01 for cents of a rate"},
		{Keys: []string{"enter"}, Title: "take the answer over", Help: "one edit: undo takes it back"},
	},
	Sweep: {
		{Keys: []string{"left", "right", "up", "down", "h", "l", "k", "j"}, Title: "move the deal in the grid"},
		{Keys: []string{"home", "end", "pgup", "pgdown"}, Title: "to an end, or five rows"},
		{Keys: []string{"[", "]"}, Title: "another input across"},
		{Keys: []string{"{", "}"}, Title: "another input down", Help: "or none: a curve"},
		{Keys: []string{"x", "y"}, Title: "type a range", Help: `PATH=FROM..TO/STEP, across or down: instance."m5.large".annual=0..40/2`},
		{Keys: []string{"enter"}, Title: "take the point over"},
	},
	Tornado: {
		{Keys: []string{"up", "down", "k", "j", "pgup", "pgdown", "home", "end", "g", "G"}, Title: "another input"},
		{Keys: []string{"left", "right", "-", "+", "h", "l"}, Title: "swing less, or more"},
		{Keys: []string{"enter"}, Title: "go to the field of the input"},
	},
}

// everywhere are the keys that all questions have.
var everywhere = []Key{
	{Keys: []string{"tab", "shift+tab"}, Title: "next question, the one before"},
	{Keys: []string{"m", "M"}, Title: "another figure, the one before"},
	{Keys: []string{"esc"}, Title: "back", Help: "while it is worked out: call it off"},
}

// Question is one of the what-ifs with the keys that it has.
type Question struct {
	Title string
	Keys  []Key
}

// Questions are all of them; the last has the keys that every question has.
func Questions() []Question {
	var list []Question
	for tab, keys := range keysOf {
		list = append(list, Question{"What if: " + titles[tab], keys})
	}
	return append(list, Question{"What if: everywhere", everywhere})
}

// Keys are the keys of the question that is open, and its title.
func (v *View) Keys() (title string, list []Key) {
	for _, k := range slices.Concat(keysOf[v.tab], everywhere) {
		if k.own && v.public || v.tab == Best && k.Keys[0] == "m" {
			continue
		}
		if k.Keys[0] == "m" {
			k.Help = v.figureNames()
		}
		list = append(list, k)
	}
	return "What if: " + titles[v.tab], list
}
