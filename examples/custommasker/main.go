// Command custommasker is migawari with one masker more: library_card, for the
// numbers on the cards of a library, such as 0123-4567890-3.
//
//	custommasker policy.yaml <dump.sql >masked.sql
//
// It has what a masker is made of: a type with the method Mask, a Spec that says
// what its fakes are like, and a Factory that a policy's word leads to. The key is
// in the variable MIGAWARI_KEY.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/migawari-dev/migawari/dialects/mysql"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/mask"
	"github.com/migawari-dev/migawari/mask/builtin"
	"github.com/migawari-dev/migawari/mask/policyfile"
)

// The parts of a number: branch, member, check digit.
const (
	branchDigits = 4
	memberDigits = 7
	allDigits    = branchDigits + memberDigits + 1
)

// members is how many numbers there are in a branch, as a number of one word.
var members = []uint64{10_000_000}

// A card keeps the branch, which is public, and permutes the member's number, so
// that no two cards become one. The check digit is made anew.
type card struct{ key mask.DomainKey }

// newCard is the Factory. It runs once for each rule, before a byte is read.
func newCard(b *mask.Build) (mask.Masker, error) {
	return card{b.Key("library_card")}, nil
}

// Mask takes a number with hyphens or without.
func (m card) Mask(out *mask.Out, in *mask.In) error {
	digits := appendDigits(in.Scratch().Bytes[:0], in.Value)
	in.Scratch().Bytes = digits
	if len(digits) != allDigits || checkDigit(digits) != digits[allDigits-1] {
		return mask.ErrUnfit // or what the rule says behind else:
	}
	member := []uint64{0}
	for _, d := range digits[branchDigits : allDigits-1] {
		member[0] = 10*member[0] + uint64(d-'0')
	}
	m.key.Permute(&in.Scratch().Permutation, member, members, nil)
	for i := allDigits - 2; i >= branchDigits; i-- {
		digits[i] = byte('0' + member[0]%10)
		member[0] /= 10
	}
	digits[allDigits-1] = checkDigit(digits)

	fake, next := out.Begin(), 0
	for _, c := range in.Value { // written as the value was
		if c != '-' {
			c = digits[next]
			next++
		}
		fake = append(fake, c)
	}
	out.End(fake)
	return nil
}

// Spec lets the plan find out before the first row where the masker does not fit.
func (m card) Spec() mask.Spec {
	return mask.Spec{
		Kind:      "library_card",
		Keying:    mask.ByValue,
		Canonical: appendDigits, // 0123-4567890-3 and 012345678903 are one card
		Distinct:  mask.Injective,
		Method:    mask.PermutationMethod(members),
	}
}

// appendDigits appends a value without its hyphens. What has anything else comes
// out too long to be a number.
func appendDigits(dst, value []byte) []byte {
	for _, c := range value {
		switch {
		case '0' <= c && c <= '9':
			dst = append(dst, c)
		case c != '-':
			return append(dst, value...)
		}
	}
	return dst
}

// checkDigit is that of Luhn, for a number whose last place is left out.
func checkDigit(digits []byte) byte {
	sum := 0
	for i, c := range digits[:allDigits-1] {
		d := int(c - '0')
		if (allDigits-1-i)%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return byte('0' + (10-sum%10)%10)
}

func main() {
	if err := run(os.Args, os.Getenv("MIGAWARI_KEY"), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "custommasker:", err)
		os.Exit(1)
	}
}

func run(args []string, secret string, in io.Reader, out io.Writer) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: %s POLICY <DUMP", args[0])
	}
	text, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	key, err := mask.ParseKey([]byte(secret))
	if err != nil {
		return err
	}
	plan, err := policyfile.Compile(text, key, func(string) (mask.Set, error) {
		set := builtin.Set(en.Locale)
		set["library_card"] = newCard // this is all it takes
		return set, nil
	})
	if err != nil {
		return err
	}
	_, err = mask.Copy(context.Background(), out, in, mysql.Dialect, plan)
	return err
}
