package manual

import (
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/require"
)

var day = time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)

func TestVerbs(t *testing.T) {
	root := &cobra.Command{Use: "tool", Short: "does things"}
	cut := &cobra.Command{
		Use: "cut -p FILE", Short: "cuts", Run: func(*cobra.Command, []string) {},
		Long: "It cuts with -p, say. A \\ is one.\n\n  .tool --x\n\n'tis --all.",
	}
	cut.Flags().StringP("path", "p", "-", "`file` with the \"path\"")
	root.AddCommand(cut, &cobra.Command{Use: "secret", Hidden: true, Run: cut.Run})
	pages := Verbs(root, day, []Section{{Title: "EXIT STATUS", Items: []Item{{"0", "All was well."}}}}, Page{Name: "tool-file", Section: 5})
	require.Len(t, pages, 3)
	require.Equal(t, "man1/tool.1", pages[0].File())
	require.Equal(t, `.Dd November 28, 2026
.Dt TOOL 1
.Os
.Sh NAME
.Nm tool
.Nd does things
.Sh SYNOPSIS
.Nm tool
\fIVERB\fR
.Sh DESCRIPTION
tool does things.
.Pp
The verbs are
.Bl -tag -width Ds
.It Xr tool-cut 1
cuts
.El
.Sh OPTIONS
.Bl -tag -width Ds
.It Fl h , Fl \-help
help for tool
.El
.Sh EXIT STATUS
.Bl -tag -width Ds
.It 0
All was well.
.El
.Sh SEE ALSO
.Xr tool-cut 1 ,
.Xr tool-file 5
`, pages[0].Text)
	require.Equal(t, "man1/tool-cut.1", pages[1].File())
	require.Equal(t, `.Dd November 28, 2026
.Dt TOOL-CUT 1
.Os
.Sh NAME
.Nm tool\-cut
.Nd cuts
.Sh SYNOPSIS
.Nm tool cut
\fB\-p\fR \fIFILE\fR
.Sh DESCRIPTION
It cuts with \fB\-p\fR, say.
A \e is one.
.Bd -literal -offset indent
\&.tool \-\-x
.Ed
.Pp
\&'tis \fB\-\-all\fR.
.Sh OPTIONS
.Bl -tag -width Ds
.It Fl h , Fl \-help
help for cut
.It Fl p , Fl \-path Ar "file"
file with the "path" (default \-)
.El
.Sh SEE ALSO
.Xr tool 1
`, pages[1].Text)
	require.Equal(t, "man5/tool-file.5", pages[2].File())
}

func TestDocument(t *testing.T) {
	page := Document("tool-file", 5, "what it is", "# Title\n\nA `x-y` of [here](#a) and\n[there](https://example.com). **Bold**, 東.\n\n"+
		"- [A](#a)\n- [B](#b)\n\n## A `b`\n\n<!-- made: x -->\n```yaml f.yaml\n.a: 1\n```\n<!-- end -->\n\nText.\n\n    code\n\n- one\n  and more\n- two\n\n"+
		"### Sub\n\n| word | | |\n|---|---|---|\n| `a` `\\|\\|` | | means |\n| `` `b` `` | none | it |\n", day)
	require.Equal(t, `.Dd November 28, 2026
.Dt TOOL-FILE 5
.Os
.Sh NAME
.Nm tool\-file
.Nd what it is
.Sh DESCRIPTION
A \fBx\-y\fR of here and there <https://example.com>. \fBBold\fR, \[u6771].
.Sh A B
.Bd -literal -offset indent
\&.a: 1
.Ed
.Pp
Text.
.Bd -literal -offset indent
code
.Ed
.Bl -bullet
.It
one and more
.It
two
.El
.Ss Sub
.Bl -tag -width Ds
.It \fBa\fR \fB||\fR
means
.It \fB`+"`b`"+`\fR
none; it
.El
.Sh SEE ALSO
.Xr migawari 1
`, page.Text)
}
