package recovery

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"time"
	"unicode/utf8"
)

// absolute is the document by a path that holds from everywhere: one file has
// one, however it is named.
func (doc Document) absolute() Document {
	if doc.Path == "" {
		return doc
	}
	if path, err := filepath.Abs(doc.Path); err == nil {
		doc.Path = path
	}
	if path, err := filepath.EvalSymlinks(doc.Path); err == nil {
		doc.Path = path
	} else if dir, err := filepath.EvalSymlinks(filepath.Dir(doc.Path)); err == nil { // not saved yet
		doc.Path = filepath.Join(dir, filepath.Base(doc.Path))
	}
	return doc
}

// identity is what makes two documents one: the file, else the name.
func (doc Document) identity() string {
	if doc.Path != "" {
		return "file " + doc.Path
	}
	return "name " + doc.Name
}

// hash names a document in the names of files.
func (doc Document) hash() string {
	sum := sha256.Sum256([]byte(doc.identity()))
	return hex.EncodeToString(sum[:16])
}

// version begins a draft's first line, which is a comment of TOML: what is kept
// opens as the scenario that it is, should nothing else be left.
const version = "# termsheet draft 1 "

// header is what a draft knows of its document. Bytes tells a text that was cut
// off from a whole one.
type header struct {
	Path  string    `json:"path,omitempty"`
	Name  string    `json:"name,omitempty"`
	At    time.Time `json:"at"`
	Bytes int       `json:"bytes"`

	Raw []byte `json:"raw,omitempty"` // the path, where it is no text that JSON could hold
}

func (d Draft) encode() []byte {
	// A header of texts and numbers always encodes, and on one line.
	h := header{Path: d.Path, Name: d.Name, At: d.At, Bytes: len(d.Text)}
	if !utf8.ValidString(d.Path) {
		h.Raw = []byte(d.Path)
	}
	line, _ := json.Marshal(h)
	return bytes.Join([][]byte{[]byte(version), line, []byte("\n"), d.Text}, nil)
}

func decode(file []byte) (Draft, bool) {
	rest, ok := bytes.CutPrefix(file, []byte(version))
	line, text, whole := bytes.Cut(rest, []byte("\n"))
	var h header
	if !ok || !whole || json.Unmarshal(line, &h) != nil || h.Bytes != len(text) {
		return Draft{}, false
	}
	if len(h.Raw) > 0 {
		h.Path = string(h.Raw)
	}
	return Draft{Document: Document{h.Path, h.Name}, Text: text, At: h.At}, true
}
