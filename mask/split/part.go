package split

import (
	"cmp"
	"errors"
	"slices"

	"github.com/migawari-dev/migawari/mask"
)

// A Part is what one run masks.
type Part struct {
	Number int      `json:"part"` // from 1 on
	Of     int      `json:"of"`
	From   int64    `json:"from"`
	To     int64    `json:"to"`
	Line   int64    `json:"line"`             // of its first byte
	Inside bool     `json:"inside,omitempty"` // it begins inside a statement
	Tables []string `json:"tables,omitempty"` // of which it has rows

	first, last int // points; last is that of the part behind it
}

// ErrNumber says that there is no such part.
var ErrNumber = errors.New("parts are counted from 1 up to their number")

// Part gives the part of a number, of so many. Cuts are where they have the parts most alike
// in size, at places that the policy allows: where rows can be left out, no INSERT is cut. So
// parts can be empty. The options are those of the run; without a plan, no row is left out.
func (x *Index) Part(number, of int, p *mask.Plan, opts ...mask.Option) (Part, error) {
	if of < 1 || number < 1 || number > of {
		return Part{}, ErrNumber
	}
	allowed := x.allowed(p != nil && mask.Loses(p, opts...))
	part := Part{Number: number, Of: of, first: x.cut(allowed, number-1, of), last: x.cut(allowed, number, of)}
	part.From, part.To = x.offset(part.first), x.offset(part.last)
	if part.first < len(x.Points) {
		part.Line, part.Inside = x.Points[part.first].Line, x.Points[part.first].Inside != nil
	}
	named := map[string]bool{}
	for _, p := range x.Points[part.first:part.last] {
		for _, t := range p.Tables {
			if !named[t] {
				part.Tables = append(part.Tables, t)
			}
			named[t] = true
		}
	}
	return part, nil
}

// Only gives the index as far as one part asks for it: where others begin is left out, and the
// cuts of the part are the same. A policy that has the whole dump read before asks for all of it.
func (x *Index) Only(part Part) *Index {
	own := *x
	own.Points = slices.Clone(x.Points[part.first:min(part.last+1, len(x.Points))])
	if part.first > 0 {
		own.Points = slices.Insert(own.Points, 0, x.Points[0])
	}
	return &own
}

// allowed are the points at which the dump may be cut, and its end.
func (x *Index) allowed(loses bool) (points []int) {
	for i, p := range x.Points {
		if p.Inside == nil || !p.Inside.Bound || !loses {
			points = append(points, i)
		}
	}
	return append(points, len(x.Points))
}

// offset is where a point lies; behind the last is the end.
func (x *Index) offset(point int) int64 {
	if point == len(x.Points) {
		return x.Size
	}
	return x.Points[point].Offset
}

// cut is the point behind a number of parts: the one that is nearest to their share.
func (x *Index) cut(allowed []int, parts, of int) int {
	share := x.Size/int64(of)*int64(parts) + x.Size%int64(of)*int64(parts)/int64(of)
	i, _ := slices.BinarySearchFunc(allowed, share, func(p int, at int64) int { return cmp.Compare(x.offset(p), at) })
	switch {
	case i == len(allowed):
		i--
	case i > 0 && share-x.offset(allowed[i-1]) < x.offset(allowed[i])-share:
		i--
	}
	return allowed[i]
}
