package e2e

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/internal/corpora"
)

// A failure is a bug that tools of this kind have, or had, and what holds ours
// against it.
type failure struct {
	id, what string
	// tests are package.Test or package.Test/part; a part is the name of a
	// subtest, or of a script of the command.
	tests string
	// later is the capability that the rest of it, or all of it, belongs to.
	later string
}

const (
	detection = "detection: scan, and check on what is kept or stands in definitions"
	archives  = "archives and directories (pg_dump -Fc and -Fd, mydumper, MySQL Shell)"
)

// known is the list: L leaks, C wrong columns, V broken values, S structure.
var known = []failure{
	{"L1", "a dump on stdin stays as it is", "cmd/migawari.TestScript/mask-stdout cmd/migawari.TestScript/output cmd/migawari.TestScript/compressed mask.TestReader internal/e2e.TestCanaries", ""},
	{"L2", "a key at the wrong place of the policy is ignored", "mask/policyfile.TestBadFiles mask/policyfile.TestSchemaRefusesBadFiles cmd/migawari.TestScript/policy-faults", ""},
	{"L3", "a misspelt table or column masks nothing", "mask.TestFailClosed/a table that is not there mask.TestFailClosed/a column that is not there mask.TestFailClosed/a column that no list names mask.TestPartial", ""},
	{"L4", "what does not parse passes", "dialects/mysql.TestRefused dialects/postgres.TestRefused dialects/postgres.TestL4UnknownInRows dialects/postgres.TestL4Whole dialects/sqlite.TestRefused dialects/sqlite.TestRefusedWhole internal/e2e.TestDamaged", ""},
	{"L5", "JSON that does not parse passes", "mask.TestPersonKeyInsideJSON mask/nested/json.TestJSON mask/builtin.TestPartsAreValues cmd/migawari.TestScript/parts", ""},
	{"L6", "one format of dumps is read by the parser of another", "internal/e2e.TestFormats internal/e2e.TestFormatsOfServers internal/e2e.TestParts internal/e2e.TestDialectsAgree dialects/postgres.TestSameValues dialects/postgres.TestSamplesAgree", ""},
	{"L7", "in nested arrays only the first is masked", "mask/nested.TestPathsPlainly mask/nested.TestPaths mask/builtin.TestJSON internal/e2e.TestValuesWithParts", ""},
	{"L8", "a function of JSON goes round the masks", "", "none: of servers that mask queries; a dump has no queries"},
	{"L9", "the report says masked, and the column is not", "internal/e2e.TestAuditTells mask.TestOutputDoesNotDependOnOptions", ""},
	{"L10", "a pattern for tables takes in all of them", "mask.TestPatterns mask.TestMostSpecificEntry", ""},
	{"L11", "quoted names and names in capitals are not matched", "internal/e2e.TestNames dialects/postgres.TestL11Identifiers dialects/mysql.TestRows/L11 names dialects/sqlite.TestTables/names mask.TestColumnsFoldCase", ""},
	{"L12", "tables of one name in two schemas are confused", "internal/e2e.TestTwoSchemas dialects/postgres.TestL12TwoSchemas internal/e2e.TestFormatsOfServers", ""},
	{"L13", "errors and logs hold values", "cmd/migawari.TestSilence cmd/migawari.TestSilenceOfPolicies cmd/migawari.TestPanic mask.TestFailClosed mask.TestFirstErrorInStreamOrder mask.TestPanicIsQuarantined dialects/mysql.TestErrorsAreSilent dialects/postgres.TestSilent dialects/sqlite.TestErrorsAreSilent internal/e2e.TestDamaged", ""},
	{"L14", "a column that a migration added is copied", "mask.TestFailClosed/a column that a migration added mask.TestFailClosed/a column without a rule cmd/migawari.TestScript/uncovered", ""},
	{"L15", "hashes without a key, or with a salt that is ignored", "mask.TestKeyIsRefused mask.TestPublishedKeys mask.TestDomainsAreApart mask.TestKnownAnswers mask/builtin.TestLaws mask/builtin.TestMadeLaws cmd/migawari.TestScript/key-missing", ""},
	{"L16", "rules do not reach partitions", "internal/e2e.TestPartitions", ""},
	{"L17", "statistics carry values", "dialects/postgres.TestL17Statistics internal/e2e.TestStatistics mask.TestDDLSafe", ""},
	{"L18", "conditions see values that are masked already", "mask.TestConditionsSeeTheOriginal", ""},
	{"L19", "errors are swallowed, and the exit status is 0", "internal/e2e.TestDamaged mask.TestEveryPrefix mask.TestErrorsOfReaderAndWriterComeBack cmd/migawari.TestFullDisk cmd/migawari.TestScript/stopped-stdout", ""},
	{"L20", "literals in some statements stay", "dialects/mysql.TestRefused dialects/postgres.TestRefused dialects/sqlite.TestRefused mask.TestFailClosed/an UPDATE of a masked table mask.TestFailClosed/values behind ON DUPLICATE KEY", ""},
	{"L21", "data reached by other ways than columns: views, defaults, comments, large objects", "mask.TestDDLSafe internal/e2e.TestRestoreStartsNothing internal/e2e.TestCanaries", detection},
	{"L22", "a column that is listed as harmless is personal", "examples/classpad/gen.TestPolicyDecidesEveryColumn", detection},

	{"C1", "a generated column shifts the masks", "dialects/postgres.TestC1Generated dialects/mysql.TestTables/C1 generated dialects/mysql.TestRows/generated columns left out dialects/mysql.TestRows/generated columns written dialects/sqlite.TestTables/C1 computed mask.TestFailClosed/a generated column of a masked one mask.TestGeneratedByTheServer internal/e2e.TestRestore", ""},
	{"C2", "the word generated in a comment", "dialects/postgres.TestC2C4Words dialects/mysql.TestTables/C2 the word generated in a comment dialects/sqlite.TestTables/C2 words in comments", ""},
	{"C3", "a column without options is passed over", "dialects/mysql.TestTables/C3 minimal dialects/sqlite.TestTables/C3 minimal", ""},
	{"C4", "keys and constraints are taken for columns", "dialects/postgres.TestC2C4Words dialects/mysql.TestTables/C4 keys are no columns dialects/sqlite.TestTables/C4 clauses are no columns internal/e2e.TestNames", ""},
	{"C5", "the column list of an INSERT is ignored", "mask.TestSixStatements dialects/postgres.TestC5ColumnLists dialects/mysql.TestRows/C5 permuted list internal/e2e.TestFormats", ""},
	{"C6", "beside NULL the value of another column is taken", "mask.TestNullAndEmpty internal/e2e.TestRestore internal/e2e.TestEchoOfTypes", ""},
	{"C7", "columns are named by their place", "mask.TestSixStatements mask.TestFailClosed/rows without names", ""},
	{"C8", "rows inside of routines and comments", "dialects/postgres.TestC8Bodies dialects/postgres.TestC8Deceived dialects/mysql.TestRows/C8 INSERT in a body dialects/mysql.TestRows/a body without a delimiter internal/e2e.TestRestore", ""},
	{"C9", "values that look like statements", "internal/e2e.TestEcho internal/e2e.TestHostileRowsLeftOut dialects/postgres.TestC9ValuesLikeStatements dialects/mysql.TestRows/C9 values that look like SQL", ""},
	{"C10", "many columns", "dialects/postgres.TestC10Columns dialects/mysql.TestManyColumns dialects/sqlite.TestManyColumns", ""},

	{"V1", "a fake is not escaped", "internal/e2e.TestHostileFakes mask.TestFakesAreEscaped dialects/postgres.TestAppendInsert dialects/postgres.TestAppendCopy dialects/sqlite.TestShellReadsWhatIsWritten", ""},
	{"V2", "an escape is torn", "dialects/postgres.TestV2CopyEscapes dialects/mysql.TestRows/V2 escapes internal/e2e.TestEcho", ""},
	{"V3", `the end of data inside data, \., empty columns`, "dialects/postgres.TestV3EndOfData internal/e2e.TestEcho internal/e2e.TestHostileFakes", ""},
	{"V4", "characters of several bytes", "internal/e2e.TestEcho dialects/postgres.TestRoundTrip dialects/postgres.TestJapanese dialects/mysql.TestRows/cp932: a trail byte is no backslash internal/e2e.TestCharsets", ""},
	{"V5", "bytes and legacy encodings become U+FFFD", "internal/e2e.TestEcho internal/e2e.TestEchoOfCorpora internal/e2e.TestIdentity internal/e2e.TestCharsets dialects/postgres.TestBytes dialects/mysql.TestTruth", ""},
	{"V6", "hexadecimal literals", "dialects/mysql.TestRows/V6 hexadecimal and bits internal/e2e.TestEcho internal/e2e.TestEchoOfTypes dialects/postgres.TestAppendInsert", ""},
	{"V7", "backslashes in JSON", "internal/e2e.TestEchoOfTypes internal/e2e.TestEcho internal/e2e.TestValuesWithParts internal/e2e.TestPartsThatStay mask/nested/json.TestJSON", ""},
	{"V8", "NULL, the JSON null and the empty text", "dialects/postgres.TestV8Nulls mask.TestNullAndEmpty internal/e2e.TestEcho internal/e2e.TestEchoOfTypes mask/builtin.TestPartsAreValues internal/e2e.TestValuesWithParts", ""},
	{"V9", "NULL makes a masker fail", "internal/e2e.TestMaskersFitTypes mask.TestNullAndEmpty", ""},
	{"V10", "an unknown token becomes NULL", "dialects/mysql.TestRows/V10 odd tokens dialects/postgres.TestV10Tokens mask.TestFailClosed/an expression in a masked column mask.TestFailClosed/two literals side by side", ""},
	{"V11", "quotes and backslashes", "internal/e2e.TestEcho internal/e2e.TestEchoOfSettings dialects/mysql.TestRows/V11 quotes dialects/mysql.TestRows/no backslash escapes dialects/postgres.TestV11Strings", ""},
	{"V12", "zero bytes in the output", "internal/e2e.TestFormats dialects/postgres.TestAppendInsert dialects/postgres.TestAppendCopy", ""},
	{"V13", "a fake is too long for the column", "mask.TestFailClosed/a masker that says it is too long mask.TestFailClosed/a fake that is too long mask/builtin.TestUsualColumns mask/builtin.TestPromises internal/e2e.TestMaskersFitTypes", ""},
	{"V14", "types that the tool does not know", "internal/e2e.TestEchoOfTypes internal/e2e.TestEchoOfCorpora internal/e2e.TestMaskersFitTypes dialects/mysql.TestTables/an unknown type dialects/postgres.TestTypes", ""},
	{"V15", "numbers overflow", "internal/e2e.TestMaskersFitTypes mask/builtin.TestInteger mask/builtin.TestNumber dialects/mysql.TestRows/V15 numbers keep their text", ""},
	{"V16", "NOT NULL, foreign keys and UNIQUE break at the restore", "internal/e2e.TestRestore internal/e2e.TestMaskedKeys mask.TestReferences mask/builtin.TestFitsDDL mask.TestFailClosed/NULL in a column that refuses it mask.TestFailClosed/a masker that repeats in a unique column mask.TestCheck", ""},
	{"V17", "fakes of unique columns collide", "internal/e2e.TestMillionDistinct mask/builtin.TestInjective fake.TestTokensDiffer mask.TestPermutations", ""},
	{"V18", "fakes with remains of templates and formats", "fake/ja.TestLocale fake/en.TestLocale fake.TestValidate fake.TestText", ""},
	{"V19", "labels of ENUM and CHECK", "internal/e2e.TestMaskersFitTypes internal/e2e.TestRestore mask/builtin.TestFits", ""},
	{"V20", "lengths inside PHP and XML", "mask/nested/php.TestPHP mask/nested/php.TestClaims mask/nested/xml.TestXML internal/e2e.TestExampleDumps internal/e2e.TestValuesWithParts", ""},

	{"S1", "long lines", "mask.TestMemoryDoesNotGrow dialects/postgres.TestS1LongRows mask.TestRowLimit", ""},
	{"S2", "memory grows", "mask.TestMemoryDoesNotGrow mask.TestNoAllocationPerRow", ""},
	{"S3", "an INSERT of several lines, comments between rows", "dialects/mysql.TestRows/S3 a row a line dialects/mysql.TestRows/S3 comments between rows dialects/postgres.TestS3Lines internal/e2e.TestRestoreRowsLeftOut", ""},
	{"S4", "a semicolon in a text ends the statement that is left out", "internal/e2e.TestHostileRowsLeftOut mask.TestTableLeftOut mask.TestRowsLeftOut", ""},
	{"S5", "dumps of data alone, or of definitions", "internal/e2e.TestParts mask.TestFailClosed/rows without names cmd/migawari.TestScript/schema dialects/mysql.TestSchemaFromOutside dialects/postgres.TestSchemaOption", ""},
	{"S6", "CREATE TABLE goes with the rows", "mask.TestTableLeftOut internal/e2e.TestRestore", ""},
	{"S7", "a dump that was cut counts as whole", "dialects/mysql.TestEndMark dialects/postgres.TestS7EndMarks dialects/sqlite.TestEndMark internal/e2e.TestDamaged dialects/postgres.TestIncomplete dialects/sqlite.TestShellFailsOnIncomplete", ""},
	{"S8", "USE and CREATE DATABASE reach production", "mask.TestDDLSafe mask.TestSeveralDatabases internal/e2e.TestFormatsOfServers", ""},
	{"S9", "empty lines count as the end", "dialects/postgres.TestS9EmptyLines dialects/mysql.TestRows/S9 many empty lines internal/e2e.TestEcho", ""},
	{"S10", "line ends of DOS", "dialects/postgres.TestS10LineEnds dialects/mysql.TestRows/S10 CR LF cmd/migawari.TestScript/dos internal/e2e.TestEcho", ""},
	{"S11", "sequences stay behind masked keys", "internal/e2e.TestNewRows internal/e2e.TestSequences dialects/postgres.TestS11Sequences", ""},
	{"S12", "partitioned and inherited tables, tables without keys", "internal/e2e.TestPartitions mask.TestRowKey", ""},
	{"S13", "workers race", "mask.TestOutputDoesNotDependOnOptions mask.TestFirstErrorInStreamOrder", ""},
	{"S14", "indexes and sums of archives are stale", "", archives},
	{"S15", "an upgrade changes the fakes", "fake.TestVectors mask.TestKnownAnswers fake.TestSeedVectors", ""},
	{"S16", "fakes depend on the order of rows or on workers", "internal/e2e.TestOrderOfRows internal/e2e.TestShards mask.TestShards mask.TestOutputDoesNotDependOnOptions mask/builtin.TestLaws", ""},
	{"S17", "temporary files hold raw data", "cmd/migawari.TestSignalLeavesNoFile cmd/migawari.TestScript/output-stopped", archives},
}

// TestKnown holds that each row of the list is answered: by tests that exist, or
// by the capability that it waits for.
func TestKnown(t *testing.T) {
	tests := declaredTests(t)
	ids := map[string]bool{}
	for _, f := range known {
		require.False(t, ids[f.id], "%s stands twice", f.id)
		ids[f.id] = true
		require.NotEmpty(t, f.what)
		require.True(t, f.tests != "" || f.later != "", "%s (%s) has neither a test nor a reason", f.id, f.what)
		for _, name := range testNames(f.tests) {
			pkg, test, _ := strings.Cut(name, ".")
			test, part, _ := strings.Cut(test, "/")
			files := tests[pkg+"."+test]
			require.NotNil(t, files, "%s: there is no test %s", f.id, name)
			if part != "" {
				require.True(t, files[part], "%s: there is no part %s", f.id, name)
			}
		}
	}
	for letter, n := range map[string]int{"L": 22, "C": 10, "V": 20, "S": 17} {
		for i := range n {
			require.True(t, ids[letter+strconv.Itoa(i+1)], "%s%d", letter, i+1)
		}
	}
	require.Len(t, ids, 69)

	if corpora.Root() == "" {
		return
	}
	list := readFile(t, filepath.Join(corpora.Root(), "../reference/known-failures.md"))
	for _, row := range regexp.MustCompile(`(?m)^\| ([LCVS]\d+) \|`).FindAllSubmatch(list, -1) {
		require.True(t, ids[string(row[1])], "the list has %s", row[1])
	}
}

// testNames splits names of tests, whose parts hold blanks.
func testNames(s string) []string {
	var names []string
	for _, word := range strings.Fields(s) {
		if len(names) > 0 && !strings.Contains(word, ".Test") {
			names[len(names)-1] += " " + word
			continue
		}
		names = append(names, word)
	}
	return names
}

// declaredTests gives the tests of the module as package.Test, each with the
// texts that stand in its package's test files and the scripts beside them.
func declaredTests(t *testing.T) map[string]map[string]bool {
	t.Helper()
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	tests := map[string]map[string]bool{}
	parts := map[string]map[string]bool{}
	err = filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		pkg := strings.TrimSuffix(filepath.ToSlash(dir), "/testdata/script")
		if parts[pkg] == nil {
			parts[pkg] = map[string]bool{}
		}
		switch {
		case strings.HasSuffix(path, ".txtar"):
			parts[pkg][strings.TrimSuffix(filepath.Base(path), ".txtar")] = true
		case strings.HasSuffix(path, "_test.go"):
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					if n.Recv == nil && strings.HasPrefix(n.Name.Name, "Test") {
						tests[pkg+"."+n.Name.Name] = parts[pkg]
					}
				case *ast.BasicLit:
					if n.Kind == token.STRING {
						if text, err := strconv.Unquote(n.Value); err == nil {
							parts[pkg][text] = true
						}
					}
				}
				return true
			})
		}
		return nil
	})
	require.NoError(t, err)
	require.Greater(t, len(tests), 200)
	return tests
}
