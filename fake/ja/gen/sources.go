package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/text/encoding/japanese"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/internal/listgen"
)

// kind is what a word is in a list.
type kind uint8

const (
	family kind = iota
	male
	female
	given // of a sex that the source does not say
)

// A word is what is written and how it is read.
type word struct{ written, reading string }

// costs are the words of a dictionary with their costs: the greater, the rarer.
type costs map[word]int

// sources are all that names are taken from.
type sources struct {
	common [3][]fake.Name // compiled by hand: sure of reading and sex
	faker  listgen.Names  // written forms that many people bear
	gimei  [3]map[word]bool
	naist  [4]costs
	unidic [4]costs
	// places and nouns are other words of naist-jdic, by their written form.
	places, nouns map[string]int
}

func readSources(common, faker, gimei, naist, unidic string) (*sources, error) {
	s := &sources{places: map[string]int{}, nouns: map[string]int{}}
	var errs []error
	for k, name := range [...]string{"family.txt", "male.txt", "female.txt"} {
		list, err := listgen.Read(filepath.Join(common, name))
		s.common[k] = list
		errs = append(errs, err)
	}
	var err error
	s.faker, err = listgen.Faker(faker)
	errs = append(errs, err, s.readGimei(gimei), s.readNaist(naist), s.readUnidic(unidic))
	return s, errors.Join(errs...)
}

func (s *sources) readGimei(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	type entry struct{ Kanji, Katakana string }
	var names struct {
		FirstNames struct{ Male, Female []entry }
		LastNames  []entry
	}
	if err := json.Unmarshal(data, &names); err != nil {
		return err
	}
	for k, list := range [...][]entry{names.LastNames, names.FirstNames.Male, names.FirstNames.Female} {
		s.gimei[k] = map[word]bool{}
		for _, e := range list {
			s.gimei[k][word{e.Kanji, e.Katakana}] = true
		}
	}
	return nil
}

// Columns of the dictionaries of MeCab: the written form, the cost, and four of
// the part of speech.
const (
	columnWritten = 0
	columnCost    = 3
	columnPOS     = 4
	naistReading  = 11
	unidicReading = 10
)

func (s *sources) readNaist(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	s.naist = [4]costs{family: {}, given: {}}
	return eachLine(japanese.EUCJP.NewDecoder().Reader(f), func(c []string, cost int) {
		written := c[columnWritten]
		switch [4]string(c[columnPOS:]) {
		case [4]string{"名詞", "固有名詞", "人名", "姓"}:
			s.naist[family].add(word{written, c[naistReading]}, cost)
		case [4]string{"名詞", "固有名詞", "人名", "名"}:
			s.naist[given].add(word{written, c[naistReading]}, cost)
		case [4]string{"名詞", "固有名詞", "地域", "一般"}:
			least(s.places, written, cost)
		case [4]string{"名詞", "一般", "*", "*"}, [4]string{"名詞", "サ変接続", "*", "*"}:
			least(s.nouns, written, cost)
		}
	})
}

func (s *sources) readUnidic(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	s.unidic = [4]costs{family: {}, given: {}}
	return eachLine(f, func(c []string, cost int) {
		switch [4]string(c[columnPOS:]) {
		case [4]string{"名詞", "固有名詞", "人名", "姓"}:
			s.unidic[family].add(word{c[columnWritten], c[unidicReading]}, cost)
		case [4]string{"名詞", "固有名詞", "人名", "名"}:
			s.unidic[given].add(word{c[columnWritten], c[unidicReading]}, cost)
		}
	})
}

// eachLine calls f with the lines of a dictionary.
func eachLine(r io.Reader, f func(columns []string, cost int)) error {
	lines := csv.NewReader(r)
	lines.FieldsPerRecord, lines.LazyQuotes, lines.ReuseRecord = -1, true, true
	for {
		c, err := lines.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case len(c) <= naistReading:
			continue
		}
		cost, err := strconv.Atoi(c[columnCost])
		if err != nil {
			return err
		}
		f(c, cost)
	}
}

func (c costs) add(w word, cost int) { least(c, w, cost) }

// least keeps the least cost of a word.
func least[K comparable](m map[K]int, key K, cost int) {
	if old, ok := m[key]; !ok || cost < old {
		m[key] = cost
	}
}
