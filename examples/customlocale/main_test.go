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
	// Gloria Smith,gloria.smith.c3zqi41zxe97b@wmits.example.com,0491 570 156,0002
	// Aaliyah Smith,aaliyah.smith.kuy2jqyyf0nmo@wmits.example.com,0491 570 157,0002
	// Kirk Owens,kirk.owens.asis0y2w79742@wmits.example.com,0491 570 737,0034
	// Gregory Owens,gregory.owens.whw2kbebsbaah@wmits.example.com,0491 570 006,0034
}

func TestUsage(t *testing.T) {
	require.NoError(t, run([]string{"customlocale", "0"}, io.Discard))
	for _, args := range [][]string{{"customlocale"}, {"customlocale", "many"}, {"customlocale", "-1"}} {
		require.ErrorContains(t, run(args, io.Discard), "usage")
	}
}
