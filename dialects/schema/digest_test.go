package schema_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
)

func schoolWith(change func(*schema.Table)) *schema.Schema {
	s := schema.New(schema.Fold{})
	t := &schema.Table{Name: schema.Name{Name: "pupils"}, Declared: true, Columns: []*schema.Column{
		{Name: "id", Type: schema.Type{Kind: schema.Integer, Name: "int"}, NotNull: true},
		{Name: "name", Type: schema.Type{Kind: schema.Text, Name: "varchar", Length: 40}},
	}, Keys: []schema.Key{
		{Kind: schema.Primary, Parts: []schema.Part{{Column: "id"}}},
		{Kind: schema.Unique, Name: "u", Parts: []schema.Part{{Column: "name"}}},
	}}
	if change != nil {
		change(t)
	}
	s.Put(&schema.Table{Name: schema.Name{Name: "schools"}, Declared: true})
	s.Put(t)
	return s
}

func TestDigest(t *testing.T) {
	want := schoolWith(nil).Digest()
	require.Len(t, want, 64)
	for name, change := range map[string]func(*schema.Table){
		"a comment":         func(t *schema.Table) { t.Comment, t.Columns[0].Comment = "x", "y" },
		"the name of a key": func(t *schema.Table) { t.Keys[1].Name = "v" },
		"the order of keys": func(t *schema.Table) { t.Keys[0], t.Keys[1] = t.Keys[1], t.Keys[0] },
		"an index":          func(t *schema.Table) { t.Keys = append(t.Keys, schema.Key{Kind: schema.Index}) },
		"a character set":   func(t *schema.Table) { t.Charset = "utf8mb4" },
	} {
		require.Equal(t, want, schoolWith(change).Digest(), name)
	}
	for name, change := range map[string]func(*schema.Table){
		"a column":            func(t *schema.Table) { t.Columns = append(t.Columns, &schema.Column{Name: "mail"}) },
		"a column's name":     func(t *schema.Table) { t.Columns[1].Name = "Name" },
		"the order":           func(t *schema.Table) { t.Columns[0], t.Columns[1] = t.Columns[1], t.Columns[0] },
		"a length":            func(t *schema.Table) { t.Columns[1].Type.Length = 41 },
		"NOT NULL":            func(t *schema.Table) { t.Columns[1].NotNull = true },
		"a key":               func(t *schema.Table) { t.Keys = t.Keys[:1] },
		"the table's name":    func(t *schema.Table) { t.Name.Name = "Pupils" },
		"the table's schema":  func(t *schema.Table) { t.Name.Schema = "public" },
		"how it is computed":  func(t *schema.Table) { t.Columns[1].Generated = schema.Stored },
		"it was not declared": func(t *schema.Table) { t.Declared = false },
	} {
		require.NotEqual(t, want, schoolWith(change).Digest(), name)
	}
}

// The order of tables is none of its business.
func TestDigestOrder(t *testing.T) {
	a, b := schoolWith(nil), schema.New(schema.Fold{})
	tables := a.Tables()
	for i := range tables {
		b.Put(tables[len(tables)-1-i])
	}
	require.Equal(t, a.Digest(), b.Digest())
}
