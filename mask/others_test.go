package mask_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// othersMasker writes what the other columns of its row get for a spelling.
type othersMasker struct{ wants string }

func (m othersMasker) Spec() mask.Spec { return mask.Spec{Kind: "others", Keying: mask.ByRow} }

func (m othersMasker) Mask(out *mask.Out, in *mask.In) error {
	value, text := in.Value, ""
	for _, o := range in.Others(nil, func(kind string) bool { return kind == m.wants }) {
		text += string(o.Value) + "="
		if err := o.Mask(out, in, []byte("spelling")); err != nil {
			text += "error "
		} else if v, ok := out.Value(); ok {
			text += string(v) + " "
		}
		if string(in.Value) != string(value) {
			return mask.ErrMasker // the masker's own value must be there again
		}
	}
	out.SetString(text + string(value))
	return nil
}

func TestOthers(t *testing.T) {
	set := mask.Set{
		"hash":   testMaskers["hash"],
		"text":   func(*mask.Build) (mask.Masker, error) { return othersMasker{"hash"}, nil },
		"circle": func(*mask.Build) (mask.Masker, error) { return othersMasker{"others"}, nil },
	}
	arm := func(name string) []mask.Arm { return []mask.Arm{{Rule: mask.Rule{Mask: name}}} }
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "t", Columns: []mask.Column{
		{Name: "id", Arms: arm(mask.Keep)}, {Name: "a", Arms: arm("hash")}, {Name: "b", Arms: arm("hash")}, {Name: "c", Arms: arm("text")}, {Name: "d", Arms: arm("circle")},
	}}}}, masktest.Key(t), set)
	require.NoError(t, err)
	m, err := p.Row("t", []string{"id", "a", "b", "c", "d"})
	require.NoError(t, err)
	masked := func(vals ...any) []any {
		_, err := m.Mask(vals)
		require.NoError(t, err)
		return vals
	}
	spelling := masked(int64(2), "spelling", nil, "x", "x")[1].(string)
	got := masked(int64(1), "one", nil, "text", "circle")
	require.Equal(t, "one="+spelling+" text", got[3], "as the column masks it; NULL is not shown")
	require.Contains(t, got[4], "error", "who asks is not asked in turn")
}
