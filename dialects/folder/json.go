package folder

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// A change writes a value of a JSON text anew; nil leaves it.
type change func(raw json.RawMessage) ([]byte, error)

// rewrite writes some values of a JSON object anew and leaves every other byte as it is.
// of is asked with the path of each member, and says what becomes of it.
func rewrite(text []byte, of func(path []string) (change, error)) ([]byte, error) {
	w := &rewriter{text: text, d: json.NewDecoder(bytes.NewReader(text)), of: of}
	if err := w.value(nil); err != nil {
		return nil, err
	}
	if _, err := w.d.Token(); !errors.Is(err, io.EOF) {
		return nil, ErrFact
	}
	return append(w.out, text[w.at:]...), nil
}

type rewriter struct {
	text []byte
	d    *json.Decoder
	of   func(path []string) (change, error)
	out  []byte
	at   int // up to which text is in out
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
	for w.d.More() {
		key, err := w.d.Token()
		name, ok := key.(string)
		if err != nil || !ok {
			return ErrFact
		}
		if err := w.member(append(path, name)); err != nil {
			return err
		}
	}
	if _, err := w.d.Token(); err != nil {
		return ErrFact
	}
	return nil
}

func (w *rewriter) member(path []string) error {
	to, err := w.of(path)
	if err != nil {
		return err
	}
	if to == nil {
		return w.value(path)
	}
	var raw json.RawMessage
	if w.d.Decode(&raw) != nil {
		return ErrFact
	}
	text, err := to(raw)
	if err != nil || text == nil {
		return err
	}
	end := int(w.d.InputOffset())
	w.out = append(append(w.out, w.text[w.at:end-len(raw)]...), text...)
	w.at = end
	return nil
}

// always writes one text.
func always(text string) change {
	return func(json.RawMessage) ([]byte, error) { return []byte(text), nil }
}
