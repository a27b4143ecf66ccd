-- A nineteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: Admidio
CREATE TABLE adm_users (
  usr_id integer PRIMARY KEY, -- none
  usr_uuid varchar(36), -- none
  usr_login_name varchar(254), -- username
  usr_password varchar(255), -- password_hash
  usr_tfa_secret varchar(255), -- secret_token
  usr_photo blob, -- photo_blob
  usr_text text, -- free_text
  usr_pw_reset_id varchar(50), -- secret_token
  usr_pw_reset_timestamp timestamp, -- none
  usr_last_login timestamp, -- none
  usr_actual_login timestamp, -- none
  usr_number_login integer, -- none
  usr_date_invalid timestamp, -- none
  usr_number_invalid smallint, -- none
  usr_usr_id_create integer, -- none
  usr_timestamp_create timestamp, -- none
  usr_usr_id_change integer, -- none
  usr_timestamp_change timestamp, -- none
  usr_valid boolean, -- none
  FOREIGN KEY (usr_usr_id_create) REFERENCES adm_users (usr_usr_id_create)
);
CREATE TABLE adm_user_data (
  usd_id integer PRIMARY KEY, -- none
  usd_usr_id integer, -- none
  usd_usf_id integer, -- none
  usd_value varchar(4000), -- other_pii / json_container free_text person_name email
  FOREIGN KEY (usd_usf_id) REFERENCES adm_user_fields (usd_usf_id)
);
CREATE TABLE adm_sessions (
  ses_id integer PRIMARY KEY, -- none
  ses_usr_id integer, -- none
  ses_org_id integer, -- none
  ses_session_id varchar(255), -- secret_token
  ses_begin timestamp, -- none
  ses_timestamp timestamp, -- none
  ses_ip_address varchar(39), -- ip_address
  ses_binary blob, -- json_container / photo_blob
  ses_reload boolean, -- none
  FOREIGN KEY (ses_org_id) REFERENCES adm_organizations (ses_org_id)
);
CREATE TABLE adm_registrations (
  reg_id integer PRIMARY KEY, -- none
  reg_org_id integer, -- none
  reg_usr_id integer, -- none
  reg_timestamp timestamp, -- none
  reg_validation_id varchar(50), -- secret_token
  FOREIGN KEY (reg_org_id) REFERENCES adm_organizations (reg_org_id)
);
CREATE TABLE adm_announcements (
  ann_id integer PRIMARY KEY, -- none
  ann_cat_id integer, -- none
  ann_uuid varchar(36), -- none
  ann_headline varchar(100), -- none
  ann_description text, -- none / free_text
  ann_usr_id_create integer, -- none
  ann_timestamp_create timestamp, -- none
  ann_usr_id_change integer, -- none
  ann_timestamp_change timestamp, -- none
  FOREIGN KEY (ann_cat_id) REFERENCES adm_categories (ann_cat_id)
);
CREATE TABLE adm_messages_content (
  msc_id integer PRIMARY KEY, -- none
  msc_msg_id integer, -- none
  msc_usr_id integer, -- none
  msc_message text, -- free_text
  msc_timestamp timestamp, -- none
  FOREIGN KEY (msc_msg_id) REFERENCES adm_messages (msc_msg_id)
);
CREATE TABLE adm_links (
  lnk_id integer PRIMARY KEY, -- none
  lnk_cat_id integer, -- none
  lnk_uuid varchar(36), -- none
  lnk_name varchar(255), -- none
  lnk_description text, -- none / free_text
  lnk_url varchar(2000), -- none
  lnk_counter integer, -- none
  lnk_sequence smallint, -- none
  lnk_usr_id_create integer, -- none
  lnk_timestamp_create timestamp, -- none
  lnk_usr_id_change integer, -- none
  lnk_timestamp_change timestamp, -- none
  FOREIGN KEY (lnk_cat_id) REFERENCES adm_categories (lnk_cat_id)
);
CREATE TABLE adm_oidc_auth_codes (
  oac_id integer PRIMARY KEY, -- none
  oac_usr_id integer, -- none
  oac_ocl_id integer, -- none
  oac_token text, -- secret_token
  oac_scope text, -- none
  oac_nonce varchar(2550), -- secret_token
  oac_expires_at timestamp, -- none
  oac_revoked boolean, -- none
  oac_redirect_uri text, -- none
  oac_used boolean, -- none
  oac_usr_id_create integer, -- none
  oac_timestamp_create timestamp, -- none
  FOREIGN KEY (oac_usr_id) REFERENCES adm_users (oac_usr_id)
);

-- source: Open Source Point of Sale
CREATE TABLE ospos_people (
  first_name varchar(255), -- given_name
  last_name varchar(255), -- family_name
  gender int(1), -- gender
  phone_number varchar(255), -- phone
  email varchar(255), -- email
  address_1 varchar(255), -- address
  address_2 varchar(255), -- address
  city varchar(255), -- city
  state varchar(255), -- region
  zip varchar(255), -- postal_code
  country varchar(255), -- country
  comments text, -- free_text
  person_id int(10) PRIMARY KEY -- none
);
CREATE TABLE ospos_customers (
  person_id int(10) PRIMARY KEY, -- none
  company_name varchar(255), -- organisation_name
  account_number varchar(255), -- account_id / bank_account
  taxable int(1), -- none
  discount_percent decimal(15,2), -- none
  deleted int(1), -- none
  FOREIGN KEY (person_id) REFERENCES ospos_people (person_id)
);
CREATE TABLE ospos_employees (
  username varchar(255), -- username
  password varchar(255), -- password_hash
  person_id int(10) PRIMARY KEY, -- none
  deleted int(1), -- none
  hash_version int(1), -- none
  FOREIGN KEY (person_id) REFERENCES ospos_people (person_id)
);
CREATE TABLE ospos_suppliers (
  person_id int(10) PRIMARY KEY, -- none
  company_name varchar(255), -- organisation_name / none
  agency_name varchar(255), -- organisation_name / none
  account_number varchar(255), -- account_id / bank_account none
  deleted int(1), -- none
  FOREIGN KEY (person_id) REFERENCES ospos_people (person_id)
);
CREATE TABLE ospos_giftcards (
  record_time timestamp, -- none
  giftcard_id int(11) PRIMARY KEY, -- none
  giftcard_number int(10), -- order_or_licence / none
  value decimal(15,2), -- none
  deleted int(1), -- none
  person_id int(10), -- none
  FOREIGN KEY (person_id) REFERENCES ospos_people (person_id)
);
CREATE TABLE ospos_sessions (
  id varchar(40), -- secret_token / none
  ip_address varchar(45), -- ip_address
  timestamp int(10) unsigned, -- none
  data blob -- json_container / photo_blob
);
CREATE TABLE ospos_sales (
  sale_time timestamp, -- none
  customer_id int(10), -- none
  employee_id int(10), -- none
  comment text, -- free_text
  invoice_number varchar(32), -- order_or_licence
  sale_id int(10) PRIMARY KEY, -- none
  FOREIGN KEY (employee_id) REFERENCES ospos_employees (employee_id)
);
CREATE TABLE ospos_item_quantities (
  item_id int(11), -- none
  location_id int(11), -- none
  quantity decimal(15,3), -- none
  PRIMARY KEY (item_id, location_id),
  FOREIGN KEY (item_id) REFERENCES ospos_items (item_id)
);
CREATE TABLE ospos_sales_items_taxes (
  sale_id int(10), -- none
  item_id int(10), -- none
  line int(3), -- none
  name varchar(255), -- none
  percent decimal(15,3), -- none
  PRIMARY KEY (sale_id, item_id, line, name, percent),
  FOREIGN KEY (sale_id) REFERENCES ospos_sales_items (sale_id),
  FOREIGN KEY (item_id) REFERENCES ospos_sales_items (item_id),
  FOREIGN KEY (line) REFERENCES ospos_sales_items (line)
);

-- source: Orangescrum
CREATE TABLE demo_requests (
  id int(11) PRIMARY KEY, -- none
  name varchar(255), -- person_name
  email varchar(255), -- email
  company varchar(255), -- organisation_name
  phone varchar(30), -- phone
  timezone_id decimal(10,2), -- none
  message text, -- free_text
  created datetime -- none
);
CREATE TABLE case_comments (
  id int(11) PRIMARY KEY, -- none
  easycase_id int(11) COMMENT 'Foreign key of "easycases"', -- none
  comments text, -- free_text
  user_id int(11) COMMENT 'Foreign key of "users"', -- none
  dt_created datetime, -- none
  isactive tinyint(2) COMMENT '0-Inactive, 1-Active' -- none
);
CREATE TABLE os_session_logs (
  id int(11) PRIMARY KEY, -- none
  user_id int(11), -- none
  user_agent text -- user_agent
);
CREATE TABLE beta_users (
  id int(11) PRIMARY KEY, -- none
  email varchar(255), -- email
  name varchar(255), -- person_name
  invit_token varchar(255), -- secret_token
  is_approve tinyint(2), -- none
  is_admin_invited tinyint(1), -- none
  registered_at datetime -- none
);
CREATE TABLE companies (
  id int(11) PRIMARY KEY, -- none
  uniq_id mediumtext, -- none
  name varchar(250), -- organisation_name / none
  seo_url varchar(250), -- none
  subscription_id int(11), -- none
  logo varchar(100), -- none
  website varchar(100), -- url_profile / none
  contact_phone varchar(100), -- phone / none
  referrer mediumtext, -- none / free_text url_profile
  industry_id int(11), -- none
  work_hour int(11), -- none
  week_ends varchar(100), -- none
  created datetime, -- none
  modified datetime, -- none
  user_last_login datetime, -- none
  is_beta tinyint(4) COMMENT '1->Beta company , 0-> Default', -- none
  is_active tinyint(4) COMMENT '1:Active , 2: Cancelled', -- none
  is_deactivated tinyint(2) COMMENT '1-> Auto Deactivated , 2-> Deactivated by admin,3->Disable By admin,0-> Default', -- none
  is_skipped tinyint(3) COMMENT '0:No, 1: Yes', -- none
  twitted tinyint(2), -- none
  refering_plan_id int(11), -- none
  country_name varchar(150), -- country / none
  new_layout_no tinyint(2), -- none
  is_per_user tinyint(2), -- none
  plan_user_count tinyint(3), -- none
  is_delete_checked tinyint(2), -- none
  add_defect_master tinyint(2), -- none
  auth_token varchar(255), -- secret_token
  api_access_code varchar(8) -- secret_token
);
CREATE TABLE company_users (
  id int(11) PRIMARY KEY, -- none
  company_id int(11), -- none
  company_uniq_id varchar(250), -- none
  user_id int(11), -- none
  user_type int(11) COMMENT '1-owner,2-Admin,3-member', -- none
  is_active tinyint(2) COMMENT '0-Inactive, 1-Active,2- Not confirmed , 3- Deleted user', -- none
  is_access_change tinyint(4) COMMENT '1-email changed, 2-password changed, 3-user to admin, 4-user to client, 5 - Admin to client, 6 - client to user, 7 - client to admin, 8 - disable user', -- none
  change_timestamp bigint(20), -- none
  is_client tinyint(2) COMMENT '1:client', -- none
  role_id int(11), -- none
  est_billing_amt float(10,2) COMMENT 'Keep the estimated billing amount for the period', -- none
  act_date datetime, -- none
  billing_start_date datetime, -- none
  billing_end_date datetime, -- none
  company_trial_expired tinyint(2), -- none
  google_token text, -- secret_token
  is_dummy tinyint(2), -- none
  created datetime, -- none
  modified datetime -- none
);
CREATE TABLE easycase_recurring_tracks (
  id int(11) PRIMARY KEY, -- none
  project_id int(11), -- none
  easycase_id int(11), -- none
  created datetime -- none
);

-- source: Sentrifugo
CREATE TABLE main_users (
  id int(11) unsigned PRIMARY KEY, -- none
  emprole int(11) unsigned, -- none
  userstatus enum('new','old'), -- none
  firstname varchar(255), -- given_name
  lastname varchar(255), -- family_name
  userfullname varchar(255), -- person_name
  emailaddress varchar(255), -- email
  contactnumber varchar(15), -- phone
  empipaddress varchar(255), -- ip_address
  backgroundchk_status enum('in process','completed','not applicable','yet to start','on hold'), -- none
  emptemplock tinyint(1) unsigned, -- none
  empreasonlocked varchar(255), -- free_text / none
  emplockeddate date, -- none
  emppassword varchar(255), -- password_hash
  createdby int(11) unsigned, -- none
  modifiedby int(11) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive smallint(6) unsigned COMMENT '0=inactive,1-Active,2-resigned,3-left,4-suspended,5-deleted,', -- none
  employeeId varchar(255), -- account_id
  modeofentry varchar(255), -- none
  other_modeofentry varchar(255), -- none / free_text
  entrycomments varchar(255), -- free_text
  rccandidatename int(11) unsigned, -- none
  selecteddate date, -- none
  candidatereferredby int(11) unsigned, -- none
  company_id int(11) unsigned, -- none
  profileimg varchar(255), -- photo_blob
  jobtitle_id bigint(11) unsigned, -- none
  tourflag tinyint(1) unsigned COMMENT '0=not seen,1=seen', -- none
  themes enum('default','brown','gray','peacock','skyblue','green','orange') -- none
);
CREATE TABLE main_candidatedetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  requisition_id int(11), -- none
  candidate_firstname varchar(50), -- given_name
  candidate_lastname varchar(50), -- family_name
  candidate_name varchar(100), -- person_name
  emailid varchar(70), -- email
  contact_number varchar(15), -- phone
  profileimg varchar(100), -- photo_blob
  cand_resume varchar(100) COMMENT 'resume file location', -- other_pii / photo_blob none
  cand_resume_deletedby int(11), -- none
  qualification varchar(100), -- other_pii
  experience float, -- other_pii / free_text none
  skillset text, -- other_pii / free_text
  education_summary text, -- free_text / other_pii
  summary text COMMENT 'instead of resume', -- free_text / other_pii
  cand_status enum('shortlisted','selected','rejected','on hold','disqualified','scheduled','not scheduled','recruited','requisition closed/completed'), -- none
  backgroundchk_status enum('in process','completed','not applicable','yet to start','on hold'), -- none
  cand_location varchar(150), -- city / other_pii address
  city int(11) unsigned, -- none
  state int(11) unsigned, -- none
  country int(11) unsigned, -- none
  pincode varchar(15), -- postal_code
  source enum('vendor','website','referal'), -- none
  source_val varchar(150), -- none / person_name free_text
  createdby int(11) unsigned, -- none
  modifiedby int(11) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) unsigned -- none
);
CREATE TABLE main_empcommunicationdetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  personalemail varchar(100), -- email
  perm_streetaddress varchar(200), -- address
  perm_country bigint(20), -- none
  perm_state bigint(20), -- none
  perm_city bigint(20), -- none
  perm_pincode varchar(15), -- postal_code
  current_streetaddress varchar(200), -- address
  current_country bigint(20), -- none
  current_state bigint(20), -- none
  current_city bigint(20), -- none
  current_pincode varchar(15), -- postal_code
  emergency_number varchar(100), -- phone
  emergency_name varchar(50), -- person_name
  emergency_email varchar(100), -- email
  createdby bigint(20), -- none
  modifiedby bigint(20), -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) -- none
);
CREATE TABLE main_emppersonaldetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  genderid int(11) unsigned, -- none
  maritalstatusid int(11) unsigned, -- none
  nationalityid int(11) unsigned, -- none
  ethniccodeid int(11) unsigned, -- none
  racecodeid int(11) unsigned, -- none
  languageid int(11) unsigned, -- none
  dob date, -- birth_date
  celebrated_dob date, -- birth_date
  bloodgroup varchar(100), -- other_pii
  identity_documents longtext, -- national_id / json_container other_pii free_text
  createdby bigint(20) unsigned, -- none
  modifiedby bigint(20) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) -- none
);
CREATE TABLE main_empdependencydetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  dependent_name varchar(100), -- person_name
  dependent_relation varchar(100), -- other_pii / none
  dependent_custody varchar(100), -- other_pii / none
  dependent_dob date, -- birth_date
  dependent_age int(11) unsigned, -- other_pii
  createdby bigint(20) unsigned, -- none
  modifiedby bigint(20) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) -- none
);
CREATE TABLE main_empcreditcarddetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  card_type varchar(100), -- none / payment_card
  card_number bigint(20) unsigned, -- payment_card
  nameoncard varchar(100), -- person_name / payment_card
  card_expiration date, -- payment_card / none
  card_issued_comp varchar(255), -- none / organisation_name payment_card
  card_code varchar(100), -- payment_card / secret_token
  createdby bigint(20) unsigned, -- none
  modifiedby bigint(20) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) -- none
);
CREATE TABLE main_empvisadetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  passport_number varchar(100), -- national_id
  passport_issue_date date, -- none
  passport_expiry_date date, -- none
  visa_number varchar(100), -- national_id
  visa_type varchar(100), -- other_pii / none
  visa_issue_date date, -- none
  visa_expiry_date date, -- none
  inine_status varchar(100), -- other_pii / none
  inine_review_date date, -- none
  issuing_authority varchar(100), -- none / organisation_name other_pii
  ininetyfour_status varchar(100), -- other_pii / none
  ininetyfour_expiry_date date, -- none
  createdby bigint(20), -- none
  modifiedby bigint(20), -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) -- none
);
CREATE TABLE main_empsalarydetails (
  id bigint(20) unsigned PRIMARY KEY, -- none
  user_id bigint(20), -- none
  currencyid int(11) unsigned, -- none
  salarytype int(11) unsigned, -- none
  salary varchar(100), -- other_pii
  bankname varchar(100), -- organisation_name / bank_account none
  accountholder_name varchar(100), -- person_name / bank_account
  accountholding date, -- none
  accountclasstypeid int(11) unsigned, -- none
  bankaccountid int(11) unsigned, -- none
  accountnumber varchar(100), -- bank_account
  createdby bigint(20) unsigned, -- none
  modifiedby bigint(20) unsigned, -- none
  createddate datetime, -- none
  modifieddate datetime, -- none
  isactive tinyint(1) unsigned -- none
);
CREATE TABLE main_logmanagercron (
  id bigint(20) unsigned PRIMARY KEY, -- none
  menuId bigint(20), -- none
  user_action tinyint(4) unsigned COMMENT '1-add,2-edit,3-delete,4-active/inactive', -- none
  log_details text, -- json_container / free_text
  last_modifiedby int(11) unsigned, -- none
  last_modifieddate timestamp, -- none
  key_flag varchar(255), -- none
  is_active tinyint(1) unsigned -- none
);

-- source: Blockory, Japanese
CREATE TABLE users (
  user_id char(48) PRIMARY KEY COMMENT 'ユーザID', -- none
  user_name char(16) COMMENT 'ユーザ名', -- person_name / username
  user_password char(16) COMMENT 'パスワード' -- password_hash
);
CREATE TABLE diaries (
  diary_id char(48) PRIMARY KEY COMMENT '日記ID', -- none
  title char(16), -- free_text / none
  user_id char(48), -- none
  description text, -- free_text
  diary_text text, -- free_text
  diary_movie longblob, -- photo_blob / free_text none
  thumbnail_body longblob, -- photo_blob / none
  target_date date, -- none
  update_date datetime -- none
);

-- source: banchi, Japanese
CREATE TABLE categories (
  id integer PRIMARY KEY, -- none
  name varchar(15) -- none
);
CREATE TABLE posts (
  id integer PRIMARY KEY, -- none
  content varchar(4095), -- free_text
  reply_to integer, -- none
  posted_on integer, -- none
  posted_by integer, -- none
  posted_at timestamp -- none
);
CREATE TABLE threads (
  id integer PRIMARY KEY, -- none
  latitude double, -- geo
  longitude double, -- geo
  title varchar(255), -- free_text / none
  description varchar(255), -- free_text
  category_id integer, -- none
  created_by integer, -- none
  created_at timestamp -- none
);
CREATE TABLE users (
  id integer PRIMARY KEY, -- none
  name varchar(15), -- person_name / username
  image varchar(255) -- photo_blob
);

-- source: help-dev, Japanese
CREATE TABLE kukm_kykk (
  kykk_cd varchar(4) COMMENT '金融機関コード', -- none
  kykk_hisno decimal(5) COMMENT '金融機関履歴番号', -- none
  dtjt_kbn varchar(1) COMMENT 'データ状態区分', -- none
  kykk_name_kn varchar(15) COMMENT '金融機関名称カナ', -- none / organisation_name kana_name
  kykk_name varchar(20) COMMENT '金融機関名称', -- none / organisation_name
  gymev_name varchar(20) COMMENT '業務イベント名称', -- none
  tr_ymd_time timestamp COMMENT '登録年月日時刻', -- none
  tr_usr varchar(32) COMMENT '登録ユーザー', -- username
  tr_pg varchar(128) COMMENT '登録プログラム', -- none
  upd_ymd_time timestamp COMMENT '更新年月日時刻', -- none
  upd_usr varchar(32) COMMENT '更新ユーザー', -- username
  upd_pg varchar(128) COMMENT '更新プログラム', -- none
  PRIMARY KEY (kykk_cd, kykk_hisno)
) COMMENT='【共通】金融機関';
CREATE TABLE kukm_usr (
  usr_id varchar(20) COMMENT 'ユーザーID', -- username / account_id
  usr_hisno decimal(5) COMMENT 'ユーザー履歴番号', -- none
  usr_tykis_ymd date COMMENT 'ユーザー適用開始年月日', -- none
  usr_tysr_ymd date COMMENT 'ユーザー適用終了年月日', -- none
  dtjt_kbn varchar(1) COMMENT 'データ状態区分', -- none
  usr_name_kn varchar(40) COMMENT 'ユーザー名称カナ', -- kana_name
  usr_name varchar(15) COMMENT 'ユーザー名称', -- person_name
  usr_kbn varchar(1) COMMENT 'ユーザー区分', -- none
  usr_mail varchar(100) COMMENT 'ユーザーメールアドレス', -- email
  ssk_cd varchar(5) COMMENT '組織コード', -- none
  ys_cd varchar(2) COMMENT '役職コード', -- none
  kgn_grp_cd varchar(2) COMMENT '権限グループコード', -- none
  mst_upd_kgn_kbn varchar(1) COMMENT 'マスタ更新権限区分', -- none
  gymev_name varchar(20) COMMENT '業務イベント名称', -- none
  tr_ymd_time timestamp COMMENT '登録年月日時刻', -- none
  tr_usr varchar(32) COMMENT '登録ユーザー', -- username
  tr_pg varchar(128) COMMENT '登録プログラム', -- none
  upd_ymd_time timestamp COMMENT '更新年月日時刻', -- none
  upd_usr varchar(32) COMMENT '更新ユーザー', -- username
  upd_pg varchar(128) COMMENT '更新プログラム', -- none
  PRIMARY KEY (usr_id, usr_hisno)
) COMMENT='【共通】ユーザー';
CREATE TABLE kukm_usr_acunt (
  usr_id varchar(20) PRIMARY KEY COMMENT 'ユーザーID', -- username / account_id
  pwd text COMMENT 'パスワード', -- password_hash
  pwd_hek_y_flg varchar(1) COMMENT 'パスワード変更要フラグ', -- none
  pwd_nssp_kisu decimal(5) COMMENT 'パスワード認証失敗回数', -- none
  acunt_lock_flg varchar(1) COMMENT 'アカウントロックフラグ', -- none
  gymev_name varchar(20) COMMENT '業務イベント名称', -- none
  tr_ymd_time timestamp COMMENT '登録年月日時刻', -- none
  tr_usr varchar(32) COMMENT '登録ユーザー', -- username
  tr_pg varchar(128) COMMENT '登録プログラム', -- none
  upd_ymd_time timestamp COMMENT '更新年月日時刻', -- none
  upd_usr varchar(32) COMMENT '更新ユーザー', -- username
  upd_pg varchar(128) COMMENT '更新プログラム' -- none
) COMMENT='【共通】ユーザーアカウント';
CREATE TABLE kukm_syh_tbr_kjkm (
  syh_dbr_cd varchar(1) COMMENT '商品大分類コード', -- none
  syh_tbr_cd varchar(4) COMMENT '商品中分類コード', -- none
  kjkm_kbn varchar(1) COMMENT '勘定科目区分', -- none
  kjkm_cd varchar(9) COMMENT '勘定科目コード', -- none
  gymev_name varchar(20) COMMENT '業務イベント名称', -- none
  tr_ymd_time timestamp COMMENT '登録年月日時刻', -- none
  tr_usr varchar(32) COMMENT '登録ユーザー', -- username
  tr_pg varchar(128) COMMENT '登録プログラム', -- none
  upd_ymd_time timestamp COMMENT '更新年月日時刻', -- none
  upd_usr varchar(32) COMMENT '更新ユーザー', -- username
  upd_pg varchar(128) COMMENT '更新プログラム', -- none
  PRIMARY KEY (syh_dbr_cd, syh_tbr_cd, kjkm_kbn)
) COMMENT='【共通】商品中分類勘定科目';

-- source: hotelmanager-api
CREATE TABLE tb_hotel (
  id bigint PRIMARY KEY, -- none
  address varchar(255), -- address / none
  name varchar(255), -- organisation_name / none
  stars int -- none
);
CREATE TABLE tb_guest (
  id bigint PRIMARY KEY, -- none
  email varchar(255), -- email
  name varchar(255), -- person_name
  phone varchar(255) -- phone
);
CREATE TABLE tb_user (
  id bigint PRIMARY KEY, -- none
  name varchar(255), -- person_name
  username varchar(255), -- username
  password varchar(255) -- password_hash
);
CREATE TABLE tb_reservation (
  id bigint PRIMARY KEY, -- none
  check_in datetime(6), -- none
  check_out datetime(6), -- none
  guest_id bigint, -- none
  room_id bigint, -- none
  FOREIGN KEY (guest_id) REFERENCES tb_guest (guest_id),
  FOREIGN KEY (room_id) REFERENCES tb_room (room_id)
);
CREATE TABLE tb_room (
  id bigint PRIMARY KEY, -- none
  number int, -- none
  price double, -- none
  type varchar(255), -- none
  hotel_id bigint, -- none
  FOREIGN KEY (hotel_id) REFERENCES tb_hotel (hotel_id)
);
