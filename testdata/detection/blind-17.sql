-- A seventeenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: Kanboard
CREATE TABLE users (
  id int(11) PRIMARY KEY, -- none
  username varchar(191), -- username
  password varchar(255), -- password_hash
  is_ldap_user tinyint(1), -- none
  name varchar(255), -- person_name
  email varchar(255), -- email
  google_id varchar(30), -- account_id
  github_id varchar(30), -- account_id
  notifications_enabled tinyint(1), -- none
  timezone varchar(50), -- none
  language varchar(11), -- none
  disable_login_form tinyint(1), -- none
  twofactor_activated tinyint(1), -- none
  twofactor_secret char(16), -- secret_token
  token varchar(255), -- secret_token
  notifications_filter int(11), -- none
  nb_failed_login int(11), -- none
  lock_expiration_date bigint(20), -- none
  gitlab_id int(11), -- account_id / none
  role varchar(25), -- none
  is_active tinyint(1), -- none
  avatar_path varchar(255), -- photo_blob / url_profile
  api_access_token varchar(255), -- secret_token
  filter mediumtext -- none
);
CREATE TABLE last_logins (
  id int(11) PRIMARY KEY, -- none
  auth_type varchar(25), -- none
  user_id int(11), -- none
  ip varchar(45), -- ip_address
  user_agent varchar(255), -- user_agent
  date_creation bigint(20), -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE remember_me (
  id int(11) PRIMARY KEY, -- none
  user_id int(11), -- none
  ip varchar(45), -- ip_address
  user_agent varchar(255), -- user_agent
  token varchar(255), -- secret_token
  sequence varchar(255), -- secret_token / none
  expiration int(11), -- none
  date_creation bigint(20), -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE password_reset (
  token varchar(80) PRIMARY KEY, -- secret_token
  user_id int(11), -- none
  date_expiration int(11), -- none
  date_creation int(11), -- none
  ip varchar(45), -- ip_address
  user_agent varchar(255), -- user_agent
  is_active tinyint(1), -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE comments (
  id int(11) PRIMARY KEY, -- none
  task_id int(11), -- none
  user_id int(11), -- none
  date_creation bigint(20), -- none
  comment mediumtext, -- free_text
  reference varchar(191), -- none / order_or_licence
  date_modification bigint(20), -- none
  FOREIGN KEY (task_id) REFERENCES tasks (task_id)
);
CREATE TABLE invites (
  email varchar(191), -- email
  project_id int(11), -- none
  token varchar(191), -- secret_token
  PRIMARY KEY (email, token)
);
CREATE TABLE tasks (
  id int(11) PRIMARY KEY, -- none
  title mediumtext, -- none / free_text
  description mediumtext, -- none / free_text
  date_creation bigint(20), -- none
  date_completed bigint(20), -- none
  date_due bigint(20), -- none
  color_id varchar(50), -- none
  project_id int(11), -- none
  column_id int(11), -- none
  owner_id int(11), -- none
  position int(11), -- none
  score int(11), -- none
  is_active tinyint(4), -- none
  category_id int(11), -- none
  creator_id int(11), -- none
  date_modification int(11), -- none
  reference varchar(191), -- none / order_or_licence
  date_started bigint(20), -- none
  time_spent float, -- none
  time_estimated float, -- none
  swimlane_id int(11), -- none
  date_moved bigint(20), -- none
  recurrence_status int(11), -- none
  recurrence_trigger int(11), -- none
  recurrence_factor int(11), -- none
  recurrence_timeframe int(11), -- none
  recurrence_basedate int(11), -- none
  recurrence_parent int(11), -- none
  recurrence_child int(11), -- none
  priority int(11), -- none
  external_provider varchar(255), -- none
  external_uri varchar(255), -- none / url_profile
  FOREIGN KEY (project_id) REFERENCES projects (project_id),
  FOREIGN KEY (column_id) REFERENCES columns (column_id),
  FOREIGN KEY (swimlane_id) REFERENCES swimlanes (swimlane_id)
);
CREATE TABLE project_activities (
  id int(11) PRIMARY KEY, -- none
  date_creation bigint(20), -- none
  event_name mediumtext, -- none
  creator_id int(11), -- none
  project_id int(11), -- none
  task_id int(11), -- none
  data mediumtext, -- json_container / none free_text
  FOREIGN KEY (creator_id) REFERENCES users (creator_id),
  FOREIGN KEY (project_id) REFERENCES projects (project_id),
  FOREIGN KEY (task_id) REFERENCES tasks (task_id)
);
CREATE TABLE projects (
  id int(11) PRIMARY KEY, -- none
  name mediumtext, -- none
  is_active tinyint(4), -- none
  token varchar(255), -- secret_token
  last_modified bigint(20), -- none
  is_public tinyint(1), -- none
  is_private tinyint(1), -- none
  description mediumtext, -- none / free_text
  identifier varchar(50), -- none
  start_date varchar(10), -- none
  end_date varchar(10), -- none
  owner_id int(11), -- none
  priority_default int(11), -- none
  priority_start int(11), -- none
  priority_end int(11), -- none
  email mediumtext, -- email / none
  predefined_email_subjects mediumtext -- none
);

-- source: e107
CREATE TABLE `user` (
  user_id int(10) unsigned PRIMARY KEY, -- none
  user_name varchar(100), -- nickname / person_name username
  user_loginname varchar(100), -- username
  user_customtitle varchar(100), -- other_pii / free_text none
  user_password varchar(255), -- password_hash
  user_sess varchar(100), -- secret_token / photo_blob
  user_email varchar(100), -- email
  user_signature text, -- free_text
  user_image varchar(255), -- photo_blob
  user_hideemail tinyint(3) unsigned, -- none
  user_join int(10) unsigned, -- none
  user_lastvisit int(10) unsigned, -- none
  user_currentvisit int(10) unsigned, -- none
  user_lastpost int(10) unsigned, -- none
  user_chats int(10) unsigned, -- none
  user_comments int(10) unsigned, -- none
  user_ip varchar(45), -- ip_address
  user_ban tinyint(3) unsigned, -- none
  user_prefs text, -- json_container / none
  user_visits int(10) unsigned, -- none
  user_admin tinyint(3) unsigned, -- none
  user_login varchar(100), -- person_name / username
  user_class text, -- none
  user_perms text, -- none
  user_realm text, -- json_container / none
  user_pwchange int(10) unsigned, -- none
  user_xup text -- account_id / url_profile none other_pii
);
CREATE TABLE banlist (
  banlist_id int(10) unsigned PRIMARY KEY, -- none
  banlist_ip varchar(100), -- ip_address / email
  banlist_bantype tinyint(3), -- none
  banlist_datestamp int(10) unsigned, -- none
  banlist_banexpires int(10) unsigned, -- none
  banlist_admin smallint(5) unsigned, -- none
  banlist_reason tinytext, -- free_text
  banlist_notes tinytext -- free_text
);
CREATE TABLE comments (
  comment_id int(10) unsigned PRIMARY KEY, -- none
  comment_pid int(10) unsigned, -- none
  comment_item_id int(10) unsigned, -- none
  comment_subject varchar(100), -- free_text
  comment_author_id int(10) unsigned, -- none
  comment_author_name varchar(100), -- person_name / nickname
  comment_author_email varchar(200), -- email
  comment_datestamp int(10) unsigned, -- none
  comment_comment text, -- free_text
  comment_blocked tinyint(3) unsigned, -- none
  comment_ip varchar(45), -- ip_address
  comment_type varchar(20), -- none
  comment_lock tinyint(1) unsigned, -- none
  comment_share tinyint(1) unsigned -- none
);
CREATE TABLE submitnews (
  submitnews_id int(10) unsigned PRIMARY KEY, -- none
  submitnews_name varchar(100), -- person_name
  submitnews_email varchar(100), -- email
  submitnews_user int(10) unsigned, -- none
  submitnews_title varchar(200), -- free_text / none
  submitnews_category tinyint(3) unsigned, -- none
  submitnews_item text, -- free_text
  submitnews_datestamp int(10) unsigned, -- none
  submitnews_ip varchar(45), -- ip_address
  submitnews_auth tinyint(3) unsigned, -- none
  submitnews_file text, -- none / photo_blob
  submitnews_keywords varchar(255), -- none / free_text
  submitnews_description text, -- free_text / none
  submitnews_summary text, -- free_text / none
  submitnews_media text -- none / json_container photo_blob
);
CREATE TABLE online (
  online_timestamp int(10) unsigned, -- none
  online_flag tinyint(3) unsigned, -- none
  online_user_id varchar(100), -- username / account_id
  online_ip varchar(45), -- ip_address
  online_location text, -- none / other_pii url_profile
  online_pagecount tinyint(3) unsigned, -- none
  online_active int(10) unsigned, -- none
  online_agent varchar(255), -- user_agent
  online_language varchar(2) -- none
);
CREATE TABLE forum_thread (
  thread_id int(10) unsigned PRIMARY KEY, -- none
  thread_name varchar(250), -- free_text / none
  thread_forum_id int(10) unsigned, -- none
  thread_views int(10) unsigned, -- none
  thread_active tinyint(3) unsigned, -- none
  thread_lastpost int(10) unsigned, -- none
  thread_sticky tinyint(1) unsigned, -- none
  thread_datestamp int(10) unsigned, -- none
  thread_user int(10) unsigned, -- none
  thread_user_anon varchar(30), -- nickname / person_name username ip_address
  thread_lastuser int(10) unsigned, -- none
  thread_lastuser_anon varchar(30), -- nickname / person_name username ip_address
  thread_total_replies int(10) unsigned, -- none
  thread_options text -- none / json_container
);
CREATE TABLE cron (
  cron_id int(10) unsigned PRIMARY KEY, -- none
  cron_name varchar(50), -- none
  cron_category varchar(20), -- none
  cron_description varchar(255), -- none
  cron_function varchar(50), -- none
  cron_tab varchar(255), -- none
  cron_lastrun int(13) unsigned, -- none
  cron_active int(1) unsigned -- none
);
CREATE TABLE mail_content (
  mail_source_id int(10) unsigned PRIMARY KEY, -- none
  mail_content_status tinyint(1) unsigned, -- none
  mail_total_count int(10) unsigned, -- none
  mail_togo_count int(10) unsigned, -- none
  mail_sent_count int(10) unsigned, -- none
  mail_fail_count int(10) unsigned, -- none
  mail_bounce_count int(10) unsigned, -- none
  mail_start_send int(10) unsigned, -- none
  mail_end_send int(10) unsigned, -- none
  mail_create_date int(10) unsigned, -- none
  mail_creator int(10) unsigned, -- none
  mail_create_app varchar(20), -- none
  mail_e107_priority tinyint(1) unsigned, -- none
  mail_notify_complete tinyint(1) unsigned, -- none
  mail_last_date int(10) unsigned, -- none
  mail_title varchar(100), -- none / free_text
  mail_subject varchar(100), -- none / free_text
  mail_body text, -- none / free_text
  mail_body_templated text, -- none / free_text
  mail_other text, -- none / json_container email free_text
  mail_media text -- none / json_container
);

-- source: AbanteCart
CREATE TABLE ac_customers (
  customer_id int(11) PRIMARY KEY, -- none
  store_id int(11), -- none
  firstname varchar(32), -- given_name
  lastname varchar(32), -- family_name
  loginname varchar(96), -- username
  email varchar(96), -- email
  telephone varchar(32), -- phone
  fax varchar(32), -- phone
  sms varchar(32) COMMENT 'mobile phone number', -- phone
  salt varchar(8), -- password_hash / secret_token
  password varchar(40), -- password_hash
  cart longtext, -- json_container / none
  wishlist longtext, -- json_container / none
  newsletter int(1), -- none
  address_id int(11), -- none
  `status` int(1), -- none
  approved int(1), -- none
  customer_group_id int(11), -- none
  ip varchar(50), -- ip_address
  data text, -- json_container / none
  ext_fields json, -- json_container
  date_added timestamp, -- none
  date_modified timestamp, -- none
  last_login timestamp -- none
);
CREATE TABLE ac_addresses (
  address_id int(11) PRIMARY KEY, -- none
  customer_id int(11), -- none
  company varchar(255), -- organisation_name
  firstname varchar(32), -- given_name
  lastname varchar(32), -- family_name
  address_1 varchar(128), -- address
  address_2 varchar(128), -- address
  postcode varchar(10), -- postal_code
  city varchar(128), -- city
  country_id int(11), -- none
  zone_id int(11), -- none
  ext_fields json, -- json_container
  date_added timestamp, -- none
  date_modified timestamp -- none
);
CREATE TABLE ac_users (
  user_id int(11) PRIMARY KEY, -- none
  user_group_id int(11), -- none
  username varchar(20), -- username
  salt varchar(8), -- password_hash / secret_token
  password varchar(40), -- password_hash
  firstname varchar(32), -- given_name
  lastname varchar(32), -- family_name
  email varchar(96), -- email
  `status` int(1), -- none
  ip varchar(50), -- ip_address
  last_login datetime, -- none
  date_added timestamp, -- none
  date_modified timestamp -- none
);
CREATE TABLE ac_reviews (
  review_id int(11) PRIMARY KEY, -- none
  product_id int(11), -- none
  customer_id int(11), -- none
  author varchar(64), -- person_name / nickname
  text longtext, -- free_text
  rating int(1), -- none
  verified_purchase tinyint, -- none
  `status` int(1), -- none
  date_added timestamp, -- none
  date_modified timestamp -- none
);
CREATE TABLE ac_online_customers (
  customer_id int(11), -- none
  ip varchar(50) PRIMARY KEY, -- ip_address
  url text, -- none / url_profile
  referer text, -- none / url_profile
  date_added timestamp -- none
);
CREATE TABLE ac_locations (
  location_id int(11) PRIMARY KEY, -- none
  name varchar(32), -- none
  description varchar(255), -- none
  date_added timestamp, -- none
  date_modified timestamp -- none
);
CREATE TABLE ac_product_tags (
  product_id int(11), -- none
  tag varchar(32) COMMENT 'translatable', -- none
  language_id int(11), -- none
  PRIMARY KEY (product_id, tag, language_id)
);

-- source: litemall
CREATE TABLE litemall_user (
  id int(11) PRIMARY KEY, -- none
  username varchar(63) COMMENT '用户名称', -- username / person_name
  password varchar(63) COMMENT '用户密码', -- password_hash
  gender tinyint(3) COMMENT '性别：0 未知， 1男， 1 女', -- gender
  birthday date COMMENT '生日', -- birth_date
  last_login_time datetime COMMENT '最近一次登录时间', -- none
  last_login_ip varchar(63) COMMENT '最近一次登录IP地址', -- ip_address
  user_level tinyint(3) COMMENT '0 普通用户，1 VIP用户，2 高级VIP用户', -- none
  nickname varchar(63) COMMENT '用户昵称或网络名称', -- nickname
  mobile varchar(20) COMMENT '用户手机号码', -- phone
  avatar varchar(255) COMMENT '用户头像图片', -- photo_blob / url_profile
  weixin_openid varchar(63) COMMENT '微信登录openid', -- account_id
  session_key varchar(100) COMMENT '微信登录会话KEY', -- secret_token
  `status` tinyint(3) COMMENT '0 可用, 1 禁用, 2 注销', -- none
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='用户表';
CREATE TABLE litemall_address (
  id int(11) PRIMARY KEY, -- none
  name varchar(63) COMMENT '收货人名称', -- person_name
  user_id int(11) COMMENT '用户表的用户ID', -- none
  province varchar(63) COMMENT '行政区域表的省ID', -- region
  city varchar(63) COMMENT '行政区域表的市ID', -- city
  county varchar(63) COMMENT '行政区域表的区县ID', -- region / city address
  address_detail varchar(127) COMMENT '详细收货地址', -- address
  area_code char(6) COMMENT '地区编码', -- none / region city
  postal_code char(6) COMMENT '邮政编码', -- postal_code
  tel varchar(20) COMMENT '手机号码', -- phone
  is_default tinyint(1) COMMENT '是否默认地址', -- none
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='收货地址表';
CREATE TABLE litemall_admin (
  id int(11) PRIMARY KEY, -- none
  username varchar(63) COMMENT '管理员名称', -- username / person_name
  password varchar(63) COMMENT '管理员密码', -- password_hash
  last_login_ip varchar(63) COMMENT '最近一次登录IP地址', -- ip_address
  last_login_time datetime COMMENT '最近一次登录时间', -- none
  avatar varchar(255) COMMENT '头像图片', -- photo_blob / url_profile
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除', -- none
  role_ids varchar(127) COMMENT '角色列表' -- none
) COMMENT='管理员表';
CREATE TABLE litemall_feedback (
  id int(11) PRIMARY KEY, -- none
  user_id int(11) COMMENT '用户表的用户ID', -- none
  username varchar(63) COMMENT '用户名称', -- username
  mobile varchar(20) COMMENT '手机号', -- phone
  feed_type varchar(63) COMMENT '反馈类型', -- none
  content varchar(1023) COMMENT '反馈内容', -- free_text
  `status` int(3) COMMENT '状态', -- none
  has_picture tinyint(1) COMMENT '是否含有图片', -- none
  pic_urls varchar(1023) COMMENT '图片地址列表，采用JSON数组格式', -- none / photo_blob json_container url_profile
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='意见反馈表';
CREATE TABLE litemall_order (
  id int(11) PRIMARY KEY, -- none
  user_id int(11) COMMENT '用户表的用户ID', -- none
  order_sn varchar(63) COMMENT '订单编号', -- order_or_licence
  order_status smallint(6) COMMENT '订单状态', -- none
  aftersale_status smallint(6) COMMENT '售后状态，0是可申请，1是用户已申请，2是管理员审核通过，3是管理员退款成功，4是管理员审核拒绝，5是用户已取消', -- none
  consignee varchar(63) COMMENT '收货人名称', -- person_name
  mobile varchar(63) COMMENT '收货人手机号', -- phone
  address varchar(127) COMMENT '收货具体地址', -- address
  message varchar(512) COMMENT '用户订单留言', -- free_text
  goods_price decimal(10,2) COMMENT '商品总费用', -- none
  freight_price decimal(10,2) COMMENT '配送费用', -- none
  coupon_price decimal(10,2) COMMENT '优惠券减免', -- none
  integral_price decimal(10,2) COMMENT '用户积分减免', -- none
  groupon_price decimal(10,2) COMMENT '团购优惠价减免', -- none
  order_price decimal(10,2) COMMENT '订单费用， = goods_price + freight_price - coupon_price', -- none
  actual_price decimal(10,2) COMMENT '实付费用， = order_price - integral_price', -- none
  pay_id varchar(63) COMMENT '微信付款编号', -- order_or_licence / none
  pay_time datetime COMMENT '微信付款时间', -- none
  ship_sn varchar(63) COMMENT '发货编号', -- order_or_licence
  ship_channel varchar(63) COMMENT '发货快递公司', -- none / organisation_name
  ship_time datetime COMMENT '发货开始时间', -- none
  refund_amount decimal(10,2) COMMENT '实际退款金额，（有可能退款金额小于实际支付金额）', -- none
  refund_type varchar(63) COMMENT '退款方式', -- none
  refund_content varchar(127) COMMENT '退款备注', -- free_text
  refund_time datetime COMMENT '退款时间', -- none
  confirm_time datetime COMMENT '用户确认收货时间', -- none
  comments smallint(6) COMMENT '待评价订单商品数量', -- none
  end_time datetime COMMENT '订单关闭时间', -- none
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='订单表';
CREATE TABLE litemall_log (
  id int(11) PRIMARY KEY, -- none
  admin varchar(45) COMMENT '管理员', -- username / person_name
  ip varchar(45) COMMENT '管理员地址', -- ip_address
  type int(11) COMMENT '操作分类', -- none
  action varchar(45) COMMENT '操作动作', -- none
  `status` tinyint(1) COMMENT '操作状态', -- none
  result varchar(127) COMMENT '操作结果，或者成功消息，或者失败消息', -- none / free_text
  comment varchar(255) COMMENT '补充信息', -- none / free_text
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='操作日志表';
CREATE TABLE litemall_category (
  id int(11) PRIMARY KEY, -- none
  name varchar(63) COMMENT '类目名称', -- none
  keywords varchar(1023) COMMENT '类目关键字，以JSON数组格式', -- none
  `desc` varchar(255) COMMENT '类目广告语介绍', -- none
  pid int(11) COMMENT '父类目ID', -- none
  icon_url varchar(255) COMMENT '类目图标', -- none
  pic_url varchar(255) COMMENT '类目图片', -- none
  level varchar(255), -- none
  sort_order tinyint(3) COMMENT '排序', -- none
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='类目表';
CREATE TABLE litemall_goods (
  id int(11) PRIMARY KEY, -- none
  goods_sn varchar(63) COMMENT '商品编号', -- none
  name varchar(127) COMMENT '商品名称', -- none
  category_id int(11) COMMENT '商品所属类目ID', -- none
  brand_id int(11), -- none
  gallery varchar(1023) COMMENT '商品宣传图片列表，采用JSON数组格式', -- none
  keywords varchar(255) COMMENT '商品关键字，采用逗号间隔', -- none
  brief varchar(255) COMMENT '商品简介', -- none
  is_on_sale tinyint(1) COMMENT '是否上架', -- none
  sort_order smallint(4), -- none
  pic_url varchar(255) COMMENT '商品页面商品图片', -- none
  share_url varchar(255) COMMENT '商品分享海报', -- none
  is_new tinyint(1) COMMENT '是否新品首发，如果设置则可以在新品首发页面展示', -- none
  is_hot tinyint(1) COMMENT '是否人气推荐，如果设置则可以在人气推荐页面展示', -- none
  unit varchar(31) COMMENT '商品单位，例如件、盒', -- none
  counter_price decimal(10,2) COMMENT '专柜价格', -- none
  retail_price decimal(10,2) COMMENT '零售价格', -- none
  detail text COMMENT '商品详细介绍，是富文本格式', -- none
  add_time datetime COMMENT '创建时间', -- none
  update_time datetime COMMENT '更新时间', -- none
  deleted tinyint(1) COMMENT '逻辑删除' -- none
) COMMENT='商品基本信息表';

-- source: sougou-spring, Japanese
CREATE TABLE document (
  id int(11) PRIMARY KEY, -- none
  fullname varchar(100), -- person_name
  email varchar(100), -- email
  message varchar(100), -- free_text
  tel int(20), -- phone
  grade varchar(20), -- none / other_pii
  gakkou varchar(100), -- organisation_name
  kana varchar(100), -- kana_name
  gender varchar(20), -- gender
  birth date, -- birth_date
  postalCode int(255), -- postal_code
  prefecture varchar(255), -- region
  city varchar(255), -- city
  address1 varchar(255), -- address
  address2 varchar(255) -- address
);
CREATE TABLE moushi (
  id int(11), -- none
  fullname varchar(100), -- person_name
  email varchar(100), -- email
  message varchar(100), -- free_text
  tel int(20), -- phone
  grade varchar(20), -- none / other_pii
  gakkou varchar(100), -- organisation_name
  kana varchar(100), -- kana_name
  katei varchar(20), -- none / other_pii
  joinn date, -- none
  postalCode int(255), -- postal_code
  prefecture varchar(255), -- region
  city varchar(255), -- city
  address1 varchar(255), -- address
  address2 varchar(255) -- address
);

-- source: docer-gulp-wp, Japanese
CREATE TABLE wp_custom_moshi (
  id int(11) PRIMARY KEY, -- none
  pref varchar(8), -- region / none
  moshi varchar(8), -- none
  child_name varchar(24), -- person_name
  child_kana varchar(24), -- kana_name
  gender varchar(4), -- gender
  parent_name varchar(24), -- person_name
  parent_kana varchar(24), -- kana_name
  school varchar(16), -- organisation_name
  grade varchar(4), -- none / other_pii
  zip varchar(8), -- postal_code
  address1 varchar(40), -- address
  address2 varchar(40), -- address
  tel varchar(13), -- phone
  email varchar(64), -- email
  schedule varchar(40), -- none
  fee int(11), -- none
  wish1 varchar(16), -- none / organisation_name other_pii free_text
  wish2 varchar(16), -- none / organisation_name other_pii free_text
  wish3 varchar(16), -- none / organisation_name other_pii free_text
  return varchar(4), -- none
  payment varchar(8), -- none
  other varchar(1024), -- free_text
  amount int(11), -- none
  mbtran varchar(25), -- none / order_or_licence
  bktrans varchar(24), -- none / order_or_licence bank_account
  tranid varchar(110), -- order_or_licence / none
  ddate varchar(8), -- none
  rsltcd varchar(13), -- none
  rsltdcd varchar(8), -- none
  date varchar(8), -- none
  datetime datetime -- none
);
CREATE TABLE wp_custom_ipersonal (
  id int(11) PRIMARY KEY, -- none
  pref varchar(8), -- region / none
  child_name varchar(24), -- person_name
  child_kana varchar(24), -- kana_name
  gender varchar(4), -- gender
  parent_name varchar(24), -- person_name
  parent_kana varchar(24), -- kana_name
  school varchar(16), -- organisation_name
  grade varchar(4), -- none / other_pii
  zip varchar(8), -- postal_code
  address1 varchar(40), -- address
  address2 varchar(40), -- address
  tel varchar(13), -- phone
  email varchar(64), -- email
  date varchar(8), -- none
  datetime datetime -- none
);
CREATE TABLE wp_custom_event (
  id int(11) PRIMARY KEY, -- none
  pref varchar(8), -- region / none
  child_name varchar(24), -- person_name
  child_kana varchar(24), -- kana_name
  parent_name varchar(24), -- person_name
  parent_kana varchar(24), -- kana_name
  school varchar(16), -- organisation_name
  grade varchar(4), -- none / other_pii
  zip varchar(8), -- postal_code
  address1 varchar(40), -- address
  address2 varchar(40), -- address
  tel varchar(13), -- phone
  email varchar(64), -- email
  kosha varchar(8), -- none
  other varchar(1024), -- free_text
  date varchar(8), -- none
  datetime datetime -- none
);
CREATE TABLE wp_custom_request (
  id int(11) PRIMARY KEY, -- none
  pref varchar(8), -- region / none
  child_name varchar(24), -- person_name
  child_kana varchar(24), -- kana_name
  parent_name varchar(24), -- person_name
  parent_kana varchar(24), -- kana_name
  school varchar(16), -- organisation_name
  grade varchar(4), -- none / other_pii
  zip varchar(8), -- postal_code
  address1 varchar(40), -- address
  address2 varchar(40), -- address
  tel varchar(13), -- phone
  email varchar(64), -- email
  kosha varchar(8), -- none
  type varchar(16), -- none
  course varchar(8), -- none
  purpose varchar(16), -- none / other_pii free_text
  `from` varchar(32), -- none / other_pii free_text
  other varchar(1024), -- free_text
  direct_mail tinyint, -- none
  date varchar(8), -- none
  datetime datetime -- none
);
CREATE TABLE wp_custom_token (
  email varchar(64), -- email
  token varchar(128), -- secret_token
  expire_at datetime -- none
);

-- source: cheerpark, Japanese
CREATE TABLE cheerpark_an_table (
  id int(12) PRIMARY KEY, -- none
  birth date, -- birth_date
  name varchar(64), -- person_name
  email varchar(128), -- email
  passward varchar(12), -- password_hash
  sport varchar(100), -- other_pii / none
  other text, -- free_text
  date datetime -- none
);

-- source: yocho, Japanese
CREATE TABLE event (
  event_id int(11) PRIMARY KEY, -- none
  event_name varchar(127), -- none / free_text
  participants varchar(8000), -- person_name / json_container
  dates varchar(8000), -- none
  url varchar(255), -- none
  deadline varchar(127) -- none
);
CREATE TABLE marubatu (
  event_id int(11), -- none
  participant varchar(63), -- person_name
  dates varchar(8000), -- none
  `status` varchar(8000), -- none / free_text
  FOREIGN KEY (event_id) REFERENCES event (event_id)
);

-- source: HotelAlura
CREATE TABLE users (
  id bigint PRIMARY KEY, -- none
  login varchar(100), -- username
  password varchar(300) -- password_hash
);
CREATE TABLE guests (
  id bigint PRIMARY KEY, -- none
  name varchar(50), -- given_name / person_name
  lastname varchar(50), -- family_name
  birthday date, -- birth_date
  country varchar(50), -- country
  phone varchar(20) -- phone
);
CREATE TABLE reservations (
  id bigint PRIMARY KEY, -- none
  entrydate date, -- none
  outdate date, -- none
  price float(40,2), -- none
  payform varchar(100), -- none
  idguest bigint, -- none
  FOREIGN KEY (idguest) REFERENCES guests (idguest)
);

-- source: StudentManagement by another, Japanese
CREATE TABLE students (
  id int PRIMARY KEY, -- none
  name varchar(50), -- person_name
  kana_name varchar(50), -- kana_name
  nickname varchar(50), -- nickname
  e_mail varchar(50), -- email
  area varchar(50), -- region / city address other_pii
  age int, -- other_pii
  gender varchar(10), -- gender
  telephone_number varchar(20), -- phone
  remarks text, -- free_text
  is_deleted boolean -- none
);
CREATE TABLE students_courses (
  id int PRIMARY KEY, -- none
  student_id int, -- none
  course_name varchar(50), -- none
  start_date timestamp, -- none
  end_date timestamp -- none
);
CREATE TABLE course_status (
  id int PRIMARY KEY, -- none
  student_course_id int, -- none
  `status` varchar(20), -- none
  FOREIGN KEY (student_course_id) REFERENCES students_courses (student_course_id)
);
