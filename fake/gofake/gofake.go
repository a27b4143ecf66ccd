// Package gofake has the functions of gofakeit as pure functions of a seed.
//
// gofakeit has generators for what this module has none of its own: words, foods,
// films, colours, errors. They are of English and of the United States, their parts
// do not agree with each other, and what they make up can be somebody's: an address,
// a domain, a number. [Hazard] names those of which a look at the text does not
// show it.
//
// The version of gofakeit is pinned, since its output changes between versions: a
// golden file in testdata shows when it does.
package gofake

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/brianvoe/gofakeit/v7"

	"github.com/migawari-dev/migawari/fake"
)

// Version is the version of gofakeit that the golden file was written with.
const Version = "v7.18.1"

// Faker gives all functions of gofakeit with their types, for Go: the draws are
// those of the seed. Those that [Refused] names depend on more than it. A Faker is
// for one goroutine.
func Faker(s fake.Seed) *gofakeit.Faker {
	draws := s.Sub("gofakeit").Stream()
	return gofakeit.NewFaker(&draws, false)
}

// lookups gives the functions that have a name: gofakeit's own, such as firstname,
// and that of the method of its Faker, such as FirstName.
var lookups = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for name := range gofakeit.FuncLookups {
		names[name] = name
	}
	faker := reflect.TypeFor[*gofakeit.Faker]()
	for i := range faker.NumMethod() {
		method := faker.Method(i).Name
		name := strings.ToLower(method)
		if other, ok := renamed[method]; ok {
			name = other
		}
		if _, ok := names[name]; ok {
			names[method] = name
		} else if _, ok := refused[method]; ok {
			names[method] = method
		}
	}
	return names
})

// renamed are methods whose function has a name that does not follow from theirs.
var renamed = map[string]string{
	"EmailText": "email_text", "FixedWidth": "fixed_width", "LatitudeInRange": "latituderange", "LongitudeInRange": "longituderange",
}

// Names lists the functions, each under gofakeit's own name and under that of the
// method. Those that [New] refuses are among them.
func Names() []string { return slices.Clone(names()) }

var names = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(lookups())) })

const (
	clock = "it depends on the clock"
	year  = "it draws up to the present year"
	fills = "it fills what is passed to it, and has no text; call it from Go"
	bytes = "it writes an image; take the masker blob"
)

// refused are functions that have no place in a policy, with the reason. The tests
// find those that are not deterministic.
var refused = map[string]string{
	"date": year, "year": year + "; say intrange with min and max", "car": year + ", in the year of the car",
	"useragent": year + ", in versions; say chromeuseragent", "firefoxuseragent": year + ", in versions; say chromeuseragent",
	"person":    clock + ", in the card's end",
	"daterange": "it draws from a source that all programs share, and not from the seed",
	"pastdate":  clock, "futuredate": clock, "creditcardexp": clock, "creditcard": clock + ", in the card's end",
	"imagejpeg": bytes, "imagepng": bytes, "Image": bytes,
	"Struct": fills, "Slice": fills, "ShuffleAnySlice": fills, "RandomMapKey": fills, "Seed": "the seed is that of the value",
	"Contact": "it has no text of its own; say phone or email",
}

// hazards are functions whose results can be somebody's though no pattern shows it.
var hazards = map[string]string{
	"ipv4address": "the address of a host", "ipv6address": "the address of a host", "macaddress": "the address of a device",
	"phone": "a phone number", "phoneformatted": "a phone number",
	"address": "an address", "street": "an address", "latitude": "coordinates", "longitude": "coordinates",
	"latituderange": "coordinates", "longituderange": "coordinates", "achaccount": "a bank account", "achrouting": "a bank's number",
	"ein": "an employer's number", "ssn": "a social security number", "cusip": "the number of a security", "isin": "the number of a security",
	"bitcoinaddress": "a wallet", "bitcoinprivatekey": "the key of a wallet", "socialmedia": "an account", "gamertag": "an account", "username": "an account",
	"celebrityactor": "the name of a person who lives", "celebritybusiness": "the name of a person who lives", "celebritysport": "the name of a person who lives",
	"songartist": "the name of a person who lives", "song": "the name of a person who lives", "bookauthor": "the name of a person", "book": "the name of a person",
	"productupc": "the code of a product", "productisbn": "the code of a book", "product": "the code of a product", "airlinerecordlocator": "a booking",
}

// Hazard says what the results of a function can be of somebody's, or gives "".
func Hazard(name string) string { return hazards[lookups()[name]] }

// Refused says why a function has no place in a policy, or gives "".
func Refused(name string) string { return refused[lookups()[name]] }

// A Func is a function of gofakeit with its parameters. It is safe for concurrent
// use.
type Func struct {
	name   string
	info   gofakeit.Info
	params *gofakeit.MapParams
}

// ErrUnknown says that gofakeit has no function of the name.
var ErrUnknown = errors.New("gofakeit " + Version + " has no such function")

// New finds a function and gives it its parameters, which are text, numbers, booleans, lists and,
// for fields, maps of these. A parameter that the function has not, a missing one and one of a wrong type are errors,
// as is a function that is not deterministic, alone or inside of another.
func New(name string, params map[string]any) (*Func, error) {
	known, ok := lookups()[name]
	if !ok {
		return nil, ErrUnknown
	}
	if why := refused[known]; why != "" {
		return nil, errors.New(why)
	}
	f := &Func{name: known, info: *gofakeit.GetFuncLookup(known)}
	values := gofakeit.MapParams{}
	for field, v := range params {
		if !slices.ContainsFunc(f.info.Params, func(p gofakeit.Param) bool { return p.Field == field }) {
			return nil, fmt.Errorf("it has no parameter %q; %s", field, f.parameters())
		}
		list, err := texts(v)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
		if inner := mentioned(list); inner != "" {
			return nil, fmt.Errorf("%s: %s cannot stand inside: it is not deterministic", field, inner)
		}
		values[field] = list
	}
	if len(values) > 0 {
		f.params = &values
	}
	if err := f.try(); err != nil {
		// gofakeit misses some that it calls optional.
		for _, p := range f.info.Params {
			if _, given := values[p.Field]; p.Optional && !given {
				values[p.Field] = []string{p.Default}
				f.params = &values
			}
		}
		if f.try() != nil {
			return nil, fmt.Errorf("%w; %s", err, f.parameters())
		}
	}
	return f, nil
}

// try draws once, since gofakeit reads parameters when it draws.
func (f *Func) try() error {
	_, err := f.Append(nil, fake.TestSeed("gofakeit "+f.name))
	return err
}

// parameters lists those of the function for an error.
func (f *Func) parameters() string {
	if len(f.info.Params) == 0 {
		return "it has no parameters"
	}
	var names []string
	for _, p := range f.info.Params {
		names = append(names, p.Field+" ("+p.Type+")")
	}
	return "its parameters are " + strings.Join(names, ", ")
}

// Has says whether the function has a parameter.
func (f *Func) Has(param string) bool {
	return slices.ContainsFunc(f.info.Params, func(p gofakeit.Param) bool { return p.Field == param })
}

// Parameters lists the parameters of a function, or nil for one that there is not.
func Parameters(name string) []gofakeit.Param {
	if info := gofakeit.GetFuncLookup(lookups()[name]); info != nil {
		return info.Params
	}
	return nil
}

// Name is gofakeit's own name for the function.
func (f *Func) Name() string { return f.name }

// Output is the type of the results in gofakeit's words: string, int, float64.
func (f *Func) Output() string { return f.info.Output }

// texts writes a parameter as gofakeit reads it.
func texts(v any) ([]string, error) {
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []string
	for _, x := range list {
		switch x := x.(type) {
		case string:
			out = append(out, x)
		case int, int64, float64, bool:
			out = append(out, fmt.Sprint(x))
		case map[string]any:
			text, err := json.Marshal(x)
			if err != nil {
				return nil, errors.New("want texts, numbers, lists and maps of them")
			}
			out = append(out, string(text))
		default:
			return nil, errors.New("want texts, numbers, lists and maps of them")
		}
	}
	return out, nil
}

// mentioned finds the name of a function in a text that is not deterministic: texts
// for generate and template, and fields, name functions.
func mentioned(list []string) string {
	for _, text := range list {
		for _, word := range strings.FieldsFunc(text, func(r rune) bool {
			return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_')
		}) {
			known := strings.ToLower(word)
			if strings.Contains(text, "{") && (refused[known] != "" || refused[word] != "" || slices.Contains(unsteady, known)) {
				return word
			}
		}
	}
	return ""
}

// unsteady are further words of templates and texts that depend on more than the
// seed: the clock, where a date cannot be read, and an unordered map.
var unsteady = []string{"todate", "fields"}

// Append appends the result for a seed. Results that are no text are written as
// JSON, times as in RFC 3339.
func (f *Func) Append(dst []byte, s fake.Seed) (out []byte, err error) {
	defer func() {
		if recover() != nil {
			out, err = dst, errors.New("the function panics with these parameters")
		}
	}()
	draws := s.Sub("gofakeit " + f.name).Stream()
	v, err := f.info.Generate(gofakeit.NewFaker(&draws, false), f.params, &f.info)
	if err != nil {
		return dst, err
	}
	switch v := v.(type) {
	case string:
		return append(dst, v...), nil
	case []byte:
		return append(dst, v...), nil
	case bool:
		return strconv.AppendBool(dst, v), nil
	case float32:
		return strconv.AppendFloat(dst, float64(v), 'f', -1, 32), nil
	case float64:
		return strconv.AppendFloat(dst, v, 'f', -1, 64), nil
	case time.Time:
		return v.UTC().AppendFormat(dst, time.RFC3339), nil
	case error:
		return append(dst, v.Error()...), nil
	case fmt.Stringer:
		return append(dst, v.String()...), nil
	}
	text, err := json.Marshal(v)
	if err != nil {
		return dst, errors.New("its result has no text")
	}
	return append(dst, text...), nil
}
