package builtin

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/dialects/sqlite"
	"github.com/migawari-dev/migawari/mask"
)

// finding judges a rule for the column v of a table as a dump declares it.
func finding(t testing.TB, d dialects.Dialect, ddl string, r mask.Rule) error {
	t.Helper()
	p, err := plan(t, r)
	require.NoError(t, err)
	s := d.NewScanner(strings.NewReader(ddl), dialects.ScanOptions{}.WithDefaults())
	for c := new(dialects.Chunk); err == nil; {
		err = s.Scan(c)
	}
	require.ErrorIs(t, err, io.EOF, ddl)
	_, runs := mask.Copy(context.Background(), io.Discard, strings.NewReader(ddl+insertRow), d, p)
	for _, f := range p.Check(s.Schema()) {
		require.ErrorContains(t, runs, f.Err.Error(), "a run says what check says: %s", ddl)
		require.NotContains(t, f.Err.Error()+f.Hint, "canary")
		return f.Err
	}
	var e *mask.Error
	if errors.As(runs, &e) && !errors.Is(runs, mask.ErrUnfit) { // which is about the value
		return runs
	}
	return nil
}

const insertRow = "INSERT INTO t (id, home, v) VALUES (1, 1, NULL);\n"

// TestFitsDDL: rules are held against columns as the servers' dumps declare them.
func TestFitsDDL(t *testing.T) {
	my := func(column string) (dialects.Dialect, string) {
		return mysql.Dialect, "CREATE TABLE `t` (\n  `id` int,\n  `home` int,\n  " + column + "\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;\n"
	}
	pg := func(column string) (dialects.Dialect, string) {
		return postgres.Dialect, "CREATE TABLE t (\n    id integer,\n    home integer,\n    " + column + "\n);\n"
	}
	lite := func(column string) (dialects.Dialect, string) {
		return sqlite.Dialect, "CREATE TABLE t(id INT, home INT, " + column + ");\n"
	}
	domain := func(check string) func(string) (dialects.Dialect, string) {
		return func(column string) (dialects.Dialect, string) {
			d, ddl := pg(column)
			return d, "CREATE DOMAIN grade AS integer CHECK (" + check + ");\n" + ddl
		}
	}
	for _, tt := range []struct {
		dialect func(string) (dialects.Dialect, string)
		column  string
		rule    mask.Rule
		want    error
	}{
		// Lists of values.
		{my, "`v` varchar(9) CHECK (`v` in ('canary','b'))", rule("choice"), nil},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("choice"), nil},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("choice", "of", []any{"b"}), nil},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("choice", "of", []any{"c"}), mask.ErrCheck},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("fixed", "value", "b"), nil},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("format"), mask.ErrCheck},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b')))", rule("null"), nil},
		{my, "`v` varchar(9),\n  CONSTRAINT `c` CHECK ((`v` in (_utf8mb4'canary',_utf8mb4'b'))) /*!80016 NOT ENFORCED */", rule("format"), nil},
		{pg, "v text,\n    CONSTRAINT c CHECK ((v = ANY (ARRAY['canary'::text, 'b'::text])))", rule("hash"), mask.ErrCheck},
		{pg, "v character varying(9) DEFAULT 'b'::character varying NOT NULL,\n    CONSTRAINT c CHECK (((v)::text = ANY ((ARRAY['canary'::character varying, 'b'::character varying])::text[])))", rule("choice"), nil},
		{pg, "v character(1),\n    CONSTRAINT c CHECK ((v = ANY (ARRAY['M'::bpchar, 'F'::bpchar])))", rule("person.gender"), nil},
		{pg, "v character(1),\n    CONSTRAINT c CHECK ((v = ANY (ARRAY['M'::bpchar, 'X'::bpchar])))", rule("person.gender"), mask.ErrType},
		{lite, "v TEXT CHECK (v IN ('canary','b'))", rule("text"), mask.ErrCheck},
		{lite, "v INT, CHECK (v IN (1,2))", rule("choice"), nil},
		{lite, "v INT, CHECK (v IN (1,2))", rule("integer"), mask.ErrCheck},
		// Ranges.
		{my, "`v` tinyint unsigned", rule("integer", "min", 0, "max", 255), nil},
		{my, "`v` tinyint", rule("integer", "min", 0, "max", 255), mask.ErrType},
		{my, "`v` smallint", rule("integer"), mask.ErrType},
		{my, "`v` int CHECK (`v` >= 0 and `v` < 150)", rule("integer", "min", 0, "max", 149), nil},
		{my, "`v` int CHECK (`v` >= 0 and `v` < 150)", rule("number", "min", 0, "max", 150), mask.ErrType},
		{my, "`v` int CHECK (`v` >= 0 and `v` < 150)", rule("number"), mask.ErrType},
		{my, "`v` decimal(5,2)", rule("number", "min", 0, "max", 999), nil},
		{my, "`v` decimal(5,2)", rule("number", "min", 0, "max", 1000), mask.ErrType},
		{my, "`v` decimal(5,2) unsigned", rule("number", "min", -1, "max", 9), mask.ErrType},
		{my, "`v` decimal(5,2)", rule("number"), nil},
		{my, "`v` decimal(5)", rule("integer"), mask.ErrType},
		{pg, "v numeric,\n    CONSTRAINT c CHECK ((v >= (0)::numeric))", rule("number"), nil},
		{pg, "v numeric,\n    CONSTRAINT c CHECK ((v >= (0)::numeric))", rule("number", "min", -1, "max", 5), mask.ErrType},
		{pg, "v double precision,\n    CONSTRAINT c CHECK (((v >= (0)::double precision) AND (v <= (5)::double precision)))", rule("number"), mask.ErrType},
		{domain("((VALUE >= 1) AND (VALUE <= 6))"), "v grade", rule("number", "min", 1, "max", 6), nil},
		{domain("((VALUE >= 1) AND (VALUE <= 6))"), "v grade", rule("number", "min", 1, "max", 7), mask.ErrType},
		{my, "`v` decimal(5,2)", rule("gofakeit.price", "min", 1, "max", 10), nil},
		// Widths.
		{pg, "v text,\n    CONSTRAINT c CHECK ((char_length(v) <= 5))", rule("hash"), mask.ErrWidth},
		{pg, "v text,\n    CONSTRAINT c CHECK ((char_length(v) <= 8))", rule("hash", "length", 8), nil},
		{lite, "v TEXT CHECK (length(v) < 10)", rule("person.name"), mask.ErrWidth},
		{my, "`v` tinytext CHARACTER SET utf32", rule("hash", "length", 64), mask.ErrWidth},
		{my, "`v` tinytext", rule("hash", "length", 64), nil},
		{my, "`v` varbinary(16)", rule("blob", "placeholder", "png"), mask.ErrWidth},
		// NOT NULL and labels.
		{my, "`v` int NOT NULL", rule("null"), mask.ErrNotNull},
		{my, "`v` enum('canary','b')", rule("choice", "of", []any{"c"}), mask.ErrType},
		{my, "`v` enum('canary','b')", rule("format"), mask.ErrType},
		{my, "`v` year", rule("date", "to", "year"), mask.ErrType},
	} {
		d, ddl := tt.dialect(tt.column)
		if err := finding(t, d, ddl, tt.rule); tt.want == nil {
			require.NoError(t, err, "%s %v", ddl, tt.rule)
		} else {
			require.ErrorIs(t, err, tt.want, "%s %v", ddl, tt.rule)
		}
	}
}
