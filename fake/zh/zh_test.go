package zh

import (
	"testing"

	"github.com/migawari-dev/migawari/fake/faketest"
)

func TestLocale(t *testing.T) { faketest.Run(t, Locale) }
