package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
)

func scanned(t *testing.T, dump string) (*detect.Result, error) {
	return detect.Sample(context.Background(), strings.NewReader(dump), mysql.Dialect, dialects.ScanOptions{}, detect.Options{})
}

// shownIn gives what a scan found in every format.
func shownIn(t *testing.T, r *detect.Result) map[string]string {
	all := map[string]string{}
	for _, format := range formats() {
		var err error
		if format == "policy" {
			all[format], err = drafted(r, mask.Undecided{}, "")
		} else {
			all[format], err = render(r.Tables, format, false)
		}
		require.NoError(t, err)
	}
	return all
}

// TestHostileNames: no format shows a control character, a mark that turns the direction
// of writing, or a tag of a page that a dump has for a name.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{
		"mail\x1b[2J\x1b]0;x\x07", "mail\u202e\u2066\u200f", "<script>alert(1)</script> mail", "mail\r\n::error::x", "mail\x00", "mail\u0085\u2028", "'\"><img src=x> mail", "mail\xff\xfe", "mail, \"x\"\t=cmd|' /C calc'!A0", "{{.}} mail", "mail: {mask: keep} #",
	} {
		quoted := strings.ReplaceAll(name, "`", "``")
		r, err := scanned(t, "CREATE TABLE `t"+quoted+"` (`id` int, `"+quoted+"` varchar(90) COMMENT 'mail\x1b[31m');\nINSERT INTO `t"+quoted+"` VALUES (1,'a@corp.test');\n")
		require.NoError(t, err)
		require.True(t, r.Tables[0].Columns[1].Personal(), "%q", name)
		for format, text := range shownIn(t, r) {
			t.Run(format, func(t *testing.T) { printable(t, text) })
			require.NotContains(t, text, "corp", format)
			if format == "html" {
				require.NotContains(t, text, "<script")
				require.NotContains(t, text, "<img")
			}
		}
	}
}

// TestPageAlone: a page needs nothing but itself.
func TestPageAlone(t *testing.T) {
	r, err := scanned(t, "CREATE TABLE `users` (`id` int PRIMARY KEY, `mail` varchar(90));\n")
	require.NoError(t, err)
	page := shownIn(t, r)["html"]
	for _, word := range []string{"http", "src=", "href=", "url(", "@import", "<script", "<link"} {
		require.NotContains(t, page, word)
	}
	require.Contains(t, page, "unknown")
}

// TestWideTable: as many columns as PostgreSQL has at most.
func TestWideTable(t *testing.T) {
	var ddl, row strings.Builder
	for i := range 1600 {
		fmt.Fprintf(&ddl, ",`mail_%d` varchar(90)", i)
		fmt.Fprintf(&row, ",'a%d@corp.test'", i)
	}
	r, err := scanned(t, "CREATE TABLE `t` ("+ddl.String()[1:]+");\nINSERT INTO `t` VALUES ("+row.String()[1:]+");\n")
	require.NoError(t, err)
	require.Equal(t, 1600, personal(r.Tables))
	for format, text := range shownIn(t, r) {
		require.GreaterOrEqual(t, strings.Count(text, "mail_"), 1600, format)
	}
}

// TestJunk: bytes that are no dump are an error, or have no tables.
func TestJunk(t *testing.T) {
	for _, junk := range []string{"\x00\x01\x02\x03", "\x7fELF\x02\x01\x01", "\x89PNG\r\n\x1a\n\x00\x00", strings.Repeat("\xff", 5000), "PK\x03\x04", "SQLite format 3\x00", "\x1b[31m", "🙂🙂;"} {
		r, err := scanned(t, junk)
		if err == nil {
			require.Empty(t, r.Tables, "%q", junk)
			continue
		}
		printable(t, err.Error())
	}
}

// TestWidths: Japanese words take two cells a character, and columns stay in line.
func TestWidths(t *testing.T) {
	r, err := scanned(t, "CREATE TABLE `生徒` (`id` int PRIMARY KEY, `保護者電話番号` varchar(20), `email` varchar(90), `ﾌﾘｶﾞﾅ` varchar(20));\n")
	require.NoError(t, err)
	table := shownIn(t, r)["table"]
	first, _, _ := strings.Cut(table, "\n\n")
	at := -1
	for line := range strings.Lines(first) {
		words := strings.Fields(line)
		behind := strings.Index(line, words[2]) + len(words[2]) // the type
		i := cells(line[:behind+strings.Index(line[behind:], words[3])])
		if at >= 0 {
			require.Equal(t, at, i, line)
		}
		at = i
	}
}
