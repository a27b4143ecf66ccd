package pgarchive

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A sink takes data in the order of the table of contents.
type sink interface {
	rows(*entry) (io.WriteCloser, error)
	object(*entry, uint32) (io.WriteCloser, error)
	endObjects(*entry) error
	// Close completes the archive.
	io.Closer
}

// Contents takes what comes back for [Archive.Definitions] and makes the table of contents
// of the new archive out of it.
type Contents struct {
	archive *Archive
	neutral bool
	back    []bytes.Buffer // for each piece
	split   io.WriteCloser
}

// NewContents begins a table of contents. A neutral one tells nothing of who made the old
// one, when, and of which database, and has no owners.
func (a *Archive) NewContents(neutral bool) *Contents {
	c := &Contents{archive: a, neutral: neutral, back: make([]bytes.Buffer, len(a.pieces))}
	c.split = a.marker.Split(func(i int) (io.WriteCloser, error) {
		if i >= len(c.back) {
			return nil, ErrUnlike
		}
		return nopCloser{&c.back[i]}, nil
	})
	return c
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// Write implements [io.Writer].
func (c *Contents) Write(b []byte) (int, error) { return c.split.Write(b) }

// entries makes the new entries by the numbers of the old ones.
func (c *Contents) entries() ([]*entry, map[int]*entry, error) {
	if err := c.split.Close(); err != nil {
		return nil, nil, err
	}
	kept, gone := map[int]*entry{}, map[int]bool{}
	for _, e := range c.archive.all {
		own := *e
		own.defn, own.drop, own.copy = text{set: e.defn.set}, text{set: e.drop.set}, text{set: e.copy.set}
		if c.neutral {
			own.owner = text{set: e.owner.set}
		}
		kept[e.id] = &own
	}
	for i := range c.archive.pieces {
		p := &c.archive.pieces[i]
		e, back := kept[p.entry.id], c.back[i].String()
		switch {
		case e == nil || p.kind == aside:
		case p.kind == removal:
			e.drop.s = back
		case says(p.text) && !says(back), p.kind == largeObject && !says(back):
			gone[p.entry.id] = true
			delete(kept, p.entry.id)
		case p.kind == definition && p.entry.desc.s == blobMetadata:
			if back != p.text {
				return nil, nil, at(e, ErrUnlike)
			}
			e.defn.s = p.entry.defn.s
		case p.kind == definition:
			e.defn.s = back
		case p.kind == rows && p.text != "":
			head, ok := strings.CutSuffix(strings.TrimRight(back, "\n"), `\.`)
			if !ok || !strings.HasSuffix(head, "\n") {
				return nil, nil, at(e, ErrUnlike)
			}
			e.copy.s = head
		}
	}
	var all []*entry
	for _, e := range c.archive.all {
		if own := kept[e.id]; own != nil {
			own.needs = slices.DeleteFunc(slices.Clone(own.needs), func(need text) bool {
				id, _ := strconv.Atoi(need.s) // it was read as a number
				return gone[id]
			})
			all = append(all, own)
		}
	}
	return all, kept, nil
}

// says says whether a text has more than comments.
func says(s string) bool {
	for line := range strings.Lines(s) {
		if t := strings.TrimSpace(line); t != "" && !strings.HasPrefix(t, "--") {
			return true
		}
	}
	return false
}

// header makes the header of the new archive.
func (c *Contents) header() *header {
	h := c.archive.header
	if c.neutral {
		h.database = text{set: h.database.set}
		h.created = [7]int{3: 1, 5: 70}
	}
	return &h
}

// Archive begins a new custom archive or tar file in w, with a table of contents of what came back for the
// definitions, and takes what comes back for [Archive.Text]. If w can seek, places of data
// are written into the table when the archive is closed.
func (c *Contents) Archive(w io.Writer) (io.WriteCloser, error) {
	all, kept, err := c.entries()
	if err != nil {
		return nil, err
	}
	var s sink
	if c.archive.kind == Tar {
		s, err = newTarSink(w, c.header(), all, c.script(kept))
	} else {
		s, err = newCustomSink(w, c.header(), all)
	}
	if err != nil {
		return nil, err
	}
	return c.writer(s, kept), nil
}

// Nowhere holds the text against what came back for the definitions, and writes nothing.
func (c *Contents) Nowhere() (io.WriteCloser, error) {
	_, kept, err := c.entries()
	return c.writer(nowhere{}, kept), err
}

type nowhere struct{}

func (nowhere) rows(*entry) (io.WriteCloser, error)           { return nopCloser{io.Discard}, nil }
func (nowhere) object(*entry, uint32) (io.WriteCloser, error) { return nopCloser{io.Discard}, nil }
func (nowhere) endObjects(*entry) error                       { return nil }
func (nowhere) Close() error                                  { return nil }

// A writer takes the whole text.
type writer struct {
	*Contents
	sink  sink
	kept  map[int]*entry
	split io.WriteCloser
	next  int // piece
}

// Write implements [io.Writer].
func (w *writer) Write(b []byte) (int, error) { return w.split.Write(b) }

// Close completes the archive.
func (w *writer) Close() error {
	if err := w.split.Close(); err != nil {
		return err
	}
	if w.next < len(w.archive.pieces) {
		return at(w.archive.pieces[w.next].entry, ErrUnlike)
	}
	return w.sink.Close()
}

func (c *Contents) writer(s sink, kept map[int]*entry) io.WriteCloser {
	w := &writer{Contents: c, sink: s, kept: kept}
	w.split = c.archive.marker.Split(w.open)
	return w
}

// open gives what takes a piece. A piece of which the mark did not come back was taken for
// something else.
func (w *writer) open(i int) (io.WriteCloser, error) {
	if i != w.next || i >= len(w.archive.pieces) {
		return nil, at(nil, ErrUnlike)
	}
	w.next++
	p := &w.archive.pieces[i]
	e := w.kept[p.entry.id]
	switch p.kind {
	case rows, largeObject:
		switch {
		case e == nil, p.kind == largeObject && w.archive.share.Later():
			return nothing{p.entry}, nil
		case p.kind == rows:
			return &rowWriter{sink: w.sink, entry: e, head: comparer{entry: e, want: []byte(e.copy.s)}}, nil
		}
		return &objectWriter{sink: w.sink, entry: e}, nil
	case aside, removal, definition:
	}
	return &comparer{entry: p.entry, want: w.back[i].Bytes()}, nil
}

// nothing sees that of the data of an entry that is left out nothing comes back.
type nothing struct{ entry *entry }

func (n nothing) Write(b []byte) (int, error) {
	if len(bytes.TrimSpace(b)) > 0 {
		return 0, at(n.entry, ErrUnlike)
	}
	return len(b), nil
}

func (nothing) Close() error { return nil }

// A comparer sees that the same comes back again.
type comparer struct {
	entry *entry
	want  []byte
}

func (c *comparer) Write(b []byte) (int, error) {
	if !bytes.HasPrefix(c.want, b) {
		return 0, at(c.entry, ErrUnlike)
	}
	c.want = c.want[len(b):]
	return len(b), nil
}

func (c *comparer) Close() error {
	if len(c.want) > 0 {
		return at(c.entry, ErrUnlike)
	}
	return nil
}

// A rowWriter parts COPY from its rows.
type rowWriter struct {
	sink  sink
	entry *entry
	head  comparer
	data  io.WriteCloser
}

func (w *rowWriter) Write(b []byte) (int, error) {
	n := min(len(b), len(w.head.want))
	if _, err := w.head.Write(b[:n]); err != nil {
		return 0, err
	}
	if err := w.open(); err != nil {
		return 0, err
	}
	if n == len(b) {
		return n, nil
	}
	k, err := w.data.Write(b[n:])
	return n + k, err
}

func (w *rowWriter) open() (err error) {
	if w.data == nil {
		w.data, err = w.sink.rows(w.entry)
	}
	return err
}

func (w *rowWriter) Close() error {
	if err := w.head.Close(); err != nil {
		return err
	}
	if err := w.open(); err != nil {
		return err
	}
	return w.data.Close()
}
