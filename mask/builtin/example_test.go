package builtin_test

import (
	"fmt"

	"github.com/migawari-dev/migawari/fake/ja"
	"github.com/migawari-dev/migawari/mask/builtin"
)

// A program that shows what a policy can say.
func ExampleDocs() {
	for _, d := range builtin.Docs(ja.Locale) {
		if d.Apart == "yes" && d.KeyedBy == "the value" {
			fmt.Println(d.Rule())
		}
	}
	// Output:
	// {mask: format, domain: student_no, else: shape}
	// token
	// {mask: integer, max: 99999999, min: 1}
	// uuid
	// shape
	// school_code
	// attendance_no
	// my_number
}
