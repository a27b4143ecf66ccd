package split

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"

	"github.com/migawari-dev/migawari/dialects/archive"
)

// Format is the version of what an index looks like.
const Format = 1

// An Index is what is known of a dump: where it can be cut, and what of it every part has to
// read. It has no byte of the dump but the names of tables. Its sums tell whether the dump is
// still the same; of a very small one they would also confirm a guess, so an index is for
// those who may see the dump.
type Index struct {
	Format    int    `json:"index"`
	Dialect   string `json:"dialect"`
	Charset   string `json:"charset,omitempty"` // that was given, over what the dump declares
	NoEndMark bool   `json:"no_end_mark,omitempty"`
	Schema    string `json:"schema_sha256,omitempty"` // of the DDL that was given
	// Packed is how the file is compressed, and Stored its length. Size is that of the text.
	Packed archive.Kind `json:"packed"`
	Stored int64        `json:"stored"`
	Size   int64        `json:"size"`
	// Frames are those at which reading begins.
	Frames []archive.Frame `json:"frames,omitempty"`
	// Definitions is all that every part reads: what is no row, and the first row of
	// each run of rows, since no grammar knows what comes behind a head without one.
	Definitions []Range `json:"definitions"`
	Sum         string  `json:"definitions_sum"`
	// Points are where the dump can be cut, the first at its beginning.
	Points []Point `json:"points"`
}

// A Range is a stretch of the text.
type Range struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
	Line int64 `json:"line"` // of its first byte
}

// A Point is where the text can be cut.
type Point struct {
	Offset int64 `json:"at"`
	Line   int64 `json:"line"`
	// Tables are those with rows between it and the next.
	Tables []string `json:"tables,omitempty"`
	Sum    string   `json:"sum"` // of the text up to the next point
	// Inside is the statement in which it lies; nil: it lies between two.
	Inside *Inside `json:"inside,omitempty"`
}

// Inside is a run of rows that goes on behind a point.
type Inside struct {
	Head Range `json:"head"` // with the first row
	Rows int64 `json:"rows"` // before the point
	Tail Range `json:"tail"` // empty where the rows end with the text
	// Bound: the statement needs a row, so that it cannot be cut where rows are left out:
	// whether its head stands depends on them.
	Bound bool `json:"bound,omitempty"`
}

// Write writes an index as JSON.
func (x *Index) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(x)
}

// Digest is that of the index: parts of one index belong together.
func (x *Index) Digest() string {
	h := sha256.New()
	_ = x.Write(h) // a hash takes all
	return hex.EncodeToString(h.Sum(nil))
}

// ErrIndex says that something is no index, or one of another version.
var ErrIndex = errors.New("it is not an index of migawari")

// ReadIndex reads an index.
func ReadIndex(r io.Reader) (*Index, error) {
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	x := &Index{}
	if err := d.Decode(x); err != nil {
		return nil, ErrIndex // what is wrong with it would be shown with what it holds
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) || !x.valid() {
		return nil, ErrIndex
	}
	return x, nil
}

// valid says whether an index can be of a dump. What it says of the places of its ranges is
// then safe to follow.
func (x *Index) valid() bool {
	if x.Format != Format || x.Stored < 0 || x.Size < 0 || len(x.Points) == 0 || x.Points[0].Offset != 0 || x.Points[0].Inside != nil {
		return false
	}
	if x.Packed == archive.Plain && (len(x.Frames) > 0 || x.Stored != x.Size) || x.Packed != archive.Plain && len(x.Frames) == 0 {
		return false
	}
	for i, f := range x.Frames {
		if f.Packed < 0 || f.Plain < 0 || f.Packed >= x.Stored || f.Plain > x.Size || i == 0 && f != (archive.Frame{}) || i > 0 && (f.Packed <= x.Frames[i-1].Packed || f.Plain < x.Frames[i-1].Plain) {
			return false
		}
	}
	at := int64(0)
	for _, d := range x.Definitions {
		if d.From < at || d.From >= d.To || d.To > x.Size || d.Line < 1 {
			return false
		}
		at = d.To
	}
	for i, p := range x.Points {
		if p.Offset > x.Size || p.Line < 1 || i > 0 && p.Offset <= x.Points[i-1].Offset {
			return false
		}
		if in := p.Inside; in != nil && !in.fits(p.Offset, x.Size) {
			return false
		}
	}
	return true
}

func (in *Inside) fits(at, size int64) bool {
	return in.Head.From >= 0 && in.Head.From < in.Head.To && in.Head.To <= at && in.Head.Line >= 1 && in.Rows >= 1 &&
		in.Tail.From >= at && in.Tail.From <= in.Tail.To && in.Tail.To <= size && in.Tail.Line >= 1
}
