PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, full_name TEXT NOT NULL DEFAULT 'it''s;', kana TEXT, email VARCHAR(255) UNIQUE COLLATE NOCASE, phone, birth_date DATE, address TEXT, postal_code, credit_card TEXT, national_id TEXT, last_ip TEXT, note TEXT CHECK (note <> ''');' ), balance NUMERIC, is_active BOOLEAN DEFAULT 1, avatar BLOB, created_at DATETIME DEFAULT CURRENT_TIMESTAMP);
INSERT INTO customers VALUES(1,'佐藤　太郎','サトウ タロウ','taro.sato1@xn--r8jz45g.example','+81 80 3092 6886','1978-08-07','埼玉県表町 十二番地ソ','735-1026','3782828931794475',NULL,'192.0.2.69','line1
line2
line3',432851.21107700001447,1,NULL,'2023-06-01 14:46:35.658587');
INSERT INTO customers VALUES(2,'十河 花子','ソゴウ ハナコ','hanako.sogo2@xn--r8jz45g.example','03-9441-3671','1945-12-26','大阪府千代田区丸の内1-1','640-9072','4111115689062564','911-34-5328','192.0.2.197','contact: hanako.sogo2@xn--r8jz45g.example / 03-9441-3671',6618163.473550999537,1,NULL,'2023-04-13 06:20:05.054946');
INSERT INTO customers VALUES(3,'𠮷田 結衣','ヨシダ ユイ','yui.yoshida3@sub.domain.example','090-6327-4867','1985-03-28','沖縄県表町 十二番地ソ','528-6414','4111117898473012','925-97-2021','192.0.2.86','\N',9706767.8846370000394,1,NULL,'2023-09-04 15:29:27.028821');
INSERT INTO customers VALUES(4,'鈴木 美咲','スズキ ミサキ','misaki.suzuki4@mail.example.co.jp','090-9181-2067','2007-01-10','神奈川県那覇市','210-1931','3530116285910375',NULL,'2001:db8::f321',NULL,7191938.244881999679,1,NULL,'2023-07-18 18:36:19.292469');
INSERT INTO customers VALUES(5,'François D''Angelo','','franois.d''angelo5@example.org','001-555-0144-3438 x12','1935-08-16','Straße des 17. Juni 135','K1A 0B9',NULL,NULL,'192.0.2.45','NULL',9868005.5871500000361,1,X'4dca182530bb1d6d132cded6237b2ed9','2023-02-09 16:06:03.679230');
INSERT INTO customers VALUES(6,'鈴木美咲','スズキ ミサキ','misaki.suzuki6@xn--r8jz45g.example','０３－8061－2390','2009-08-05','大阪府千代田区丸の内1-1','375-7974','3782823445912176',NULL,'192.0.2.229','line1
line2
line3',2294105.0710820001549,1,NULL,'2023-04-06 00:13:17.393759');
INSERT INTO customers VALUES(7,'Pat "Patty" Smith',NULL,'patpatty.smith7@xn--r8jz45g.example','001-555-0194-0520 x12',NULL,'742 Evergreen Terrace','59323','3782823140582753',NULL,'192.0.2.87','line1
line2
line3',648042.42512100003661,1,NULL,'2023-06-15 17:38:22.632369');
INSERT INTO customers VALUES(8,'Þór Åkesson',NULL,'r.kesson8@sub.domain.example','001-555-0154-6939 x12','1953-10-03','Straße des 17. Juni 135','K1A 0B3',NULL,'995-09-9573','2001:db8::8141','called 3x; said "no thanks"',6939330.5800609998406,1,NULL,'2023-01-14 20:14:23.692523');
CREATE TABLE nasty_strings (id INTEGER PRIMARY KEY, label TEXT, v TEXT, vb BLOB, email TEXT);
INSERT INTO nasty_strings VALUES(1,'single quote','O''Reilly',X'4f275265696c6c79','user1@example.com');
INSERT INTO nasty_strings VALUES(2,'two quotes','''''',X'2727','user2@example.com');
INSERT INTO nasty_strings VALUES(3,'only quote','''',X'27','user3@example.com');
INSERT INTO nasty_strings VALUES(4,'double quote','say "hi"',X'7361792022686922','user4@example.com');
INSERT INTO nasty_strings VALUES(5,'backslash','a\b',X'615c62','user5@example.com');
INSERT INTO nasty_strings VALUES(6,'trailing backslash','C:\dir\',X'433a5c6469725c','user6@example.com');
INSERT INTO nasty_strings VALUES(7,'backslash quote','\''',X'5c27','user7@example.com');
INSERT INTO nasty_strings VALUES(8,'two backslashes quote','\\''',X'5c5c27','user8@example.com');
INSERT INTO nasty_strings VALUES(9,'row separator','),(',X'292c28','user9@example.com');
INSERT INTO nasty_strings VALUES(10,'row sep with quotes','''),(''',X'27292c2827','user10@example.com');
INSERT INTO nasty_strings VALUES(11,'statement end',''');
INSERT INTO `customers` VALUES (1,''x'');',X'27293b0a494e5345525420494e544f2060637573746f6d657273602056414c5545532028312c277827293b','user11@example.com');
INSERT INTO nasty_strings VALUES(12,'semicolon eol','abc;
def;
',X'6162633b0a6465663b0a','user12@example.com');
INSERT INTO nasty_strings VALUES(13,'dash comment','-- not a comment
',X'2d2d206e6f74206120636f6d6d656e740a','user13@example.com');
INSERT INTO nasty_strings VALUES(14,'hash comment','# not a comment',X'23206e6f74206120636f6d6d656e74','user14@example.com');
INSERT INTO nasty_strings VALUES(15,'block comment','/* not */ a /* comment',X'2f2a206e6f74202a2f2061202f2a20636f6d6d656e74','user15@example.com');
INSERT INTO nasty_strings VALUES(16,'versioned comment','/*!50000 SELECT 1 */;',X'2f2a2135303030302053454c4543542031202a2f3b','user16@example.com');
INSERT INTO nasty_strings VALUES(17,'delimiter','
DELIMITER ;;
$$
//
',X'0a44454c494d49544552203b3b0a24240a2f2f0a','user17@example.com');
INSERT INTO nasty_strings VALUES(18,'copy end','\.
\.
',X'5c2e0a5c2e0a','user18@example.com');
INSERT INTO nasty_strings VALUES(19,'copy null text','\N',X'5c4e','user19@example.com');
INSERT INTO nasty_strings VALUES(20,'NULL word','NULL',X'4e554c4c','user20@example.com');
INSERT INTO nasty_strings VALUES(21,'newline','line1
line2',X'6c696e65310a6c696e6532','user21@example.com');
INSERT INTO nasty_strings VALUES(22,'crlf','line1
line2',X'6c696e65310d0a6c696e65320d','user22@example.com');
INSERT INTO nasty_strings VALUES(23,'tab','a	b	',X'61096209','user23@example.com');
INSERT INTO nasty_strings VALUES(24,'ctrl-z','ab',X'611a62','user24@example.com');
INSERT INTO nasty_strings VALUES(25,'bell etc','',X'010207080b0c1b7f','user25@example.com');
INSERT INTO nasty_strings VALUES(26,'emoji','😀👍🏽👨‍👩‍👧‍👦🇯🇵',X'f09f9880f09f918df09f8fbdf09f91a8e2808df09f91a9e2808df09f91a7e2808df09f91a6f09f87aff09f87b5','user26@example.com');
INSERT INTO nasty_strings VALUES(27,'combining','é が゙',X'65cc8120e3818ce38299','user27@example.com');
INSERT INTO nasty_strings VALUES(28,'rtl','שלום ‮abc‬ مرحبا',X'd7a9d79cd795d79d20e280ae616263e280ac20d985d8b1d8add8a8d8a7','user28@example.com');
INSERT INTO nasty_strings VALUES(29,'bom','﻿abc',X'efbbbf616263','user29@example.com');
INSERT INTO nasty_strings VALUES(30,'line sep','a b cd',X'61e280a862e280a963c28564','user30@example.com');
INSERT INTO nasty_strings VALUES(31,'nbsp','  x 　',X'c2a0207820e38080','user31@example.com');
INSERT INTO nasty_strings VALUES(32,'sjis 5c','ソ表能予ー暴申十貼構',X'e382bde8a1a8e883bde4ba88e383bce69ab4e794b3e58d81e8b2bce6a78b','user32@example.com');
INSERT INTO nasty_strings VALUES(33,'sjis 7c etc','ポ弌欺ア−～∥',X'e3839de5bc8ce6acbae382a2e28892efbd9ee288a5','user33@example.com');
INSERT INTO nasty_strings VALUES(34,'halfwidth kana','ｿﾌﾄｳｪｱ ﾟﾞ',X'efbdbfefbe8cefbe84efbdb3efbdaaefbdb120efbe9fefbe9e','user34@example.com');
INSERT INTO nasty_strings VALUES(35,'nec special','①㈱髙﨑№Ⅳ',X'e291a0e388b1e9ab99efa891e28496e285a3','user35@example.com');
INSERT INTO nasty_strings VALUES(36,'percent','100% %s %d _x_',X'31303025202573202564205f785f','user36@example.com');
INSERT INTO nasty_strings VALUES(37,'dollar','$1 ${HOME} $$ $tag$ x $tag$',X'243120247b484f4d457d2024242024746167242078202474616724','user37@example.com');
INSERT INTO nasty_strings VALUES(38,'backtick','`id`',X'60696460','user38@example.com');
INSERT INTO nasty_strings VALUES(39,'empty','',X'','user39@example.com');
INSERT INTO nasty_strings VALUES(40,'space',' ',X'20','user40@example.com');
INSERT INTO nasty_strings VALUES(41,'trailing spaces','abc   ',X'616263202020','user41@example.com');
INSERT INTO nasty_strings VALUES(42,'json','{"k":"v\"\\\u00e9\n"}',X'7b226b223a22765c225c5c5c75303065395c6e227d','user42@example.com');
INSERT INTO nasty_strings VALUES(43,'xml','<a b=''c''>&amp;<![CDATA[x]]></a>',X'3c6120623d2763273e26616d703b3c215b43444154415b785d5d3e3c2f613e','user43@example.com');
INSERT INTO nasty_strings VALUES(44,'html','<script>alert(''x'')</script>',X'3c7363726970743e616c65727428277827293c2f7363726970743e','user44@example.com');
INSERT INTO nasty_strings VALUES(45,'serialized php','a:2:{s:5:"email";s:15:"bob@example.com";s:4:"name";s:5:"Zoë\";}',X'613a323a7b733a353a22656d61696c223b733a31353a22626f62406578616d706c652e636f6d223b733a343a226e616d65223b733a353a225a6fc3ab5c223b7d','user45@example.com');
INSERT INTO nasty_strings VALUES(46,'base64','QUJDRA==',X'51554a4452413d3d','user46@example.com');
INSERT INTO nasty_strings VALUES(47,'hexlike','0xDEADBEEF',X'30784445414442454546','user47@example.com');
INSERT INTO nasty_strings VALUES(48,'numlike','-1.5e10',X'2d312e35653130','user48@example.com');
INSERT INTO nasty_strings VALUES(49,'leading zeros','000123',X'303030313233','user49@example.com');
INSERT INTO nasty_strings VALUES(50,'date like','2024-02-29',X'323032342d30322d3239','user50@example.com');
INSERT INTO nasty_strings VALUES(51,'url','https://user:pw@example.com:8080/p?q=a''b&c=%27#f',X'68747470733a2f2f757365723a7077406578616d706c652e636f6d3a383038302f703f713d61276226633d2532372366','user51@example.com');
INSERT INTO nasty_strings VALUES(52,'email in text','Mail to alice@example.com, Bob <bob@example.org>; tel 03-1234-5678',X'4d61696c20746f20616c696365406578616d706c652e636f6d2c20426f62203c626f62406578616d706c652e6f72673e3b2074656c2030332d313233342d35363738','user52@example.com');
INSERT INTO nasty_strings VALUES(53,'csv','a,"b""c",''d''',X'612c2262222263222c276427','user53@example.com');
INSERT INTO nasty_strings VALUES(54,'using copy','COPY public.customers (id, email) FROM stdin;
1	x@example.com
\.
',X'434f5059207075626c69632e637573746f6d657273202869642c20656d61696c292046524f4d20737464696e3b0a310978406578616d706c652e636f6d0a5c2e0a','user54@example.com');
INSERT INTO nasty_strings VALUES(55,'backslash-x','\x414243',X'5c78343134323433','user55@example.com');
INSERT INTO nasty_strings VALUES(56,'octal','\101\0',X'5c3130315c30','user56@example.com');
INSERT INTO nasty_strings VALUES(57,'e-string','E''a\nb''',X'4527615c6e6227','user57@example.com');
INSERT INTO nasty_strings VALUES(58,'unicode escape','U&''\0061''',X'5526275c3030363127','user58@example.com');
INSERT INTO nasty_strings VALUES(59,'long 64k','あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
あいうえお''\
',X'e38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae38182e38184e38186e38188e3818a275c0ae381','user59@example.com');
INSERT INTO nasty_strings VALUES(60,'esc','\n\r\t\0',X'5c6e5c725c745c30','user60@example.com');
INSERT INTO nasty_strings VALUES(61,'lf and \n text','a
b\nc',X'610a625c6e63','user61@example.com');
INSERT INTO nasty_strings VALUES(62,'cr only','ab',X'610d62','user62@example.com');
INSERT INTO nasty_strings VALUES(63,'nul inside','a',X'610062','user63@example.com');
INSERT INTO nasty_strings VALUES(64,'ctrl','[31m',X'011b5b33316d7f','user64@example.com');
INSERT INTO nasty_strings VALUES(65,'crlf + \012','x
\012\015y',X'780d0a5c3031325c30313579','user65@example.com');
CREATE TABLE types (id INTEGER PRIMARY KEY, i INTEGER, r REAL, t TEXT, b BLOB, n NUMERIC, a ANY, email TEXT);
INSERT INTO types VALUES(1,-9223372036854775808,1.7976931348623156223e+308,'t',X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff','123abc','x','t1@example.com');
INSERT INTO types VALUES(2,9223372036854775807,-9.9998886718268300563e-321,'',X'',1.0e+20,1,'t2@example.com');
INSERT INTO types VALUES(3,NULL,Inf,NULL,NULL,NULL,NULL,'t3@example.com');
INSERT INTO types VALUES(4,'text in int',-Inf,'123','text in blob',0.10000000000000000555,X'0027','t4@example.com');
INSERT INTO types VALUES(5,0,0.0,'null',X'27',-1.49999999999999999e-10,NULL,'t5@example.com');
INSERT INTO types VALUES(6,1,3.1400000000000001243,'\',X'5c',1000000000000000,10000000000000000,'t6@example.com');
CREATE TABLE IF NOT EXISTS "order" ("select" int, [from] text, `group` text, "we""ird" text, 'sq' text, "with space" text, "コラム" text, "semi;colon" text, "-- d" text, email text);
INSERT INTO "order" VALUES(1,'f','g','w','s','x','日','s;','--','o@example.com');
CREATE TABLE IF NOT EXISTS "table with space" (id int, email text);
INSERT INTO "table with space" VALUES(1,'sp@example.com');
CREATE TABLE IF NOT EXISTS "二 顧客" (番号 INTEGER PRIMARY KEY, 氏名, メール);
INSERT INTO "二 顧客" VALUES(1,'表 太郎','omote@example.jp');
CREATE TABLE [brack;et] (email);
INSERT INTO "brack;et" VALUES('b@example.com');
CREATE TABLE IF NOT EXISTS "we""ird""t" (email);
INSERT INTO "we""ird""t" VALUES('w@example.com');
CREATE TABLE worowid (a TEXT, b TEXT, email TEXT, PRIMARY KEY(a,b)) WITHOUT ROWID;
INSERT INTO worowid VALUES('a','b','wr@example.com');
CREATE TABLE parent (id INTEGER PRIMARY KEY, email TEXT UNIQUE);
INSERT INTO parent VALUES(1,'p@example.com');
CREATE TABLE child (id INTEGER PRIMARY KEY, pe TEXT REFERENCES parent(email) ON UPDATE CASCADE);
INSERT INTO child VALUES(1,'p@example.com');
CREATE TABLE empty_t (id, email);
CREATE TABLE one_null (x);
INSERT INTO one_null VALUES(NULL);
INSERT INTO one_null VALUES(NULL);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','fts','fts',0,'CREATE VIRTUAL TABLE fts USING fts4(subject, body, tokenize=porter)');
CREATE TABLE IF NOT EXISTS 'fts_content'(docid INTEGER PRIMARY KEY, 'c0subject', 'c1body');
INSERT INTO fts_content VALUES(1,'subj; ''x''','body email@example.com');
CREATE TABLE IF NOT EXISTS 'fts_segments'(blockid INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE IF NOT EXISTS 'fts_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx));
INSERT INTO fts_segdir VALUES(0,0,0,0,'0 66',X'0004626f64690501010102000003636f6d0501010105000005656d61696c050101010300010578616d706c05010101040000047375626a0301020000017803010300');
CREATE TABLE IF NOT EXISTS 'fts_docsize'(docid INTEGER PRIMARY KEY, size BLOB);
INSERT INTO fts_docsize VALUES(1,X'0204');
CREATE TABLE IF NOT EXISTS 'fts_stat'(id INTEGER PRIMARY KEY, value BLOB);
INSERT INTO fts_stat VALUES(0,X'0102041f');
CREATE TABLE IF NOT EXISTS "
multi
line" ( -- comment; with semi
 id INTEGER, /* block ; */ email TEXT
);
INSERT INTO "
multi
line" VALUES(1,'ml@example.com');
ANALYZE sqlite_master;
INSERT INTO sqlite_stat1 VALUES('fts_segdir','sqlite_autoindex_fts_segdir_1','1 1 1');
INSERT INTO sqlite_stat1 VALUES('fts_stat',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('child',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('parent','sqlite_autoindex_parent_1','1 1');
INSERT INTO sqlite_stat1 VALUES('we"ird"t',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('fts_docsize',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('customers','ix_expr','150 1');
INSERT INTO sqlite_stat1 VALUES('customers','sqlite_autoindex_customers_1','150 1');
INSERT INTO sqlite_stat1 VALUES('nasty_strings',NULL,'65');
INSERT INTO sqlite_stat1 VALUES('types',NULL,'6');
INSERT INTO sqlite_stat1 VALUES('one_null',NULL,'2');
INSERT INTO sqlite_stat1 VALUES('table with space',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('order',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('二 顧客',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('
multi
line',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('fts_content',NULL,'1');
INSERT INTO sqlite_stat1 VALUES('worowid','worowid','1 1 1');
INSERT INTO sqlite_stat1 VALUES('brack;et',NULL,'1');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('customers',150);
CREATE INDEX ix_part ON customers(email) WHERE note LIKE '%VIP;''%';
CREATE INDEX ix_expr ON customers (lower(email) || ';''');
CREATE VIEW v_c AS SELECT id, upper(email) AS "e;m", '日本;''' AS lit FROM customers -- trailing comment
;
CREATE TRIGGER trg AFTER UPDATE ON customers WHEN new.email <> 'a;b' BEGIN INSERT INTO parent(email) VALUES ('trg;''x'); UPDATE child SET pe = ';'; END;
PRAGMA writable_schema=OFF;
COMMIT;
