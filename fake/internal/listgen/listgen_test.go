package listgen_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/internal/listgen"
)

func TestFaker(t *testing.T) {
	file := filepath.Join(t.TempDir(), "faker.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"person":{"first_name":{"generic":["A"],"female":["B"],"male":["C","D"]},"last_name":{"generic":["E"]}}}`), 0o600))
	got, err := listgen.Faker(file)
	require.NoError(t, err)
	require.Equal(t, listgen.Names{Family: []string{"E"}, Male: []string{"C", "D"}, Female: []string{"B"}, Both: []string{"A"}}, got)
}

// What is written is what is read.
func TestWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list.txt")
	names := []fake.Name{{Written: "井上", Reading: "イノウエ", Latin: "Inoue"}, {Written: "林", Reading: "ハヤシ"}, {Written: "王", Latin: "Wang"}, {Written: "Smith"}}
	require.NoError(t, listgen.Write(file, "from here\nand there", names))
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "# from here\n# and there\n井上\tイノウエ\tInoue\n林\tハヤシ\n王\t\tWang\nSmith\n", string(data))
	got, err := listgen.Read(file)
	require.NoError(t, err)
	require.Equal(t, names, got)
}

func TestLatin(t *testing.T) {
	require.Equal(t, []fake.Name{{Written: "Hélène", Latin: "Helene"}, {Written: "Weiß", Latin: "Weiss"}, {Written: "Ernst"}},
		listgen.Latin([]string{"Hélène", "Weiß", "Ernst"}, "ß", "ss"))
}

func TestPairs(t *testing.T) {
	all := listgen.Pairs([]string{"a", "b"}, []string{"b", "c"}, 10)
	require.Equal(t, []string{"ab", "ac", "bc"}, all)
	two := listgen.Pairs([]string{"b", "a"}, []string{"c", "b"}, 2)
	require.Len(t, two, 2)
	require.Subset(t, all, two)
	require.Equal(t, two, listgen.Pairs([]string{"a", "b"}, []string{"b", "c"}, 2), "in any order of the parts")
}
