package detect

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDoubt: columns whose own words say nothing, or something else, are judged by where
// they stand; of none of them is it so sure that a check would fail.
func TestDoubt(t *testing.T) {
	for _, c := range []struct{ name, ddl, want string }{
		{"an unknown table that holds persons", "CREATE TABLE zorbs (id int, full_name varchar(60), email varchar(80), wibble varchar(40), wobble text, flag char(1));",
			"none person_name email other_pii free_text none"},
		{"an unknown table that refers to persons", "CREATE TABLE zorbs (id int, patient_id int, wibble varchar(40));", "none none other_pii"},
		{"an unknown table with a key of persons", "CREATE TABLE zorbs (zorbnr varchar(12) PRIMARY KEY, full_name varchar(60), email varchar(80)); CREATE TABLE frobs (id int, zorbnr varchar(12), wibble varchar(80));",
			"none person_name email none other_pii other_pii"},
		{"an unknown table that refers to persons by a key", "CREATE TABLE users (id int PRIMARY KEY, email varchar(80)); CREATE TABLE frobs (id int, whose int, wibble varchar(80), FOREIGN KEY (whose) REFERENCES users (id));",
			"none email none none other_pii"},
		{"an unknown table without persons", "CREATE TABLE zorbs (id int, wibble varchar(40), frob_name varchar(40), frob_id varchar(20));", "none none none none"},
		{"texts as keys beside numbers", "CREATE TABLE users (id int PRIMARY KEY, wibble_id varchar(40), country_id varchar(40), uuid varchar(40), zorb_id int);",
			"none account_id none none none"},
		{"keys that are texts", "CREATE TABLE users (id char(18) PRIMARY KEY, wibble_id char(18), phone_wibble varchar(20));", "none none phone"},
		{"keys of orders", "CREATE TABLE orders (id int PRIMARY KEY, wibble_id varchar(40), wibble_number varchar(20));", "none order_or_licence order_or_licence"},
		{"names beside persons", "CREATE TABLE zorbs (id int, name varchar(60), email varchar(80), phone varchar(20), wibble_name varchar(60));", "none person_name email phone person_name"},
		{"names beside a reading", "CREATE TABLE products (id int, name01 varchar(60), kana01 varchar(60), zip varchar(8), address varchar(80), tel varchar(20));",
			"none person_name kana_name postal_code address phone"},
		{"words for something else", "CREATE TABLE users (id int, wibble_position varchar(40), wibble_url varchar(200), wibble_school varchar(80), status varchar(20), short_path varchar(8));",
			"none other_pii url_profile organisation_name none none"},
		{"a text is no answer of yes or no", "CREATE TABLE users (id int, sort_name varchar(60), show_email varchar(5), show_phone tinyint);", "none person_name none none"},
		{"a run", "CREATE TABLE projects (id int, color varchar(20), price int, stock int, shape varchar(9), seller_email varchar(80), seller_address varchar(80), seller_frob varchar(20));",
			"none none none none none email address other_pii"},
		{"an account", "CREATE TABLE zorbs (id int, iban varchar(34), bic varchar(11), wibble varchar(20), number varchar(20));", "none bank_account bank_account bank_account bank_account"},
		{"between the parts of an address", "CREATE TABLE customers (id int, street varchar(80), wibble varchar(40), city varchar(40), wobble varchar(20));",
			"none address address city other_pii"},
		{"parts", "CREATE TABLE customers (id int, postal_code_suffix varchar(12), street_number int, address int);", "none postal_code address none"},
		{"an account in a table of fields", "CREATE TABLE user_field (id int, name varchar(60), pass varchar(128), mail varchar(254));", "none person_name password_hash email"},
	} {
		var kinds []string
		for _, f := range Columns(tables(t, c.ddl), Options{}) {
			kinds = append(kinds, string(f.Kind))
		}
		require.Equal(t, c.want, strings.Join(kinds, " "), c.name)
	}
	for _, f := range Columns(tables(t, "CREATE TABLE zorbs (full_name varchar(60), email varchar(80), wibble varchar(40), wobble text, wibble_name text, wibble_no text);"), Options{})[2:] {
		require.True(t, f.Personal(), f.Column.Name)
		require.Less(t, f.Confidence, likely, f.Column.Name)
	}
}
