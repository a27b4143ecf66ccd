package mysqlxml

import (
	"bytes"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

var (
	cdata    = []byte("<![CDATA[\n")
	cdataEnd = []byte("]]>")
	joint    = []byte("]]><![CDATA[") // in an end of CDATA that is meant as text
)

// body reads a trigger, routine or event: a statement of SQL in CDATA.
func (c *cutter) body(items []dialects.Item, b []byte, off int, t *tag, eof bool) ([]dialects.Item, int, error) {
	from := lex.SkipSpace(b, t.end)
	if ok, err := comes(b[from:], cdata, eof); !ok {
		return items, 0, at(from, err)
	}
	from += len(cdata)
	to, err := endOfData(b, from, eof)
	if err != nil {
		return items, 0, err
	}
	end := lex.SkipSpace(b, to+len(cdataEnd))
	ends := []byte("</" + t.name + ">")
	if ok, err := comes(b[end:], ends, eof); !ok {
		return items, 0, at(end, err)
	}
	end += len(ends)
	text, whole := bytes.CutSuffix(b[from:to], []byte{'\n'})
	mode, _ := t.of(b, "sql_mode")
	if !whole || !words(mode) {
		return items, 0, dialects.ErrSyntax
	}
	s, err := c.routine(mode, text, int32(from-off))
	if err != nil {
		return items, 0, &lex.At{Off: from, Err: err}
	}
	return lex.Stmt(items, off, end, s), end - off, nil
}

// comes says whether a word comes at the front of b. Where b does not decide, the error
// says so.
func comes(b, word []byte, eof bool) (bool, error) {
	switch {
	case bytes.HasPrefix(b, word):
		return true, nil
	case bytes.HasPrefix(word, b):
		return false, lex.Undecided(eof)
	}
	return false, dialects.ErrSyntax
}

// at says where an error is, if it is one.
func at(off int, err error) error {
	if err == lex.More { //nolint:errorlint // cutters give it as it is
		return err
	}
	return &lex.At{Off: off, Err: err}
}

// endOfData finds the end of the CDATA in which b[i] stands.
func endOfData(b []byte, i int, eof bool) (int, error) {
	for {
		n := bytes.Index(b[i:], cdataEnd)
		if n < 0 || len(b)-i-n < len(joint) && bytes.HasPrefix(joint, b[i+n:]) {
			return 0, lex.Undecided(eof)
		}
		i += n
		if !bytes.HasPrefix(b[i:], joint) {
			return i, nil
		}
		i += len(joint)
	}
}

// routine has the mysql dialect read a statement. Its marks count from shift bytes before
// the text.
func (c *cutter) routine(mode, text []byte, shift int32) (*dialects.Statement, error) {
	var joints []int32 // where in the statement a joint was
	for rest, n := text, 0; ; {
		before, behind, found := bytes.Cut(rest, joint)
		if n += len(before); !found {
			break
		}
		joints, rest = append(joints, int32(n)), behind
	}
	sql := append(append([]byte("SET sql_mode='"), mode...), "';\nDELIMITER ;;\n"...)
	before := int32(len(sql))
	sql = append(append(sql, bytes.ReplaceAll(text, joint, nil)...), ";;\n"...)
	start, s, err := c.sqlStatement(sql)
	if err != nil {
		return nil, err
	}
	place := func(at int32) int32 {
		at += int32(start) - before
		joined := int32(0)
		for _, j := range joints {
			if j < at {
				joined++
			}
		}
		return at + joined*int32(len(joint)) + shift
	}
	own := *s
	own.Marks = nil
	for _, m := range s.Marks {
		own.Marks = append(own.Marks, dialects.Mark{Span: dialects.Span{Start: place(m.Span.Start), End: place(m.Span.End)}, Role: m.Role})
	}
	return &own, nil
}

// words says whether a text has words only, and commas.
func words(b []byte) bool {
	for _, ch := range b {
		if !lex.IsWord(ch) && ch != ',' {
			return false
		}
	}
	return true
}
