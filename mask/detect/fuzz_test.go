package detect

import (
	"context"
	"errors"
	"hash/maphash"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
)

// names are what columns have been called.
var names = []string{"last_name", "userIDs", "tel01", "生徒氏名", "保護者電話番号", "HTTPServerIP", "ｔｅｌ", "gakuseki_bangou", "", "___", "a", "é", "ﾌﾘｶﾞﾅ", "\x00\xff", "\u202ename", "\x1b[31m", strings.Repeat("ab", 200), strings.Repeat("名", 80), "1234567890", "naïve_Straße", "İstanbul"}

// FuzzName: what words a name is cut into holds every letter and digit of it, in their
// order, and what is asked of a cut name is answered.
func FuzzName(f *testing.F) {
	for _, n := range names {
		f.Add(n)
	}
	f.Fuzz(func(t *testing.T, name string) {
		w := Builtin()
		words := w.cut(name, initials{})
		if len(name) <= longestName { // longer ones say nothing
			require.Equal(t, strings.Join(pieces(name), ""), strings.Join(words, ""))
		}
		for _, word := range words {
			require.NotEmpty(t, word)
			require.True(t, utf8.ValidString(word))
		}
		p := w.parse(name)
		for i := range len(p.units) + 2 {
			p.last(i).kind()
		}
	})
}

// FuzzValue: any bytes are a value.
func FuzzValue(f *testing.F) {
	for _, v := range append([]string{"12 , ,", ",", ", St", "1 a st,", `{"a":"`, "a:1:{", "PO Box ", "東京都", "市1", "((", "\xff\xd8\xff"}, names...) {
		f.Add([]byte(v))
	}
	f.Fuzz(func(t *testing.T, v []byte) {
		s := &stats{}
		s.add(v, 1, &scratch{seed: maphash.MakeSeed()})
		require.EqualValues(t, 1, s.seen)
		f := s.weigh(Finding{Kind: None, Confidence: perhaps}, true)
		require.NotEmpty(t, f.Kind)
	})
}

// FuzzSample: whatever is read, there is an error or an answer.
func FuzzSample(f *testing.F) {
	f.Add("CREATE TABLE t (id int, `\x1b[31m` text);\nINSERT INTO t VALUES (1,'a@corp.test'),(2,NULL);\n")
	f.Add("INSERT INTO `users` (`id`,`mail`) VALUES (1,'a@corp.test');\n")
	f.Add("\x00\x01\x02")
	f.Add("")
	f.Fuzz(func(t *testing.T, dump string) {
		r, err := Sample(context.Background(), strings.NewReader(dump), mysql.Dialect, dialects.ScanOptions{}, Options{})
		if err != nil {
			var e *dialects.Error
			require.True(t, errors.As(err, &e) || errors.Is(err, context.Canceled), "%T", err)
			return
		}
		for _, tb := range r.Tables {
			require.Len(t, tb.Columns, len(tb.Table.Columns))
		}
	})
}
