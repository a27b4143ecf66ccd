package main

import (
	"io"
	"log"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/fake/faketest"
)

// The kit looks whether the lists are long enough and the numbers safe.
func TestAustralia(t *testing.T) { faketest.Run(t, Australia) }

func Example() {
	if err := people(4, os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// name,email,phone,postcode
	// Delphia Abrams,delphia.abrams.c3zqi41zxe97b@wmits.example.com,0491 570 156,0002
	// Kathryn Abrams,kathryn.abrams.kuy2jqyyf0nmo@wmits.example.com,0491 570 157,0002
	// Maverick Hodge,maverick.hodge.asis0y2w79742@wmits.example.com,0491 570 737,0034
	// Ewell Hodge,ewell.hodge.whw2kbebsbaah@wmits.example.com,0491 570 006,0034
}

func TestUsage(t *testing.T) {
	require.NoError(t, run([]string{"customlocale", "0"}, io.Discard))
	for _, args := range [][]string{{"customlocale"}, {"customlocale", "many"}, {"customlocale", "-1"}} {
		require.ErrorContains(t, run(args, io.Discard), "usage")
	}
}
