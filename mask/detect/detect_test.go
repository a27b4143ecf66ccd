package detect

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
)

func TestWordsOfNames(t *testing.T) {
	for name, want := range map[string]string{
		"last_name": "last name", "lastName": "last name", "LASTNAME": "lastname", "userLastName": "user|last name", "studentnumber": "studentnumber", "familynames": "familynames", "teacheraddress": "teacher|address",
		"tel01": "tel", "kana02": "kana", "emailVerifiedAt": "email|verified|at", "IPAddress": "ip address", "userIDs": "user|ids",
		"生徒氏名": "生徒|氏名", "保護者電話番号": "保護者|電話番号", "nameKana": "name kana", "mob_no": "mob number", "shohin_mei": "shohin|mei", "gakuseihyou": "gakusei|hyou",
		"ｔｅｌ": "tel", "customer-e-mail": "customer|e mail", "": "", "___": "", "お客様メールアドレス": "お客様|メールアドレス",
	} {
		var texts []string
		for _, u := range Builtin().parse(name).units {
			texts = append(texts, u.text)
		}
		require.Equal(t, want, strings.Join(texts, "|"), name)
	}
	require.Equal(t, 2, Builtin().parse("kana02").number)
	require.Equal(t, -1, Builtin().parse("kana").number)
}

// tables reads DDL of MySQL.
func tables(t testing.TB, ddl string) *schema.Schema {
	s := mysql.Dialect.NewScanner(strings.NewReader(ddl), dialects.ScanOptions{})
	var c dialects.Chunk
	for {
		err := s.Scan(&c)
		if errors.Is(err, io.EOF) {
			return s.Schema()
		}
		require.NoError(t, err)
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct{ name, ddl, want string }{
		{"persons", "CREATE TABLE students (id int AUTO_INCREMENT PRIMARY KEY, name varchar(50), email varchar(80), email_verified_at datetime, phone_type varchar(20), is_active tinyint, class_name varchar(20), created_at datetime);",
			"none person_name email none none none none none"},
		{"things", "CREATE TABLE products (id int, name varchar(50), description text, image varchar(200), price int, company_id int);",
			"none none none none none none"},
		{"split", "CREATE TABLE dtb_member (name01 text, name02 text, kana01 text, kana02 text, tel01 text, tel02 text, tel03 text, zip01 text, zip02 text, pref smallint);",
			"family_name given_name kana_name kana_name phone phone phone postal_code postal_code region"},
		{"address of mails", "CREATE TABLE email_addresses (id int, user_id int, address varchar(100));", "none none email"},
		{"any value", "CREATE TABLE user_meta (id int, user_id int, meta_key varchar(255), meta_value longtext);", "none none none other_pii"},
		{"settings", "CREATE TABLE configurations (id int, config_key varchar(255), config_value varchar(255));", "none none none"},
		{"Japanese names", "CREATE TABLE 生徒 (番号 int, 氏名 varchar(40), フリガナ varchar(40), 生年月日 date, 備考 text, 学級名 varchar(10), 保護者電話番号 varchar(20));",
			"none person_name kana_name birth_date free_text none phone"},
		{"romaji", "CREATE TABLE kaiin (kaiin_bango varchar(10), shimei varchar(40), jusho varchar(80), denwa varchar(20), seinengappi date, seibetsu int);",
			"account_id person_name address phone birth_date gender"},
		{"comments", "CREATE TABLE t1 (c1 varchar(40) COMMENT '氏名', c2 varchar(40) COMMENT 'メールアドレス', c3 varchar(40) COMMENT '商品名', c4 varchar(20) COMMENT 'phone number', value varchar(20) COMMENT '電話番号（ハイフンなし）');",
			"person_name email none phone phone"},
		{"a number besides the key", "CREATE TABLE students (id int, student_id smallint, name text); CREATE TABLE members (id int, product_id int, student_id int);",
			"none student_id person_name none none student_id"},
		{"keys", "CREATE TABLE orders (id int, user_id varchar(36), customer_id int, FOREIGN KEY (customer_id) REFERENCES customers (id));", "none none none"},
		{"types", "CREATE TABLE users (email enum('Y','N'), phone tinyint, data json, password datetime, gender char(1), name char(1));", "none none json_container none gender none"},
		{"state", "CREATE TABLE jobs (state varchar(20)); CREATE TABLE places (state varchar(20), city varchar(20), zip varchar(10));", "none region city postal_code"},
	} {
		var kinds []string
		for _, f := range Columns(tables(t, c.ddl), Options{}) {
			kinds = append(kinds, string(f.Kind))
			require.NotZero(t, f.Confidence)
			require.NotEmpty(t, f.Reason)
		}
		require.Equal(t, c.want, strings.Join(kinds, " "), c.name)
	}
}

func TestOwnWords(t *testing.T) {
	s := tables(t, "CREATE TABLE t (wizard_sigil text);")
	require.Equal(t, None, Columns(s, Options{})[0].Kind)
	w, err := Builtin().With(strings.NewReader("# ours\nnational_id: sigil, wizard mark\n"))
	require.NoError(t, err)
	require.Equal(t, NationalID, Columns(s, Options{Words: w})[0].Kind)
	require.Equal(t, None, Columns(s, Options{})[0].Kind, "the lists of the package stay as they are")
	_, err = Builtin().With(strings.NewReader("no_class: x"))
	require.ErrorContains(t, err, "line 1")
}

type everything struct{}

func (everything) Detect(*schema.Table, *schema.Column) Finding {
	return Finding{OtherPII, 1, ByName, "a detector of somebody else"}
}

func TestOwnDetector(t *testing.T) {
	s := tables(t, "CREATE TABLE t (id int);")
	require.Equal(t, OtherPII, Columns(s, Options{Detectors: []Detector{everything{}}})[0].Kind)
}

func TestProfiles(t *testing.T) {
	s := tables(t, "CREATE TABLE users (email text, credit_card_number text);")
	found := Columns(s, Options{Profile: FindProfile("pci")})
	require.Equal(t, None, found[0].Kind)
	require.Equal(t, PaymentCard, found[1].Kind)
	for _, p := range Profiles {
		for _, k := range p.Kinds {
			require.Contains(t, Kinds, k, p.Name)
		}
	}
}

// TestHostileNames: no name stops a scan.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{"", "\x00", "\x1b[31m", "\u202eemail", strings.Repeat("name", 10_000), strings.Repeat("氏", 200), "\xff\xfe", "1", "___", "é", "12345678901234567890"} {
		s := schema.New(schema.Fold{})
		s.Put(&schema.Table{Name: schema.Name{Name: name}, Comment: name, Declared: true, Columns: []*schema.Column{{Name: name, Comment: name}}})
		require.Len(t, Columns(s, Options{}), 1)
	}
}

// TestReadings: Japanese words in Latin letters are known in every spelling.
func TestReadings(t *testing.T) {
	for _, same := range [][]string{
		{"hogosha", "hogosya", "hogoshya"}, {"jusho", "juusho", "zyuusyo", "jyuusyo"}, {"shimei", "simei"}, {"gakusei_bangou", "gakusei_bangoo", "gakuseibangou"},
		{"shikuchoson", "sikutyoson"}, {"furigana", "hurigana"}, {"ketsuekigata", "ketuekigata"}, {"chugakko", "tyuugakkou"},
	} {
		want := Builtin().parse(same[0]).last(0).classes[0]
		require.NotEmpty(t, want, same[0])
		for _, s := range same[1:] {
			require.Equal(t, want, Builtin().parse(s).last(0).classes[0], s)
		}
	}
	for _, s := range []string{"shoot", "church", "fetch", "phone", "ouch", "name", "vvvvv", "xyzzy"} {
		require.Empty(t, reading(s), s)
	}
}

// BenchmarkName: the names that cost most are made of syllables that are no words.
func BenchmarkName(b *testing.B) {
	w := Builtin()
	for _, c := range []struct{ name, text string }{{"common", "customer_last_name"}, {"unknown", strings.Repeat("kabori", 10)}, {"kanji", strings.Repeat("朝露夜", 20)}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				w.parse(c.text)
			}
		})
	}
}
