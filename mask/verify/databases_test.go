package verify_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
)

// TestDatabases: under ddl: safe a masked dump names no database, or another one, than the raw
// dump and the policy do; its tables are the same.
func TestDatabases(t *testing.T) {
	const raw = "CREATE DATABASE `shop`;\nUSE `shop`;\nCREATE TABLE `users` (`id` int NOT NULL, `email` varchar(60), PRIMARY KEY (`id`));\n" +
		"INSERT INTO `users` VALUES (1,'hanako@kirisaka.migawari'),(2,'ichiro@kirisaka.migawari');\n"
	for name, policy := range map[string]string{
		"left out":            `{version: 1, locale: ja, tables: {users: {columns: {id: keep, email: email}}}}`,
		"named by the policy": `{version: 1, locale: ja, tables: {shop.users: {columns: {id: keep, email: email}}}}`,
		"renamed":             `{version: 1, locale: ja, databases: {shop: shop_dev}, tables: {users: {columns: {id: keep, email: email}}}}`,
		"as it was":           `{version: 1, locale: ja, databases: {shop: shop}, tables: {shop.users: {columns: {id: keep, email: email}}}}`,
		"kept":                `{version: 1, locale: ja, ddl: keep, tables: {shop.users: {columns: {id: keep, email: email}}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			p := plan(t, []byte(policy))
			out := masked(t, []byte(raw), mysql.Dialect, p)
			v := compare(t, []byte(raw), out, mysql.Dialect, p)
			require.Empty(t, v.Findings)
			require.Len(t, v.Sources, 1)
			require.EqualValues(t, 2, v.Sources[0].InPlace)
			leaky := strings.Replace(string(out), "INSERT", "-- hanako@kirisaka.migawari\nINSERT", 1)
			require.False(t, compare(t, []byte(raw), []byte(leaky), mysql.Dialect, p).Clean())
		})
	}
}
