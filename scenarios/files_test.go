package scenarios

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProfiles(t *testing.T) {
	leap := strings.Repeat("1\n", 8784)
	for _, c := range []struct{ name, csv, want, hours string }{
		{"a count a line", "6\n2\n2.0\n2\n", "[{6 1} {2 3}] of 4", "[6 2 2 2]"},
		{"hours and counts", "hour,running\n0,2\n1,6.5\n2,2\n", "[{6.5 1} {2 2}] of 3", "[2 6.5 2]"},
		{"carriage returns, a byte order mark, blank lines, no last newline", "\xef\xbb\xbfhour, running\r\n0, 2\r\n\r\n1,6", "[{6 1} {2 1}] of 2", "[2 6]"},
		{"in quotes", "\"hour\",\"running\"\r\n\"0\",\"2\"\r\n\"1\",6.5\r\n", "[{6.5 1} {2 1}] of 2", "[2 6.5]"},
		{"hours as times", "hour,running\n2025-01-01T00:00,1\n2025-01-01T01:00,0\n", "[{1 1} {0 1}] of 2", "[1 0]"},
		{"hours in another order", "hour,running\n9,2\n7,6\n8,6\n", "[{6 2} {2 1}] of 3", "[2 6 6]"},
		{"hours by other names", "hour,running\nMon 0,2\nMon 3,6\n", "[{6 1} {2 1}] of 2", "[2 6]"},
		{"a leap year", leap, "[{1 8784}] of 8784", "[" + strings.TrimSpace(strings.Repeat("1 ", 8784)) + "]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := doc(t, machines+"[instance.\"m5.large\"]\nprofile = \"p.csv\"\n[variant.A]\n", "p.csv", c.csv)
			for _, s := range d.Scenarios() {
				load := s.Instances[0].Load
				if got := fmt.Sprintf("%v of %s", load.Steps, load.Total); got != c.want || load.Profile != "p.csv" {
					t.Errorf("got %s, %s", got, load.Profile)
				}
				if got := fmt.Sprint(load.Hours); got != c.hours {
					t.Errorf("hour by hour it is %s, want %s", got, c.hours)
				}
			}
		})
	}
}

func TestRefusedProfiles(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{"nothing", "", "1:1: the profile has no hours; write one line an hour"},
		{"only a header", "hour,running\n", "1:1: the profile has no hours; write one line an hour"},
		{"another header", "running\n1\n", `1:1: not a running count: "running"; begin with the header hour,running, or write a count a line`},
		{"a column missing", "hour,running\n0,1\n2\n", `3:1: a column is missing: "2"; write hour,running`},
		{"a column too many", "hour,running\n0,1,3\n", `2:3: not a running count: "1,3"; write a number of instances, like 6`},
		{"negative", "1\n-2\n", `2:1: not a running count: "-2"; write a number of instances, like 6`},
		{"an hour twice", "hour,running\n0,1\n1,1\n0,1\n", `4:1: hour 0 is given twice, first in line 2; keep one of the two`},
		{"an hour missing", "hour,running\n0,1\n1,1\n\"3\",1\n4,1\n", `4:1: the hours between 1 and 3 are missing; write a line for each hour, with 0 where nothing runs`},
		{"an hour of a day missing", "hour,running\n2025-03-30 00:00,1\n2025-03-30 02:00,1\n", `3:1: the hours between 2025-03-30 00:00 and 2025-03-30 02:00 are missing; write a line for each hour, in UTC, with 0 where nothing runs`},
		{"a day missing", "hour,running\n2025-03-30T23:00:00Z,1\n2025-04-01T00:00:00+01:00,1\n", `3:1: the hours between 2025-03-30T23:00:00Z and 2025-04-01T00:00:00+01:00 are missing; write a line for each hour, in UTC, with 0 where nothing runs`},
		{"a column missing, not an hour", "hour,running\n0,1\n1\n2,1\n", `3:1: a column is missing: "1"; write hour,running`},
		{"too many hours", strings.Repeat("1\n", mostHours+1), `10001:1: the profile has more than 10000 hours; write one line an hour of a year`},
		{"too large", strings.Repeat(" ", 1<<20+1), `1:1: the profile is larger than 1 MiB; write one line an hour of a year`},
		{"an hour twice in quotes", "hour,running\n0,1\n\"0\",1\n", `3:1: hour 0 is given twice, first in line 2; keep one of the two`},
		{"a lonely quote", "hour,running\n0,\"\n", `2:3: not a running count: "\""; write a number of instances, like 6`},
		{"no profile at all", strings.Repeat("x\n", 9), "1:1: not a running count: \"x\"; begin with the header hour,running, or write a count a line\n" +
			"2:1: not a running count: \"x\"; write a number of instances, like 6\n3:1: not a running count: \"x\" (further wrong lines: 6); write a number of instances, like 6"},
		{"all at once", "x\n1\ny\x1b\n", "1:1: not a running count: \"x\"; begin with the header hour,running, or write a count a line\n3:1: not a running count: \"y\\x1b\"; write a number of instances, like 6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, "p.csv", c.csv)
			got := refused(t, machines+"[instance.\"m5.large\"]\nprofile = \"p.csv\"\n[variant.A]\n", dir)
			if got = strings.ReplaceAll(got, filepath.Join(dir, "p.csv")+":", ""); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
	dir := folder(t)
	if got := refused(t, machines+"[instance.\"m5.large\"]\nprofile = \"p.csv\"\n", dir); got != `4:11: the profile "p.csv" cannot be read: there is no such file; write a path relative to this file` {
		t.Errorf("missing: %s", got)
	}
	if got := refused(t, machines+"[instance.\"m5.large\"]\nprofile = \".\"\n", dir); got != `4:11: the profile "." cannot be read: it is a folder; write a path relative to this file` {
		t.Errorf("a folder: %s", got)
	}
	for _, outside := range []string{"../p.csv", "/etc/hostname", "in/../../p.csv"} {
		got := refused(t, machines+"[instance.\"m5.large\"]\nprofile = \""+outside+"\"\n", dir)
		if want := `4:11: the profile "` + outside + `" lies outside the scenario's folder; put it beside this file, and write its name`; got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

func TestProductFiles(t *testing.T) {
	dir := folder(t, "p.toml", "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n[instance.x]\nhourly = 1\n", "bad.toml", "id = \"p\"\ndelivery = \"ami\"\nmodels = []\nseler = \"x\"\n")
	d, err := Read("f.toml", []byte("product = \"p.toml\"\nstart = 2027-01-01\n[instance.x]\nrunning = 1\n[variant.A]\nproduct = \"./p.toml\"\n"), dir)
	if err != nil {
		t.Fatal(err)
	}
	if p := d.Product(); p.Product.ID != "p" || p.Path() != filepath.Join(dir, "p.toml") || p.Name() != p.Path() {
		t.Errorf("%+v", p)
	}
	for text, want := range map[string]string{
		"product = \"bad.toml\"\nstart = 2027-01-01\nmoths = 1\n": `3:1: unknown key "moths"; write months` + "\n" +
			"DIR/bad.toml:3:10: models is not a list of pricing models; write a list of \"free\", \"byol\", \"hourly\", \"annual\", \"usage\" or \"contract\"\n" +
			"DIR/bad.toml:4:1: unknown key \"seler\"; write seller",
		"product = \"none.toml\"\nstart = 2027-01-01\n": `1:11: the product file "none.toml" cannot be read: there is no such file; write an id of the catalogue, or a path relative to this file`,
		"product = \"./\"\nstart = 2027-01-01\n":        `1:11: the product file "./" cannot be read: it is a folder; write an id of the catalogue, or a path relative to this file`,
		"product = \"none\"\nstart = 2027-01-01\n":      `1:11: unknown product "none"; write a path relative to this file, or one of ` + strings.Join(catalogue().ids[:len(catalogue().ids)-1], ", ") + " and " + catalogue().ids[len(catalogue().ids)-1],
	} {
		if got := strings.ReplaceAll(refused(t, text, dir), dir, "DIR"); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// TestFilesStay: an edited document is priced with the files it was opened with,
// and what an edit brings in does not reach the document before it.
func TestFilesStay(t *testing.T) {
	const product = "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n"
	dir := folder(t, "p.toml", product, "q.toml", product)
	d, err := Read("f.toml", []byte("product = \"p.toml\"\nstart = 2027-01-01\n"), dir)
	if err != nil || os.Remove(filepath.Join(dir, "p.toml")) != nil {
		t.Fatal(err)
	}
	n, err := d.Apply(Edit{Path: []string{"months"}, Value: "2"}, Edit{"", []string{"variant", "A", "product"}, `"q.toml"`})
	if err != nil {
		t.Fatal(err)
	}
	if n.Product() != d.Product() || len(d.files.products) != 1 || len(n.files.products) != 2 {
		t.Errorf("%v %v", d.files, n.files)
	}
}

func TestOpen(t *testing.T) {
	dir := folder(t, "s.toml", machines, "bad.toml", "x = \n", "p.toml", "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n", "both.toml", machines+"models = []\n")
	path := filepath.Join(dir, "s.toml")
	d, err := Open(path)
	if err != nil || d.Name() != path || d.Path() != path || string(d.Text()) != machines {
		t.Fatalf("%v %v", d, err)
	}
	d, err = Open(firstBuiltin)
	if err != nil || d.Name() != firstBuiltin || d.Path() != "" {
		t.Fatalf("%v %v", d, err)
	}
	for ref, want := range map[string]string{
		filepath.Join(dir, "bad.toml"): filepath.Join(dir, "bad.toml") + ":1:5: not TOML: unexpected character U+000A at start of value; write text in quotes: \"text\"",
		dir:                            dir + ": is a folder; name a file in it",
		filepath.Join(dir, "abd.toml"): filepath.Join(dir, "abd.toml") + ": there is no such file; write " + filepath.Join(dir, "bad.toml"),
		filepath.Join(dir, "quite", "another.toml"): filepath.Join(dir, "quite", "another.toml") + ": there is no such file; name one that is there",
		"covered-basline": "covered-basline: there is no such file, and no built-in scenario of that name; write covered-baseline",
		"a\x1b":           `a\x1b: there is no such file, and no built-in scenario of that name; the built-in ones are`,
	} {
		var errs Errors
		if _, err := Open(ref); !errors.As(err, &errs) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v", ref, err)
		}
	}
	for ref, want := range map[string]string{path: "s", filepath.Join(dir, "p.toml"): "p", "northwind-ngfw": "p", firstBuiltin: "s"} {
		s, p, err := OpenEither(ref)
		if err != nil || (s != nil) != (want == "s") || (p != nil) != (want == "p") {
			t.Errorf("%s: %v %v %v", ref, s, p, err)
		}
	}
	if _, _, err := OpenEither(filepath.Join(dir, "both.toml")); err == nil || !strings.Contains(err.Error(), `unknown key "models"`) {
		t.Errorf("a product makes it a scenario: %v", err)
	}
	if _, err := OpenProduct("northwind-ngwf"); err == nil || err.Error() != "northwind-ngwf: there is no such file, and no product of that id in the catalogue; write northwind-ngfw" {
		t.Error(err)
	}
	if p, err := OpenProduct(filepath.Join(dir, "p.toml")); err != nil || p.Path() != filepath.Join(dir, "p.toml") {
		t.Error(p, err)
	}
}

func TestSave(t *testing.T) {
	dir := folder(t, "s.toml", "product = \"p.toml\"\nstart = 2027-01-01\n", "p.toml", "id = \"p\"\ndelivery = \"ami\"\nmodels = [\"hourly\"]\n")
	path, link := filepath.Join(dir, "s.toml"), filepath.Join(dir, "link.toml")
	if err := errors.Join(os.Chmod(path, 0o640), os.Symlink("s.toml", link)); err != nil {
		t.Fatal(err)
	}
	d, err := Open(link)
	if err != nil {
		t.Fatal(err)
	}
	d, err = d.Apply(Edit{Path: []string{"months"}, Value: "6"})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := d.Save("")
	if err != nil || saved.Path() != link {
		t.Fatal(saved, err)
	}
	info, _ := os.Stat(path)
	if text, _ := os.ReadFile(path); string(text) != "product = \"p.toml\"\nstart = 2027-01-01\nmonths = 6\n" || info.Mode().Perm() != 0o640 {
		t.Errorf("%s %s", text, info.Mode())
	}
	if info, _ := os.Lstat(link); info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link is replaced by a file")
	}

	other := t.TempDir()
	for to, want := range map[string]string{
		filepath.Join(other, "s.toml"):        "the product file \"p.toml\" cannot be read",
		dir:                                   "is a folder; name a file in it",
		filepath.Join(other, "no", "s.toml"):  "cannot be read",
		filepath.Join(dir, "loop.toml"):       "is a circle of symbolic links",
		filepath.Join(dir, "protected.toml"):  "is read-only",
		filepath.Join(dir, "no", "such.toml"): "there is no such file",
	} {
		switch filepath.Base(to) {
		case "loop.toml":
			os.Symlink("loop.toml", to)
		case "protected.toml":
			os.WriteFile(to, nil, 0o444)
		}
		if _, err := d.Save(to); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, not %s", to, err, want)
		}
	}
	for dir, want := range map[string]int{dir: 5, other: 0} {
		left, _ := os.ReadDir(dir)
		if len(left) != want {
			t.Errorf("files are left in %s: %v", dir, left)
		}
	}

	b, _ := Open(firstBuiltin)
	if _, err := b.Save(""); err == nil {
		t.Error("a built-in has no file")
	}
	fresh := filepath.Join(other, "mine.toml")
	if saved, err = b.Save(fresh); err != nil || saved.Name() != fresh || saved.Scenarios()[0].File != fresh {
		t.Errorf("%v %v", saved, err)
	}
}

func TestBuiltins(t *testing.T) {
	infos := Builtins()
	if len(infos) < 10 || infos[0].Name != firstBuiltin {
		t.Fatalf("%v", infos)
	}
	if len(infos) != len(builtinNames()) {
		for _, name := range builtinNames() {
			if _, err := Open(name); err != nil {
				t.Error(err)
			}
		}
	}
	for _, i := range infos {
		if i.Title == "" || i.About == "" || i.ProductID == "" {
			t.Errorf("%+v lacks something", i)
		}
	}
	if err := catalogue().err; err != nil {
		t.Error(err)
	}
	if len(Products()) != 8 {
		t.Errorf("%d products", len(Products()))
	}
}

// TestLongProfiles reads one whose every hour has a count of its own, and
// counts written in two ways as one.
func TestLongProfiles(t *testing.T) {
	var text strings.Builder
	for k := range 8760 {
		fmt.Fprintf(&text, "%d.%02d\n", k/2, k%2*50)
	}
	text.WriteString("7\n07.0\n")
	load, err := parseProfile("long.csv", []byte(text.String()))
	if err != nil || len(load.Steps) != 8760 || load.Total.IntPart() != 8762 {
		t.Fatalf("%d counts in %s hours, %v", len(load.Steps), load.Total, err)
	}
	for i, s := range load.Steps {
		if want := map[bool]int64{true: 3, false: 1}[s.Running.String() == "7"]; s.Weight.IntPart() != want || i > 0 && !s.Running.LessThan(load.Steps[i-1].Running) {
			t.Fatalf("count %s holds for %s hours", s.Running, s.Weight)
		}
	}
}

// TestBuiltinProfile keeps the load of a built-in scenario in a copy of it, and
// lets a file beside the copy go first.
func TestBuiltinProfile(t *testing.T) {
	d, err := Open("hour-by-hour")
	if err != nil {
		t.Fatal(err)
	}
	const year = 8760
	if n := len(d.Scenarios()[0].Instances[0].Load.Hours); n != year || len(d.Files()) != 0 {
		t.Errorf("the built-in one has %d hours, of the files %v", n, d.Files())
	}
	dir := t.TempDir()
	saved, err := d.Save(filepath.Join(dir, "copy.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(saved.Scenarios()[0].Instances[0].Load.Hours); n != year || len(saved.Files()) != 1 {
		t.Errorf("the copy has %d hours, of the files %v", n, saved.Files())
	}
	if err := os.WriteFile(filepath.Join(dir, "hour-by-hour.csv"), []byte("1\n2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	again, err := Open(filepath.Join(dir, "copy.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(again.Scenarios()[0].Instances[0].Load.Hours); n != 2 || len(again.Files()) != 2 {
		t.Errorf("with a file beside it the copy has %d hours, of the files %v", n, again.Files())
	}
}
