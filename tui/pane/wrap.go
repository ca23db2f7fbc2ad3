package pane

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"termsheet/tui/theme"
)

// Wrap breaks a text into lines of at most w cells, between words where it can.
func Wrap(text string, w int) []string {
	if w <= 0 {
		return nil
	}
	for i := range len(text) {
		if text[i] < 0x20 || text[i] > 0x7e {
			return strings.Split(ansi.Wrap(text, w, ""), "\n")
		}
	}
	return wrapPlain(text, w)
}

// Paragraph writes a text, which may come from a file, in lines of at most w cells.
func Paragraph(th *theme.Theme, style theme.Style, text string, w int) []string {
	lines := Wrap(th.Clean(text), w)
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

// wrapPlain does the same, to the byte, for text in ASCII, which nearly all is: a
// cell a byte, and no clusters to look for.
func wrapPlain(text string, w int) (lines []string) {
	line := make([]byte, 0, w+1)
	word, gap := 0, 0 // where the word begins that is not written yet, and the blanks before it
	fill := func() {
		for ; gap > 0; gap-- {
			line = append(line, ' ')
		}
	}
	write := func(to int) {
		if word < to {
			fill()
			line = append(line, text[word:to]...)
		}
		word = to
	}
	end := func() {
		lines = append(lines, string(line))
		line, gap = line[:0], 0
	}
	for i := range len(text) {
		switch text[i] {
		case ' ':
			write(i)
			word, gap = i+1, gap+1
		case '-':
			fill()
			if len(line)+i-word < w {
				write(i + 1)
			}
		default:
			if len(line) == w {
				end()
			}
			if i+1-word == w { // longer than a line
				write(i + 1)
			}
			if len(line)+i+1-word+gap > w {
				end()
			}
		}
	}
	if word == len(text) && len(line)+gap <= w {
		fill()
	}
	write(len(text))
	return append(lines, string(line))
}
