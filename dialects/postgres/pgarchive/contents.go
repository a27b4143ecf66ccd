package pgarchive

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
)

// MaxContents is the longest table of contents that is read. All of it is held in memory, by
// pg_restore too.
const MaxContents = 1 << 30

// The versions in which the format changed.
const (
	oldest          = 0x010c // PostgreSQL 9.0
	withTableAccess = 0x010e // 12: the access method of tables
	withAlgorithm   = 0x010f // 16: a byte for the way of compression
	newest          = 0x0110 // 17: the kind of relation; large objects in groups
)

// The formats that a header names. That of directories says tar.
const (
	formatCustom = 1
	formatTar    = 3
)

const magic = "PGDMP"

// A text is a string of the table of contents, or none.
type text struct {
	s   string
	set bool
}

func textOf(s string) text { return text{s, true} }

// A header stands before the entries.
type header struct {
	version     int // major and minor in a byte each
	revision    byte
	intSize     byte
	offsetSize  byte
	format      byte
	compression compression
	level       int    // of versions that have it: -1 is the default, 0 none
	created     [7]int // seconds, minutes, hours, day, month from 0, year from 1900, summer time
	database    text
	server      text // version
	program     text // version
}

// An entry is a line of the table of contents.
type entry struct {
	id        int
	hasData   int // not 0: it has
	tableOID  text
	oid       text
	tag       text
	desc      text
	section   int
	defn      text
	drop      text
	copy      text
	namespace text
	space     text // tablespace
	access    text // method of the table
	relkind   int
	owner     text
	withOIDs  text
	needs     []text // numbers of other entries
	offset    offset // in a custom archive
	file      text   // in others
}

// An offset says where data begin.
type offset struct {
	state byte
	at    int64
}

const (
	offsetUnset = 1
	offsetSet   = 2
	offsetNone  = 3 // no data
)

// Descriptions of entries that are more than their statement.
const (
	encoding     = "ENCODING"
	stdStrings   = "STDSTRINGS"
	searchPath   = "SEARCHPATH"
	blobs        = "BLOBS"
	blobMetadata = "BLOB METADATA"
)

// data says whether the entry has data of its own.
func (e *entry) data() bool {
	return e.hasData != 0 && (e.file.s != "" || e.offset.state == offsetUnset || e.offset.state == offsetSet)
}

// A decoder reads the numbers and strings of an archive. The first error sticks.
type decoder struct {
	*header
	r     *bufio.Reader
	limit int64 // of bytes that strings may still have
	err   error
}

func (d *decoder) byte() byte {
	if d.err != nil {
		return 0
	}
	b, err := d.r.ReadByte()
	d.err = cut(err)
	return b
}

// int reads a number: a sign, and bytes of which the least comes first.
func (d *decoder) int() int {
	negative := d.byte() != 0
	n := d.magnitude(d.intSize)
	if n > 1<<31-1 {
		d.fail(ErrDamaged)
		return 0
	}
	if negative {
		return -int(n)
	}
	return int(n)
}

func (d *decoder) magnitude(size byte) uint64 {
	var n uint64
	for i := range size {
		n |= uint64(d.byte()) << (8 * i)
	}
	return n
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// text reads a string. Memory grows with what is there, and not with what is announced.
func (d *decoder) text() text {
	n := int64(d.int())
	if d.err != nil || n < 0 {
		return text{}
	}
	if d.limit -= n; d.limit < 0 {
		d.fail(ErrSize)
		return text{}
	}
	var b bytes.Buffer
	if _, err := io.CopyN(&b, d.r, n); err != nil {
		d.fail(cut(err))
	}
	return textOf(b.String())
}

// readHeader reads what stands before the entries.
func readHeader(r *bufio.Reader) (*decoder, error) {
	h := &header{}
	d := &decoder{header: h, r: r, limit: MaxContents}
	for i := range len(magic) {
		if d.byte() != magic[i] && d.err == nil {
			d.fail(ErrMagic)
		}
	}
	h.version = int(d.byte())<<8 | int(d.byte())
	h.revision, h.intSize, h.offsetSize, h.format = d.byte(), d.byte(), d.byte(), d.byte()
	switch {
	case d.err != nil:
		return nil, d.err
	case h.version < oldest || h.version > newest:
		return nil, ErrVersion
	case h.intSize < 1 || h.intSize > 8 || h.offsetSize < 1 || h.offsetSize > 8:
		return nil, ErrDamaged
	}
	if h.version >= withAlgorithm {
		h.compression = compression(d.byte())
	} else if h.level = d.int(); h.level != 0 {
		h.compression = gzipped
	}
	for i := range h.created {
		h.created[i] = d.int()
	}
	h.database, h.server, h.program = d.text(), d.text(), d.text()
	if d.err == nil && h.compression > zstandard {
		d.err = ErrCompression
	}
	return d, d.err
}

// entries reads the table of contents.
func (d *decoder) entries() ([]*entry, error) {
	n := d.int()
	if n < 0 {
		d.fail(ErrDamaged)
	}
	var all []*entry
	known := map[int]bool{}
	for range n {
		d.limit -= entrySize
		e := d.entry()
		if d.err == nil && (e.id <= 0 || known[e.id]) {
			d.err = ErrDamaged
		}
		if d.err == nil && d.limit < 0 {
			d.err = ErrSize
		}
		if d.err != nil {
			return nil, &Error{Entry: max(0, e.id), Err: d.err}
		}
		known[e.id] = true
		all = append(all, e)
	}
	return all, d.err
}

// entrySize is what an entry takes beside its strings.
const entrySize = 512

func (d *decoder) entry() *entry {
	e := &entry{id: d.int(), hasData: d.int()}
	e.tableOID, e.oid, e.tag, e.desc = d.text(), d.text(), d.text(), d.text()
	e.section = d.int()
	e.defn, e.drop, e.copy = d.text(), d.text(), d.text()
	e.namespace, e.space = d.text(), d.text()
	if d.version >= withTableAccess {
		e.access = d.text()
	}
	if d.version >= newest {
		e.relkind = d.int()
	}
	e.owner, e.withOIDs = d.text(), d.text()
	for d.err == nil {
		need := d.text()
		if !need.set {
			break
		}
		if _, err := strconv.Atoi(need.s); err != nil {
			d.fail(ErrDamaged)
		}
		if d.limit -= entrySize / 8; d.limit < 0 {
			d.fail(ErrSize)
		}
		e.needs = append(e.needs, need)
	}
	if d.format == formatCustom {
		e.offset.state = d.byte()
		e.offset.at = int64(d.magnitude(d.offsetSize))
		if e.offset.state < offsetUnset || e.offset.state > offsetNone {
			d.fail(ErrDamaged)
		}
	} else {
		e.file = d.text()
	}
	return e
}

// An encoder writes what a decoder reads.
type encoder struct {
	*header
	b []byte
}

func (c *encoder) int(n int) {
	sign, m := byte(0), uint64(n)
	if n < 0 {
		sign, m = 1, uint64(-n)
	}
	c.b = append(c.b, sign)
	c.magnitude(m, c.intSize)
}

func (c *encoder) magnitude(n uint64, size byte) {
	for i := range size {
		c.b = append(c.b, byte(n>>(8*i)))
	}
}

func (c *encoder) text(t text) {
	if !t.set {
		c.int(-1)
		return
	}
	c.int(len(t.s))
	c.b = append(c.b, t.s...)
}

func (c *encoder) contents(all []*entry) {
	h := c.header
	c.b = append(c.b, magic...)
	c.b = append(c.b, byte(h.version>>8), byte(h.version), h.revision, h.intSize, h.offsetSize, h.format)
	if h.version >= withAlgorithm {
		c.b = append(c.b, byte(h.compression))
	} else {
		c.int(h.level)
	}
	for _, n := range h.created {
		c.int(n)
	}
	c.text(h.database)
	c.text(h.server)
	c.text(h.program)
	c.int(len(all))
	for _, e := range all {
		c.entry(e)
	}
}

func (c *encoder) entry(e *entry) {
	c.int(e.id)
	c.int(e.hasData)
	for _, t := range []text{e.tableOID, e.oid, e.tag, e.desc} {
		c.text(t)
	}
	c.int(e.section)
	for _, t := range []text{e.defn, e.drop, e.copy, e.namespace, e.space} {
		c.text(t)
	}
	if c.version >= withTableAccess {
		c.text(e.access)
	}
	if c.version >= newest {
		c.int(e.relkind)
	}
	c.text(e.owner)
	c.text(e.withOIDs)
	for _, need := range e.needs {
		c.text(need)
	}
	c.text(text{})
	if c.format == formatCustom {
		c.b = append(c.b, e.offset.state)
		c.magnitude(uint64(e.offset.at), c.offsetSize)
	} else {
		c.text(e.file)
	}
}
