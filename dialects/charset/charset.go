// Package charset knows the character sets that dumps declare: which of their
// bytes a lexer must keep together, and how a replaced value is decoded and
// encoded.
//
// Only values that are replaced pass through here. Text that stays is never
// transcoded: 398 codes of CP932 do not survive the way to Unicode and back.
package charset

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/internal/lex"
)

// A Charset is one character set. It is immutable and safe for concurrent use.
type Charset struct {
	name string
	// multibyte is set where a lexer must know pairs of bytes.
	multibyte *lex.Multibyte
	form      form
	enc       encoding.Encoding // for form coded
	fold      bool              // encode characters that CP932 has under another code point
	jis       bool              // decode them under the code point that JIS gives them
	more      func() *extension // what enc lacks; nil: nothing
	narrow    bool              // lacks what enc writes otherwise than in pairs of multibyte
	wide      bool              // ASCII takes more than a byte; coding has state
	decode    transform.Transformer
	encode    transform.Transformer
}

type form uint8

const (
	utf8Any  form = iota // UTF-8
	utf8BMP              // UTF-8 of at most three bytes: MySQL's utf8mb3
	ascii                // ASCII; anything else is invalid
	rawBytes             // no text at all: MySQL's binary
	unknown              // only its ASCII is known
	coded                // by enc
)

// Character sets under the names of MySQL and MariaDB, and of PostgreSQL where
// it has its own. PostgreSQL's SQL_ASCII says that the server does not know:
// only ASCII can be masked there, and --charset tells more.
var sets = map[string]*Charset{
	"utf8mb4": {form: utf8Any},
	"utf8mb3": {form: utf8BMP},
	"ascii":   {form: ascii},
	"binary":  {form: rawBytes},
	// MySQL's latin1 is Windows-1252 with the five holes filled by C1 controls.
	"latin1":     {form: coded, enc: charmap.Windows1252},
	"iso-8859-1": {form: coded, enc: charmap.ISO8859_1},
	"latin2":     {form: coded, enc: charmap.ISO8859_2},
	"latin5":     {form: coded, enc: charmap.ISO8859_9},
	"latin7":     {form: coded, enc: charmap.ISO8859_13},
	"latin9":     {form: coded, enc: charmap.ISO8859_15},
	"greek":      {form: coded, enc: charmap.ISO8859_7},
	"hebrew":     {form: coded, enc: charmap.ISO8859_8},
	"koi8r":      {form: coded, enc: charmap.KOI8R},
	"koi8u":      {form: coded, enc: charmap.KOI8U},
	"cp1250":     {form: coded, enc: charmap.Windows1250},
	"cp1251":     {form: coded, enc: charmap.Windows1251},
	"cp1253":     {form: coded, enc: charmap.Windows1253},
	"cp1254":     {form: coded, enc: charmap.Windows1254},
	"cp1255":     {form: coded, enc: charmap.Windows1255},
	"cp1256":     {form: coded, enc: charmap.Windows1256},
	"cp1257":     {form: coded, enc: charmap.Windows1257},
	"cp1258":     {form: coded, enc: charmap.Windows1258},
	"cp850":      {form: coded, enc: charmap.CodePage850},
	"cp852":      {form: coded, enc: charmap.CodePage852},
	"cp866":      {form: coded, enc: charmap.CodePage866},
	"macroman":   {form: coded, enc: charmap.Macintosh},
	"tis620":     {form: coded, enc: charmap.Windows874},
	"cp932":      {form: coded, enc: japanese.ShiftJIS, multibyte: lex.CP932, fold: true, more: extendedCP932},
	"sjis":       {form: coded, enc: japanese.ShiftJIS, multibyte: lex.CP932, fold: true, jis: true},
	"eucjpms":    {form: coded, enc: japanese.EUCJP, fold: true, more: extendedEUCJP},
	"ujis":       {form: coded, enc: japanese.EUCJP, fold: true, jis: true, more: extendedEUCJP},
	"gb2312":     {form: coded, enc: simplifiedchinese.GBK, multibyte: lex.GB2312, narrow: true},
	"gbk":        {form: coded, enc: simplifiedchinese.GBK, multibyte: lex.GBK},
	"gb18030":    {form: coded, enc: simplifiedchinese.GB18030, multibyte: lex.GB18030},
	"big5":       {form: coded, enc: traditionalchinese.Big5, multibyte: lex.Big5, narrow: true},
	"euckr":      {form: coded, enc: korean.EUCKR},
	"uhc":        {form: coded, enc: korean.EUCKR, multibyte: lex.UHC},
	"utf16":      {form: coded, wide: true, enc: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	"utf16le":    {form: coded, wide: true, enc: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	"utf32":      {form: coded, wide: true, enc: utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
}

// aliases are the other names of a set, in lower case, without - and _.
var aliases = map[string]string{
	"utf8": "utf8mb4", "unicode": "utf8mb4",
	"usascii": "ascii", "sqlascii": "ascii",
	"iso88591": "iso-8859-1", "iso88592": "latin2", "iso88597": "greek", "iso88598": "hebrew", "iso88599": "latin5", "iso885915": "latin9",
	"iso885913": "latin7", "windows1250": "cp1250", "windows1251": "cp1251", "windows1252": "latin1", "cp1252": "latin1", "win1250": "cp1250",
	"win1251": "cp1251", "win1252": "latin1", "win1253": "cp1253", "win1254": "cp1254", "win1255": "cp1255", "win1256": "cp1256",
	"win1257": "cp1257", "win1258": "cp1258", "win866": "cp866", "win874": "tis620", "koi8": "koi8r",
	"shiftjis": "cp932", "mskanji": "cp932", "win932": "cp932", "windows932": "cp932", "windows31j": "cp932", "shiftjis2004": "cp932",
	"eucjp": "eucjpms", "eucjis2004": "eucjpms",
	"euccn": "gb2312", "windows936": "gbk", "win936": "gbk", "cp936": "gbk",
	"windows950": "big5", "win950": "big5", "cp950": "big5",
	"euckr": "euckr", "cp949": "uhc", "windows949": "uhc", "win949": "uhc",
	"ucs2": "utf16", "utf16be": "utf16",
}

func init() {
	for name, c := range sets {
		c.name = name
		if c.form == coded && !c.wide {
			c.decode, c.encode = c.enc.NewDecoder().Transformer, c.enc.NewEncoder().Transformer
		}
	}
}

// Unknown stands for a set that is not known: nothing but its ASCII can be masked.
var Unknown = &Charset{name: "unknown", form: unknown}

// UTF8 is the set that is assumed where a dump declares none.
var UTF8 = sets["utf8mb4"]

// plainName takes out what the spellings of one name differ in.
var plainName = strings.NewReplacer("-", "", "_", "")

// Lookup finds a character set by any of its usual names, without case. It
// gives nil for a name that it does not know.
func Lookup(name string) *Charset {
	name = strings.ToLower(name)
	if c := sets[name]; c != nil {
		return c
	}
	key := plainName.Replace(name)
	if c := sets[key]; c != nil {
		return c
	}
	return sets[aliases[key]]
}

// MySQL finds a set under its MySQL name, where "utf8" has three bytes at most.
func MySQL(name string) *Charset {
	if strings.EqualFold(name, "utf8") {
		return sets["utf8mb3"]
	}
	return Lookup(name)
}

// Postgres finds a set under its PostgreSQL name, where LATIN1 is ISO 8859-1 and
// SJIS is Windows's.
func Postgres(name string) *Charset {
	switch strings.ToLower(name) {
	case "latin1":
		return sets["iso-8859-1"]
	case "sjis":
		return sets["cp932"]
	}
	return Lookup(name)
}

// Name is the set's name as MySQL writes it.
func (c *Charset) Name() string { return c.name }

// Multibyte is the table of lead and trail bytes, or nil where an ASCII byte
// always is itself.
func (c *Charset) Multibyte() *lex.Multibyte {
	if c == nil {
		return nil
	}
	return c.multibyte
}

// Binary says that the set holds bytes and no text.
func (c *Charset) Binary() bool { return c.form == rawBytes }

// IsUTF8 says whether decoding leaves bytes as they are.
func (c *Charset) IsUTF8() bool { return c.form == utf8Any || c.form == utf8BMP }

// DecodeFrom turns dst[from:] into UTF-8, in its place. A nil set leaves it as it is.
func (c *Charset) DecodeFrom(dst []byte, from int) ([]byte, error) {
	if c == nil {
		return dst, nil
	}
	raw := len(dst)
	dst, err := c.Decode(dst, dst[from:])
	if err != nil {
		return dst[:from], err
	}
	return dst[:from+copy(dst[from:], dst[raw:])], nil
}

// Decode appends text in UTF-8. It fails with dialects.ErrCharset if text is
// not valid in the set.
func (c *Charset) Decode(dst, text []byte) ([]byte, error) {
	switch c.form {
	case utf8Any, utf8BMP:
		if !utf8.Valid(text) {
			return dst, dialects.ErrCharset
		}
		return append(dst, text...), nil
	case ascii:
		if !isASCII(text) {
			return dst, dialects.ErrCharset
		}
		return append(dst, text...), nil
	case rawBytes:
		return append(dst, text...), nil
	case unknown:
		if !isASCII(text) {
			return dst, dialects.ErrNoCharset
		}
		return append(dst, text...), nil
	case coded:
	}
	if c.enc == charmap.Windows1252 {
		return decodeLatin1(dst, text), nil
	}
	from := len(dst)
	t := c.decode
	if c.wide {
		t = c.enc.NewDecoder().Transformer
	}
	var err error
	if c.more != nil {
		dst, err = c.more().decode(t, dst, text)
	} else {
		dst, err = apply(t, dst, text)
	}
	// A decoder writes U+FFFD for what it cannot read; no set but the Unicode
	// ones has that character.
	if err != nil || bytes.Contains(dst[from:], replacement) {
		return dst[:from], dialects.ErrCharset
	}
	if c.jis {
		dst = append(dst[:from], mapTwins(dst[from:], jisTwins)...)
	}
	return dst, nil
}

var replacement = []byte(string(utf8.RuneError))

// Encode appends text, which is UTF-8, in the set. It fails with
// dialects.ErrEncode if the set lacks a character.
func (c *Charset) Encode(dst, text []byte) ([]byte, error) {
	if c.form != rawBytes && isASCII(text) && !c.wide {
		return append(dst, text...), nil
	}
	switch c.form {
	case utf8Any:
		return append(dst, text...), nil
	case utf8BMP:
		for _, b := range text {
			if b >= 0xf0 {
				return dst, dialects.ErrEncode
			}
		}
		return append(dst, text...), nil
	case rawBytes:
		return append(dst, text...), nil
	case ascii, unknown:
		return dst, dialects.ErrEncode
	case coded:
	}
	if c.enc == charmap.Windows1252 {
		return encodeLatin1(dst, text)
	}
	if c.fold {
		text = mapTwins(text, cp932Twins)
	}
	from := len(dst)
	t := c.encode
	if c.wide {
		t = c.enc.NewEncoder().Transformer
	}
	var err error
	if c.more != nil {
		dst, err = c.more().encode(t, dst, text)
	} else {
		dst, err = apply(t, dst, text)
	}
	if err != nil || c.narrow && !c.inPairs(dst[from:]) {
		return dst[:from], dialects.ErrEncode
	}
	return dst, nil
}

// apply runs a transformer over src, growing dst as needed.
func apply(t transform.Transformer, dst, src []byte) ([]byte, error) {
	dst = grow(dst, 2*len(src)+8)
	for {
		n, m, err := t.Transform(dst[len(dst):cap(dst)], src, true)
		dst, src = dst[:len(dst)+n], src[m:]
		if !errors.Is(err, transform.ErrShortDst) {
			return dst, err
		}
		dst = grow(dst, 2*cap(dst)+8)
	}
}

func grow(b []byte, n int) []byte {
	if cap(b)-len(b) >= n {
		return b
	}
	return append(make([]byte, 0, len(b)+n), b...)
}

// inPairs says whether all bytes beyond ASCII belong to pairs of multibyte.
func (c *Charset) inPairs(b []byte) bool {
	for i := 0; i < len(b); i++ {
		if b[i] < utf8.RuneSelf {
			continue
		}
		if c.multibyte.Len(b, i) != 2 {
			return false
		}
		i++
	}
	return true
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decodeLatin1 reads MySQL's latin1, in which every byte is a character.
func decodeLatin1(dst, text []byte) []byte {
	for _, b := range text {
		r := charmap.Windows1252.DecodeByte(b)
		if r == utf8.RuneError {
			r = rune(b)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

func encodeLatin1(dst, text []byte) ([]byte, error) {
	from := len(dst)
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		text = text[n:]
		b, ok := charmap.Windows1252.EncodeRune(r)
		if !ok {
			if r < 0x80 || r > 0x9f {
				return dst[:from], dialects.ErrEncode
			}
			b = byte(r)
		}
		dst = append(dst, b)
	}
	return dst, nil
}

// cp932Twins are characters that Windows maps to the full-width form of what
// JIS X 0208 means; the encoders know only that form.
var cp932Twins = map[rune]rune{
	'〜': '～', '−': '－', '‖': '∥', '¢': '￠', '£': '￡', '¬': '￢', '—': '―', '¦': '￤',
}

// jisTwins are the same, seen from the other side.
var jisTwins = map[rune]rune{
	'～': '〜', '－': '−', '∥': '‖', '￠': '¢', '￡': '£', '￢': '¬', '￤': '¦',
}

// mapTwins gives text with its twins replaced. Without any it makes no copy.
func mapTwins(text []byte, twins map[rune]rune) []byte {
	for i, r := range string(text) { // no copy is made for this loop
		if _, ok := twins[r]; ok {
			return append(bytes.Clone(text[:i]), bytes.Map(func(r rune) rune {
				if t, ok := twins[r]; ok {
					return t
				}
				return r
			}, text[i:])...)
		}
	}
	return text
}
