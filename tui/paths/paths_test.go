package paths

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder makes files, and folders where a name ends in a slash.
func folder(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		var err error
		if strings.HasSuffix(name, "/") {
			err = os.Mkdir(path, 0o700)
		} else {
			err = os.WriteFile(path, nil, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func names(list []Entry) string {
	var out []string
	for _, e := range list {
		name := e.Name
		if e.Folder {
			name += "/"
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

func TestMatches(t *testing.T) {
	dir := folder(t, "acme.toml", "Apex.TOML", "beta.csv", "archive/", ".own.toml", ".git/", "notes.txt")
	for link, to := range map[string]string{"arm.toml": "acme.toml", "away": "archive", "astray.toml": "nowhere"} {
		if err := os.Symlink(filepath.Join(dir, to), filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	f := Read(dir)
	for begin, want := range map[string]string{
		"":           "Apex.TOML acme.toml arm.toml archive/ away/",
		"AC":         "acme.toml",
		"ar":         "arm.toml archive/",
		"acme.toml ": "acme.toml", // completed
		"z":          "",
		".":          ".own.toml .git/",
		"..":         "../",
		"beta":       "",
	} {
		if got := names(f.Matches(begin, ".toml")); got != want {
			t.Errorf("%q leaves %s, want %s", begin, got, want)
		}
	}
	if got := names(f.Matches("b", ".csv")); got != "beta.csv" {
		t.Errorf("of the .csv files there are %s", got)
	}
}

// TestNoFolder says why a folder cannot be read.
func TestNoFolder(t *testing.T) {
	dir := folder(t, "file", "locked/")
	if err := os.Chmod(filepath.Join(dir, "locked"), 0); err != nil {
		t.Fatal(err)
	}
	wants := map[string]string{"nowhere/": "there is no such folder", "file/": "it is not a folder"}
	if os.Geteuid() != 0 { // root may read everything
		wants["locked/"] = "it is not yours to read"
	}
	for name, want := range wants {
		if f := Read(filepath.Join(dir, name) + "/"); f.Err == nil || f.Err.Error() != want {
			t.Errorf("%s: %v, want %s", name, f.Err, want)
		}
	}
	if err := why(&os.PathError{Op: "open", Path: "x", Err: os.ErrPermission}); err.Error() != "it is not yours to read" {
		t.Errorf("a folder that is locked: %v", err)
	}
}

func TestHome(t *testing.T) {
	dir := folder(t, "deals/")
	t.Setenv("HOME", dir)
	for path, want := range map[string]string{"~": dir, "~/deals/x.toml": dir + "/deals/x.toml", "~other/x": "~other/x", "a~": "a~", "": ""} {
		if got := Expand(path); got != want {
			t.Errorf("%s is %s, want %s", path, got, want)
		}
		if want != path && Homely(want) != path {
			t.Errorf("%s is written %s, want %s", want, Homely(want), path)
		}
	}
	if got := names(Read("~/").Matches("", ".toml")); got != "deals/" {
		t.Errorf("at home there is %s", got)
	}
}

func TestShared(t *testing.T) {
	for want, list := range map[string][]string{"": nil, "ac": {"acme", "acorn"}, "日": {"日本", "日曜"}, "one": {"one"}} {
		if got := Shared(list); got != want {
			t.Errorf("%v share %s, want %s", list, got, want)
		}
	}
}
