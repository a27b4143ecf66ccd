package archive

import (
	"encoding/binary"
	"hash/crc32"
)

// footerSize is the length of what ends an xz stream: the .xz file format 1.2.1,
// section 2.1.2.
const footerSize = 12

// A tail is the end of an input as far as it was read, without the zeros behind
// it: xz streams may be padded with them.
type tail struct {
	last  [footerSize]byte // ends in the last byte that is not zero
	zeros int              // how many follow, up to footerSize
}

func (t *tail) add(b []byte) {
	end := len(b)
	for end > 0 && b[end-1] == 0 {
		end--
	}
	if end > 0 {
		var padding [footerSize]byte
		t.shift(padding[:t.zeros])
		t.shift(b[max(0, end-footerSize):end])
		t.zeros = 0
	}
	t.zeros = min(footerSize, t.zeros+len(b)-end)
}

// shift moves bytes in from the right, footerSize at most.
func (t *tail) shift(b []byte) {
	copy(t.last[:], t.last[len(b):])
	copy(t.last[footerSize-len(b):], b)
}

// endsXZ says whether the input ends in the footer of an xz stream: a CRC32 of
// what follows, a size and flags, "YZ".
func (t *tail) endsXZ() bool {
	sum := crc32.ChecksumIEEE(t.last[4:10])
	return string(t.last[10:]) == "YZ" && binary.LittleEndian.Uint32(t.last[:4]) == sum
}
