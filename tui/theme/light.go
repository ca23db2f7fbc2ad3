package theme

// light is chosen against paper, not pure white: a whiter background only adds
// contrast.
func light() palette {
	return palette{
		name: "light", background: "#faf8f3", foreground: "#22272e",

		text:   ink{fg: "#22272e"},
		dim:    ink{fg: "#565f6b"},
		strong: ink{fg: "#000000", bold: true},
		accent: ink{fg: "#0b57b0"},
		warn:   ink{fg: "#964400"},
		good:   ink{fg: "#0a6157"},
		bad:    ink{fg: "#a3260c", bold: true},

		border:      ink{fg: "#858d98"},
		borderFocus: ink{fg: "#0b57b0"},
		title:       ink{fg: "#22272e"},
		titleFocus:  ink{fg: "#000000", bold: true},

		selection: ink{fg: "#000000", bg: "#dbe9fc"},
		input:     ink{fg: "#000000", bg: "#e4e1d6", underlined: true},
		key:       ink{fg: "#0b57b0", bold: true},
		cursor:    ink{fg: "#5c2e00", bg: "#ffdfb3"},
		badge:     ink{fg: "#ffffff", bg: "#964400"},

		covered:   ink{fg: "#0b57b0"},
		uncovered: ink{fg: "#9c4a00"},
		idle:      ink{fg: "#565f6b"},

		worse:  ink{fg: "#964400"},
		better: ink{fg: "#0b57b0"},

		series: [6]ink{
			{fg: "#0b57b0"}, {fg: "#9c4a00"}, {fg: "#8a2f86"},
			{fg: "#0e6b57"}, {fg: "#101418"}, {fg: "#334a5e"},
		},
	}
}
