package mask_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"strings"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// exampleKey is a key for examples. A program reads its own from a file, with
// [mask.ReadKey].
func exampleKey() mask.Key {
	k, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		log.Fatal(err)
	}
	return k
}

// examplePlan compiles a policy.
func examplePlan(text string) *mask.Plan {
	policy, err := policyfile.Parse([]byte(text))
	if err != nil {
		log.Fatal(err)
	}
	plan, err := mask.Compile(policy, exampleKey(), builtin.Set(en.Locale))
	if err != nil {
		log.Fatal(err)
	}
	return plan
}

const exampleDump = "CREATE TABLE `users` (\n  `id` int,\n  `name` varchar(80),\n  `email` varchar(255)\n);\n" +
	"INSERT INTO `users` VALUES (1,'Grace Hopper','grace@navy.test'),(2,'Ada Lovelace',NULL);\n"

const examplePolicy = `
version: 1
tables:
  users:
    person: id
    columns: {id: keep, name: person.name, email: email}
`

func ExampleCopy() {
	plan := examplePlan(examplePolicy)
	var out bytes.Buffer
	audit, err := mask.Copy(context.Background(), &out, strings.NewReader(exampleDump), mysql.Dialect, plan)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(out.String())
	fmt.Println(audit.Rows(), "rows,", audit.Tables["users"].Columns["name"].Masked, "names masked")
	// Output:
	// CREATE TABLE `users` (
	//   `id` int,
	//   `name` varchar(80),
	//   `email` varchar(255)
	// );
	// INSERT INTO `users` VALUES (1,'Heaven Porter','z3vxuyerqxua9@qqnuj.example.org'),(2,'Elza Gusikowski',NULL);
	// 2 rows, 2 names masked
}

// What the policy does not decide stops the run, and the error says where, with
// no byte of the dump in it.
func ExampleCopy_stopped() {
	plan := examplePlan("{version: 1, tables: {users: {person: id, columns: {id: keep, name: person.name}}}}")
	_, err := mask.Copy(context.Background(), io.Discard, strings.NewReader(exampleDump), mysql.Dialect, plan)
	fmt.Println(err)
	// Output: line 1 (byte 0): table users: the policy has no rule for it: email
}

func ExampleNewReader() {
	plan := examplePlan(examplePolicy)
	r := mask.NewReader(strings.NewReader(exampleDump), mysql.Dialect, plan)
	defer r.Close()
	out, err := io.ReadAll(r) // or hand r to whatever loads the dump
	if err != nil {
		log.Fatal(err)
	}
	audit, err := r.Audit()
	fmt.Println(bytes.Contains(out, []byte("Hopper")), audit.Rows(), err)
	// Output: false 2 <nil>
}

// Rows of a query, masked as a dump of them would be.
func ExamplePlan_Row() {
	plan := examplePlan(examplePolicy)
	row, err := plan.Row("users", []string{"id", "name", "email"})
	if err != nil {
		log.Fatal(err)
	}
	vals := []any{int64(1), "Grace Hopper", "grace@navy.test"}
	if _, err := row.Mask(vals); err != nil {
		log.Fatal(err)
	}
	fmt.Println(vals...)
	// Output: 1 Heaven Porter z3vxuyerqxua9@qqnuj.example.org
}

func ExampleStruct() {
	type user struct {
		ID    int64   `mask:"keep,person"`
		Name  string  `mask:"person.name"`
		Email *string `mask:"email"`
	}
	key := exampleKey() // or mask.ReadKey(file)
	users, err := mask.NewStruct[user](key, builtin.Set(en.Locale))
	if err != nil {
		log.Fatal(err)
	}
	email := "grace@navy.test"
	masked, err := users.Mask(user{ID: 1, Name: "Grace Hopper", Email: &email})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(masked.ID, masked.Name, *masked.Email)
	// Output: 1 Heaven Porter z3vxuyerqxua9@qqnuj.example.org
}

// A masker of one's own: a function, under a name in the program's own Set.
func ExampleFunc() {
	set := builtin.Set(en.Locale)
	set["even"] = func(*mask.Build) (mask.Masker, error) {
		return mask.Func(func(out *mask.Out, in *mask.In) error {
			out.SetString(fmt.Sprint(2 * in.Seed().Sub("even").N(50)))
			return nil
		}), nil
	}
	policy, err := policyfile.Parse([]byte("{version: 1, tables: {t: {columns: {seat: even}}}}"))
	if err != nil {
		log.Fatal(err)
	}
	plan, err := mask.Compile(policy, exampleKey(), set)
	if err != nil {
		log.Fatal(err)
	}
	row, err := plan.Row("t", []string{"seat"})
	if err != nil {
		log.Fatal(err)
	}
	vals := []any{"17"}
	_, err = row.Mask(vals)
	fmt.Println(vals[0], err)
	// Output: 22 <nil>
}

// Everything that would stop a run, without one.
func ExamplePlan_Check() {
	plan := examplePlan("{version: 1, tables: {users: {person: id, columns: {id: keep, nickname: nickname}}}}")
	s := mysql.Dialect.NewScanner(strings.NewReader(exampleDump), dialects.ScanOptions{})
	var c dialects.Chunk
	for s.Scan(&c) == nil { // up to io.EOF, for a dump that is whole
	}
	for _, f := range plan.Check(s.Schema()) {
		fmt.Println(f.Table, f.Column, f.Err)
	}
	// Output:
	// users name the policy has no rule for it
	// users email the policy has no rule for it
	// users nickname the dump has nothing of this name
}

// A key does not print, by accident or otherwise.
func ExampleKey() {
	fmt.Printf("%v %+v %#v %x\n", exampleKey(), exampleKey(), exampleKey(), exampleKey())
	// Output: [key] [key] [key] [key]
}
