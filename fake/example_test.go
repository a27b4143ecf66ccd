package fake_test

import (
	"fmt"

	"github.com/migawari-dev/migawari/fake"
	"github.com/migawari-dev/migawari/fake/en"
	"github.com/migawari-dev/migawari/fake/ja"
)

// One person in several faces, for a fixture.
func ExampleNewPersona() {
	s := fake.TestSeed("ExampleNewPersona")
	p := fake.NewPersona(s.Nth(1), s.Nth(1), ja.Locale)
	fmt.Println(p.Name(), p.Sex())
	fmt.Println(string(p.AppendFamily(nil, fake.Katakana)), string(p.AppendGiven(nil, fake.Hiragana)))
	fmt.Println(string(p.AppendFamily(nil, fake.Latin)), string(p.AppendGiven(nil, fake.Latin)))
	fmt.Println(string(p.AppendEmail(nil, s, []byte("somebody@school.ed.jp"), 0)))
	// Output:
	// 瀬能 一明 male
	// セノウ かずあき
	// Seno Kazuaki
	// kazuaki.seno.tmqkgj5l4q5pa@maojn.example.ed.jp
}

// Brothers and sisters share the seed of their household.
func ExampleNewPersona_household() {
	s := fake.TestSeed("ExampleNewPersona_household")
	home := s.Sub("family 1")
	for i := range 3 {
		fmt.Println(fake.NewPersona(s.Nth(i), home, en.Locale).Name())
	}
	// Output:
	// Justin O'Hara
	// Norberto O'Hara
	// Tyler O'Hara
}

// A name is written as the value that it stands for was.
func ExampleLocale_ParseShape() {
	s := fake.TestSeed("ExampleLocale_ParseShape")
	p := fake.NewPersona(s, s, ja.Locale)
	for _, v := range []string{"山田太郎", "YAMADA, Taro", "山田 太郎（ヤマダ タロウ）様", "ﾔﾏﾀﾞ ﾀﾛｳ", "山田先生"} {
		shape, _ := ja.Locale.ParseShape([]byte(v))
		name, _ := p.AppendName(nil, shape, 0)
		fmt.Println(string(name))
	}
	// Output:
	// 鹿嶋絵梨
	// KASHIMA, Eri
	// 鹿嶋 絵梨（カシマ エリ）様
	// ｶｼﾏ ｴﾘ
	// 鹿嶋先生
}

// A phone number keeps its form and reaches nobody.
func ExampleLocale_AppendPhone() {
	s := fake.TestSeed("ExampleLocale_AppendPhone")
	for _, v := range []string{"03-1234-5678", "+81 (0)90-1234-5678", "０９０１２３４５６７８"} {
		phone, _ := ja.Locale.AppendPhone(nil, s, []byte(v), 0)
		fmt.Println(string(phone))
	}
	// Output:
	// 06-1339-5648
	// +81 90-0339-5648
	// ０９００３３９５６４８
}

// A date of birth stays in its school year, in its notation.
func ExamplePersona_Birth() {
	s := fake.TestSeed("ExamplePersona_Birth")
	p := fake.NewPersona(s, s, ja.Locale)
	for _, v := range []string{"2012-04-02", "平成24年4月2日", "H24.4.2"} {
		d, form, _ := fake.ParseDate([]byte(v))
		date, _ := form.Append(nil, p.Birth(d))
		fmt.Println(string(date))
	}
	// Output:
	// 2012-06-06
	// 平成24年6月6日
	// H24.6.6
}

func ExamplePairCheck() {
	s := fake.TestSeed("ExamplePairCheck")
	p := fake.NewPersona(s, s, en.Locale)
	fmt.Println(fake.PairCheck(p.Family(), p.Given()))
	// Output: true
}

// What a school has agrees, and its pupils agree with it.
func ExampleClass() {
	school := fake.NewSchool(fake.TestSeed("ExampleClass"), ja.Locale)
	name, _ := school.AppendName(nil, []byte("横浜市立番町小学校"))
	code, _ := school.AppendCode(nil, []byte("B101210000018"))
	phone, _ := school.AppendPhone(nil, []byte("03-1234-5678"), 0)
	fmt.Println(string(name), school.Region(), string(code), string(phone))

	class := fake.Class{School: school, Stage: fake.Elementary, Year: 2025, Grade: 3, Label: 2}
	for _, n := range []int{1, 20, 40} {
		p := class.Pupil(n)
		fmt.Println(string(p.AppendClass(nil, []byte("1年A組"))), n, p.Name(), p.Born(), string(p.AppendEmail(nil)))
	}
	// Output:
	// 虚構市立草稿小学校 福岡県 B140209457262 092-169-2146
	// 3年B組 1 朝内 康行 {2016 8 5} s202302014@sch945726.example.ed.jp
	// 3年B組 20 重光 孝重 {2017 1 18} s202302204@sch945726.example.ed.jp
	// 3年B組 40 光岡 礼英子 {2016 6 11} s202302402@sch945726.example.ed.jp
}
