package main

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/postgres"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/detect"
	"github.com/migawari-dev/migawari/mask/review"
)

// judged holds a policy against a dump as check does.
func judged(t *testing.T, dump, tables string) []finding {
	p, err := compilePolicy("policy.yaml", []byte("version: 1\n"+tables+"\n"), mask.EphemeralKey())
	require.NoError(t, err)
	w := p.Watch(detect.NamesOfPersons)
	r, err := detect.Sample(context.Background(), strings.NewReader(dump), postgres.Dialect, dialects.ScanOptions{}, detect.Options{Watch: w.Item})
	require.NoError(t, err)
	found := append(undecided(w.Undecided()), p.Check(r.Schema)...)
	found = append(found, review.Findings(p.Plan, r.Tables)...)
	return append(placed(p.Plan, found, r.Schema.Tables()), p.texts()...)
}

// TestChecks: each thing that check reports, with a policy at fault and one that is not.
func TestChecks(t *testing.T) {
	const persons = "CREATE TABLE a (id int PRIMARY KEY, x text);\nCREATE TABLE b (id int PRIMARY KEY, x text);\n"
	const child = "CREATE TABLE a (id bigint PRIMARY KEY);\nCREATE TABLE b (a_id bigint REFERENCES a (id));\n"
	covered := map[string]bool{}
	for _, c := range []struct{ word, dump, fault, good string }{
		{"uncovered", "CREATE TABLE t (a int, b int);", "tables: {t: {columns: {a: keep}}}", "tables: {t: {columns: {a: keep, b: keep}}}"},
		{"uncovered", "CREATE TABLE t (a int);\nCREATE TABLE u (a int);", "tables: {t: keep}", "tables: {t: keep, u: keep}"},
		{"unmet", "CREATE TABLE t (a int);", "tables: {t: {columns: {a: keep, b: keep}}}", "tables: {t: {columns: {a: keep}}}"},
		{"unmet", "CREATE TABLE t (a int);", "tables: {t: keep, u: keep}", `tables: {t: keep, "u*": keep}`},
		{"draft", "CREATE TABLE t (a int);", "tables: {t: {columns: {a: {mask: keep, draft: true}}}}", "tables: {t: {columns: {a: {mask: integer, draft: true}}}}"},
		{"ambiguous", "CREATE TABLE t1 (a int);", `tables: {"t*": keep, "*1": keep}`, `tables: {"t*": keep, "t1": keep}`},
		{"width", "CREATE TABLE t (a varchar(8));", "tables: {t: {columns: {a: {mask: hash, length: 20}}}}", "tables: {t: {columns: {a: {mask: hash, length: 8}}}}"},
		{"type", "CREATE TABLE t (a date);", "tables: {t: {columns: {a: text}}}", "tables: {t: {columns: {a: {mask: date, to: year}}}}"},
		{"check", "CREATE TABLE t (a text CHECK (a IN ('x', 'y')));", "tables: {t: {columns: {a: {mask: choice, of: [x, z]}}}}", "tables: {t: {columns: {a: {mask: choice, of: [x, y]}}}}"},
		{"not-null", "CREATE TABLE t (a text NOT NULL);", `tables: {t: {columns: {a: "null"}}}`, "tables: {t: {columns: {a: redact}}}"},
		{"unique", "CREATE TABLE t (a text UNIQUE);", "tables: {t: {columns: {a: text}}}", "tables: {t: {columns: {a: email}}}"},
		{"partition", "CREATE TABLE t (a text) PARTITION BY LIST (a);\nCREATE TABLE t1 PARTITION OF t FOR VALUES IN ('x');", "tables: {t: {columns: {a: redact}}, t1: {columns: {a: redact}}}", "tables: {t: {columns: {a: keep}}, t1: {columns: {a: keep}}}"},
		{"foreign-key", child, "tables: {a: {columns: {id: integer}}, b: {columns: {a_id: keep}}}", "tables: {a: {columns: {id: integer}}, b: {columns: {a_id: integer}}}"},
		{"foreign-key", child, "tables: {a: {columns: {id: integer}}, b: {columns: {a_id: {mask: integer, domain: other}}}}", "tables: {a: {columns: {id: keep}}, b: {columns: {a_id: keep}}}"},
		{"dangling", child, "tables: {a: {rows: drop}, b: {columns: {a_id: keep}}}", "tables: {a: {rows: drop}, b: {rows: drop}}"},
		{"generated", "CREATE TABLE t (a text, b text GENERATED ALWAYS AS (upper(a)) STORED);\nCOPY t (a, b) FROM stdin;\nx\tX\n\\.\n", "tables: {t: {columns: {a: redact, b: keep}}}", "tables: {t: {columns: {a: redact, b: redact}}}"},
		{"condition", "CREATE TABLE t (a text);", "tables: {t: {columns: {a: [{when: \"gone == 'x'\", mask: redact}, {mask: keep}]}}}", "tables: {t: {columns: {a: [{when: \"a == 'x'\", mask: redact}, {mask: keep}]}}}"},
		{"personal", "CREATE TABLE users (email text);", "tables: {users: {columns: {email: keep}}}", "tables: {users: {columns: {email: {mask: keep, reason: made up}}}}"},
		{"live", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('https://db7.corp-net.com/x');", "tables: {t: {columns: {x: keep}}}", "tables: {t: {columns: {x: url}}}"},
		{"personal", "CREATE TABLE t (x text);\nINSERT INTO t VALUES ('AKIAIOSFODNN7REALKEY');", "tables: {t: {columns: {x: keep}}}", "tables: {t: {columns: {x: token}}}"},
		{"format", "CREATE TABLE users (phone text);", "tables: {users: {columns: {phone: format}}}", "tables: {users: {columns: {phone: phone}}}"},
		{"format", "CREATE TABLE users (client_ip text);", "tables: {users: {columns: {client_ip: format}}}", "tables: {users: {columns: {client_ip: ip}}}"},
		{"persons", persons, "tables: {a: {person: id, columns: {id: keep, x: person.name}}, b: {person: id, columns: {id: keep, x: person.name}}}",
			"tables: {a: {person: id, columns: {id: keep, x: person.name}}, b: {person: {by: id, shared: true}, columns: {id: keep, x: person.name}}}"},
		{"known-by", "CREATE TABLE a (id int PRIMARY KEY, x text);\nCREATE TABLE b (who varchar(9), x text);", "tables: {a: {person: id, columns: {id: keep, x: person.name}}, b: {person: who, columns: {who: hash, x: person.name}}}",
			"tables: {a: {person: id, columns: {id: keep, x: person.name}}, b: {person: {by: who, domain: b}, columns: {who: hash, x: person.name}}}"},
		{"time", "CREATE TABLE t (id int, a date, b timestamp);", "tables: {t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, b: keep}}}", "tables: {t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, b: {mask: date, shift: 3w}}}}"},
		{"clock", "CREATE TABLE t (id int, a date, seq int);", "tables: {t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, seq: keep}}}", "tables: {t: {person: id, columns: {id: keep, a: {mask: date, shift: 3w}, seq: integer}}}"},
		{"passing", "CREATE TABLE outbox (topic text);", "tables: {outbox: {columns: {topic: keep}}}", "tables: {outbox: {rows: drop}}"},
		{"passing", "CREATE TABLE webhook_deliveries (topic text);", "tables: {webhook_deliveries: {columns: {topic: keep}}}", "tables: {webhook_deliveries: {columns: {topic: redact}}}"},
		{"policy-text", "CREATE TABLE t (a int);", "tables: {t: keep} # ask carol@corp-mail.com", "tables: {t: keep} # ask carol@example.com"},
		{"definition", "COMMENT ON TABLE t IS 'ask 090-3456-7890';\nCREATE TABLE t (a int);", "tables: {t: keep}", "definitions: {t: mask}\ntables: {t: keep}"},
		{"databases", "\\connect a\nCREATE TABLE t (a int);\n\\connect b\nCREATE TABLE t (a int);", "tables: {t: keep}", "databases: {a: a2, b: b2}\ntables: {t: keep}"},
	} {
		words := func(policy string) (all []string) {
			for _, f := range judged(t, c.dump+"\n", policy) {
				all = append(all, f.word())
			}
			return all
		}
		require.Contains(t, words(c.fault), c.word, c.fault)
		require.NotContains(t, words(c.good), c.word, c.good)
		covered[c.word] = true
	}
	covered["no-columns"] = true // script check-rows: of rows alone
	for _, c := range checks {
		require.True(t, covered[c.word], c.word)
	}
}

// hostile are findings about names that somebody has chosen to harm who reads them.
func hostile() []finding {
	name := "a\x1b[31m\nb\u202ec\u2066%::,\"<script>&"
	return []finding{
		{mask.Finding{Table: name, Column: name, Rule: "keep", Err: review.ErrPersonal, Hint: "see"}, mask.Location{Line: 3}},
		{mask.Finding{Err: review.ErrText}, mask.Location{}},
	}
}

// printable fails on what a terminal or an editor would take for a command.
func printable(t *testing.T, text string) {
	i := strings.IndexFunc(text, func(c rune) bool { return c != '\n' && !unicode.IsPrint(c) })
	require.Equal(t, -1, i, "%q", text)
}

// TestSARIF: what the standard (2.1.0) requires of a log is there.
func TestSARIF(t *testing.T) {
	text, err := asSARIF(hostile(), "dir with space/ポリシー%\n.yaml")
	require.NoError(t, err)
	printable(t, text)
	var log struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID               string
						ShortDescription struct{ Text string }
					}
				}
			}
			Results []struct {
				RuleID, Level string
				Message       struct{ Text string }
				Locations     []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine int }
					}
					LogicalLocations []struct{ FullyQualifiedName string }
				}
			}
		}
	}
	d := json.NewDecoder(strings.NewReader(text))
	require.NoError(t, d.Decode(&log))
	require.Equal(t, "2.1.0", log.Version)
	_, err = url.Parse(log.Schema)
	require.NoError(t, err)
	require.Len(t, log.Runs, 1)
	run := log.Runs[0]
	require.NotEmpty(t, run.Tool.Driver.Name)
	require.Len(t, run.Results, 2)
	ids := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		require.False(t, ids[r.ID], "twice")
		require.NotEmpty(t, r.ShortDescription.Text)
		ids[r.ID] = true
	}
	for _, r := range run.Results {
		require.True(t, ids[r.RuleID])
		require.Contains(t, []string{"none", "note", "warning", "error"}, r.Level)
		require.NotEmpty(t, r.Message.Text)
		require.Len(t, r.Locations, 1)
		p := r.Locations[0].PhysicalLocation
		require.GreaterOrEqual(t, p.Region.StartLine, 1)
		u, err := url.Parse(p.ArtifactLocation.URI)
		require.NoError(t, err)
		require.Equal(t, "dir with space/ポリシー%\n.yaml", u.Path)
		require.NotContains(t, p.ArtifactLocation.URI, " ")
		require.NotEmpty(t, r.Locations[0].LogicalLocations[0].FullyQualifiedName)
	}
}

// TestGitHub: one line a finding, in which names cannot begin another command.
func TestGitHub(t *testing.T) {
	text := asGitHub(hostile(), "a,b:c%\n.yaml")
	printable(t, text)
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	require.Len(t, lines, 2)
	for _, l := range lines {
		require.Regexp(t, `^::error file=[^,:]*,line=\d+,title=[^,:]*::.`, l)
	}
	require.True(t, strings.HasPrefix(lines[0], "::error file=a%2Cb%3Ac%25"), lines[0])
}
