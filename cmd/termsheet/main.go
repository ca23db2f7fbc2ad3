// Command termsheet models what a deal on AWS Marketplace costs: in an
// application for the terminal, and in commands for scripts.
package main

import (
	"context"
	"io"
	"os"
	"runtime/debug"

	"charm.land/fang/v2"
	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"
)

func main() {
	p := &program{}
	p.run(context.Background(), p.root())
	os.Exit(p.code)
}

// program is what the commands share.
type program struct {
	rulebook string // a file that is laid over the built-in rulebook
	code     int    // how the process ends
}

// run carries out the command line. What a command has to complain of it says
// itself; what comes back is a command line that nobody understands.
func (p *program) run(ctx context.Context, root *cobra.Command) {
	complain := func(w io.Writer, _ fang.Styles, err error) { p.fail(w, err) }
	// The error has been told by then, and the exit code kept.
	_ = fang.Execute(ctx, root, fang.WithVersion(version()), fang.WithErrorHandler(complain), fang.WithColorSchemeFunc(colours))
}

// colours are those of the terminal, and its own for plain text: a terminal that
// does not tell its background shows them all.
func colours(c lipgloss.LightDarkFunc) fang.ColorScheme {
	s := fang.AnsiColorScheme(c)
	own := lipgloss.NoColor{}
	s.Base, s.Description, s.Argument, s.Help, s.Dash = own, own, own, own, own
	s.Comment = lipgloss.BrightBlack
	return s
}

// version is the module's, as the Go tool recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
