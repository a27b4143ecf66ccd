package builtin

import (
	"errors"

	"github.com/migawari-dev/migawari/dialects/schema"
	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/mask"
)

// webMaskers are the maskers of what programs and devices leave behind.
var webMaskers = mask.Set{
	"url":        urlFactory,
	"filename":   filenameFactory,
	"mac":        macFactory,
	"user_agent": userAgentFactory,
	"geo":        geoFactory,
}

// url replaces a URL by one of nothing: http or https and www. stay, the host is one
// of those of email, so that a host is one host in both; the path becomes a token
// with the extension of the value's. User, port, query and fragment fall away. What
// is no URL of the web is not of this kind.
//
// From max: 33 on, and without max, two URLs get one fake with a chance of 2⁻⁶⁶.
type urlMasker struct {
	chars   int
	domains fake.Seed
}

func urlFactory(b *mask.Build) (mask.Masker, error) {
	chars, err := limited(b, fake.URLLeast, fake.URLLength)
	return urlMasker{chars, domainSeed(b)}, err
}

func (m urlMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := fake.AppendURL(out.Begin(), in.Seed(), m.domains, in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m urlMasker) Spec() mask.Spec {
	return mask.Spec{
		Kind: "url", Canonical: fake.AppendURLKey,
		Output: mask.Output{Chars: m.chars}, Distinct: distinct(m.chars, fake.URLDistinct),
	}
}

// filename replaces the name of a file by a token and keeps its extension. Folders
// become tokens of their own, so that a tree stays a tree. Where max, or without it
// 64 characters and the length of the value, do not hold the folders, they go.
//
// From max: 19 on, and without max, two names get one fake with a chance of 2⁻⁶⁶.
type filenameMasker struct {
	chars   int // 0: by the value
	folders fake.Seed
}

func filenameFactory(b *mask.Build) (mask.Masker, error) {
	if b.Max > 0 && b.Max < fake.FilenameLeast {
		return nil, atLeast(fake.FilenameLeast)
	}
	return filenameMasker{b.Max, b.Key("filename").Seed([]byte("folders of file names"))}, nil
}

func (m filenameMasker) Mask(out *mask.Out, in *mask.In) error {
	b, ok := fake.AppendFilename(out.Begin(), in.Seed(), m.folders, in.Value, m.chars)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m filenameMasker) Spec() mask.Spec {
	chars := m.chars
	if chars == 0 {
		chars = fake.FilenameLength
	}
	return mask.Spec{
		Kind: "filename", Canonical: canonicalText,
		Output: mask.Output{Chars: chars}, Distinct: distinct(chars, fake.FilenameDistinct),
	}
}

// mac replaces a MAC address by one that no maker has given out: it says of itself
// that it is administered locally. Notation and case stay, as do the addresses of
// none and of all. A column of 6 or 8 bytes has the bytes. Two addresses get one fake
// with a chance of 2⁻⁴⁶.
type macMasker struct{ binary bool }

func macFactory(*mask.Build) (mask.Masker, error) { return macMasker{}, nil }

func (m macMasker) Bind(c *schema.Column) (mask.Masker, error) {
	m.binary = c.Type.Kind == schema.Binary
	return m, nil
}

func (m macMasker) Mask(out *mask.Out, in *mask.In) error {
	write := fake.AppendMAC
	if m.binary {
		write = fake.AppendMACBytes
	}
	b, ok := write(out.Begin(), in.Seed(), in.Value)
	if !ok {
		return mask.ErrUnfit
	}
	out.End(b)
	return nil
}

func (m macMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "mac", Canonical: fake.AppendMACKey, Output: mask.Output{Kinds: []schema.Kind{schema.MAC, schema.Binary}}}
}

// user_agent writes what every user of the same browser, major version and system
// sends: device, build and what an app adds of its own fall away. What is no browser
// becomes one word for all. Nothing of it is drawn.
type userAgentMasker struct{ chars int }

func userAgentFactory(b *mask.Build) (mask.Masker, error) {
	chars, err := limited(b, 1, fake.UserAgentLength)
	return userAgentMasker{chars}, err
}

func (m userAgentMasker) Mask(out *mask.Out, in *mask.In) error {
	out.End(cut(fake.AppendUserAgent(out.Begin(), in.Value), m.chars))
	return nil
}

func (m userAgentMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "user_agent", Keying: mask.ByNothing, Output: mask.Output{Chars: m.chars}}
}

// geo replaces coordinates by those of a place in the open sea, a thousand
// kilometres from any shore, with as many places behind the point: a latitude or
// longitude, both with a comma or space between, POINT(longitude latitude), or a point
// as MySQL and PostGIS write it. A
// single number beyond 90 is a longitude, any other a latitude unless the rule says
// axis: longitude. Coordinates that are zero stand for none and stay.
type geoMasker struct {
	axis  fake.Axis
	chars int
}

// geoLength is the length of two coordinates with 12 places, without max.
const geoLength = len("34.123456789012, 165.123456789012")

func geoFactory(b *mask.Build) (mask.Masker, error) {
	word, err := b.String("axis", "")
	if err != nil {
		return nil, err
	}
	m := geoMasker{}
	if m.chars, err = limited(b, len("165"), geoLength); err != nil {
		return nil, err
	}
	switch word {
	case "":
	case "latitude":
		m.axis = fake.Latitude
	case "longitude":
		m.axis = fake.Longitude
	default:
		return nil, errors.New("axis: want latitude or longitude")
	}
	return m, nil
}

func (m geoMasker) Mask(out *mask.Out, in *mask.In) error {
	p, ok := parsePoint(in.Value)
	var b []byte
	if ok {
		b, ok = p.appendFake(out.Begin(), in.Seed())
	} else {
		b, ok = fake.AppendGeo(out.Begin(), in.Seed(), in.Value, m.axis)
	}
	if !ok {
		return mask.ErrUnfit
	}
	if len(b) > max(m.chars, len(in.Value)) {
		return mask.ErrWidth
	}
	out.End(b)
	return nil
}

// Recognise implements [mask.Recogniser]: points of a server are judged as people write them.
func (m geoMasker) Recognise(value []byte) fake.Answer {
	if p, ok := parsePoint(value); ok {
		value = p.text()
	}
	return fake.Recognise("geo", value)
}

func (m geoMasker) Spec() mask.Spec {
	return mask.Spec{Kind: "geo", Output: mask.Output{Chars: m.chars, Kinds: []schema.Kind{schema.Decimal, schema.Float, schema.Geometry}}}
}
