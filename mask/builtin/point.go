package builtin

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"

	"github.com/migawari-dev/migawari/fake"
)

// A point is where the two coordinates stand in a point of a server: well-known binary,
// before which MySQL keeps the number of the reference system, and in which PostGIS
// does. PostGIS writes it in hexadecimal digits.
type point struct {
	bytes []byte
	x     int // where the first coordinate begins; the second follows
	order binary.ByteOrder
	hex   bool
}

// What follows the byte order in well-known binary: a point, and that of PostGIS with
// the number of a reference system.
const (
	wkbPoint     = 1
	wkbReference = 0x20000000
)

// parsePoint reads a point of two dimensions, and no other geometry.
func parsePoint(v []byte) (point, bool) {
	p := point{bytes: v}
	if n := hex.DecodedLen(len(v)); len(v)%2 == 0 && (n == 21 || n == 25) {
		b := make([]byte, n)
		if _, err := hex.Decode(b, v); err == nil {
			p.bytes, p.hex = b, true
		}
	}
	switch {
	case len(p.bytes) == 25 && !p.hex && p.is(4, wkbPoint):
		p.x = 9
	case len(p.bytes) == 25 && p.is(0, wkbPoint|wkbReference):
		p.x = 9
	case len(p.bytes) == 21 && p.is(0, wkbPoint):
		p.x = 5
	default:
		return point{}, false
	}
	return p, true
}

// is says whether a byte order and a kind stand at a place, and takes the order.
func (p *point) is(at int, kind uint32) bool {
	switch p.bytes[at] {
	case 0:
		p.order = binary.BigEndian
	case 1:
		p.order = binary.LittleEndian
	default:
		return false
	}
	return p.order.Uint32(p.bytes[at+1:]) == kind
}

// text is the point as people write it.
func (p point) text() []byte {
	text := []byte("POINT(")
	for i := range 2 {
		c := math.Float64frombits(p.order.Uint64(p.bytes[p.x+8*i:]))
		text = append(strconv.AppendFloat(text, c, 'f', -1, 64), " )"[i])
	}
	return text
}

// appendFake appends the point with the coordinates of a place in the open sea. It says
// false where they are none of a longitude and a latitude.
func (p point) appendFake(dst []byte, s fake.Seed) ([]byte, bool) {
	text, ok := fake.AppendGeo(nil, s, p.text(), fake.AnyAxis)
	if !ok {
		return dst, false
	}
	var c [2]float64
	if _, err := fmt.Sscanf(string(text), "POINT(%g %g)", &c[0], &c[1]); err != nil {
		return dst, false
	}
	b := bytes.Clone(p.bytes)
	for i := range 2 {
		p.order.PutUint64(b[p.x+8*i:], math.Float64bits(c[i]))
	}
	if !p.hex {
		return append(dst, b...), true
	}
	return append(dst, bytes.ToUpper(hex.AppendEncode(nil, b))...), true
}
