package archive

import (
	"bytes"
	"path/filepath"
	"strings"
)

// A Kind is how a stream of bytes is packed.
type Kind uint8

// The kinds that [Recognise] tells apart. Those up to XZ can be read here.
const (
	// Plain is anything without a magic of its own, such as SQL text.
	Plain Kind = iota
	// Gzip is RFC 1952, any number of members.
	Gzip
	// Zstd is RFC 8878, any number of frames.
	Zstd
	// LZ4 is the LZ4 frame format, any number of frames. Its predecessor
	// ("legacy") does not say where it ends and is left out for that.
	LZ4
	// XZ is the .xz file format, any number of streams.
	XZ
	// Bzip2 is known and not read.
	Bzip2
	// Zip is known and not read.
	Zip
	// Tar is known and not read; pg_dump -Ft writes it.
	Tar
	// PGCustom is what pg_dump -Fc writes.
	PGCustom
	// SQLite is a database file itself, no dump of it.
	SQLite
	// UTF16 is text in two bytes a character, as the > of older PowerShells
	// makes it out of a program's output.
	UTF16
	// XML is text in which markup comes first, as mysqldump --xml writes it.
	XML
)

var kindNames = [...]string{"plain", "gzip", "zstd", "lz4", "xz", "bzip2", "zip", "tar", "PostgreSQL custom archive", "SQLite database file", "UTF-16", "XML"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind?"
}

// Readable says whether [Decompress] gives what is inside.
func (k Kind) Readable() bool { return k <= XZ }

// Writable says whether [Compress] makes it.
func (k Kind) Writable() bool { return k <= LZ4 }

// magics are the first bytes of each kind.
var magics = []struct {
	kind  Kind
	at    int
	bytes string
}{
	{Gzip, 0, "\x1f\x8b"},
	{Zstd, 0, "\x28\xb5\x2f\xfd"},
	{LZ4, 0, "\x04\x22\x4d\x18"},
	{XZ, 0, "\xfd7zXZ\x00"},
	{Bzip2, 0, "BZh"},
	{Zip, 0, "PK\x03\x04"},
	{PGCustom, 0, "PGDMP"},
	{SQLite, 0, "SQLite format 3\x00"},
	{UTF16, 0, "\xff\xfe"},
	{UTF16, 0, "\xfe\xff"},
	{XML, 0, "<?xml "},
	{Tar, 257, "ustar"},
}

// skippable begins the frames that readers of zstd and lz4 pass over, behind a
// first byte of 0x50 to 0x5f. Parallel writers of zstd begin their files with one.
const skippable = "\x2a\x4d\x18"

// MagicSize is how many bytes [Recognise] wants to see.
const MagicSize = 512

// Recognise tells the kind by the first bytes of a stream.
func Recognise(head []byte) Kind {
	for _, m := range magics {
		if len(head) > m.at && bytes.HasPrefix(head[m.at:], []byte(m.bytes)) {
			return m.kind
		}
	}
	if len(head) >= 4 && head[0]&0xf0 == 0x50 && string(head[1:4]) == skippable {
		return Zstd
	}
	return Plain
}

// stub says whether a whole input is nothing but the beginning of the magic of
// a kind that can be read.
func stub(whole []byte) (Kind, bool) {
	for _, m := range magics {
		if len(whole) > 0 && m.kind.Readable() && len(whole) < len(m.bytes) && strings.HasPrefix(m.bytes, string(whole)) {
			return m.kind, true
		}
	}
	return Plain, false
}

// KindOf tells by the suffix of a file's name how it is to be written: .gz,
// .zst, .lz4, and .xz, .bz2 and .zip, which [Compress] refuses.
func KindOf(name string) Kind {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".gz", ".gzip":
		return Gzip
	case ".zst", ".zstd":
		return Zstd
	case ".lz4":
		return LZ4
	case ".xz":
		return XZ
	case ".bz2":
		return Bzip2
	case ".zip":
		return Zip
	}
	return Plain
}
