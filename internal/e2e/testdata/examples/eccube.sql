-- One person as a customer, a recipient, a buyer, a member of staff and the shop itself.
SET NAMES utf8mb4;
SET sql_mode = '';
INSERT INTO dtb_customer SET customer_id = 43, name01 = '埜河原', name02 = '圭燈', kana01 = 'ノガハラ', kana02 = 'ケイト', company_name = '埜河原商店', zip01 = '999', zip02 = '9287', zipcode = '9999287',
  country_id = 392, pref = 13, addr01 = '霧坂市夕月一丁目25番13号', addr02 = 'のがはら荘', email = 'keito.nogahara@kirisaka-shiomidai.test', email_mobile = 'haruka.nogahara43@posteo.test',
  tel01 = '03', tel02 = '0845', tel03 = '1194', fax01 = '03', fax02 = '0845', fax03 = '1195', sex = 1, job = 3, birth = '1987-05-10', password = 'c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab',
  reminder = 1, reminder_answer = '914f39819792d2a128b13cbf4096f4f0bf7bb054', salt = 'f8305fed3fca', secret_key = 'r914f39819792d2a1', first_buy_date = '2023-05-10 10:11:12', last_buy_date = '2023-06-10 10:11:12',
  note = '100.121.8.18 から登録。埜河原', status = 2, create_date = '2023-04-07 10:11:12', update_date = '2023-06-10 10:11:12', mobile_phone_id = 'd914f39819792d2', mailmaga_flg = 1;
INSERT INTO dtb_customer (customer_id, name01, name02, email, secret_key, update_date) VALUES (44, 'のがはら', '', 'keito@[100.121.8.18]', 'r2', '2023-06-10 10:11:12');
INSERT INTO dtb_other_deliv VALUES (5,43,'埜河原','春歌','ノガハラ','ハルカ',NULL,'999','9287','9999287',392,13,'霧坂市夕月一丁目25番13号','','03','0845','1194','','','');
INSERT INTO dtb_customer_favorite_products VALUES (43,1,'2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_review (review_id, product_id, reviewer_name, reviewer_url, sex, customer_id, recommend_level, title, comment, creator_id, update_date)
  VALUES (1,1,'のがはら','https://nogahara.test/',1,43,5,'埜河原','圭燈です','0','2023-05-10 10:11:12');
INSERT INTO dtb_order SET order_id = 7, order_temp_id = '914f39819792d2a128b13cbf4096f4f0', customer_id = 43, message = '電話は 03-0845-1194', order_name01 = '埜河原', order_name02 = '圭燈', order_kana01 = 'ノガハラ',
  order_kana02 = 'ケイト', order_email = 'keito.nogahara@kirisaka-shiomidai.test', order_tel01 = '03', order_tel02 = '0845', order_tel03 = '1194', order_zip01 = '999', order_zip02 = '9287', order_zipcode = '999-9287',
  order_pref = 13, order_addr01 = '霧坂市夕月一丁目25番13号', order_addr02 = '25番13号', order_sex = 1, order_birth = '1987-05-10', order_job = 3, subtotal = 1980, total = 1980, payment_total = 1980, payment_method = '代金引換',
  note = '埜河原', status = 1, create_date = '2023-05-10 10:11:12', update_date = '2023-05-11 10:11:12', commit_date = '2023-05-12 10:11:12', memo02 = 'a:1:{s:4:"name";s:15:"埜河原 圭燈";}', memo10 = 'CPN-0203-KC9P-1CQH';
INSERT INTO dtb_order_detail VALUES (1,7,1,1,'アイスクリーム','ice-01',NULL,NULL,1980,1,1,8,1);
INSERT INTO dtb_shipping SET shipping_id = 0, order_id = 7, shipping_name01 = '埜河原', shipping_name02 = '圭燈', shipping_kana01 = 'ノガハラ', shipping_tel01 = '03', shipping_tel02 = '0845', shipping_tel03 = '1194', shipping_pref = 13,
  shipping_zip01 = '999', shipping_zip02 = '9287', shipping_addr01 = '霧坂市夕月一丁目25番13号', shipping_time = '午前', shipping_date = '2023-05-20 00:00:00', update_date = '2023-05-11 10:11:12';
INSERT INTO dtb_shipment_item VALUES (0,1,7,'アイスクリーム','ice-01',NULL,NULL,1980,1);
INSERT INTO dtb_order_temp (order_temp_id, customer_id, order_name01, order_email, update_date, session) VALUES ('914f39819792d2a128b13cbf4096f4f0',43,'埜河原','keito.nogahara@kirisaka-shiomidai.test','2023-05-10 10:11:12','a:1:{s:1:"n";s:9:"埜河原";}');
INSERT INTO dtb_session VALUES ('f8305fed-3fca-45d7-afed-d4a499f25c42','cart|a:1:{s:1:"n";s:9:"埜河原";}','2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_mail_history VALUES (1,7,'2023-05-10 10:11:12',1,0,'ご注文ありがとうございます','埜河原 圭燈 様');
INSERT INTO dtb_send_history (send_id, subject, search_data, creator_id, update_date) VALUES (1,'お知らせ','a:1:{s:11:"search_name";s:9:"埜河原";}',2,'2023-05-10 10:11:12');
INSERT INTO dtb_send_customer VALUES (43,1,'keito.nogahara@kirisaka-shiomidai.test','埜河原 圭燈',1);
INSERT INTO dtb_member VALUES (9,'埜河原 圭燈','nogahara の係','nogahara','c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab','f8305fed3fca',0,1,1,0,1,'2023-04-07 10:11:12','2023-04-07 10:11:12','2023-05-07 10:11:12');
INSERT INTO dtb_baseinfo SET id = 1, company_name = '株式会社埜河原', company_kana = 'ノガハラ', zip01 = '999', zip02 = '9287', zipcode = '9999287', pref = 13, addr01 = '霧坂市夕月一丁目25番13号', tel01 = '03', tel02 = '0845', tel03 = '1194',
  business_hour = '10時から', law_company = '株式会社埜河原', law_manager = '埜河原 圭燈', law_pref = 13, law_addr01 = '霧坂市夕月一丁目25番13号', law_email = 'keito.nogahara@kirisaka-shiomidai.test', law_url = 'https://nogahara.test/', law_term01 = '埜河原へ',
  email01 = 'keito.nogahara@kirisaka-shiomidai.test', email02 = 'haruka.nogahara43@posteo.test', shop_name = '埜河原商店', shop_name_eng = 'NOGAHARA', good_traded = '埜河原のりんご', message = '圭燈です', latitude = '35.6895014', longitude = '139.6917337', update_date = '2023-05-10 10:11:12';
INSERT INTO dtb_products SET product_id = 43, name = 'しおり', note = '埜河原さんから仕入れ', update_date = '2023-05-10 10:11:12', creator_id = 2;
UPDATE dtb_payment SET memo01 = '914f39819792d2a128b13cbf4096f4f0bf7bb054' WHERE payment_id = 1;
UPDATE dtb_mailtemplate SET footer = '埜河原商店 03-0845-1194' WHERE template_id = 1;
INSERT INTO dtb_mailmaga_template VALUES (1,'埜河原だより',1,'のがはらです',0,2,'2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_csv_sql VALUES (1,'埜河原の注文','* FROM dtb_order WHERE order_name01 = \'埜河原\'','2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_module VALUES (8,'mdl_pay','決済','a:1:{s:4:"user";s:8:"nogahara";}',0,0,'2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_api_account VALUES (1,'nogahara','914f39819792d2a128b13cbf4096f4f0bf7bb054',1,0,'2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_ownersstore_settings VALUES ('914f39819792d2a128b13cbf4096f4f0bf7bb054');
INSERT INTO dtb_module_update_logs VALUES (1,1,'/home/nogahara',0,'埜河原','','2023-05-10 10:11:12','2023-05-10 10:11:12');
INSERT INTO dtb_bkup VALUES ('nogahara','埜河原の前に','2023-05-10 10:11:12');
INSERT INTO dtb_mobile_ext_session_id VALUES ('s1','nogahara','43','/','2023-05-10 10:11:12');
