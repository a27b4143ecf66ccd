-- A fourth set, written after the rules had been changed with the first three at hand, and
-- before they were run on it. See blind-1.sql for the notation and SOURCES.md for all.

-- source: Joomla
CREATE TABLE jos_users (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY, -- none
  name varchar(400), -- person_name
  username varchar(150), -- username
  email varchar(100), -- email
  password varchar(100), -- password_hash
  block tinyint, -- none
  sendEmail tinyint, -- none
  registerDate datetime, -- none
  lastvisitDate datetime, -- none
  activation varchar(100), -- secret_token
  params text, -- json_container / none
  lastResetTime datetime, -- none
  resetCount int, -- none
  otpKey varchar(1000), -- secret_token
  otep varchar(1000), -- secret_token
  requireReset tinyint, -- none
  authProvider varchar(100) -- none
);
CREATE TABLE jos_contact_details (
  id int PRIMARY KEY, -- none
  name varchar(255), -- person_name / organisation_name
  alias varchar(400), -- none / nickname
  con_position varchar(255), -- other_pii / none
  address text, -- address
  suburb varchar(100), -- city
  state varchar(100), -- region
  country varchar(100), -- country
  postcode varchar(100), -- postal_code
  telephone varchar(255), -- phone
  fax varchar(255), -- phone
  misc mediumtext, -- free_text / json_container
  image varchar(255), -- photo_blob / none
  email_to varchar(255), -- email
  default_con tinyint, -- none
  mobile varchar(255), -- phone
  webpage varchar(255), -- url_profile
  sortname1 varchar(255), -- person_name / family_name none
  hits int, -- none
  ordering int -- none
);

-- source: PrestaShop
CREATE TABLE ps_customer (
  id_customer int PRIMARY KEY, -- none
  id_gender int, -- none / gender
  company varchar(255), -- organisation_name / none
  siret varchar(14), -- national_id / none account_id
  ape varchar(6), -- none
  firstname varchar(255), -- given_name
  lastname varchar(255), -- family_name
  email varchar(255), -- email
  passwd varchar(255), -- password_hash
  last_passwd_gen timestamp, -- none
  birthday date, -- birth_date
  newsletter tinyint, -- none
  ip_registration_newsletter varchar(15), -- ip_address
  optin tinyint, -- none
  website varchar(128), -- url_profile / none
  outstanding_allow_amount decimal(20,6), -- none
  secure_key varchar(32), -- secret_token
  note text, -- free_text
  is_guest tinyint, -- none
  reset_password_token varchar(40) -- secret_token
);
CREATE TABLE ps_address (
  id_address int PRIMARY KEY, -- none
  id_customer int, -- none
  alias varchar(32), -- none / nickname free_text
  company varchar(255), -- organisation_name / none
  lastname varchar(255), -- family_name
  firstname varchar(255), -- given_name
  address1 varchar(128), -- address
  address2 varchar(128), -- address
  postcode varchar(12), -- postal_code
  city varchar(64), -- city
  other text, -- free_text / other_pii json_container
  phone varchar(32), -- phone
  phone_mobile varchar(32), -- phone
  vat_number varchar(32), -- national_id / none
  dni varchar(16), -- national_id
  active tinyint -- none
);
CREATE TABLE ps_message (
  id_message int PRIMARY KEY, -- none
  id_cart int, -- none
  id_employee int, -- none
  message text, -- free_text
  private tinyint, -- none
  date_add datetime -- none
);

-- source: GLPI
CREATE TABLE glpi_users (
  id int PRIMARY KEY, -- none
  name varchar(255), -- username / person_name
  password varchar(255), -- password_hash
  phone varchar(255), -- phone
  phone2 varchar(255), -- phone
  mobile varchar(255), -- phone
  realname varchar(255), -- family_name / person_name
  firstname varchar(255), -- given_name
  locations_id int, -- none
  use_mode int, -- none
  list_limit int, -- none
  auths_id int, -- none
  comment text, -- free_text
  user_dn text, -- username / account_id
  registration_number varchar(255), -- account_id / student_id
  personal_token varchar(255), -- secret_token
  api_token varchar(255), -- secret_token
  picture varchar(255), -- photo_blob
  password_forget_token char(40), -- secret_token
  usertitles_id int, -- none
  csv_delimiter char(1) -- none
);
CREATE TABLE glpi_computers (
  id int PRIMARY KEY, -- none
  name varchar(255), -- none / device_id
  serial varchar(255), -- none / device_id order_or_licence
  otherserial varchar(255), -- none / device_id order_or_licence
  contact varchar(255), -- person_name / username
  contact_num varchar(255), -- phone
  users_id_tech int, -- none
  comment text, -- free_text / none
  is_template tinyint, -- none
  states_id int, -- none
  ticket_tco decimal(20,4), -- none
  uuid varchar(255) -- none / device_id
);

-- source: ERPNext
CREATE TABLE tabEmployee (
  name varchar(140) PRIMARY KEY, -- account_id / person_name none
  creation datetime, -- none
  modified_by varchar(140), -- username / email person_name
  docstatus int, -- none
  employee_name varchar(140), -- person_name
  salutation varchar(140), -- gender / other_pii
  date_of_joining date, -- none
  cell_number varchar(140), -- phone
  personal_email varchar(140), -- email
  company_email varchar(140), -- email
  prefered_contact_email varchar(140), -- none / email
  current_address text, -- address
  current_accommodation_type varchar(140), -- other_pii / none
  person_to_be_contacted varchar(140), -- person_name
  emergency_phone_number varchar(140), -- phone
  relation varchar(140), -- other_pii / none
  salary_mode varchar(140), -- none / other_pii
  bank_ac_no varchar(140), -- bank_account
  passport_number varchar(140), -- national_id
  place_of_issue varchar(140), -- none / city other_pii
  marital_status varchar(140), -- other_pii
  blood_group varchar(140), -- other_pii
  family_background text, -- other_pii / free_text
  health_details text, -- other_pii / free_text
  bio longtext, -- free_text
  resignation_letter_date date, -- none
  reason_for_leaving varchar(140), -- free_text
  feedback text, -- free_text
  attendance_device_id varchar(140) -- account_id / device_id
);

-- source: Sentry
CREATE TABLE sentry_useremail (
  id bigint PRIMARY KEY, -- none
  user_id bigint, -- none
  email varchar(75), -- email
  validation_hash varchar(32), -- secret_token
  is_verified boolean -- none
);
CREATE TABLE sentry_eventuser (
  id bigint PRIMARY KEY, -- none
  project_id bigint, -- none
  hash varchar(32), -- none / account_id secret_token
  ident varchar(128), -- account_id / username
  email varchar(75), -- email
  username varchar(128), -- username
  name varchar(128), -- person_name / nickname
  ip_address varchar(45), -- ip_address
  date_added timestamp -- none
);
CREATE TABLE sentry_authidentity (
  id bigint PRIMARY KEY, -- none
  ident varchar(128), -- account_id / username
  data text, -- json_container / secret_token
  last_synced timestamp, -- none
  auth_provider_id bigint -- none
);

-- source: a taxi dispatcher
CREATE TABLE rides (
  ride_id bigint PRIMARY KEY, -- none
  rider_uid varchar(28), -- account_id / none
  driver_uid varchar(28), -- account_id / none
  pickup_addr varchar(255), -- address
  dropoff_addr varchar(255), -- address
  pickup_lat double, -- geo
  pickup_lng double, -- geo
  fare decimal(8,2), -- none
  surge decimal(3,1), -- none
  polyline text, -- geo / none other_pii
  rider_note varchar(200), -- free_text
  rider_rating tinyint, -- none / other_pii
  cancelled_by varchar(10), -- none / username
  payment_nonce varchar(64), -- secret_token
  requested_at datetime -- none
);
CREATE TABLE drivers (
  uid varchar(28) PRIMARY KEY, -- account_id / none
  full_name varchar(80), -- person_name
  msisdn varchar(16), -- phone
  dl_number varchar(24), -- national_id / order_or_licence
  dl_photo_key varchar(120), -- photo_blob / none secret_token
  plate varchar(12), -- order_or_licence / other_pii national_id
  vehicle_make varchar(30), -- none
  bank_iban varchar(34), -- bank_account
  push_token varchar(255), -- secret_token / device_id
  app_version varchar(12), -- none
  last_known_lat double, -- geo
  background_check varchar(20), -- other_pii
  rating_avg decimal(3,2), -- none / other_pii
  onboarding_state varchar(20) -- none
);

-- source: a Japanese cram school
CREATE TABLE 塾生 (
  塾生番号 int PRIMARY KEY, -- none / student_id
  姓 varchar(20), -- family_name
  名 varchar(20), -- given_name
  セイ varchar(20), -- kana_name
  メイ varchar(20), -- kana_name
  学校名 varchar(40), -- organisation_name
  学年 varchar(6), -- none
  志望校1 varchar(40), -- other_pii / organisation_name none
  自宅電話 varchar(15), -- phone
  母携帯 varchar(15), -- phone
  父携帯 varchar(15), -- phone
  メールアドレス1 varchar(100), -- email
  送迎方法 varchar(20), -- none / other_pii
  兄弟割引 tinyint, -- none
  月謝 int, -- none / other_pii
  口座名義カナ varchar(40), -- kana_name
  口座番号 varchar(8), -- bank_account
  偏差値 decimal(4,1), -- other_pii
  面談記録 text, -- free_text
  退塾理由 varchar(200), -- free_text
  入塾日 date, -- none
  担当講師 varchar(20) -- person_name
);

-- source: a Japanese library
CREATE TABLE riyosha (
  riyosha_id char(9) PRIMARY KEY, -- account_id / none
  card_bango char(10), -- account_id / payment_card
  simei varchar(60), -- person_name
  yomi varchar(60), -- kana_name
  umare date, -- birth_date
  seibetsu char(1), -- gender
  yuubin char(7), -- postal_code
  jusho1 varchar(80), -- address
  jusho2 varchar(80), -- address
  denwa1 varchar(15), -- phone
  denwa2 varchar(15), -- phone
  e_mail varchar(100), -- email
  zaigaku_ko varchar(40), -- organisation_name / none
  kinmu_saki varchar(40), -- organisation_name / none
  pasuwado varchar(128), -- password_hash
  touroku_bi date, -- none
  yuukou_kigen date, -- none
  kashidashi_su int, -- none
  entai_kaisu int, -- none
  tsuuchi_houhou char(1), -- none
  bikou varchar(400) -- free_text
);
CREATE TABLE kashidashi (
  id bigint PRIMARY KEY, -- none
  riyosha_id char(9), -- account_id / none
  shiryo_id char(9), -- none
  shomei varchar(120), -- none
  chosha varchar(80), -- none / person_name
  kashi_bi date, -- none
  kaeshi_bi date, -- none
  yoyaku_flg char(1) -- none
);

-- source: a Japanese shop that sends gifts
CREATE TABLE t_okurisaki (
  okurisaki_id int PRIMARY KEY, -- none
  kaiin_id int, -- none
  okurisaki_shimei varchar(60), -- person_name
  okurisaki_kana varchar(60), -- kana_name
  yubin_bango1 char(3), -- postal_code
  yubin_bango2 char(4), -- postal_code
  todofuken varchar(8), -- region
  jusho varchar(120), -- address
  tatemono_mei varchar(80), -- address
  tel varchar(15), -- phone
  kankei varchar(20), -- other_pii / none
  noshi_name varchar(40), -- person_name
  message_card text, -- free_text
  haitatsu_kibou_bi date, -- none
  sort_no int, -- none
  del_flg tinyint -- none
);
