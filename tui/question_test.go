package tui_test

import "testing"

// TestQuestions are answered by a digit or a letter; other keys do nothing, and
// nothing is typed into them.
func TestQuestions(t *testing.T) {
	for keys, want := range map[string]string{
		"+ q":                       "1 s",
		"+ q z x y":                 "▸ save and quit",
		"+ q 3":                     "[9]",
		"+ q t":                     "[9]",
		"+ n type:quill enter q":    "covered-baseline was left with edits that no file has.",
		"+ n type:quill enter q 1":  "base 1/4 · edited",
		"+ n type:quill enter q 3":  "Quillmere",
		"+ n type:quill enter f5 q": "another deal was left",
		"+ n type:quill enter u":    "▼ -1,793",
		"+ q T":                     "[9]",
		"+ q 9":                     "╭▸ Unsaved edits",
		"+ q s":                     "save and quit: nothing is written here",
		"+ q backspace tab":         "╭▸ Unsaved edits",
		": type:\"theme \" esc":     "╭▸ Instance mix",
	} {
		s := stage(t, open(t, "covered-baseline"), 80, 24)
		press(t, s, keys)
		wantOn(t, s, want)
	}
}
