package mask_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
)

var testSet = mask.Set{
	"hash": func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, in *mask.In) error {
			s := in.Seed()
			out.End(hex.AppendEncode(out.Begin(), s[:]))
			return nil
		}), nil
	},
}

func TestSlice(t *testing.T) {
	in := "CREATE TABLE `u` (`id` int, `email` varchar(100));\nINSERT INTO `u` VALUES (1,'a'),(2,'b'),\n(3,NULL);\nINSERT INTO u (email,id) VALUES ('a',5);\n"
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "u", Columns: []mask.Column{
		{Name: "id", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep"}}}}, {Name: "email", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "hash"}}}},
	}}}}, mask.EphemeralKey(), testSet)
	require.NoError(t, err)
	for _, w := range []int{1, 2} {
		var out bytes.Buffer
		a, err := mask.Copy(context.Background(), &out, bytes.NewReader([]byte(in)), mysql.Dialect, p, mask.Workers(w))
		require.NoError(t, err)
		t.Log(out.String(), a.Tables["u"].Columns["email"])
	}
}
