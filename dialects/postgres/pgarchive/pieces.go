package pgarchive

import (
	"bytes"
	"io"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/parts"
)

// A piece is a part of the archive's text. Its number is its place in the list of all.
type piece struct {
	kind  pieceKind
	entry *entry
	text  string // before the data, if it has any
}

type pieceKind uint8

const (
	aside       pieceKind = iota // belongs to no entry; what comes back is left
	removal                      // the statement that drops the object
	definition                   // the statement that makes it
	rows                         // COPY and what it reads, or INSERT
	largeObject                  // contents of large objects
)

// pieces lists the text of the archive in the order of pg_restore --clean: settings, the
// statements that drop objects, those that make them. Rows stand where their entry does.
func pieces(all []*entry) []piece {
	var list []piece
	pathIsSet := false
	for _, e := range all {
		if e.setting() {
			list = append(list, piece{definition, e, e.defn.s})
			pathIsSet = pathIsSet || e.desc.s == searchPath
		}
	}
	for i := range all {
		if e := all[len(all)-1-i]; e.drop.s != "" && !e.setting() {
			list = append(list, piece{removal, e, e.drop.s})
		}
	}
	namespace := ""
	for _, e := range all {
		if e.setting() {
			continue
		}
		if !pathIsSet && e.namespace.s != "" && e.namespace.s != namespace {
			namespace = e.namespace.s
			list = append(list, piece{aside, e, "SET search_path = " + quoted(namespace) + ", pg_catalog;\n"})
		}
		if e.defn.s != "" {
			list = append(list, piece{definition, e, e.statements()})
		}
		switch {
		case !e.data():
		case e.desc.s == blobs:
			list = append(list, piece{largeObject, e, ""})
		default:
			list = append(list, piece{rows, e, e.copy.s})
		}
	}
	return list
}

// setting says whether the entry is about the session that restores the others.
func (e *entry) setting() bool {
	return e.desc.s == encoding || e.desc.s == stdStrings || e.desc.s == searchPath
}

// statements is the definition as SQL. That of large objects is a list of their numbers.
func (e *entry) statements() string {
	if e.desc.s != blobMetadata {
		return e.defn.s
	}
	var b strings.Builder
	for oid := range strings.Lines(e.defn.s) {
		b.WriteString("SELECT pg_catalog.lo_create('" + strings.TrimSuffix(oid, "\n") + "');\n")
	}
	return b.String()
}

// quoted is a name in SQL.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// endOfCopy is what pg_dump writes behind the rows of COPY.
const endOfCopy = "\\.\n\n\n"

// Definitions gives the text of the archive without rows: each COPY has none.
func (a *Archive) Definitions() io.Reader {
	return a.join(noEnd, func(p *piece) (io.ReadCloser, error) {
		switch {
		case p.kind == rows && p.text != "":
			return fromText(p.text + endOfCopy), nil
		case p.kind == largeObject:
			return fromText(openLargeObject(0) + closeLargeObject), nil
		}
		return fromText(p.text), nil
	})
}

// Text gives the text of the archive: what pg_restore would print, with marks. It can be
// read once.
func (a *Archive) Text() io.Reader {
	return a.join(a.source.end, func(p *piece) (io.ReadCloser, error) {
		switch {
		case p.kind == largeObject && a.share.Later():
			return fromText(""), nil
		case p.kind == rows && a.skips(p.entry.file.s):
			if p.text == "" {
				return fromText(""), nil
			}
			return fromText(p.text + endOfCopy), nil
		case p.kind == rows:
			data, err := a.source.rows(p.entry)
			if err != nil {
				return nil, at(p.entry, err)
			}
			if p.text != "" {
				data = &copyData{ReadCloser: data}
			}
			return &located{p.entry, data, strings.NewReader(p.text)}, nil
		case p.kind == largeObject:
			objects, err := a.source.objects(p.entry)
			if err != nil {
				return nil, at(p.entry, err)
			}
			return &located{p.entry, &objectText{objects: objects}, strings.NewReader("")}, nil
		}
		return fromText(p.text), nil
	})
}

func fromText(s string) io.ReadCloser { return io.NopCloser(strings.NewReader(s)) }

// join reads all pieces, and then the end.
func (a *Archive) join(end func() error, open func(*piece) (io.ReadCloser, error)) io.Reader {
	joined := a.marker.Join(func(yield func(parts.Part, error) bool) {
		for i := range a.pieces {
			p := parts.Part{Number: i, Open: func() (io.ReadCloser, error) { return open(&a.pieces[i]) }}
			if !yield(p, nil) {
				return
			}
		}
		if err := end(); err != nil {
			yield(parts.Part{}, at(nil, err))
		}
	})
	return &reading{joined, a}
}

// A reading is the text that is read now: definitions come before rows, though both were
// asked for before.
type reading struct {
	*parts.Joined
	archive *Archive
}

// Read implements [io.Reader].
func (r *reading) Read(b []byte) (int, error) {
	r.archive.joined = r.Joined
	return r.Joined.Read(b)
}

// Locate says to which entry a place belongs of the text that was read last, and where in
// the entry's own text it is. It may be asked when reading has stopped.
func (a *Archive) Locate(p dialects.Pos) (entry int, in dialects.Pos, ok bool) {
	if a.joined == nil {
		return 0, p, false
	}
	i, before, ends, ok := a.joined.Place(p.Offset)
	if !ok {
		return 0, p, false
	}
	return a.pieces[i].entry.id, dialects.Pos{Offset: p.Offset - before, Line: p.Line - ends}, true
}

func noEnd() error { return nil }

// A located reader reads a text and then data, and says in errors whose data they are.
type located struct {
	entry *entry
	io.ReadCloser
	text *strings.Reader
}

func (l *located) Read(b []byte) (int, error) {
	if l.text.Len() > 0 {
		return l.text.Read(b)
	}
	n, err := l.ReadCloser.Read(b)
	return n, at(l.entry, err)
}

// copyData holds the data of COPY to their end mark: without it, what follows would be
// taken for rows.
type copyData struct {
	io.ReadCloser
	tail []byte
}

func (c *copyData) Read(b []byte) (int, error) {
	n, err := c.ReadCloser.Read(b)
	c.tail = append(c.tail, b[max(0, n-copyTail):n]...)
	c.tail = append(c.tail[:0], c.tail[max(0, len(c.tail)-copyTail):]...)
	if err == io.EOF {
		end := bytes.TrimRight(c.tail, "\n")
		if len(end) == len(c.tail) || string(end) != `\.` && !bytes.HasSuffix(end, []byte("\n\\.")) {
			err = ErrTruncated
		}
	}
	return n, err
}

// copyTail is longer than the end mark with what is written behind it.
const copyTail = 16
