package fake

import "unicode/utf8"

// look is what a value in one word or several looks like.
type look struct {
	letters, digits        int
	latin, kana, own, kata bool // own: letters of the locale's script; kata: katakana, of which half is the half width
	half, upper, lower     bool
	tail                   int // digits at the end
}

// lookAt looks at a value in a locale whose names are written in letters of a
// class. Of other scripts, those without a class of their own count as Latin.
func lookAt(value []byte, own charClass) (k look) {
	for i := 0; i < len(value); {
		r, n := utf8.DecodeRune(value[i:])
		i += n
		k.tail++
		switch class := classOf(r); class {
		case digitChar, wideDigit:
			k.digits++
			continue
		case lowerChar, wideLower:
			k.lower, k.latin = true, true
		case upperChar, wideUpper:
			k.upper, k.latin = true, true
		case latinChar:
			k.lower, k.latin = true, true
		case letterChar:
			if own == letterChar {
				k.own = true
			} else {
				k.lower, k.latin = true, true
			}
		case hanChar:
			k.own = true
		case hiraganaChar:
			k.kana = true
		case katakanaChar:
			k.kata = true
		case halfKanaChar:
			k.half = true
		default:
			k.tail = 0
			continue
		}
		k.letters++
		k.tail = 0
	}
	return k
}

// NicknameLength is the number of characters of the longest nickname.
func (l *Locale) NicknameLength() int { return l.use().nicknameLength() }

func (x *index) newNicknameLength() int {
	longest := 0
	var tmp [maxAlias]byte
	for i := range x.nicknames {
		for f := range faces {
			longest = max(longest, runeCount(x.nicknames[i].appendTo(tmp[:0], f)))
		}
	}
	return longest + 2
}

// NicknameLeast is the least limit under which every face has a nickname.
func (l *Locale) NicknameLeast() int {
	most := 0
	var tmp [maxAlias]byte
	for f := range faces {
		least := maxAlias
		for i := range l.use().nicknames {
			least = min(least, runeCount(l.use().nicknames[i].appendTo(tmp[:0], f)))
		}
		most = max(most, least)
	}
	return most
}

// AppendNickname appends a nickname that has nothing to do with the person's
// name, in the script, case and width of like, with two digits behind it if like
// ends in digits. A value without letters gets a fake of its own shape; domains
// is that of [Locale.AppendEmail], for addresses used as nicknames. limit is the
// greatest number of characters, at least [Locale.NicknameLeast], or 0.
func (l *Locale) AppendNickname(dst []byte, s, domains Seed, like []byte, limit int) []byte {
	k := lookAt(like, l.use().own)
	if _, ok := parseEmail(like); ok || k.letters == 0 && len(like) > 0 {
		room := l.NicknameLength()
		if limit != 0 {
			room = min(room, limit)
		}
		return l.AppendLike(dst, s, domains, like, room)
	}
	shape := Shape{Face: Written}
	switch {
	case k.latin && !k.own && !k.kana && !k.kata && !k.half:
		if !l.use().latin() {
			shape.Face = Latin
		}
		switch {
		case k.lower && !k.upper:
			shape.Case = Lower
		case k.upper && !k.lower:
			shape.Case = Upper
		}
	case k.half:
		shape.Face = HalfKatakana
	case k.kana && !k.own:
		shape.Face = Hiragana
	case k.kata && !k.own:
		shape.Face = Katakana
	}
	s = s.Sub("nickname")
	start := len(dst)
	list := l.use().nicknames
	for i, first := 0, s.N(len(list)); i < len(list); i++ {
		dst = list[(first+i)%len(list)].appendTo(dst[:start], shape.Face)
		dst = shape.dress(dst, start, false, false)
		if limit == 0 || runeCount(dst[start:]) <= limit {
			break
		}
	}
	if k.tail > 0 && (limit == 0 || runeCount(dst[start:])+2 <= limit) {
		d := drawing(s.low())
		dst = append(dst, d.digit(), d.digit())
	}
	return dst
}

// usernameLook gives the first separator in an account name, and whether its
// letters are capitals.
func usernameLook(like []byte) (sep byte, upper bool) {
	for _, c := range like {
		if c == '.' || c == '_' || c == '-' {
			sep = c
			break
		}
	}
	return sep, allUpper(like)
}

// AppendUsername appends an account name that has nothing to do with the person,
// in the shape of like: an e-mail address stays one, digits stay digits, kana and
// kanji become kana, and all else a token of small letters and digits, or of
// capitals if like has only those. The length is none of like's: with limit 0, or
// from [UsernameDistinct] on, two names are the same with a chance of 2⁻⁶⁶ only,
// also where letter case and the marks of kana do not count.
//
// limit is the greatest number of characters, at least [UsernameLeast], or 0 for
// [UsernameLength]. domains is that of [Locale.AppendEmail].
func (l *Locale) AppendUsername(dst []byte, s, domains Seed, like []byte, limit int) []byte {
	if limit == 0 {
		limit = UsernameLength
	}
	k := lookAt(like, l.use().own)
	if limit >= EmailDistinct {
		if b, ok := l.AppendEmail(dst, s, domains, like, min(limit, UsernameLength)); ok {
			return b
		}
	}
	s = s.Sub("username")
	const distinctDigits = 20 // 10²⁰ > 2⁶⁶
	switch {
	case k.letters == 0 && k.digits > 0 && limit >= distinctDigits:
		return appendDigits(dst, s, distinctDigits)
	case (k.own || k.kana || k.kata || k.half) && l.use().readings:
		return appendKanaToken(dst, s, min(limit, 12), k.kana && !k.kata && !k.half) // 45¹² > 2⁶⁵
	}
	start := len(dst)
	dst = appendToken(dst, s, min(limit, tokenSize))
	if k.upper && !k.lower {
		toUpper(dst[start:])
	}
	return dst
}

// appendDigits appends n ≤ 20 digits.
func appendDigits(dst []byte, s Seed, n int) []byte {
	d := drawing(s.Uint64())
	for i := range n {
		if i == n/2 {
			d = drawing(s.low())
		}
		dst = append(dst, d.digit())
	}
	return dst
}

// appendKanaToken appends n ≤ 12 kana without marks.
func appendKanaToken(dst []byte, s Seed, n int, hiragana bool) []byte {
	letters := plainKatakana
	if hiragana {
		letters = plainHiragana
	}
	d := drawing(s.Uint64())
	for i := range n {
		if i == 6 {
			d = drawing(s.low())
		}
		at := int(d.next(plainKana)) * kanaBytes
		dst = append(dst, letters[at:at+kanaBytes]...)
	}
	return dst
}
