package risk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// A Candidate is somebody for whom a copy may have been made: the plan that makes theirs.
type Candidate struct {
	Audience string
	Plan     *mask.Plan
}

// A Match says how many fakes of a copy are those of a candidate.
type Match struct {
	Audience string `json:"audience"`
	Key      string `json:"key_id"`
	Values   int64  `json:"values"` // that were compared
	Same     int64  `json:"same"`
}

// Made says that the copy was made for the candidate: fakes of other keys and audiences
// are mostly others.
func (m *Match) Made() bool { return m.Same >= 10 && 2*m.Same > m.Values }

// told are the kinds of fakes that say much: few persons have the same.
var told = []string{"person_name", "kana_name", "email", "phone", "username", "nickname", "address"}

// Trace makes the fakes of each candidate for the persons of a masked copy, whose keys are
// kept, and compares them with those that stand there.
func Trace(ctx context.Context, leak Open, d dialects.Dialect, scan dialects.ScanOptions, all ...Candidate) ([]Match, error) {
	var found []Match
	for _, c := range all {
		t := &tracing{plan: c.Plan, heads: map[*dialects.Rows][]bool{}}
		if err := t.run(ctx, leak, d, scan); err != nil {
			return nil, err
		}
		found = append(found, Match{Audience: c.Audience, Key: c.Plan.KeyID(), Values: t.values, Same: t.same})
	}
	return found, nil
}

type tracing struct {
	plan         *mask.Plan
	heads        map[*dialects.Rows][]bool // which columns are compared
	values, same int64
}

func (t *tracing) run(ctx context.Context, leak Open, d dialects.Dialect, scan dialects.ScanOptions) error {
	opts := []mask.Option{mask.Scan(scan), mask.Partial()}
	if t.plan.Surveys() {
		s, err := mask.NewSurvey(ctx, leak, d, t.plan, opts...)
		if err != nil {
			return &ReadError{false, err}
		}
		opts = append(opts, mask.Surveyed(s))
	}
	again := func() (io.ReadCloser, error) {
		src, err := leak()
		if err != nil {
			return nil, err
		}
		return made{mask.NewReader(src, d, t.plan, opts...), src}, nil
	}
	return (&pairing{raw: d, masked: d, scan: scan, bind: t.bind, tell: t.row}).read(ctx, leak, again)
}

// made are the rows of a copy, masked again.
type made struct {
	*mask.Reader
	src io.Closer
}

func (m made) Close() error { return errors.Join(m.Reader.Close(), m.src.Close()) }

func (t *tracing) bind(r *dialects.Rows) (drops bool, err error) {
	b, err := t.plan.Bind(r)
	if err != nil || b.Drops() || r.Columns == nil {
		return err == nil && b.Drops(), err
	}
	compared := make([]bool, len(r.Columns))
	for i, d := range t.plan.Decisions(b) {
		compared[i] = d.ByPerson() && slices.ContainsFunc(d.Kinds(), func(k string) bool { return slices.Contains(told, k) })
	}
	if len(t.heads) >= maxHeads {
		clear(t.heads)
	}
	t.heads[r] = compared
	return false, nil
}

func (t *tracing) row(leaked, made *row) {
	compared := t.heads[leaked.rows]
	for i := range min(len(compared), len(leaked.at), len(made.at)) {
		v := leaked.value(i)
		if !compared[i] || v == nil {
			continue
		}
		t.values++
		if bytes.Equal(v, made.value(i)) {
			t.same++
		}
	}
}
