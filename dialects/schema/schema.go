// Package schema holds what DDL says about tables: names, columns, types,
// character sets and keys. It is a leaf that dialects fill and that binding,
// checking and generating read.
//
// Tables and columns are immutable once they are in a [Schema]: a statement
// that alters a table puts a new one in its place, so that a pointer is a
// snapshot.
package schema

import (
	"maps"
	"slices"
)

// A Name is the name of a table, unquoted, in UTF-8 where its dump declares a
// character set that allows it.
type Name struct {
	Schema string // schema or database; empty if the dump does not say
	Name   string
}

func (n Name) String() string {
	if n.Schema == "" {
		return n.Name
	}
	return n.Schema + "." + n.Name
}

// Tables that are ours in a database. They tell of it, and nothing of a dump of it: no
// policy speaks of them, and no masked dump has them.
const (
	Marker = "migawari_production" // it is a production's
	Record = "migawari_copy"       // what was loaded into it
)

// Ours says whether it is one of them.
func (n Name) Ours() bool { return EqualFold(n.Name, Marker) || EqualFold(n.Name, Record) }

// A Fold says which names a dialect compares without ASCII case.
type Fold struct{ Tables, Columns bool }

// A Schema is the set of tables known so far, in the order of their declaration.
type Schema struct {
	Fold Fold
	// Dialect names the dialect whose DDL it is; empty if nobody's.
	Dialect string
	tables  []*Table      // nil where one was dropped
	places  map[Name]int  // of the tables
	types   map[Name]Type // named types: enums and domains
}

// New makes an empty schema.
func New(f Fold) *Schema {
	return &Schema{Fold: f, places: map[Name]int{}, types: map[Name]Type{}}
}

// Clone copies the schema; the tables, immutable, are shared.
func (s *Schema) Clone() *Schema {
	return &Schema{Fold: s.Fold, Dialect: s.Dialect, tables: slices.Clone(s.tables), places: maps.Clone(s.places), types: maps.Clone(s.types)}
}

func (s *Schema) key(n Name) Name {
	if s.Fold.Tables {
		return Name{FoldASCII(n.Schema), FoldASCII(n.Name)}
	}
	return n
}

// Table finds a table by its exact name, or gives nil.
func (s *Schema) Table(n Name) *Table {
	if i, ok := s.places[s.key(n)]; ok {
		return s.tables[i]
	}
	return nil
}

// Put adds a table or replaces the one of the same name.
func (s *Schema) Put(t *Table) {
	t.fold = s.Fold
	k := s.key(t.Name)
	if i, ok := s.places[k]; ok {
		s.tables[i] = t
		return
	}
	s.places[k] = len(s.tables)
	s.tables = append(s.tables, t)
}

// Drop forgets a table.
func (s *Schema) Drop(n Name) {
	k := s.key(n)
	i, ok := s.places[k]
	if !ok {
		return
	}
	delete(s.places, k)
	s.tables[i] = nil
	for len(s.tables) > 0 && s.tables[len(s.tables)-1] == nil {
		s.tables = s.tables[:len(s.tables)-1]
	}
}

// Tables lists the tables in the order in which they were declared, but those that are ours.
func (s *Schema) Tables() []*Table {
	return slices.DeleteFunc(slices.Clone(s.tables), func(t *Table) bool { return t == nil || t.Name.Ours() })
}

// Type finds a named type.
func (s *Schema) Type(n Name) (Type, bool) {
	t, ok := s.types[s.key(n)]
	return t, ok
}

// PutType declares a named type.
func (s *Schema) PutType(n Name, t Type) { s.types[s.key(n)] = t }

// A Table is what is known of one table.
type Table struct {
	Name    Name
	Columns []*Column
	// Hidden are columns that rows can name and no DDL declares, such as SQLite's
	// rowid. They need a rule only where rows name them.
	Hidden []*Column
	Keys   []Key
	Checks []Check
	// Declared: the columns come from DDL and are all there are. Otherwise the
	// table is known by name only.
	Declared bool
	// Placeholder: stands in for a view while a dump is restored.
	Placeholder bool
	// Foreign: its rows are on another server.
	Foreign bool
	// Server: belongs to the server itself, not to a user.
	Server  bool
	Comment string
	// Charset and Collation are what columns without their own take.
	Charset, Collation string

	// PartitionBy names the columns that say in which partition a row is.
	PartitionBy []string
	// Bound names those that the table's own rows are bound by, since it is such a
	// partition and its rows are loaded into it by name.
	Bound []string
	// Partition says which rows of another table this one holds; nil: it is no partition.
	Partition *Partition
	// Parts are those that the table is cut into where they are no tables of their own, by a column or
	// several of PartsBy: every row must belong to one. PartsBy is empty where it is not understood by what.
	Parts   []Partition
	PartsBy []string

	fold Fold
}

// A Partition is the part of a table's rows that another table holds.
type Partition struct {
	Of Name
	// From and To are the bounds of a range, one for each column, as literals without quotes;
	// empty where a side is open. In are the values of a list. Neither: what has no other
	// partition, or a part that a hash decides.
	From, To, In []string
}

// Column finds a column by name, or gives nil. The comparison is that of the
// dialect.
func (t *Table) Column(name string) *Column {
	if c := column(t.Columns, name, t.fold.Columns); c != nil {
		return c
	}
	return column(t.Hidden, name, t.fold.Columns)
}

func column(cols []*Column, name string, fold bool) *Column {
	for _, c := range cols {
		if c.Name == name {
			return c
		}
	}
	if fold {
		for _, c := range cols {
			if EqualFold(c.Name, name) {
				return c
			}
		}
	}
	return nil
}

// FoldsColumns says whether the dialect compares column names without ASCII case.
func (t *Table) FoldsColumns() bool { return t.fold.Columns }

// FoldsTables says the same of table names.
func (t *Table) FoldsTables() bool { return t.fold.Tables }

// Bounds names the columns that rows of the table's partitions are bound by.
func (t *Table) Bounds() []string { return slices.Concat(t.Bound, t.PartitionBy) }

// PrimaryKey gives the primary key, or nil.
func (t *Table) PrimaryKey() *Key {
	for i := range t.Keys {
		if t.Keys[i].Kind == Primary {
			return &t.Keys[i]
		}
	}
	return nil
}

// Clone makes a copy whose columns and keys can be changed.
func (t *Table) Clone() *Table {
	c := *t
	c.Columns = make([]*Column, len(t.Columns))
	own := make([]Column, len(t.Columns))
	for i, col := range t.Columns {
		own[i] = *col
		c.Columns[i] = &own[i]
	}
	c.Keys = append([]Key(nil), t.Keys...)
	c.Checks = append([]Check(nil), t.Checks...)
	return &c
}

// A Column is what is known of one column.
type Column struct {
	Name      string
	Type      Type
	NotNull   bool
	Generated Generation
	// From names the columns that a generated column is computed from.
	From      []string
	HasDef    bool // has a default of its own
	Auto      bool // numbered by the server: AUTO_INCREMENT, identity, serial
	Always    bool // identity that takes no other number unless a statement insists
	Sequence  Name // what numbers it, where that has a name of its own
	Invisible bool // left out where no column list is given
	Charset   string
	Collation string
	Comment   string
}

// Generation says whether and how the server computes a column.
type Generation uint8

const (
	NotGenerated Generation = iota
	Virtual
	Stored
)

// A Type is a column type, reduced to what masking needs.
type Type struct {
	Kind      Kind
	Name      string   // the type's own word in lower case: "varchar", "public.mood"
	Length    int      // characters of a text, bytes of a binary, precision of a decimal; 0 if open
	Scale     int      // of a decimal; fractional seconds of a time
	Bytes     int      // limit in bytes where the type has one: TEXT 65535; 0 if none
	Bits      int      // width of an integer or a bit string
	Unsigned  bool     // integers
	Zerofill  bool     // integers that are written with leading zeros
	Array     bool     // an array of Kind
	NotNull   bool     // a domain that refuses NULL
	Labels    []string // of an enum or set, or all that a CHECK allows
	Timezone  bool     // a date and time with a zone
	FixedSize bool     // char(n), binary(n)
	// The least and the greatest number that a CHECK allows; nil: what the type does.
	Least, Most *int64
	// Checks are those of a domain; its value is their only column, [DomainValue].
	Checks []Check
}

// A Kind is a family of types.
type Kind uint8

const (
	Unknown Kind = iota
	Text
	Binary
	Integer
	Decimal
	Float
	Bool
	Bit
	Date
	Time
	DateTime
	Year
	Interval
	Enum
	Set
	JSON
	XML
	UUID
	IP
	MAC
	Geometry
	Other // known to the dialect, of no interest to a masker
)

var kindNames = [...]string{"unknown", "text", "binary", "integer", "decimal", "float", "boolean", "bit", "date", "time",
	"timestamp", "year", "interval", "enum", "set", "json", "xml", "uuid", "ip address", "mac address", "geometry", "other"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind?"
}

// A Key is a primary, unique, plain or foreign key, or an exclusion constraint.
type Key struct {
	Kind       KeyKind
	Name       string
	Parts      []Part
	RefTable   Name
	RefColumns []string // none: the primary key
	// SetsNull: a foreign key's columns become NULL where the row that they refer to
	// goes, which otherwise would have to go with it.
	SetsNull bool
	// NullsAlike: a unique key in which NULL is a value like any other.
	NullsAlike bool
	// Deferrable: a foreign key that can wait for the end of a transaction.
	Deferrable bool
}

// A Part is one column of a key, or an expression, which has no column.
type Part struct {
	Column string
	From   []string // the columns that the expression is made of, where they are known
	Prefix int      // characters or bytes that are indexed; 0: all
	Other  bool     // of an exclusion: compared by another operator than =
}

// A KeyKind says what a key demands.
type KeyKind uint8

const (
	Index KeyKind = iota
	Primary
	Unique
	Foreign
	Exclude // no two rows may be alike in all parts, by the operator of each
)

// FoldASCII gives s with the ASCII letters in lower case; no other byte changes.
func FoldASCII(s string) string {
	for i := 0; i < len(s); i++ {
		if 'A' <= s[i] && s[i] <= 'Z' {
			b := []byte(s)
			for ; i < len(b); i++ {
				b[i] = lower(b[i])
			}
			return string(b)
		}
	}
	return s
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// EqualFold compares without ASCII case.
func EqualFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if lower(a[i]) != lower(b[i]) {
			return false
		}
	}
	return true
}
