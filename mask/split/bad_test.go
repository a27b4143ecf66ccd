package split_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/archive"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/split"
)

// few is a dump in which each place can be named.
var few = sample{name: "few", dialect: mysql.Dialect, text: []byte("CREATE TABLE `users` (`id` int, `mail` varchar(80));\n" +
	"CREATE TABLE `pets` (`id` int, `mail` varchar(80));\n" +
	"INSERT INTO `users` VALUES (1,'a@corp.test'),\n(2,'b@corp.test'),\n(3,'c@corp.test'),\n(4,'canary'),(5,'e@corp.test');\n" +
	"INSERT INTO `users` VALUES (6,'f@corp.test'),\n(7,'g@corp.test'),(8,'canary');\n" +
	"INSERT INTO `pets` VALUES (9,'h@corp.test');\n" +
	"ALTER TABLE `users` ADD PRIMARY KEY (`id`);\n")}

// mails masks the addresses of a table.
const mails = `{id: keep, mail: email}`

// part masks one part.
func part(s sample, src split.Source, x *split.Index, p *mask.Plan, number, of int, opts ...mask.Option) (string, *mask.Audit, error) {
	var out bytes.Buffer
	a, err := split.Copy(context.Background(), &out, src, split.Job{Index: x, Number: number, Of: of, Dialect: s.dialect, Plan: p, Scan: s.scan, Options: opts})
	return out.String(), a, err
}

// TestErrorsOfRows: what is wrong with a row is said by the part that has it, as one run
// would say it. Its output ends with a line on which a client fails.
func TestErrorsOfRows(t *testing.T) {
	p := policy(t, `{version: 1, tables: {users: {columns: `+mails+`}, pets: {columns: `+mails+`}}}`)
	_, want := mask.Copy(context.Background(), io.Discard, bytes.NewReader(few.text), few.dialect, p)
	require.ErrorIs(t, want, mask.ErrUnfit)
	src, x := indexed(t, few, few.text, 1)
	for _, of := range counts {
		var first error
		bad := 0
		for n := 1; n <= of; n++ {
			for _, workers := range []int{1, 3} {
				out, _, err := part(few, src, x, p, n, of, mask.Workers(workers))
				if err == nil {
					continue
				}
				bad++
				require.ErrorIs(t, err, mask.ErrUnfit)
				require.True(t, strings.HasSuffix(out, "\n"+mask.Incomplete+"\n"))
				require.NotContains(t, err.Error(), "canary")
				var e *split.Error
				require.ErrorAs(t, err, &e)
				require.Equal(t, split.Error{Number: n, Of: of, Err: e.Err}, *e)
				require.Equal(t, fmt.Sprintf("part %d of %d: %s", n, of, e.Err), err.Error())
				if first == nil {
					first = e.Err
				}
			}
		}
		require.Equal(t, want.Error(), first.Error(), "%d parts", of)
		var was, is *mask.Error
		require.ErrorAs(t, want, &was)
		require.ErrorAs(t, first, &is)
		require.Equal(t, *was, *is)
		require.LessOrEqual(t, bad, 4)
		if of > 2 {
			require.Equal(t, 4, bad) // two rows are bad, in two statements
		}
	}
}

// TestErrorsOfDefinitions: what is wrong with all of a dump stops each part alike.
func TestErrorsOfDefinitions(t *testing.T) {
	for name, rules := range map[string]string{
		"no entry":        `users: keep`,
		"no rule":         `users: keep, pets: {columns: {id: keep}}`,
		"met nothing":     `"*": keep, cats: keep`,
		"column is gone":  `users: keep, pets: {columns: {id: keep, mail: keep, name: keep}}`,
		"keys come last":  `users: {columns: {id: {mask: choice, of: ["1", "2"]}, mail: keep}}, pets: keep`,
		"masker and type": `users: {columns: {id: person.name, mail: keep}, person: mail}, pets: keep`,
	} {
		t.Run(name, func(t *testing.T) {
			p := policy(t, `{version: 1, tables: {`+rules+`}}`)
			_, want := mask.Copy(context.Background(), io.Discard, bytes.NewReader(few.text), few.dialect, p)
			require.Error(t, want)
			src, x := indexed(t, few, few.text, 1)
			for _, of := range counts {
				for n := 1; n <= of; n++ {
					_, _, err := part(few, src, x, p, n, of)
					require.EqualError(t, err, fmt.Sprintf("part %d of %d: %s", n, of, want))
				}
			}
		})
	}
}

// TestErrorsOfText: an index is made of a whole dump only.
func TestErrorsOfText(t *testing.T) {
	for _, s := range append(samples(t), few) {
		for _, bad := range []string{string(s.text[:len(s.text)*2/3]), string(s.text) + "nothing known;", ""} {
			_, want := mask.Copy(context.Background(), io.Discard, strings.NewReader(bad), s.dialect, keepAll(t))
			_, err := split.Make(context.Background(), split.At(strings.NewReader(bad), int64(len(bad))), s.dialect, split.Options{})
			var was, is *dialects.Error
			require.ErrorAs(t, want, &was)
			require.ErrorAs(t, err, &is, s.name)
			require.Equal(t, was.Err, is.Err)
		}
	}
}

// TestChanged: whatever byte has changed, a part that has read it does not succeed.
func TestChanged(t *testing.T) {
	for _, s := range []sample{few, {name: "copy", dialect: postgres.Dialect, text: []byte("CREATE TABLE t (a int, b text);\nCOPY t (a, b) FROM stdin;\n1\tx\n2\ty\n3\tz\n4\tw\n\\.\n")}} {
		_, x := indexed(t, s, s.text, 1)
		for at := range s.text {
			text := bytes.Clone(s.text)
			text[at] ^= 1
			src := split.At(bytes.NewReader(text), int64(len(text)))
			for _, of := range []int{1, 3} {
				failed := 0
				for n := 1; n <= of; n++ {
					if _, _, err := part(s, src, x, keepAll(t), n, of); err != nil {
						failed++
					}
				}
				require.NotZero(t, failed, "%s: byte %d, %d parts", s.name, at, of)
			}
		}
		for _, text := range [][]byte{s.text[:len(s.text)-1], append(bytes.Clone(s.text), '\n')} {
			_, _, err := part(s, split.At(bytes.NewReader(text), int64(len(text))), x, keepAll(t), 1, 2)
			require.ErrorIs(t, err, split.ErrChanged)
		}
		cut := split.At(bytes.NewReader(s.text[:len(s.text)-3]), int64(len(s.text)))
		_, _, err := part(s, cut, x, keepAll(t), 2, 2)
		require.Error(t, err)
	}
}

// TestChangedDefinitions: a part that reads other definitions than those of the index stops,
// though its own bytes are the same.
func TestChangedDefinitions(t *testing.T) {
	_, x := indexed(t, few, few.text, 1)
	text := bytes.Replace(few.text, []byte("`pets` (`id` int,"), []byte("`pets` (`id` dec,"), 1)
	for n := 1; n <= 7; n++ {
		_, _, err := part(few, split.At(bytes.NewReader(text), int64(len(text))), x, keepAll(t), n, 7)
		require.ErrorIs(t, err, split.ErrChanged)
	}
}

// TestOtherJobs: what does not fit an index is refused before anything is read.
func TestOtherJobs(t *testing.T) {
	src, x := indexed(t, few, few.text, 1)
	job := split.Job{Index: x, Number: 1, Of: 2, Dialect: few.dialect, Plan: keepAll(t)}
	for want, change := range map[error]func(*split.Job){
		split.ErrDialect: func(j *split.Job) { j.Dialect = postgres.Dialect },
		split.ErrNumber:  func(j *split.Job) { j.Number = 3 },
		split.ErrSchema:  func(j *split.Job) { j.Scan.Schema = schemaOf(t, few) },
	} {
		j := job
		change(&j)
		_, err := split.Copy(context.Background(), io.Discard, src, j)
		require.ErrorIs(t, err, want)
	}
	j := job
	j.Number = 0
	_, err := split.Copy(context.Background(), io.Discard, src, j)
	require.ErrorIs(t, err, split.ErrNumber)
}

// TestPacked: what is compressed in one piece has no middle.
func TestPacked(t *testing.T) {
	for kind, want := range map[archive.Kind]error{archive.Gzip: split.ErrFrames, archive.Zstd: split.ErrFrames, archive.LZ4: split.ErrPacked} {
		text := pack(t, kind, few.text)
		_, err := split.Make(context.Background(), split.At(bytes.NewReader(text), int64(len(text))), few.dialect, split.Options{})
		require.ErrorIs(t, err, want)
	}
}

// TestErrorsOfSources come back as they are.
func TestErrorsOfSources(t *testing.T) {
	_, x := indexed(t, few, few.text, 1)
	broken := errors.New("broken")
	for n := range 6 {
		_, _, err := part(few, failing{split.At(bytes.NewReader(few.text), int64(len(few.text))), &n, broken}, x, keepAll(t), 2, 3)
		if err != nil {
			require.ErrorIs(t, err, broken)
		}
	}
	zero := 0
	_, err := split.Make(context.Background(), failing{split.At(bytes.NewReader(few.text), int64(len(few.text))), &zero, broken}, few.dialect, split.Options{})
	require.ErrorIs(t, err, broken)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	src := split.At(bytes.NewReader(few.text), int64(len(few.text)))
	_, err = split.Make(ctx, src, few.dialect, split.Options{})
	require.ErrorIs(t, err, context.Canceled)
	_, err = split.Copy(ctx, io.Discard, src, split.Job{Index: x, Number: 1, Of: 2, Dialect: few.dialect, Plan: keepAll(t)})
	require.ErrorIs(t, err, context.Canceled)
}

// failing opens a number of times.
type failing struct {
	split.Source
	times *int
	err   error
}

func (f failing) Open(ctx context.Context, from, to int64) (io.ReadCloser, error) {
	if *f.times--; *f.times < 0 {
		return nil, f.err
	}
	return f.Source.Open(ctx, from, to)
}
