package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/beam/bucket"
	"github.com/migawari-dev/migawari/beam/job"
	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/internal/bench/workload"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/detect"
)

// asCommand has the test binary be the command, for a test that kills it.
const asCommand = "MIGAWARI_BEAM_TEST_COMMAND"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	beam.Init()
	os.Exit(m.Run())
}

// key is that of the tests, which is nowhere written down.
var key = mask.GenerateKey()

// A sample is a dump, and what one run makes of it.
type sample struct {
	raw, masked []byte
	audit       *mask.Audit
}

// samples are a dump in both dialects.
var samples = map[string]func() sample{
	"mysql":    sync.OnceValue(func() sample { return masked(workload.MySQL) }),
	"postgres": sync.OnceValue(func() sample { return masked(workload.Postgres) }),
}

func masked(l workload.Layout) sample {
	return sampleOf(workload.Options{Layout: l, Size: 6 << 20, Statement: 200 << 10})
}

func sampleOf(o workload.Options) (s sample) {
	var raw, out bytes.Buffer
	_, err := workload.Write(&raw, o)
	must(err)
	k, err := mask.ParseKey([]byte(key))
	must(err)
	plan, _, err := job.Compile(workload.Policy, k)
	must(err)
	s.raw = raw.Bytes()
	d, err := dialects.Detect(s.raw[:dialects.DetectSize], job.Grammars()...)
	must(err)
	s.audit, err = mask.Copy(context.Background(), &out, &raw, d, plan, mask.Detect(detect.NamesOfPersons))
	must(err)
	s.raw, s.masked = bytes.Clone(s.raw), out.Bytes()
	return s
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// policy is a file with the policy of the samples.
func policy(t *testing.T) string {
	name := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(name, workload.Policy, 0o600))
	return name
}

// A place is a prefix of a bucket.
type place struct {
	url string
	*bucket.Bucket
}

func open(t *testing.T, url string) place {
	p, err := bucket.Parse(url)
	require.NoError(t, err)
	b, err := bucket.OpenToWrite(t.Context(), p)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, b.Close()) })
	return place{url, b}
}

// put writes an object, and gives its URL.
func (p place) put(t *testing.T, name string, text []byte) string {
	require.NoError(t, p.Write(t.Context(), name, text))
	return p.url + name
}

func (p place) names(t *testing.T) []string {
	names, err := p.Names(t.Context(), "")
	require.NoError(t, err)
	return names
}

// joined are the parts that the manifest lists, unpacked.
func (p place) joined(t *testing.T) []byte {
	text, err := p.Read(t.Context(), job.ManifestName)
	require.NoError(t, err)
	var m job.Manifest
	require.NoError(t, json.Unmarshal(text, &m))
	var all, out bytes.Buffer
	var names []string
	for _, part := range m.Parts {
		text, err := p.Read(t.Context(), part.Name)
		require.NoError(t, err)
		require.Len(t, text, int(part.Bytes))
		all.Write(text)
		names = append(names, part.Name)
	}
	require.True(t, slices.IsSorted(names), "the order of a listing is theirs")
	require.ElementsMatch(t, append([]string{job.AuditName, job.ManifestName}, names...), p.names(t), "and nothing is beside them")
	r, _, err := archive.Decompress(&all)
	require.NoError(t, err)
	_, err = out.ReadFrom(r)
	require.NoError(t, err)
	return out.Bytes()
}

// A result is what a run of the command has come to.
type result struct {
	status         int
	stdout, stderr string
}

// A recorder keeps what is written to it. An engine logs when a job has ended, too.
type recorder struct {
	mu   sync.Mutex
	text strings.Builder
}

// Write implements [io.Writer].
func (r *recorder) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.Write(p)
}

func (r *recorder) String() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.text.String()
}

func command(t *testing.T, args ...string) result {
	var stdout, stderr recorder
	status := run(t.Context(), append([]string{"mask", "--policy", policy(t)}, args...), &stdout, &stderr)
	return result{status, stdout.String(), stderr.String()}
}

// mem gives a bucket in memory that no other test has.
func mem(t *testing.T) string {
	url := "mem://" + strings.ToLower(strings.NewReplacer("/", "-", "_", "-").Replace(t.Name())) + "/"
	p, err := bucket.Parse(url)
	require.NoError(t, err)
	t.Cleanup(func() {
		b, err := bucket.Open(context.Background(), p)
		require.NoError(t, err)
		require.NoError(t, b.RemoveAll(context.Background(), ""))
	})
	return url
}

// bgzip packs a text in members of so many bytes.
func bgzip(text []byte, size int) []byte {
	var b bytes.Buffer
	for len(text) > 0 {
		w := gzip.NewWriter(&b)
		n, err := w.Write(text[:min(size, len(text))])
		must(err)
		must(w.Close())
		text = text[n:]
	}
	return b.Bytes()
}

// frames packs a text with zstd, in frames of so many bytes.
func frames(text []byte, size int) []byte {
	var b bytes.Buffer
	for len(text) > 0 {
		w, err := zstd.NewWriter(&b)
		must(err)
		n, err := w.Write(text[:min(size, len(text))])
		must(err)
		must(w.Close())
		text = text[n:]
	}
	return b.Bytes()
}

// TestSameBytes: parts are what one run writes, in whatever number, and their audit is its own.
func TestSameBytes(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	for dialect, s := range samples {
		for _, parts := range []int{1, 2, 7, 64} {
			t.Run(dialect+"/"+strconv.Itoa(parts), func(t *testing.T) {
				in, out := open(t, mem(t)+"raw/"), open(t, mem(t)+"dev/a/")
				r := command(t, "--input", in.put(t, "dump.sql", s().raw), "--output", out.url, "--parts", strconv.Itoa(parts))
				require.Zero(t, r.status, r.stderr)
				require.Empty(t, r.stderr)
				require.True(t, bytes.Equal(s().masked, out.joined(t)))
				holdAudit(t, s(), out)
			})
		}
	}
}

// TestShards: the dumps of a prefix are masked one by one, each as if it were alone.
func TestShards(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	a := sampleOf(workload.Options{Layout: workload.MySQL, Size: 1 << 20, Seed: 1})
	b := sampleOf(workload.Options{Layout: workload.MySQL, Size: 1 << 20, Seed: 2})
	dir := t.TempDir()
	in, out := open(t, mem(t)+"raw/"), open(t, "file://"+dir+"/")
	in.put(t, "eu/a.sql", a.raw)
	in.put(t, "us/b.sql.gz", bgzip(b.raw, len(b.raw)))
	r := command(t, "--input", in.url, "--output", out.url, "--compress", "zst")
	require.Zero(t, r.status, r.stderr)
	require.True(t, bytes.Equal(slices.Concat(a.masked, b.masked), out.joined(t)))
	require.Equal(t, []string{job.AuditName, "eu/a.sql.zst", job.ManifestName, "us/b.sql.zst"}, out.names(t))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 4, "no directory is left")
	require.NoError(t, a.audit.Add(b.audit))
	holdAudit(t, a, out)

	in.put(t, "us/b.sql", b.raw)
	stops(t, open(t, mem(t)+"dev2/"), "planning: the input: object 3 of 3: another one would be written under its name", "--input", in.url)
	stops(t, open(t, mem(t)+"dev2/"), "planning: the input: there is no object", "--input", mem(t)+"empty/")
	in.put(t, "us/b.sql", b.raw[:len(b.raw)/2])
	require.NoError(t, in.Remove(t.Context(), "us/b.sql.gz"))
	stops(t, open(t, mem(t)+"dev2/"), "part 2 of 2: ", "--input", in.url)
}

func holdAudit(t *testing.T, s sample, out place) {
	text, err := out.Read(t.Context(), job.AuditName)
	require.NoError(t, err)
	r, err := audit.Read(text)
	require.NoError(t, err)
	var want bytes.Buffer
	require.NoError(t, (&audit.Record{Audit: s.audit}).Write(&want))
	whole, err := audit.Read(want.Bytes())
	require.NoError(t, err)
	for name, table := range whole.Tables { // a part has too few persons to count
		table.Persons = nil
		require.NotNil(t, r.Tables[name])
		r.Tables[name].Persons = nil
	}
	require.Equal(t, whole.Audit, r.Audit)
	require.NoError(t, r.CheckVerdict())
}

// TestPacked: what is compressed in blocks is read from its middle, and parts are packed as is
// said.
func TestPacked(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	s := samples["mysql"]()
	for _, c := range []struct {
		name, compress string
		raw            []byte
	}{
		{"dump.sql.gz", "gz", bgzip(s.raw, 64<<10)},
		{"dump.sql.zst", "zst", frames(s.raw, 300<<10)},
		{"dump.sql.gz", "lz4", bgzip(s.raw, 300<<10)},
	} {
		t.Run(c.compress, func(t *testing.T) {
			in, out := open(t, "file://"+t.TempDir()+"/"), open(t, "file://"+t.TempDir()+"/")
			r := command(t, "--input", in.put(t, c.name, c.raw), "--output", out.url, "--parts", "7", "--compress", c.compress)
			require.Zero(t, r.status, r.stderr)
			require.True(t, bytes.Equal(s.masked, out.joined(t)))
		})
	}
}
