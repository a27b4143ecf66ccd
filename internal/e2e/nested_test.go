package e2e

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/mask"
)

// A nestedCase is a database whose columns have values with parts.
type nestedCase struct {
	dialect string
	load    string
	policy  string
	forms   []string // arguments of the dumping program
	// checks are queries that must give true in the restored database.
	checks []string
}

// secrets are in every value that is to be masked.
var secrets = []string{"kurosawa", "黒澤", "090-1111-2222", "5f4dcc3b", "10.9.8.7", "c3VnYXI"}

var nestedCases = map[string]nestedCase{
	// The tables of WordPress and Redmine that hold a setting in each row.
	"mysql": {
		dialect: "mysql",
		load: "CREATE TABLE wp_users (ID bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, user_email varchar(100) NOT NULL);\n" +
			"INSERT INTO wp_users VALUES (1,'kurosawa@corp.test'),(2,'second@corp.test');\n" +
			"CREATE TABLE wp_usermeta (umeta_id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, user_id bigint unsigned NOT NULL DEFAULT 0, meta_key varchar(255) DEFAULT NULL, meta_value longtext);\n" +
			`INSERT INTO wp_usermeta VALUES (1,1,'nickname','kurosawa'),(2,1,'wp_capabilities','a:1:{s:13:"administrator";b:1;}'),(3,1,'billing_email','kurosawa@corp.test'),(4,1,'session_tokens',
'a:1:{s:64:"5f4dcc3b00000000000000000000000000000000000000000000000000000000";a:4:{s:10:"expiration";i:1700000000;s:2:"ip";s:8:"10.9.8.7";s:2:"ua";s:11:"Mozilla/5.0";s:5:"login";i:1699000000;}}'),
(5,1,'address_book','a:2:{i:0;a:2:{s:4:"name";s:12:"黒澤次郎";s:4:"mail";s:18:"kurosawa@corp.test";}i:1;s:37:"a:1:{s:4:"name";s:12:"黒澤三郎";}";}'),(6,1,'locale',''),(7,1,'plugin_of_tomorrow','kurosawa'),(8,2,'nickname',NULL);` + "\n" +
			"CREATE TABLE wp_options (option_id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, option_name varchar(191) NOT NULL DEFAULT '' UNIQUE, option_value longtext NOT NULL, autoload varchar(20) NOT NULL DEFAULT 'yes');\n" +
			`INSERT INTO wp_options VALUES (1,'admin_email','kurosawa@corp.test','yes'),(2,'active_plugins','a:1:{i:0;s:19:"akismet/akismet.php";}','yes'),(3,'widget_text','O:8:"stdClass":1:{s:4:"text";s:8:"kurosawa";}','no'),(4,'blogdescription','kurosawa',''),
(5,'referer','?from=kurosawa%40corp.test&page=2','no');` + "\n" +
			"CREATE TABLE settings (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(255) NOT NULL DEFAULT '', value text);\n" +
			"INSERT INTO settings VALUES (1,'notified_events','---\\n- issue_added\\n- issue_updated\\n'),(2,'mail_from','kurosawa@corp.test'),(3,'plugin_crm','--- !ruby/hash:ActiveSupport::HashWithIndifferentAccess\\nowner: 黒澤\\ntoken: ''5f4dcc3b''\\n'),(4,'per_page_options','25,50');\n" +
			"CREATE TABLE custom_values (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, customized_type varchar(30) NOT NULL, customized_id int NOT NULL, custom_field_id int NOT NULL, value longtext);\n" +
			"INSERT INTO custom_values VALUES (1,'Principal',1,3,'090-1111-2222'),(2,'Issue',7,4,'high'),(3,'Principal',1,5,'黒澤');\n" +
			"CREATE TABLE profiles (id int NOT NULL PRIMARY KEY, doc json, bin longblob, x mediumtext);\n" +
			`INSERT INTO profiles VALUES (1,'{"tel": "090-1111-2222", "n": 12345678901234567890.10, "tel": "090-1111-2222", "t\\u0065l": "090-1111-2222", "plan": "free", "by": {"kurosawa@corp.test": [1, true, null]}, "q": "\\"黒澤\\\\"}',
x'613a313a7b733a343a226e616d65223b733a363a22e9bb92e6bea4223b7d','<p id="5f4dcc3b"><n>黒澤</n><!-- kurosawa --></p>'),(2,'[]',NULL,''),(3,'{"b64": "a3Vyb3Nhd2E="}',NULL,NULL);` + "\n",
		policy: `
version: 1
locale: ja
tables:
  wp_users: {person: ID, columns: {ID: keep, user_email: email}}
  wp_usermeta:
    person: user_id
    columns:
      umeta_id: keep
      user_id: keep
      meta_key: keep
      meta_value:
        - {when: "meta_key == 'nickname'", mask: nickname}
        - {when: "meta_key == 'billing_email'", mask: email}
        - {when: "meta_key == 'wp_capabilities'", mask: keep}
        - {when: "meta_key == 'session_tokens'", mask: php, paths: {"$.*.expiration": keep, "$.*.login": keep, "$.*~": {mask: hash, length: 64}, "$.*.ip": ip, "*": text}}
        - {when: "meta_key == 'address_book'", mask: php, paths: {"$..mail": email, "$[0].name": nickname, "$[1]": {mask: php, of: nickname}, "*": text}}
        - {mask: text}
  wp_options:
    columns:
      option_id: keep
      option_name: keep
      autoload: keep
      option_value:
        - {when: "option_name == 'admin_email'", mask: email}
        - {when: "option_name == 'active_plugins'", mask: php, paths: {"$[*]": keep, "*": text}}
        - {when: "option_name == 'referer'", mask: query, paths: {"$.page": keep, "*": shape}}
        - {when: "option_name matches '^widget_'", mask: php, of: text}
        - {mask: text}
  settings:
    columns:
      id: keep
      name: keep
      value:
        - {when: "name == 'mail_from'", mask: email}
        - {when: "name in ['notified_events', 'per_page_options']", mask: keep}
        - {when: "name matches '^plugin_'", mask: yaml, of: shape}
        - {mask: text}
  custom_values:
    columns:
      id: keep
      customized_type: keep
      customized_id: keep
      custom_field_id: keep
      value: [{when: "custom_field_id == 3", mask: phone}, {when: "custom_field_id == 4", mask: keep}, {mask: text}]
  profiles:
    columns:
      id: keep
      doc: {mask: json, paths: {$.tel: phone, $.plan: keep, $.n: keep, "$.by.*~": email, "$.by.*.*": keep, $.b64: {mask: base64, of: shape}, "*": text}}
      bin: {mask: php, of: text}
      x: {mask: xml, of: shape}
`,
		forms: []string{"", "--skip-extended-insert --hex-blob"},
		checks: []string{
			"SELECT (SELECT user_email FROM wp_users WHERE ID = 1) = (SELECT meta_value FROM wp_usermeta WHERE meta_key = 'billing_email')",
			"SELECT (SELECT user_email FROM wp_users WHERE ID = 1) = (SELECT option_value FROM wp_options WHERE option_name = 'admin_email')",
			"SELECT count(*) = 2 FROM wp_usermeta WHERE meta_key IN ('wp_capabilities', 'locale') AND meta_value IN ('a:1:{s:13:\"administrator\";b:1;}', '')",
			"SELECT meta_value REGEXP '^a:1:\\\\{s:64:\"[0-9a-f]{64}\";a:4:\\\\{s:10:\"expiration\";i:1700000000;' FROM wp_usermeta WHERE meta_key = 'session_tokens'",
			"SELECT option_value = 'a:1:{i:0;s:19:\"akismet/akismet.php\";}' FROM wp_options WHERE option_name = 'active_plugins'",
			"SELECT option_value REGEXP '^[?]from=.*%40.*&page=2$' FROM wp_options WHERE option_name = 'referer'",
			"SELECT count(*) = 3 FROM profiles WHERE json_valid(doc)",
			"SELECT json_value(doc, '$.plan') = 'free' AND doc LIKE '%12345678901234567890.10%' AND doc LIKE '%t\\\\\\\\u0065l%' FROM profiles WHERE id = 1",
			"SELECT extractvalue(x, '/p/n') <> '' FROM profiles WHERE id = 1",
			"SELECT value = 'high' FROM custom_values WHERE id = 2",
			"SELECT value LIKE '--- !ruby/hash:%owner: \"%' FROM settings WHERE id = 3",
		},
	},
	"postgres": {
		dialect: "postgres",
		load: `CREATE EXTENSION IF NOT EXISTS hstore;
CREATE TYPE contact AS (name text, tel text, born date);
CREATE TABLE profiles (id integer PRIMARY KEY, j json, jb jsonb, tags text[], short varchar(200)[], grid integer[][], docs jsonb[], h hstore, c contact, cs contact[], r int4range, d daterange, ts tsrange, m int4multirange, x xml, mails varchar(200)[]);
INSERT INTO profiles VALUES (1, '{"tel": "090-1111-2222",  "tel": "x", "n": 1e400, "t\u0065l": "y", "plan" : "free"}', '{"a": {"tel": "090-1111-2222"}, "n": 12345678901234567890.10, "l": [{"type": "tel", "value": "090-1111-2222"}, {"type": "plan", "value": "gold"}]}',
  ARRAY['黒澤', NULL, 'kurosawa "x"', '', 'NULL'], '[0:1]={kurosawa,黒澤}', '{{1,2},{3,NULL}}', ARRAY['{"a": "kurosawa"}'::jsonb], hstore(ARRAY['tel', '090-1111-2222', 'fax', NULL, 'x"y', '黒澤\']), ROW('黒澤, 明', '090-1111-2222', '1910-03-23'), ARRAY[ROW('kurosawa', NULL, '1910-03-23')::contact],
  '[10,20)', '[2023-04-01,2023-05-01)', '["2023-04-01 10:00:00",)', '{[1,3),[5,9)}', '<p id="5f4dcc3b"><n>黒澤 &amp; kurosawa</n></p>', '{kurosawa@corp.test}');
INSERT INTO profiles VALUES (2, 'null', '"x"', '{}', NULL, '{}', '{}', '', NULL, '{}', 'empty', '(,)', NULL, '{}', '', '{}');
`,
		policy: `
version: 1
locale: ja
tables:
  profiles:
    person: id
    columns:
      id: keep
      j: {mask: json, paths: {$.tel: {mask: phone, else: text}, $.plan: keep, $.n: keep, "*": text}}
      jb: {mask: json, paths: {$..tel: phone, "$.l[?@.type=='tel'].value": phone, "$.l[?@.type=='plan'].value": keep, "$.l[*].type": keep, $.n: keep, "*": text}}
      tags: {mask: array, of: shape}
      short: {mask: array, of: shape}
      grid: {mask: array, of: {mask: integer, domain: cell}}
      docs: {mask: array, of: {mask: json, of: shape}}
      h: {mask: hstore, paths: {$.tel: phone, "*": text}}
      c: {mask: composite, paths: {"$[0]": person.name, "$[1]": phone, "$[2]": person.birth_date, "*": text}}
      cs: {mask: array, of: {mask: composite, paths: {"$[0]": shape, "$[2]": keep, "*": text}}}
      r: {mask: range, of: {mask: integer, domain: cell}}
      d: {mask: range, of: {mask: date, shift: 26w}}
      ts: {mask: range, of: {mask: date, shift: 26w}}
      m: {mask: range, of: {mask: integer, domain: cell}}
      x: {mask: xml, of: shape}
      mails: {mask: array, of: email}
`,
		forms: []string{"", "--inserts", "--column-inserts"},
		checks: []string{
			"SELECT j->>'plan' = 'free' AND j::text LIKE '%1e400%' AND j::text LIKE '%t\\\\u0065l%' FROM profiles WHERE id = 1",
			"SELECT jb #>> '{l,1,value}' = 'gold' AND jb->>'n' = '12345678901234567890.10' AND jb #>> '{l,0,value}' = jb #>> '{a,tel}' FROM profiles WHERE id = 1",
			"SELECT array_length(tags, 1) = 5 AND tags[2] IS NULL AND tags[4] = '' FROM profiles WHERE id = 1",
			"SELECT array_dims(short) = '[0:1]' AND array_dims(grid) = '[1:2][1:2]' AND grid[2][2] IS NULL FROM profiles WHERE id = 1",
			"SELECT h->'fax' IS NULL AND h ? 'fax' AND h ? 'x\"y' AND h->'tel' = (c).tel FROM profiles WHERE id = 1",
			"SELECT (c).born BETWEEN '1909-04-02' AND '1910-04-01' AND (cs[1]).born = '1910-03-23' AND (cs[1]).tel IS NULL FROM profiles WHERE id = 1",
			"SELECT NOT isempty(r) AND upper(d) - lower(d) = 30 AND upper_inf(ts) FROM profiles WHERE id = 1",
			"SELECT count(*) = 1 FROM profiles WHERE isempty(r) AND jb = '\"x\"'",
			"SELECT (xpath('/p/n/text()', x))[1]::text <> '' FROM profiles WHERE id = 1",
		},
	},
}

// TestValuesWithParts masks databases whose columns have values with parts, in every
// form of dump: the server takes what is written, its own functions find in it what was
// kept, and of the rest nothing is left.
func TestValuesWithParts(t *testing.T) {
	for name, c := range nestedCases {
		t.Run(name, func(t *testing.T) {
			raw := newStore(t, c.dialect)
			raw.load(t, []byte(c.load))
			p := compile(t, parse(t, c.policy))
			for _, form := range c.forms {
				dump := dumpOf(t, raw, form)
				out := masked(t, dump, p)
				for _, s := range secrets {
					require.NotContains(t, strings.ToLower(string(out)), s)
				}
				dev := newStore(t, c.dialect)
				dev.load(t, out)
				for _, check := range c.checks {
					got := dev.query(t, check)
					require.Len(t, got, 1, check)
					require.Contains(t, []string{"1", "true"}, *got[0][0], "%s\n%s", check, out)
				}
			}
		})
	}
}

// TestPartsThatStay: where every part is kept, so is every byte.
func TestPartsThatStay(t *testing.T) {
	for name, c := range nestedCases {
		t.Run(name, func(t *testing.T) {
			raw := newStore(t, c.dialect)
			raw.load(t, []byte(c.load))
			p := parse(t, c.policy)
			p.DDL = mask.KeepDDL
			for i := range p.Tables {
				for j := range p.Tables[i].Columns {
					for k := range p.Tables[i].Columns[j].Arms {
						keepParts(&p.Tables[i].Columns[j].Arms[k].Rule)
					}
				}
			}
			dump := dumpOf(t, raw, "")
			out, _, err := copyAs(dialect(t, c.dialect), dump, compile(t, p), mask.Scan(dialects.ScanOptions{}))
			require.NoError(t, err)
			require.True(t, bytes.Equal(dump, out))
		})
	}
}

// keepParts keeps all, part by part where there are parts.
func keepParts(r *mask.Rule) {
	if r.Params["paths"] == nil && r.Params["of"] == nil {
		*r = mask.Rule{Mask: mask.Keep}
		return
	}
	r.Params = map[string]any{"paths": mask.Rules{{Name: "*", Rule: mask.Rule{Mask: mask.Keep}}}}
}
