package name

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestInLabel(t *testing.T) {
	for text, want := range map[string]string{
		"佐藤先生": "佐藤", "担当: 佐藤先生に連絡": "佐藤", "'山田太郎'": "山田太郎", "山田 太郎": "山田 太郎", "山田　太郎さん": "山田　太郎", "髙橋様": "髙橋",
		"連絡先は鈴木さん": "鈴木", "確認者 高橋一郎": "高橋一郎", "長谷川先生": "長谷川",
		"氏名": "", "担当者": "", "学年": "", "出席番号": "", "高等学校": "", "山田": "", "備考": "", "先生": "", "お客様": "", "仕様": "", "同様": "", "林業": "",
		"送信者": "", "注文状況マスタ": "", "会員登録日時": "", "小林製薬": "", "平均点": "", "東京都千代田区": "", "東様式": "", "": "", "abc": "", "\xff\xfe": "",
		"作成日": "", "有効期限": "", "本社": "", "石川県": "", "千葉市": "", "大学": "", "中学生": "", "原因": "", "森林": "",
	} {
		f, found := InLabel([]byte(text))
		require.Equal(t, want != "", found, text)
		if found {
			require.Equal(t, want, text[f.Start:f.End])
		}
	}
}

func FuzzInLabel(f *testing.F) {
	f.Add("担当: 佐藤先生 山田　太郎")
	f.Fuzz(func(t *testing.T, text string) {
		if x, found := InLabel([]byte(text)); found {
			require.True(t, 0 <= x.Start && x.Start < x.Family && x.Family <= x.End && x.End <= len(text))
		}
	})
}
