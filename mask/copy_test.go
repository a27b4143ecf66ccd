package mask_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/mask"
)

const users = "CREATE TABLE `users` (`id` int NOT NULL, `email` varchar(255), `loc` varchar(40), PRIMARY KEY (`id`));\n"

// TestSixStatements are those that a peer lets pass unmasked or masks in the
// wrong column, with exit status 0.
func TestSixStatements(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:x", "loc:keep")})
	in := users +
		"INSERT INTO `users` VALUES (1,'alice@example.com',NULL);\n" +
		"INSERT IGNORE INTO `users` VALUES (2,'bob@example.com',NULL);\n" +
		"REPLACE INTO `users` VALUES (3,'carol@example.com',NULL);\n" +
		"INSERT INTO `users` (`id`,`email`,`loc`) VALUES (4,'dave@example.com',NULL);\n" +
		"INSERT INTO `users` (`email`,`id`,`loc`) VALUES ('erin@example.com',5,NULL);\n" +
		"insert into `users` values (6,'frank@example.com',NULL);\n"
	want := users +
		"INSERT INTO `users` VALUES (1,'x',NULL);\n" +
		"INSERT IGNORE INTO `users` VALUES (2,'x',NULL);\n" +
		"REPLACE INTO `users` VALUES (3,'x',NULL);\n" +
		"INSERT INTO `users` (`id`,`email`,`loc`) VALUES (4,'x',NULL);\n" +
		"INSERT INTO `users` (`email`,`id`,`loc`) VALUES ('x',5,NULL);\n" +
		"insert into `users` values (6,'x',NULL);\n"
	require.Equal(t, want, masked(t, p, in))
}

// manyRows is a dump of one multi-row statement and several of one row.
func manyRows(n int) string {
	var b strings.Builder
	b.WriteString(users + "INSERT INTO `users` VALUES ")
	for i := range n {
		if i > 0 {
			b.WriteString([]string{",", ",\n", "\n,", " , "}[i%4])
		}
		fmt.Fprintf(&b, "(%d,'user%d@example.com','a;b(%d\\'')", i, i, i)
	}
	b.WriteString(";\n")
	for i := range n / 4 {
		fmt.Fprintf(&b, "INSERT INTO users (email, id) VALUES ('late%d', %d);\n", i, n+i)
	}
	return b.String()
}

func TestOutputDoesNotDependOnOptions(t *testing.T) {
	in := manyRows(3000)
	p := compile(t, mask.Table{
		Pattern: "users", Person: &mask.Person{By: []string{"id"}},
		Columns: cols("id:keep", "email:person", "loc:row"),
	})
	want, audit, err := run(p, in, mask.Workers(1))
	require.NoError(t, err)
	require.NotContains(t, want, "example.com")
	for _, w := range []int{1, 2, 3, 8} {
		for _, size := range []int{512, 4096, 1 << 20} {
			got, a, err := run(p, in, mask.Workers(w), chunk(size))
			require.NoError(t, err)
			require.True(t, want == got, "workers %d, chunk %d", w, size)
			require.Equal(t, audit, a, "workers %d, chunk %d", w, size)
		}
	}
	var out bytes.Buffer
	_, err = mask.Copy(context.Background(), &out, iotest.OneByteReader(strings.NewReader(in)), mysql.Dialect, p)
	require.NoError(t, err)
	require.True(t, want == out.String())
}

func TestFirstErrorInStreamOrder(t *testing.T) {
	in := strings.Replace(manyRows(2000), "user78@example.com", "fail", 1)
	in = strings.Replace(in, "user1500@example.com", "fail", 1)
	set := mask.Table{Pattern: "users", Columns: []mask.Column{
		{Name: "id", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep"}}}},
		{Name: "loc", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep"}}}},
		{Name: "email", Arms: []mask.Arm{
			{When: where{"email", func(s string) bool { return s == "fail" }}, Rule: mask.Rule{Mask: "fails"}},
			{Rule: mask.Rule{Mask: "hash"}},
		}},
	}}
	p := compile(t, set)
	var want string
	var wantErr error
	for range 20 {
		for _, w := range []int{1, 2, 3, 8} {
			for _, size := range []int{512, 4096, 0} {
				got, _, err := run(p, in, mask.Workers(w), chunk(size))
				require.Error(t, err)
				if wantErr == nil {
					want, wantErr = got, err
				}
				require.Equal(t, wantErr.Error(), err.Error())
				require.True(t, want == got, "workers %d, chunk %d", w, size)
			}
		}
	}
	var e *mask.Error
	require.ErrorAs(t, wantErr, &e)
	require.Equal(t, int64(79), e.Row)
	require.Equal(t, "users", e.Table)
	require.Equal(t, "email", e.Column)
	require.ErrorIs(t, wantErr, mask.ErrMasker)
	require.Equal(t, errSecret, e.Cause())
	require.NotContains(t, wantErr.Error(), "canary")
	require.True(t, strings.HasSuffix(want, "\n"+mask.Incomplete+"\n"))
}

func TestPanicIsQuarantined(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:panics", "loc:keep")})
	_, _, err := run(p, manyRows(10))
	require.ErrorIs(t, err, mask.ErrPanic)
	for _, verb := range []string{"%v", "%+v", "%s", "%q"} {
		require.NotContains(t, fmt.Sprintf(verb, err), "canary")
	}
}

func TestMaskerWithoutAnswer(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:silent", "loc:keep")})
	_, _, err := run(p, manyRows(10))
	require.ErrorIs(t, err, mask.ErrUnset)
}

// TestRowsLeftOut cuts statements everywhere and leaves rows out at their
// beginning, middle and end.
func TestRowsLeftOut(t *testing.T) {
	in := users +
		"INSERT INTO `users` VALUES (1,'a',NULL),(2,'b',NULL),(3,'c',NULL);\n" +
		"INSERT INTO `users` VALUES\n(4,'d',NULL),\n(5,'e',NULL);\n" +
		"INSERT INTO `users` VALUES (6,'f',NULL)\n,(7,'g',NULL)\n;\n" +
		"-- end\n"
	for name, c := range map[string]struct {
		keep, want string
	}{
		"all": {"1234567", "INSERT INTO `users` VALUES (1,'a',NULL),(2,'b',NULL),(3,'c',NULL);\n" +
			"INSERT INTO `users` VALUES\n(4,'d',NULL),\n(5,'e',NULL);\n" +
			"INSERT INTO `users` VALUES (6,'f',NULL)\n,(7,'g',NULL)\n;\n-- end\n"},
		"none":   {"", "\n\n\n-- end\n"},
		"first":  {"146", "INSERT INTO `users` VALUES (1,'a',NULL);\nINSERT INTO `users` VALUES\n(4,'d',NULL);\nINSERT INTO `users` VALUES (6,'f',NULL)\n;\n-- end\n"},
		"last":   {"357", "INSERT INTO `users` VALUES (3,'c',NULL);\nINSERT INTO `users` VALUES\n(5,'e',NULL);\nINSERT INTO `users` VALUES (7,'g',NULL)\n;\n-- end\n"},
		"middle": {"2", "INSERT INTO `users` VALUES (2,'b',NULL);\n\n\n-- end\n"},
		"outer":  {"13", "INSERT INTO `users` VALUES (1,'a',NULL),(3,'c',NULL);\n\n\n-- end\n"},
	} {
		t.Run(name, func(t *testing.T) {
			p := compile(t, mask.Table{
				Pattern: "users", Columns: cols("*:keep"),
				Where: where{"id", func(s string) bool { return strings.Contains(c.keep, s) }},
			})
			for _, w := range []int{1, 3} {
				for _, size := range []int{1, 7, 30, 0} {
					got, a, err := run(p, in, mask.Workers(w), chunk(size))
					require.NoError(t, err)
					require.Equal(t, users+c.want, got, "workers %d, chunk %d", w, size)
					require.Equal(t, int64(7), a.Tables["users"].Rows)
					require.Equal(t, int64(7-len(c.keep)), a.Tables["users"].Dropped)
				}
			}
		})
	}
}

func TestTableLeftOut(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Drop: true})
	for _, w := range []int{1, 2} {
		got, a, err := run(p, manyRows(100), mask.Workers(w), chunk(64))
		require.NoError(t, err)
		require.Equal(t, users+strings.Repeat("\n", 26), got)
		require.Equal(t, int64(125), a.Tables["users"].Dropped)
	}
}

func TestReader(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:hash", "loc:keep")})
	want := masked(t, p, manyRows(500))
	r := mask.NewReader(strings.NewReader(manyRows(500)), mysql.Dialect, p, chunk(512))
	_, err := r.Audit()
	require.ErrorIs(t, err, mask.ErrRunning)
	got, err := io.ReadAll(r)
	require.NoError(t, err)
	require.True(t, want == string(got))
	require.NoError(t, r.Close())
	a, err := r.Audit()
	require.NoError(t, err)
	require.Equal(t, int64(625), a.Rows())

	r = mask.NewReader(strings.NewReader(manyRows(500)), mysql.Dialect, p, chunk(512))
	_, err = r.Read(make([]byte, 10))
	require.NoError(t, err)
	require.NoError(t, r.Close())
	require.NoError(t, r.Close())

	cut := manyRows(500)
	r = mask.NewReader(strings.NewReader(cut[:len(cut)-4]), mysql.Dialect, p)
	_, err = io.ReadAll(r)
	require.ErrorIs(t, err, dialects.ErrTruncated)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, w := range []int{1, 4} {
		_, err := mask.Copy(ctx, io.Discard, strings.NewReader(manyRows(10)), mysql.Dialect, keepAll(t), mask.Workers(w))
		require.ErrorIs(t, err, context.Canceled)
	}
}

func TestErrorsOfReaderAndWriterComeBack(t *testing.T) {
	broken := errors.New("broken")
	for _, w := range []int{1, 4} {
		_, err := mask.Copy(context.Background(), io.Discard, iotest.ErrReader(broken), mysql.Dialect, keepAll(t), mask.Workers(w))
		require.ErrorIs(t, err, broken)
		_, err = mask.Copy(context.Background(), failingWriter{broken}, strings.NewReader(manyRows(5000)), mysql.Dialect, keepAll(t), mask.Workers(w), chunk(512))
		require.ErrorIs(t, err, broken)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

// TestEveryPrefix masks every prefix: none may leak, and one that is accepted
// must end where a statement ends.
func TestEveryPrefix(t *testing.T) {
	in := manyRows(12)
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:x", "loc:x")})
	for n := range len(in) {
		out, _, err := run(p, in[:n], mask.Workers(1))
		require.NotContains(t, out, "@example")
		require.NotContains(t, out, "late")
		if err == nil {
			require.True(t, strings.HasSuffix(strings.TrimRight(in[:n], "\n"), ";"), "prefix of %d bytes", n)
		} else {
			require.True(t, strings.HasSuffix(out, mask.Incomplete+"\n"), "prefix of %d bytes", n)
		}
	}
}

// nTimes is a statement of any length that takes no memory: head, rows, tail.
type nTimes struct {
	head, row, tail string
	n               int
	rest            string
}

func (r *nTimes) Read(b []byte) (int, error) {
	total := 0
	for total < len(b) {
		if r.rest == "" {
			switch {
			case r.head != "":
				r.rest, r.head = r.head, ""
			case r.n > 0:
				r.rest = r.row
				r.n--
			case r.tail != "":
				r.rest, r.tail = r.tail, ""
			default:
				if total == 0 {
					return 0, io.EOF
				}
				return total, nil
			}
		}
		n := copy(b[total:], r.rest)
		total, r.rest = total+n, r.rest[n:]
	}
	return total, nil
}

// peak runs f and gives the most heap that was in use meanwhile.
func peak(f func()) uint64 {
	runtime.GC()
	stop, done := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		var m runtime.MemStats
		for {
			select {
			case <-stop:
				done <- most
				return
			default:
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse)
				time.Sleep(time.Millisecond)
			}
		}
	}()
	f()
	close(stop)
	return <-done
}

// TestMemoryDoesNotGrow masks one statement of 16 MiB and one of 256 MiB, and
// one with rows of 16 MiB each in eight workers.
func TestMemoryDoesNotGrow(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 300 MiB")
	}
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:hash", "loc:keep")})
	row := ",(2,'somebody@example.com','" + strings.Repeat("y", 470) + "')"
	statement := func(rows int) io.Reader {
		return &nTimes{head: users + "INSERT INTO `users` VALUES (1,'a','b')", row: row, n: rows, tail: ";\n"}
	}
	use := func(w io.Writer, r io.Reader, opts ...mask.Option) uint64 {
		return peak(func() {
			_, err := mask.Copy(context.Background(), w, r, mysql.Dialect, p, opts...)
			require.NoError(t, err)
		})
	}
	small := use(io.Discard, statement(32<<10), mask.Workers(2))
	large := use(io.Discard, statement(512<<10), mask.Workers(2))
	require.Less(t, large, uint64(32<<20))
	require.Less(t, large, small+8<<20)

	huge := ",(2,'" + strings.Repeat("z", 16<<20) + "',NULL)"
	got := use(slowWriter{}, &nTimes{head: users + "INSERT INTO `users` VALUES (1,'a','b')", row: huge, n: 24, tail: ";\n"}, mask.Workers(8))
	require.Less(t, got, uint64(640<<20), "a byte budget bounds huge rows in flight")
}

// slowWriter lets chunks pile up before it, as far as they may.
type slowWriter struct{}

func (slowWriter) Write(b []byte) (int, error) {
	time.Sleep(80 * time.Millisecond)
	return len(b), nil
}

// TestRowLimit: the verdict hangs on the row alone, not on where chunks end.
func TestRowLimit(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Columns: cols("id:keep", "email:hash", "loc:keep")})
	for _, size := range []int{64, 1000, 5000} {
		o := mask.Scan(dialects.ScanOptions{ChunkSize: size, MaxRow: 2000})
		row := func(n int) string {
			return users + "INSERT INTO users VALUES (1,'a','b'),(2,'" + strings.Repeat("y", n-len("(2,'',NULL)")) + "',NULL),(3,'c','d');\n"
		}
		_, _, err := run(p, row(1999), o)
		require.NoError(t, err)
		_, _, err = run(p, row(2001), o)
		require.ErrorIs(t, err, dialects.ErrRowSize)
		keep := compile(t, mask.Table{Pattern: "users", Keep: true})
		_, _, err = run(keep, row(100000), o)
		require.NoError(t, err, "a table that stays whole has no limit")
	}
}

func TestNoAllocationPerRow(t *testing.T) {
	p := compile(t, mask.Table{
		Pattern: "users", Person: &mask.Person{By: []string{"id"}},
		Columns: cols("id:keep", "email:person", "loc:row"),
	})
	allocs := func(rows int) float64 {
		in := manyRows(rows)
		return testing.AllocsPerRun(3, func() {
			_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(in), mysql.Dialect, p, mask.Workers(1))
			require.NoError(t, err)
		})
	}
	few, many := allocs(4000), allocs(40000)
	require.Less(t, many-few, 100.0, "36000 more rows must not allocate")
}

func TestObserve(t *testing.T) {
	in := manyRows(1000)
	var last mask.Progress
	masked(t, keepAll(t), in, chunk(512), mask.Observe(func(p mask.Progress) {
		require.GreaterOrEqual(t, p.BytesIn, last.BytesIn)
		last = p
	}))
	require.Equal(t, mask.Progress{BytesIn: int64(len(in)), BytesOut: int64(len(in)), Rows: 1250}, last)
}

// TestShards: a dump cut on row boundaries gives the same bytes in pieces, and
// audits add up.
func TestShards(t *testing.T) {
	p := compile(t, mask.Table{Pattern: "users", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "email:person", "loc:row")})
	row := func(i int) string { return fmt.Sprintf("INSERT INTO users VALUES (%d,'u%d','l%d');\n", i, i, i%7) }
	whole, parts := users, ""
	var sum *mask.Audit
	for i := range 80 {
		whole += row(i)
	}
	want, audit, err := run(p, whole)
	require.NoError(t, err)
	for i := range 4 {
		in := users
		for k := range 20 { // fewer persons are not counted
			in += row(i*20 + k)
		}
		out, a, err := run(p, in)
		require.NoError(t, err)
		if sum == nil {
			sum, parts = a, out
			continue
		}
		parts += strings.TrimPrefix(out, users)
		require.NoError(t, sum.Add(a))
	}
	require.Equal(t, want, parts)
	require.Equal(t, audit.Tables, sum.Tables)
	other, err := mask.Compile(&mask.Policy{Tables: []mask.Table{{Pattern: "*", Keep: true}}}, mask.EphemeralKey(), testMaskers)
	require.NoError(t, err)
	_, a, err := run(other, users)
	require.NoError(t, err)
	require.Error(t, sum.Add(a), "audits of two keys do not add")
}

func BenchmarkCopy(b *testing.B) {
	in := manyRows(100000)
	for name, p := range map[string]*mask.Plan{
		"keep": keepAll(b),
		"mask": compile(b, mask.Table{Pattern: "users", Person: &mask.Person{By: []string{"id"}}, Columns: cols("id:keep", "email:person", "loc:hash")}),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(in), mysql.Dialect, p, mask.Workers(1))
				require.NoError(b, err)
			}
		})
	}
}

// One chunk can have more heads than the engine remembers plans.
func TestManyHeads(t *testing.T) {
	var dump strings.Builder
	for range 2 {
		for i := range 5000 {
			fmt.Fprintf(&dump, "INSERT INTO `t%d` (`a`) VALUES (1);\n", i)
		}
	}
	p := compile(t, mask.Table{Pattern: "*", Columns: cols("a:hash")})
	for _, workers := range []int{1, 2} {
		audit, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(dump.String()), mysql.Dialect, p, mask.Workers(workers))
		require.NoError(t, err)
		require.EqualValues(t, 10000, audit.Rows())
	}
}
