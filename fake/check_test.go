package fake_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake"
)

// valid are codes that were published as examples, with their check characters.
var valid = map[fake.Check][]string{
	fake.Luhn:         {"4242424242424242", "4111 1111 1111 1111", "378282246310005", "3530-1113-3330-0000"},
	fake.Mod11:        {"1234567892"},
	fake.JAN:          {"4006381333931", "96385074", "978-4-00-310101-8", "036000291452"},
	fake.ISBN:         {"0-306-40615-2", "080442957X", "080442957x"},
	fake.MyNumber:     {"123456789018", "1234-5678-9018", "000000000000"},
	fake.Corporate:    {"8700110005901", "7000012050002"},
	fake.IBAN:         {"GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "GB29NWBK60161331926819"},
	fake.SchoolCheck:  {"F112310102342", "B101210000018", "F139190110515", "b101210000018"},
	fake.Municipality: {"131016", "011002", "271004"},
}

func TestChecks(t *testing.T) {
	for _, name := range fake.CheckNames() {
		c, ok := fake.CheckNamed(name)
		require.True(t, ok)
		require.Equal(t, name, c.String())
		require.NotEmpty(t, valid[c], name)
		for _, v := range valid[c] {
			require.True(t, c.Valid([]byte(v)), "%s %s", name, v)
			require.False(t, c.Spoiled([]byte(v)), "%s %s", name, v)
			b := []byte(v)
			require.True(t, c.Spoil(b))
			require.False(t, c.Valid(b), "%s %s", name, b)
			require.True(t, c.Spoiled(b), "%s %s", name, b)
			from, to, ok := c.Places(b)
			require.True(t, ok)
			require.Equal(t, v[:from]+v[to:], string(b[:from])+string(b[to:]), "nothing but the check characters changes")
			require.True(t, c.Set(b))
			require.True(t, c.Valid(b), "%s %s", name, b)
		}
		for _, v := range []string{"", "-", "x", "１２３", "12345é", "!"} {
			require.False(t, c.Valid([]byte(v)), "%s %q", name, v)
			require.False(t, c.Set([]byte(v)))
			_, _, ok := c.Places([]byte(v))
			require.False(t, ok)
		}
	}
	_, ok := fake.CheckNamed("")
	require.False(t, ok)
	require.True(t, fake.SchoolCheck.Valid([]byte("B113200000015")), "the fake of the reference")
}
