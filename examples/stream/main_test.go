package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

const policy = `
version: 1
locale: ja
tables:
  pupils:
    person: id
    columns: {id: keep, name: person.name, kana: person.kana, tel: phone}
`

const dump = `CREATE TABLE pupils (id integer, name text, kana text, tel text);
COPY pupils (id, name, kana, tel) FROM stdin;
1	霧島 瑠璃	キリシマ ルリ	03-1234-5678
2	東みゆ	アズマ ミユ	\N
\.
`

func Example_stream() {
	key, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		fmt.Println(err)
	}
	if err := stream([]byte(policy), key, strings.NewReader(dump), os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// CREATE TABLE pupils (id integer, name text, kana text, tel text);
	// COPY pupils (id, name, kana, tel) FROM stdin;
	// 1	野瀬 しおり	ノセ シオリ	06-1712-2161
	// 2	久保田希英	クボタ キエ	\N
	// \.
}

func TestRun(t *testing.T) {
	name := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(name, []byte(policy), 0o600))
	var out bytes.Buffer
	require.NoError(t, run([]string{"stream", name}, mask.GenerateKey(), strings.NewReader(dump), &out))
	require.Contains(t, out.String(), "COPY pupils")
	require.NotContains(t, out.String(), "霧島")

	for name, args := range map[string][]string{"no policy": {"stream"}, "no such policy": {"stream", name + ".not"}} {
		require.Error(t, run(args, mask.GenerateKey(), strings.NewReader(dump), &out), name)
	}
	require.ErrorIs(t, run([]string{"stream", name}, "", strings.NewReader(dump), &out), mask.ErrKey)
}

func TestStopped(t *testing.T) {
	for what, in := range map[string]string{
		"nothing":     "",
		"a torn dump": dump[:len(dump)-3],
		"a column":    strings.ReplaceAll(strings.Replace(dump, "tel text", "tel text, memo text", 1), "tel)", "tel, memo)"),
	} {
		var out bytes.Buffer
		require.Error(t, stream([]byte(policy), mask.EphemeralKey(), strings.NewReader(in), &out), what)
		require.NotContains(t, out.String(), "霧島", what)
	}
	require.Error(t, stream([]byte("version: 2"), mask.EphemeralKey(), strings.NewReader(dump), &bytes.Buffer{}))
}
