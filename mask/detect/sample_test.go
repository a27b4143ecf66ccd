package detect

import (
	"context"
	"fmt"
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
