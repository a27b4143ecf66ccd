package folder_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/folder"
)

const loads = "/*!40101 SET NAMES binary*/;\n/*!40014 SET FOREIGN_KEY_CHECKS=0*/;\n/*!40103 SET TIME_ZONE='+00:00' */;\n" +
	"LOAD DATA LOCAL INFILE 'shop.users.00000.dat' INTO TABLE `users` CHARACTER SET binary FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\' LINES STARTING BY '' TERMINATED BY '\\n' (`id`,@name)SET `name`=CONVERT(@name USING UTF8MB4);\n"

// loadData is what mydumper writes with --load-data.
var loadData = func() map[string]string {
	files := maps.Clone(mydumper)
	files["shop.users.00000.sql"] = loads
	files["shop.users.00000.dat"] = "1\ta\\\nb\n2\t\\N\n"
	return files
}()

func TestLoadData(t *testing.T) {
	f := open(t, lay(t, loadData))
	dialecttest.Run(t, f.Dialect(), []dialecttest.Dump{{Name: "load data", Data: stream(t, f), Lines: true}})
	var rows []string
	for it, err := range dialects.Items(f.Dialect(), strings.NewReader(string(stream(t, f))), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind == dialects.Row {
			rows = append(rows, it.Rows.Table.Name.String())
		}
	}
	require.Equal(t, []string{"other.users", "shop.users", "shop.users", "shop.users"}, rows)
	same := write(t, f, folder.Outcome{Whole: true})
	for name, text := range loadData {
		got, err := os.ReadFile(filepath.Join(same, name))
		require.NoError(t, err)
		require.Equal(t, text, string(got), name)
	}
}

// A file of rows is read as its statement says, or not at all.
func TestLoadDataRefused(t *testing.T) {
	for old, instead := range map[string]string{
		"`users` CHARACTER": "`other` CHARACTER", "00000.dat": "00001.dat", "STARTING BY ''": "STARTING BY 'x'", "ESCAPED BY '\\\\'": "ESCAPED BY 'ab'",
		"USING UTF8MB4": "USING latin1", "`name`=": "`id`=", "(`id`,": "(`id`,@other,", "SET NAMES": "DROP TABLE", "\\n' (": "\\n' IGNORE 1 LINES (",
		"(`id`,@name)": "(`id`,@name) /* canary */", "LOAD DATA": "SELECT 1;\nLOAD DATA",
	} {
		files := maps.Clone(loadData)
		files["shop.users.00000.sql"] = strings.Replace(loads, old, instead, 1)
		require.NotEqual(t, loads, files["shop.users.00000.sql"], old)
		_, err := folder.Open(lay(t, files))
		require.ErrorIs(t, err, folder.ErrFact, old)
		require.NotContains(t, err.Error(), "canary")
	}
	files := maps.Clone(loadData)
	delete(files, "shop.users.00000.sql")
	_, err := folder.Open(lay(t, files))
	require.ErrorIs(t, err, folder.ErrFile)
}
