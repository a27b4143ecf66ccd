package mask_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
)

const posts = "CREATE TABLE `posts` (`id` int NOT NULL, `gone` int, PRIMARY KEY (`id`));\nINSERT INTO `posts` VALUES (1,0),(2,1);\n"

const comments = "CREATE TABLE `comments` (`id` int NOT NULL, `of` varchar(9), `on` int, PRIMARY KEY (`id`));\n" +
	"INSERT INTO `comments` VALUES (1,'Post',1),(2,'Post',2),(3,'Photo',2),(4,NULL,2);\n"

// virtual has comments refer to posts, by a reference of the policy alone.
func virtual(rule string) *mask.Policy {
	return &mask.Policy{
		References: []mask.Reference{{
			From: mask.End{Table: "comments", Columns: []string{"on"}}, To: mask.End{Table: "posts", Columns: []string{"id"}},
			When: where{"of", func(s string) bool { return s == "Post" }},
		}},
		Tables: []mask.Table{{Pattern: "posts", Where: pupilsStay, Columns: cols("id:"+rule, "gone:keep")}, {Pattern: "*", Keep: true}},
	}
}

// Rows that are left out take those along that refer to them by a reference of the policy.
func TestReferencesOfThePolicy(t *testing.T) {
	p := compilePolicy(t, virtual("keep"))
	for _, in := range []string{posts + comments, comments + posts} {
		out, _, err := twice(mysql.Dialect, p, in)
		require.NoError(t, err)
		require.Equal(t, "1", left(out, "posts"))
		require.Equal(t, "134", left(out, "comments"))
	}
	out, _, err := run(p, posts+comments)
	require.NoError(t, err)
	require.Equal(t, "134", left(out, "comments"))
	_, _, err = run(p, comments+posts)
	require.ErrorIs(t, err, mask.ErrLate)
}

// Their ends are masked alike, and must be there.
func TestReferencesThatDoNotFit(t *testing.T) {
	_, _, err := run(compilePolicy(t, virtual("hash")), comments+strings.Replace(posts, "`id` int", "`id` varchar(99)", 1))
	require.ErrorIs(t, err, mask.ErrForeign)
	_, _, err = run(compilePolicy(t, virtual("keep")), posts)
	require.ErrorIs(t, err, mask.ErrUnmet)
	require.ErrorContains(t, err, "references comments(on)")
	_, _, err = run(compilePolicy(t, virtual("keep")), posts, mask.Partial())
	require.NoError(t, err)
	p := virtual("keep")
	p.References[0].To.Columns[0] = "no"
	_, _, err = run(compilePolicy(t, p), posts+comments)
	require.ErrorIs(t, err, mask.ErrUnmet)
	require.ErrorContains(t, err, "table posts: column no")
}
