package scenarios

import (
	"maps"
	"slices"
)

// Files are the files on disk that the document was read from: its own first,
// then the products and profiles it names.
func (d *Document) Files() []string {
	var list []string
	if d.path != "" {
		list = append(list, d.path)
	}
	named := slices.AppendSeq(slices.Collect(maps.Keys(d.files.products)), maps.Keys(d.files.profiles))
	slices.Sort(named)
	for _, ref := range named {
		list = append(list, d.files.path(ref))
	}
	return list
}

// Again reads the text of the document once more, with the files it names as
// they are now.
func (d *Document) Again() (*Document, error) {
	return read(&Document{name: d.name, path: d.path, text: d.text, files: newFiles(d.files.dir)})
}

// Rewrite is the document with another text, as edited by hand, beside the same
// files.
func (d *Document) Rewrite(text []byte) (*Document, error) { return d.with(slices.Clone(text)) }
