package schema_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
)

// table makes a table with an id, and a column for each reference: "b" to a table b that
// it must have, "b?" that can be NULL.
func table(name string, references ...string) *schema.Table {
	t := &schema.Table{Name: schema.Name{Name: name}, Declared: true, Columns: []*schema.Column{{Name: "id", NotNull: true}}}
	t.Keys = []schema.Key{{Kind: schema.Primary, Parts: []schema.Part{{Column: "id"}}}}
	for _, to := range references {
		c := &schema.Column{Name: to + "_id", NotNull: to[len(to)-1] != '?'}
		if !c.NotNull {
			to = to[:len(to)-1]
		}
		t.Columns = append(t.Columns, c)
		t.Keys = append(t.Keys, schema.Key{Kind: schema.Foreign, Parts: []schema.Part{{Column: c.Name}}, RefTable: schema.Name{Name: to}})
	}
	return t
}

func graph(tables ...*schema.Table) *schema.Graph {
	s := schema.New(schema.Fold{})
	for _, t := range tables {
		s.Put(t)
	}
	return s.Graph()
}

func TestOrderOfReferences(t *testing.T) {
	g := graph(table("a", "b"), table("b", "c", "d?"), table("c"), table("d", "b"), table("self", "self"), table("lost", "gone"))
	o := g.Order()
	order := named(o.Tables)
	require.Len(t, order, 6)
	for _, pair := range [][2]string{{"c", "b"}, {"b", "d"}, {"b", "a"}} {
		require.Less(t, slices.Index(order, pair[0]), slices.Index(order, pair[1]), pair)
	}
	require.Len(t, o.Later, 1)
	require.Equal(t, "b", o.Later[0].From.Name.Name)
	require.True(t, o.Later[0].Nullable(), "what can be NULL leads back")
	require.Len(t, g.Dangling, 1)
	require.Equal(t, "lost", g.Dangling[0].From.Name.Name)
	var groups [][]string
	for _, c := range g.Components() {
		groups = append(groups, named(c))
	}
	require.Contains(t, groups, []string{"b", "d"})

	part := g.Only(func(t *schema.Table) bool { return t.Name.Name != "c" })
	require.NotContains(t, named(part.Order().Tables), "c")
}

// TestRound: where nothing can be NULL, one leads to a later table all the same.
func TestRound(t *testing.T) {
	o := graph(table("a", "b"), table("b", "a")).Order()
	require.Len(t, o.Later, 1)
	require.False(t, o.Later[0].Nullable())
}

func TestChecksFollowColumns(t *testing.T) {
	a := &schema.Expr{Op: "column", Text: "a"}
	tab := table("t")
	tab.Checks = []schema.Check{{Name: "c", Columns: []string{"a"}, Expr: &schema.Expr{Op: ">", Args: []*schema.Expr{a, {Op: "number", Text: "1"}}}}}
	own := tab.Clone()
	own.RenameColumn("a", "z")
	require.Equal(t, []string{"z"}, own.Checks[0].Expr.Columns(nil))
	require.Equal(t, []string{"a"}, tab.Checks[0].Columns, "the snapshot stays")
	own.DropChecks(func(c schema.Check) bool { return c.Name == "c" })
	require.Empty(t, own.Checks)
	require.Len(t, tab.Checks, 1)
}
