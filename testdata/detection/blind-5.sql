-- A fifth set, written after the rules had been changed with the first four at hand, and
-- before they were run on it. See blind-1.sql for the notation and SOURCES.md for all.

-- source: Drupal
CREATE TABLE users_field_data (
  uid int NOT NULL PRIMARY KEY, -- none
  langcode varchar(12), -- none
  preferred_langcode varchar(12), -- none / other_pii
  name varchar(60), -- username / person_name
  pass varchar(255), -- password_hash
  mail varchar(254), -- email
  timezone varchar(32), -- none / other_pii
  status tinyint, -- none
  created int, -- none
  access int, -- none
  login int, -- none
  init varchar(254), -- email
  default_langcode tinyint -- none
);
CREATE TABLE comment_field_data (
  cid int PRIMARY KEY, -- none
  subject varchar(64), -- free_text
  uid int, -- none
  name varchar(60), -- person_name / nickname username
  mail varchar(64), -- email
  homepage varchar(255), -- url_profile
  hostname varchar(128), -- ip_address
  thread varchar(255), -- none
  comment_body_value longtext -- free_text
);

-- source: a CRM like Salesforce
CREATE TABLE Contact (
  Id char(18) PRIMARY KEY, -- none
  AccountId char(18), -- none
  LastName varchar(80), -- family_name
  FirstName varchar(40), -- given_name
  Salutation varchar(40), -- gender / other_pii
  OtherStreet varchar(255), -- address
  MailingStreet varchar(255), -- address
  MailingCity varchar(40), -- city
  MailingState varchar(80), -- region
  MailingPostalCode varchar(20), -- postal_code
  MailingCountry varchar(80), -- country
  MailingLatitude double, -- geo
  Phone varchar(40), -- phone
  HomePhone varchar(40), -- phone
  AssistantName varchar(40), -- person_name
  AssistantPhone varchar(40), -- phone
  Email varchar(80), -- email
  Title varchar(128), -- other_pii / none
  Birthdate date, -- birth_date
  LeadSource varchar(40), -- none
  HasOptedOutOfEmail boolean, -- none
  EmailBouncedReason varchar(255), -- none / free_text
  PhotoUrl varchar(255), -- photo_blob / url_profile
  Languages__c varchar(100), -- other_pii / none
  SSN__c varchar(11) -- national_id
);

-- source: a hospital
CREATE TABLE admissions (
  adm_id bigint PRIMARY KEY, -- none
  hadm_no varchar(12), -- account_id / none
  subject_id int, -- none / account_id
  mrn varchar(12), -- account_id
  admit_dt datetime, -- none / other_pii
  disch_dt datetime, -- none / other_pii
  death_dt datetime, -- other_pii
  ward varchar(20), -- none / city
  attending_physician varchar(80), -- person_name
  referring_dr_npi varchar(10), -- national_id
  primary_dx varchar(12), -- other_pii
  dx_description varchar(200), -- other_pii / free_text
  allergies text, -- other_pii / free_text
  insurance_payer varchar(60), -- organisation_name / none
  member_id varchar(20), -- account_id / national_id
  ethnicity varchar(30), -- other_pii
  religion varchar(30), -- other_pii
  nok_name varchar(80), -- person_name
  nok_phone varchar(20), -- phone
  nursing_notes text, -- free_text
  bed_no varchar(8) -- none
);
CREATE TABLE wards (
  ward_id int PRIMARY KEY, -- none
  ward_name varchar(40), -- none
  floor tinyint, -- none
  capacity int, -- none
  phone_ext varchar(6), -- none / phone
  specialty varchar(40) -- none
);

-- source: a recruiting service
CREATE TABLE candidates (
  id bigint PRIMARY KEY, -- none
  full_name varchar(120), -- person_name
  headline varchar(200), -- other_pii / free_text none
  primary_email varchar(120), -- email
  linkedin_url varchar(255), -- url_profile
  resume_text longtext, -- free_text
  resume_s3_key varchar(255), -- photo_blob / none secret_token
  current_employer varchar(120), -- organisation_name
  current_salary decimal(12,2), -- other_pii
  expected_salary decimal(12,2), -- other_pii
  notice_period_days int, -- none / other_pii
  visa_status varchar(40), -- other_pii
  veteran_flag boolean, -- other_pii / none
  gender_identity varchar(40), -- gender / other_pii
  source_channel varchar(40), -- none
  recruiter_id bigint, -- none
  rejection_reason text, -- free_text
  interview_feedback text, -- free_text
  score decimal(4,2), -- none / other_pii
  created_at datetime -- none
);

-- source: a Japanese kindergarten's staff system
CREATE TABLE 職員 (
  職員コード varchar(6) PRIMARY KEY, -- account_id
  職員氏名 varchar(40), -- person_name
  職員氏名カナ varchar(60), -- kana_name
  旧姓 varchar(20), -- family_name
  入職日 date, -- none
  保育士登録番号 varchar(20), -- national_id / account_id order_or_licence
  マイナンバー char(12), -- national_id
  基礎年金番号 char(10), -- national_id
  緊急連絡先1氏名 varchar(40), -- person_name
  緊急連絡先1続柄 varchar(10), -- other_pii / none
  緊急連絡先1電話 varchar(15), -- phone
  通勤経路 varchar(200), -- other_pii / free_text none
  基本給 int, -- other_pii
  扶養人数 int, -- other_pii / none
  健康診断結果 text, -- other_pii / free_text
  勤務区分 char(1), -- none
  退職理由 varchar(200), -- free_text / other_pii
  備考 text -- free_text
);
CREATE TABLE 勤怠 (
  職員コード varchar(6), -- account_id
  日付 date, -- none
  出勤時刻 time, -- none
  退勤時刻 time, -- none
  休暇区分 char(1), -- none / other_pii
  遅刻理由 varchar(100) -- free_text
);

-- source: a Japanese ticket shop in Latin letters
CREATE TABLE chumon (
  chumon_no varchar(14) PRIMARY KEY, -- order_or_licence / none
  kounyusha_shimei varchar(60), -- person_name
  kounyusha_mail varchar(120), -- email
  kounyusha_denwa varchar(15), -- phone
  doukousha1_shimei varchar(60), -- person_name
  kouen_cd varchar(8), -- none
  zaseki_no varchar(10), -- none
  maisu int, -- none
  goukei_kingaku int, -- none
  shiharai_houhou char(1), -- none
  conveni_kessai_bangou varchar(20), -- order_or_licence / none
  card_shimo4keta char(4), -- payment_card
  haisou_jusho varchar(160), -- address
  hakken_zumi_flg char(1), -- none
  ip_adr varchar(45), -- ip_address
  shinsei_nichiji datetime, -- none
  toiawase_naiyou text -- free_text
);
