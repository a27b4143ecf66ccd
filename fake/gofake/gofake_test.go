package gofake

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	_ "unsafe" // for the year that gofakeit reads when it starts

	"github.com/brianvoe/gofakeit/v7"
	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
)

var update = flag.Bool("update", false, "write the golden file anew, after raising Version")

// required are parameters of functions that have no defaults for them, and of those
// whose defaults take long.
var required = map[string]map[string]any{
	"digitn": {"count": 4}, "lettern": {"count": 4}, "lexify": {"str": "?a?"}, "numerify": {"str": "#-#"},
	"float32range": {"min": 1, "max": 2}, "float64range": {"min": 1, "max": 2}, "intrange": {"min": 1, "max": 9},
	"generate": {"str": "{firstname} {number:1,9}"}, "regex": {"str": "[a-z]{5}"}, "template": {"template": "{{FirstName}} {{IntRange 1 2}}"},
	"randomint": {"ints": []any{1, 2, 3}}, "randomuint": {"uints": []any{1, 2, 3}}, "randomstring": {"strs": []any{"a", "b"}},
	"shuffleints": {"ints": []any{1, 2, 3}}, "shufflestrings": {"strs": []any{"a", "b", "c"}},
	"teams": {"people": []any{"a", "b"}, "teams": []any{"x", "y"}}, "weighted": {"options": []any{"a", "b"}, "weights": []any{1, 2}},
	"svg": {"type": "circle", "colors": []any{"#112233"}},
	"csv": {"fields": fields, "rowcount": 3}, "json": {"fields": fields, "rowcount": 3}, "xml": {"fields": fields, "rowcount": 3},
	"fixed_width": {"fields": fields, "rowcount": 3}, "sql": {"table": "t", "fields": fields, "count": 3},
}

var fields = []any{map[string]any{"name": "first", "function": "firstname"}, map[string]any{"name": "n", "function": "number", "params": map[string]any{"min": "1", "max": "9"}}}

// all gives every function that policies can name, once.
func all(t *testing.T) []*Func {
	var list []*Func
	for _, name := range Names() {
		if lookups()[name] != name || refused[name] != "" {
			continue
		}
		f, err := New(name, required[name])
		require.NoError(t, err, name)
		list = append(list, f)
	}
	require.Greater(t, len(list), 300)
	return list
}

// sample gives the results of a function for a few seeds.
func sample(f *Func) string {
	var out []string
	seed := fake.TestSeed("gofake")
	for i := range 4 {
		b, err := f.Append(nil, seed.Nth(i))
		if err != nil {
			return "error"
		}
		out = append(out, fmt.Sprintf("%q", b))
	}
	return f.name + "\t" + strings.Join(out, "\t")
}

func samples(t *testing.T) []string {
	var lines []string
	for _, f := range all(t) {
		lines = append(lines, sample(f))
	}
	slices.Sort(lines)
	return lines
}

// TestGolden: a changed line means that what was masked before gets another fake.
func TestGolden(t *testing.T) {
	file := filepath.Join("testdata", "golden.txt")
	got := "# gofakeit " + Version + ", seeds TestSeed(\"gofake\").Nth(0 to 3)\n" + strings.Join(samples(t), "\n") + "\n"
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// TestVersion: the module that is required is the one that the golden file is of, and
// that the notice of its names is about.
func TestVersion(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	require.NoError(t, err)
	require.Contains(t, string(mod), "github.com/brianvoe/gofakeit/v7 "+Version+"\n")
	notice, err := os.ReadFile("../NOTICE")
	require.NoError(t, err)
	require.Contains(t, string(notice), "gofakeit "+strings.TrimPrefix(Version, "v")+" (github.com/brianvoe/gofakeit/v7)")
}

const child = "MIGAWARI_GOFAKE_CHILD"

// TestSecondProcess finds what depends on a process: random seeds, orders of maps.
func TestSecondProcess(t *testing.T) {
	want := samples(t)
	if os.Getenv(child) != "" {
		for _, line := range want {
			fmt.Println("gofake:" + line)
		}
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestSecondProcess$", "-test.v")
	cmd.Env = append(os.Environ(), child+"=1")
	out, err := cmd.Output()
	require.NoError(t, err)
	var got []string
	scan := bufio.NewScanner(strings.NewReader(string(out)))
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		if line, ok := strings.CutPrefix(scan.Text(), "gofake:"); ok {
			got = append(got, line)
		}
	}
	require.Empty(t, differing(want, got))
}

// differing names the functions whose lines differ.
func differing(a, b []string) (names []string) {
	if len(a) != len(b) {
		return []string{"one of the lists is shorter"}
	}
	for i := range a {
		if a[i] != b[i] {
			name, _, _ := strings.Cut(a[i], "\t")
			names = append(names, name)
		}
	}
	return names
}

// TestSame finds what depends on more than the seed in one process.
func TestSame(t *testing.T) {
	want := samples(t)
	for range 10 {
		require.Empty(t, differing(want, samples(t)))
	}
}

// currentYear is what gofakeit read from the clock when it started.
//
//go:linkname currentYear github.com/brianvoe/gofakeit/v7.currentYear
var currentYear int

// elsewhen runs f at another time.
func elsewhen(t *testing.T, f func()) {
	was := currentYear
	defer func() { currentYear = was }()
	synctest.Test(t, func(*testing.T) { // the year 2000
		time.Sleep(1000 * time.Hour)
		currentYear = time.Now().Year()
		f()
	})
}

// TestClock finds what depends on the clock, and holds that nothing else is refused
// for it.
func TestClock(t *testing.T) {
	before := samples(t)
	functions := all(t)
	var after []string
	elsewhen(t, func() {
		for _, f := range functions {
			after = append(after, sample(f))
		}
	})
	slices.Sort(after)
	require.Empty(t, differing(before, after))
	for name, why := range refused {
		info := gofakeit.GetFuncLookup(name)
		if info == nil || why == bytes {
			continue
		}
		f := &Func{name: name, info: *info}
		now := sample(f)
		then := now
		elsewhen(t, func() { then = sample(f) })
		require.NotEqual(t, now, then, name)
	}
}

func TestNew(t *testing.T) {
	_, err := New("nosuch", nil)
	require.ErrorIs(t, err, ErrUnknown)
	for name, c := range map[string]struct {
		params map[string]any
		want   string
	}{
		"date": {nil, "present year"}, "Date": {nil, "present year"}, "pastdate": {nil, "clock"}, "Struct": {nil, "from Go"}, "imagepng": {nil, "blob"},
		"daterange": {nil, "share"}, "digitn": {nil, "count"}, "number": {map[string]any{"least": 1}, "min (int)"},
		"intrange": {map[string]any{"min": "x", "max": 2}, "min"}, "generate": {map[string]any{"str": "{pastdate}"}, "pastdate"},
		"template": {map[string]any{"template": "{{PastDate}}"}, "PastDate"}, "firstname": {map[string]any{"x": 1}, "no parameters"},
		"json": {map[string]any{"fields": []any{map[string]any{"name": "a", "function": "year"}}}, "year"},
	} {
		_, err := New(name, c.params)
		require.ErrorContains(t, err, c.want, name)
	}
	a, err := New("FirstName", nil)
	require.NoError(t, err)
	b, err := New("firstname", nil)
	require.NoError(t, err)
	require.Equal(t, sample(a), sample(b), "two names of one function")
	require.NotEmpty(t, Hazard("Street"))
	require.Empty(t, Hazard("color"))
	require.Equal(t, clock, Refused("FutureDate"))
	for name := range refused {
		require.Contains(t, lookups(), name)
	}
	for name := range hazards {
		require.Contains(t, lookups(), name)
	}
}

// Every method of a Faker is reachable: by name, or with its types from Go.
func TestFaker(t *testing.T) {
	s := fake.TestSeed("faker")
	require.Equal(t, Faker(s).Sentence(), Faker(s).Sentence())
	require.NotEqual(t, Faker(s).Sentence(), Faker(s.Nth(1)).Sentence())
	type cat struct {
		Name string `fake:"{petname}"`
		Age  int    `fake:"{number:1,20}"`
	}
	var a, b cat
	require.NoError(t, Faker(s).Struct(&a))
	require.NoError(t, Faker(s).Struct(&b))
	require.Equal(t, a, b)
}

func ExampleNew() {
	f, err := New("generate", map[string]any{"str": "{color} {animal} {number:10,99}"})
	if err != nil {
		panic(err)
	}
	b, err := f.Append(nil, fake.TestSeed("ExampleNew"))
	fmt.Println(string(b), err)
	_, err = New("pastdate", nil)
	fmt.Println(err)
	// Output:
	// MediumSlateBlue wolf 61 <nil>
	// it depends on the clock
}
