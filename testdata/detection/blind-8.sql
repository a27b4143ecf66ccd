-- An eighth set, written after the structural rules had been changed with the seventh at hand,
-- and before they were run on it. See blind-7.sql for the notation and SOURCES.md for all.

-- source: Monica
CREATE TABLE contacts (
  id int PRIMARY KEY, -- none
  account_id int, -- none
  first_name varchar(255), -- given_name
  middle_name varchar(255), -- given_name
  last_name varchar(255), -- family_name
  nickname varchar(255), -- nickname
  gender_id int, -- gender / none
  description varchar(255), -- free_text / other_pii
  is_starred tinyint, -- none
  job varchar(255), -- other_pii
  company varchar(255), -- organisation_name
  food_preferences text, -- other_pii / free_text
  avatar_source varchar(255), -- none
  avatar_gravatar_url varchar(255), -- photo_blob / url_profile
  default_avatar_color varchar(255), -- none
  first_met_additional_info text, -- free_text / other_pii
  stay_in_touch_frequency int, -- none
  vcard text, -- other_pii / json_container person_name free_text
  distant_uuid varchar(255), -- none / account_id
  created_at datetime -- none
);
CREATE TABLE gifts (
  id int PRIMARY KEY, -- none
  contact_id int, -- none
  name varchar(255), -- none / free_text
  comment text, -- free_text
  url varchar(255), -- none
  amount int, -- none
  status varchar(8) -- none
);

-- source: vtiger
CREATE TABLE vtiger_contactdetails (
  contactid int PRIMARY KEY, -- none
  contact_no varchar(100), -- account_id
  salutation varchar(200), -- gender / other_pii none
  firstname varchar(40), -- given_name
  lastname varchar(80), -- family_name
  email varchar(100), -- email
  phone varchar(50), -- phone
  title varchar(50), -- other_pii / none
  department varchar(30), -- none / organisation_name other_pii
  reportsto varchar(30), -- none / username account_id
  training varchar(50), -- other_pii / none
  usertype varchar(50), -- none
  otheremail varchar(100), -- email
  secondaryemail varchar(100), -- email
  donotcall varchar(3), -- none
  imagename varchar(150), -- photo_blob
  isconvertedfromlead varchar(3) -- none
);
CREATE TABLE vtiger_contactaddress (
  contactaddressid int PRIMARY KEY, -- none
  mailingcity varchar(40), -- city / address
  mailingstreet varchar(250), -- address
  mailingcountry varchar(40), -- country
  mailingstate varchar(30), -- region
  mailingpobox varchar(30), -- address
  mailingzip varchar(30), -- postal_code
  otherpobox varchar(30) -- address
);

-- source: LimeSurvey
CREATE TABLE lime_tokens_12345 (
  tid int PRIMARY KEY, -- none
  participant_id varchar(50), -- account_id / none
  firstname varchar(150), -- given_name
  lastname varchar(150), -- family_name
  email text, -- email
  emailstatus text, -- none
  token varchar(36), -- secret_token
  language varchar(25), -- none / other_pii
  blacklisted varchar(17), -- none
  sent varchar(17), -- none
  completed varchar(17), -- none
  attribute_1 varchar(255), -- other_pii / json_container
  attribute_2 varchar(255) -- other_pii / json_container
);
CREATE TABLE lime_survey_12345 (
  id int PRIMARY KEY, -- none
  token varchar(36), -- secret_token
  submitdate datetime, -- none
  lastpage int, -- none
  startlanguage varchar(20), -- none
  ipaddr text, -- ip_address
  refurl text, -- none / url_profile
  12345X1X1 text, -- other_pii / free_text
  12345X1X2other text -- other_pii / free_text
);

-- source: WHMCS
CREATE TABLE tblclients (
  id int PRIMARY KEY, -- none
  uuid varchar(255), -- none / account_id
  firstname text, -- given_name
  lastname text, -- family_name
  companyname text, -- organisation_name
  email text, -- email
  address1 text, -- address
  city text, -- city / address
  state text, -- region
  postcode text, -- postal_code
  country text, -- country
  phonenumber text, -- phone
  tax_id varchar(128), -- national_id
  password text, -- password_hash
  credit decimal(10,2), -- none
  securityqid int, -- none
  securityqans text, -- secret_token / password_hash
  cardtype varchar(255), -- none / payment_card
  cardlastfour text, -- payment_card
  cardnum blob, -- payment_card
  expdate blob, -- payment_card / none
  issuenumber blob, -- payment_card
  bankname text, -- none / organisation_name bank_account
  bankcode blob, -- bank_account / none
  bankacct blob, -- bank_account
  gatewayid text, -- payment_card / account_id secret_token
  notes text, -- free_text
  ip text, -- ip_address
  host text, -- ip_address
  pwresetkey text -- secret_token
);
CREATE TABLE tbldomains (
  id int PRIMARY KEY, -- none
  userid int, -- none
  domain text, -- none / organisation_name url_profile
  registrar text, -- none / organisation_name
  subscriptionid text, -- order_or_licence / account_id none
  additionalnotes text, -- free_text
  status varchar(20) -- none
);

-- source: Mautic
CREATE TABLE leads (
  id bigint PRIMARY KEY, -- none
  owner_id int, -- none
  points int, -- none
  internal text, -- json_container / none other_pii
  social_cache text, -- json_container
  preferred_profile_image varchar(191), -- none / photo_blob
  title varchar(191), -- gender / other_pii none
  firstname varchar(191), -- given_name
  company varchar(191), -- organisation_name
  position varchar(191), -- other_pii / none
  email varchar(191), -- email
  mobile varchar(191), -- phone
  zipcode varchar(191), -- postal_code
  attribution double, -- none
  attribution_date date, -- none
  website varchar(191), -- url_profile
  foursquare varchar(191), -- username / url_profile other_pii
  skype varchar(191), -- username / account_id
  linkedin varchar(191), -- url_profile / username account_id
  generated_company_domain varchar(255) -- none / organisation_name
);

-- source: Zulip
CREATE TABLE zerver_userprofile (
  id int PRIMARY KEY, -- none
  password varchar(128), -- password_hash
  delivery_email varchar(254), -- email
  email varchar(254), -- email
  full_name varchar(100), -- person_name
  date_joined timestamp, -- none
  tos_version varchar(10), -- none
  api_key varchar(32), -- secret_token
  avatar_source varchar(1), -- none
  avatar_hash varchar(64), -- none / photo_blob
  timezone varchar(40), -- none / other_pii
  zoom_token text, -- secret_token
  twitter_handle varchar(15), -- username / nickname account_id
  onboarding_steps text, -- none
  notification_sound varchar(20) -- none
);
CREATE TABLE zerver_message (
  id int PRIMARY KEY, -- none
  sender_id int, -- none
  subject varchar(60), -- free_text
  content text, -- free_text
  rendered_content text, -- free_text
  edit_history text, -- free_text / json_container
  has_link boolean -- none
);

-- source: a freight forwarder
CREATE TABLE shipments (
  shipment_no varchar(20) PRIMARY KEY, -- order_or_licence / none
  awb varchar(14), -- order_or_licence
  shipper_nm varchar(80), -- person_name / organisation_name
  shipper_attn varchar(60), -- person_name
  shipper_adr1 varchar(80), -- address
  cnee_nm varchar(80), -- person_name / organisation_name
  cnee_tel varchar(20), -- phone
  cnee_adr1 varchar(80), -- address
  cnee_cty varchar(40), -- city / address
  notify_party varchar(120), -- person_name / organisation_name
  incoterm char(3), -- none
  gross_kg decimal(9,2), -- none
  pod_sign longblob, -- photo_blob
  pod_recvd_by varchar(60), -- person_name / username
  special_instr varchar(400) -- free_text
);

-- source: a Japanese gym
CREATE TABLE 会員台帳 (
  会員No varchar(8) PRIMARY KEY, -- account_id
  氏 varchar(20), -- family_name
  名 varchar(20), -- given_name
  シメイ varchar(40), -- kana_name
  生年月日 date, -- birth_date
  性別 char(1), -- gender
  住所_都道府県 varchar(10), -- region
  住所_市区町村 varchar(40), -- city / address
  住所_番地建物 varchar(80), -- address
  携帯 varchar(15), -- phone
  緊急連絡先氏名 varchar(40), -- person_name
  緊急連絡先続柄 varchar(10), -- other_pii
  引落口座 varchar(20), -- bank_account
  口座名義カナ varchar(40), -- kana_name / person_name bank_account
  持病 varchar(200), -- other_pii / free_text
  入会動機 varchar(100), -- other_pii / free_text none
  紹介会員No varchar(8), -- account_id / none
  顔写真 longblob, -- photo_blob
  契約コース varchar(20), -- none
  ロッカー番号 varchar(5), -- none / account_id other_pii
  退会理由 varchar(100) -- free_text / other_pii
);

-- source: a Japanese staffing agency in Latin letters
CREATE TABLE haken_staff (
  staff_cd varchar(8) PRIMARY KEY, -- account_id
  shimei varchar(40), -- person_name
  furigana varchar(40), -- kana_name
  seibetsu_kbn char(1), -- gender
  seinengappi date, -- birth_date
  genjusho varchar(120), -- address
  moyori_eki varchar(40), -- other_pii / address
  tsukin_keiro varchar(100), -- other_pii / free_text
  saishu_gakureki varchar(40), -- other_pii
  menkyo_shikaku varchar(200), -- other_pii
  shokureki text, -- other_pii / free_text
  kibou_jikyu int, -- none / other_pii
  kojin_bango varchar(12), -- national_id
  koyo_hoken_no varchar(12), -- national_id / account_id
  nenkin_bango varchar(12), -- national_id
  fuyo_kazoku_su int, -- other_pii / none
  kinkyu_renraku_mei varchar(40), -- person_name
  kinkyu_renraku_tel varchar(15), -- phone
  furikomi_koza varchar(20), -- bank_account
  hyoka_memo text, -- free_text
  toroku_bi date, -- none
  kadou_joutai varchar(4) -- none
);
CREATE TABLE kinmu_jisseki (
  id int PRIMARY KEY, -- none
  staff_cd varchar(8), -- account_id
  haken_saki varchar(60), -- organisation_name / none
  kinmu_bi date, -- none
  kaishi time, -- none
  jikyu int, -- none / other_pii
  koutsuhi int, -- none
  shonin_sha varchar(40), -- person_name / username
  bikou varchar(200) -- free_text
);

-- source: a Japanese scholarship fund
CREATE TABLE 奨学生 (
  奨学生番号 varchar(12) PRIMARY KEY, -- student_id / account_id
  学生氏名 varchar(40), -- person_name
  学生氏名カナ varchar(40), -- kana_name
  在籍大学 varchar(60), -- organisation_name
  学部学科 varchar(60), -- none / other_pii organisation_name
  家計支持者氏名 varchar(40), -- person_name
  家計支持者年収 int, -- other_pii
  連帯保証人 varchar(40), -- person_name
  連帯保証人住所 varchar(120), -- address
  保証人との関係 varchar(10), -- other_pii
  GPA decimal(3,2), -- none / other_pii
  推薦所見 text, -- free_text
  採用区分 varchar(4), -- none
  振込先口座番号 varchar(7), -- bank_account
  貸与月額 int -- none / other_pii
);
