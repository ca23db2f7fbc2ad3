package scenarios

import (
	"cmp"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"termsheet/model/listing"
	"termsheet/seeds"
)

//go:embed *.toml *.csv
var builtins embed.FS

// firstBuiltin is what the application opens on.
const firstBuiltin = "covered-baseline"

// Info is what a list says about a built-in scenario.
type Info struct{ Name, Title, About, ProductID string }

// shelf is the catalogue as it was read.
type shelf struct {
	ids      []string
	products []*listing.Product
	byID     map[string]*ProductDocument
	err      error
}

// catalogue reads the embedded products once; they never change.
var catalogue = sync.OnceValue(func() *shelf {
	s := &shelf{byID: make(map[string]*ProductDocument)}
	names, err := fs.Glob(seeds.FS, "products/*.toml")
	s.err = err
	for _, name := range names {
		text, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			s.err = cmp.Or(s.err, err)
			continue
		}
		d, err := ReadProduct(name, text)
		if err != nil {
			s.err = cmp.Or(s.err, err)
			continue
		}
		s.ids = append(s.ids, d.Product.ID)
		s.products = append(s.products, d.Product)
		s.byID[d.Product.ID] = d
	}
	return s
})

// Products is the built-in catalogue, by id.
func Products() []*listing.Product { return slices.Clone(catalogue().products) }

// Product finds a product of the built-in catalogue by its id.
func Product(id string) (*listing.Product, bool) {
	if d, ok := catalogue().byID[id]; ok {
		return d.Product, true
	}
	return nil, false
}

// listedBuiltins are the built-in scenarios that can be read, in the order of a list.
var listedBuiltins = sync.OnceValue(func() []Info {
	var infos []Info
	for _, name := range builtinNames() {
		f, err := builtin(name)
		if err != nil {
			continue
		}
		d, err := f.document()
		if err != nil {
			continue
		}
		s := d.scenarios[0]
		infos = append(infos, Info{name, s.Title, s.About, s.Product.ID})
	}
	return infos
})

// Builtins lists the built-in scenarios, the one the application opens on first.
func Builtins() []Info { return slices.Clone(listedBuiltins()) }

// BuiltinText is the file of a built-in scenario.
func BuiltinText(name string) ([]byte, error) {
	f, err := builtin(name)
	return f.text, err
}

func builtinNames() []string {
	files, _ := fs.Glob(builtins, "*.toml")
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".toml")
	}
	slices.SortFunc(files, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a, firstBuiltin), rank(b, firstBuiltin)), cmp.Compare(a, b))
	})
	return files
}

func isBuiltin(name string) bool { return slices.Contains(builtinNames(), name) }

func builtin(name string) (found, error) {
	text, err := builtins.ReadFile(name + ".toml")
	return found{name: name, text: text}, err
}
