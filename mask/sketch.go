package mask

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"math"
	"math/bits"
	"strings"
)

// Few is the number of persons from which on an audit says how many there are.
const Few = 10

// An Estimate says about how many different things there were. What it knows of them is a
// sketch of keyed hashes: two of one key and audience can be added, and nobody can ask
// either of them about a value.
type Estimate struct {
	sketch *sketch
	below  int // instead of a sketch: there were fewer
}

// Number gives it; the standard error is 4.6 %. few says that there are fewer than the
// number, and that nothing more is said.
func (e *Estimate) Number() (about int64, few bool) {
	if e.below > 0 {
		return int64(e.below), true
	}
	return e.sketch.estimate(), false
}

// few forgets how many there were if they were few.
func (e *Estimate) few() {
	if e.below == 0 && e.sketch.estimate() < Few {
		*e = Estimate{below: Few}
	}
}

// add takes those of another part in.
func (e *Estimate) add(o *Estimate) {
	switch {
	case o.sketch != nil:
		if e.sketch == nil {
			*e = Estimate{sketch: new(sketch)} // few more are within the error
		}
		e.sketch.union(o.sketch)
	case e.sketch == nil && o.below > 0:
		e.below = max(1, e.below) + o.below - 1 // who was in both is not known
	}
}

type estimateFile struct {
	About  *int64 `json:"about,omitempty"`
	Sketch string `json:"sketch,omitempty"`
	Below  int    `json:"below,omitempty"`
}

// MarshalJSON implements [json.Marshaler].
func (e *Estimate) MarshalJSON() ([]byte, error) {
	if e.sketch == nil {
		return json.Marshal(estimateFile{Below: e.below})
	}
	about := e.sketch.estimate()
	return json.Marshal(estimateFile{About: &about, Sketch: e.sketch.text()})
}

// UnmarshalJSON implements [json.Unmarshaler].
func (e *Estimate) UnmarshalJSON(b []byte) error {
	var f estimateFile
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	if f.Below > 0 {
		*e = Estimate{below: f.Below}
		return nil
	}
	s, err := parseSketch(f.Sketch)
	*e = Estimate{sketch: s}
	return err
}

// A sketch is a HyperLogLog: for each of the parts into which hashes fall, the longest
// run of zeros that one of them has.
type sketch [1 << sketchBits]uint8

const sketchBits = 9

func (s *sketch) add(hash uint64) {
	part := hash >> (64 - sketchBits)
	rank := uint8(bits.LeadingZeros64(hash<<sketchBits|1<<(sketchBits-1))) + 1
	if s[part] < rank {
		s[part] = rank
	}
}

func (s *sketch) union(o *sketch) {
	for i, rank := range o {
		s[i] = max(s[i], rank)
	}
}

// estimate is that of the paper, with its correction for few: the parts that are empty
// are counted.
func (s *sketch) estimate() int64 {
	const m = float64(len(s))
	sum, empty := 0.0, 0.0
	for _, rank := range s {
		sum += math.Ldexp(1, -int(rank))
		if rank == 0 {
			empty++
		}
	}
	e := 0.7213 / (1 + 1.079/m) * m * m / sum
	if e <= 2.5*m && empty > 0 {
		e = m * math.Log(m/empty)
	}
	return int64(math.Round(e))
}

// sketchDigits write a part each: no run of zeros in 64 bits is longer.
const sketchDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func (s *sketch) text() string {
	text := make([]byte, len(s))
	for i, rank := range s {
		text[i] = sketchDigits[rank]
	}
	return string(text)
}

var errSketch = errors.New("mask: not a sketch")

func parseSketch(text string) (*sketch, error) {
	s := new(sketch)
	if len(text) != len(s) {
		return nil, errSketch
	}
	for i := range s {
		rank := strings.IndexByte(sketchDigits, text[i])
		if rank < 0 || rank > 64-sketchBits+1 {
			return nil, errSketch
		}
		s[i] = uint8(rank)
	}
	return s, nil
}

// A sketchKey hashes values for sketches: fast, and of no use for anything else.
type sketchKey [2]uint64

func newSketchKey(secret []byte) sketchKey {
	return sketchKey{binary.LittleEndian.Uint64(secret), binary.LittleEndian.Uint64(secret[8:])}
}

// hash multiplies sixteen bytes at a time, as wyhash does, with a start that nobody knows.
func (k sketchKey) hash(b []byte) uint64 {
	h, n := k[0], uint64(len(b))
	for len(b) > 16 {
		h = fold(binary.LittleEndian.Uint64(b)^k[1], binary.LittleEndian.Uint64(b[8:])^h)
		b = b[16:]
	}
	var lo, hi uint64
	switch {
	case len(b) >= 8:
		lo, hi = binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[len(b)-8:])
	case len(b) >= 4:
		lo, hi = uint64(binary.LittleEndian.Uint32(b)), uint64(binary.LittleEndian.Uint32(b[len(b)-4:]))
	case len(b) > 0:
		lo, hi = uint64(b[0])|uint64(b[len(b)/2])<<8, uint64(b[len(b)-1])
	}
	return fold(fold(lo^k[1], hi^h)^k[0], n^k[1])
}

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}
