package scenarios

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"termsheet/scenarios/syntax"
)

// stdin is how standard input is named, on the command line and in messages.
const stdin = "-"

// Open reads a scenario: "-" is standard input, otherwise a path, otherwise the
// name of a built-in.
func Open(ref string) (*Document, error) {
	f, err := find(ref)
	if err != nil {
		return nil, err
	}
	return f.document()
}

// OpenEither reads a scenario as Open does, or a product, told apart by their
// keys: a product has models. One of the two is nil.
func OpenEither(ref string) (*Document, *ProductDocument, error) {
	f, err := find(ref)
	if err != nil {
		if d, ok := catalogue().byID[ref]; ok {
			return nil, d, nil
		}
		return nil, nil, err
	}
	tree, _ := syntax.Parse(f.text)
	if tree != nil && tree.Root.Field("models") != nil && tree.Root.Field("product") == nil {
		p, err := ReadProduct(f.name, f.text)
		if err != nil {
			return nil, nil, err
		}
		p.path = f.path
		return nil, p, nil
	}
	d, err := f.document()
	return d, nil, err
}

// found is a file before it is known what it holds.
type found struct {
	name, path string
	dir        string // where the paths in it start; "" for a built-in
	text       []byte
}

func (f found) document() (*Document, error) {
	return read(&Document{name: f.name, path: f.path, text: f.text, files: newFiles(f.dir)})
}

// find reads standard input, a file or a built-in scenario.
func find(ref string) (found, error) {
	if ref == stdin {
		text, err := io.ReadAll(io.LimitReader(os.Stdin, syntax.MaxBytes+1))
		if err != nil {
			return found{}, unreadable(ref, err)
		}
		return found{name: "standard input", dir: ".", text: text}, nil
	}
	text, err := readLimited(ref)
	switch {
	case err == nil:
		return found{name: ref, path: ref, dir: filepath.Dir(ref), text: text}, nil
	case isBuiltin(ref):
		return builtin(ref)
	}
	return found{}, unreadable(ref, err)
}

// OpenProduct reads a product: an id of the catalogue, or a path.
func OpenProduct(ref string) (*ProductDocument, error) {
	if d, ok := catalogue().byID[ref]; ok {
		return d, nil
	}
	text, err := readLimited(ref)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) && !looksLikePath(ref) {
			return nil, Errors{{Position{File: ref}, "there is no such file, and no product of that id in the catalogue", productFix(ref)}}
		}
		return nil, unreadable(ref, err)
	}
	d, err := ReadProduct(ref, text)
	if err != nil {
		return nil, err
	}
	d.path = ref
	return d, nil
}

// meant is the file that was probably meant by a path that leads nowhere: one
// of the same folder; empty where there is none like it.
func meant(ref string) string {
	dir, name := filepath.Split(ref)
	entries, _ := os.ReadDir(filepath.Dir(ref))
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".toml" {
			names = append(names, e.Name())
		}
	}
	if near := Nearest(name, names); near != "" {
		return dir + near
	}
	return ""
}

// nowhere are the words on a file that is not there.
type nowhere struct{ Errors }

// Unwrap lets the words be read, and the error be known for what it is.
func (n nowhere) Unwrap() []error { return []error{n.Errors, fs.ErrNotExist} }

// unreadable is why a file could not be opened at all.
func unreadable(ref string, err error) error {
	switch {
	case errors.Is(err, errFolder):
		return Errors{{Position{File: ref}, "is a folder", "name a file in it"}}
	case errors.Is(err, fs.ErrNotExist):
		if near := meant(ref); near != "" {
			return nowhere{Errors{{Position{File: ref}, "there is no such file", "write " + near}}}
		}
		if strings.ContainsAny(ref, `/\`) {
			return nowhere{Errors{{Position{File: ref}, "there is no such file", "name one that is there"}}}
		}
		return nowhere{Errors{{Position{File: ref}, "there is no such file, and no built-in scenario of that name", Suggestion(ref, builtinNames(), "the built-in ones are ")}}}
	}
	return Errors{{Position{File: ref}, "cannot be read: " + reason(err), "name a file that can be read"}}
}
