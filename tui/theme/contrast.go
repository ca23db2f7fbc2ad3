package theme

// contrast keeps every text at 7:1 or better on black, with borders as plain
// as the text and a selection that cannot be overlooked.
func contrast() palette {
	return palette{
		name: "contrast", dark: true,
		background: "#000000", foreground: "#ffffff",

		text:   ink{fg: "#ffffff"},
		dim:    ink{fg: "#d0d0d0"},
		strong: ink{fg: "#ffffff", bold: true},
		accent: ink{fg: "#8fd0ff", bold: true},
		warn:   ink{fg: "#ffc04d", bold: true},
		good:   ink{fg: "#7df0d8", bold: true},
		bad:    ink{fg: "#ffb09a", bold: true, underlined: true},

		border:      ink{fg: "#c0c0c0"},
		borderFocus: ink{fg: "#ffff60", bold: true},
		title:       ink{fg: "#ffffff", bold: true},
		titleFocus:  ink{fg: "#ffff60", bold: true},

		selection: ink{fg: "#ffffff", bg: "#0a2f8f", bold: true},
		input:     ink{fg: "#000000", bg: "#ffff60", underlined: true},
		key:       ink{fg: "#ffff60", bold: true},
		cursor:    ink{fg: "#000000", bg: "#ffc04d", bold: true},
		badge:     ink{fg: "#000000", bg: "#ffc04d", bold: true},

		covered:   ink{fg: "#8fd0ff"},
		uncovered: ink{fg: "#ffc04d"},
		idle:      ink{fg: "#d0d0d0"},

		worse:  ink{fg: "#ffc04d", bold: true},
		better: ink{fg: "#8fd0ff", bold: true},

		series: [6]ink{
			{fg: "#8fd0ff"}, {fg: "#ffb13b"}, {fg: "#ffd6f2"},
			{fg: "#f4ff70"}, {fg: "#5fd0b8"}, {fg: "#c8ae8c"},
		},
	}
}
