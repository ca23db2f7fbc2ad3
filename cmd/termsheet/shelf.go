package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// shelf is what a command lists that is built in, or the file of one of them.
type shelf[T any] struct {
	list []T
	file []byte
}

// shelfFormats writes a list in the usual formats, and a file as it stands.
func shelfFormats[T any](text, json func(io.Writer, []T) error) formats[shelf[T]] {
	return formats[shelf[T]]{
		{"text", func(w io.Writer, s shelf[T]) error {
			if s.file == nil {
				return text(w, s.list)
			}
			_, err := w.Write(s.file)
			return err
		}},
		{"json", func(w io.Writer, s shelf[T]) error { return json(w, s.list) }},
	}
}

// pick leaves the one that was named on the shelf, with its file.
func (s *shelf[T]) pick(cmd *cobra.Command, name string, nameOf func(T) string, file func(string) ([]byte, error)) error {
	for _, one := range s.list {
		if nameOf(one) == name {
			s.list = []T{one}
			text, err := file(name)
			s.file = text
			return err
		}
	}
	return fmt.Errorf("there is none called %q; %s lists them", name, cmd.CommandPath())
}
