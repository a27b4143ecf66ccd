package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/beam/job"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/split"
)

// TestUsage: what is wrong is said before anything is read.
func TestUsage(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	url := mem(t)
	for _, c := range []struct{ args, want string }{
		{"", "mask needs --input, --output and --policy"},
		{"--input {raw/}dump.sql", "mask needs --input, --output and --policy"},
		{"--input {raw/} --output {dev/} --parts 3", "--input: a prefix has dumps"},
		{"--input {raw/}dump.sql --output {dev}", "--output: it is a prefix"},
		{"--input {raw/}dump.sql --output {raw/}", "lies in the prefix of the raw dump"},
		{"--input {raw/}dump.sql --output {raw/dev/}", "lies in the prefix of the raw dump"},
		{"--input {raw/}dump.sql --output {}", "lies in the prefix of the raw dump, or round it"},
		{"--input ftp://a/dump.sql --output {dev/}", "--input: it is not the URL of a bucket"},
		{"--input s3://me:secret@a/dump.sql --output {dev/}", "--input: a URL does not hold credentials"},
		{"--input {raw/}dump.sql --output {dev/} --runner local", "--runner: there are prism, flink, spark, dataflow"},
		{"--input {raw/}dump.sql --output {dev/} --parts 0", "--parts: there can be"},
		{"--input {raw/}dump.sql --output {dev/} --compress xz", "--compress: there are gz, zst and lz4"},
		{"--input {raw/}dump.sql --output {dev/} --dialect oracle", "--dialect: there are auto, mysql, postgres, sqlite"},
		{"--input {raw/}dump.sql --output {dev/} --key-file a --key-command b", "exclude each other"},
		{"--input {raw/}dump.sql --output {dev/} --key-file /nowhere/at/all", "the key's file: no such file"},
		{"--input {raw/}dump.sql --output {dev/} --key-command false", "the key's command: exit status 1"},
		{"--input {raw/}dump.sql --output {dev/} --key-env NOBODY_SETS_IT", "no key"},
		{"--input {raw/}dump.sql --output {dev/} --key-command echo_" + key, "never what it is"},
		{"--input {raw/}dump.sql --output {dev/} --policy /nowhere/at/all", "--policy: "},
		{"--input {raw/}dump.sql --output {dev/} --worker_binari x", "flag provided but not defined"},
		{"dump.sql --input {raw/}dump.sql --output {dev/}", "mask takes flags alone"},
	} {
		t.Run(c.args, func(t *testing.T) {
			args := strings.Fields(strings.NewReplacer("{", url, "}", "", "echo_", "echo ").Replace(c.args))
			if i := slices.Index(args, "echo"); i >= 0 {
				args = append(args[:i], strings.Join(args[i:], " "))
			}
			r := command(t, args...)
			require.Equal(t, exitUsage, r.status, r.stderr)
			require.Contains(t, r.stderr, c.want)
			require.NotContains(t, r.stderr, key)
			require.NotContains(t, r.stderr, "secret@")
			require.Empty(t, r.stdout)
		})
	}
	require.Empty(t, open(t, url).names(t))
}

// TestPolicyFaults: all of them are shown.
func TestPolicyFaults(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	name := filepath.Join(t.TempDir(), "policy.yaml")
	require.NoError(t, os.WriteFile(name, []byte("version: 1\ntables: {a: kept, b: {rows: lost}}\n"), 0o600))
	r := command(t, "--input", mem(t)+"raw/dump.sql", "--output", mem(t)+"dev/", "--policy", name)
	require.Equal(t, exitUsage, r.status)
	require.Equal(t, 2, strings.Count(r.stderr, "policy.yaml:2:"), r.stderr)
}

// TestOccupied: masked parts are not mixed with what is there.
func TestOccupied(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	in, out := open(t, mem(t)+"raw/"), open(t, mem(t)+"dev/")
	out.put(t, "part-00001-of-00002.sql", nil)
	r := command(t, "--input", in.put(t, "dump.sql", samples["mysql"]().raw), "--output", out.url)
	require.Equal(t, exitStopped, r.status)
	require.Contains(t, r.stderr, "--output: there are objects already")
	require.Equal(t, []string{"part-00001-of-00002.sql"}, out.names(t))
}

// stops runs a job that must not succeed, and holds what it leaves.
func stops(t *testing.T, out place, want string, args ...string) {
	t.Helper()
	r := command(t, append(args, "--output", out.url)...)
	require.Equal(t, exitStopped, r.status, r.stderr)
	require.Contains(t, r.stderr, want)
	require.Less(t, strings.Count(r.stderr, "\n"), 3, r.stderr)
	require.Empty(t, r.stdout)
	require.NotContains(t, out.names(t), job.ManifestName)
}

// TestBucketRefuses: a bucket that refuses stops the job, with the part named, and leaves nothing
// that looks like a dump.
func TestBucketRefuses(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	for _, c := range []struct {
		name, do, in string // what is refused, and of which object
		after        int32  // so many were allowed
		want         string
	}{
		{"planning", "read", "raw/dump.sql", 0, "planning: "},
		{"reading", "read", "raw/dump.sql", 9, "part "},
		{"writing", "write", "/part-", 5, "part "},
		{"upload", "close", "/part-", 3, "part "},
		{"audit", "close", "/audit.json", 0, "the audit: "},
		{"name", "copy", "/part-", 4, "part "},
		{"manifest", "close", "dev/manifest.json", 0, "manifest.json: "},
	} {
		t.Run(c.name, func(t *testing.T) {
			store := &brokenStore{objects: map[string][]byte{"raw/dump.sql": samples["mysql"]().raw}}
			broken[c.name] = store
			var n atomic.Int32
			store.refuse = func(do, key string) bool {
				return do == c.do && strings.Contains(key, c.in) && n.Add(1) > c.after
			}
			out := open(t, "broken://"+c.name+"/dev/")
			stops(t, out, c.want, "--input", "broken://"+c.name+"/raw/dump.sql", "--parts", "7")
			for _, name := range out.names(t) {
				require.False(t, strings.HasPrefix(name, job.Aside), "what was aside is swept: %s", name)
			}
		})
	}
}

// TestOtherKey: a worker with another key, or without one, stops, and with it its part.
func TestOtherKey(t *testing.T) {
	in := open(t, mem(t)+"raw/")
	url := in.put(t, "dump.sql", samples["postgres"]().raw)
	k, err := mask.ParseKey([]byte(mask.GenerateKey()))
	require.NoError(t, err)
	t.Run("other", func(t *testing.T) {
		t.Setenv(job.KeyVariable, key)
		stops(t, open(t, mem(t)+"dev/"), "part 1 of 3: this worker has another key than the job", "--input", url, "--parts", "3", "--key-id", k.ID())
	})
	t.Run("none", func(t *testing.T) {
		stops(t, open(t, mem(t)+"dev/"), "part 1 of 3: no key", "--input", url, "--parts", "3", "--key-id", k.ID())
	})
}

// TestKeySources: workers get the key from a file or a command, and the ID is all that has to be known
// before.
func TestKeySources(t *testing.T) {
	file := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(file, []byte(key+"\n"), 0o600))
	k, err := mask.ParseKey([]byte(key))
	require.NoError(t, err)
	in := open(t, mem(t)+"raw/")
	url := in.put(t, "dump.sql", samples["postgres"]().raw)
	for _, args := range [][]string{{"--key-file", file}, {"--key-command", "cat '" + file + "'", "--key-id", k.ID()}} {
		t.Run(args[0], func(t *testing.T) {
			out := open(t, mem(t)+"dev/")
			r := command(t, append(args, "--input", url, "--output", out.url, "--parts", "2")...)
			require.Zero(t, r.status, r.stderr)
			require.True(t, bytes.Equal(samples["postgres"]().masked, out.joined(t)))
		})
	}
}

// TestChanged: a dump that is not the one of the index stops the part that meets it.
func TestChanged(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	raw := samples["mysql"]().raw
	x, err := split.Make(t.Context(), split.At(bytes.NewReader(raw), int64(len(raw))), mysql.Dialect, split.Options{})
	require.NoError(t, err)
	var index bytes.Buffer
	require.NoError(t, x.Write(&index))
	in := open(t, mem(t)+"raw/")
	args := []string{"--index", in.put(t, "index.json", index.Bytes()), "--parts", "7"}

	out := open(t, mem(t)+"dev/")
	r := command(t, append(args, "--input", in.put(t, "dump.sql", raw), "--output", out.url)...)
	require.Zero(t, r.status, r.stderr)
	require.True(t, bytes.Equal(samples["mysql"]().masked, out.joined(t)))

	changed := bytes.Clone(raw)
	i := len(raw)/2 + bytes.IndexByte(raw[len(raw)/2:], '1')
	changed[i] = '2'
	stops(t, open(t, mem(t)+"dev2/"), " of 7: the dump is not the one", append(args, "--input", in.put(t, "changed.sql", changed))...)
	stops(t, open(t, mem(t)+"dev3/"), "part 1 of 7: the dump is not the one", append(args, "--input", in.put(t, "short.sql", raw[:len(raw)-1]))...)
	stops(t, open(t, mem(t)+"dev4/"), "planning: the index: it is not an index", "--index", in.put(t, "none.json", []byte("{}")), "--input", in.url+"dump.sql")
}

// short puts a row into a masked table that has too few fields.
func short(t *testing.T, raw []byte, value string) []byte {
	i := bytes.Index(raw, []byte("\nINSERT INTO `students` VALUES ")) + 1 // texts look like SQL, too
	require.Positive(t, i)
	return slices.Concat(raw[:i], []byte("INSERT INTO `students` VALUES (1,'"+value+"');\n"), raw[i:])
}

// TestTorn: what stops a run stops a job.
func TestTorn(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	raw := samples["mysql"]().raw
	in := open(t, mem(t)+"raw/")
	stops(t, open(t, mem(t)+"dev/"), "planning: ", "--input", in.put(t, "torn.sql", raw[:len(raw)/2]))
	stops(t, open(t, mem(t)+"dev/"), "planning: the input: ", "--input", in.url+"absent.sql")
	stops(t, open(t, mem(t)+"dev/"), "planning: ", "--input", in.put(t, "one.sql.gz", bgzip(raw, len(raw))))
	more := bytes.Replace(raw, []byte("\n--\n-- Table structure"), []byte("\nFROBNICATE x;\n--\n-- Table structure"), 1)
	require.NotEqual(t, len(raw), len(more))
	stops(t, open(t, mem(t)+"dev/"), "planning: line 18 ", "--input", in.put(t, "more.sql", more))
	stops(t, open(t, mem(t)+"dev/"), " of 64: line 209 (byte 3430650): table students: ", "--input", in.put(t, "short.sql", short(t, raw, "x")))
}

// TestSilent: neither the key nor a value of the dump is in a log, whatever becomes of the job.
func TestSilent(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	s := samples["mysql"]()
	const canary = "canary@migawari.invalid"
	torn := short(t, s.raw, canary)
	in := open(t, mem(t)+"raw/")
	for name, raw := range map[string][]byte{"whole": s.raw, "torn": torn} {
		t.Run(name, func(t *testing.T) {
			r := command(t, "--verbose", "--input", in.put(t, name, raw), "--output", mem(t)+"dev/", "--parts", "3")
			require.Equal(t, name == "torn", r.status == exitStopped, r.stderr)
			require.Contains(t, r.stderr, "level=INFO", "the log is seen")
			require.NotContains(t, r.stdout+r.stderr, key)
			require.NotContains(t, r.stdout+r.stderr, canary)
		})
	}
}

// TestInterrupted: who interrupts a job leaves nothing.
func TestInterrupted(t *testing.T) {
	t.Setenv(job.KeyVariable, key)
	ctx, stop := context.WithCancel(t.Context())
	store := &brokenStore{objects: map[string][]byte{"raw/dump.sql": samples["mysql"]().raw}}
	broken["interrupted"] = store
	store.refuse = func(do, key string) bool {
		if do == "close" && strings.Contains(key, "/part-00003") {
			stop()
		}
		return false
	}
	out := open(t, "broken://interrupted/dev/")
	var stderr recorder
	status := run(ctx, []string{"mask", "--policy", policy(t), "--input", "broken://interrupted/raw/dump.sql", "--output", out.url, "--parts", "7"}, io.Discard, &stderr)
	require.Equal(t, exitStopped, status)
	require.NotContains(t, out.names(t), job.ManifestName)
}

// TestKilled: what is killed leaves no manifest and no part with a last name, and the same command
// again does the job.
func TestKilled(t *testing.T) {
	self, err := os.Executable()
	require.NoError(t, err)
	dir := t.TempDir()
	in, out := open(t, "file://"+t.TempDir()+"/"), open(t, "file://"+dir+"/")
	s := samples["mysql"]()
	args := []string{"mask", "--policy", policy(t), "--input", in.put(t, "dump.sql", s.raw), "--output", out.url, "--parts", "64", "--jobs", "1"}
	start := func() *exec.Cmd {
		cmd := exec.Command(self, args...)
		cmd.Env = append(os.Environ(), asCommand+"=1", job.KeyVariable+"="+key, "TMPDIR="+t.TempDir())
		require.NoError(t, cmd.Start())
		return cmd
	}
	cmd := start()
	require.Eventually(t, func() bool {
		begun, _ := filepath.Glob(filepath.Join(dir, job.Aside+"*", "*")) // a pattern of ours
		return len(begun) > 0
	}, time.Minute, time.Millisecond)
	require.NoError(t, cmd.Process.Kill())
	require.Error(t, cmd.Wait())
	for _, name := range out.names(t) {
		require.True(t, strings.HasPrefix(name, job.Aside), name)
	}
	require.NoError(t, start().Wait())
	left := out.names(t)
	for _, name := range left {
		if strings.HasPrefix(name, job.Aside) {
			require.NoError(t, out.Remove(t.Context(), name))
		}
	}
	require.True(t, bytes.Equal(s.masked, out.joined(t)), fmt.Sprint(left))
}
