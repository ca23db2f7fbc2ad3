package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// pictures are those that the README shows, and the commands that make them:
// the first scenario after two annuals more, so that every difference shows.
var pictures = map[string][]string{
	"dark.svg":  {"snapshot", "covered-baseline", "--size", "128x44", "--keys", "+ +", "--theme", "dark", "--format", "svg"},
	"light.svg": {"snapshot", "covered-baseline", "--size", "128x44", "--keys", "+ +", "--theme", "light", "--format", "svg"},
}

const pictureFolder = "../../.pictures"

// TestPictures makes the pictures again. With -update, the README test's flag,
// it writes what comes out.
func TestPictures(t *testing.T) {
	update := flag.Lookup("update")
	for name, args := range pictures {
		var out bytes.Buffer
		p := &program{}
		root := p.root()
		root.SetArgs(args)
		root.SetOut(&out)
		root.SetErr(&out)
		p.run(context.Background(), root)
		if p.code != 0 {
			t.Fatalf("%s: ended with %d\n%s", name, p.code, out.String())
		}
		path := filepath.Join(pictureFolder, name)
		if update != nil && update.Value.String() == "true" {
			if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if was, err := os.ReadFile(path); err != nil || !bytes.Equal(was, out.Bytes()) {
			t.Errorf("%s has gone stale (%v); make it again and look at it: go test ./cmd/termsheet -run Pictures -update", path, err)
		}
	}
	files, err := os.ReadDir(pictureFolder)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if pictures[f.Name()] == nil {
			t.Errorf("no command makes %s", f.Name())
		}
	}
}
