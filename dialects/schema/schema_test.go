package schema_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
)

func named(tables []*schema.Table) (names []string) {
	for _, t := range tables {
		names = append(names, t.Name.String())
	}
	return names
}

// TestOrder: tables are listed as they were declared, whatever was dropped.
func TestOrder(t *testing.T) {
	s := schema.New(schema.Fold{Tables: true})
	put := func(name string) { s.Put(&schema.Table{Name: schema.Name{Name: name}}) }
	drop := func(name string) { s.Drop(schema.Name{Name: name}) }
	for _, name := range []string{"a", "B", "c", "d"} {
		put(name)
	}
	drop("b")
	drop("none")
	require.Equal(t, []string{"a", "c", "d"}, named(s.Tables()))
	put("C")
	require.Equal(t, []string{"a", "C", "d"}, named(s.Tables()))
	put("b")
	drop("a")
	copied := s.Clone()
	drop("b")
	drop("d")
	put("e")
	require.Equal(t, []string{"C", "e"}, named(s.Tables()))
	require.Equal(t, []string{"C", "d", "b"}, named(copied.Tables()))
	require.Nil(t, s.Table(schema.Name{Name: "b"}))
	require.NotNil(t, copied.Table(schema.Name{Name: "B"}))
}
