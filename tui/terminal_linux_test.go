package tui_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// frame is a beat of the renderer's clock. Keys come at all parts of it, one
// after the other, or they would all meet it at the same.
const frame = time.Second / 60

// A program is done with a frame when it has been quiet for some frames of the
// renderer's clock; one that says nothing at all for long has died.
const (
	quiet = 60 * time.Millisecond
	dead  = 20 * time.Second
)

// BenchmarkTerminal is what the user feels: the built program on a
// pseudo-terminal that answers no query, from a key to the last byte written,
// and what that sends; beside it, in turns, about the least program that Bubble
// Tea makes. Both wait for the renderer's clock, so the ratio says what is
// added to that.
func BenchmarkTerminal(b *testing.B) {
	ours, bare := built(b, "termsheet/cmd/termsheet"), built(b, "./testdata/bare")
	for name, size := range benchSizes {
		for _, of := range frameKeys {
			b.Run(of.name+" "+name, func(b *testing.B) {
				a, c := start(b, size[0], size[1], ours, "covered-baseline"), start(b, size[0], size[1], bare)
				keys := map[string][]string{"edit": {"+", "-"}, "cursor": {"\x1b[B", "\x1b[A"}}[of.name]
				var took, least []time.Duration
				sent := 0
				for b.Loop() {
					for _, k := range keys {
						time.Sleep(frame * time.Duration(len(took)*5%13) / 13)
						t, n := a.key(b, k)
						took, sent = append(took, t), sent+n
						time.Sleep(frame * time.Duration(len(least)*5%13) / 13)
						t, _ = c.key(b, "x")
						least = append(least, t)
					}
				}
				b.ReportMetric(0, "ns/op") // mostly waiting for quiet
				b.ReportMetric(float64(sent)/float64(len(took)), "bytes/key")
				report(b, took, least)
			})
		}
	}
}

// BenchmarkStart is from the start of the process to the end of the first
// frame, against the least program that Bubble Tea makes.
func BenchmarkStart(b *testing.B) {
	ours, bare := built(b, "termsheet/cmd/termsheet"), built(b, "./testdata/bare")
	for name, size := range benchSizes {
		b.Run(name, func(b *testing.B) {
			var took, least []time.Duration
			for b.Loop() {
				took = append(took, start(b, size[0], size[1], ours, "covered-baseline").leave())
				least = append(least, start(b, size[0], size[1], bare).leave())
			}
			b.ReportMetric(0, "ns/op")
			report(b, took, least)
		})
	}
}

// report gives the medians, and theirs as a ratio.
func report(b *testing.B, took, least []time.Duration) {
	ours, bare := median(took), median(least)
	b.ReportMetric(float64(ours.Microseconds())/1000, "ms")
	b.ReportMetric(float64(bare.Microseconds())/1000, "ms-bare")
	b.ReportMetric(float64(ours)/float64(bare), "x-bare")
}

// built is a program of this module.
func built(t testing.TB, pkg string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "program")
	if out, err := exec.Command("go", "build", "-o", to, pkg).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return to
}

// running is a program on a pseudo-terminal, with all it has written and when.
type running struct {
	tty     *os.File
	cmd     *exec.Cmd
	written chan chunk
	first   time.Duration // from the start to the end of the first frame
}

type chunk struct {
	at    time.Time
	bytes []byte
}

// start runs a program until its first frame is complete: the last row of
// either has the word by which one leaves.
func start(t testing.TB, w, h int, command ...string) *running {
	t.Helper()
	tty, program := pty(t, w, h)
	r := &running{tty: tty, cmd: exec.Command(command[0], command[1:]...), written: make(chan chunk, 1000)}
	r.cmd.Stdin, r.cmd.Stdout, r.cmd.Stderr = program, program, program
	home := t.TempDir()
	r.cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home}
	r.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	began := time.Now()
	if err := r.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	program.Close()
	go r.read()
	t.Cleanup(func() { r.leave() })
	var seen []byte
	for !bytes.Contains(seen, []byte("quit")) {
		c := r.next(t, dead)
		if c == nil {
			t.Fatalf("no first frame, but %q", seen)
		}
		seen = append(seen, c.bytes...)
		r.first = c.at.Sub(began)
	}
	for r.next(t, quiet) != nil {
	}
	return r
}

// read notes what the program writes until its terminal is closed.
func (r *running) read() {
	defer close(r.written)
	for {
		buf := make([]byte, 1<<16)
		n, err := r.tty.Read(buf)
		if err != nil {
			return
		}
		r.written <- chunk{time.Now(), buf[:n]}
	}
}

// next is what is written within some time, nil for nothing.
func (r *running) next(t testing.TB, within time.Duration) *chunk {
	t.Helper()
	select {
	case c, more := <-r.written:
		if !more {
			t.Fatal("the program has ended")
		}
		return &c
	case <-time.After(within):
		return nil
	}
}

// key is how long it takes from a key to the last byte, and how many there are.
func (r *running) key(t testing.TB, key string) (took time.Duration, sent int) {
	t.Helper()
	began := time.Now()
	if _, err := r.tty.WriteString(key); err != nil {
		t.Fatal(err)
	}
	for c := r.next(t, dead); c != nil; c = r.next(t, quiet) {
		took, sent = c.at.Sub(began), sent+len(c.bytes)
	}
	if sent == 0 {
		t.Fatalf("%q has no answer", key)
	}
	return took, sent
}

// leave ends the program and tells when its first frame was complete.
func (r *running) leave() time.Duration {
	if r.cmd.ProcessState == nil {
		_ = r.cmd.Process.Kill() // it holds nothing: no file is open
		_ = r.cmd.Wait()
		r.tty.Close()
	}
	return r.first
}

// pty is a pseudo-terminal: the side that a terminal would have, and the
// program's.
func pty(t testing.TB, w, h int) (terminal, program *os.File) {
	t.Helper()
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY|unix.O_NONBLOCK, 0)
	if err != nil {
		t.Skip("no pseudo-terminal can be had: ", err)
	}
	fd := int(terminal.Fd())
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err == nil {
		err = unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0)
	}
	if err == nil {
		err = unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(h), Col: uint16(w)})
	}
	if err == nil {
		program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	}
	if err != nil {
		t.Skip("no pseudo-terminal can be had: ", err)
	}
	return terminal, program
}
