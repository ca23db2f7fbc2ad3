package scenarios

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"termsheet/model/deal"
	"termsheet/model/listing"
)

// seedTexts are the texts that the tests know.
func seedTexts(f *testing.F) (texts []string) {
	for _, name := range builtinNames() {
		b, err := builtin(name)
		if err != nil {
			f.Fatal(err)
		}
		texts = append(texts, string(b.text))
	}
	return append(texts, applied1, strings.Replace(everyKey, "every.toml", "brackenfold-observe", 1), strings.ReplaceAll(applied1, "\n", "\r\n"), "\xef\xbb\xbf"+applied1)
}

// inText tells whether a position lies in a text.
func inText(p Position, text string) bool {
	lines := strings.Split(text, "\n")
	return p.Line >= 1 && p.Line <= len(lines) && p.Column >= 1 && p.Column <= len([]rune(lines[p.Line-1]))+1
}

// FuzzRead: no text makes the reader panic, and what is wrong stands in the text.
func FuzzRead(f *testing.F) {
	for _, text := range seedTexts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := Read("f.toml", []byte(text), "")
		if err == nil {
			for _, s := range d.Scenarios() {
				if s.Product == nil || s.Start == 0 || s.Accepted == 0 || s.Accepted > s.Start {
					t.Fatalf("%+v", s)
				}
				if p := d.Where(s.Variant, deal.P("instance", "x")); !inText(p, text) {
					t.Fatalf("%s is not in the text", p)
				}
			}
			return
		}
		var errs Errors
		if !errors.As(err, &errs) || len(errs) == 0 {
			t.Fatalf("%v is not Errors", err)
		}
		for _, e := range errs {
			if !inText(e.Position, text) {
				t.Fatalf("%q: %s is not in the text", text, e)
			}
			if e.Message == "" || e.Fix == "" || strings.ContainsAny(e.Error(), "\n\r\x1b") {
				t.Fatalf("%q", e.Error())
			}
		}
	})
}

// FuzzApply: no edit makes a document panic; one that is made reads, and making
// it again changes nothing.
func FuzzApply(f *testing.F) {
	var docs []*Document
	for _, text := range seedTexts(f) {
		if d, err := Read("f.toml", []byte(text), ""); err == nil {
			docs = append(docs, d)
		}
	}
	for _, s := range []string{`instance."m5.large".annual = 9`, `offer = { months = 12 }`, `price_change.0.announced = 2027-01-01`, `months`, `contract.quantity.hosts = 2`, `instance."m5.large".load.0.share = 1`} {
		path, value, _ := strings.Cut(s, " = ")
		for i := range docs {
			f.Add(uint8(i), uint8(0), path, value)
			f.Add(uint8(i), uint8(1), path, value)
		}
	}
	f.Fuzz(func(t *testing.T, i, variant uint8, path, value string) {
		d := docs[int(i)%len(docs)]
		at, err := deal.ParsePath(path)
		if err != nil {
			return
		}
		e := Edit{d.scenarios[int(variant)%len(d.scenarios)].Variant, at, value}
		n, err := d.Apply(e)
		if err != nil {
			return
		}
		if value == "" {
			return
		}
		again, err := n.Apply(e)
		if err != nil {
			t.Fatalf("%v\n%s\nand then: %v", e, n.text, err)
		}
		if string(again.text) != string(n.text) && !strings.HasPrefix(strings.TrimSpace(value), "{") {
			t.Fatalf("%v twice:\n%s", e, changed(string(n.text), string(again.text)))
		}
	})
}

func firewall() *listing.Product { return catalogue().byID["northwind-ngfw"].Product }

// mediumText is a scenario of about 4 KB.
func mediumText(b *testing.B) []byte {
	f, err := builtin("negotiated-three-years")
	if err != nil {
		b.Fatal(err)
	}
	text := string(f.text)
	for i := 0; len(text) < 4096; i++ {
		text += fmt.Sprintf("\n[variant.\"Number %d\"]\nmonths = 24\n[variant.\"Number %d\".instance]\n", i, i)
		for _, n := range firewall().Instances {
			text += fmt.Sprintf("%q = { annual = %d, running = \"2.5\" }\n", n.Type, i)
		}
	}
	return []byte(text)
}

func BenchmarkRead(b *testing.B) {
	text := mediumText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("f.toml", text, ""); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkApply(b *testing.B) {
	d, err := Read("f.toml", mediumText(b), "")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Apply(Edit{Path: deal.P("instance", "m5.large", "annual"), Value: "9"}); err != nil {
			b.Fatal(err)
		}
	}
}
