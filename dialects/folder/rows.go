package folder

import (
	"fmt"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/csv"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
)

// A Layout says how a file has rows that are no SQL.
type Layout struct {
	csv.Format
	Table   string
	Columns []string // nil: all that SELECT * gives, those included that are computed
	Encoded map[string]csv.Encoding
}

// heads are the heads of such rows, one for all files that are alike.
type heads struct {
	sql   *mysql.Files
	bind  func(*dialects.Rows) (whole bool, err error)
	known map[string]*head
}

type head struct {
	rows  *dialects.Rows
	whole bool
}

// of gives the head of a file's rows.
func (h *heads) of(database string, l *Layout, charset string) (*head, error) {
	t := h.sql.Table(l.Table)
	key := fmt.Sprintf("%p %q %v", t, database, *l)
	if t.Declared && h.known[key] != nil {
		return h.known[key], nil
	}
	cols, err := l.columns(t)
	if err != nil {
		return nil, err
	}
	format := l.Format
	if charset != "" {
		format.Charset = charset
	}
	own := &head{}
	if own.rows, err = format.Rows(t, cols, l.Encoded); err != nil {
		return nil, err
	}
	if h.bind != nil {
		if own.whole, err = h.bind(own.rows); err != nil {
			return nil, err
		}
	}
	h.known[key] = own
	return own, nil
}

// columns lines the columns of a file up with those of its table.
func (l *Layout) columns(t *schema.Table) ([]*schema.Column, error) {
	if l.Columns == nil {
		if !t.Declared {
			return nil, nil
		}
		cols := []*schema.Column{}
		for _, c := range t.Columns {
			if !c.Invisible {
				cols = append(cols, c)
			}
		}
		return cols, nil
	}
	cols := []*schema.Column{}
	for _, name := range l.Columns {
		c := t.Column(name)
		switch {
		case c != nil:
		case t.Declared:
			return nil, dialects.ErrColumns
		default:
			c = &schema.Column{Name: name}
		}
		cols = append(cols, c)
	}
	return cols, nil
}
