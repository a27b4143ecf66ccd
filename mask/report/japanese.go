package report

import (
	"github.com/migawari-dev/migawari/internal/sshsig"
	"github.com/migawari-dev/migawari/mask/audit"
	"github.com/migawari-dev/migawari/mask/detect"
)

var japanese = &Language{
	Tag:   "ja",
	Title: "マスキング報告書", Lead: "本番データの写しについて、何を決め、何をしたか",
	Made: "報告書の作成：%s",
	Verdicts: map[audit.Verdict]saying{
		audit.Masked:  {"仮名化済み", "個人に関わりそうな列は仮名化され、どの列についても、どうするかが決められています。"},
		audit.Partial: {"一部仮名化", "個人に関わりそうなものの一部が理由を付けて残されているか、列ごとには決められていないテーブルがあります。"},
		audit.Raw:     {"仮名化されていない", "この写しは、本番データそのものとして扱ってください。"},
	},
	Reasons: map[audit.What]string{
		audit.DefinitionsKept: "定義・コメント・アカウント・統計情報が元のまま（ddl: keep）",
		audit.LargeObjects:    "テーブルの外にあるデータ（ラージオブジェクト）が元のまま",
		audit.PatternKept:     "「*」を使った規則で残されている。今後増えるテーブルや列も残る",
		audit.PersonalKept:    "個人に関わりそうだが、理由が書かれないまま残されている",
		audit.NothingMasked:   "置き換えた値が一つもない",
		audit.TableKept:       "テーブルごと残されている（列ごとには決められていない）",
		audit.ReasonedKept:    "個人に関わりそうだが、理由を付けて残されている",
		audit.PersonsKept:     "一部の人が元のまま残されている",
		audit.Unchanged:       "置き換えの規則はあるが、どの値も元と変わっていない",
		audit.Earlier:         "以前の実行で仕上がったファイルを含む（その行はここでは数えていない）",
	},
	Why: "判定の理由", Because: "妨げになるものはありません。", Told: "写しについて", ToKnow: "はじめに",
	Coverage:      "列の扱いの一覧図",
	CoverageLead:  "印一つが列一つです。テーブル名から、決めた内容へ移れます。",
	Decisions:     "決めた内容と理由",
	DecisionsLead: "テーブルと列ごとに、規則、ポリシーに書かれた理由、値の件数を示します。身代わりの種類数と人数は推定値です。",
	Evidence:      "監査ファイルの確認", EvidenceLead: "確認していない項目は、監査ファイルにそう書かれているというだけです。",
	Approvals: "承認", ApprovalsLead: "実行時の記録です。署名は、実行の前に確かめられています。",
	LeftOut: "外した行", LeftOutLead: "次の行は、写しにありません。",
	OpenTables: "テーブルごと残したもの", OpenLead: "ポリシーは、これらのテーブルのすべての列を、今後増えるものも含めて残します。",
	Definitions: "定義などの文", Warnings: "実行時の警告",
	Limits: "この報告書が述べていないこと",
	LimitsList: []string{
		"写しは仮名化されたものです。一人につき一行が残り、多くの法律で、なお個人に関する情報です。",
		"鍵や生のダンプを持つ人は、誰のことかを知ることができます。鍵は生のデータのある側に置いてください。",
		"残した列から本人が分かることがあります。クラスと出席番号、生年月日と郵便番号、小さな学校のただ一人などです。",
		"個人に関わりそうかどうかは、列の名前・型・コメントで判断しています。残した列の値は読んでいません。値は verify が調べます。",
		"監査ファイルは、上のダイジェストをもつダンプについてのものです。データベースにあとから書き込まれたものについては分かりません。",
	},
	WholeTable: "テーブルごと残す", AllLeftOut: "すべての行を外した", NoRows: "行なし", ReasonMark: "理由", Owner: "決めた人", NotGiven: "記載なし", None: "なし",
	Classes: map[class]string{
		masked: "置き換えた", part: "置き換えた（一部の値は残した）", same: "置き換えたが変わっていない", kept: "残した",
		reasoned: "個人に関わりそう・理由を付けて残した", personal: "個人に関わりそう・理由なしに残した", none: "値なし",
	},
	Outcomes: map[outcome]string{
		valueMasked: "置き換えた", valueUnchanged: "置き換えたが偶然同じ", valueKept: "残した", valueNull: "NULL", valueEmpty: "空",
	},
	Facts: map[string]string{
		"tables": "テーブル", "columns": "列", "rows": "行", "values": "値", "masked": "置き換えた値",
		"purpose": "目的", "requester": "依頼者", "audience": "渡す相手", "expires": "期限", "expired": "期限切れ", "started": "マスキングした日時", "took": "所要時間",
		"mode": "鍵", "key": "鍵の ID", "policy": "ポリシーの ID", "ddl": "定義の扱い", "dialect": "SQL の種類", "fakes": "身代わりの版", "version": "使ったもの", "method": "置き換えの方式", "source": "サーバー（ダイジェスト）",
		"dump": "写しの SHA-256", "raw": "生のダンプの鍵付きダイジェスト", "schema": "テーブルと列の SHA-256", "policy_sha256": "ポリシーの SHA-256", "audit": "監査ファイルの SHA-256",
	},
	Modes: map[audit.Mode]string{
		audit.Managed:   "管理する鍵（保管されていて、次の写しも同じ身代わりになる）",
		audit.Ephemeral: "使い捨ての鍵（この実行のために作られ、誰も知らない）",
	},
	DDL: map[string]string{"safe": "safe（アカウント・統計情報・ひとりでに動くものを除く）", "keep": "keep（すべて元のまま）"},
	Heads: map[string][]string{
		"overview":  {"テーブル", "列", "行", "人数", "置き換えた値"},
		"columns":   {"列", "決めた内容", "置き換え", "残した", "NULL", "空", "変化なし", "身代わりの種類"},
		"evidence":  {"確認したもの", "結果", "詳細"},
		"approvals": {"承認者", "鍵", "承認した日時", "有効期限"},
		"left":      {"テーブル", "行", "外した行", "写しにある行"},
		"keys":      {"対象", "件数", "ダイジェスト"},
	},
	States:     map[state]string{holds: "正しい", fails: "正しくない", unchecked: "未確認", absent: "署名なし"},
	Statements: map[string]string{"dropped": "除いた文", "changed": "書き換えた文", "examined": "調べた文字列", "decided": "データのように見え、扱いが決められている文字列", "counters": "番号を残したカウンター", "absent": "ポリシーにあり、ダンプになかったテーブル"},
	Kinds: map[detect.Kind]string{
		detect.PersonName: "氏名", detect.FamilyName: "姓", detect.GivenName: "名", detect.KanaName: "氏名の読み", detect.Nickname: "ニックネーム", detect.Username: "ユーザー名",
		detect.Email: "メールアドレス", detect.Phone: "電話番号", detect.PostalCode: "郵便番号", detect.Address: "住所", detect.City: "市区町村", detect.Region: "都道府県・地域", detect.Country: "国",
		detect.BirthDate: "生年月日", detect.Gender: "性別", detect.NationalID: "個人番号など", detect.StudentID: "学籍番号", detect.AccountID: "アカウント ID",
		detect.PasswordHash: "パスワードのハッシュ", detect.SecretToken: "秘密の値・トークン", detect.IPAddress: "IP アドレス", detect.UserAgent: "ユーザーエージェント", detect.DeviceID: "端末 ID", detect.Geo: "位置情報",
		detect.URLProfile: "プロフィールの URL", detect.PaymentCard: "クレジットカード", detect.BankAccount: "銀行口座", detect.OrderOrLicence: "注文・ライセンス", detect.FreeText: "自由記述",
		detect.PhotoBlob: "写真・ファイル", detect.Organisation: "組織名", detect.JSONContainer: "JSON", detect.OtherPII: "そのほかの個人に関する情報",
	},
	Computed: "サーバーが計算する",
	nouns: map[string][2]string{
		"row": {"%s 行", "%s 行"}, "row left out": {"%s 行を外した", "%s 行を外した"}, "column": {"%s 列", "%s 列"},
		"value": {"%s 件", "%s 件"}, "byte": {"%s バイト", "%s バイト"}, "day": {"%s 日", "%s 日"},
	},
	moment: "2006年1月2日 15:04（UTC）", about: "約 %s", below: "<%s", more: "ほか %s 件（下の表に示します）",
	expired: "この写しは期限切れです（期限：%s）。消してください。", expires: "この写しの期限は %s です（あと %s）。",
	dry: "試しの実行（dry run）です。写しは作られていません。", unapproved: "この写しは、誰にも承認されていません。",
	unsigned: "署名者の一覧に照らした署名の確認をしていません。ここに示すのは、監査ファイルに書かれている内容です。",
	fails:    "%s：%s。", unknownSigner: "%s の鍵で署名されているが、誰の鍵かは確認していない",
	edition: "%s、第 %d 版", seconds: "%.1f 秒",
	evidence:  map[string]string{"signature": "署名", "dump": "写し", "run log": "実行記録", "time": "時計"},
	unchecked: map[string]string{"signature": "監査ファイルの隣に署名がない", "dump": "写しが渡されていない", "run log": "実行記録が渡されていない"},
	errors: map[error]string{
		audit.ErrUnsigned: "署名されていない", audit.ErrSigner: "認められた署名者の鍵による署名ではない",
		sshsig.ErrSignature: "署名がこのファイルのものではない（監査ファイルが書き換えられた可能性がある）", sshsig.ErrNamespace: "別の用途の署名である",
		audit.ErrOther: "別のダンプの監査ファイルである", audit.ErrNoDump: "試しの実行の監査ファイルで、写しは作られていない",
		audit.ErrUnlogged: "実行記録にこの監査ファイルの行がない（記録が切られたか、監査ファイルが書き換えられた）",
		audit.ErrFuture:   "未来の日時に作られている（この機械の時計が戻されている）",
		audit.ErrChain:    "実行記録の連鎖が切れている（書き換えられている）", audit.ErrLine: "実行記録に読めない行がある", audit.ErrClock: "実行記録の日時が前後している",
	},
	bar: "%s：%s。%s", of: "%s：%s", separator: "、",
}
