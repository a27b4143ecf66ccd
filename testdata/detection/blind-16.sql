-- A sixteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: fukushisystem, Japanese
CREATE TABLE membermaster (
  MemberMaster_Id int(11) PRIMARY KEY, -- none
  CompanyName varchar(100), -- organisation_name / none
  PostCode varchar(50), -- postal_code / none
  Address varchar(255), -- address / none
  TelephoneNumber varchar(50), -- phone / none
  PersonChargeName varchar(100), -- person_name
  PersonChargeInformation varchar(255), -- other_pii / phone free_text none
  EmailAddress varchar(50) -- email
);
CREATE TABLE usermanagement (
  Usermanagement_id int(11) PRIMARY KEY, -- none
  Businesser_number varchar(10), -- none / account_id
  Name_hira varchar(255), -- kana_name / person_name
  Name_kana varchar(255), -- kana_name
  Recipient_number varchar(10), -- national_id / account_id
  Supply_municipalitie varchar(255), -- none / city other_pii
  Disability_support_type varchar(255), -- other_pii
  Business_up_limit varchar(255), -- none / other_pii
  Business_exemption_amount varchar(255), -- none / other_pii
  Service_start_date date, -- none
  Service_end_date date, -- none
  Contract_field_number varchar(50), -- none / order_or_licence
  Contract_date date, -- none
  Contract_end_date date, -- none
  Contract_payment_amount int(5), -- none / other_pii
  Initial_addition varchar(255), -- none / other_pii
  Nursing_plan_notcreated varchar(255), -- none / other_pii
  Pick_drop_same_site int(2), -- none
  Max_mgmt_office_number varchar(10), -- none / account_id
  Max_mgmt_office_name varchar(10), -- organisation_name / none
  Max_mgmt_result varchar(255), -- none / other_pii
  Max_mgmt_after_user_burden varchar(6), -- none / other_pii
  Max_mgmt_addition varchar(2), -- none
  Special_use_start_date date, -- none
  Special_use_end_date date, -- none
  Special_use_year_principle varchar(10), -- none
  Special_use_month_day varchar(10), -- none
  Special_use_each_month varchar(10), -- none
  Structout_support_cumulative varchar(255), -- none / other_pii
  Rechargeable varchar(255), -- none / other_pii
  Other_compay_use_status varchar(255), -- none / other_pii
  Office_name varchar(255), -- organisation_name / none
  User_burden_limit_start varchar(255), -- none / other_pii
  User_burden_limit_end varchar(255), -- none / other_pii
  Transition_support varchar(255), -- none / other_pii
  Facility_support varchar(255), -- none / other_pii
  Usermanagement_type int(11) -- none
);
CREATE TABLE users (
  Id int(11) PRIMARY KEY, -- none
  username varchar(255), -- username
  password varchar(255), -- password_hash
  email varchar(255), -- email
  token varchar(255), -- secret_token
  role int(11), -- none
  CompanyName varchar(100), -- organisation_name
  PostCode varchar(50), -- postal_code
  Address varchar(255), -- address
  TelephoneNumber varchar(50), -- phone
  PersonChargeName varchar(100), -- person_name
  PersonChargeInformation varchar(255) -- other_pii / phone free_text none
);
CREATE TABLE historyex (
  HistoryEX_id int(11) PRIMARY KEY, -- none
  FileNameEX varchar(255), -- none
  DateEX datetime, -- none
  Comment text -- free_text
);
CREATE TABLE municipality (
  Municipality_id int(11) PRIMARY KEY, -- none
  Municipality varchar(255), -- none / city
  Municipality_number varchar(6), -- none
  Coment text -- none / free_text
);

-- source: Appointment
CREATE TABLE Admin (
  Email varchar(10) PRIMARY KEY, -- email
  Password varchar(10) -- password_hash
);
CREATE TABLE AppointmentOfficial (
  PatientID varchar(6), -- account_id / none
  PatientName varchar(50), -- person_name
  DoctorID varchar(6), -- none / account_id
  DoctorName varchar(50), -- person_name
  Department varchar(50), -- none / organisation_name
  RoomType varchar(20), -- none
  AppointmentDate date, -- none
  AppointmentTime varchar(10), -- none
  Message varchar(1000), -- free_text
  FOREIGN KEY (PatientID) REFERENCES Patient (PatientID),
  FOREIGN KEY (DoctorID) REFERENCES Doctor (DoctorID)
);
CREATE TABLE Doctor (
  DoctorID varchar(6) PRIMARY KEY, -- account_id / none
  DoctorName varchar(50), -- person_name
  DEmail varchar(50), -- email
  DPassword varchar(50), -- password_hash
  DGender varchar(7), -- gender
  DDOB date, -- birth_date
  Degree varchar(50), -- other_pii / none
  Department varchar(50), -- none / organisation_name
  DContact varchar(50), -- phone
  DAddress varchar(50), -- address
  DRegisterDate date, -- none
  filename varchar(255), -- none / photo_blob
  savepath varchar(255) -- none / photo_blob
);
CREATE TABLE Patient (
  PatientID varchar(6) PRIMARY KEY, -- account_id / none
  PatientName varchar(50), -- person_name
  PEmail varchar(50), -- email
  PPassword varchar(50), -- password_hash
  PGender varchar(7), -- gender
  DDOB date, -- birth_date
  Disease varchar(150), -- other_pii
  `Status` varchar(150), -- none / other_pii
  Contact varchar(50), -- phone
  PAddress varchar(50), -- address
  filename varchar(255), -- none / photo_blob
  savepath varchar(255) -- none / photo_blob
);
CREATE TABLE FeedbackPatient (
  PatientID varchar(6), -- account_id / none
  PatientName varchar(50), -- person_name
  Services varchar(10), -- none
  Point int, -- none
  Quality varchar(15), -- none / free_text
  `Status` varchar(1000), -- free_text / none
  FRegisterDate date, -- none
  FOREIGN KEY (PatientID) REFERENCES Patient (PatientID)
);

-- source: an insurance course's schema
CREATE TABLE employee (
  employee_id decimal(6,0) PRIMARY KEY, -- none
  name varchar(30), -- person_name
  salary decimal(6,2) -- other_pii
);
CREATE TABLE customer (
  customer_id decimal(6,0) PRIMARY KEY, -- none
  name varchar(30), -- person_name
  social_security decimal(9,0), -- national_id
  date_of_birth date, -- birth_date
  phone_number varchar(20), -- phone
  email varchar(40), -- email
  zip_code decimal(5,0), -- postal_code
  city varchar(20), -- city
  state varchar(20), -- region
  address varchar(50) -- address
);
CREATE TABLE policy (
  customer_id decimal(6,0), -- none
  policy_id decimal(6,0) PRIMARY KEY, -- none
  type varchar(9), -- none
  plan varchar(6), -- none
  cost decimal(6,2), -- none
  coverage decimal(8,2), -- none
  deductible decimal(6,2), -- none
  coinsurance decimal(2,0), -- none
  effective_date date, -- none
  expire_date date, -- none
  policy_status varchar(10), -- none
  FOREIGN KEY (customer_id) REFERENCES customer (customer_id)
);
CREATE TABLE auto_insurance (
  policy_id decimal(6,0) PRIMARY KEY, -- none
  year decimal(4,0), -- none
  make varchar(10), -- none
  model varchar(10), -- none
  vin varchar(17), -- order_or_licence / device_id
  license_plate varchar(7), -- order_or_licence / other_pii
  driver_license varchar(20), -- national_id
  total_mileage decimal(6,0), -- none
  annual_miles decimal(6,0), -- none
  market_value decimal(8,2), -- none
  date_of_birth date, -- birth_date
  gender varchar(2), -- gender
  credit_score decimal(3,0), -- other_pii
  traffic_violations varchar(3), -- other_pii
  number_of_dependants decimal(1,0), -- other_pii / none
  state varchar(20), -- region / none
  plan_category varchar(20), -- none
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE health_insurance (
  policy_id decimal(6,0) PRIMARY KEY, -- none
  plan_category varchar(3), -- none
  out_of_pocket_maximum decimal(8,2), -- none
  estimated_copay decimal(6,2), -- none
  tobacco_use varchar(3), -- other_pii
  date_of_birth date, -- birth_date
  pre_existing_conditions varchar(3), -- other_pii
  number_of_dependants decimal(1,0), -- other_pii / none
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE life_insurance (
  policy_id decimal(6,0) PRIMARY KEY, -- none
  plan_category varchar(15), -- none
  date_of_birth date, -- birth_date
  gender varchar(1), -- gender
  tobacco_use varchar(3), -- other_pii
  occupation varchar(30), -- other_pii
  medical_status varchar(11), -- other_pii
  family_medical_history varchar(255), -- other_pii
  beneficiary_name varchar(30), -- person_name
  beneficiary_social_security decimal(9,0), -- national_id
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE claim (
  claim_id decimal(6,0) PRIMARY KEY, -- none
  policy_id decimal(6,0), -- none
  claim_type varchar(20), -- none
  accident varchar(20), -- none / other_pii free_text
  items_damaged varchar(3), -- none
  description varchar(255), -- free_text
  decision varchar(10), -- none
  adjuster_notes varchar(255), -- free_text
  amount decimal(8,2), -- none
  claim_status varchar(10), -- none
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE claim_payment (
  payment_id decimal(6,0), -- none
  claim_id decimal(6,0), -- none
  recipient_name varchar(30), -- person_name
  recipient_address varchar(50), -- address
  payment_amount decimal(8,2), -- none
  bank varchar(20), -- organisation_name / bank_account none
  payment_date date, -- none
  `status` varchar(10) PRIMARY KEY, -- none
  FOREIGN KEY (claim_id) REFERENCES claim (claim_id)
);
CREATE TABLE checks (
  payment_id decimal(6,0), -- none
  check_number decimal(9,0), -- order_or_licence
  check_date varchar(10), -- none
  claim_id decimal(6,0), -- none
  bank varchar(10), -- organisation_name / bank_account none
  account_number decimal(12,0), -- bank_account
  routing_number decimal(9,0), -- bank_account
  PRIMARY KEY (payment_id, claim_id),
  FOREIGN KEY (claim_id) REFERENCES claim (claim_id)
);
CREATE TABLE credit (
  payment_id decimal(6,0), -- none
  type varchar(10), -- none
  card_number decimal(16,0), -- payment_card
  expiary_date decimal(4,0), -- payment_card / none
  cvv decimal(3,0), -- payment_card
  policy_id decimal(6,0), -- none
  PRIMARY KEY (payment_id, policy_id),
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE dependant (
  dependant_id decimal(6,0) PRIMARY KEY, -- none
  policy_id decimal(6,0), -- none
  name varchar(30), -- person_name
  social_security decimal(9,0), -- national_id
  date_of_birth date, -- birth_date
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE vehicle (
  policy_id decimal(6,0), -- none
  vehicle_id decimal(6,0), -- none
  extra_vehicle varchar(3), -- none
  year decimal(4,0), -- none
  make varchar(10), -- none
  model varchar(10), -- none
  vin varchar(17), -- order_or_licence / device_id
  license_plate varchar(7), -- order_or_licence / other_pii
  total_mileage decimal(6,0), -- none
  annual_miles decimal(6,0), -- none
  market_value decimal(8,2), -- none
  PRIMARY KEY (policy_id, vehicle_id),
  FOREIGN KEY (policy_id) REFERENCES policy (policy_id)
);
CREATE TABLE company (
  name varchar(30) PRIMARY KEY, -- organisation_name / none
  type varchar(20), -- none
  phone_number varchar(20) -- phone / none
);

-- source: hospital_database_management
CREATE TABLE Patients (
  patient_id int PRIMARY KEY, -- none
  first_name varchar(50), -- given_name
  last_name varchar(50), -- family_name
  date_of_birth date, -- birth_date
  gender char(1), -- gender
  address varchar(255), -- address
  phone_number varchar(15), -- phone
  email varchar(100) -- email
);
CREATE TABLE Doctors (
  doctor_id int PRIMARY KEY, -- none
  first_name varchar(50), -- given_name
  last_name varchar(50), -- family_name
  specialization varchar(100), -- none / other_pii
  phone_number varchar(15), -- phone
  email varchar(100) -- email
);
CREATE TABLE Appointments (
  appointment_id int PRIMARY KEY, -- none
  patient_id int, -- none
  doctor_id int, -- none
  appointment_date date, -- none
  appointment_time time, -- none
  `status` varchar(20), -- none
  FOREIGN KEY (patient_id) REFERENCES Patients (patient_id),
  FOREIGN KEY (doctor_id) REFERENCES Doctors (doctor_id)
);
CREATE TABLE Departments (
  department_id int PRIMARY KEY, -- none
  department_name varchar(100), -- none / organisation_name
  head_of_department varchar(100) -- person_name
);
CREATE TABLE Admissions (
  admission_id int PRIMARY KEY, -- none
  patient_id int, -- none
  admission_date date, -- none
  discharge_date date, -- none
  room_number varchar(10), -- none / other_pii
  doctor_id int, -- none
  FOREIGN KEY (patient_id) REFERENCES Patients (patient_id),
  FOREIGN KEY (doctor_id) REFERENCES Doctors (doctor_id)
);

-- source: ejabberd
CREATE TABLE users (
  username varchar(191), -- username
  type smallint, -- none
  password text, -- password_hash
  serverkey varchar(128), -- secret_token / password_hash
  salt varchar(128), -- password_hash / secret_token
  iterationcount integer, -- none
  created_at timestamp, -- none
  PRIMARY KEY (username, type)
);
CREATE TABLE rosterusers (
  username varchar(191), -- username
  jid varchar(191), -- email / username account_id
  nick text, -- nickname
  subscription char(1), -- none
  approved boolean, -- none
  ask char(1), -- none
  askmessage text, -- free_text
  server char(1), -- none
  subscribe text, -- none
  type text, -- none
  created_at timestamp -- none
);
CREATE TABLE archive (
  username varchar(191), -- username
  timestamp bigint, -- none
  peer varchar(191), -- email / username account_id
  bare_peer varchar(191), -- email / username account_id
  xml mediumtext, -- free_text / json_container
  txt mediumtext, -- free_text
  id bigint, -- none
  kind varchar(10), -- none
  nick varchar(191), -- nickname
  origin_id varchar(191), -- none
  created_at timestamp -- none
);
CREATE TABLE vcard_search (
  username varchar(191), -- username
  lusername varchar(191) PRIMARY KEY, -- username
  fn text, -- person_name
  lfn varchar(191), -- person_name
  family text, -- family_name
  lfamily varchar(191), -- family_name
  given text, -- given_name
  lgiven varchar(191), -- given_name
  middle text, -- given_name
  lmiddle varchar(191), -- given_name
  nickname text, -- nickname
  lnickname varchar(191), -- nickname
  bday text, -- birth_date
  lbday varchar(191), -- birth_date
  ctry text, -- country
  lctry varchar(191), -- country
  locality text, -- city
  llocality varchar(191), -- city
  email text, -- email
  lemail varchar(191), -- email
  orgname text, -- organisation_name
  lorgname varchar(191), -- organisation_name
  orgunit text, -- organisation_name / none other_pii
  lorgunit varchar(191) -- organisation_name / none other_pii
);
CREATE TABLE muc_registered (
  jid text, -- email / username account_id
  host text, -- none
  nick text, -- nickname
  created_at timestamp -- none
);
CREATE TABLE oauth_token (
  token varchar(191) PRIMARY KEY, -- secret_token
  jid text, -- email / username account_id
  scope text, -- none
  expire bigint -- none
);
CREATE TABLE invite_token (
  token text PRIMARY KEY, -- secret_token
  username text, -- username
  invitee varchar(191), -- username / email account_id person_name
  created_at timestamp, -- none
  expires timestamp, -- none
  type char(1), -- none
  account_name text -- username / person_name
);
CREATE TABLE caps_features (
  node varchar(191), -- none
  subnode varchar(191), -- none
  feature text, -- none
  created_at timestamp -- none
);
CREATE TABLE private_storage (
  username varchar(191), -- username
  namespace varchar(191), -- none
  data text, -- json_container / free_text
  created_at timestamp -- none
);

-- source: MRBS
CREATE TABLE mrbs_entry (
  id int PRIMARY KEY, -- none
  start_time int COMMENT 'Unix timestamp', -- none
  end_time int COMMENT 'Unix timestamp', -- none
  entry_type int, -- none
  repeat_id int, -- none
  room_id int, -- none
  timestamp timestamp, -- none
  create_by varchar(80), -- username
  modified_by varchar(80), -- username
  name varchar(80), -- free_text / none person_name
  type char, -- none
  description text, -- free_text
  `status` tinyint, -- none
  reminded int, -- none
  info_time int, -- none
  info_user varchar(80), -- username
  info_text text, -- free_text
  ical_uid varchar(255), -- none
  ical_sequence smallint, -- none
  ical_recur_id varchar(16), -- none
  allow_registration tinyint, -- none
  registrant_limit int, -- none
  registrant_limit_enabled tinyint, -- none
  registration_opens int COMMENT 'Seconds before the start time', -- none
  registration_opens_enabled tinyint, -- none
  registration_closes int COMMENT 'Seconds before the start_time', -- none
  registration_closes_enabled tinyint, -- none
  FOREIGN KEY (repeat_id) REFERENCES mrbs_repeat (repeat_id),
  FOREIGN KEY (room_id) REFERENCES mrbs_room (room_id)
);
CREATE TABLE mrbs_participants (
  id int PRIMARY KEY, -- none
  entry_id int, -- none
  username varchar(191), -- username
  create_by varchar(255), -- username
  registered int, -- none
  FOREIGN KEY (entry_id) REFERENCES mrbs_entry (entry_id)
);
CREATE TABLE mrbs_users (
  id int PRIMARY KEY, -- none
  level smallint, -- none
  name varchar(30), -- username / person_name
  display_name varchar(191), -- person_name / nickname
  password_hash varchar(255), -- password_hash
  email varchar(75), -- email
  timestamp timestamp, -- none
  last_login int, -- none
  reset_key_hash varchar(255), -- secret_token
  reset_key_expiry int -- none
);
CREATE TABLE mrbs_room (
  id int PRIMARY KEY, -- none
  disabled tinyint, -- none
  area_id int, -- none
  room_name varchar(25), -- none
  sort_key varchar(25), -- none
  description varchar(60), -- none
  capacity int, -- none
  room_admin_email text, -- email
  invalid_types varchar(255) COMMENT 'JSON encoded', -- none
  custom_html text, -- none
  FOREIGN KEY (area_id) REFERENCES mrbs_area (area_id)
);

-- source: CubeCart
CREATE TABLE CubeCart_customer (
  customer_id int PRIMARY KEY, -- none
  email varchar(96), -- email
  password varchar(128), -- password_hash
  salt varchar(32), -- password_hash / secret_token
  new_password tinyint(1), -- none
  verify varchar(32), -- secret_token
  title varchar(16), -- gender / other_pii none
  first_name varchar(32), -- given_name
  last_name varchar(32), -- family_name
  country smallint(3) unsigned, -- none / country
  phone varchar(20), -- phone
  mobile varchar(20), -- phone
  `status` tinyint(1) unsigned, -- none
  registered int, -- none
  ip_address varchar(45) COMMENT 'Supports IPv6 addresses', -- ip_address
  order_count int, -- none
  type tinyint(1) unsigned, -- none
  language varchar(5), -- none / other_pii
  notes text, -- free_text
  credit decimal(8,2) -- none
);
CREATE TABLE CubeCart_addressbook (
  address_id int PRIMARY KEY, -- none
  customer_id int, -- none
  billing enum('0','1'), -- none
  `default` enum('0','1'), -- none
  description varchar(250), -- none / free_text address
  title varchar(16), -- gender / other_pii none
  first_name varchar(32), -- given_name
  last_name varchar(32), -- family_name
  company_name varchar(200), -- organisation_name
  line1 varchar(200), -- address
  line2 varchar(200), -- address
  town varchar(100), -- city
  state varchar(100), -- region
  postcode varchar(15), -- postal_code
  country smallint(3) unsigned, -- none / country
  w3w varchar(255), -- geo
  hash varchar(32) -- none / secret_token address
);
CREATE TABLE CubeCart_admin_users (
  admin_id int PRIMARY KEY, -- none
  customer_id int, -- none
  `status` tinyint(1) unsigned, -- none
  name varchar(150), -- person_name
  username varchar(150), -- username
  password varchar(128), -- password_hash
  salt varchar(32), -- password_hash / secret_token
  new_password tinyint(1), -- none
  email varchar(96), -- email
  verify varchar(32), -- secret_token
  logins int, -- none
  super_user tinyint(1), -- none
  notes text, -- free_text
  failLevel tinyint(1) unsigned, -- none
  blockTime int, -- none
  lastTime int, -- none
  session_id varchar(32), -- secret_token
  browser text, -- user_agent
  ip_address varchar(45) COMMENT 'Supports IPv6 addresses', -- ip_address
  language varchar(5), -- none / other_pii
  dashboard_notes text, -- free_text
  order_notify tinyint(1) unsigned, -- none
  tour_shown enum('0','1') -- none
);
CREATE TABLE CubeCart_reviews (
  id int PRIMARY KEY, -- none
  approved smallint(1) unsigned, -- none
  product_id int, -- none
  customer_id int, -- none
  rating decimal(2,1) unsigned, -- none
  vote_up int, -- none
  vote_down int, -- none
  anon tinyint(1) unsigned, -- none
  name varchar(255), -- person_name
  email varchar(96), -- email
  title varchar(255), -- free_text
  review text, -- free_text
  ip_address varchar(45) COMMENT 'Supports IPv6 addresses', -- ip_address
  time int -- none
);
CREATE TABLE CubeCart_newsletter_subscriber (
  subscriber_id int(10) unsigned PRIMARY KEY, -- none
  customer_id int(10) unsigned, -- none
  `status` tinyint(1) unsigned, -- none
  email varchar(96), -- email
  validation varchar(50), -- secret_token
  ip_address varchar(45), -- ip_address
  date datetime, -- none
  imported tinyint(1), -- none
  dbl_opt tinyint(1) -- none
);
CREATE TABLE CubeCart_access_log (
  log_id int PRIMARY KEY, -- none
  type char(1), -- none
  time int, -- none
  username varchar(100), -- username
  user_id int, -- none
  ip_address varchar(45) COMMENT 'Supports IPv6 addresses', -- ip_address
  useragent text, -- user_agent
  success enum('y','n') -- none
);
CREATE TABLE CubeCart_customer_coupon (
  id int(10) unsigned PRIMARY KEY, -- none
  customer_id int(10) unsigned, -- none
  email varchar(96), -- email
  coupon varchar(255), -- none / order_or_licence
  used int(10) unsigned -- none
);
CREATE TABLE CubeCart_filemanager (
  file_id int PRIMARY KEY, -- none
  type tinyint(1) unsigned, -- none
  disabled tinyint(1), -- none
  filepath varchar(255), -- none
  filename varchar(255), -- none
  filesize bigint, -- none
  mimetype varchar(50), -- none
  md5hash varchar(32), -- none
  title varchar(255), -- none
  description text, -- none / free_text
  stream enum('0','1'), -- none
  alt text, -- none
  date_added datetime -- none
);

-- source: Thelia
CREATE TABLE customer (
  id integer PRIMARY KEY, -- none
  title_id integer, -- none
  lang_id integer, -- none
  ref varchar(50), -- account_id
  firstname varchar(255), -- given_name
  lastname varchar(255), -- family_name
  email varchar(255), -- email
  password varchar(255), -- password_hash
  algo varchar(128), -- none
  reseller tinyint, -- none
  sponsor varchar(50), -- account_id / username email other_pii person_name none
  discount decimal(16,6), -- none
  remember_me_token varchar(255), -- secret_token
  remember_me_serial varchar(255), -- secret_token
  enable tinyint, -- none
  confirmation_token varchar(255), -- secret_token
  confirmation_token_expires_at datetime, -- none
  anonymized_at datetime COMMENT 'when the identifying data of the account was erased, NULL as long as the account carries an identity', -- none
  created_at datetime, -- none
  updated_at datetime, -- none
  version integer, -- none
  version_created_at datetime, -- none
  version_created_by varchar(100), -- username
  FOREIGN KEY (title_id) REFERENCES customer_title (title_id),
  FOREIGN KEY (lang_id) REFERENCES lang (lang_id)
);
CREATE TABLE address (
  id integer PRIMARY KEY, -- none
  label varchar(255), -- none / free_text
  customer_id integer, -- none
  title_id integer, -- none
  company varchar(255), -- organisation_name
  siret varchar(20), -- national_id
  vat_number varchar(20), -- national_id
  firstname varchar(255), -- given_name
  lastname varchar(255), -- family_name
  address1 varchar(255), -- address
  address2 varchar(255), -- address
  address3 varchar(255), -- address
  zipcode varchar(10), -- postal_code
  city varchar(255), -- city
  country_id integer, -- none
  state_id integer, -- none
  phone varchar(20), -- phone
  cellphone varchar(20), -- phone
  is_default tinyint, -- none
  created_at datetime, -- none
  updated_at datetime, -- none
  FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  FOREIGN KEY (title_id) REFERENCES customer_title (title_id),
  FOREIGN KEY (country_id) REFERENCES country (country_id),
  FOREIGN KEY (state_id) REFERENCES state (state_id)
);
CREATE TABLE admin (
  id integer PRIMARY KEY, -- none
  profile_id integer, -- none
  firstname varchar(100), -- given_name
  lastname varchar(100), -- family_name
  login varchar(100), -- username
  password varchar(128), -- password_hash
  locale varchar(45), -- none
  algo varchar(128), -- none
  salt varchar(128), -- password_hash / secret_token
  remember_me_token varchar(255), -- secret_token
  remember_me_serial varchar(255), -- secret_token
  email varchar(255), -- email
  password_renew_token varchar(255), -- secret_token
  created_at datetime, -- none
  updated_at datetime, -- none
  FOREIGN KEY (profile_id) REFERENCES profile (profile_id)
);
CREATE TABLE admin_log (
  id integer PRIMARY KEY, -- none
  admin_login varchar(255), -- username
  admin_firstname varchar(255), -- given_name
  admin_lastname varchar(255), -- family_name
  resource varchar(255), -- none
  resource_id integer, -- none
  action varchar(255), -- none
  message text, -- free_text / none
  request longtext, -- json_container / free_text
  created_at datetime, -- none
  updated_at datetime -- none
);
CREATE TABLE cart (
  id integer PRIMARY KEY, -- none
  token varchar(255), -- secret_token
  customer_id integer, -- none
  address_delivery_id integer, -- none
  address_invoice_id integer, -- none
  delivery_module_id integer, -- none
  payment_module_id integer, -- none
  postage decimal(10,2), -- none
  postage_tax decimal(10,2), -- none
  postage_tax_rule_title varchar(255), -- none
  currency_id integer, -- none
  discount decimal(16,6), -- none
  created_at datetime, -- none
  updated_at datetime, -- none
  FOREIGN KEY (customer_id) REFERENCES customer (customer_id),
  FOREIGN KEY (address_delivery_id) REFERENCES cart_address (address_delivery_id),
  FOREIGN KEY (address_invoice_id) REFERENCES cart_address (address_invoice_id),
  FOREIGN KEY (delivery_module_id) REFERENCES module (delivery_module_id),
  FOREIGN KEY (payment_module_id) REFERENCES module (payment_module_id),
  FOREIGN KEY (currency_id) REFERENCES currency (currency_id)
);
CREATE TABLE product_i18n (
  id integer, -- none
  locale varchar(5), -- none
  title varchar(255), -- none
  description longtext, -- none
  chapo text, -- none
  postscriptum text, -- none
  meta_title varchar(255), -- none
  meta_description text, -- none
  meta_keywords text, -- none
  PRIMARY KEY (id, locale),
  FOREIGN KEY (id) REFERENCES product (id)
);
