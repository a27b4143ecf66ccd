package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v4"
)

func TestJudge(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted, free of charge, to any person\nobtaining a copy of this software":     "MIT",
		"Redistribution and use in source and\n  binary forms":                                               "BSD-2-Clause",
		"Redistribution and use in source and binary forms … may not be used to endorse or promote products": "BSD-3-Clause",
		"Apache License\n   Version 2.0, January 2004\n   http://www.apache.org/licenses/":                   "Apache-2.0",
		"GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3":                                                     "",
		"GNU LESSER GENERAL PUBLIC LICENSE\n  Version 3":                                                     "",
		"GNU GENERAL PUBLIC LICENSE\n  Version 2":                                                            "",
		"All rights reserved.": "",
	} {
		m := module{path: "example.com/m", texts: []string{text}}
		err := m.judge()
		require.Equal(t, want, strings.Join(m.licences, " "), text)
		require.Equal(t, want == "", err != nil, text)
	}
	both := module{path: "example.com/m", texts: []string{"Permission is hereby granted, free of charge, to any person obtaining a copy of this software", "GNU GENERAL PUBLIC LICENSE Version 3"}}
	require.ErrorContains(t, both.judge(), "example.com/m is under GPL")
}

// TestGo: what stands for the licence of Go is the licence of Go.
func TestGo(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "LICENSE"))
	if err != nil {
		t.Skip("this installation of Go has no licence beside it")
	}
	all, err := modules("github.com/migawari-dev/migawari/cmd/migawari")
	require.NoError(t, err)
	require.Contains(t, all[0].texts, strings.TrimSpace(string(text)))
}

// TestPlatforms: a release is built for those that are looked at.
func TestPlatforms(t *testing.T) {
	text, err := os.ReadFile("../../.goreleaser.yaml")
	require.NoError(t, err)
	var file struct {
		Builds []struct{ Goos, Goarch []string }
	}
	require.NoError(t, yaml.Unmarshal(text, &file))
	require.Len(t, file.Builds, 1)
	var built []string
	for _, system := range file.Builds[0].Goos {
		for _, processor := range file.Builds[0].Goarch {
			built = append(built, system+"/"+processor)
		}
	}
	require.ElementsMatch(t, platforms, built)
}
