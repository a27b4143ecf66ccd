-- A fifteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: Care2x
CREATE TABLE care_person (
  pid int(11) unsigned PRIMARY KEY, -- none
  hospital_file_nr varchar(50) COMMENT 'placeholder for existing individual hospital file number system', -- account_id
  date_reg datetime, -- none
  name_first varchar(60), -- given_name
  name_2 varchar(60), -- given_name / person_name family_name
  name_3 varchar(60), -- given_name / person_name family_name
  name_middle varchar(60), -- given_name
  name_last varchar(60), -- family_name
  name_maiden varchar(60), -- family_name
  name_others text, -- person_name / given_name nickname
  date_birth date, -- birth_date
  blood_group char(2), -- other_pii
  addr_str varchar(60), -- address
  addr_str_nr varchar(10), -- address
  addr_zip varchar(15), -- postal_code
  addr_citytown_nr mediumint(8) unsigned, -- none
  addr_is_valid tinyint(1), -- none
  citizenship varchar(35), -- country / other_pii
  phone_1_code varchar(15), -- phone / none
  phone_1_nr varchar(35), -- phone
  phone_2_code varchar(15), -- phone / none
  phone_2_nr varchar(35), -- phone
  cellphone_1_nr varchar(35), -- phone
  cellphone_2_nr varchar(35), -- phone
  fax varchar(35), -- phone
  email varchar(60), -- email
  civil_status varchar(35), -- other_pii
  sex char(1), -- gender
  title varchar(25), -- other_pii / gender none
  photo blob, -- photo_blob
  photo_filename varchar(60), -- photo_blob
  ethnic_orig mediumint(8) unsigned, -- other_pii / none
  org_id varchar(60), -- none / account_id
  sss_nr varchar(60), -- national_id
  nat_id_nr varchar(60), -- national_id
  religion varchar(125), -- other_pii
  mother_pid int(10) unsigned, -- none
  father_pid int(10) unsigned, -- none
  contact_person varchar(255), -- person_name
  contact_pid int(10) unsigned, -- none
  contact_relation varchar(25), -- other_pii / none
  death_date date, -- other_pii
  death_encounter_nr int(10) unsigned, -- none
  death_cause varchar(255), -- other_pii
  death_cause_code varchar(15), -- other_pii / none
  date_update datetime, -- none
  `status` varchar(20), -- none / other_pii
  history text, -- free_text / json_container none
  modify_id varchar(35), -- username / account_id
  modify_time timestamp, -- none
  create_id varchar(35), -- username / account_id
  create_time timestamp, -- none
  relative_name_first varchar(60), -- given_name
  relative_name_last varchar(60), -- family_name
  relative_phone varchar(35) -- phone
);
CREATE TABLE care_users (
  name varchar(60), -- person_name
  login_id varchar(35) PRIMARY KEY, -- username
  password varchar(255), -- password_hash
  staff_nr int(10) unsigned, -- none
  lockflag tinyint(3) unsigned, -- none
  permission text, -- none / json_container
  exc tinyint(1), -- none
  s_date date, -- none
  s_time time, -- none
  expire_date date, -- none
  expire_time time, -- none
  dept_nr text COMMENT 'the department in which the user is allowed to enter / view', -- none
  user_role tinyint(4), -- none
  `status` varchar(15), -- none
  history text, -- free_text / json_container none
  modify_id varchar(35), -- username / account_id
  modify_time timestamp, -- none
  create_id varchar(35), -- username / account_id
  create_time timestamp -- none
);
CREATE TABLE care_phone (
  item_nr bigint(20) unsigned, -- none
  title varchar(25), -- other_pii / gender none
  name varchar(45), -- family_name / person_name
  vorname varchar(45), -- given_name
  pid int(11) unsigned, -- none
  staff_nr int(10) unsigned, -- none
  dept_nr smallint(3) unsigned, -- none
  beruf varchar(25), -- other_pii / none
  bereich1 varchar(25), -- none / other_pii organisation_name
  bereich2 varchar(25), -- none / other_pii organisation_name
  inphone1 varchar(15), -- phone
  inphone2 varchar(15), -- phone
  inphone3 varchar(15), -- phone
  exphone1 varchar(25), -- phone
  exphone2 varchar(25), -- phone
  funk1 varchar(15), -- phone / none
  funk2 varchar(15), -- phone / none
  roomnr varchar(10), -- none / address
  date date, -- none
  time time, -- none
  `status` varchar(15), -- none
  history text, -- free_text / json_container none
  modify_id varchar(35), -- username / account_id
  modify_time timestamp, -- none
  create_id varchar(35), -- username / account_id
  create_time timestamp, -- none
  PRIMARY KEY (item_nr, pid, staff_nr, dept_nr)
);
CREATE TABLE care_insurance_firm (
  firm_id varchar(40) PRIMARY KEY, -- none
  name varchar(60), -- organisation_name / none
  iso_country_id char(3), -- none
  sub_area varchar(60), -- none / organisation_name free_text
  type_nr smallint(5) unsigned, -- none
  addr varchar(255), -- address / none
  addr_mail varchar(200), -- address / email none
  addr_billing varchar(200), -- address / none
  addr_email varchar(60), -- email / none
  phone_main varchar(35), -- phone / none
  phone_aux varchar(35), -- phone / none
  fax_main varchar(35), -- phone / none
  fax_aux varchar(35), -- phone / none
  contact_person varchar(60), -- person_name
  contact_phone varchar(35), -- phone
  contact_fax varchar(35), -- phone
  contact_email varchar(60), -- email
  use_frequency bigint(20) unsigned, -- none
  `status` varchar(25), -- none
  history text, -- none / free_text json_container
  modify_id varchar(35), -- username / account_id
  modify_time timestamp, -- none
  create_id varchar(35), -- username / account_id
  create_time timestamp -- none
);
CREATE TABLE care_encounter_measurement (
  nr int(11) unsigned PRIMARY KEY, -- none
  msr_date date, -- none
  msr_time float(4,2), -- none
  encounter_nr int(11) unsigned, -- none
  msr_type_nr tinyint(3) unsigned, -- none
  value varchar(255), -- other_pii
  unit_nr smallint(5) unsigned, -- none
  unit_type_nr tinyint(2) unsigned, -- none
  notes varchar(255), -- free_text
  measured_by varchar(35), -- username / person_name
  `status` varchar(25), -- none
  history text, -- free_text / json_container none
  modify_id varchar(35), -- username / account_id
  modify_time timestamp, -- none
  create_id varchar(35), -- username / account_id
  create_time timestamp -- none
);

-- source: dotProject
CREATE TABLE contacts (
  contact_id int(11) PRIMARY KEY, -- none
  contact_first_name varchar(30), -- given_name
  contact_last_name varchar(30), -- family_name
  contact_order_by varchar(30), -- person_name / none family_name other_pii
  contact_title varchar(50), -- other_pii / gender none
  contact_birthday date, -- birth_date
  contact_job varchar(255), -- other_pii
  contact_company varchar(100), -- organisation_name
  contact_department tinytext, -- none / organisation_name other_pii
  contact_type varchar(20), -- none
  contact_email varchar(255), -- email
  contact_email2 varchar(255), -- email
  contact_url varchar(255), -- url_profile
  contact_phone varchar(30), -- phone
  contact_phone2 varchar(30), -- phone
  contact_fax varchar(30), -- phone
  contact_mobile varchar(30), -- phone
  contact_address1 varchar(60), -- address
  contact_address2 varchar(60), -- address
  contact_city varchar(30), -- city
  contact_state varchar(30), -- region
  contact_zip varchar(11), -- postal_code
  contact_country varchar(30), -- country
  contact_jabber varchar(255), -- account_id / username email
  contact_icq varchar(20), -- account_id / username email
  contact_msn varchar(255), -- account_id / username email
  contact_yahoo varchar(255), -- account_id / username email
  contact_aol varchar(30), -- account_id / username email
  contact_notes text, -- free_text
  contact_project int(11), -- none
  contact_icon varchar(20), -- none
  contact_owner int, -- none
  contact_private tinyint -- none
);
CREATE TABLE users (
  user_id int(11) PRIMARY KEY, -- none
  user_contact int(11), -- none
  user_username varchar(255), -- username
  user_password varchar(32), -- password_hash
  user_parent int(11), -- none
  user_type tinyint(3), -- none
  user_company int(11), -- none
  user_department int(11), -- none
  user_owner int(11), -- none
  user_signature text -- free_text
);
CREATE TABLE tickets (
  ticket int(10) unsigned PRIMARY KEY, -- none
  ticket_company int(10), -- none
  ticket_project int(10), -- none
  author varchar(100), -- person_name / email username
  recipient varchar(100), -- person_name / email username
  subject varchar(100), -- free_text
  attachment tinyint(1) unsigned, -- none
  timestamp int(10) unsigned, -- none
  type varchar(15), -- none
  assignment int(10) unsigned, -- none
  parent int(10) unsigned, -- none
  activity int(10) unsigned, -- none
  priority tinyint(1) unsigned, -- none
  cc varchar(255), -- email
  body text, -- free_text
  signature text -- free_text
);
CREATE TABLE user_access_log (
  user_access_log_id int(10) unsigned PRIMARY KEY, -- none
  user_id int(10) unsigned, -- none
  user_ip varchar(15), -- ip_address
  date_time_in datetime, -- none
  date_time_out datetime, -- none
  date_time_last_action datetime -- none
);
CREATE TABLE config (
  config_id int(11) PRIMARY KEY, -- none
  config_name varchar(127), -- none
  config_value varchar(255), -- none
  config_group varchar(255), -- none
  config_type varchar(255) -- none
);

-- source: Coppermine
CREATE TABLE CPG_users (
  user_id int(11) PRIMARY KEY, -- none
  user_group int(11), -- none
  user_active enum('yes','no'), -- none
  user_name varchar(25), -- username / person_name
  user_password varchar(255), -- password_hash
  user_password_salt varchar(255), -- password_hash / secret_token
  user_password_hash_algorithm varchar(25), -- none
  user_password_iterations varchar(25), -- none
  user_lastvisit datetime, -- none
  user_regdate datetime, -- none
  user_group_list varchar(255), -- none
  user_email varchar(255), -- email
  user_email_valid enum('yes',''), -- none
  user_profile1 varchar(255), -- other_pii / free_text json_container
  user_profile2 varchar(255), -- other_pii / free_text json_container
  user_profile3 varchar(255), -- other_pii / free_text json_container
  user_profile4 varchar(255), -- other_pii / free_text json_container
  user_profile5 varchar(255), -- other_pii / free_text json_container
  user_profile6 text, -- other_pii / free_text json_container
  user_actkey varchar(32), -- secret_token
  user_language varchar(40) -- none / other_pii
) COMMENT='Used to store users, not used when bridged';
CREATE TABLE CPG_comments (
  pid mediumint(10), -- none
  msg_id mediumint(10) PRIMARY KEY, -- none
  msg_author varchar(25), -- person_name / nickname username
  msg_body text, -- free_text
  msg_date datetime, -- none
  msg_raw_ip tinytext, -- ip_address
  msg_hdr_ip tinytext, -- ip_address
  author_md5_id varchar(32), -- account_id / secret_token none device_id
  author_id int(11), -- none
  approval enum('yes','no'), -- none
  spam enum('yes','no') -- none
) COMMENT='Used to store comments made on pics';
CREATE TABLE CPG_ecards (
  eid int(11) PRIMARY KEY, -- none
  sender_name varchar(50), -- person_name
  sender_email text, -- email
  recipient_name varchar(50), -- person_name
  recipient_email text, -- email
  link text, -- none / json_container free_text url_profile
  date tinytext, -- none
  sender_ip tinytext -- ip_address
) COMMENT='Used to log ecards';
CREATE TABLE CPG_banned (
  ban_id int(11) PRIMARY KEY, -- none
  user_id int(11), -- none
  user_name varchar(255), -- username / person_name
  email varchar(255), -- email
  ip_addr tinytext, -- ip_address
  expiry datetime, -- none
  brute_force tinyint(5) -- none
) COMMENT='Data about banned users';
CREATE TABLE CPG_hit_stats (
  sid int(11) PRIMARY KEY, -- none
  pid varchar(100), -- none
  ip varchar(20), -- ip_address
  search_phrase varchar(255), -- none / free_text other_pii
  sdate bigint(20), -- none
  referer text, -- none / url_profile
  browser varchar(255), -- user_agent
  os varchar(50), -- none / user_agent
  uid int(11) -- none
) COMMENT='Detailed stats about hits, only used when enabled';
CREATE TABLE CPG_sessions (
  session_id char(32) PRIMARY KEY, -- secret_token
  user_id int(11), -- none
  time int(11), -- none
  remember int(1) -- none
) COMMENT='Used to store sessions';

-- source: CollectiveAccess
CREATE TABLE ca_users (
  user_id int PRIMARY KEY, -- none
  user_name varchar(255), -- username / person_name
  userclass tinyint, -- none
  password varchar(100), -- password_hash
  fname varchar(255), -- given_name
  lname varchar(255), -- family_name
  email varchar(255), -- email
  sms_number varchar(30), -- phone
  vars longtext, -- json_container
  volatile_vars text, -- json_container
  active tinyint, -- none
  confirmed_on int, -- none
  confirmation_key char(32), -- secret_token
  registered_on int, -- none
  entity_id int, -- none
  FOREIGN KEY (entity_id) REFERENCES ca_entities (entity_id)
);
CREATE TABLE ca_item_comments (
  comment_id int PRIMARY KEY, -- none
  table_num tinyint, -- none
  row_id int, -- none
  user_id int, -- none
  locale_id smallint, -- none
  media1 longblob, -- photo_blob / json_container free_text other_pii
  media2 longblob, -- photo_blob / json_container free_text other_pii
  media3 longblob, -- photo_blob / json_container free_text other_pii
  media4 longblob, -- photo_blob / json_container free_text other_pii
  comment text, -- free_text
  rating tinyint, -- none
  email varchar(255), -- email
  name varchar(255), -- person_name
  location varchar(255), -- other_pii / city address free_text none
  created_on int, -- none
  access tinyint, -- none
  ip_addr varchar(39), -- ip_address
  moderated_on int, -- none
  moderated_by_user_id int, -- none
  FOREIGN KEY (user_id) REFERENCES ca_users (user_id),
  FOREIGN KEY (locale_id) REFERENCES ca_locales (locale_id),
  FOREIGN KEY (moderated_by_user_id) REFERENCES ca_users (moderated_by_user_id)
);
CREATE TABLE ca_entity_labels (
  label_id int PRIMARY KEY, -- none
  entity_id int, -- none
  locale_id smallint, -- none
  type_id int, -- none
  displayname varchar(512), -- person_name / organisation_name
  forename varchar(100), -- given_name
  other_forenames varchar(100), -- given_name
  middlename varchar(100), -- given_name
  surname varchar(512), -- family_name
  prefix varchar(100), -- none / other_pii
  suffix varchar(100), -- none / other_pii
  name_sort varchar(512), -- person_name
  source_info longtext, -- none / free_text json_container
  is_preferred tinyint, -- none
  sdatetime decimal(30,20), -- none
  edatetime decimal(30,20), -- none
  access tinyint, -- none
  checked tinyint, -- none
  notes text, -- free_text / none
  FOREIGN KEY (entity_id) REFERENCES ca_entities (entity_id),
  FOREIGN KEY (locale_id) REFERENCES ca_locales (locale_id),
  FOREIGN KEY (type_id) REFERENCES ca_list_items (type_id)
);
CREATE TABLE ca_objects_x_storage_locations (
  relation_id int PRIMARY KEY, -- none
  object_id int, -- none
  type_id smallint, -- none
  location_id int, -- none
  source_info longtext, -- none / free_text json_container
  sdatetime decimal(30,20), -- none
  edatetime decimal(30,20), -- none
  label_left_id int, -- none
  label_right_id int, -- none
  `rank` int, -- none
  FOREIGN KEY (object_id) REFERENCES ca_objects (object_id),
  FOREIGN KEY (type_id) REFERENCES ca_relationship_types (type_id),
  FOREIGN KEY (location_id) REFERENCES ca_storage_locations (location_id),
  FOREIGN KEY (label_left_id) REFERENCES ca_object_labels (label_left_id),
  FOREIGN KEY (label_right_id) REFERENCES ca_storage_location_labels (label_right_id)
);

-- source: LedgerSMB
CREATE TABLE person (
  id int PRIMARY KEY, -- none
  entity_id integer, -- none
  salutation_id integer, -- none
  first_name text, -- given_name
  middle_name text, -- given_name
  last_name text, -- family_name
  created date, -- none
  birthdate date, -- birth_date
  personal_id text, -- national_id / account_id
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id),
  FOREIGN KEY (salutation_id) REFERENCES salutation (salutation_id)
);
CREATE TABLE entity_employee (
  entity_id integer PRIMARY KEY, -- none
  startdate date, -- none
  enddate date, -- none
  role varchar(20), -- none / other_pii
  ssn text, -- national_id
  sales boolean, -- none
  manager_id integer, -- none
  employeenumber varchar(32), -- account_id
  dob date, -- birth_date
  is_manager boolean, -- none
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id),
  FOREIGN KEY (manager_id) REFERENCES entity (manager_id)
);
CREATE TABLE entity_bank_account (
  id int, -- none
  entity_id int, -- none
  bic text, -- bank_account
  iban text, -- bank_account
  remark text, -- free_text
  PRIMARY KEY (entity_id, bic, iban),
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id)
);
CREATE TABLE location (
  id int PRIMARY KEY, -- none
  line_one text, -- address
  line_two text, -- address
  line_three text, -- address
  city text, -- city
  state text, -- region
  country_id integer, -- none
  mail_code text, -- postal_code
  created date, -- none
  inactive_date timestamp, -- none
  active boolean, -- none
  FOREIGN KEY (country_id) REFERENCES country (country_id)
);
CREATE TABLE company (
  id int, -- none
  entity_id integer, -- none
  legal_name text, -- organisation_name / none
  tax_id text, -- national_id / none
  sales_tax_id text, -- national_id / none
  license_number text, -- national_id / order_or_licence none
  sic_code text, -- none
  created date, -- none
  PRIMARY KEY (entity_id, legal_name),
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id)
);
CREATE TABLE users (
  id int, -- none
  username varchar(30) PRIMARY KEY, -- username
  notify_password interval, -- none
  entity_id int, -- none
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id)
);
CREATE TABLE entity_to_contact (
  entity_id integer, -- none
  contact_class_id integer, -- none
  contact text, -- phone / email person_name account_id other_pii
  description text, -- free_text / none
  PRIMARY KEY (entity_id, contact_class_id, contact),
  FOREIGN KEY (entity_id) REFERENCES entity (entity_id),
  FOREIGN KEY (contact_class_id) REFERENCES contact_class (contact_class_id)
);
CREATE TABLE inventory_report (
  id int PRIMARY KEY, -- none
  transdate date, -- none
  source text, -- none
  ar_trans_id int, -- none
  ap_trans_id int -- none
);
CREATE TABLE payroll_deduction_class (
  id int, -- none
  country_id int, -- none
  label text, -- none
  stored_proc_name name, -- none
  PRIMARY KEY (country_id, label),
  FOREIGN KEY (country_id) REFERENCES country (country_id)
);

-- source: TestLink
CREATE TABLE users (
  id int(10) unsigned PRIMARY KEY, -- none
  login varchar(100), -- username
  password varchar(255), -- password_hash
  role_id int(10) unsigned, -- none
  email varchar(100), -- email
  first varchar(50), -- given_name
  last varchar(50), -- family_name
  locale varchar(10), -- none
  default_testproject_id int(10), -- none
  active tinyint(1), -- none
  script_key varchar(32), -- secret_token
  cookie_string varchar(64), -- secret_token
  auth_method varchar(10), -- none
  creation_ts timestamp, -- none
  expiration_date date -- none
) COMMENT='User information';
CREATE TABLE inventory (
  id int(10) unsigned PRIMARY KEY, -- none
  testproject_id int(10) unsigned, -- none
  owner_id int(10) unsigned, -- none
  name varchar(255), -- none / device_id
  ipaddress varchar(255), -- ip_address
  content text, -- none / json_container free_text
  creation_ts timestamp, -- none
  modification_ts timestamp -- none
);
CREATE TABLE db_version (
  version varchar(50) PRIMARY KEY, -- none
  upgrade_ts timestamp, -- none
  notes text -- none / free_text
);
CREATE TABLE req_coverage (
  id int(10) unsigned PRIMARY KEY, -- none
  req_id int(10), -- none
  req_version_id int(10), -- none
  testcase_id int(10), -- none
  tcversion_id int(10), -- none
  link_status int(11), -- none
  is_active int(11), -- none
  author_id int(10) unsigned, -- none
  creation_ts timestamp, -- none
  review_requester_id int(10) unsigned, -- none
  review_request_ts timestamp -- none
) COMMENT='relation test case version ** requirement version';

-- source: portal, Japanese
CREATE TABLE am005_employee (
  employee_id integer PRIMARY KEY COMMENT '社員id', -- none
  employee_cd varchar(15) COMMENT '社員cd', -- account_id
  employee_name1_last varchar(50) COMMENT '社員名漢字（姓）', -- family_name
  employee_name1_first varchar(50) COMMENT '社員名漢字（名）', -- given_name
  employee_name2_last varchar(50) COMMENT '社員名カナ（姓）', -- kana_name
  employee_name2_first varchar(50) COMMENT '社員名カナ（名）', -- kana_name
  gender_kbn varchar(1) COMMENT '性別区分', -- gender
  postcode varchar(7) COMMENT '郵便番号', -- postal_code
  prefcode varchar(2) COMMENT '都道府県名cd', -- region / none
  pref_name1 varchar(50) COMMENT '都道府県名１', -- region
  pref_name2 varchar(50) COMMENT '都道府県名２', -- region / kana_name none
  citycode varchar(3) COMMENT '市区町村名cd', -- none / city
  city_name1 varchar(100) COMMENT '市区町村名１', -- city
  city_name2 varchar(100) COMMENT '市区町村名２', -- city / kana_name address
  streetaddress1 varchar(100) COMMENT '住所１', -- address
  streetaddress2 varchar(100) COMMENT '住所２', -- address
  birthday date COMMENT '生年月日', -- birth_date
  nearest_station_code varchar(10) COMMENT '最寄駅コード', -- none / other_pii
  nearest_station_name varchar(50) COMMENT '最寄駅名', -- other_pii / none address
  mail varchar(50) COMMENT 'メールアドレス', -- email
  joined_date date COMMENT '入社日', -- none
  leave_date date COMMENT '退社日', -- none
  employeeattribute_id varchar(2) COMMENT '社員属性id', -- none
  biko varchar(100) COMMENT '備考', -- free_text
  insert_user varchar(50) COMMENT '作成者', -- username
  insert_date timestamp COMMENT '作成日時', -- none
  update_user varchar(50) COMMENT '更新者', -- username
  update_date timestamp COMMENT '更新日時' -- none
);
CREATE TABLE bt003_career (
  employee_id integer COMMENT '社員id', -- none
  certification_no integer COMMENT '経歴番号', -- none
  disp_order integer COMMENT '表示順', -- none
  start_yearmonth varchar(6) COMMENT '開始年月', -- none
  end_yearmonth varchar(6) COMMENT '終了年月', -- none
  business_content varchar(300) COMMENT '業務内容', -- free_text / other_pii
  biko varchar(100) COMMENT '備考', -- free_text
  insert_user varchar(50) COMMENT '作成者', -- username
  insert_date timestamp COMMENT '作成日時', -- none
  update_user varchar(50) COMMENT '更新者', -- username
  update_date timestamp COMMENT '更新日時', -- none
  PRIMARY KEY (employee_id, certification_no)
);
CREATE TABLE zm001_user (
  user_id varchar(50) PRIMARY KEY COMMENT 'ユーザid', -- username / account_id
  user_due_date date COMMENT 'ユーザ有効期限', -- none
  password varchar(100) COMMENT 'パスワード', -- password_hash
  pass_update date COMMENT 'パスワード有効期限', -- none
  login_miss_times smallint COMMENT 'ログイン失敗回数', -- none
  lock_flg boolean COMMENT 'ロック状態', -- none
  employee_id integer COMMENT '社員id', -- none
  enabled_flg boolean COMMENT '有効フラグ', -- none
  insert_user varchar(50) COMMENT '作成者', -- username
  insert_date timestamp COMMENT '作成日時', -- none
  update_user varchar(50) COMMENT '更新者', -- username
  update_date timestamp COMMENT '更新日時' -- none
);
CREATE TABLE am001_company (
  company_cd varchar(5) PRIMARY KEY COMMENT '会社cd', -- none
  company_name varchar(50) COMMENT '会社名', -- organisation_name / none
  biko varchar(100) COMMENT '備考', -- free_text / none
  insert_user varchar(50) COMMENT '作成者', -- username
  insert_date timestamp COMMENT '作成日時', -- none
  update_user varchar(50) COMMENT '更新者', -- username
  update_date timestamp COMMENT '更新日時' -- none
);
CREATE TABLE zt001_pwreissueinfo (
  token varchar(128) PRIMARY KEY COMMENT 'トークン', -- secret_token
  user_id varchar(50) COMMENT 'ユーザid', -- username / account_id
  secret varchar(88) COMMENT '秘密情報', -- secret_token
  expirydate timestamp COMMENT '認証情報有効期限' -- none
);
CREATE TABLE bm003_industry (
  industry_id varchar(10) PRIMARY KEY COMMENT '産業分類id', -- none
  industry_name varchar(50) COMMENT '産業分類名', -- none
  disp_order integer COMMENT '表示順', -- none
  biko varchar(100) COMMENT '備考', -- none / free_text
  insert_user varchar(50) COMMENT '作成者', -- username
  insert_date timestamp COMMENT '作成日時', -- none
  update_user varchar(50) COMMENT '更新者', -- username
  update_date timestamp COMMENT '更新日時' -- none
);

-- source: StudentManagement, Japanese
CREATE TABLE students (
  id int PRIMARY KEY, -- none
  name varchar(30), -- person_name
  furigana varchar(30), -- kana_name
  nickname varchar(30), -- nickname
  mail_address varchar(100), -- email
  living_area varchar(30), -- address / city region other_pii
  age int, -- other_pii
  gender varchar(10), -- gender
  remark varchar(100), -- free_text
  is_deleted boolean -- none
);
CREATE TABLE students_courses (
  id int PRIMARY KEY, -- none
  s_id int, -- none
  course_name varchar(50), -- none
  start_date date, -- none
  end_date date, -- none
  status_id int -- none
);
CREATE TABLE status_of_students_courses (
  id int PRIMARY KEY, -- none
  `status` varchar(50) -- none
);

-- source: AIRE, Japanese
CREATE TABLE company_member (
  company_id varchar(40) COMMENT '会社ID', -- none
  staff_id varchar(20) COMMENT '社員ID', -- account_id / none
  creation_time timestamp COMMENT '作成日時', -- none
  modification_time timestamp COMMENT '変更日時', -- none
  staff_name varchar(40) COMMENT '社員名', -- person_name
  phone_number varchar(20) COMMENT '電話番号', -- phone
  email varchar(40) COMMENT 'Eメール', -- email
  line_id varchar(20) COMMENT 'Line ID', -- account_id
  route_id varchar(20) COMMENT '追加経路ID', -- none
  is_business boolean COMMENT 'ビジネスアカウント', -- none
  PRIMARY KEY (company_id, staff_id)
) COMMENT='会社メンバー';
CREATE TABLE company_group (
  company_id varchar(40) PRIMARY KEY COMMENT '会社ID', -- none
  creation_time timestamp COMMENT '作成日時', -- none
  modification_time timestamp COMMENT '変更日時', -- none
  company_name varchar(40) COMMENT '会社名', -- organisation_name / none
  company_overview varchar(255) COMMENT '会社概要' -- none / free_text
) COMMENT='会社グループ';
CREATE TABLE area (
  area_id char(5) PRIMARY KEY COMMENT 'エリアID', -- none
  creation_time timestamp COMMENT '作成日時', -- none
  modification_time timestamp COMMENT '変更日時', -- none
  prefecture_id char(5) COMMENT '都道府県ID', -- none
  area_name varchar(20) COMMENT 'エリア名', -- none / region city
  parent_area_id char(5) COMMENT '親エリアID', -- none
  revised_area_id char(5) COMMENT '改訂エリアID' -- none
) COMMENT='エリア';
CREATE TABLE station (
  station_id char(6) PRIMARY KEY COMMENT '駅ID', -- none
  creation_time timestamp COMMENT '作成日時', -- none
  modification_time timestamp COMMENT '変更日時', -- none
  railway_name varchar(20) COMMENT '路線名', -- none
  railway_company varchar(20) COMMENT '運営会社', -- organisation_name / none
  station_name varchar(20) COMMENT '駅名' -- none
) COMMENT='駅';

-- source: NetCommons2, Japanese
CREATE TABLE users (
  user_id varchar(40) PRIMARY KEY, -- none / account_id
  login_id varchar(128), -- username
  password varchar(128), -- password_hash
  handle varchar(128), -- nickname / username
  role_authority_id int(11) unsigned, -- none
  active_flag tinyint(3) unsigned, -- none
  system_flag tinyint(3) unsigned, -- none
  activate_key varchar(8), -- secret_token
  lang_dirname varchar(64), -- none
  timezone_offset float(3,1), -- none
  password_regist_time varchar(14), -- none
  last_login_time varchar(14), -- none
  previous_login_time varchar(14), -- none
  insert_time varchar(14), -- none
  insert_site_id varchar(40), -- none
  insert_user_id varchar(40), -- none / account_id username
  insert_user_name varchar(255), -- person_name / username nickname
  update_time varchar(14), -- none
  update_site_id varchar(40), -- none
  update_user_id varchar(40), -- none / account_id username
  update_user_name varchar(255) -- person_name / username nickname
);
CREATE TABLE pm_message (
  message_id int(11) unsigned PRIMARY KEY, -- none
  room_id int(11), -- none
  reply_top_message_id int(11), -- none
  reply_last_message_id int(11), -- none
  subject varchar(255), -- free_text
  body text, -- free_text
  sent_time varchar(14), -- none
  image_count int(11), -- none
  file_count int(11), -- none
  receivers_list text, -- username / person_name email free_text json_container other_pii
  send_all_flag tinyint(1), -- none
  insert_time varchar(14), -- none
  insert_site_id varchar(40), -- none
  insert_user_id varchar(40), -- none / account_id username
  insert_user_name varchar(255), -- person_name / username nickname
  update_time varchar(14), -- none
  update_site_id varchar(40), -- none
  update_user_id varchar(40), -- none / account_id username
  update_user_name varchar(255) -- person_name / username nickname
);
CREATE TABLE registration_item_data (
  item_data_id int(11) PRIMARY KEY, -- none
  registration_id int(11), -- none
  item_id int(11), -- none
  data_id int(11), -- none
  item_data_value text, -- other_pii / json_container free_text email
  room_id int(11), -- none
  insert_time varchar(14), -- none
  insert_site_id varchar(40), -- none
  insert_user_id varchar(40), -- none / account_id username
  insert_user_name varchar(255), -- person_name / username nickname
  update_time varchar(14), -- none
  update_site_id varchar(40), -- none
  update_user_id varchar(40), -- none / account_id username
  update_user_name varchar(255) -- person_name / username nickname
);
CREATE TABLE session (
  sess_id varchar(32) PRIMARY KEY, -- secret_token
  base_sess_id varchar(32), -- secret_token
  old_flag tinyint(1), -- none
  sess_updated varchar(14), -- none
  sess_ip varchar(15), -- ip_address
  sess_data mediumtext -- json_container / secret_token
);
CREATE TABLE textarea_style (
  css varchar(255), -- none
  value_regexp text, -- none
  insert_time varchar(14), -- none
  insert_site_id varchar(40), -- none
  insert_user_id varchar(40), -- none / account_id username
  insert_user_name varchar(255), -- person_name / username nickname
  update_time varchar(14), -- none
  update_site_id varchar(40), -- none
  update_user_id varchar(40), -- none / account_id username
  update_user_name varchar(255) -- person_name / username nickname
);
