package theme

// dark is chosen against the lightest background that dark terminals commonly
// have, so that a darker one only adds contrast.
func dark() palette {
	return palette{
		name: "dark", dark: true,
		background: "#1b202a", foreground: "#d8dee9",

		text:   ink{fg: "#d8dee9"},
		dim:    ink{fg: "#a3afc0"},
		strong: ink{fg: "#ffffff", bold: true},
		accent: ink{fg: "#7cbcff"},
		warn:   ink{fg: "#f5a94f"},
		good:   ink{fg: "#63cfc0"},
		bad:    ink{fg: "#ff9e80", bold: true},

		border:      ink{fg: "#66748a"},
		borderFocus: ink{fg: "#7cbcff"},
		title:       ink{fg: "#d8dee9"},
		titleFocus:  ink{fg: "#ffffff", bold: true},

		selection: ink{fg: "#ffffff", bg: "#25406b"},
		input:     ink{fg: "#ffffff", bg: "#3a3f55", underlined: true},
		key:       ink{fg: "#7cbcff", bold: true},
		cursor:    ink{fg: "#ffd9a0", bg: "#444444"},
		badge:     ink{fg: "#1b202a", bg: "#f5a94f"},

		covered:   ink{fg: "#7cbcff"},
		uncovered: ink{fg: "#f5a94f"},
		idle:      ink{fg: "#a3afc0"},

		worse:  ink{fg: "#f5a94f"},
		better: ink{fg: "#7cbcff"},

		series: [6]ink{
			{fg: "#7cbcff"}, {fg: "#f5a94f"}, {fg: "#ffc9ee"},
			{fg: "#eeffb0"}, {fg: "#7fc0b8"}, {fg: "#cbb59f"},
		},
	}
}
