package fake_test

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/ja"
)

// pupils is the number of rows of the incident that this project answers to.
const pupils = 91_921

// A school is what an attacker knows from elsewhere: the family names of all
// pupils, as often as they are.
type school struct {
	names []string // of each pupil
	share map[string]float64
	rank  []string // the names, the most frequent first
}

// newSchool gives each pupil a family name, by frequencies that fall with the rank
// as those of Japanese family names do: the first has 1.5 in a hundred.
func newSchool(t *testing.T) school {
	t.Helper()
	const names, flat = 5000, 8
	weights, sum := make([]float64, names), 0.0
	for i := range weights {
		weights[i] = 1 / float64(i+flat)
		sum += weights[i]
	}
	s := school{share: map[string]float64{}}
	draws := fake.TestSeed(t.Name()).Stream()
	for range pupils {
		x, i := float64(draws.Uint64()>>11)/(1<<53)*sum, 0
		for ; x > weights[i] && i < names-1; i++ {
			x -= weights[i]
		}
		s.names = append(s.names, fmt.Sprintf("family %04d", i))
	}
	s.rank, s.share = ranked(s.names)
	return s
}

// ranked gives the values by how often they come, and their shares.
func ranked(values []string) (rank []string, share map[string]float64) {
	share = map[string]float64{}
	for _, v := range values {
		share[v] += 1 / float64(len(values))
	}
	for v := range share {
		rank = append(rank, v)
	}
	slices.SortFunc(rank, func(a, b string) int { return cmp.Or(cmp.Compare(share[b], share[a]), cmp.Compare(a, b)) })
	return rank, share
}

// seedOf stands for what package mask does: a seed that only who has the key can
// compute.
func seedOf(key, message string) fake.Seed {
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(message))
	return fake.Seed(h.Sum(nil)[:16])
}

// masked gives the family names of the masked rows, keyed by the person.
func masked(key string) []string {
	var out []string
	for i := range pupils {
		s := seedOf(key, fmt.Sprint("person ", i))
		out = append(out, fake.NewPersona(s, s, ja.Locale).Family())
	}
	return out
}

// notMoreThanChance holds how often guesses came true against how often they would
// if what was seen said nothing.
func notMoreThanChance(t *testing.T, what string, hits int, expected float64) {
	t.Helper()
	require.LessOrEqual(t, float64(hits), expected+6*math.Sqrt(expected)+6, "%s: %d hits, %.1f by chance", what, hits, expected)
}

// TestRankMatching: who counts the masked names and lays the counts beside those of
// the real ones finds out nothing where names are keyed by person; where they are
// keyed by value, he has the frequent ones.
func TestRankMatching(t *testing.T) {
	school := newSchool(t)
	match := func(fakes []string) (hits int, expected float64, top int) {
		rank, _ := ranked(fakes)
		guess := map[string]string{}
		for i, f := range rank {
			guess[f] = school.rank[i%len(school.rank)]
		}
		right := map[string]bool{}
		for i, f := range fakes {
			g := guess[f]
			expected += school.share[g]
			if g == school.names[i] {
				hits++
				right[g] = true
			}
		}
		for _, name := range school.rank[:10] {
			if right[name] {
				top++
			}
		}
		return hits, expected, top
	}
	hits, expected, _ := match(masked("key"))
	t.Logf("by person: %d of %d rows, %.1f by chance", hits, pupils, expected)
	notMoreThanChance(t, "by person", hits, expected)

	// The control: a name for each name.
	var byValue []string
	for _, n := range school.names {
		byValue = append(byValue, fmt.Sprintf("%x", seedOf("key", n)))
	}
	hits, expected, top := match(byValue)
	t.Logf("by value: %d of %d rows, %.1f by chance, %d of the ten most frequent", hits, pupils, expected, top)
	require.Greater(t, float64(hits), 10*expected, "the attack works where it can")
	require.GreaterOrEqual(t, top, 5)
}

// TestDictionaryAttack: who has the program, the lists and everybody's ids, but not
// the key, makes no better guesses with another key than by chance.
func TestDictionaryAttack(t *testing.T) {
	fakes := masked("key")
	_, share := ranked(fakes)
	for _, key := range []string{"", "Key", "key ", "00000000000000000000000000000000"} {
		hits, expected := 0, 0.0
		for i, g := range masked(key) {
			expected += share[g]
			if fakes[i] == g {
				hits++
			}
		}
		notMoreThanChance(t, fmt.Sprintf("key %q", key), hits, expected)
	}
}

// TestInsider: who knows a hundred pupils and recognises their rows learns nothing
// about the other rows: neither from the real name to the fake one, nor back.
func TestInsider(t *testing.T) {
	school, fakes := newSchool(t), masked("key")
	_, share := ranked(fakes)
	const known = 100
	forth, back := map[string]string{}, map[string]string{}
	for i := range known {
		forth[school.names[i]], back[fakes[i]] = fakes[i], school.names[i]
	}
	var hits [2]int
	var expected [2]float64
	for i := known; i < pupils; i++ {
		if g, ok := forth[school.names[i]]; ok {
			expected[0] += share[g]
			if g == fakes[i] {
				hits[0]++
			}
		}
		if g, ok := back[fakes[i]]; ok {
			expected[1] += school.share[g]
			if g == school.names[i] {
				hits[1]++
			}
		}
	}
	notMoreThanChance(t, "from the real name", hits[0], expected[0])
	notMoreThanChance(t, "from the fake name", hits[1], expected[1])
}
