package folder

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// A change writes a value of a JSON text anew; a nil one leaves it. Where it gives nil, the
// member is removed.
type change func(raw json.RawMessage) ([]byte, error)

// rewrite writes some values of a JSON object anew and leaves every other byte as it is.
// of is asked with the path of each member, and says what becomes of it; named, which may be
// nil, what it is called.
func rewrite(text []byte, named func(path []string) string, of func(path []string) (change, error)) ([]byte, error) {
	w := &rewriter{text: text, d: json.NewDecoder(bytes.NewReader(text)), named: named, of: of}
	if err := w.value(nil); err != nil {
		return nil, err
	}
	if _, err := w.d.Token(); !errors.Is(err, io.EOF) {
		return nil, ErrFact
	}
	return append(w.out, text[w.at:]...), nil
}

type rewriter struct {
	text  []byte
	d     *json.Decoder
	named func(path []string) string
	of    func(path []string) (change, error)
	out   []byte
	at    int // up to which text is in out
}

// value steps over a value, member by member where it is an object.
func (w *rewriter) value(path []string) error {
	t, err := w.d.Token()
	if err != nil {
		return ErrFact
	}
	if t == json.Delim('[') {
		for w.d.More() {
			var raw json.RawMessage
			if w.d.Decode(&raw) != nil {
				return ErrFact
			}
		}
		_, err = w.d.Token()
		return err
	}
	if t != json.Delim('{') {
		return nil
	}
	removed := true // all members so far
	for w.d.More() {
		begin := int(w.d.InputOffset())
		key, err := w.d.Token()
		name, ok := key.(string)
		if err != nil || !ok {
			return ErrFact
		}
		gone, err := w.member(append(path, name), begin, removed)
		if err != nil {
			return err
		}
		removed = removed && gone
	}
	if _, err := w.d.Token(); err != nil {
		return ErrFact
	}
	return nil
}

// member writes a member, which begins behind the one before. Where all of those are
// removed, so is the comma between.
func (w *rewriter) member(path []string, begin int, removed bool) (gone bool, err error) {
	if rest := bytes.TrimLeft(w.text[begin:], " \t\r\n"); removed && rest[0] == ',' {
		w.out = append(w.out, w.text[w.at:begin]...)
		w.at = len(w.text) - len(rest) + 1
		begin = w.at
	}
	to, err := w.of(path)
	if err != nil {
		return false, err
	}
	if err := w.name(path, begin); err != nil {
		return false, err
	}
	if to == nil {
		return false, w.value(path)
	}
	var raw json.RawMessage
	if w.d.Decode(&raw) != nil {
		return false, ErrFact
	}
	text, err := to(raw)
	if err != nil {
		return false, err
	}
	end := int(w.d.InputOffset())
	if gone = text == nil; gone {
		w.out = append(w.out, w.text[w.at:begin]...)
	} else {
		w.out = append(append(w.out, w.text[w.at:end-len(raw)]...), text...)
	}
	w.at = end
	return gone, nil
}

// name writes the name of a member anew, where it has another.
func (w *rewriter) name(path []string, begin int) error {
	old := path[len(path)-1]
	if w.named == nil || w.named(path) == old {
		return nil
	}
	text, err := json.Marshal(w.named(path))
	if err != nil {
		return err
	}
	begin += bytes.IndexByte(w.text[begin:], '"')
	w.out = append(append(w.out, w.text[w.at:begin]...), text...)
	w.at = int(w.d.InputOffset())
	return nil
}

// remove removes a member.
func remove(json.RawMessage) ([]byte, error) { return nil, nil }

// always writes one text.
func always(text string) change {
	return func(json.RawMessage) ([]byte, error) { return []byte(text), nil }
}
