package detect_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/mask/detect"
)

const shop = "CREATE TABLE `members` (`id` int PRIMARY KEY, `氏名` varchar(40), `x1` varchar(90), `sigil` varchar(12));\n" +
	"INSERT INTO `members` VALUES (1,'佐藤 花子','hanako@corp.test','QX-77'),(2,'鈴木 一郎','ichiro@corp.test','QX-12');\n"

func show(columns []detect.Column) {
	for _, c := range columns {
		fmt.Println(c.Column.Name, c.Kind, c.Evidence)
	}
}

// A dump is read to its end, and columns are judged by their values, too.
func ExampleSample() {
	r, err := detect.Sample(context.Background(), strings.NewReader(shop), mysql.Dialect, dialects.ScanOptions{}, detect.Options{})
	if err != nil {
		panic(err)
	}
	for _, t := range r.Tables {
		fmt.Println(t.Name, "persons:", t.Persons, "rows:", t.Rows)
		show(t.Columns)
	}
	// Output:
	// members persons: true rows: 2
	// id none name
	// 氏名 person_name name
	// x1 email values
	// sigil other_pii type
}

// Columns of a schema are judged without rows. Words of one's own go before the doubt that
// a text of a person raises.
func ExampleColumns() {
	words, err := detect.Builtin().With(strings.NewReader("national_id: sigil\n"))
	if err != nil {
		panic(err)
	}
	s := schema.New(schema.Fold{})
	s.Put(&schema.Table{Name: schema.Name{Name: "members"}, Columns: []*schema.Column{
		{Name: "last_name", Type: schema.Type{Kind: schema.Text, Length: 40}}, {Name: "sigil", Type: schema.Type{Kind: schema.Text, Length: 12}},
	}})
	show(detect.Columns(s, detect.Options{Words: words}))
	// Output:
	// last_name family_name name
	// sigil national_id name
}

// runes finds columns that one's own application fills.
type runes struct{}

func (runes) Detect(_ *schema.Table, c *schema.Column) detect.Finding {
	if !strings.HasPrefix(c.Name, "rune_") {
		return detect.Finding{}
	}
	return detect.Finding{Kind: detect.SecretToken, Confidence: 0.99, Evidence: detect.ByName, Reason: "a rune"}
}

// A detector of one's own adds to what the package finds; a profile says which kinds count.
func ExampleDetector() {
	s := schema.New(schema.Fold{})
	s.Put(&schema.Table{Name: schema.Name{Name: "things"}, Columns: []*schema.Column{{Name: "rune_a", Type: schema.Type{Kind: schema.Text}}, {Name: "email", Type: schema.Type{Kind: schema.Text}}}})
	show(detect.Columns(s, detect.Options{Detectors: []detect.Detector{runes{}}}))
	show(detect.Columns(s, detect.Options{Detectors: []detect.Detector{runes{}}, Profile: detect.FindProfile("pci")}))
	// Output:
	// rune_a secret_token name
	// email email name
	// rune_a secret_token name
	// email none name
}

// sigils knows values of one's own application.
type sigils struct{}

func (sigils) Detect(*schema.Table, *schema.Column) detect.Finding { return detect.Finding{} }

func (sigils) Value(v []byte) detect.Kind {
	if len(v) == 5 && strings.HasPrefix(string(v), "QX-") {
		return detect.NationalID
	}
	return detect.None
}

// A detector of one's own can look at values, too.
func ExampleValueDetector() {
	r, err := detect.Sample(context.Background(), strings.NewReader(shop), mysql.Dialect, dialects.ScanOptions{}, detect.Options{Detectors: []detect.Detector{sigils{}}})
	if err != nil {
		panic(err)
	}
	show(r.Tables[0].Columns[3:])
	// Output:
	// sigil national_id values
}

// Profiles are data: kinds under a name.
func ExampleProfiles() {
	for _, p := range detect.Profiles {
		fmt.Println(p.Name)
	}
	own := &detect.Profile{Name: "mail", Kinds: []detect.Kind{detect.Email}}
	r, err := detect.Sample(context.Background(), strings.NewReader(shop), mysql.Dialect, dialects.ScanOptions{}, detect.Options{Profile: own})
	if err != nil {
		panic(err)
	}
	show(r.Tables[0].Columns)
	// Output:
	// school
	// appi
	// gdpr
	// hipaa-safe-harbor
	// pci
	// id none name
	// 氏名 none name
	// x1 email values
	// sigil none type
}
