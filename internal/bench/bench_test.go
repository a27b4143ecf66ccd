package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/internal/bench/workload"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
	"github.com/migawari-dev/migawari/mask/verify"
)

// TestFinder: an original is found wherever a write ends, and only as a whole.
func TestFinder(t *testing.T) {
	const text = "x'S2020000001','a.b1@stu001.example.ed.jp')\tCBAB-CDEF-GHJK-LMNP\nxS2020000002, S20200000031 S2020000004"
	wanted := []string{"S2020000001", "S2020000002", "S2020000003", "a.b1@stu001.example.ed.jp", "CBAB-CDEF-GHJK-LMNP"}
	for cut := range len(text) {
		f := newFinder(wanted)
		for _, part := range []string{text[:cut], text[cut:]} {
			_, err := f.Write([]byte(part))
			require.NoError(t, err)
		}
		require.Equal(t, map[string]bool{wanted[0]: true, wanted[3]: true, wanted[4]: true}, f.found, cut)
	}
}

// TestInspect: what is left is found, and missing rows are.
func TestInspect(t *testing.T) {
	for layout := range layoutNames {
		var b bytes.Buffer
		s, err := workload.Write(&b, workload.Options{Layout: layout, Size: 500_000})
		require.NoError(t, err)
		left, err := inspect(bytes.NewReader(b.Bytes()), layout, s)
		require.NoError(t, err)
		require.Equal(t, len(s.Originals), left, layout)
		require.ErrorContains(t, masked(layout, s)(bytes.NewReader(b.Bytes())), "originals are left")
		s.Rows["notes"]++
		_, err = inspect(bytes.NewReader(b.Bytes()), layout, s)
		require.ErrorContains(t, err, "other rows")
		_, err = inspect(bytes.NewReader(b.Bytes()[:b.Len()/2]), layout, s)
		require.Error(t, err)
	}
}

func TestSame(t *testing.T) {
	file := filepath.Join(t.TempDir(), "f")
	text := strings.Repeat("abc", 1<<20)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	require.NoError(t, same(file)(strings.NewReader(text)))
	for _, other := range []string{"", text[:len(text)-1], text + "x", "x" + text[1:]} {
		require.Error(t, same(file)(strings.NewReader(other)))
	}
}

// TestPipeline: the time of all programs is told, their input and output are joined, and
// an error of any is one.
func TestPipeline(t *testing.T) {
	var out bytes.Buffer
	p := pipeline{program("cat"), program("tr", "a-z", "A-Z")}
	u, err := p.run(func(w io.Writer) error {
		_, err := w.Write([]byte("abc"))
		return err
	}, func(r io.Reader) error {
		_, err := out.ReadFrom(r)
		return err
	})
	require.NoError(t, err)
	require.Equal(t, "ABC", out.String())
	require.Positive(t, u.wall)
	_, err = pipeline{program("false"), program("cat")}.run(nil, nil)
	require.Error(t, err)
}

func TestMedianAndRatio(t *testing.T) {
	of := func(walls ...time.Duration) *subject {
		s := &subject{}
		for _, w := range walls {
			s.runs = append(s.runs, usage{wall: w})
		}
		return s
	}
	a, b := of(1, 2, 3), of(2, 2, 9)
	require.InDelta(t, 2e-9, a.wall(), 1e-12)
	require.InDelta(t, 2, b.ratio(a), 1e-9, "turn by turn: 2, 1, 3")
	require.InDelta(t, 2.5, median([]float64{4, 1, 2, 3}), 1e-9)
	require.InDelta(t, 0.55, amdahl(0.1, 2), 1e-9)
}

func TestDocument(t *testing.T) {
	const document = "a\n<!-- bench speed -->\n\nold\n\n<!-- end speed -->\nb\n"
	got, err := between(document, "speed", "new\n\n")
	require.NoError(t, err)
	require.Equal(t, "a\n<!-- bench speed -->\n\nnew\n\n<!-- end speed -->\nb\n", got)
	_, err = between(document, "memory", "new")
	require.Error(t, err)
	written, err := os.ReadFile("../../" + documentName)
	require.NoError(t, err)
	for _, table := range all() {
		if !table.asked {
			_, err := between(string(written), table.name, "")
			require.NoError(t, err)
		}
	}
}

func TestPeerFlag(t *testing.T) {
	var p peers
	require.NoError(t, p.Set("mysql:a cat=cat | sed s/a=b/c/"))
	require.Equal(t, peers{{"mysql", "a cat", "cat | sed s/a=b/c/"}}, p)
	require.NoError(t, p.Set("server:x=y"))
	for _, bad := range []string{"", "mysql:x", "oracle:x=y", "x=y"} {
		require.Error(t, p.Set(bad), bad)
	}
}

// BenchmarkMasked masks the workload in one goroutine, for profiles:
//
//	go test ./internal/bench -run '^$' -bench Masked/mysql -benchtime 10s -cpuprofile cpu.pprof
//	go tool pprof -top cpu.pprof
func BenchmarkMasked(b *testing.B) {
	onWorkload(b, func(b *testing.B, dump []byte, d dialects.Dialect, plan *mask.Plan) {
		for b.Loop() {
			_, err := mask.Copy(b.Context(), io.Discard, bytes.NewReader(dump), d, plan, mask.Workers(1))
			require.NoError(b, err)
		}
	})
}

// BenchmarkVerified holds what was masked against its source in one goroutine.
func BenchmarkVerified(b *testing.B) {
	onWorkload(b, func(b *testing.B, dump []byte, d dialects.Dialect, plan *mask.Plan) {
		var masked bytes.Buffer
		_, err := mask.Copy(b.Context(), &masked, bytes.NewReader(dump), d, plan)
		require.NoError(b, err)
		open := func(dump []byte) verify.Open {
			return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
		}
		for b.Loop() {
			v, err := verify.Compare(b.Context(), open(dump), open(masked.Bytes()), d, plan, verify.Options{Locales: []*fake.Locale{ja.Locale}})
			require.NoError(b, err)
			require.NotEmpty(b, v.Sources)
		}
	})
}

// onWorkload runs a benchmark on the workload of each dialect.
func onWorkload(b *testing.B, run func(b *testing.B, dump []byte, d dialects.Dialect, plan *mask.Plan)) {
	for _, layout := range []workload.Layout{workload.MySQL, workload.Postgres} {
		b.Run(string(layout), func(b *testing.B) {
			var dump bytes.Buffer
			_, err := workload.Write(&dump, workload.Options{Layout: layout, Size: 50e6})
			require.NoError(b, err)
			plan, err := policyfile.Compile(workload.Policy, mask.EphemeralKey(), func(string) (mask.Set, error) { return builtin.Set(ja.Locale), nil })
			require.NoError(b, err)
			b.SetBytes(int64(dump.Len()))
			b.ReportAllocs()
			run(b, dump.Bytes(), dialectOf(layout), plan)
		})
	}
}
