package audit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/migawari-dev/migawari/mask"
)

// A Shard says which part of a dump a run has masked; see package mask/split.
type Shard struct {
	Number int    `json:"part"` // from 1 on
	Of     int    `json:"of"`
	Index  string `json:"index_sha256"` // of the index that says where parts begin
}

// Why parts cannot be added.
var (
	ErrIndexes = errors.New("they are of parts that were cut in different ways")
	ErrLost    = errors.New("the audit of a part is missing")
)

// inOrder sorts the records of the parts of one dump, all of which must be there. Other
// records stay as they are.
func inOrder(all []*Record) ([]*Record, error) {
	split := slices.ContainsFunc(all, func(r *Record) bool { return r.Shard != nil })
	if !split {
		return all, nil
	}
	ordered := slices.Clone(all)
	for _, r := range all {
		if r.Shard == nil || r.Shard.Index != all[0].Shard.Index || r.Shard.Of != all[0].Shard.Of {
			return nil, ErrIndexes
		}
	}
	slices.SortStableFunc(ordered, func(a, b *Record) int { return a.Shard.Number - b.Shard.Number })
	for i, r := range ordered {
		switch n := r.Shard.Number; {
		case n < i+1:
			return nil, fmt.Errorf("part %d of %d: %w", n, r.Shard.Of, ErrTwice)
		case n > i+1:
			return nil, fmt.Errorf("part %d of %d: %w", i+1, r.Shard.Of, ErrLost)
		}
	}
	if n := len(ordered); n < ordered[0].Shard.Of {
		return nil, fmt.Errorf("part %d of %d: %w", n+1, ordered[0].Shard.Of, ErrLost)
	}
	return ordered, nil
}

// ErrJoined says that a dump is not what the parts of a record join to.
var ErrJoined = errors.New("the dump is not what the parts join to")

// Joined holds a dump against the parts of which the record is the sum, one behind the other,
// and notes its digest: a dump that consists of parts is then known like any other.
func (r *Record) Joined(dump io.Reader) error {
	whole := sha256.New()
	for i, p := range r.Parts {
		sum := sha256.New()
		_, err := io.CopyN(io.MultiWriter(whole, sum), dump, p.BytesOut)
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return err
		case err != nil, hex.EncodeToString(sum.Sum(nil)) != p.SHA256:
			return fmt.Errorf("part %d of %d: %w", i+1, len(r.Parts), ErrJoined)
		}
	}
	if n, err := io.CopyN(io.Discard, dump, 1); n > 0 || !errors.Is(err, io.EOF) {
		return fmt.Errorf("behind the last part: %w", cmp.Or(err, ErrJoined))
	}
	r.SHA256 = hex.EncodeToString(whole.Sum(nil))
	return nil
}

// rejudge judges a sum over all parts of a dump by what no part can tell alone: whether
// anything was masked, and whether all values of a column stayed as they were.
func (r *Record) rejudge() {
	none := slices.ContainsFunc(r.Reasons, func(why Reason) bool { return why.What == NothingMasked })
	r.Reasons = slices.DeleteFunc(r.Reasons, func(why Reason) bool { return why.What == NothingMasked || why.What == Unchanged })
	for _, table := range slices.Sorted(maps.Keys(r.Tables)) {
		columns := r.Tables[table].Columns
		for _, name := range slices.Sorted(maps.Keys(columns)) {
			c := columns[name]
			none = none && c.Masked == 0
			if c.Masked >= mask.Few && c.Unchanged == c.Masked {
				r.Reasons = append(r.Reasons, Reason{What: Unchanged, Table: mask.Printable(table), Column: mask.Printable(name)})
			}
		}
	}
	if none {
		r.Reasons = append(r.Reasons, Reason{What: NothingMasked})
	}
	r.Verdict, _ = r.verdict() // all of them are known
}
