package syntax

import (
	"errors"
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// syntaxFixes says what to write instead, by what the parser's message contains.
var syntaxFixes = []struct{ part, fix string }{
	{"strings must be quoted", `write text in quotes: "text"`},
	{"at start of value", `write text in quotes: "text"`},
	{"expected keyword", `write text in quotes: "text"`},
	{"got U+002C", "take the comma out, or write a value before it"},
	{"expected value", "write a value after the equals sign"},
	{"end of input", "write a value after the equals sign"},
	{"expected '='", "write key = value"},
	{"expected newline", "write one key = value a line"},
	{"start of key", `write keys of letters, digits, - and _ bare, all others in quotes: "m5.large"`},
	{"cannot have new lines", "close the quote on the same line"},
	{"unterminated", "close the quote"},
	{"not terminated", "close the three quotes"},
	{"escape", `write a backslash twice, or put the text in single quotes`},
	{"array", "close the list with ]"},
	{"inline table", "close the table with }"},
	{"table name", "close the header with ]"},
	{"leading zero", "leave the zeros out, or write the amount in quotes"},
	{"decimal point", `write the amount in quotes: "0.5"`},
	{"UTF-8", "save the file as UTF-8"},
}

func (b *builder) syntaxFault(err error) Fault {
	at, message := len(b.text), err.Error()
	var p *unstable.ParserError
	if errors.As(err, &p) {
		at, message = len(b.text)-cap(p.Highlight), p.Message
	}
	if strings.Contains(message, "control character") {
		return b.fault(at, "not TOML: "+message, b.escaped(at))
	}
	fix := "write it as TOML does: key = value"
	for _, f := range syntaxFixes {
		if strings.Contains(message, f.part) {
			fix = f.fix
			break
		}
	}
	return b.fault(at, "not TOML: "+message, fix)
}

// escaped says how to write the control character that stands there.
func (b *builder) escaped(at int) string {
	for _, c := range b.text[min(at, len(b.text)):] {
		if c < ' ' || c == 0x7f {
			return fmt.Sprintf(`write it as an escape: \u%04x`, c)
		}
	}
	return "take it out"
}

// wide tells whether a text is UTF-16, by the mark or the zeros at its start.
func wide(text []byte) bool {
	if len(text) < 2 {
		return false
	}
	first, second := text[0], text[1]
	return first == 0xff && second == 0xfe || first == 0xfe && second == 0xff || first == 0 && second != 0 || first != 0 && second == 0
}
