package theme

// mono uses no colour at all: weight, reverse and underline carry what the
// words and glyphs do not already say.
func mono() palette {
	return palette{
		name: "mono",

		text:   ink{},
		dim:    ink{faint: true},
		strong: ink{bold: true},
		accent: ink{bold: true},
		warn:   ink{underlined: true},
		good:   ink{},
		bad:    ink{bold: true, underlined: true},

		border:      ink{faint: true},
		borderFocus: ink{bold: true},
		title:       ink{},
		titleFocus:  ink{bold: true},

		selection: ink{reverse: true},
		input:     ink{reverse: true, underlined: true},
		key:       ink{bold: true},
		cursor:    ink{reverse: true},
		badge:     ink{reverse: true},

		covered:   ink{bold: true},
		uncovered: ink{},
		idle:      ink{faint: true},

		worse:  ink{bold: true},
		better: ink{},

		series: [6]ink{{bold: true}, {}, {faint: true}, {bold: true}, {}, {faint: true}},
	}
}
