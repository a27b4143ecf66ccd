-- A fourteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: kivitendo
CREATE TABLE customer (
  id integer PRIMARY KEY, -- none
  name varchar(75), -- organisation_name / person_name
  department_1 varchar(75), -- none / organisation_name
  department_2 varchar(75), -- none / organisation_name
  street varchar(75), -- address
  zipcode varchar(10), -- postal_code
  city varchar(75), -- city
  country varchar(75), -- country
  contact varchar(75), -- person_name
  phone varchar(30), -- phone
  fax varchar(30), -- phone
  homepage text, -- url_profile
  email text, -- email
  notes text, -- free_text
  discount float, -- none
  taxincluded boolean, -- none
  creditlimit decimal(15,5), -- none
  terms smallint, -- none
  customernumber text, -- account_id
  cc text, -- email
  bcc text, -- email
  business_id integer, -- none
  taxnumber text, -- national_id
  sic_code text, -- none
  account_number varchar(15), -- bank_account
  bank_code varchar(10), -- bank_account / none
  bank text, -- organisation_name / bank_account none
  language varchar(5), -- none / other_pii
  datevexport integer, -- none
  itime timestamp, -- none
  mtime timestamp, -- none
  obsolete boolean, -- none
  ustid varchar(12), -- national_id
  username varchar(50), -- username
  user_password text, -- password_hash
  salesman_id integer, -- none
  c_vendor_id text, -- none / account_id
  klass integer, -- none
  language_id integer, -- none
  payment_id integer, -- none
  taxzone_id integer, -- none
  greeting text -- gender / other_pii none
);
CREATE TABLE contacts (
  cp_id integer PRIMARY KEY, -- none
  cp_cv_id integer, -- none
  cp_greeting varchar(75), -- gender / other_pii
  cp_title varchar(75), -- other_pii / gender none
  cp_givenname varchar(75), -- given_name
  cp_name varchar(75), -- family_name / person_name
  cp_email text, -- email
  cp_phone1 varchar(75), -- phone
  cp_phone2 varchar(75), -- phone
  itime timestamp, -- none
  mtime timestamp, -- none
  cp_fax text, -- phone
  cp_mobile1 text, -- phone
  cp_mobile2 text, -- phone
  cp_satphone text, -- phone
  cp_satfax text, -- phone
  cp_project text, -- none / free_text other_pii
  cp_privatphone text, -- phone
  cp_privatemail text, -- email
  cp_birthday text, -- birth_date
  cp_abteilung text -- none / organisation_name other_pii
);
CREATE TABLE employee (
  id integer PRIMARY KEY, -- none
  login text, -- username
  name varchar(35), -- person_name
  addr1 varchar(35), -- address
  addr2 varchar(35), -- address
  addr3 varchar(35), -- address
  addr4 varchar(35), -- address
  workphone varchar(20), -- phone
  homephone varchar(20), -- phone
  startdate date, -- none
  enddate date, -- none
  notes text, -- free_text
  role text, -- none
  sales boolean, -- none
  itime timestamp, -- none
  mtime timestamp -- none
);
CREATE TABLE shipto (
  trans_id integer, -- none
  shiptoname varchar(75), -- person_name / organisation_name
  shiptodepartment_1 varchar(75), -- none / organisation_name other_pii
  shiptodepartment_2 varchar(75), -- none / organisation_name other_pii
  shiptostreet varchar(75), -- address
  shiptozipcode varchar(75), -- postal_code
  shiptocity varchar(75), -- city
  shiptocountry varchar(75), -- country
  shiptocontact varchar(75), -- person_name
  shiptophone varchar(30), -- phone
  shiptofax varchar(30), -- phone
  shiptoemail text, -- email
  itime timestamp, -- none
  mtime timestamp, -- none
  module text, -- none
  shipto_id integer -- none
);
CREATE TABLE dunning (
  id integer PRIMARY KEY, -- none
  trans_id integer, -- none
  dunning_id integer, -- none
  dunning_level integer, -- none
  transdate date, -- none
  duedate date, -- none
  fee decimal(15,5), -- none
  interest decimal(15,5) -- none
);
CREATE TABLE business (
  id integer PRIMARY KEY, -- none
  description text, -- none
  discount float, -- none
  customernumberinit text, -- none
  salesman boolean, -- none
  itime timestamp, -- none
  mtime timestamp -- none
);
CREATE TABLE vendortax (
  vendor_id integer, -- none
  chart_id integer, -- none
  itime timestamp, -- none
  mtime timestamp -- none
);

-- source: A2Billing
CREATE TABLE cc_agent_signup (
  id bigint(20) PRIMARY KEY, -- none
  id_agent int(11), -- none
  code varchar(30), -- none / secret_token order_or_licence
  id_tariffgroup int(11), -- none
  id_group int(11) -- none
);
CREATE TABLE cc_call (
  id bigint(20) PRIMARY KEY, -- none
  sessionid varchar(40), -- none / secret_token order_or_licence
  uniqueid varchar(30), -- none / order_or_licence
  card_id bigint(20), -- none
  nasipaddress varchar(30), -- ip_address / none
  starttime timestamp, -- none
  stoptime timestamp, -- none
  sessiontime int(11), -- none
  calledstation varchar(30), -- phone
  sessionbill float, -- none
  id_tariffgroup int(11), -- none
  id_tariffplan int(11), -- none
  id_ratecard int(11), -- none
  id_trunk int(11), -- none
  sipiax int(11), -- none
  src varchar(40), -- phone / ip_address username
  id_did int(11), -- none
  buycost decimal(15,5), -- none
  id_card_package_offer int(11), -- none
  real_sessiontime int(11), -- none
  dnid varchar(40), -- phone / none
  terminatecauseid int(1), -- none
  destination int(11) -- none
);
CREATE TABLE cc_callerid (
  id bigint(20) PRIMARY KEY, -- none
  cid varchar(100), -- phone
  id_cc_card bigint(20), -- none
  activated char(1) -- none
);
CREATE TABLE cc_epayment_log (
  id bigint(20) PRIMARY KEY, -- none
  cardid bigint(20), -- none
  amount varchar(50), -- none
  vat float, -- none
  paymentmethod char(50), -- none
  cc_owner varchar(64), -- person_name
  cc_number varchar(32), -- payment_card
  cc_expires varchar(7), -- payment_card / none
  creationdate timestamp, -- none
  `status` int(11), -- none
  cvv varchar(4), -- payment_card
  credit_card_type varchar(20), -- none / payment_card
  currency varchar(4), -- none
  transaction_detail longtext, -- json_container / free_text none
  item_type varchar(30), -- none
  item_id bigint(20) -- none
);
CREATE TABLE cc_phonenumber (
  id bigint(20) PRIMARY KEY, -- none
  id_phonebook int(11), -- none
  number char(30), -- phone
  name char(40), -- person_name
  creationdate timestamp, -- none
  `status` smallint(6), -- none
  info mediumtext, -- free_text / json_container other_pii
  amount int(11) -- none
);
CREATE TABLE cc_ticket (
  id bigint(10) PRIMARY KEY, -- none
  id_component smallint(5), -- none
  title varchar(100), -- free_text
  description text, -- free_text
  priority smallint(6), -- none
  creationdate timestamp, -- none
  creator bigint(20), -- none
  `status` smallint(6), -- none
  creator_type tinyint(4), -- none
  viewed_cust tinyint(4), -- none
  viewed_agent tinyint(4), -- none
  viewed_admin tinyint(4) -- none
);
CREATE TABLE cc_ui_authen (
  userid bigint(20) PRIMARY KEY, -- none
  login char(50), -- username
  pwd_encoded varchar(250), -- password_hash
  groupid int(11), -- none
  perms int(11), -- none
  confaddcust int(11), -- none
  name char(50), -- person_name
  direction char(80), -- address
  zipcode char(20), -- postal_code
  state char(20), -- region
  phone char(30), -- phone
  fax char(30), -- phone
  datecreation timestamp, -- none
  email varchar(70) -- email
);
CREATE TABLE cc_did (
  id bigint(20) PRIMARY KEY, -- none
  id_cc_didgroup bigint(20), -- none
  id_cc_country int(11), -- none
  activated int(11), -- none
  reserved int(11), -- none
  iduser bigint(20), -- none
  did char(50), -- phone / none
  creationdate timestamp, -- none
  startingdate timestamp, -- none
  expirationdate timestamp, -- none
  description mediumtext, -- none / free_text
  secondusedreal int(11), -- none
  billingtype int(11), -- none
  fixrate float -- none
);
CREATE TABLE cc_payments_status (
  id int(11) PRIMARY KEY, -- none
  status_id int(11), -- none
  status_name varchar(200) -- none
);

-- source: phpIPAM
CREATE TABLE users (
  id int(11), -- none
  username varchar(255) PRIMARY KEY, -- username
  authMethod int(2), -- none
  passkey_only tinyint(1), -- none
  password char(128), -- password_hash
  groups varchar(1024), -- none / json_container
  role text, -- none
  real_name varchar(128), -- person_name
  email varchar(254), -- email
  domainUser binary(1), -- none
  widgets varchar(1024), -- none
  lang int(11) unsigned, -- none
  favourite_subnets varchar(1024), -- none / json_container
  disabled enum('yes','no'), -- none
  mailNotify enum('yes','no'), -- none
  mailChangelog enum('yes','no'), -- none
  passChange enum('yes','no'), -- none
  editDate timestamp, -- none
  lastLogin timestamp, -- none
  lastActivity timestamp, -- none
  compressOverride enum('default','uncompress'), -- none
  hideFreeRange tinyint(1), -- none
  menuType enum('static','dynamic'), -- none
  menuCompact tinyint, -- none
  `2fa` boolean, -- none
  `2fa_secret` varchar(32), -- secret_token
  theme varchar(32), -- none
  token varchar(24), -- secret_token
  token_valid_until datetime, -- none
  module_permissions varchar(255), -- none
  compress_actions tinyint(1) -- none
);
CREATE TABLE customers (
  id int(11) unsigned PRIMARY KEY, -- none
  title varchar(128), -- organisation_name / person_name none
  address varchar(255), -- address
  postcode varchar(32), -- postal_code
  city varchar(255), -- city
  state varchar(255), -- region
  lat varchar(31), -- geo
  long varchar(31), -- geo
  contact_person text, -- person_name
  contact_phone varchar(32), -- phone
  contact_mail varchar(254), -- email
  note text, -- free_text
  `status` set('active','reserved','inactive') -- none
);
CREATE TABLE requests (
  id int(11) unsigned PRIMARY KEY, -- none
  subnetId int(11) unsigned, -- none
  ip_addr varchar(100), -- ip_address
  description varchar(64), -- free_text / none
  mac varchar(20), -- device_id
  hostname varchar(255), -- none / ip_address device_id
  state int, -- none
  owner varchar(128), -- person_name / username
  requester varchar(128), -- email / person_name username
  comment text, -- free_text
  processed binary(1), -- none
  accepted binary(1), -- none
  adminComment text -- free_text
);
CREATE TABLE loginAttempts (
  id int(11) unsigned PRIMARY KEY, -- none
  datetime timestamp, -- none
  ip varchar(128), -- ip_address
  count int(2) -- none
);
CREATE TABLE passkeys (
  id int(11) unsigned PRIMARY KEY, -- none
  user_id int(11), -- none
  credentialId text, -- secret_token / device_id account_id
  keyId text, -- secret_token / device_id account_id none
  credential text, -- secret_token / json_container
  comment text, -- free_text
  created timestamp, -- none
  used timestamp, -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE logs (
  id int(11) PRIMARY KEY, -- none
  severity int(11), -- none
  date varchar(32), -- none
  username varchar(255), -- username
  ipaddr varchar(64), -- ip_address
  command text, -- none / free_text
  details text -- json_container / free_text none
);
CREATE TABLE api (
  id int(11) unsigned PRIMARY KEY, -- none
  app_id varchar(32), -- none
  app_code varchar(32), -- secret_token
  app_permissions int(1), -- none
  app_comment text, -- none / free_text
  app_lock_type enum('auto','file','mysql','disabled'), -- none
  app_lock_wait int(4), -- none
  app_nest_custom_fields tinyint(1), -- none
  app_show_links tinyint(1), -- none
  app_last_access datetime -- none
);
CREATE TABLE rackContents (
  id int(10) unsigned PRIMARY KEY, -- none
  name varchar(100), -- none
  rack int(11) unsigned, -- none
  rack_start int(11) unsigned, -- none
  rack_size int(11) unsigned, -- none
  rack_deep tinyint(1), -- none
  subrackId int(11) -- none
);

-- source: ATutor
CREATE TABLE members (
  member_id mediumint(8) unsigned PRIMARY KEY, -- none
  login varchar(20), -- username
  password varchar(40), -- password_hash
  email varchar(50), -- email
  website varchar(200), -- url_profile
  first_name varchar(100), -- given_name
  second_name varchar(100), -- given_name
  last_name varchar(100), -- family_name
  dob date, -- birth_date
  gender enum('m','f','n'), -- gender
  address text, -- address
  postal varchar(15), -- postal_code
  city varchar(100), -- city
  province varchar(100), -- region
  country varchar(100), -- country
  phone varchar(15), -- phone
  `status` tinyint(4), -- none
  preferences text, -- none / json_container
  creation_date timestamp, -- none
  language varchar(5), -- none / other_pii
  inbox_notify tinyint(3) unsigned, -- none
  private_email tinyint, -- none
  last_login timestamp -- none
);
CREATE TABLE social_member_contact (
  contact_id int(10) unsigned PRIMARY KEY, -- none
  member_id int(10) unsigned, -- none
  con_name varchar(200), -- person_name
  con_phone varchar(15), -- phone
  con_email varchar(50), -- email
  con_address text -- address
);
CREATE TABLE social_member_representation (
  rep_id int(10) unsigned PRIMARY KEY, -- none
  member_id int(10) unsigned, -- none
  rep_name varchar(200), -- person_name
  rep_title varchar(50), -- other_pii / gender none
  rep_phone varchar(15), -- phone
  rep_email varchar(50), -- email
  rep_address text -- address
);
CREATE TABLE social_member_personal (
  per_id int(10) unsigned PRIMARY KEY, -- none
  member_id int(10) unsigned, -- none
  per_weight varchar(200), -- other_pii
  per_height varchar(50), -- other_pii
  per_hair varchar(15), -- other_pii
  per_eyes varchar(50), -- other_pii
  per_ethnicity varchar(50), -- other_pii
  per_languages varchar(255), -- other_pii
  per_disabilities varchar(255) -- other_pii
);
CREATE TABLE guests (
  guest_id varchar(10) PRIMARY KEY, -- none / secret_token account_id
  name varchar(255), -- person_name
  organization varchar(255), -- organisation_name
  location varchar(255), -- city / address other_pii country
  role varchar(255), -- other_pii / none
  focus varchar(255) -- other_pii / none free_text
);
CREATE TABLE messages (
  message_id mediumint(8) unsigned PRIMARY KEY, -- none
  course_id mediumint(8) unsigned, -- none
  from_member_id mediumint(8) unsigned, -- none
  to_member_id mediumint(8) unsigned, -- none
  date_sent timestamp, -- none
  new tinyint(4), -- none
  replied tinyint(4), -- none
  subject varchar(255), -- free_text
  body text -- free_text
);
CREATE TABLE social_member_education (
  id integer PRIMARY KEY, -- none
  member_id integer, -- none
  university varchar(255), -- organisation_name / other_pii
  country varchar(128), -- country / none
  province varchar(128), -- region / none
  degree varchar(64), -- other_pii
  field varchar(64), -- other_pii / none
  `from` varchar(10), -- none
  `to` varchar(10), -- none
  description text -- free_text
);
CREATE TABLE glossary (
  word_id mediumint(8) unsigned PRIMARY KEY, -- none
  course_id mediumint(8) unsigned, -- none
  word varchar(240), -- none
  definition text, -- none
  related_word_id mediumint(8) unsigned -- none
);
CREATE TABLE patches (
  patches_id mediumint PRIMARY KEY, -- none
  atutor_patch_id varchar(20), -- none
  applied_version varchar(10), -- none
  patch_folder varchar(250), -- none
  description text, -- none
  available_to varchar(250), -- none
  sql_statement text, -- none
  `status` varchar(20), -- none
  remove_permission_files text, -- none
  backup_files text, -- none
  patch_files text, -- none
  author varchar(255), -- person_name / none
  installed_date datetime -- none
);

-- source: OpenPNE2, Japanese
CREATE TABLE c_member (
  c_member_id int(11) PRIMARY KEY, -- none
  nickname text, -- nickname
  birth_year smallint(4), -- birth_date
  birth_month tinyint(2), -- birth_date
  birth_day tinyint(2), -- birth_date
  public_flag_birth_year enum('public','friend','private'), -- none
  public_flag_birth_month_day enum('public','friend','private'), -- none
  image_filename text, -- photo_blob / none
  image_filename_1 text, -- photo_blob / none
  image_filename_2 text, -- photo_blob / none
  image_filename_3 text, -- photo_blob / none
  access_date datetime, -- none
  r_date datetime, -- none
  rss text, -- url_profile / none
  ashiato_mail_num int(11), -- none
  is_receive_mail tinyint(1), -- none
  is_receive_daily_news tinyint(1), -- none
  is_receive_ktai_mail tinyint(1), -- none
  c_member_id_invite int(11), -- none
  c_password_query_id int(11), -- none
  public_flag_diary enum('public','friend','private'), -- none
  is_login_rejected tinyint(1), -- none
  is_shinobiashi tinyint(1), -- none
  ashiato_count_log int(11), -- none
  schedule_start_day int(11), -- none
  u_datetime datetime -- none
);
CREATE TABLE c_member_secure (
  c_member_secure_id int(11) PRIMARY KEY, -- none
  c_member_id int(11), -- none
  hashed_password blob, -- password_hash
  hashed_password_query_answer blob, -- secret_token / password_hash
  pc_address blob, -- email
  ktai_address blob, -- email
  regist_address blob, -- email
  easy_access_id blob, -- device_id / secret_token account_id
  sess_id varchar(32) -- secret_token
);
CREATE TABLE c_member_pre (
  c_member_pre_id int(11) PRIMARY KEY, -- none
  session varchar(255), -- secret_token
  nickname text, -- nickname
  birth_year smallint(4), -- birth_date
  birth_month tinyint(2), -- birth_date
  birth_day tinyint(2), -- birth_date
  public_flag_birth_year enum('public','friend','private'), -- none
  public_flag_birth_month_day enum('public','friend','private'), -- none
  r_date datetime, -- none
  is_receive_mail tinyint(1), -- none
  is_receive_daily_news tinyint(1), -- none
  is_receive_ktai_mail tinyint(1), -- none
  c_member_id_invite int(11), -- none
  password text, -- password_hash
  pc_address text, -- email
  ktai_address text, -- email
  regist_address text, -- email
  easy_access_id text, -- device_id / secret_token account_id
  c_password_query_id int(11), -- none
  c_password_query_answer text, -- secret_token
  ktai_session varchar(255), -- secret_token
  is_disabled_regist_easy_access_id tinyint(1), -- none
  login_id varchar(255), -- username
  is_sns_entry_confirm tinyint(1) -- none
);
CREATE TABLE c_diary_comment (
  c_diary_comment_id int(11) PRIMARY KEY, -- none
  c_diary_id int(11), -- none
  c_member_id int(11), -- none
  body text, -- free_text
  r_datetime datetime, -- none
  image_filename_1 text, -- none / photo_blob
  image_filename_2 text, -- none / photo_blob
  image_filename_3 text, -- none / photo_blob
  number int(11) -- none
);
CREATE TABLE c_message (
  c_message_id int(11) PRIMARY KEY, -- none
  c_member_id_to int(11), -- none
  c_member_id_from int(11), -- none
  r_datetime datetime, -- none
  body text, -- free_text
  subject text, -- free_text
  is_read tinyint(1), -- none
  is_syoudaku tinyint(1), -- none
  is_deleted_to tinyint(1), -- none
  is_deleted_from tinyint(1), -- none
  is_send tinyint(1), -- none
  is_hensin tinyint(1), -- none
  hensinmoto_c_message_id int(8), -- none
  is_kanzen_sakujo_from tinyint(1), -- none
  is_kanzen_sakujo_to tinyint(1), -- none
  image_filename_1 text, -- none / photo_blob
  image_filename_2 text, -- none / photo_blob
  image_filename_3 text, -- none / photo_blob
  filename varchar(200) -- none
);
CREATE TABLE c_login_failure (
  c_login_failure_id int(11) PRIMARY KEY, -- none
  ip_addr varchar(64), -- ip_address
  r_datetime datetime -- none
);
CREATE TABLE c_ktai_address_pre (
  c_ktai_address_pre_id int(11) PRIMARY KEY, -- none
  c_member_id int(11), -- none
  session varchar(32), -- secret_token
  ktai_address varchar(64), -- email
  r_datetime datetime -- none
);
CREATE TABLE c_banner_log (
  c_banner_log_id int(11) PRIMARY KEY, -- none
  r_datetime datetime, -- none
  r_date date, -- none
  c_banner_id int(11), -- none
  c_member_id int(11), -- none
  clicked_from text -- none / url_profile
);
CREATE TABLE c_file (
  c_file_id int(11) PRIMARY KEY, -- none
  filename text, -- none
  bin longblob, -- none / photo_blob json_container
  r_datetime datetime, -- none
  original_filename text -- none / free_text other_pii
);

-- source: accSystem, Japanese
CREATE TABLE t_employee (
  employee_id int COMMENT '從業員番号', -- none / account_id
  comp_id integer COMMENT '会社番号', -- none
  employee_no varchar(50) COMMENT '從業員No', -- account_id
  last_name varchar(50) COMMENT '姓（漢字）', -- family_name
  first_name varchar(50) COMMENT '名（漢字）', -- given_name
  last_name_kana varchar(50) COMMENT '姓（カナ）', -- kana_name
  first_name_kana varchar(50) COMMENT '名（カナ）', -- kana_name
  sex boolean COMMENT '性別', -- gender
  dept_id integer COMMENT '部署番号', -- none
  mail_address varchar(100) COMMENT 'メールアドレス', -- email
  delete_flg boolean COMMENT '削除フラグ', -- none
  regist_date timestamp COMMENT '登録日', -- none
  regist_id integer COMMENT '登録者ID', -- none
  update_date timestamp COMMENT '最終更新日', -- none
  update_id integer COMMENT '最終更新者ID', -- none
  PRIMARY KEY (employee_id, comp_id)
) COMMENT='從業員情報';
CREATE TABLE t_employee_bank_account (
  employee_id integer COMMENT '従業員番号', -- none / account_id
  comp_id integer COMMENT '会社番号', -- none
  account_no varchar(50) COMMENT '口座番号', -- bank_account
  account_kana varchar(50) COMMENT '口座名義人(カナ)', -- kana_name / person_name bank_account
  bank_code varchar(10) COMMENT '銀行コード', -- bank_account / none
  bank_name varchar(100) COMMENT '銀行名', -- organisation_name / bank_account none
  account_category varchar(10) COMMENT '口座種別', -- none / bank_account
  branch_code varchar(10) COMMENT '本支店コード', -- bank_account / none
  branch_name varchar(100) COMMENT '本支店名', -- organisation_name / bank_account none
  delete_flg boolean COMMENT '削除フラグ', -- none
  regist_date timestamp COMMENT '登録日', -- none
  regist_id integer COMMENT '登録者ID', -- none
  update_date timestamp COMMENT '最終更新日', -- none
  update_id integer COMMENT '最終更新者ID', -- none
  PRIMARY KEY (employee_id, comp_id)
) COMMENT='従業員口座情報';
CREATE TABLE t_login_user (
  user_id int PRIMARY KEY COMMENT 'ユーザーID', -- none
  comp_id integer COMMENT '会社番号', -- none
  last_name varchar(50) COMMENT '氏名_姓', -- family_name
  first_name varchar(50) COMMENT '氏名_名', -- given_name
  last_name_kana varchar(50) COMMENT 'ふりがな_姓', -- kana_name
  first_name_kana varchar(50) COMMENT 'ふりがな_名', -- kana_name
  alphabet_name varchar(50) COMMENT 'アルファベット名', -- person_name
  email varchar(100) COMMENT 'メールアドレス', -- email
  last_login_datetime timestamp COMMENT '最終ログイン日時', -- none
  login_id varchar(50) COMMENT 'ログインID', -- username
  password varchar(60) COMMENT 'パスワード', -- password_hash
  password_modify_datetime timestamp COMMENT 'パスワード変更日時', -- none
  fail_datetime timestamp COMMENT 'パスワード失敗日時', -- none
  fail_count smallint COMMENT 'パスワード失敗回数', -- none
  lockuser boolean COMMENT 'ユーザーロック', -- none
  delete_flg boolean COMMENT '削除フラグ', -- none
  regist_date timestamp COMMENT '登録日', -- none
  regist_id integer COMMENT '登録者ID', -- none
  update_date timestamp COMMENT '最終更新日', -- none
  update_id integer COMMENT '最終更新者ID' -- none
) COMMENT='ログインユーザー情報';
CREATE TABLE t_company_department (
  dept_id int COMMENT '部署番号', -- none
  comp_id integer COMMENT '会社番号', -- none
  dept_no integer COMMENT '部署No', -- none
  dept_name varchar(100) COMMENT '部署名', -- none / organisation_name
  delete_flg boolean COMMENT '削除フラグ', -- none
  regist_date timestamp COMMENT '登録日', -- none
  regist_id integer COMMENT '登録者ID', -- none
  update_date timestamp COMMENT '最終更新日', -- none
  update_id integer COMMENT '最終更新者ID', -- none
  PRIMARY KEY (dept_id, comp_id)
) COMMENT='会社部署';
CREATE TABLE m_income_tax (
  tax_level smallint COMMENT '所得税レベル', -- none
  income_start bigint COMMENT '所得金額下限', -- none
  income_end bigint COMMENT '所得金額上限', -- none
  tax_0 integer COMMENT '扶養親族0人時の税額', -- none
  tax_1 integer COMMENT '扶養親族1人時の税額', -- none
  tax_2 integer COMMENT '扶養親族2人時の税額', -- none
  tax_3 integer COMMENT '扶養親族3人時の税額', -- none
  tax_4 integer COMMENT '扶養親族4人時の税額', -- none
  tax_5 integer COMMENT '扶養親族5人時の税額', -- none
  tax_6 integer COMMENT '扶養親族6人時の税額', -- none
  tax_7 integer COMMENT '扶養親族7人時の税額', -- none
  tax_otu integer COMMENT '乙欄の税額', -- none
  PRIMARY KEY (income_start, income_end)
) COMMENT='給与所得の源泉徴収税額マスタ';
CREATE TABLE t_employee_fixed_deduction (
  employee_id integer COMMENT '従業員番号', -- none / account_id
  comp_id integer COMMENT '会社番号', -- none
  travel_fund integer COMMENT '旅行積立金', -- none / other_pii
  repayment_borrowings integer COMMENT '借入等返済', -- other_pii / none
  yearend_deduction integer COMMENT '年末控除', -- other_pii / none
  rent_deduction integer COMMENT '家賃控除', -- other_pii / none
  other_deduction integer COMMENT 'その他控除', -- other_pii / none
  delete_flg boolean COMMENT '削除フラグ', -- none
  regist_date timestamp COMMENT '登録日', -- none
  regist_id integer COMMENT '登録者ID', -- none
  update_date timestamp COMMENT '最終更新日', -- none
  update_id integer COMMENT '最終更新者ID', -- none
  PRIMARY KEY (employee_id, comp_id)
) COMMENT='従業員固定控除金額情報';

-- source: ict, Japanese
CREATE TABLE t_admin (
  admin_id int(7) PRIMARY KEY COMMENT 'ID', -- none
  email varchar(256) COMMENT 'メールアドレス', -- email
  password varchar(256) COMMENT 'パスワード', -- password_hash
  name varchar(128) COMMENT '管理者名', -- person_name
  regist_time datetime COMMENT '登録日', -- none
  update_time datetime COMMENT '更新日', -- none
  `status` varchar(1) COMMENT '状態 0:通常 9:削除済' -- none
);
CREATE TABLE t_apply (
  apply_id int(7) PRIMARY KEY COMMENT 'ID', -- none
  type varchar(1) COMMENT 'フォーム番号', -- none
  juku_name varchar(128) COMMENT '塾名', -- organisation_name
  contact_name varchar(128) COMMENT 'お名前', -- person_name
  position varchar(64) COMMENT '役職', -- other_pii / none
  zip varchar(16) COMMENT '郵便番号', -- postal_code
  pref varchar(2) COMMENT '都道府県', -- region
  addr1 varchar(128) COMMENT '住所1', -- address
  addr2 varchar(128) COMMENT '住所2', -- address
  tel varchar(16) COMMENT '電話番号', -- phone
  email varchar(256) COMMENT 'Eメールアドレス', -- email
  know varchar(1) COMMENT 'いつ知ったか', -- none
  other varchar(128) COMMENT 'その他の詳細', -- free_text / none
  note text COMMENT '自由記述', -- free_text
  flg_processed varchar(1) COMMENT '処理済みフラグ 1:未処理 8:キャンセル 9:処理済み', -- none
  param varchar(32) COMMENT '問い合わせパラメーター', -- none
  regist_time datetime COMMENT '登録日', -- none
  update_time datetime COMMENT '更新日', -- none
  `status` varchar(1) COMMENT '状態 0:通常 9:削除済' -- none
);
CREATE TABLE t_consult (
  consult_id int(7) PRIMARY KEY COMMENT 'ID', -- none
  apply_id int(7) COMMENT 't_applyのID', -- none
  type varchar(1) COMMENT 'フォーム番号', -- none
  juku_name varchar(128) COMMENT '塾名', -- organisation_name
  product varchar(2) COMMENT '商品番号', -- none
  other_product varchar(128) COMMENT '手入力の商品名', -- none / free_text
  substance varchar(1) COMMENT 'ご相談内容', -- none
  hope_date varchar(1) COMMENT 'ご相談日程', -- none
  other_hope_date varchar(64) COMMENT '手入力のご相談日程', -- none / free_text
  hope_time varchar(64) COMMENT 'ご希望時間', -- none / free_text
  method varchar(1) COMMENT 'ご相談方法', -- none
  note text COMMENT 'その他', -- free_text
  of_link varchar(1) COMMENT 'OF管理との連携 1:未 2:済', -- none
  flg_handle varchar(1) COMMENT '対応 1:未 2:OF管理 3:対応済 4:対応しない 5:キャンセル', -- none
  regist_time datetime COMMENT '登録日', -- none
  update_time datetime COMMENT '更新日', -- none
  `status` varchar(1) COMMENT '状態 0:通常 9:削除済' -- none
);
CREATE TABLE t_referer (
  referer_id int(7) PRIMARY KEY COMMENT 'ID', -- none
  type varchar(2) COMMENT 'フォーム番号 11:学習請求,12:4技能請求,21:学習問合,22:4技能問合', -- none
  remote_addr varchar(64) COMMENT '$_SERVER[REMOTE_ADDR]', -- ip_address
  user_agent varchar(256) COMMENT '$_SERVER[HTTP_USER_AGENT]', -- user_agent
  regist_time datetime COMMENT '登録日', -- none
  update_time datetime COMMENT '更新日', -- none
  `status` varchar(1) COMMENT '状態 0:通常 9:削除済' -- none
);
