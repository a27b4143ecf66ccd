package e2e

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/subset"
)

// connected are dumps of other projects whose tables refer to each other.
var connected = []struct {
	dialect string
	files   []string
}{
	{"postgres", []string{"public/pthom__northwind_psql/northwind.sql.gz"}},
	{"postgres", []string{"public/neondatabase__postgres-sample-dbs/chinook.sql.gz"}},
	{"postgres", []string{"public/AlisdairO__pgexercises/site/website/dbfiles/clubdata.sql"}},
	{"postgres", []string{"public/jOOQ__sakila/postgres-sakila-db/postgres-sakila-schema.sql", "public/jOOQ__sakila/postgres-sakila-db/postgres-sakila-insert-data-using-copy.sql.gz"}},
	{"mysql", []string{"public/lerocha__chinook-database/ChinookDatabase/DataSources/Chinook_MySql.sql.gz"}},
	{"mysql", []string{"public/Qovery__Replibyte/db/mysql/world.sql.gz"}},
	{"mysql", []string{"public/AndrejPHP__w3schools-database/w3schools.sql"}},
	{"sqlite", []string{"public/lerocha__chinook-database/ChinookDatabase/DataSources/Chinook_Sqlite.sql.gz"}},
}

// TestSubsetsRestore restores parts of real dumps, each grown from a table that others are
// tied to, and looks for references that lead nowhere, besides what the servers hold.
func TestSubsetsRestore(t *testing.T) {
	for _, c := range connected {
		t.Run(path.Base(c.files[0]), func(t *testing.T) {
			var dump []byte
			for _, f := range c.files {
				dump = append(dump, corpora.Read(t, f)...)
			}
			dump = bytes.ReplaceAll(dump, []byte("utf8mb4_0900_ai_ci"), []byte("utf8mb4_general_ci")) // which MariaDB lacks
			subsetsRestore(t, c.dialect, dump)
		})
	}
	for _, d := range sampleDumps {
		t.Run(d.file, func(t *testing.T) { subsetsRestore(t, d.dialect, sample(t, d.file), d.load...) })
	}
}

func subsetsRestore(t *testing.T, name string, dump []byte, load ...string) {
	t.Helper()
	plan := compile(t, parse(t, `{version: 1, large_objects: keep, definitions: {"*": keep}, tables: {"*": keep}}`))
	d := dialect(t, name)
	s := schemaOf(t, d, dump)
	done := 0
	for _, root := range s.Tables() {
		if !tied(s, root) || done == 4 {
			continue
		}
		for _, children := range []mask.Children{mask.AllChildren, mask.NoChildren} {
			out, audit := cutOut(t, d, dump, plan, &mask.Subset{Roots: []mask.Root{{Table: root.Name.String()}}, Share: 0.3, Children: children})
			if audit == nil {
				continue // none of few rows was chosen
			}
			done++
			dev := newStore(t, name)
			dev.load(t, out, load...)
			for _, child := range s.Tables() {
				for _, k := range child.Keys {
					if parent := s.Table(k.RefTable); k.Kind == schema.Foreign && parent != nil {
						require.Equal(t, "0", count(t, dev, orphans(name, child, k, parent)), "%s %s %s", root.Name, child.Name, k.Name)
					}
				}
			}
			left := int64(0)
			for _, a := range audit.Tables {
				left += a.Rows - a.Dropped
			}
			require.NotZero(t, left)
			require.Less(t, left, audit.Rows(), "%s", root.Name)
		}
	}
	require.NotZero(t, done)
}

// cutOut cuts a part out of a dump; it gives no audit where the roots have no rows.
func cutOut(t *testing.T, d dialects.Dialect, dump []byte, p *mask.Plan, part *mask.Subset) ([]byte, *mask.Audit) {
	t.Helper()
	var out bytes.Buffer
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
	audit, err := subset.Copy(context.Background(), &out, open, d, p, part)
	if errors.Is(err, mask.ErrNoRoot) {
		return nil, nil
	}
	require.NoError(t, err)
	return out.Bytes(), audit
}

func schemaOf(t *testing.T, d dialects.Dialect, dump []byte) *schema.Schema {
	t.Helper()
	s := d.NewScanner(bytes.NewReader(dump), dialects.ScanOptions{}.WithDefaults())
	for {
		var c dialects.Chunk
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return s.Schema()
		}
		require.NoError(t, err)
	}
}

// tied says whether a table refers to another, or another to it.
func tied(s *schema.Schema, t *schema.Table) bool {
	for _, child := range s.Tables() {
		for _, k := range child.Keys {
			if k.Kind == schema.Foreign && (child == t || s.Table(k.RefTable) == t) {
				return true
			}
		}
	}
	return false
}

// orphans counts rows whose foreign key leads nowhere.
func orphans(dialect string, child *schema.Table, k schema.Key, parent *schema.Table) string {
	quote := func(name string) string {
		if dialect == "mysql" {
			return "`" + name + "`"
		}
		return `"` + name + `"`
	}
	to := k.RefColumns
	if to == nil {
		for _, p := range parent.PrimaryKey().Parts {
			to = append(to, p.Column)
		}
	}
	var known, same []string
	for i, p := range k.Parts {
		known = append(known, "c."+quote(p.Column)+" IS NOT NULL")
		same = append(same, "p."+quote(to[i])+" = c."+quote(p.Column))
	}
	table := func(n schema.Name) string {
		if dialect == "postgres" && n.Schema != "" {
			return quote(n.Schema) + "." + quote(n.Name)
		}
		return quote(n.Name)
	}
	return fmt.Sprintf("SELECT count(*) FROM %s c WHERE %s AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s)",
		table(child.Name), strings.Join(known, " AND "), table(parent.Name), strings.Join(same, " AND "))
}
