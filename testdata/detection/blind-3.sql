-- A third set, written after the rules had been changed with the first two at hand, and
-- before they were run on it. See blind-1.sql for the notation and SOURCES.md for all.

-- source: Koha
CREATE TABLE borrowers (
  borrowernumber int NOT NULL AUTO_INCREMENT PRIMARY KEY, -- none
  cardnumber varchar(32), -- account_id / student_id payment_card
  surname longtext, -- family_name
  firstname mediumtext, -- given_name
  othernames longtext, -- nickname / given_name person_name
  initials mediumtext, -- given_name / other_pii
  streetnumber varchar(10), -- address
  streettype varchar(50), -- address / none
  address longtext, -- address
  address2 mediumtext, -- address
  city longtext, -- city
  zipcode mediumtext, -- postal_code
  email longtext, -- email
  mobile varchar(50), -- phone
  fax longtext, -- phone
  emailpro mediumtext, -- email
  phonepro mediumtext, -- phone
  B_address varchar(100), -- address
  B_zipcode mediumtext, -- postal_code
  dateofbirth date, -- birth_date
  branchcode varchar(10), -- none
  categorycode varchar(10), -- none
  dateenrolled date, -- none
  gonenoaddress tinyint, -- none
  debarredcomment varchar(255), -- free_text
  contactname longtext, -- person_name
  contactfirstname mediumtext, -- given_name
  guarantorid int, -- none
  borrowernotes longtext, -- free_text
  relationship varchar(100), -- other_pii
  sex varchar(1), -- gender
  userid varchar(75), -- username / account_id
  opacnote longtext, -- free_text
  altcontactsurname varchar(255), -- family_name
  altcontactphone varchar(50), -- phone
  smsalertnumber varchar(50), -- phone
  sms_provider_id int, -- none
  privacy int, -- none
  login_attempts int, -- none
  overdrive_auth_token mediumtext -- secret_token
);
CREATE TABLE suggestions (
  suggestionid int PRIMARY KEY, -- none
  suggestedby int, -- none
  suggesteddate date, -- none
  STATUS varchar(10), -- none
  note longtext, -- free_text
  staff_note longtext, -- free_text
  author varchar(80), -- none / person_name
  title varchar(255), -- none
  isbn varchar(30), -- none
  patronreason mediumtext, -- free_text
  biblionumber int -- none
);

-- source: OrangeHRM
CREATE TABLE hs_hr_employee (
  emp_number int PRIMARY KEY, -- none / account_id
  employee_id varchar(50), -- account_id
  emp_lastname varchar(100), -- family_name
  emp_firstname varchar(100), -- given_name
  emp_nick_name varchar(100), -- nickname
  emp_smoker smallint, -- other_pii
  ethnic_race_code varchar(13), -- other_pii
  emp_birthday date, -- birth_date
  nation_code int, -- none / country
  emp_gender smallint, -- gender
  emp_marital_status varchar(20), -- other_pii
  emp_ssn_num varchar(100), -- national_id
  emp_sin_num varchar(100), -- national_id
  emp_other_id varchar(100), -- national_id / account_id
  emp_dri_lice_num varchar(100), -- national_id / order_or_licence
  emp_dri_lice_exp_date date, -- none
  emp_military_service varchar(100), -- other_pii
  job_title_code int, -- none / other_pii
  emp_street1 varchar(100), -- address
  city_code varchar(100), -- city / none
  coun_code varchar(100), -- country / none
  provin_code varchar(100), -- region / none
  emp_zipcode varchar(20), -- postal_code
  emp_hm_telephone varchar(50), -- phone
  emp_work_email varchar(50), -- email
  sal_grd_code varchar(13), -- none / other_pii
  joined_date date, -- none
  termination_id int, -- none
  custom1 varchar(250) -- other_pii / json_container none free_text
);
CREATE TABLE hs_hr_emp_dependents (
  emp_number int, -- none / account_id
  ed_seqno decimal(2,0), -- none
  ed_name varchar(100), -- person_name
  ed_relationship_type varchar(20), -- other_pii / none
  ed_date_of_birth date -- birth_date
);

-- source: osTicket
CREATE TABLE ost_thread_entry (
  id int PRIMARY KEY, -- none
  thread_id int, -- none
  staff_id int, -- none
  user_id int, -- none
  type char(1), -- none
  poster varchar(128), -- person_name / nickname username
  editor int, -- none
  source varchar(32), -- none
  title varchar(255), -- free_text
  body text, -- free_text
  format varchar(16), -- none
  ip_address varchar(64), -- ip_address
  recipients text -- email / person_name json_container other_pii free_text
);
CREATE TABLE ost_staff (
  staff_id int PRIMARY KEY, -- none
  dept_id int, -- none
  username varchar(32), -- username
  firstname varchar(32), -- given_name
  lastname varchar(32), -- family_name
  passwd varchar(128), -- password_hash
  backend varchar(32), -- none
  email varchar(255), -- email
  phone varchar(24), -- phone
  phone_ext varchar(6), -- phone
  mobile varchar(24), -- phone
  signature text, -- free_text
  isactive tinyint, -- none
  max_page_size int, -- none
  permissions text, -- none
  extra text -- json_container / none other_pii
);

-- source: Apache Fineract
CREATE TABLE m_client (
  id bigint PRIMARY KEY, -- none
  account_no varchar(20), -- bank_account / account_id
  external_id varchar(100), -- account_id / none
  status_enum int, -- none
  activation_date date, -- none
  office_id bigint, -- none
  firstname varchar(50), -- given_name
  middlename varchar(50), -- given_name
  lastname varchar(50), -- family_name
  fullname varchar(160), -- person_name
  display_name varchar(160), -- person_name / nickname
  mobile_no varchar(50), -- phone
  is_staff tinyint, -- none
  gender_cv_id int, -- none / gender
  date_of_birth date, -- birth_date
  image_id bigint, -- none
  closure_reason_cv_id int, -- none
  email_address varchar(150), -- email
  proposed_transfer_date date -- none
);
CREATE TABLE m_client_identifier (
  id bigint PRIMARY KEY, -- none
  client_id bigint, -- none
  document_type_id int, -- none
  document_key varchar(50), -- national_id / account_id
  status int, -- none
  description varchar(500) -- free_text / none
);
CREATE TABLE m_guarantor (
  id bigint PRIMARY KEY, -- none
  loan_id bigint, -- none
  type_enum smallint, -- none
  firstname varchar(50), -- given_name
  dob date, -- birth_date
  address_line_1 varchar(500), -- address
  state varchar(50), -- region
  zip varchar(20), -- postal_code
  house_phone_number varchar(20), -- phone
  comment varchar(500) -- free_text
);

-- source: MediaWiki
CREATE TABLE mw_user (
  user_id int PRIMARY KEY, -- none
  user_name varbinary(255), -- username
  user_real_name varbinary(255), -- person_name
  user_password blob, -- password_hash
  user_newpassword blob, -- password_hash
  user_newpass_time binary(14), -- none
  user_email blob, -- email
  user_touched binary(14), -- none
  user_token binary(32), -- secret_token
  user_email_token binary(32), -- secret_token
  user_email_token_expires binary(14), -- none
  user_registration binary(14), -- none
  user_editcount int -- none
);
CREATE TABLE mw_recentchanges (
  rc_id int PRIMARY KEY, -- none
  rc_timestamp binary(14), -- none
  rc_actor bigint, -- none
  rc_namespace int, -- none
  rc_title varbinary(255), -- none
  rc_comment_id bigint, -- none
  rc_minor tinyint, -- none
  rc_ip varbinary(40), -- ip_address
  rc_log_type varbinary(255), -- none
  rc_params blob -- json_container / none
);

-- source: a cal.com-like booking service
CREATE TABLE Attendee (
  id int PRIMARY KEY, -- none
  email varchar(255), -- email
  name varchar(255), -- person_name
  timeZone varchar(64), -- none / other_pii
  phoneNumber varchar(32), -- phone
  bookingId int, -- none
  noShow boolean, -- none / other_pii
  locale varchar(8) -- none / other_pii
);
CREATE TABLE Booking (
  id int PRIMARY KEY, -- none
  uid varchar(255), -- none / secret_token account_id
  idempotencyKey varchar(255), -- none / secret_token
  userPrimaryEmail varchar(255), -- email
  title varchar(255), -- none / free_text
  description text, -- free_text
  startTime datetime, -- none
  location varchar(255), -- none / address url_profile other_pii
  cancellationReason text, -- free_text
  cancelledBy varchar(255), -- username / email person_name
  responses json, -- json_container
  smsReminderNumber varchar(32), -- phone
  paid boolean, -- none
  iCalUID varchar(255) -- none / account_id secret_token
);

-- source: a German club
CREATE TABLE mitglieder (
  mitglnr int PRIMARY KEY, -- none / account_id
  anrede varchar(10), -- gender
  titel varchar(20), -- other_pii / none
  vorname varchar(50), -- given_name
  nachname varchar(50), -- family_name
  geb_datum date, -- birth_date
  strasse varchar(80), -- address
  hausnr varchar(8), -- address
  plz varchar(5), -- postal_code
  ort varchar(60), -- city
  telefon varchar(30), -- phone
  handy varchar(30), -- phone
  email varchar(120), -- email
  iban varchar(34), -- bank_account
  bic varchar(11), -- bank_account / none
  kontoinhaber varchar(80), -- person_name
  mandatsreferenz varchar(35), -- bank_account / none order_or_licence
  eintritt date, -- none
  austritt date, -- none
  beitrag decimal(8,2), -- none
  bemerkung text, -- free_text
  status char(1) -- none
);

-- source: a Spanish clinic
CREATE TABLE pacientes (
  id int PRIMARY KEY, -- none
  nombre varchar(60), -- given_name / person_name
  apellidos varchar(80), -- family_name
  dni varchar(12), -- national_id
  fecha_nacimiento date, -- birth_date
  sexo char(1), -- gender
  direccion varchar(160), -- address
  codigo_postal varchar(5), -- postal_code
  poblacion varchar(60), -- city
  provincia varchar(40), -- region
  telefono varchar(20), -- phone
  movil varchar(20), -- phone
  correo varchar(120), -- email
  num_historia varchar(20), -- account_id
  num_seguridad_social varchar(20), -- national_id
  alergias text, -- other_pii / free_text
  antecedentes text, -- other_pii / free_text
  grupo_sanguineo varchar(4), -- other_pii
  observaciones text, -- free_text
  creado timestamp, -- none
  activo boolean -- none
);

-- source: a Japanese university
CREATE TABLE 学生基本 (
  学籍番号 char(8) PRIMARY KEY, -- student_id
  漢字氏名 varchar(60), -- person_name
  英字氏名 varchar(80), -- person_name
  カナ氏名 varchar(60), -- kana_name
  生年月日 date, -- birth_date
  性別コード char(1), -- gender
  学部コード char(2), -- none
  学科コード char(4), -- none
  入学年月日 date, -- none
  学生現住所 varchar(120), -- address
  学生電話番号 varchar(15), -- phone
  学生携帯番号 varchar(15), -- phone
  学内メールアドレス varchar(80), -- email
  保証人氏名 varchar(60), -- person_name
  保証人続柄 varchar(10), -- other_pii / none
  保証人住所 varchar(120), -- address
  保証人電話番号 varchar(15), -- phone
  出身高校コード char(6), -- none / organisation_name other_pii
  出身高校名 varchar(60), -- organisation_name / other_pii none
  入試区分 char(2), -- none / other_pii
  国籍コード char(3), -- country / other_pii
  在留カード番号 varchar(12), -- national_id
  在籍状態 char(1), -- none
  休学理由 varchar(200), -- free_text / other_pii
  奨学金種別 char(2), -- other_pii / none
  指導教員 varchar(60), -- person_name
  研究題目 varchar(200), -- none / free_text
  写真ファイル名 varchar(80), -- photo_blob / none
  最終更新者 varchar(20) -- username / person_name account_id
);
CREATE TABLE 履修 (
  履修ID int PRIMARY KEY, -- none
  学籍番号 char(8), -- student_id
  授業コード varchar(10), -- none
  授業名 varchar(60), -- none
  担当者名 varchar(60), -- person_name
  単位数 decimal(3,1), -- none
  評語 char(2), -- none / other_pii
  得点 int -- none / other_pii
);

-- source: a Japanese personnel system
CREATE TABLE M_SYAIN (
  SYAIN_NO varchar(8) PRIMARY KEY, -- account_id
  SYAIN_NM varchar(40), -- person_name
  SYAIN_NM_KN varchar(40), -- kana_name
  SEINEN_YMD date, -- birth_date
  NYUSYA_YMD date, -- none
  TAISYOKU_YMD date, -- none / other_pii
  TAISYOKU_RIYU varchar(200), -- free_text / other_pii
  BUSYO_CD char(6), -- none
  YAKUSYOKU_CD char(3), -- other_pii / none
  YUBIN_NO char(7), -- postal_code
  JYUSYO1 varchar(80), -- address
  JYUSYO2 varchar(80), -- address
  TEL_NO varchar(15), -- phone
  KEITAI_NO varchar(15), -- phone
  KINKYU_RENRAKU varchar(80), -- phone / person_name
  MAIL_ADR varchar(120), -- email
  KOJIN_BANGO char(12), -- national_id
  KISO_NENKIN_NO char(10), -- national_id
  KOYO_HOKEN_NO char(11), -- national_id
  KIHON_KYU decimal(9,0), -- other_pii
  TUKIN_TEATE decimal(9,0), -- other_pii / none
  FUYO_SU int, -- other_pii
  GINKO_CD char(4), -- bank_account / none
  SITEN_CD char(3), -- bank_account / none
  KOUZA_NO char(7), -- bank_account
  KOUZA_MEIGI varchar(40), -- person_name / kana_name
  SYUMI varchar(100), -- other_pii
  SIKAKU varchar(200), -- other_pii
  SAKUSEI_DT timestamp, -- none
  KOSIN_SYA varchar(8) -- username / account_id
);

-- source: a Japanese inn
CREATE TABLE yoyaku (
  yoyaku_no varchar(12) PRIMARY KEY, -- order_or_licence / none
  shukuhakusha_mei varchar(60), -- person_name
  shukuhakusha_kana varchar(60), -- kana_name
  renraku_tel varchar(15), -- phone
  mail varchar(120), -- email
  juusho varchar(160), -- address
  kokuseki varchar(30), -- country / other_pii
  ryoken_no varchar(20), -- national_id
  doukousha_mei varchar(200), -- person_name
  nenrei int, -- other_pii
  checkin_bi date, -- none
  haku_su int, -- none
  heya_type varchar(20), -- none
  plan_mei varchar(80), -- none
  ryokin int, -- none
  shokuji_arerugi varchar(200), -- other_pii / free_text
  kuruma_no varchar(20), -- other_pii / order_or_licence none
  card_no varchar(20), -- payment_card
  card_yuko_kigen char(5), -- payment_card / none
  go_youbou text, -- free_text
  uketsuke_tantou varchar(40), -- person_name / username
  cancel_flg char(1) -- none
);
