package recovery

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// childDir tells a copy of this test to be an instance that keeps drafts until
// it is killed.
const childDir = "TERMSHEET_TEST_DRAFTS"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		edit(dir)
	}
	os.Exit(m.Run())
}

func edit(dir string) {
	s := In(dir)
	for i := 0; ; i++ {
		text := fmt.Sprintf("%d %s end", i, strings.Repeat("x", 100_000))
		if err := s.Write(Draft{Document: Document{Path: "/a"}, Text: []byte(text), At: time.Unix(int64(i), 0)}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(i)
	}
}

// An instance that is killed in the middle of writing leaves a whole draft.
func TestKilled(t *testing.T) {
	dir, doc := t.TempDir(), Document{Path: "/a"}
	for round := range 3 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childDir+"="+dir)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for range 5 + round {
			if !lines.Scan() {
				t.Fatal("the instance ended")
			}
		}
		if got := len(strings.Split(found(t, dir, doc), "|")); found(t, dir, doc) != "" && got != round {
			t.Errorf("round %d: while it runs %d drafts are offered", round, got)
		}
		if err := child.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = child.Wait() // it was killed
		list, err := In(dir).Find(doc)
		if err != nil || len(list) != round+1 {
			t.Fatalf("round %d: %d drafts, %v", round, len(list), err)
		}
		for _, d := range list {
			var last int
			if _, err := fmt.Sscan(string(d.Text), &last); err != nil || last < 4 || !strings.HasSuffix(string(d.Text), " end") || d.At.Unix() != int64(last) {
				t.Errorf("round %d: a draft of %d bytes at %v", round, len(d.Text), d.At)
			}
		}
	}
}
