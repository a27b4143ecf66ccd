-- An eleventh set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: openSIS
CREATE TABLE people (
  staff_id int(11) PRIMARY KEY, -- none
  current_school_id decimal(10,0), -- none
  title varchar(5), -- gender / other_pii none
  first_name varchar(100), -- given_name
  last_name varchar(100), -- family_name
  middle_name varchar(100), -- given_name
  home_phone varchar(255), -- phone
  work_phone varchar(255), -- phone
  cell_phone varchar(255), -- phone
  email varchar(100), -- email
  custody varchar(1), -- none / other_pii
  profile varchar(30), -- none
  profile_id decimal(10,0), -- none
  is_disable varchar(10), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE students (
  student_id int(8) PRIMARY KEY, -- none
  last_name varchar(50), -- family_name
  first_name varchar(50), -- given_name
  middle_name varchar(50), -- given_name
  name_suffix varchar(3), -- other_pii / family_name given_name person_name none
  gender varchar(255), -- gender
  ethnicity varchar(255), -- other_pii
  common_name varchar(255), -- nickname / person_name given_name other_pii
  social_security varchar(255), -- national_id
  birthdate varchar(255), -- birth_date
  language varchar(255), -- other_pii / none
  estimated_grad_date varchar(255), -- none
  alt_id varchar(50), -- student_id / account_id
  email varchar(50), -- email
  phone varchar(30), -- phone
  is_disable varchar(10), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE student_address (
  id int(11) PRIMARY KEY, -- none
  student_id int(11), -- none
  syear int(11), -- none
  school_id int(11), -- none
  street_address_1 varchar(5000), -- address
  street_address_2 varchar(5000), -- address
  city varchar(255), -- city
  state varchar(255), -- region
  zipcode varchar(255), -- postal_code
  bus_pickup varchar(1), -- none
  bus_dropoff varchar(1), -- none
  bus_no varchar(255), -- none / other_pii order_or_licence
  type varchar(500), -- none
  people_id int(11), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE staff_emergency_contact (
  staff_emergency_contact_id int(8) PRIMARY KEY, -- none
  staff_id int(8), -- none
  staff_emergency_first_name varchar(255), -- given_name
  staff_emergency_last_name varchar(255), -- family_name
  staff_emergency_relationship varchar(255), -- other_pii / none
  staff_emergency_home_phone varchar(64), -- phone
  staff_emergency_mobile_phone varchar(64), -- phone
  staff_emergency_work_phone varchar(64), -- phone
  staff_emergency_email varchar(255), -- email
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE login_records (
  syear decimal(5), -- none
  first_name varchar(100), -- given_name
  last_name varchar(100), -- family_name
  profile varchar(50), -- none
  user_name varchar(100), -- username
  login_time timestamp, -- none
  faillog_count decimal(4), -- none
  staff_id decimal(10), -- none
  id int(8) PRIMARY KEY, -- none
  faillog_time varchar(255), -- none
  ip_address varchar(20), -- ip_address
  `status` varchar(50), -- none
  school_id decimal(10), -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE student_medical_notes (
  id int(8) PRIMARY KEY, -- none
  student_id decimal(20,2), -- none
  doctors_note_date date, -- none / other_pii
  doctors_note_comments longtext, -- free_text / other_pii
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE login_authentication (
  id int(11) PRIMARY KEY, -- none
  user_id int(11), -- none
  profile_id int(11), -- none
  username varchar(255), -- username
  password varchar(255), -- password_hash
  last_login datetime, -- none
  failed_login int(3), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE medical_info (
  id int(11) PRIMARY KEY, -- none
  student_id int(11), -- none
  syear int(11), -- none
  school_id int(11), -- none
  physician varchar(255), -- person_name / other_pii
  physician_phone varchar(255), -- phone
  preferred_hospital varchar(255), -- other_pii / organisation_name none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE schedule_requests (
  syear decimal(4,0), -- none
  school_id decimal(20,2), -- none
  request_id int(8) PRIMARY KEY, -- none
  student_id decimal(20,2), -- none
  subject_id decimal(20,2), -- none
  course_id decimal(20,2), -- none
  course_weight varchar(10), -- none
  marking_period_id integer, -- none
  priority decimal(20,2), -- none
  with_teacher_id decimal(20,2), -- none
  not_teacher_id decimal(20,2), -- none
  with_period_id decimal(20,2), -- none
  not_period_id decimal(20,2), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE student_enrollment (
  id int(8) PRIMARY KEY, -- none
  syear decimal(4,0), -- none
  school_id decimal(20,2), -- none
  student_id decimal(20,2), -- none
  grade_id decimal(20,2), -- none
  start_date date, -- none
  end_date date, -- none
  enrollment_code decimal(20,2), -- none
  drop_code decimal(20,2), -- none
  next_school decimal(20,2), -- none
  calendar_id decimal(20,2), -- none
  last_school decimal(20,2), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);
CREATE TABLE student_enrollment_codes (
  id int(8) PRIMARY KEY, -- none
  syear decimal(4,0), -- none
  title varchar(100), -- none
  short_name varchar(10), -- none
  type varchar(4), -- none
  last_updated timestamp, -- none
  updated_by varchar(255) -- username / none
);

-- source: SLiMS
CREATE TABLE member (
  member_id varchar(20) PRIMARY KEY, -- account_id / student_id
  member_name varchar(100), -- person_name
  gender int(1), -- gender
  birth_date date, -- birth_date
  member_type_id int(6), -- none
  member_address varchar(255), -- address
  member_mail_address varchar(255), -- address / email
  member_email varchar(100), -- email
  postal_code varchar(20), -- postal_code
  inst_name varchar(100), -- organisation_name
  is_new int(1), -- none
  member_image varchar(200), -- photo_blob
  pin varchar(50), -- national_id / account_id secret_token password_hash
  member_phone varchar(50), -- phone
  member_fax varchar(50), -- phone
  member_since_date date, -- none
  register_date date, -- none
  expire_date date, -- none
  member_notes text, -- free_text
  is_pending smallint(1), -- none
  mpasswd varchar(64), -- password_hash
  last_login datetime, -- none
  last_login_ip varchar(20), -- ip_address
  input_date date, -- none
  last_update date -- none
);
CREATE TABLE `user` (
  user_id int(11) PRIMARY KEY, -- none
  username varchar(50), -- username
  realname varchar(100), -- person_name
  passwd varchar(64), -- password_hash
  `2fa` text, -- secret_token
  email varchar(200), -- email
  user_type smallint(2), -- none
  user_image varchar(250), -- photo_blob
  social_media text, -- url_profile / json_container other_pii account_id
  last_login datetime, -- none
  last_login_ip char(15), -- ip_address
  groups varchar(200), -- none / json_container
  admin_template text, -- none
  forgot varchar(80), -- secret_token
  input_date date, -- none
  last_update date -- none
);
CREATE TABLE mst_supplier (
  supplier_id int(11) PRIMARY KEY, -- none
  supplier_name varchar(100), -- organisation_name / none
  address varchar(100), -- address / none
  postal_code char(10), -- postal_code / none
  phone char(14), -- phone / none
  contact char(30), -- person_name / phone none
  fax char(14), -- phone / none
  account char(12), -- bank_account / account_id none
  e_mail char(80), -- email / none
  input_date date, -- none
  last_update date -- none
);
CREATE TABLE visitor_count (
  visitor_id int(11) PRIMARY KEY, -- none
  member_id varchar(20), -- account_id / student_id
  member_name varchar(255), -- person_name
  institution varchar(100), -- organisation_name / none
  room_code varchar(5), -- none
  checkin_date datetime -- none
);
CREATE TABLE comment (
  comment_id int(11) PRIMARY KEY, -- none
  biblio_id int(11), -- none
  member_id varchar(20), -- account_id / student_id
  comment text, -- free_text
  input_date datetime, -- none
  last_update datetime -- none
);
CREATE TABLE loan_history (
  loan_id int(11) PRIMARY KEY, -- none
  item_code varchar(20), -- none
  biblio_id int(11), -- none
  title varchar(300), -- none
  call_number varchar(50), -- none
  classification varchar(40), -- none
  gmd_name varchar(30), -- none
  language_name varchar(20), -- none
  location_name varchar(100), -- none
  collection_type_name varchar(100), -- none
  member_id varchar(20), -- account_id / student_id
  member_name varchar(100), -- person_name
  member_type_name varchar(64), -- none
  loan_date date, -- none
  due_date date, -- none
  renewed int(11), -- none
  is_lent int(11), -- none
  is_return int(11), -- none
  return_date date, -- none
  input_date datetime, -- none
  last_update datetime -- none
);
CREATE TABLE files (
  file_id int(11) PRIMARY KEY, -- none
  file_title text, -- none
  file_name text, -- none
  file_url text, -- none
  file_dir text, -- none
  mime_type varchar(100), -- none
  file_desc text, -- none / free_text
  file_key text, -- none
  uploader_id int(11), -- none
  input_date datetime, -- none
  last_update datetime -- none
);
CREATE TABLE mst_carrier_type (
  id int(11) PRIMARY KEY, -- none
  carrier_type varchar(100), -- none
  code varchar(5), -- none
  code2 char(1), -- none
  input_date datetime, -- none
  last_update datetime -- none
);

-- source: Jorani
CREATE TABLE users (
  id int(11) PRIMARY KEY COMMENT 'Unique identifier of the user', -- none
  firstname varchar(255) COMMENT 'First name', -- given_name
  lastname varchar(255) COMMENT 'Last name', -- family_name
  login varchar(255) COMMENT 'Identfier used to login (can be an email address)', -- username / email
  email varchar(255) COMMENT 'Email address', -- email
  password varchar(512) COMMENT 'Password encrypted with BCRYPT or a similar method', -- password_hash
  role int(11) COMMENT 'Role of the employee (binary mask). See table roles.', -- none
  manager int(11) COMMENT 'Employee validating the requests of the employee', -- none
  country int(11) COMMENT 'Country code (for later use)', -- none
  organization int(11) COMMENT 'Entity where the employee has a position', -- none
  contract int(11) COMMENT 'Contract of the employee', -- none
  position int(11) COMMENT 'Position of the employee', -- none
  datehired date COMMENT 'Date hired / Started', -- none
  identifier varchar(64) COMMENT 'Internal/company identifier', -- account_id
  language varchar(5) COMMENT 'Language ISO code', -- none / other_pii
  ldap_path varchar(1024) COMMENT 'LDAP Path for complex authentication schemes', -- username / account_id none other_pii free_text
  active boolean COMMENT 'Is user active', -- none
  timezone varchar(255) COMMENT 'Timezone of user', -- none
  calendar varchar(255) COMMENT 'External Calendar address', -- url_profile / none secret_token
  random_hash varchar(24) COMMENT 'Obfuscate public URLs', -- secret_token / none
  user_properties text COMMENT 'Entity ID (eg. user id) to which the parameter is applied', -- json_container / none free_text
  picture blob COMMENT 'Profile picture of user for tabular calendar' -- photo_blob
) COMMENT='List of employees / users having access to Jorani';
CREATE TABLE leaves (
  id int(11) PRIMARY KEY COMMENT 'Unique identifier of the leave request', -- none
  startdate date COMMENT 'Start date of the leave request', -- none
  enddate date COMMENT 'End date of the leave request', -- none
  `status` int(11) COMMENT 'Identifier of the status of the leave request (Requested, Accepted, etc.). See status table.', -- none
  employee int(11) COMMENT 'Employee requesting the leave request', -- none
  cause text COMMENT 'Reason of the leave request', -- free_text
  startdatetype varchar(12) COMMENT 'Morning/Afternoon', -- none
  enddatetype varchar(12) COMMENT 'Morning/Afternoon', -- none
  duration decimal(10,3) COMMENT 'Length of the leave request', -- none
  type int(11) COMMENT 'Identifier of the type of the leave request (Paid, Sick, etc.). See type table.', -- none
  comments text COMMENT 'Comments on leave request (JSon)', -- free_text / json_container
  document blob COMMENT 'Optional supporting document' -- photo_blob / json_container free_text other_pii none
) COMMENT='Leave requests';
CREATE TABLE oauth_clients (
  client_id varchar(80) PRIMARY KEY, -- none
  client_secret varchar(80), -- secret_token
  redirect_uri varchar(2000), -- none
  grant_types varchar(80), -- none
  scope varchar(100), -- none
  user_id varchar(80) -- none / username account_id
);
CREATE TABLE oauth_users (
  username varchar(255) PRIMARY KEY, -- username
  password varchar(2000), -- password_hash
  first_name varchar(255), -- given_name
  last_name varchar(255) -- family_name
);
CREATE TABLE leaves_history (
  id int(11), -- none
  startdate date, -- none
  enddate date, -- none
  `status` int(11), -- none
  employee int(11), -- none
  cause text, -- free_text
  startdatetype varchar(12), -- none
  enddatetype varchar(12), -- none
  duration decimal(10,2), -- none
  type int(11), -- none
  comments text COMMENT 'Comments on leave request', -- free_text / json_container
  document blob COMMENT 'Optional supporting document', -- photo_blob / json_container free_text other_pii none
  change_id int(11) PRIMARY KEY, -- none
  change_type int(11), -- none
  changed_by int(11), -- none
  change_date timestamp -- none
) COMMENT='List of changes in leave requests table';
CREATE TABLE organization (
  id int(11) PRIMARY KEY COMMENT 'Unique identifier of the department', -- none
  name varchar(512) COMMENT 'Name of the department', -- none / organisation_name
  parent_id int(11) COMMENT 'Parent department (or -1 if root)', -- none
  supervisor int COMMENT 'This user will receive a copy of accepted and rejected leave requests' -- none
) COMMENT='Tree of the organization';

-- source: Roundcube
CREATE TABLE users (
  user_id int(10) unsigned PRIMARY KEY, -- none
  username varchar(128), -- username / email
  mail_host varchar(128), -- none
  created datetime, -- none
  last_login datetime, -- none
  failed_login datetime, -- none
  failed_login_counter int(10) unsigned, -- none
  language varchar(16), -- none / other_pii
  preferences longtext -- json_container / none
);
CREATE TABLE contacts (
  contact_id int(10) unsigned PRIMARY KEY, -- none
  changed datetime, -- none
  del tinyint(1), -- none
  name varchar(128), -- person_name
  email text, -- email
  firstname varchar(128), -- given_name
  surname varchar(128), -- family_name
  vcard longtext, -- other_pii / json_container person_name free_text
  words text, -- free_text / other_pii person_name json_container
  user_id int(10) unsigned, -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE identities (
  identity_id int(10) unsigned PRIMARY KEY, -- none
  user_id int(10) unsigned, -- none
  changed datetime, -- none
  del tinyint(1), -- none
  standard tinyint(1), -- none
  name varchar(128), -- person_name
  organization varchar(128), -- organisation_name
  email varchar(128), -- email
  `reply-to` varchar(128), -- email
  bcc varchar(128), -- email
  signature longtext, -- free_text
  html_signature tinyint(1), -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE collected_addresses (
  address_id int(10) unsigned PRIMARY KEY, -- none
  changed datetime, -- none
  name varchar(255), -- person_name
  email varchar(255), -- email
  user_id int(10) unsigned, -- none
  type int(10) unsigned, -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE responses (
  response_id int(10) unsigned PRIMARY KEY, -- none
  user_id int(10) unsigned, -- none
  name varchar(255), -- none / free_text
  data longtext, -- free_text / json_container none
  is_html tinyint(1), -- none
  changed datetime, -- none
  del tinyint(1), -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE session (
  sess_id varchar(128) PRIMARY KEY, -- secret_token
  expires_at datetime, -- none
  ip varchar(40), -- ip_address
  vars mediumtext -- json_container / secret_token
);
CREATE TABLE contactgroups (
  contactgroup_id int(10) unsigned PRIMARY KEY, -- none
  user_id int(10) unsigned, -- none
  changed datetime, -- none
  del tinyint(1), -- none
  name varchar(128), -- none / free_text person_name organisation_name
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);

-- source: Evergreen
CREATE TABLE usr (
  id int PRIMARY KEY, -- none
  card int, -- none
  profile int, -- none
  usrname text, -- username / account_id
  email text, -- email
  passwd text, -- password_hash
  standing int, -- none
  ident_type int, -- none
  ident_value text, -- national_id / account_id student_id other_pii
  ident_type2 int, -- none
  ident_value2 text, -- national_id / account_id student_id other_pii
  net_access_level int, -- none
  photo_url text, -- photo_blob / url_profile
  prefix text, -- other_pii / gender person_name none
  first_given_name text, -- given_name
  second_given_name text, -- given_name
  family_name text, -- family_name
  suffix text, -- other_pii / person_name none
  guardian text, -- person_name
  guardian_email text, -- email
  pref_prefix text, -- other_pii / gender person_name none
  pref_first_given_name text, -- given_name
  pref_second_given_name text, -- given_name
  pref_family_name text, -- family_name
  pref_suffix text, -- other_pii / person_name none
  name_keywords text, -- person_name / other_pii free_text
  name_kw_tsvector tsvector, -- person_name / other_pii none free_text
  alias text, -- nickname / username person_name
  day_phone text, -- phone
  evening_phone text, -- phone
  other_phone text, -- phone
  mailing_address int, -- none
  billing_address int, -- none
  home_ou int, -- none
  dob date, -- birth_date
  active boolean, -- none
  master_account boolean, -- none
  super_user boolean, -- none
  barred boolean, -- none
  deleted boolean, -- none
  juvenile boolean, -- none / other_pii
  usrgroup int, -- none
  claims_returned_count int, -- none
  credit_forward_balance decimal(6,2), -- none
  last_xact_id text, -- none
  create_date timestamp, -- none
  expire_date timestamp, -- none
  claims_never_checked_out_count int, -- none
  last_update_time timestamp, -- none
  locale text, -- none
  FOREIGN KEY (standing) REFERENCES standing (standing),
  FOREIGN KEY (ident_type) REFERENCES identification_type (ident_type),
  FOREIGN KEY (ident_type2) REFERENCES identification_type (ident_type2),
  FOREIGN KEY (net_access_level) REFERENCES net_access_level (net_access_level),
  FOREIGN KEY (locale) REFERENCES i18n_locale (locale)
);
CREATE TABLE usr_address (
  id int PRIMARY KEY, -- none
  valid boolean, -- none
  within_city_limits boolean, -- none
  address_type text, -- none
  usr int, -- none
  street1 text, -- address
  street2 text, -- address
  city text, -- city
  county text, -- region / city
  state text, -- region
  country text, -- country
  post_code text, -- postal_code
  pending boolean, -- none
  replaces int, -- none
  FOREIGN KEY (usr) REFERENCES usr (usr),
  FOREIGN KEY (replaces) REFERENCES usr_address (replaces)
);
CREATE TABLE card (
  id int PRIMARY KEY, -- none
  usr int, -- none
  barcode text, -- account_id / order_or_licence payment_card
  active boolean, -- none
  FOREIGN KEY (usr) REFERENCES usr (usr)
);
CREATE TABLE usr_message (
  id int PRIMARY KEY, -- none
  usr int, -- none
  title text, -- free_text / none
  message text, -- free_text
  create_date timestamp, -- none
  deleted boolean, -- none
  read_date timestamp, -- none
  sending_lib int, -- none
  pub boolean, -- none
  stop_date timestamp, -- none
  editor bigint, -- none
  edit_date timestamp, -- none
  FOREIGN KEY (usr) REFERENCES usr (usr),
  FOREIGN KEY (sending_lib) REFERENCES org_unit (sending_lib),
  FOREIGN KEY (editor) REFERENCES usr (editor)
);
CREATE TABLE passwd (
  id int PRIMARY KEY, -- none
  usr integer, -- none
  salt text, -- password_hash / secret_token
  passwd text, -- password_hash
  passwd_type text, -- none
  create_date timestamp, -- none
  edit_date timestamp, -- none
  FOREIGN KEY (usr) REFERENCES usr (usr),
  FOREIGN KEY (passwd_type) REFERENCES passwd_type (passwd_type)
);
CREATE TABLE usr_password_reset (
  id int PRIMARY KEY, -- none
  uuid text, -- secret_token / none
  usr bigint, -- none
  request_time timestamp, -- none
  has_been_reset boolean, -- none
  FOREIGN KEY (usr) REFERENCES usr (usr)
);
CREATE TABLE org_unit_proximity (
  id bigint PRIMARY KEY, -- none
  from_org int, -- none
  to_org int, -- none
  prox int -- none
);
CREATE TABLE usr_saved_search (
  id int PRIMARY KEY, -- none
  owner int, -- none
  name text, -- none / free_text
  create_date timestamp, -- none
  query_text text, -- free_text / none other_pii
  query_type text, -- none
  target text, -- none
  FOREIGN KEY (owner) REFERENCES usr (owner)
);

-- source: MISP
CREATE TABLE users (
  id int(11) PRIMARY KEY, -- none
  password varchar(255), -- password_hash
  org_id int(11), -- none
  server_id int(11), -- none
  email varchar(255), -- email
  autoalert tinyint(1), -- none
  authkey varchar(40), -- secret_token
  invited_by int(11), -- none
  gpgkey longtext, -- none / secret_token
  certif_public longtext, -- none / secret_token
  nids_sid int(15), -- none
  termsaccepted tinyint(1), -- none
  newsread int(11) unsigned, -- none
  role_id int(11), -- none
  change_pw tinyint(1), -- none
  contactalert tinyint(1), -- none
  disabled tinyint(1), -- none
  expiration datetime, -- none
  current_login int(11), -- none
  last_login int(11), -- none
  force_logout tinyint(1), -- none
  date_created bigint(20), -- none
  date_modified bigint(20), -- none
  sub varchar(255), -- account_id / username
  external_auth_required tinyint(1), -- none
  external_auth_key text, -- secret_token
  last_api_access int(11), -- none
  notification_daily tinyint(1), -- none
  notification_weekly tinyint(1), -- none
  notification_monthly tinyint(1), -- none
  totp varchar(255), -- secret_token
  hotp_counter int(11), -- none
  last_pw_change bigint(20) -- none
);
CREATE TABLE user_login_profiles (
  id int(10) unsigned PRIMARY KEY, -- none
  created_at timestamp, -- none
  user_id int(11), -- none
  `status` varchar(191), -- none
  ip varchar(191), -- ip_address
  user_agent varchar(191), -- user_agent
  accept_lang varchar(191), -- none / user_agent other_pii
  geoip varchar(191), -- country / geo other_pii none region city
  ua_platform varchar(191), -- none / user_agent
  ua_browser varchar(191), -- user_agent / none
  ua_pattern varchar(191), -- user_agent / none
  hash varchar(32) -- none / secret_token device_id
);
CREATE TABLE auth_keys (
  id int(10) unsigned PRIMARY KEY, -- none
  uuid varchar(40), -- none
  authkey varchar(72), -- secret_token
  authkey_start varchar(4), -- secret_token / none
  authkey_end varchar(4), -- secret_token / none
  created int(10) unsigned, -- none
  expiration int(10) unsigned, -- none
  read_only tinyint(1), -- none
  user_id int(10) unsigned, -- none
  comment text, -- free_text / none
  allowed_ips text, -- ip_address
  unique_ips text -- ip_address
);
CREATE TABLE access_logs (
  id int(11) PRIMARY KEY, -- none
  created datetime(4), -- none
  user_id int(11), -- none
  org_id int(11), -- none
  authkey_id int(11), -- none
  ip varbinary(16), -- ip_address
  request_method tinyint(4), -- none
  user_agent varchar(255), -- user_agent
  request_id varchar(255), -- none
  controller varchar(20), -- none
  action varchar(191), -- none
  url varchar(255), -- none / url_profile json_container
  request blob, -- json_container / none free_text
  response_code smallint(6), -- none
  memory_usage int(11), -- none
  duration int(11), -- none
  query_count int(11), -- none
  query_log blob -- none / json_container free_text
);
CREATE TABLE cryptographic_keys (
  id int(11) PRIMARY KEY, -- none
  uuid varchar(40), -- none
  type varchar(40), -- none
  timestamp int(11), -- none
  parent_id int(11), -- none
  parent_type varchar(40), -- none
  key_data text, -- none / secret_token
  revoked tinyint(1), -- none
  fingerprint varchar(255) -- none / device_id secret_token
);
CREATE TABLE event_graph (
  id int(11) PRIMARY KEY, -- none
  event_id int(11), -- none
  user_id int(11), -- none
  org_id int(11), -- none
  timestamp int(11), -- none
  network_name varchar(255), -- none
  network_json mediumtext, -- none / json_container
  preview_img mediumtext -- none
);
CREATE TABLE object_references (
  id int(11) PRIMARY KEY, -- none
  uuid varchar(40), -- none
  timestamp int(11), -- none
  object_id int(11), -- none
  event_id int(11), -- none
  source_uuid varchar(40), -- none
  referenced_uuid varchar(40), -- none
  referenced_id int(11), -- none
  referenced_type int(11), -- none
  relationship_type varchar(255), -- none
  comment text, -- none / free_text
  deleted tinyint(1) -- none
);
CREATE TABLE posts (
  id int(11) PRIMARY KEY, -- none
  date_created datetime, -- none
  date_modified datetime, -- none
  user_id int(11), -- none
  contents text, -- free_text
  post_id int(11), -- none
  thread_id int(11) -- none
);

-- source: terasoluna-tourreservation, Japanese
CREATE TABLE EMPLOYEE (
  STAFF_CODE char(8) PRIMARY KEY, -- account_id
  STAFF_NAME varchar(100), -- person_name
  STAFF_KANA varchar(100), -- kana_name
  STAFF_PASS varchar(20) -- password_hash
);
CREATE TABLE CUSTOMER (
  CUSTOMER_CODE char(8) PRIMARY KEY, -- account_id
  CUSTOMER_NAME varchar(100), -- person_name
  CUSTOMER_KANA varchar(100), -- kana_name
  CUSTOMER_PASS varchar(88), -- password_hash
  CUSTOMER_BIRTH date, -- birth_date
  CUSTOMER_JOB varchar(100), -- other_pii
  CUSTOMER_MAIL varchar(300), -- email
  CUSTOMER_TEL varchar(13), -- phone
  CUSTOMER_POST varchar(8), -- postal_code
  CUSTOMER_ADD varchar(300) -- address
);
CREATE TABLE RESERVE (
  RESERVE_NO char(8) PRIMARY KEY, -- order_or_licence
  TOUR_CODE char(10), -- none
  RESERVED_DAY date, -- none
  ADULT_COUNT decimal(2,0), -- none
  CHILD_COUNT decimal(2,0), -- none
  CUSTOMER_CODE char(8), -- account_id
  TRANSFER char(1), -- none
  SUM_PRICE decimal(7,0), -- none
  REMARKS varchar(1000), -- free_text
  FOREIGN KEY (TOUR_CODE) REFERENCES TOURINFO (TOUR_CODE),
  FOREIGN KEY (CUSTOMER_CODE) REFERENCES CUSTOMER (CUSTOMER_CODE)
);
CREATE TABLE ACCOMMODATION (
  ACCOM_CODE char(4) PRIMARY KEY, -- none
  ACCOM_NAME varchar(100), -- none / organisation_name
  ACCOM_TEL varchar(13) -- phone / none
);
CREATE TABLE TOURINFO (
  TOUR_CODE char(10) PRIMARY KEY, -- none
  PLANNED_DAY date, -- none
  PLAN_NO char(4), -- none
  TOUR_NAME varchar(300), -- none
  TOUR_DAYS decimal(2,0), -- none
  DEP_DAY date, -- none
  AVA_REC_MAX decimal(10,0), -- none
  DEP_CODE char(2), -- none
  ARR_CODE char(2), -- none
  ACCOM_CODE char(4), -- none
  BASE_PRICE decimal(7,0), -- none
  CONDUCTOR char(1), -- none
  TOUR_ABS varchar(4000), -- none
  FOREIGN KEY (DEP_CODE) REFERENCES DEPARTURE (DEP_CODE),
  FOREIGN KEY (ARR_CODE) REFERENCES ARRIVAL (ARR_CODE),
  FOREIGN KEY (ACCOM_CODE) REFERENCES ACCOMMODATION (ACCOM_CODE)
);

-- source: ss-kintai, Japanese
CREATE TABLE `user` (
  user_id varchar(4) PRIMARY KEY COMMENT '社員番号', -- account_id
  mail_address varchar(50) COMMENT 'メールアドレス', -- email
  password varchar(100) COMMENT 'パスワード', -- password_hash
  sei varchar(20) COMMENT '氏名（姓）', -- family_name
  mei varchar(20) COMMENT '氏名（名）', -- given_name
  admin_flg int COMMENT '管理者フラグ', -- none
  pass_upd_date timestamp COMMENT 'パスワード更新日時', -- none
  ins_user varchar(50) COMMENT '作成者', -- username
  ins_date timestamp COMMENT '作成日時', -- none
  upd_user varchar(50) COMMENT '更新者', -- username
  upd_date timestamp COMMENT '更新日時' -- none
) COMMENT='ユーザ';
CREATE TABLE work_report_daily (
  user_id varchar(4) COMMENT '社員番号', -- account_id
  year varchar(4) COMMENT '年', -- none
  month varchar(2) COMMENT '月', -- none
  day varchar(2) COMMENT '日', -- none
  ss_jkn varchar(5) COMMENT '出社時間', -- none
  ts_jkn varchar(5) COMMENT '退社時間', -- none
  kk_jkn varchar(5) COMMENT '休憩時間', -- none
  kd_jkn varchar(5) COMMENT '稼働時間', -- none
  jkngi varchar(5) COMMENT '時間外労働時間', -- none
  biko varchar(50) COMMENT '備考', -- free_text
  ins_user varchar(50) COMMENT '作成者', -- username
  ins_date timestamp COMMENT '作成日時', -- none
  upd_user varchar(50) COMMENT '更新者', -- username
  upd_date timestamp COMMENT '更新日時', -- none
  PRIMARY KEY (user_id, year, month, day)
) COMMENT='勤務表報告書_日次情報';
CREATE TABLE supplier (
  supplier_code varchar(6) PRIMARY KEY COMMENT '取引先コード', -- none
  supplier_name varchar(50) COMMENT '取引先名称', -- organisation_name / none
  begin_date varchar(8) COMMENT '適用開始日', -- none
  end_date varchar(8) COMMENT '適用終了日', -- none
  suppliers_deleted int COMMENT '削除フラグ' -- none
) COMMENT='勤務表報告書_取引先マスタ';
CREATE TABLE location (
  location_code varchar(4) PRIMARY KEY COMMENT 'ロケーションコード', -- none
  location_name varchar(50) COMMENT 'ロケーション名称', -- none
  begin_date varchar(8) COMMENT '適用開始日', -- none
  end_date varchar(8) COMMENT '適用終了日', -- none
  location_deleted int COMMENT '削除フラグ' -- none
) COMMENT='勤務表報告書_ロケーションマスタ';
CREATE TABLE site_info (
  supplier_code varchar(6) COMMENT '取引先コード', -- none
  location_code varchar(4) COMMENT 'ロケーションコード', -- none
  user_id varchar(4) COMMENT '社員番号', -- account_id
  teiji varchar(5) COMMENT '定時間(8:00形式)', -- none
  teiji_decimal_number varchar(5) COMMENT '定時間(8.0形式)', -- none
  ss_jkn varchar(5) COMMENT '出社時間', -- none
  ts_jkn varchar(5) COMMENT '退社時間', -- none
  kk_jkn varchar(5) COMMENT '休憩時間', -- none
  PRIMARY KEY (supplier_code, location_code, user_id)
) COMMENT='勤務表報告書_サイト情報';

-- source: ph1, Japanese
CREATE TABLE users (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  employee_id varchar(10) COMMENT '社員ID', -- account_id / none
  name varchar(255) COMMENT 'ユーザー名', -- person_name / username
  pwd varchar(256) COMMENT 'パスワード', -- password_hash
  auth_id varchar(10) COMMENT '権限ID', -- none
  last_login_at datetime COMMENT '最後登録時間', -- none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(100) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(100) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, employee_id)
);
CREATE TABLE employees (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  employee_id varchar(10) COMMENT '社員ID', -- account_id / none
  name_in_law varchar(20) COMMENT '常用名', -- person_name / nickname
  mail_addr varchar(255) COMMENT 'メールアドレス', -- email
  name_cn varchar(20) COMMENT '中国語名', -- person_name
  name_en varchar(20) COMMENT '英語名', -- person_name
  name_jp varchar(20) COMMENT '日本語名', -- person_name
  name_kana varchar(20) COMMENT 'カナ名', -- kana_name
  resident_spot_id varchar(10) COMMENT '住所ID', -- none
  mobile varchar(11) COMMENT '携帯番号', -- phone
  mobile_cn varchar(11) COMMENT '携帯番号（中国）', -- phone
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, employee_id)
);
CREATE TABLE employments (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  employment_id varchar(10) COMMENT '雇用ID', -- none
  employee_id varchar(10) COMMENT '社員ID', -- none / account_id
  section_id varchar(10) COMMENT '課ID', -- none
  start_date date COMMENT '開始日', -- none
  end_date date COMMENT '終了日', -- none
  type_id varchar(10) COMMENT '種類ID', -- none
  monthly_salary decimal(20,2) COMMENT '月給', -- other_pii
  monthly_fee decimal(10) COMMENT '月額', -- other_pii / none
  bonus_id varchar(10) COMMENT '賞ID', -- none
  penalty_id varchar(10) COMMENT '罰ID', -- none
  ensurance_id varchar(10) COMMENT '保険ID', -- none
  exclusive_id varchar(10) COMMENT '控除ID', -- none
  payroll_id varchar(10) COMMENT '支払ID', -- none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, employment_id)
);
CREATE TABLE payroll (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  payroll_id varchar(10) COMMENT '支払ID', -- none
  branch_id varchar(10) COMMENT '支店ID', -- none
  card_no varchar(30) COMMENT 'カード番号', -- bank_account / payment_card
  card_sign varchar(20) COMMENT 'カード名義', -- person_name / payment_card bank_account
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, payroll_id)
);
CREATE TABLE customers (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  customer_id varchar(10) COMMENT '顧客ID', -- none
  spot_id varchar(10) COMMENT 'スポットID', -- none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, customer_id)
);
CREATE TABLE spots (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  spot_id varchar(10) COMMENT 'スポットID', -- none
  type_id varchar(10) COMMENT '種類ID', -- none
  name varchar(100) COMMENT '名称', -- none / organisation_name address person_name
  name_kana varchar(200) COMMENT 'カナ名称', -- none / organisation_name kana_name address
  district_id varchar(10) COMMENT '区ID', -- none
  addr_detail varchar(200) COMMENT '住所詳細', -- address / none
  post_code varchar(7) COMMENT '郵便番号', -- postal_code / none
  tel varchar(10) COMMENT '電話', -- phone / none
  start_longitude decimal(20,2) COMMENT '開始経度', -- geo / none
  start_latitude decimal(20,2) COMMENT '開始緯度', -- geo / none
  end_longitude decimal(20,2) COMMENT '終了経度', -- geo / none
  end_latitude decimal(20,2) COMMENT '終了緯度', -- geo / none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, spot_id)
);
CREATE TABLE attendances (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  dispatch_id varchar(10) COMMENT '派遣ID', -- none
  date date COMMENT '日付', -- none
  employee_id varchar(10) COMMENT '社員ID', -- none / account_id
  start_time datetime COMMENT '出勤時間', -- none
  report_start_time datetime COMMENT 'レポート出勤時間', -- none
  start_longitude decimal(10,7) COMMENT '出勤経度', -- geo
  start_latitude decimal(10,7) COMMENT '出勤緯度', -- geo
  start_spot_name varchar(100) COMMENT '出勤地点名', -- other_pii / address geo city none
  end_time datetime COMMENT '退勤時間', -- none
  report_end_time datetime COMMENT 'レポート退勤時間', -- none
  end_longitude decimal(10,7) COMMENT '退勤経度', -- geo
  end_latitude decimal(10,7) COMMENT '退勤緯度', -- geo
  end_spot_name varchar(100) COMMENT '退勤地点名', -- other_pii / address geo city none
  exclusive_minutes int COMMENT '控除分数', -- none
  total_minutes int COMMENT '合計分数', -- none
  vacation_id varchar(10) COMMENT '休憩ID', -- none
  modification_log varchar(4000) COMMENT '修正履歴', -- free_text / json_container none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, dispatch_id, date)
);
CREATE TABLE banks (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  bank_id varchar(10) COMMENT '銀行ID', -- none
  name varchar(100) COMMENT '名称', -- organisation_name / none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, bank_id)
);
CREATE TABLE notifications (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  notification_id varchar(10) COMMENT '通知ID', -- none
  title varchar(50) COMMENT 'タイトル', -- none
  content varchar(1000) COMMENT '中身', -- none / free_text
  start_date date COMMENT '開始日', -- none
  end_date date COMMENT '終了日', -- none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, notification_id)
);
CREATE TABLE holidays (
  enterprise_id varchar(10) COMMENT '企業ID', -- none
  date date COMMENT '日付', -- none
  no int(2) COMMENT '枝番', -- none
  type_id varchar(10) COMMENT '種類ID', -- none
  name varchar(20) COMMENT '名称', -- none
  valid tinyint(1) COMMENT '有効', -- none
  create_by varchar(10) COMMENT '登録者', -- username
  create_at datetime COMMENT '登録時間', -- none
  update_by varchar(10) COMMENT '更新者', -- username
  update_at datetime COMMENT '更新時間', -- none
  update_cnt int(5) COMMENT '更新回数', -- none
  PRIMARY KEY (enterprise_id, date, no)
);

-- source: G09_Source, Japanese
CREATE TABLE Member (
  MemberId varchar(50) PRIMARY KEY, -- email / username account_id
  MemberName varchar(50), -- person_name
  Zipcode varchar(8), -- postal_code
  Address varchar(100), -- address
  Tel varchar(20), -- phone
  Password varchar(20) -- password_hash
);
