package lex

// A Multibyte knows the character sets whose trail bytes can be ASCII: in
// CP932 the kanji 表 is 95 5C, and the 5C is no backslash. In other sets (UTF-8,
// EUC, ISO 8859) an ASCII byte is always itself, and the lexer needs no table.
type Multibyte struct {
	lead, trail [256]bool
}

type byteRange struct{ from, to byte }

func newMultibyte(lead, trail []byteRange) *Multibyte {
	m := new(Multibyte)
	for _, r := range lead {
		for c := int(r.from); c <= int(r.to); c++ {
			m.lead[c] = true
		}
	}
	for _, r := range trail {
		for c := int(r.from); c <= int(r.to); c++ {
			m.trail[c] = true
		}
	}
	return m
}

// Character sets with ASCII trail bytes. A lead byte before a byte that is no
// trail stands alone, as the servers have it. The four bytes of a GB18030
// character are two pairs here, which cuts no text differently.
var (
	CP932   = newMultibyte([]byteRange{{0x81, 0x9f}, {0xe0, 0xfc}}, []byteRange{{0x40, 0x7e}, {0x80, 0xfc}})
	GB2312  = newMultibyte([]byteRange{{0xa1, 0xf7}}, []byteRange{{0xa1, 0xfe}}) // none of ASCII; for what GBK has beyond it
	GBK     = newMultibyte([]byteRange{{0x81, 0xfe}}, []byteRange{{0x40, 0x7e}, {0x80, 0xfe}})
	GB18030 = newMultibyte([]byteRange{{0x81, 0xfe}}, []byteRange{{0x30, 0x39}, {0x40, 0x7e}, {0x80, 0xfe}})
	Big5    = newMultibyte([]byteRange{{0xa1, 0xf9}}, []byteRange{{0x40, 0x7e}, {0xa1, 0xfe}})
	UHC     = newMultibyte([]byteRange{{0x81, 0xfe}}, []byteRange{{0x41, 0x5a}, {0x61, 0x7a}, {0x81, 0xfe}})
	JOHAB   = newMultibyte([]byteRange{{0x84, 0xf9}}, []byteRange{{0x31, 0x7e}, {0x80, 0xfe}})
)

// Lead says that c begins a character of two bytes if a trail byte follows.
func (m *Multibyte) Lead(c byte) bool { return m != nil && m.lead[c] }

// Len is the number of bytes of the character at b[i]: 1 or 2.
func (m *Multibyte) Len(b []byte, i int) int {
	if m != nil && m.lead[b[i]] && i+1 < len(b) && m.trail[b[i+1]] {
		return 2
	}
	return 1
}
