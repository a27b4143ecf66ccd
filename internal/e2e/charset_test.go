package e2e

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/charset"
)

// TestCharsets asks the servers for the code of every character of the basic
// plane, and of each code that we would write for its character.
func TestCharsets(t *testing.T) {
	for _, c := range []struct {
		dialect, name string
		// wrong are characters that the server does not give back either.
		wrong string
	}{
		{"mysql", "cp932", "晡"}, {"mysql", "sjis", ""}, {"mysql", "eucjpms", ""}, {"mysql", "ujis", "№"}, {"mysql", "latin1", ""}, {"mysql", "cp1251", ""},
		{"postgres", "SJIS", "¢£¥¬‖‾−〜"}, {"postgres", "EUC_JP", "¦"}, {"postgres", "LATIN1", ""}, {"postgres", "WIN1252", ""},
	} {
		t.Run(c.dialect+" "+c.name, func(t *testing.T) {
			s := newStore(t, c.dialect)
			cs, codes, characters := charset.MySQL(c.name), "", ""
			if c.dialect == "mysql" {
				codes = `SELECT seq, hex(convert(char(seq USING utf32) USING ` + c.name + `)) h FROM seq_128_to_65535 WHERE seq NOT BETWEEN 55296 AND 57343 HAVING h <> '3F'`
				characters = `SELECT convert(convert(unhex('%s') USING ` + c.name + `) USING utf8mb4)`
			} else {
				cs = charset.Postgres(c.name)
				s.load(t, []byte(`CREATE FUNCTION code(i int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN encode(convert_to(chr(i), '`+c.name+`'), 'hex'); EXCEPTION WHEN OTHERS THEN RETURN NULL; END $$;`))
				codes = `SELECT i, code(i) FROM generate_series(128, 65535) i WHERE i NOT BETWEEN 55296 AND 57343 AND code(i) IS NOT NULL`
				characters = `SELECT convert_from('\x%s'::bytea, '` + c.name + `')`
			}
			var wrong string
			rows := s.query(t, codes)
			require.Greater(t, len(rows), 100)
			for _, r := range rows {
				i, err := strconv.Atoi(*r[0])
				require.NoError(t, err)
				want := string(utf8.AppendRune(nil, rune(i)))
				code, err := hex.DecodeString(*r[1])
				require.NoError(t, err)
				got, err := cs.Decode(nil, code)
				ours, encErr := cs.Encode(nil, []byte(want))
				if err != nil || encErr != nil || string(got) != want {
					wrong += want
					continue
				}
				if string(ours) != string(code) && count(t, s, fmt.Sprintf(characters, hex.EncodeToString(ours))) != want {
					wrong += want
				}
			}
			require.Equal(t, c.wrong, wrong)
		})
	}
}
