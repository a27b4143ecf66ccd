package policyfile_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// condition compiles a condition alone.
func condition(text string) (mask.Condition, error) {
	quoted, err := json.Marshal(text)
	if err != nil {
		return nil, err
	}
	p, err := policyfile.Parse(fmt.Appendf(nil, `{"version": 1, "tables": {"t": {"rows": {"where": %s}}}}`, quoted))
	if err != nil {
		return nil, err
	}
	return p.Tables[0].Where, nil
}

// A spy stands in for a condition: it changes the columns that the condition is
// bound to and sees the row.
type spy struct {
	mask.Condition
	change func(*schema.Column)
	see    func(mask.Test, *mask.Row)
	answer *bool
}

func (s spy) Bind(columns []*schema.Column) (mask.Test, error) {
	own := make([]*schema.Column, len(columns))
	for i, c := range columns {
		copied := *c
		if s.change != nil {
			s.change(&copied)
		}
		own[i] = &copied
	}
	test, err := s.Condition.Bind(own)
	if err != nil {
		return nil, err
	}
	return func(row *mask.Row) (bool, error) {
		ok, err := test(row)
		if s.see != nil {
			s.see(test, row)
		}
		*s.answer = ok
		return ok, err
	}, nil
}

// judge runs a condition over one row of a MySQL dump.
func judge(columns, values, text string, change func(*schema.Column), see func(mask.Test, *mask.Row)) (bool, error) {
	c, err := condition(text)
	if err != nil {
		return false, err
	}
	var answer bool
	policy := &mask.Policy{Tables: []mask.Table{{
		Pattern: "t", Where: spy{c, change, see, &answer},
		Columns: []mask.Column{{Name: "*", Arms: one(mask.Rule{Mask: mask.Keep})}},
	}}}
	plan, err := mask.Compile(policy, mask.EphemeralKey(), mask.Set{})
	if err != nil {
		return false, err
	}
	dump := fmt.Sprintf("CREATE TABLE `t` (%s) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;\nINSERT INTO `t` VALUES (%s);\n", columns, values)
	var out bytes.Buffer
	_, err = mask.Copy(context.Background(), &out, strings.NewReader(dump), mysql.Dialect, plan, mask.Workers(1))
	if err == nil && answer != strings.Contains(out.String(), "INSERT INTO") {
		return false, errors.New("the row did not follow the condition")
	}
	return answer, err
}

// conditionTests judge one row of this table.
const (
	rowColumns = "`id` int, `none` int, `word` varchar(40), `nothing` varchar(40), `empty` varchar(40), `big` decimal(40,20), `real` double, " +
		"`born` date, `at` datetime(3), `time` time, `yes` tinyint(1), `no` tinyint(1), `bit` bit(1), `Mixed Case` int, `日本語` varchar(40), " +
		"`year` year, `code` varchar(20), `blob` blob, `kind` enum('A','b'), `other` varchar(40), `far` datetime, `js` json, `in` int"
	rowValues = `42, NULL, 'School', NULL, '', 12345678901234567890.12345678901234567890, 1.5e-7, ` +
		`'2008-04-01', '2026-04-01 08:30:00.000', '08:30:00', 1, 0, b'1', 7, 'さくら', ` +
		`2026, '0042', 'ab', 'A', 'School', '0000-00-00 00:00:00', '{"a": 1}', 3`
)

var conditionTests = []struct {
	condition string
	want      bool
}{
	// comparison of text: this table's collation is utf8mb4_bin
	{"word == 'School'", true},
	{"word == 'school'", false},
	{"word != 'school'", true},
	{"'School' == word", true},
	{"word < 'Scoop'", true},
	{"'Scoop' > word", true},
	{"word >= 'School'", true},
	{"word > 'School'", false},
	{"'Schoo' <= word", true},
	{"'Schoo' >= word", false},
	{"word <= 'Schoo'", false},
	{"word == 'School  '", true}, // PAD SPACE
	{"exact(word) == 'School  '", false},
	{"word == other", true},
	{"exact(word) == exact(other)", true},
	{"empty == ''", true},
	{"empty == nil", false},
	{"日本語 == 'さくら'", true},
	{"日本語 == 'サクラ'", false},
	{`word == "School"`, true},
	{"word == `School`", true},
	{`word == "\x53chool"`, true},
	{"kind == 'A'", true},
	{"kind == 'a'", false},
	{"blob == 'ab'", true},
	{`js == '{"a": 1}'`, true},
	// NULL
	{"none == nil", true},
	{"none != nil", false},
	{"nil == none", true},
	{"id == nil", false},
	{"id != nil", true},
	{"none == 1", false},
	{"none != 1", false},
	{"none < 1", false},
	{"not (none == 1)", true},
	{"not (none != 1)", true},
	{"nothing == 'x'", false},
	{"nothing != 'x'", false},
	{"nothing == ''", false},
	{"nothing in ['x', '']", false},
	{"nothing not in ['x', '']", false},
	{"not (nothing in ['x', ''])", true},
	{"nothing matches '.*'", false},
	{"nothing not matches '.*'", false},
	{"not (nothing matches '.*')", true},
	{"nothing == word", false},
	{"nothing != word", false},
	{"nothing == nothing", false},
	{"none == nil and nothing == nil", true},
	{"exact(nothing) == nil", true},
	// numbers
	{"id == 42", true},
	{"id == '42'", true},
	{"id == '042.0'", true},
	{"id == 4.2e1", true},
	{"id == 0x2A", true},
	{"id == 4_2", true},
	{"id != 42", false},
	{"id < 42.000000000000000000000000000000000001", true},
	{"id > -1", true},
	{"id > '-1'", true},
	{"-1 < id", true},
	{"40 < id < 50", true},
	{"40 < id < 42", false},
	{"big == 12345678901234567890.1234567890123456789", true},
	{"big == 12345678901234567890.1234567890123456788", false},
	{"big < 12345678901234567890.1234567890123456790", true},
	{"big > 9223372036854775807", true},
	{"big < '99999999999999999999999999999999999999999'", true},
	{"real == 0.00000015", true},
	{"real == 15e-8", true},
	{"real < 1.51e-7", true},
	{"year >= 2026", true},
	{"code == 42", true},
	{"code == '42'", false},
	{"code in [41, 42]", true},
	{"word == 1", false},
	{"word != 1", false},
	{"word < 1", false},
	{"word in [1, 'School']", true},
	{"word not in [1, 'x']", false}, // School != 1 does not hold
	{"empty == 0", false},
	{"id == code", true},
	{"id == word", false},
	{"id != word", false},
	{"col(\"Mixed Case\") == 7", true},
	{"col('MIXED case') == 7", true},
	{"ID == 42", true},
	{"col(\"in\") == 3", true},
	// truth
	{"yes == true", true},
	{"yes == false", false},
	{"yes != false", true},
	{"no == false", true},
	{"true == yes", true},
	{"bit == true", true},
	{"bit == 1", true},
	{"bit == 'true'", true},
	{"yes == 1", true},
	{"id == true", false},
	{"id == false", false},
	{"id != true", false},
	{"none == false", false},
	{"yes == bit", true},
	{"yes in [true]", true},
	// dates and times
	{"born == '2008-04-01'", true},
	{"born == '2008-04-01 00:00:00'", true},
	{"born < '2008-04-02'", true},
	{"born > '2007-12-31'", true},
	{"at == '2026-04-01 08:30'", true},
	{"at == '2026-04-01T08:30:00'", true},
	{"at > '2026-04-01'", true},
	{"at < '2026-04-01 08:30:00.001'", true},
	{"at >= '2026-04-01 08:30:00+09:00'", true},
	{"born < at", true},
	{"time > '08:00'", true},
	{"time == '08:30:00.0'", true},
	{"time == at", false},
	{"at > word", false},
	{"at != word", false},
	{"time != at", false},
	{"far == '0000-00-00'", true},
	{"at in ['2026-04-01 08:30:00']", true},
	{"exact(at) == '2026-04-01 08:30:00.000'", true},
	{"exact(at) == '2026-04-01 08:30:00'", false},
	// lists and patterns
	{"id in [1, 42]", true},
	{"id in [1, 2]", false},
	{"id not in [1, 2]", true},
	{"id not in [1, 42]", false},
	{"id in ['42']", true},
	{"word in ['x', 'School']", true},
	{"exact(word) in ['School ']", false},
	{"word not in ['x']", true},
	{"word matches '^S.*l$'", true},
	{"word matches '^school$'", false},
	{"word matches '(?i)^school$'", true},
	{"word not matches 'z'", true},
	{"日本語 matches `^\\p{Hiragana}+$`", true},
	{"id matches '^4'", true},
	// logic
	{"id == 42 and word == 'x'", false},
	{"id == 42 or word == 'x'", true},
	{"id == 41 or word == 'x'", false},
	{"id == 41 || word == 'School' && yes == true", true},
	{"(id == 41 || word == 'School') && no == true", false},
	{"!(id == 41)", true},
	{"not (id == 42 and yes == true)", false},
	{"not (id == 41) and not (id == 43)", true},
}

func TestConditions(t *testing.T) {
	for _, c := range conditionTests {
		t.Run(c.condition, func(t *testing.T) {
			got, err := judge(rowColumns, rowValues, c.condition, nil, nil)
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

// TestConditionsDoNotAllocate asks each condition a hundred times.
func TestConditionsDoNotAllocate(t *testing.T) {
	for _, c := range conditionTests {
		asked := false
		_, err := judge(rowColumns, rowValues, c.condition, nil, func(test mask.Test, row *mask.Row) {
			asked = true
			allocs := testing.AllocsPerRun(100, func() {
				if _, err := test(row); err != nil {
					panic(err)
				}
			})
			require.Zero(t, allocs, c.condition)
		})
		require.NoError(t, err)
		require.True(t, asked)
	}
}

// TestBytesAreNotText holds that bytes that are no UTF-8 are told apart.
func TestBytesAreNotText(t *testing.T) {
	for _, collation := range []string{"", "utf8mb4_bin", "utf8mb4_general_ci", "utf8mb4_0900_ai_ci", "utf8mb4_0900_as_cs"} {
		change := func(c *schema.Column) { c.Type.Kind, c.Collation = schema.Text, collation }
		for value, want := range map[string]bool{"0xff": false, "0xfe": false, "0x61": true} {
			got, err := judge("`x` blob, `y` blob", value+", 0x61", "x == y", change, nil)
			require.NoError(t, err)
			require.Equal(t, want, got, "%s %s", collation, value)
			got, err = judge("`x` blob, `y` blob", value+", 0xfd", "x == y", change, nil)
			require.NoError(t, err)
			require.False(t, got, "%s %s", collation, value)
		}
	}
}

func BenchmarkConditions(b *testing.B) {
	ci := func(c *schema.Column) {
		if c.Type.Kind == schema.Text {
			c.Collation = "utf8mb4_0900_ai_ci"
		}
	}
	for _, c := range []struct {
		name, condition string
		change          func(*schema.Column)
	}{
		{"bytes", "exact(word) == 'Schoot'", nil},
		{"ascii", "word == 'schoot'", ci},
		{"kana", "日本語 == 'サクレ'", ci},
		{"number", "big < 12345678901234567890.2", nil},
		{"list", "id in [1, 2, 3, 4, 5, 6, 7, 8]", nil},
		{"moment", "at >= '2026-04-01 09:00'", nil},
		{"pattern", "word matches '^S.*l$'", nil},
	} {
		b.Run(c.name, func(b *testing.B) {
			_, err := judge(rowColumns, rowValues, c.condition, c.change, func(test mask.Test, row *mask.Row) {
				for b.Loop() {
					if _, err := test(row); err != nil {
						b.Fatal(err)
					}
				}
			})
			require.NoError(b, err)
		})
	}
}

// TestConditionsOfTypes judges a value under a type and collation that another
// dialect may give.
func TestConditionsOfTypes(t *testing.T) {
	text := func(collation string) schema.Column {
		return schema.Column{Type: schema.Type{Kind: schema.Text, Name: "varchar"}, Collation: collation}
	}
	kind := func(k schema.Kind) schema.Column { return schema.Column{Type: schema.Type{Kind: k}} }
	for _, c := range []struct {
		column    schema.Column
		value     string
		condition string
		want      bool
	}{
		{text("utf8mb4_0900_ai_ci"), "'ハハ'", "x == 'ぱぱ'", true},
		{text("utf8mb4_0900_ai_ci"), "'ｻｸﾗ'", "x == 'さくら'", true},
		{text("utf8mb4_0900_ai_ci"), "'Ｓｃｈｏｏｌ'", "x == 'school'", true},
		{text("utf8mb4_0900_ai_ci"), "'Ｓｃｈｏｏｌ'", "exact(x) == 'school'", false},
		{text("utf8mb4_0900_ai_ci"), "'school '", "x == 'school'", false}, // NO PAD
		{text("utf8mb4_0900_ai_ci"), "'SCHOOL'", "x in ['home', 'school']", true},
		{text("utf8mb4_0900_ai_ci"), "'SCHOOL'", "x not in ['home', 'school']", false},
		{text("utf8mb4_0900_ai_ci"), "'SCHOOL'", "x < 'schooled'", true},
		{text("utf8mb4_0900_ai_ci"), "'SCHOOL'", "x matches 'school'", false},
		{text("utf8mb4_0900_as_ci"), "'サクラ'", "x == 'さくら'", true},
		{text("utf8mb4_0900_as_ci"), "'ハハ'", "x == 'ぱぱ'", false},
		{text("utf8mb4_0900_as_cs"), "'サクラ'", "x == 'さくら'", false},
		{text("utf8mb4_ja_0900_as_cs"), "'サクラ'", "x == 'さくら'", true},
		{text("utf8mb4_ja_0900_as_cs"), "'A'", "x == 'a'", false},
		{text("utf8mb4_ja_0900_as_cs_ks"), "'サクラ'", "x == 'さくら'", false},
		{text("utf8mb4_general_ci"), "'school  '", "x == 'SCHOOL'", true},
		{text("utf8mb4_general_ci"), "'サクラ'", "x == 'さくら'", false},
		{text("utf8mb4_0900_bin"), "'a '", "x == 'a'", false},
		{text("cp932_japanese_ci"), "'ABC山'", "x == 'abc山'", true},
		{text("cp932_japanese_ci"), "'Ａ'", "x == 'ａ'", false},
		{schema.Column{Type: schema.Type{Kind: schema.Text}, Charset: "utf8mb4"}, "'A '", "x == 'a'", true},
		{schema.Column{Type: schema.Type{Kind: schema.Text}, Charset: "cp932"}, "'A'", "x == 'a'", true},
		{schema.Column{Type: schema.Type{Kind: schema.Text}, Charset: "latin1"}, "'É'", "x == 'e'", true},
		{schema.Column{Type: schema.Type{Kind: schema.Text}, Charset: "binary"}, "'A'", "x == 'a'", false},
		{schema.Column{Type: schema.Type{Kind: schema.Enum}, Charset: "utf8mb4"}, "'A'", "x == 'a'", true},
		{schema.Column{Type: schema.Type{Kind: schema.JSON}, Charset: "utf8mb4"}, "'A'", "x == 'a'", false},
		{text("utf8mb4_0900_ai_ci"), "'HÆlĦ'", "x == 'haelh'", true},
		{text("utf8mb4_0900_ai_ci"), "'ぁゕゖ'", "x == 'アカケ'", true},
		{text("utf8mb4_0900_ai_ci"), "'日本'", "x == 'にほん'", false},
		{text("utf8mb4_spanish_ci"), "'Ａ'", "x == 'a'", true},
		{text("utf8mb4_nopad_bin"), "'a '", "x == 'a'", false},
		{text("latin1_general_cs"), "'a '", "x == 'a'", true},
		// PostgreSQL
		{text(""), "'A'", "x == 'a'", false},
		{text("en_US.utf8"), "'A'", "x == 'a'", false},
		{text("C"), "'a '", "x == 'a'", false},
		{schema.Column{Type: schema.Type{Kind: schema.Text, Name: "character", FixedSize: true}}, "'a   '", "x == 'a'", true},
		{schema.Column{Type: schema.Type{Kind: schema.Text, Name: "public.citext"}}, "'É'", "x == 'é'", true},
		{schema.Column{Type: schema.Type{Kind: schema.Text, Array: true}, Collation: "utf8mb4_general_ci"}, "'{A}'", "x == '{a}'", false},
		{kind(schema.Bool), "'t'", "x == true", true},
		{kind(schema.Bool), "'f'", "x == true", false},
		{kind(schema.Bool), "'true'", "x == 't'", true},
		{kind(schema.Bool), "'FALSE'", "x == 0", true},
		{kind(schema.Bool), "'maybe'", "x != true", false},
		{kind(schema.UUID), "'6F9619FF-8B86-D011-B42D-00C04FC964FF'", "x == '6f9619ff-8b86-d011-b42d-00c04fc964ff'", true},
		{kind(schema.Decimal), "'NaN'", "x != 1", false},
		{kind(schema.Float), "'Infinity'", "x > 1", false},
		{kind(schema.Float), "'1e+20'", "x == 100000000000000000000", false}, // see below: the literal is too large
		{kind(schema.Float), "'1e+20'", "x == '100000000000000000000'", true},
		{kind(schema.DateTime), "'2026-04-01 08:30:00+09'", "x == '2026-04-01 08:30:00+09:00'", true},
		{kind(schema.DateTime), "'2026-04-01 08:30:00+09'", "x == '2026-04-01 08:30:00+00'", false},
		{kind(schema.DateTime), "'2026-04-01 08:30:00+09'", "x != '2026-04-01 08:30:00+00'", false},
		{kind(schema.DateTime), "'2026-04-01 08:30:00+00'", "x == '2026-04-01 08:30:00Z'", true},
		{kind(schema.DateTime), "'infinity'", "x > '2026-04-01'", false},
		{kind(schema.Date), "'0044-03-15 BC'", "x < '2026-04-01'", false},
		{kind(schema.Date), "'10000-01-01'", "x > '2026-04-01'", false},
		{kind(schema.Time), "'838:59:59'", "x > '08:00'", false},
		{kind(schema.Interval), "'1 day'", "x == '1 day'", true},
		// SQLite
		{text("NOCASE"), "'A'", "x == 'a'", true},
		{text("NOCASE"), "'É'", "x == 'é'", false},
		{text("RTRIM"), "'a  '", "x == 'a'", true},
		{text("RTRIM"), "'A  '", "x == 'a'", false},
		{text("BINARY"), "'a  '", "x == 'a'", false},
		// a column of which only the name is known
		{kind(schema.Unknown), "'A'", "x == 'a'", false},
		{kind(schema.Unknown), "'1.0'", "x == 1", true},
		{kind(schema.Unknown), "'t'", "x == true", true},
	} {
		t.Run(c.condition+" "+c.value, func(t *testing.T) {
			change := func(col *schema.Column) {
				col.Type, col.Charset, col.Collation = c.column.Type, c.column.Charset, c.column.Collation
			}
			got, err := judge("`x` varchar(60)", c.value, c.condition, change, nil)
			if c.condition == "x == 100000000000000000000" {
				require.ErrorContains(t, err, "the number is too large")
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.want, got)
		})
	}
}

// TestBindErrors holds that what a column can never satisfy is found before the
// first row, and that the error names the column and shows no literal.
func TestBindErrors(t *testing.T) {
	columns := []*schema.Column{
		{Name: "id", Type: schema.Type{Kind: schema.Integer}},
		{Name: "born", Type: schema.Type{Kind: schema.Date}},
		{Name: "time", Type: schema.Type{Kind: schema.Time}},
		{Name: "yes", Type: schema.Type{Kind: schema.Bool}},
		{Name: "price", Type: schema.Type{Kind: schema.Decimal}},
		{Name: "a", Type: schema.Type{Kind: schema.Text}, Collation: "utf8mb4_bin"},
		{Name: "b", Type: schema.Type{Kind: schema.Text}, Collation: "utf8mb4_general_ci"},
		{Name: "Twice"}, {Name: "tWICE"},
		{Name: "bad\x1bname", Type: schema.Type{Kind: schema.Integer}},
	}
	for _, c := range []struct{ condition, want string }{
		{"missing == 'canary'", "condition: there is no column missing"},
		{"id == 1 and missing != nil", "condition: there is no column missing"},
		{"id == 1 or missing matches 'canary'", "condition: there is no column missing"},
		{"not (missing in ['canary'])", "condition: there is no column missing"},
		{"id == missing", "condition: there is no column missing"},
		{"missing == id", "condition: there is no column missing"},
		{"twice == 'canary'", "condition: two columns are called twice, in different letters"},
		{"id == 'canary'", "condition: column id holds numbers and is compared with a text that is none"},
		{"id in [1, 'canary']", "condition: column id holds numbers and is compared with a text that is none"},
		{"price == true", "condition: column price holds numbers and is compared with true or false"},
		{"born == 20080401", "condition: column born holds dates or times and is compared with a number"},
		{"born == true", "condition: column born holds dates or times and is compared with true or false"},
		{"born == 'canary'", "condition: column born holds dates or times and is compared with a text of another form; write 2026-04-01, 2026-04-01 08:30:00 or 08:30:00"},
		{"born == '1/4/2008'", "condition: column born holds dates or times and is compared with a text of another form; write 2026-04-01, 2026-04-01 08:30:00 or 08:30:00"},
		{"born == '08:30'", "condition: column born holds dates or times and is compared with a text of another form; write 2026-04-01, 2026-04-01 08:30:00 or 08:30:00"},
		{"time == '2026-04-01'", "condition: column time holds dates or times and is compared with a text of another form; write 2026-04-01, 2026-04-01 08:30:00 or 08:30:00"},
		{"yes == 'canary'", "condition: column yes holds true or false and is compared with something else"},
		{"yes == 2", "condition: column yes holds true or false and is compared with something else"},
		{"a == b", "condition: columns a and b have different collations; compare them by exact(...)"},
		{"col(\"bad\\x1bname\") == 'canary'", `condition: column bad\u{1b}name holds numbers and is compared with a text that is none`},
	} {
		t.Run(c.condition, func(t *testing.T) {
			compiled, err := condition(c.condition)
			require.NoError(t, err)
			_, err = compiled.Bind(columns)
			require.EqualError(t, err, c.want)
		})
	}
}

// TestConditionsPassErrorsOn holds that a value that cannot be read stops the
// run, wherever in a condition it stands.
func TestConditionsPassErrorsOn(t *testing.T) {
	for _, text := range []string{
		"x == 'a'", "x in ['a']", "x matches 'a'", "x == y", "y == x", "not (x == 'a')", "x == 'a' or y == 'b'", "y == 'b' and x == 'a'",
	} {
		_, err := judge("`x` varchar(9), `y` varchar(9)", "now(), 'b'", text, nil, nil)
		require.ErrorIs(t, err, mask.ErrCondition, text)
	}
	ok, err := judge("`x` varchar(9), `y` varchar(9)", "now(), 'b'", "y == 'a' and x == 'a'", nil, nil)
	require.NoError(t, err, "what the answer does not depend on is not read")
	require.False(t, ok)
}
