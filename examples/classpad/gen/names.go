package main

// A name is one part of a person's name: written, read in katakana, and in
// Hepburn romaji.
type name struct{ kanji, kana, romaji string }

// families are family names that occur, mostly rare ones; whoever is made of
// them is invented. Among them are the shapes that break software: one
// character and four, repeat mark and small ke, characters that CP932 has and
// JIS X 0208 has not (髙, 﨑), and three whose second byte in CP932 is a
// backslash (表, 十, 能).
var families = []name{
	{"霧島", "キリシマ", "Kirishima"}, {"汐見", "シオミ", "Shiomi"}, {"鷺沢", "サギサワ", "Sagisawa"}, {"榎本", "エノモト", "Enomoto"},
	{"乾", "イヌイ", "Inui"}, {"東", "アズマ", "Azuma"}, {"佐々木", "ササキ", "Sasaki"}, {"勅使河原", "テシガワラ", "Teshigawara"},
	{"髙梨", "タカナシ", "Takanashi"}, {"尾﨑", "オザキ", "Ozaki"}, {"渡邊", "ワタナベ", "Watanabe"}, {"齋藤", "サイトウ", "Saito"},
	{"桝野", "マスノ", "Masuno"}, {"五十嵐", "イガラシ", "Igarashi"}, {"宇佐美", "ウサミ", "Usami"}, {"小笠原", "オガサワラ", "Ogasawara"},
	{"片瀬", "カタセ", "Katase"}, {"柏木", "カシワギ", "Kashiwagi"}, {"貴船", "キフネ", "Kifune"}, {"楠", "クスノキ", "Kusunoki"},
	{"剣持", "ケンモチ", "Kemmochi"}, {"越智", "オチ", "Ochi"}, {"古賀", "コガ", "Koga"}, {"逢坂", "オウサカ", "Osaka"},
	{"雨宮", "アメミヤ", "Amemiya"}, {"石動", "イスルギ", "Isurugi"}, {"植草", "ウエクサ", "Uekusa"}, {"海老原", "エビハラ", "Ebihara"},
	{"大鷹", "オオタカ", "Otaka"}, {"表", "オモテ", "Omote"}, {"十河", "ソゴウ", "Sogo"}, {"能登", "ノト", "Noto"},
	{"千早", "チハヤ", "Chihaya"}, {"土岐", "トキ", "Toki"}, {"戸ヶ崎", "トガサキ", "Togasaki"}, {"鳴海", "ナルミ", "Narumi"},
	{"二階堂", "ニカイドウ", "Nikaido"}, {"沼尻", "ヌマジリ", "Numajiri"}, {"根岸", "ネギシ", "Negishi"}, {"萩尾", "ハギオ", "Hagio"},
	{"日向", "ヒナタ", "Hinata"}, {"深町", "フカマチ", "Fukamachi"}, {"辺見", "ヘンミ", "Hemmi"}, {"穂積", "ホヅミ", "Hozumi"},
	{"真壁", "マカベ", "Makabe"}, {"三雲", "ミクモ", "Mikumo"}, {"武者", "ムシャ", "Musha"}, {"望月", "モチヅキ", "Mochizuki"},
	{"矢吹", "ヤブキ", "Yabuki"}, {"湯川", "ユカワ", "Yukawa"}, {"代々木", "ヨヨギ", "Yoyogi"}, {"若狭", "ワカサ", "Wakasa"},
}

// givens are given names by sex, "M" and "F".
var givens = map[string][]name{
	"M": {
		{"陸斗", "リクト", "Rikuto"}, {"湊", "ミナト", "Minato"}, {"樹", "イツキ", "Itsuki"}, {"蒼真", "ソウマ", "Soma"},
		{"颯太", "ソウタ", "Sota"}, {"朔", "サク", "Saku"}, {"圭吾", "ケイゴ", "Keigo"}, {"航平", "コウヘイ", "Kohei"},
		{"大和", "ヤマト", "Yamato"}, {"悠人", "ユウト", "Yuto"}, {"健", "タケル", "Takeru"}, {"一颯", "イブキ", "Ibuki"},
		{"直輝", "ナオキ", "Naoki"}, {"誠司", "セイジ", "Seiji"}, {"伸也", "シンヤ", "Shin'ya"}, {"律", "リツ", "Ritsu"},
		{"遼太郎", "リョウタロウ", "Ryotaro"}, {"ヒカル", "ヒカル", "Hikaru"}, {"順一", "ジュンイチ", "Jun'ichi"}, {"匠", "タクミ", "Takumi"},
	},
	"F": {
		{"さくら", "サクラ", "Sakura"}, {"結衣", "ユイ", "Yui"}, {"陽菜", "ヒナ", "Hina"}, {"美月", "ミヅキ", "Mizuki"},
		{"莉子", "リコ", "Riko"}, {"澪", "ミオ", "Mio"}, {"紬", "ツムギ", "Tsumugi"}, {"詩乃", "シノ", "Shino"},
		{"花音", "カノン", "Kanon"}, {"千夏", "チナツ", "Chinatsu"}, {"心春", "コハル", "Koharu"}, {"杏奈", "アンナ", "Anna"},
		{"優子", "ユウコ", "Yuko"}, {"香織", "カオリ", "Kaori"}, {"みゆ", "ミユ", "Miyu"}, {"瑠璃", "ルリ", "Ruri"},
		{"遥", "ハルカ", "Haruka"}, {"凛", "リン", "Rin"}, {"志保", "シホ", "Shiho"}, {"千紘", "チヒロ", "Chihiro"},
	},
}

// The canary is a pupil whose name nobody has and no list of fakes holds, so
// that it can be looked for in a masked dump.
var (
	canaryFamily = name{"埜河原", "ノガハラ", "Nogahara"}
	canaryGiven  = name{"圭燈", "ケイト", "Keito"} // 圭: 8C 5C in CP932
)

// strangers are the users without a school: what they gave as a name need not
// be one.
var strangers = []string{
	"Maria Santos", "Иван Петров", "マリア・サントス", "Kim Min-jun", "SMITH, John", "ｽﾐｽ ｼﾞｮﾝ", "ねこずき", "user_0031", "林 一郎", "O'Neill Sinéad",
	"ゆうき☆", "Dr. Ana de la Cruz", "山の民", "Li Wei", "1", "Anne-Marie Dubois",
}
