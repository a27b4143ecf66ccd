// Command gen makes the files that the masker blob puts in the place of others:
// each the least that programs open, with a pixel, a page or nothing in it.
//
//	go generate ./mask/builtin
package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	for name, content := range map[string][]byte{
		"png": encoded(func(b *bytes.Buffer, m image.Image) error { return png.Encode(b, m) }),
		"jpg": encoded(func(b *bytes.Buffer, m image.Image) error { return jpeg.Encode(b, m, nil) }),
		"gif": encoded(func(b *bytes.Buffer, m image.Image) error {
			return gif.Encode(b, m, &gif.Options{NumColors: 2})
		}),
		"webp": webp(), "bmp": bmp(), "ico": ico(), "svg": []byte(svg), "pdf": pdf(),
		"zip": archive(file{"empty", ""}), "gz": gzip(),
		"docx": archive(docx...), "xlsx": archive(xlsx...), "pptx": archive(pptx...),
		"odt": archive(openDocument("text")...), "ods": archive(openDocument("spreadsheet")...), "odp": archive(openDocument("presentation")...),
	} {
		if err := os.WriteFile(filepath.Join("placeholder", "empty."+name), content, 0o600); err != nil {
			log.Fatal(err)
		}
	}
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

// encoded is a grey pixel.
func encoded(encode func(*bytes.Buffer, image.Image) error) []byte {
	m := image.NewGray(image.Rect(0, 0, 1, 1))
	m.SetGray(0, 0, color.Gray{Y: 0xc0})
	var b bytes.Buffer
	must(encode(&b, m))
	return b.Bytes()
}

// bits are written from the least significant on.
type bits struct {
	b []byte
	n uint
}

func (w *bits) write(value, n uint) {
	for i := range n {
		if w.n%8 == 0 {
			w.b = append(w.b, 0)
		}
		w.b[len(w.b)-1] |= byte(value>>i&1) << (w.n % 8)
		w.n++
	}
}

// webp is a pixel of VP8L behind the header that allows other chunks to follow.
func webp() []byte {
	var w bits
	w.write(0x2f, 8)
	w.write(0, 14) // width and height, less one
	w.write(0, 14)
	w.write(0, 4) // no alpha, version 0
	w.write(0, 3) // no transform, no colour cache, one group of codes
	for _, symbol := range []uint{0xc0, 0xc0, 0xc0, 0xff} {
		w.write(1, 1) // a simple code of one symbol of eight bits
		w.write(0, 1)
		w.write(1, 1)
		w.write(symbol, 8)
	}
	w.write(1, 1) // and one of distances, of one bit
	w.write(0, 3)
	if len(w.b)%2 == 1 {
		w.b = append(w.b, 0)
	}
	body := append([]byte("WEBP"), chunk("VP8X", make([]byte, 10))...)
	return chunk("RIFF", append(body, chunk("VP8L", w.b)...))
}

func chunk(name string, content []byte) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(name), uint32(len(content)))
	return append(b, content...)
}

// dib is the picture of BMP and ICO: a header, a pixel of 24 bits, and of an icon
// its mask.
func dib(height int32, tail int) []byte {
	var b bytes.Buffer
	must(binary.Write(&b, binary.LittleEndian, struct {
		Size          uint32
		Width, Height int32
		Planes, Bits  uint16
		Rest          [6]uint32
	}{Size: 40, Width: 1, Height: height, Planes: 1, Bits: 24}))
	b.Write([]byte{0xc0, 0xc0, 0xc0, 0})
	b.Write(make([]byte, tail))
	return b.Bytes()
}

func bmp() []byte {
	picture := dib(1, 0)
	b := binary.LittleEndian.AppendUint32([]byte("BM"), uint32(14+len(picture)))
	b = binary.LittleEndian.AppendUint64(b, 54<<32)
	return append(b, picture...)
}

func ico() []byte {
	picture := dib(2, 4)
	b := []byte{0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 24, 0}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(picture)))
	b = binary.LittleEndian.AppendUint32(b, 22)
	return append(b, picture...)
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>` + "\n"

// pdf is an empty page.
func pdf() []byte {
	b := []byte("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var offsets []int
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Resources<<>>>>",
	} {
		offsets = append(offsets, len(b))
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := len(b)
	b = fmt.Appendf(b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		b = fmt.Appendf(b, "%010d 00000 n \n", o)
	}
	return fmt.Appendf(b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%010d\n%%%%EOF\n", len(offsets)+1, start)
}

// gzip is of nothing.
func gzip() []byte {
	b := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff, 3, 0}
	b = binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(nil))
	return binary.LittleEndian.AppendUint32(b, 0)
}

type file struct{ name, content string }

// archive stores files as they are: what the compressor of a version of Go writes
// is no part of it.
func archive(files ...file) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(f.content))}
		h.CompressedSize64, h.UncompressedSize64 = uint64(len(f.content)), uint64(len(f.content))
		out, err := w.CreateRaw(h)
		must(err)
		_, err = out.Write([]byte(f.content))
		must(err)
	}
	must(w.Close())
	return b.Bytes()
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	formats     = "application/vnd.openxmlformats-officedocument."
	namespace   = "http://schemas.openxmlformats.org/"
)

// office makes a document of Office Open XML of its parts; the first is the main one.
func office(kinds []string, parts ...file) []file {
	types := declaration + `<Types xmlns="` + namespace + `package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
	for i, kind := range kinds {
		types += `<Override PartName="/` + parts[i].name + `" ContentType="` + formats + kind + `+xml"/>`
	}
	return append([]file{
		{"[Content_Types].xml", types + `</Types>`},
		{"_rels/.rels", relation("officeDocument", parts[0].name)},
	}, parts...)
}

func relation(kind, target string) string {
	return declaration + `<Relationships xmlns="` + namespace + `package/2006/relationships"><Relationship Id="rId1" Type="` + namespace + `officeDocument/2006/relationships/` + kind + `" Target="` + target + `"/></Relationships>`
}

var (
	docx = office([]string{"wordprocessingml.document.main"},
		file{"word/document.xml", declaration + `<w:document xmlns:w="` + namespace + `wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`})
	xlsx = office([]string{"spreadsheetml.sheet.main", "spreadsheetml.worksheet"},
		file{"xl/workbook.xml", declaration + `<workbook xmlns="` + namespace + `spreadsheetml/2006/main" xmlns:r="` + namespace + `officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		file{"xl/worksheets/sheet1.xml", declaration + `<worksheet xmlns="` + namespace + `spreadsheetml/2006/main"><sheetData/></worksheet>`},
		file{"xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")})
	pptx = office([]string{"presentationml.presentation.main"},
		file{"ppt/presentation.xml", declaration + `<p:presentation xmlns:p="` + namespace + `presentationml/2006/main"><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`})
)

// openDocument makes an empty document of OpenDocument.
func openDocument(kind string) []file {
	const ns = "urn:oasis:names:tc:opendocument:xmlns:"
	mime := "application/vnd.oasis.opendocument." + kind
	body := map[string]string{"text": `<text:p/>`, "spreadsheet": `<table:table table:name="Sheet1"><table:table-row><table:table-cell/></table:table-row></table:table>`}[kind]
	return []file{
		{"mimetype", mime},
		{"META-INF/manifest.xml", declaration + `<manifest:manifest xmlns:manifest="` + ns + `manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + mime + `"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
		{"content.xml", declaration + `<office:document-content xmlns:office="` + ns + `office:1.0" xmlns:text="` + ns + `text:1.0" xmlns:table="` + ns + `table:1.0" office:version="1.2"><office:body><office:` + kind + `>` + body + `</office:` + kind + `></office:body></office:document-content>`},
	}
}
