package tui

import (
	"fmt"
	"strings"
	"testing"
)

// TestActionTable holds the one table together: nothing twice, nothing that
// cannot be found in the help.
func TestActionTable(t *testing.T) {
	ids, keys, words := map[string]bool{}, map[string]action{}, map[string]string{}
	for _, act := range actionTable() {
		if act.id == "" || act.title == "" || act.group == "" || act.run == nil || act.off == nil {
			t.Errorf("action %+v lacks something", act.id)
		}
		if ids[act.id] {
			t.Errorf("two actions are called %s", act.id)
		}
		ids[act.id] = true
		for _, key := range act.keys {
			for in := onPanes; in <= inTornado; in <<= 1 {
				at := fmt.Sprint(in, act.aside(), key)
				if other := keys[at]; act.in&in != 0 && other.id != "" {
					t.Errorf("the key %s does %s and %s", key, other.id, act.id)
				} else if act.in&in != 0 {
					keys[at] = act
				}
			}
			if strings.Contains(startsValue, key) {
				t.Errorf("the key %s of %s also begins a value", key, act.id)
			}
		}
		if act.word != "" && words[act.word] != "" {
			t.Errorf("the word %s does %s and %s", act.word, words[act.word], act.id)
		}
		words[act.word] = act.id
		if len(act.keys) == 0 && act.word == "" {
			t.Errorf("%s can be reached by no key and no word", act.id)
		}
		if args := act.args != ""; args && !strings.HasPrefix(act.example, act.word+" ") && !strings.Contains(act.help, act.word+" ") {
			t.Errorf("%s %s has no example", act.word, act.args)
		}
		if act.hint != "" && (act.rank == 0 || len(act.keys) == 0) {
			t.Errorf("%s is in the footer without a rank or a key", act.id)
		}
	}
}

func TestSplitWords(t *testing.T) {
	for text, want := range map[string]string{
		``:                          ``,
		`m5.large annual 10`:        `m5.large|annual|10`,
		`  a   b `:                  `a|b`,
		`"One annual more"`:         `One annual more`,
		`my" long "file.toml x`:     `my long file.toml|x`,
		`"never closed`:             `never closed`,
		`"a ""quoted"" name" x`:     `a "quoted" name|x`,
		`""""`:                      `"`,
		`variant "" next`:           `variant||next`,
		`set "日本語 の" annual "+10%"`: `set|日本語 の|annual|+10%`,
	} {
		if got := strings.Join(splitWords(text), "|"); got != want {
			t.Errorf("%s parts into %s, want %s", text, got, want)
		}
	}
}
