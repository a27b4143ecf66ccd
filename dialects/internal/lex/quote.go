package lex

// AppendQuoted appends a name or text between quotes, which are doubled inside.
func AppendQuoted[T string | []byte](dst []byte, text T, quote byte) []byte {
	dst = append(dst, quote)
	for i := range len(text) {
		if text[i] == quote {
			dst = append(dst, quote)
		}
		dst = append(dst, text[i])
	}
	return append(dst, quote)
}
