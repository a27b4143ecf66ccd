package subset_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/subset"
)

// A model is a made-up database: each table has a key of one column, id, and one of two,
// a and b, and refers to others, or to itself, by the one or the other.
type model struct {
	tables []*modelTable
	order  []int // in which a dump has them
}

type modelTable struct {
	name string
	refs []modelRef
	rows []*modelRow
}

type modelRef struct {
	to        int
	composite bool
	virtual   bool // no definition declares it, but the policy
	odd       bool // and it holds in rows with an odd id
}

type modelRow struct {
	id   int
	refs []*modelRow // nil: NULL
	half []bool      // of a key of two columns only the first is NULL
}

func (r *modelRow) a() int    { return r.id / 3 }
func (r *modelRow) b() string { return fmt.Sprintf("k%d", r.id%3) }

func drawModel(t *rapid.T) *model {
	m := &model{}
	n := rapid.IntRange(1, 6).Draw(t, "tables")
	for i := range n {
		table := &modelTable{name: fmt.Sprintf("t%d", i)}
		for range rapid.IntRange(0, 3).Draw(t, "refs") {
			table.refs = append(table.refs, modelRef{
				rapid.IntRange(0, n-1).Draw(t, "to"), rapid.Bool().Draw(t, "composite"), rapid.Bool().Draw(t, "virtual"), rapid.Bool().Draw(t, "odd"),
			})
		}
		for id := range rapid.IntRange(0, 8).Draw(t, "rows") {
			table.rows = append(table.rows, &modelRow{id: id + 1})
		}
		m.tables = append(m.tables, table)
	}
	for _, table := range m.tables {
		for _, row := range table.rows {
			for _, ref := range table.refs {
				parents := m.tables[ref.to].rows
				var to *modelRow
				if k := rapid.IntRange(-1, len(parents)-1).Draw(t, "parent"); k >= 0 {
					to = parents[k]
				}
				row.refs = append(row.refs, to)
				row.half = append(row.half, rapid.Bool().Draw(t, "half"))
			}
		}
	}
	m.order = rapid.Permutation(indices(n)).Draw(t, "order")
	return m
}

func indices(n int) (all []int) {
	for i := range n {
		all = append(all, i)
	}
	return all
}

// mysql writes the model as mysqldump does.
func (m *model) mysql() string {
	var b strings.Builder
	for _, i := range m.order {
		t := m.tables[i]
		fmt.Fprintf(&b, "CREATE TABLE `%s` (`id` int NOT NULL, `a` int NOT NULL, `b` varchar(9) NOT NULL", t.name)
		for k, r := range t.refs {
			if r.composite {
				fmt.Fprintf(&b, ", `x%d` varchar(9), `y%d` int", k, k)
			} else {
				fmt.Fprintf(&b, ", `x%d` int", k)
			}
		}
		b.WriteString(", PRIMARY KEY (`id`), UNIQUE KEY `u` (`a`,`b`)")
		for k, r := range t.refs {
			if r.virtual {
				continue
			}
			if r.composite {
				fmt.Fprintf(&b, ", CONSTRAINT `c%d` FOREIGN KEY (`x%d`,`y%d`) REFERENCES `%s` (`b`,`a`)", k, k, k, m.tables[r.to].name)
			} else {
				fmt.Fprintf(&b, ", CONSTRAINT `c%d` FOREIGN KEY (`x%d`) REFERENCES `%s` (`id`)", k, k, m.tables[r.to].name)
			}
		}
		b.WriteString(");\n")
		for n, row := range t.rows {
			if n%3 == 0 {
				fmt.Fprintf(&b, "INSERT INTO `%s` VALUES ", t.name)
			} else {
				b.WriteString(",")
			}
			b.WriteString("(" + strings.Join(t.values(row, "NULL", "'"), ",") + ")")
			if n%3 == 2 || n == len(t.rows)-1 {
				b.WriteString(";\n")
			}
		}
	}
	return b.String()
}

// postgres writes the model as pg_dump does: keys behind the rows.
func (m *model) postgres() string {
	var tables, rows, keys strings.Builder
	for _, i := range m.order {
		t := m.tables[i]
		fmt.Fprintf(&tables, "CREATE TABLE public.%s (id integer NOT NULL, a integer NOT NULL, b text NOT NULL", t.name)
		columns := "id, a, b"
		for k, r := range t.refs {
			if r.composite {
				fmt.Fprintf(&tables, ", x%d text, y%d integer", k, k)
				columns += fmt.Sprintf(", x%d, y%d", k, k)
			} else {
				fmt.Fprintf(&tables, ", x%d integer", k)
				columns += fmt.Sprintf(", x%d", k)
			}
		}
		tables.WriteString(");\n")
		fmt.Fprintf(&rows, "COPY public.%s (%s) FROM stdin;\n", t.name, columns)
		for _, row := range t.rows {
			rows.WriteString(strings.Join(t.values(row, `\N`, ""), "\t") + "\n")
		}
		rows.WriteString("\\.\n")
		fmt.Fprintf(&keys, "ALTER TABLE ONLY public.%s ADD CONSTRAINT %s_p PRIMARY KEY (id);\nALTER TABLE ONLY public.%s ADD CONSTRAINT %s_u UNIQUE (a, b);\n", t.name, t.name, t.name, t.name)
	}
	for _, i := range m.order {
		t := m.tables[i]
		for k, r := range t.refs {
			if r.virtual {
				continue
			}
			columns, there := r.ends(k)
			fmt.Fprintf(&keys, "ALTER TABLE ONLY public.%s ADD CONSTRAINT %s_c%d FOREIGN KEY (%s) REFERENCES public.%s(%s);\n", t.name, t.name, k, columns, m.tables[r.to].name, there)
		}
	}
	return tables.String() + rows.String() + keys.String()
}

// ends names the columns of a reference here and there.
func (r modelRef) ends(k int) (here, there string) {
	if r.composite {
		return fmt.Sprintf("x%d, y%d", k, k), "b, a"
	}
	return fmt.Sprintf("x%d", k), "id"
}

// policy keeps everything, and declares the references that no definition does.
func (m *model) policy() string {
	var b strings.Builder
	b.WriteString("version: 1\nddl: keep\ntables: {\"*\": keep}\nreferences:\n")
	n := b.Len()
	for _, t := range m.tables {
		for k, r := range t.refs {
			if !r.virtual {
				continue
			}
			here, there := r.ends(k)
			fmt.Fprintf(&b, "  - {from: \"%s(%s)\", to: \"%s(%s)\"", t.name, here, m.tables[r.to].name, there)
			if r.odd {
				b.WriteString(", when: \"id in [1, 3, 5, 7]\"")
			}
			b.WriteString("}\n")
		}
	}
	if b.Len() == n {
		b.WriteString("  []\n")
	}
	return b.String()
}

func (t *modelTable) values(row *modelRow, null, quote string) []string {
	values := []string{fmt.Sprint(row.id), fmt.Sprint(row.a()), quote + row.b() + quote}
	for k, ref := range row.refs {
		switch {
		case ref == nil && t.refs[k].composite && row.half[k]:
			values = append(values, null, "1") // refers to nothing
		case ref == nil && t.refs[k].composite:
			values = append(values, null, null)
		case ref == nil:
			values = append(values, null)
		case t.refs[k].composite:
			values = append(values, quote+ref.b()+quote, fmt.Sprint(ref.a()))
		default:
			values = append(values, fmt.Sprint(ref.id))
		}
	}
	return values
}

// closure is the part by its definition: what it says is done until nothing changes.
func (m *model) closure(root int, ids []int, children mask.Children, keep []int) []string {
	kept, brings := map[*modelRow]bool{}, map[*modelRow]bool{}
	for i, t := range m.tables {
		for _, row := range t.rows {
			isRoot := i == root && slices.Contains(ids, row.id)
			if isRoot || slices.Contains(keep, i) {
				kept[row] = true
			}
			if isRoot && children != mask.NoChildren {
				brings[row] = true
			}
		}
	}
	for changed := true; changed; {
		changed = false
		set := func(of map[*modelRow]bool, row *modelRow) {
			changed = changed || !of[row]
			of[row] = true
		}
		for _, t := range m.tables {
			for _, row := range t.rows {
				for k, to := range row.refs {
					if to == nil || t.refs[k].virtual && t.refs[k].odd && row.id%2 == 0 {
						continue
					}
					if brings[to] {
						set(kept, row)
						if children == mask.AllChildren {
							set(brings, row)
						}
					}
					if kept[row] {
						set(kept, to)
					}
				}
			}
		}
	}
	var all []string
	for _, t := range m.tables {
		for _, row := range t.rows {
			if kept[row] {
				all = append(all, fmt.Sprintf("%s %d", t.name, row.id))
			}
		}
	}
	slices.Sort(all)
	return all
}

// tied says whether a table refers to another, or another to it.
func (m *model) tied(i int) bool {
	return len(m.tables[i].refs) > 0 || slices.ContainsFunc(m.tables, func(t *modelTable) bool {
		return slices.ContainsFunc(t.refs, func(r modelRef) bool { return r.to == i })
	})
}

// rowsOf lists the rows of a dump.
func rowsOf(t require.TestingT, d dialects.Dialect, dump string) []string {
	var all []string
	for item, err := range dialects.Items(d, strings.NewReader(dump), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if item.Kind != dialects.Row {
			continue
		}
		id := strings.FieldsFunc(string(item.Chunk.Data[item.Body:item.End]), func(r rune) bool { return strings.ContainsRune("(),\t", r) })[0]
		all = append(all, item.Rows.Table.Name.Name+" "+id)
	}
	slices.Sort(all)
	return all
}

func compile(t require.TestingT, key mask.Key, policy string) *mask.Plan {
	plan, err := policyfile.Compile([]byte(policy), key, func(string) (mask.Set, error) { return nil, nil })
	require.NoError(t, err, policy)
	return plan
}

// cut cuts a part out of a dump.
func cut(d dialects.Dialect, dump string, p *mask.Plan, part *mask.Subset, opts ...mask.Option) (string, *mask.Audit, error) {
	read := func(open func() (io.ReadCloser, error)) (string, *mask.Audit, error) {
		var out bytes.Buffer
		a, err := subset.Copy(context.Background(), &out, open, d, p, part, opts...)
		return out.String(), a, err
	}
	out, a, err := read(func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(dump)), nil })
	file, _, fileErr := read(func() (io.ReadCloser, error) {
		r := strings.NewReader(dump)
		return struct {
			io.ReadSeeker
			io.Closer
		}{r, io.NopCloser(r)}, nil
	})
	if out != file || fmt.Sprint(err) != fmt.Sprint(fileErr) {
		return "", nil, fmt.Errorf("of a file, in which rows are stepped over, it is another part: %w, and else %w", fileErr, err)
	}
	return out, a, err
}

func root(t require.TestingT, text string) mask.Root {
	r, err := subset.ParseRoot(text)
	require.NoError(t, err)
	return r
}

// TestClosure holds the part against its definition, on databases with references to
// themselves, in circles, by keys of several columns, and such that only the policy declares.
func TestClosure(t *testing.T) {
	key := masktest.Key(t)
	rapid.Check(t, func(t *rapid.T) {
		m := drawModel(t)
		at := rapid.IntRange(0, len(m.tables)-1).Draw(t, "root")
		if len(m.tables[at].rows) == 0 {
			t.Skip("no rows")
		}
		ids := rapid.SliceOfNDistinct(rapid.IntRange(1, len(m.tables[at].rows)), 1, -1, rapid.ID).Draw(t, "ids")
		part := &mask.Subset{Children: mask.Children(rapid.IntRange(0, 2).Draw(t, "children"))}
		part.Roots = []mask.Root{root(t, fmt.Sprintf("t%d: id in [%s]", at, strings.Trim(strings.ReplaceAll(fmt.Sprint(ids), " ", ","), "[]")))}
		keep := rapid.SliceOfNDistinct(rapid.IntRange(0, len(m.tables)-1), 0, 1, rapid.ID).Draw(t, "keep")
		for _, i := range keep {
			part.Keep = append(part.Keep, m.tables[i].name)
		}
		plan := compile(t, key, m.policy())
		want := m.closure(at, ids, part.Children, keep)
		chunk := mask.Scan(dialects.ScanOptions{ChunkSize: rapid.SampledFrom([]int{1, 20, 100, 0}).Draw(t, "chunk")})
		for _, d := range []struct {
			dialects.Dialect
			dump string
		}{{mysql.Dialect, m.mysql()}, {postgres.Dialect, m.postgres()}} {
			out, audit, err := cut(d, d.dump, plan, part, chunk, mask.Workers(rapid.IntRange(1, 3).Draw(t, "workers")))
			if errors.Is(err, mask.ErrNoKeys) {
				require.False(t, m.tied(at))
				continue
			}
			require.NoError(t, err, d.dump)
			require.Equal(t, want, rowsOf(t, d, out), d.dump)
			require.EqualValues(t, len(out), audit.BytesOut)
		}
	})
}
