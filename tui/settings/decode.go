package settings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/BurntSushi/toml"

	"termsheet/scenarios"
	"termsheet/scenarios/syntax"
	"termsheet/tui/theme"
)

// Decode reads settings. The error lists everything that is wrong with the
// file, each with its place and what to write instead; the settings are the
// default then, since half of what somebody asked for would surprise.
func Decode(name string, text []byte, a Actions) (Settings, error) {
	d := &decoder{file: name, actions: a, settings: Default(a), givenTo: map[string][]given{}}
	if len(text) > syntax.MaxBytes {
		d.refuse(1, 1, "the file is larger than 1 MiB", "settings fit into a few lines")
		return Default(a), d.errs
	}
	// One reader says what the values are, the other where they stand.
	tree, faults := syntax.Parse(text)
	for _, f := range faults {
		d.refuse(f.Line, f.Column, f.Message, f.Fix)
	}
	if tree != nil {
		d.tree = tree
		d.document(text)
	}
	if len(d.errs) > 0 {
		return Default(a), d.errs
	}
	return d.settings, nil
}

type decoder struct {
	file     string
	tree     *syntax.Tree
	actions  Actions
	settings Settings
	givenTo  map[string][]given
	errs     scenarios.Errors
}

// given is the action that a key was given to, and where.
type given struct {
	action string
	line   int
}

func (d *decoder) refuse(line, column int, message, fix string) {
	d.errs = append(d.errs, &scenarios.Error{Position: scenarios.Position{File: d.file, Line: line, Column: column}, Message: message, Fix: fix})
}

// refuseKey points at a key, refuseValue at what is set.
func (d *decoder) refuseKey(n *syntax.Node, message, fix string) {
	line, column := d.tree.Position(n.At())
	d.refuse(line, column, message, fix)
}

func (d *decoder) refuseValue(n *syntax.Node, message, fix string) {
	if n.Value == (syntax.Span{}) {
		d.refuseKey(n, message, fix)
		return
	}
	line, column := d.tree.Position(n.Value.Start)
	d.refuse(line, column, message, fix)
}

// field is something that a file can set.
type field struct {
	name string
	read func(*decoder, *syntax.Node, any)
}

// fields are in the order in which messages list them.
func fields() []field {
	return []field{
		{"theme", (*decoder).theme},
		{"ascii", flag(func(s *Settings) *bool { return &s.ASCII })},
		{"mouse", flag(func(s *Settings) *bool { return &s.Mouse })},
		{"autosave", flag(func(s *Settings) *bool { return &s.Autosave })},
		{"keys", (*decoder).keys},
	}
}

func (d *decoder) document(text []byte) {
	var values map[string]any
	_, err := toml.Decode(string(text), &values)
	var wrong toml.ParseError
	switch {
	case err == nil:
	case len(d.errs) > 0: // said already
		return
	case errors.As(err, &wrong):
		d.refuse(wrong.Position.Line, max(wrong.Position.Col, 1), "not TOML: "+wrong.Message, "write it as TOML does: key = value")
		return
	default:
		d.refuse(1, 1, "not TOML: "+err.Error(), "write it as TOML does: key = value")
		return
	}
	var names []string
	known := map[string]field{}
	for _, f := range fields() {
		names = append(names, f.name)
		known[f.name] = f
	}
	for _, n := range d.tree.Root.Fields {
		if f, ok := known[n.Name]; ok {
			f.read(d, n, values[n.Name])
			continue
		}
		d.refuseKey(n, "there is no setting "+scenarios.Quoted(n.Name), scenarios.Suggestion(n.Name, names, "the settings are "))
	}
}

func (d *decoder) theme(n *syntax.Node, value any) {
	names := theme.Choices()
	name, ok := value.(string)
	switch {
	case !ok:
		d.refuseValue(n, "theme is "+n.Kind.String()+", not the name of a theme", `write theme = "`+theme.Auto+`"`)
	case !slices.Contains(names, name):
		d.refuseValue(n, "there is no theme "+scenarios.Quoted(name), scenarios.Suggestion(name, names, "the themes are "))
	default:
		d.settings.Theme = name
	}
}

// flag reads what is on or off.
func flag(at func(*Settings) *bool) func(*decoder, *syntax.Node, any) {
	return func(d *decoder, n *syntax.Node, value any) {
		on, ok := value.(bool)
		if !ok {
			d.refuseValue(n, n.Name+" is "+n.Kind.String()+", not true or false", fmt.Sprintf("write %s = true or %s = false", n.Name, n.Name))
			return
		}
		*at(&d.settings) = on
	}
}

func (d *decoder) keys(n *syntax.Node, value any) {
	bound, ok := value.(map[string]any)
	if !ok {
		d.refuseValue(n, "keys is "+n.Kind.String()+", not a table", "write [keys], and under it lines such as undo = [\"u\"]")
		return
	}
	d.settings.keys = map[string][]string{}
	ids := slices.Sorted(maps.Keys(d.actions.Keys))
	for _, f := range n.Fields {
		if _, ok := d.actions.Keys[f.Name]; !ok {
			d.refuseKey(f, "there is no action "+scenarios.Quoted(f.Name), scenarios.Suggestion(f.Name, ids, "the actions are "))
			continue
		}
		d.settings.keys[f.Name] = d.list(f, bound[f.Name])
	}
}

// list reads the keys of one action. An empty list takes its keys away.
func (d *decoder) list(n *syntax.Node, value any) []string {
	items, ok := value.([]any)
	if !ok {
		fix := `["u", "ctrl+z"]`
		if key, ok := value.(string); ok {
			fix = "[" + strconv.Quote(key) + "]"
		}
		d.refuseValue(n, n.Name+" is "+n.Kind.String()+", not a list of keys", "write "+n.Name+" = "+fix)
		return nil
	}
	var keys []string
	for i, item := range items {
		at := n.Items[i]
		written, ok := item.(string)
		if !ok {
			d.refuseValue(at, "a key is "+at.Kind.String()+", not text", `write it in quotes: "u"`)
			continue
		}
		if d.bind(n.Name, written, at) {
			keys = append(keys, written)
		}
	}
	return keys
}

// bind gives a key to an action, once.
func (d *decoder) bind(action, key string, at *syntax.Node) bool {
	if message, fix := unlike(key); message != "" {
		d.refuseValue(at, message, fix)
		return false
	}
	if slices.Contains(d.actions.Fixed, key) {
		d.refuseValue(at, scenarios.Quoted(key)+" keeps what it does", "choose another key")
		return false
	}
	for _, earlier := range d.givenTo[key] {
		if d.actions.clash(action, earlier.action) {
			d.refuseValue(at, fmt.Sprintf("%s is given to %s in line %d already", scenarios.Quoted(key), earlier.action, earlier.line), "take one of the two out")
			return false
		}
	}
	line, _ := d.tree.Position(at.At())
	d.givenTo[key] = append(d.givenTo[key], given{action, line})
	return true
}
