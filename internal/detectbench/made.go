package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"github.com/brianvoe/gofakeit/v7"

	"github.com/migawari-dev/migawari/mask/detect"
)

// A maker makes values for columns of which there are no rows. It is gofakeit for what is
// Western and the lists below for what is Japanese; nothing is of package fake, which the
// detectors know.
type maker struct {
	*gofakeit.Faker
	japanese bool
}

// makerFor gives the maker of a column: the same one in every run.
func makerFor(l *label) *maker {
	h := fnv.New64a()
	_, _ = h.Write([]byte(l.source + "." + l.table + "." + l.column)) // it does not fail
	return &maker{gofakeit.NewFaker(rand.NewPCG(h.Sum64(), 1), false), l.japanese}
}

// Everyday words of Japanese data, written down by hand.
var (
	jaFamily = strings.Fields("佐々木 吉田 山本 渡辺 小林 長谷川 五十嵐 小笠原 東海林 二階堂 御子柴 近藤 石橋 中川 古賀 平野 松尾 黒木 神田 栗原")
	jaGiven  = strings.Fields("大翔 蓮 湊 悠真 陽葵 凛 結菜 美月 さくら 浩二 直樹 由美子 恵子 誠 和也 千尋 莉子 颯太 健太郎 真理")
	jaFamK   = strings.Fields("ササキ ヨシダ ヤマモト ワタナベ コバヤシ ハセガワ イガラシ オガサワラ ショウジ ニカイドウ ミコシバ コンドウ イシバシ ナカガワ コガ ヒラノ マツオ クロキ カンダ クリハラ")
	jaGivK   = strings.Fields("ヒロト レン ミナト ユウマ ヒマリ リン ユイナ ミヅキ サクラ コウジ ナオキ ユミコ ケイコ マコト カズヤ チヒロ リコ ソウタ ケンタロウ マリ")
	jaCity   = strings.Fields("横浜市 川崎市 札幌市 仙台市 広島市 高松市 那覇市 金沢市 鹿児島市 松本市 八王子市 世田谷区 港区")
	jaPref   = strings.Fields("神奈川県 北海道 宮城県 広島県 香川県 沖縄県 石川県 鹿児島県 長野県 東京都 千葉県 京都府")
	jaTown   = strings.Fields("緑町 中央 本町 桜ヶ丘 旭町 栄 大手町 泉 若葉台 花園")
	jaText   = []string{"お世話になっております。先日の件、よろしくお願いいたします。", "発熱のため本日は欠席します。", "次回は午後に伺います。ご都合はいかがでしょうか。", "特になし", "面談済み。保護者と相談の上、継続して様子を見る。", "商品が届きません。至急確認してください。"}
	jaOrg    = strings.Fields("株式会社山田製作所 有限会社みなと商店 市立第三中学校 県立中央高等学校 さくら銀行 東西大学 緑ヶ丘幼稚園 合同会社クロス")
	jaWord   = strings.Fields("消しゴム 国語 数学 一般 通常 特別 未処理 完了 A4ノート 春期 第一回 送料無料 会員限定 新商品 サンプル")
)

func (m *maker) of(words []string) string { return words[m.IntRange(0, len(words)-1)] }

// value makes one for a column, of the kind of its label.
func (m *maker) value(l *label) string {
	number := strings.Contains(strings.ToLower(l.sqlType), "int")
	switch l.kind {
	case detect.PersonName:
		if m.japanese {
			return m.of(jaFamily) + m.of([]string{"", " ", "　"}) + m.of(jaGiven)
		}
		return m.Name()
	case detect.FamilyName:
		if m.japanese {
			return m.of(jaFamily)
		}
		return m.LastName()
	case detect.GivenName:
		if m.japanese {
			return m.of(jaGiven)
		}
		return m.FirstName()
	case detect.KanaName:
		switch c := strings.ToLower(l.column); {
		case strings.Contains(c, "01") || strings.Contains(c, "sei") || strings.Contains(c, "last"):
			return m.of(jaFamK)
		case strings.Contains(c, "02") || strings.Contains(c, "mei") || strings.Contains(c, "first"):
			return m.of(jaGivK)
		}
		return m.of(jaFamK) + " " + m.of(jaGivK)
	case detect.Nickname:
		return m.PetName()
	case detect.Username:
		return m.Username()
	case detect.Email:
		return m.Username() + "@" + m.of([]string{"gmail.com", "yahoo.co.jp", "outlook.com", "mail.ru", "acme-corp.com", "u-tokyo.ac.jp"})
	case detect.Phone:
		return m.phone(l)
	case detect.PostalCode:
		if m.japanese {
			return m.part(l, m.Numerify("###-####"))
		}
		return m.Zip()
	case detect.Address:
		if m.japanese {
			return m.of([]string{"", m.of(jaPref)}) + m.of(jaCity) + m.of(jaTown) + m.Numerify("#-##-#")
		}
		return m.Street()
	case detect.City:
		return m.either(jaCity, m.City())
	case detect.Region:
		if number {
			return fmt.Sprint(m.IntRange(1, 47))
		}
		return m.either(jaPref, m.State())
	case detect.Country:
		return m.of([]string{m.CountryAbr(), m.Country()})
	case detect.Organisation:
		return m.either(jaOrg, m.Company())
	}
	return m.other(l, number)
}

func (m *maker) either(ja []string, other string) string {
	if m.japanese {
		return m.of(ja)
	}
	return other
}

// phone makes one, or the part of one that stands in a column.
func (m *maker) phone(l *label) string {
	if m.japanese {
		return m.part(l, m.of([]string{m.Numerify("090-3###-####"), m.Numerify("045-2##-####"), m.Numerify("03-5###-####")}))
	}
	return m.of([]string{m.PhoneFormatted(), m.Phone(), m.Numerify("+44 20 7### ####")})
}

// part gives that part of a value which a column holds: tel02 of tel01 to tel03.
func (m *maker) part(l *label, v string) string {
	if n := strings.IndexAny(l.column, "0123456789"); n > 0 && m.japanese {
		parts := strings.Split(v, "-")
		if i := int(l.column[len(l.column)-1] - '1'); i >= 0 && i < len(parts) {
			return parts[i]
		}
	}
	return v
}

// other makes values of the kinds that are not names or places.
func (m *maker) other(l *label, number bool) string {
	switch l.kind {
	case detect.BirthDate:
		if number {
			return fmt.Sprint(m.IntRange(1950, 2015))
		}
		return m.Date().Format("2006-01-02")
	case detect.Gender:
		if number {
			return fmt.Sprint(m.IntRange(1, 2))
		}
		return m.of([]string{"m", "f"})
	case detect.NationalID:
		return m.Numerify("#########")
	case detect.StudentID, detect.AccountID:
		if number {
			return m.Numerify("2#####")
		}
		return m.of([]string{"S", "A", ""}) + m.Numerify("2#####")
	case detect.PasswordHash:
		return m.of([]string{"$2a$12$" + m.Password(true, true, true, false, false, 53), m.Password(true, false, true, false, false, 32)})
	case detect.SecretToken:
		return m.Password(true, true, true, false, false, 40)
	case detect.IPAddress:
		return m.IPv4Address()
	case detect.UserAgent:
		return m.UserAgent()
	case detect.DeviceID:
		return m.UUID()
	case detect.Geo:
		return fmt.Sprintf("%.6f", m.Latitude())
	case detect.URLProfile:
		return "https://" + m.Username() + ".github.io/"
	case detect.PaymentCard:
		return m.CreditCardNumber(nil)
	case detect.BankAccount:
		return m.AchAccount()
	case detect.OrderOrLicence:
		return m.Numerify("ORD-2024-#####")
	case detect.FreeText:
		return m.either(jaText, m.of([]string{m.Sentence(), m.HackerPhrase(), "ok"}))
	case detect.PhotoBlob:
		return m.of([]string{"avatars/" + m.UUID() + ".jpg", m.Numerify("face_####.png")})
	case detect.JSONContainer:
		b, _ := json.Marshal(map[string]any{"mail": m.Email(), "n": m.IntRange(1, 9)}) // strings and numbers
		return string(b)
	case detect.OtherPII:
		if number {
			return fmt.Sprint(m.IntRange(1, 90))
		}
		return m.of([]string{m.JobTitle(), "married", "B+", "Catholic", "180"})
	}
	return m.nobodys(l)
}

// nobodys makes what is not personal: things that look a bit like data of persons, too.
func (m *maker) nobodys(l *label) string {
	lower, t := strings.ToLower(l.column), strings.ToLower(l.sqlType)
	switch {
	case strings.Contains(t, "int"), strings.Contains(t, "serial"), strings.Contains(t, "bool"), strings.Contains(t, "bit"):
		return fmt.Sprint(m.IntRange(0, 100))
	case strings.Contains(t, "date"), strings.Contains(t, "time"):
		return m.Date().Format("2006-01-02 15:04:05")
	case strings.Contains(t, "dec"), strings.Contains(t, "num"), strings.Contains(t, "float"), strings.Contains(t, "double"):
		return fmt.Sprintf("%.2f", m.Price(1, 900))
	case strings.Contains(lower, "name") || strings.Contains(lower, "title"):
		return m.either(jaWord, m.ProductName())
	case strings.Contains(lower, "url") || strings.Contains(lower, "path") || strings.Contains(lower, "file"):
		return m.of([]string{"/var/www/html/" + m.Word() + ".php", "images/" + m.Word() + ".png"})
	}
	made := []func() string{
		func() string { return m.AppVersion() },
		func() string { return m.Numerify("978-4-##-######-#") },
		func() string { return m.HexColor() },
		func() string { return m.Numerify("##,###") },
		func() string { return m.either(jaWord, m.Word()) },
		func() string { return m.UUID() },
		func() string { return m.of([]string{"draft", "published", "closed"}) },
		func() string { return strings.ToUpper(m.LetterN(2)) + m.Numerify("-####-##") },
		func() string { return m.Numerify("17########") },
		func() string { return m.FileMimeType() },
		func() string { return m.either(jaText[3:4], m.ProductDescription()) },
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(l.table + l.column)) // it does not fail
	return made[int(h.Sum32()%uint32(len(made)))]()
}
