package scenarios

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"termsheet/scenarios/syntax"
)

// stdin is how standard input is named, on the command line and in messages.
const stdin = "-"

// Open reads a scenario: "-" is standard input, otherwise a path, otherwise the
// name of a built-in.
func Open(ref string) (*Document, error) {
	if ref == stdin {
		text, err := io.ReadAll(io.LimitReader(os.Stdin, syntax.MaxBytes+1))
		if err != nil {
			return nil, unreadable(ref, err)
		}
		return Read("standard input", text, ".")
	}
	text, err := readLimited(ref)
	if err != nil && isBuiltin(ref) {
		return openBuiltin(ref)
	}
	if err != nil {
		return nil, unreadable(ref, err)
	}
	return read(&Document{name: ref, path: ref, text: text, files: newFiles(filepath.Dir(ref))})
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

// unreadable is why a file could not be opened at all.
func unreadable(ref string, err error) Errors {
	switch {
	case errors.Is(err, errFolder):
		return Errors{{Position{File: ref}, "is a folder", "name a file in it"}}
	case errors.Is(err, fs.ErrNotExist):
		return Errors{{Position{File: ref}, "there is no such file, and no built-in scenario of that name", suggestion(ref, builtinNames(), "the built-in ones are ")}}
	}
	return Errors{{Position{File: ref}, "cannot be read: " + reason(err), "name a file that can be read"}}
}
