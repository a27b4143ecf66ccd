-- An eighteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: IceHrm
CREATE TABLE Employees (
  id bigint(20) PRIMARY KEY, -- none
  employee_id varchar(50), -- account_id
  first_name varchar(100), -- given_name
  middle_name varchar(100), -- given_name
  last_name varchar(100), -- family_name
  nationality bigint(20), -- none / country
  birthday date, -- birth_date
  gender enum('male','female'), -- gender
  marital_status enum('married','single','divorced','widowed','other'), -- other_pii
  ssn_num varchar(100), -- national_id
  nic_num varchar(100), -- national_id
  other_id varchar(100), -- national_id / account_id
  driving_license varchar(100), -- national_id
  driving_license_exp_date date, -- none
  employment_status bigint(20), -- none
  job_title bigint(20), -- none
  pay_grade bigint(20), -- none
  work_station_id varchar(100), -- none / account_id
  address1 varchar(100), -- address
  address2 varchar(100), -- address
  city varchar(150), -- city
  country char(2), -- none / country
  province bigint(20), -- none
  postal_code varchar(20), -- postal_code
  home_phone varchar(50), -- phone
  mobile_phone varchar(50), -- phone
  work_phone varchar(50), -- phone
  work_email varchar(100), -- email
  private_email varchar(100), -- email
  joined_date date, -- none
  confirmation_date date, -- none
  supervisor bigint(20), -- none
  indirect_supervisors varchar(250), -- none / json_container account_id person_name
  department bigint(20), -- none
  custom1 varchar(250), -- other_pii / none json_container free_text
  custom2 varchar(250), -- other_pii / none json_container free_text
  custom3 varchar(250), -- other_pii / none json_container free_text
  custom4 varchar(250), -- other_pii / none json_container free_text
  custom5 varchar(250), -- other_pii / none json_container free_text
  custom6 varchar(250), -- other_pii / none json_container free_text
  custom7 varchar(250), -- other_pii / none json_container free_text
  custom8 varchar(250), -- other_pii / none json_container free_text
  custom9 varchar(250), -- other_pii / none json_container free_text
  custom10 varchar(250), -- other_pii / none json_container free_text
  termination_date date, -- none
  notes text, -- free_text
  `status` enum('active','terminated'), -- none
  ethnicity bigint(20), -- none / other_pii
  immigration_status bigint(20), -- none / other_pii
  approver1 bigint(20), -- none
  approver2 bigint(20), -- none
  approver3 bigint(20), -- none
  FOREIGN KEY (nationality) REFERENCES Nationality (nationality),
  FOREIGN KEY (employment_status) REFERENCES EmploymentStatus (employment_status),
  FOREIGN KEY (job_title) REFERENCES JobTitles (job_title),
  FOREIGN KEY (pay_grade) REFERENCES PayGrades (pay_grade),
  FOREIGN KEY (country) REFERENCES Country (country),
  FOREIGN KEY (province) REFERENCES Province (province),
  FOREIGN KEY (supervisor) REFERENCES Employees (supervisor),
  FOREIGN KEY (department) REFERENCES CompanyStructures (department)
);
CREATE TABLE EmergencyContacts (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  name varchar(100), -- person_name
  relationship varchar(100), -- other_pii / none
  home_phone varchar(15), -- phone
  work_phone varchar(15), -- phone
  mobile_phone varchar(15), -- phone
  FOREIGN KEY (employee) REFERENCES Employees (employee)
);
CREATE TABLE EmployeeDependents (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  name varchar(100), -- person_name
  relationship enum('child','spouse','parent','other'), -- other_pii / none
  dob date, -- birth_date
  id_number varchar(25), -- national_id
  FOREIGN KEY (employee) REFERENCES Employees (employee)
);
CREATE TABLE Users (
  id bigint(20) PRIMARY KEY, -- none
  username varchar(100), -- username
  email varchar(100), -- email
  password varchar(100), -- password_hash
  employee bigint(20), -- none
  default_module bigint(20), -- none
  user_level enum('admin','employee','manager','other'), -- none
  user_roles text, -- none
  last_login datetime, -- none
  last_update datetime, -- none
  created datetime, -- none
  login_hash varchar(64), -- secret_token
  lang bigint(20), -- none
  FOREIGN KEY (employee) REFERENCES Employees (employee),
  FOREIGN KEY (lang) REFERENCES SupportedLanguages (lang)
);
CREATE TABLE EmployeeTravelRecords (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  type enum('local','international'), -- none
  purpose varchar(200), -- free_text / other_pii none
  travel_from varchar(200), -- other_pii / city address none
  travel_to varchar(200), -- other_pii / city address none
  travel_date datetime, -- none
  return_date datetime, -- none
  details varchar(500), -- free_text
  funding decimal(10,3), -- none
  currency bigint(20), -- none
  attachment1 varchar(100), -- none / photo_blob
  attachment2 varchar(100), -- none / photo_blob
  attachment3 varchar(100), -- none / photo_blob
  created datetime, -- none
  updated datetime, -- none
  `status` enum('approved','pending','rejected','cancellation requested','cancelled','processing'), -- none
  FOREIGN KEY (employee) REFERENCES Employees (employee)
);
CREATE TABLE Clients (
  id bigint(20) PRIMARY KEY, -- none
  name varchar(100), -- organisation_name / person_name
  details text, -- free_text / none
  first_contact_date date, -- none
  created datetime, -- none
  address text, -- address
  contact_number varchar(25), -- phone
  contact_email varchar(100), -- email
  company_url varchar(500), -- url_profile / none
  `status` enum('active','inactive') -- none
);
CREATE TABLE AuditLog (
  id bigint(20) PRIMARY KEY, -- none
  time datetime, -- none
  `user` bigint(20), -- none
  ip varchar(100), -- ip_address
  type varchar(100), -- none
  employee varchar(300), -- person_name / json_container username
  details text, -- json_container / free_text
  FOREIGN KEY (`user`) REFERENCES Users (`user`)
);
CREATE TABLE PayrollEmployees (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  pay_frequency int(11), -- none
  currency bigint(20), -- none
  deduction_exemptions varchar(250), -- none / other_pii
  deduction_allowed varchar(250), -- none / other_pii
  deduction_group bigint(20), -- none
  FOREIGN KEY (employee) REFERENCES Employees (employee),
  FOREIGN KEY (deduction_group) REFERENCES DeductionGroup (deduction_group)
);
CREATE TABLE EmployeeSalary (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  component bigint(20), -- none
  pay_frequency enum('hourly','daily','bi weekly','weekly','semi monthly','monthly'), -- none
  currency bigint(20), -- none
  amount decimal(10,2), -- other_pii
  details text, -- free_text / none
  FOREIGN KEY (employee) REFERENCES Employees (employee),
  FOREIGN KEY (currency) REFERENCES CurrencyTypes (currency)
);
CREATE TABLE Attendance (
  id bigint(20) PRIMARY KEY, -- none
  employee bigint(20), -- none
  in_time datetime, -- none
  out_time datetime, -- none
  note varchar(500), -- free_text
  FOREIGN KEY (employee) REFERENCES Employees (employee)
);
CREATE TABLE LeaveRules (
  id bigint(20) PRIMARY KEY, -- none
  leave_type bigint(20), -- none
  job_title bigint(20), -- none
  employment_status bigint(20), -- none
  employee bigint(20), -- none
  supervisor_leave_assign enum('yes','no'), -- none
  employee_can_apply enum('yes','no'), -- none
  apply_beyond_current enum('yes','no'), -- none
  leave_accrue enum('no','yes'), -- none
  carried_forward enum('no','yes'), -- none
  default_per_year decimal(10,3), -- none
  carried_forward_percentage int(11), -- none
  carried_forward_leave_availability int(11), -- none
  propotionate_on_joined_date enum('no','yes'), -- none
  leave_group bigint(20), -- none
  max_carried_forward_amount int(11) -- none
);

-- source: Osclass
CREATE TABLE t_user (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  dt_reg_date datetime, -- none
  dt_mod_date datetime, -- none
  s_name varchar(100), -- person_name
  s_username varchar(100), -- username
  s_password char(60), -- password_hash
  s_secret varchar(40), -- secret_token
  s_email varchar(100), -- email
  s_website varchar(100), -- url_profile
  s_phone_land varchar(45), -- phone
  s_phone_mobile varchar(45), -- phone
  b_enabled tinyint(1), -- none
  b_active tinyint(1), -- none
  s_pass_code varchar(100), -- secret_token
  s_pass_date datetime, -- none
  s_pass_ip varchar(15), -- ip_address
  fk_c_country_code char(2), -- none / country
  s_country varchar(40), -- country
  s_address varchar(100), -- address
  s_zip varchar(15), -- postal_code
  fk_i_region_id int(10) unsigned, -- none
  s_region varchar(100), -- region
  fk_i_city_id int(10) unsigned, -- none
  s_city varchar(100), -- city
  fk_i_city_area_id int(10) unsigned, -- none
  s_city_area varchar(200), -- city / address region
  d_coord_lat decimal(10,6), -- geo
  d_coord_long decimal(10,6), -- geo
  b_company tinyint(1), -- none
  i_items int(10) unsigned, -- none
  i_comments int(10) unsigned, -- none
  dt_access_date datetime, -- none
  s_access_ip varchar(15), -- ip_address
  FOREIGN KEY (fk_c_country_code) REFERENCES t_country (fk_c_country_code),
  FOREIGN KEY (fk_i_region_id) REFERENCES t_region (fk_i_region_id),
  FOREIGN KEY (fk_i_city_id) REFERENCES t_city (fk_i_city_id),
  FOREIGN KEY (fk_i_city_area_id) REFERENCES t_city_area (fk_i_city_area_id)
);
CREATE TABLE t_item (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  fk_i_user_id int(10) unsigned, -- none
  fk_i_category_id int(10) unsigned, -- none
  dt_pub_date datetime, -- none
  dt_mod_date datetime, -- none
  f_price float, -- none
  i_price bigint(20), -- none
  fk_c_currency_code char(3), -- none
  s_contact_name varchar(100), -- person_name
  s_contact_email varchar(140), -- email
  s_ip varchar(64), -- ip_address
  b_premium tinyint(1), -- none
  b_enabled tinyint(1), -- none
  b_active tinyint(1), -- none
  b_spam tinyint(1), -- none
  s_secret varchar(40), -- secret_token
  b_show_email tinyint(1), -- none
  dt_expiration datetime, -- none
  FOREIGN KEY (fk_i_user_id) REFERENCES t_user (fk_i_user_id),
  FOREIGN KEY (fk_i_category_id) REFERENCES t_category (fk_i_category_id),
  FOREIGN KEY (fk_c_currency_code) REFERENCES t_currency (fk_c_currency_code)
);
CREATE TABLE t_item_location (
  fk_i_item_id int(10) unsigned PRIMARY KEY, -- none
  fk_c_country_code char(2), -- none / country
  s_country varchar(40), -- country / none
  s_address varchar(100), -- address
  s_zip varchar(15), -- postal_code
  fk_i_region_id int(10) unsigned, -- none
  s_region varchar(100), -- region
  fk_i_city_id int(10) unsigned, -- none
  s_city varchar(100), -- city
  fk_i_city_area_id int(10) unsigned, -- none
  s_city_area varchar(200), -- city / address region
  d_coord_lat decimal(10,6), -- geo
  d_coord_long decimal(10,6), -- geo
  FOREIGN KEY (fk_i_item_id) REFERENCES t_item (fk_i_item_id),
  FOREIGN KEY (fk_c_country_code) REFERENCES t_country (fk_c_country_code),
  FOREIGN KEY (fk_i_region_id) REFERENCES t_region (fk_i_region_id),
  FOREIGN KEY (fk_i_city_id) REFERENCES t_city (fk_i_city_id),
  FOREIGN KEY (fk_i_city_area_id) REFERENCES t_city_area (fk_i_city_area_id)
);
CREATE TABLE t_item_comment (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  fk_i_item_id int(10) unsigned, -- none
  dt_pub_date datetime, -- none
  s_title varchar(200), -- free_text
  s_author_name varchar(100), -- person_name
  s_author_email varchar(100), -- email
  s_body text, -- free_text
  b_enabled tinyint(1), -- none
  b_active tinyint(1), -- none
  b_spam tinyint(1), -- none
  fk_i_user_id int(10) unsigned, -- none
  FOREIGN KEY (fk_i_item_id) REFERENCES t_item (fk_i_item_id),
  FOREIGN KEY (fk_i_user_id) REFERENCES t_user (fk_i_user_id)
);
CREATE TABLE t_alerts (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  s_email varchar(100), -- email
  fk_i_user_id int(10) unsigned, -- none
  s_search longtext, -- none / json_container free_text
  s_secret varchar(40), -- secret_token
  b_active tinyint(1), -- none
  e_type enum('instant','hourly','daily','weekly','custom'), -- none
  dt_date datetime, -- none
  dt_unsub_date datetime -- none
);
CREATE TABLE t_log (
  dt_date datetime, -- none
  s_section varchar(50), -- none
  s_action varchar(50), -- none
  fk_i_id int(10) unsigned, -- none
  s_data varchar(250), -- none / free_text json_container
  s_ip varchar(50), -- ip_address
  s_who varchar(50), -- username / person_name
  fk_i_who_id int(10) unsigned -- none
);
CREATE TABLE t_ban_rule (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  s_name varchar(250), -- none / person_name free_text
  s_ip varchar(50), -- ip_address
  s_email varchar(250) -- email
);
CREATE TABLE t_admin (
  pk_i_id int(10) unsigned PRIMARY KEY, -- none
  s_name varchar(100), -- person_name
  s_username varchar(40), -- username
  s_password char(60), -- password_hash
  s_email varchar(100), -- email
  s_secret varchar(40), -- secret_token
  b_moderator tinyint(1) -- none
);
CREATE TABLE t_category_description (
  fk_i_category_id int(10) unsigned, -- none
  fk_c_locale_code char(5), -- none
  s_name varchar(100), -- none
  s_description text, -- none
  s_slug varchar(255), -- none
  PRIMARY KEY (fk_i_category_id, fk_c_locale_code),
  FOREIGN KEY (fk_i_category_id) REFERENCES t_category (fk_i_category_id),
  FOREIGN KEY (fk_c_locale_code) REFERENCES t_locale (fk_c_locale_code)
);

-- source: isucon8-qualify, Japanese
CREATE TABLE users (
  id integer PRIMARY KEY, -- none
  nickname varchar(128), -- nickname
  login_name varchar(128), -- username
  pass_hash varchar(128) -- password_hash
);
CREATE TABLE administrators (
  id integer PRIMARY KEY, -- none
  nickname varchar(128), -- nickname
  login_name varchar(128), -- username
  pass_hash varchar(128) -- password_hash
);
CREATE TABLE teams (
  id int(10) unsigned PRIMARY KEY, -- none
  group_id varchar(64), -- none
  state enum('active', 'banned'), -- none
  name varchar(256), -- none / organisation_name username
  password varchar(64), -- password_hash
  category enum('general_one', 'general_two', 'general_three', 'student_one', 'student_two', 'student_three'), -- none
  message mediumtext, -- none / free_text
  note mediumtext, -- none / free_text
  created_at int(10) unsigned, -- none
  updated_at int(10) unsigned -- none
);
CREATE TABLE team_members (
  team_id int(10) unsigned, -- none
  member_number tinyint(1) unsigned, -- none
  nickname varchar(128), -- nickname
  twitter_id varchar(128), -- account_id
  github_id varchar(128), -- account_id
  created_at int(10) unsigned, -- none
  updated_at int(10) unsigned, -- none
  PRIMARY KEY (team_id, member_number)
);
CREATE TABLE reservations (
  id integer PRIMARY KEY, -- none
  event_id integer, -- none
  sheet_id integer, -- none
  user_id integer, -- none
  reserved_at datetime(6), -- none
  canceled_at datetime(6) -- none
);
CREATE TABLE events (
  id integer PRIMARY KEY, -- none
  title varchar(128), -- none
  public_fg tinyint(1), -- none
  closed_fg tinyint(1), -- none
  price integer -- none
);
CREATE TABLE servers (
  group_id varchar(64), -- none
  hostname varchar(64), -- none
  password varchar(64), -- password_hash / secret_token
  global_ip varchar(64), -- ip_address / none
  private_ip varchar(64), -- ip_address / none
  private_network varchar(64), -- none / ip_address
  bench_ip varchar(64), -- ip_address / none
  bench_network varchar(64), -- none / ip_address
  node varchar(64), -- none
  is_bench_host tinyint(1), -- none
  is_target_host tinyint(1), -- none
  created_at int(10) unsigned, -- none
  updated_at int(10) unsigned, -- none
  PRIMARY KEY (group_id, global_ip)
);

-- source: resource-winofsql, Japanese
CREATE TABLE `社員マスタ` (
  `社員コード` varchar(4) PRIMARY KEY, -- account_id
  `氏名` varchar(50), -- person_name
  `フリガナ` varchar(50), -- kana_name
  `所属` varchar(4), -- none / organisation_name
  `性別` integer, -- gender
  `作成日` timestamp, -- none
  `更新日` timestamp, -- none
  `給与` integer, -- other_pii
  `手当` integer, -- other_pii
  `管理者` varchar(4), -- account_id / person_name username none
  `生年月日` timestamp -- birth_date
);
CREATE TABLE `得意先マスタ` (
  `得意先コード` varchar(4) PRIMARY KEY, -- account_id / none
  `得意先名` varchar(50), -- organisation_name / person_name
  `得意先区分` varchar(1), -- none
  `担当者` varchar(4), -- account_id / person_name username none
  `郵便番号` varchar(7), -- postal_code / none
  `住所１` varchar(100), -- address / none
  `住所２` varchar(100), -- address / none
  `作成日` timestamp, -- none
  `更新日` timestamp, -- none
  `締日` integer, -- none
  `締日区分` integer, -- none
  `支払日` integer, -- none
  `備考` varchar(100) -- free_text / none
);
CREATE TABLE `取引データ` (
  `取引区分` varchar(2), -- none
  `伝票番号` integer, -- order_or_licence / none
  `行` integer, -- none
  `取引日付` timestamp, -- none
  `取引先コード` varchar(4), -- none / account_id
  `商品コード` varchar(4), -- none
  `数量` integer, -- none
  `単価` integer, -- none
  `金額` integer, -- none
  `更新済` varchar(1), -- none
  PRIMARY KEY (`取引区分`, `伝票番号`, `行`)
);
CREATE TABLE `郵便番号マスタ` (
  `郵便番号` varchar(7), -- none / postal_code
  `都道府県名カナ` varchar(255), -- none / region kana_name
  `市区町村名カナ` varchar(255), -- none / city kana_name
  `町域名カナ` varchar(255), -- none / address kana_name
  `都道府県名` varchar(255), -- none / region
  `市区町村名` varchar(255), -- none / city
  `町域名` varchar(255) -- none / address
);
CREATE TABLE `商品マスタ` (
  `商品コード` varchar(4) PRIMARY KEY, -- none
  `商品名` varchar(50), -- none
  `在庫評価単価` integer, -- none
  `販売単価` integer, -- none
  `商品分類` varchar(3), -- none
  `商品区分` varchar(1), -- none
  `作成日` timestamp, -- none
  `更新日` timestamp, -- none
  `備考` longtext(65536), -- none / free_text
  `削除フラグ` varchar(1) -- none
);

-- source: OCS Inventory
CREATE TABLE hardware (
  ID int PRIMARY KEY, -- none
  DEVICEID varchar(255), -- device_id
  NAME varchar(255), -- device_id / none
  WORKGROUP varchar(255), -- none
  USERDOMAIN varchar(255), -- none
  OSNAME varchar(255), -- none
  OSVERSION varchar(255), -- none
  OSCOMMENTS varchar(255), -- none / free_text
  PROCESSORT varchar(255), -- none
  PROCESSORS int, -- none
  PROCESSORN smallint, -- none
  MEMORY int, -- none
  SWAP int, -- none
  IPADDR varchar(255), -- ip_address
  DNS varchar(255), -- none / ip_address
  DEFAULTGATEWAY varchar(255), -- none / ip_address
  ETIME datetime, -- none
  LASTDATE datetime, -- none
  LASTCOME datetime, -- none
  QUALITY decimal(7,4), -- none
  FIDELITY bigint, -- none
  USERID varchar(255), -- username
  TYPE int, -- none
  DESCRIPTION varchar(255), -- none / free_text
  WINCOMPANY varchar(255), -- organisation_name / none
  WINOWNER varchar(255), -- person_name / username
  WINPRODID varchar(255), -- order_or_licence / device_id none
  WINPRODKEY varchar(255), -- order_or_licence / secret_token
  USERAGENT varchar(50), -- none / user_agent
  CHECKSUM bigint, -- none
  SSTATE int, -- none
  IPSRC varchar(255), -- ip_address / none
  UUID varchar(255), -- device_id
  ARCH varchar(10), -- none
  CATEGORY_ID int, -- none
  ARCHIVE int -- none
);
CREATE TABLE operators (
  ID varchar(255) PRIMARY KEY, -- username / account_id
  FIRSTNAME varchar(255), -- given_name
  LASTNAME varchar(255), -- family_name
  PASSWD varchar(255), -- password_hash
  ACCESSLVL int, -- none
  COMMENTS text, -- free_text
  NEW_ACCESSLVL varchar(255), -- none
  EMAIL varchar(255), -- email
  USER_GROUP varchar(255), -- none
  PASSWORD_VERSION int -- none
);
CREATE TABLE local_users (
  ID int, -- none
  HARDWARE_ID int, -- none
  ID_USER varchar(255), -- account_id / none username
  GID varchar(255), -- none
  NAME varchar(255), -- person_name / username
  HOME varchar(255), -- none / username
  SHELL varchar(255), -- none
  LOGIN varchar(255), -- username
  MEMBER varchar(255), -- username / none person_name
  PRIMARY KEY (ID, HARDWARE_ID)
);
CREATE TABLE networks (
  ID int PRIMARY KEY, -- none
  HARDWARE_ID int, -- none
  DESCRIPTION varchar(255), -- none
  TYPE varchar(255), -- none
  TYPEMIB varchar(255), -- none
  SPEED varchar(255), -- none
  MTU varchar(255), -- none
  MACADDR varchar(255), -- device_id
  `STATUS` varchar(255), -- none
  IPADDRESS varchar(255), -- ip_address
  IPMASK varchar(255), -- none / ip_address
  IPGATEWAY varchar(255), -- none / ip_address
  IPSUBNET varchar(255), -- none / ip_address
  IPDHCP varchar(255), -- none / ip_address
  VIRTUALDEV tinyint(1) -- none
);
CREATE TABLE itmgmt_comments (
  ID int PRIMARY KEY, -- none
  HARDWARE_ID int, -- none
  COMMENTS longtext, -- free_text
  USER_INSERT varchar(100), -- username
  DATE_INSERT date, -- none
  ACTION varchar(255), -- none
  VISIBLE int -- none
);
CREATE TABLE auth_attempt (
  ID int PRIMARY KEY, -- none
  DATETIMEATTEMPT datetime, -- none
  LOGIN varchar(255), -- username
  IP varchar(255), -- ip_address
  SUCCESS int -- none
);
CREATE TABLE devices (
  ID int PRIMARY KEY, -- none
  HARDWARE_ID int, -- none
  NAME varchar(50), -- none
  IVALUE int, -- none
  TVALUE varchar(255), -- none / json_container
  COMMENTS text -- none / free_text
);
CREATE TABLE downloadwk_conf_values (
  FIELD int, -- none
  VALUE varchar(100), -- none
  ID int PRIMARY KEY, -- none
  DEFAULT_FIELD int -- none
);
CREATE TABLE modems (
  ID int PRIMARY KEY, -- none
  HARDWARE_ID int, -- none
  NAME varchar(255), -- none
  MODEL varchar(255), -- none
  DESCRIPTION varchar(255), -- none
  TYPE varchar(255) -- none
);

-- source: Partners, Japanese
CREATE TABLE messages (
  id int PRIMARY KEY, -- none
  from_id int, -- none
  to_id int, -- none
  message varchar(500), -- free_text
  checked_message int, -- none
  sent_time datetime, -- none
  read_info int -- none
);
CREATE TABLE user_basic_details (
  id int PRIMARY KEY, -- none
  sex int, -- gender
  age int, -- other_pii
  name varchar(16), -- nickname / person_name
  birthday date, -- birth_date
  like_point int, -- none
  registered datetime, -- none
  lasttime_of_got_lp_day date, -- none
  lasttime_of_got_lp_month date, -- none
  get_like_point int -- none
);
CREATE TABLE user_free_details (
  id int PRIMARY KEY, -- none
  figure int, -- none / other_pii
  blood_type int, -- other_pii / none
  birth_place int, -- none / city region
  educational int, -- none / other_pii
  sibling int, -- none
  school_name varchar(20), -- organisation_name
  job_name varchar(20), -- other_pii
  have_children int, -- none / other_pii
  desire_to_getchild int, -- none
  housework int, -- none
  time_to_meet int, -- none
  payment int, -- none
  character_type int, -- none / other_pii
  sociability int, -- none
  alcohol int, -- none / other_pii
  hobby_one varchar(15), -- other_pii
  hobby_two varchar(15), -- other_pii
  hobby_three varchar(15), -- other_pii
  vaccination int -- none / other_pii
);
CREATE TABLE user_required_details (
  id int PRIMARY KEY, -- none
  height int, -- other_pii
  residence int, -- none / region
  occupation int, -- none / other_pii
  annual_income int, -- none / other_pii
  marital_status int, -- none / other_pii
  desire_to_marry int, -- none
  holiday int, -- none
  smoking int, -- none / other_pii
  housemate int -- none
);
CREATE TABLE user_texts (
  id int PRIMARY KEY, -- none
  one_word varchar(24), -- free_text
  self_introduction varchar(1000) -- free_text
);
CREATE TABLE users (
  id int PRIMARY KEY, -- none
  login_id varchar(256), -- username
  login_pass char(60) -- password_hash
);
CREATE TABLE blood_types (
  id int PRIMARY KEY, -- none
  blood_type varchar(6) -- none / other_pii
);
CREATE TABLE occupations (
  id int PRIMARY KEY, -- none
  occupation varchar(15) -- none / other_pii
);
CREATE TABLE annual_incomes (
  id int PRIMARY KEY, -- none
  annual_income varchar(20), -- none / other_pii
  annual_income_price int -- none / other_pii
);
CREATE TABLE z1_matchings (
  id int PRIMARY KEY, -- none
  matching int, -- none
  sended_nice int, -- none
  favorite int, -- none
  received_nice int, -- none
  blocking int, -- none
  checked_received_nice int, -- none
  received_message datetime, -- none
  not_read_message int, -- none
  i_went datetime, -- none
  partners_came datetime, -- none
  new_matching int -- none
);

-- source: MyMatchingAppli, Japanese
CREATE TABLE members (
  id int PRIMARY KEY, -- none
  name varchar(30), -- person_name
  sex boolean, -- gender
  birthday date, -- birth_date
  mailaddress varchar(30), -- email
  password varchar(100), -- password_hash
  role varchar(20) -- none
);
CREATE TABLE matchings (
  matchingid int PRIMARY KEY, -- none
  maleid int, -- none
  femaleid int, -- none
  state int -- none
);
CREATE TABLE message (
  matchingid int, -- none
  whospost int, -- none
  number int, -- none
  messagecontent varchar(100) -- free_text
);
CREATE TABLE matchingaite (
  matchingid int -- none
);
