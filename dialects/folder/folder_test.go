package folder_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/folder"
)

// lay writes files into a directory of their own.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "dump")
	require.NoError(t, os.Mkdir(dir, 0o700))
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

func open(t *testing.T, dir string) *folder.Folder {
	t.Helper()
	f, err := folder.Open(dir)
	require.NoError(t, err)
	return f
}

// stream reads all of it.
func stream(t *testing.T, f *folder.Folder) []byte {
	t.Helper()
	r := f.Join(new(atomic.Int64))
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	require.NoError(t, r.Close())
	return text
}

var mydumper = map[string]string{
	"metadata":                           "Started dump at: 2024-01-01 00:00:00\n\nFinished dump at: 2024-01-01 00:00:01\n",
	"shop-schema-create.sql":             "CREATE DATABASE `shop`;\n",
	"shop.users-schema.sql":              "/*!40101 SET NAMES binary*/;\nCREATE TABLE `users` (`id` int, `name` varchar(20));\n",
	"shop.users.00000.sql":               "/*!40101 SET NAMES binary*/;\nINSERT INTO `users` VALUES\n(1,\"a\"),\n(2,\"b\");\n",
	"shop.users.00001.sql":               "/*!40101 SET NAMES binary*/;\nINSERT INTO `users` VALUES\n(3,\"c\");",
	"shop.users-schema-triggers.sql":     "/*!40101 SET NAMES binary*/;\nCREATE TRIGGER `x` BEFORE INSERT ON `users` FOR EACH ROW BEGIN\nSET NEW.name = 'a'; \nEND;\n",
	"other.users-schema.sql":             "CREATE TABLE `users` (`a` int);\n",
	"other.users.sql":                    "INSERT INTO `users` VALUES (1);\n",
	"other.active_users-schema.sql":      "CREATE TABLE `active_users`(`a` int)ENGINE=MyISAM;\n",
	"other.active_users-schema-view.sql": "DROP TABLE IF EXISTS `active_users`;\nDROP VIEW IF EXISTS `active_users`;\nCREATE VIEW `active_users` AS SELECT 1 AS `a`;\n",
}

func TestLaws(t *testing.T) {
	f := open(t, lay(t, mydumper))
	dialecttest.Run(t, f.Dialect(), []dialecttest.Dump{{Name: "mydumper", Data: stream(t, f)}})
}

// Files come in the order in which the producer's own loader takes them, and tables are
// those of the database that a file's name says.
func TestMydumper(t *testing.T) {
	f := open(t, lay(t, mydumper))
	var order []string
	for _, p := range f.Parts {
		order = append(order, p.File)
	}
	require.Equal(t, []string{
		"shop-schema-create.sql", "other.active_users-schema.sql", "other.users-schema.sql", "shop.users-schema.sql",
		"other.users.sql", "shop.users.00000.sql", "shop.users.00001.sql", "other.active_users-schema-view.sql", "shop.users-schema-triggers.sql",
	}, order)
	rows := map[string]int{}
	for it, err := range dialects.Items(f.Dialect(), strings.NewReader(string(stream(t, f))), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind == dialects.Row {
			rows[it.Rows.Table.Name.String()]++
			require.True(t, it.Rows.Table.Declared)
		}
	}
	require.Equal(t, map[string]int{"shop.users": 3, "other.users": 1}, rows)
}

// Each file ends where its statements do: a cut is found at the file that was cut, and
// not made whole by the next.
func TestCutFile(t *testing.T) {
	for _, text := range []string{"INSERT INTO `users` VALUES\n(1,\"a", "INSERT INTO `users` VALUES\n(1,\"a\"),", "/* ", ""} {
		files := map[string]string{}
		for name, text := range mydumper {
			files[name] = text
		}
		files["shop.users.00000.sql"] = text
		f := open(t, lay(t, files))
		var last error
		for _, err := range dialects.Items(f.Dialect(), strings.NewReader(string(stream(t, f))), dialects.ScanOptions{}) {
			last = err
		}
		require.Error(t, last, text)
	}
}

func TestRefused(t *testing.T) {
	for name, want := range map[string]error{"x.txt": folder.ErrFile, "shop.sql": folder.ErrFile, "shop.users.dat": folder.ErrFile} {
		files := map[string]string{name: "x"}
		for name, text := range mydumper {
			files[name] = text
		}
		_, err := folder.Open(lay(t, files))
		require.ErrorIs(t, err, want)
		require.ErrorContains(t, err, name)
	}
	_, err := folder.Open(lay(t, map[string]string{"dump.sql": "SELECT 1;"}))
	require.ErrorIs(t, err, folder.ErrUnknown)
	dir := lay(t, mydumper)
	require.NoError(t, os.Symlink("metadata", filepath.Join(dir, "shop.users.00002.sql")))
	_, err = folder.Open(dir)
	require.ErrorIs(t, err, folder.ErrNoFile)
}
