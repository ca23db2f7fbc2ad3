package tui_test

import "testing"

// TestTypingKeys edits a value and a filter as every line of text is edited.
// The bar is the cursor inside the text.
func TestTypingKeys(t *testing.T) {
	for keys, want := range map[string]string{
		"1 2 left 3":                           "m5.large annual 13|2; this deal would be",
		"1 2 home 3 enter":                     "m5.large annual 8 → 312",
		"1 2 home delete enter":                "m5.large annual 8 → 2",
		"enter right 1 enter":                  "m5.large annual 8 → 81", // F2 of a spreadsheet: the cursor goes into the old value
		"enter left 1 enter":                   "m5.large annual 8 → 18",
		"enter 1 enter":                        "m5.large annual 8 → 1", // a character replaces it
		"enter backspace 9 enter":              "m5.large annual 8 → 9",
		"enter left right enter":               "[8]", // looked at, not changed
		"right down down enter ctrl+w 3":       "3",
		"/ type:horizon enter 9 0 0 0 0 enter": "months is out of range: 90000; write 1 to 120", // what was typed is named
		": type:\"horizon 90000\" enter":       "months is out of range: 90000; write 1 to 120",
		": type:\"set m5.large an\"":           ": set m5.large an_",
		"o type:rise":                          "filter: rise_",
		"a type:\"c5n.9 \"":                    "filter: c5n.9 _",
		"ctrl+p x y left z ctrl+a w":           ": w|xzy",
		"ctrl+p o n e space t ctrl+w":          ": one _",
		"n q u i l left left left delete":      "filter: q|il",
		"n q backspace backspace":              "╭▸ Instance mix",
		"n q left backspace backspace esc":     "╭▸ Instance mix",
	} {
		t.Run(keys, func(t *testing.T) {
			s := stage(t, open(t, "covered-baseline"), 80, 24)
			press(t, s, keys)
			wantOn(t, s, want)
		})
	}
}

// TestOthersMove tells that an edit moves variants that are not shown, and none
// that say otherwise.
func TestOthersMove(t *testing.T) {
	for keys, want := range map[string]string{
		"+":       "now 93,222.60; 1 variant too\n",  // two have their own X
		"right +": "now 99,468.60; 3 variants too\n", // none has its own Y
		"v v +":   "now 91,429.60\n",
	} {
		s := stage(t, open(t, "covered-baseline"), 100, 30)
		press(t, s, keys)
		wantOn(t, s, want)
	}
}
