package main

import "fmt"

// An order is bought by a guardian for a pupil, or by somebody without a school
// for themselves; it brings one licence.
type order struct {
	id                        int
	no                        string
	account, home, guardian   int
	buyer, kana               string
	postal, address, memo     string
	method                    string
	installments, amount      int
	ordered, paid             string
	product                   int
	code                      string
	starts, expires, activate string
}

var products = []struct {
	code, title string
	price, days int
}{
	{"CPN-STD-1Y", "標準ライセンス 1年", 1980, 365},
	{"CPN-STD-3Y", "標準ライセンス 3年", 4950, 1095},
	{"CPN-ENG-1Y", "英語辞書オプション", 2200, 365},
	{"CPN-TRIAL", "体験版 (30日)", 0, 30},
}

func (w *world) addOrders(s int) {
	for i := range w.guardians {
		if g := &w.guardians[i]; g.pupilSchool == s && g.number == 0 && (g.pupilIndex%4 == 0 || s == 1 && g.pupilIndex == canaryPupil) {
			w.addOrder(s, g.pupilIndex, order{
				account: accountID(s, g.pupilIndex), home: g.home, guardian: g.id,
				buyer: g.family.kanji + " " + g.given.kanji, kana: halfWidth.Replace(g.family.kana + " " + g.given.kana), postal: g.postal, address: g.address,
			})
		}
	}
	for k := casioNo; k < accountsPer; k++ {
		if a := &w.accounts[accountID(s, k)-1]; k%2 == 0 && a.name != "" {
			w.addOrder(s, k, order{account: a.id, buyer: a.name})
		}
	}
}

func (w *world) addOrder(s, k int, o order) {
	o.id = len(w.orders) + 1
	bought := -600 + below(500, "bought", s, k)
	o.no = fmt.Sprintf("OD%s-%06d", day(bought)[:4]+day(bought)[5:7], 210000+37*o.id)
	o.method = pick([]string{"card", "konbini", "paypay", "invoice"}, "method", s, k)
	if o.method == "card" {
		o.installments = pick([]int{1, 1, 3, 6}, "installments", s, k)
	}
	o.product = 1 + below(len(products), "product", s, k)
	p := products[o.product-1]
	o.amount = p.price
	o.ordered = stamp("ordered", bought, bought+1, s, k)
	if k%6 != 4 {
		o.paid = stamp("paid", bought+1, bought+4, s, k)
	}
	o.starts, o.expires = day(bought+5), day(bought+5+p.days)
	if k%5 != 0 {
		o.activate = stamp("activated", bought+5, bought+30, s, k)
	}
	o.code = fmt.Sprintf("CPN-%s-%s-%s", spell(codeDigits, 4, "code a", s, k), spell(codeDigits, 4, "code b", s, k), spell(codeDigits, 4, "code c", s, k))
	if k%7 == 6 {
		o.memo = fmt.Sprintf("請求先: %s様 / %s", o.buyer, o.address)
	}
	w.orders = append(w.orders, o)
}
