package builtin

import (
	"bytes"
	"embed"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// blob writes an empty file of the type that the first bytes of the value are of:
// a pixel, a page, an archive of nothing. Nothing of the value passes, whatever
// stands behind those bytes, and nothing is unpacked. What is of no known type is
// not of this kind.
//
//   - placeholder: TYPE writes that type, whatever the value.
//   - size: class makes the file as long as the greatest power of two that the value
//     has bytes, up to 1 MiB, in places that its format leaves open.
//
// In a column of text, SVG is the one type there is.
type blobMasker struct {
	always *blobType // nil: what the value is
	class  bool
	text   bool // of text, the column
}

// A blobType is a type of file.
type blobType struct {
	name string
	is   func(v []byte) bool
	file []byte
	// pad appends the file with n bytes more, and fails where n is too few.
	pad func(dst, file []byte, n int) ([]byte, bool)
}

//go:generate go run ./placeholder/gen
//go:embed placeholder/empty.*
var placeholders embed.FS

// blobTypes are asked in their order: a document of an office is a zip too.
var blobTypes = readPlaceholders([]blobType{
	{name: "png", is: begins("\x89PNG\r\n\x1a\n"), pad: padPNG},
	{name: "jpg", is: begins("\xff\xd8\xff"), pad: padJPEG},
	{name: "gif", is: begins("GIF87a", "GIF89a"), pad: padGIF},
	{name: "webp", is: isWebP, pad: padWebP},
	{name: "bmp", is: isBMP, pad: padBMP},
	{name: "ico", is: isIcon, pad: padIcon},
	{name: "pdf", is: begins("%PDF-"), pad: padPDF},
	{name: "docx", is: holds("word/"), pad: padZip},
	{name: "xlsx", is: holds("xl/"), pad: padZip},
	{name: "pptx", is: holds("ppt/"), pad: padZip},
	{name: "odt", is: openDocument("text"), pad: padZip},
	{name: "ods", is: openDocument("spreadsheet"), pad: padZip},
	{name: "odp", is: openDocument("presentation"), pad: padZip},
	{name: "zip", is: begins("PK\x03\x04", "PK\x05\x06"), pad: padZip},
	{name: "gz", is: begins("\x1f\x8b\x08"), pad: padGzip},
	{name: "svg", is: isSVG, pad: padSVG},
})

func readPlaceholders(types []blobType) []blobType {
	for i := range types {
		file, err := placeholders.ReadFile("placeholder/empty." + types[i].name)
		if err != nil {
			panic(err) // a file of this repository
		}
		types[i].file = file
	}
	return types
}

// maxBlobClass bounds what size: class writes.
const maxBlobClass = 1 << 20

func blobFactory(b *mask.Build) (mask.Masker, error) {
	var m blobMasker
	name, err := b.String("placeholder", "")
	if err != nil {
		return nil, err
	}
	if name != "" {
		i := slices.IndexFunc(blobTypes, func(t blobType) bool { return t.name == name })
		if i < 0 {
			return nil, errors.New("placeholder: want " + blobNames())
		}
		m.always = &blobTypes[i]
	}
	size, err := b.String("size", "")
	if err != nil {
		return nil, err
	}
	if size != "" && size != "class" {
		return nil, errors.New("size: want class")
	}
	m.class = size != ""
	return m, nil
}

func blobNames() string {
	var names []string
	for i := range blobTypes {
		names = append(names, blobTypes[i].name)
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

func (m blobMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.text = c.Type.Kind == schema.Text
	if m.always == nil {
		return m, nil
	}
	if m.text && m.always.name != "svg" {
		return nil, &mask.Error{Err: mask.ErrType, Hint: "in a column of text, placeholder can be svg"}
	}
	if limit := bytesOf(c.Type); limit > 0 && len(m.always.file) > limit {
		return nil, &mask.Error{Err: mask.ErrWidth, Hint: "the placeholder has " + strconv.Itoa(len(m.always.file)) + " bytes and the column holds " + strconv.Itoa(limit)}
	}
	return m, nil
}

// bytesOf gives how many bytes a column holds; 0 if there is no limit.
func bytesOf(t schema.Type) int {
	if t.Kind == schema.Binary && t.Length > 0 {
		return t.Length
	}
	return t.Bytes
}

func (m blobMasker) Mask(out *mask.Out, in *mask.In) error {
	t := m.always
	if t == nil {
		i := slices.IndexFunc(blobTypes, func(t blobType) bool { return t.is(in.Value) })
		if i < 0 {
			return mask.ErrUnfit
		}
		t = &blobTypes[i]
	}
	if m.text && t.name != "svg" {
		return mask.ErrUnfit
	}
	if m.class {
		class := min(1<<bits.Len(uint(len(in.Value)>>1)), maxBlobClass)
		if n := class - len(t.file); n > 0 {
			if b, ok := t.pad(out.Begin(), t.file, n); ok {
				out.End(b)
				return nil
			}
		}
	}
	out.End(append(out.Begin(), t.file...))
	return nil
}

func (m blobMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "blob", Keying: mask.ByNothing, Output: mask.Output{Chars: m.longest(), Kinds: []schema.Kind{schema.Binary}}}
}

// longest is the length of the longest placeholder; that of size: class is longer
// only where the value is.
func (m blobMasker) longest() int {
	if m.always != nil {
		return len(m.always.file)
	}
	most := 0
	for i := range blobTypes {
		if t := &blobTypes[i]; !m.text || t.name == "svg" {
			most = max(most, len(t.file))
		}
	}
	return most
}

func begins(magic ...string) func(v []byte) bool {
	return func(v []byte) bool {
		return slices.ContainsFunc(magic, func(m string) bool { return len(v) >= len(m) && string(v[:len(m)]) == m })
	}
}

func isWebP(v []byte) bool {
	return len(v) >= 12 && string(v[:4]) == "RIFF" && string(v[8:12]) == "WEBP"
}

// isBMP looks at the size of the header too: two letters say little.
func isBMP(v []byte) bool {
	if len(v) < 18 || string(v[:2]) != "BM" || string(v[6:10]) != "\x00\x00\x00\x00" {
		return false
	}
	return slices.Contains([]uint32{12, 40, 52, 56, 64, 108, 124}, binary.LittleEndian.Uint32(v[14:]))
}

func isIcon(v []byte) bool {
	return len(v) >= 22 && string(v[:4]) == "\x00\x00\x01\x00" && (v[4] != 0 || v[5] != 0) && v[9] == 0
}

const localHeader = "PK\x03\x04"

// holds says whether a zip has a file in a folder.
func holds(folder string) func(v []byte) bool {
	const nameAt = 30
	return func(v []byte) bool {
		if !bytes.HasPrefix(v, []byte(localHeader)) {
			return false
		}
		for {
			i := bytes.Index(v, []byte(localHeader))
			if i < 0 || len(v)-i < nameAt {
				return false
			}
			if v = v[i+len(localHeader):]; bytes.HasPrefix(v[nameAt-len(localHeader):], []byte(folder)) {
				return true
			}
		}
	}
}

// openDocument says whether a zip begins with the type of a document, as
// OpenDocument has it.
func openDocument(kind string) func(v []byte) bool {
	const at = 30
	name := []byte("mimetypeapplication/vnd.oasis.opendocument." + kind)
	return func(v []byte) bool {
		return bytes.HasPrefix(v, []byte(localHeader)) && len(v) > at && bytes.HasPrefix(v[at:], name)
	}
}

// isSVG looks for the element at the beginning of what can be XML.
func isSVG(v []byte) bool {
	v = bytes.TrimLeft(bytes.TrimPrefix(v, []byte("\ufeff")), " \t\r\n")
	v = v[:min(len(v), 1024)]
	return bytes.HasPrefix(v, []byte("<svg")) ||
		(bytes.HasPrefix(v, []byte("<?xml")) || bytes.HasPrefix(v, []byte("<!"))) && bytes.Contains(v, []byte("<svg"))
}

// spaces appends n of them.
func spaces(dst []byte, n int) []byte { return fill(dst, n, ' ') }

func fill(dst []byte, n int, c byte) []byte {
	dst = slices.Grow(dst, n)
	for range n {
		dst = append(dst, c)
	}
	return dst
}

// insert appends the file with what write writes at a place in it.
func insert(dst, file []byte, at int, write func([]byte) []byte) []byte {
	return append(write(append(dst, file[:at]...)), file[at:]...)
}

// padPNG adds an ancillary chunk of its own behind the header.
func padPNG(dst, file []byte, n int) ([]byte, bool) {
	const overhead, header = 12, 33
	if n < overhead {
		return dst, false
	}
	return insert(dst, file, header, func(b []byte) []byte {
		b = binary.BigEndian.AppendUint32(b, uint32(n-overhead))
		from := len(b)
		b = fill(append(b, "paDd"...), n-overhead, 0)
		return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[from:]))
	}), true
}

// padJPEG adds comments behind the beginning.
func padJPEG(dst, file []byte, n int) ([]byte, bool) {
	const overhead, most = 4, 2 + 0xffff
	if n < overhead {
		return dst, false
	}
	return insert(dst, file, len("\xff\xd8"), func(b []byte) []byte {
		for n > 0 {
			m := min(n, most)
			if rest := n - m; 0 < rest && rest < overhead {
				m -= overhead
			}
			b = binary.BigEndian.AppendUint16(append(b, 0xff, 0xfe), uint16(m-2))
			b = spaces(b, m-overhead)
			n -= m
		}
		return b
	}), true
}

// padGIF adds a comment before the end.
func padGIF(dst, file []byte, n int) ([]byte, bool) {
	const overhead, most = 3, 256
	if n < overhead+2 {
		return dst, false
	}
	return insert(dst, file, len(file)-1, func(b []byte) []byte {
		b = append(b, 0x21, 0xfe)
		for n -= overhead; n > 0; {
			m := min(n, most)
			if n-m == 1 {
				m--
			}
			b = spaces(append(b, byte(m-1)), m-1)
			n -= m
		}
		return append(b, 0)
	}), true
}

// padWebP adds a chunk at the end.
func padWebP(dst, file []byte, n int) ([]byte, bool) {
	const overhead = 8
	if n < overhead || n%2 != 0 {
		return dst, false
	}
	at := len(dst)
	dst = binary.LittleEndian.AppendUint32(append(append(dst, file...), "PAD "...), uint32(n-overhead))
	dst = fill(dst, n-overhead, 0)
	add32(dst[at+4:], n)
	return dst, true
}

// add32 adds to a number.
func add32(b []byte, n int) {
	binary.LittleEndian.PutUint32(b, binary.LittleEndian.Uint32(b)+uint32(n))
}

// padBMP leaves a gap between the header and the pixels.
func padBMP(dst, file []byte, n int) ([]byte, bool) {
	const size, offset, header = 2, 10, 54
	at := len(dst)
	dst = insert(dst, file, header, func(b []byte) []byte { return fill(b, n, 0) })
	add32(dst[at+size:], n)
	add32(dst[at+offset:], n)
	return dst, true
}

// padIcon leaves one between the directory and the picture.
func padIcon(dst, file []byte, n int) ([]byte, bool) {
	const offset, directory = 18, 22
	at := len(dst)
	dst = insert(dst, file, directory, func(b []byte) []byte { return fill(b, n, 0) })
	add32(dst[at+offset:], n)
	return dst, true
}

// padPDF adds lines of comment behind the objects.
func padPDF(dst, file []byte, n int) ([]byte, bool) {
	const width, digits = 128, 10
	start := bytes.Index(file, []byte("xref\n"))
	at := bytes.LastIndex(file, []byte("startxref\n")) + len("startxref\n")
	if n < 2 {
		return dst, false
	}
	dst = insert(dst, file[:at], start, func(b []byte) []byte {
		for rest := n; rest > 0; {
			m := min(rest, width)
			if rest-m == 1 {
				m--
			}
			b = append(spaces(append(b, '%'), m-2), '\n')
			rest -= m
		}
		return b
	})
	number := strconv.Itoa(start + n)
	dst = append(fill(dst, digits-len(number), '0'), number...)
	return append(dst, file[at+digits:]...), true
}

// padZip leaves a gap between the files and the directory.
func padZip(dst, file []byte, n int) ([]byte, bool) {
	const end, offset = 22, 16
	at := len(dst)
	directory := binary.LittleEndian.Uint32(file[len(file)-end+offset:])
	dst = insert(dst, file, int(directory), func(b []byte) []byte { return fill(b, n, 0) })
	add32(dst[at+len(file)+n-end+offset:], n)
	return dst, true
}

// padGzip adds members of nothing, whose headers have an extra field.
func padGzip(dst, file []byte, n int) ([]byte, bool) {
	const header, flags = 10, 3
	overhead := len(file) + 2
	if n < overhead {
		return dst, false
	}
	dst = append(dst, file...)
	for n > 0 {
		m := min(n, overhead+0xffff)
		if rest := n - m; 0 < rest && rest < overhead {
			m -= overhead
		}
		at := len(dst)
		dst = insert(dst, file, header, func(b []byte) []byte {
			b = binary.LittleEndian.AppendUint16(b, uint16(m-overhead))
			return fill(b, m-overhead, 0)
		})
		dst[at+flags] |= 4
		n -= m
	}
	return dst, true
}

// padSVG adds spaces.
func padSVG(dst, file []byte, n int) ([]byte, bool) {
	return spaces(append(dst, file...), n), true
}
