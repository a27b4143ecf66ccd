package verify

// SetMaxHits sets how many different values are noted, and gives what sets it back.
func SetMaxHits(n int) (back func()) {
	was := maxHits
	maxHits = n
	return func() { maxHits = was }
}
