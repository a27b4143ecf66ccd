-- A seventh set of columns that no rule had seen when they were labelled: from memory of the
-- projects named, which no other set takes from; names and types may differ from a release.
-- Behind each column: its kind, what may be said as well, and "?" where two careful readers
-- would differ.

-- source: CiviCRM
CREATE TABLE civicrm_contact (
  id int PRIMARY KEY, -- none
  contact_type varchar(64), -- none
  external_identifier varchar(64), -- account_id
  do_not_email tinyint, -- none
  legal_identifier varchar(32), -- national_id / account_id
  sort_name varchar(128), -- person_name / organisation_name
  display_name varchar(128), -- person_name / organisation_name
  nick_name varchar(128), -- nickname
  legal_name varchar(128), -- person_name / organisation_name
  image_URL text, -- photo_blob / url_profile
  preferred_language varchar(5), -- none / other_pii
  hash varchar(32), -- secret_token / account_id none
  source varchar(255), -- none / free_text other_pii
  first_name varchar(64), -- given_name
  middle_name varchar(64), -- given_name
  last_name varchar(64), -- family_name
  prefix_id int, -- none / gender
  formal_title varchar(64), -- other_pii / none
  job_title varchar(255), -- other_pii / none
  gender_id int, -- gender / none
  birth_date date, -- birth_date
  is_deceased tinyint, -- other_pii / none
  deceased_date date, -- other_pii
  employer_id int, -- none
  addressee_display varchar(255), -- person_name
  email_greeting_display varchar(255), -- person_name / free_text
  organization_name varchar(128), -- organisation_name
  sic_code varchar(8), -- none
  created_date timestamp -- none
);
CREATE TABLE civicrm_address (
  id int PRIMARY KEY, -- none
  contact_id int, -- none
  location_type_id int, -- none
  street_address varchar(96), -- address
  street_number int, -- address
  street_number_suffix varchar(8), -- address
  street_name varchar(64), -- address
  street_unit varchar(16), -- address
  supplemental_address_1 varchar(96), -- address
  city varchar(64), -- city / address
  postal_code_suffix varchar(12), -- postal_code
  postal_code varchar(64), -- postal_code
  geo_code_1 double, -- geo
  geo_code_2 double, -- geo
  timezone varchar(8) -- none
);

-- source: Dolibarr
CREATE TABLE llx_socpeople (
  rowid int PRIMARY KEY, -- none
  fk_soc int, -- none
  ref_ext varchar(255), -- account_id / none
  civility varchar(6), -- gender / other_pii none
  lastname varchar(50), -- family_name
  firstname varchar(50), -- given_name
  address varchar(255), -- address
  zip varchar(25), -- postal_code
  town varchar(255), -- city
  birthday date, -- birth_date
  poste varchar(255), -- other_pii / none
  phone varchar(30), -- phone
  phone_perso varchar(30), -- phone
  phone_mobile varchar(30), -- phone
  fax varchar(30), -- phone
  email varchar(255), -- email
  socialnetworks text, -- url_profile / json_container username
  photo varchar(255), -- photo_blob
  note_private text, -- free_text
  statut tinyint, -- none
  canvas varchar(32), -- none
  import_key varchar(14) -- none
);
CREATE TABLE llx_societe_rib (
  rowid int PRIMARY KEY, -- none
  fk_soc int, -- none
  bank varchar(255), -- none / organisation_name bank_account
  code_banque varchar(128), -- bank_account / none
  code_guichet varchar(6), -- bank_account / none
  number varchar(255), -- bank_account
  cle_rib varchar(5), -- bank_account
  bic varchar(20), -- bank_account / none
  iban_prefix varchar(34), -- bank_account
  domiciliation varchar(255), -- address / bank_account other_pii free_text none
  proprio varchar(60), -- person_name / organisation_name
  owner_address varchar(255), -- address
  rum varchar(32) -- bank_account / order_or_licence
);

-- source: Chatwoot
CREATE TABLE contacts (
  id bigint PRIMARY KEY, -- none
  name varchar(255), -- person_name
  email varchar(255), -- email
  phone_number varchar(32), -- phone
  account_id int, -- none
  additional_attributes json, -- json_container
  identifier varchar(255), -- account_id
  custom_attributes json, -- json_container
  last_activity_at timestamp, -- none
  contact_type int, -- none
  middle_name varchar(255), -- given_name
  location varchar(255), -- other_pii / city address none
  country_code varchar(3), -- country
  blocked boolean -- none
);
CREATE TABLE contact_inboxes (
  id bigint PRIMARY KEY, -- none
  contact_id bigint, -- none
  inbox_id bigint, -- none
  source_id text, -- account_id / phone email
  hmac_verified boolean, -- none
  pubsub_token varchar(255) -- secret_token
);
CREATE TABLE csat_survey_responses (
  id bigint PRIMARY KEY, -- none
  conversation_id bigint, -- none
  rating int, -- none
  feedback_message text, -- free_text
  contact_id bigint, -- none
  assigned_agent_id bigint -- none
);

-- source: FreeRADIUS and Asterisk
CREATE TABLE radacct (
  radacctid bigint PRIMARY KEY, -- none
  acctsessionid varchar(64), -- secret_token / account_id none
  username varchar(64), -- username
  realm varchar(64), -- none
  nasipaddress varchar(15), -- ip_address / none
  acctstarttime datetime, -- none
  acctinputoctets bigint, -- none
  calledstationid varchar(50), -- device_id / phone
  callingstationid varchar(50), -- device_id / phone
  acctterminatecause varchar(32), -- none
  framedipaddress varchar(15), -- ip_address
  framedipv6prefix varchar(45) -- ip_address
);
CREATE TABLE cdr (
  calldate datetime, -- none
  clid varchar(80), -- phone / person_name
  src varchar(80), -- phone
  dst varchar(80), -- phone
  dcontext varchar(80), -- none
  dstchannel varchar(80), -- none / device_id phone
  duration int, -- none
  disposition varchar(45), -- none
  accountcode varchar(20), -- account_id / none
  uniqueid varchar(32), -- none / account_id
  userfield varchar(255) -- other_pii / free_text none
);

-- source: Traccar
CREATE TABLE tc_positions (
  id int PRIMARY KEY, -- none
  protocol varchar(128), -- none
  deviceid int, -- none
  fixtime timestamp, -- none
  latitude double, -- geo
  longitude double, -- geo
  altitude double, -- geo / none
  speed double, -- none / other_pii
  address varchar(512), -- address
  attributes varchar(4000), -- json_container
  network varchar(4000) -- json_container / device_id
);
CREATE TABLE tc_devices (
  id int PRIMARY KEY, -- none
  name varchar(128), -- none / device_id person_name
  uniqueid varchar(128), -- device_id
  phone varchar(128), -- phone
  model varchar(128), -- none
  contact varchar(512), -- person_name / other_pii phone email free_text
  category varchar(128) -- none
);

-- source: Gibbon
CREATE TABLE gibbonPerson (
  gibbonPersonID int PRIMARY KEY, -- none
  title varchar(5), -- gender / other_pii
  surname varchar(60), -- family_name
  preferredName varchar(60), -- nickname / given_name person_name
  officialName varchar(150), -- person_name
  nameInCharacters varchar(60), -- person_name / kana_name
  passwordStrong varchar(255), -- password_hash
  passwordStrongSalt varchar(255), -- password_hash / secret_token
  emailAlternate varchar(75), -- email
  image_240 varchar(255), -- photo_blob
  lastIPAddress varchar(15), -- ip_address
  languageFirst varchar(30), -- other_pii
  countryOfBirth varchar(30), -- country
  ethnicity varchar(255), -- other_pii
  citizenship1Passport varchar(30), -- national_id
  residencyStatus varchar(255), -- other_pii
  visaExpiryDate date, -- none / other_pii
  profession varchar(90), -- other_pii
  employer varchar(90), -- organisation_name
  emergency1Name varchar(90), -- person_name
  emergency1Number1 varchar(30), -- phone
  emergency1Relationship varchar(30), -- other_pii
  studentID varchar(15), -- student_id
  lockerNumber varchar(20), -- none / other_pii account_id
  vehicleRegistration varchar(20), -- order_or_licence / other_pii national_id
  privacy text, -- none / other_pii
  studentAgreements text, -- none / free_text other_pii
  nextSchool varchar(100), -- organisation_name
  departureReason varchar(50), -- other_pii / free_text none
  transport varchar(255), -- other_pii / none
  dayType varchar(255) -- none
);
CREATE TABLE gibbonPersonMedicalCondition (
  gibbonPersonMedicalConditionID int PRIMARY KEY, -- none
  name varchar(80), -- other_pii
  triggers varchar(255), -- other_pii / free_text
  reaction varchar(255), -- other_pii / free_text
  response varchar(255), -- other_pii / free_text
  medication varchar(255), -- other_pii
  lastEpisodeTreatment varchar(255), -- other_pii / free_text
  comment text -- free_text / other_pii
);

-- source: OpenCart
CREATE TABLE oc_order (
  order_id int PRIMARY KEY, -- none
  invoice_prefix varchar(26), -- none / order_or_licence
  store_name varchar(64), -- none / organisation_name
  firstname varchar(32), -- given_name
  lastname varchar(32), -- family_name
  email varchar(96), -- email
  telephone varchar(32), -- phone
  custom_field text, -- json_container / other_pii
  payment_company varchar(60), -- organisation_name
  payment_address_1 varchar(128), -- address
  payment_city varchar(128), -- city / address
  payment_postcode varchar(10), -- postal_code
  payment_zone varchar(128), -- region
  payment_address_format text, -- none
  payment_method varchar(128), -- none
  shipping_zone varchar(128), -- region
  comment text, -- free_text
  tracking varchar(64), -- order_or_licence / none
  currency_code varchar(3), -- none
  ip varchar(40), -- ip_address
  forwarded_ip varchar(40), -- ip_address
  user_agent varchar(255), -- user_agent
  accept_language varchar(255) -- user_agent / none other_pii
);

-- source: Gitea
CREATE TABLE user (
  id bigint PRIMARY KEY, -- none
  lower_name varchar(255), -- username
  full_name varchar(255), -- person_name
  keep_email_private tinyint, -- none
  passwd varchar(255), -- password_hash
  passwd_hash_algo varchar(255), -- none
  login_source bigint, -- none
  location varchar(255), -- other_pii / city address
  website varchar(255), -- url_profile
  rands varchar(32), -- secret_token / password_hash
  language varchar(5), -- none / other_pii
  description varchar(255), -- free_text
  avatar varchar(2048), -- photo_blob / url_profile
  avatar_email varchar(255), -- email
  theme varchar(255) -- none
);
CREATE TABLE public_key (
  id bigint PRIMARY KEY, -- none
  owner_id bigint, -- none
  name varchar(255), -- none / device_id free_text
  fingerprint varchar(255), -- none / device_id secret_token
  content text, -- none / secret_token
  login_source_id bigint -- none
);

-- source: a Japanese health check centre
CREATE TABLE 受診者 (
  受診者番号 varchar(10) PRIMARY KEY, -- account_id
  漢字氏名 varchar(40), -- person_name
  半角カナ氏名 varchar(40), -- kana_name
  生年月日 date, -- birth_date
  性別区分 char(1), -- gender
  事業所名 varchar(60), -- organisation_name
  保険証記号 varchar(20), -- national_id / account_id
  保険証番号 varchar(20), -- national_id / account_id
  枝番 char(2), -- national_id / none account_id
  自宅〒 varchar(8), -- postal_code
  自宅住所1 varchar(80), -- address
  連絡先TEL varchar(15), -- phone
  結果送付先区分 char(1), -- none
  登録者 varchar(20) -- username / person_name
);
CREATE TABLE 問診 (
  受診者番号 varchar(10), -- account_id
  受診日 date, -- none / other_pii
  服薬内容 varchar(200), -- other_pii / free_text
  既往症1 varchar(60), -- other_pii
  喫煙本数 int, -- other_pii
  飲酒頻度 varchar(10), -- other_pii
  自覚症状 varchar(200), -- other_pii / free_text
  医師所見 text, -- free_text / other_pii
  判定医師名 varchar(40), -- person_name
  総合判定 char(1), -- other_pii / none
  腹囲 decimal(4,1), -- other_pii
  最高血圧 int -- other_pii
);

-- source: a Japanese insurance agency in Latin letters
CREATE TABLE t_keiyakusha (
  keiyakusha_cd varchar(10) PRIMARY KEY, -- account_id
  shoken_bango varchar(20), -- order_or_licence / account_id
  shimei_kanji varchar(60), -- person_name
  shimei_kana varchar(60), -- kana_name
  seinen_gappi date, -- birth_date
  yubin7 char(7), -- postal_code
  jusho1 varchar(100), -- address
  jusho2 varchar(100), -- address
  jitaku_tel varchar(15), -- phone
  keitai_tel varchar(15), -- phone
  shokugyo varchar(40), -- other_pii
  kinmusaki varchar(60), -- organisation_name
  kinmusaki_denwa varchar(15), -- phone
  nenshu int, -- other_pii
  hihokensha_mei varchar(60), -- person_name
  uketorinin varchar(60), -- person_name
  uketorinin_zokugara varchar(10), -- other_pii
  furikae_ginko varchar(40), -- bank_account / organisation_name none
  furikae_kouza varchar(10), -- bank_account
  kouza_meigi varchar(60), -- person_name / kana_name bank_account
  kokuchi_jiko text, -- other_pii / free_text
  shaban varchar(20), -- order_or_licence / other_pii
  menkyo_shoban varchar(12), -- national_id
  tantosha_cd varchar(6), -- account_id / none
  biko varchar(200), -- free_text
  kaiyaku_flg char(1) -- none
);

-- source: a Japanese town's gifts for taxes
CREATE TABLE kifu_moushikomi (
  id int PRIMARY KEY, -- none
  uketsuke_no varchar(12), -- order_or_licence / none
  kifusha_sei varchar(30), -- family_name
  kifusha_mei varchar(30), -- given_name
  kifusha_sei_kana varchar(30), -- kana_name
  yubin_no varchar(8), -- postal_code
  ken varchar(10), -- region
  shichoson varchar(40), -- city
  banchi_ika varchar(80), -- address
  renrakusaki_tel varchar(15), -- phone
  mail varchar(100), -- email
  kifu_gaku int, -- none / other_pii
  tsukaimichi varchar(60), -- none / other_pii
  ouen_message text, -- free_text
  kouhyou_kibou tinyint, -- none
  onestop_kojin_no varchar(12), -- national_id
  okurisaki_shimei varchar(60), -- person_name
  okurisaki_jusho varchar(120), -- address
  kessai_torihiki_id varchar(40), -- order_or_licence / none
  moushikomi_keiro varchar(20) -- none
);

-- source: an animal hospital in Japan
CREATE TABLE 飼い主 (
  飼い主ID int PRIMARY KEY, -- none
  診察券番号 varchar(8), -- account_id
  お名前 varchar(40), -- person_name
  ヨミ varchar(40), -- kana_name
  ご住所 varchar(120), -- address
  緊急時連絡先 varchar(60), -- phone / person_name other_pii
  紹介者 varchar(40), -- person_name
  DM可否 char(1), -- none
  申し送り varchar(400) -- free_text
);
CREATE TABLE ペット (
  ペットID int PRIMARY KEY, -- none
  飼い主ID int, -- none
  ペット名 varchar(20), -- none / other_pii nickname
  品種 varchar(20), -- none
  毛色 varchar(20), -- none
  マイクロチップ番号 varchar(15), -- device_id / none other_pii account_id
  生年月日 date, -- birth_date / none
  保険会社 varchar(40), -- none / organisation_name
  注意事項 text -- free_text / none
);
