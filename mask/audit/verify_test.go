package audit_test

import (
	"bytes"
	"crypto/ed25519"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/audit"
)

func newSigner(t *testing.T, name string) (ed25519.PrivateKey, audit.Signer) {
	public, private, err := ed25519.GenerateKey(nil)
	require.NoError(t, err)
	return private, audit.Signer{Name: name, Key: public}
}

func TestCheck(t *testing.T) {
	r := record(t, rules, pupils+rows(0, 20))
	written := text(t, r)
	key, sato := newSigner(t, "sato")
	other, tanaka := newSigner(t, "tanaka")
	log := filepath.Join(t.TempDir(), "log")
	require.NoError(t, audit.Append(log, audit.Entry{Verb: "mask", Ended: audit.Done, SHA256: r.SHA256, Audit: digest(written)}))
	require.NoError(t, audit.Append(log, audit.Entry{Verb: "mask", Ended: audit.Stopped}))
	lines, err := os.ReadFile(log)
	require.NoError(t, err)
	first, second, _ := bytes.Cut(lines, []byte("\n"))
	now := r.Started.AddDate(0, 1, 0)
	edited := bytes.Replace(written, []byte(`"verdict": "masked"`), []byte(`"verdict": "partial"`), 1)
	expired := func() []byte {
		past := now.AddDate(0, 0, -1)
		again := *r
		again.Expires = &past
		return text(t, &again)
	}()
	another := strings.Repeat("1", 64)

	for name, c := range map[string]struct {
		text []byte
		ev   audit.Evidence
		want error
	}{
		"nothing is asked":      {written, audit.Evidence{}, nil},
		"all holds":             {written, audit.Evidence{Signature: audit.Sign(key, written), Signers: []audit.Signer{tanaka, sato}, Dump: &r.SHA256, Log: lines}, nil},
		"signed by somebody":    {written, audit.Evidence{Signature: audit.Sign(key, written)}, nil},
		"an edited audit":       {edited, audit.Evidence{Signature: audit.Sign(key, written)}, audit.ErrSignature},
		"a signature elsewhere": {written, audit.Evidence{Signature: sshsig.Sign(key, "other", written)}, sshsig.ErrNamespace},
		"no signature":          {written, audit.Evidence{Signers: []audit.Signer{sato}}, audit.ErrUnsigned},
		"another's signature":   {written, audit.Evidence{Signature: audit.Sign(other, written), Signers: []audit.Signer{sato}}, audit.ErrSigner},
		"one of two is another": {written, audit.Evidence{Signature: append(audit.Sign(key, written), audit.Sign(other, written)...), Signers: []audit.Signer{sato}}, audit.ErrSigner},
		"another dump":          {written, audit.Evidence{Dump: &another}, audit.ErrOther},
		"edited, and logged":    {edited, audit.Evidence{Log: lines}, audit.ErrUnlogged},
		"a log that was cut":    {written, audit.Evidence{Log: []byte{}}, audit.ErrUnlogged},
		"a log without a line":  {written, audit.Evidence{Log: second}, audit.ErrChain},
		"a log that was edited": {written, audit.Evidence{Log: bytes.Replace(lines, []byte(`"mask"`), []byte(`"dump"`), 1)}, audit.ErrChain},
		"half a line":           {written, audit.Evidence{Log: first[:40]}, audit.ErrLine},
		"an expired copy":       {expired, audit.Evidence{}, audit.ErrGone},
		"a clock set back":      {written, audit.Evidence{Now: r.Started.AddDate(-1, 0, 0)}, audit.ErrFuture},
	} {
		t.Run(name, func(t *testing.T) {
			if c.ev.Now.IsZero() {
				c.ev.Now = now
			}
			_, found, err := audit.Check(c.text, c.ev)
			require.NoError(t, err)
			var wrong error
			for _, f := range found {
				if f.Err != nil {
					wrong = f.Err
				}
			}
			require.ErrorIs(t, wrong, c.want)
		})
	}
}

func TestCheckOfParts(t *testing.T) {
	a, b := record(t, rules, pupils+rows(0, 20)), record(t, rules, pupils+rows(20, 40))
	a.SHA256, b.SHA256 = strings.Repeat("a", 64), strings.Repeat("b", 64)
	sum, err := audit.Merge(a, b)
	require.NoError(t, err)
	_, found, err := audit.Check(text(t, sum), audit.Evidence{Dump: &b.SHA256, Now: time.Now()})
	require.NoError(t, err)
	require.Equal(t, []audit.Finding{{Of: "dump", Detail: "part 2 of 2"}}, found)
}

// No line of a log can be changed, taken out, doubled or put elsewhere; only lines at the
// end can be cut off, which the audits of their runs bring to light.
func TestLogChain(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	for range 8 {
		require.NoError(t, audit.Append(log, audit.Entry{Verb: "mask", Who: "sato"}))
	}
	text, err := os.ReadFile(log)
	require.NoError(t, err)
	lines := strings.SplitAfter(strings.TrimSuffix(string(text), "\n"), "\n")
	lines[7] += "\n"
	rapid.Check(t, func(t *rapid.T) {
		changed := append([]string{}, lines...)
		i := rapid.IntRange(0, 7).Draw(t, "i")
		switch rapid.IntRange(0, 3).Draw(t, "how") {
		case 0:
			if i == 7 {
				return
			}
			changed = append(changed[:i], changed[i+1:]...)
		case 1:
			changed = append(changed[:i+1], changed[i:]...)
		case 2:
			if i == 7 {
				return
			}
			changed[i], changed[i+1] = changed[i+1], changed[i]
		case 3:
			at := rapid.IntRange(0, len(changed[i])-2).Draw(t, "at")
			b := []byte(changed[i])
			b[at] ^= 1
			changed[i] = string(b)
		}
		_, err := audit.ReadLog([]byte(strings.Join(changed, "")))
		require.Error(t, err)
	})
	all, err := audit.ReadLog(text)
	require.NoError(t, err)
	require.Len(t, all, 8)
}

func TestLogClock(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	first := line(1, time.Now().Add(24*time.Hour), "")
	require.NoError(t, os.WriteFile(log, []byte(first), 0o600))
	require.ErrorIs(t, audit.Append(log, audit.Entry{Verb: "mask"}), audit.ErrClock)
	_, err := audit.ReadLog([]byte(first + line(2, time.Now(), first[len(first)-67:len(first)-3])))
	require.ErrorIs(t, err, audit.ErrClock)
	var at *audit.LineError
	require.ErrorAs(t, err, &at)
	require.Equal(t, 2, at.Line)
}

// line is one of a run log.
func line(n int, at time.Time, before string) string {
	body := fmt.Sprintf(`{"n":%d,"time":"%s","who":"","pid":0,"verb":"mask","before":"%s"`, n, at.UTC().Format(time.RFC3339), before)
	return body + `,"sum":"` + digest([]byte(body)) + "\"}\n"
}

// Runs that end at once all stand in the log.
func TestLogOfMany(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	done := make(chan error)
	for range 20 {
		go func() { done <- audit.Append(log, audit.Entry{Verb: "mask"}) }()
	}
	for range 20 {
		require.NoError(t, <-done)
	}
	text, err := os.ReadFile(log)
	require.NoError(t, err)
	all, err := audit.ReadLog(text)
	require.NoError(t, err)
	require.Len(t, all, 20)
}

func TestCopies(t *testing.T) {
	now := time.Now()
	past, future := now.AddDate(0, 0, -1), now.AddDate(0, 0, 1)
	entry := func(target, sum, ended string, expires *time.Time) audit.Entry {
		return audit.Entry{Verb: "mask", PID: 1, Output: target, SHA256: sum, Ended: ended, Use: audit.Use{Expires: expires}}
	}
	var got []string
	for _, c := range audit.Copies([]audit.Entry{
		entry("a", "", "", nil), entry("a", "1", audit.Done, &past),
		entry("b", "", "", nil), entry("b", "2", audit.Done, &future),
		entry("c", "", "", nil), entry("c", "", audit.Stopped, nil),
		entry("d", "", "", nil),
		entry("e", "3", audit.Done, &past), {Verb: audit.Close, Output: "e", SHA256: "3"},
		entry("f", "3", audit.Done, nil),
	}, now) {
		got = append(got, c.Output+" "+string(c.State))
	}
	require.Equal(t, []string{"a expired", "b open", "d running", "e closed", "f open"}, got)
}

func FuzzReadLog(f *testing.F) {
	f.Add([]byte(line(1, time.Unix(1e9, 0), "")))
	f.Add([]byte("{}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		all, err := audit.ReadLog(text)
		require.True(t, err != nil || len(all) == bytes.Count(text, []byte("\n")))
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{"audit":1,"key_id":"0123456789abcdef","tables":{"t":{"rows":1,"persons":{"person":{"below":10}}}}}`))
	f.Add([]byte(`{"key_id":"0","tables":{"t":null}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := audit.Read(text)
		if err != nil {
			return
		}
		var b bytes.Buffer
		require.NoError(t, r.Write(&b))
		_, err = audit.Merge(r, r)
		require.Error(t, err, "the same twice")
	})
}
