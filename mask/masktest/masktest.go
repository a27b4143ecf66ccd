// Package masktest checks that a masker keeps the laws of package mask. A masker
// of a third party passes its factory and values that it is made for to [Run].
package masktest

import (
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/migawari-dev/migawari/mask"
)

// A Case is a masker with the parameters of one rule.
type Case struct {
	// Factory is what the policy's word stands for.
	Factory mask.Factory
	// Rule has the parameters; its Mask is set by the kit.
	Rule mask.Rule
	// Set has the maskers that the rule may name inside, if it does.
	Set mask.Set
	// Unkeyed: the fakes do not depend on the key, such as those of a constant.
	Unkeyed bool
	// Values are inputs. Those that the masker refuses with mask.ErrUnfit are
	// part of the check: it must refuse them every time.
	Values []string
}

// child tells the second process which case it is to compute.
const child = "MIGAWARI_MASKTEST_CHILD"

// Key is a key for tests; it is published and refused by mask.ParseKey.
func Key(t testing.TB) mask.Key {
	t.Helper()
	return keyFrom(t, 0)
}

// keyFrom makes a key of the numbers from first on.
func keyFrom(t testing.TB, first byte) mask.Key {
	t.Helper()
	secret := make([]byte, mask.MinKeySize)
	for i := range secret {
		secret[i] = first + byte(i)
	}
	k, err := mask.NewKey(secret)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Run checks a masker: pure (twice, shuffled, in eight goroutines and in a second process),
// silent about values, careful with its input, and keyed.
func Run(t *testing.T, c Case) {
	t.Helper()
	if len(c.Values) == 0 {
		t.Fatal("masktest: no values: a kit without input checks nothing")
	}
	if os.Getenv(child) == t.Name() {
		for _, line := range c.apply(t, Key(t), c.Values) {
			fmt.Println("masktest:" + hex.EncodeToString([]byte(line)))
		}
		return
	}
	want := c.apply(t, Key(t), c.Values)
	t.Run("pure", func(t *testing.T) { c.pure(t, want) })
	t.Run("second process", func(t *testing.T) { secondProcess(t, want) })
	t.Run("keyed", func(t *testing.T) { c.keyed(t, want) })
	t.Run("silent", func(t *testing.T) { c.silent(t) })
}

// plan compiles a table with a person key, one masked column and a primary key.
func (c Case) plan(t testing.TB, k mask.Key) *mask.Plan {
	r := c.Rule
	r.Mask = "masker"
	keep := []mask.Arm{{Rule: mask.Rule{Mask: mask.Keep}}}
	set := mask.Set{"masker": c.Factory}
	maps.Copy(set, c.Set)
	p, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{
		Pattern: "t", Person: &mask.Person{By: []string{"id"}, Household: "home"},
		Columns: []mask.Column{{Name: "id", Arms: keep}, {Name: "home", Arms: keep}, {Name: "v", Arms: []mask.Arm{{Rule: r}}}},
	}}}, k, set)
	if err != nil {
		t.Fatalf("masktest: the rule must compile: %v", err)
	}
	return p
}

// one masks one value; an error is part of the answer.
func one(t testing.TB, p *mask.Plan, i int, v string) string {
	m, err := p.Row("t", []string{"id", "home", "v"})
	if err != nil {
		t.Fatalf("masktest: the rule must bind: %v", err)
	}
	vals := []any{int64(i), int64(i / 4), []byte(v)}
	if _, err := m.Mask(vals); err != nil {
		return "error: " + err.Error()
	}
	if vals[2] == nil {
		return "null"
	}
	return fmt.Sprintf("value: %s", vals[2])
}

func (c Case) apply(t testing.TB, k mask.Key, values []string) []string {
	p := c.plan(t, k)
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = one(t, p, i, v)
	}
	return out
}

func (c Case) pure(t *testing.T, want []string) {
	if got := c.apply(t, Key(t), c.Values); !slices.Equal(got, want) {
		t.Error("a masker must give the same fakes when it is built again from the same rule and key")
	}
	p := c.plan(t, Key(t))
	order := rand.New(rand.NewPCG(1, 2)).Perm(len(c.Values))
	for _, i := range order {
		if got := one(t, p, i, c.Values[i]); got != want[i] {
			t.Errorf("value %d: a masker must not depend on what it masked before", i)
		}
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for n := range c.Values {
				i := (n + g) % len(c.Values)
				if got := one(t, p, i, c.Values[i]); got != want[i] {
					t.Errorf("value %d: a masker must be safe to share between goroutines", i)
				}
			}
		})
	}
	wg.Wait()
}

// secondProcess finds what only another process changes: the order of maps,
// hash seeds, addresses.
func secondProcess(t *testing.T, want []string) {
	name := strings.TrimSuffix(t.Name(), "/second_process")
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = "^" + parts[i] + "$"
	}
	cmd := exec.Command(os.Args[0], "-test.run="+strings.Join(parts, "/"), "-test.v")
	cmd.Env = append(os.Environ(), child+"="+name)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("masktest: the second process failed: %v", err)
	}
	var got []string
	for line := range strings.Lines(string(out)) {
		if _, encoded, ok := strings.Cut(line, "masktest:"); ok {
			b, err := hex.DecodeString(strings.TrimSpace(encoded))
			if err != nil {
				t.Fatal("masktest: the second process wrote something else")
			}
			got = append(got, string(b))
		}
	}
	if !slices.Equal(got, want) {
		t.Error("a masker must give the same fakes in another process")
	}
}

// keyed compares with another key: not one fake in eight may be the same, of
// those that are long enough to tell.
func (c Case) keyed(t *testing.T, want []string) {
	if c.Unkeyed {
		t.Skip("the fakes do not depend on the key")
	}
	got := c.apply(t, keyFrom(t, 100), c.Values)
	same := 0
	for i := range want {
		if want[i] == "value: "+c.Values[i] {
			continue // it stays under every key, such as a date that stands for none
		}
		if strings.HasPrefix(want[i], "value: ") && len(want[i]) > len("value: ")+8 && got[i] == want[i] {
			same++
		}
	}
	if same > len(want)/8 {
		t.Errorf("%d of %d fakes are the same under another key", same, len(want))
	}
}

// silent looks for the input in errors.
func (c Case) silent(t *testing.T) {
	const canary = "Kanari\u30ab\u30ca\u30ea\u30a2 0x7f canary@canary.test 2012-02-30"
	p := c.plan(t, Key(t))
	for i, v := range append(slices.Clone(c.Values), canary, "\xff\xfe canary", strings.Repeat("canary", 1000)) {
		m, err := p.Row("t", []string{"id", "home", "v"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = m.Mask([]any{int64(i), int64(i), []byte(v)})
		if err == nil {
			continue
		}
		for _, verb := range []string{"%v", "%+v", "%q", "%s"} {
			if text := fmt.Sprintf(verb, err); strings.Contains(text, "canary") || strings.Contains(text, "\u30ab\u30ca") {
				t.Errorf("an error must not quote the value (%s)", verb)
			}
		}
	}
}
