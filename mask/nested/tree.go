package nested

import "errors"

// Limits of a value. A part costs 28 bytes while its value is masked.
const (
	MaxDepth = 1000
	MaxParts = 1 << 22
)

// What keeps a value from being taken apart.
var (
	ErrForm  = errors.New("nested: value is not well-formed")
	ErrLimit = errors.New("nested: value has too many parts, or too many levels")
)

// A Kind says what a part is.
type Kind uint8

const (
	Object Kind = iota // has parts with names
	Array              // has parts that are counted
	Text
	Number
	Bool
	Null
	Opaque // nothing can be written in its place: it stays, or the value is refused
)

// A Span is a run of bytes of a value.
type Span struct{ Start, End int32 }

// Of gives the bytes.
func (s Span) Of(src []byte) []byte { return src[s.Start:s.End] }

// A Part is a scalar, or an object or array with the parts that follow it.
type Part struct {
	At   Span  // as it stands, with its quotes; of an object or array, of no meaning
	Name Span  // of a member, as it stands
	next int32 // the part behind it and what is inside it
	Kind Kind
	// Plain, PlainName: a format's own mark that there is nothing to decode.
	Plain, PlainName bool
	// Counted: the name is a number, by which an index finds it too.
	Counted bool
	// Own: the path of the part is that of the object which it is in, as that of
	// the text of an XML element.
	Own bool
}

// A Tree is the parts of a value, in its order.
type Tree struct {
	Parts []Part
	open  []int32
}

// Reset empties the tree.
func (t *Tree) Reset() { t.Parts, t.open = t.Parts[:0], t.open[:0] }

// Leaf adds a scalar.
func (t *Tree) Leaf(p Part) error {
	if len(t.Parts) >= MaxParts {
		return ErrLimit
	}
	p.next = int32(len(t.Parts) + 1)
	t.Parts = append(t.Parts, p)
	return nil
}

// Open adds an object or array, of which the following parts are a part.
func (t *Tree) Open(p Part) error {
	if len(t.open) >= MaxDepth {
		return ErrLimit
	}
	t.open = append(t.open, int32(len(t.Parts)))
	return t.Leaf(p)
}

// Close ends the innermost object or array that is open.
func (t *Tree) Close() {
	n := len(t.open) - 1
	t.Parts[t.open[n]].next = int32(len(t.Parts))
	t.open = t.open[:n]
}

// Depth is how many objects and arrays are open.
func (t *Tree) Depth() int { return len(t.open) }

// In gives the innermost one that is open.
func (t *Tree) In() *Part { return &t.Parts[t.open[len(t.open)-1]] }

// A Format is one notation. All its methods are pure.
type Format interface {
	// Parse adds the parts of src to an empty tree. Whatever is not the notation is
	// an error.
	Parse(t *Tree, src []byte) error
	// Text gives what a scalar says, and may append it to buf.
	Text(buf, src []byte, p *Part) []byte
	// Name gives the name of a member, and may append it to buf.
	Name(buf, src []byte, p *Part) []byte
	// Append writes a text in the place of a scalar: as a number where that was
	// one and the text is.
	Append(dst, text, src []byte, p *Part) ([]byte, error)
	// AppendNull writes that there is none.
	AppendNull(dst, src []byte, p *Part) ([]byte, error)
	// AppendName writes a name in the place of a member's.
	AppendName(dst, name, src []byte, p *Part) ([]byte, error)
}

// A Mender is a format in which parts depend on each other. Mend looks at a value that
// was written anew and may change it, but not its length.
type Mender interface{ Mend(b []byte) error }
