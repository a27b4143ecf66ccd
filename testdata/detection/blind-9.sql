-- A ninth set, with tables that are not named after persons, written after the rules had been
-- changed with the eighth at hand, and before they were run on it. See blind-7.sql for the
-- notation and SOURCES.md for all.

-- source: Postfixadmin
CREATE TABLE mailbox (
  username varchar(255) PRIMARY KEY, -- email / username
  password varchar(255), -- password_hash
  name varchar(255), -- person_name
  maildir varchar(255), -- none / email username other_pii
  quota bigint, -- none
  local_part varchar(255), -- email / username
  domain varchar(255), -- none
  phone varchar(30), -- phone
  email_other varchar(255), -- email
  token varchar(255), -- secret_token
  active tinyint -- none
);
CREATE TABLE alias (
  address varchar(255) PRIMARY KEY, -- email
  goto text, -- email
  domain varchar(255), -- none
  modified datetime -- none
);
CREATE TABLE vacation (
  email varchar(255) PRIMARY KEY, -- email
  subject varchar(255), -- free_text
  body text, -- free_text
  cache text, -- email / none json_container other_pii free_text
  active tinyint -- none
);

-- source: GnuCash
CREATE TABLE invoices (
  guid varchar(32) PRIMARY KEY, -- none
  id varchar(2048), -- order_or_licence
  date_opened datetime, -- none
  notes varchar(2048), -- free_text
  active int, -- none
  currency varchar(32), -- none
  owner_guid varchar(32), -- none / account_id
  billing_id varchar(2048) -- order_or_licence / account_id none
);
CREATE TABLE employees (
  guid varchar(32) PRIMARY KEY, -- none
  username varchar(2048), -- username / person_name
  id varchar(2048), -- account_id
  language varchar(2048), -- none / other_pii
  acl varchar(2048), -- none
  workday_num bigint, -- none
  addr_name varchar(1024), -- person_name
  addr_addr1 varchar(1024), -- address
  addr_addr4 varchar(1024), -- address
  addr_phone varchar(128), -- phone
  addr_fax varchar(128), -- phone
  addr_email varchar(256) -- email
);
CREATE TABLE splits (
  guid varchar(32) PRIMARY KEY, -- none
  tx_guid varchar(32), -- none
  memo varchar(2048), -- free_text
  action varchar(2048), -- none / free_text
  value_num bigint -- none
);

-- source: phpList
CREATE TABLE phplist_user_user (
  id int PRIMARY KEY, -- none
  email varchar(255), -- email
  confirmed tinyint, -- none
  bouncecount int, -- none
  uniqid varchar(255), -- secret_token / account_id
  htmlemail tinyint, -- none
  foreignkey varchar(100), -- account_id / none
  subscribepage int, -- none
  extradata text, -- json_container / other_pii free_text
  passwordchanged date -- none
);
CREATE TABLE phplist_user_user_attribute (
  attributeid int, -- none
  userid int, -- none
  value text -- other_pii / json_container free_text
);
CREATE TABLE phplist_user_user_history (
  id int PRIMARY KEY, -- none
  userid int, -- none
  ip varchar(255), -- ip_address
  date datetime, -- none
  summary varchar(255), -- free_text / none
  detail text, -- free_text / json_container other_pii
  systeminfo text -- user_agent / json_container ip_address
);

-- source: a German laboratory
CREATE TABLE auftrag (
  auftragsnr varchar(12) PRIMARY KEY, -- order_or_licence / none account_id
  pat_nachname varchar(60), -- family_name
  pat_vorname varchar(60), -- given_name
  pat_gebdat date, -- birth_date
  pat_geschl char(1), -- gender
  kassennr varchar(12), -- none / account_id national_id organisation_name
  versichertennr varchar(12), -- national_id / account_id
  einsender varchar(80), -- person_name / organisation_name
  diagnose varchar(200), -- other_pii
  eingang datetime, -- none
  dringend tinyint -- none
);
CREATE TABLE befund (
  id int PRIMARY KEY, -- none
  auftragsnr varchar(12), -- order_or_licence / none account_id
  messgroesse varchar(20), -- none / other_pii
  einheit varchar(10), -- none
  ergebnis varchar(200), -- other_pii / free_text
  kommentar text, -- free_text
  freigegeben_von varchar(40) -- username / person_name
);

-- source: a French payroll
CREATE TABLE bulletin (
  id int PRIMARY KEY, -- none
  matricule varchar(10), -- account_id
  nom_usuel varchar(50), -- family_name / person_name
  prenom varchar(50), -- given_name
  nir char(15), -- national_id
  rue varchar(80), -- address
  cp char(5), -- postal_code
  commune varchar(50), -- city / address
  emploi varchar(60), -- other_pii
  net_a_payer decimal(10,2), -- other_pii / none
  iban varchar(34), -- bank_account
  titulaire varchar(60), -- person_name / bank_account
  motif_absence varchar(100), -- other_pii / free_text
  periode char(6) -- none
);

-- source: a Japanese law office
CREATE TABLE 事件簿 (
  事件番号 varchar(20) PRIMARY KEY, -- order_or_licence / none
  依頼者名 varchar(40), -- person_name
  依頼者よみ varchar(40), -- kana_name
  相手方 varchar(40), -- person_name / organisation_name
  相手方代理人 varchar(40), -- person_name
  連絡先 varchar(60), -- phone / address email other_pii
  係属裁判所 varchar(40), -- none / organisation_name
  事件概要 text, -- free_text
  着手金 int, -- none
  受任日 date, -- none
  終了区分 varchar(10) -- none
);
CREATE TABLE 期日 (
  id int PRIMARY KEY, -- none
  事件番号 varchar(20), -- order_or_licence / none
  期日 datetime, -- none
  出頭者 varchar(60), -- person_name
  備考 varchar(200) -- free_text
);

-- source: a Japanese delivery service in Latin letters
CREATE TABLE haisou_irai (
  denpyo_no varchar(12) PRIMARY KEY, -- order_or_licence / none
  irainushi varchar(60), -- person_name / organisation_name
  irainushi_tel varchar(15), -- phone
  todokesaki_mei varchar(60), -- person_name
  todokesaki_jusho varchar(120), -- address
  todokesaki_tatemono varchar(80), -- address
  fuzai_renrakusaki varchar(60), -- phone / person_name other_pii
  oku_haiba varchar(60), -- other_pii / free_text none
  hinmei varchar(60), -- none
  kosuu int, -- none
  shitei_jikantai varchar(10), -- none
  driver_mei varchar(40), -- person_name
  juryo_sign longblob, -- photo_blob
  tokki_jiko varchar(200) -- free_text
);
