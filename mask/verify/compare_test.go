package verify_test

import (
	"bytes"
	"context"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/verify"
)

func opening(dump []byte) verify.Open {
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
}

func compare(t testing.TB, raw, masked []byte, d dialects.Dialect, p *mask.Plan) *verify.Verdict {
	t.Helper()
	v, err := verify.Compare(context.Background(), opening(raw), opening(masked), d, p, options())
	require.NoError(t, err)
	return v
}

// TestSampleLeaksNothing holds the masked sample against its source.
func TestSampleLeaksNothing(t *testing.T) {
	p := plan(t, read(t, "examples", "classpad", "policy.yaml"))
	for _, d := range dumps {
		t.Run(d.file, func(t *testing.T) {
			raw := read(t, "testdata", "classpad", d.file)
			v := compare(t, raw, masked(t, raw, d.dialect, p), d.dialect, p)
			require.Empty(t, v.Findings)
			require.True(t, v.Clean())
			searched := 0
			for _, s := range v.Sources {
				if s.Rule != mask.Keep { // not of rows that are left out
					require.Positive(t, s.Searched+s.InPlace, "%s.%s", s.Table, s.Column)
				}
				if s.Searched > 0 {
					searched++
				}
			}
			require.Greater(t, searched, 30)
		})
	}
}

// people of the raw dump, and what becomes of them: a table that is masked, one that is
// kept and one whose rows are left out.
const (
	plantDDL = "CREATE TABLE `people` (`id` int NOT NULL, `name` varchar(40), `email` varchar(80), `phone` varchar(20), `note` text, PRIMARY KEY (`id`));\n" +
		"CREATE TABLE `things` (`id` int, `body` text, `bytes` blob);\nCREATE TABLE `logs` (`line` varchar(200));\n"
	plantPolicy = `{version: 1, locale: ja, ddl: keep, tables: {people: {person: id, columns: {id: keep, name: person.name, email: email, phone: {mask: phone, else: {mask: number}}, note: text}},
		things: {columns: {"*": {mask: keep, reason: texts of ours}}}, logs: {rows: drop}}}`
	plantEmail, plantName, plantPhone = "Keito.Nogahara@kirisaka.migawari", "埜河原 圭燈", "０３－０８４５－１１９４"
)

func plantRaw() []byte {
	return []byte(plantDDL + "INSERT INTO `people` VALUES (1,'" + plantName + "','" + plantEmail + "','" + plantPhone + "','のがはらさんの伝言です'),(2,'別府 泉','izumi.beppu@kirisaka.migawari','090-1234-5678','特になし、とのこと');\n" +
		"INSERT INTO `things` VALUES (1,'a chair',NULL),(2,'a desk',NULL);\nINSERT INTO `logs` VALUES ('login of beppu_izumi_1987');\n")
}

func hexOf(b []byte) string { return hex.EncodeToString(b) }

func in(set, s string) []byte {
	b, err := charset.Lookup(set).Encode(nil, []byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

func md5Of(s string) string    { x := md5.Sum([]byte(s)); return hexOf(x[:]) }
func sha1Of(s string) string   { x := sha1.Sum([]byte(s)); return hexOf(x[:]) }
func sha224Of(s string) string { x := sha256.Sum224([]byte(s)); return hexOf(x[:]) }
func sha384Of(s string) string { x := sha512.Sum384([]byte(s)); return hexOf(x[:]) }
func sha256Of(s string) string { x := sha256.Sum256([]byte(s)); return hexOf(x[:]) }
func sha512Of(s string) string { x := sha512.Sum512([]byte(s)); return hexOf(x[:]) }

func escapedJSON(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, `\u%04x`, u)
	}
	return b.String()
}

func cEscaped(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, `\x%02x`, c)
	}
	return b.String()
}

func octal(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, `\%03o`, c)
	}
	return b.String()
}

func wrapped(s string) string {
	var lines []string
	for chunk := range slices.Chunk([]byte(s), 76) {
		lines = append(lines, string(chunk))
	}
	return strings.Join(lines, "\r\n")
}

func printable(s string) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // to memory
	_ = w.Close()
	return b.String()
}

// guises are texts in which a value hides.
func guises() map[string]string {
	g := map[string]string{
		"as it is": plantEmail, "in a sentence": "sent to " + plantEmail + ".", "small": strings.ToLower(plantEmail), "large": strings.ToUpper(plantEmail),
		"no space": "埜河原圭燈", "in Japanese": "昨日は埜河原圭燈さんが来た", "ideographic space": "埜河原\u3000圭燈",
		"ASCII digits": "0308451194", "hyphens": "03-0845-1194", "brackets": "(03) 0845 1194",
		"url": url.QueryEscape(plantName), "url path": "/u/" + url.PathEscape(plantEmail), "small url": strings.ToLower(url.QueryEscape(plantName)),
		"JSON": `{"a": "` + escapedJSON(plantName) + `"}`, "quoted-printable": printable(plantName), "entities": "&#22492;&#27827;&#21407;&#22317;&#29128;",
		"hex": hexOf([]byte(plantEmail)), "HEX": strings.ToUpper(hexOf([]byte("x" + plantName))), "hex of UTF-16": hexOf(in("utf16le", plantName)), "hex of CP932": hexOf(in("cp932", "様 "+plantName)), "hex of EUC": hexOf(in("eucjpms", plantName)),
		"md5": md5Of(plantEmail), "md5 of small": md5Of(strings.ToLower(plantEmail)), "sha1": sha1Of(plantEmail), "sha256": sha256Of(plantName), "sha512": sha512Of(strings.ToLower(plantEmail)),
		"gravatar": "https://www.gravatar.com/avatar/" + md5Of(strings.ToLower(plantEmail)) + "?s=80", "base64 of md5": base64.StdEncoding.EncodeToString(must(hex.DecodeString(md5Of(plantEmail)))),
		"full width": "ｋｅｉｔｏ．ｎｏｇａｈａｒａ＠ｋｉｒｉｓａｋａ．ｍｉｇａｗａｒｉ", "half width kana": "ﾉｶﾞﾊﾗｻﾝﾉ伝言ﾃﾞｽ", "katakana": "ノガハラサンノ伝言デス",
		"of a row that is left out": "login of beppu_izumi_1987",
		"reversed":                  backwards(plantEmail), "reversed name": "[" + backwards(plantName) + "]", "reversed phone": backwards("0308451194"), "ROT13": rot13(plantEmail),
		"url twice": url.QueryEscape(url.QueryEscape(plantName)), "JSON twice": strings.ReplaceAll(escapedJSON(plantName), `\`, `\\`), "C": cEscaped(plantName), "octal": octal(plantName),
		"wrapped base64": wrapped(base64.StdEncoding.EncodeToString([]byte(strings.Repeat("before ", 20) + plantEmail + strings.Repeat(" behind", 20)))),
		"base64 of JSON": base64.StdEncoding.EncodeToString([]byte(`{"n":"` + escapedJSON(plantName) + `"}`)), "hex of base64": hexOf([]byte(base64.StdEncoding.EncodeToString([]byte(plantEmail)))),
		"spaces": "0 3 0 8 4 5 1 1 9 4", "dots": "03.0845.1194", "slashes": "03/0845/1194", "no accent": "Keito_Nogahara@kirisaka-migawari", "quoted": `K"eito.Nogahara"@kirisaka.migawari`,
		"far behind": strings.Repeat("ab ", 40000) + plantEmail + strings.Repeat(" cd", 40000), "across parts": strings.Repeat("あ", (1<<14)/3-3) + plantEmail, "PHP": `s:32:"` + plantEmail + `";`, "decomposed": "のか\u3099はらさんの伝言て\u3099す",
	}
	for name, b := range map[string][]byte{
		"UTF-16LE": in("utf16le", plantName), "UTF-16": in("utf16", plantName), "UTF-32": in("utf32", plantName), "UTF-32LE": utf32LE(plantName),
		"CP932": in("cp932", plantName), "EUC": in("eucjpms", plantName), "UTF-16 of ASCII": in("utf16le", plantEmail), "UTF-32 of ASCII": in("utf32", plantEmail),
		"CP932 half width": in("cp932", "ﾉｶﾞﾊﾗｻﾝﾉ伝言ﾃﾞｽ"), "UTF-16 full width": in("utf16le", "ｋｅｉｔｏ．ｎｏｇａｈａｒａ＠ｋｉｒｉｓａｋａ．ｍｉｇａｗａｒｉ"),
	} {
		for n := range 3 {
			behind := append([]byte("\x01\xff\xfe"[:n]), b...)
			g[fmt.Sprint("hex of ", name, " behind ", n)] = "0x" + hexOf(behind)
			g[fmt.Sprint("base64 of ", name, " behind ", n)] = base64.StdEncoding.EncodeToString(behind)
		}
	}
	for _, value := range []string{plantEmail, strings.ToLower(plantEmail), plantName, plantPhone} {
		for name, sum := range map[string]string{"md5": md5Of(value), "sha1": sha1Of(value), "sha224": sha224Of(value), "sha256": sha256Of(value), "sha384": sha384Of(value), "sha512": sha512Of(value)} {
			raw := must(hex.DecodeString(sum))
			g[name+" of "+value] = sum
			g[name+" in capitals of "+value] = "hash=" + strings.ToUpper(sum) + ";"
			g[name+" in base64 of "+value] = name + "-" + base64.StdEncoding.EncodeToString(raw)
			g[name+" in base64url of "+value] = base64.RawURLEncoding.EncodeToString(raw)
		}
	}
	sum := md5Of(plantEmail)
	g["md5 as a UUID"] = sum[:8] + "-" + sum[8:12] + "-" + sum[12:16] + "-" + sum[16:20] + "-" + sum[20:]
	for n := range 4 {
		g[fmt.Sprint("base64 behind ", n)] = base64.StdEncoding.EncodeToString([]byte("xyzw"[:n] + plantEmail + "!"))
		g[fmt.Sprint("base64url of a name behind ", n)] = "id=" + base64.RawURLEncoding.EncodeToString([]byte("xyzw"[:n]+plantName+"?"))
	}
	return g
}

func utf32LE(s string) (b []byte) {
	for _, r := range s {
		b = binary.LittleEndian.AppendUint32(b, uint32(r))
	}
	return b
}

func backwards(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// TestGuises hides a value in every guise, in a column that is kept and in a comment.
func TestGuises(t *testing.T) {
	p := plan(t, []byte(plantPolicy))
	raw := plantRaw()
	clean := string(masked(t, raw, mysql.Dialect, p))
	v := compare(t, raw, []byte(clean), mysql.Dialect, p)
	require.Empty(t, v.Findings)
	require.True(t, v.Clean())
	for name, text := range guises() {
		t.Run(name, func(t *testing.T) {
			quoted := strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text)
			column := strings.Replace(clean, "a chair", quoted, 1)
			f := survivors(compare(t, raw, []byte(column), mysql.Dialect, p))
			require.NotEmpty(t, f)
			require.Equal(t, "things.body", f[0].Table+"."+f[0].Column)
			require.EqualValues(t, 5, f[0].First.Line)
			if !strings.Contains(text, "\n") {
				f = survivors(compare(t, raw, []byte(strings.Replace(clean, "INSERT", "-- "+text+"\nINSERT", 1)), mysql.Dialect, p))
				require.NotEmpty(t, f, "in a comment")
				require.Empty(t, f[0].Table)
			}
		})
	}
}

func survivors(v *verify.Verdict) []verify.Finding {
	return slices.DeleteFunc(v.Findings, func(f verify.Finding) bool { return f.What != verify.Survives })
}

// TestChannels hides a value wherever a dump can hold one.
func TestChannels(t *testing.T) {
	p := plan(t, []byte(plantPolicy))
	raw := plantRaw()
	clean := string(masked(t, raw, mysql.Dialect, p))
	for name, dump := range map[string]string{
		"default":    strings.Replace(clean, "`body` text", "`body` varchar(60) DEFAULT '"+plantEmail+"'", 1),
		"comment":    strings.Replace(clean, "`body` text", "`body` text COMMENT '"+plantName+"'", 1),
		"view":       clean + "CREATE VIEW v AS SELECT 1 FROM people WHERE email = '" + plantEmail + "';\n",
		"routine":    clean + "DELIMITER ;;\nCREATE PROCEDURE p() SELECT '" + plantPhone + "' ;;\nDELIMITER ;\n",
		"blob":       strings.Replace(clean, "'a chair',NULL", "'a chair',0x"+hexOf(in("cp932", plantName)), 1),
		"utf-16":     strings.Replace(clean, "'a chair',NULL", "'a chair',0x"+hexOf(in("utf16le", "a"+plantName)), 1),
		"base64":     strings.Replace(clean, "'a chair',NULL", "'a chair',0x"+hexOf([]byte(base64.StdEncoding.EncodeToString(in("utf16", plantName)))), 1),
		"own column": clean + "INSERT INTO `people` VALUES (3,'別府 泉','" + plantEmail + "',NULL,NULL);\n",
	} {
		require.NotEqual(t, clean, dump, name)
		require.NotEmpty(t, survivors(compare(t, raw, []byte(dump), mysql.Dialect, p)), name)
	}
}

// TestKeptByMistake masks by a policy that keeps a column and verifies by one that does not.
func TestKeptByMistake(t *testing.T) {
	right := read(t, "examples", "classpad", "policy.yaml")
	p := plan(t, right)
	for column, rule := range map[string]string{
		"students.birth_date": "birth_date: {mask: date, to: school_year}", "students.memo": "memo: text", "students.family_name": "family_name: person.family",
		"guardians.phone": "phone: person.phone",
	} {
		table, name, _ := strings.Cut(column, ".")
		at := bytes.Index(right, []byte("\n  "+table+":"))
		policy := string(right[:at]) + strings.Replace(string(right[at:]), rule, name+": keep", 1)
		require.NotEqual(t, string(right), policy)
		for _, d := range dumps {
			raw := read(t, "testdata", "classpad", d.file)
			v := compare(t, raw, masked(t, raw, d.dialect, plan(t, []byte(policy))), d.dialect, p)
			require.True(t, slices.ContainsFunc(v.Findings, func(f verify.Finding) bool {
				return f.What == verify.Unchanged && strings.HasSuffix(f.Table, table) && f.Column == name
			}), "%s of %s", column, d.file)
		}
	}
}

// TestTooMany: what there was no room to note is no reason to call a dump clean.
func TestTooMany(t *testing.T) {
	defer verify.SetMaxHits(1)()
	p := plan(t, []byte(plantPolicy))
	raw := plantRaw()
	clean := string(masked(t, raw, mysql.Dialect, p))
	for _, d := range []struct {
		dump string
		few  bool
	}{{clean, true}, {strings.Replace(clean, "a chair", plantEmail+" "+plantPhone, 1), false}} {
		v := compare(t, raw, []byte(d.dump), mysql.Dialect, p)
		require.Equal(t, d.few, !slices.ContainsFunc(v.Findings, func(f verify.Finding) bool { return f.What == verify.TooMany }))
		require.Equal(t, d.few, v.Clean())
	}
}

// TestPartsOfNames: a part of a name alone is a word; both beside each other are somebody.
func TestPartsOfNames(t *testing.T) {
	p := plan(t, []byte(`{version: 1, locale: ja, tables: {people: {person: id, columns: {id: keep, family: person.family, given: person.given}}, things: {columns: {"*": keep}}}}`))
	raw := "CREATE TABLE `people` (`id` int, `family` varchar(40), `given` varchar(40));\nCREATE TABLE `things` (`body` text);\n" +
		"INSERT INTO `people` VALUES (1,'Nogahara','Keitoaki');\nINSERT INTO `things` VALUES ('a chair of Nogahara'),('TEXT');\n"
	clean := string(masked(t, []byte(raw), mysql.Dialect, p))
	require.Empty(t, compare(t, []byte(raw), []byte(clean), mysql.Dialect, p).Findings)
	for _, name := range []string{"Keitoaki Nogahara", "NOGAHARA keitoaki"} {
		require.Len(t, survivors(compare(t, []byte(raw), []byte(strings.Replace(clean, "TEXT", name, 1)), mysql.Dialect, p)), 1, name)
	}
}

// TestRowCounts holds the number of rows against that of the source, and finds swapped files.
func TestRowCounts(t *testing.T) {
	p := plan(t, []byte(plantPolicy))
	raw := plantRaw()
	clean := masked(t, raw, mysql.Dialect, p)
	fewer := strings.Replace(string(clean), ",(2,'a desk',NULL)", "", 1)
	v := compare(t, raw, []byte(fewer), mysql.Dialect, p)
	require.Len(t, v.Findings, 1)
	require.Equal(t, verify.Rows, v.Findings[0].What)
	require.Equal(t, "things", v.Findings[0].Table)
	require.False(t, compare(t, clean, raw, mysql.Dialect, p).Clean())
}

// TestLeftOut: rows that a condition, a list of persons, or what they refer to leaves out are
// missing rightly, and their values are looked for.
func TestLeftOut(t *testing.T) {
	const policy = `{version: 1, locale: ja, tables: {people: {%s person: id, columns: {id: keep, name: person.name, email: email, phone: phone, note: text}},
		orders: {person: person, columns: {"*": {mask: keep, reason: numbers}}}, things: keep}}`
	const ddl = "CREATE TABLE `people` (`id` int NOT NULL, `name` varchar(40), `email` varchar(80), `phone` varchar(20), `note` text, PRIMARY KEY (`id`));\n" +
		"CREATE TABLE `orders` (`no` int, `person` int, `what` varchar(40), FOREIGN KEY (`person`) REFERENCES `people` (`id`));\nCREATE TABLE `things` (`body` text);\n"
	const rows = "INSERT INTO `orders` VALUES (1,1,'desk'),(2,2,'chair_for_hanako_beppu'),(3,2,'lamp'),(4,NULL,'a board');\n" +
		"INSERT INTO `people` VALUES (1,'埜河原 圭燈','keito@mail.migawari','03-0845-1194','memo'),(2,'別府 泉','izumi.beppu@mail.migawari','090-1234-5678','memo'),(3,'東 花','hana.azuma@mail.migawari',NULL,NULL);\n" +
		"INSERT INTO `things` VALUES ('TEXT');\n"
	for _, c := range []struct{ where, gone string }{{"rows: {where: id != 2},", ""}, {"", "2"}} {
		p := plan(t, fmt.Appendf(nil, policy, c.where))
		o := options()
		if c.gone != "" {
			var err error
			o.LeftOut, err = p.LeaveOut(mask.Persons{Keys: slices.Values([][]string{{c.gone}})})
			require.NoError(t, err)
		}
		raw := []byte(ddl + rows)
		survey, err := mask.NewSurvey(context.Background(), opening(raw), mysql.Dialect, p, mask.Surveyed(o.LeftOut))
		require.NoError(t, err)
		var clean bytes.Buffer
		_, err = mask.Copy(context.Background(), &clean, bytes.NewReader(raw), mysql.Dialect, p, mask.Surveyed(survey))
		require.NoError(t, err)
		check := func(masked string) *verify.Verdict {
			v, err := verify.Compare(context.Background(), opening(raw), opening([]byte(masked)), mysql.Dialect, p, o)
			require.NoError(t, err)
			return v
		}
		require.NotContains(t, clean.String(), "lamp")
		v := check(clean.String())
		require.Empty(t, v.Findings)
		require.True(t, v.Clean())
		for _, s := range v.Sources {
			if s.Column == "email" {
				require.EqualValues(t, 3, s.Searched)
				require.EqualValues(t, 2, s.InPlace)
			}
		}
		for _, leak := range []string{"izumi.beppu@mail.migawari", "chair_for_hanako_beppu"} {
			require.Len(t, survivors(check(strings.Replace(clean.String(), "TEXT", leak, 1))), 1, leak)
		}
		fewer := strings.Replace(clean.String(), ",(4,NULL,'a board')", "", 1)
		require.NotEqual(t, clean.String(), fewer)
		require.Equal(t, verify.Finding{What: verify.Rows, Table: "orders", Count: 1}, check(fewer).Findings[0])
	}
}

// TestWholeValues: what a rule has other rules in for, and writes anew as a whole, is looked for
// as any value is; of what is taken apart, the parts are.
func TestWholeValues(t *testing.T) {
	const raw = "CREATE TABLE `t` (`id` int PRIMARY KEY, `v` varchar(80), `note` text);\nINSERT INTO `t` VALUES (1,'SECRET','TEXT');\n"
	for rule, secret := range map[string]string{
		"{mask: email, else: {mask: template, text: '{hash length=16}@example.com'}}": "izumi.beppu@mail.migawari",
		"{mask: template, text: 'user {hash length=16}'}":                             "login-beppu-77",
		"shape":                       "login-beppu-77",
		"{mask: format, else: shape}": "login-beppu-77",
	} {
		p := plan(t, fmt.Appendf(nil, "{version: 1, locale: ja, tables: {t: {columns: {id: keep, v: %s, note: {mask: keep, reason: notes}}}}}", rule))
		raw := []byte(strings.Replace(raw, "SECRET", secret, 1))
		clean := masked(t, raw, mysql.Dialect, p)
		require.Empty(t, survivors(compare(t, raw, clean, mysql.Dialect, p)), rule)
		leak := bytes.Replace(clean, []byte("TEXT"), []byte("for "+secret), 1)
		require.Len(t, survivors(compare(t, raw, leak, mysql.Dialect, p)), 1, rule)
	}
}

// TestFewBytes: few bytes that are no text stand in much that is read in another way.
func TestFewBytes(t *testing.T) {
	p := plan(t, []byte("{version: 1, tables: {t: {columns: {id: keep, b: 'null', note: {mask: keep, reason: notes}}}}}"))
	for bytes, found := range map[string]int{"\xff\xfe\xfd\xfc": 0, "\xff\xfe\xfd\xfc\xfb": 0, "\xff\xfe\xfd\xfc\xfb\xfa": 1} {
		raw := []byte(fmt.Sprintf("CREATE TABLE `t` (`id` int PRIMARY KEY, `b` blob, `note` text);\nINSERT INTO `t` VALUES (1,0x%x,NULL);\n", bytes))
		clean := string(masked(t, raw, mysql.Dialect, p))
		note := base64.StdEncoding.EncodeToString([]byte(bytes + "ABCDEF"))
		v := compare(t, raw, []byte(strings.Replace(clean, ",NULL)", ",'"+note+"')", 1)), mysql.Dialect, p)
		require.Len(t, survivors(v), found, "%x", bytes)
	}
}

// TestRecurs: what two columns of a row hold is not another value that stands beside it.
func TestRecurs(t *testing.T) {
	p := plan(t, []byte("{version: 1, locale: ja, tables: {t: {columns: {id: keep, slug: {mask: template, text: 'post {hash length=16}'}, title: {mask: template, text: 'post {hash length=16}'}, note: {mask: keep, reason: notes}}}}}"))
	raw := []byte("CREATE TABLE `t` (`id` int PRIMARY KEY, `slug` varchar(80), `title` varchar(80), `note` text);\n" +
		"INSERT INTO `t` VALUES (1,'privacy-policy','Privacy Policy',NULL),(2,'notes','Anything',NULL);\n")
	clean := string(masked(t, raw, mysql.Dialect, p))
	v := compare(t, raw, []byte(strings.Replace(clean, ",NULL)", ",'page_for_privacy_policy')", 1)), mysql.Dialect, p)
	require.Empty(t, survivors(v))
}

// TestHashes looks for those of values in columns of bytes, and counts hashes of nothing.
func TestHashes(t *testing.T) {
	p := plan(t, []byte(plantPolicy))
	raw := plantRaw()
	clean := string(masked(t, raw, mysql.Dialect, p))
	for _, sum := range []string{md5Of(strings.ToLower(plantEmail)), sha1Of(plantPhone), sha224Of(plantName), sha256Of(plantEmail), sha384Of(plantEmail), sha512Of(plantName)} {
		v := compare(t, raw, []byte(strings.Replace(clean, "'a chair',NULL", "'"+md5Of("nobody")+"',0x"+sum, 1)), mysql.Dialect, p)
		require.Len(t, survivors(v), 1)
		f := survivors(v)[0]
		require.Equal(t, "things.bytes people hash 1", fmt.Sprint(f.Table, ".", f.Column, " ", f.SourceTable, " ", f.Guise, " ", f.Count))
		require.EqualValues(t, 5, f.First.Line)
	}
}

// TestCollect: what is taken while the dump is masked leads to the same verdict.
func TestCollect(t *testing.T) {
	p := plan(t, read(t, "examples", "classpad", "policy.yaml"))
	raw := read(t, "testdata", "classpad", "postgres.sql")
	clean := masked(t, raw, postgres.Dialect, p)
	leak := bytes.Replace(clean, []byte("\nSET "), []byte("\n-- "+hexOf([]byte("x鈴木 一郎"))+"\nSET "), 1)
	for _, dump := range [][]byte{clean, leak, raw} {
		c, err := verify.Collect(context.Background(), bytes.NewReader(raw), postgres.Dialect, p, options())
		require.NoError(t, err)
		v, err := c.Compare(context.Background(), opening(raw), opening(dump), postgres.Dialect)
		require.NoError(t, err)
		want := compare(t, raw, dump, postgres.Dialect, p)
		require.ElementsMatch(t, want.Findings, v.Findings)
		require.ElementsMatch(t, want.Sources, v.Sources)
		require.Equal(t, want.Clean(), v.Clean())
	}
}

// TestLikeness names dumps that are not what they should be.
func TestLikeness(t *testing.T) {
	policy := read(t, "examples", "classpad", "policy.yaml")
	p := plan(t, policy)
	raw := read(t, "testdata", "classpad", "mariadb.sql")
	clean := masked(t, raw, mysql.Dialect, p)
	require.Empty(t, compare(t, raw, clean, mysql.Dialect, p).Like)
	require.Equal(t, verify.LikeSwapped, compare(t, clean, raw, mysql.Dialect, p).Like)
	require.Equal(t, verify.LikeRaw, compare(t, raw, raw, mysql.Dialect, p).Like)
	require.Equal(t, verify.LikeRaw, run(t, raw, mysql.Dialect, p).Like)
	other := strings.Replace(string(policy), "email: email", "email: {mask: keep, reason: known}", 1)
	require.Greater(t, len(other), len(policy))
	v := run(t, masked(t, raw, mysql.Dialect, plan(t, []byte(other))), mysql.Dialect, p)
	require.Equal(t, verify.LikeOther, v.Like)
	require.NotEmpty(t, v.Findings)
	// Another key cannot be told: which one it was, the audit says.
	again, err := policyfile.Parse(policy)
	require.NoError(t, err)
	keyed, err := mask.Compile(again, mask.EphemeralKey(), builtin.Set(ja.Locale))
	require.NoError(t, err)
	require.True(t, compare(t, raw, masked(t, raw, mysql.Dialect, keyed), mysql.Dialect, p).Clean())
}

// TestCutShort: a masked dump that is not whole is no dump, or lacks rows.
func TestCutShort(t *testing.T) {
	p := plan(t, read(t, "examples", "classpad", "policy.yaml"))
	for _, d := range dumps {
		raw := read(t, "testdata", "classpad", d.file)
		clean := masked(t, raw, d.dialect, p)
		for _, part := range []int{1, 3, 7, 9} {
			cut := clean[:len(clean)*part/10]
			v, err := verify.Compare(context.Background(), opening(raw), opening(cut), d.dialect, p, options())
			require.True(t, err != nil || !v.Clean(), "%s: %d of 10", d.file, part)
			var broken *verify.ReadError
			require.False(t, errors.As(err, &broken), "it is not the source that is cut")
			_, err = verify.Compare(context.Background(), opening(raw[:len(raw)*part/10]), opening(clean), d.dialect, p, options())
			require.ErrorAs(t, err, &broken)
		}
	}
}

// TestChannelsOfPostgres hides a value wherever a dump of PostgreSQL can hold one.
func TestChannelsOfPostgres(t *testing.T) {
	p := plan(t, []byte(`{version: 1, locale: ja, ddl: keep, tables: {people: {person: id, columns: {id: keep, name: person.name, email: email}}, things: {columns: {"*": {mask: keep, reason: texts of ours}}}}}`))
	raw := "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\nCREATE TABLE public.people (\n    id integer NOT NULL,\n    name text,\n    email text\n);\n" +
		"CREATE TABLE public.things (\n    body text,\n    bytes bytea,\n    doc jsonb,\n    sum uuid\n);\nCOPY public.people (id, name, email) FROM stdin;\n1\t" + plantName + "\t" + plantEmail + "\n2\t別府 泉\tizumi.beppu@kirisaka.migawari\n\\.\n\n" +
		"COPY public.things (body, bytes, doc, sum) FROM stdin;\na chair\t\\N\t\\N\t\\N\n\\.\n\n"
	clean := string(masked(t, []byte(raw), postgres.Dialect, p))
	require.True(t, compare(t, []byte(raw), []byte(clean), postgres.Dialect, p).Clean())
	row := func(s string) string { return strings.Replace(clean, "a chair\t\\N\t\\N\t\\N", s, 1) }
	sum := md5Of(plantEmail)
	for name, dump := range map[string]string{
		"comment":    clean + "COMMENT ON TABLE public.people IS 'made for " + plantName + "';\n",
		"default":    strings.Replace(clean, "body text", "body text DEFAULT '"+plantEmail+"'::text", 1),
		"check":      strings.Replace(clean, "body text", "body text CHECK (body <> E'"+cEscaped(plantName)+"')", 1),
		"view":       clean + "CREATE VIEW public.v AS SELECT 1 AS one FROM public.people WHERE (email = '" + plantEmail + "'::text);\n",
		"routine":    clean + "CREATE FUNCTION public.f() RETURNS text LANGUAGE sql AS $$ SELECT '" + plantName + "' $$;\n",
		"statistics": clean + "SELECT * FROM pg_catalog.pg_restore_attribute_stats(\n\t'version', '180000'::integer,\n\t'schemaname', 'public',\n\t'relname', 'people',\n\t'attname', 'email',\n\t'inherited', 'f'::boolean,\n\t'most_common_vals', '{" + plantEmail + ",a@b.c}'::text\n);\n",
		"line":       strings.Replace(clean, "COPY public.things", "-- "+plantName+"\nCOPY public.things", 1),
		"text":       row("for " + plantName + "\t\\N\t\\N\t\\N"),
		"bytes":      row("a\t\\\\x" + hexOf(in("eucjpms", plantName)) + "\t\\N\t\\N"),
		"json":       row("a\t\\N\t{\"n\": \"" + strings.ReplaceAll(escapedJSON(plantName), `\`, `\\`) + "\"}\t\\N"),
		"uuid":       row("a\t\\N\t\\N\t" + sum[:8] + "-" + sum[8:12] + "-" + sum[12:16] + "-" + sum[16:20] + "-" + sum[20:]),
	} {
		require.NotEqual(t, clean, dump, name)
		v := survivors(compare(t, []byte(raw), []byte(dump), postgres.Dialect, p))
		require.Len(t, v, 1, name)
		require.Equal(t, "public.people", v[0].SourceTable, name)
	}
}
