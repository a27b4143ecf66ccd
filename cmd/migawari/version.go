package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/migawari-dev/migawari/fake/locales"
)

// version shows what decides the fakes besides key and policy: the version of
// this program and the editions of the lists that it holds.
func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:               "version",
		Short:             "shows the version and the editions of the fakes",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE:              func(*cobra.Command, []string) error { return a.show(version()) },
	}
}

func version() string {
	var b strings.Builder
	fmt.Fprintf(&b, "migawari %s\n", moduleVersion())
	fmt.Fprintf(&b, "built with %s for %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	for _, l := range locales.All() {
		fmt.Fprintf(&b, "fakes %s, edition %d\n", l.Tag, l.Edition)
	}
	return b.String()
}

// moduleVersion is that of the module, or of the checkout that it was built from.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	return cmp.Or(info.Main.Version, "(devel)")
}
