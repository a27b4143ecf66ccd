// Command structtags masks values of a struct type by the tags of its fields:
// here lines of JSON on their way from an API to a log.
//
//	curl … | structtags >masked.jsonl
//
// The key is in the variable MIGAWARI_KEY. With the same key, an order here and a
// row of a masked dump show the same made-up person.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
)

// An Order names somebody. Every exported field says what becomes of it; one that
// says nothing makes NewStruct fail, so a field to come cannot slip through.
type Order struct {
	No      string `json:"no"      mask:"format,domain=order_no"`
	BuyerID int64  `json:"buyer"   mask:"keep,person"`
	Name    string `json:"name"    mask:"person.name"`
	Email   string `json:"email"   mask:"email"`
	Phone   string `json:"phone"   mask:"phone"`
	Amount  int    `json:"amount"  mask:"keep"`
	Note    string `json:"note"    mask:"text"`
}

func main() {
	key, err := mask.ParseKey([]byte(os.Getenv("MIGAWARI_KEY")))
	if err == nil {
		err = run(key, os.Stdin, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "structtags:", err)
		os.Exit(1)
	}
}

func run(key mask.Key, in io.Reader, out io.Writer) error {
	orders, err := mask.NewStruct[Order](key, builtin.Set(en.Locale))
	if err != nil {
		return err
	}
	from, to := json.NewDecoder(in), json.NewEncoder(out)
	from.DisallowUnknownFields()
	for n := 1; ; n++ {
		var o Order
		if err := from.Decode(&o); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("order %d does not decode", n) // what err says may quote it
		}
		masked, err := orders.Mask(o)
		if err != nil {
			return fmt.Errorf("order %d: %w", n, err)
		}
		if err := to.Encode(masked); err != nil {
			return err
		}
	}
}
