package scenarios

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"termsheet/model/deal"
	"termsheet/scenarios/syntax"
)

// files are what a scenario names: products and profiles. Each is read once, so
// that an edited document is priced with what it was opened with.
type files struct {
	dir      string // where relative paths start; "" for none
	products map[string]*ProductDocument
	profiles map[string]deal.Load
}

func newFiles(dir string) *files {
	return &files{dir, make(map[string]*ProductDocument), make(map[string]deal.Load)}
}

// path is a name of a scenario as a path on disk.
func (f *files) path(ref string) string {
	if filepath.IsAbs(ref) {
		return ref
	}
	return filepath.Join(f.dir, ref)
}

// readLimited reads a file that may not be a folder, and one byte more than a
// file may have at most.
func readLimited(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errFolder
	}
	return io.ReadAll(io.LimitReader(file, syntax.MaxBytes+1))
}

var errFolder = errors.New("is a folder")

// reasons are what keeps a file from being read, in our own words.
var reasons = []struct {
	err  error
	said string
}{
	{fs.ErrNotExist, "there is no such file"},
	{fs.ErrPermission, "it is not yours to read"},
	{errFolder, "it is a folder"},
}

// reason is why a file cannot be read, without its name.
func reason(err error) string {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.said
		}
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// looksLikePath tells a path from an id of the catalogue.
func looksLikePath(ref string) bool {
	return strings.ContainsAny(ref, `/\`) || strings.HasSuffix(ref, ".toml")
}

// findProduct reads the product that a scenario names.
func (r *reader) findProduct(root *place, f *files) *ProductDocument {
	p := root.at("product")
	if p == nil {
		if stands := root.Field("product"); stands != nil {
			r.wrong(root.field(stands), "a product", `write product = "northwind-ngfw"`)
		}
		return nil
	}
	if p.Kind != syntax.String {
		r.wrong(p, "a product", `write product = "northwind-ngfw"`)
		return nil
	}
	if d, ok := catalogue().byID[p.Text]; ok {
		return d
	}
	if d, ok := f.products[p.Text]; ok {
		return d
	}
	if f.dir == "" {
		r.refuse(p, "unknown product "+Quoted(p.Text), productFix(p.Text))
		return nil
	}
	text, err := readLimited(f.path(p.Text))
	if err != nil {
		r.refuseProduct(p, err)
		return nil
	}
	d, err := ReadProduct(f.path(p.Text), text)
	if err != nil {
		r.alsoWrong(err)
		return nil
	}
	d.path = f.path(p.Text)
	f.products[p.Text] = d
	return d
}

func (r *reader) refuseProduct(p *place, err error) {
	if errors.Is(err, fs.ErrNotExist) && !looksLikePath(p.Text) {
		r.refuse(p, "unknown product "+Quoted(p.Text), productFix(p.Text))
		return
	}
	r.refuse(p, fmt.Sprintf("the product file %s cannot be read: %s", Quoted(p.Text), reason(err)),
		"write an id of the catalogue, or a path relative to this file")
}

func productFix(typed string) string {
	return Suggestion(typed, catalogue().ids, "write a path relative to this file, or one of ")
}

// alsoWrong takes over the errors of another file.
func (r *reader) alsoWrong(err error) {
	var errs Errors
	if errors.As(err, &errs) {
		for _, e := range errs {
			r.faults = append(r.faults, fault{file: e})
		}
	}
}

// clone is for the next document: what it adds does not reach this one.
func (f *files) clone() *files {
	return &files{f.dir, maps.Clone(f.products), maps.Clone(f.profiles)}
}
