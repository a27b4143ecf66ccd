package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
)

// A union is what several runs have written of one directory.
type union struct {
	files map[string]string
	audit *mask.Audit
}

// take takes in what one of them wrote: no file that another one has.
func (u *union) take(t testing.TB, out string, a *mask.Audit) {
	t.Helper()
	for name, text := range contentsOf(t, out) {
		require.NotContains(t, u.files, name)
		u.files[name] = text
	}
	if u.audit == nil {
		u.audit = a
		return
	}
	require.NoError(t, u.audit.Add(a))
}

// holds holds all of them against one run.
func (u *union) holds(t testing.TB, out string, a *mask.Audit) {
	t.Helper()
	want := contentsOf(t, out)
	require.Len(t, u.files, len(want))
	for name, text := range want {
		require.True(t, text == u.files[name], name)
	}
	for name := range a.Tables {
		require.NotNil(t, u.audit.Tables[name], name)
		a.Tables[name].Persons, u.audit.Tables[name].Persons = nil, nil
	}
	a.BytesIn, a.BytesOut, u.audit.BytesIn, u.audit.BytesOut = 0, 0, 0, 0 // between files stand marks
	require.Equal(t, a, u.audit)
}

// shareCounts are numbers of parts.
func shareCounts() []int {
	if testing.Short() {
		return []int{7}
	}
	return []int{1, 2, 7, 64}
}

// TestFolderInParts: a directory is masked file by file on as many machines as there are, or
// it is said why not.
func TestFolderInParts(t *testing.T) {
	for name, dir := range folders(t) {
		for rules, text := range map[string]string{"keep": keepColumns, "null": `{version: 1, ddl: keep, tables: {"*": {columns: {"*": keep}}}}`} {
			t.Run(name+" "+rules, func(t *testing.T) {
				p := compile(t, parse(t, text))
				f, err := folder.Open(dir)
				require.NoError(t, err)
				if _, err := f.Share(1, 2, false); err != nil {
					require.ErrorIs(t, err, folder.ErrShare)
					require.Contains(t, name, "mysqlsh")
					return
				}
				out, audit := maskFolder(t, dir, p)
				for _, of := range shareCounts() {
					u := &union{files: map[string]string{}}
					digests := map[string]bool{}
					for n := 1; n <= of; n++ {
						f, err := folder.Open(dir)
						require.NoError(t, err)
						digest, err := f.Share(n, of, false)
						require.NoError(t, err)
						digests[digest] = true
						part, a := maskFiles(t, f, p, mask.Uncounted(f.Elsewhere))
						u.take(t, part, a)
					}
					require.Len(t, digests, 1)
					u.holds(t, out, audit)
				}
			})
		}
	}
}

// TestArchiveInParts: likewise for what pg_dump -Fd writes.
func TestArchiveInParts(t *testing.T) {
	if corpora.Root() == "" {
		t.Skip("no corpora beside the project")
	}
	dirs, err := filepath.Glob(filepath.Join(corpora.Root(), "tools/pg_dump-*/dir*"))
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		for rules, text := range map[string]string{
			"keep": `{version: 1, ddl: keep, large_objects: keep, tables: {"*": keep}}`,
			"drop": `{version: 1, ddl: keep, large_objects: drop, tables: {"*": {rows: drop}}}`,
		} {
			t.Run(filepath.Base(filepath.Dir(dir))+" "+rules, func(t *testing.T) {
				p := compile(t, parse(t, text))
				whole := filepath.Join(t.TempDir(), "whole")
				audit := maskEntries(t, openArchive(t, dir), whole, p)
				for _, of := range shareCounts() {
					u := &union{files: map[string]string{}}
					for n := 1; n <= of; n++ {
						a := openArchive(t, dir)
						_, err := a.Share(n, of)
						require.NoError(t, err)
						part := filepath.Join(t.TempDir(), fmt.Sprint("part", n))
						counts := maskEntries(t, a, part, p, mask.Uncounted(a.Elsewhere))
						u.take(t, part, counts)
					}
					u.holds(t, whole, audit)
				}
			})
		}
	}
}
