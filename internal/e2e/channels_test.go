package e2e

import (
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

// word gives a canary of its own for each channel.
type word struct{ list []string }

func (w *word) next(channel string) string {
	c := fmt.Sprintf("%s.tanaka%d@canary-school.ed.jp", channel, len(w.list)+1)
	w.list = append(w.list, c)
	return c
}

// channelsOfMariaDB is a database that says something of somebody wherever a definition
// can.
func channelsOfMariaDB(w *word) string {
	return strings.NewReplacer("§", "'").Replace(fmt.Sprintf(`
CREATE TABLE pupils (id int PRIMARY KEY AUTO_INCREMENT, mail varchar(190) DEFAULT §%s§ COMMENT §ask %s§,
  kind enum(§a§,§%s§) DEFAULT §a§, code varbinary(200) DEFAULT x§%s§, CHECK (mail <> §%s§)) COMMENT=§by %s§ AUTO_INCREMENT=91922;
CREATE TABLE parts (mail varchar(90)) PARTITION BY LIST COLUMNS(mail) (PARTITION p1 VALUES IN (§%s§), PARTITION p2 VALUES IN (§x§) COMMENT = §%s§);
INSERT INTO pupils (id, mail, code) VALUES (1, §row@example.com§, NULL);
CREATE VIEW v AS SELECT id, §%s§ AS x FROM pupils;
CREATE TRIGGER g BEFORE INSERT ON pupils FOR EACH ROW SET NEW.mail = §%s§;
DELIMITER //
CREATE DEFINER=tanaka@192.0.2.7 PROCEDURE p() COMMENT §%s§ BEGIN SELECT §%s§; /* said %s */ END//
DELIMITER ;
CREATE EVENT e ON SCHEDULE EVERY 1 DAY COMMENT §%s§ DO SELECT §%s§;
`, w.next("default"), w.next("comment"), w.next("label"), hex.EncodeToString([]byte(w.next("bytes"))), w.next("check"), w.next("table"),
		w.next("bound"), w.next("part"), w.next("view"), w.next("trigger"), w.next("described"), w.next("body"), w.next("remark"), w.next("event"), w.next("does")))
}

func channelsOfPostgres(w *word) string {
	return strings.NewReplacer("§", "'").Replace(fmt.Sprintf(`
CREATE TYPE mood AS ENUM (§a§, §%s§);
CREATE DOMAIN mail AS text CHECK (VALUE <> §%s§);
CREATE TABLE pupils (id serial PRIMARY KEY, mail text DEFAULT §%s§, kind mood DEFAULT §a§, code bytea DEFAULT §\x%s§, CHECK (mail <> §%s§));
COMMENT ON TABLE pupils IS §by %s§;
COMMENT ON COLUMN pupils.mail IS §ask %s§;
CREATE TABLE parts (mail text) PARTITION BY LIST (mail);
CREATE TABLE part PARTITION OF parts FOR VALUES IN (§%s§);
INSERT INTO pupils (id, mail, code) VALUES (1, §row@example.com§, NULL);
SELECT setval(§pupils_id_seq§, 91921);
CREATE VIEW v AS SELECT id, §%s§::text AS x FROM pupils;
COMMENT ON VIEW v IS §%s§;
CREATE MATERIALIZED VIEW m AS SELECT §%s§::text AS x;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.mail := §%s§; -- said %s
RETURN NEW; END $$;
CREATE TRIGGER g BEFORE INSERT ON pupils FOR EACH ROW WHEN (NEW.mail <> §%s§) EXECUTE FUNCTION f();
CREATE RULE r AS ON DELETE TO pupils WHERE old.mail = §%s§ DO INSTEAD NOTHING;
CREATE INDEX i ON pupils (mail) WHERE mail <> §%s§;
ALTER TABLE pupils ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON pupils USING (mail <> §%s§);
SELECT lo_from_bytea(0, §%s§);
`, w.next("label"), w.next("domain"), w.next("default"), hex.EncodeToString([]byte(w.next("bytes"))), w.next("check"), w.next("table"), w.next("comment"),
		w.next("bound"), w.next("view"), w.next("described"), w.next("matview"), w.next("body"), w.next("remark"), w.next("when"), w.next("rule"),
		w.next("index"), w.next("policy"), w.next("object")))
}

// TestChannels fills every place of a database where a definition can tell of somebody,
// one canary each, and dumps it with the server's own program. Undecided, the run stops
// in silence; decided, no canary is left in any guise, and what is left loads.
func TestChannels(t *testing.T) {
	for _, dialect := range []string{"mysql", "postgres"} {
		t.Run(dialect, func(t *testing.T) {
			w := &word{}
			raw, args := newStore(t, dialect), ""
			if dialect == "mysql" {
				args = "--routines --events --hex-blob"
				raw.load(t, []byte(channelsOfMariaDB(w)), "--comments")
			} else {
				raw.load(t, []byte(channelsOfPostgres(w)))
			}
			dump := dumpOf(t, raw, args)
			f := newFinder(w.list)
			found := f.find(dump)
			for _, c := range w.list {
				require.NotEmpty(t, found[c], "the dump must hold %s", c)
			}

			policy := &mask.Policy{LargeObjects: mask.DropLargeObjects, Tables: []mask.Table{{Pattern: "*", Keep: true}}}
			out, _, err := copyDump(dump, compile(t, policy))
			require.ErrorIs(t, err, mask.ErrLiteral)
			require.NotContains(t, err.Error(), "canary")
			require.Empty(t, f.find(out))

			policy.Definitions = []mask.Definition{{Pattern: "*", Mask: true}}
			out = masked(t, dump, compile(t, policy))
			require.Empty(t, f.find(out))
			for _, told := range []string{"9192", "192.0.2.7", "tanaka"} {
				require.NotContains(t, string(out), told)
			}
			dev := newStore(t, dialect)
			dev.load(t, out)
			require.Equal(t, "1", count(t, dev, "SELECT count(*) FROM pupils"))
			require.Equal(t, raw.parts(t), dev.parts(t))
		})
	}
}
