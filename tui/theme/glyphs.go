package theme

// Glyphs are the drawing characters of a theme, each exactly one cell wide, so
// that a glyph can replace another without moving anything.
type Glyphs struct {
	// ASCII says that nothing outside printable ASCII may be written, neither
	// glyphs nor text from files.
	ASCII bool

	TopLeft, TopRight, BottomLeft, BottomRight string
	Horizontal, Vertical                       string
	TeeLeft, TeeRight, TeeDown, TeeUp, Cross   string // a tee is named by where its arm points: TeeRight is ├

	Ellipsis      string // something was cut here
	CutLeft       string // goes on to the left of what is shown
	CutRight      string
	Pointer       string // the focused row or panel
	Up, Down      string // more, less
	Arrow         string // from, to
	Check, Winner string
	Bullet        string // an event
	Ring          string // an event of the lesser kind
	Diamond       string // a crossing, a point set apart
	Triangle      string // an agreement, an announcement
	Dot           string // separates, or stands for nothing

	Error, Warning, Note string // a finding, by how grave it is

	Covered, Uncovered, Idle string
	Hatch                    string // announced, not yet in effect
	Dash                     string // a line that is only possible
	CursorLine               string
	CursorHead               string

	Levels [8]string // one eighth to full
	Below  [2]string // half and full, hanging from the top of the cell
	Shades [5]string // least to most

	Markers [6]string // series of a chart
	Lines   [6]Line
}

// Line is how one series of a chart is drawn with box characters. A corner is
// named by the two sides it opens to: DownLeft is ╮.
type Line struct {
	Horizontal, Vertical                 string
	DownRight, DownLeft, UpRight, UpLeft string
}

func unicodeGlyphs() Glyphs {
	round := func(h, v string) Line { return Line{h, v, "╭", "╮", "╰", "╯"} }
	return Glyphs{
		TopLeft: "╭", TopRight: "╮", BottomLeft: "╰", BottomRight: "╯",
		Horizontal: "─", Vertical: "│",
		TeeLeft: "┤", TeeRight: "├", TeeDown: "┬", TeeUp: "┴", Cross: "┼",

		Ellipsis: "…", CutLeft: "‹", CutRight: "›", Pointer: "▸",
		Up: "▲", Down: "▼", Arrow: "→", Check: "✓", Winner: "★",
		Bullet: "●", Ring: "○", Diamond: "◆", Triangle: "▲", Dot: "·",

		Error: "✗", Warning: "!", Note: "*",

		Covered: "█", Uncovered: "▒", Idle: "░",
		Hatch: "╱", Dash: "╌", CursorLine: "┊", CursorHead: "▼",

		Levels: [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Below:  [2]string{"▀", "█"},
		Shades: [5]string{"·", "░", "▒", "▓", "█"},

		Markers: [6]string{"●", "○", "◆", "◇", "■", "□"},
		Lines: [6]Line{
			round("─", "│"),
			{"━", "┃", "┏", "┓", "┗", "┛"},
			{"═", "║", "╔", "╗", "╚", "╝"},
			round("╌", "╎"),
			{"╍", "╏", "┏", "┓", "┗", "┛"},
			round("┈", "┊"),
		},
	}
}

func asciiGlyphs() Glyphs {
	plain := func(h, v string) Line { return Line{h, v, "+", "+", "+", "+"} }
	return Glyphs{
		ASCII: true,

		TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		Horizontal: "-", Vertical: "|",
		TeeLeft: "|", TeeRight: "|", TeeDown: "+", TeeUp: "+", Cross: "+",

		Ellipsis: "~", CutLeft: "<", CutRight: ">", Pointer: ">",
		Up: "+", Down: "-", Arrow: ">", Check: "x", Winner: "*",
		Bullet: "o", Ring: ".", Diamond: "X", Triangle: "^", Dot: ".",

		Error: "E", Warning: "!", Note: "*",

		Covered: "#", Uncovered: "=", Idle: ".",
		Hatch: "/", Dash: ".", CursorLine: ":", CursorHead: "|",

		Levels: [8]string{".", ".", ":", ":", "=", "=", "#", "#"},
		Below:  [2]string{"\"", "#"},
		Shades: [5]string{".", ":", "=", "%", "#"},

		Markers: [6]string{"a", "b", "c", "d", "e", "f"},
		Lines: [6]Line{
			plain("-", "|"), plain("=", "|"), plain("_", "|"),
			plain("~", ":"), plain("*", "*"), plain(".", ":"),
		},
	}
}
