-- A tenth set: the first of schemas that were read from public repositories rather than
-- remembered. Tables that hold persons were chosen, and others of the same schema drawn with a
-- fixed seed; all of their columns are here, with types as MySQL writes them. Labelled before
-- anything was run on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: RosarioSIS
CREATE TABLE students (
  student_id integer PRIMARY KEY, -- none
  last_name varchar(50), -- family_name
  first_name varchar(50), -- given_name
  middle_name varchar(50), -- given_name
  name_suffix varchar(3), -- other_pii / family_name given_name person_name none
  username varchar(100), -- username
  password varchar(106), -- password_hash
  last_login datetime, -- none
  failed_login integer, -- none
  custom_200000000 text, -- gender / other_pii
  custom_200000001 text, -- other_pii
  custom_200000002 text, -- nickname / other_pii person_name given_name
  custom_200000003 text, -- national_id / other_pii
  custom_200000004 date, -- birth_date / other_pii
  custom_200000005 text, -- other_pii / none
  custom_200000006 text, -- person_name / other_pii
  custom_200000007 text, -- phone / other_pii
  custom_200000008 text, -- other_pii / organisation_name none
  custom_200000009 longtext, -- free_text / other_pii
  custom_200000010 char(1), -- none / other_pii
  custom_200000011 longtext, -- free_text / other_pii
  created_at timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE staff (
  syear decimal(4,0), -- none
  staff_id integer PRIMARY KEY, -- none
  current_school_id integer, -- none
  title varchar(5), -- gender / other_pii none
  first_name varchar(50), -- given_name
  last_name varchar(50), -- family_name
  middle_name varchar(50), -- given_name
  name_suffix varchar(3), -- other_pii / family_name given_name person_name none
  username varchar(100), -- username
  password varchar(106), -- password_hash
  email varchar(255), -- email
  custom_200000001 text, -- phone / other_pii
  profile varchar(30), -- none
  schools varchar(150), -- none
  last_login datetime, -- none
  failed_login integer, -- none
  profile_id integer, -- none
  rollover_id integer, -- none
  created_at timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE people (
  person_id integer PRIMARY KEY, -- none
  last_name varchar(50), -- family_name
  first_name varchar(50), -- given_name
  middle_name varchar(50), -- given_name
  created_at timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE address (
  address_id integer PRIMARY KEY, -- none
  house_no decimal(5,0), -- address / none
  direction varchar(2), -- address / none
  street varchar(30), -- address
  apt varchar(5), -- address
  zipcode varchar(10), -- postal_code
  city text, -- city
  state varchar(50), -- region
  mail_street varchar(30), -- address
  mail_city text, -- city
  mail_state varchar(50), -- region
  mail_zipcode varchar(10), -- postal_code
  address text, -- address
  mail_address text, -- address
  phone varchar(30), -- phone
  created_at timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE people_join_contacts (
  id integer PRIMARY KEY, -- none
  person_id integer, -- none
  title varchar(100), -- none / other_pii
  value varchar(100), -- phone / email other_pii json_container free_text account_id
  created_at timestamp, -- none
  updated_at timestamp -- none
);
CREATE TABLE students_join_people (
  id integer PRIMARY KEY, -- none
  student_id integer, -- none
  person_id integer, -- none
  address_id integer, -- none
  custody varchar(1), -- none
  emergency varchar(1), -- none
  student_relation varchar(100), -- other_pii / none
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (student_id) REFERENCES students (student_id)
);
CREATE TABLE student_medical_visits (
  id integer PRIMARY KEY, -- none
  student_id integer, -- none
  school_date date, -- none
  time_in varchar(20), -- none
  time_out varchar(20), -- none
  reason varchar(100), -- free_text / other_pii
  result varchar(100), -- free_text / other_pii
  comments text, -- free_text / other_pii
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (student_id) REFERENCES students (student_id)
);
CREATE TABLE discipline_referrals (
  id integer PRIMARY KEY, -- none
  syear decimal(4,0), -- none
  student_id integer, -- none
  school_id integer, -- none
  staff_id integer, -- none
  entry_date date, -- none
  referral_date date, -- none
  category_1 text, -- other_pii / free_text none
  category_2 text, -- other_pii / free_text none
  category_3 varchar(1), -- none / other_pii
  category_4 text, -- other_pii / free_text none
  category_5 text, -- other_pii / free_text none
  category_6 longtext, -- free_text / other_pii
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (syear) REFERENCES schools (syear),
  FOREIGN KEY (student_id) REFERENCES students (student_id),
  FOREIGN KEY (school_id) REFERENCES schools (school_id),
  FOREIGN KEY (staff_id) REFERENCES staff (staff_id)
);
CREATE TABLE calendar_events (
  id integer PRIMARY KEY, -- none
  syear decimal(4,0), -- none
  school_id integer, -- none
  school_date date, -- none
  title varchar(50), -- none / free_text
  description longtext, -- none / free_text
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (syear) REFERENCES schools (syear),
  FOREIGN KEY (school_id) REFERENCES schools (school_id)
);
CREATE TABLE gradebook_assignments (
  assignment_id integer PRIMARY KEY, -- none
  staff_id integer, -- none
  marking_period_id integer, -- none
  course_period_id integer, -- none
  course_id integer, -- none
  assignment_type_id integer, -- none
  title text, -- none
  assigned_date date, -- none
  due_date date, -- none
  points integer, -- none
  description longtext, -- none / free_text
  file text, -- none
  default_points integer, -- none
  submission varchar(1), -- none
  weight integer, -- none
  created_at timestamp, -- none
  updated_at timestamp, -- none
  FOREIGN KEY (staff_id) REFERENCES staff (staff_id),
  FOREIGN KEY (marking_period_id) REFERENCES school_marking_periods (marking_period_id),
  FOREIGN KEY (course_period_id) REFERENCES course_periods (course_period_id),
  FOREIGN KEY (course_id) REFERENCES courses (course_id)
);

-- source: OpenCATS
CREATE TABLE candidate (
  candidate_id int(11) PRIMARY KEY, -- none
  site_id int(11), -- none
  last_name varchar(64), -- family_name
  first_name varchar(64), -- given_name
  middle_name varchar(32), -- given_name
  phone_home varchar(40), -- phone
  phone_cell varchar(40), -- phone
  phone_work varchar(40), -- phone
  address text, -- address
  city varchar(64), -- city
  state varchar(64), -- region
  zip varchar(16), -- postal_code
  source varchar(128), -- none / other_pii free_text
  date_available datetime, -- none
  can_relocate int(1), -- none
  notes text, -- free_text
  key_skills text, -- other_pii / free_text
  current_employer varchar(128), -- organisation_name / other_pii
  entered_by int(11) COMMENT 'Created-by user.', -- none
  owner int(11), -- none
  date_created datetime, -- none
  date_modified datetime, -- none
  email1 varchar(128), -- email
  email2 varchar(128), -- email
  web_site varchar(128), -- url_profile
  import_id int(11), -- none
  is_hot int(1), -- none
  eeo_ethnic_type_id int(11), -- none / other_pii
  eeo_veteran_type_id int(11), -- none / other_pii
  eeo_disability_status varchar(5), -- other_pii
  eeo_gender varchar(5), -- gender
  desired_pay varchar(64), -- other_pii / none
  current_pay varchar(64), -- other_pii
  is_active int(1), -- none
  is_admin_hidden int(1), -- none
  best_time_to_call varchar(255) -- other_pii / none free_text
);
CREATE TABLE contact (
  contact_id int(11) PRIMARY KEY, -- none
  company_id int(11), -- none
  site_id int(11), -- none
  last_name varchar(64), -- family_name
  first_name varchar(64), -- given_name
  title varchar(128), -- other_pii / none
  email1 varchar(128), -- email
  email2 varchar(128), -- email
  phone_work varchar(40), -- phone
  phone_cell varchar(40), -- phone
  phone_other varchar(40), -- phone
  address text, -- address
  city varchar(64), -- city
  state varchar(64), -- region
  zip varchar(16), -- postal_code
  is_hot int(1), -- none
  notes text, -- free_text
  entered_by int(11), -- none
  owner int(11), -- none
  date_created datetime, -- none
  date_modified datetime, -- none
  left_company int(1), -- none
  import_id int(11), -- none
  company_department_id int(11), -- none
  reports_to int(11) -- none
);
CREATE TABLE user_login (
  user_login_id int(11) PRIMARY KEY, -- none
  user_id int(11), -- none
  site_id int(11), -- none
  ip varchar(128), -- ip_address
  user_agent varchar(255), -- user_agent
  date datetime, -- none
  successful int(1), -- none
  host varchar(255), -- ip_address / none
  date_refreshed datetime -- none
);
CREATE TABLE email_history (
  email_history_id int(11) PRIMARY KEY, -- none
  from_address varchar(128), -- email
  recipients text, -- email
  text text, -- free_text
  user_id int(11), -- none
  site_id int(11), -- none
  date datetime -- none
);
CREATE TABLE company (
  company_id int(11) PRIMARY KEY, -- none
  site_id int(11), -- none
  billing_contact int(11), -- none
  name varchar(64), -- organisation_name / none
  address text, -- address / none
  city varchar(64), -- city / none
  state varchar(64), -- region / none
  zip varchar(16), -- postal_code / none
  phone1 varchar(40), -- phone / none
  phone2 varchar(40), -- phone / none
  url varchar(128), -- url_profile / none
  key_technologies text, -- none / free_text
  notes text, -- free_text / none
  entered_by int(11), -- none
  owner int(11), -- none
  date_created datetime, -- none
  date_modified datetime, -- none
  is_hot int(1), -- none
  fax_number varchar(40), -- phone / none
  import_id int(11), -- none
  default_company int(1) -- none
);
CREATE TABLE candidate_jobordrer_status_type (
  candidate_status_type_id int(11) PRIMARY KEY, -- none
  short_description varchar(32), -- none
  can_be_scheduled int(1) -- none
);
CREATE TABLE extension_statistics (
  extension_statistics_id int(11) PRIMARY KEY, -- none
  extension varchar(128), -- phone / account_id none
  action varchar(128), -- none
  `user` varchar(128), -- username / account_id person_name
  date date -- none
);

-- source: FrontAccounting
CREATE TABLE `0_crm_persons` (
  id int(11) PRIMARY KEY, -- none
  ref varchar(30), -- nickname / account_id person_name username
  name varchar(60), -- person_name / given_name
  name2 varchar(60), -- family_name / person_name given_name
  address tinytext, -- address
  phone varchar(30), -- phone
  phone2 varchar(30), -- phone
  fax varchar(30), -- phone
  email varchar(100), -- email
  lang char(5), -- none
  notes tinytext, -- free_text
  inactive tinyint(1) -- none
);
CREATE TABLE `0_cust_branch` (
  branch_code int(11), -- none
  debtor_no int(11), -- none
  br_name varchar(60), -- organisation_name / person_name none
  branch_ref varchar(30), -- none / organisation_name person_name account_id
  br_address tinytext, -- address
  area int(11), -- none
  salesman int(11), -- none
  default_location varchar(5), -- none
  tax_group_id int(11), -- none
  sales_account varchar(15), -- none
  sales_discount_account varchar(15), -- none
  receivables_account varchar(15), -- none
  payment_discount_account varchar(15), -- none
  default_ship_via int(11), -- none
  br_post_address tinytext, -- address
  group_no int(11), -- none
  notes tinytext, -- free_text
  bank_account varchar(60), -- bank_account
  inactive tinyint(1), -- none
  PRIMARY KEY (branch_code, debtor_no)
);
CREATE TABLE `0_suppliers` (
  supplier_id int(11) PRIMARY KEY, -- none
  supp_name varchar(60), -- organisation_name / none
  supp_ref varchar(30), -- none / organisation_name
  address tinytext, -- address / none
  supp_address tinytext, -- address / none
  gst_no varchar(25), -- national_id / account_id none
  contact varchar(60), -- person_name / phone email
  supp_account_no varchar(40), -- account_id / bank_account none
  website varchar(100), -- url_profile / none
  bank_account varchar(60), -- bank_account
  curr_code char(3), -- none
  payment_terms int(11), -- none
  tax_included tinyint(1), -- none
  dimension_id int(11), -- none
  dimension2_id int(11), -- none
  tax_group_id int(11), -- none
  credit_limit double, -- none
  purchase_account varchar(15), -- none
  payable_account varchar(15), -- none
  payment_discount_account varchar(15), -- none
  notes tinytext, -- free_text / none
  inactive tinyint(1) -- none
);
CREATE TABLE `0_users` (
  id smallint(6) PRIMARY KEY, -- none
  user_id varchar(60), -- username / account_id
  password varchar(100), -- password_hash
  real_name varchar(100), -- person_name
  role_id int(11), -- none
  phone varchar(30), -- phone
  email varchar(100), -- email
  language varchar(20), -- none
  date_format tinyint(1), -- none
  date_sep tinyint(1), -- none
  tho_sep tinyint(1), -- none
  dec_sep tinyint(1), -- none
  theme varchar(20), -- none
  page_size varchar(20), -- none
  prices_dec smallint(6), -- none
  qty_dec smallint(6), -- none
  rates_dec smallint(6), -- none
  percent_dec smallint(6), -- none
  show_gl tinyint(1), -- none
  show_codes tinyint(1), -- none
  show_hints tinyint(1), -- none
  last_visit_date datetime, -- none
  query_size tinyint(1) unsigned, -- none
  graphic_links tinyint(1), -- none
  pos smallint(6), -- none
  print_profile varchar(30), -- none
  rep_popup tinyint(1), -- none
  sticky_doc_date tinyint(1), -- none
  startup_tab varchar(20), -- none
  transaction_days smallint(6), -- none
  save_report_selections smallint(6), -- none
  use_date_picker tinyint(1), -- none
  def_print_destination tinyint(1), -- none
  def_print_orientation tinyint(1), -- none
  inactive tinyint(1) -- none
);
CREATE TABLE `0_salesman` (
  salesman_code int(11) PRIMARY KEY, -- none
  salesman_name char(60), -- person_name
  salesman_phone char(30), -- phone
  salesman_fax char(30), -- phone
  salesman_email varchar(100), -- email
  provision double, -- none
  break_pt double, -- none
  provision2 double, -- none
  inactive tinyint(1) -- none
);
CREATE TABLE `0_exchange_rates` (
  id int(11) PRIMARY KEY, -- none
  curr_code char(3), -- none
  rate_buy double, -- none
  rate_sell double, -- none
  date_ date -- none
);
CREATE TABLE `0_reflines` (
  id int(11) PRIMARY KEY, -- none
  trans_type int(11), -- none
  prefix char(5), -- none
  pattern varchar(35), -- none
  description varchar(60), -- none
  `default` tinyint(1), -- none
  inactive tinyint(1) -- none
);

-- source: OpenHospital
CREATE TABLE PATIENT (
  PAT_ID int PRIMARY KEY, -- none
  PAT_FNAME varchar(50), -- given_name
  PAT_SNAME varchar(50), -- family_name
  PAT_NAME varchar(100), -- person_name
  PAT_AGE int, -- other_pii
  PAT_SEX char(1), -- gender
  PAT_ADDR varchar(50), -- address
  PAT_CITY varchar(50), -- city
  PAT_NEXT_KIN varchar(50), -- person_name
  PAT_TELE varchar(50), -- phone
  PAT_MOTH char(1), -- none / other_pii
  PAT_FATH char(1), -- none / other_pii
  PAT_LEDU char(1), -- none / other_pii
  PAT_ESTA char(1), -- none / other_pii
  PAT_PTOGE char(1), -- none / other_pii
  PAT_NOTE text, -- free_text
  PAT_DELETED char(1), -- none
  PAT_LOCK int -- none
);
CREATE TABLE ADMISSION (
  ADM_ID int PRIMARY KEY, -- none
  ADM_IN int, -- none
  ADM_TYPE char(1), -- none
  ADM_WRD_ID_A char(1), -- none
  ADM_YPROG int, -- none
  ADM_PAT_ID int, -- none
  ADM_DATE_ADM datetime, -- none
  ADM_ADMT_ID_A_ADM varchar(10), -- none
  ADM_FHU varchar(50), -- other_pii / none account_id order_or_licence free_text organisation_name
  ADM_IN_DIS_ID_A varchar(10), -- none
  ADM_OUT_DIS_ID_A varchar(10), -- none
  ADM_OPE_ID_A varchar(10), -- none
  ADM_DATE_OP datetime, -- none
  ADM_RESOP varchar(10), -- none / other_pii
  ADM_DATE_DIS datetime, -- none
  ADM_DIST_ID_A varchar(10), -- none
  ADM_NOTE text, -- free_text
  ADM_TRANS float, -- none / other_pii
  ADM_PRG_DATE_VIS datetime, -- none
  ADM_PRG_PTT_ID_A varchar(10), -- none
  ADM_PRG_DATE_DEL datetime, -- none
  ADM_PRG_DLT_ID_A char(1), -- none
  ADM_PRG_DRT_ID_A char(1), -- none
  ADM_PRG_WEIGHT float, -- other_pii / none
  ADM_PRG_DATE_CTRL1 datetime, -- none
  ADM_PRG_DATE_CTRL2 datetime, -- none
  ADM_PRG_DATE_ABORT datetime, -- none
  ADM_LOCK int, -- none
  ADM_DELETED char(1) -- none
);
CREATE TABLE HOSPITAL (
  HOS_ID_A varchar(10) PRIMARY KEY, -- none
  HOS_NAME varchar(255), -- organisation_name / none
  HOS_ADDR varchar(255), -- address / none
  HOS_CITY varchar(255), -- city / none
  HOS_TELE varchar(50), -- phone / none
  HOS_FAX varchar(50), -- phone / none
  HOS_EMAIL varchar(50), -- email / none
  HOS_LOCK int -- none
);
CREATE TABLE `USER` (
  US_ID_A varchar(50) PRIMARY KEY, -- username / account_id
  US_UG_ID_A varchar(50), -- none
  US_PASSWD varchar(50), -- password_hash
  US_DESC varchar(128) -- person_name / free_text other_pii none
);
CREATE TABLE OPD (
  OPD_ID int(11) PRIMARY KEY, -- none
  OPD_DATE datetime, -- none
  OPD_NEW_PAT char(1), -- none
  OPD_DATE_VIS date, -- none
  OPD_PROG_YEAR int(11), -- none
  OPD_SEX char(1), -- gender
  OPD_AGE int(11), -- other_pii
  OPD_DIS_ID_A varchar(10), -- none
  OPD_DIS_ID_A_2 varchar(10), -- none
  OPD_DIS_ID_A_3 varchar(10), -- none
  OPD_LOCK int(11) -- none
);
CREATE TABLE MEDICALDSRSTOCKMOVTYPE (
  MMVT_ID_A varchar(10) PRIMARY KEY, -- none
  MMVT_DESC varchar(50), -- none
  MMVT_TYPE char(2) -- none
);

-- source: bss-nagasawa/training_java_vue, Japanese
CREATE TABLE admin_login_info (
  id int(4) COMMENT '管理者ID', -- none
  login_id char(10) PRIMARY KEY COMMENT 'ログインID', -- username / account_id
  password char(20) COMMENT 'パスワード', -- password_hash
  auth int(1) COMMENT '権限', -- none
  regist_date timestamp COMMENT '登録日', -- none
  register varchar(20) COMMENT '登録管理者' -- username / person_name account_id
) COMMENT='管理機能ログイン情報';
CREATE TABLE user_login_info (
  id int(4) COMMENT 'ID', -- none
  login_id char(10) PRIMARY KEY COMMENT 'ログインID', -- username / account_id
  password char(20) COMMENT 'パスワード', -- password_hash
  category int(1) COMMENT 'ユーザー種別', -- none
  regist_date timestamp COMMENT '登録日', -- none
  update_date timestamp COMMENT '更新日' -- none
) COMMENT='会員機能ログイン情報';
CREATE TABLE users (
  login_id char(10) PRIMARY KEY COMMENT 'ログインID', -- username / account_id
  personal_number char(5) COMMENT '個人登録番号', -- account_id / national_id
  last_name_kanji varchar(10) COMMENT '氏名_氏（漢字', -- family_name
  first_name_kanji varchar(10) COMMENT '氏名_名（漢字)', -- given_name
  last_name_kana varchar(20) COMMENT '氏名_氏（カナ）', -- kana_name
  first_name_kana varchar(20) COMMENT '氏名_名（カナ）', -- kana_name
  postal_code char(7) COMMENT '郵便番号', -- postal_code
  address1 varchar(5) COMMENT '住所１', -- address / region
  address2 varchar(100) COMMENT '住所2', -- address
  address3 varchar(100) COMMENT '住所3', -- address
  phone1 char(11) COMMENT '電話番号１', -- phone
  birth_date char(8) COMMENT '生年月日', -- birth_date
  sex int(1) COMMENT '性別', -- gender
  email char(100) COMMENT 'E-mail', -- email
  regist_date timestamp COMMENT '登録日', -- none
  update_date timestamp COMMENT '更新日' -- none
) COMMENT='個人情報';

-- source: RuoYi
CREATE TABLE sys_dept (
  dept_id bigint(20) PRIMARY KEY COMMENT '部门id', -- none
  parent_id bigint(20) COMMENT '父部门id', -- none
  ancestors varchar(50) COMMENT '祖级列表', -- none
  dept_name varchar(30) COMMENT '部门名称', -- none / organisation_name
  order_num int(4) COMMENT '显示顺序', -- none
  leader varchar(20) COMMENT '负责人', -- person_name / username
  phone varchar(11) COMMENT '联系电话', -- phone / none
  email varchar(50) COMMENT '邮箱', -- email / none
  `status` char(1) COMMENT '部门状态（0正常 1停用）', -- none
  del_flag char(1) COMMENT '删除标志（0代表存在 2代表删除）', -- none
  create_by varchar(64) COMMENT '创建者', -- username
  create_time datetime COMMENT '创建时间', -- none
  update_by varchar(64) COMMENT '更新者', -- username
  update_time datetime COMMENT '更新时间' -- none
) COMMENT='部门表';
CREATE TABLE sys_user (
  user_id bigint(20) PRIMARY KEY COMMENT '用户ID', -- none
  dept_id bigint(20) COMMENT '部门ID', -- none
  login_name varchar(30) COMMENT '登录账号', -- username
  user_name varchar(30) COMMENT '用户昵称', -- nickname / person_name username
  user_type varchar(2) COMMENT '用户类型（00系统用户 01注册用户）', -- none
  email varchar(50) COMMENT '用户邮箱', -- email
  phonenumber varchar(11) COMMENT '手机号码', -- phone
  sex char(1) COMMENT '用户性别（0男 1女 2未知）', -- gender
  avatar varchar(100) COMMENT '头像路径', -- photo_blob / url_profile
  password varchar(50) COMMENT '密码', -- password_hash
  salt varchar(20) COMMENT '盐加密', -- password_hash / secret_token
  `status` char(1) COMMENT '账号状态（0正常 1停用）', -- none
  del_flag char(1) COMMENT '删除标志（0代表存在 2代表删除）', -- none
  login_ip varchar(128) COMMENT '最后登录IP', -- ip_address
  login_date datetime COMMENT '最后登录时间', -- none
  pwd_update_date datetime COMMENT '密码最后更新时间', -- none
  create_by varchar(64) COMMENT '创建者', -- username
  create_time datetime COMMENT '创建时间', -- none
  update_by varchar(64) COMMENT '更新者', -- username
  update_time datetime COMMENT '更新时间', -- none
  remark varchar(500) COMMENT '备注' -- free_text / none
) COMMENT='用户信息表';
CREATE TABLE sys_oper_log (
  oper_id bigint(20) PRIMARY KEY COMMENT '日志主键', -- none
  title varchar(50) COMMENT '模块标题', -- none
  business_type int(2) COMMENT '业务类型（0其它 1新增 2修改 3删除）', -- none
  method varchar(200) COMMENT '方法名称', -- none
  request_method varchar(10) COMMENT '请求方式', -- none
  operator_type int(1) COMMENT '操作类别（0其它 1后台用户 2手机端用户）', -- none
  oper_name varchar(50) COMMENT '操作人员', -- username / person_name
  dept_name varchar(50) COMMENT '部门名称', -- none / organisation_name
  oper_url varchar(255) COMMENT '请求URL', -- none
  oper_ip varchar(128) COMMENT '主机地址', -- ip_address
  oper_location varchar(255) COMMENT '操作地点', -- other_pii / city address geo region
  oper_param varchar(2000) COMMENT '请求参数', -- json_container / free_text
  json_result varchar(2000) COMMENT '返回参数', -- json_container / free_text none
  `status` int(1) COMMENT '操作状态（0正常 1异常）', -- none
  error_msg varchar(2000) COMMENT '错误消息', -- none / free_text json_container
  oper_time datetime COMMENT '操作时间', -- none
  cost_time bigint(20) COMMENT '消耗时间' -- none
) COMMENT='操作日志记录';
CREATE TABLE sys_logininfor (
  info_id bigint(20) PRIMARY KEY COMMENT '访问ID', -- none
  login_name varchar(50) COMMENT '登录账号', -- username
  ipaddr varchar(128) COMMENT '登录IP地址', -- ip_address
  login_location varchar(255) COMMENT '登录地点', -- other_pii / city address geo region
  browser varchar(50) COMMENT '浏览器类型', -- user_agent / none
  os varchar(50) COMMENT '操作系统', -- none / user_agent
  `status` char(1) COMMENT '登录状态（0成功 1失败）', -- none
  msg varchar(255) COMMENT '提示消息', -- none / free_text
  login_time datetime COMMENT '访问时间' -- none
) COMMENT='系统访问记录';
CREATE TABLE sys_user_online (
  sessionId varchar(50) PRIMARY KEY COMMENT '用户会话id', -- secret_token / device_id
  login_name varchar(50) COMMENT '登录账号', -- username
  dept_name varchar(50) COMMENT '部门名称', -- none / organisation_name
  ipaddr varchar(128) COMMENT '登录IP地址', -- ip_address
  login_location varchar(255) COMMENT '登录地点', -- other_pii / city address geo region
  browser varchar(50) COMMENT '浏览器类型', -- user_agent / none
  os varchar(50) COMMENT '操作系统', -- none / user_agent
  `status` varchar(10) COMMENT '在线状态on_line在线off_line离线', -- none
  start_timestamp datetime COMMENT 'session创建时间', -- none
  last_access_time datetime COMMENT 'session最后访问时间', -- none
  expire_time int(5) COMMENT '超时时间，单位为分钟', -- none
  session_data blob COMMENT '序列化的Session数据，用于服务重启后恢复会话' -- json_container / free_text photo_blob
) COMMENT='在线用户记录';
CREATE TABLE sys_config (
  config_id int(5) PRIMARY KEY COMMENT '参数主键', -- none
  config_name varchar(100) COMMENT '参数名称', -- none
  config_key varchar(100) COMMENT '参数键名', -- none
  config_value varchar(500) COMMENT '参数键值', -- none / json_container
  config_type char(1) COMMENT '系统内置（Y是 N否）', -- none
  create_by varchar(64) COMMENT '创建者', -- username
  create_time datetime COMMENT '创建时间', -- none
  update_by varchar(64) COMMENT '更新者', -- username
  update_time datetime COMMENT '更新时间', -- none
  remark varchar(500) COMMENT '备注' -- none / free_text
) COMMENT='参数配置表';

-- source: Openfire
CREATE TABLE ofUser (
  username varchar(64) PRIMARY KEY, -- username
  plainPassword varchar(32), -- password_hash
  encryptedPassword varchar(255), -- password_hash
  name varchar(100), -- person_name
  email varchar(100), -- email
  creationDate char(15), -- none
  modificationDate char(15) -- none
);
CREATE TABLE ofRoster (
  rosterID integer PRIMARY KEY, -- none
  username varchar(64), -- username
  jid varchar(1024), -- email / username account_id
  sub integer, -- none
  ask integer, -- none
  recv integer, -- none
  nick varchar(255), -- nickname
  stanza text -- free_text / json_container none
);
CREATE TABLE ofOffline (
  username varchar(64), -- username
  messageID integer, -- none
  creationDate char(15), -- none
  messageSize integer, -- none
  stanza text, -- free_text / json_container
  PRIMARY KEY (username, messageID)
);
CREATE TABLE ofVCard (
  username varchar(64) PRIMARY KEY, -- username
  vcard text -- other_pii / json_container person_name free_text
);
CREATE TABLE ofMucRoom (
  serviceID integer, -- none
  roomID integer, -- none
  creationDate char(15), -- none
  modificationDate char(15), -- none
  name varchar(50), -- none
  naturalName varchar(255), -- none
  description varchar(255), -- none / free_text
  lockedDate char(15), -- none
  emptyDate char(15), -- none
  canChangeSubject integer, -- none
  maxUsers integer, -- none
  publicRoom integer, -- none
  moderated integer, -- none
  membersOnly integer, -- none
  canInvite integer, -- none
  roomPassword varchar(50), -- password_hash / secret_token
  canDiscoverJID integer, -- none
  logEnabled integer, -- none
  retireOnDeletion integer, -- none
  preserveHistOnDel integer, -- none
  subject text, -- free_text / none
  rolesToBroadcast integer, -- none
  useReservedNick integer, -- none
  canChangeNick integer, -- none
  canRegister integer, -- none
  allowpm integer, -- none
  fmucEnabled integer, -- none
  fmucOutboundNode text, -- none
  fmucOutboundMode integer, -- none
  fmucInboundNodes text, -- none
  PRIMARY KEY (serviceID, name)
);
CREATE TABLE ofMucMember (
  roomID integer, -- none
  jid varchar(1024), -- email / username account_id
  nickname varchar(255), -- nickname
  firstName varchar(100), -- given_name
  lastName varchar(100), -- family_name
  url varchar(100), -- url_profile
  email varchar(100), -- email
  faqentry varchar(100), -- free_text / other_pii
  PRIMARY KEY (roomID, jid)
);
CREATE TABLE ofMucConversationLog (
  roomID integer, -- none
  messageID integer, -- none
  sender varchar(1024), -- email / username account_id person_name
  nickname varchar(255), -- nickname
  logTime char(15), -- none
  subject varchar(255), -- free_text
  body text, -- free_text
  stanza text -- free_text / json_container
);
CREATE TABLE ofPubsubItem (
  serviceID varchar(100), -- none
  nodeID varchar(100), -- none
  id varchar(100), -- none
  jid varchar(1024), -- email / username account_id
  creationDate char(15), -- none
  payload text, -- json_container / free_text
  PRIMARY KEY (serviceID, nodeID, id)
);
CREATE TABLE ofRemoteServerConf (
  xmppDomain varchar(255) PRIMARY KEY, -- none
  remotePort integer, -- none
  permission varchar(10) -- none
);

-- source: an insurer of a course
CREATE TABLE INSURANCE_COMPANY (
  Ins_Company_Name varchar(50) PRIMARY KEY, -- organisation_name / none
  Ins_Company_Address varchar(70), -- address / none
  Website_URL varchar(30) -- url_profile / none
);
CREATE TABLE BROKERS (
  Company_Name varchar(50) PRIMARY KEY, -- organisation_name / none
  Company_Address varchar(70), -- address / none
  Website_URL varchar(30) -- url_profile / none
);
CREATE TABLE EMPLOYEES (
  emp_ssn char(9) PRIMARY KEY, -- national_id
  work_phone varchar(10), -- phone
  salary int, -- other_pii
  fname varchar(30), -- given_name
  lname varchar(30), -- family_name
  broker_company varchar(50) -- organisation_name / none
);
CREATE TABLE CLIENT (
  fname varchar(30), -- given_name
  lname varchar(30), -- family_name
  ssn char(9) PRIMARY KEY, -- national_id
  primary_phone_number varchar(30), -- phone
  primary_email varchar(30), -- email
  address varchar(70), -- address
  dob datetime, -- birth_date
  account_number int, -- account_id / bank_account order_or_licence
  employee_ssn char(9), -- national_id
  FOREIGN KEY (employee_ssn) REFERENCES EMPLOYEES (employee_ssn)
);
CREATE TABLE DEPENDENTS (
  fname varchar(30), -- given_name
  lname varchar(30), -- family_name
  dependent_ssn char(9) PRIMARY KEY, -- national_id
  client_ssn char(9), -- national_id
  dob datetime, -- birth_date
  FOREIGN KEY (client_ssn) REFERENCES CLIENT (client_ssn)
);
CREATE TABLE LAWYERS (
  fname varchar(30), -- given_name
  lname varchar(30), -- family_name
  primary_email varchar(30), -- email
  primary_phone varchar(10), -- phone
  lawyer_id int PRIMARY KEY, -- none
  insurance_Company_Name varchar(50), -- organisation_name / none
  FOREIGN KEY (insurance_Company_Name) REFERENCES INSURANCE_COMPANY (insurance_Company_Name)
);
CREATE TABLE ACCOUNTS (
  Account_ID int PRIMARY KEY, -- none
  Date_Created datetime, -- none
  Account_Age int, -- none
  client_ssn char(9), -- national_id
  FOREIGN KEY (client_ssn) REFERENCES CLIENT (client_ssn)
);
CREATE TABLE PAYMENT (
  transaction_id int PRIMARY KEY, -- none
  payment_method varchar(15), -- none
  payment_date datetime, -- none
  payment_amount int, -- none
  paid_off varchar(3), -- none
  balance int, -- none
  account_no int, -- none / account_id bank_account
  FOREIGN KEY (account_no) REFERENCES Accounts (account_no)
);
CREATE TABLE HOME_INSURANCE_POLICY (
  Policy_Num int PRIMARY KEY, -- order_or_licence / none
  term_price int, -- none
  term_length int, -- none
  active varchar(3), -- none
  startDate datetime, -- none
  policyAge int, -- none
  accountNumber int, -- none / account_id bank_account
  FOREIGN KEY (accountNumber) REFERENCES Accounts (accountNumber)
);
CREATE TABLE CAR_INSURANCE_POLICY (
  Policy_Num int PRIMARY KEY, -- order_or_licence / none
  term_price int, -- none
  term_length int, -- none
  active varchar(3), -- none
  startDate datetime, -- none
  policyAge int, -- none
  accountNumber int, -- none / account_id bank_account
  FOREIGN KEY (accountNumber) REFERENCES Accounts (accountNumber)
);
CREATE TABLE BOAT_INSURANCE_POLICY (
  Policy_Num int PRIMARY KEY, -- order_or_licence / none
  term_price int, -- none
  term_length int, -- none
  active varchar(3), -- none
  startDate datetime, -- none
  policyAge int, -- none
  accountNumber int, -- none / account_id bank_account
  FOREIGN KEY (accountNumber) REFERENCES Accounts (accountNumber)
);
CREATE TABLE HOMES (
  House_ID int PRIMARY KEY, -- none
  floors int, -- none
  occupants int, -- none
  year_built int, -- none
  house_age int, -- none
  total_cost int, -- none
  liability_deductible int, -- none
  liability_coverage int, -- none
  fire_deductible int, -- none
  fire_coverage int, -- none
  flood_deductible int, -- none
  flood_coverage int, -- none
  home_insurance_policy_num int, -- none / order_or_licence
  FOREIGN KEY (home_insurance_policy_num) REFERENCES Home_Insurance_Policy (home_insurance_policy_num)
);
CREATE TABLE ACCIDENT_HISTORY (
  Report_Number int PRIMARY KEY, -- none / order_or_licence
  Accident_Data varchar(100), -- free_text / other_pii json_container
  Accident_Date datetime -- none
);
CREATE TABLE VEHICLES (
  Vin char(17) PRIMARY KEY, -- order_or_licence / device_id account_id
  Total_cost int, -- none
  vehicle_year int, -- none
  vehicle_color varchar(30), -- none
  vehicle_make varchar(30), -- none
  vehicle_model varchar(30), -- none
  vehicle_doors int, -- none
  bodily_injury_deductible int, -- none
  bodily_injury_coverage int, -- none
  comprehensive_injury_deductible int, -- none
  comprehensive_injury_coverage int, -- none
  uninsured_motorist_deductible int, -- none
  uninsured_motorist_coverage int, -- none
  collison_injury_deductible int, -- none
  collison_injury_coverage int, -- none
  accident_report_number int, -- none / order_or_licence
  at_fault varchar(3), -- none
  is_totaled varchar(3), -- none
  damage_cost int, -- none
  vehicles_policy_number int, -- none / order_or_licence
  FOREIGN KEY (accident_report_number) REFERENCES ACCIDENT_HISTORY (accident_report_number),
  FOREIGN KEY (vehicles_policy_number) REFERENCES CAR_INSURANCE_POLICY (vehicles_policy_number)
);
CREATE TABLE BOATS (
  Hin char(12) PRIMARY KEY, -- order_or_licence / device_id account_id
  Total_cost int, -- none
  bodily_injury_deductible int, -- none
  bodily_injury_coverage int, -- none
  comprehensive_injury_deductible int, -- none
  comprehensive_injury_coverage int, -- none
  collison_injury_deductible int, -- none
  collison_injury_coverage int, -- none
  accident_report_number int, -- none / order_or_licence
  at_fault varchar(3), -- none
  is_totaled varchar(3), -- none
  damage_cost int, -- none
  boat_insurance_policy_number int, -- none / order_or_licence
  FOREIGN KEY (accident_report_number) REFERENCES ACCIDENT_HISTORY (accident_report_number),
  FOREIGN KEY (boat_insurance_policy_number) REFERENCES BOAT_INSURANCE_POLICY (boat_insurance_policy_number)
);
CREATE TABLE ACCOUNTS_SOLD (
  emp_ssn char(9), -- national_id
  account_id int PRIMARY KEY, -- none
  FOREIGN KEY (account_id) REFERENCES ACCOUNTS (account_id)
);
CREATE TABLE Policies_Written (
  Lawyer_ID int PRIMARY KEY, -- none
  Home_Ins_Policy_Num int, -- none / order_or_licence
  Car_Ins_Policy_Num int, -- none / order_or_licence
  Boat_Ins_Policy_Num int, -- none / order_or_licence
  FOREIGN KEY (Home_Ins_Policy_Num) REFERENCES HOME_INSURANCE_POLICY (Home_Ins_Policy_Num),
  FOREIGN KEY (Car_Ins_Policy_Num) REFERENCES CAR_INSURANCE_POLICY (Car_Ins_Policy_Num),
  FOREIGN KEY (Boat_Ins_Policy_Num) REFERENCES BOAT_INSURANCE_POLICY (Boat_Ins_Policy_Num)
);
CREATE TABLE Companies_Brokers (
  Ins_Company_Name varchar(50), -- organisation_name / none
  Broker_Company_Name varchar(50), -- organisation_name / none
  FOREIGN KEY (Ins_Company_Name) REFERENCES INSURANCE_COMPANY (Ins_Company_Name),
  FOREIGN KEY (Broker_Company_Name) REFERENCES BROKERS (Broker_Company_Name)
);
CREATE TABLE Client_Audit (
  clientFName varchar(30), -- given_name
  clientLName varchar(30), -- family_name
  emp_ssn char(9), -- national_id
  audit_action varchar(100), -- none
  audit_time datetime -- none
);
CREATE TABLE Past_Clients (
  clientFname varchar(30), -- given_name
  clientLname varchar(30), -- family_name
  ssn char(9), -- national_id
  primary_phone_number int, -- phone
  primary_email varchar(30), -- email
  date_deleted datetime -- none
);
