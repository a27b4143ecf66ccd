package fake

import (
	"bytes"
	"slices"
)

// A clock is the time of day that stands behind a date, with its zone.
type clock struct {
	text    []byte // with what separates it from the date; nil: there is none
	end     int    // where the zone begins
	h, m, s int
	half    bool // AM or PM stands at end-2
	utc     bool // no zone, or that of UTC
	bc      bool // BC stands behind
	written moment
}

// A moment is what is written for a time of day.
type moment uint8

const (
	asRead moment = iota
	midnight
	lastSecond
)

const beforeChrist = " BC"

// zones are the abbreviations that are read. Only such fixed words may stand behind
// a time of day, since they stay.
var zones = []string{"UTC", "GMT", "JST", "KST", "HKT", "SGT", "CET", "CEST", "EET", "EEST", "WET", "WEST", "BST", "MSK", "IST",
	"EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AEST", "AEDT"}

// A clockReader reads the parts of a time of day.
type clockReader struct {
	b []byte
	i int
}

func (r *clockReader) take(text string) bool {
	if !begins(r.b[r.i:], text) {
		return false
	}
	r.i += len(text)
	return true
}

// number reads from least to most digits, which stay below limit.
func (r *clockReader) number(least, most, limit int) (int, bool) {
	from, n := r.i, 0
	for r.i < len(r.b) && r.i-from < most && '0' <= r.b[r.i] && r.b[r.i] <= '9' {
		n = n*10 + int(r.b[r.i]-'0')
		r.i++
	}
	return n, r.i-from >= least && n < limit
}

// read reads all of what stands behind a date:
//
//	15:04  T15:04:05.999+09:00  T150405Z  15時4分  3:04 PM  15:04 JST  BC
//
// joined says that digits may follow without a separator: 20120402150405.
func (c *clock) read(rest []byte, joined bool) bool {
	c.utc = true
	if cut, ok := bytes.CutSuffix(rest, []byte(beforeChrist)); ok {
		c.bc, rest = true, cut
	}
	if len(rest) == 0 {
		return true
	}
	c.text = rest
	r := clockReader{b: rest}
	basic := r.take("T")
	spaced := basic || r.take(" ") || r.take("t")
	if !spaced && !joined {
		return c.japanese(&r) && r.i == len(rest)
	}
	if !c.time(&r, basic || !spaced) && !c.japanese(&clockReader{b: rest, i: 1}) {
		return false
	}
	if c.end == len(rest) {
		return true
	}
	return spaced && c.halves(&r) && c.zone(&r) && r.i == len(rest)
}

// time reads 15:04:05.999, or 150405 where that may stand.
func (c *clock) time(r *clockReader, basic bool) bool {
	var ok bool
	from := r.i
	if c.h, ok = r.number(1, 2, 25); !ok {
		return false
	}
	digits := r.i - from
	colon := r.take(":")
	if !colon && (!basic || digits != 2) {
		return false
	}
	if c.m, ok = r.number(2, 2, 60); !ok {
		return false
	}
	if colon && r.take(":") || !colon && r.i < len(r.b) && r.b[r.i] <= '9' && r.b[r.i] >= '0' {
		if c.s, ok = r.number(2, 2, 61); !ok {
			return false
		}
		if r.take(".") || r.take(",") {
			if _, ok = r.number(1, 9, 1e9); !ok {
				return false
			}
		}
	}
	c.end = r.i
	return true
}

// japanese reads 15時, 15時4分 and 15時4分5秒.
func (c *clock) japanese(r *clockReader) bool {
	var ok bool
	if c.h, ok = r.number(1, 2, 25); !ok || !r.take("時") {
		return false
	}
	if c.m, ok = r.number(1, 2, 60); ok {
		if !r.take("分") {
			return false
		}
		if c.s, ok = r.number(1, 2, 61); ok && !r.take("秒") {
			return false
		}
	}
	c.end = r.i
	return r.i == len(r.b)
}

// halves reads AM or PM.
func (c *clock) halves(r *clockReader) bool {
	at := r.i
	r.take(" ")
	c.half = r.take("AM") || r.take("PM") || r.take("am") || r.take("pm")
	if !c.half {
		r.i = at
		return true
	}
	c.end = r.i
	return 1 <= c.h && c.h <= 12
}

// zone reads Z, +09, +0900, +09:00, +09:00:00 or an abbreviation, which may stand
// in brackets behind an offset.
func (c *clock) zone(r *clockReader) bool {
	at := r.i
	r.take(" ")
	offset := r.take("+") || r.take("-")
	switch {
	case r.i == len(r.b):
		r.i = at
		return true
	case offset:
		total := 0
		for i := range 3 {
			n, ok := r.number(2, 2, 60)
			if !ok {
				return false
			}
			total += n
			if colon := r.take(":"); !colon && (i > 0 || r.i == len(r.b) || r.b[r.i] == ' ') {
				break
			}
		}
		c.utc = total == 0
		if !r.take(" (") {
			return true
		}
		return r.abbreviation() != "" && r.take(")")
	case r.take("Z"), r.take("z"):
		return true
	}
	name := r.abbreviation()
	c.utc = name == "UTC" || name == "GMT"
	return name != ""
}

func (r *clockReader) abbreviation() string {
	n := 0
	for r.i+n < len(r.b) && isLetter(r.b[r.i+n]) {
		n++
	}
	if i := slices.Index(zones, string(r.b[r.i:r.i+n])); i >= 0 {
		r.i += n
		return zones[i]
	}
	return ""
}

// midnightInJapan says whether it is midnight in Japan, written in UTC.
func (c *clock) midnightInJapan() bool {
	return c.text != nil && c.utc && !c.half && c.h == 15 && c.m == 0 && c.s == 0
}

// none says whether programs write the time for none.
func (c *clock) none() bool {
	return !c.half && c.m == 0 && (c.h == 0 && c.s <= 1 || c.h == 9 && c.s == 0)
}

// append writes the time of day, or another moment in its form, and the zone.
func (c *clock) append(dst []byte) []byte {
	if c.written == asRead {
		return append(dst, c.text...)
	}
	pattern, half := "000000", byte('A')
	if c.written == lastSecond {
		pattern, half = "235959", 'P'
	}
	if c.half {
		pattern = map[moment]string{midnight: "120000", lastSecond: "115959"}[c.written]
	}
	for i := 0; i < c.end; i++ {
		b := c.text[i]
		switch digit := '0' <= b && b <= '9'; {
		case digit && pattern != "" && (i == 0 || c.text[i-1] != '.' && c.text[i-1] != ','):
			n := 1
			for i+n < c.end && '0' <= c.text[i+n] && c.text[i+n] <= '9' {
				n++
			}
			i += n - 1
			part := pattern[:max(n, 2)]
			pattern = pattern[len(part):]
			if part == "00" {
				part = part[:n] // as in 9:05 and 15時4分
			}
			dst = append(dst, part...)
		case digit:
			dst = append(dst, '0') // of a second: some are written with it and some without
		case c.half && i == c.end-2:
			dst = append(dst, b&0x20|half)
		default:
			dst = append(dst, b)
		}
	}
	return append(dst, c.text[c.end:]...)
}
