package workload

// A word is a name in three scripts.
type word struct{ kanji, kana, latin string }

var surnames = []word{
	{"佐藤", "サトウ", "Sato"}, {"鈴木", "スズキ", "Suzuki"}, {"高橋", "タカハシ", "Takahashi"}, {"田中", "タナカ", "Tanaka"},
	{"伊藤", "イトウ", "Ito"}, {"渡辺", "ワタナベ", "Watanabe"}, {"山本", "ヤマモト", "Yamamoto"}, {"中村", "ナカムラ", "Nakamura"},
	{"小林", "コバヤシ", "Kobayashi"}, {"加藤", "カトウ", "Kato"}, {"吉田", "ヨシダ", "Yoshida"}, {"𠮷田", "ヨシダ", "Yoshida"},
	{"山田", "ヤマダ", "Yamada"}, {"佐々木", "ササキ", "Sasaki"}, {"山口", "ヤマグチ", "Yamaguchi"}, {"松本", "マツモト", "Matsumoto"},
	{"井上", "イノウエ", "Inoue"}, {"木村", "キムラ", "Kimura"}, {"林", "ハヤシ", "Hayashi"}, {"斎藤", "サイトウ", "Saito"},
	{"齋藤", "サイトウ", "Saito"}, {"清水", "シミズ", "Shimizu"}, {"山崎", "ヤマザキ", "Yamazaki"}, {"森", "モリ", "Mori"},
	{"池田", "イケダ", "Ikeda"}, {"橋本", "ハシモト", "Hashimoto"}, {"阿部", "アベ", "Abe"}, {"石川", "イシカワ", "Ishikawa"},
	{"山下", "ヤマシタ", "Yamashita"}, {"中島", "ナカジマ", "Nakajima"}, {"石井", "イシイ", "Ishii"}, {"小川", "オガワ", "Ogawa"},
	{"前田", "マエダ", "Maeda"}, {"岡田", "オカダ", "Okada"}, {"長谷川", "ハセガワ", "Hasegawa"}, {"藤田", "フジタ", "Fujita"},
	{"後藤", "ゴトウ", "Goto"}, {"近藤", "コンドウ", "Kondo"}, {"村上", "ムラカミ", "Murakami"}, {"遠藤", "エンドウ", "Endo"},
	{"青木", "アオキ", "Aoki"}, {"坂本", "サカモト", "Sakamoto"}, {"福田", "フクダ", "Fukuda"}, {"太田", "オオタ", "Ota"},
	{"西村", "ニシムラ", "Nishimura"}, {"藤井", "フジイ", "Fujii"}, {"岡本", "オカモト", "Okamoto"}, {"金子", "カネコ", "Kaneko"},
	{"藤原", "フジワラ", "Fujiwara"}, {"三浦", "ミウラ", "Miura"}, {"中野", "ナカノ", "Nakano"}, {"原田", "ハラダ", "Harada"},
	{"髙田", "タカダ", "Takada"}, {"竹内", "タケウチ", "Takeuchi"}, {"和田", "ワダ", "Wada"}, {"中山", "ナカヤマ", "Nakayama"},
	{"石田", "イシダ", "Ishida"}, {"上田", "ウエダ", "Ueda"}, {"森田", "モリタ", "Morita"}, {"小島", "コジマ", "Kojima"},
	{"柴田", "シバタ", "Shibata"}, {"原", "ハラ", "Hara"}, {"宮崎", "ミヤザキ", "Miyazaki"}, {"酒井", "サカイ", "Sakai"},
}

var givens = []word{
	{"翔太", "ショウタ", "Shota"}, {"蓮", "レン", "Ren"}, {"大翔", "ヒロト", "Hiroto"}, {"陽菜", "ヒナ", "Hina"},
	{"結衣", "ユイ", "Yui"}, {"葵", "アオイ", "Aoi"}, {"美咲", "ミサキ", "Misaki"}, {"純一", "ジュンイチ", "Jun'ichi"},
	{"健一郎", "ケンイチロウ", "Ken'ichiro"}, {"悠真", "ユウマ", "Yuma"}, {"湊", "ミナト", "Minato"}, {"陽翔", "ハルト", "Haruto"},
	{"凛", "リン", "Rin"}, {"さくら", "サクラ", "Sakura"}, {"ひなた", "ヒナタ", "Hinata"}, {"一花", "イチカ", "Ichika"},
	{"優奈", "ユウナ", "Yuna"}, {"大輔", "ダイスケ", "Daisuke"}, {"直樹", "ナオキ", "Naoki"}, {"真央", "マオ", "Mao"},
	{"彩花", "アヤカ", "Ayaka"}, {"拓海", "タクミ", "Takumi"}, {"蒼", "アオ", "Ao"}, {"樹", "イツキ", "Itsuki"},
	{"莉子", "リコ", "Riko"}, {"心春", "コハル", "Koharu"}, {"芽依", "メイ", "Mei"}, {"慎一", "シンイチ", "Shin'ichi"},
	{"咲良", "サラ", "Sara"}, {"律", "リツ", "Ritsu"}, {"朝陽", "アサヒ", "Asahi"}, {"奏太", "ソウタ", "Sota"},
	{"千尋", "チヒロ", "Chihiro"}, {"七海", "ナナミ", "Nanami"}, {"瑛太", "エイタ", "Eita"}, {"琴音", "コトネ", "Kotone"},
	{"颯", "ハヤテ", "Hayate"}, {"紬", "ツムギ", "Tsumugi"}, {"花音", "カノン", "Kanon"}, {"和也", "カズヤ", "Kazuya"},
}

var prefectures = []string{"北海道", "宮城県", "埼玉県", "千葉県", "東京都", "神奈川県", "新潟県", "長野県", "愛知県", "京都府", "大阪府", "兵庫県", "広島県", "福岡県", "沖縄県"}
var schoolKinds = []string{"高等学校", "中学校", "中等教育学校", "高等専門学校", "学園高等部"}
var products = []string{"ClassBoard One", "ClassBoard Plus", "ClassBoard Math", "ClassBoard English", "ClassBoard Bundle 3y"}
var agents = []string{
	"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
	"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
	"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0.0.0 Safari/537.36",
	"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15",
	"Mozilla/5.0 (Linux; Android 14; SM-X210) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.6367.179 Safari/537.36",
	"ClassBoardApp/3.12.0 (iOS 17.5; it's a \"tablet\")",
}
var requests = []string{"/api/v2/notes", "/api/v2/submissions", "/app/classroom", "/api/v2/sync", "/login", "/api/v2/files/upload?part=1&of=3", "/app/dictionary/search?q=%E8%BE%9E%E6%9B%B8", "/api/v2/equations/render"}
var latex = []string{`\frac{-b \pm \sqrt{b^2-4ac}}{2a}`, `\int_{0}^{\pi} \sin x \, dx`, `\lim_{n \to \infty} \left(1+\frac{1}{n}\right)^{n}`, `\sum_{k=1}^{n} k = \frac{n(n+1)}{2}`, `x^{2}+y^{2}=r^{2}`, `\vec{a}\cdot\vec{b}=|\vec{a}||\vec{b}|\cos\theta`}
var sentences = []string{
	"今日の授業では二次関数のグラフについて学びました。", "宿題を提出するのを忘れていたので明日持ってきます。", "実験の結果をまとめた表を添付します。",
	"The answer is \"x = 3\", isn't it?", "It's due on Friday; don't forget.", "グループ発表の資料を確認してください😀", "頑張りました🎉👩‍🏫",
	"C:\\Users\\student\\Documents\\report.docx に保存しました。", "1行目\n2行目\n3行目", "列A\t列B\t列C", "100%_完了", "再提出をお願いします。", "とてもよくできました！", "保護者の方へ連絡済み。",
}

// hostile are texts that have broken readers of dumps: they must come through unchanged.
var hostile = []string{
	"'),(1,'x", "'); DROP TABLE students; -- ", "\\", "\\'", "\\\\", "\\N", "\\.", "end\n\\.\nCOPY public.students (id) FROM stdin;\n1\n\\.\n",
	"INSERT INTO `students` VALUES (1,'x');", ");\nINSERT INTO `students` VALUES\n(1,'x'),\n(", "/*!40000 x */", "-- comment", "NULL", "''", "\"\"", "\r\n", "\t", "`", "0x41", "_binary 'a'", "$$", "\u200b", "𠮷野家", "\v\f\b\x1a",
}

var (
	methods  = []string{"GET", "POST", "PUT"}
	statuses = []int{200, 200, 200, 204, 302, 404, 500}
	states   = []string{"new", "paid", "shipped", "cancelled"}
	themes   = []string{"dark", "light"}
	subjects = []string{"math", "eng", "sci"}
	memos    = []string{"", "it's ok", `quote \" and \\ slash`, `改行\\nあり`}
	comments = []string{"", "よくできました", "don't know", "a/b"}
)
