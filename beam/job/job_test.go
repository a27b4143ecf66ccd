package job

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/runtime/graphx"
	pipepb "github.com/apache/beam/sdks/v2/go/pkg/beam/model/pipeline_v1"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/internal/bench/workload"
	"github.com/migawari-dev/migawari/mask"
)

func TestMain(m *testing.M) {
	beam.Init()
	os.Exit(m.Run())
}

// A bench is a job whose stages are called by hand.
type bench struct {
	Job
	t     *testing.T
	out   *bucket.Bucket
	parts []Part
}

func newBench(t *testing.T, parts int) *bench {
	key := mask.GenerateKey()
	t.Setenv(KeyVariable, key)
	k, err := mask.ParseKey([]byte(key))
	require.NoError(t, err)
	plan, _, err := Compile(workload.Policy, k)
	require.NoError(t, err)
	url := "mem://" + NewID() + "/"
	b := &bench{t: t, Job: Job{
		ID: NewID(), Input: url + "raw/dump.sql", Output: url + "dev/", Parts: parts, Suffix: ".sql",
		Policy: workload.Policy, PolicyID: plan.Policy().ID, KeyID: k.ID(), Key: KeySource{Variable: KeyVariable},
	}}
	var raw bytes.Buffer
	_, err = workload.Write(&raw, workload.Options{Layout: workload.Postgres, Size: 1 << 20})
	require.NoError(t, err)
	require.NoError(t, b.open(url+"raw/").Write(t.Context(), "dump.sql", raw.Bytes()))
	b.out = b.open(b.Output)
	require.NoError(t, (&planFn{b.Job}).ProcessElement(t.Context(), nil, func(p Part) { b.parts = append(b.parts, p) }))
	require.Len(t, b.parts, parts)
	return b
}

func (b *bench) open(url string) *bucket.Bucket {
	p, err := bucket.Parse(url)
	require.NoError(b.t, err)
	out, err := bucket.OpenToWrite(b.t.Context(), p)
	require.NoError(b.t, err)
	return out
}

// mask does a part, with a worker of its own.
func (b *bench) mask(number int) (done Done, err error) {
	err = (&maskFn{Job: b.Job}).ProcessElement(b.t.Context(), b.parts[number-1], func(d Done) { done = d })
	return done, err
}

func (b *bench) masked(numbers ...int) (all []Done) {
	for _, n := range numbers {
		d, err := b.mask(n)
		require.NoError(b.t, err)
		all = append(all, d)
	}
	return all
}

func each(all []Done) func(*Done) bool {
	return func(d *Done) bool {
		if len(all) == 0 {
			return false
		}
		*d, all = all[0], all[1:]
		return true
	}
}

func (b *bench) check(all []Done) (checked []Done, err error) {
	err = (&checkFn{b.Job}).ProcessElement(b.t.Context(), 0, each(all), func(d Done) { checked = append(checked, d) })
	return checked, err
}

func (b *bench) name(d Done) (named Done, err error) {
	err = (&nameFn{b.Job}).ProcessElement(b.t.Context(), d, func(d Done) { named = d })
	return named, err
}

func (b *bench) list(all []Done) error {
	return (&listFn{b.Job}).ProcessElement(b.t.Context(), 0, each(all))
}

func (b *bench) names() []string {
	names, err := b.out.Names(b.t.Context(), "")
	require.NoError(b.t, err)
	return names
}

// TestTwice: every stage can be done twice, as engines do, at any time.
func TestTwice(t *testing.T) {
	b := newBench(t, 3)
	done := b.masked(1, 2, 3)
	again := b.masked(1, 2, 3)
	for i := range done {
		require.NotEqual(t, done[i].Object, again[i].Object, "attempts do not write over each other")
		require.Equal(t, done[i].SHA256, again[i].SHA256)
	}
	done[1] = again[1] // whichever the engine takes
	checked, err := b.check(done)
	require.NoError(t, err)
	_, err = b.check(done)
	require.NoError(t, err)

	var named []Done
	for _, d := range checked {
		_, err := b.name(d)
		require.NoError(t, err)
		n, err := b.name(d)
		require.NoError(t, err)
		named = append(named, n)
	}
	_, err = b.check(done)
	require.NoError(t, err, "behind the naming")

	require.NoError(t, b.list(named))
	manifest, err := b.out.Read(t.Context(), ManifestName)
	require.NoError(t, err)
	require.NoError(t, b.list(named))
	want := []string{AuditName, ManifestName, b.Job.name(1), b.Job.name(2), b.Job.name(3)}
	require.Equal(t, want, b.names())

	late := b.masked(2)
	require.Equal(t, done[1].SHA256, late[0].SHA256)
	require.Len(t, b.names(), len(want)+1)
	now, err := b.out.Read(t.Context(), ManifestName)
	require.NoError(t, err)
	require.Equal(t, string(manifest), string(now), "a worker that comes late changes nothing")
}

// TestLost: without each part, and each once, none gets its name.
func TestLost(t *testing.T) {
	b := newBench(t, 3)
	done := b.masked(1, 2, 3)
	for _, c := range []struct {
		all  []Done
		want string
	}{
		{[]Done{done[0], done[2]}, "part 2 of 3: it is missing"},
		{[]Done{done[1], done[2]}, "part 1 of 3: it is missing"},
		{[]Done{done[1], done[0]}, "part 3 of 3: it is missing"},
		{[]Done{done[0], done[1], done[2], done[1]}, "part 2 of 3: it is there twice"},
		{[]Done{done[0], done[1], done[2], {Number: 4, Of: 3}}, "part 4 of 3: there is no such part"},
	} {
		_, err := b.check(c.all)
		require.EqualError(t, err, c.want)
		require.EqualError(t, b.list(c.all), c.want)
	}
	cut := append([]Done{}, done...)
	cut[1].Bytes--
	_, err := b.check(cut)
	require.EqualError(t, err, "part 2 of 3: its object has another length than was written")
	require.NoError(t, b.out.Remove(t.Context(), done[2].Object))
	_, err = b.check(done)
	require.ErrorContains(t, err, "part 3 of 3: ")
	_, err = b.name(done[2])
	require.ErrorContains(t, err, "part 3 of 3: ")
	for _, n := range b.names() {
		require.True(t, strings.HasPrefix(n, Aside), n)
	}
}

// TestOthers: parts of other keys, policies and indexes do not get into one dump.
func TestOthers(t *testing.T) {
	b := newBench(t, 2)
	done := b.masked(1, 2)
	other := *b
	other.PolicyID = strings.Repeat("0", len(b.PolicyID))
	_, err := other.mask(1)
	require.EqualError(t, err, "part 1 of 2: "+ErrOtherPolicy.Error())

	key := mask.GenerateKey()
	t.Setenv(KeyVariable, key)
	_, err = b.mask(1)
	require.ErrorContains(t, err, "part 1 of 2: "+ErrOtherKey.Error())
	require.NotContains(t, err.Error(), key)
	k, err := mask.ParseKey([]byte(key))
	require.NoError(t, err)
	other = *b
	other.KeyID = k.ID()
	foreign, err := other.mask(2)
	require.NoError(t, err)
	_, err = b.check([]Done{done[0], foreign})
	require.ErrorContains(t, err, "they are of two keys")
}

// TestManifestOfAnother: two jobs with one output do not mix.
func TestManifestOfAnother(t *testing.T) {
	b := newBench(t, 1)
	checked, err := b.check(b.masked(1))
	require.NoError(t, err)
	named, err := b.name(checked[0])
	require.NoError(t, err)
	require.NoError(t, b.out.Write(t.Context(), ManifestName, []byte("{}")))
	require.ErrorContains(t, b.list([]Done{named}), "of another job")
}

func TestKeySources(t *testing.T) {
	key := mask.GenerateKey()
	dir := t.TempDir()
	file := func(name, text string) string {
		name = filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return name
	}
	t.Setenv("A_KEY", key)
	t.Setenv("A_SHORT_KEY", key[:20])
	for _, s := range []KeySource{{Variable: "A_KEY"}, {File: file("key", key+"\n")}, {Command: "echo $A_KEY; echo " + key[:20] + " >&2"}} {
		k, err := s.Key(t.Context())
		require.NoError(t, err, "%+v", s)
		require.True(t, (KeySource{Command: "vault " + key}).Holds(k.ID()))
		require.True(t, (KeySource{Command: "KEY='" + key + "' sh"}).Holds(k.ID()))
		require.True(t, (KeySource{File: key}).Holds(k.ID()))
		require.False(t, s.Holds(k.ID()))
	}
	for _, c := range []struct {
		s    KeySource
		want string
	}{
		{KeySource{Variable: "A_KEY_OF_NOBODY"}, "no key: the variable is not set"},
		{KeySource{Variable: "A_SHORT_KEY"}, "key refused: it has 10 bytes, and 32 are the least"},
		{KeySource{File: dir + "/" + key}, "the key's file: no such file or directory"},
		{KeySource{File: dir}, "the key's file: is a directory"},
		{KeySource{File: file("other", "what is this "+key)}, "the key's file: key refused: it is neither hexadecimal nor base64"},
		{KeySource{Command: "echo " + key + "; echo " + key + " >&2; exit 3"}, "the key's command: exit status 3"},
		{KeySource{Command: "exit 0"}, "the key's command: key refused: it is empty"},
		{KeySource{Command: "kill -9 $$"}, "the key's command: signal: killed"},
	} {
		_, err := c.s.Key(t.Context())
		require.EqualError(t, err, c.want)
	}
}

// layers are all texts in a pipeline: Beam has some in base64, in others.
func layers(text []byte) (all [][]byte) {
	all = append(all, text)
	for _, packed := range regexp.MustCompile(`[A-Za-z0-9+/]{40,}=*`).FindAll(text, -1) {
		// Where it begins is not sure: a length before it may look like a letter.
		for cut := range 4 {
			plain := make([]byte, len(packed))
			n, _ := base64.StdEncoding.Decode(plain, bytes.TrimRight(packed[cut:], "=")[:(len(bytes.TrimRight(packed[cut:], "=")))/4*4])
			if n > 30 && n < len(packed) {
				all = append(all, layers(plain[:n])...)
			}
		}
	}
	return all
}

func found(all [][]byte, text string) bool {
	for _, layer := range all {
		if bytes.Contains(layer, []byte(text)) {
			return true
		}
	}
	return false
}

// TestParameters: wherever the key comes from, the pipeline does not have it.
func TestParameters(t *testing.T) {
	b := newBench(t, 2)
	key := os.Getenv(KeyVariable)
	file := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(file, []byte(key), 0o600))
	b.masked(1) // a worker has had it
	for _, s := range []KeySource{{Variable: KeyVariable}, {File: file}, {Command: "cat " + file}} {
		b.Key = s
		edges, _, err := b.Build().Build()
		require.NoError(t, err)
		p, err := graphx.Marshal(edges, &graphx.Options{Environment: &pipepb.Environment{}})
		require.NoError(t, err)
		text, err := proto.Marshal(p)
		require.NoError(t, err)
		all := layers(text)
		require.True(t, found(all, b.KeyID), "the search finds what is there")
		require.False(t, found(all, key))
		secret, err := json.Marshal(b.Job)
		require.NoError(t, err)
		require.NotContains(t, string(secret), key)
	}
}
