package risk

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A column has the role of the thing that it is named after.
func TestNamed(t *testing.T) {
	for want, names := range map[role][]string{
		school: {"school", "school_id", "schoolId", "SchoolName", "school_code", "home_school_id", "gakko_cd", "gakkou_code", "学校", "学校名", "学校コード", "学校ID", "在籍学校コード", "出身学校", "high_school_name"},
		class:  {"class", "class_id", "className", "class_no", "homeroom", "homeroom_class_id", "kumi", "kumi_mei", "組", "年組", "クラス名", "学級", "学級名", "current_class"},
		number: {"attendance_no", "attendanceNumber", "roll_no", "rollno", "roll_number", "seat_no", "出席番号", "出席no", "shusseki_bango", "syusseki_no"},
		noRole: {
			"school_year", "schoolYear", "school_type", "school_count", "school_district_id", "学校種別", "学校数", "attendance", "attendance_rate", "attendance_status", "出席日数", "seat_map", "roll",
			"classification", "class_hours", "classroom_id", "番組", "番組名", "組織", "組合", "homeroom_teacher", "学級担任", "学級数", "クラス数", "name", "id", "",
		},
	} {
		for _, name := range names {
			require.Equal(t, want, named(name), name)
		}
	}
}
