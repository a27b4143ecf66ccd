-- A twelfth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: LAI-ec, Japanese
CREATE TABLE user_profile (
  user_id varchar(32) PRIMARY KEY, -- username / account_id
  password varchar(32), -- password_hash
  user_name varchar(32), -- person_name / username
  is_super_user boolean, -- none
  gender varchar(32), -- gender
  age decimal(3) -- other_pii
);
CREATE TABLE t_customer (
  customer_id decimal(20,2) PRIMARY KEY, -- none
  login_nm varchar(128), -- username
  email varchar(128), -- email
  password varchar(64), -- password_hash
  customer_nm varchar(128), -- person_name
  address_1 varchar(32), -- address
  address_2 varchar(32), -- address
  address_3 varchar(32), -- address
  address_4 varchar(32) -- address
);
CREATE TABLE t_odr_header (
  odr_id decimal(20,2) PRIMARY KEY, -- none
  accepted_on timestamp, -- none
  customer_id decimal(20,2), -- none
  odr_status_id decimal(4), -- none
  payment_method_id decimal(2), -- none
  payment_method_sub_cd varchar(16), -- none
  payment_status_id decimal(2), -- none
  product_total_price decimal(10), -- none
  discounted_value decimal(10), -- none
  total_payment decimal(10), -- none
  deliv_to decimal(1), -- none
  customer_nm varchar(128), -- person_name
  address_1 varchar(32), -- address
  address_2 varchar(32), -- address
  address_3 varchar(32), -- address
  address_4 varchar(32), -- address
  dt_nm varchar(128), -- person_name
  dt_address_1 varchar(32), -- address
  dt_address_2 varchar(32), -- address
  dt_address_3 varchar(32), -- address
  dt_address_4 varchar(32) -- address
);
CREATE TABLE t_mc_operator (
  operator_id decimal(10) PRIMARY KEY, -- none
  operator_login_nm varchar(32), -- username
  operator_display_nm varchar(128), -- person_name / nickname username
  password varchar(64), -- password_hash
  last_login_dttm date, -- none
  dept_cd varchar(16), -- none
  is_active boolean -- none
);
CREATE TABLE voice (
  voice_id varchar(32) PRIMARY KEY, -- none
  posted_by varchar(32), -- username / person_name account_id
  posted_on timestamp, -- none
  subject varchar(128), -- free_text / none
  voice_body varchar(1024) -- free_text
);
CREATE TABLE t_id_manager (
  id_nm varchar(128) PRIMARY KEY, -- none
  id_value decimal(20,2), -- none
  updated_on timestamp -- none
);
CREATE TABLE t_odr_detail (
  odr_id decimal(20,2), -- none
  customer_id decimal(20,2), -- none
  detail_num decimal(4), -- none
  prd_id decimal(20,2), -- none
  quantity decimal(4), -- none
  unit_price decimal(10), -- none
  total_price decimal(10), -- none
  odr_status_id decimal(4), -- none
  odr_prd_nm varchar(1024), -- none
  odr_dd_desc varchar(256), -- none
  PRIMARY KEY (odr_id, detail_num)
);

-- source: cstmgsys, Japanese
CREATE TABLE CUSTOMER (
  CTMID decimal(3) PRIMARY KEY, -- none
  FNAME varchar(60), -- given_name
  LNAME varchar(60), -- family_name
  FFRGN varchar(60), -- kana_name
  LFRGN varchar(60), -- kana_name
  TEL char(11), -- phone
  MAIL char(100), -- email
  PSTCD char(7), -- postal_code
  ADRS1 char(100), -- address / region
  ADRS2 char(100), -- address / city
  ADRS3 char(100), -- address
  CTYPE char(1) -- none
);

-- source: arai_emaps, Japanese
CREATE TABLE fin_employee (
  id bigint PRIMARY KEY COMMENT 'ID', -- none
  employee_no varchar(30) COMMENT '社員番号', -- account_id
  name varchar(100) COMMENT '氏名', -- person_name
  name_kana varchar(100) COMMENT 'カナ', -- kana_name
  user_id int COMMENT 'ユーザーID連携', -- none
  department_code varchar(50) COMMENT '部門', -- none
  email varchar(200) COMMENT 'メールアドレス', -- email
  hire_date date COMMENT '入社日', -- none
  leave_date date COMMENT '退社日', -- none
  employment_type varchar(20) COMMENT '雇用形態（正社員/契約/パート）', -- none / other_pii
  `status` varchar(20) COMMENT '状態（在籍/退職）', -- none / other_pii
  created_by varchar(100) COMMENT '作成者', -- username
  updated_by varchar(100) COMMENT '更新者', -- username
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='社員';
CREATE TABLE fin_social_insurance_profile (
  id bigint PRIMARY KEY COMMENT 'ID', -- none
  employee_id int COMMENT '社員ID', -- none
  health_insurance_grade int COMMENT '健康保険等級', -- none / other_pii
  pension_grade int COMMENT '厚生年金等級', -- none / other_pii
  standard_monthly decimal(18,2) COMMENT '標準報酬月額', -- other_pii / none
  dependents int COMMENT '扶養人数', -- other_pii
  created_by varchar(100) COMMENT '作成者', -- username
  updated_by varchar(100) COMMENT '更新者', -- username
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='社会保険プロファイル';
CREATE TABLE fin_leave_request (
  id bigint PRIMARY KEY COMMENT 'ID', -- none
  employee_id int COMMENT '社員ID', -- none
  employee_name varchar(100) COMMENT '社員名', -- person_name
  leave_code varchar(30) COMMENT '休暇区分', -- none
  start_date date COMMENT '開始日', -- none
  end_date date COMMENT '終了日', -- none
  days decimal(6,2) COMMENT '日数', -- none
  reason varchar(255) COMMENT '理由', -- free_text
  `status` varchar(20) COMMENT '状態（申請中/承認済/却下）', -- none
  created_by varchar(100) COMMENT '作成者', -- username
  updated_by varchar(100) COMMENT '更新者', -- username
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='休暇申請';
CREATE TABLE fin_year_end_adjustment (
  id bigint PRIMARY KEY COMMENT 'ID', -- none
  employee_id int COMMENT '社員ID', -- none
  target_year int COMMENT '対象年', -- none
  total_income decimal(18,2) COMMENT '給与収入', -- other_pii
  deduction_total decimal(18,2) COMMENT '所得控除合計', -- other_pii / none
  tax_settled decimal(18,2) COMMENT '年調後税額', -- none / other_pii
  refund_amount decimal(18,2) COMMENT '値（還付/追徴）', -- none / other_pii
  `status` varchar(20) COMMENT '状態（下書き/確定）', -- none
  created_by varchar(100) COMMENT '作成者', -- username
  updated_by varchar(100) COMMENT '更新者', -- username
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='年末調整';
CREATE TABLE fin_bank_account (
  id bigint PRIMARY KEY COMMENT 'ID', -- none
  code varchar(30) COMMENT '口座コード', -- none
  bank_name varchar(100) COMMENT '銀行名', -- organisation_name / bank_account none
  branch_name varchar(100) COMMENT '支店名', -- organisation_name / bank_account none
  account_type varchar(20) COMMENT '口座種別（普通/当座）', -- none
  account_number varchar(30) COMMENT '口座番号', -- bank_account
  account_holder varchar(100) COMMENT '口座名義', -- person_name / bank_account organisation_name
  gl_account_code varchar(50) COMMENT '対応勘定科目', -- none
  is_active tinyint(1) COMMENT '有効フラグ', -- none
  created_by varchar(100) COMMENT '作成者', -- username
  updated_by varchar(100) COMMENT '更新者', -- username
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='銀行口座';
CREATE TABLE supplier_contact (
  id int PRIMARY KEY, -- none
  supplier_id int, -- none
  contact_name varchar(100), -- person_name
  department varchar(100), -- none / organisation_name other_pii
  position varchar(100), -- other_pii / none
  phone varchar(20), -- phone
  mobile varchar(20), -- phone
  email varchar(100), -- email
  is_primary boolean, -- none
  remarks text, -- free_text
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (supplier_id) REFERENCES supplier (supplier_id)
);
CREATE TABLE destination (
  id int PRIMARY KEY COMMENT 'ID', -- none
  destination_code varchar(50) COMMENT '納入先コード', -- none
  destination_name varchar(200) COMMENT '納入先名', -- organisation_name / none
  destination_name_kana varchar(200) COMMENT '納入先名カナ', -- organisation_name / kana_name none
  customer_code varchar(50) COMMENT '顧客コード', -- account_id / none
  customer_name varchar(200) COMMENT '顧客名', -- person_name / organisation_name
  postal_code varchar(10) COMMENT '郵便番号', -- postal_code / none
  address varchar(500) COMMENT '住所', -- address / none
  phone varchar(20) COMMENT '電話番号', -- phone / none
  remarks text COMMENT '備考', -- free_text / none
  is_active boolean COMMENT '有効フラグ', -- none
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時' -- none
) COMMENT='納入先マスタ';
CREATE TABLE user_memos (
  id bigint PRIMARY KEY, -- none
  user_id int COMMENT 'ユーザーID', -- none
  title varchar(200) COMMENT 'タイトル', -- free_text
  content varchar(2000) COMMENT '本文', -- free_text
  memo_date date COMMENT 'カレンダー日付', -- none
  memo_time time COMMENT '時刻（NULL=終日）', -- none
  remind_at datetime COMMENT 'リマインド発火時刻（JST）', -- none
  remind_offset_minutes int COMMENT '事前リマインド分数', -- none
  color varchar(20) COMMENT '色ラベル', -- none
  `status` tinyint COMMENT '0=通常 1=完了', -- none
  reminded_at datetime COMMENT 'リマインド済み時刻', -- none
  created_at datetime COMMENT '作成日時', -- none
  updated_at datetime COMMENT '更新日時', -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
) COMMENT='ユーザー個人メモ';
CREATE TABLE notification_recipients (
  id int PRIMARY KEY COMMENT 'ID', -- none
  event_code varchar(50) COMMENT 'イベントコード', -- none
  recipient_type varchar(20) COMMENT 'user|email|role', -- none
  user_id int COMMENT 'users.id（recipient_type=user）', -- none
  email varchar(200) COMMENT '直接メール（recipient_type=email）', -- email
  role varchar(50) COMMENT 'ロール（recipient_type=role）', -- none
  machine_cd varchar(50) COMMENT '設備コード（任意・将来拡張）', -- none
  display_name varchar(100) COMMENT '表示名（email 直接指定時）', -- person_name
  is_active tinyint(1) COMMENT '有効フラグ', -- none
  created_at timestamp COMMENT '作成日時', -- none
  updated_at timestamp COMMENT '更新日時' -- none
) COMMENT='通知受信者';
CREATE TABLE aps_plating_plan_draft_items (
  id bigint PRIMARY KEY, -- none
  draft_id int, -- none
  sort_order int, -- none
  product_cd varchar(64), -- none
  product_name varchar(255), -- none
  plating_machine varchar(64), -- none
  kake decimal(10,2), -- none
  qty int, -- none
  slots int, -- none
  source_type varchar(32), -- none
  source_row_key varchar(128), -- none
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (draft_id) REFERENCES aps_plating_plan_drafts (draft_id)
);
CREATE TABLE destination_workdays (
  id int PRIMARY KEY, -- none
  destination_cd varchar(50) COMMENT '納入先マスタCD', -- none
  work_date date COMMENT '土日の出勤日', -- none
  reason text COMMENT '理由', -- none / free_text
  created_at timestamp -- none
) COMMENT='納入先臨時出勤日マスタ（休日例外）';
CREATE TABLE schedule_slice_allocations (
  id bigint PRIMARY KEY, -- none
  schedule_id int COMMENT 'production_schedules.id', -- none
  work_date date COMMENT '作業日', -- none
  period_start time COMMENT '区間開始（含む）', -- none
  period_end time COMMENT '区間終了（含まず）', -- none
  planned_qty int COMMENT '当該区間の計画数量', -- none
  sort_order int COMMENT '同日並び', -- none
  created_at timestamp, -- none
  FOREIGN KEY (schedule_id) REFERENCES production_schedules (schedule_id)
) COMMENT='排産時間帯別配分';

-- source: Mattermost
CREATE TABLE Users (
  Id varchar(26) PRIMARY KEY, -- none
  CreateAt bigint(20), -- none
  UpdateAt bigint(20), -- none
  DeleteAt bigint(20), -- none
  Username varchar(64), -- username
  Password varchar(128), -- password_hash
  AuthData varchar(128), -- account_id / username email secret_token other_pii json_container
  AuthService varchar(32), -- none
  Email varchar(128), -- email
  EmailVerified tinyint(1), -- none
  Nickname varchar(64), -- nickname
  FirstName varchar(64), -- given_name
  LastName varchar(64), -- family_name
  Position varchar(128), -- other_pii / none
  Roles text, -- none
  AllowMarketing tinyint(1), -- none
  Props text, -- json_container / none free_text
  NotifyProps text, -- none / json_container
  LastPasswordUpdate bigint(20), -- none
  LastPictureUpdate bigint(20), -- none
  FailedAttempts int(11), -- none
  Locale varchar(5), -- none
  Timezone text, -- none
  MfaActive tinyint(1), -- none
  MfaSecret varchar(128) -- secret_token
);
CREATE TABLE Sessions (
  Id varchar(26) PRIMARY KEY, -- none / secret_token
  Token varchar(26), -- secret_token
  CreateAt bigint(20), -- none
  ExpiresAt bigint(20), -- none
  LastActivityAt bigint(20), -- none
  UserId varchar(26), -- none
  DeviceId text, -- device_id
  Roles varchar(64), -- none
  IsOAuth tinyint(1), -- none
  ExpiredNotify tinyint(1), -- none
  Props text -- json_container / none
);
CREATE TABLE Posts (
  Id varchar(26) PRIMARY KEY, -- none
  CreateAt bigint(20), -- none
  UpdateAt bigint(20), -- none
  EditAt bigint(20), -- none
  DeleteAt bigint(20), -- none
  IsPinned tinyint(1), -- none
  UserId varchar(26), -- none
  ChannelId varchar(26), -- none
  RootId varchar(26), -- none
  ParentId varchar(26), -- none
  OriginalId varchar(26), -- none
  Message text, -- free_text
  Type varchar(26), -- none
  Props text, -- json_container / none free_text
  Hashtags text, -- none / free_text
  Filenames text, -- none / free_text
  FileIds text, -- none
  HasReactions tinyint(1) -- none
);
CREATE TABLE Audits (
  Id varchar(26) PRIMARY KEY, -- none
  CreateAt bigint(20), -- none
  UserId varchar(26), -- none
  Action text, -- none / free_text url_profile
  ExtraInfo text, -- json_container / free_text other_pii none
  IpAddress varchar(64), -- ip_address
  SessionId varchar(26) -- none / secret_token
);
CREATE TABLE Tokens (
  Token varchar(64) PRIMARY KEY, -- secret_token
  CreateAt bigint(20), -- none
  Type varchar(64), -- none
  Extra varchar(128) -- json_container / email other_pii none secret_token
);
CREATE TABLE OAuthApps (
  Id varchar(26) PRIMARY KEY, -- none
  CreatorId varchar(26), -- none
  CreateAt bigint(20), -- none
  UpdateAt bigint(20), -- none
  ClientSecret varchar(128), -- secret_token
  Name varchar(64), -- none
  Description text, -- none / free_text
  IconURL text, -- none
  CallbackUrls text, -- none / url_profile
  Homepage text, -- none / url_profile
  IsTrusted tinyint(1) -- none
);
CREATE TABLE FileInfo (
  Id varchar(26) PRIMARY KEY, -- none
  CreatorId varchar(26), -- none
  PostId varchar(26), -- none
  CreateAt bigint(20), -- none
  UpdateAt bigint(20), -- none
  DeleteAt bigint(20), -- none
  Path text, -- none
  ThumbnailPath text, -- none
  PreviewPath text, -- none
  Name text, -- none / free_text
  Extension varchar(64), -- none
  Size bigint(20), -- none
  MimeType text, -- none
  Width int(11), -- none
  Height int(11), -- none
  HasPreviewImage tinyint(1) -- none
);
CREATE TABLE CommandWebhooks (
  Id varchar(26) PRIMARY KEY, -- none
  CreateAt bigint(20), -- none
  CommandId varchar(26), -- none
  UserId varchar(26), -- none
  ChannelId varchar(26), -- none
  RootId varchar(26), -- none
  ParentId varchar(26), -- none
  UseCount int(11) -- none
);
CREATE TABLE Licenses (
  Id varchar(26) PRIMARY KEY, -- none
  CreateAt bigint(20), -- none
  Bytes text -- none / order_or_licence secret_token
);

-- source: Zen Cart
CREATE TABLE address_book (
  address_book_id int(11) PRIMARY KEY, -- none
  customers_id int(11), -- none
  entry_gender char(1), -- gender
  entry_company varchar(64), -- organisation_name
  entry_firstname varchar(32), -- given_name
  entry_lastname varchar(32), -- family_name
  entry_street_address varchar(128), -- address
  entry_suburb varchar(128), -- city / address
  entry_postcode varchar(64), -- postal_code
  entry_city varchar(128), -- city
  entry_state varchar(128), -- region
  entry_country_id int(11), -- none
  entry_zone_id int(11) -- none
);
CREATE TABLE admin (
  admin_id int(11) PRIMARY KEY, -- none
  admin_name varchar(32), -- username / person_name
  admin_email varchar(96), -- email
  admin_profile int(11), -- none
  admin_pass varchar(255), -- password_hash
  prev_pass1 varchar(255), -- password_hash
  prev_pass2 varchar(255), -- password_hash
  prev_pass3 varchar(255), -- password_hash
  pwd_last_change_date datetime, -- none
  reset_token varchar(255), -- secret_token
  last_modified datetime, -- none
  last_login_date datetime, -- none
  last_login_ip varchar(45), -- ip_address
  failed_logins smallint(4) unsigned, -- none
  lockout_expires int(11), -- none
  last_failed_attempt datetime, -- none
  last_failed_ip varchar(45), -- ip_address
  mfa text, -- secret_token / json_container
  dashboard_layout text -- none
);
CREATE TABLE customers (
  customers_id int(11) PRIMARY KEY, -- none
  customers_gender char(1), -- gender
  customers_firstname varchar(32), -- given_name
  customers_lastname varchar(32), -- family_name
  customers_dob datetime, -- birth_date
  customers_email_address varchar(96), -- email
  customers_nick varchar(96), -- nickname
  customers_default_address_id int(11), -- none
  customers_telephone varchar(32), -- phone
  customers_fax varchar(32), -- phone
  customers_password varchar(255), -- password_hash
  customers_secret varchar(64), -- secret_token
  customers_newsletter char(1), -- none
  customers_group_pricing int(11), -- none
  customers_email_format varchar(4), -- none
  customers_authorization int(1), -- none
  activation_required tinyint(1), -- none
  welcome_email_sent tinyint(1), -- none
  customers_referral varchar(32), -- none / other_pii
  registration_ip varchar(45), -- ip_address
  last_login_ip varchar(45), -- ip_address
  customers_paypal_payerid varchar(20), -- account_id
  customers_paypal_ec tinyint(1) unsigned, -- none
  customers_whole tinyint(1) -- none
);
CREATE TABLE orders (
  orders_id int(11) PRIMARY KEY, -- none
  customers_id int(11), -- none
  customers_name varchar(64), -- person_name
  customers_company varchar(64), -- organisation_name
  customers_street_address varchar(128), -- address
  customers_suburb varchar(128), -- city / address
  customers_city varchar(128), -- city
  customers_postcode varchar(64), -- postal_code
  customers_state varchar(128), -- region
  customers_country varchar(64), -- country
  customers_telephone varchar(32), -- phone
  customers_email_address varchar(96), -- email
  customers_address_format_id int(5), -- none
  delivery_name varchar(64), -- person_name
  delivery_company varchar(64), -- organisation_name
  delivery_street_address varchar(128), -- address
  delivery_suburb varchar(128), -- city / address
  delivery_city varchar(128), -- city
  delivery_postcode varchar(64), -- postal_code
  delivery_state varchar(128), -- region
  delivery_country varchar(64), -- country
  delivery_address_format_id int(5), -- none
  billing_name varchar(64), -- person_name
  billing_company varchar(64), -- organisation_name
  billing_street_address varchar(128), -- address
  billing_suburb varchar(128), -- city / address
  billing_city varchar(128), -- city
  billing_postcode varchar(64), -- postal_code
  billing_state varchar(128), -- region
  billing_country varchar(64), -- country
  billing_address_format_id int(5), -- none
  payment_method varchar(128), -- none
  payment_module_code varchar(32), -- none
  shipping_method varchar(255), -- none
  shipping_module_code varchar(32), -- none
  coupon_code varchar(32), -- none / order_or_licence
  cc_type varchar(20), -- none
  cc_owner varchar(64), -- person_name
  cc_number varchar(32), -- payment_card
  cc_expires varchar(4), -- payment_card / none
  cc_cvv blob, -- payment_card
  last_modified datetime, -- none
  date_purchased datetime, -- none
  orders_status int(5), -- none
  orders_date_finished datetime, -- none
  currency char(4), -- none
  currency_value decimal(14,6), -- none
  order_total decimal(15,4), -- none
  order_tax decimal(15,4), -- none
  shipping_tax_rate decimal(15,4), -- none
  paypal_ipn_id int(11), -- none
  ip_address varchar(96), -- ip_address
  order_weight float, -- none
  language_code char(2), -- none
  is_wholesale tinyint(1) -- none
);
CREATE TABLE reviews_description (
  reviews_id int(11), -- none
  languages_id int(11), -- none
  reviews_text text, -- free_text
  reviews_title varchar(128), -- free_text
  PRIMARY KEY (reviews_id, languages_id)
);
CREATE TABLE whos_online (
  customer_id int(11), -- none
  full_name varchar(64), -- person_name
  session_id varchar(191), -- secret_token
  ip_address varchar(45), -- ip_address
  time_entry varchar(14), -- none
  time_last_click varchar(14), -- none
  last_page_url varchar(255), -- none / url_profile
  host_address text, -- ip_address / none
  user_agent varchar(255) -- user_agent
);
CREATE TABLE coupon_email_track (
  unique_id int(11) PRIMARY KEY, -- none
  coupon_id int(11), -- none
  customer_id_sent int(11), -- none
  sent_firstname varchar(32), -- given_name
  sent_lastname varchar(32), -- family_name
  emailed_to varchar(96), -- email
  date_sent datetime -- none
);
CREATE TABLE coupon_referrers (
  referrer_id int(11) PRIMARY KEY, -- none
  referrer_domain varchar(64), -- none
  coupon_id int(11), -- none
  date_added timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE languages (
  languages_id int(11) PRIMARY KEY, -- none
  name varchar(32), -- none
  code char(2), -- none
  image varchar(64), -- none
  directory varchar(32), -- none
  sort_order int(3) -- none
);

-- source: InvoicePlane
CREATE TABLE ip_clients (
  client_id int(11) PRIMARY KEY, -- none
  client_date_created datetime, -- none
  client_date_modified datetime, -- none
  client_name varchar(100), -- person_name / organisation_name
  client_address_1 varchar(100), -- address
  client_address_2 varchar(100), -- address
  client_city varchar(45), -- city
  client_state varchar(35), -- region
  client_zip varchar(15), -- postal_code
  client_country varchar(35), -- country
  client_phone varchar(20), -- phone
  client_fax varchar(20), -- phone
  client_mobile varchar(20), -- phone
  client_email varchar(100), -- email
  client_web varchar(100), -- url_profile
  client_active int(1) -- none
);
CREATE TABLE ip_users (
  user_id int(11) PRIMARY KEY, -- none
  user_type int(1), -- none
  user_date_created datetime, -- none
  user_date_modified datetime, -- none
  user_name varchar(100), -- person_name / username
  user_company varchar(100), -- organisation_name
  user_address_1 varchar(100), -- address
  user_address_2 varchar(100), -- address
  user_city varchar(45), -- city
  user_state varchar(35), -- region
  user_zip varchar(15), -- postal_code
  user_country varchar(35), -- country
  user_phone varchar(20), -- phone
  user_fax varchar(20), -- phone
  user_mobile varchar(20), -- phone
  user_email varchar(100), -- email
  user_password varchar(60), -- password_hash
  user_web varchar(100), -- url_profile
  user_psalt char(22) -- password_hash / secret_token
);
CREATE TABLE ip_client_notes (
  client_note_id int(11) PRIMARY KEY, -- none
  client_id int(11), -- none
  client_note_date date, -- none
  client_note longtext -- free_text
);
CREATE TABLE ip_payments (
  payment_id int(11) PRIMARY KEY, -- none
  invoice_id int(11), -- none
  payment_method_id int(11), -- none
  payment_date date, -- none
  payment_amount decimal(10,2), -- none
  payment_note longtext -- free_text / none
);
CREATE TABLE ip_invoice_groups (
  invoice_group_id int(11) PRIMARY KEY, -- none
  invoice_group_name varchar(50), -- none
  invoice_group_prefix varchar(10), -- none
  invoice_group_next_id int(11), -- none
  invoice_group_left_pad int(2), -- none
  invoice_group_prefix_year int(1), -- none
  invoice_group_prefix_month int(1) -- none
);
CREATE TABLE ip_item_lookups (
  item_lookup_id int(11) PRIMARY KEY, -- none
  item_name varchar(100), -- none
  item_description longtext, -- none
  item_price decimal(10,2) -- none
);

-- source: mall
CREATE TABLE ums_member (
  id bigint(20) PRIMARY KEY, -- none
  member_level_id bigint(20), -- none
  username varchar(64) COMMENT '用户名', -- username
  password varchar(64) COMMENT '密码', -- password_hash
  nickname varchar(64) COMMENT '昵称', -- nickname
  phone varchar(64) COMMENT '手机号码', -- phone
  `status` int(1) COMMENT '帐号启用状态:0->禁用；1->启用', -- none
  create_time datetime COMMENT '注册时间', -- none
  icon varchar(500) COMMENT '头像', -- photo_blob / url_profile
  gender int(1) COMMENT '性别：0->未知；1->男；2->女', -- gender
  birthday date COMMENT '生日', -- birth_date
  city varchar(64) COMMENT '所做城市', -- city
  job varchar(100) COMMENT '职业', -- other_pii
  personalized_signature varchar(200) COMMENT '个性签名', -- free_text
  source_type int(1) COMMENT '用户来源', -- none
  integration int(11) COMMENT '积分', -- none
  growth int(11) COMMENT '成长值', -- none
  luckey_count int(11) COMMENT '剩余抽奖次数', -- none
  history_integration int(11) COMMENT '历史积分数量' -- none
) COMMENT='会员表';
CREATE TABLE ums_admin (
  id bigint(20) PRIMARY KEY, -- none
  username varchar(64), -- username
  password varchar(64), -- password_hash
  icon varchar(500) COMMENT '头像', -- photo_blob / url_profile
  email varchar(100) COMMENT '邮箱', -- email
  nick_name varchar(200) COMMENT '昵称', -- nickname / person_name
  note varchar(500) COMMENT '备注信息', -- free_text / none
  create_time datetime COMMENT '创建时间', -- none
  login_time datetime COMMENT '最后登录时间', -- none
  `status` int(1) COMMENT '帐号启用状态：0->禁用；1->启用' -- none
) COMMENT='后台用户表';
CREATE TABLE ums_member_receive_address (
  id bigint(20) PRIMARY KEY, -- none
  member_id bigint(20), -- none
  name varchar(100) COMMENT '收货人名称', -- person_name
  phone_number varchar(64), -- phone
  default_status int(1) COMMENT '是否为默认', -- none
  post_code varchar(100) COMMENT '邮政编码', -- postal_code
  province varchar(100) COMMENT '省份/直辖市', -- region
  city varchar(100) COMMENT '城市', -- city
  region varchar(100) COMMENT '区', -- region / city address
  detail_address varchar(128) COMMENT '详细地址(街道)' -- address
) COMMENT='会员收货地址表';
CREATE TABLE ums_admin_login_log (
  id bigint(20) PRIMARY KEY, -- none
  admin_id bigint(20), -- none
  create_time datetime, -- none
  ip varchar(64), -- ip_address
  address varchar(100), -- address / city geo other_pii ip_address
  user_agent varchar(100) COMMENT '浏览器登录类型' -- user_agent
) COMMENT='后台用户登录日志表';
CREATE TABLE oms_order_return_apply (
  id bigint(20) PRIMARY KEY, -- none
  order_id bigint(20) COMMENT '订单id', -- none
  company_address_id bigint(20) COMMENT '收货地址表id', -- none
  product_id bigint(20) COMMENT '退货商品id', -- none
  order_sn varchar(64) COMMENT '订单编号', -- order_or_licence
  create_time datetime COMMENT '申请时间', -- none
  member_username varchar(64) COMMENT '会员用户名', -- username
  return_amount decimal(10,2) COMMENT '退款金额', -- none
  return_name varchar(100) COMMENT '退货人姓名', -- person_name
  return_phone varchar(100) COMMENT '退货人电话', -- phone
  `status` int(1) COMMENT '申请状态：0->待处理；1->退货中；2->已完成；3->已拒绝', -- none
  handle_time datetime COMMENT '处理时间', -- none
  product_pic varchar(500) COMMENT '商品图片', -- none
  product_name varchar(200) COMMENT '商品名称', -- none
  product_brand varchar(200) COMMENT '商品品牌', -- none
  product_attr varchar(500) COMMENT '商品销售属性：颜色：红色；尺码：xl;', -- none
  product_count int(11) COMMENT '退货数量', -- none
  product_price decimal(10,2) COMMENT '商品单价', -- none
  product_real_price decimal(10,2) COMMENT '商品实际支付单价', -- none
  reason varchar(200) COMMENT '原因', -- free_text
  description varchar(500) COMMENT '描述', -- free_text
  proof_pics varchar(1000) COMMENT '凭证图片，以逗号隔开', -- none / photo_blob
  handle_note varchar(500) COMMENT '处理备注', -- free_text / none
  handle_man varchar(100) COMMENT '处理人员', -- person_name / username
  receive_man varchar(100) COMMENT '收货人', -- person_name / username
  receive_time datetime COMMENT '收货时间', -- none
  receive_note varchar(500) COMMENT '收货备注' -- free_text / none
) COMMENT='订单退货申请';
CREATE TABLE pms_comment (
  id bigint(20) PRIMARY KEY, -- none
  product_id bigint(20), -- none
  member_nick_name varchar(255), -- nickname
  product_name varchar(255), -- none
  star int(3) COMMENT '评价星数：0->5', -- none
  member_ip varchar(64) COMMENT '评价的ip', -- ip_address
  create_time datetime, -- none
  show_status int(1), -- none
  product_attribute varchar(255) COMMENT '购买时的商品属性', -- none
  collect_couont int(11), -- none
  read_count int(11), -- none
  content text, -- free_text
  pics varchar(1000) COMMENT '上传图片地址，以逗号隔开', -- none / photo_blob
  member_icon varchar(255) COMMENT '评论用户头像', -- photo_blob / url_profile
  replay_count int(11) -- none
) COMMENT='商品评价表';
CREATE TABLE pms_album_pic (
  id bigint(20) PRIMARY KEY, -- none
  album_id bigint(20), -- none
  pic varchar(1000) -- none
) COMMENT='画册图片表';
CREATE TABLE sms_flash_promotion_session (
  id bigint(20) PRIMARY KEY COMMENT '编号', -- none
  name varchar(200) COMMENT '场次名称', -- none
  start_time time COMMENT '每日开始时间', -- none
  end_time time COMMENT '每日结束时间', -- none
  `status` int(1) COMMENT '启用状态：0->不启用；1->启用', -- none
  create_time datetime COMMENT '创建时间' -- none
) COMMENT='限时购场次表';

-- source: Piwigo
CREATE TABLE piwigo_users (
  id mediumint(8) unsigned PRIMARY KEY, -- none
  username varchar(100), -- username
  password varchar(255), -- password_hash
  mail_address varchar(255) -- email
);
CREATE TABLE piwigo_comments (
  id int(11) unsigned PRIMARY KEY, -- none
  image_id mediumint(8) unsigned, -- none
  date datetime, -- none
  author varchar(255), -- person_name / username nickname
  email varchar(255), -- email
  author_id mediumint(8) unsigned, -- none
  anonymous_id varchar(45), -- ip_address / device_id account_id none
  website_url varchar(255), -- url_profile
  content longtext, -- free_text
  validated enum('true','false'), -- none
  validation_date datetime -- none
);
CREATE TABLE piwigo_history (
  id int(10) unsigned PRIMARY KEY, -- none
  date date, -- none
  time time, -- none
  user_id mediumint(8) unsigned, -- none
  IP char(39), -- ip_address
  section enum('categories','tags','search','list','favorites','most_visited','best_rated','recent_pics','recent_cats'), -- none
  category_id smallint(5), -- none
  search_id int(10) unsigned, -- none
  tag_ids varchar(50), -- none
  image_id mediumint(8), -- none
  image_type enum('picture','high','other'), -- none
  format_id int(11) unsigned, -- none
  auth_key_id int(11) unsigned -- none
);
CREATE TABLE piwigo_user_infos (
  user_id mediumint(8) unsigned PRIMARY KEY, -- none
  nb_image_page smallint(3) unsigned, -- none
  `status` enum('webmaster','admin','normal','generic','guest'), -- none
  language varchar(50), -- none / other_pii
  expand enum('true','false'), -- none
  show_nb_comments enum('true','false'), -- none
  show_nb_hits enum('true','false'), -- none
  recent_period tinyint(3) unsigned, -- none
  theme varchar(255), -- none
  registration_date datetime, -- none
  enabled_high enum('true','false'), -- none
  level tinyint, -- none
  activation_key varchar(255), -- secret_token
  activation_key_expire datetime, -- none
  last_visit datetime, -- none
  last_visit_from_history enum('true','false'), -- none
  lastmodified timestamp, -- none
  preferences text -- none / json_container
);
CREATE TABLE piwigo_rate (
  user_id mediumint(8) unsigned, -- none
  element_id mediumint(8) unsigned, -- none
  anonymous_id varchar(45), -- ip_address / device_id account_id none
  rate tinyint(2) unsigned, -- none
  date date, -- none
  PRIMARY KEY (element_id, user_id, anonymous_id)
);

-- source: Gnuboard
CREATE TABLE g5_member (
  mb_no int(11) PRIMARY KEY, -- none
  mb_id varchar(20), -- username / account_id
  mb_password varchar(255), -- password_hash
  mb_name varchar(255), -- person_name
  mb_nick varchar(255), -- nickname
  mb_nick_date date, -- none
  mb_email varchar(255), -- email
  mb_homepage varchar(255), -- url_profile
  mb_level tinyint(4), -- none
  mb_sex char(1), -- gender
  mb_birth varchar(255), -- birth_date
  mb_tel varchar(255), -- phone
  mb_hp varchar(255), -- phone
  mb_certify varchar(20), -- none / other_pii
  mb_adult tinyint(4), -- none
  mb_dupinfo varchar(255), -- national_id / other_pii secret_token account_id json_container
  mb_zip1 char(3), -- postal_code
  mb_zip2 char(3), -- postal_code
  mb_addr1 varchar(255), -- address
  mb_addr2 varchar(255), -- address
  mb_addr3 varchar(255), -- address
  mb_addr_jibeon varchar(255), -- address / none
  mb_signature text, -- free_text
  mb_recommend varchar(255), -- username / account_id none
  mb_point int(11), -- none
  mb_today_login datetime, -- none
  mb_login_ip varchar(255), -- ip_address
  mb_datetime datetime, -- none
  mb_ip varchar(255), -- ip_address
  mb_leave_date varchar(8), -- none
  mb_intercept_date varchar(8), -- none
  mb_email_certify datetime, -- none
  mb_email_certify2 varchar(255), -- secret_token / none
  mb_memo text, -- free_text
  mb_lost_certify varchar(255), -- secret_token / password_hash none
  mb_mailling tinyint(4), -- none
  mb_mailling_date datetime, -- none
  mb_sms tinyint(4), -- none
  mb_sms_date datetime, -- none
  mb_open tinyint(4), -- none
  mb_open_date date, -- none
  mb_profile text, -- free_text
  mb_memo_call varchar(255), -- username / none account_id
  mb_memo_cnt int(11), -- none
  mb_scrap_cnt int(11), -- none
  mb_marketing_agree tinyint(1), -- none
  mb_marketing_date datetime, -- none
  mb_thirdparty_agree tinyint(1), -- none
  mb_thirdparty_date datetime, -- none
  mb_agree_log text, -- none / free_text json_container
  mb_1 varchar(255), -- other_pii / none json_container free_text
  mb_2 varchar(255), -- other_pii / none json_container free_text
  mb_3 varchar(255), -- other_pii / none json_container free_text
  mb_4 varchar(255), -- other_pii / none json_container free_text
  mb_5 varchar(255), -- other_pii / none json_container free_text
  mb_6 varchar(255), -- other_pii / none json_container free_text
  mb_7 varchar(255), -- other_pii / none json_container free_text
  mb_8 varchar(255), -- other_pii / none json_container free_text
  mb_9 varchar(255), -- other_pii / none json_container free_text
  mb_10 varchar(255) -- other_pii / none json_container free_text
);
CREATE TABLE g5_memo (
  me_id int(11) PRIMARY KEY, -- none
  me_recv_mb_id varchar(20), -- username / account_id
  me_send_mb_id varchar(20), -- username / account_id
  me_send_datetime datetime, -- none
  me_read_datetime datetime, -- none
  me_memo text, -- free_text
  me_send_id int(11), -- none
  me_type enum('send','recv'), -- none
  me_send_ip varchar(100) -- ip_address
);
CREATE TABLE g5_login (
  lo_id int(11) PRIMARY KEY, -- none
  lo_ip varchar(100), -- ip_address
  mb_id varchar(20), -- username / account_id
  lo_datetime datetime, -- none
  lo_location text, -- none / free_text other_pii
  lo_url text -- none / url_profile
);
CREATE TABLE g5_shop_order_address (
  ad_id int(11) PRIMARY KEY, -- none
  mb_id varchar(255), -- username / account_id
  ad_subject varchar(255), -- none / free_text
  ad_default tinyint(4), -- none
  ad_name varchar(255), -- person_name
  ad_tel varchar(255), -- phone
  ad_hp varchar(255), -- phone
  ad_zip1 char(3), -- postal_code
  ad_zip2 char(3), -- postal_code
  ad_addr1 varchar(255), -- address
  ad_addr2 varchar(255), -- address
  ad_addr3 varchar(255), -- address
  ad_jibeon varchar(255) -- address / none
);
CREATE TABLE g5_member_social_profiles (
  mp_no int(11) PRIMARY KEY, -- none
  mb_id varchar(255), -- username / account_id
  provider varchar(50), -- none
  object_sha varchar(45), -- none / secret_token account_id
  identifier varchar(255), -- account_id
  profileurl varchar(255), -- url_profile
  photourl varchar(255), -- photo_blob / url_profile
  displayname varchar(150), -- person_name / nickname
  description varchar(255), -- free_text / other_pii none
  mp_register_day datetime, -- none
  mp_latest_day datetime -- none
);
CREATE TABLE g5_shop_banner (
  bn_id int(11) PRIMARY KEY, -- none
  bn_alt varchar(255), -- none
  bn_url varchar(255), -- none
  bn_device varchar(10), -- none
  bn_position varchar(255), -- none
  bn_border tinyint(4), -- none
  bn_new_win tinyint(4), -- none
  bn_begin_time datetime, -- none
  bn_end_time datetime, -- none
  bn_time datetime, -- none
  bn_hit int(11), -- none
  bn_order int(11) -- none
);
