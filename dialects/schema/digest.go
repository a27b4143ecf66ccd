package schema

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// digestVersion begins what is hashed. It changes with the form of it.
const digestVersion = "migawari schema 1\n"

// Digest gives the SHA-256, in hexadecimal digits, of what a schema declares: its base
// tables by name, their columns in order with types, NOT NULL and how they are computed,
// and their keys. Comments, defaults, names of keys, the order of tables and of keys and
// the numbers that the server counts with do not change it, so that the dump of yesterday
// and that of today have one.
func (s *Schema) Digest() string {
	type column struct {
		Name      string
		Type      Type
		NotNull   bool
		Generated Generation
	}
	type key struct {
		Kind                 KeyKind
		Parts                []Part
		RefTable             Name
		RefColumns           []string
		SetsNull, NullsAlike bool
	}
	type table struct {
		Name    Name
		Columns []column
		Keys    []string
	}
	tables := slices.DeleteFunc(s.Tables(), func(t *Table) bool { return t.Server || t.Placeholder || !t.Declared })
	slices.SortFunc(tables, func(a, b *Table) int {
		return cmp.Or(cmp.Compare(a.Name.Schema, b.Name.Schema), cmp.Compare(a.Name.Name, b.Name.Name))
	})
	sum := sha256.New()
	sum.Write([]byte(digestVersion))
	for _, t := range tables {
		d := table{Name: t.Name}
		for _, c := range t.Columns {
			d.Columns = append(d.Columns, column{c.Name, c.Type, c.NotNull, c.Generated})
		}
		for _, k := range t.Keys {
			if k.Kind == Index {
				continue // how fast, not what
			}
			d.Keys = append(d.Keys, string(encode(key{k.Kind, k.Parts, k.RefTable, k.RefColumns, k.SetsNull, k.NullsAlike})))
		}
		slices.Sort(d.Keys)
		sum.Write(append(encode(d), '\n'))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func encode(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("schema: internal error: " + err.Error()) // all of it is plain data
	}
	return text
}
