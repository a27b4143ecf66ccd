package mysqlxml_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/dialecttest"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/mysql/mysqlxml"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask"
)

// sample reads a dump of a real program.
func sample(t testing.TB, name string) []byte {
	b, err := os.ReadFile(filepath.Join("testdata", "mariadb-dump-10.11.19-"+name+".xml"))
	require.NoError(t, err)
	return b
}

const (
	begin = "<?xml version=\"1.0\"?>\n<mysqldump xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n<database name=\"d\">\n"
	end   = "</database>\n</mysqldump>\n"
	table = "\t<table_structure name=\"t\">\n\t\t<field Field=\"a\" Type=\"int(11)\" Null=\"NO\" Key=\"PRI\" Extra=\"auto_increment\" Comment=\"\" />\n\t\t<field Field=\"b\" Type=\"varchar(9)\" Null=\"YES\" Key=\"\" Default=\"NULL\" Extra=\"\" Comment=\"\" />\n\t</table_structure>\n"
	row   = "\t<row>\n\t\t<field name=\"a\">1</field>\n\t\t<field name=\"b\">x &amp; y</field>\n\t</row>\n"
	rows  = "\t<table_data name=\"t\">\n" + row + "\t</table_data>\n"
)

func TestDialect(t *testing.T) {
	var dumps []dialecttest.Dump
	for _, name := range []string{"full", "plain", "data", "ddl", "cp932"} {
		d := dialecttest.Dump{Name: name, Data: sample(t, name)}
		if name == "cp932" {
			d.Options.Charset = "cp932"
		}
		dumps = append(dumps, d)
	}
	dumps = append(dumps,
		dialecttest.Dump{Name: "small", Data: []byte(begin + table + rows + end)},
		dialecttest.Dump{Name: "no rows", Data: []byte(begin + table + "\t<table_data name=\"t\">\n\t</table_data>\n" + end)},
		dialecttest.Dump{Name: "rows only", Data: []byte(begin + rows + rows + end)})
	dialecttest.Run(t, mysqlxml.Dialect, dumps)
}

func FuzzDialect(f *testing.F) {
	seeds := []string{string(sample(f, "full")), string(sample(f, "plain")), begin + table + rows + end, begin + end, begin + rows + end}
	for _, c := range refused {
		seeds = append(seeds, c.text)
	}
	dialecttest.Fuzz(f, mysqlxml.Dialect, seeds)
}

// TestRecords decodes rows, and tells tables as SQL would.
func TestRecords(t *testing.T) {
	for _, name := range []string{"full", "plain"} {
		got := dialecttest.Records(t, mysqlxml.Dialect, sample(t, name), dialects.ScanOptions{})["shop.users"]
		require.Len(t, got, 4)
		require.Equal(t, `O'Brien & <b>"x"</b>`, got[0]["name"])
		require.Equal(t, "line1\nline2\r\n\ttab ]]>", got[0]["note"])
		require.Equal(t, "\x00\xff<&", got[0]["pic"])
		require.Equal(t, "\x00\x05", got[0]["bits"])
		require.Equal(t, "3", got[0]["g"])
		require.Equal(t, "髙﨑👩", got[1]["name"])
		require.Nil(t, got[1]["email"])
		require.Equal(t, "", got[2]["vec"])
		require.Equal(t, "ctl\x01\x08\x1b", got[3]["note"])
	}
	got := dialecttest.Records(t, mysqlxml.Dialect, sample(t, "cp932"), dialects.ScanOptions{Charset: "cp932"})["gakkou.生徒"]
	require.Equal(t, "表 太郎", got[0]["氏名"])
	require.Equal(t, `能'ソ\`, got[0]["note"])
	require.Equal(t, "<表>", got[1]["note"])
}

// TestSchema holds the tables against those of the same database in SQL.
func TestSchema(t *testing.T) {
	s := mysqlxml.Dialect.NewScanner(bytes.NewReader(sample(t, "full")), dialects.ScanOptions{})
	drain(t, s)
	var sql = "CREATE DATABASE shop; USE shop; CREATE TABLE users (id INT(11) NOT NULL AUTO_INCREMENT, name VARCHAR(60) NOT NULL, email VARCHAR(120), note TEXT, pic BLOB, bits BIT(9), born DATE, num DECIMAL(9,2), js LONGTEXT, vec VARBINARY(9), kind ENUM('a','b''c','d\"e'), sets SET('x','y'), g INT(11) GENERATED ALWAYS AS (NULL) STORED, v INT(11) AS (NULL), pt POINT, PRIMARY KEY (id), UNIQUE KEY e (email));"
	want := mysql.Dialect.NewScanner(strings.NewReader(sql), dialects.ScanOptions{})
	drain(t, want)
	name := schema.Name{Schema: "shop", Name: "users"}
	require.Equal(t, want.Schema().Table(name).Columns, s.Schema().Table(name).Columns)
	require.Equal(t, want.Schema().Table(name).Keys, s.Schema().Table(name).Keys)
	require.Nil(t, s.Schema().Table(schema.Name{Schema: "shop", Name: "v"}), "a view")
	require.True(t, s.Schema().Table(schema.Name{Schema: "shop", Name: "empty"}).Declared)
}

func drain(t *testing.T, s dialects.Scanner) {
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
	}
}

// TestStatements looks at what is marked.
func TestStatements(t *testing.T) {
	roles := map[dialects.Role]string{dialects.Definer: "definer", dialects.Remark: "remark", dialects.Literal: "literal", dialects.Tally: "tally", dialects.Schedule: "schedule", dialects.DatabaseName: "database"}
	marked := map[string][]string{}
	var classes []string
	for it, err := range dialects.Items(mysqlxml.Dialect, bytes.NewReader(sample(t, "full")), dialects.ScanOptions{}) {
		require.NoError(t, err)
		if it.Kind != dialects.Stmt {
			continue
		}
		classes = append(classes, it.Stmt.Words)
		for _, m := range it.Stmt.Marks {
			if it.Stmt.Table == nil || it.Stmt.Table.Name.Name == "users" {
				marked[roles[m.Role]] = append(marked[roles[m.Role]], string(m.Span.Of(it.Bytes())))
			}
		}
	}
	require.Equal(t, []string{"database", "create table", "create table", "create table", "create trigger", "create view", "create event", "create procedure", "database", "end"}, classes)
	require.Equal(t, []string{"shop"}, marked["database"])
	require.Contains(t, marked["remark"], "its &quot;name&quot; &amp; &lt;more&gt;")
	require.Contains(t, marked["remark"], "a &lt; table")
	require.Contains(t, marked["literal"], "'x&amp;y'")
	require.Contains(t, marked["literal"], "enum('a','b''c','d&quot;e')")
	require.Contains(t, marked["literal"], "'<&>'")
	require.Contains(t, marked["tally"], "4096")
	require.Equal(t, []string{"`root`@`localhost`", "`root`@`localhost`", "`root`@`localhost`"}, marked["definer"])
	require.Equal(t, []string{"ENABLE"}, marked["schedule"])
}

// TestMasked masks a dump under "ddl: safe": what comes out is XML with the same elements.
func TestMasked(t *testing.T) {
	policy := func(databases map[string]string) *mask.Plan {
		p, err := mask.Compile(&mask.Policy{DDL: mask.SafeDDL, Databases: databases, Tables: []mask.Table{
			{Pattern: "*", Keep: true},
			{Pattern: "users", Columns: []mask.Column{{Name: "*", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "keep"}}}}, {Name: "note", Arms: []mask.Arm{{Rule: mask.Rule{Mask: "up"}}}}}},
		}}, mask.EphemeralKey(), mask.Set{"up": func(*mask.Build) (mask.Masker, error) { return up, nil }})
		require.NoError(t, err)
		return p
	}
	for _, databases := range []map[string]string{nil, {"shop": "dev"}} {
		var out bytes.Buffer
		_, err := mask.Copy(context.Background(), &out, bytes.NewReader(sample(t, "full")), mysqlxml.Dialect, policy(databases))
		require.NoError(t, err)
		text := out.String()
		require.Contains(t, text, "<field name=\"note\">&lt;LINE1\nLINE2\r\n\tTAB ]]&gt;&gt;</field>")
		require.Contains(t, text, "<field name=\"note\" xsi:nil=\"true\" />")
		require.Contains(t, text, "DEFINER=CURRENT_USER")
		require.NotContains(t, text, "root")
		require.Contains(t, text, "DISABLE")
		require.Contains(t, text, "Rows=\"0\"")
		require.Equal(t, databases != nil, strings.Contains(text, "<database name=\"dev\">"))
		require.NotContains(t, text, "\"shop\"")
		wellFormed(t, text)
	}
}

// up writes what has to be escaped.
var up mask.Func = func(out *mask.Out, in *mask.In) error {
	out.SetString("<" + strings.ToUpper(string(in.Value)) + ">")
	return nil
}

// wellFormed reads a dump with somebody else's reader. The programs write control
// characters that XML does not have.
func wellFormed(t *testing.T, text string) {
	text = strings.NewReplacer("\x01", "", "\x08", "", "\x1b", "").Replace(text)
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
	}
}

// refused are dumps that stop, and where.
var refused = []struct{ text, want string }{
	{"", "line 1 (byte 0): input is empty"},
	{"<?xml version=\"1.0\"?>\n", "line 2 (byte 22): input ends inside"},
	{"<?xml version=\"1.0\"?>\n<html>", "line 2 (byte 22): statement of unknown kind"},
	{begin, "the end mark"},
	{begin + table + rows, "the end mark"},
	{begin + "<canary>" + end, "line 4 (byte 108): statement of unknown kind"},
	{begin + "canary" + end, "line 4 (byte 108): not understood"},
	{begin + end + "<mysqldump>", "statement of unknown kind"},
	{begin + strings.Replace(table, "Null=", "Canary=\"x\" Null=", 1) + end, "not understood"},
	{begin + strings.Replace(table, "int(11)", "canary(", 1) + end, "not understood"},
	{begin + strings.Replace(table, "Null=\"NO\"", "Null=\"CANARY\"", 1) + end, "not understood"},
	{begin + table + strings.Replace(rows, "name=\"b\"", "name=\"canary\"", 1) + end, "column list names a column"},
	{begin + rows[:len(rows)-len("\t</table_data>\n")] + strings.Replace(row, "name=\"b\"", "name=\"canary\"", 1) + "\t</table_data>\n" + end, "row does not have the number of fields"},
	{begin + strings.Replace(rows, "</row>", "<field name=\"c\">canary</field></row>", 1) + end, ""},
	{begin + strings.Replace(rows, "&amp;", "&canary;", 1) + end, "row does not parse"},
	{begin + strings.Replace(rows, "x &amp; y", "<canary>", 1) + end, "row does not parse"},
	{begin + strings.Replace(rows, ">1<", " xsi:type=\"xs:hexBinary\">CANARY<", 1) + end, "row does not parse"},
	{begin + strings.Replace(rows, "\t</row>", "\tcanary</row>", 1) + end, "row does not parse"},
	{begin + "\t<triggers name=\"t\">\n\t\t<trigger Trigger=\"x\" sql_mode=\"\">\n<![CDATA[\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a='canary ]]]]><![CDATA[>'\n]]>\n\t\t</trigger>\n\t</triggers>\n" + end, ""},
	{begin + "\t<triggers name=\"t\">\n\t\t<trigger Trigger=\"x\" sql_mode=\"';canary\">\n<![CDATA[\nCREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET @a=1\n]]>\n\t\t</trigger>\n\t</triggers>\n" + end, "not understood"},
	{begin + "\t<events>\n\t\t<event Event=\"x\" sql_mode=\"\">\n<![CDATA[\nINSERT INTO t VALUES ('canary')\n]]>\n\t\t</event>\n\t</events>\n" + end, "not understood"},
	{begin + "\t<triggers name=\"t\">\n\t\t<event>\n" + end, "statement of unknown kind"},
}

func TestRefused(t *testing.T) {
	for _, c := range refused {
		err := decoded(c.text)
		if c.want == "" {
			require.NoError(t, err)
			continue
		}
		require.ErrorContains(t, err, c.want, c.text)
		require.NotContains(t, strings.ToLower(err.Error()), "canary")
	}
}

// decoded reads a dump with all of its values.
func decoded(text string) error {
	for it, err := range dialects.Items(mysqlxml.Dialect, strings.NewReader(text), dialects.ScanOptions{}) {
		if err != nil {
			return err
		}
		if it.Kind != dialects.Row {
			continue
		}
		row := it.Chunk.Data[it.Body:it.End]
		fields, err := it.Rows.Codec.Fields(nil, row)
		if err != nil {
			return err
		}
		for i, f := range fields {
			if _, err := it.Rows.Codec.Decode(nil, row, f, i); err != nil {
				return err
			}
		}
	}
	return nil
}

func TestEvidence(t *testing.T) {
	require.Equal(t, dialects.Sure, mysqlxml.Dialect.Evidence(sample(t, "plain")))
	for _, text := range []string{"", "<?xml version=\"1.0\"?>\n<resultset>", "<mysqldump >", "-- <?xml version=\"1.0\"?>\n<mysqldump "} {
		require.Equal(t, dialects.Possible, mysqlxml.Dialect.Evidence([]byte(text)), text)
	}
}
