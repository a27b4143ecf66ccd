package mask

import (
	"encoding/binary"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// sketchOf has seen the numbers from one to another.
func sketchOf(from, to int) *Estimate {
	k := newSketchKey([]byte("0123456789abcdef"))
	s := new(sketch)
	for i := from; i < to; i++ {
		s.add(k.hash(binary.BigEndian.AppendUint64(nil, uint64(i))))
	}
	return &Estimate{sketch: s}
}

func TestEstimate(t *testing.T) {
	for _, n := range []int{0, 1, 10, 100, 1000, 10_000, 1_000_000} {
		about, few := sketchOf(0, n).Number()
		require.False(t, few)
		require.InEpsilon(t, float64(n)+1, float64(about)+1, 3*0.046, "of %d", n)
	}
}

// The estimate of parts is that of the whole, wherever they were cut and whatever is in
// two of them.
func TestEstimateOfParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3000).Draw(t, "n")
		at := rapid.IntRange(0, n).Draw(t, "at")
		both := rapid.IntRange(0, n-at).Draw(t, "both")
		sum := &Estimate{}
		sum.add(sketchOf(at, n))
		sum.add(sketchOf(0, at+both))
		require.Equal(t, sketchOf(0, n), sum)
		text, err := json.Marshal(sum)
		require.NoError(t, err)
		var back Estimate
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, sum, &back)
	})
}

func TestFewPersons(t *testing.T) {
	few, more := sketchOf(0, 3), sketchOf(0, 500)
	few.few()
	more.few()
	text, err := json.Marshal(few)
	require.NoError(t, err)
	require.JSONEq(t, `{"below":10}`, string(text))
	about, _ := more.Number()

	sum := &Estimate{}
	sum.add(few)
	sum.add(few)
	n, below := sum.Number()
	require.True(t, below)
	require.EqualValues(t, 19, n, "nine and nine at most")

	sum.add(more)
	n, below = sum.Number()
	require.False(t, below)
	require.Equal(t, about, n)
	sum.add(few)
	n, _ = sum.Number()
	require.Equal(t, about, n)
}

func TestBadEstimates(t *testing.T) {
	for _, text := range []string{`{}`, `{"about":3}`, `{"about":3,"sketch":"AAAA"}`, `[]`, `{"sketch":7}`} {
		require.Error(t, json.Unmarshal([]byte(text), &Estimate{}), text)
	}
}

// Each byte of a value counts, and so does its length.
func TestSketchHash(t *testing.T) {
	k := newSketchKey([]byte("0123456789abcdef"))
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SliceOfN(rapid.Byte(), 1, 70).Draw(t, "b")
		h := k.hash(b)
		i := rapid.IntRange(0, len(b)-1).Draw(t, "i")
		b[i] ^= 1
		require.NotEqual(t, h, k.hash(b))
		b[i] ^= 1
		require.NotEqual(t, h, k.hash(append(b, 0)))
		require.Equal(t, h, k.hash(b))
	})
}
