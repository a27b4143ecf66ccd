package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/folder"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/mysql/mysqlxml"
	"github.com/migawari-dev/migawari/mask"
)

// encodings are character sets, with texts in which bytes of characters are those of
// quotes, backslashes and backquotes as far as the set has such.
var encodings = map[string][]string{
	"utf8mb4": {"髙﨑 👩 能'", `表"ソ\`, "Ærø"},
	"cp932":   {"表 ソ能'", `ソ\表"`, "～能～ ｱ①"},
	"ujis":    {"表能 ｱ'", `ソ\"`, "高橋"},
	"latin1":  {"Ærø '", `é\"`, "€ÿ"},
	"gbk":     {"誠 許'", `縗\"`, "乗乣"},
}

// A container is how a table t with the columns id and v is dumped: its files, with the
// values in a set.
type container struct {
	files   func(set string, encode func(string) string, values []string) map[string]string
	dialect func(set string) (dialects.Dialect, dialects.ScanOptions) // nil: a directory
}

// escaped puts a backslash before bytes of a text in a set: before those of characters of
// several bytes too, or not.
func escaped(text, special string, bytewise bool, encode func(string) string) string {
	var b strings.Builder
	for _, r := range text {
		raw := encode(string(r))
		for i := range len(raw) {
			if strings.IndexByte(special, raw[i]) >= 0 && (bytewise || len(raw) == 1) {
				b.WriteByte('\\')
			}
			b.WriteByte(raw[i])
		}
	}
	return b.String()
}

func lines(values []string, line func(id int, v string) string, separator string) string {
	var all []string
	for i, v := range values {
		all = append(all, line(i+1, v))
	}
	return strings.Join(all, separator)
}

func ddl(set string) string {
	return "CREATE TABLE `t` (`id` int NOT NULL, `v` varchar(40) DEFAULT NULL) DEFAULT CHARSET=" + set + ";\n"
}

var containers = map[string]container{
	"SQL": {
		files: func(set string, encode func(string) string, values []string) map[string]string {
			return map[string]string{"d.sql": "SET NAMES " + set + ";\n" + ddl(set) + "INSERT INTO `t` VALUES " + lines(values, func(id int, v string) string {
				return fmt.Sprintf("(%d,'%s')", id, escaped(v, `'\`, false, encode))
			}, ",") + ";\n"}
		},
		dialect: func(string) (dialects.Dialect, dialects.ScanOptions) { return mysql.Dialect, dialects.ScanOptions{} },
	},
	"XML": {
		files: func(_ string, encode func(string) string, values []string) map[string]string {
			entities := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
			return map[string]string{"d.xml": "<?xml version=\"1.0\"?>\n<mysqldump xmlns:xsi=\"x\">\n<database name=\"d\">\n<table_data name=\"t\">\n" + lines(values, func(id int, v string) string {
				return fmt.Sprintf("<row>\n<field name=\"id\">%d</field>\n<field name=\"v\">%s</field>\n</row>", id, encode(entities.Replace(v)))
			}, "\n") + "\n</table_data>\n</database>\n</mysqldump>\n"}
		},
		dialect: func(set string) (dialects.Dialect, dialects.ScanOptions) {
			return mysqlxml.Dialect, dialects.ScanOptions{Charset: set}
		},
	},
	"CSV": {
		files: func(_ string, encode func(string) string, values []string) map[string]string {
			return map[string]string{"t.csv": "id,v\n" + lines(values, func(id int, v string) string {
				return fmt.Sprintf("%d,\"%s\"\n", id, encode(strings.ReplaceAll(v, `"`, `""`)))
			}, "")}
		},
		dialect: func(set string) (dialects.Dialect, dialects.ScanOptions) {
			return csv.File{Format: csv.Comma, Table: "t"}, dialects.ScanOptions{Charset: set}
		},
	},
	"--tab": {
		files: func(set string, encode func(string) string, values []string) map[string]string {
			return map[string]string{"t.sql": ddl(set), "t.txt": lines(values, func(id int, v string) string {
				return fmt.Sprintf("%d\t%s\n", id, escaped(v, "\\", false, encode))
			}, "")}
		},
	},
	"mydumper": {
		files: func(set string, encode func(string) string, values []string) map[string]string {
			return map[string]string{
				"metadata":            "Started dump at: 2024-01-01 00:00:00\nFinished dump at: 2024-01-01 00:00:01\n",
				"d-schema-create.sql": "CREATE DATABASE `d`;\n",
				"d.t-schema.sql":      ddl(set),
				"d.t.sql": "/*!40101 SET NAMES binary*/;\nINSERT INTO `t` VALUES" + lines(values, func(id int, v string) string {
					return fmt.Sprintf("\n(%d,\"%s\")", id, escaped(v, `"'\`, true, encode))
				}, ",") + ";\n",
			}
		},
	},
	"MySQL Shell": {
		files: func(set string, encode func(string) string, values []string) map[string]string {
			return map[string]string{
				"@.json":      `{"schemas": ["d"], "basenames": {"d": "d"}, "defaultCharacterSet": "` + set + `"}`,
				"@.done.json": `{}`,
				"d.json":      `{"schema": "d", "tables": ["t"], "views": [], "basenames": {"t": "d@t"}}`,
				"d@t.json": `{"options": {"schema": "d", "table": "t", "columns": ["id", "v"], "defaultCharacterSet": "` + set +
					`", "fieldsTerminatedBy": "\t", "fieldsEnclosedBy": "", "fieldsEscapedBy": "\\", "linesTerminatedBy": "\n"}, "extension": "tsv", "basenames": {}}`,
				"d@t.sql": ddl(set),
				"d@t@@0.tsv": lines(values, func(id int, v string) string {
					return fmt.Sprintf("%d\t%s\n", id, escaped(v, "\\", true, encode))
				}, ""),
			}
		},
	},
}

// TestEncodings takes each character set through each container: kept, every byte is as it
// was, and a text that was masked is written in the set again.
func TestEncodings(t *testing.T) {
	backwards := mask.Set{"backwards": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, in *mask.In) error {
			out.SetString(reversed(string(in.Value)))
			return nil
		}), nil
	}}
	keep := &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: "*", Keep: true}}}
	turn := &mask.Policy{DDL: mask.KeepDDL, Tables: []mask.Table{{Pattern: "t", Columns: []mask.Column{
		{Name: "id", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep"}}}}, {Name: "v", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "backwards"}}}},
	}}}}
	for kind, c := range containers {
		for set, values := range encodings {
			t.Run(kind+" "+set, func(t *testing.T) {
				encode := func(s string) string {
					b, err := charset.Lookup(set).Encode(nil, []byte(s))
					require.NoError(t, err)
					return string(b)
				}
				d, o, in, opts := opened(t, c, set, c.files(set, encode, values))
				masked := func(policy *mask.Policy) []byte {
					plan, err := mask.Compile(policy, mask.EphemeralKey(), backwards)
					require.NoError(t, err)
					var out bytes.Buffer
					_, err = mask.Copy(context.Background(), &out, bytes.NewReader(in), d, plan, append(opts, mask.Scan(o))...)
					require.NoError(t, err)
					return out.Bytes()
				}
				require.True(t, bytes.Equal(in, masked(keep)))
				require.Equal(t, values, texts(t, d, in, o))
				out := masked(turn)
				require.False(t, bytes.Equal(in, out))
				require.Equal(t, mapped(values, reversed), texts(t, d, out, o))
			})
		}
	}
}

// opened gives the stream of a container and what reads it.
func opened(t *testing.T, c container, set string, files map[string]string) (dialects.Dialect, dialects.ScanOptions, []byte, []mask.Option) {
	if c.dialect != nil {
		for _, text := range files {
			d, o := c.dialect(set)
			return d, o, []byte(text), nil
		}
	}
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	f, err := folder.Open(dir)
	require.NoError(t, err)
	r := f.Join(new(atomic.Int64))
	defer r.Close()
	in, err := io.ReadAll(r)
	require.NoError(t, err)
	return f.Dialect(), dialects.ScanOptions{}, in, []mask.Option{mask.Marked(string(f.Marker()))}
}

// texts are the values of v.
func texts(t *testing.T, d dialects.Dialect, in []byte, o dialects.ScanOptions) (all []string) {
	for _, rows := range dialecttest.Records(t, d, in, o) {
		for _, r := range rows {
			all = append(all, r["v"].(string))
		}
	}
	return all
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

func mapped(values []string, f func(string) string) (all []string) {
	for _, v := range values {
		all = append(all, f(v))
	}
	return all
}
