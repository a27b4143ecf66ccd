package folder_test

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/folder"
)

// Tables that are ours are in no written dump, and nothing tells of them.
func TestOwnTables(t *testing.T) {
	for name, c := range map[string]struct{ files, more map[string]string }{
		"tab": {tab, map[string]string{"migawari_production.sql": "CREATE TABLE `migawari_production` (`server` char(16));\n", "migawari_production.txt": "canary\n"}},
		"mydumper": {mydumper, map[string]string{
			"metadata":                      mydumper["metadata"] + "\n[`shop`.`migawari_copy`]\nreal_table_name=migawari_copy\nrows = 1\n\n[`shop`.`users`]\nrows = 3\n",
			"shop.migawari_copy-schema.sql": "CREATE TABLE `migawari_copy` (`purpose` text);\n", "shop.migawari_copy.00000.sql": "INSERT INTO `migawari_copy` VALUES(\"canary\");\n",
		}},
		"shell": {shell, map[string]string{
			"shop.json":                           `{"schema": "shop", "tables": ["migawari_production", "users"], "views": [], "basenames": { "migawari_production": "shop@migawari_production", "users": "shop@users"}}`,
			"@.done.json":                         `{"end": "2024", "dataBytes": 29, "tableDataBytes": {"shop": {"users": 22, "migawari_production": 7}}, "chunkFileBytes": {"shop@migawari_production@@0.tsv": 7, "shop@users@0.tsv": 14, "shop@users@@1.tsv": 8}}`,
			"shop@migawari_production.json":       strings.ReplaceAll(shellTable, "users", "migawari_production"),
			"shop@migawari_production.sql":        "CREATE TABLE `migawari_production` (`server` char(16));\n",
			"shop@migawari_production@@0.tsv":     "canary\n",
			"shop@migawari_production@@0.tsv.idx": "\x00\x00\x00\x00\x00\x00\x00\x07",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			out := write(t, open(t, lay(t, with(c.files, c.more))), folder.Outcome{Rows: func(string) (int64, bool) { return 3, true }})
			want := maps.Clone(c.files)
			delete(want, "@.checksums.json")
			entries, err := os.ReadDir(out)
			require.NoError(t, err)
			require.Len(t, entries, len(want))
			for _, e := range entries {
				require.Contains(t, want, e.Name())
				text, err := os.ReadFile(filepath.Join(out, e.Name()))
				require.NoError(t, err)
				require.NotContains(t, string(text), "migawari")
				require.NotContains(t, string(text), "canary")
				switch e.Name() {
				case "shop.json", "@.done.json":
					require.JSONEq(t, want[e.Name()], string(text))
				case "@.json", "metadata":
				default:
					require.Equal(t, want[e.Name()], string(text))
				}
			}
		})
	}
}
