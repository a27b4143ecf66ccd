package policyfile_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// TestSpellingOfFiles holds what is refused before a file is read as YAML. Such
// files cannot stand among the others.
func TestSpellingOfFiles(t *testing.T) {
	utf16 := func(s string, high, low int) string {
		var b strings.Builder
		for _, r := range s {
			pair := [2]byte{}
			pair[high], pair[low] = byte(r>>8), byte(r)
			b.Write(pair[:])
		}
		return b.String()
	}
	const policy = "version: 1\ntables: {}\n"
	for name, c := range map[string]struct{ data, want string }{
		"UTF-16LE":         {utf16("\ufeff"+policy, 1, 0), "1:1: the file is UTF-16 or UTF-32"},
		"UTF-16BE":         {utf16("\ufeff"+policy, 0, 1), "1:1: the file is UTF-16 or UTF-32"},
		"UTF-16LE no mark": {utf16(policy, 1, 0), "1:1: the file is UTF-16 or UTF-32"},
		"UTF-16BE no mark": {utf16(policy, 0, 1), "1:1: the file is UTF-16 or UTF-32"},
		"UTF-32BE":         {"\x00\x00\xfe\xff\x00\x00\x00v", "1:1: the file is UTF-16 or UTF-32"},
		"cp932":            {"version: 1\ntables: {\x8ex\x96\xbc: keep}\n", "2:10: a byte that is not UTF-8"},
		"zero byte":        {"version: 1\ntables: {a\x00: keep}\n", "2:11: a control character"},
		"escape":           {"version: 1\r\ntables: {日本\x1b: keep}\r\n", "2:12: a control character"},
		"C1":               {"version: 1\rtables: {a\u0090: keep}\r", "2:11: a control character"},
		"mark inside":      {"version: 1\ntables: {\ufeffa: keep}\n", "2:10: a control character"},
		"empty":            {"", "1:1: the file is empty"},
		"blank":            {" \n\n", "1:1: the file is empty"},
		"only a mark":      {"\ufeff", "1:1: the file is empty"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := policyfile.Parse([]byte(c.data))
			require.EqualError(t, err, c.want)
			require.NotPanics(t, func() { policyfile.Excerpt([]byte(c.data), mask.Location{Line: 1, Column: 1}) })
		})
	}
}

func tableOf(n int) string {
	var b strings.Builder
	b.WriteString("version: 1\ntables:\n")
	for i := range n {
		fmt.Fprintf(&b, "  t%d:\n    columns: {id: keep, name: [{when: \"id == %d\", mask: hash}, {mask: shape}]}\n", i, i)
	}
	return b.String()
}

// TestLimits holds that a file that means no good ends soon: with a fault, and
// with a bounded number of them.
func TestLimits(t *testing.T) {
	const mega = 1 << 18 // a quarter, so that the test is quick
	big := tableOf(36 * mega / 90)
	where := func(condition string) string {
		return "version: 1\ntables: {t: {rows: {where: '" + condition + "'}}}"
	}
	list := strings.Repeat("1, ", 4000)
	for name, c := range map[string]struct{ data, want string }{
		"large":            {big, ""},
		"too large":        {strings.Repeat(" ", 40*mega+1), "the file is larger than 10 MiB"},
		"deep lists":       {"version: 1\ntables: " + strings.Repeat("[", 8*mega), "more than 64 levels deep"},
		"deep maps":        {"version: 1\ntables: " + strings.Repeat("{a: ", 2*mega), "more than 64 levels deep"},
		"deep blocks":      {strings.Repeat("- ", 4*mega), "more than 64 levels deep"},
		"deep keys":        {strings.Repeat("? ", 4*mega), "more than 64 levels deep"},
		"deep rules":       {"version: 1\ntables: {t: {columns: {c: " + strings.Repeat("{mask: a, else: ", 60) + "b" + strings.Repeat("}", 60) + "}}}", ""},
		"long text":        {"version: 1\ntables: {\"" + strings.Repeat("a", 8*mega), "a quoted text has no end"},
		"comments":         {"version: 1\ntables: {}\n" + strings.Repeat("# x\n\n", mega), ""},
		"unknown words":    {words("a%d: 1\n", mega/4), "unknown word"},
		"bad conditions":   {"version: 1\ntables: {t: {columns: {c: [" + strings.Repeat(`{when: "a = 1", mask: a},`, mega/25) + "]}}}", "the condition cannot be read from here"},
		"one key":          {strings.Repeat("a: 1\n", mega/4), "stands twice"},
		"aliases":          {"version: 1\na: &a 1\nb: [" + strings.Repeat("*a,", mega/12) + "]", "an alias stands here"},
		"brackets":         {where(strings.Repeat("(", 32<<10)), "the condition ends too early"},
		"more brackets":    {where(strings.Repeat("(", 4*mega)), "the condition is too long"},
		"negations":        {where(strings.Repeat("not ", 8<<10)), "the condition ends too early"},
		"long list":        {where("a in [" + list + "1]"), ""},
		"longer list":      {where("a in [" + strings.Repeat(list, 3) + "1]"), "the condition is too long"},
		"many literals":    {where("a in [" + strings.Repeat("1,", 12000) + "1]"), "the condition is too long"},
		"costly pattern":   {where("a matches \"((a{1000}){1000}){1000}\""), "not a regular expression"},
		"misspelt at will": {"version: 1\n" + strings.Repeat("v", mega) + ": 1", "unknown word"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := policyfile.Parse([]byte(c.data))
			require.Less(t, time.Since(start), time.Minute)
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			faults := faultsOf(t, err)
			require.LessOrEqual(t, len(faults), 1001)
			require.Contains(t, err.Error(), c.want)
			policyfile.Excerpt([]byte(c.data), faults[0].At)
		})
	}
}

func words(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func TestTooManyFaults(t *testing.T) {
	_, err := policyfile.Parse([]byte(words("a%d: 1\n", 1500)))
	faults := faultsOf(t, err)
	require.Len(t, faults, 1001)
	require.Equal(t, mask.Fault{Reason: "502 more faults"}, faults[1000]) // 1500 words, version and tables
}
