package risk

import (
	"bytes"
	"crypto/md5"  //nolint:gosec // G501: what somebody else may have used
	"crypto/sha1" //nolint:gosec // G505: the same
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash/maphash"
	"slices"
	"unicode/utf8"

	"github.com/migawari-dev/migawari/mask"
)

// seed is that of the run's hashes; it is nowhere written.
var seed = maphash.MakeSeed()

// A column is a masked one.
type column struct {
	Column
	at      int
	lengths correlation
	equal   int64
	before  top // of the raw values, with their fakes
	after   top // of the fakes
	undone  [len(undos)]int64
}

// row takes a value and its fake.
func (c *column) row(raw, masked []byte) {
	if raw == nil {
		return
	}
	c.Values++
	if masked == nil {
		return
	}
	r, m := maphash.Bytes(seed, raw), maphash.Bytes(seed, masked)
	c.before.add(r, m)
	c.after.add(m, r)
	c.lengths.add(float64(utf8.RuneCount(raw)), float64(utf8.RuneCount(masked)))
	if utf8.RuneCount(raw) == utf8.RuneCount(masked) {
		c.equal++
	}
	if r == m {
		c.Same++
		return
	}
	for i := range undos {
		if undos[i].is(raw, masked) {
			c.undone[i]++
			return
		}
	}
}

// undos are what anybody can do to a dictionary of raw values.
var undos = [...]struct {
	name string
	is   func(raw, masked []byte) bool
}{
	{"case", func(raw, masked []byte) bool { return len(raw) == len(masked) && bytes.EqualFold(raw, masked) }},
	{"reversed", reversed},
	{"rot13", func(raw, masked []byte) bool {
		return len(raw) == len(masked) && letters(raw) && bytes.Equal(rot13(raw), masked)
	}},
	{"hex", func(raw, masked []byte) bool {
		return len(masked) == 2*len(raw) && bytes.EqualFold(hex.AppendEncode(nil, raw), masked)
	}},
	{"base64", func(raw, masked []byte) bool {
		trimmed := bytes.TrimRight(masked, "=")
		return len(trimmed) == base64.RawStdEncoding.EncodedLen(len(raw)) &&
			(string(trimmed) == base64.RawStdEncoding.EncodeToString(raw) || string(trimmed) == base64.RawURLEncoding.EncodeToString(raw))
	}},
	{"md5", hashed(func(b []byte) []byte { s := md5.Sum(b); return s[:] }, md5.Size)},    //nolint:gosec // G401: the same
	{"sha1", hashed(func(b []byte) []byte { s := sha1.Sum(b); return s[:] }, sha1.Size)}, //nolint:gosec // G401: the same
	{"sha256", hashed(func(b []byte) []byte { s := sha256.Sum256(b); return s[:] }, sha256.Size)},
	{"sha512", hashed(func(b []byte) []byte { s := sha512.Sum512(b); return s[:] }, sha512.Size)},
}

// hashed says whether a fake is a hash of its value, or of that in small letters, in one of
// the ways in which hashes are written.
func hashed(sum func([]byte) []byte, size int) func(raw, masked []byte) bool {
	return func(raw, masked []byte) bool {
		var got []byte
		switch len(masked) {
		case size:
			got = masked
		case 2 * size:
			got, _ = hex.AppendDecode(nil, masked)
		case base64.StdEncoding.EncodedLen(size):
			got, _ = base64.StdEncoding.AppendDecode(nil, masked)
		}
		if len(got) != size {
			return false
		}
		return bytes.Equal(sum(raw), got) || bytes.Equal(sum(bytes.ToLower(raw)), got)
	}
}

func reversed(raw, masked []byte) bool {
	if len(raw) != len(masked) || len(raw) < 2 {
		return false
	}
	turned := []rune(string(raw))
	slices.Reverse(turned)
	return string(turned) == string(masked)
}

func letters(b []byte) bool {
	return bytes.ContainsFunc(b, func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' })
}

func rot13(b []byte) []byte {
	return bytes.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, b)
}

// mostRanked is how many of the most frequent values are ranked, and mostGuessed how many
// of them an attacker would try.
const (
	mostRanked  = 100
	mostGuessed = 10
)

func (c *column) report() Column {
	out := c.Column
	out.Table, out.Column = mask.Printable(out.Table), mask.Printable(out.Column)
	out.Length, out.SameLength = c.lengths.value(), share(c.equal, c.Values)
	most := int64(0)
	for i, n := range c.undone {
		out.Undone += n
		if n > most {
			most, out.By = n, undos[i].name
		}
	}
	var before, after []int64
	for _, v := range c.before.sorted(mostRanked) {
		before, after = append(before, c.before.of[v].n), append(after, c.after.count(c.before.of[v].beside))
	}
	if len(before) >= 3 {
		var r correlation
		x, y := ranks(before), ranks(after)
		for i := range x {
			r.add(x[i], y[i])
		}
		out.Rank = r.value()
	}
	fakes := c.after.sorted(mostGuessed)
	var right int64
	for i, v := range c.before.sorted(mostGuessed) {
		if o := c.before.of[v]; i < len(fakes) && o.beside == fakes[i] {
			right += o.weight
		}
	}
	out.Guessed = share(right, c.Values)
	return out
}
