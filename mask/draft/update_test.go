package draft_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/draft"
)

const today = "CREATE TABLE `users` (`id` int NOT NULL AUTO_INCREMENT, `mail` varchar(80), `phone` varchar(40), PRIMARY KEY (`id`));\n" +
	"CREATE TABLE `it's \"odd\": {x}` (`a b` varchar(20), `#c` varchar(20), PRIMARY KEY (`a b`));\n"

// TestUpdateStyles: in whatever style a policy is written, what is new is added, nothing
// else changes, and the next scan finds nothing new.
func TestUpdateStyles(t *testing.T) {
	found, _ := drafted(t, mysql.Dialect, []byte(today), dialects.ScanOptions{})
	d, err := draft.New(found, mask.Undecided{}, "en", builtin.Set(en.Locale))
	require.NoError(t, err)
	for name, policy := range map[string]string{
		"lines":                    "version: 1\ntables:\n  users:\n    columns:\n      id: keep\n",
		"no line break at the end": "version: 1\ntables:\n  users:\n    columns:\n      id: keep",
		"columns in braces":        "version: 1\ntables:\n  users: {columns: {id: keep}} # ours\n",
		"spaces in braces":         "version: 1\ntables:\n  users: {columns: { id: keep }}\n",
		"a comma at the end":       "version: 1\ntables:\n  users: {columns: {id: keep, }}\n",
		"columns in lines of braces": "version: 1\ntables:\n  users:\n    columns: {\n      id: keep, # the key\n      mail: email # joins\n    }\n" +
			"  # the end\n",
		"a brace behind the last":   "version: 1\ntables:\n  users:\n    columns: {id: keep,\n      mail: email}\n",
		"tables in braces":          "version: 1\ntables: {users: {columns: {id: keep}}}\n",
		"all in braces":             "{version: 1, tables: {users: {columns: {id: keep}}}}\n",
		"JSON":                      `{"version": 1, "tables": {"users": {"columns": {"id": "keep"}}}}`,
		"JSON in lines":             "{\n  \"version\": 1,\n  \"tables\": {\n    \"users\": {\n      \"columns\": {\n        \"id\": \"keep\"\n      }\n    }\n  }\n}\n",
		"quotes":                    "version: 1\ntables:\n  users: {columns: {\"id\": 'keep', mail: {mask: fixed, value: \"a}b\\\"c\", reason: 'it''s } fine'}}}\n",
		"a hash in a word":          "version: 1\ntables:\n  users: {columns: {id: keep, mail: {mask: fixed, value: a#b}}}\n",
		"a text of several lines":   "version: 1\ntables:\n  users:\n    columns:\n      id: keep\n      mail:\n        mask: redact\n        reason: |\n          first\n          second\n",
		"a folded text":             "version: 1\ntables:\n  users:\n    columns:\n      id: keep\n      mail:\n        mask: redact\n        reason: >-\n          first\n\n          second\n",
		"a plain text in lines":     "version: 1\ntables:\n  users:\n    columns:\n      id: keep\n    reason: first\n      second\n",
		"a star":                    "version: 1\ntables:\n  users: {columns: {id: keep, mail: email, \"*\": redact}}\n",
		"Japanese before the brace": "version: 1\ntables:\n  users: {reason: 名前と住所, columns: {id: keep}}\n",
		"other keys behind":         "version: 1\ntables:\n  users:\n    columns:\n      id: keep\n    reason: ours\nlocale: en\n",
		"deep":                      "version: 1\ntables:\n        users:\n                columns:\n                        id: keep\n",
		"Windows":                   "version: 1\r\ntables:\r\n  users: {columns: {id: keep}}\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			update := func(policy string) (string, draft.Addition) {
				text, added, err := d.Update([]byte(policy), found.Schema, func(text []byte) (*mask.Plan, error) { return compile(t, text), nil })
				require.NoError(t, err)
				return string(text), added
			}
			text, added := update(policy)
			require.Equal(t, 1, added.Tables)
			require.True(t, contains(text, policy), "%s", text)
			for _, f := range compile(t, []byte(text)).Check(found.Schema) {
				require.ErrorIs(t, f.Err, mask.ErrDraft)
			}
			if json.Valid([]byte(policy)) {
				require.True(t, json.Valid([]byte(text)), "%s", text)
			}
			again, added := update(text)
			require.Equal(t, text, again)
			require.Zero(t, added)
		})
	}
}

// contains says whether all lines of a text are in another, in their order: as they were,
// or with something put in.
func contains(text, was string) bool {
	at := 0
	for i := range len(was) {
		k := strings.IndexByte(text[at:], was[i])
		if k < 0 {
			return false
		}
		at += k + 1
	}
	return true
}
