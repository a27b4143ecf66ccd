package mask

import (
	"errors"
	"math"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
)

// A Window is the part of a stream that a run is about. What lies in it is masked,
// written and counted; all else is read for what it says of that, as definitions before
// it and keys behind it do. Rows outside are not masked. See package mask/split, which
// leaves out of a dump what a part need not read.
type Window struct {
	// From and To are offsets in the stream, at the borders of statements or of rows.
	From, To int64
	// Rows are missing in the stream between the run of rows that is open at From and
	// From, so that errors count from its beginning.
	Rows int64
	// Place says where in the whole dump a position of the stream is. nil: there.
	Place func(dialects.Pos) dialects.Pos
}

// Within has a run be about a part of its stream. A policy that [Plan.Surveys] needs a
// survey of the whole dump beside it.
func Within(w Window) Option { return func(o *options) { o.window = &w } }

// Uncounted has what lies at some places of the stream masked and written, but not counted:
// another run has it too. It is asked for offsets that were read, in their order.
func Uncounted(at func(offset int64) bool) Option { return func(o *options) { o.uncounted = at } }

// everything is the window of a run without one.
func everything() *Window { return &Window{To: math.MaxInt64} }

// Unsurveyed says whether a run with these options hangs on rows that it may not see:
// it takes a survey; see [NewSurvey].
func Unsurveyed(p *Plan, opts ...Option) bool {
	s := newOptions(opts).survey
	return p.Surveys() && s == nil || s != nil && s.listed
}

// cut cuts text and rows that pass uncut at the borders of the window. Of rows before
// From, the stream has the first of their run; behind To, it has none.
func (w *Window) cut(c *dialects.Chunk) {
	for _, border := range []int64{w.From, w.To} {
		at := border - c.Pos.Offset
		if at <= 0 || at >= int64(len(c.Data)) {
			continue
		}
		i := slices.IndexFunc(c.Items, func(it dialects.Item) bool { return int64(it.Start) < at && at < int64(it.End) })
		if i < 0 || c.Items[i].Kind != dialects.Raw {
			continue
		}
		front, behind := c.Items[i], c.Items[i]
		front.End, behind.Start, behind.Body = int32(at), int32(at), int32(at)
		if border == w.From {
			front.N = min(1, front.N)
		}
		behind.N -= front.N
		c.Items[i] = front
		c.Items = slices.Insert(c.Items, i+1, behind)
	}
}

// holds says whether an item of a chunk that was cut lies in the window.
func (w *Window) holds(c *dialects.Chunk, it *dialects.Item) bool {
	return c.Pos.Offset+int64(it.Start) >= w.From && c.Pos.Offset+int64(it.End) <= w.To
}

// locate has an error speak of the whole dump.
func (w *Window) locate(err error) error {
	if w.Place == nil {
		return err
	}
	if e, ok := errors.AsType[*Error](err); ok && e.Pos.Line > 0 {
		e.Pos = w.Place(e.Pos)
		return err
	}
	if e, ok := errors.AsType[*dialects.Error](err); ok {
		e.Pos = w.Place(e.Pos)
	}
	return err
}

// Loses says whether a run with these options can leave out rows one by one.
func Loses(p *Plan, opts ...Option) bool {
	s := newOptions(opts).survey
	return p.LeavesOut() || s != nil && (len(s.gone) > 0 || s.part != nil)
}
