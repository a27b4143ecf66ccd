package split

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/partial"
)

// Options say how a dump is read.
type Options struct {
	Scan dialects.ScanOptions
	// Every is how far points lie apart, at the least; of what is compressed, in the file.
	// 0: a share of the size that is fine enough for hundreds of parts.
	Every int64
	// Observe is told how many bytes of the text were read, in the goroutine of the caller.
	Observe func(int64)
}

// What stops the making of an index.
var (
	ErrPacked = errors.New("what is compressed so cannot be read from its middle")
	ErrFrames = errors.New("it is compressed in one piece, and cannot be read from its middle")
	ErrRanges = errors.New("too many statements without rows stand between rows")
)

const (
	// Points of an index, if no other distance is asked for.
	manyPoints = 4096
	leastEvery = 64 << 10
	// maxRanges are the definitions of an index; usual programs write two or three for a table.
	maxRanges = 1 << 20
	// maxSeen bounds what is remembered of heads. One that was forgotten is kept again.
	maxSeen = 4096
)

// Make reads a dump once, for where it can be cut.
func Make(ctx context.Context, src Source, d dialects.Dialect, o Options) (*Index, error) {
	m := newMaker(src, d, o)
	in, err := open(ctx, src, 0, src.Size(), func(f archive.Frame) { m.frames = append(m.frames, f) })
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // it was only read
	m.x.Packed = in.kind
	if k := in.kind; k != archive.Plain && k != archive.Gzip && k != archive.Zstd {
		return nil, fmt.Errorf("%s: %w", k, ErrPacked)
	}
	o.Scan.Bind = nil
	s := d.NewScanner(in, o.Scan.WithDefaults())
	for c := new(dialects.Chunk); ; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		err := s.Scan(c)
		if errors.Is(err, io.EOF) {
			return m.end()
		}
		if err != nil {
			return nil, err
		}
		m.chunk(c)
		if len(m.x.Definitions) > maxRanges {
			return nil, &dialects.Error{Pos: m.at, Err: ErrRanges}
		}
		if o.Observe != nil {
			o.Observe(m.summed)
		}
	}
}

// A maker follows the items of a dump.
type maker struct {
	x     *Index
	every int64
	step  int64         // how far points lie apart here
	at    dialects.Pos  // of the item that is taken in
	skips bool          // what is being read is no definition
	kept  dialects.Pos  // where the range began, if it is
	start archive.Frame // that has its beginning

	all    *partial.Sum // of the definitions
	sum    *partial.Sum // of the text since the last point
	summed int64        // how far they go

	between int64           // where the last point between statements lies
	frames  []archive.Frame // the last that began, and those that were read ahead
	packed  int             // frames that hold something

	// database is the current one: rows of one head in two are two things.
	database string
	seen     map[headKey]bool
	run      *dialects.Rows  // that is open
	again    bool            // its head is known: all of it is left out
	head     Range           // with the first row
	before   archive.Frame   // that has the beginning of the head
	tails    []*Inside       // of points in the run: their tail has still to come
	named    map[string]bool // tables with rows behind the last point
}

// A headKey tells heads apart that mean different things.
type headKey struct {
	rows     *dialects.Rows
	database string
}

func newMaker(src Source, d dialects.Dialect, o Options) *maker {
	x := &Index{
		Format: Format, Dialect: d.Name(), Charset: o.Scan.Charset, NoEndMark: o.Scan.NoEndMark,
		Stored: src.Size(), Definitions: []Range{}, Points: []Point{{Line: 1}},
	}
	if o.Scan.Schema != nil {
		x.Schema = o.Scan.Schema.Digest()
	}
	m := &maker{x: x, every: o.Every, seen: map[headKey]bool{}, named: map[string]bool{}, all: partial.NewSum(), sum: partial.NewSum()}
	m.at.Line, m.kept.Line = 1, 1
	if m.every <= 0 {
		m.every = max(leastEvery, x.Stored/manyPoints)
	}
	return m
}

// chunk takes in a chunk. At most of its rows nothing happens.
func (m *maker) chunk(c *dialects.Chunk) {
	m.at = c.Pos
	f := m.frameAt(c.Pos.Offset)
	m.step = m.every * max(1, f.Plain/max(1, f.Packed))
	for i := range c.Items {
		it := &c.Items[i]
		switch {
		case it.Kind == dialects.Raw:
		case it.Kind == dialects.Row && it.N == 1:
			m.head.To = c.Pos.Offset + int64(it.End)
		case it.Kind == dialects.Row && it.N > 2 && c.Pos.Offset+int64(it.Start) < m.last()+m.step:
		case it.Kind == dialects.Tail && m.skips == m.again && m.tails == nil:
		default:
			m.forward(c, it.Start)
			m.at = m.at.Advance(c.Data[m.at.Offset-c.Pos.Offset : it.Start])
			m.item(c, it)
		}
	}
	m.forward(c, int32(len(c.Data)))
}

// forward takes data into the sums, up to an item.
func (m *maker) forward(c *dialects.Chunk, to int32) {
	b := c.Data[m.summed-c.Pos.Offset : to]
	_, _ = m.sum.Write(b) // a sum takes all
	if !m.skips {
		_, _ = m.all.Write(b)
	}
	m.summed += int64(len(b))
}

// item takes in an item that begins where the sums end.
func (m *maker) item(c *dialects.Chunk, it *dialects.Item) {
	switch it.Kind {
	case dialects.Stmt:
		m.skip(false)
		m.pointBetween()
		if it.Stmt.Enters {
			m.database = it.Stmt.Database
		}
	case dialects.Head:
		m.begin(it.Rows)
	case dialects.Row:
		m.skip(true)
		m.pointInside(it.N - 1)
	case dialects.Tail:
		m.skip(m.again)
		m.close(Range{From: m.at.Offset, To: c.Pos.Offset + int64(it.End), Line: m.at.Line})
	case dialects.Raw:
	}
}

// begin begins a run of rows.
func (m *maker) begin(rows *dialects.Rows) {
	key := headKey{rows, m.database}
	if m.again = m.seen[key]; !m.again {
		if len(m.seen) >= maxSeen {
			clear(m.seen)
		}
		m.seen[key] = true
	}
	m.skip(m.again)
	m.pointBetween()
	m.run, m.head, m.before = rows, Range{From: m.at.Offset, Line: m.at.Line}, m.frameAt(m.at.Offset)
	m.table()
}

// close tells the points in the run of its tail.
func (m *maker) close(tail Range) {
	if m.tails != nil {
		m.need(m.frameAt(tail.From))
	}
	for _, in := range m.tails {
		in.Tail = tail
	}
	m.tails = nil
}

// skip begins a range of definitions, or ends it.
func (m *maker) skip(skips bool) {
	if skips == m.skips {
		return
	}
	if m.skips = skips; skips {
		m.keep()
	} else {
		m.kept, m.start = m.at, m.frameAt(m.at.Offset)
	}
}

// keep notes the definitions that end here.
func (m *maker) keep() {
	if m.at.Offset > m.kept.Offset {
		m.x.Definitions = append(m.x.Definitions, Range{From: m.kept.Offset, To: m.at.Offset, Line: m.kept.Line})
		m.need(m.start)
	}
}

// table notes that rows of the run lie behind the last point.
func (m *maker) table() {
	name := m.run.Table.Name.String()
	if m.named[name] {
		return
	}
	m.named[name] = true
	p := &m.x.Points[len(m.x.Points)-1]
	p.Tables = append(p.Tables, name)
}

// last is where the last point lies.
func (m *maker) last() int64 { return m.x.Points[len(m.x.Points)-1].Offset }

func (m *maker) pointBetween() {
	if m.at.Offset-m.between < m.step || m.at.Offset == m.last() {
		return
	}
	m.between = m.at.Offset
	m.point(nil)
}

// pointInside makes a point behind so many rows of a run.
func (m *maker) pointInside(rows int64) {
	if m.at.Offset-m.last() < m.step {
		return
	}
	in := &Inside{Head: m.head, Rows: rows, Bound: m.run.NeedsRow}
	m.tails = append(m.tails, in)
	m.need(m.before)
	m.point(in)
	m.table()
}

func (m *maker) point(in *Inside) {
	m.x.Points[len(m.x.Points)-1].Sum = m.sum.String()
	m.sum = partial.NewSum()
	m.need(m.frameAt(m.at.Offset))
	clear(m.named)
	m.x.Points = append(m.x.Points, Point{Offset: m.at.Offset, Line: m.at.Line, Inside: in})
}

// frameAt is the last frame that begins before an offset or there. Those before it are
// forgotten.
func (m *maker) frameAt(offset int64) archive.Frame {
	for len(m.frames) > 1 && m.frames[1].Plain <= offset {
		if m.frames[1].Plain > m.frames[0].Plain {
			m.packed++
		}
		m.frames = m.frames[1:]
	}
	if len(m.frames) == 0 {
		return archive.Frame{}
	}
	return m.frames[0]
}

// need has reading begin at a frame.
func (m *maker) need(f archive.Frame) {
	if m.x.Packed != archive.Plain {
		m.x.Frames = append(m.x.Frames, f)
	}
}

// end is the index, where all was read.
func (m *maker) end() (*Index, error) {
	x := m.x
	x.Size, m.at.Offset = m.summed, m.summed
	m.close(Range{From: x.Size, To: x.Size, Line: m.at.Line})
	if !m.skips {
		m.keep()
	}
	x.Sum, x.Points[len(x.Points)-1].Sum = m.all.String(), m.sum.String()
	if x.Packed != archive.Plain {
		if m.frameAt(x.Size).Plain < x.Size {
			m.packed++
		}
		if m.packed < 2 {
			return nil, fmt.Errorf("%s: %w", x.Packed, ErrFrames)
		}
	}
	slices.SortFunc(x.Frames, func(a, b archive.Frame) int { return cmp.Compare(a.Packed, b.Packed) })
	x.Frames = slices.Compact(x.Frames)
	return x, nil
}
