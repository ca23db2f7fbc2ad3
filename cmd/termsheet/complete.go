package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"termsheet/scenarios"
)

// complete gives a flag its completion.
func complete(cmd *cobra.Command, flag string, of cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, of); err != nil {
		panic(err) // a flag that the command does not have
	}
}

// scenarioFiles completes the first argument: the built-in scenarios, folders
// and TOML files.
func scenarioFiles(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return manyFiles(cmd, args, typed)
}

// manyFiles completes every argument like scenarioFiles.
func manyFiles(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	var found []string
	for _, b := range scenarios.Builtins() {
		if strings.HasPrefix(b.Name, typed) {
			found = append(found, cobra.CompletionWithDesc(b.Name, b.Title))
		}
	}
	files, folders := paths(typed)
	found = append(append(found, files...), folders...)
	if len(found) == len(folders) {
		return found, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

// paths are the TOML files and the folders whose names begin as typed.
func paths(typed string) (files, folders []string) {
	dir, begins := filepath.Split(typed)
	entries, err := os.ReadDir(filepath.Join(".", dir))
	if filepath.IsAbs(typed) {
		entries, err = os.ReadDir(dir)
	}
	if err != nil {
		return nil, nil
	}
	for _, e := range entries {
		name := e.Name()
		switch hidden := strings.HasPrefix(name, ".") && !strings.HasPrefix(begins, "."); {
		case hidden || !strings.HasPrefix(name, begins):
		case e.IsDir():
			folders = append(folders, dir+name+string(filepath.Separator))
		case filepath.Ext(name) == ".toml":
			files = append(files, dir+name)
		}
	}
	return files, folders
}

// variants completes the name of a variant of the file that is given.
func variants(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	doc, err := open(args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []string
	for _, s := range doc.Scenarios() {
		if strings.HasPrefix(s.Variant, typed) {
			found = append(found, s.Variant)
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

// ruleIDs completes the ID of a rule.
func (p *program) ruleIDs(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	book, err := p.book()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var found []string
	for _, r := range book.Rules {
		if len(r.ID) >= len(typed) && strings.EqualFold(r.ID[:len(typed)], typed) {
			found = append(found, cobra.CompletionWithDesc(r.ID, r.Text))
		}
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
