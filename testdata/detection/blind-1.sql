-- Columns as they stand in schemas that the rules have never seen, each with what it
-- holds. Written from memory of the projects named, before the rules were run on them.
--
-- Behind each column stands its kind, behind / what may be said as well, and ? where two
-- careful readers would differ. SOURCES.md says how they are labelled.

-- source: Moodle
CREATE TABLE mdl_user (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, -- none
  auth varchar(20), -- none
  confirmed tinyint(1), -- none
  policyagreed tinyint(1), -- none
  deleted tinyint(1), -- none
  suspended tinyint(1), -- none
  mnethostid bigint, -- none
  username varchar(100), -- username
  password varchar(255), -- password_hash
  idnumber varchar(255), -- account_id / student_id national_id
  firstname varchar(100), -- given_name
  lastname varchar(100), -- family_name
  email varchar(100), -- email
  emailstop tinyint(1), -- none
  phone1 varchar(20), -- phone
  phone2 varchar(20), -- phone
  institution varchar(255), -- organisation_name / none
  department varchar(255), -- organisation_name / none other_pii
  address varchar(255), -- address
  city varchar(120), -- city
  country varchar(2), -- country
  lang varchar(30), -- none / other_pii
  calendartype varchar(30), -- none
  theme varchar(50), -- none
  timezone varchar(100), -- none / other_pii
  firstaccess bigint, -- none
  lastaccess bigint, -- none
  lastlogin bigint, -- none
  lastip varchar(45), -- ip_address
  secret varchar(15), -- secret_token
  picture bigint, -- none / photo_blob
  description longtext, -- free_text
  descriptionformat tinyint, -- none
  mailformat tinyint(1), -- none
  maildigest tinyint(1), -- none
  maildisplay tinyint, -- none
  imagealt varchar(255), -- free_text / none other_pii
  lastnamephonetic varchar(255), -- kana_name / family_name
  firstnamephonetic varchar(255), -- kana_name / given_name
  middlename varchar(255), -- given_name / person_name
  alternatename varchar(255) -- nickname / person_name given_name
);
CREATE TABLE mdl_forum_posts (
  id bigint PRIMARY KEY, -- none
  discussion bigint, -- none
  parent bigint, -- none
  userid bigint, -- none
  created bigint, -- none
  mailed tinyint, -- none
  subject varchar(255), -- free_text
  message longtext, -- free_text
  messageformat tinyint, -- none
  attachment varchar(100), -- none
  totalscore smallint -- none
);
CREATE TABLE mdl_logstore_standard_log (
  id bigint PRIMARY KEY, -- none
  eventname varchar(255), -- none
  component varchar(100), -- none
  action varchar(100), -- none
  objecttable varchar(50), -- none
  objectid bigint, -- none
  crud varchar(1), -- none
  contextid bigint, -- none
  userid bigint, -- none
  relateduserid bigint, -- none
  other longtext, -- json_container / free_text none
  timecreated bigint, -- none
  origin varchar(10), -- none
  ip varchar(45), -- ip_address
  realuserid bigint -- none
);

-- source: Canvas LMS
CREATE TABLE users (
  id bigint PRIMARY KEY, -- none
  name varchar(255), -- person_name
  sortable_name varchar(255), -- person_name
  workflow_state varchar(255), -- none
  time_zone varchar(255), -- none / other_pii
  uuid varchar(255), -- none / device_id account_id secret_token
  created_at datetime, -- none
  avatar_image_url varchar(255), -- photo_blob / url_profile
  avatar_image_source varchar(255), -- none
  phone varchar(255), -- phone
  school_name varchar(255), -- organisation_name / none
  school_position varchar(255), -- other_pii / none
  short_name varchar(255), -- nickname / person_name given_name
  deleted_at datetime, -- none
  birthdate datetime, -- birth_date
  browser_locale varchar(255), -- none / other_pii
  crypted_webcal_id varchar(255), -- secret_token / none
  lti_context_id varchar(255), -- none / account_id secret_token
  pronouns varchar(255) -- gender / other_pii
);
CREATE TABLE pseudonyms (
  id bigint PRIMARY KEY, -- none
  user_id bigint, -- none
  unique_id varchar(255), -- username / email account_id
  crypted_password varchar(255), -- password_hash
  password_salt varchar(255), -- password_hash / secret_token
  persistence_token varchar(255), -- secret_token
  single_access_token varchar(255), -- secret_token
  perishable_token varchar(255), -- secret_token
  login_count int, -- none
  failed_login_count int, -- none
  last_request_at datetime, -- none
  current_login_ip varchar(255), -- ip_address
  last_login_ip varchar(255), -- ip_address
  sis_user_id varchar(255), -- student_id / account_id
  sis_ssha varchar(255) -- password_hash
);
CREATE TABLE communication_channels (
  id bigint PRIMARY KEY, -- none
  path varchar(255), -- email / phone other_pii
  path_type varchar(255), -- none
  user_id bigint, -- none
  confirmation_code varchar(255), -- secret_token
  bounce_count int, -- none
  last_bounce_details longtext -- json_container / free_text none
);

-- source: OpenEMR
CREATE TABLE patient_data (
  id bigint PRIMARY KEY, -- none
  title varchar(255), -- other_pii / none
  language varchar(255), -- other_pii / none
  financial varchar(255), -- other_pii / none
  fname varchar(255), -- given_name
  lname varchar(255), -- family_name
  mname varchar(255), -- given_name / person_name
  DOB date, -- birth_date
  street varchar(255), -- address
  postal_code varchar(255), -- postal_code
  city varchar(255), -- city
  state varchar(255), -- region
  country_code varchar(255), -- country / none
  drivers_license varchar(255), -- national_id / order_or_licence
  ss varchar(255), -- national_id
  occupation longtext, -- other_pii
  phone_home varchar(255), -- phone
  phone_biz varchar(255), -- phone
  phone_contact varchar(255), -- phone
  phone_cell varchar(255), -- phone
  pharmacy_id int, -- none
  status varchar(255), -- other_pii / none
  contact_relationship varchar(255), -- person_name / other_pii
  sex varchar(255), -- gender
  referrer varchar(255), -- person_name / other_pii none
  providerID int, -- none
  email varchar(255), -- email
  ethnoracial varchar(255), -- other_pii
  race varchar(255), -- other_pii
  ethnicity varchar(255), -- other_pii
  religion varchar(255), -- other_pii
  interpretter varchar(255), -- other_pii / none person_name
  migrantseasonal varchar(255), -- other_pii
  family_size varchar(255), -- other_pii
  monthly_income varchar(255), -- other_pii
  billing_note longtext, -- free_text
  homeless varchar(255), -- other_pii
  pubpid varchar(255), -- account_id / national_id
  pid bigint, -- none / account_id
  hipaa_mail varchar(3), -- none
  hipaa_voice varchar(3), -- none
  mothersname varchar(255), -- person_name
  guardiansname longtext, -- person_name
  allow_imm_reg_use varchar(255), -- none
  deceased_date datetime, -- other_pii
  deceased_reason varchar(255), -- other_pii / free_text
  soap_import_status tinyint, -- none
  cmsportal_login varchar(60) -- username
);
CREATE TABLE insurance_data (
  id bigint PRIMARY KEY, -- none
  type enum('primary','secondary','tertiary'), -- none
  provider varchar(255), -- organisation_name / none
  plan_name varchar(255), -- none
  policy_number varchar(255), -- account_id / national_id order_or_licence bank_account
  group_number varchar(255), -- none / account_id order_or_licence
  subscriber_lname varchar(255), -- family_name
  subscriber_fname varchar(255), -- given_name
  subscriber_relationship varchar(255), -- other_pii / none
  subscriber_ss varchar(255), -- national_id
  subscriber_DOB date, -- birth_date
  subscriber_street varchar(255), -- address
  subscriber_postal_code varchar(255), -- postal_code
  subscriber_employer varchar(255), -- organisation_name / none
  subscriber_employer_street varchar(255), -- address / none
  subscriber_phone varchar(255), -- phone
  copay varchar(255) -- none
);

-- source: Odoo
CREATE TABLE res_partner (
  id int PRIMARY KEY, -- none
  name varchar(255), -- person_name / organisation_name
  company_id int, -- none
  display_name varchar(255), -- person_name / organisation_name nickname
  `date` date, -- none
  title int, -- none
  parent_id int, -- none
  ref varchar(255), -- account_id / none
  lang varchar(255), -- none / other_pii
  tz varchar(255), -- none / other_pii
  vat varchar(255), -- national_id / none account_id
  website varchar(255), -- url_profile / none
  comment text, -- free_text
  credit_limit double, -- none / other_pii
  active boolean, -- none
  `function` varchar(255), -- other_pii / none
  street varchar(255), -- address
  street2 varchar(255), -- address
  zip varchar(255), -- postal_code
  city varchar(255), -- city
  state_id int, -- none
  email varchar(255), -- email
  email_normalized varchar(255), -- email
  phone varchar(255), -- phone
  mobile varchar(255), -- phone
  phone_sanitized varchar(255), -- phone
  is_company boolean, -- none
  color int, -- none
  partner_latitude decimal(10,7), -- geo
  partner_longitude decimal(10,7), -- geo
  commercial_company_name varchar(255), -- organisation_name / none
  message_bounce int, -- none
  signup_token varchar(255), -- secret_token
  signup_type varchar(255) -- none
);
CREATE TABLE hr_employee (
  id int PRIMARY KEY, -- none
  name varchar(255), -- person_name
  birthday date, -- birth_date
  ssnid varchar(255), -- national_id
  sinid varchar(255), -- national_id
  identification_id varchar(255), -- national_id / account_id
  passport_id varchar(255), -- national_id
  permit_no varchar(255), -- national_id / order_or_licence account_id
  visa_no varchar(255), -- national_id / order_or_licence account_id
  gender varchar(255), -- gender
  marital varchar(255), -- other_pii
  spouse_complete_name varchar(255), -- person_name
  spouse_birthdate date, -- birth_date
  children int, -- other_pii
  place_of_birth varchar(255), -- other_pii / city birth_date
  country_of_birth int, -- none / country other_pii
  study_school varchar(255), -- organisation_name / other_pii none
  emergency_contact varchar(255), -- person_name
  emergency_phone varchar(255), -- phone
  km_home_work int, -- other_pii / none
  barcode varchar(255), -- account_id / none
  pin varchar(255), -- secret_token / password_hash
  departure_reason_id int, -- none
  work_phone varchar(255), -- phone
  mobile_phone varchar(255), -- phone
  work_email varchar(255), -- email
  private_car_plate varchar(255), -- other_pii / order_or_licence national_id
  job_title varchar(255) -- other_pii / none
);

-- source: Mastodon
CREATE TABLE accounts (
  id bigint PRIMARY KEY, -- none
  username varchar(255), -- username
  domain varchar(255), -- none
  private_key text, -- secret_token
  public_key text, -- none
  created_at datetime, -- none
  note text, -- free_text
  display_name varchar(255), -- nickname / person_name
  uri varchar(255), -- url_profile / none
  url varchar(255), -- url_profile
  avatar_file_name varchar(255), -- photo_blob / none
  avatar_content_type varchar(255), -- none
  avatar_file_size int, -- none
  header_file_name varchar(255), -- photo_blob / none
  avatar_remote_url varchar(255), -- photo_blob / url_profile
  locked boolean, -- none
  inbox_url varchar(255), -- url_profile / none
  followers_url varchar(255), -- url_profile / none
  memorial boolean, -- none
  moved_to_account_id bigint, -- none
  fields json, -- json_container / other_pii
  actor_type varchar(255), -- none
  discoverable boolean, -- none
  suspended_at datetime -- none
);
CREATE TABLE user_logins (
  id bigint PRIMARY KEY, -- none
  email varchar(255), -- email
  encrypted_password varchar(255), -- password_hash
  reset_password_token varchar(255), -- secret_token
  reset_password_sent_at datetime, -- none
  sign_in_count int, -- none
  confirmation_token varchar(255), -- secret_token
  unconfirmed_email varchar(255), -- email
  locale varchar(255), -- none / other_pii
  encrypted_otp_secret varchar(255), -- secret_token
  encrypted_otp_secret_iv varchar(255), -- secret_token / none
  consumed_timestep int, -- none
  otp_backup_codes text, -- secret_token
  chosen_languages text, -- none / other_pii
  sign_in_token varchar(255), -- secret_token
  webauthn_id varchar(255), -- secret_token / account_id device_id none
  sign_up_ip varchar(45) -- ip_address
);
CREATE TABLE statuses (
  id bigint PRIMARY KEY, -- none
  uri varchar(255), -- url_profile / none
  text text, -- free_text
  in_reply_to_id bigint, -- none
  `sensitive` boolean, -- none
  visibility int, -- none
  spoiler_text text, -- free_text
  reply boolean, -- none
  language varchar(255) -- none
);

-- source: Discourse
CREATE TABLE user_profiles (
  user_id int PRIMARY KEY, -- none
  location varchar(255), -- other_pii / city address
  website varchar(255), -- url_profile
  bio_raw text, -- free_text
  bio_cooked text, -- free_text
  dismissed_banner_key int, -- none
  views int, -- none
  badge_granted_title boolean -- none
);
CREATE TABLE email_logs (
  id int PRIMARY KEY, -- none
  to_address varchar(255), -- email
  email_type varchar(255), -- none
  user_id int, -- none
  reply_key varchar(32), -- secret_token / none
  bounced boolean, -- none
  message_id varchar(255), -- none / secret_token
  cc_addresses text, -- email
  smtp_transaction_response varchar(500) -- none / free_text
);
CREATE TABLE screened_ips (
  id int PRIMARY KEY, -- none
  ip_address varchar(45), -- ip_address
  action_type int, -- none
  match_count int, -- none
  last_match_at datetime -- none
);

-- source: GitLab
CREATE TABLE keys_of_users (
  id bigint PRIMARY KEY, -- none
  user_id bigint, -- none
  `key` text, -- none / secret_token
  title varchar(255), -- none / other_pii free_text
  fingerprint varchar(255), -- none / secret_token device_id
  last_used_at datetime -- none
);
CREATE TABLE personal_access_tokens (
  id bigint PRIMARY KEY, -- none
  user_id bigint, -- none
  name varchar(255), -- none
  revoked boolean, -- none
  expires_at date, -- none
  scopes varchar(255), -- none
  impersonation boolean, -- none
  token_digest varchar(255) -- secret_token
);
CREATE TABLE user_details (
  user_id bigint PRIMARY KEY, -- none
  job_title varchar(200), -- other_pii / none
  bio varchar(255), -- free_text
  webauthn_xid varchar(100), -- secret_token / account_id device_id none
  provisioned_by_group_id bigint, -- none
  pronouns varchar(50), -- gender / other_pii
  pronunciation varchar(255), -- kana_name / other_pii person_name
  registration_objective int, -- none
  phone varchar(50), -- phone
  linkedin varchar(500), -- url_profile / username
  twitter varchar(500), -- url_profile / username
  skype varchar(500), -- username / url_profile
  website_url varchar(500), -- url_profile
  location varchar(500), -- other_pii / city address
  organization varchar(500) -- organisation_name / none
);
CREATE TABLE audit_events (
  id bigint PRIMARY KEY, -- none
  author_id int, -- none
  entity_id int, -- none
  entity_type varchar(255), -- none
  details text, -- json_container / free_text
  ip_address varchar(45), -- ip_address
  author_name varchar(255), -- person_name / nickname username
  entity_path varchar(5500), -- none / username
  target_details varchar(5500) -- none / json_container free_text
);

-- source: Magento
CREATE TABLE customer_entity (
  entity_id int PRIMARY KEY, -- none
  website_id smallint, -- none
  email varchar(255), -- email
  group_id smallint, -- none
  increment_id varchar(50), -- none / account_id order_or_licence
  store_id smallint, -- none
  created_in varchar(255), -- none
  prefix varchar(40), -- other_pii / none
  firstname varchar(255), -- given_name
  middlename varchar(255), -- given_name / person_name
  lastname varchar(255), -- family_name
  suffix varchar(40), -- other_pii / none
  dob date, -- birth_date
  password_hash varchar(128), -- password_hash
  rp_token varchar(128), -- secret_token
  rp_token_created_at datetime, -- none
  default_billing int, -- none
  taxvat varchar(50), -- national_id / account_id
  confirmation varchar(64), -- secret_token / none
  gender smallint, -- gender
  failures_num smallint, -- none
  lock_expires datetime -- none
);
CREATE TABLE sales_order (
  entity_id int PRIMARY KEY, -- none
  state varchar(32), -- none
  status varchar(32), -- none
  coupon_code varchar(255), -- none / order_or_licence
  protect_code varchar(255), -- secret_token / none
  shipping_description varchar(255), -- none
  base_grand_total decimal(20,4), -- none
  customer_id int, -- none
  customer_email varchar(128), -- email
  customer_firstname varchar(128), -- given_name
  customer_lastname varchar(128), -- family_name
  customer_dob datetime, -- birth_date
  customer_is_guest smallint, -- none
  customer_note text, -- free_text
  customer_note_notify smallint, -- none
  increment_id varchar(50), -- order_or_licence / none
  order_currency_code varchar(3), -- none
  remote_ip varchar(45), -- ip_address
  x_forwarded_for varchar(255), -- ip_address
  store_name varchar(255), -- none / organisation_name
  gift_message_id int, -- none
  weight decimal(12,4) -- none
);
CREATE TABLE sales_order_payment (
  entity_id int PRIMARY KEY, -- none
  parent_id int, -- none
  amount_paid decimal(20,4), -- none
  cc_exp_month varchar(12), -- payment_card / none
  cc_ss_start_year varchar(12), -- payment_card / none
  cc_last_4 varchar(100), -- payment_card
  cc_owner varchar(128), -- person_name
  cc_type varchar(32), -- none / payment_card
  cc_number_enc varchar(128), -- payment_card
  cc_trans_id varchar(255), -- none / order_or_licence
  method varchar(128), -- none
  account_status varchar(32), -- none
  additional_information text -- json_container / free_text none
);

-- source: a shop like Shopify
CREATE TABLE checkouts (
  id bigint PRIMARY KEY, -- none
  token char(32), -- secret_token
  cart_token char(32), -- secret_token
  buyer_accepts_marketing boolean, -- none
  landing_site varchar(2000), -- none / url_profile
  referring_site varchar(2000), -- none / url_profile
  note text, -- free_text
  source_name varchar(40), -- none
  total_weight int, -- none
  contact_email varchar(255), -- email
  customer_locale varchar(10), -- none / other_pii
  ship_to_first_name varchar(80), -- given_name
  ship_to_last_name varchar(80), -- family_name
  ship_to_company varchar(80), -- organisation_name / none
  ship_to_address1 varchar(255), -- address
  ship_to_address2 varchar(255), -- address
  ship_to_city varchar(80), -- city
  ship_to_province varchar(80), -- region
  ship_to_province_code varchar(4), -- region / none
  ship_to_zip varchar(20), -- postal_code
  ship_to_lat double, -- geo
  ship_to_lng double, -- geo
  browser_ip varchar(45), -- ip_address
  client_user_agent varchar(500), -- user_agent
  client_session_hash varchar(64), -- secret_token / none device_id
  gateway varchar(40), -- none
  fulfillment_status varchar(20), -- none
  tracking_number varchar(60), -- order_or_licence / none
  discount_code varchar(40), -- none
  sku varchar(40), -- none
  variant_title varchar(120), -- none
  vendor varchar(120), -- none / organisation_name
  processed_at datetime -- none
);

-- source: a Japanese school's register
CREATE TABLE 生徒マスタ (
  生徒ID int PRIMARY KEY, -- none
  学籍番号 varchar(10), -- student_id
  氏名 varchar(40), -- person_name
  ふりがな varchar(60), -- kana_name
  生年月日 date, -- birth_date
  性別 char(1), -- gender
  郵便番号 char(8), -- postal_code
  都道府県 varchar(8), -- region
  住所1 varchar(100), -- address
  住所2 varchar(100), -- address
  電話番号 varchar(15), -- phone
  緊急連絡先 varchar(15), -- phone / person_name
  入学年度 int, -- none
  学年 tinyint, -- none
  組 varchar(4), -- none
  出席番号 tinyint, -- none / student_id
  在籍区分 char(1), -- none
  保護者名 varchar(40), -- person_name
  保護者カナ varchar(60), -- kana_name
  続柄 varchar(10), -- other_pii
  国籍 varchar(20), -- other_pii / country
  出身中学校 varchar(40), -- organisation_name / other_pii none
  通学方法 varchar(20), -- none / other_pii
  アレルギー情報 text, -- other_pii / free_text
  備考 text, -- free_text
  顔写真 longblob, -- photo_blob
  登録日時 datetime, -- none
  更新者 varchar(20) -- username / person_name account_id
);
CREATE TABLE 成績 (
  成績ID int PRIMARY KEY, -- none
  生徒ID int, -- none
  科目コード varchar(6), -- none
  科目名 varchar(30), -- none
  学期 tinyint, -- none
  評価 tinyint, -- none / other_pii
  素点 int, -- none / other_pii
  所見 text, -- free_text
  担当教員名 varchar(40) -- person_name
);
CREATE TABLE 保健記録 (
  記録番号 int PRIMARY KEY, -- none
  生徒ID int, -- none
  身長 decimal(4,1), -- other_pii
  体重 decimal(4,1), -- other_pii
  視力右 varchar(4), -- other_pii
  既往症 text, -- other_pii / free_text
  保険証番号 varchar(20), -- national_id / account_id
  受診日 date, -- none / other_pii
  かかりつけ医 varchar(40) -- organisation_name / person_name other_pii
);

-- source: a Japanese school's system in Latin letters
CREATE TABLE t_gakusei (
  gakusei_id int PRIMARY KEY, -- none
  gakuseki_no varchar(10), -- student_id
  shimei varchar(40), -- person_name
  shimei_kana varchar(60), -- kana_name
  seibetsu_kbn char(1), -- gender / none
  seinengappi date, -- birth_date
  yubin_no varchar(8), -- postal_code
  todofuken_cd char(2), -- region / none
  shikuchoson varchar(60), -- city / address
  banchi varchar(60), -- address
  denwa_bangou varchar(15), -- phone
  keitai_no varchar(15), -- phone
  hogosya_shimei varchar(40), -- person_name
  hogosya_zokugara varchar(10), -- other_pii
  kumi varchar(4), -- none
  shusseki_no tinyint, -- none / student_id
  nyugaku_nendo int, -- none
  sotsugyo_yotei_bi date, -- none
  shussinko varchar(40), -- organisation_name / other_pii none
  tannin_mei varchar(40), -- person_name
  kamei_club varchar(40), -- none / other_pii
  biko varchar(400), -- free_text
  koshin_nichiji datetime, -- none
  koshinsha varchar(20), -- username / person_name account_id
  sakujo_flg char(1) -- none
);
CREATE TABLE m_shokuin (
  shokuin_cd varchar(8) PRIMARY KEY, -- account_id
  login_id varchar(40), -- username
  passwd varchar(128), -- password_hash
  sei varchar(20), -- family_name
  mei varchar(20), -- given_name
  sei_kana varchar(20), -- kana_name
  mei_kana varchar(20), -- kana_name
  mail_address varchar(120), -- email
  mynumber char(12), -- national_id
  kouza_bangou varchar(10), -- bank_account
  ginko_mei varchar(40), -- organisation_name / bank_account none
  kihonkyu int, -- other_pii
  shozoku_cd varchar(6), -- none / organisation_name
  yakushoku varchar(20), -- other_pii / none
  taishoku_bi date -- none / other_pii
);

-- source: a Japanese shop
CREATE TABLE 顧客 (
  顧客コード varchar(10) PRIMARY KEY, -- account_id
  お名前 varchar(40), -- person_name
  お名前フリガナ varchar(60), -- kana_name
  会社名 varchar(60), -- organisation_name / none
  メールアドレス varchar(120), -- email
  携帯電話 varchar(15), -- phone
  FAX番号 varchar(15), -- phone
  ご住所 varchar(200), -- address
  市区町村 varchar(60), -- city / address
  誕生日 date, -- birth_date
  ポイント残高 int, -- none
  会員ランク varchar(10), -- none
  最終購入日 date, -- none
  メルマガ希望 tinyint, -- none
  秘密の質問 varchar(100), -- secret_token / other_pii free_text none
  秘密の答え varchar(100), -- secret_token / other_pii free_text
  クレジットカード番号 varchar(20), -- payment_card
  有効期限 varchar(5), -- none / payment_card
  退会フラグ tinyint -- none
);
CREATE TABLE 受注 (
  受注番号 varchar(12) PRIMARY KEY, -- order_or_licence / none
  顧客コード varchar(10), -- account_id
  注文日時 datetime, -- none
  配送先氏名 varchar(40), -- person_name
  配送先住所 varchar(200), -- address
  配送先電話番号 varchar(15), -- phone
  商品コード varchar(20), -- none
  商品名 varchar(80), -- none
  数量 int, -- none
  単価 int, -- none
  支払方法 varchar(20), -- none
  お届け希望時間帯 varchar(20), -- none
  のし名入れ varchar(40), -- person_name
  ご要望 text, -- free_text
  伝票番号 varchar(20) -- order_or_licence / none
);
