package subset_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/masktest"
)

// TestKeysThatFold: a server finds the row of a key by the collation of its column, so
// that a row refers to one whose key has another case, or no spaces at its end.
func TestKeysThatFold(t *testing.T) {
	const dump = "CREATE TABLE `countries` (`code` varchar(9) NOT NULL, PRIMARY KEY (`code`)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;\n" +
		"INSERT INTO `countries` VALUES ('jp'),('De'),('Fr');\n" +
		"CREATE TABLE `towns` (`id` int NOT NULL, `country` varchar(9), PRIMARY KEY (`id`), FOREIGN KEY (`country`) REFERENCES `countries` (`code`)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;\n" +
		"INSERT INTO `towns` VALUES (1,'JP '),(2,'de'),(3,'Fr');\n"
	p := compile(t, masktest.Key(t), `{version: 1, ddl: keep, tables: {"*": keep}}`)
	out, _, err := cut(mysql.Dialect, dump, p, &mask.Subset{Roots: []mask.Root{root(t, "towns: id <= 2")}})
	require.NoError(t, err)
	require.Equal(t, []string{"countries 'De'", "countries 'jp'", "towns 1", "towns 2"}, rowsOf(t, mysql.Dialect, out))
	out, _, err = cut(mysql.Dialect, dump, p, &mask.Subset{Roots: []mask.Root{root(t, "countries: code == 'JP'")}})
	require.NoError(t, err)
	require.Equal(t, []string{"countries 'jp'", "towns 1"}, rowsOf(t, mysql.Dialect, out))
}
