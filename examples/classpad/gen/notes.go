package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"strings"
)

// A note is a page of a pupil's notebook.
type note struct {
	id, account, teacher     int // teacher 0: nobody has read it
	title, body, attachment  string
	tags                     []string
	thumbnail                []byte
	created, updated, reader string
}

var subjects = []string{"数学", "英語", "国語", "理科", "社会", "宿題"}

// bodies are texts that end a literal, a row, a statement or a dump too early
// for a reader that is not careful.
var bodies = []string{
	`O'Brien said "it's \\ fine" and left a \`,
	"'); DROP TABLE students; --",
	"INSERT INTO `accounts` VALUES (1,'school','x');\nINSERT INTO accounts (id) VALUES (2);",
	"COPY public.students (id, email) FROM stdin;\n1\tx\n\\.\n",
	"-- Dump completed on 2023-07-17\n-- PostgreSQL database dump complete\n--\n",
	"line 1\r\nline 2\ttab\x01\x7f end;\n\n\n;;\n$$ $_$ $1 $body$",
	"👩‍👩‍👧‍👦 🎌 𠮷野 é (e+́) ‏שלום‏ \u200b\ufeff",
	"ソ 表 能 予 十 欺 圭 ミ゙ ー～－∥ ①㈱髙﨑 ﾊﾝｶｸ",
	"/* open \n*/ /*!50000 SELECT 1 */; # hash \\N NULL \\. \\g \\q",
	"DELIMITER ;;\nDROP PROCEDURE p;;\nDELIMITER ;\n",
	"",
	`{"a": "\u0027", "b": [1, 2, {"c": null}]}, (2,'b',NULL),(3`,
	"%s %d %!v(BADINDEX) ${HOME} `id` $(id) {{.Secret}} <script>alert('x')</script>",
	"二次関数の頂点を求める。\n　y = x² − 4x + 7 = (x − 2)² + 3\n　答え: (2, 3)",
	"\"; DELETE FROM sessions WHERE \"1\"=\"1",
	"E'\\'' U&'\\0041' N'x' _utf8mb4'x' q'[x]' 0x27 X'27' b'1'",
}

func (w *world) addNotes(s int) {
	for k := range pupils {
		if p := &w.students[pupils*(s-1)+k]; k%2 == 0 || k == 3 {
			w.addNote(s, k, p)
		}
	}
}

func (w *world) addNote(s, k int, p *student) {
	n := note{
		id: len(w.notes) + 1, account: accountID(s, k), title: pick(subjects, "title", s, k) + "ノート", body: bodies[len(w.notes)%len(bodies)],
		tags: []string{pick(subjects[:3], "tag", s, k), pick(subjects[3:], "tag", s, k)}, created: stamp("note", -400, -200, s, k), updated: stamp("note changed", -200, 0, s, k),
	}
	if k%4 == 0 {
		t := &w.teachers[teachersPer*(s-1)+below(2, "reader", s, k)]
		n.teacher, n.reader = t.id, t.family.kanji+" "+t.given.kanji
	}
	if k%6 == 0 {
		n.attachment = fmt.Sprintf("%s_%s%s.jpg", w.className(p), p.family.kanji, p.given.kanji)
		n.thumbnail = picture(s*pupils+k, "Author", p.given.romaji+" "+p.family.romaji)
	}
	if p.canary {
		n.title = p.family.kanji + "の自主学習"
		n.body = w.everyFace(p)
	}
	w.notes = append(w.notes, n)
}

func (w *world) className(p *student) string {
	if p.class == 0 {
		return "未所属"
	}
	return w.classes[p.class-1].label
}

// everyFace is a text that tells all of a person.
func (w *world) everyFace(p *student) string {
	h := w.home(p.school, p.index%pupilHomes)
	return strings.Join([]string{
		"名前: " + p.family.kanji + p.given.kanji + "(" + hiragana(p.kana()) + ")",
		"カナ: " + p.kana() + " / " + halfWidth.Replace(p.kana()),
		"Name: " + p.given.romaji + " " + p.family.romaji + ", " + strings.ToUpper(p.family.romaji) + " " + p.given.romaji,
		"学籍番号 " + p.no + "、メール " + p.email + "、電話 " + h.phone + " (" + strings.ReplaceAll(h.phone, "-", "") + ")",
		"住所 〒" + h.postal + " " + h.address,
		p.family.kanji + "さんの班、先生も" + p.family.kanji + "家も「いいね」と言った。",
	}, "\n")
}

// memo is what a school writes about a pupil; few pupils have one.
func memo(p *student, h *home) string {
	switch {
	case p.canary:
		return p.given.kanji + "くん。そばアレルギー。連絡は" + h.family.kanji + "家 " + h.phone + " へ"
	case p.index%5 == 0:
		return p.family.kanji + "さんは" + pick([]string{"転入生", "保健室登校", "生徒会書記", "祖母が送迎"}, "memo", p.id) + "。"
	}
	return ""
}

// picture makes a small grey PNG that carries a text: a viewer shows the one, a
// search finds the other. Its data is stored, not compressed, so no edition of
// a compressor can change a byte.
func picture(seed int, keyword, text string) []byte {
	const side = 8
	var pixels []byte
	for y := range side {
		pixels = append(pixels, 0) // no filter
		for x := range side {
			pixels = append(pixels, byte(below(256, "pixel", seed, x, y)))
		}
	}
	var png bytes.Buffer
	png.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(kind string, data []byte) {
		body := append([]byte(kind), data...)
		png.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data))))
		png.Write(body)
		png.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
	}
	chunk("IHDR", []byte{0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0}) // 8 bits of grey
	chunk("tEXt", []byte(keyword+"\x00"+text))
	zlib := []byte{0x78, 0x01, 1} // RFC 1950, then one last stored block of RFC 1951
	zlib = binary.LittleEndian.AppendUint16(zlib, uint16(len(pixels)))
	zlib = binary.LittleEndian.AppendUint16(zlib, ^uint16(len(pixels)))
	zlib = append(zlib, pixels...)
	chunk("IDAT", binary.BigEndian.AppendUint32(zlib, adler32.Checksum(pixels)))
	chunk("IEND", nil)
	return png.Bytes()
}
