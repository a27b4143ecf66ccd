package folder_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/dialects/partial"
)

const shellTable = `{
    "options": {
        "schema": "shop",
        "table": "users",
        "columns": ["id", "name", "photo"],
        "decodeColumns": {"photo": "FROM_BASE64"},
        "defaultCharacterSet": "utf8mb4",
        "fieldsTerminatedBy": "\t",
        "fieldsEnclosedBy": "",
        "fieldsOptionallyEnclosed": false,
        "fieldsEscapedBy": "\\",
        "linesTerminatedBy": "\n"
    },
    "includesData": true,
    "extension": "tsv",
    "basenames": {}
}`

// shell is what MySQL Shell writes of a table in two chunks.
var shell = map[string]string{
	"@.json":                `{"dumper": "mysqlsh", "options": {"where": {"shop.users": "name = 'Alice'"}}, "schemas": ["shop"], "basenames": {"shop": "shop"}, "users": ["'dba'@'h'"], "user": "dba", "hostname": "db1", "binlogPosition": 4875, "checksum": true}`,
	"@.done.json":           `{"end": "2024", "dataBytes": 22, "tableDataBytes": {"shop": {"users": 22}}, "chunkFileBytes": {"shop@users@0.tsv": 14, "shop@users@@1.tsv": 8}}`,
	"@.checksums.json":      `{"data": {}}`,
	"@.sql":                 "-- MySQLShell dump 2.0.1\n",
	"@.post.sql":            "-- MySQLShell dump 2.0.1\n",
	"shop.json":             `{"schema": "shop", "tables": ["users"], "views": [], "basenames": {"users": "shop@users"}}`,
	"shop.sql":              "CREATE DATABASE `shop`;\nUSE `shop`;\n",
	"shop@users.json":       shellTable,
	"shop@users.sql":        "CREATE TABLE `users` (`id` int, `name` varchar(20), `photo` blob, `len` int GENERATED ALWAYS AS (1));\n",
	"shop@users@0.tsv":      "1\ta\tAAEC\n2\tb\t\n",
	"shop@users@0.tsv.idx":  "\x00\x00\x00\x00\x00\x00\x00\x0e",
	"shop@users@@1.tsv":     "3\t\\N\t\\N\n",
	"shop@users@@1.tsv.idx": "\x00\x00\x00\x00\x00\x00\x00\x08",
}

// TestShellInCP932: names and rows in which a second byte is that of a backslash.
func TestShellInCP932(t *testing.T) {
	cp932 := func(text string) string {
		b, err := charset.Lookup("cp932").Encode(nil, []byte(text))
		require.NoError(t, err)
		return string(b)
	}
	dump := map[string]string{
		"@.json":              `{"dumper": "mysqlsh", "schemas": ["` + cp932("学校表") + `"], "basenames": {"` + cp932("学校表") + `": "school"}, "defaultCharacterSet": "cp932"}`,
		"@.done.json":         `{"dataBytes": 21, "tableDataBytes": {"` + cp932("学校表") + `": {"` + cp932("ソ表") + `": 21}}, "chunkFileBytes": {"school@t@@0.tsv": 21}}`,
		"@.sql":               "-- MySQLShell dump 2.0.1\n",
		"school.json":         `{"schema": "` + cp932("学校表") + `", "tables": ["` + cp932("ソ表") + `"], "views": [], "basenames": {"` + cp932("ソ表") + `": "school@t"}}`,
		"school@t.json":       strings.NewReplacer("shop", cp932("学校表"), "users", cp932("ソ表"), `"name"`, `"`+cp932("能")+`"`, "photo", cp932("十"), "utf8mb4", "cp932").Replace(shellTable),
		"school@t.sql":        "CREATE TABLE `ソ表` (`id` int, `能` varchar(20), `十` blob);\n",
		"school@t@@0.tsv":     "1\t" + strings.ReplaceAll(cp932("表 ソ"), "\\", "\\\\") + "\tAAEC\n2\t\\N\t\n",
		"school@t@@0.tsv.idx": "\x00\x00\x00\x00\x00\x00\x00\x15",
	}
	f := open(t, lay(t, dump))
	got := dialecttest.Records(t, f.Dialect(), stream(t, f), dialects.ScanOptions{})["学校表.ソ表"]
	require.Equal(t, []dialecttest.Record{{"id": "1", "能": "表 ソ", "十": "\x00\x01\x02"}, {"id": "2", "能": nil, "十": ""}}, got)
	same := write(t, open(t, lay(t, dump)), folder.Outcome{Whole: true, Safe: true})
	for name, text := range dump {
		got, err := os.ReadFile(filepath.Join(same, name))
		require.NoError(t, err)
		require.Equal(t, text, string(got), name)
	}

	dump["school.json"] = strings.Replace(dump["school.json"], "\"views\"", "\"\x87\x90\"", 1) // the second code of a character
	_, err := folder.Open(lay(t, dump))
	require.ErrorIs(t, err, folder.ErrFact)
}

func with(files map[string]string, more map[string]string) map[string]string {
	all := maps.Clone(files)
	maps.Copy(all, more)
	return all
}

var tab = map[string]string{
	"users.sql": "CREATE TABLE `users` (`id` int, `name` varchar(20));\n", "users.txt": "1\ta\\\nb\n2\t\\N\n", "v.sql": "CREATE VIEW `v` AS SELECT 1;\n",
}

func TestLawsOfRows(t *testing.T) {
	for name, files := range map[string]map[string]string{"shell": shell, "tab": tab} {
		f := open(t, lay(t, files))
		dialecttest.Run(t, f.Dialect(), []dialecttest.Dump{{Name: name, Data: stream(t, f), Lines: true}})
	}
}

// write has a stream written as it is.
func write(t *testing.T, f *folder.Folder, o folder.Outcome) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	w, err := f.Create(out, "", 1)
	require.NoError(t, err)
	_, err = w.Write(stream(t, f))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, w.Seal(o))
	require.NoError(t, w.Commit())
	return out
}

// What files tell of others is written anew, and what they tell of the server is left out.
func TestShellFacts(t *testing.T) {
	dir := lay(t, shell)
	f := open(t, dir)
	text := stream(t, f)
	out := filepath.Join(t.TempDir(), "out")
	w, err := f.Create(out, "", 1)
	require.NoError(t, err)
	_, err = w.Write(append(text[:len(text):len(text)], fmt.Sprintf("\n-- %s%d\nSELECT 1;", f.Marker(), 0)...)) // @.sql once more, longer
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, w.Seal(folder.Outcome{Safe: true}))
	require.NoError(t, w.Commit())
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(out, name))
		require.NoError(t, err)
		return string(text)
	}
	require.Equal(t, `{"dumper": "mysqlsh", "options": {}, "schemas": ["shop"], "basenames": {"shop": "shop"}, "users": [], "user": "", "hostname": "", "binlogPosition": 0, "checksum": false}`, read("@.json"))
	require.Equal(t, shell["@.done.json"], read("@.done.json"))
	require.NoFileExists(t, filepath.Join(out, "@.checksums.json"))

	same := write(t, open(t, dir), folder.Outcome{Whole: true})
	for name, text := range shell {
		got, err := os.ReadFile(filepath.Join(same, name))
		require.NoError(t, err)
		require.Equal(t, text, string(got), name)
	}
}

func TestShellRefused(t *testing.T) {
	for _, c := range []struct {
		more map[string]string
		gone string
		want error
	}{
		{gone: "shop.json", want: folder.ErrMissing},
		{gone: "shop@users.json", want: folder.ErrMissing},
		{gone: "shop@users@0.tsv", want: folder.ErrMissing},
		{gone: "shop@users@@1.tsv", want: folder.ErrMissing},
		{more: map[string]string{"shop@users@@1.tsv.idx": "\x00"}, want: folder.ErrFact},
		{more: map[string]string{"shop@users@@1.tsv.idx": "\x00\x00\x00\x00\x00\x00\x00\x07"}, want: folder.ErrFile},
		{more: map[string]string{"shop@other@@0.tsv": "1\n"}, want: folder.ErrFile},
		{more: map[string]string{"shop.json": "{"}, want: folder.ErrFact},
		{more: map[string]string{"shop@users.json": `{"options": {"columns": ["a"], "decodeColumns": {"a": "AES_DECRYPT"}}}`}, want: folder.ErrFact},
	} {
		files := with(shell, c.more)
		delete(files, c.gone)
		_, err := folder.Open(lay(t, files))
		require.ErrorIs(t, err, c.want, "%v", c)
	}
	// A chunk that is shorter than the others say was cut, even between two rows.
	f := open(t, lay(t, with(shell, map[string]string{"shop@users@0.tsv": "1\ta\tAAEC\n"})))
	var last error
	for _, err := range dialects.Items(f.Dialect(), f.Join(new(atomic.Int64)), dialects.ScanOptions{}) {
		last = err
	}
	require.ErrorIs(t, last, folder.ErrLength)
	unfinished := maps.Clone(shell)
	delete(unfinished, "@.done.json")
	require.ErrorIs(t, open(t, lay(t, unfinished)).Whole(), folder.ErrCut)
}

// Two runs into one directory stop each other, and what stopped leaves nothing.
func TestBusy(t *testing.T) {
	f := open(t, lay(t, mydumper))
	out := filepath.Join(t.TempDir(), "out")
	w, err := f.Create(out, "", 1)
	require.NoError(t, err)
	_, err = f.Create(out, "", 1)
	require.ErrorIs(t, err, partial.ErrBusy)
	w.Discard()
	require.NoDirExists(t, out+partial.Suffix)
	require.NoError(t, os.Mkdir(out+partial.Suffix, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(out+partial.Suffix, "notes"), nil, 0o600))
	_, err = f.Create(out, "", 1)
	require.ErrorIs(t, err, partial.ErrNoRun)
	require.NoError(t, os.RemoveAll(out+partial.Suffix))
	require.NoError(t, os.Symlink(t.TempDir(), out+partial.Suffix))
	_, err = f.Create(out, "", 1)
	require.ErrorIs(t, err, partial.ErrNoFile)
}
