package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/mask"
)

func Example() {
	key, err := mask.NewKey([]byte("for examples only, as it is known"))
	if err != nil {
		fmt.Println(err)
	}
	err = run(key, strings.NewReader(`
{"no": "OD2022-210037", "buyer": 7, "name": "HOPPER, Grace", "email": "grace@navy.test", "phone": "(212) 736-5000", "amount": 2200, "note": "Ring twice."}
{"no": "OD2022-210038", "buyer": 7, "name": "Grace Hopper", "email": "GRACE@navy.test", "phone": "", "amount": 80, "note": ""}
`), os.Stdout)
	fmt.Println(err)
	// Output:
	// {"no":"MV9107-787204","buyer":7,"name":"FEENEY, Louie","email":"z3vxuyerqxua9@qqnuj.example.org","phone":"(316) 555-0110","amount":2200,"note":"[fake] Chec"}
	// {"no":"GK4361-007814","buyer":7,"name":"Louie Feeney","email":"z3vxuyerqxua9@qqnuj.example.org","phone":"","amount":80,"note":""}
	// <nil>
}

func TestStopped(t *testing.T) {
	for _, in := range []string{`{"no": "1", "address": "canary"}`, `{"no": "canary`, `{"amount": "canary"}`} {
		var out bytes.Buffer
		err := run(mask.EphemeralKey(), strings.NewReader(in), &out)
		require.Error(t, err)
		require.NotContains(t, err.Error(), "canary")
		require.Empty(t, out.String())
	}
}
