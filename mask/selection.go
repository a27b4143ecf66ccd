package mask

import (
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Selection tells which rows of a dump a run leaves out, for whoever holds a masked dump
// against its source. It reads rows in their order and belongs to one goroutine.
type Selection struct {
	run *run
	row Row
}

// NewSelection makes the selection of a plan; survey is that of the same dump.
func NewSelection(p *Plan, survey *Survey) (*Selection, error) {
	s := &Selection{run: newRun(p, true)}
	var err error
	if s.run.survey, err = survey.forPlan(p); err != nil {
		return nil, err
	}
	none := schema.New(schema.Fold{})
	s.run.schema = func() *schema.Schema { return none }
	return s, nil
}

// See takes a statement between the rows into account.
func (s *Selection) See(st *dialects.Statement) {
	if st.Enters {
		s.run.database, s.run.server = st.Database, st.OfServer
	}
}

// Chooses says whether rows of a table can be left out one by one.
func (s *Selection) Chooses(rows *dialects.Rows) (bool, error) {
	t, err := s.run.tablePlan(rows)
	return err == nil && t.loses() && (!t.drop || t.apart), err
}

// Stays says whether a row stays, of a table of which rows can be left out.
func (s *Selection) Stays(rows *dialects.Rows, raw []byte) (bool, error) {
	t, err := s.run.tablePlan(rows)
	if err != nil {
		return false, err
	}
	if t.apart {
		return false, nil
	}
	if s.row.plan != t {
		s.row.begin(t)
	}
	if err := s.row.reset(raw); err != nil {
		return false, err
	}
	if stays, err := s.row.stays(); err != nil || !stays {
		return false, err
	}
	return s.row.chosen()
}
