package charset_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/charset"
)

// TestCodes: what is decoded is encoded as it was.
func TestCodes(t *testing.T) {
	for _, c := range []struct {
		set, code, text string
	}{
		{"utf8mb4", "\xe9\xab\x99\xf0\x9f\x91\xa9", "髙👩"},
		{"latin1", "\x80\x81\xe9", "€\u0081é"},
		{"cp932", "\x95\x5c\x83\x5c\xb1", "表ソｱ"},
		{"cp932", "\x81\x60\x81\x7c", "～－"},
		{"sjis", "\x81\x60\x81\x7c", "〜−"},
		{"cp932", "\xf0\x40\xf0\x7e\xf0\x80\xf0\xfc\xf1\x40\xf9\xfc", "\ue000\ue03e\ue03f\ue0bb\ue0bc\ue757"},
		{"cp932", "\x82\xf0\x40", "を@"}, // no user-defined character
		{"eucjpms", "\x8f\xf4\xfb\x8f\xf4\xbd\x8f\xf3\xf3\x8f\xf4\xfe", "髙\ufa11ⅰ黑"},
		{"eucjpms", "\xb9\xe2\xb6\xb6\x8e\xb1a\xa1\xc1", "高橋ｱa～"},
		{"ujis", "\xa1\xc1\x8f\xa2\xc3", "〜¦"},
		{"eucjpms", "\x8f\xb0\xa9\x8f\xa2\xc3\xad\xe2", "丨￤№"},
		{"ujis", "\xf5\xa1\xfe\xfe\x8f\xf5\xa1\x8f\xfe\xfe", "\ue000\ue3ab\ue3ac\ue757"},
		{"euckr", "\xc8\xab", "홍"},
		{"utf16le", "\xd9\x9a", "髙"},
	} {
		cs := charset.Lookup(c.set)
		text, err := cs.Decode([]byte("x"), []byte(c.code))
		require.NoError(t, err, "%s %q", c.set, c.text)
		require.Equal(t, "x"+c.text, string(text), c.set)
		code, err := cs.Encode([]byte("x"), []byte(c.text))
		require.NoError(t, err, "%s %q", c.set, c.text)
		require.Equal(t, "x"+c.code, string(code), "%s %q", c.set, c.text)
	}
}

func TestInvalid(t *testing.T) {
	for _, c := range []struct{ set, code string }{
		{"utf8mb4", "\xff"}, {"ascii", "\x80"}, {"cp932", "\x95"}, {"cp932", "a\xf0"}, {"cp932", "\xf0\x7f"}, {"cp932", "\xfd"},
		{"eucjpms", "\x8f"}, {"eucjpms", "\x8f\xf4"}, {"eucjpms", "\x8f\xf4\x41"}, {"eucjpms", "\xa4"}, {"eucjpms", "\xf5 "}, {"ujis", "\x8f\xf3\xa1"},
	} {
		_, err := charset.Lookup(c.set).Decode(nil, []byte(c.code))
		require.ErrorIs(t, err, dialects.ErrCharset, "%s %q", c.set, c.code)
	}
	for _, c := range []struct{ set, text string }{
		{"utf8mb3", "👩"}, {"latin1", "表"}, {"ascii", "é"}, {"cp932", "é"}, {"cp932", "\ue758"}, {"eucjpms", "👩"}, {"sjis", "\ue000"},
		{"cp932", "a\xff"}, {"eucjpms", "a\xff"}, {"eucjpms", "\xff\ufffd"}, {"euckr", "\xff"}, {"latin1", "\xff"},
	} {
		_, err := charset.Lookup(c.set).Encode(nil, []byte(c.text))
		require.ErrorIs(t, err, dialects.ErrEncode, "%s %q", c.set, c.text)
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"UTF8": "utf8mb4", "SJIS": "sjis", "Shift_JIS": "cp932", "windows-31j": "cp932", "EUC_JP": "eucjpms", "eucjpms": "eucjpms", "ujis": "ujis", "WIN1252": "latin1",
	} {
		require.Equal(t, want, charset.Lookup(name).Name(), name)
	}
	require.Equal(t, "utf8mb3", charset.MySQL("utf8").Name())
	require.Equal(t, "cp932", charset.Postgres("SJIS").Name())
	require.Equal(t, "iso-8859-1", charset.Postgres("LATIN1").Name())
	require.Nil(t, charset.Lookup("ebcdic"))
}
