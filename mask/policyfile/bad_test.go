package policyfile_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

var update = flag.Bool("update", false, "write what testdata/bad wants")

// A badFile is a file of testdata/bad, in the form of txtar: what it is about,
// whether the schema refuses it too, a policy and its faults.
type badFile struct {
	path   string
	head   string // the file up to its faults
	policy []byte
	want   string
	schema string
}

const (
	policyMark = "\n-- policy.yaml --\n"
	wantMark   = "-- want --\n"
)

func badFiles(t testing.TB) []badFile {
	paths, err := filepath.Glob("testdata/bad/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	var files []badFile
	for _, p := range paths {
		data, err := os.ReadFile(p)
		require.NoError(t, err)
		about, rest, ok1 := strings.Cut(string(data), policyMark)
		policy, want, ok2 := strings.Cut(rest, wantMark)
		_, schema, ok3 := strings.Cut(about, "\nschema: ")
		require.True(t, ok1 && ok2 && ok3, p)
		files = append(files, badFile{p, about + policyMark + policy + wantMark, []byte(policy), want, schema})
	}
	return files
}

// show writes faults as a command would.
func show(policy []byte, faults mask.Faults) string {
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error())
		if f.Hint != "" {
			b.WriteString("\n  hint: " + f.Hint)
		}
		for line := range strings.Lines(policyfile.Excerpt(policy, f.At)) {
			b.WriteString("\n  | " + strings.TrimSuffix(line, "\n"))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestBadFiles(t *testing.T) {
	for _, f := range badFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(f.path), ".txtar"), func(t *testing.T) {
			p, err := policyfile.Parse(f.policy)
			require.Nil(t, p)
			faults := faultsOf(t, err)
			checkFaults(t, f.policy, faults)
			got := show(f.policy, faults)
			require.NotContains(t, strings.ToLower(got), "canary")
			if *update {
				require.NoError(t, os.WriteFile(f.path, []byte(f.head+got), 0o644))
				return
			}
			require.Equal(t, f.want, got)
		})
	}
}

func faultsOf(t *testing.T, err error) mask.Faults {
	t.Helper()
	var faults mask.Faults
	require.True(t, errors.As(err, &faults))
	require.NotEmpty(t, faults)
	return faults
}

// checkFaults holds what is true of all faults.
func checkFaults(t *testing.T, policy []byte, faults mask.Faults) {
	t.Helper()
	require.True(t, slices.IsSortedFunc(faults, func(a, b mask.Fault) int {
		if b.At == (mask.Location{}) { // "n more faults"
			return -1
		}
		return slices.Compare([]int{a.At.Line, a.At.Column}, []int{b.At.Line, b.At.Column})
	}), "in the order of the file")
	for _, f := range faults {
		require.NotEmpty(t, f.Reason)
		if f.At != (mask.Location{}) {
			require.NotEmpty(t, policyfile.Excerpt(policy, f.At), "%v is not in the file", f.At)
		}
	}
}
