package fake

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Locale is what made-up people of one language are made of. It is data: a
// struct literal in a package of its own, so that adding one touches nothing
// else. It must not be copied, nor changed once it is in use; its methods are
// safe for concurrent use. Package faketest says whether a locale is sound.
type Locale struct {
	// Tag is the language, as in BCP 47.
	Tag string
	// Edition is raised whenever any list changes, because fakes change with it.
	Edition int
	// Charsets are the legacy character sets that every character of the locale
	// fits, under the names that package faketest knows.
	Charsets []string

	// Family, Male and Female are names. A given name that both sexes bear
	// stands in both lists.
	Family, Male, Female List
	// Order and Separator say how a full name is written where no value shows it.
	Order     Order
	Separator Separator
	// Titles stand before a name ("Dr."), Honorifics behind it ("様").
	Titles, Honorifics []string

	// Nicknames are words that people call themselves by.
	Nicknames List
	// Phone are the numbering plan and its numbers that reach nobody.
	Phone Phones
	// Postal are postal codes that no place has, one pattern for each count of
	// digits: # is any digit.
	Postal []string
	// Address are places that do not exist.
	Address Places
	// Schools are schools that do not exist; may be empty.
	Schools Schools
	// Text is filler.
	Text Filler

	once  sync.Once
	index *index
}

// A List is data as text: a line is an entry, its columns are separated by tabs
// and are
//
//	written form, reading in katakana, Latin form
//
// of which those at the end may be missing. The reading is for languages that
// write it beside the name. The Latin form is needed where it does not follow
// from the others: from a reading by [AppendHepburn], from a written form in
// ASCII by itself. Lines that begin with # say something about the list.
type List string

// Places are the parts of an address.
type Places struct {
	// Regions are real and stay where an address begins with one: prefectures.
	Regions []string
	// Areas are phone numbers that reach nobody, of the locale's first class, one
	// pattern for each region, so that a phone fits its address; may be empty.
	Areas []string
	// Municipalities, Streets and Buildings match no real ones. The streets are
	// the parts of a town in countries that number those.
	Municipalities, Streets, Buildings List
	// StreetFirst: a street stands before its municipality.
	StreetFirst bool
}

// Filler is text that says nothing.
type Filler struct {
	// Tag stands before a text and says that it is none.
	Tag string
	// Sentences end in their full stop, and in a space where the script has spaces.
	Sentences List
	// Stub is a character that stands for a text too short for any other.
	Stub string
}

// Phones is a numbering plan.
type Phones struct {
	// Country is the calling code, without +.
	Country string
	// Trunk stands before a national number and falls away behind the calling code.
	Trunk string
	// Classes are the kinds of number. The first takes what no other does.
	Classes []PhoneClass
	// Source says where it stands that the fakes reach nobody.
	Source string
	// Parts are fakes for the columns of a number that is split over several,
	// one for each count of digits: # is any digit. For other counts it is a
	// zero and digits.
	Parts []string
}

// A PhoneClass is a kind of number, such as mobile.
type PhoneClass struct {
	Name string
	// Prefixes are the beginnings of real numbers of the class, with the trunk.
	Prefixes []string
	// Fakes are numbers of the class that reach nobody, with the trunk, in groups
	// separated by hyphens: # is any digit. All have the same count of digits.
	Fakes []string
}

// A Name is an entry of a List.
type Name struct{ Written, Reading, Latin string }

// All gives the entries of a list.
func (l List) All() iter.Seq[Name] {
	return func(yield func(Name) bool) {
		for line := range strings.Lines(string(l)) {
			line = strings.TrimRight(line, "\r\n")
			if line == "" || line[0] == '#' {
				continue
			}
			var n Name
			n.Written, line, _ = strings.Cut(line, "\t")
			n.Reading, n.Latin, _ = strings.Cut(line, "\t")
			if !yield(n) {
				return
			}
		}
	}
}

// name is an entry with what is computed from it.
type name struct {
	written, reading, latin string
	class                   uint8 // of the pair check, for names of people
}

// key is the form under which a name takes part in the pair check: whatever
// face of the name somebody meets, it leads back to it.
func (n *name) key() string {
	if n.reading != "" {
		return n.reading
	}
	return strings.ToLower(n.written)
}

// index is what is computed from a locale once.
type index struct {
	family, male, female []name
	// givenOf has the given names of each sex by the class of a family name with
	// which they pass the pair check.
	givenOf [2][pairClasses][]uint16

	nicknames                     []name
	municipalities, streets, home []name // home: buildings
	schools                       []name
	short                         shortPlaces
	schoolWords                   *wordTable // that stay
	sentences                     []name
	own                           charClass // of the letters that names are written in
	letters                       []rune    // of the names, for fakes of no kind; none where they are Latin
	readings                      bool      // names have readings, and so faces in kana
	shortFamily                   bool      // most family names are one letter, as in Chinese and Korean
	honorificEnd                  [256]bool // last bytes
	titleStart                    [256]bool // first letters, small

	// Made when they are first asked for:
	lookup         func() *nameTable
	nameLetters    func() (written, readings []byte)
	classes        func() map[string]classes
	ordered        func() []uint16
	places         func() map[*name]uint16
	nicknameLength func() int
}

// use gives the index of the locale.
func (l *Locale) use() *index {
	l.once.Do(func() { l.index = newIndex(l) })
	return l.index
}

func newIndex(l *Locale) *index {
	x := &index{
		family: l.Family.names(), male: l.Male.names(), female: l.Female.names(),
		nicknames:      l.Nicknames.names(),
		municipalities: l.Address.Municipalities.names(), streets: l.Address.Streets.names(), home: l.Address.Buildings.names(),
		schools: l.Schools.Names.names(), sentences: l.Text.Sentences.names(),
	}
	x.short = shortPlaces{shorter(x.municipalities), shorter(x.streets), shorter(x.schools)}
	x.schoolWords = byFirst(l.Schools.Words, l.Schools.Founders)
	x.own = latinChar
	short := 0
	for i := range x.family {
		n := &x.family[i]
		if _, size := utf8.DecodeRuneInString(n.written); size == len(n.written) {
			short++
		}
		n.class = familyClass(n.key())
		x.readings = x.readings || n.reading != ""
		for _, r := range n.written {
			if class := classOf(r); class == hanChar || class == letterChar {
				x.letters = append(x.letters, r)
				x.own = class
			}
		}
	}
	x.shortFamily = 2*short > len(x.family)
	for sex, list := range [2][]name{x.male, x.female} {
		for i := range list {
			list[i].class = givenClass(list[i].key())
			c := partnerClass(list[i].class)
			x.givenOf[sex][c] = append(x.givenOf[sex][c], uint16(i))
		}
	}
	for _, h := range l.Honorifics {
		if h == "" {
			continue
		}
		x.honorificEnd[h[len(h)-1]] = true
	}
	for _, t := range l.Titles {
		if t != "" {
			x.titleStart[t[0]|0x20] = true
		}
	}
	x.lookup = sync.OnceValue(x.newLookup)
	x.nameLetters = sync.OnceValues(func() ([]byte, []byte) { return lettersOf(x.family, x.male, x.female) })
	x.classes = sync.OnceValue(x.newClasses)
	x.ordered = sync.OnceValue(x.newOrdered)
	x.places = sync.OnceValue(x.newPlaces)
	x.nicknameLength = sync.OnceValue(x.newNicknameLength)
	return x
}

// Latin says whether the locale's names are written in Latin letters. Their
// written form has accents, their Latin face is in ASCII.
func (l *Locale) Latin() bool { return l.use().latin() }

func (x *index) latin() bool { return x.own == latinChar }

func (l List) names() []name {
	out := make([]name, 0, strings.Count(string(l), "\n")+1)
	for n := range l.All() {
		out = append(out, name{written: n.Written, reading: n.Reading, latin: n.Latin})
	}
	return out
}

// Validate says what is wrong with a locale: what is missing, malformed, or so
// little that a fake could not be made. It is quick enough for a program to call
// before it uses a locale that it does not know; package faketest looks deeper.
func (l *Locale) Validate() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if l.Tag == "" {
		fault("no tag")
	}
	if l.Edition < 1 {
		fault("the edition counts from 1")
	}
	const sentences = "sentences"
	x := l.use()
	lists := []struct {
		what  string
		names []name
	}{
		{"family names", x.family}, {"male given names", x.male}, {"female given names", x.female}, {"nicknames", x.nicknames},
		{"municipalities", x.municipalities}, {"streets", x.streets}, {"buildings", x.home}, {sentences, x.sentences},
	}
	for _, list := range lists {
		if len(list.names) == 0 {
			fault("no %s", list.what)
		}
		if len(list.names) > 1<<16 {
			fault("more than 65536 %s", list.what)
		}
		for i := range list.names {
			if err := list.names[i].validate(list.what == sentences); err != nil {
				fault("%s, entry %d: %w", list.what, i+1, err)
			}
		}
	}
	for _, sex := range []Sex{Male, Female} {
		for c, given := range x.givenOf[sex] {
			if len(given) == 0 {
				fault("no %v given name passes the pair check with family names of class %d", sex, c)
			}
		}
	}
	if slices.Contains(l.Titles, "") || slices.Contains(l.Honorifics, "") || slices.Contains(l.Address.Regions, "") {
		fault("an empty title, honorific or region")
	}
	faults = append(faults, l.validatePatterns()...)
	if l.Text.Tag == "" || utf8.RuneCountInString(l.Text.Stub) != 1 {
		fault("filler needs a tag, and a stub of one character")
	}
	if err := errors.Join(faults...); err != nil {
		return fmt.Errorf("locale %s: %w", l.Tag, err)
	}
	return nil
}

// validate checks an entry. Only names have readings and Latin forms.
func (n *name) validate(sentence bool) error {
	switch {
	case n.written == "" || !utf8.ValidString(n.written):
		return errors.New("no written form")
	case sentence:
		return nil
	case strings.TrimSpace(n.written) != n.written:
		return errors.New("white space at an end")
	case n.reading == "" && n.latin == "" && strings.Trim(n.written, printableASCII) != "":
		return errors.New("neither a reading nor a Latin form")
	case strings.Trim(n.latin, printableASCII) != "":
		return errors.New("a Latin form is in ASCII")
	}
	for _, r := range n.reading {
		if !isKatakana(r) {
			return errors.New("a reading is in katakana")
		}
	}
	return nil
}

const printableASCII = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// validatePatterns checks the shapes of numbers.
func (l *Locale) validatePatterns() []error {
	var faults []error
	check := func(what, pattern string) {
		if digitsIn(pattern) == 0 || strings.Trim(pattern, "0123456789#-") != "" {
			faults = append(faults, fmt.Errorf("%s: a pattern has digits, # and hyphens", what))
		}
	}
	for _, p := range l.Postal {
		check("postal codes", p)
	}
	for _, p := range l.Phone.Parts {
		check("parts of phone numbers", p)
	}
	for _, p := range l.Address.Areas {
		check("areas", p)
		if !strings.HasPrefix(p, l.Phone.Trunk) {
			faults = append(faults, errors.New("areas: phone numbers begin with the trunk"))
		}
	}
	if n := len(l.Address.Areas); n > 0 && n != len(l.Address.Regions) {
		faults = append(faults, errors.New("areas: want one for each region"))
	}
	if len(l.Postal) == 0 || l.Phone.Country == "" || len(l.Phone.Classes) == 0 {
		faults = append(faults, errors.New("no postal codes, or no phone numbers"))
	}
	for _, c := range l.Phone.Classes {
		if len(c.Fakes) == 0 {
			faults = append(faults, fmt.Errorf("phone class %s has no fakes", c.Name))
		}
		for _, p := range c.Fakes {
			check("phone class "+c.Name, p)
			if digitsIn(p) != digitsIn(c.Fakes[0]) || !strings.HasPrefix(p, l.Phone.Trunk) {
				faults = append(faults, fmt.Errorf("phone class %s: fakes are of one length and begin with the trunk", c.Name))
			}
		}
	}
	return faults
}

// digitsIn counts the digits of a pattern.
func digitsIn(pattern string) int { return len(pattern) - strings.Count(pattern, "-") }
