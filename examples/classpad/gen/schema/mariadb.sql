-- The sample's schema for MariaDB 10.4 and later.

CREATE USER IF NOT EXISTS kurosawa_dba@localhost;
GRANT ALL ON *.* TO kurosawa_dba@localhost;

CREATE TABLE products (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code varchar(20) NOT NULL COMMENT '商品コード',
  title varchar(100) NOT NULL COMMENT '商品名',
  price int NOT NULL,
  licence_days int NOT NULL,
  UNIQUE KEY products_code (code)
) DEFAULT CHARSET=utf8mb4 COMMENT='商品';

CREATE TABLE schools (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mext_code char(13) NOT NULL COMMENT '学校コード',
  name varchar(100) NOT NULL COMMENT '学校名',
  short_name varchar(40) NOT NULL COMMENT '略称',
  prefecture varchar(10) NOT NULL COMMENT '都道府県',
  postal_code char(8) NOT NULL COMMENT '郵便番号',
  address varchar(200) NOT NULL COMMENT '所在地',
  phone varchar(20) NOT NULL COMMENT '代表電話',
  mail_domain varchar(100) NOT NULL,
  created_at datetime NOT NULL COMMENT '契約日時',
  UNIQUE KEY schools_code (mext_code)
) DEFAULT CHARSET=utf8mb4 COMMENT='学校';

CREATE TABLE teachers (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  school_id int NOT NULL,
  staff_no varchar(10) NOT NULL COMMENT '職員番号',
  name varchar(60) NOT NULL COMMENT '教員氏名',
  name_kana varchar(60) NOT NULL COMMENT 'フリガナ',
  email varchar(254) NOT NULL,
  phone varchar(20) DEFAULT NULL COMMENT '携帯',
  is_admin tinyint(1) NOT NULL DEFAULT 0 COMMENT '学校管理者',
  password_hash varchar(120) NOT NULL,
  created_at datetime NOT NULL,
  UNIQUE KEY teachers_staff_no (school_id, staff_no),
  UNIQUE KEY teachers_email (email),
  CONSTRAINT teachers_school FOREIGN KEY (school_id) REFERENCES schools (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='教員';

CREATE TABLE classes (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  school_id int NOT NULL,
  school_year smallint NOT NULL COMMENT '年度',
  grade tinyint NOT NULL COMMENT '学年',
  label varchar(40) NOT NULL COMMENT '組',
  homeroom_teacher_id int DEFAULT NULL COMMENT '担任',
  owner_name varchar(60) DEFAULT NULL COMMENT '担任氏名(表示用)',
  CONSTRAINT classes_school FOREIGN KEY (school_id) REFERENCES schools (id),
  CONSTRAINT classes_teacher FOREIGN KEY (homeroom_teacher_id) REFERENCES teachers (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='クラス';

CREATE TABLE accounts (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_type enum('school','casio') NOT NULL COMMENT 'スクールIDか個人IDか',
  school_id int DEFAULT NULL,
  family_id int DEFAULT NULL COMMENT '世帯(きょうだいで共有)',
  login_id varchar(100) NOT NULL COMMENT 'ログインID: メール、学籍番号、任意の文字列',
  password_hash varchar(120) DEFAULT NULL COMMENT 'SNSログインではNULL',
  email varchar(254) DEFAULT NULL COMMENT 'メールアドレス',
  name varchar(60) DEFAULT NULL COMMENT '氏名(任意。番号やニックネームもある)',
  name_kana varchar(60) DEFAULT NULL COMMENT 'フリガナ(任意)',
  sns_provider varchar(10) DEFAULT NULL,
  sns_id varchar(64) DEFAULT NULL COMMENT 'SNSでログインしたときだけ',
  sso_mail varchar(254) DEFAULT NULL COMMENT 'SSO連携したときだけ',
  country char(2) NOT NULL DEFAULT 'JP',
  reset_token char(40) DEFAULT NULL,
  profile longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'プロフィール' CHECK (json_valid(profile)),
  created_at datetime NOT NULL,
  last_login_at timestamp NULL DEFAULT NULL,
  UNIQUE KEY accounts_login (login_id),
  UNIQUE KEY accounts_email (email),
  UNIQUE KEY accounts_sns (sns_provider, sns_id),
  CONSTRAINT accounts_school FOREIGN KEY (school_id) REFERENCES schools (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='アカウント';

CREATE TABLE guardians (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  family_id int NOT NULL COMMENT '世帯',
  relation varchar(10) NOT NULL COMMENT '続柄',
  name varchar(60) NOT NULL COMMENT '保護者氏名',
  name_kana varchar(60) NOT NULL COMMENT '保護者カナ',
  email varchar(254) DEFAULT NULL,
  phone varchar(20) NOT NULL COMMENT '電話番号',
  postal_code char(8) NOT NULL COMMENT '郵便番号',
  address varchar(200) NOT NULL COMMENT '住所',
  emergency tinyint(1) NOT NULL DEFAULT 0 COMMENT '緊急連絡先',
  KEY guardians_family (family_id)
) DEFAULT CHARSET=utf8mb3 COMMENT='保護者';

CREATE TABLE students (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id bigint NOT NULL,
  school_id int NOT NULL,
  class_id int DEFAULT NULL COMMENT 'クラス(任意)',
  attendance_no smallint DEFAULT NULL COMMENT '出席番号(任意)',
  student_no varchar(12) NOT NULL COMMENT '学籍番号',
  family_id int NOT NULL COMMENT '世帯(きょうだいで共有)',
  family_name varchar(30) NOT NULL COMMENT '姓',
  given_name varchar(30) NOT NULL COMMENT '名',
  full_name varchar(61) GENERATED ALWAYS AS (concat(family_name, ' ', given_name)) STORED COMMENT '氏名',
  name_kana varchar(60) NOT NULL COMMENT '氏名(カナ)',
  name_half varchar(60) CHARACTER SET cp932 NOT NULL COMMENT '氏名(半角カナ、旧システム連携)',
  name_romaji varchar(80) NOT NULL COMMENT '氏名(ローマ字)',
  gender char(1) NOT NULL COMMENT '性別',
  birth_date date NOT NULL COMMENT '生年月日',
  email varchar(254) DEFAULT NULL,
  phone varchar(20) DEFAULT NULL COMMENT '電話番号',
  postal_code char(8) NOT NULL COMMENT '郵便番号',
  address varchar(200) NOT NULL COMMENT '住所',
  memo text DEFAULT NULL COMMENT '指導メモ',
  enrolled_on date NOT NULL COMMENT '入学日',
  UNIQUE KEY students_account (account_id),
  UNIQUE KEY students_student_no (school_id, student_no),
  UNIQUE KEY students_attendance (class_id, attendance_no),
  KEY students_family (family_id),
  CONSTRAINT students_account FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT students_school FOREIGN KEY (school_id) REFERENCES schools (id),
  CONSTRAINT students_class FOREIGN KEY (class_id) REFERENCES classes (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='児童生徒';

CREATE TABLE orders (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_no varchar(20) NOT NULL COMMENT 'オーダーID',
  account_id bigint NOT NULL,
  family_id int DEFAULT NULL COMMENT '世帯',
  guardian_id int DEFAULT NULL COMMENT '購入した保護者',
  buyer_name varchar(60) NOT NULL COMMENT '購入者氏名',
  buyer_kana varchar(60) DEFAULT NULL COMMENT '購入者カナ',
  postal_code char(8) DEFAULT NULL,
  address varchar(200) DEFAULT NULL COMMENT '送付先住所',
  payment_method varchar(10) NOT NULL COMMENT '決済手段',
  installments tinyint DEFAULT NULL COMMENT '支払い回数',
  amount int NOT NULL,
  ordered_at datetime NOT NULL,
  paid_at datetime DEFAULT NULL COMMENT '決済日時',
  memo text DEFAULT NULL,
  UNIQUE KEY orders_no (order_no),
  CONSTRAINT orders_account FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT orders_guardian FOREIGN KEY (guardian_id) REFERENCES guardians (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='注文';

CREATE TABLE licences (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id int NOT NULL,
  account_id bigint NOT NULL,
  product_id int NOT NULL,
  licence_code varchar(20) NOT NULL COMMENT 'ライセンスコード',
  starts_on date NOT NULL COMMENT '利用開始日',
  expires_on date NOT NULL COMMENT '利用期限',
  activated_at datetime DEFAULT NULL,
  UNIQUE KEY licences_code (licence_code),
  CONSTRAINT licences_order FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT licences_account FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT licences_product FOREIGN KEY (product_id) REFERENCES products (id),
  CONSTRAINT licences_period CHECK (starts_on <= expires_on)
) DEFAULT CHARSET=utf8mb4 COMMENT='ライセンス';

CREATE TABLE notes (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id bigint NOT NULL,
  teacher_id int DEFAULT NULL COMMENT '確認した教員',
  teacher_name varchar(60) DEFAULT NULL COMMENT '確認した教員の氏名',
  title varchar(100) NOT NULL,
  body mediumtext NOT NULL COMMENT '本文',
  tags varchar(100) NOT NULL COMMENT '教科など',
  attachment varchar(120) DEFAULT NULL COMMENT '添付ファイル名',
  thumbnail blob DEFAULT NULL COMMENT 'サムネイル',
  created_at datetime NOT NULL,
  updated_at datetime NOT NULL,
  CONSTRAINT notes_account FOREIGN KEY (account_id) REFERENCES accounts (id),
  CONSTRAINT notes_teacher FOREIGN KEY (teacher_id) REFERENCES teachers (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='デジタルノート';

CREATE TABLE sessions (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id bigint NOT NULL,
  token char(64) NOT NULL,
  device_id char(36) NOT NULL COMMENT '端末ID',
  ip varchar(45) NOT NULL,
  user_agent varchar(255) NOT NULL,
  created_at datetime NOT NULL,
  expires_at datetime NOT NULL,
  UNIQUE KEY sessions_token (token),
  CONSTRAINT sessions_account FOREIGN KEY (account_id) REFERENCES accounts (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='セッション';

CREATE TABLE documents (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id bigint NOT NULL,
  title varchar(100) NOT NULL,
  content mediumblob DEFAULT NULL COMMENT '原本',
  CONSTRAINT documents_account FOREIGN KEY (account_id) REFERENCES accounts (id)
) DEFAULT CHARSET=utf8mb4 COMMENT='帳票';

CREATE TABLE access_logs (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_id bigint DEFAULT NULL,
  at datetime NOT NULL,
  ip varchar(45) NOT NULL,
  user_agent varchar(255) NOT NULL,
  line text NOT NULL COMMENT 'ログ行',
  KEY access_logs_at (at)
) DEFAULT CHARSET=utf8mb4 COMMENT='アクセスログ';

CREATE DEFINER=kurosawa_dba@localhost SQL SECURITY DEFINER VIEW class_list AS
  SELECT c.label, s.attendance_no, s.full_name, s.name_kana FROM students s JOIN classes c ON c.id = s.class_id
  WHERE c.label <> 'it''s; not a class';

DELIMITER ;;
CREATE DEFINER=kurosawa_dba@localhost TRIGGER students_moved AFTER UPDATE ON students FOR EACH ROW
BEGIN
  IF NOT (NEW.class_id <=> OLD.class_id) THEN
    INSERT INTO access_logs (account_id, at, ip, user_agent, line) VALUES (NEW.account_id, now(), '100.64.0.1', 'trigger', concat('moved; ', NEW.full_name));
  END IF;
END;;

CREATE DEFINER=kurosawa_dba@localhost PROCEDURE purge_sessions(IN before_day date)
BEGIN
  DELETE FROM sessions WHERE expires_at < before_day;
  INSERT INTO access_logs (at, ip, user_agent, line) VALUES (now(), '100.64.0.1', 'procedure', 'INSERT INTO `students` VALUES (1);');
END;;

CREATE DEFINER=kurosawa_dba@localhost EVENT purge_nightly ON SCHEDULE EVERY 1 DAY STARTS '2023-04-01 03:00:00' ENABLE
DO CALL purge_sessions(current_date);;
DELIMITER ;
