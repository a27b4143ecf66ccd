package mask

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"hash"
)

// An inputDigest is a keyed hash of all that a run has read, which can be many GB: so its
// pieces have GMAC (NIST SP 800-38D), which takes a sixth of the time of SHA-256 where the
// processor has instructions for both. What comes of the pieces is shown to nobody but
// HMAC-SHA256, whose sum is the digest:
//
//	K1, K2   = 32 bytes each of HKDF, with the label of the input
//	piece i  = bytes i·64Ki and on, up to 64Ki of them
//	tag i    = GMAC(AES-256 with K1, i as 12 bytes, piece i), 16 bytes
//	digest   = HMAC-SHA256(K2, tag 0 … tag n-1, the length of the input as 8 bytes)
//
// Numbers have their greatest byte first. Without the key, nobody can try inputs until one
// fits, nor find two of one digest. Who has the key can, but has the input, too.
type inputDigest struct {
	gcm    cipher.AEAD
	sum    hash.Hash
	piece  []byte // what has come of the next
	number uint64 // of the next
	tag    []byte
	nonce  [12]byte
}

const digestPiece = 64 << 10

// input hashes the input of a run, so that who holds the key can tell it again.
func (k Key) input() hash.Hash {
	keys := k.derive(labelInput, "", "", 64)
	gcm, err := cipher.NewGCM(newAES(keys[:32]))
	if err != nil {
		panic("mask: internal error: GCM refused AES")
	}
	return &inputDigest{gcm: gcm, sum: hmac.New(sha256.New, keys[32:]), tag: make([]byte, 0, gcm.Overhead())}
}

// Write implements [hash.Hash]. It never fails.
func (d *inputDigest) Write(b []byte) (int, error) {
	n := len(b)
	if len(d.piece) > 0 {
		some := min(len(b), digestPiece-len(d.piece))
		d.piece = append(d.piece, b[:some]...)
		if b = b[some:]; len(d.piece) < digestPiece {
			return n, nil
		}
		d.sum.Write(d.tagOf(d.piece))
		d.number++
		d.piece = d.piece[:0]
	}
	for ; len(b) >= digestPiece; b = b[digestPiece:] {
		d.sum.Write(d.tagOf(b[:digestPiece]))
		d.number++
	}
	d.piece = append(d.piece, b...)
	return n, nil
}

// tagOf is that of the next piece.
func (d *inputDigest) tagOf(piece []byte) []byte {
	binary.BigEndian.PutUint64(d.nonce[4:], d.number)
	return d.gcm.Seal(d.tag, d.nonce[:], nil, piece)
}

// Sum implements [hash.Hash].
func (d *inputDigest) Sum(b []byte) []byte {
	sum, err := d.sum.(hash.Cloner).Clone()
	if err != nil {
		panic("mask: internal error: HMAC cannot be cloned") // that of SHA-256 can
	}
	if len(d.piece) > 0 {
		_, _ = sum.Write(d.tagOf(d.piece)) // no hash fails, here and below
	}
	_, _ = sum.Write(binary.BigEndian.AppendUint64(nil, d.number*digestPiece+uint64(len(d.piece))))
	return sum.Sum(b)
}

// Reset, Size and BlockSize implement [hash.Hash].
func (d *inputDigest) Reset()         { d.sum.Reset(); d.piece, d.number = d.piece[:0], 0 }
func (d *inputDigest) Size() int      { return sha256.Size }
func (d *inputDigest) BlockSize() int { return digestPiece }
