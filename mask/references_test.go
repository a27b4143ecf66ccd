package mask_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/mask"
)

// TestReferences: both ends of a foreign key are kept, or masked alike. Which of
// the two tables comes first, and how the key is spelled, is all one.
func TestReferences(t *testing.T) {
	id := &mask.Person{By: []string{"id"}}
	domain := func(mask1, domain1 string) mask.Rule { return mask.Rule{Mask: mask1, Domain: domain1} }
	always := condition{}
	for name, tt := range map[string]struct {
		child, parent []mask.Arm
		hint          string // empty: they join
	}{
		"both kept":            {arms("keep"), arms("keep"), ""},
		"both masked":          {arms("hash"), arms("hash"), ""},
		"one domain":           {[]mask.Arm{{Rule: domain("hash", "code")}}, []mask.Arm{{Rule: domain("hash", "code")}}, ""},
		"another domain":       {arms("hash"), []mask.Arm{{Rule: domain("hash", "code")}}, `it refers to "users.code": give it {mask: hash, domain: code} too`},
		"another masker":       {arms("short"), arms("hash"), "{mask: hash, domain: hash}"},
		"the parent kept":      {arms("hash"), arms("keep"), "keep both, or give both this rule"},
		"the child kept":       {arms("keep"), arms("hash"), "give it {mask: hash, domain: hash} too"},
		"NULL refers to none":  {arms("null"), arms("hash"), ""},
		"NULL beside keep":     {arms("null"), arms("keep"), ""},
		"one kind of person":   {arms("alias"), arms("alias"), ""},
		"a fake of NULL":       {[]mask.Arm{{Rule: mask.Rule{Mask: "hash", Null: true}}}, arms("hash"), "leave null: mask out"},
		"only one empty":       {[]mask.Arm{{Rule: mask.Rule{Mask: "hash", Empty: true}}}, arms("hash"), "{mask: hash"},
		"else":                 {[]mask.Arm{{Rule: mask.Rule{Mask: "hash", Else: &mask.Rule{Mask: "short"}}}}, arms("hash"), "{mask: hash"},
		"else at both ends":    {[]mask.Arm{{Rule: mask.Rule{Mask: "hash", Else: &mask.Rule{Mask: "short"}}}}, []mask.Arm{{Rule: mask.Rule{Mask: "hash", Else: &mask.Rule{Mask: "short"}}}}, ""},
		"a condition":          {[]mask.Arm{{When: always, Rule: mask.Rule{Mask: "keep"}}, {Rule: mask.Rule{Mask: "hash"}}}, arms("hash"), "a condition sees one row only"},
		"a condition for NULL": {[]mask.Arm{{When: always, Rule: mask.Rule{Mask: "null"}}, {Rule: mask.Rule{Mask: "hash"}}}, arms("hash"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := compile(t,
				mask.Table{Pattern: "users", Person: id, Columns: append(cols("id:keep"), mask.Column{Name: "code", Arms: tt.parent})},
				mask.Table{Pattern: "orders", Person: id, Columns: append(cols("id:keep"), mask.Column{Name: "buyer", Arms: tt.child})},
			)
			users := "CREATE TABLE users (id int, code varchar(90), UNIQUE (code));\n"
			named := "CONSTRAINT f FOREIGN KEY (buyer) REFERENCES users (code)"
			orders := "CREATE TABLE orders (id int, buyer varchar(90), " + named + ");\n"
			for d, sql := range map[dialects.Dialect][]string{
				mysql.Dialect: {
					users + orders, orders + users,
					users + "CREATE TABLE orders (id int, buyer varchar(90));\nINSERT INTO orders VALUES (1,'c');\nALTER TABLE orders ADD " + named + ";\n",
				},
				postgres.Dialect: {
					users + orders, users + "CREATE TABLE orders (id int, buyer varchar(90) REFERENCES users (code));\n",
					"CREATE TABLE orders (id int, buyer varchar(90));\nCOPY orders (id, buyer) FROM stdin;\n1\tc\n\\.\n" + users + "ALTER TABLE ONLY orders ADD " + named + ";\n",
				},
				sqlite.Dialect: {users + orders, orders + users, users + "CREATE TABLE orders (id int, buyer text REFERENCES users (code));\n"},
			} {
				for _, s := range sql {
					var out bytes.Buffer
					_, err := mask.Copy(context.Background(), &out, strings.NewReader(s), d, p)
					if tt.hint == "" {
						require.NoError(t, err, s)
						continue
					}
					var e *mask.Error
					require.ErrorAs(t, err, &e, s)
					require.ErrorIs(t, err, mask.ErrForeign)
					require.Contains(t, e.Table, "orders")
					require.Equal(t, "buyer", e.Column)
					require.Contains(t, strings.ReplaceAll(e.Hint, "public.", ""), tt.hint)
				}
			}
		})
	}
}

// TestReferencesForeseen: with the schema at hand no row is read in vain.
// Rows that would refer to a table without rows are found by check, and by no run.
func TestDangling(t *testing.T) {
	ddl := "CREATE TABLE `a` (`id` int PRIMARY KEY);\nCREATE TABLE `b` (`id` int PRIMARY KEY, `a` int, FOREIGN KEY (`a`) REFERENCES `a` (`id`));\n"
	for rule, want := range map[string]int{"keep": 1, "null": 0} {
		p := compile(t, mask.Table{Pattern: "a", Drop: true}, mask.Table{Pattern: "b", Columns: cols("id:keep", "a:"+rule)})
		_, _, err := run(p, ddl)
		require.NoError(t, err)
		found := p.Check(tablesOf(t, mysql.Dialect, ddl))
		require.Len(t, found, want, rule)
		if want > 0 {
			require.ErrorIs(t, found[0].Err, mask.ErrDangling)
		}
	}
	p := compile(t, mask.Table{Pattern: "*", Drop: true})
	require.Empty(t, p.Check(tablesOf(t, mysql.Dialect, ddl)))
}

func TestReferencesForeseen(t *testing.T) {
	p := compile(t,
		mask.Table{Pattern: "users", Columns: cols("id:hash")},
		mask.Table{Pattern: "orders", Columns: cols("id:keep", "user_id:keep")},
		mask.Table{Pattern: "old", Drop: true},
	)
	ddl := "CREATE TABLE users (id varchar(90), PRIMARY KEY (id));\n" +
		"CREATE TABLE orders (id int, user_id varchar(90) REFERENCES users);\n" +
		"CREATE TABLE old (user_id varchar(90) REFERENCES users);\n"
	s := tablesOf(t, sqlite.Dialect, ddl)
	var out bytes.Buffer
	_, err := mask.Copy(context.Background(), &out, strings.NewReader("INSERT INTO orders VALUES(1,'c');\n"), sqlite.Dialect, p, mask.Scan(dialects.ScanOptions{Schema: s}))
	require.EqualError(t, err, "table orders: column user_id: the column refers to another, and the two are not masked alike")
	require.NotContains(t, out.String(), "INSERT")

	found := p.Check(s)
	require.Len(t, found, 1)
	require.Equal(t, "orders", found[0].Table)
	require.Equal(t, "user_id", found[0].Column)
	require.ErrorIs(t, found[0].Err, mask.ErrForeign)
}

// arms is one rule without a condition.
func arms(rule string) []mask.Arm { return []mask.Arm{{Rule: mask.Rule{Mask: rule}}} }

// A condition holds for every row.
type condition struct{}

func (condition) Bind([]*schema.Column) (mask.Test, error) {
	return func(*mask.Row) (bool, error) { return true, nil }, nil
}

// tablesOf reads what a dump declares.
func tablesOf(t *testing.T, d dialects.Dialect, sql string) *schema.Schema {
	t.Helper()
	s := d.NewScanner(strings.NewReader(sql), dialects.ScanOptions{}.WithDefaults())
	for {
		var c dialects.Chunk
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return s.Schema()
		}
		require.NoError(t, err)
	}
}
