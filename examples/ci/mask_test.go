package ci

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/internal/programs"
	"github.com/migawari-dev/migawari/mask"
)

// A maskJob is what a file for CI does about a dump.
type maskJob struct {
	env      map[string]string // of all steps
	steps    []step
	uploaded string // the directory
}

type step struct {
	env    map[string]string
	script string
}

func readYAML(t *testing.T, file string, into any) {
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(text, into), file)
}

// github reads a workflow. Its steps run one by one, with bash.
func github(t *testing.T) (j maskJob) {
	var file struct {
		Permissions map[string]string
		Defaults    struct{ Run struct{ Shell string } }
		Jobs        map[string]struct {
			Environment string
			Env         map[string]string
			Steps       []struct {
				Uses, Run string
				Env, With map[string]string
			}
		}
	}
	readYAML(t, "mask-github.yml", &file)
	require.Equal(t, map[string]string{"contents": "read"}, file.Permissions)
	require.Equal(t, "bash", file.Defaults.Run.Shell)
	job := file.Jobs["mask"]
	require.NotEmpty(t, job.Environment)
	j.env = job.Env
	for _, s := range job.Steps {
		switch {
		case s.Run != "":
			j.steps = append(j.steps, step{s.Env, s.Run})
		case strings.HasPrefix(s.Uses, "actions/upload-artifact@"):
			j.uploaded = s.With["path"]
		}
	}
	return j
}

// gitlab reads a job. Its lines are one script, which ends where one fails.
func gitlab(t *testing.T) maskJob {
	var file map[string]struct {
		Environment string
		Variables   map[string]string
		Script      []string
		Artifacts   struct{ Paths []string }
	}
	readYAML(t, "mask-gitlab.yml", &file)
	job := file["masked dump"]
	require.NotEmpty(t, job.Environment)
	require.Len(t, job.Artifacts.Paths, 1)
	return maskJob{job.Variables, []step{{script: strings.Join(job.Script, "\n")}}, job.Artifacts.Paths[0]}
}

var maskJobs = map[string]func(*testing.T) maskJob{"github": github, "gitlab": gitlab}

// TestMaskJobs: the key is given to the step that masks alone and is in no script, the version
// is pinned, and what is passed on is what that step writes.
func TestMaskJobs(t *testing.T) {
	for name, read := range maskJobs {
		j := read(t)
		require.Regexp(t, `^\d+\.\d+\.\d+$`, j.env["VERSION"], name)
		require.Regexp(t, `^[0-9a-f]{64}$`, j.env["SHA256"], name)
		require.NotContains(t, j.env, "MIGAWARI_KEY", name)
		require.Equal(t, "masked/", j.uploaded, name)
		for _, s := range j.steps {
			require.NotContains(t, s.script, "KEY", name)
			require.NotContains(t, s.script, "${{", "%s: what somebody else wrote is no part of a script", name)
			require.Equal(t, s.env != nil, name == "github" && strings.Contains(s.script, "migawari mask"), name)
		}
	}
}

// TestScripts: every file is YAML, and every script in it is one for bash.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("*.yml")
	require.NoError(t, err)
	require.Len(t, files, 6)
	_, err = exec.LookPath("bash")
	for _, file := range files {
		var tree any
		readYAML(t, file, &tree)
		found := scripts(tree)
		require.NotEmpty(t, found, file)
		for _, script := range found {
			if err == nil {
				out, err := exec.Command("bash", "-n", "-c", script).CombinedOutput()
				require.NoError(t, err, "%s: %s", file, out)
			}
		}
	}
}

// scripts are what stands under run and script, wherever that is.
func scripts(tree any) (found []string) {
	switch tree := tree.(type) {
	case map[string]any:
		for word, value := range tree {
			switch lines, isList := value.([]any); {
			case word == "run" && !isList:
				if text, ok := value.(string); ok {
					found = append(found, text)
				}
			case word == "script" && isList:
				var b strings.Builder
				for _, line := range lines {
					fmt.Fprintln(&b, line)
				}
				found = append(found, b.String())
			default:
				found = append(found, scripts(value)...)
			}
		}
	case []any:
		for _, value := range tree {
			found = append(found, scripts(value)...)
		}
	}
	return found
}

// TestMaskRuns runs what the jobs run, with an archive as a release has it and the sample.
func TestMaskRuns(t *testing.T) {
	for _, program := range []string{"bash", "curl", "sha256sum", "tar"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("there is no %s", program)
		}
	}
	releases := t.TempDir()
	for name, read := range maskJobs {
		t.Run(name, func(t *testing.T) {
			j := read(t)
			j.env["RELEASES"] = "file://" + releases
			j.env["SHA256"] = release(t, releases, j.env["VERSION"])
			require.NoError(t, j.run(t, t.TempDir(), "orders: keep"), "all steps")
			dir := t.TempDir()
			require.ErrorContains(t, j.run(t, dir, ""), "orders", "the policy lacks a table")
			require.NoDirExists(t, filepath.Join(dir, "masked"))

			j.env["SHA256"] = strings.Repeat("0", 64)
			dir = t.TempDir()
			require.Error(t, j.run(t, dir, "orders: keep"), "another archive")
			require.NoFileExists(t, filepath.Join(dir, "migawari"), "it is not unpacked")
		})
	}
}

// run runs the steps in a checkout, up to the first that fails.
func (j maskJob) run(t *testing.T, dir, more string) error {
	raw := t.TempDir()
	put := func(file, text string) { require.NoError(t, os.WriteFile(file, []byte(text), 0o600)) }
	put(filepath.Join(dir, "policy.yaml"), "{version: 1, tables: {users: {columns: {id: keep, email: email}}, "+more+"}}")
	put(filepath.Join(raw, "shop.sql"), "CREATE TABLE `users` (`id` int NOT NULL PRIMARY KEY, `email` varchar(100));\n"+
		"CREATE TABLE `orders` (`no` int);\nINSERT INTO `users` VALUES (1,'ada@navy.test');\nINSERT INTO `orders` VALUES (7);\n")
	for _, s := range j.steps {
		cmd := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s.script) // as both run them
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RAW="+filepath.Join(raw, "shop.sql"), "MIGAWARI_KEY="+mask.GenerateKey())
		for _, name := range []string{"VERSION", "SHA256", "RELEASES"} {
			cmd.Env = append(cmd.Env, name+"="+j.env[name])
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%w: %s", err, out)
		}
	}
	entries, err := os.ReadDir(filepath.Join(dir, j.uploaded))
	require.NoError(t, err)
	require.Len(t, entries, 2)
	require.Equal(t, "audit.json shop.sql.zst", entries[0].Name()+" "+entries[1].Name())
	return nil
}

// release puts the command into an archive as .goreleaser.yaml makes it, and gives its digest.
func release(t *testing.T, dir, version string) string {
	name := "migawari_" + version + "_linux_amd64"
	bin := t.TempDir()
	require.NoError(t, programs.Build(bin, "cmd/migawari"))
	program, err := os.ReadFile(filepath.Join(bin, "migawari"))
	require.NoError(t, err)
	file := filepath.Join(dir, "v"+version, name+".tar.gz")
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	f, err := os.Create(file)
	require.NoError(t, err)
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	require.NoError(t, err)
	w := tar.NewWriter(z)
	require.NoError(t, w.WriteHeader(&tar.Header{Name: name + "/migawari", Mode: 0o755, Size: int64(len(program))}))
	_, err = w.Write(program)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, z.Close())
	require.NoError(t, f.Close())
	packed, err := os.ReadFile(file)
	require.NoError(t, err)
	return fmt.Sprintf("%x", sha256.Sum256(packed))
}
