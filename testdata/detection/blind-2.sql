-- A second set, written after the rules had been changed with the first at hand, and
-- before they were run on it. See blind-1.sql for the notation and SOURCES.md for both.

-- source: OpenMRS
CREATE TABLE person (
  person_id int NOT NULL AUTO_INCREMENT PRIMARY KEY, -- none
  gender varchar(50), -- gender
  birthdate date, -- birth_date
  birthdate_estimated tinyint(1), -- none
  dead tinyint(1), -- other_pii / none
  death_date datetime, -- other_pii
  cause_of_death int, -- none / other_pii
  creator int, -- none
  date_created datetime, -- none
  voided tinyint(1), -- none
  void_reason varchar(255), -- free_text / none
  uuid char(38), -- none
  birthtime time -- none / birth_date
);
CREATE TABLE person_name (
  person_name_id int PRIMARY KEY, -- none
  preferred tinyint(1), -- none
  person_id int, -- none
  prefix varchar(50), -- other_pii / none
  given_name varchar(50), -- given_name
  middle_name varchar(50), -- given_name
  family_name_prefix varchar(50), -- family_name / none
  family_name varchar(50), -- family_name
  family_name2 varchar(50), -- family_name
  family_name_suffix varchar(50), -- family_name / none
  degree varchar(50) -- other_pii / none
);
CREATE TABLE patient_identifier (
  patient_identifier_id int PRIMARY KEY, -- none
  patient_id int, -- none
  identifier varchar(50), -- account_id / national_id
  identifier_type int, -- none
  preferred tinyint, -- none
  location_id int -- none
);
CREATE TABLE obs (
  obs_id int PRIMARY KEY, -- none
  person_id int, -- none
  concept_id int, -- none
  encounter_id int, -- none
  obs_datetime datetime, -- none
  accession_number varchar(255), -- none / order_or_licence account_id
  value_coded int, -- none / other_pii
  value_numeric double, -- other_pii / none
  value_text text, -- free_text / other_pii
  comments varchar(255), -- free_text
  form_namespace_and_path varchar(255) -- none
);

-- source: Matomo
CREATE TABLE log_visit (
  idvisit bigint PRIMARY KEY, -- none
  idsite int, -- none
  idvisitor binary(8), -- device_id / account_id
  visit_last_action_time datetime, -- none
  config_id binary(8), -- device_id / none
  location_ip varbinary(16), -- ip_address
  user_id varchar(200), -- account_id / username none
  visit_total_actions int, -- none
  referer_keyword varchar(255), -- none / free_text
  referer_name varchar(255), -- none / organisation_name
  referer_url varchar(1500), -- none / url_profile
  config_browser_name varchar(40), -- none / user_agent
  config_browser_version varchar(20), -- none / user_agent
  config_os char(3), -- none / user_agent
  config_resolution varchar(18), -- none
  location_browser_lang varchar(20), -- none / other_pii
  location_city varchar(255), -- city
  location_country char(3), -- country
  location_region char(3), -- region
  location_latitude decimal(9,6), -- geo
  location_longitude decimal(9,6), -- geo
  visitor_localtime time, -- none
  visitor_returning tinyint -- none
);
CREATE TABLE matomo_user (
  login varchar(100) PRIMARY KEY, -- username
  password varchar(255), -- password_hash
  email varchar(100), -- email
  twofactor_secret varchar(40), -- secret_token
  superuser_access tinyint, -- none
  date_registered timestamp, -- none
  ts_password_modified timestamp, -- none
  invite_token varchar(191), -- secret_token
  invited_by varchar(100) -- username / account_id person_name none
);

-- source: Nextcloud
CREATE TABLE oc_users (
  uid varchar(64) PRIMARY KEY, -- username / account_id none
  displayname varchar(64), -- person_name / nickname
  password varchar(255), -- password_hash
  uid_lower varchar(64) -- username / account_id none
);
CREATE TABLE oc_authtoken (
  id bigint PRIMARY KEY, -- none
  uid varchar(64), -- username / account_id none
  login_name varchar(255), -- username
  password text, -- password_hash / secret_token
  name text, -- user_agent / device_id none
  token varchar(200), -- secret_token
  type smallint, -- none
  remember smallint, -- none
  last_activity int, -- none
  private_key text, -- secret_token
  public_key text, -- none / secret_token
  password_invalid boolean -- none
);
CREATE TABLE oc_cards (
  id bigint PRIMARY KEY, -- none
  addressbookid bigint, -- none
  carddata longblob, -- json_container / other_pii free_text photo_blob payment_card
  uri varchar(255), -- none / url_profile
  lastmodified bigint, -- none
  etag varchar(32), -- none
  size bigint, -- none
  uid varchar(255) -- none / account_id username
);
CREATE TABLE oc_share (
  id bigint PRIMARY KEY, -- none
  share_type smallint, -- none
  share_with varchar(255), -- username / email account_id none
  uid_owner varchar(64), -- username / account_id person_name none
  file_target varchar(512), -- none / photo_blob
  permissions smallint, -- none
  expiration datetime, -- none
  token varchar(32) -- secret_token
);

-- source: phpBB
CREATE TABLE phpbb_users (
  user_id int PRIMARY KEY, -- none
  user_type tinyint, -- none
  user_permissions mediumtext, -- none / json_container
  user_ip varchar(40), -- ip_address
  user_regdate int, -- none
  username varchar(255), -- username
  username_clean varchar(255), -- username
  user_password varchar(255), -- password_hash
  user_passchg int, -- none
  user_email varchar(100), -- email
  user_birthday varchar(10), -- birth_date
  user_lastvisit int, -- none
  user_lastpage varchar(200), -- none
  user_posts mediumint, -- none
  user_lang varchar(30), -- none / other_pii
  user_timezone varchar(100), -- none / other_pii
  user_dateformat varchar(64), -- none
  user_style mediumint, -- none
  user_rank mediumint, -- none
  user_colour varchar(6), -- none
  user_avatar varchar(255), -- photo_blob
  user_avatar_type varchar(255), -- none
  user_sig mediumtext, -- free_text
  user_jabber varchar(255), -- account_id / username
  user_actkey varchar(32), -- secret_token
  user_newpasswd varchar(255), -- password_hash
  user_form_salt varchar(32) -- secret_token / password_hash
);
CREATE TABLE phpbb_privmsgs (
  msg_id int PRIMARY KEY, -- none
  author_id int, -- none
  author_ip varchar(40), -- ip_address
  message_time int, -- none
  enable_bbcode tinyint, -- none
  message_subject varchar(255), -- free_text
  message_text mediumtext, -- free_text
  message_edit_reason varchar(255), -- free_text
  to_address text, -- account_id / username other_pii email address
  bcc_address text -- account_id / username other_pii email address
);

-- source: SuiteCRM
CREATE TABLE contacts (
  id char(36) PRIMARY KEY, -- none
  date_entered datetime, -- none
  modified_user_id char(36), -- none
  description text, -- free_text
  deleted tinyint(1), -- none
  salutation varchar(255), -- gender / other_pii
  first_name varchar(100), -- given_name
  last_name varchar(100), -- family_name
  title varchar(100), -- other_pii / none
  photo varchar(255), -- photo_blob
  department varchar(255), -- organisation_name / other_pii none
  do_not_call tinyint(1), -- none
  phone_home varchar(100), -- phone
  phone_mobile varchar(100), -- phone
  phone_work varchar(100), -- phone
  phone_other varchar(100), -- phone
  phone_fax varchar(100), -- phone
  lawful_basis text, -- none
  date_reviewed date, -- none
  primary_address_street varchar(150), -- address
  primary_address_city varchar(100), -- city
  primary_address_state varchar(100), -- region
  primary_address_postalcode varchar(20), -- postal_code
  primary_address_country varchar(255), -- country
  alt_address_street varchar(150), -- address
  assistant varchar(75), -- person_name
  assistant_phone varchar(100), -- phone
  lead_source varchar(255), -- none
  reports_to_id char(36), -- none
  birthdate date, -- birth_date
  joomla_account_id varchar(255), -- account_id / username none
  portal_user_type varchar(100) -- none
);
CREATE TABLE leads (
  id char(36) PRIMARY KEY, -- none
  converted tinyint(1), -- none
  refered_by varchar(100), -- person_name / username none
  lead_source_description text, -- free_text / none
  status_description text, -- free_text / none
  account_name varchar(255), -- organisation_name / username
  account_description text, -- free_text / none
  opportunity_amount varchar(50), -- none
  portal_name varchar(255), -- username / none
  website varchar(255) -- url_profile / none
);

-- source: Keycloak
CREATE TABLE user_entity (
  id varchar(36) PRIMARY KEY, -- none
  email varchar(255), -- email
  email_constraint varchar(255), -- email / none
  email_verified boolean, -- none
  enabled boolean, -- none
  federation_link varchar(255), -- none
  first_name varchar(255), -- given_name
  last_name varchar(255), -- family_name
  realm_id varchar(255), -- none
  username varchar(255), -- username
  created_timestamp bigint, -- none
  service_account_client_link varchar(255), -- none
  not_before int -- none
);
CREATE TABLE credential (
  id varchar(36) PRIMARY KEY, -- none
  salt binary(16), -- password_hash / secret_token
  type varchar(255), -- none
  user_id varchar(36), -- none
  created_date bigint, -- none
  user_label varchar(255), -- none / free_text device_id other_pii
  secret_data text, -- password_hash / secret_token json_container
  credential_data text, -- json_container / none secret_token password_hash
  priority int -- none
);
CREATE TABLE event_entity (
  id varchar(36) PRIMARY KEY, -- none
  client_id varchar(255), -- none / account_id
  details_json varchar(2550), -- json_container
  error varchar(255), -- none
  ip_address varchar(255), -- ip_address
  realm_id varchar(255), -- none
  session_id varchar(255), -- secret_token
  event_time bigint, -- none
  type varchar(255), -- none
  user_id varchar(255) -- none / account_id
);
CREATE TABLE federated_identity (
  identity_provider varchar(255), -- none
  realm_id varchar(36), -- none
  federated_user_id varchar(255), -- account_id
  federated_username varchar(255), -- username
  token text, -- secret_token
  user_id varchar(36) -- none
);

-- source: Open Journal Systems
CREATE TABLE ojs_users (
  user_id bigint PRIMARY KEY, -- none
  username varchar(32), -- username
  password varchar(255), -- password_hash
  email varchar(255), -- email
  url varchar(2047), -- url_profile
  phone varchar(32), -- phone
  mailing_address varchar(255), -- address
  billing_address varchar(255), -- address
  country varchar(90), -- country
  locales varchar(255), -- none / other_pii
  gossip text, -- free_text
  date_last_email datetime, -- none
  date_registered datetime, -- none
  must_change_password tinyint, -- none
  auth_str varchar(255), -- secret_token / account_id none
  disabled tinyint, -- none
  disabled_reason text, -- free_text
  inline_help tinyint -- none
);
CREATE TABLE review_assignments (
  review_id bigint PRIMARY KEY, -- none
  submission_id bigint, -- none
  reviewer_id bigint, -- none
  competing_interests text, -- free_text / other_pii none
  recommendation tinyint, -- none
  date_assigned datetime, -- none
  quality smallint, -- none
  considered tinyint -- none
);

-- source: Zabbix
CREATE TABLE zbx_hosts (
  hostid bigint PRIMARY KEY, -- none
  host varchar(128), -- none
  status int, -- none
  description text, -- none
  tls_psk_identity varchar(128), -- none / secret_token
  tls_psk varchar(512), -- secret_token
  proxy_address varchar(255), -- none / ip_address
  name varchar(128) -- none
);
CREATE TABLE items (
  itemid bigint PRIMARY KEY, -- none
  type int, -- none
  snmp_oid varchar(512), -- none
  hostid bigint, -- none
  name varchar(255), -- none
  key_ varchar(2048), -- none
  delay varchar(1024), -- none
  history varchar(255), -- none
  value_type int, -- none
  units varchar(255), -- none
  username varchar(255), -- username
  password varchar(255), -- password_hash
  publickey varchar(64), -- none
  privatekey varchar(64), -- secret_token
  url varchar(2048), -- none
  ssl_key_password varchar(64) -- password_hash / secret_token
);
CREATE TABLE media (
  mediaid bigint PRIMARY KEY, -- none
  userid bigint, -- none
  mediatypeid bigint, -- none
  sendto varchar(1024), -- email / phone account_id
  active int, -- none
  severity int, -- none
  period varchar(1024) -- none
);

-- source: a Japanese clinic
CREATE TABLE 患者 (
  患者番号 varchar(10) PRIMARY KEY, -- account_id
  漢字氏名 varchar(40), -- person_name
  カナ氏名 varchar(60), -- kana_name
  性別区分 char(1), -- gender
  生年月日 date, -- birth_date
  郵便番号 varchar(8), -- postal_code
  現住所 varchar(120), -- address
  自宅TEL varchar(15), -- phone
  携帯TEL varchar(15), -- phone
  勤務先名称 varchar(60), -- organisation_name / none
  勤務先TEL varchar(15), -- phone
  世帯主氏名 varchar(40), -- person_name
  本人家族区分 char(1), -- none / other_pii
  保険者番号 varchar(8), -- none / national_id
  被保険者証記号 varchar(20), -- national_id / account_id
  被保険者証番号 varchar(20), -- national_id / account_id
  公費受給者番号 varchar(10), -- national_id / account_id
  負担割合 int, -- none / other_pii
  アレルギー varchar(200), -- other_pii / free_text
  感染症情報 varchar(200), -- other_pii / free_text
  妊娠フラグ char(1), -- other_pii / none
  初診日 date, -- none / other_pii
  死亡日 date, -- other_pii
  メモ欄 varchar(400), -- free_text
  登録者ID varchar(20), -- username / account_id none
  更新日時 datetime -- none
);
CREATE TABLE 診療録 (
  診療番号 int PRIMARY KEY, -- none
  患者番号 varchar(10), -- account_id / none
  診療科 varchar(20), -- none
  診療日 date, -- none / other_pii
  傷病名 varchar(100), -- other_pii
  主訴 varchar(400), -- free_text / other_pii
  所見 text, -- free_text / other_pii
  処方内容 text, -- other_pii / free_text
  担当医 varchar(40), -- person_name
  点数 int -- none
);

-- source: a Japanese city office
CREATE TABLE jumin_kihon (
  atena_no char(10) PRIMARY KEY, -- national_id / account_id
  setai_no char(10), -- account_id / none
  kojin_no char(12), -- national_id
  shimei_kanji varchar(60), -- person_name
  shimei_kana varchar(60), -- kana_name
  kyu_shi varchar(30), -- family_name
  tsusho varchar(60), -- nickname / person_name
  seinen_ymd char(8), -- birth_date
  seibetu char(1), -- gender
  zokugara_cd char(2), -- other_pii
  yubin_bango char(7), -- postal_code
  jusho_cd char(11), -- none / address
  jusyo varchar(100), -- address
  katagaki varchar(60), -- address / other_pii
  honseki varchar(100), -- address
  hittosha varchar(60), -- person_name
  tennyu_ymd char(8), -- none
  idou_jiyu char(2), -- none / free_text other_pii
  kokuseki_cd char(3), -- country / other_pii
  zairyu_shikaku char(3), -- other_pii
  shien_sochi_kbn char(1), -- other_pii / none
  tel varchar(15), -- phone
  sakusei_ts timestamp, -- none
  koshin_user varchar(20), -- username / account_id
  del_flg char(1) -- none
);
CREATE TABLE zei_kazei (
  kazei_nendo int, -- none
  atena_no char(10), -- national_id / account_id
  goukei_shotoku bigint, -- other_pii
  kyuyo_shunyu bigint, -- other_pii
  fuyo_ninzu int, -- other_pii
  kazei_kbn char(1), -- none / other_pii
  furikomi_ginko_cd char(4), -- bank_account / none
  koza_no char(7), -- bank_account
  koza_meiginin_kana varchar(60) -- kana_name / person_name
);

-- source: a Japanese nursery
CREATE TABLE enji (
  enji_id int PRIMARY KEY, -- none
  enji_mei varchar(40), -- person_name
  enji_mei_kana varchar(60), -- kana_name
  aisho varchar(20), -- nickname
  tanjobi date, -- birth_date
  nyuen_bi date, -- none
  class_cd char(2), -- none
  chichi_shimei varchar(40), -- person_name
  chichi_kinmusaki varchar(80), -- organisation_name
  chichi_keitai varchar(15), -- phone
  haha_shimei varchar(40), -- person_name
  haha_kinmusaki varchar(80), -- organisation_name
  haha_keitai varchar(15), -- phone
  omukae_sha varchar(40), -- person_name
  heinetsu decimal(3,1), -- other_pii
  arerugi varchar(200), -- other_pii / free_text
  kakaritsuke varchar(60), -- organisation_name / other_pii person_name
  ketsuekigata char(2), -- other_pii
  hoikuryo int, -- none / other_pii
  tokkijiko text -- free_text
);
CREATE TABLE renrakucho (
  id int PRIMARY KEY, -- none
  enji_id int, -- none
  hiduke date, -- none
  taion decimal(3,1), -- other_pii
  shokuji varchar(200), -- free_text / none other_pii
  suimin varchar(40), -- free_text / none other_pii
  katei_kara text, -- free_text
  en_kara text, -- free_text
  kinyusha varchar(40) -- person_name / username
);

-- source: a Japanese members' site with mixed names
CREATE TABLE mst_member (
  member_seq int PRIMARY KEY, -- none
  member_cd varchar(12), -- account_id
  sei_kanji varchar(20), -- family_name
  mei_kanji varchar(20), -- given_name
  sei_furigana varchar(30), -- kana_name
  mei_furigana varchar(30), -- kana_name
  mail_pc varchar(120), -- email
  mail_mb varchar(120), -- email
  tel_1 varchar(5), -- phone
  tel_2 varchar(5), -- phone
  tel_3 varchar(5), -- phone
  zip_3 char(3), -- postal_code
  zip_4 char(4), -- postal_code
  pref_id int, -- none / region
  addr1 varchar(80), -- address
  addr2 varchar(80), -- address
  birth_y int, -- birth_date
  birth_m int, -- birth_date
  birth_d int, -- birth_date
  sex tinyint, -- gender
  job_cd int, -- other_pii / none
  login_pw varchar(128), -- password_hash
  reminder_q varchar(100), -- secret_token / free_text none
  reminder_a varchar(100), -- secret_token / free_text
  mailmaga_flg tinyint, -- none
  point int, -- none
  card_4 char(4), -- payment_card / none
  line_user_id varchar(40), -- account_id
  ua varchar(300), -- user_agent
  regist_host varchar(200), -- ip_address / none
  taikai_riyu varchar(400), -- free_text
  ins_date datetime, -- none
  upd_date datetime, -- none
  upd_user varchar(40) -- username / account_id person_name
);

-- source: a property manager
CREATE TABLE tenants (
  tenant_id int PRIMARY KEY, -- none
  unit_id int, -- none
  full_legal_name varchar(120), -- person_name
  co_tenant_name varchar(120), -- person_name
  mobile_no varchar(20), -- phone
  alt_contact_no varchar(20), -- phone
  email_id varchar(120), -- email
  aadhaar_no varchar(12), -- national_id
  pan varchar(10), -- national_id / payment_card
  permanent_addr text, -- address
  employer_name varchar(120), -- organisation_name / none
  monthly_salary decimal(10,2), -- other_pii
  guarantor varchar(120), -- person_name
  guarantor_relation varchar(40), -- other_pii / none
  guarantor_mob varchar(20), -- phone
  veh_reg_no varchar(20), -- order_or_licence / other_pii national_id student_id
  lease_start date, -- none
  rent_amt decimal(10,2), -- none
  deposit_amt decimal(10,2), -- none
  bank_acc_no varchar(30), -- bank_account
  ifsc varchar(11), -- bank_account / none
  upi_id varchar(60), -- bank_account / account_id
  police_verif_status varchar(20), -- none / other_pii
  id_proof_path varchar(255), -- photo_blob / none national_id
  remarks text -- free_text
);
CREATE TABLE units (
  unit_id int PRIMARY KEY, -- none
  building_name varchar(80), -- none / address organisation_name
  floor_no int, -- none / address
  unit_no varchar(10), -- none / address
  area_sqft int, -- none
  furnished tinyint, -- none
  meter_no varchar(20), -- none / order_or_licence
  amenities text, -- none
  status varchar(20) -- none
);
CREATE TABLE maintenance_requests (
  req_id int PRIMARY KEY, -- none
  unit_id int, -- none
  tenant_id int, -- none
  raised_on datetime, -- none
  category varchar(40), -- none
  issue_desc text, -- free_text
  assigned_tech varchar(60), -- person_name / username none
  tech_contact varchar(20), -- phone
  resolution_notes text, -- free_text
  rating int, -- none
  closed_on datetime -- none
);
