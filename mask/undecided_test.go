package mask_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
)

// TestWatch: what a policy has to say of a dump besides its tables.
func TestWatch(t *testing.T) {
	for _, c := range []struct {
		name, dump string
		policy     mask.Policy
		want       mask.Undecided
	}{
		{"nothing", "USE `a`;\nCREATE TABLE `t` (`id` int);\n", mask.Policy{}, mask.Undecided{}},
		{"a text", "CREATE TABLE `t` (`id` int COMMENT 'a@corp-mail.com, 090-3456-7890');\n", mask.Policy{}, mask.Undecided{Definitions: []mask.Object{{Name: "t", Kind: "email"}}}},
		{"that is decided", "CREATE TABLE `t` (`id` int COMMENT 'a@corp-mail.com');\n", mask.Policy{Definitions: []mask.Definition{{Pattern: "t"}}}, mask.Undecided{}},
		{"that is copied", "CREATE TABLE `t` (`id` int COMMENT 'a@corp-mail.com');\n", mask.Policy{DDL: mask.KeepDDL}, mask.Undecided{}},
		{"of an object alone", "CREATE TABLE `t` (`id` int COMMENT 'a@corp-mail.com');\nCREATE TABLE `u` (`id` int COMMENT 'b@corp-mail.com');\n",
			mask.Policy{Definitions: []mask.Definition{{Pattern: "t"}}}, mask.Undecided{Definitions: []mask.Object{{Name: "u", Kind: "email"}}}},
		{"two databases", "USE `a`;\nCREATE TABLE `t` (`id` int);\nUSE `b`;\nCREATE TABLE `t` (`id` int);\n", mask.Policy{}, mask.Undecided{Databases: []string{"a", "b"}}},
		{"of which one is empty", "USE `a`;\nCREATE TABLE `t` (`id` int);\nUSE `b`;\n", mask.Policy{}, mask.Undecided{}},
		{"that are decided", "USE `a`;\nCREATE TABLE `t` (`id` int);\nUSE `b`;\nCREATE TABLE `t` (`id` int);\n", mask.Policy{Databases: map[string]string{"a": "x", "b": "y"}}, mask.Undecided{}},
		{"rows of a database that is named", "INSERT INTO `a`.`t` (`id`) VALUES (1);\n", mask.Policy{}, mask.Undecided{Databases: []string{"a"}}},
		{"the server's", "USE `mysql`;\nCREATE TABLE `user` (`id` int COMMENT 'a@corp-mail.com');\nUSE `a`;\nCREATE TABLE `t` (`id` int);\n", mask.Policy{}, mask.Undecided{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.policy.Tables = []mask.Table{{Pattern: "*", Keep: true}}
			p, err := mask.Compile(&c.policy, mask.EphemeralKey(), nil)
			require.NoError(t, err)
			w := p.Watch(nil)
			s := mysql.Dialect.NewScanner(strings.NewReader(c.dump), dialects.ScanOptions{})
			var chunk dialects.Chunk
			for {
				err := s.Scan(&chunk)
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err)
				for i := range chunk.Items {
					w.Item(&chunk.Items[i], chunk.Data)
				}
			}
			require.Equal(t, c.want, w.Undecided())
		})
	}
}
