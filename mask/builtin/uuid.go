package builtin

import (
	"encoding/hex"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// uuid replaces a UUID by one of the same version and spelling (case, hyphens,
// braces, urn:uuid:). 122 bits or more are drawn, so no two get one fake but by a chance below
// 2⁻⁶⁴ for any table that exists. The nil and the max UUID of RFC 9562 stay. A
// column of 16 bytes has the bytes themselves.
type uuidMasker struct{ binary bool }

func uuidFactory(*mask.Build) (mask.Masker, error) { return uuidMasker{}, nil }

func (m uuidMasker) Bind(c *schema.Column) (mask.Masker, error) {
	if c.Type.Kind == schema.Binary {
		if c.Type.Length > 0 && c.Type.Length < 16 {
			return nil, &mask.Error{Err: mask.ErrType, Hint: "a UUID has 16 bytes"}
		}
		return uuidMasker{binary: true}, nil
	}
	return m, nil
}

func (m uuidMasker) Mask(out *mask.Out, in *mask.In) error {
	var u uuid
	var ok bool
	if m.binary {
		if ok = len(in.Value) == 16; ok {
			u.bytes = [16]byte(in.Value)
		}
	} else {
		u, ok = parseUUID(in.Value)
	}
	if !ok {
		return mask.ErrUnfit
	}
	if u.bytes == ([16]byte{}) || u.bytes == maxUUID {
		out.Keep()
		return nil
	}
	version, variant := u.bytes[6]&0xf0, u.bytes[8]&0xc0
	u.bytes = in.Seed().Sub("uuid")
	u.bytes[6] = version | u.bytes[6]&0x0f
	u.bytes[8] = variant | u.bytes[8]&0x3f
	if m.binary {
		out.End(append(out.Begin(), u.bytes[:]...))
		return nil
	}
	out.End(u.appendLike(out.Begin(), in.Value))
	return nil
}

func (m uuidMasker) Spec() mask.Spec {
	s := mask.Spec{
		Kind: "uuid", Distinct: mask.Budgeted, Canonical: canonicalUUID,
		Output: mask.Output{Kinds: []schema.Kind{schema.UUID, schema.Binary}},
	}
	return s
}

var maxUUID = [16]byte{255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255}

// A uuid is a parsed UUID and where its digits stand in the text.
type uuid struct{ bytes [16]byte }

// parseUUID reads 32 hexadecimal digits with hyphens in the usual places or
// none, in braces or behind urn:uuid: or neither.
func parseUUID(v []byte) (uuid, bool) {
	var u uuid
	if len(v) > 9 && equalFold(v[:9], "urn:uuid:") {
		v = v[9:]
	}
	if len(v) > 2 && v[0] == '{' && v[len(v)-1] == '}' {
		v = v[1 : len(v)-1]
	}
	switch len(v) {
	case 32:
		_, err := hex.Decode(u.bytes[:], v)
		return u, err == nil
	case 36:
		if v[8] != '-' || v[13] != '-' || v[18] != '-' || v[23] != '-' {
			return u, false
		}
		var d [32]byte
		n := copy(d[:], v[:8])
		n += copy(d[n:], v[9:13])
		n += copy(d[n:], v[14:18])
		n += copy(d[n:], v[19:23])
		copy(d[n:], v[24:])
		_, err := hex.Decode(u.bytes[:], d[:])
		return u, err == nil
	}
	return u, false
}

// appendLike writes the UUID with the spelling of v, which is one.
func (u uuid) appendLike(dst, v []byte) []byte {
	from := 0
	if len(v) > 9 && v[8] == ':' {
		dst, from = append(dst, v[:9]...), 9
	}
	big := false
	for _, c := range v[from:] {
		big = big || 'A' <= c && c <= 'F'
	}
	table := digits + "abcdef"
	if big {
		table = digits + "ABCDEF"
	}
	n := 0
	for _, c := range v[from:] {
		if c == '-' || c == '{' || c == '}' {
			dst = append(dst, c)
			continue
		}
		b := u.bytes[n/2]
		if n%2 == 0 {
			b >>= 4
		}
		dst = append(dst, table[b&15])
		n++
	}
	return dst
}

// canonicalUUID is the 16 bytes, or the value itself if it is no UUID.
func canonicalUUID(dst, v []byte) []byte {
	if u, ok := parseUUID(v); ok {
		return append(dst, u.bytes[:]...)
	}
	return append(dst, v...)
}

func equalFold(b []byte, lower string) bool {
	for i := range b {
		c := b[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
