// Package release holds what a release is made of: what .goreleaser.yaml packs is there, and
// goes along with every binary.
package release

import (
	"compress/gzip"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

const root = "../.."

// config is what this test looks at. goreleaser itself judges the rest.
type config struct {
	Archives []struct {
		NameTemplate string `yaml:"name_template"`
		Files        []packed
	}
	NFPMs []struct {
		Formats  []string
		Contents []packed
	} `yaml:"nfpms"`
	Dockers []struct {
		ExtraFiles []string `yaml:"extra_files"`
	} `yaml:"dockers_v2"`
}

type packed struct{ Src, Dst, Packager string }

func read(t *testing.T) (c config) {
	text, err := os.ReadFile(filepath.Join(root, ".goreleaser.yaml"))
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(text, &c))
	require.Len(t, c.Archives, 1)
	require.Len(t, c.NFPMs, 1)
	require.Len(t, c.Dockers, 1)
	return c
}

// made runs .ci/made.
func made(t *testing.T) string {
	for _, program := range []string{"bash", "gzip"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("there is no %s", program)
		}
	}
	dir := filepath.Join(t.TempDir(), "made")
	t.Setenv("SOURCE_DATE_EPOCH", "0")
	out, err := exec.Command("bash", filepath.Join(root, ".ci/made"), dir).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return dir
}

func TestPacked(t *testing.T) {
	c, dir := read(t), made(t)
	var texts int
	check := func(src string) {
		pattern := filepath.Join(root, src)
		if name, ok := strings.CutPrefix(src, "made/"); ok {
			pattern = filepath.Join(dir, name)
		}
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, found, src)
		if src == "made/licences.txt" || src == "LICENSE" {
			texts++
		}
	}
	for _, p := range append(c.Archives[0].Files, c.NFPMs[0].Contents...) {
		check(p.Src)
	}
	for _, src := range c.Dockers[0].ExtraFiles {
		check(src)
	}
	require.Equal(t, 6, texts, "the licences go along with archives, packages and image")

	image, err := os.ReadFile(filepath.Join(root, "Dockerfile"))
	require.NoError(t, err)
	require.Contains(t, string(image), "\nCOPY "+strings.Join(c.Dockers[0].ExtraFiles, " ")+" ")

	licences, err := os.ReadFile(filepath.Join(dir, "licences.txt"))
	require.NoError(t, err)
	for _, words := range []string{"Go's standard library", "github.com/spf13/cobra v", "Mozilla Public License", "ICOT Free Software", "naist-jdic"} {
		require.Contains(t, string(licences), words)
	}
	page, err := os.Open(filepath.Join(dir, "man1", "migawari-mask.1.gz"))
	require.NoError(t, err)
	defer func() { _ = page.Close() }()
	z, err := gzip.NewReader(page)
	require.NoError(t, err)
	text, err := io.ReadAll(z)
	require.NoError(t, err)
	require.Contains(t, string(text), ".Dd January 1, 1970\n")
	require.True(t, z.ModTime.IsZero(), "what is packed twice is the same")
}

// TestCompletion: every kind of package puts each shell's completion where that looks for it.
func TestCompletion(t *testing.T) {
	p := read(t).NFPMs[0]
	for _, format := range p.Formats {
		var to []string
		for _, c := range p.Contents {
			if strings.HasPrefix(c.Src, "made/completion/") && (c.Packager == "" || c.Packager == format) {
				to = append(to, filepath.Base(c.Dst))
			}
		}
		require.ElementsMatch(t, []string{"migawari", "_migawari", "migawari.fish"}, to, format)
	}
}

// TestNames: the archives have the names under which examples/ci asks for them.
func TestNames(t *testing.T) {
	name := strings.NewReplacer("{{ .Version }}", "${VERSION}", "{{ .Os }}", "linux", "{{ .Arch }}", "amd64").Replace(read(t).Archives[0].NameTemplate)
	for _, file := range []string{"mask-github.yml", "mask-gitlab.yml"} {
		text, err := os.ReadFile(filepath.Join(root, "examples/ci", file))
		require.NoError(t, err)
		require.Contains(t, string(text), `archive="`+name+`"`)
	}
}
