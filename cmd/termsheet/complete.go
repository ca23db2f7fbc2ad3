package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"termsheet/scenarios"
	"termsheet/tui/paths"
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
	files, folders := tomlFiles(typed)
	found := slices.Concat(builtins(typed), files, folders)
	if len(found) == len(folders) {
		return found, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}

// tomlFiles are the TOML files and the folders whose names begin as typed.
func tomlFiles(typed string) (files, folders []string) {
	dir, begins := paths.Split(typed)
	for _, e := range paths.Read(dir).Matches(begins, ".toml") {
		switch {
		case !strings.HasPrefix(e.Name, begins): // shells tell large letters from small
		case e.Folder:
			folders = append(folders, dir+e.Name+string(filepath.Separator))
		default:
			files = append(files, dir+e.Name)
		}
	}
	return files, folders
}

// builtins are the built-in scenarios whose names begin as typed.
func builtins(typed string) (found []string) {
	for _, b := range scenarios.Builtins() {
		if strings.HasPrefix(b.Name, typed) {
			found = append(found, cobra.CompletionWithDesc(b.Name, b.Title))
		}
	}
	return found
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
