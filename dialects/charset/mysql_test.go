package charset_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
)

// The names of all character sets of MySQL and MariaDB. Those without a text
// are not supported: only their ASCII can be masked.
var mysqlSets = []struct{ name, text, bytes string }{
	{"armscii8", "", ""}, {"dec8", "", ""}, {"geostd8", "", ""}, {"hp8", "", ""}, {"keybcs2", "", ""}, {"macce", "", ""}, {"swe7", "", ""},
	{"ascii", "az~\\", "az~\\"}, {"big5", "功許蓋", "\xa5\x5c\xb3\x5c\xbb\x5c"}, {"binary", "é", "é"},
	{"cp1250", "ž", "\x9e"}, {"cp1251", "Ж", "\xc6"}, {"cp1256", "ب", "\xc8"}, {"cp1257", "ž", "\xfe"}, {"cp850", "é", "\x82"}, {"cp852", "ž", "\xa7"}, {"cp866", "Ж", "\x86"},
	{"cp932", "ソ表能～①", "\x83\x5c\x95\x5c\x94\x5c\x81\x60\x87\x40"}, {"sjis", "ソ表能", "\x83\x5c\x95\x5c\x94\x5c"},
	{"eucjpms", "日本", "\xc6\xfc\xcb\xdc"}, {"ujis", "日本ｱé", "\xc6\xfc\xcb\xdc\x8e\xb1\x8f\xab\xb1"}, {"euckr", "한", "\xc7\xd1"},
	{"gb18030", "許é", "\xd4\x53\xa8\xa6"}, {"gb2312", "许", "\xd0\xed"}, {"gbk", "許", "\xd4\x53"},
	{"greek", "α", "\xe1"}, {"hebrew", "א", "\xe0"}, {"koi8r", "Ж", "\xf6"}, {"koi8u", "ї", "\xa7"},
	{"latin1", "é€", "\xe9\x80"}, {"latin2", "ž", "\xbe"}, {"latin5", "ş", "\xfe"}, {"latin7", "ž", "\xfe"}, {"macroman", "é", "\x8e"}, {"tis620", "ก", "\xa1"},
	{"ucs2", "é", "\x00\xe9"}, {"utf16", "é😀", "\x00\xe9\xd8\x3d\xde\x00"}, {"utf16le", "é", "\xe9\x00"}, {"utf32", "é", "\x00\x00\x00\xe9"},
	{"utf8", "é日", "é日"}, {"utf8mb3", "é日", "é日"}, {"utf8mb4", "😀", "😀"},
}

func TestMySQL(t *testing.T) {
	for _, c := range mysqlSets {
		set := charset.MySQL(c.name)
		if c.text == "" {
			require.Nil(t, set, c.name)
			continue
		}
		require.NotNil(t, set, c.name)
		got, err := set.Decode([]byte("x"), []byte(c.bytes))
		require.NoError(t, err, c.name)
		require.Equal(t, "x"+c.text, string(got), c.name)
		got, err = set.Encode([]byte("x"), []byte(c.text))
		require.NoError(t, err, c.name)
		require.Equal(t, "x"+c.bytes, string(got), c.name)
	}
}

// TestLacking: what a set lacks is an error, also where the encoder of a larger
// set would write it.
func TestLacking(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"ascii", "é"}, {"latin1", "日"}, {"cp932", "😀"}, {"ujis", "한"}, {"gb2312", "許"}, {"big5", "许"}, {"big5", "ā"}, {"euckr", "é"}, {"utf8mb3", "😀"}, {"koi8r", "é"},
	} {
		got, err := charset.MySQL(c.name).Encode([]byte("x"), []byte(c.text))
		require.ErrorIs(t, err, dialects.ErrEncode, "%s %s", c.name, c.text)
		require.Equal(t, "x", string(got))
	}
}

func TestUnknown(t *testing.T) {
	got, err := charset.Unknown.Decode(nil, []byte("abc"))
	require.NoError(t, err)
	require.Equal(t, "abc", string(got))
	_, err = charset.Unknown.Decode(nil, []byte("\xe9"))
	require.ErrorIs(t, err, dialects.ErrNoCharset)
	_, err = charset.Unknown.Encode(nil, []byte("é"))
	require.ErrorIs(t, err, dialects.ErrEncode)
}
