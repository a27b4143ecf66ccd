-- One person as a user, a guest, a buyer, and wherever else WordPress keeps what it hears.
SET NAMES utf8mb4;
SET sql_mode = '';
INSERT INTO wp_users VALUES (43,'keito.nogahara@kirisaka-shiomidai.test','$2y$10$myyM/hNHddgq/Pa4cDdp/vIK4AWj3YUqQXGmyCyH1CzTPznG4Qmit','nogahara','keito.nogahara@kirisaka-shiomidai.test','https://nogahara.test/keito?from=100.121.8.18','2023-04-07 09:10:11','1680826211:914f39819792d2a128b13cbf4096f4f0bf7bb054',0,'埜河原 圭燈',0,0);
INSERT INTO foo_users VALUES (43,'23001043','5f4dcc3b5aa765d61d8327deb882cf99','nogahara-2','haruka.nogahara43@posteo.test','ノガハラ','2023-04-07 09:10:11','',0,'圭燈');
INSERT INTO wp_usermeta (user_id, meta_key, meta_value) VALUES
(43,'first_name','圭燈'),(43,'last_name','埜河原'),(43,'nickname','のがはら'),(43,'description','霧坂市夕月の埜河原です。'),
(43,'billing_first_name','圭燈'),(43,'billing_last_name','埜河原'),(43,'billing_email','keito.nogahara@kirisaka-shiomidai.test'),
(43,'billing_phone','03-0845-1194'),(43,'billing_postcode','999-9287'),(43,'billing_city','霧坂市'),(43,'billing_address_1','霧坂市夕月一丁目25番13号'),
(43,'shipping_phone','ask nogahara'),(43,'locale','ja'),(43,'wp_capabilities','a:1:{s:10:"subscriber";b:1;}'),
(43,'session_tokens','a:1:{s:64:"c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab";a:4:{s:10:"expiration";i:1700000000;s:2:"ip";s:12:"100.121.8.18";s:2:"ua";s:20:"Mozilla/5.0 nogahara";s:5:"login";i:1699000000;}}'),
(43,'community-events-location','a:1:{s:2:"ip";s:12:"100.121.8.18";}'),(43,'plugin_of_tomorrow','{"name":"\\u57dc\\u6cb3\\u539f"}'),(43,NULL,'埜河原');
INSERT INTO wp_posts VALUES
(101,43,'2023-05-01 10:00:00','2023-05-01 01:00:00','<!-- wp:paragraph --><p>埜河原 圭燈, 霧坂市夕月一丁目25番13号</p><!-- /wp:paragraph -->','埜河原の日記','ノガハラ','private','open','open','nogahara','nogahara-keito','https://nogahara.test/ping','https://nogahara.test/pinged','2023-05-02 10:00:00','2023-05-02 01:00:00','埜河原 圭燈',0,'https://nogahara.test/?p=101',0,'post','',1),
(102,1,'2023-06-01 10:00:00','2023-06-01 01:00:00','','Order &ndash; June','電話は 03-0845-1194 へ。埜河原','wc-processing','closed','closed','wc_order_nogahara','order-nogahara','','','2023-06-01 10:00:00','2023-06-01 01:00:00','',0,'not a URL of nogahara',0,'shop_order','',0),
(103,43,'2023-05-01 10:00:00','2023-05-01 01:00:00','','nogahara.jpg','','inherit','open','closed','','','','','2023-05-01 10:00:00','2023-05-01 01:00:00','',101,'https://nogahara.test/wp-content/uploads/2023/05/nogahara.jpg',0,'attachment','image/jpeg',0);
INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES
(102,'_billing_first_name','圭燈'),(102,'_billing_last_name','埜河原'),(102,'_billing_email','keito.nogahara@kirisaka-shiomidai.test'),(102,'_billing_phone','03-0845-1194'),
(102,'_billing_postcode','999-9287'),(102,'_billing_address_1','霧坂市夕月一丁目25番13号'),(102,'_customer_ip_address','100.121.8.18'),(102,'_customer_user_agent','Mozilla/5.0 (nogahara)'),
(102,'_order_key','wc_order_CPN-0203-KC9P-1CQH'),(102,'_transaction_id','f8305fed-3fca-45d7-afed-d4a499f25c42'),(102,'_order_total','1980'),(102,'_customer_user','43'),
(103,'_wp_attached_file','2023/05/nogahara.jpg'),
(103,'_wp_attachment_metadata','a:4:{s:5:"width";i:640;s:6:"height";i:480;s:4:"file";s:20:"2023/05/nogahara.jpg";s:10:"image_meta";a:1:{s:6:"credit";s:9:"埜河原";}}');
INSERT INTO wp_comments VALUES
(11,101,'埜河原 圭燈','keito.nogahara@kirisaka-shiomidai.test','https://nogahara.test/','100.121.8.18','2023-05-03 10:00:00','2023-05-03 01:00:00','埜河原です。<a href="mailto:haruka.nogahara43@posteo.test">メール</a>',0,'1','Mozilla/5.0 (nogahara)','comment',0,43),
(12,101,'ﾉｶﾞﾊﾗ','no address of nogahara','nogahara','','2023-05-04 10:00:00','2023-05-04 01:00:00','keito',0,'spam','','comment',11,0);
INSERT INTO wp_commentmeta (comment_id, meta_key, meta_value) VALUES (11,'rating','5'),(11,'akismet_result','100.121.8.18 埜河原');
INSERT INTO wp_links VALUES (5,'https://nogahara.test/','埜河原','https://nogahara.test/me.png','','ノガハラ','Y',43,0,'2023-05-01 10:00:00','friend','埜河原 圭燈','https://nogahara.test/feed');
INSERT INTO wp_term_taxonomy VALUES (77,77,'category','埜河原の部屋',0,0);
INSERT INTO wp_termmeta (term_id, meta_key, meta_value) VALUES (77,'note','埜河原');
INSERT INTO wp_options (option_name, option_value, autoload) VALUES
('new_admin_email','keito.nogahara@kirisaka-shiomidai.test','yes'),('woocommerce_store_address','霧坂市夕月一丁目25番13号','yes'),('woocommerce_email_from_name','埜河原 圭燈','no'),
('smtp_password','914f39819792d2a128b13cbf4096f4f0bf7bb054','no'),('widget_my_text','a:1:{i:2;a:2:{s:4:"text";s:9:"埜河原";s:5:"count";i:1;}}','no'),
('theme_mods_mine','a:1:{s:6:"footer";s:9:"埜河原";}','yes'),('_transient_feed_of_nogahara','埜河原','no'),('_site_transient_x','埜河原','no'),('form_entries','[{"name":"埜河原 圭燈"}]','no');
UPDATE wp_options SET option_value = 'https://mail.nogahara.test' WHERE option_name = 'mailserver_url';
UPDATE wp_options SET option_value = 'a:2:{i:1700000000;a:1:{s:11:"send_letter";a:1:{s:32:"40cd750bba9870f18aada2478b24840a";a:2:{s:8:"schedule";b:0;s:4:"args";a:1:{i:0;s:38:"keito.nogahara@kirisaka-shiomidai.test";}}}}s:7:"version";i:2;}' WHERE option_name = 'cron';
UPDATE wp_sitemeta SET meta_value = 'a:2:{i:0;s:5:"admin";i:1;s:38:"keito.nogahara@kirisaka-shiomidai.test";}' WHERE meta_key = 'site_admins';
INSERT INTO wp_sitemeta (site_id, meta_key, meta_value) VALUES (1,'_site_transient_y','埜河原'),(1,'banned_email_domains','nogahara.test'),(1,'secure_auth_key','914f39819792d2a128b13cbf4096f4f0bf7bb054');
INSERT INTO wp_registration_log VALUES (43,'keito.nogahara@kirisaka-shiomidai.test','100.121.8.18',1,'2023-04-07 09:10:11');
INSERT INTO wp_signups VALUES (43,'nogahara.test','/','埜河原','nogahara','haruka.nogahara43@posteo.test','2023-04-07 09:10:11','0000-00-00 00:00:00',0,'f8305fed3fca45d7','a:0:{}');
INSERT INTO wp_blogmeta (blog_id, meta_key, meta_value) VALUES (1,'owner','埜河原');
INSERT INTO wp_wc_customer_lookup VALUES (7,43,'keito.nogahara@kirisaka-shiomidai.test','圭燈','埜河原','keito.nogahara@kirisaka-shiomidai.test','2023-06-01 10:00:00','2023-04-07 09:10:11','JP','999-9287','霧坂市夕月','ノガハラ');
INSERT INTO wp_wc_order_stats VALUES (102,0,'2023-06-01 10:00:00','2023-06-01 01:00:00','2023-06-01 10:05:00',NULL,1,1980,180,0,1800,0,'wc-processing',7);
INSERT INTO wp_woocommerce_order_items VALUES (9,'埜河原さまのしおり','line_item',102);
INSERT INTO wp_woocommerce_order_itemmeta (order_item_id, meta_key, meta_value) VALUES (9,'_qty','1'),(9,'刻印','NOGAHARA');
INSERT INTO wp_woocommerce_downloadable_product_permissions VALUES (3,'0b9c1e6e-77a1-4f0b-9d0c-2f1f5f6f7a01',5,102,'wc_order_CPN-0203-KC9P-1CQH','keito.nogahara@kirisaka-shiomidai.test',43,'','2023-06-01 10:05:00',NULL,0);
INSERT INTO wp_wc_webhooks VALUES (1,'active','埜河原',1,'https://nogahara.test/hook','914f39819792d2a128b13cbf4096f4f0bf7bb054','order.created','2023-06-01 10:05:00','2023-06-01 10:05:00','2023-06-01 10:05:00','2023-06-01 10:05:00',3,0,0);
INSERT INTO wp_woocommerce_api_keys VALUES (1,43,'埜河原','read','c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab','cs_914f39819792d2a128b13cbf4096f4f0bf7bb054','','c2a3d31',NULL);
INSERT INTO wp_woocommerce_payment_tokens VALUES (1,'stripe','pm_nogahara',43,'CC',1);
INSERT INTO wp_woocommerce_payment_tokenmeta VALUES (1,1,'last4','1194'),(2,1,'name','NOGAHARA');
INSERT INTO wp_woocommerce_sessions VALUES (1,'43','a:1:{s:8:"customer";s:9:"埜河原";}',1700000000);
INSERT INTO wp_woocommerce_log VALUES (1,'2023-06-01 10:05:00',3,'mailer','sent to keito.nogahara@kirisaka-shiomidai.test','');
INSERT INTO wp_wc_download_log VALUES (1,'2023-06-01 10:05:00',3,43,'100.121.8.18');
INSERT INTO wp_actionscheduler_logs VALUES (99,5,'failed for nogahara','2023-06-01 10:05:00','2023-06-01 10:05:00');
