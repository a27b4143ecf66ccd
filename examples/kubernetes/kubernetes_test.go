// Package kubernetes is an example without a program: Jobs that mask a dump in parts, and a test
// of what they may, and of the commands that they run.
package kubernetes

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"

	"github.com/migawari-dev/migawari/internal/programs"
	"github.com/migawari-dev/migawari/mask"
)

// commands is a directory with the command.
var commands string

func TestMain(m *testing.M) { os.Exit(programs.Main(m, &commands, "cmd/migawari")) }

// A job is what these files say of a Job. What the type lacks is not known here, and an error.
type job struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   metadata
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int
		Parallelism          int
		BackoffLimit         *int `yaml:"backoffLimit"`
		BackoffLimitPerIndex *int `yaml:"backoffLimitPerIndex"`
		MaxFailedIndexes     *int `yaml:"maxFailedIndexes"`
		PodFailurePolicy     any  `yaml:"podFailurePolicy"`
		TTL                  int  `yaml:"ttlSecondsAfterFinished"`
		Template             struct {
			Metadata metadata
			Spec     pod
		}
	}
}

type metadata struct {
	Name   string
	Labels map[string]string
}

type pod struct {
	AutomountServiceAccountToken *bool  `yaml:"automountServiceAccountToken"`
	EnableServiceLinks           *bool  `yaml:"enableServiceLinks"`
	RestartPolicy                string `yaml:"restartPolicy"`
	SecurityContext              struct {
		RunAsNonRoot        bool              `yaml:"runAsNonRoot"`
		RunAsUser           int               `yaml:"runAsUser"`
		RunAsGroup          int               `yaml:"runAsGroup"`
		FSGroup             int               `yaml:"fsGroup"`
		FSGroupChangePolicy string            `yaml:"fsGroupChangePolicy"`
		SeccompProfile      map[string]string `yaml:"seccompProfile"`
	} `yaml:"securityContext"`
	Containers []container
	Volumes    []struct {
		Name                  string
		ConfigMap             map[string]string `yaml:"configMap"`
		PersistentVolumeClaim struct {
			ClaimName string `yaml:"claimName"`
			ReadOnly  bool   `yaml:"readOnly"`
		} `yaml:"persistentVolumeClaim"`
	}
}

type container struct {
	Name, Image     string
	SecurityContext struct {
		AllowPrivilegeEscalation *bool `yaml:"allowPrivilegeEscalation"`
		ReadOnlyRootFilesystem   bool  `yaml:"readOnlyRootFilesystem"`
		Capabilities             map[string][]string
	} `yaml:"securityContext"`
	Resources     struct{ Requests, Limits map[string]string }
	Command, Args []string
	Env           []struct {
		Name, Value string
		ValueFrom   struct {
			SecretKeyRef struct{ Name, Key string } `yaml:"secretKeyRef"`
		} `yaml:"valueFrom"`
	}
	VolumeMounts []struct {
		Name      string
		MountPath string `yaml:"mountPath"`
		ReadOnly  bool   `yaml:"readOnly"`
	} `yaml:"volumeMounts"`
}

func readJob(t *testing.T, name string) (j job) {
	text, err := os.ReadFile(name + ".yaml")
	require.NoError(t, err)
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	require.NoError(t, d.Decode(&j), name)
	require.Equal(t, "batch/v1 Job "+name, j.APIVersion+" "+j.Kind+" "+j.Metadata.Name)
	require.Len(t, j.Spec.Template.Spec.Containers, 1)
	return j
}

var names = []string{"plan", "mask", "merge"}

// TestPods: no pod may more than it needs, and each volume that is mounted is there.
func TestPods(t *testing.T) {
	for _, name := range names {
		j := readJob(t, name)
		p := j.Spec.Template.Spec
		c := p.Containers[0]
		require.Equal(t, map[string]string{"app": "migawari"}, j.Spec.Template.Metadata.Labels, "as network.yaml chooses them")
		require.Equal(t, "Never", p.RestartPolicy)
		require.False(t, *p.AutomountServiceAccountToken)
		require.False(t, *p.EnableServiceLinks)
		require.True(t, p.SecurityContext.RunAsNonRoot)
		require.NotZero(t, p.SecurityContext.RunAsUser)
		require.Equal(t, "RuntimeDefault", p.SecurityContext.SeccompProfile["type"])
		require.True(t, c.SecurityContext.ReadOnlyRootFilesystem)
		require.False(t, *c.SecurityContext.AllowPrivilegeEscalation)
		require.Equal(t, []string{"ALL"}, c.SecurityContext.Capabilities["drop"])
		require.NotEmpty(t, c.Resources.Requests["cpu"])
		require.NotEmpty(t, c.Resources.Limits["memory"])
		require.Equal(t, []string{"/bin/sh", "-euc"}, c.Command)

		volumes := map[string]bool{} // by name, whether they can be written to
		for _, v := range p.Volumes {
			require.True(t, (v.ConfigMap != nil) != (v.PersistentVolumeClaim.ClaimName != ""), "%s: nothing is on the node's own disk", v.Name)
			volumes[v.Name] = v.ConfigMap == nil && !v.PersistentVolumeClaim.ReadOnly
		}
		for _, m := range c.VolumeMounts {
			require.Contains(t, volumes, m.Name)
			require.Equal(t, "/"+m.Name, m.MountPath)
			require.Equal(t, !volumes[m.Name], m.ReadOnly, "%s in %s", m.Name, name)
			require.False(t, m.Name == "raw" && !m.ReadOnly)
		}
		require.Len(t, c.VolumeMounts, len(volumes))
		for _, e := range c.Env {
			secret := e.ValueFrom.SecretKeyRef.Name != ""
			require.Equal(t, e.Name == "MIGAWARI_KEY", secret, "%s in %s", e.Name, name)
			require.False(t, secret && (name != "mask" || e.Value != ""), "the key is where it is needed, and from the Secret")
		}
	}
}

func TestParts(t *testing.T) {
	j := readJob(t, "mask")
	require.Equal(t, "Indexed", j.Spec.CompletionMode)
	require.Positive(t, *j.Spec.BackoffLimitPerIndex)
	require.Zero(t, *j.Spec.MaxFailedIndexes)
	require.LessOrEqual(t, j.Spec.Parallelism, j.Spec.Completions)
	for _, name := range names[1:] {
		env := readJob(t, name).Spec.Template.Spec.Containers[0].Env
		require.Equal(t, "PARTS", env[0].Name)
		require.Equal(t, fmt.Sprint(j.Spec.Completions), env[0].Value, name)
	}
}

// TestOthers: every volume that a pod claims is declared.
func TestOthers(t *testing.T) {
	var claims []string
	kinds := map[string]int{}
	for _, file := range []string{"volumes.yaml", "network.yaml"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for d := yaml.NewDecoder(bytes.NewReader(text)); ; {
			var o struct {
				Kind     string
				Metadata metadata
				Spec     map[string]any
			}
			err := d.Decode(&o)
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err)
			kinds[o.Kind]++
			if o.Kind == "PersistentVolumeClaim" {
				claims = append(claims, o.Metadata.Name)
				continue
			}
			require.NotContains(t, o.Spec, "egress")
			require.NotContains(t, o.Spec, "ingress")
		}
	}
	require.Equal(t, map[string]int{"PersistentVolumeClaim": 3, "NetworkPolicy": 1}, kinds)
	for _, name := range names {
		for _, v := range readJob(t, name).Spec.Template.Spec.Volumes {
			if v.ConfigMap == nil {
				require.Contains(t, claims, v.PersistentVolumeClaim.ClaimName)
			}
		}
	}
}

// A cluster is a directory in which the volumes lie.
type cluster struct{ dir string }

func newCluster(t *testing.T) cluster {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("there is no shell")
	}
	c := cluster{t.TempDir()}
	t.Setenv("MIGAWARI_KEY", mask.GenerateKey())
	t.Setenv("PATH", commands+string(os.PathListSeparator)+os.Getenv("PATH"))
	for to, from := range map[string]string{"raw/shop.sql": "../../testdata/classpad/mariadb.sql", "policy/policy.yaml": "../classpad/policy.yaml"} {
		text, err := os.ReadFile(from)
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Dir(c.at(to)), 0o755))
		require.NoError(t, os.WriteFile(c.at(to), text, 0o600))
	}
	for _, volume := range []string{"index", "masked"} {
		require.NoError(t, os.Mkdir(c.at(volume), 0o755))
	}
	return c
}

func (c cluster) at(file string) string { return filepath.Join(c.dir, file) }

// run runs the container of a Job, with its volumes where they lie here.
func (c cluster) run(t *testing.T, name string, env ...string) (string, error) {
	pod := readJob(t, name).Spec.Template.Spec.Containers[0]
	script := pod.Args[0]
	for _, m := range pod.VolumeMounts {
		script = regexp.MustCompile(`([ "])(`+m.MountPath+`\b)`).ReplaceAllString(script, "${1}"+c.dir+"$2")
	}
	cmd := exec.Command(pod.Command[0], append(slices.Clone(pod.Command[1:]), script)...)
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// TestDump masks the sample in three parts, in whatever order and one of them twice.
func TestDump(t *testing.T) {
	c := newCluster(t)
	whole, err := exec.Command("migawari", "mask", "-p", c.at("policy/policy.yaml"), c.at("raw/shop.sql")).Output()
	require.NoError(t, err)
	out, err := c.run(t, "plan")
	require.NoError(t, err, out)
	for _, index := range []int{2, 0, 2} {
		out, err := c.run(t, "mask", "PARTS=3", fmt.Sprintf("JOB_COMPLETION_INDEX=%d", index))
		require.NoError(t, err, out)
		require.NotContains(t, out, os.Getenv("MIGAWARI_KEY"))
	}
	out, err = c.run(t, "merge", "PARTS=3")
	require.Error(t, err, "part 2 is missing")
	require.Contains(t, out, "part 2 of 3: the audit of a part is missing")
	require.NoFileExists(t, c.at("masked/shop.sql.zst"))

	out, err = c.run(t, "mask", "PARTS=3", "JOB_COMPLETION_INDEX=1")
	require.NoError(t, err, out)
	for range 2 { // a pod that was killed at its end is started anew
		out, err = c.run(t, "merge", "PARTS=3")
		require.NoError(t, err, out)
	}
	compressed, err := os.ReadFile(c.at("masked/shop.sql.zst"))
	require.NoError(t, err)
	d, err := zstd.NewReader(nil)
	require.NoError(t, err)
	defer d.Close()
	joined, err := d.DecodeAll(compressed, nil)
	require.NoError(t, err)
	require.Equal(t, string(whole), string(joined))
	audit, err := os.ReadFile(c.at("masked/shop.audit.json"))
	require.NoError(t, err)
	require.Contains(t, string(audit), `"verdict": "masked"`)
}

// TestPolicy: what no attempt would mend has the exit status at which the Job ends.
func TestPolicy(t *testing.T) {
	c := newCluster(t)
	out, err := c.run(t, "plan")
	require.NoError(t, err, out)
	require.NoError(t, os.WriteFile(c.at("policy/policy.yaml"), []byte("{version: 9}"), 0o600))
	_, err = c.run(t, "mask", "PARTS=3", "JOB_COMPLETION_INDEX=0")
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	require.Equal(t, 2, exit.ExitCode())
	text, err := os.ReadFile("mask.yaml")
	require.NoError(t, err)
	require.Contains(t, string(text), "{action: FailJob, onExitCodes: {containerName: migawari, operator: In, values: [2]}}")
}
