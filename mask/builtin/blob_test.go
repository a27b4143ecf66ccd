package builtin

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// canary stands in every value, behind the first bytes of its type.
const canary = "canary <script>alert(1)</script>"

// zipped is a zip with files of some names.
func zipped(t testing.TB, names ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, n := range names {
		h := &zip.FileHeader{Name: n, Method: zip.Store}
		f, err := w.CreateHeader(h)
		require.NoError(t, err)
		_, err = io.WriteString(f, canary)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String()
}

// blobs are values by what they look like.
func blobs(t testing.TB) map[string][]string {
	document := func(kind string) string {
		return "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetypeapplication/vnd.oasis.opendocument." + kind + canary
	}
	return map[string][]string{
		"png":  {"\x89PNG\r\n\x1a\n" + canary},
		"jpg":  {"\xff\xd8\xff\xe0" + canary, "\xff\xd8\xff\xdb" + canary},
		"gif":  {"GIF87a" + canary, "GIF89a" + canary},
		"webp": {"RIFF\x00\x00\x00\x00WEBPVP8 " + canary},
		"bmp":  {"BM\x00\x00\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00" + canary},
		"ico":  {"\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00\x01\x00" + canary},
		"pdf":  {"%PDF-1.7\n" + canary},
		"zip":  {zipped(t, "a.txt", "xls/word.txt"), zipped(t), "PK\x03\x04", "PK\x03\x04" + canary, "PK\x03\x04word/" + canary},
		"gz":   {"\x1f\x8b\x08" + canary},
		"docx": {zipped(t, "[Content_Types].xml", "word/document.xml"), zipped(t, "[Content_Types].xml", "docProps/app.xml", "word/document2.xml")},
		"xlsx": {zipped(t, "[Content_Types].xml", "xl/workbook.xml")},
		"pptx": {zipped(t, "ppt/presentation.xml")},
		"odt":  {document("text"), document("text-template")}, "ods": {document("spreadsheet")}, "odp": {document("presentation")},
		"svg": {"<svg>" + canary, "<?xml version='1.0'?>\n<!-- x --><svg>" + canary, "\ufeff <!DOCTYPE svg><svg>" + canary},
	}
}

// TestBlobTypes: what a value looks like is what takes its place, and nothing of
// the value passes.
func TestBlobTypes(t *testing.T) {
	all := blobs(t)
	for i := range blobTypes {
		typ := &blobTypes[i]
		require.NotEmpty(t, all[typ.name])
		for _, v := range all[typ.name] {
			require.Equal(t, string(typ.file), fakes(t, rule("blob"), v)[0], typ.name)
			for range 9 {
				v += v
			}
			f := fakes(t, rule("blob", "size", "class"), v)[0]
			require.NotContains(t, f, "canary")
			require.True(t, typ.is([]byte(f)), typ.name)
			require.Equal(t, string(typ.file), fakes(t, rule("blob", "placeholder", typ.name), canary)[0], "whatever the value")
		}
		require.True(t, typ.is(typ.file), "%s is of its own type", typ.name)
	}
	for _, v := range []string{"x", "GIF", "BM is a text", "RIFF\x00\x00\x00\x00WAVE", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "<html><svg>", "\x00\x00\x01\x00", "PK", "\x00\x00\x00\x18ftypmp42"} {
		_, err := one(t, rule("blob"), 1, v)
		require.ErrorIs(t, err, mask.ErrUnfit, "%q", v)
	}
	other := rule("blob")
	other.Else = &mask.Rule{Mask: "blob", Params: map[string]any{"placeholder": "zip"}}
	require.True(t, strings.HasPrefix(fakes(t, other, "x")[0], "PK"))
}

// TestBlobFiles: what is written opens, at any length.
func TestBlobFiles(t *testing.T) {
	for i := range blobTypes {
		typ := &blobTypes[i]
		require.NoError(t, opens(typ.name, typ.file), typ.name)
		padded := 0
		for _, n := range []int{1, 2, 3, 4, 5, 8, 11, 12, 13, 21, 22, 23, 100, 258, 259, 260, 511, 512, 513, 65535, 65536, 65537, 65538, 65541, 65557, 65558, 65559, 131072, 200001, maxBlobClass} {
			b, ok := typ.pad([]byte("x"), typ.file, n)
			if !ok {
				require.True(t, n < 23 || n%2 == 1 && typ.name == "webp", "%s has no place for %d bytes", typ.name, n)
				continue
			}
			require.Len(t, b, 1+len(typ.file)+n, "%s with %d bytes", typ.name, n)
			require.NoError(t, opens(typ.name, b[1:]), "%s with %d bytes", typ.name, n)
			padded++
		}
		require.Greater(t, padded, 10, typ.name)
	}
}

// TestBlobClass: a file is as long as the greatest power of two in its value, and
// never longer than both value and placeholder.
func TestBlobClass(t *testing.T) {
	for n, want := range map[int]int{12: 71, 71: 71, 127: 71, 128: 128, 1000: 512, 1023: 512, 1024: 1024, 70000: 65536, 3 << 20: maxBlobClass} {
		v := "\x89PNG\r\n\x1a\n" + strings.Repeat("x", n-8)
		require.Len(t, fakes(t, rule("blob", "size", "class"), v)[0], want, "of %d", n)
	}
}

// TestBlobBind: a placeholder that the column cannot hold stops before the first row.
func TestBlobBind(t *testing.T) {
	png := rule("blob", "placeholder", "png")
	require.NoError(t, bind(t, png, schema.Type{Kind: schema.Binary, Name: "tinyblob", Bytes: 255}))
	require.NoError(t, bind(t, rule("blob"), schema.Type{Kind: schema.Binary, Name: "varbinary", Length: 10}), "its values are held against it")
	require.ErrorIs(t, bind(t, png, schema.Type{Kind: schema.Binary, Name: "varbinary", Length: 70}), mask.ErrWidth)
	require.ErrorIs(t, bind(t, rule("blob", "placeholder", "xlsx"), schema.Type{Kind: schema.Binary, Name: "tinyblob", Bytes: 255}), mask.ErrWidth)
	require.ErrorIs(t, bind(t, png, schema.Type{Kind: schema.Text, Name: "longtext"}), mask.ErrType)
	require.NoError(t, bind(t, rule("blob", "placeholder", "svg"), schema.Type{Kind: schema.Text, Name: "longtext"}))
	require.NoError(t, bind(t, rule("blob"), schema.Type{Kind: schema.Text, Name: "longtext"}))
	require.ErrorIs(t, bind(t, rule("blob"), schema.Type{Kind: schema.JSON, Name: "json"}), mask.ErrType)
	_, err := oneIn(t, "varbinary(100)", rule("blob"), 1, "%PDF-")
	require.ErrorIs(t, err, mask.ErrWidth)
	_, err = oneIn(t, "longtext", rule("blob"), 1, "%PDF-")
	require.ErrorIs(t, err, mask.ErrUnfit)
	f, err := oneIn(t, "longtext", rule("blob"), 1, "<svg>")
	require.NoError(t, err)
	require.Contains(t, f, "<svg xmlns=")
}

// opens reads a file as programs do.
func opens(kind string, b []byte) error {
	switch kind {
	case "png", "jpg", "gif":
		m, _, err := image.Decode(bytes.NewReader(b))
		if err != nil {
			return err
		}
		return same(m.Bounds().Size(), image.Pt(1, 1))
	case "webp":
		return opensWebP(b)
	case "bmp":
		return errors.Join(same(int(word32(b, 2)), len(b)), opensDIB(b, int(word32(b, 10)), 1))
	case "ico":
		return errors.Join(same(int(word32(b, 18)+word32(b, 14)), len(b)), opensDIB(b, int(word32(b, 18)), 2))
	case "pdf":
		return opensPDF(b)
	case "svg":
		return opensXML(b)
	case "gz":
		r, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		return errors.Join(err, same(len(content), 0))
	}
	return opensZip(kind, b)
}

func same[T comparable](got, want T) error {
	if got != want {
		return fmt.Errorf("%v and not %v", got, want)
	}
	return nil
}

func word32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }

// opensWebP walks the chunks of RIFF.
func opensWebP(b []byte) error {
	if err := same(int(word32(b, 4))+8, len(b)); err != nil {
		return err
	}
	var names []string
	for rest := b[12:]; len(rest) > 0; {
		if n := 8 + int(word32(rest, 4)); n > len(rest) {
			return errors.New("a chunk that is too long")
		} else {
			names = append(names, string(rest[:4]))
			rest = rest[n:]
		}
	}
	return same(strings.TrimSuffix(strings.Join(names, ""), "PAD "), "VP8XVP8L")
}

// opensDIB looks for the picture: its header, or of a BMP its pixel.
func opensDIB(b []byte, at, height int) error {
	if height == 1 {
		return errors.Join(same(word32(b, 14), 40), same(at+4, len(b)))
	}
	return errors.Join(same(word32(b, at), 40), same(int(word32(b, at+8)), height))
}

// opensPDF follows startxref to the table and that to the objects.
func opensPDF(b []byte) error {
	_, tail, ok := strings.Cut(string(b), "startxref\n")
	if !ok || !strings.HasSuffix(tail, "\n%%EOF\n") {
		return errors.New("no end")
	}
	start, err := strconv.Atoi(strings.TrimSuffix(tail, "\n%%EOF\n"))
	if err != nil {
		return err
	}
	lines := strings.Split(string(b[start:]), "\n")
	if err := same(lines[0], "xref"); err != nil {
		return err
	}
	for i, l := range lines[3:6] {
		at, err := strconv.Atoi(l[:10])
		if err != nil {
			return err
		}
		if want := fmt.Sprintf("%d 0 obj\n", i+1); !strings.HasPrefix(string(b[at:]), want) {
			return errors.New("an object is not where the table says")
		}
	}
	return nil
}

func opensXML(b []byte) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	for {
		if _, err := d.Token(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// opensZip reads every file; those of documents are XML.
func opensZip(kind string, b []byte) error {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return err
	}
	for _, f := range r.File {
		file, err := f.Open()
		if err != nil {
			return err
		}
		content, err := io.ReadAll(file) // checks the CRC
		if err != nil {
			return err
		}
		if f.Name == "mimetype" || kind == "zip" {
			continue
		}
		if err := opensXML(content); err != nil {
			return err
		}
	}
	return same(len(r.File) > 0, true)
}

// FuzzBlob: whatever a value is, what takes its place opens, and hangs on nothing
// but type and length.
func FuzzBlob(f *testing.F) {
	for _, list := range blobs(f) {
		for _, v := range list {
			f.Add([]byte(v))
		}
	}
	for i := range blobTypes {
		f.Add(blobTypes[i].file)
	}
	f.Fuzz(func(t *testing.T, v []byte) {
		i := slices.IndexFunc(blobTypes, func(typ blobType) bool { return typ.is(v) })
		if i < 0 {
			return
		}
		typ := &blobTypes[i]
		b := fakes(t, rule("blob", "size", "class"), string(v))[0]
		if err := opens(typ.name, []byte(b)); err != nil {
			t.Fatal(typ.name, err)
		}
		if len(b) > max(len(v), len(typ.file)) {
			t.Fatalf("%d bytes for %d", len(b), len(v))
		}
	})
}
