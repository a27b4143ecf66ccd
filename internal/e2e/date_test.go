package e2e

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// dated is the ends of what the servers' types hold, in pairs of which the first is
// not later than the second.
var dated = map[string]string{
	"mysql": `CREATE TABLE d (id int PRIMARY KEY, a timestamp(6) NULL, b timestamp(6) NULL, c date, e date, n int, m int);
SET time_zone = '+00:00';
INSERT INTO d VALUES
 (1, '1970-01-01 00:00:02', '1970-01-03 00:00:00', '1000-01-01', '1000-01-02', 20120402, 20120402),
 (2, '2038-01-17 23:59:59.999999', '2038-01-19 03:14:07', '9999-12-30', '9999-12-31', 99991230, 99991231),
 (3, '2012-03-31 15:00:00', '2012-04-01 00:00:00', '2012-04-01', '2012-04-02', 20120229, 20120301),
 (4, NULL, NULL, '0000-00-00', NULL, 0, NULL);
`,
	"postgres": `CREATE TABLE d (id int PRIMARY KEY, a timestamptz, b timestamptz, c date, e date, n int, m int);
INSERT INTO d VALUES
 (1, '4713-01-02 00:00:00+00 BC', '4713-02-02 00:00:00+00 BC', '4713-01-02 BC', '0001-12-31 BC', 20120402, 20120402),
 (2, '294276-12-30 23:59:59.999999+00', '294276-12-31 23:59:59+00', '9999-12-30', '10000-01-01', 99991230, 99991231),
 (3, '2012-04-01 00:00:00+09', '2012-04-01 00:00:00+09:30', '2012-04-01', '2012-04-02', 20120229, 20120301),
 (4, '-infinity', 'infinity', '-infinity', 'infinity', NULL, NULL);
`,
}

// TestDates: the servers take dates that were moved at the ends of their types, and
// what was not later is not later then.
func TestDates(t *testing.T) {
	for name, ddl := range dated {
		t.Run(name, func(t *testing.T) {
			raw := newStore(t, name)
			raw.load(t, []byte(ddl))
			for _, rule := range []string{"shift: 104w", "to: month", "to: school_year", "to: age_band"} {
				rules := ""
				for _, column := range []string{"a", "b", "c", "e", "n", "m"} {
					rules += ", " + column + ": {mask: date, " + rule + ", else: {mask: fixed, value: '20000101'}}"
				}
				p := compile(t, parse(t, "{version: 1, tables: {d: {person: id, columns: {id: keep"+rules+"}}}}"))
				dev := newStore(t, name)
				dev.load(t, strict(masked(t, dumpOf(t, raw, ""), p)))
				require.Equal(t, "0", count(t, dev, "SELECT count(*) FROM d WHERE c > e OR n > m OR a > b AND id <> 3"), rule)
				require.Equal(t, "4", count(t, dev, "SELECT count(*) FROM d"), rule)
			}
		})
	}
}
