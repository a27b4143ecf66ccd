package base64

import (
	"testing"

	"github.com/migawari-dev/migawari/mask/nested/nestedtest"
)

var kit = nestedtest.Case{
	Format: Format{},
	Good:   []string{"YQ==", "YWI=", "YWJj", "YQ", "YWI", "_-8=", "_-8", "/+8=", "YWJj\nZGVm\nZw==\n", "YWJj\r\nZGVm", "AAAA", "YWJjZA==\n", "YWJjZ\nGVm"},
	Bad:    []string{"", "Y", "YQ=", "YQ===", "Y=Q=", "YR==", "YQ==YQ==", "_+8=", "YW Jj", " YWJj", "太郎", "YWJj\nZG\nVm", "YWJj\n\nZGVm", "YWJj\r", "YWJj\rZGVm", "\n", "a@b.c", "YWJj\nZGVm\r\n"},
}

func TestBase64(t *testing.T) { nestedtest.Run(t, kit) }

func FuzzBase64(f *testing.F) { nestedtest.Fuzz(f, kit) }
