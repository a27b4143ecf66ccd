package detect

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask/detect/name"
)

// NamesOfPersons finds the name of a person in a text of a definition, such as a comment.
func NamesOfPersons(text []byte) (at dialects.Span, kind string, found bool) {
	f, found := name.InLabel(text)
	return dialects.Span{Start: int32(f.Start), End: int32(f.End)}, f.Kind.String(), found
}
