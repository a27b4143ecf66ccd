package policyfile_test

import (
	"errors"
	"fmt"

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

func ExampleParse() {
	policy, err := policyfile.Parse([]byte(`
version: 1
locale: ja
tables:
  students:
    person: {by: id, household: family_id}
    columns:
      id: keep
      family_id: keep
      name: person.name
      login:
        - {when: "id_type == 'school'", mask: format, domain: student_no}
        - {mask: shape}
  access_logs: {rows: drop}
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range policy.Tables {
		fmt.Println(t.Pattern, len(t.Columns), t.Drop)
	}
	// Output:
	// students 4 false
	// access_logs 0 true
}

// The faults of a file, as a command shows them.
func ExampleExcerpt() {
	data := []byte("version: 1\ntables:\n  生徒:\n    colums: {id: keep}\n    rows: {where: 氏名 = '佐藤'}\n")
	_, err := policyfile.Parse(data)
	var faults mask.Faults
	if errors.As(err, &faults) {
		for _, f := range faults {
			fmt.Println(f)
			fmt.Println(policyfile.Excerpt(data, f.At))
			fmt.Println("hint:", f.Hint)
		}
	}
	// Output:
	// 4:5: tables.生徒.colums: unknown word
	//     colums: {id: keep}
	//     ^
	// hint: did you mean columns?
	// 5:22: tables.生徒.rows.where: the condition cannot be read from here
	//     rows: {where: 氏名 = '***'}
	//                        ^
	// hint: equal is written ==
}

// The ID of a policy is that of what it says.
func ExampleParse_id() {
	yaml, _ := policyfile.Parse([]byte("version: 1\ntables:\n  prefectures: keep  # public\n"))
	json, _ := policyfile.Parse([]byte(`{"tables": {"prefectures": "keep"}, "version": 1}`))
	fmt.Println(yaml.ID == json.ID)
	// Output: true
}

// Reading and compiling in one finds every fault at once.
func ExampleCompile() {
	data := []byte("version: 1\ntables:\n  users:\n    person: id\n    colums: {id: keep}\n  orders: {columns: {buyer: persn.name}}\n")
	set := func(string) (mask.Set, error) { return builtin.Set(en.Locale), nil }
	_, err := policyfile.Compile(data, mask.EphemeralKey(), set)
	fmt.Println(err)
	// Output:
	// 5:5: tables.users.colums: unknown word
	// 6:29: tables.orders.columns.buyer: unknown masker "persn.name"
}
