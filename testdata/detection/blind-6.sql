-- A sixth set, written after the rules had been changed with the first five at hand, and
-- before they were run on it. See blind-1.sql for the notation and SOURCES.md for all.

-- source: Bugzilla
CREATE TABLE profiles (
  userid int NOT NULL AUTO_INCREMENT PRIMARY KEY, -- none
  login_name varchar(255), -- username / email
  cryptpassword varchar(128), -- password_hash
  realname varchar(255), -- person_name
  disabledtext text, -- free_text
  disable_mail tinyint, -- none
  mybugslink tinyint, -- none
  extern_id varchar(64), -- account_id / none
  is_enabled tinyint, -- none
  last_seen_date datetime, -- none
  nickname varchar(255) -- nickname
);
CREATE TABLE longdescs (
  comment_id int PRIMARY KEY, -- none
  bug_id int, -- none
  who int, -- none
  bug_when datetime, -- none
  work_time decimal(7,2), -- none
  thetext text, -- free_text
  isprivate tinyint, -- none
  extra_data varchar(255) -- none / json_container free_text
);

-- source: WooCommerce
CREATE TABLE wp_wc_order_addresses (
  id bigint PRIMARY KEY, -- none
  order_id bigint, -- none
  address_type varchar(20), -- none
  first_name text, -- given_name
  last_name text, -- family_name
  company text, -- organisation_name / none
  address_1 text, -- address
  address_2 text, -- address
  city text, -- city
  state text, -- region
  postcode text, -- postal_code
  country text, -- country
  email varchar(320), -- email
  phone varchar(100) -- phone
);
CREATE TABLE wp_wc_orders (
  id bigint PRIMARY KEY, -- none
  status varchar(20), -- none
  currency varchar(10), -- none
  total_amount decimal(26,8), -- none
  customer_id bigint, -- none
  billing_email varchar(320), -- email
  payment_method_title text, -- none
  transaction_id varchar(100), -- order_or_licence / none
  ip_address varchar(100), -- ip_address
  user_agent text, -- user_agent
  customer_note text -- free_text
);

-- source: Snipe-IT
CREATE TABLE snipe_users (
  id int PRIMARY KEY, -- none
  email varchar(191), -- email
  password varchar(191), -- password_hash
  permissions text, -- none / json_container
  activated tinyint, -- none
  activation_code varchar(191), -- secret_token
  persist_code varchar(191), -- secret_token
  first_name varchar(191), -- given_name
  last_name varchar(191), -- family_name
  website varchar(191), -- url_profile
  gravatar varchar(191), -- photo_blob / email url_profile
  location_id int, -- none
  phone varchar(191), -- phone
  jobtitle varchar(191), -- other_pii / none
  manager_id int, -- none
  employee_num text, -- account_id
  avatar varchar(191), -- photo_blob
  username varchar(191), -- username
  notes text, -- free_text
  ldap_import tinyint, -- none
  two_factor_secret varchar(32), -- secret_token
  address varchar(191), -- address
  zip varchar(10), -- postal_code
  skin varchar(191), -- none
  remote tinyint, -- none
  start_date date, -- none
  scim_externalid varchar(191) -- account_id / none
);
CREATE TABLE assets (
  id int PRIMARY KEY, -- none
  name varchar(191), -- none
  asset_tag varchar(191), -- none
  model_id int, -- none
  serial varchar(191), -- none / device_id order_or_licence
  purchase_cost decimal(20,2), -- none
  order_number varchar(191), -- none / order_or_licence
  assigned_to int, -- none
  notes text, -- none / free_text
  image text -- none
);

-- source: a bank
CREATE TABLE kyc_profile (
  cif varchar(12) PRIMARY KEY, -- account_id / national_id
  cust_title varchar(8), -- gender / other_pii
  cust_fname varchar(60), -- given_name
  cust_mname varchar(60), -- given_name
  cust_lname varchar(60), -- family_name
  mother_maiden_name varchar(60), -- family_name / secret_token person_name
  dt_of_birth date, -- birth_date
  nationality varchar(3), -- country / other_pii
  tin varchar(20), -- national_id
  id_doc_type varchar(20), -- none
  id_doc_no varchar(30), -- national_id
  id_doc_expiry date, -- none
  res_addr_line1 varchar(80), -- address
  res_city varchar(40), -- city
  res_pin varchar(10), -- postal_code / secret_token
  mob_no varchar(16), -- phone
  email_addr varchar(100), -- email
  occupation varchar(40), -- other_pii
  annual_income decimal(14,2), -- other_pii
  pep_flag char(1), -- other_pii / none
  risk_rating varchar(8), -- none / other_pii
  sign_image longblob, -- photo_blob
  net_banking_userid varchar(40), -- username / account_id
  tpin_hash varchar(64), -- password_hash / secret_token
  sec_q varchar(80), -- secret_token / free_text none
  sec_a varchar(80), -- secret_token / free_text
  branch_cd varchar(6) -- none
);
CREATE TABLE txn_journal (
  txn_id bigint PRIMARY KEY, -- none
  acct_no varchar(20), -- bank_account
  cntrparty_acct varchar(34), -- bank_account
  cntrparty_name varchar(80), -- person_name / organisation_name
  amt decimal(18,2), -- none
  ccy char(3), -- none
  narrative varchar(140), -- free_text
  channel varchar(10), -- none
  posted_at datetime -- none
);

-- source: a Japanese care service
CREATE TABLE 利用者 (
  利用者番号 varchar(8) PRIMARY KEY, -- account_id
  利用者氏名 varchar(40), -- person_name
  利用者氏名かな varchar(60), -- kana_name
  生年月日 date, -- birth_date
  性別 char(1), -- gender
  被保険者番号 char(10), -- national_id
  要介護度 char(2), -- other_pii
  認定有効期限 date, -- none
  負担割合 char(1), -- other_pii / none
  住所 varchar(120), -- address
  電話番号 varchar(15), -- phone
  主治医氏名 varchar(40), -- person_name
  主治医医療機関 varchar(60), -- organisation_name
  既往歴 text, -- other_pii / free_text
  服薬内容 text, -- other_pii / free_text
  キーパーソン氏名 varchar(40), -- person_name
  キーパーソン続柄 varchar(10), -- other_pii / none
  キーパーソン連絡先 varchar(15), -- phone
  担当ケアマネ varchar(40), -- person_name
  送迎時の注意 text, -- free_text / other_pii
  利用開始日 date, -- none
  更新日時 datetime -- none
);
CREATE TABLE バイタル (
  記録ID bigint PRIMARY KEY, -- none
  利用者番号 varchar(8), -- account_id
  体温 decimal(3,1), -- other_pii
  血圧上 int, -- other_pii
  血圧下 int, -- other_pii
  脈拍 int, -- other_pii
  記録者名 varchar(40), -- person_name
  特記 text -- free_text
);

-- source: a Japanese estate agent
CREATE TABLE keiyaku (
  keiyaku_id int PRIMARY KEY, -- none
  bukken_id int, -- none
  keiyakusha_nm varchar(60), -- person_name
  keiyakusha_kn varchar(60), -- kana_name
  keiyakusha_tel varchar(15), -- phone
  keiyakusha_mail varchar(120), -- email
  kinmusaki varchar(80), -- organisation_name
  kinmusaki_tel varchar(15), -- phone
  nenshu int, -- other_pii
  rentai_hoshonin varchar(60), -- person_name
  hoshonin_jusho varchar(160), -- address
  hoshonin_zokugara varchar(10), -- other_pii / none
  doukyonin text, -- person_name / free_text other_pii
  yachin int, -- none
  shikikin int, -- none
  furikomi_koza varchar(20), -- bank_account
  menkyosho_no varchar(16), -- national_id
  nyukyo_bi date, -- none
  kaiyaku_riyu varchar(200), -- free_text
  tantosha varchar(40), -- person_name
  sakusei_bi date -- none
);
CREATE TABLE bukken (
  bukken_id int PRIMARY KEY, -- none
  bukken_mei varchar(80), -- none / address organisation_name
  shozaichi varchar(160), -- address / none
  madori varchar(10), -- none
  menseki decimal(6,2), -- none
  chiku_nen int, -- none
  oonushi_mei varchar(60), -- person_name
  oonushi_tel varchar(15), -- phone
  setsumei text, -- none
  koukai_flg char(1) -- none
);
