package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/locales"
	"github.com/migawari-dev/migawari/internal/corpora"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/detect/name"
	"github.com/migawari-dev/migawari/mask/masktest"
	"github.com/migawari-dev/migawari/mask/verify"
)

const examplesDir = "../../examples/policies"

// faces are those of the sample's canary that every software knows of somebody.
const faces = "埜河原 圭燈 のがはら ノガハラ nogahara keito.nogahara@kirisaka-shiomidai.test haruka.nogahara43@posteo.test 03-0845-1194 999-9287 霧坂市夕月一丁目25番13号 100.121.8.18 914f39819792d2a128b13cbf4096f4f0bf7bb054"

// A software is one whose tables an example's policy decides about.
type software struct {
	dialect string
	// files of the corpora make the database as whoever installs it gets it.
	files []string
	// dumps of the corpora are masked as they are, besides.
	dumps []string
	// rows of one person are put into it by internal/e2e/testdata/examples/NAME.sql;
	// none of the canaries may be left.
	canaries []string
	// left are the tables that keep some of their rows, and which, in SQL.
	left map[string]string
	// joins hold by values that are masked.
	joins []string
	// shared are columns with values that the software itself has elsewhere, and why that
	// is nobody's.
	shared map[string]string
}

var softwares = map[string]software{
	"eccube": {
		dialect: "mysql",
		files: []string{
			"public/EC-CUBE__eccube-2_13/html/install/sql/create_table_mysqli.sql", "public/EC-CUBE__eccube-2_13/html/install/sql/insert_data.sql.gz",
		},
		shared:   map[string]string{"history.subject": "of mails from templates of the shop"},
		canaries: strings.Fields(faces + " ケイト 9999287 1987-05-10 2023-05-12 f8305fed3fca c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab CPN-0203-KC9P-1CQH 35.6895014"),
		joins: []string{
			"dtb_customer c JOIN dtb_order o ON o.customer_id = c.customer_id AND o.order_email = c.email",
			"dtb_order o JOIN dtb_shipping s ON s.order_id = o.order_id AND s.shipping_name01 = o.order_name01 AND s.shipping_name02 = o.order_name02" +
				" AND s.shipping_addr01 = o.order_addr01 AND s.shipping_pref = o.order_pref AND s.shipping_tel02 = o.order_tel02 AND s.shipping_zip02 = o.order_zip02",
			"dtb_customer WHERE zipcode = concat(zip01, zip02)",
			"dtb_customer WHERE first_buy_date > create_date AND last_buy_date > first_buy_date",
			"dtb_order WHERE commit_date > update_date",
			"dtb_order o JOIN mtb_pref p ON p.id = o.order_pref",
		},
	},
	"pagila": {
		dialect:  "postgres",
		files:    []string{"public/jOOQ__sakila/postgres-sakila-db/postgres-sakila-schema.sql", "public/jOOQ__sakila/postgres-sakila-db/postgres-sakila-insert-data-using-copy.sql.gz"},
		canaries: strings.Fields(strings.ReplaceAll(faces, " 100.121.8.18", "")),
		shared:   map[string]string{"address.district": "places stand among the cities, and in titles of films", "public.address.district": "the same"},
		joins:    []string{"rental WHERE return_date > rental_date", "rental r JOIN payment p ON p.rental_id = r.rental_id AND p.customer_id = r.customer_id"},
	},
	"rosariosis": {
		dialect:  "postgres",
		files:    []string{"public/francoisjacquet__rosariosis/rosariosis.sql"},
		shared:   map[string]string{"public.schools.title": "the school that the installer makes", "public.schools.www_address": "of the software itself"},
		canaries: strings.Fields(faces + " 23001043 230-01-1043 2009-05-10 asthma kirisaka $2y$10$myyM/hNHddgq/Pa4cDdp/vIK4AWj3YUqQXGmyCyH1CzTPznG4Qmit"),
		joins: []string{
			"student_report_card_grades g JOIN schools s ON s.id = g.school_id AND s.title = g.school",
			"student_medical m JOIN student_medical_visits v ON v.student_id = m.student_id AND v.school_date = m.medical_date + 1",
			"billing_fees WHERE due_date = assigned_date + 30",
			"attendance_day a JOIN attendance_period p ON p.student_id = a.student_id AND p.school_date = a.school_date",
		},
	},
	"sakila": {
		dialect:  "mysql",
		files:    []string{"public/rwnx__pynonymizer/tests_integration/mysql/sakila.sql.gz"},
		shared:   map[string]string{"address.district": "places stand among the cities, and in titles of films", "public.address.district": "the same"},
		canaries: strings.Fields(strings.ReplaceAll(faces, " 100.121.8.18", "")),
		joins: []string{
			"rental WHERE return_date > rental_date",
			"rental r JOIN payment p ON p.rental_id = r.rental_id AND p.payment_date = r.rental_date",
			"customer WHERE create_date < last_update",
			"address WHERE ST_GeometryType(location) = 'POINT' AND ST_SRID(location) IN (0, 4326)",
		},
	},
	"wordpress": {
		dialect:  "mysql",
		files:    []string{"public/lucatume__wp-browser/tests/_data/dump.sql"},
		shared:   map[string]string{"comments.comment_author_url": "wordpress.org wrote the first comment", "posts.post_title": "the page that the installer makes"},
		dumps:    []string{"public/lucatume__wp-browser/tests/_data/dump.sql", "public/lucatume__wp-browser/tests/_data/sqlite/single-installation.sql"},
		canaries: strings.Fields(faces + " 23001043 f8305fed-3fca-45d7-afed-d4a499f25c42 c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab CPN-0203-KC9P-1CQH"),
		left: map[string]string{
			"*_options":  "substr(option_name, 1, 11) <> '_transient_' AND substr(option_name, 1, 16) <> '_site_transient_'",
			"*_sitemeta": "substr(meta_key, 1, 16) <> '_site_transient_'",
		},
		joins: []string{
			"wp_users u JOIN wp_usermeta m ON m.user_id = u.ID AND m.meta_key = 'billing_email' AND m.meta_value = u.user_email",
			"wp_users u JOIN wp_postmeta m ON m.meta_key = '_billing_email' AND m.meta_value = u.user_email",
			"wp_users u JOIN wp_wc_customer_lookup c ON c.user_id = u.ID AND c.email = u.user_email COLLATE utf8mb4_bin AND c.username = u.user_login COLLATE utf8mb4_bin",
			"wp_users u JOIN wp_comments c ON c.user_id = u.ID AND c.comment_author_email = u.user_email",
			"wp_users u JOIN wp_sitemeta m ON m.meta_key = 'site_admins' AND instr(m.meta_value, concat('\"', u.user_login, '\"')) > 0",
			"wp_postmeta m JOIN wp_woocommerce_downloadable_product_permissions p ON p.order_id = m.post_id AND m.meta_key = '_order_key' AND m.meta_value = p.order_key COLLATE utf8mb4_bin",
			"wp_posts p JOIN wp_comments c ON c.comment_post_ID = p.ID AND c.comment_date > p.post_date",
			"wp_posts p JOIN wp_wc_order_stats o ON o.order_id = p.ID AND o.date_created = p.post_date AND o.date_paid > p.post_date",
		},
	},
}

// policies are the names of the examples, each of which is a file and a software.
func policies(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(examplesDir + "/*.yaml")
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		n := strings.TrimSuffix(filepath.Base(f), ".yaml")
		require.Contains(t, softwares, n)
		names = append(names, n)
	}
	require.Len(t, names, len(softwares))
	return names
}

func examplePolicy(t *testing.T, n string) *mask.Policy {
	t.Helper()
	return parse(t, string(readFile(t, filepath.Join(examplesDir, n+".yaml"))))
}

// compileExample compiles a policy with the fakes of its language.
func compileExample(t *testing.T, p *mask.Policy) *mask.Plan {
	t.Helper()
	i := slices.IndexFunc(locales.All(), func(l *fake.Locale) bool { return l.Tag == p.Locale })
	require.GreaterOrEqual(t, i, 0, p.Locale)
	plan, err := mask.Compile(p, masktest.Key(t), builtin.Set(locales.All()[i]))
	require.NoError(t, err)
	return plan
}

// TestExamplesDecide: the policies compile, and none keeps by a star, so that what a
// new version adds stops the run or goes.
func TestExamplesDecide(t *testing.T) {
	for _, n := range policies(t) {
		t.Run(n, func(t *testing.T) {
			p := examplePolicy(t, n)
			compileExample(t, p)
			require.Equal(t, mask.SafeDDL, p.DDL)
			for _, table := range p.Tables {
				require.NotEqual(t, "*", table.Pattern)
				require.False(t, table.Keep, "%s stays whole", table.Pattern)
				for _, c := range table.Columns {
					require.False(t, c.Name == "*" && c.Arms[0].Rule.Mask == mask.Keep && table.Pattern != "mtb_*", "%s: a star keeps what nobody has seen", table.Pattern)
				}
			}
		})
	}
}

// maskFile masks a dump as the command masks a file.
func maskFile(t *testing.T, d dialects.Dialect, dump []byte, p *mask.Plan) ([]byte, *mask.Audit) {
	t.Helper()
	opts := []mask.Option{mask.Detect(func(text []byte) (dialects.Span, string, bool) {
		f, found := name.InLabel(text)
		return dialects.Span{Start: int32(f.Start), End: int32(f.End)}, f.Kind.String(), found
	})}
	if p.Surveys() {
		open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
		s, err := mask.NewSurvey(context.Background(), open, d, p, opts...)
		require.NoError(t, err)
		opts = append(opts, mask.Surveyed(s))
	}
	out, audit, err := copyAs(d, dump, p, opts...)
	require.NoError(t, err)
	return out, audit
}

// TestExamples installs each software, adds one person wherever a person can stand,
// dumps the database with its server's own program, and masks that by the example's
// policy: check has nothing to say, the server takes what comes out, with the same
// tables, rows and keys, and nothing is left of the person.
func TestExamples(t *testing.T) {
	for _, n := range policies(t) {
		t.Run(n, func(t *testing.T) {
			s := softwares[n]
			raw, dev := newStore(t, s.dialect), newStore(t, s.dialect)
			for _, f := range s.files {
				raw.load(t, corpora.Read(t, f))
			}
			raw.load(t, readFile(t, filepath.Join("testdata/examples", n+".sql")))
			dump := dumpOf(t, raw, "")
			f := newFinder(s.canaries)
			found := f.find(dump)
			for _, c := range s.canaries {
				require.NotEmpty(t, found[c], "the finder must find %s in the raw dump", c)
			}

			policy, d := examplePolicy(t, n), dialect(t, s.dialect)
			p := compileExample(t, policy)
			require.Empty(t, p.Check(declared(t, d, dump)))
			out, audit := maskFile(t, d, dump, p)
			require.Empty(t, f.find(out))
			text, err := json.Marshal(audit)
			require.NoError(t, err)
			require.Empty(t, f.find(text))

			nothingSurvives(t, s, d, dump, out, p, policy)

			dev.load(t, out)
			require.Equal(t, raw.columns(t), dev.columns(t))
			require.Equal(t, raw.parts(t), dev.parts(t))
			sameRows(t, s, policy, raw, dev)
			sameKeys(t, raw, dev)
			for _, j := range s.joins {
				want := count(t, raw, "SELECT count(*) FROM "+j)
				require.NotEqual(t, "0", want, j)
				require.Equal(t, want, count(t, dev, "SELECT count(*) FROM "+j), j)
			}
		})
	}
}

// nothingSurvives holds a masked dump against its source, and finds nothing; and it finds the
// raw dump to be one.
func nothingSurvives(t *testing.T, s software, d dialects.Dialect, dump, out []byte, p *mask.Plan, policy *mask.Policy) {
	t.Helper()
	i := slices.IndexFunc(locales.All(), func(l *fake.Locale) bool { return l.Tag == policy.Locale })
	o := verify.Options{Locales: locales.All()[i : i+1], Workers: 2}
	opening := func(dump []byte) verify.Open {
		return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(dump)), nil }
	}
	v, err := verify.Compare(context.Background(), opening(dump), opening(out), d, p, o)
	require.NoError(t, err)
	require.Empty(t, slices.DeleteFunc(v.Findings, func(f verify.Finding) bool {
		return f.What == verify.Survives && s.shared[f.SourceTable[strings.LastIndexByte(f.SourceTable, '_')+1:]+"."+f.SourceColumn] != ""
	}))
	v, err = verify.Compare(context.Background(), opening(dump), opening(dump), d, p, o)
	require.NoError(t, err)
	require.NotEmpty(t, v.Findings)
	require.False(t, v.Clean())
}

// anAddress finds e-mail addresses.
var anAddress = regexp.MustCompile(`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// TestExampleDumps masks dumps that others published, as they are.
func TestExampleDumps(t *testing.T) {
	for _, n := range policies(t) {
		for _, file := range softwares[n].dumps {
			t.Run(n+"/"+filepath.Base(file), func(t *testing.T) {
				dump, policy := corpora.Read(t, file), examplePolicy(t, n)
				d, err := recognise(dump)
				require.NoError(t, err)
				p := compileExample(t, policy)
				out, _ := maskFile(t, d, dump, p)
				nothingSurvives(t, softwares[n], d, dump, out, p, policy)
				for _, a := range anAddress.FindAllString(string(out), -1) {
					require.Regexp(t, `[@.]example\.(com|net|org)$`, a)
				}
				raw, dev := newStore(t, d.Name()), newStore(t, d.Name())
				raw.load(t, dump)
				dev.load(t, out)
				sameRows(t, softwares[n], policy, raw, dev)
				sameKeys(t, raw, dev)
			})
		}
	}
}

// sameRows: tables have as many rows as before, those that the policy drops none.
func sameRows(t *testing.T, s software, policy *mask.Policy, raw, dev store) {
	t.Helper()
	for table := range raw.columns(t) {
		want := count(t, raw, "SELECT count(*) FROM "+table)
		if slices.ContainsFunc(policy.Tables, func(e mask.Table) bool { return e.Drop && matches(e.Pattern, table) }) {
			want = "0"
		}
		for pattern, stay := range s.left {
			if matches(pattern, table) {
				want = count(t, raw, "SELECT count(*) FROM "+table+" WHERE "+stay)
			}
		}
		require.Equal(t, want, count(t, dev, "SELECT count(*) FROM "+table), table)
	}
}

// matches says whether a pattern of the examples, a name or *_name, is that of a table.
func matches(pattern, table string) bool {
	end, any := strings.CutPrefix(pattern, "*")
	return pattern == table || any && strings.HasSuffix(table, end)
}

// sameKeys: what refers to a row refers to one, as often as before.
func sameKeys(t *testing.T, raw, dev store) {
	t.Helper()
	keys := raw.foreignKeys(t)
	require.Equal(t, keys, dev.foreignKeys(t))
	for _, k := range keys {
		table, column, to, id := *k[0], *k[1], *k[2], *k[3]
		joined := fmt.Sprintf("SELECT count(*) FROM %s c JOIN %s p ON c.%s = p.%s", table, to, column, id)
		require.Equal(t, count(t, raw, joined), count(t, dev, joined), joined)
	}
}

// TestExampleColumns puts a canary of its own into each column of WordPress' tables of
// persons that the policy does not keep, and into each kind of meta: all are gone.
func TestExampleColumns(t *testing.T) {
	raw := newStore(t, "mysql")
	raw.load(t, corpora.Read(t, softwares["wordpress"].files[0]))
	policy := examplePolicy(t, "wordpress")
	kept := map[string]bool{}
	for _, table := range policy.Tables {
		for _, c := range table.Columns {
			if len(c.Arms) == 1 && c.Arms[0].Rule.Mask == mask.Keep {
				kept[strings.Replace(table.Pattern, "*", "wp", 1)+"."+c.Name] = true
			}
		}
	}

	var list []string
	insert := "SET sql_mode = '';\n"
	for _, table := range []string{"wp_users", "wp_comments", "wp_posts"} {
		var values []string
		for _, c := range raw.query(t, "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = database() AND table_name = '"+table+"'") {
			column, kind := *c[0], *c[1]
			if kept[table+"."+column] || kind == "tinyint" {
				continue
			}
			canary, value := fmt.Sprintf("kanarie%03dvogel", len(list)), "%s"
			switch {
			case kind == "datetime":
				canary, value = fmt.Sprintf("1987-05-%02d", 10+len(list)%7), "%s 10:11:12" // dates move by whole weeks
			case column == "comment_author_IP":
				canary = fmt.Sprintf("100.121.8.%d", 100+len(list))
			case strings.HasSuffix(column, "_email"):
				value = "%s@corp.test"
			}
			list = append(list, canary)
			values = append(values, column+" = '"+fmt.Sprintf(value, canary)+"'")
		}
		insert += "INSERT INTO " + table + " SET " + strings.Join(values, ", ") + ";\n"
	}
	for _, key := range strings.Fields("first_name last_name nickname description billing_first_name billing_last_name billing_company billing_email billing_phone billing_address_1 billing_city" +
		" billing_postcode shipping_last_name shipping_phone session_tokens community-events-location jabber plugin_of_tomorrow") {
		canary := fmt.Sprintf("kanarie%03dvogel", len(list))
		value := canary
		if key == "session_tokens" || key == "community-events-location" {
			value = fmt.Sprintf(`a:1:{s:2:"ua";s:%d:"%s";}`, len(canary), canary)
		}
		list = append(list, canary)
		insert += "INSERT INTO wp_usermeta SET user_id = 1, meta_key = '" + key + "', meta_value = '" + value + "';\n"
	}
	require.Len(t, list, 47)
	raw.load(t, []byte(insert))

	f, dump := newFinder(list), dumpOf(t, raw, "")
	found := f.find(dump)
	for _, c := range list {
		require.NotEmpty(t, found[c], c)
	}
	out, _ := maskFile(t, dialect(t, "mysql"), dump, compileExample(t, policy))
	require.Empty(t, f.find(out))
}
