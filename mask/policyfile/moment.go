package policyfile

import "bytes"

// A moment is a date, a time of day or both, as text: it is compared and not
// computed with.
type moment struct {
	dated bool
	text  []byte // YYYY-MM-DD, HH:MM:SS and a fraction, as far as given
	zone  []byte // "+09:00", or nothing
}

// parseMoment reads 2026-04-01, 2026-04-01 08:30, 2026-04-01T08:30:00.5+09,
// 08:30 and what lies between. The order of such texts is that of time; other
// forms (years of five digits, BC, 838:59:59, infinity) are no moments.
func parseMoment(text []byte) (moment, bool) {
	m := moment{dated: shaped(text, "0000-00-00")}
	rest := text
	if m.dated {
		rest = text[len("0000-00-00"):]
		if len(rest) == 0 {
			m.text = text
			return m, true
		}
		if rest[0] != ' ' && rest[0] != 'T' {
			return moment{}, false
		}
		rest = rest[1:]
	}
	if !shaped(rest, "00:00") {
		return moment{}, false
	}
	rest = rest[len("00:00"):]
	if shaped(rest, ":00") {
		rest = rest[len(":00"):]
		if len(rest) > 1 && rest[0] == '.' {
			var fraction []byte
			if fraction, rest = digits(rest[1:]); len(fraction) == 0 {
				return moment{}, false
			}
		}
	}
	m.text, m.zone = text[:len(text)-len(rest)], rest
	return m, zoned(rest)
}

// shaped says whether text begins with a digit for each 0 of form, and with
// its other bytes.
func shaped(text []byte, form string) bool {
	if len(text) < len(form) {
		return false
	}
	for i := range len(form) {
		if digit := '0' <= text[i] && text[i] <= '9'; form[i] == '0' && !digit || form[i] != '0' && text[i] != form[i] {
			return false
		}
	}
	return true
}

// zoned says whether text is a time zone, or empty.
func zoned(text []byte) bool {
	if len(text) == 0 || len(text) == 1 && text[0] == 'Z' {
		return true
	}
	if text[0] != '+' && text[0] != '-' {
		return false
	}
	for text = text[1:]; shaped(text, "00"); text = text[1:] {
		if text = text[2:]; len(text) == 0 {
			return true
		}
		if text[0] != ':' {
			return false
		}
	}
	return false
}

// compare gives -1, 0 or 1. What is not given is zero: 2026-04-01 is the
// midnight at which the day begins. ok is false if one of them has no date, or
// if both name a zone, and not the same.
func (m moment) compare(n moment) (order int, ok bool) {
	if m.dated != n.dated || len(m.zone) > 0 && len(n.zone) > 0 && !bytes.Equal(offset(m.zone), offset(n.zone)) {
		return 0, false
	}
	for i := range max(len(m.text), len(n.text)) {
		a, b := m.byteAt(i), n.byteAt(i)
		switch {
		case a < b:
			return -1, true
		case a > b:
			return 1, true
		}
	}
	return 0, true
}

// byteAt gives a byte of the text such that only digits differ.
func (m moment) byteAt(i int) byte {
	if i < len(m.text) && '0' <= m.text[i] && m.text[i] <= '9' {
		return m.text[i]
	}
	return '0'
}

// offset is the zone without what does not change it.
func offset(zone []byte) []byte {
	if zone[0] == 'Z' {
		return []byte("+00")
	}
	for bytes.HasSuffix(zone, []byte(":00")) {
		zone = zone[:len(zone)-len(":00")]
	}
	return zone
}
