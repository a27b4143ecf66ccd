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

// partitioned is a dump of pg_dump with a table whose rows are in partitions, that refers to
// others, and others to it.
const partitioned = `CREATE TABLE public.shops (id integer NOT NULL);
CREATE TABLE public.sales (id integer NOT NULL, year integer NOT NULL, shop integer) PARTITION BY LIST (year);
CREATE TABLE public.sales_25 (id integer NOT NULL, year integer NOT NULL, shop integer);
CREATE TABLE public.sales_26 (id integer NOT NULL, year integer NOT NULL, shop integer);
CREATE TABLE public.items (id integer NOT NULL, sale integer, year integer);
ALTER TABLE ONLY public.sales ATTACH PARTITION public.sales_25 FOR VALUES IN (2025);
ALTER TABLE ONLY public.sales ATTACH PARTITION public.sales_26 FOR VALUES IN (2026);
COPY public.items (id, sale, year) FROM stdin;
1	10	2025
2	10	2026
3	11	2026
\.
COPY public.sales_25 (id, year, shop) FROM stdin;
10	2025	1
11	2025	2
\.
COPY public.sales_26 (id, year, shop) FROM stdin;
10	2026	2
11	2026	1
\.
COPY public.shops (id) FROM stdin;
1
2
\.
ALTER TABLE ONLY public.shops ADD CONSTRAINT shops_p PRIMARY KEY (id);
ALTER TABLE ONLY public.sales ADD CONSTRAINT sales_p PRIMARY KEY (id, year);
ALTER TABLE ONLY public.sales_25 ADD CONSTRAINT sales_25_p PRIMARY KEY (id, year);
ALTER TABLE ONLY public.sales_26 ADD CONSTRAINT sales_26_p PRIMARY KEY (id, year);
ALTER INDEX public.sales_p ATTACH PARTITION public.sales_25_p;
ALTER INDEX public.sales_p ATTACH PARTITION public.sales_26_p;
ALTER TABLE public.sales ADD CONSTRAINT sales_f FOREIGN KEY (shop) REFERENCES public.shops(id);
ALTER TABLE public.items ADD CONSTRAINT items_f FOREIGN KEY (sale, year) REFERENCES public.sales(id, year);
`

// TestSubsetOfPartitions: rows of a partition are those of its table, for keys of both.
func TestSubsetOfPartitions(t *testing.T) {
	plan := compile(t, parse(t, `{version: 1, tables: {"*": keep}}`))
	d := dialect(t, "postgres")
	for _, c := range []struct {
		root        string
		children    mask.Children
		items, sold string
		shops       string
	}{
		{"shops", mask.AllChildren, "2", "2", "1"},
		{"items", mask.NoChildren, "1", "1", "1"},
		{"sales", mask.NoChildren, "0", "2", "2"},
	} {
		part := &mask.Subset{Roots: []mask.Root{{Table: c.root, Where: parse(t, `{version: 1, tables: {t: {rows: {where: "id in [1, 10]"}, columns: {'*': keep}}}}`).Tables[0].Where}}, Children: c.children}
		out, audit := cutOut(t, d, []byte(partitioned), plan, part)
		require.NotNil(t, audit)
		dev := newStore(t, "postgres")
		dev.load(t, out)
		require.Equal(t, c.items, count(t, dev, "SELECT count(*) FROM items"), c.root)
		require.Equal(t, c.sold, count(t, dev, "SELECT count(*) FROM sales"), c.root)
		require.Equal(t, c.shops, count(t, dev, "SELECT count(*) FROM shops"), c.root)
	}
}
