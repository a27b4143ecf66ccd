package folder_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/folder"
)

// A database that gets another name has it in names of files and in what they tell.
func TestRename(t *testing.T) {
	metadata := "# Started dump at: 2024-01-01 00:00:00\n[`shop`.`users`]\nrows = 3\n[`other`.`users`]\nrows = 1\n"
	for name, files := range map[string]map[string]string{"mydumper": with(loadData, map[string]string{"metadata": metadata}), "shell": shell} {
		t.Run(name, func(t *testing.T) {
			f := open(t, lay(t, files))
			require.NoError(t, f.Rename(func(database string) string {
				if database == "shop" {
					return "dev_1"
				}
				return database
			}))
			out := write(t, f, folder.Outcome{Rows: func(string) (int64, bool) { return 0, false }})
			for file, text := range files {
				if name == "mydumper" {
					file = strings.Replace(file, "shop", "dev_1", 1)
					text = strings.NewReplacer("'shop.", "'dev_1.", "[`shop`", "[`dev_1`").Replace(text)
				} else {
					if file == "@.checksums.json" {
						continue
					}
					text = strings.NewReplacer(`["shop"]`, `["dev_1"]`, `{"shop": `, `{"dev_1": `, `"schema": "shop"`, `"schema": "dev_1"`, `"checksum": true`, `"checksum": false`).Replace(text)
				}
				got, err := os.ReadFile(filepath.Join(out, file))
				require.NoError(t, err)
				require.Equal(t, text, string(got), file)
			}
		})
	}
	f := open(t, lay(t, mydumper))
	for _, bad := range []string{"", "a.b", "a/b", "..", "a b", "other", "x-schema\x00"} {
		require.ErrorIs(t, f.Rename(func(database string) string {
			if database == "shop" {
				return bad
			}
			return database
		}), folder.ErrName, bad)
	}
}

// A run that was stopped is taken up under the new names.
func TestRenameResumed(t *testing.T) {
	dir, out := lay(t, mydumper), filepath.Join(t.TempDir(), "out")
	begin := func() (*folder.Folder, *folder.Writer) {
		f := open(t, dir)
		require.NoError(t, f.Rename(func(database string) string { return database + "_dev" }))
		w, err := f.Create(out, "run", 1)
		require.NoError(t, err)
		return f, w
	}
	f, w := begin()
	text := stream(t, f)
	_, err := w.Write(text[:len(text)-100]) // into the last file
	require.NoError(t, err)
	w.Discard()
	f, w = begin()
	require.Equal(t, []string{"other.users.sql", "shop.users.00000.sql", "shop.users.00001.sql"}, w.Reused())
	_, err = w.Write(stream(t, f))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, w.Seal(folder.Outcome{}))
	require.NoError(t, w.Commit())
	entries, err := os.ReadDir(out)
	require.NoError(t, err)
	require.Len(t, entries, len(mydumper))
}
