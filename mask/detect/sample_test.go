package detect

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
)

func sampleOf(t testing.TB, dump string) *Result {
	r, err := Sample(context.Background(), strings.NewReader(dump), mysql.Dialect, dialects.ScanOptions{}, Options{})
	require.NoError(t, err)
	return r
}

// TestValues: what columns hold whose names say nothing, or something else.
func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, column string
		kind         Kind
		values       []string
	}{
		{"addresses of mail", "x varchar(90)", Email, []string{"a@corp.test", "b@corp.test"}},
		{"names", "x varchar(90)", PersonName, []string{"佐藤 花子", "鈴木 一郎", "高橋　太郎", "田中 美咲", "伊藤 健"}},
		{"names in English", "x varchar(90)", PersonName, []string{"James Smith", "Mary Johnson", "Robert Brown", "Linda Garcia", "John Miller"}},
		{"readings", "x varchar(90)", KanaName, []string{"サトウ ハナコ", "スズキ イチロウ", "ﾀｶﾊｼ ﾀﾛｳ", "タナカ ミサキ", "イトウ ケン"}},
		{"readings beside names", "name varchar(90)", KanaName, []string{"サトウ ハナコ", "スズキ イチロウ", "タカハシ タロウ", "タナカ ミサキ", "イトウ ケン"}},
		{"addresses", "x varchar(90)", Address, []string{"東京都千代田区千代田1-1", "大阪府大阪市北区1-2-3"}},
		{"prefectures", "x varchar(90)", Region, []string{"東京都", "大阪府", "北海道"}},
		{"addresses in texts", "x text", FreeText, []string{"please write to a@corp.test or call", "nothing at all"}},
		{"objects", "x text", JSONContainer, []string{`{"mail":"a@corp.test"}`, `{"mail":null}`}},
		{"serialised", "x text", JSONContainer, []string{`a:1:{s:4:"mail";s:11:"a@corp.test";}`}},
		{"browsers", "x text", UserAgent, []string{"Mozilla/5.0 (X11; Linux x86_64)"}},
		{"hashes", "x text", PasswordHash, []string{"$2y$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234"}},
		{"cards", "x varchar(20)", PaymentCard, []string{"4111 1111 1111 1111"}},
		{"words", "x varchar(20)", None, []string{"red", "green", "blue", "yellow", "pink"}},
		{"numbers", "x int", None, []string{"1", "2", "3"}},
	} {
		var rows []string
		for i, v := range c.values {
			rows = append(rows, fmt.Sprintf("(%d,'%s')", i, v))
		}
		r := sampleOf(t, "CREATE TABLE t (id int, "+c.column+");\nINSERT INTO t VALUES "+strings.Join(rows, ",")+";\n")
		require.Equal(t, c.kind, r.Tables[0].Columns[1].Kind, c.name)
		require.EqualValues(t, len(rows), r.Tables[0].Rows)
		if c.kind != None {
			require.NotZero(t, r.Tables[0].Columns[1].Evidence&ByValues, c.name)
		}
	}
}

// TestWholeTable: what stands far from the head of a table is seen.
func TestWholeTable(t *testing.T) {
	var b strings.Builder
	b.WriteString("CREATE TABLE t (id int, x varchar(90));\nINSERT INTO t VALUES (0,'red')")
	for i := 1; i < 5000; i++ {
		v := "red"
		if i > 1000 {
			v = fmt.Sprintf("a%d@corp.test", i)
		}
		fmt.Fprintf(&b, ",(%d,'%s')", i, v)
	}
	b.WriteString(";\n")
	require.Equal(t, Email, sampleOf(t, b.String()).Tables[0].Columns[1].Kind)
}

// TestDrawn: rows stand for as many as there are.
func TestDrawn(t *testing.T) {
	const n = 1_000_000
	sum, drawnRows := 0.0, 0
	for i := int64(1); i <= n; i++ {
		if w := drawn(i); w > 0 {
			sum += w
			drawnRows++
		}
	}
	require.InEpsilon(t, n, sum, 0.1)
	require.Less(t, drawnRows, 4000)
}

// TestNoDDL: tables of which only the rows are known.
func TestNoDDL(t *testing.T) {
	r := sampleOf(t, "INSERT INTO `users` (`id`,`mail`) VALUES (1,'a@corp.test');\n")
	require.Len(t, r.Tables, 1)
	require.Equal(t, Email, r.Tables[0].Columns[1].Kind)
}

// TestPlaces: what lists and endings say of short values.
func TestPlaces(t *testing.T) {
	for v, want := range map[string]placeForm{
		"Lyon": isCity, "new york": isCity | isRegion, "Texas": isRegion, "Japan": isCountry, "日本": isCountry, "Singapore": isCity | isCountry,
		"神奈川県": isRegion, "横浜市": isCity, "世田谷区": isCity, "神奈川県横浜市": isCity, "横浜市緑町1-2-3": isStreet, "東京都千代田区千代田1-1": isStreet, "本町２丁目": isStreet,
		"12 Main Street": isStreet, "221B Baker St, London": isStreet, "PO Box 12": isStreet, "Hauptstraße 12": isStreet, "rue de Rivoli 99": isStreet,
		"株式会社山田製作所": isOrganisation, "市立第三中学校": isOrganisation, "Acme Widgets Inc.": isOrganisation, "Boston University": isOrganisation,
		// near misses
		"": 0, "x": 0, "red": 0, "市": 0, "Street": 0, "School": 0, "12 apples": 0, "A4ノート": 0, "国語": 0, "1.2.3": 0, "12 V": 0, "main street": 0, "St": 0, "3 way": 0, "この町には昔から住んでいます": 0, "区分": 0, "番号": 0,
	} {
		got, _ := placeOf([]byte(v), nil)
		require.Equal(t, want, got&^(endsOrganisation|endsStreet), v)
	}
}

func TestNamesInside(t *testing.T) {
	for _, v := range []string{`{"a":"James Smith"}`, `{"a":{"b":["佐藤 花子"]}}`, `a:1:{s:1:"n";s:11:"James Smith";}`, `{"n":"\u4f50\u85e4 \u82b1\u5b50"}`, `{"a":"x\"y","n":"James Smith"}`} {
		require.True(t, namesInside([]byte(v)), v)
	}
	for _, v := range []string{`{}`, `{"a":"red"}`, `{"a":"`, `"\`, `{"a":"\u30c6\u30b9\u30c8"}`, `["Monday","New York"]`, `{"color":"dark blue","size":12}`} {
		require.False(t, namesInside([]byte(v)), v)
	}
}

// TestNearMisses: columns whose values look a bit like data of persons, under a name
// that says nothing.
func TestNearMisses(t *testing.T) {
	numbered := func(pattern string) (all []string) {
		for i := range 40 {
			v := []byte(pattern)
			for k, x := 0, i*7919+13; k < len(v); k++ {
				if v[k] == '#' {
					v[k], x = byte('0'+x%10), x*31/7+k
				}
			}
			all = append(all, string(v))
		}
		return all
	}
	cycle := func(words string) (all []string) {
		list := strings.Split(words, "|")
		for i := range 40 {
			all = append(all, list[i%len(list)])
		}
		return all
	}
	for name, values := range map[string][]string{
		"product codes": numbered("AB-####-##"), "EAN": numbered("49########"), "ISBN": numbered("978-4-##-######-#"), "prices": numbered("1#,###"), "yen": numbered("¥#,###"),
		"versions": numbered("1.#.##"), "hashes of files": numbered("d41d8cd98f00b204e98009##########"), "SHA-256": numbered("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b########"),
		"seconds": numbered("17########"), "times": numbered("2024-03-1# 1#:2#:3#"), "UUIDs": numbered("6ba7b810-9dad-11d1-80b4-00c04f######"), "colours": numbered("#######"), "percent": numbered("##.#%"),
		"order of digits": numbered("########"), "long numbers": numbered("1###############"), "slugs": cycle("new-arrivals|summer-sale|contact|about-us"), "MIME": cycle("image/png|text/html|application/pdf"),
		"paths": cycle("/var/www/index.php|images/logo.png|C:\\\\temp\\\\x.txt"), "versions of browsers": cycle("Chrome 120.0.0.0|Firefox 121.0"), "words": cycle("Standard|Premium|Basic|Gold"), "Japanese words": cycle("国語|数学|理科|社会|英語"),
		"colours in words": cycle("Green|Brown|White|Black|Gray|Red"), "months": cycle("April|May|June|August"), "products": cycle("Apple Pencil|Rose Water|Jordan Shoes|Ford Focus Kit|Kelly Bag"), "days": cycle("Monday|Tuesday|Sunday"),
		"product words": cycle("消しゴム|A4ノート|春の新作|送料無料|定番"), "classes": cycle("3年2組|1-A|特進コース"), "SQL": cycle("SELECT 1|UPDATE t SET x=1"), "templates": cycle("Hello {{name}}|Dear {0}"), "coordinates on a page": numbered("##,##"), "sizes": numbered("1###x7##"),
		"cards that are none": numbered("1111 2222 3333 4###"), "CSS": cycle("color: red; width: 10px|margin: 0"), "HTML": cycle("<p>New</p>|<b>Sale</b>"), "cron": cycle("0 3 * * *|*/5 * * * *"), "JSON": cycle(`{"w":1,"h":2}|{"w":3}`),
	} {
		var rows []string
		for i, v := range values {
			rows = append(rows, fmt.Sprintf("(%d,'%s')", i, v))
		}
		f := sampleOf(t, "CREATE TABLE items (id int, x varchar(200));\nINSERT INTO items VALUES "+strings.Join(rows, ",")+";\n").Tables[0].Columns[1].Finding
		require.Equal(t, None, f.Kind, "%s: %s", name, f.Reason)
	}
}

// BenchmarkSample reads a dump as mysqldump writes it. A table that is large costs little
// more than its reading, since ever fewer of its rows are looked at.
func BenchmarkSample(b *testing.B) {
	var dump strings.Builder
	dump.WriteString("CREATE TABLE `users` (`id` int NOT NULL AUTO_INCREMENT, `name` varchar(60), `email` varchar(90), `note` text, `created_at` datetime, `plan` varchar(20), PRIMARY KEY (`id`));\n")
	for dump.Len() < 64<<20 {
		dump.WriteString("INSERT INTO `users` VALUES ")
		for i := range 5000 {
			if i > 0 {
				dump.WriteByte(',')
			}
			fmt.Fprintf(&dump, "(%d,'佐藤 花子','user%d@corp.test','お世話になっております。先日の件ですが、よろしくお願いいたします。','2024-04-02 10:11:12','standard')", i, i)
		}
		dump.WriteString(";\n")
	}
	text := dump.String()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		sampleOf(b, text)
	}
}

// BenchmarkSchema judges a thousand tables.
func BenchmarkSchema(b *testing.B) {
	var ddl strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&ddl, "CREATE TABLE `app_table_%d` (`id` int NOT NULL AUTO_INCREMENT, `user_id` int, `customer_last_name` varchar(60), `shipping_address1` varchar(90), `memo` text, `created_at` datetime, `is_active` tinyint, `hogosya_shimei` varchar(20), `xyzzyplugh` varchar(20), `生徒氏名` varchar(20), `total_amount` decimal(10,2), `statusCode` varchar(3), PRIMARY KEY (`id`));\n", i)
	}
	s := tables(b, ddl.String())
	for b.Loop() {
		Columns(s, Options{})
	}
}

// endless gives rows of one table, without holding them.
type endless struct {
	rows, n int
	rest    []byte
	peak    uint64 // of the heap, while it was read
}

func (e *endless) Read(b []byte) (int, error) {
	if len(e.rest) == 0 {
		if e.n == e.rows {
			return 0, io.EOF
		}
		if e.n == 0 {
			e.rest = append(e.rest, "CREATE TABLE t (id int, mail varchar(90), note text);\n"...)
		}
		e.rest = fmt.Appendf(e.rest[:len(e.rest):len(e.rest)], "INSERT INTO t VALUES (%d,'u%d@corp.test','%s');\n", e.n, e.n, strings.Repeat("x", e.n%300))
		if e.n++; e.n%2000 == 0 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			e.peak = max(e.peak, m.HeapAlloc)
		}
	}
	n := copy(b, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// TestMemory: a dump thirty times as long takes no more memory.
func TestMemory(t *testing.T) {
	peak := func(rows int) uint64 {
		e := &endless{rows: rows}
		_, err := Sample(context.Background(), e, mysql.Dialect, dialects.ScanOptions{}, Options{})
		require.NoError(t, err)
		return e.peak
	}
	peak(2000) // what is loaded once
	short, long := peak(4000), peak(120_000)
	require.Less(t, long, short+2<<20)
}
