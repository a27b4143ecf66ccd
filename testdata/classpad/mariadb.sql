/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.19-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: classpad
-- ------------------------------------------------------
-- Server version	10.11.19-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `access_logs`
--

DROP TABLE IF EXISTS `access_logs`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `access_logs` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `account_id` bigint(20) DEFAULT NULL,
  `at` datetime NOT NULL,
  `ip` varchar(45) NOT NULL,
  `user_agent` varchar(255) NOT NULL,
  `line` text NOT NULL COMMENT 'ログ行',
  PRIMARY KEY (`id`),
  KEY `access_logs_at` (`at`)
) ENGINE=InnoDB AUTO_INCREMENT=41 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='アクセスログ';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `access_logs`
--

LOCK TABLES `access_logs` WRITE;
/*!40000 ALTER TABLE `access_logs` DISABLE KEYS */;
INSERT INTO `access_logs` VALUES
(1,1,'2023-06-03 09:10:11','100.115.102.38','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.115.102.38 - 23001001 [2023-06-03:09:10:11 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(2,3,'2023-07-01 15:48:46','100.71.195.37','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.71.195.37 - 23001015 [2023-07-01:15:48:46 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(3,7,'2023-06-10 23:12:55','100.121.8.18','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.121.8.18 - 23001043 [2023-06-10:23:12:55 +0000] \"GET /search?q=埜河原圭燈&mail=keito.nogahara@kirisaka-shiomidai.test HTTP/1.1\" 200'),
(4,9,'2023-04-25 10:00:52','fd12:3456:789a:be58::c658','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','fd12:3456:789a:be58::c658 - hikaru.hinata@kirisaka-shiomidai.test [2023-04-25:10:00:52 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(5,13,'2023-05-10 11:44:11','100.117.54.91','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.117.54.91 - 22001085 [2023-05-10:11:44:11 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(6,15,'2023-04-19 06:48:39','100.72.176.188','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.72.176.188 - kaneko114 [2023-04-19:06:48:39 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(7,21,'2023-06-19 05:29:30','100.83.194.248','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.83.194.248 - yakhzz120@correo.example [2023-06-19:05:29:30 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(8,23,'2023-06-14 03:33:48','fd12:3456:789a:56e1::d509','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','fd12:3456:789a:56e1::d509 - crsnqo122@correo.example [2023-06-14:03:33:48 +0000] \"GET /notes?page=2 HTTP/1.1\" 200'),
(9,25,'2023-06-21 05:22:41','fd12:3456:789a:e4c8::d57b','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','fd12:3456:789a:e4c8::d57b - xkdtlp124@mail.test [2023-06-21:05:22:41 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(10,27,'2023-07-11 21:53:48','100.86.188.41','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.86.188.41 - pvewdb126@mail.test [2023-07-11:21:53:48 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(11,31,'2023-07-13 11:41:24','fd12:3456:789a:c3d3::dfae','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','fd12:3456:789a:c3d3::dfae - sakura.sasaki@shirohane-yuzuki.test [2023-07-13:11:41:24 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(12,33,'2023-04-25 20:56:50','100.126.29.223','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.126.29.223 - J23-002036 [2023-04-25:20:56:50 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(13,37,'2023-05-21 11:33:13','100.73.97.76','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.73.97.76 - ta_no_ame209 [2023-05-21:11:33:13 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(14,39,'2023-05-08 04:22:17','100.121.19.183','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.121.19.183 - J22-002078 [2023-05-08:04:22:17 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(15,43,'2023-07-07 13:30:01','fd12:3456:789a:850c::4a51','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','fd12:3456:789a:850c::4a51 - J22-002106 [2023-07-07:13:30:01 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(16,45,'2023-04-21 03:39:01','100.95.112.34','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.95.112.34 - J22-002120 [2023-04-21:03:39:01 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(17,47,'2023-06-03 20:10:00','100.97.218.28','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.97.218.28 - apple:70c2c7d17d3d [2023-06-03:20:10:00 +0000] \"GET /notes?page=2 HTTP/1.1\" 200'),
(18,49,'2023-04-21 00:46:58','100.75.245.236','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.75.245.236 - krbrjx221@mail.test [2023-04-21:00:46:58 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(19,51,'2023-07-13 06:02:52','fd12:3456:789a:6dd8::ccdd','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','fd12:3456:789a:6dd8::ccdd - x:34c546d2fada [2023-07-13:06:02:52 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(20,53,'2023-07-02 20:00:56','100.88.220.49','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.88.220.49 - yggugy225@post.example [2023-07-02:20:00:56 +0000] \"GET /notes?page=2 HTTP/1.1\" 200'),
(21,55,'2023-05-08 18:20:41','100.113.186.155','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.113.186.155 - 21B003001 [2023-05-08:18:20:41 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(22,57,'2023-07-14 06:51:37','fd12:3456:789a:e1dc::c71','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','fd12:3456:789a:e1dc::c71 - 21B003015 [2023-07-14:06:51:37 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(23,61,'2023-05-07 21:25:23','100.85.14.186','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.85.14.186 - 21B003043 [2023-05-07:21:25:23 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(24,63,'2023-05-14 15:24:23','100.124.148.145','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.124.148.145 - sota.koga@saginohara-seijidai.test [2023-05-14:15:24:23 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(25,67,'2023-05-16 06:44:24','100.89.78.230','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.89.78.230 - 20B003085 [2023-05-16:06:44:24 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(26,69,'2023-04-26 21:20:00','100.69.112.77','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.69.112.77 - saはなび314 [2023-04-26:21:20:00 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(27,75,'2023-07-05 16:32:20','100.88.179.181','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.88.179.181 - fvkjrr320@mail.test [2023-07-05:16:32:20 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(28,77,'2023-06-29 13:44:57','fd12:3456:789a:c426::e49d','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','fd12:3456:789a:c426::e49d - xujjab322@mail.test [2023-06-29:13:44:57 +0000] \"GET /notes?page=2 HTTP/1.1\" 200'),
(29,79,'2023-07-09 21:48:58','fd12:3456:789a:86c1::7620','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','fd12:3456:789a:86c1::7620 - pgfzdm324@post.example [2023-07-09:21:48:58 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(30,81,'2023-05-03 17:41:26','fd12:3456:789a:f4ce::a413','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','fd12:3456:789a:f4ce::a413 - rsarco326@post.example [2023-05-03:17:41:26 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(31,85,'2023-05-18 22:57:05','100.123.31.250','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.123.31.250 - naoki.usami@atori-kazemachi.test [2023-05-18:22:57:05 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(32,87,'2023-06-19 03:10:28','100.72.152.156','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.72.152.156 - 18004036 [2023-06-19:03:10:28 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(33,91,'2023-06-28 10:32:20','fd12:3456:789a:9aad::7c4a','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','fd12:3456:789a:9aad::7c4a - saneko409 [2023-06-28:10:32:20 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(34,93,'2023-07-02 03:18:39','fd12:3456:789a:d070::cdef','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','fd12:3456:789a:d070::cdef - 17004078 [2023-07-02:03:18:39 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(35,97,'2023-04-23 19:30:46','100.88.130.23','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.88.130.23 - 17004106 [2023-04-23:19:30:46 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(36,99,'2023-05-12 16:40:01','100.114.33.217','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','100.114.33.217 - 17004120 [2023-05-12:16:40:01 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(37,101,'2023-05-25 18:20:38','100.95.25.66','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','100.95.25.66 - line:3ec2a431466b [2023-05-25:18:20:38 +0000] \"GET /notes?page=2 HTTP/1.1\" 200'),
(38,103,'2023-06-25 12:21:32','100.81.74.15','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.81.74.15 - vnqnga421@post.example [2023-06-25:12:21:32 +0000] \"GET /notes?page=1 HTTP/1.1\" 200'),
(39,105,'2023-07-04 00:24:28','100.115.61.98','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.115.61.98 - google:a96d5b8d00e7 [2023-07-04:00:24:28 +0000] \"GET /notes?page=3 HTTP/1.1\" 200'),
(40,107,'2023-06-05 13:38:55','100.91.234.150','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','100.91.234.150 - thonit425@post.example [2023-06-05:13:38:55 +0000] \"GET /notes?page=2 HTTP/1.1\" 200');
/*!40000 ALTER TABLE `access_logs` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `accounts`
--

DROP TABLE IF EXISTS `accounts`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `accounts` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `account_type` enum('school','casio') NOT NULL COMMENT 'スクールIDか個人IDか',
  `school_id` int(11) DEFAULT NULL,
  `family_id` int(11) DEFAULT NULL COMMENT '世帯(きょうだいで共有)',
  `login_id` varchar(100) NOT NULL COMMENT 'ログインID: メール、学籍番号、任意の文字列',
  `password_hash` varchar(120) DEFAULT NULL COMMENT 'SNSログインではNULL',
  `email` varchar(254) DEFAULT NULL COMMENT 'メールアドレス',
  `name` varchar(60) DEFAULT NULL COMMENT '氏名(任意。番号やニックネームもある)',
  `name_kana` varchar(60) DEFAULT NULL COMMENT 'フリガナ(任意)',
  `sns_provider` varchar(10) DEFAULT NULL,
  `sns_id` varchar(64) DEFAULT NULL COMMENT 'SNSでログインしたときだけ',
  `sso_mail` varchar(254) DEFAULT NULL COMMENT 'SSO連携したときだけ',
  `country` char(2) NOT NULL DEFAULT 'JP',
  `reset_token` char(40) DEFAULT NULL,
  `profile` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'プロフィール' CHECK (json_valid(`profile`)),
  `created_at` datetime NOT NULL,
  `last_login_at` timestamp NULL DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `accounts_login` (`login_id`),
  UNIQUE KEY `accounts_email` (`email`),
  UNIQUE KEY `accounts_sns` (`sns_provider`,`sns_id`),
  KEY `accounts_school` (`school_id`),
  CONSTRAINT `accounts_school` FOREIGN KEY (`school_id`) REFERENCES `schools` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=109 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='アカウント';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `accounts`
--

LOCK TABLES `accounts` WRITE;
/*!40000 ALTER TABLE `accounts` DISABLE KEYS */;
INSERT INTO `accounts` VALUES
(1,'school',1,5020,'23001001','$2y$10$4PgwtJN0ZWbUxd9ibZ2Iqzvnt/bvA8KsTl6wLuJyom2AKNB60hXJG','ruri.kirishima@kirisaka-shiomidai.test','霧島 瑠璃','キリシマ ルリ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"るり\",\"tel\":\"+81-6-0240-7144\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-05-16 19:50:28','2023-06-03 09:10:11'),
(2,'school',1,5021,'23001008','$2y$10$H9X3I0V.yhMwH.Mzgz2j2hYGsip.0rAGki/MwPuGIHmlNRWlXsDoU','miyu.azuma@kirisaka-shiomidai.test','東みゆ','アズマ ミユ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0323-5038\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-04-28 12:21:27',NULL),
(3,'school',1,5022,'23001015','$2y$10$mjmeKGsbNg9uBcZRK3P5oIn/kNIkpETeD9NwzRZWdlD6k7j/oqUPd','Riko.watanabe@kirisaka-shiomidai.test','Riko WATANABE','ワタナベ リコ',NULL,NULL,'riko.watanabe@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"0602621360\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-07-25 05:04:23','2023-07-01 15:48:46'),
(4,'school',1,5023,'anna.ogasawara@kirisaka-shiomidai.test','$2y$10$MA6mLNKyja1wtprqoZ9NSEEDftMzFO2tMfULD.pG6nG8dfTmW/MGR','anna.ogasawara@kirisaka-shiomidai.test',NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"あんな\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-06-22 19:22:15','2023-05-18 18:27:29'),
(5,'school',1,5024,'mi_no_ame104','$2y$10$OadEkH01g5RPV9TXPb5nuU5xr9tjU1HbY58TmrKPMIPj5UVU9uDnG','minato.kemmochi@kirisaka-shiomidai.test','けんもち みなと','ケンモチ ミナト',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"０６－０１２４－３５１８\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-12-17 08:05:28',NULL),
(6,'school',1,5025,'23001036','$2y$10$ESn5F8q7XrbXItnBZYSqYr2fEcDyJ.juaHtSF/G4g470JGNwKQQS4',NULL,'3-A-05','イスルギ ケイゴ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"０３－０４１６－３９６４\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-08-16 23:30:02','2023-05-11 09:16:54'),
(7,'school',1,5026,'23001043','$2y$10$myyM/hNHddgq/Pa4cDdp/vIK4AWj3YUqQXGmyCyH1CzTPznG4Qmit','keito.nogahara@kirisaka-shiomidai.test','埜河原　圭燈','ノガハラ ケイト',NULL,NULL,'keito.nogahara@sso.gakushu.example','JP','914f39819792d2a128b13cbf4096f4f0bf7bb054','{\"plan\":\"school\",\"nickname\":\"ケイト\",\"tel\":\"03-0845-1194\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"],\"guardian\":{\"address\":\"石川県霧坂市夕月一丁目25番13号\",\"kana\":\"ﾉｶﾞﾊﾗ ｹｲﾄ\",\"mail\":\"keito.nogahara@kirisaka-shiomidai.test\",\"name\":\"埜河原\"},\"name_escaped\":\"\\u57dc\\u6cb3\\u539f\\u572d\\u71c8\",\"no\":\"23001043\",\"romaji\":\"Keito Nogahara\"}','2023-01-15 13:16:34','2023-06-10 23:12:55'),
(8,'school',1,5027,'23001050','$2y$10$69JMNgal.KkSeLEm7MHS.34wY8UPLhk/6O4IuP9zbtT.ixq/UtAjI','ritsu.narumi@kirisaka-shiomidai.test','律ん',NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"０３－０２５９－３５７７\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-01-31 13:08:37',NULL),
(9,'school',1,5028,'hikaru.hinata@kirisaka-shiomidai.test','$2y$10$tu.r/97k.4JKl0spLk3XuENV6cTUkz8RwXgsY3wN0ke7R1r/tWHk8','hikaru.hinata@kirisaka-shiomidai.test','日向 ヒカル','ヒナタ ヒカル',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-06-17 03:48:08','2023-04-25 10:00:52'),
(10,'school',1,5029,'ry★109','$2y$10$LEEYrGeVnWdvDlJGlrM4Xrgqdj2xBY0fakcWoRGxVrpltvvxfADtG','ryotaro.mikumo@kirisaka-shiomidai.test','三雲遼太郎','ミクモ リョウタロウ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"りょうたろう\",\"tel\":\"０６－０９０１－１８００\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-01-27 12:59:01','2023-06-17 03:55:26'),
(11,'school',1,5030,'22001071','$2y$10$V0qs4X74GEIv2hDiUAQ7XY2dC.lHXSWFd4YOQUS0yvOR/8EiR8bx8','saku.yoyogi@kirisaka-shiomidai.test','Saku YOYOGI','ヨヨギ サク',NULL,NULL,'saku.yoyogi@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0632-6547\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-01-27 17:48:16',NULL),
(12,'school',1,5031,'22001078','$2y$10$XOwrLKhmq2E.MZ1Qn571skGCKDiMjC60KGFSrYqb1axsz97zyf1m9',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0441-9889\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-12-11 00:24:57','2023-07-15 16:42:09'),
(13,'school',1,5032,'22001085','$2y$10$4gE/UU7drRJWfzp5S3QFauDvI8y21bDyyOBoKgkhTrfARzRYJWhty','koharu.takanashi@kirisaka-shiomidai.test','たかなし こはる','タカナシ コハル',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"こはる\",\"tel\":\"(03)0529-0615\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-01-03 03:32:27','2023-05-10 11:44:11'),
(14,'school',1,5033,'haruka.igarashi@kirisaka-shiomidai.test','$2y$10$dV.WpChHgHfWyr9J.Kq65jcRl1RTEpPKQ4HHcSYRwM5b9pjwp9Uhe','haruka.igarashi@kirisaka-shiomidai.test','3-A-13','イガラシ ハルカ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-08-18 15:19:06',NULL),
(15,'school',1,5034,'kaneko114','$2y$10$9HUZu1NDQfNbhszjaSRFl199qw9HnW.itWhA/eUyiK93QxNY2JKbV','kaori.kifune@kirisaka-shiomidai.test','貴船　香織','キフネ カオリ',NULL,NULL,'kaori.kifune@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0704-7698\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-06-17 04:45:21','2023-04-19 06:48:39'),
(16,'school',1,5020,'22001106','$2y$10$bVsxcn.Voy41i/GPXKOPyI5l.sJ3TzuKovvbNoMBT/8XtYwjzCcoL','rin.kirishima@kirisaka-shiomidai.test','凛ん',NULL,NULL,NULL,NULL,'JP','3bb97b8885136433ddd14bd7c36b9a0faee2383d','{\"plan\":\"school\",\"nickname\":\"りん\",\"tel\":\"+81-6-0240-7144\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-03-09 19:58:48','2023-07-05 03:45:41'),
(17,'school',1,5021,'22001113','$2y$10$Tx4whrMcxakO3sjRt9WUvNd0kK/.RhkfqdtA/Ecdba510SL4lPJDj','shiho.azuma@kirisaka-shiomidai.test','東 志保','アズマ シホ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0323-5038\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-08-29 19:12:51',NULL),
(18,'school',1,5022,'22001120','$2y$10$fyT7Sg8gZ/Ue.ES6MH48lmcB3nLwlCJzrFgp5HU5yYPU3gyDJI7IZ',NULL,'渡邊優子','ワタナベ ユウコ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"0602621360\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-02-06 10:54:24','2023-07-01 09:45:40'),
(19,'school',1,NULL,'demo-001','$2y$10$Onc9JtKYfeKQ9kx/2jWGjO.eG3cYSuc2n0TMh5QjyxD0igG/hT.Me',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{}','2021-06-09 13:05:26',NULL),
(20,'casio',NULL,NULL,'google:c17b8dcc3d91',NULL,NULL,'1',NULL,'google','924534231732967564537',NULL,'FR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0194-5291\"}','2022-12-02 22:54:16','2023-05-17 07:29:39'),
(21,'casio',NULL,NULL,'yakhzz120@correo.example','$argon2id$v=19$m=65536,t=3,p=4$hysG+8N7jBkSdQeK9qjhC6$jncEeL3hUViGv6w6UolyBWh6Cavp3/pvysEtHdiSZ4N','yakhzz120@correo.example',NULL,NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0674-4891\"}','2022-01-30 01:52:16','2023-06-19 05:29:30'),
(22,'casio',NULL,NULL,'oaqdls121@post.example','$argon2id$v=19$m=65536,t=3,p=4$Gq8h660ZktchtwlWg4n4wB$6CaqbjH3Ht9Kqn02uyiklZ0OacHhWS0YvbRa3AYU5Il','oaqdls121@post.example','Maria Santos',NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0348-2634\"}','2021-08-12 16:19:06','2023-06-15 20:43:40'),
(23,'casio',NULL,NULL,'crsnqo122@correo.example','$argon2id$v=19$m=65536,t=3,p=4$InkHFQc9iMt4BfYd4Egjou$BZEYP0lkeDnRZZiS4pAaVd17pUz7K4bZxyIplV0f/H4','crsnqo122@correo.example','Иван Петров',NULL,NULL,NULL,NULL,'KR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0677-2983\"}','2021-10-09 03:56:18','2023-06-14 03:33:48'),
(24,'casio',NULL,NULL,'apple:fca584308c67',NULL,NULL,'マリア・サントス',NULL,'apple','000000.be722684b110f5e7f8892fa9c52b1557.0000',NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0678-4383\"}','2022-01-04 14:33:46','2023-05-07 06:40:40'),
(25,'casio',NULL,NULL,'xkdtlp124@mail.test','$argon2id$v=19$m=65536,t=3,p=4$+DaCF7qvnb+fCtNObseHt4$77swFgmio7nXdhIcJtlUH7+Qjo59wxGOIjqUt8SpQVV','xkdtlp124@mail.test','Kim Min-jun',NULL,NULL,NULL,NULL,'FR',NULL,'{\"plan\": \"free\", \"nickname\": \"µ-fan\", \"tel\": \"090-0144-7000\"}','2021-09-26 12:27:02','2023-06-21 05:22:41'),
(26,'casio',NULL,NULL,'tpnxht125@correo.example','$argon2id$v=19$m=65536,t=3,p=4$FzZ5UbsjqtkHxCQZlFmn8k$BAhKfnSYCntFAbJ7v9AEHZXc6E5e0xTsaP2MVZtsI6n','tpnxht125@correo.example',NULL,NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0629-1138\"}','2022-07-26 20:28:12','2023-06-17 17:31:33'),
(27,'casio',NULL,NULL,'pvewdb126@mail.test','$argon2id$v=19$m=65536,t=3,p=4$IYXWwOqd0XP3uG2rQSsZcW$xdBTkWUBpv80TMki0yA5hYh3TYR1x7PmWwT8gGonnYf','pvewdb126@mail.test','ｽﾐｽ ｼﾞｮﾝ',NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"µ-fan\", \"tel\": \"090-0447-8124\"}','2023-03-14 02:55:38','2023-07-11 21:53:48'),
(28,'school',2,5040,'J23-002001','$2y$10$apxUhbNSNk0hiZLjzM7s3uOYszZD7yutleGHmNkYbNdfgwdgRjwJ/','mio.kashiwagi@shirohane-yuzuki.test','柏木 澪','カシワギ ミオ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"みお\",\"tel\":\"+81-3-0860-4398\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-05-12 05:05:38','2023-07-08 09:49:55'),
(29,'school',2,5041,'J23-002008','$2y$10$GJetiLEDqwamjk39L5sQyz7/Lb99kTLCUVIewuQixx5nUG4FCQ9Jd','tsumugi.koga@shirohane-yuzuki.test','古賀紬','コガ ツムギ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0075-4329\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-09-22 05:55:56',NULL),
(30,'school',2,5042,'J23-002015','$2y$10$5rq9i46jkBl.KQOxMkhV1AceLIbWIu4U75ALvnmQSdmVtVHFZ5iUB','Sota.ebihara@shirohane-yuzuki.test','Sota EBIHARA','エビハラ ソウタ',NULL,NULL,'sota.ebihara@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"(03)0105-2649\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-05-11 07:00:46','2023-07-03 16:39:31'),
(31,'school',2,5043,'sakura.sasaki@shirohane-yuzuki.test','$2y$10$zNub4ugm/TsMkYRea7sLTv6ofWjaRHbtpDA.GiwJ.nnWOTwzxM7Ri','sakura.sasaki@shirohane-yuzuki.test',NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"さくら\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-10-20 09:29:21','2023-07-13 11:41:24'),
(32,'school',2,5044,'ts_no_ame204','$2y$10$C.yf7uzl/6uiITuvS7VqKABALOEZDXY3V8d7xrPuC8sMS7335cUCu','tsumugi.numajiri@shirohane-yuzuki.test','ぬまじり つむぎ','ヌマジリ ツムギ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"+81-3-0660-8265\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-12-03 15:26:03',NULL),
(33,'school',2,5045,'J23-002036','$2y$10$aLASaZcALsI4crlpFx7HxOWSL191vSrTQSKKx8w9Cz/ygA/MsATIU',NULL,'3-A-05','ヘンミ リン',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0360-0846\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-07-16 03:12:09','2023-04-25 20:56:50'),
(34,'school',2,5046,'J23-002043','$2y$10$e5KlsNvufGw6s.MxoPBR2Vu4ZFcF1g5sFm1sRYTEL3HteyhiZFqCK','shinya.mochizuki@shirohane-yuzuki.test','望月　伸也','モチヅキ シンヤ',NULL,NULL,'shinya.mochizuki@sso.gakushu.example','JP','f245f45983a9bda743046aca6a4f0ef15d55df78','{\"plan\":\"school\",\"nickname\":\"しんや\",\"tel\":\"0304301366\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-09-10 05:11:10','2023-07-14 10:46:02'),
(35,'school',2,5047,'J23-002050','$2y$10$12pbjjhzk9EkdPAYeN4/M80htYX4hJb91eSxRuhwugb03poIuMzXU','koharu.kirishima@shirohane-yuzuki.test','心春ん',NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"０３－０４３７－０４３１\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-01-04 12:23:10',NULL),
(36,'school',2,5048,'takumi.azuma@shirohane-yuzuki.test','$2y$10$w6vP2sBCj8W/PfuxSQqhe0amv7Ry59ylOXMVwGBp7u2yY2leoh4xu','takumi.azuma@shirohane-yuzuki.test','東 匠','アズマ タクミ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-03-23 03:27:14','2023-06-11 10:21:52'),
(37,'school',2,5049,'ta_no_ame209','$2y$10$RVRVx.liBCaCqY251a/IewBSn1D2bqNPKHkzn7eVxjM0WYxToEAGO','takeru.watanabe@shirohane-yuzuki.test','渡邊健','ワタナベ タケル',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"たける\",\"tel\":\"(06)0265-4203\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-10-19 18:43:45','2023-05-21 11:33:13'),
(38,'school',2,5050,'J22-002071','$2y$10$2KIuN60ua5jvEfS7QbXDN/hTUl9GTyuuuD2k27XfmTkAFLkgONEQV','ryotaro.ogasawara@shirohane-yuzuki.test','Ryotaro OGASAWARA','オガサワラ リョウタロウ',NULL,NULL,'ryotaro.ogasawara@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"０３－００５１－４１５８\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-08-29 19:03:22',NULL),
(39,'school',2,5051,'J22-002078','$2y$10$qEOswexx7Ms1haBHYvvg2LXngd3BOlWr5ibDRGU5gyU1VtghDKSri',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(03)0413-9384\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-04-04 14:37:08','2023-05-08 04:22:17'),
(40,'school',2,5052,'J22-002085','$2y$10$jOMhx2yzjPvfAjuXhYFhp3936paqneJsXXQG87gfyBSsKP2rVzE6Z','miyu.isurugi@shirohane-yuzuki.test','いするぎ みゆ','イスルギ ミユ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"みゆ\",\"tel\":\"(03)0741-8647\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-12-17 16:37:44','2023-05-04 14:51:45'),
(41,'school',2,5053,'yuto.sogo@shirohane-yuzuki.test','$2y$10$s.vModfdX0cpP.J1v8d/Sr9HK9YZftMSPprHigEJb26jD/S78ISkE','yuto.sogo@shirohane-yuzuki.test','3-A-13','ソゴウ ユウト',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-06-10 10:53:57',NULL),
(42,'school',2,5054,'ri★214','$2y$10$op10csrxw4Qmc87jbf3drqvqfhRMdKDcdnosqXl5x67uJh4E/Uq5D','riko.narumi@shirohane-yuzuki.test','鳴海　莉子','ナルミ リコ',NULL,NULL,'riko.narumi@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"+81-3-0947-6792\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-02-07 23:31:43','2023-04-22 09:55:59'),
(43,'school',2,5040,'J22-002106','$2y$10$ivqHJro91DSYoDTa4RGCgs58o0pZSRK1R9W4qwghdyS6RtczFcnRO','yuto.kashiwagi@shirohane-yuzuki.test','悠人ん',NULL,NULL,NULL,NULL,'JP','a29f38d30acf5f5237cee3fb3635728ba2531386','{\"plan\":\"school\",\"nickname\":\"ゆうと\",\"tel\":\"+81-3-0860-4398\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-07-23 14:49:33','2023-07-07 13:30:01'),
(44,'school',2,5041,'J22-002113','$2y$10$P6DISzh1c6ZzhFNIX.DZxaL9zsScpjA4aWJ9EAar6bENOTVD.ubm/','yui.koga@shirohane-yuzuki.test','古賀 結衣','コガ ユイ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0075-4329\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-06-14 01:16:51',NULL),
(45,'school',2,5042,'J22-002120','$2y$10$9JTMuW9bF5DP0uIn5HkTOYaG9WdP0jrP07dbJmjO52ino3tE8PpC1',NULL,'海老原順一','エビハラ ジュンイチ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(03)0105-2649\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-12-26 05:46:28','2023-04-21 03:39:01'),
(46,'school',2,NULL,'demo-002','$2y$10$nwEMeg6/QfDA2ly9aE/FXdXiNmjbLBHkWWTX4MK8uEbR2YN923mfT',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{}','2021-05-27 14:35:04',NULL),
(47,'casio',NULL,NULL,'apple:70c2c7d17d3d',NULL,NULL,'O\'Neill Sinéad',NULL,'apple','000000.7362f76eba960b9cab9c6353ae65d27f.0000',NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0703-1129\"}','2022-06-15 18:30:17','2023-06-03 20:10:00'),
(48,'casio',NULL,NULL,'nwcmwb220@mail.test','$argon2id$v=19$m=65536,t=3,p=4$CjCZqPCW7A7i97vrluEZUY$ZAvpDRsuU6cKIBONv4JzrYfgKu8mQEnbFglp5URThPU','nwcmwb220@mail.test',NULL,NULL,NULL,NULL,NULL,'FR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0607-0232\"}','2022-10-08 00:46:50','2023-05-21 21:31:54'),
(49,'casio',NULL,NULL,'krbrjx221@mail.test','$argon2id$v=19$m=65536,t=3,p=4$PMdWF4TybQYemuVrbyR81W$6tNTMga0ZgFHGp/aCWvWhgifbCnjPBTULGGoUpzaZIi','krbrjx221@mail.test','Dr. Ana de la Cruz',NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"µ-fan\", \"tel\": \"090-0192-3005\"}','2021-10-03 14:44:10','2023-04-21 00:46:58'),
(50,'casio',NULL,NULL,'biqrge222@mail.test','$argon2id$v=19$m=65536,t=3,p=4$Nir+Q5caxnGfeSghhNQOua$vDAGGfK9LXgzxV/Ca+eex/0MqDs/c/OtjCYR4fV9thZ','biqrge222@mail.test','山の民',NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0595-4470\"}','2022-08-14 09:01:24','2023-06-25 22:23:03'),
(51,'casio',NULL,NULL,'x:34c546d2fada',NULL,NULL,'Li Wei',NULL,'x','9553675566192942000',NULL,'KR',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0881-8926\"}','2021-12-06 19:05:52','2023-07-13 06:02:52'),
(52,'casio',NULL,NULL,'txawom224@correo.example','$argon2id$v=19$m=65536,t=3,p=4$izMFgu8lPRor4CJbkPtIq6$jHawlkTCHUWCwNU1CJtPq/7UqLsjPe7hCRZ7sFORDX4','txawom224@correo.example','1',NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0144-3780\"}','2022-10-08 13:00:49','2023-05-28 13:49:21'),
(53,'casio',NULL,NULL,'yggugy225@post.example','$argon2id$v=19$m=65536,t=3,p=4$K5yueT+QnM83SJzdy1BoCI$XlNC1UX94uzWzBqXcSADROF0++BbQDY5Bj03V7V/BmV','yggugy225@post.example',NULL,NULL,NULL,NULL,NULL,'BR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0482-6375\"}','2022-06-14 08:15:58','2023-07-02 20:00:56'),
(54,'casio',NULL,NULL,'lfroxm226@post.example','$argon2id$v=19$m=65536,t=3,p=4$/W+EqEK1rVri+utlFXAvHx$sVCcShGWNMbpwOdFhWGLW3dQzFU9Qr1tTcVcvqOVVPT','lfroxm226@post.example','Maria Santos',NULL,NULL,NULL,NULL,'VN',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0294-0849\"}','2022-01-23 20:51:49','2023-05-24 06:32:52'),
(55,'school',3,5060,'21B003001','$2y$10$P..MME0mExTFHQmNPXgSlJSe57maTzVw9Y6S4J/EnheMS2LhHgsXr','kaori.togasaki@saginohara-seijidai.test','戸ヶ崎 香織','トガサキ カオリ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"かおり\",\"tel\":\"03-0317-1530\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-12-29 19:37:57','2023-05-08 18:20:41'),
(56,'school',3,5061,'21B003008','$2y$10$B8jpKqvlCdxIUk0Z2se7sh6klaBb4b0C4qZod4j46PQn4w1Xznxnv','mizuki.hagio@saginohara-seijidai.test','萩尾美月','ハギオ ミヅキ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0749-0648\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-02-16 01:02:13',NULL),
(57,'school',3,5062,'21B003015','$2y$10$maKjtVKirf5LxQrPI25IkY.4cX5d0qugntUEqmE3ctq0NWEx3o9aM','Riko.makabe@saginohara-seijidai.test','Riko MAKABE','マカベ リコ',NULL,NULL,'riko.makabe@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"0302143263\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-05-09 14:24:21','2023-07-14 06:51:37'),
(58,'school',3,5063,'hina.yukawa@saginohara-seijidai.test','$2y$10$so81/q9P4KyYzmI6busrrVmWpQ7J.QjsPpN5Ocg2JGEinEIqk.ABa','hina.yukawa@saginohara-seijidai.test',NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"ひな\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-05-28 21:52:41','2023-06-25 05:49:03'),
(59,'school',3,5064,'yuneko304','$2y$10$8p23KPmADmQ9pu/WVOw3b0WwzH3iizSpiEDVvUekU6qIGFZRr75Jn','yuto.sagisawa@saginohara-seijidai.test','さぎさわ ゆうと','サギサワ ユウト',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"0609536310\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-12-03 04:31:41',NULL),
(60,'school',3,5065,'21B003036','$2y$10$/HwjzbiMO8okw.djjgNrM6LRsYP3JHIapKnTmXfQO8ozbNMjMt2uD',NULL,'3-A-05','テシガワラ チヒロ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0591-0012\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-09-15 01:44:29','2023-07-10 16:38:35'),
(61,'school',3,5066,'21B003043','$2y$10$MhZ87kqBPhNTRiUS37/Ra5f3jPA9LG1Wr9aNtTy1DpdWEKO0e889o','anna.masuno@saginohara-seijidai.test','桝野　杏奈','マスノ アンナ',NULL,NULL,'anna.masuno@sso.gakushu.example','JP','c6d8428debde0c86fcb2c4561f1987775d17699f','{\"plan\":\"school\",\"nickname\":\"あんな\",\"tel\":\"０６－０９０４－４２８０\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-03-01 16:40:17','2023-05-07 21:25:23'),
(62,'school',3,5067,'21B003050','$2y$10$XWs/4NswMOD9ZgUg96RspbjXbcDKt2ATMTqYy/M1fccX3pmH8vOfN','anna.kashiwagi@saginohara-seijidai.test','杏奈ん',NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"０６－０８１９－８１８４\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-08-07 03:15:38',NULL),
(63,'school',3,5068,'sota.koga@saginohara-seijidai.test','$2y$10$4haegaFV48f3WpeFYxkJLcdPSpMRsASIr2cb4yt4xy4neTXreKVoz','sota.koga@saginohara-seijidai.test','古賀 颯太','コガ ソウタ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-09-24 10:07:47','2023-05-14 15:24:23'),
(64,'school',3,5069,'ka.o3o309','$2y$10$ym7mlbpRKsedRi9hBwx1W1Rh0JPOcZoFKHheBQtGOu4ubtvt9C8HG','kanon.ebihara@saginohara-seijidai.test','海老原花音','エビハラ カノン',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"かのん\",\"tel\":\"0300127143\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-03-23 07:17:28','2023-05-28 13:27:35'),
(65,'school',3,5070,'20B003071','$2y$10$UGqWPGF9kmEHX1U4VaaunnqATFv13Cza0LieRxSQC4pGrVhscZryL','soma.chihaya@saginohara-seijidai.test','Soma CHIHAYA','チハヤ ソウマ',NULL,NULL,'soma.chihaya@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0186-2331\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-01-31 11:10:29',NULL),
(66,'school',3,5071,'20B003078','$2y$10$a0O74eY5UGa86XgIjK7k.wLq0rAgl18u1i1Qw6uUgTLBCRMt0Obcv',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"03-0708-0493\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-07-05 09:02:44','2023-06-23 00:37:13'),
(67,'school',3,5072,'20B003085','$2y$10$TACmuD42pADAXnDzVHrRz6BcJwfJg/r0jh/7tjKln64AzwnjDI/2o','yuto.hemmi@saginohara-seijidai.test','へんみ ゆうと','ヘンミ ユウト',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"ゆうと\",\"tel\":\"(06)0327-8851\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-04-23 22:38:44','2023-05-16 06:44:24'),
(68,'school',3,5073,'haruka.mochizuki@saginohara-seijidai.test','$2y$10$sr9VWnxHElpsiGA4qYOW4j413v1j.FRJZKoXpj3wVHxVruvra5j34','haruka.mochizuki@saginohara-seijidai.test','3-A-13','モチヅキ ハルカ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-01-15 09:36:13',NULL),
(69,'school',3,5074,'saはなび314','$2y$10$mcZUcSGA31YncCaxr1kPC7./WcItzFp3St37uLy4/Bl.wjsDz.WvI','sakura.kirishima@saginohara-seijidai.test','霧島　さくら','キリシマ サクラ',NULL,NULL,'sakura.kirishima@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"0608692979\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-11-23 05:55:39','2023-04-26 21:20:00'),
(70,'school',3,5060,'20B003106','$2y$10$dYc00Siv5BkNhuka1ltqzO.70kQn8BiHWsxhX8V1czgi7AA7uDhZ9','yuko.togasaki@saginohara-seijidai.test','優子ん',NULL,NULL,NULL,NULL,'JP','7afeca6ee4fc07351bcffcc58c0aa131489a51c5','{\"plan\":\"school\",\"nickname\":\"ゆうこ\",\"tel\":\"03-0317-1530\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-01-31 01:21:38','2023-06-02 16:44:14'),
(71,'school',3,5061,'20B003113','$2y$10$PO3c4BwzliecTMaxom1Mlkixiun4hH/dL6dAoU6Nmo5uJkBfDseJJ','kohei.hagio@saginohara-seijidai.test','萩尾 航平','ハギオ コウヘイ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0749-0648\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-05-04 15:05:06',NULL),
(72,'school',3,5062,'20B003120','$2y$10$ZMbtblw1WtF427IfnHh/3A3Uu8lbEN8OKnx1GSzqYXtDfZ4PDyveG',NULL,'真壁順一','マカベ ジュンイチ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"0302143263\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-02-04 22:47:50','2023-07-09 11:58:25'),
(73,'school',3,NULL,'demo-003','$2y$10$MOmX8E9rL88SEYOW1PU63UR./zsla7oCa/DD.CGxFUv0wZG5S.ugX',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{}','2021-06-03 19:38:18',NULL),
(74,'casio',NULL,NULL,'x:412572ed807b',NULL,NULL,'SMITH, John',NULL,'x','9591329518785980090',NULL,'JP',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0256-1506\"}','2021-08-20 16:36:51','2023-06-21 20:18:29'),
(75,'casio',NULL,NULL,'fvkjrr320@mail.test','$argon2id$v=19$m=65536,t=3,p=4$UH3/iX8b6TylYbzsm9C19/$2djTArbbcyoOtaYg6BkejcfSVYjx7I8eS0aRidLGm6b','fvkjrr320@mail.test',NULL,NULL,NULL,NULL,NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0307-6821\"}','2022-02-24 12:23:19','2023-07-05 16:32:20'),
(76,'casio',NULL,NULL,'iiumvk321@post.example','$argon2id$v=19$m=65536,t=3,p=4$ZlYNgzWiDlFHIE0/YMUaYc$DDwa2YNcIrtLzdXZeQyhUDG9zXOmTn3EI6KxXFJla4z','iiumvk321@post.example','ねこずき',NULL,NULL,NULL,NULL,'PH',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0353-4575\"}','2022-11-05 03:01:25','2023-05-18 06:56:37'),
(77,'casio',NULL,NULL,'xujjab322@mail.test','$argon2id$v=19$m=65536,t=3,p=4$gQjBVnDHGsIyAa16pSUDb/$0mO8+nYy0hQVvaUexckyfD1E1DmYuQSjtvwsUHKEcTs','xujjab322@mail.test','user_0031',NULL,NULL,NULL,NULL,'PH',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0961-6757\"}','2022-05-13 18:13:59','2023-06-29 13:44:57'),
(78,'casio',NULL,NULL,'line:d0edf66a3efa',NULL,NULL,'林 一郎',NULL,'line','U00000000a08af90259ecd970ed21eb8c',NULL,'FR',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0728-7529\"}','2021-06-19 16:08:37','2023-06-26 05:13:45'),
(79,'casio',NULL,NULL,'pgfzdm324@post.example','$argon2id$v=19$m=65536,t=3,p=4$6j2WaX9AoNvyEtyz+rNeUN$qM3sQvRI/wj6CnYt2Iph7EFoA1Gi4f1eAF8X+vLjgLA','pgfzdm324@post.example','O\'Neill Sinéad',NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0182-8677\"}','2022-08-14 01:36:26','2023-07-09 21:48:58'),
(80,'casio',NULL,NULL,'bmvkql325@correo.example','$argon2id$v=19$m=65536,t=3,p=4$FPaVnyLdEtG15L3se8URGo$60PvYxXnYdP6V6YQtw9Es/sGjtxmm/WwspcUlzVHKOY','bmvkql325@correo.example',NULL,NULL,NULL,NULL,NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0972-5000\"}','2023-02-06 10:40:40','2023-05-18 03:03:40'),
(81,'casio',NULL,NULL,'rsarco326@post.example','$argon2id$v=19$m=65536,t=3,p=4$XsR7br367tigWikLLnaaKn$2lsWEJn49AcSvB78bvL/YdN7fNt4ZqR62CLa6ZOSQeX','rsarco326@post.example','Dr. Ana de la Cruz',NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"µ-fan\", \"tel\": \"090-0755-4570\"}','2021-12-25 00:34:52','2023-05-03 17:41:26'),
(82,'school',4,5080,'18004001','$2y$10$FZv3lG8F003uhBA.B46Yz/tY/TAwIM1hHtGkr4bs282DZ1wGZnINN','rin.wakasa@atori-kazemachi.test','若狭 凛','ワカサ リン',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"りん\",\"tel\":\"06-0324-2284\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-09-25 17:11:53','2023-06-10 06:55:39'),
(83,'school',4,5081,'18004008','$2y$10$QQEB6sACLQYvT/yvL6C6UOqf6bD9UiumBeGgZEVmSlIxao7CaaCdo','seiji.inui@atori-kazemachi.test','乾誠司','イヌイ セイジ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"03-0397-9788\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-02-13 07:03:24',NULL),
(84,'school',4,5082,'18004015','$2y$10$QllhVgH/SDPSY1qPagEeb33RLBGksQ2YhtwM125k2RPGdJ6WVAu41','Tsumugi.ozaki@atori-kazemachi.test','Tsumugi OZAKI','オザキ ツムギ',NULL,NULL,'tsumugi.ozaki@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0646-5748\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-10-05 23:14:21','2023-06-29 14:25:24'),
(85,'school',4,5083,'naoki.usami@atori-kazemachi.test','$2y$10$9K6UtsjMoCvfve99dT1/pjr49DE0boeY9pMHDJV8HERNtMalf0NWf','naoki.usami@atori-kazemachi.test',NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"なおき\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-04-23 05:22:33','2023-05-18 22:57:05'),
(86,'school',4,5084,'ib★404','$2y$10$DimlB3AW/xmgaNLUMsQKfWIySrD/VM5aYxPloKgL8l.WHib4dXhr9','ibuki.kusunoki@atori-kazemachi.test','くすのき いぶき','クスノキ イブキ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"0304396361\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-12-11 01:34:27',NULL),
(87,'school',4,5085,'18004036','$2y$10$YH8KJ.wFqErj4aU3qCOXlHGTtKAqKu9o9JJM4KxBGQk.X9pXL3jxT',NULL,'3-A-05','アメミヤ リン',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"03-0375-4132\",\"favorites\":[\"国語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-03-19 02:56:19','2023-06-19 03:10:28'),
(88,'school',4,5086,'18004043','$2y$10$NowF2uamjp3okeD6wmyq0u5YjYqiG8qFxNcj8OMB3xRDzJDLaTWua','saku.omote@atori-kazemachi.test','表　朔','オモテ サク',NULL,NULL,'saku.omote@sso.gakushu.example','JP','b19483bcfc83270175bae719b690b52876912741','{\"plan\":\"school\",\"nickname\":\"さく\",\"tel\":\"０６－０１３６－１８４５\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-12-06 04:24:12','2023-06-06 16:00:08'),
(89,'school',4,5087,'18004050','$2y$10$Vd5TgzSo.g8/f3xDlw1PEA3bnbEKazj.OlcBFizZOdfDqQwTlGCEG','itsuki.togasaki@atori-kazemachi.test','樹ん',NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(03)0935-2105\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2023-02-17 16:18:25',NULL),
(90,'school',4,5088,'seiji.hagio@atori-kazemachi.test','$2y$10$quqgu3IFhXrC95MCS1jYOrAULvMWk7vqwyN6/q9GdPUP16ABZPUWR','seiji.hagio@atori-kazemachi.test','萩尾 誠司','ハギオ セイジ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"宿題\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-06-19 09:52:45','2023-07-14 22:21:21'),
(91,'school',4,5089,'saneko409','$2y$10$.hE7ufKtk3UBA2Oky3/QEndezCWjnFbjD.QHrKuQaaYb3A87c/HvZ','sakura.sasaki@atori-kazemachi.test','佐々木さくら','ササキ サクラ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"さくら\",\"tel\":\"06-0540-3992\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-11-07 20:08:52','2023-06-28 10:32:20'),
(92,'school',4,5090,'17004071','$2y$10$rTJvis25jUUEsN7VIkCO5QeILVbIZ/0xXMc7N1yH2lcvJACk1apel','chihiro.yukawa@atori-kazemachi.test','Chihiro YUKAWA','ユカワ チヒロ',NULL,NULL,'chihiro.yukawa@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"03-0653-6179\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-06-16 16:42:29',NULL),
(93,'school',4,5091,'17004078','$2y$10$GDzHoVDag1a6BiMD.hUcli8T1zkj4T6o8KarjrByJbVBdp8mXBkrO',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"(06)0095-7078\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-11-05 11:54:20','2023-07-02 03:18:39'),
(94,'school',4,5092,'17004085','$2y$10$mPhJmfYseUrF6eYnvxUESm4VnZ5BAOK/bNAtKP/QbMNfF.Agrr.90','tsumugi.teshigawara@atori-kazemachi.test','てしがわら つむぎ','テシガワラ ツムギ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"nickname\":\"つむぎ\",\"tel\":\"+81-3-0725-2722\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-07-30 03:19:48','2023-06-03 13:07:42'),
(95,'school',4,5093,'yuko.masuno@atori-kazemachi.test','$2y$10$G2d5Z7oazoTxOefEVgyqrpA10QspqBufbZTY1z6mUKTzyCj1cMVfl','yuko.masuno@atori-kazemachi.test','3-A-13','マスノ ユウコ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"favorites\":[\"社会\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-09-22 22:19:53',NULL),
(96,'school',4,5094,'itneko414','$2y$10$jWFiEL8gcKbNo6hpkH2HIpRCtYl1uNtSNq8RNjLxesn3U6i/DhK5I','itsuki.kashiwagi@atori-kazemachi.test','柏木　樹','カシワギ イツキ',NULL,NULL,'itsuki.kashiwagi@sso.gakushu.example','JP',NULL,'{\"plan\":\"school\",\"tel\":\"+81-6-0967-1452\",\"favorites\":[\"英語\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-10-26 04:58:55','2023-06-15 02:48:01'),
(97,'school',4,5080,'17004106','$2y$10$DBeCMiiPufzmSQOe.d/fdppjYS41.dO4I9hE5gyqMDcH/yMXU/jPw','kohei.wakasa@atori-kazemachi.test','航平ん',NULL,NULL,NULL,NULL,'JP','18b596c749483b2462f4ea81db3ddc1e7c738cac','{\"plan\":\"school\",\"nickname\":\"こうへい\",\"tel\":\"06-0324-2284\",\"favorites\":[\"理科\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-06-18 15:49:48','2023-04-23 19:30:46'),
(98,'school',4,5081,'17004113','$2y$10$G3Oh.WfsWi7cGK0koY6WzjwmfR57DAbCUWdwibceA9e.Ow2OFzq7h','yui.inui@atori-kazemachi.test','乾 結衣','イヌイ ユイ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"03-0397-9788\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2022-10-08 21:29:01',NULL),
(99,'school',4,5082,'17004120','$2y$10$LNAquZeurItLZ6mcOKeEShcM5G0TFb5XeocJfrcrqMt4/g2RCZhyB',NULL,'尾﨑みゆ','オザキ ミユ',NULL,NULL,NULL,'JP',NULL,'{\"plan\":\"school\",\"tel\":\"06-0646-5748\",\"favorites\":[\"数学\",\"\\u003cb\\u003e\\u0026\'\\\"\\\\\"]}','2021-08-22 07:17:19','2023-05-12 16:40:01'),
(100,'school',4,NULL,'demo-004','$2y$10$iz2zz83PattGGizh68mIcQsPnmNaPgUg/ftO/l.wbofLTNdMHGcOB',NULL,NULL,NULL,NULL,NULL,NULL,'JP',NULL,'{}','2021-05-17 12:24:05',NULL),
(101,'casio',NULL,NULL,'line:3ec2a431466b',NULL,NULL,'Anne-Marie Dubois',NULL,'line','U000000008db8d596760becaa02d4c8ed',NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0852-6862\"}','2022-01-04 23:22:24','2023-05-25 18:20:38'),
(102,'casio',NULL,NULL,'ytobsz420@mail.test','$argon2id$v=19$m=65536,t=3,p=4$KrLcW9IvtQnUgykaWmgw9g$9X6jVhT5g2jjKme7w7xTD1VNEszXaUniscDzq8X+trL','ytobsz420@mail.test',NULL,NULL,NULL,NULL,NULL,'PH',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0318-6591\"}','2022-08-06 04:31:26','2023-05-06 05:44:43'),
(103,'casio',NULL,NULL,'vnqnga421@post.example','$argon2id$v=19$m=65536,t=3,p=4$1ESZ28qZ8UcjYbm6t0KXdl$WhI7QBdwIvZur8KXNOFzYh7WCW+ugL5wUqgKSLvY8oD','vnqnga421@post.example','Иван Петров',NULL,NULL,NULL,NULL,'BR',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0506-5046\"}','2023-03-10 07:23:20','2023-06-25 12:21:32'),
(104,'casio',NULL,NULL,'ajvcmw422@mail.test','$argon2id$v=19$m=65536,t=3,p=4$BDns8GR6RleyXZuSp6ZIsP$FADX1W2QbJrxMHYc+PLEw2k9hIpaByBTMExDsCz4+dQ','ajvcmw422@mail.test','マリア・サントス',NULL,NULL,NULL,NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0544-7394\"}','2022-12-25 01:30:08','2023-05-07 00:58:47'),
(105,'casio',NULL,NULL,'google:a96d5b8d00e7',NULL,NULL,'Kim Min-jun',NULL,'google','952571582862776276961',NULL,'PH',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0038-7663\"}','2022-05-11 18:42:24','2023-07-04 00:24:28'),
(106,'casio',NULL,NULL,'ypolhn424@mail.test','$argon2id$v=19$m=65536,t=3,p=4$j5E8LYX6NnaIDRs/9BU29x$lC8yc6D6DF/LqkCYnGWHcXS2mgbQuL6JVL/SIo//Fxb','ypolhn424@mail.test','SMITH, John',NULL,NULL,NULL,NULL,'NR',NULL,'{\"plan\": \"free\", \"nickname\": \"ねこ\", \"tel\": \"090-0397-7238\"}','2021-12-09 15:35:40','2023-04-27 11:57:51'),
(107,'casio',NULL,NULL,'thonit425@post.example','$argon2id$v=19$m=65536,t=3,p=4$luDS6tI5aTr9L7mpAPXGs8$/r9caPyoouF4evtHbAgkEyl3JNs2WZFjpqArz6RGLMs','thonit425@post.example',NULL,NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"Sunny\", \"tel\": \"090-0294-7423\"}','2022-04-27 00:41:41','2023-06-05 13:38:55'),
(108,'casio',NULL,NULL,'bkvoba426@post.example','$argon2id$v=19$m=65536,t=3,p=4$ET8wQuEdLlUmuxikME8AIk$4AdxQgUwRjYcdqXNKUbZ2+oCZ+qF0jyMg5ciyAFoxw0','bkvoba426@post.example','ねこずき',NULL,NULL,NULL,NULL,'NO',NULL,'{\"plan\": \"free\", \"nickname\": \"たぬき3号\", \"tel\": \"090-0765-0852\"}','2021-10-12 15:43:49','2023-06-18 05:38:43');
/*!40000 ALTER TABLE `accounts` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Temporary table structure for view `class_list`
--

DROP TABLE IF EXISTS `class_list`;
/*!50001 DROP VIEW IF EXISTS `class_list`*/;
SET @saved_cs_client     = @@character_set_client;
SET character_set_client = utf8mb4;
/*!50001 CREATE VIEW `class_list` AS SELECT
 NULL AS `label`,
 NULL AS `attendance_no`,
 NULL AS `full_name`,
 NULL AS `name_kana` */;
SET character_set_client = @saved_cs_client;

--
-- Table structure for table `classes`
--

DROP TABLE IF EXISTS `classes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `classes` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `school_id` int(11) NOT NULL,
  `school_year` smallint(6) NOT NULL COMMENT '年度',
  `grade` tinyint(4) NOT NULL COMMENT '学年',
  `label` varchar(40) NOT NULL COMMENT '組',
  `homeroom_teacher_id` int(11) DEFAULT NULL COMMENT '担任',
  `owner_name` varchar(60) DEFAULT NULL COMMENT '担任氏名(表示用)',
  PRIMARY KEY (`id`),
  KEY `classes_school` (`school_id`),
  KEY `classes_teacher` (`homeroom_teacher_id`),
  CONSTRAINT `classes_school` FOREIGN KEY (`school_id`) REFERENCES `schools` (`id`),
  CONSTRAINT `classes_teacher` FOREIGN KEY (`homeroom_teacher_id`) REFERENCES `teachers` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=9 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='クラス';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `classes`
--

LOCK TABLES `classes` WRITE;
/*!40000 ALTER TABLE `classes` DISABLE KEYS */;
INSERT INTO `classes` VALUES
(1,1,2023,1,'1年A組',1,'表莉子'),
(2,1,2023,2,'2年B組',2,'日向遼太郎'),
(3,2,2023,1,'普通科1年B組',4,'佐々木心春'),
(4,2,2023,2,'2-2',5,'柏木志保'),
(5,3,2023,3,'3年2組',7,'鳴海悠人'),
(6,3,2023,4,'たんぽぽ',NULL,NULL),
(7,4,2023,6,'6-A',10,'桝野ヒカル'),
(8,4,2023,7,'7年1組',11,'逢坂優子');
/*!40000 ALTER TABLE `classes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `documents`
--

DROP TABLE IF EXISTS `documents`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `documents` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `account_id` bigint(20) NOT NULL,
  `title` varchar(100) NOT NULL,
  `content` mediumblob DEFAULT NULL COMMENT '原本',
  PRIMARY KEY (`id`),
  KEY `documents_account` (`account_id`),
  CONSTRAINT `documents_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=6 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='帳票';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `documents`
--

LOCK TABLES `documents` WRITE;
/*!40000 ALTER TABLE `documents` DISABLE KEYS */;
INSERT INTO `documents` VALUES
(1,7,'指導要録の写し','指導要録\n名前: 埜河原圭燈(のがはら けいと)\nカナ: ノガハラ ケイト / ﾉｶﾞﾊﾗ ｹｲﾄ\nName: Keito Nogahara, NOGAHARA Keito\n学籍番号 23001043、メール keito.nogahara@kirisaka-shiomidai.test、電話 03-0845-1194 (0308451194)\n住所 〒999-9287 石川県霧坂市夕月一丁目25番13号\n埜河原さんの班、先生も埜河原家も「いいね」と言った。'),
(2,11,'指導要録の写し','指導要録\n名前: 代々木朔(よよぎ さく)\nカナ: ヨヨギ サク / ﾖﾖｷﾞ ｻｸ\nName: Saku Yoyogi, YOYOGI Saku\n学籍番号 22001071、メール saku.yoyogi@kirisaka-shiomidai.test、電話 06-0632-6547 (0606326547)\n住所 〒999-9092 石川県霧坂市能面通1丁目12-19 メゾン白鷺705\n代々木さんの班、先生も代々木家も「いいね」と言った。'),
(3,38,'指導要録の写し','指導要録\n名前: 小笠原遼太郎(おがさわら りょうたろう)\nカナ: オガサワラ リョウタロウ / ｵｶﾞｻﾜﾗ ﾘｮｳﾀﾛｳ\nName: Ryotaro Ogasawara, OGASAWARA Ryotaro\n学籍番号 J22-002071、メール ryotaro.ogasawara@shirohane-yuzuki.test、電話 ０３－００５１－４１５８ (０３－００５１－４１５８)\n住所 〒999-9767 新潟県白羽根市夕月２－１０－２\n小笠原さんの班、先生も小笠原家も「いいね」と言った。'),
(4,65,'指導要録の写し','指導要録\n名前: 千早蒼真(ちはや そうま)\nカナ: チハヤ ソウマ / ﾁﾊﾔ ｿｳﾏ\nName: Soma Chihaya, CHIHAYA Soma\n学籍番号 20B003071、メール soma.chihaya@saginohara-seijidai.test、電話 06-0186-2331 (0601862331)\n住所 〒999-9414 長野県鷺ノ原市夕月2-15-8\n千早さんの班、先生も千早家も「いいね」と言った。'),
(5,92,'指導要録の写し','指導要録\n名前: 湯川千紘(ゆかわ ちひろ)\nカナ: ユカワ チヒロ / ﾕｶﾜ ﾁﾋﾛ\nName: Chihiro Yukawa, YUKAWA Chihiro\n学籍番号 17004071、メール chihiro.yukawa@atori-kazemachi.test、電話 03-0653-6179 (0306536179)\n住所 〒999-9747 福井県花鶏町夕月３－３－１６\n湯川さんの班、先生も湯川家も「いいね」と言った。');
/*!40000 ALTER TABLE `documents` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `guardians`
--

DROP TABLE IF EXISTS `guardians`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `guardians` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `family_id` int(11) NOT NULL COMMENT '世帯',
  `relation` varchar(10) NOT NULL COMMENT '続柄',
  `name` varchar(60) NOT NULL COMMENT '保護者氏名',
  `name_kana` varchar(60) NOT NULL COMMENT '保護者カナ',
  `email` varchar(254) DEFAULT NULL,
  `phone` varchar(20) NOT NULL COMMENT '電話番号',
  `postal_code` char(8) NOT NULL COMMENT '郵便番号',
  `address` varchar(200) NOT NULL COMMENT '住所',
  `emergency` tinyint(1) NOT NULL DEFAULT 0 COMMENT '緊急連絡先',
  PRIMARY KEY (`id`),
  KEY `guardians_family` (`family_id`)
) ENGINE=InnoDB AUTO_INCREMENT=89 DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_general_ci COMMENT='保護者';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `guardians`
--

LOCK TABLES `guardians` WRITE;
/*!40000 ALTER TABLE `guardians` DISABLE KEYS */;
INSERT INTO `guardians` VALUES
(1,5020,'母','霧島 杏奈','キリシマ アンナ','..umi@keitai.example','+81-6-0240-7144','999-9613','石川県霧坂市十文字坂4丁目6-15 メゾン白鷺706',1),
(2,5021,'母','東 みゆ','アズマ ミユ','miyu.azuma63@keitai.example','06-0323-5038','999-9474','石川県霧坂市汐風3丁目7-11 メゾン白鷺803',1),
(3,5021,'父','東 一颯','アズマ イブキ','ibuki.azuma25@posteo.test','090-0946-1850','999-9474','石川県霧坂市汐風3丁目7-11 メゾン白鷺803',0),
(4,5022,'母','渡邊 優子','ワタナベ ユウコ','yuko.watanabe81@keitai.example','0602621360','999-9722','石川県霧坂市夕月1丁目22-7 メゾン白鷺404',1),
(5,5022,'祖母','勅使河原 紬','テシガワラ ツムギ','tsumugi.teshigawara9@posteo.test','090-0509-5421','999-9722','石川県霧坂市夕月1丁目22-7 メゾン白鷺404',0),
(6,5023,'母','小笠原 千紘','オガサワラ チヒロ','chihiro.ogasawara42@mail.example','(06)0676-3146','999-9535','石川県霧坂市白鷺台3丁目8-18 メゾン白鷺504',1),
(7,5023,'父','小笠原 悠人','オガサワラ ユウト','yuto.ogasawara39@mail.example','090-0967-4409','999-9535','石川県霧坂市白鷺台3丁目8-18 メゾン白鷺504',0),
(8,5024,'母','剣持 志保','ケンモチ シホ',NULL,'０６－０１２４－３５１８','999-9450','石川県霧坂市能面通5-15-16',1),
(9,5024,'父','剣持 律','ケンモチ リツ',NULL,'090-0076-5943','999-9450','石川県霧坂市能面通5-15-16',0),
(10,5025,'母','石動 志保','イスルギ シホ','shiho.isurugi48@keitai.example','０３－０４１６－３９６４','999-9530','石川県霧坂市能面通3丁目8-2 メゾン白鷺806',1),
(11,5026,'母','埜河原 遥','ノガハラ ハルカ','haruka.nogahara43@posteo.test','03-0845-1194','999-9287','石川県霧坂市夕月一丁目25番13号',1),
(12,5027,'母','鳴海 凛','ナルミ リン','rin.narumi5@keitai.example','０３－０２５９－３５７７','999-9990','石川県霧坂市白鷺台2丁目23-2 メゾン白鷺706',1),
(13,5028,'母','日向 遥','ヒナタ ハルカ','haruka.hinata54@keitai.example','0302265268','999-9818','石川県霧坂市汐風1-26-9',1),
(14,5028,'父','日向 朔','ヒナタ サク','saku.hinata71@keitai.example','090-0385-6152','999-9818','石川県霧坂市汐風1-26-9',0),
(15,5029,'母','三雲 杏奈','ミクモ アンナ',NULL,'０６－０９０１－１８００','999-9027','石川県霧坂市白鷺台3丁目17-7 メゾン白鷺501',1),
(16,5030,'母','代々木 遥','ヨヨギ ハルカ','haruka.yoyogi52@keitai.example','06-0632-6547','999-9092','石川県霧坂市能面通1丁目12-19 メゾン白鷺705',1),
(17,5030,'父','代々木 朔','ヨヨギ サク','saku.yoyogi58@posteo.test','090-0859-8216','999-9092','石川県霧坂市能面通1丁目12-19 メゾン白鷺705',0),
(18,5031,'母','榎本 瑠璃','エノモト ルリ','ruri.enomoto79@posteo.test','(06)0441-9889','999-9108','石川県霧坂市十文字坂4-24-6',1),
(19,5031,'父','榎本 航平','エノモト コウヘイ','kohei.enomoto82@keitai.example','090-0008-3720','999-9108','石川県霧坂市十文字坂4-24-6',0),
(20,5032,'母','髙梨 陽菜','タカナシ ヒナ','hina.takanashi78@keitai.example','(03)0529-0615','999-9888','石川県霧坂市汐風３－１１－１９',1),
(21,5032,'父','髙梨 樹','タカナシ イツキ','itsuki.takanashi50@posteo.test','090-0539-3290','999-9888','石川県霧坂市汐風３－１１－１９',0),
(22,5033,'母','五十嵐 千夏','イガラシ チナツ','chinatsu.igarashi81@posteo.test','0308677033','999-9808','石川県霧坂市能面通1-19-5',1),
(23,5033,'父','五十嵐 樹','イガラシ イツキ','itsuki.igarashi37@keitai.example','090-0308-0611','999-9808','石川県霧坂市能面通1-19-5',0),
(24,5034,'母','貴船 莉子','キフネ リコ',NULL,'06-0704-7698','999-9196','石川県霧坂市能面通2-6-8',1),
(25,5034,'父','貴船 律','キフネ リツ',NULL,'090-0047-0283','999-9196','石川県霧坂市能面通2-6-8',0),
(26,5040,'母','柏木 みゆ','カシワギ ミユ','miyu.kashiwagi76@keitai.example','+81-3-0860-4398','999-9969','新潟県白羽根市白鷺台5-12-9',1),
(27,5040,'父','柏木 誠司','カシワギ セイジ','seiji.kashiwagi31@posteo.test','090-0885-8758','999-9969','新潟県白羽根市白鷺台5-12-9',0),
(28,5041,'母','古賀 香織','コガ カオリ','kaori.koga11@posteo.test','(06)0075-4329','999-9687','新潟県白羽根市表参道前2-19-12',1),
(29,5041,'父','古賀 陸斗','コガ リクト','rikuto.koga31@mail.example','090-0926-0800','999-9687','新潟県白羽根市表参道前2-19-12',0),
(30,5042,'母','海老原 澪','エビハラ ミオ','mio.ebihara78@keitai.example','(03)0105-2649','999-9341','新潟県白羽根市十文字坂5-27-7',1),
(31,5043,'母','佐々木 結衣','ササキ ユイ','yui.sasaki62@posteo.test','(06)0998-5255','999-9735','新潟県白羽根市汐風三丁目4番9号',1),
(32,5044,'母','沼尻 結衣','ヌマジリ ユイ',NULL,'+81-3-0660-8265','999-9584','新潟県白羽根市表参道前1-8-2',1),
(33,5045,'母','辺見 千紘','ヘンミ チヒロ','chihiro.hemmi15@keitai.example','06-0360-0846','999-9915','新潟県白羽根市汐風三丁目30番7号',1),
(34,5046,'母','望月 美月','モチヅキ ミヅキ','mizuki.mochizuki84@posteo.test','0304301366','999-9028','新潟県白羽根市表参道前５－１８－１３',1),
(35,5047,'母','霧島 美月','キリシマ ミヅキ','mizuki.kirishima17@posteo.test','０３－０４３７－０４３１','999-9621','新潟県白羽根市汐風5丁目14-10 メゾン白鷺801',1),
(36,5047,'父','霧島 悠人','キリシマ ユウト','yuto.kirishima30@mail.example','090-0649-4780','999-9621','新潟県白羽根市汐風5丁目14-10 メゾン白鷺801',0),
(37,5048,'母','東 さくら','アズマ サクラ','sakura.azuma9@mail.example','0608626387','999-9694','新潟県白羽根市汐風2丁目21-14 メゾン白鷺802',1),
(38,5048,'父','東 律','アズマ リツ','ritsu.azuma36@mail.example','090-0889-8586','999-9694','新潟県白羽根市汐風2丁目21-14 メゾン白鷺802',0),
(39,5049,'母','渡邊 千夏','ワタナベ チナツ',NULL,'(06)0265-4203','999-9113','新潟県白羽根市汐風二丁目8番6号',1),
(40,5050,'母','小笠原 さくら','オガサワラ サクラ','sakura.ogasawara49@keitai.example','０３－００５１－４１５８','999-9767','新潟県白羽根市夕月２－１０－２',1),
(41,5051,'母','剣持 詩乃','ケンモチ シノ','shino.kemmochi60@mail.example','(03)0413-9384','999-9394','新潟県白羽根市汐風二丁目24番14号',1),
(42,5052,'母','石動 詩乃','イスルギ シノ','shino.isurugi37@keitai.example','(03)0741-8647','999-9711','新潟県白羽根市汐風２－１０－１３',1),
(43,5053,'母','十河 みゆ','ソゴウ ミユ','miyu.sogo86@keitai.example','06-0831-7554','999-9012','新潟県白羽根市表参道前3-8-16',1),
(44,5053,'父','十河 匠','ソゴウ タクミ','takumi.sogo73@keitai.example','090-0223-6146','999-9012','新潟県白羽根市表参道前3-8-16',0),
(45,5054,'母','鳴海 花音','ナルミ カノン',NULL,'+81-3-0947-6792','999-9472','新潟県白羽根市十文字坂一丁目2番12号',1),
(46,5060,'母','戸ヶ崎 心春','トガサキ コハル','koharu.togasaki80@mail.example','03-0317-1530','999-9316','長野県鷺ノ原市汐風５－１９－３',1),
(47,5061,'母','萩尾 遥','ハギオ ハルカ','haruka.hagio9@mail.example','(06)0749-0648','999-9244','長野県鷺ノ原市夕月２－６－１５',1),
(48,5061,'父','萩尾 匠','ハギオ タクミ','takumi.hagio84@keitai.example','090-0490-0499','999-9244','長野県鷺ノ原市夕月２－６－１５',0),
(49,5062,'母','真壁 心春','マカベ コハル','koharu.makabe84@keitai.example','0302143263','999-9493','長野県鷺ノ原市十文字坂4-18-19',1),
(50,5063,'母','湯川 心春','ユカワ コハル','koharu.yukawa42@keitai.example','03-0109-2063','999-9539','長野県鷺ノ原市白鷺台一丁目4番7号',1),
(51,5063,'父','湯川 遼太郎','ユカワ リョウタロウ','ryotaro.yukawa25@mail.example','090-0698-1935','999-9539','長野県鷺ノ原市白鷺台一丁目4番7号',0),
(52,5064,'母','鷺沢 紬','サギサワ ツムギ',NULL,'0609536310','999-9140','長野県鷺ノ原市白鷺台5-3-7',1),
(53,5065,'母','勅使河原 優子','テシガワラ ユウコ','yuko.teshigawara23@mail.example','06-0591-0012','999-9476','長野県鷺ノ原市汐風4丁目18-16 メゾン白鷺404',1),
(54,5065,'父','勅使河原 樹','テシガワラ イツキ','itsuki.teshigawara53@mail.example','090-0609-7028','999-9476','長野県鷺ノ原市汐風4丁目18-16 メゾン白鷺404',0),
(55,5066,'母','桝野 千紘','マスノ チヒロ','chihiro.masuno42@mail.example','０６－０９０４－４２８０','999-9254','長野県鷺ノ原市十文字坂5-20-20',1),
(56,5066,'父','桝野 律','マスノ リツ','ritsu.masuno20@posteo.test','090-0535-3726','999-9254','長野県鷺ノ原市十文字坂5-20-20',0),
(57,5067,'母','柏木 志保','カシワギ シホ','shiho.kashiwagi11@mail.example','０６－０８１９－８１８４','999-9186','長野県鷺ノ原市表参道前四丁目11番2号',1),
(58,5068,'母','古賀 志保','コガ シホ','shiho.koga40@mail.example','06-0734-7488','999-9346','長野県鷺ノ原市表参道前５－１９－２',1),
(59,5068,'父','古賀 陸斗','コガ リクト','rikuto.koga62@keitai.example','090-0457-7272','999-9346','長野県鷺ノ原市表参道前５－１９－２',0),
(60,5069,'母','海老原 みゆ','エビハラ ミユ',NULL,'0300127143','999-9002','長野県鷺ノ原市能面通4-14-12',1),
(61,5069,'祖母','十河 美月','ソゴウ ミヅキ',NULL,'090-0970-0409','999-9002','長野県鷺ノ原市能面通4-14-12',0),
(62,5070,'母','千早 優子','チハヤ ユウコ','yuko.chihaya7@keitai.example','06-0186-2331','999-9414','長野県鷺ノ原市夕月2-15-8',1),
(63,5070,'父','千早 颯太','チハヤ ソウタ','sota.chihaya85@keitai.example','090-0872-6170','999-9414','長野県鷺ノ原市夕月2-15-8',0),
(64,5071,'母','沼尻 莉子','ヌマジリ リコ','riko.numajiri38@posteo.test','03-0708-0493','999-9021','長野県鷺ノ原市汐風1-4-14',1),
(65,5072,'母','辺見 優子','ヘンミ ユウコ','yuko.hemmi5@keitai.example','(06)0327-8851','999-9880','長野県鷺ノ原市表参道前2丁目23-5 メゾン白鷺303',1),
(66,5073,'母','望月 凛','モチヅキ リン','rin.mochizuki35@mail.example','06-0535-3886','999-9673','長野県鷺ノ原市汐風五丁目11番11号',1),
(67,5073,'父','望月 颯太','モチヅキ ソウタ','sota.mochizuki13@keitai.example','090-0912-0049','999-9673','長野県鷺ノ原市汐風五丁目11番11号',0),
(68,5074,'母','霧島 紬','キリシマ ツムギ',NULL,'0608692979','999-9467','長野県鷺ノ原市能面通3丁目26-13 メゾン白鷺201',1),
(69,5080,'母','若狭 莉子','ワカサ リコ','riko.wakasa46@posteo.test','06-0324-2284','999-9602','福井県花鶏町白鷺台４－６－４',1),
(70,5081,'母','乾 志保','イヌイ シホ','shiho.inui17@keitai.example','03-0397-9788','999-9700','福井県花鶏町十文字坂４－１３－１２',1),
(71,5082,'母','尾﨑 花音','オザキ カノン','kanon.ozaki7@mail.example','06-0646-5748','999-9070','福井県花鶏町十文字坂二丁目12番16号',1),
(72,5083,'母','宇佐美 紬','ウサミ ツムギ','tsumugi.usami85@posteo.test','(06)0615-2265','999-9412','福井県花鶏町白鷺台1-19-5',1),
(73,5084,'母','楠 千夏','クスノキ チナツ',NULL,'0304396361','999-9099','福井県花鶏町夕月2-2-18',1),
(74,5085,'母','雨宮 結衣','アメミヤ ユイ','yui.amemiya84@posteo.test','03-0375-4132','999-9680','福井県花鶏町夕月1丁目3-16 メゾン白鷺506',1),
(75,5085,'父','雨宮 ヒカル','アメミヤ ヒカル','hikaru.amemiya40@mail.example','090-0528-6060','999-9680','福井県花鶏町夕月1丁目3-16 メゾン白鷺506',0),
(76,5086,'母','表 結衣','オモテ ユイ','yui.omote18@keitai.example','０６－０１３６－１８４５','999-9789','福井県花鶏町夕月2丁目19-9 メゾン白鷺605',1),
(77,5087,'母','戸ヶ崎 みゆ','トガサキ ミユ','miyu.togasaki7@mail.example','(03)0935-2105','999-9089','福井県花鶏町夕月4-29-13',1),
(78,5088,'母','萩尾 陽菜','ハギオ ヒナ','hina.hagio4@mail.example','+81-3-0895-1274','999-9926','福井県花鶏町白鷺台3-12-10',1),
(79,5088,'父','萩尾 航平','ハギオ コウヘイ','kohei.hagio5@posteo.test','090-0203-0714','999-9926','福井県花鶏町白鷺台3-12-10',0),
(80,5089,'母','佐々木 美月','ササキ ミヅキ',NULL,'06-0540-3992','999-9927','福井県花鶏町夕月５－２１－１３',1),
(81,5089,'祖母','能登 千夏','ノト チナツ',NULL,'090-0238-8852','999-9927','福井県花鶏町夕月５－２１－１３',0),
(82,5090,'母','湯川 杏奈','ユカワ アンナ','anna.yukawa73@keitai.example','03-0653-6179','999-9747','福井県花鶏町夕月３－３－１６',1),
(83,5090,'父','湯川 伸也','ユカワ シンヤ','shinya.yukawa11@mail.example','090-0338-4747','999-9747','福井県花鶏町夕月３－３－１６',0),
(84,5091,'母','鷺沢 みゆ','サギサワ ミユ','miyu.sagisawa31@mail.example','(06)0095-7078','999-9356','福井県花鶏町表参道前5丁目30-2 メゾン白鷺103',1),
(85,5092,'母','勅使河原 詩乃','テシガワラ シノ','shino.teshigawara59@keitai.example','+81-3-0725-2722','999-9329','福井県花鶏町十文字坂三丁目6番7号',1),
(86,5092,'父','勅使河原 朔','テシガワラ サク','saku.teshigawara60@mail.example','090-0788-0305','999-9329','福井県花鶏町十文字坂三丁目6番7号',0),
(87,5093,'母','桝野 香織','マスノ カオリ','kaori.masuno48@mail.example','03-0884-0272','999-9658','福井県花鶏町夕月4-2-17',1),
(88,5094,'母','柏木 結衣','カシワギ ユイ',NULL,'+81-6-0967-1452','999-9746','福井県花鶏町十文字坂5丁目16-18 メゾン白鷺904',1);
/*!40000 ALTER TABLE `guardians` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `licences`
--

DROP TABLE IF EXISTS `licences`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `licences` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `order_id` int(11) NOT NULL,
  `account_id` bigint(20) NOT NULL,
  `product_id` int(11) NOT NULL,
  `licence_code` varchar(20) NOT NULL COMMENT 'ライセンスコード',
  `starts_on` date NOT NULL COMMENT '利用開始日',
  `expires_on` date NOT NULL COMMENT '利用期限',
  `activated_at` datetime DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `licences_code` (`licence_code`),
  KEY `licences_order` (`order_id`),
  KEY `licences_account` (`account_id`),
  KEY `licences_product` (`product_id`),
  CONSTRAINT `licences_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
  CONSTRAINT `licences_order` FOREIGN KEY (`order_id`) REFERENCES `orders` (`id`),
  CONSTRAINT `licences_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`),
  CONSTRAINT `licences_period` CHECK (`starts_on` <= `expires_on`)
) ENGINE=InnoDB AUTO_INCREMENT=30 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='ライセンス';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `licences`
--

LOCK TABLES `licences` WRITE;
/*!40000 ALTER TABLE `licences` DISABLE KEYS */;
INSERT INTO `licences` VALUES
(1,1,1,3,'CPN-KQTX-JKVJ-50MD','2022-09-16','2023-09-16',NULL),
(2,2,5,4,'CPN-519E-HMZC-5NGC','2022-11-21','2022-12-21','2022-12-12 04:29:04'),
(3,3,7,2,'CPN-0203-KC9P-1CQH','2021-12-21','2024-12-20','2022-01-05 00:58:57'),
(4,4,9,3,'CPN-9B50-KWZ7-3TTG','2022-05-28','2023-05-28','2022-06-02 01:15:22'),
(5,5,13,2,'CPN-V60C-YYXP-S2CD','2023-02-10','2026-02-09','2023-02-21 18:59:01'),
(6,6,23,2,'CPN-NM9S-YH3M-X5VP','2023-01-15','2026-01-14','2023-02-05 10:17:08'),
(7,7,25,3,'CPN-N0DB-F3K0-4MKA','2023-02-24','2024-02-24','2023-03-11 06:21:34'),
(8,8,27,3,'CPN-WG6N-XQ9G-QERG','2022-02-16','2023-02-16','2022-03-12 00:26:54'),
(9,9,28,3,'CPN-XW57-2F9Z-CW2K','2022-10-15','2023-10-15',NULL),
(10,10,32,2,'CPN-K8XG-YE4Y-FTB8','2022-05-11','2025-05-10','2022-05-13 09:01:06'),
(11,11,36,2,'CPN-BX2H-WGJD-BZ4R','2022-11-05','2025-11-04','2022-11-16 13:24:17'),
(12,12,40,3,'CPN-0G3J-FHX6-ZMWC','2022-04-05','2023-04-05','2022-04-10 00:58:29'),
(13,13,50,3,'CPN-1HJ4-HKGP-DR62','2022-01-28','2023-01-28','2022-02-16 10:49:45'),
(14,14,52,2,'CPN-APP6-AV99-W3AD','2023-01-09','2026-01-08','2023-01-19 07:26:44'),
(15,15,54,3,'CPN-9SNE-0RZD-FM3E','2022-09-20','2023-09-20','2022-10-04 21:15:19'),
(16,16,55,3,'CPN-VX5N-W85P-MZBH','2022-07-27','2023-07-27',NULL),
(17,17,59,2,'CPN-XSA4-TJ9F-Z5HP','2022-06-06','2025-06-05','2022-06-11 22:10:19'),
(18,18,63,2,'CPN-GDCQ-DD7G-J9C5','2022-12-04','2025-12-03','2022-12-18 06:25:16'),
(19,19,67,1,'CPN-94MW-NNB9-9ETV','2022-10-05','2023-10-05','2022-10-12 13:35:59'),
(20,20,77,3,'CPN-Z250-WAFN-SFJF','2022-06-25','2023-06-25','2022-06-30 02:06:05'),
(21,21,79,1,'CPN-JXGZ-R418-2857','2023-02-20','2024-02-20','2023-03-02 03:38:28'),
(22,22,81,3,'CPN-J2RA-166S-VP36','2022-10-11','2023-10-11','2022-11-04 02:16:48'),
(23,23,82,2,'CPN-1A10-DJJ9-EAH8','2022-09-22','2025-09-21',NULL),
(24,24,86,2,'CPN-X0JC-6YDX-QNCB','2023-03-26','2026-03-25','2023-04-18 03:11:02'),
(25,25,90,4,'CPN-YNPT-MQKM-XTH0','2022-06-01','2022-07-01','2022-06-18 05:01:31'),
(26,26,94,2,'CPN-W5HR-7THZ-CSVQ','2021-12-06','2024-12-05','2021-12-11 03:05:07'),
(27,27,104,4,'CPN-1WPS-HNM4-29JF','2022-09-06','2022-10-06','2022-09-20 03:57:36'),
(28,28,106,3,'CPN-H3RY-WPE4-KZVT','2022-04-13','2023-04-13','2022-04-27 21:27:39'),
(29,29,108,3,'CPN-WDQG-HED5-1CZK','2022-11-14','2023-11-14','2022-11-14 05:14:50');
/*!40000 ALTER TABLE `licences` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `notes`
--

DROP TABLE IF EXISTS `notes`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `notes` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `account_id` bigint(20) NOT NULL,
  `teacher_id` int(11) DEFAULT NULL COMMENT '確認した教員',
  `teacher_name` varchar(60) DEFAULT NULL COMMENT '確認した教員の氏名',
  `title` varchar(100) NOT NULL,
  `body` mediumtext NOT NULL COMMENT '本文',
  `tags` varchar(100) NOT NULL COMMENT '教科など',
  `attachment` varchar(120) DEFAULT NULL COMMENT '添付ファイル名',
  `thumbnail` blob DEFAULT NULL COMMENT 'サムネイル',
  `created_at` datetime NOT NULL,
  `updated_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  KEY `notes_account` (`account_id`),
  KEY `notes_teacher` (`teacher_id`),
  CONSTRAINT `notes_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
  CONSTRAINT `notes_teacher` FOREIGN KEY (`teacher_id`) REFERENCES `teachers` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=41 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='デジタルノート';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `notes`
--

LOCK TABLES `notes` WRITE;
/*!40000 ALTER TABLE `notes` DISABLE KEYS */;
INSERT INTO `notes` VALUES
(1,1,2,'日向 遼太郎','宿題ノート','O\'Brien said \"it\'s \\\\ fine\" and left a \\','英語,社会','1年A組_霧島瑠璃.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Ruri KirishimaؕB�\0\0\0SIDATxH\0��\0]|��\Z�\0w�U\r�i;\0m�p�P6�\0� )��:�\0Y �`n�QB\0�_�5!�\0��p�6G]\0��jZ��4�]�|L��\0\0\0\0IEND�B`�','2022-09-21 15:38:29','2023-04-17 19:37:06'),
(2,3,NULL,NULL,'理科ノート','\'); DROP TABLE students; --','数学,理科',NULL,NULL,'2022-07-18 14:21:29','2022-12-29 02:29:40'),
(3,4,NULL,NULL,'国語ノート','INSERT INTO `accounts` VALUES (1,\'school\',\'x\');\nINSERT INTO accounts (id) VALUES (2);','数学,理科',NULL,NULL,'2022-08-10 16:07:34','2022-12-29 20:47:53'),
(4,5,1,'表 莉子','国語ノート','COPY public.students (id, email) FROM stdin;\n1	x\n\\.\n','数学,理科',NULL,NULL,'2022-08-29 05:03:48','2022-12-30 11:13:39'),
(5,7,NULL,NULL,'埜河原の自主学習','名前: 埜河原圭燈(のがはら けいと)\nカナ: ノガハラ ケイト / ﾉｶﾞﾊﾗ ｹｲﾄ\nName: Keito Nogahara, NOGAHARA Keito\n学籍番号 23001043、メール keito.nogahara@kirisaka-shiomidai.test、電話 03-0845-1194 (0308451194)\n住所 〒999-9287 石川県霧坂市夕月一丁目25番13号\n埜河原さんの班、先生も埜河原家も「いいね」と言った。','国語,宿題','1年A組_埜河原圭燈.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Keito Nogahara���\0\0\0SIDATxH\0��\0Ȩ��O,�\0�}�mX��&\0-�]�~+�\0�eN2P�j\0̔W88۱\0�fϠ8\Z��\0�����\0\\c�Tn��.��=���\0\0\0\0IEND�B`�','2022-06-26 03:45:21','2023-03-13 14:30:18'),
(6,9,2,'日向 遼太郎','国語ノート','line 1\r\nline 2	tab end;\n\n\n;;\n$$ $_$ $1 $body$','数学,理科',NULL,NULL,'2022-09-11 21:16:11','2023-02-17 13:31:05'),
(7,11,NULL,NULL,'国語ノート','👩‍👩‍👧‍👦 🎌 𠮷野 é (e+́) ‏שלום‏ ​﻿','国語,宿題',NULL,NULL,'2022-08-08 07:17:53','2023-07-13 21:51:30'),
(8,13,1,'表 莉子','英語ノート','ソ 表 能 予 十 欺 圭 ミ゙ ー～－∥ ①㈱髙﨑 ﾊﾝｶｸ','国語,宿題','2年B組_髙梨心春.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Koharu TakanashitzN*\0\0\0SIDATxH\0��\0\"\Z><��K�\0Z�N{�-�\0::<�eq�\0���d���\0��a�q�\0!�K���M\0��:jP\0	a�ǐu�N$����\0\0\0\0IEND�B`�','2022-08-24 09:51:15','2023-02-23 03:39:33'),
(9,15,NULL,NULL,'英語ノート','/* open \n*/ /*!50000 SELECT 1 */; # hash \\N NULL \\. \\g \\q','英語,社会',NULL,NULL,'2022-08-04 17:27:54','2023-03-25 17:52:32'),
(10,17,1,'表 莉子','英語ノート','DELIMITER ;;\nDROP PROCEDURE p;;\nDELIMITER ;\n','数学,理科',NULL,NULL,'2022-07-12 07:20:30','2023-03-23 17:05:34'),
(11,28,4,'佐々木 心春','理科ノート','','数学,理科','普通科1年B組_柏木澪.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Mio Kashiwagiĕ�\0\0\0SIDATxH\0��\0��e�\nN \0���$�K�\0.���=q��\0�%;PO}\0cu���ho\0�$���?\0��:���\0��\r�J��3��N�zy\0\0\0\0IEND�B`�','2022-08-21 20:16:23','2023-01-07 07:58:28'),
(12,30,NULL,NULL,'社会ノート','{\"a\": \"\\u0027\", \"b\": [1, 2, {\"c\": null}]}, (2,\'b\',NULL),(3','数学,理科',NULL,NULL,'2022-07-15 19:11:04','2023-07-10 14:36:09'),
(13,31,NULL,NULL,'国語ノート','%s %d %!v(BADINDEX) ${HOME} `id` $(id) {{.Secret}} <script>alert(\'x\')</script>','数学,理科',NULL,NULL,'2022-12-04 13:06:25','2023-06-07 01:21:33'),
(14,32,4,'佐々木 心春','英語ノート','二次関数の頂点を求める。\n　y = x² − 4x + 7 = (x − 2)² + 3\n　答え: (2, 3)','英語,社会',NULL,NULL,'2022-10-28 08:13:43','2023-05-04 02:04:19'),
(15,34,NULL,NULL,'社会ノート','\"; DELETE FROM sessions WHERE \"1\"=\"1','数学,理科','普通科1年B組_望月伸也.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Shin\'ya Mochizuki�F5�\0\0\0SIDATxH\0��\0�ՠ���f\0P�R{��\0w>H�	��\0��/��2\0����=p\0R�+�	��\0�\'s���\0��l�?�� �y�?\0\0\0\0IEND�B`�','2022-07-07 00:04:18','2023-03-02 11:14:57'),
(16,36,5,'柏木 志保','社会ノート','E\'\\\'\' U&\'\\0041\' N\'x\' _utf8mb4\'x\' q\'[x]\' 0x27 X\'27\' b\'1\'','数学,理科',NULL,NULL,'2022-11-02 09:26:12','2023-07-01 12:53:43'),
(17,38,NULL,NULL,'英語ノート','O\'Brien said \"it\'s \\\\ fine\" and left a \\','国語,宿題',NULL,NULL,'2022-10-24 12:32:03','2023-01-14 00:16:07'),
(18,40,5,'柏木 志保','数学ノート','\'); DROP TABLE students; --','国語,宿題','2-2_石動みゆ.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Miyu Isurugi5%t\0\0\0SIDATxH\0��\01�*5�֜Z\0���L���\0�_GJ1�\0���.-�A�\0��ǃ��\0H6i���Eg\0�-S���k�\0�\"˯h,�֪\"W\0z�\0\0\0\0IEND�B`�','2022-11-27 11:43:42','2023-04-12 10:22:07'),
(19,42,NULL,NULL,'社会ノート','INSERT INTO `accounts` VALUES (1,\'school\',\'x\');\nINSERT INTO accounts (id) VALUES (2);','英語,社会',NULL,NULL,'2022-07-23 16:33:20','2023-01-22 14:57:03'),
(20,44,5,'柏木 志保','社会ノート','COPY public.students (id, email) FROM stdin;\n1	x\n\\.\n','数学,理科',NULL,NULL,'2022-10-02 16:57:42','2023-06-12 07:15:21'),
(21,55,8,'武者 遥','国語ノート','-- Dump completed on 2023-07-17\n-- PostgreSQL database dump complete\n--\n','国語,宿題','3年2組_戸ヶ崎香織.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Kaori Togasaki.Wa�\0\0\0SIDATxH\0��\0ؕ�g��q�\01�<c�.��\0����!�w�\0��W�����\0�s8���W�\0��Iu�\"X\0v\';3��?\0��ٺF|H�L�#���A�\0\0\0\0IEND�B`�','2022-10-10 00:00:38','2023-02-26 15:33:53'),
(22,57,NULL,NULL,'英語ノート','line 1\r\nline 2	tab end;\n\n\n;;\n$$ $_$ $1 $body$','数学,理科',NULL,NULL,'2022-12-19 09:17:32','2023-04-26 17:32:00'),
(23,58,NULL,NULL,'社会ノート','👩‍👩‍👧‍👦 🎌 𠮷野 é (e+́) ‏שלום‏ ​﻿','国語,宿題',NULL,NULL,'2022-11-16 10:12:58','2023-06-28 05:40:31'),
(24,59,8,'武者 遥','宿題ノート','ソ 表 能 予 十 欺 圭 ミ゙ ー～－∥ ①㈱髙﨑 ﾊﾝｶｸ','数学,理科',NULL,NULL,'2022-11-22 01:39:45','2023-02-19 08:27:49'),
(25,61,NULL,NULL,'社会ノート','/* open \n*/ /*!50000 SELECT 1 */; # hash \\N NULL \\. \\g \\q','数学,理科','3年2組_桝野杏奈.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Anna Masunoy	�\0\0\0SIDATxH\0��\0���Z���\0�Z{�!eӶ\0���\\t(\0\'�=�ش\0;Q�R�<.\0@��~~H�\0���dP��\0����u�`H�@\"LZy.\0\0\0\0IEND�B`�','2022-12-06 17:57:16','2023-01-21 03:32:00'),
(26,63,7,'鳴海 悠人','宿題ノート','DELIMITER ;;\nDROP PROCEDURE p;;\nDELIMITER ;\n','数学,理科',NULL,NULL,'2022-08-07 05:48:23','2023-04-26 01:00:43'),
(27,65,NULL,NULL,'国語ノート','','国語,宿題',NULL,NULL,'2022-10-30 02:13:37','2023-04-05 21:54:29'),
(28,67,7,'鳴海 悠人','英語ノート','{\"a\": \"\\u0027\", \"b\": [1, 2, {\"c\": null}]}, (2,\'b\',NULL),(3','数学,理科','たんぽぽ_辺見悠人.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Yuto Hemmi0Ա�\0\0\0SIDATxH\0��\0*pc�P�nQ\0��c�\0��1`@Б�\0������\03t0�R�Q�\0�V?\\\0m��j[�\0k�ڲL�4wA�w\0\0\0\0IEND�B`�','2022-08-13 13:30:33','2023-03-21 03:10:14'),
(29,69,NULL,NULL,'理科ノート','%s %d %!v(BADINDEX) ${HOME} `id` $(id) {{.Secret}} <script>alert(\'x\')</script>','国語,宿題',NULL,NULL,'2022-07-03 11:45:09','2023-07-13 16:28:05'),
(30,71,8,'武者 遥','理科ノート','二次関数の頂点を求める。\n　y = x² − 4x + 7 = (x − 2)² + 3\n　答え: (2, 3)','数学,理科',NULL,NULL,'2022-06-13 00:32:55','2023-02-22 21:58:33'),
(31,82,11,'逢坂 優子','国語ノート','\"; DELETE FROM sessions WHERE \"1\"=\"1','国語,宿題','6-A_若狭凛.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Rin Wakasa4Q��\0\0\0SIDATxH\0��\0(�d,<��\0��0��\\2r\0]�7<��[\0�q�*�D�\0����UK�\0��\'�\n\0-g0Y([\0�������lF�r��\0\0\0\0IEND�B`�','2022-08-21 15:38:50','2023-01-08 09:01:50'),
(32,84,NULL,NULL,'英語ノート','E\'\\\'\' U&\'\\0041\' N\'x\' _utf8mb4\'x\' q\'[x]\' 0x27 X\'27\' b\'1\'','数学,理科',NULL,NULL,'2022-10-23 17:08:13','2023-04-15 01:16:37'),
(33,85,NULL,NULL,'社会ノート','O\'Brien said \"it\'s \\\\ fine\" and left a \\','国語,宿題',NULL,NULL,'2022-11-16 07:42:11','2023-07-14 06:22:06'),
(34,86,10,'桝野 ヒカル','宿題ノート','\'); DROP TABLE students; --','英語,社会',NULL,NULL,'2022-12-11 16:16:55','2023-05-09 09:05:44'),
(35,88,NULL,NULL,'国語ノート','INSERT INTO `accounts` VALUES (1,\'school\',\'x\');\nINSERT INTO accounts (id) VALUES (2);','数学,理科','6-A_表朔.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0tEXtAuthor\0Saku OmoteVI�\0\0\0SIDATxH\0��\0Y=\'!&�H�\0xP�\Z��#F\0�9�ֵ�\0]=t���O\0L���feZ\0Igyl\0�0�\0�=�/\r��\0�Y���(�\\�*��\0\0\0\0IEND�B`�','2022-09-29 23:50:44','2023-06-20 17:13:15'),
(36,90,11,'逢坂 優子','英語ノート','COPY public.students (id, email) FROM stdin;\n1	x\n\\.\n','国語,宿題',NULL,NULL,'2022-07-23 15:13:10','2023-06-21 21:47:58'),
(37,92,NULL,NULL,'社会ノート','-- Dump completed on 2023-07-17\n-- PostgreSQL database dump complete\n--\n','英語,社会',NULL,NULL,'2022-06-20 08:21:12','2023-02-16 08:36:55'),
(38,94,10,'桝野 ヒカル','数学ノート','line 1\r\nline 2	tab end;\n\n\n;;\n$$ $_$ $1 $body$','数学,理科','7年1組_勅使河原紬.jpg','�PNG\r\n\Z\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0�d�W\0\0\0\ZtEXtAuthor\0Tsumugi Teshigawara�D�\0\0\0SIDATxH\0��\0�P��\ZbM:\0��G\r�;`\0a���l�\0��T�|3�\0j��(�ɡ�\0�sk��t�_\0���NZԞ�\0��GuM�%(�R(�1\0\0\0\0IEND�B`�','2022-09-23 13:05:51','2023-03-24 10:23:51'),
(39,96,NULL,NULL,'英語ノート','👩‍👩‍👧‍👦 🎌 𠮷野 é (e+́) ‏שלום‏ ​﻿','英語,社会',NULL,NULL,'2022-06-23 10:49:23','2023-04-06 16:20:40'),
(40,98,11,'逢坂 優子','国語ノート','ソ 表 能 予 十 欺 圭 ミ゙ ー～－∥ ①㈱髙﨑 ﾊﾝｶｸ','英語,社会',NULL,NULL,'2022-08-29 18:37:06','2023-02-21 18:00:08');
/*!40000 ALTER TABLE `notes` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `orders`
--

DROP TABLE IF EXISTS `orders`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `orders` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `order_no` varchar(20) NOT NULL COMMENT 'オーダーID',
  `account_id` bigint(20) NOT NULL,
  `family_id` int(11) DEFAULT NULL COMMENT '世帯',
  `guardian_id` int(11) DEFAULT NULL COMMENT '購入した保護者',
  `buyer_name` varchar(60) NOT NULL COMMENT '購入者氏名',
  `buyer_kana` varchar(60) DEFAULT NULL COMMENT '購入者カナ',
  `postal_code` char(8) DEFAULT NULL,
  `address` varchar(200) DEFAULT NULL COMMENT '送付先住所',
  `payment_method` varchar(10) NOT NULL COMMENT '決済手段',
  `installments` tinyint(4) DEFAULT NULL COMMENT '支払い回数',
  `amount` int(11) NOT NULL,
  `ordered_at` datetime NOT NULL,
  `paid_at` datetime DEFAULT NULL COMMENT '決済日時',
  `memo` text DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `orders_no` (`order_no`),
  KEY `orders_account` (`account_id`),
  KEY `orders_guardian` (`guardian_id`),
  CONSTRAINT `orders_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
  CONSTRAINT `orders_guardian` FOREIGN KEY (`guardian_id`) REFERENCES `guardians` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=30 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='注文';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `orders`
--

LOCK TABLES `orders` WRITE;
/*!40000 ALTER TABLE `orders` DISABLE KEYS */;
INSERT INTO `orders` VALUES
(1,'OD202209-210037',1,5020,1,'霧島 杏奈','ｷﾘｼﾏ ｱﾝﾅ','999-9613','石川県霧坂市十文字坂4丁目6-15 メゾン白鷺706','invoice',NULL,2200,'2022-09-11 04:14:28','2022-09-12 18:01:18',NULL),
(2,'OD202211-210074',5,5024,8,'剣持 志保','ｹﾝﾓﾁ ｼﾎ','999-9450','石川県霧坂市能面通5-15-16','card',6,0,'2022-11-16 13:28:47',NULL,NULL),
(3,'OD202112-210111',7,5026,11,'埜河原 遥','ﾉｶﾞﾊﾗ ﾊﾙｶ','999-9287','石川県霧坂市夕月一丁目25番13号','konbini',NULL,4950,'2021-12-16 11:46:40','2021-12-19 06:55:11','請求先: 埜河原 遥様 / 石川県霧坂市夕月一丁目25番13号'),
(4,'OD202205-210148',9,5028,13,'日向 遥','ﾋﾅﾀ ﾊﾙｶ','999-9818','石川県霧坂市汐風1-26-9','invoice',NULL,2200,'2022-05-23 09:28:13','2022-05-24 13:41:31',NULL),
(5,'OD202302-210185',13,5032,20,'髙梨 陽菜','ﾀｶﾅｼ ﾋﾅ','999-9888','石川県霧坂市汐風３－１１－１９','konbini',NULL,4950,'2023-02-05 22:32:51','2023-02-08 00:57:33',NULL),
(6,'OD202301-210222',23,NULL,NULL,'Иван Петров',NULL,NULL,NULL,'paypay',NULL,4950,'2023-01-10 08:43:39',NULL,NULL),
(7,'OD202302-210259',25,NULL,NULL,'Kim Min-jun',NULL,NULL,NULL,'konbini',NULL,2200,'2023-02-19 21:14:13','2023-02-21 20:40:51',NULL),
(8,'OD202202-210296',27,NULL,NULL,'ｽﾐｽ ｼﾞｮﾝ',NULL,NULL,NULL,'invoice',NULL,2200,'2022-02-11 04:05:34','2022-02-13 07:22:48',NULL),
(9,'OD202210-210333',28,5040,26,'柏木 みゆ','ｶｼﾜｷﾞ ﾐﾕ','999-9969','新潟県白羽根市白鷺台5-12-9','konbini',NULL,2200,'2022-10-10 18:44:42','2022-10-13 05:39:13',NULL),
(10,'OD202205-210370',32,5044,32,'沼尻 結衣','ﾇﾏｼﾞﾘ ﾕｲ','999-9584','新潟県白羽根市表参道前1-8-2','card',1,4950,'2022-05-06 08:10:04',NULL,NULL),
(11,'OD202210-210407',36,5048,37,'東 さくら','ｱｽﾞﾏ ｻｸﾗ','999-9694','新潟県白羽根市汐風2丁目21-14 メゾン白鷺802','paypay',NULL,4950,'2022-10-31 08:47:06','2022-11-02 21:36:46',NULL),
(12,'OD202203-210444',40,5052,42,'石動 詩乃','ｲｽﾙｷﾞ ｼﾉ','999-9711','新潟県白羽根市汐風２－１０－１３','invoice',NULL,2200,'2022-03-31 05:24:46','2022-04-02 12:30:05',NULL),
(13,'OD202201-210481',50,NULL,NULL,'山の民',NULL,NULL,NULL,'invoice',NULL,2200,'2022-01-23 15:22:10',NULL,NULL),
(14,'OD202301-210518',52,NULL,NULL,'1',NULL,NULL,NULL,'card',1,4950,'2023-01-04 04:58:54','2023-01-06 11:10:47',NULL),
(15,'OD202209-210555',54,NULL,NULL,'Maria Santos',NULL,NULL,NULL,'paypay',NULL,2200,'2022-09-15 06:42:25','2022-09-16 13:49:33',NULL),
(16,'OD202207-210592',55,5060,46,'戸ヶ崎 心春','ﾄｶﾞｻｷ ｺﾊﾙ','999-9316','長野県鷺ノ原市汐風５－１９－３','card',1,2200,'2022-07-22 23:42:20','2022-07-25 07:20:29',NULL),
(17,'OD202206-210629',59,5064,52,'鷺沢 紬','ｻｷﾞｻﾜ ﾂﾑｷﾞ','999-9140','長野県鷺ノ原市白鷺台5-3-7','invoice',NULL,4950,'2022-06-01 08:08:28',NULL,NULL),
(18,'OD202211-210666',63,5068,58,'古賀 志保','ｺｶﾞ ｼﾎ','999-9346','長野県鷺ノ原市表参道前５－１９－２','paypay',NULL,4950,'2022-11-29 18:52:14','2022-12-01 20:42:47',NULL),
(19,'OD202209-210703',67,5072,65,'辺見 優子','ﾍﾝﾐ ﾕｳｺ','999-9880','長野県鷺ノ原市表参道前2丁目23-5 メゾン白鷺303','card',6,1980,'2022-09-30 13:49:16','2022-10-03 21:02:25',NULL),
(20,'OD202206-210740',77,NULL,NULL,'user_0031',NULL,NULL,NULL,'konbini',NULL,2200,'2022-06-20 21:17:55',NULL,NULL),
(21,'OD202302-210777',79,NULL,NULL,'O\'Neill Sinéad',NULL,NULL,NULL,'invoice',NULL,1980,'2023-02-15 15:06:00','2023-02-18 05:37:05',NULL),
(22,'OD202210-210814',81,NULL,NULL,'Dr. Ana de la Cruz',NULL,NULL,NULL,'paypay',NULL,2200,'2022-10-06 16:17:02','2022-10-07 10:14:31',NULL),
(23,'OD202209-210851',82,5080,69,'若狭 莉子','ﾜｶｻ ﾘｺ','999-9602','福井県花鶏町白鷺台４－６－４','konbini',NULL,4950,'2022-09-17 17:05:58','2022-09-20 08:03:56',NULL),
(24,'OD202303-210888',86,5084,73,'楠 千夏','ｸｽﾉｷ ﾁﾅﾂ','999-9099','福井県花鶏町夕月2-2-18','paypay',NULL,4950,'2023-03-21 12:36:16',NULL,NULL),
(25,'OD202205-210925',90,5088,78,'萩尾 陽菜','ﾊｷﾞｵ ﾋﾅ','999-9926','福井県花鶏町白鷺台3-12-10','card',1,0,'2022-05-27 09:01:39','2022-05-30 01:56:11',NULL),
(26,'OD202112-210962',94,5092,85,'勅使河原 詩乃','ﾃｼｶﾞﾜﾗ ｼﾉ','999-9329','福井県花鶏町十文字坂三丁目6番7号','paypay',NULL,4950,'2021-12-01 22:18:01','2021-12-04 12:55:15',NULL),
(27,'OD202209-210999',104,NULL,NULL,'マリア・サントス',NULL,NULL,NULL,'invoice',NULL,0,'2022-09-01 19:54:34',NULL,NULL),
(28,'OD202204-211036',106,NULL,NULL,'SMITH, John',NULL,NULL,NULL,'card',6,2200,'2022-04-08 06:10:03','2022-04-09 08:46:58',NULL),
(29,'OD202211-211073',108,NULL,NULL,'ねこずき',NULL,NULL,NULL,'card',3,2200,'2022-11-09 10:26:57','2022-11-12 15:27:11',NULL);
/*!40000 ALTER TABLE `orders` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `products`
--

DROP TABLE IF EXISTS `products`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `products` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `code` varchar(20) NOT NULL COMMENT '商品コード',
  `title` varchar(100) NOT NULL COMMENT '商品名',
  `price` int(11) NOT NULL,
  `licence_days` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `products_code` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='商品';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `products`
--

LOCK TABLES `products` WRITE;
/*!40000 ALTER TABLE `products` DISABLE KEYS */;
INSERT INTO `products` VALUES
(1,'CPN-STD-1Y','標準ライセンス 1年',1980,365),
(2,'CPN-STD-3Y','標準ライセンス 3年',4950,1095),
(3,'CPN-ENG-1Y','英語辞書オプション',2200,365),
(4,'CPN-TRIAL','体験版 (30日)',0,30);
/*!40000 ALTER TABLE `products` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `schools`
--

DROP TABLE IF EXISTS `schools`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `schools` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `mext_code` char(13) NOT NULL COMMENT '学校コード',
  `name` varchar(100) NOT NULL COMMENT '学校名',
  `short_name` varchar(40) NOT NULL COMMENT '略称',
  `prefecture` varchar(10) NOT NULL COMMENT '都道府県',
  `postal_code` char(8) NOT NULL COMMENT '郵便番号',
  `address` varchar(200) NOT NULL COMMENT '所在地',
  `phone` varchar(20) NOT NULL COMMENT '代表電話',
  `mail_domain` varchar(100) NOT NULL,
  `created_at` datetime NOT NULL COMMENT '契約日時',
  PRIMARY KEY (`id`),
  UNIQUE KEY `schools_code` (`mext_code`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='学校';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `schools`
--

LOCK TABLES `schools` WRITE;
/*!40000 ALTER TABLE `schools` DISABLE KEYS */;
INSERT INTO `schools` VALUES
(1,'C149210001377','霧坂市立汐見台中学校','汐見台中','石川県','999-9454','石川県霧坂市表参道前4丁目24-4 メゾン白鷺602','+81-3-0335-7725','kirisaka-shiomidai.test','2021-04-15 06:45:46'),
(2,'D149210002748','白羽根市立夕月高等学校','夕月高','新潟県','999-9846','新潟県白羽根市表参道前一丁目22番6号','03-0313-4523','shirohane-yuzuki.test','2021-03-30 04:31:55'),
(3,'B149210004116','鷺ノ原市立青磁台小学校','青磁台小','長野県','999-9973','長野県鷺ノ原市能面通三丁目12番11号','０３－０１６６－６７７１','saginohara-seijidai.test','2021-04-10 01:38:12'),
(4,'C249210005489','花鶏町立風待義務教育学校','風待義','福井県','999-9791','福井県花鶏町表参道前５－１９－４','0309944949','atori-kazemachi.test','2021-04-08 13:53:48');
/*!40000 ALTER TABLE `schools` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `sessions`
--

DROP TABLE IF EXISTS `sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `sessions` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `account_id` bigint(20) NOT NULL,
  `token` char(64) NOT NULL,
  `device_id` char(36) NOT NULL COMMENT '端末ID',
  `ip` varchar(45) NOT NULL,
  `user_agent` varchar(255) NOT NULL,
  `created_at` datetime NOT NULL,
  `expires_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `sessions_token` (`token`),
  KEY `sessions_account` (`account_id`),
  CONSTRAINT `sessions_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=33 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='セッション';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `sessions`
--

LOCK TABLES `sessions` WRITE;
/*!40000 ALTER TABLE `sessions` DISABLE KEYS */;
INSERT INTO `sessions` VALUES
(1,1,'2a5bf61cb79735533b810a4c9f745e2042879f70a28679a2a4bf4d6572a1bacd','3cdc8af1-ceff-486a-a33b-d5854c77546e','100.84.126.111','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-03 09:10:11','2023-08-16 00:00:00'),
(2,4,'330f47e516dc03dc411e0f1fa2a53df5f2a5ce072e31c9a584ca65bd1d7332c0','0679c4c4-95a0-4206-ab73-9ed7cea85d7a','100.64.127.210','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-05-18 18:27:29','2023-08-16 00:00:00'),
(3,7,'c2a3d31ed96f2ae1c043c17da05e86e49ca7ce0b4e4833a041c3a23de5d182ab','f8305fed-3fca-45d7-afed-d4a499f25c42','fd12:3456:789a:9df5::5f9e','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-06-10 23:12:55','2023-08-16 00:00:00'),
(4,10,'d6c10ce17e19aee2c171275bc281eef6e7ae1d7fe6ccbfd9688cf5b0c3f4171c','2bd6515d-370c-4664-af2c-57cd7e8f43bc','100.69.244.184','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-06-17 03:55:26','2023-08-16 00:00:00'),
(5,13,'04325703aaa5c79f9f91d13ba814ddeeb7bf61fc6f22f2c1f55bf0d743c1fd31','ca192b71-28b8-4fd8-a038-b5fbae10443e','100.77.170.187','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-05-10 11:44:11','2023-08-16 00:00:00'),
(6,16,'837ecd99c1e58bc8f5c0db30a518892a5404bd5bb9eeae0aabbcf5e06310f34b','6cb79201-7c6c-41eb-a5eb-216018dade1a','fd12:3456:789a:af54::e046','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-07-05 03:45:41','2023-08-16 00:00:00'),
(7,22,'b68f1326f007349877c54c5985835990983fbc5c01e3908af99558b74a9fc113','b962ea74-7b44-4843-a2ee-720c4dc88c0b','100.70.255.202','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-06-15 20:43:40','2023-08-16 00:00:00'),
(8,25,'963c927170611ad62fe6b0fc0e452d6861a3ee5b0f19f2747fad665a619bfa65','6f325ae7-0aa9-4858-aee0-d1012c4cf349','100.111.245.117','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-06-21 05:22:41','2023-08-16 00:00:00'),
(9,28,'04c5d6873eee403be7da0cf6ebbe14dccc1d3c98750a357eade954107fae1056','eadef47f-a588-4fb9-a302-5d2fca4dae72','fd12:3456:789a:6bf6::9f71','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-07-08 09:49:55','2023-08-16 00:00:00'),
(10,31,'59a5c9f9f6d6a46fd3cb225ad3b1daf2962a3ae7c1188050f12ca647bef8181b','4fd9d8b8-3a9d-4c7c-ab9b-7d8fa1016da4','100.111.4.169','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-07-13 11:41:24','2023-08-16 00:00:00'),
(11,34,'57db85d620235fec2154836a504e4e90b2e963e7a086366cf48c318c5121c3fe','169bfe8c-961a-4689-a14f-af3465bf45ac','fd12:3456:789a:4951::fb4e','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-07-14 10:46:02','2023-08-16 00:00:00'),
(12,37,'a4407c69ba19089945be811ffab9088ad68bd4629320b2bb12e783847b29bd0b','e85ed42c-142d-457a-ade4-ee66bbeefda7','100.66.71.57','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-05-21 11:33:13','2023-08-16 00:00:00'),
(13,40,'91ee7ced862ac34d901988fbe9f4ce0f712e558a378d2b2ebc1344f1d16a96c3','30ec390e-6359-4dec-ae9c-3add5d88cbe6','fd12:3456:789a:f5a3::5c4a','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-05-04 14:51:45','2023-08-16 00:00:00'),
(14,43,'3727bbe472b8caf8cb8320122f4d370756d97a5a3f1753f0731362b084901e28','b0803bb5-e145-4d91-adf0-06b12f0d9423','100.100.255.113','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-07-07 13:30:01','2023-08-16 00:00:00'),
(15,49,'ea41afa10c75aae28f44d58640fc3e72ab388d26efa2a1612e3dd8781225e665','708d4bac-ce1a-4df8-a2bc-d0ff2a36cbaa','100.99.116.199','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-04-21 00:46:58','2023-08-16 00:00:00'),
(16,52,'ed83f9a7167dda7073eec1bad01b29d0e9fa8fca637f6dba4a0ed1d3db57c7d0','9b39bc85-592e-4df9-a1aa-196863cd982a','100.68.156.60','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-05-28 13:49:21','2023-08-16 00:00:00'),
(17,55,'7053f23fa939589e126fd386366b7ed8e3a6f8086df9a62e1526b22c8aa276a7','008ae5c3-90d4-49d3-a7a9-34af383aee3b','100.72.18.254','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-05-08 18:20:41','2023-08-16 00:00:00'),
(18,58,'485bce8033d75e518fc0885f0f146e498e33ed5a1b8dc2242e95d483f683e3ae','cad809b9-28df-4c91-a95c-46addf9ebe53','100.98.28.100','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-25 05:49:03','2023-08-16 00:00:00'),
(19,61,'0cfddd5776e942089cc1bcd818dd82d0f5bcf1f30dc9a6698e11772a28a0aefa','1761be28-7b30-41b7-aaca-d4754da468ad','100.123.49.43','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-05-07 21:25:23','2023-08-16 00:00:00'),
(20,64,'3f90b9942754e2b376affef4ce1eb96ad4f7d468bd76d5de220ba62350fa7961','51b15a11-02e5-4b81-a03c-aa839b85070a','100.68.230.210','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-05-28 13:27:35','2023-08-16 00:00:00'),
(21,67,'16383e8901758d9ace993849a0dcd3aa6a6790c98f07955b1b43c11f11ffc4ee','811d9db4-7e55-4deb-a8e7-03705ef82af7','100.99.11.190','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-05-16 06:44:24','2023-08-16 00:00:00'),
(22,70,'9b050623fcf2364c236fb8923448e34adabc5b5eeab1d9e057cb07230eb6319b','03060af7-881e-4d0d-aee5-bab47efe8f42','100.123.231.203','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-06-02 16:44:14','2023-08-16 00:00:00'),
(23,76,'dd057418c716bd2a558aba24b756e169138b1a8f93f2704811f238f583ffedb4','3ab429b8-4dd1-48e1-a90c-1f8c87493489','100.106.77.92','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-05-18 06:56:37','2023-08-16 00:00:00'),
(24,79,'0e43217150545a4de5889ad4e3553b2af9d186db96d9ff2ed2b7f211f7467d62','4522c372-4686-4bd7-a1ad-18851a091f48','100.108.124.200','Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36','2023-07-09 21:48:58','2023-08-16 00:00:00'),
(25,82,'8f762db54219319f91e4f2a574fd232c7db41d88df823e3d2e85536fc23475b9','68be4906-4c70-4780-ade4-2266073046f7','100.125.177.15','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-10 06:55:39','2023-08-16 00:00:00'),
(26,85,'ba4de05e1abe497e3296c62543b620d52fd4495d28856821d77a34e72905f4b9','dca4c387-b055-4037-aaf4-3417bca8b033','100.88.47.68','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-05-18 22:57:05','2023-08-16 00:00:00'),
(27,88,'b8ae7164f59302a75eea798f5c96cb0075398b1b76f9438a32870d5e76a68e36','bb65a585-bcba-41e9-aaaa-bec8873a20e9','100.94.3.206','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-06 16:00:08','2023-08-16 00:00:00'),
(28,91,'df06e0bd4c3f90d4df2faac0f687cc9952b0e75767e8d640003f9525cacc6c84','41980e13-1eff-44e0-a11e-cd7ba95d5f39','100.87.169.207','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-28 10:32:20','2023-08-16 00:00:00'),
(29,94,'27403128e51b107009927c7b790b09a640c2cd9e3dc056b12f2627941fc1fc71','e8ef5a4e-cc0c-4a0d-abd7-caffc6dc05d9','100.111.220.73','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-06-03 13:07:42','2023-08-16 00:00:00'),
(30,97,'6cf91758694fbf97c5daa6a5f38fa91db1a9180fdf5863d217d0628da5d5c07a','93270bd4-2def-4358-a24a-a56c3e832be6','fd12:3456:789a:1::f60b','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-04-23 19:30:46','2023-08-16 00:00:00'),
(31,103,'5f01570b07231fd78bdc5ba46d3c82fc481f6d9202e9e8b5b04c9c42dd69a1c2','1542da5d-703b-496c-a2ad-219434c9e5b8','fd12:3456:789a:e1f7::5d6e','Mozilla/5.0 (iPad; CPU OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1','2023-06-25 12:21:32','2023-08-16 00:00:00'),
(32,106,'b80a9a6bc1fea67ac078fc3ee926a3a0d770d669d4ecef970c883ab759e8c7a9','15ba689f-ecb7-4b50-a7c6-7082e340a236','100.100.153.156','ClassPad/2.4.1 (Windows NT 10.0; school-pc-0417)','2023-04-27 11:57:51','2023-08-16 00:00:00');
/*!40000 ALTER TABLE `sessions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `students`
--

DROP TABLE IF EXISTS `students`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `students` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `account_id` bigint(20) NOT NULL,
  `school_id` int(11) NOT NULL,
  `class_id` int(11) DEFAULT NULL COMMENT 'クラス(任意)',
  `attendance_no` smallint(6) DEFAULT NULL COMMENT '出席番号(任意)',
  `student_no` varchar(12) NOT NULL COMMENT '学籍番号',
  `family_id` int(11) NOT NULL COMMENT '世帯(きょうだいで共有)',
  `family_name` varchar(30) NOT NULL COMMENT '姓',
  `given_name` varchar(30) NOT NULL COMMENT '名',
  `full_name` varchar(61) GENERATED ALWAYS AS (concat(`family_name`,' ',`given_name`)) STORED COMMENT '氏名',
  `name_kana` varchar(60) NOT NULL COMMENT '氏名(カナ)',
  `name_half` varchar(60) CHARACTER SET cp932 COLLATE cp932_japanese_ci NOT NULL COMMENT '氏名(半角カナ、旧システム連携)',
  `name_romaji` varchar(80) NOT NULL COMMENT '氏名(ローマ字)',
  `gender` char(1) NOT NULL COMMENT '性別',
  `birth_date` date NOT NULL COMMENT '生年月日',
  `email` varchar(254) DEFAULT NULL,
  `phone` varchar(20) DEFAULT NULL COMMENT '電話番号',
  `postal_code` char(8) NOT NULL COMMENT '郵便番号',
  `address` varchar(200) NOT NULL COMMENT '住所',
  `memo` text DEFAULT NULL COMMENT '指導メモ',
  `enrolled_on` date NOT NULL COMMENT '入学日',
  PRIMARY KEY (`id`),
  UNIQUE KEY `students_account` (`account_id`),
  UNIQUE KEY `students_student_no` (`school_id`,`student_no`),
  UNIQUE KEY `students_attendance` (`class_id`,`attendance_no`),
  KEY `students_family` (`family_id`),
  CONSTRAINT `students_account` FOREIGN KEY (`account_id`) REFERENCES `accounts` (`id`),
  CONSTRAINT `students_class` FOREIGN KEY (`class_id`) REFERENCES `classes` (`id`),
  CONSTRAINT `students_school` FOREIGN KEY (`school_id`) REFERENCES `schools` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=73 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='児童生徒';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `students`
--

LOCK TABLES `students` WRITE;
/*!40000 ALTER TABLE `students` DISABLE KEYS */;
INSERT INTO `students` VALUES
(1,1,1,1,4,'23001001',5020,'霧島','瑠璃','霧島 瑠璃','キリシマ ルリ','ｷﾘｼﾏ ﾙﾘ','Ruri Kirishima','F','2010-09-29','ruri.kirishima@kirisaka-shiomidai.test','+81-6-0240-7144','999-9613','石川県霧坂市十文字坂4丁目6-15 メゾン白鷺706','霧島さんは保健室登校。','2023-04-07'),
(2,2,1,1,1,'23001008',5021,'東','みゆ','東 みゆ','アズマ ミユ','ｱｽﾞﾏ ﾐﾕ','Miyu Azuma','F','2010-04-02','miyu.azuma@kirisaka-shiomidai.test','06-0323-5038','999-9474','石川県霧坂市汐風3丁目7-11 メゾン白鷺803',NULL,'2023-04-07'),
(3,3,1,1,8,'23001015',5022,'渡邊','莉子','渡邊 莉子','ワタナベ リコ','ﾜﾀﾅﾍﾞ ﾘｺ','Riko Watanabe','F','2011-04-01','riko.watanabe@kirisaka-shiomidai.test','0602621360','999-9722','石川県霧坂市夕月1丁目22-7 メゾン白鷺404',NULL,'2023-04-07'),
(4,4,1,1,3,'23001022',5023,'小笠原','杏奈','小笠原 杏奈','オガサワラ アンナ','ｵｶﾞｻﾜﾗ ｱﾝﾅ','Anna Ogasawara','F','2011-04-01','anna.ogasawara@kirisaka-shiomidai.test',NULL,'999-9535','石川県霧坂市白鷺台3丁目8-18 メゾン白鷺504',NULL,'2023-04-07'),
(5,5,1,1,5,'23001029',5024,'剣持','湊','剣持 湊','ケンモチ ミナト','ｹﾝﾓﾁ ﾐﾅﾄ','Minato Kemmochi','M','2011-01-27','minato.kemmochi@kirisaka-shiomidai.test','０６－０１２４－３５１８','999-9450','石川県霧坂市能面通5-15-16',NULL,'2023-04-07'),
(6,6,1,1,2,'23001036',5025,'石動','圭吾','石動 圭吾','イスルギ ケイゴ','ｲｽﾙｷﾞ ｹｲｺﾞ','Keigo Isurugi','M','2010-10-02',NULL,'０３－０４１６－３９６４','999-9530','石川県霧坂市能面通3丁目8-2 メゾン白鷺806','石動さんは保健室登校。','2023-04-07'),
(7,7,1,1,7,'23001043',5026,'埜河原','圭燈','埜河原 圭燈','ノガハラ ケイト','ﾉｶﾞﾊﾗ ｹｲﾄ','Keito Nogahara','M','2010-11-29','keito.nogahara@kirisaka-shiomidai.test','03-0845-1194','999-9287','石川県霧坂市夕月一丁目25番13号','圭燈くん。そばアレルギー。連絡は埜河原家 03-0845-1194 へ','2023-04-07'),
(8,8,1,1,6,'23001050',5027,'鳴海','律','鳴海 律','ナルミ リツ','ﾅﾙﾐ ﾘﾂ','Ritsu Narumi','M','2010-05-06','ritsu.narumi@kirisaka-shiomidai.test','０３－０２５９－３５７７','999-9990','石川県霧坂市白鷺台2丁目23-2 メゾン白鷺706',NULL,'2023-04-07'),
(9,9,1,NULL,NULL,'23001057',5028,'日向','ヒカル','日向 ヒカル','ヒナタ ヒカル','ﾋﾅﾀ ﾋｶﾙ','Hikaru Hinata','M','2011-03-16','hikaru.hinata@kirisaka-shiomidai.test',NULL,'999-9818','石川県霧坂市汐風1-26-9',NULL,'2023-04-07'),
(10,10,1,2,7,'22001064',5029,'三雲','遼太郎','三雲 遼太郎','ミクモ リョウタロウ','ﾐｸﾓ ﾘｮｳﾀﾛｳ','Ryotaro Mikumo','M','2009-04-28','ryotaro.mikumo@kirisaka-shiomidai.test','０６－０９０１－１８００','999-9027','石川県霧坂市白鷺台3丁目17-7 メゾン白鷺501',NULL,'2022-04-07'),
(11,11,1,2,8,'22001071',5030,'代々木','朔','代々木 朔','ヨヨギ サク','ﾖﾖｷﾞ ｻｸ','Saku Yoyogi','M','2009-07-27','saku.yoyogi@kirisaka-shiomidai.test','06-0632-6547','999-9092','石川県霧坂市能面通1丁目12-19 メゾン白鷺705','代々木さんは保健室登校。','2022-04-07'),
(12,12,1,2,3,'22001078',5031,'榎本','湊','榎本 湊','エノモト ミナト','ｴﾉﾓﾄ ﾐﾅﾄ','Minato Enomoto','M','2010-03-26',NULL,'(06)0441-9889','999-9108','石川県霧坂市十文字坂4-24-6',NULL,'2022-04-07'),
(13,13,1,2,6,'22001085',5032,'髙梨','心春','髙梨 心春','タカナシ コハル','ﾀｶﾅｼ ｺﾊﾙ','Koharu Takanashi','F','2009-09-23','koharu.takanashi@kirisaka-shiomidai.test','(03)0529-0615','999-9888','石川県霧坂市汐風３－１１－１９',NULL,'2022-04-07'),
(14,14,1,2,2,'22001092',5033,'五十嵐','遥','五十嵐 遥','イガラシ ハルカ','ｲｶﾞﾗｼ ﾊﾙｶ','Haruka Igarashi','F','2009-05-18','haruka.igarashi@kirisaka-shiomidai.test',NULL,'999-9808','石川県霧坂市能面通1-19-5',NULL,'2022-04-07'),
(15,15,1,2,4,'22001099',5034,'貴船','香織','貴船 香織','キフネ カオリ','ｷﾌﾈ ｶｵﾘ','Kaori Kifune','F','2009-09-16','kaori.kifune@kirisaka-shiomidai.test','06-0704-7698','999-9196','石川県霧坂市能面通2-6-8',NULL,'2022-04-07'),
(16,16,1,2,5,'22001106',5020,'霧島','凛','霧島 凛','キリシマ リン','ｷﾘｼﾏ ﾘﾝ','Rin Kirishima','F','2009-10-15','rin.kirishima@kirisaka-shiomidai.test','+81-6-0240-7144','999-9613','石川県霧坂市十文字坂4丁目6-15 メゾン白鷺706','霧島さんは転入生。','2022-04-07'),
(17,17,1,2,1,'22001113',5021,'東','志保','東 志保','アズマ シホ','ｱｽﾞﾏ ｼﾎ','Shiho Azuma','F','2009-11-07','shiho.azuma@kirisaka-shiomidai.test','06-0323-5038','999-9474','石川県霧坂市汐風3丁目7-11 メゾン白鷺803',NULL,'2022-04-07'),
(18,18,1,2,9,'22001120',5022,'渡邊','優子','渡邊 優子','ワタナベ ユウコ','ﾜﾀﾅﾍﾞ ﾕｳｺ','Yuko Watanabe','F','2009-06-18',NULL,'0602621360','999-9722','石川県霧坂市夕月1丁目22-7 メゾン白鷺404',NULL,'2022-04-07'),
(19,28,2,3,3,'J23-002001',5040,'柏木','澪','柏木 澪','カシワギ ミオ','ｶｼﾜｷﾞ ﾐｵ','Mio Kashiwagi','F','2008-01-17','mio.kashiwagi@shirohane-yuzuki.test','+81-3-0860-4398','999-9969','新潟県白羽根市白鷺台5-12-9','柏木さんは転入生。','2023-04-07'),
(20,29,2,3,6,'J23-002008',5041,'古賀','紬','古賀 紬','コガ ツムギ','ｺｶﾞ ﾂﾑｷﾞ','Tsumugi Koga','F','2007-04-02','tsumugi.koga@shirohane-yuzuki.test','(06)0075-4329','999-9687','新潟県白羽根市表参道前2-19-12',NULL,'2023-04-07'),
(21,30,2,3,2,'J23-002015',5042,'海老原','颯太','海老原 颯太','エビハラ ソウタ','ｴﾋﾞﾊﾗ ｿｳﾀ','Sota Ebihara','M','2008-03-31','sota.ebihara@shirohane-yuzuki.test','(03)0105-2649','999-9341','新潟県白羽根市十文字坂5-27-7',NULL,'2023-04-07'),
(22,31,2,3,7,'J23-002022',5043,'佐々木','さくら','佐々木 さくら','ササキ サクラ','ｻｻｷ ｻｸﾗ','Sakura Sasaki','F','2007-08-24','sakura.sasaki@shirohane-yuzuki.test',NULL,'999-9735','新潟県白羽根市汐風三丁目4番9号',NULL,'2023-04-07'),
(23,32,2,3,8,'J23-002029',5044,'沼尻','紬','沼尻 紬','ヌマジリ ツムギ','ﾇﾏｼﾞﾘ ﾂﾑｷﾞ','Tsumugi Numajiri','F','2007-06-22','tsumugi.numajiri@shirohane-yuzuki.test','+81-3-0660-8265','999-9584','新潟県白羽根市表参道前1-8-2',NULL,'2023-04-07'),
(24,33,2,3,9,'J23-002036',5045,'辺見','凛','辺見 凛','ヘンミ リン','ﾍﾝﾐ ﾘﾝ','Rin Hemmi','F','2007-04-21',NULL,'06-0360-0846','999-9915','新潟県白羽根市汐風三丁目30番7号','辺見さんは転入生。','2023-04-07'),
(25,34,2,3,10,'J23-002043',5046,'望月','伸也','望月 伸也','モチヅキ シンヤ','ﾓﾁﾂﾞｷ ｼﾝﾔ','Shin\'ya Mochizuki','M','2007-09-07','shinya.mochizuki@shirohane-yuzuki.test','0304301366','999-9028','新潟県白羽根市表参道前５－１８－１３',NULL,'2023-04-07'),
(26,35,2,3,4,'J23-002050',5047,'霧島','心春','霧島 心春','キリシマ コハル','ｷﾘｼﾏ ｺﾊﾙ','Koharu Kirishima','F','2007-07-05','koharu.kirishima@shirohane-yuzuki.test','０３－０４３７－０４３１','999-9621','新潟県白羽根市汐風5丁目14-10 メゾン白鷺801',NULL,'2023-04-07'),
(27,36,2,3,1,'J23-002057',5048,'東','匠','東 匠','アズマ タクミ','ｱｽﾞﾏ ﾀｸﾐ','Takumi Azuma','M','2007-12-12','takumi.azuma@shirohane-yuzuki.test',NULL,'999-9694','新潟県白羽根市汐風2丁目21-14 メゾン白鷺802',NULL,'2023-04-07'),
(28,37,2,4,9,'J22-002064',5049,'渡邊','健','渡邊 健','ワタナベ タケル','ﾜﾀﾅﾍﾞ ﾀｹﾙ','Takeru Watanabe','M','2007-03-15','takeru.watanabe@shirohane-yuzuki.test','(06)0265-4203','999-9113','新潟県白羽根市汐風二丁目8番6号',NULL,'2022-04-07'),
(29,38,2,4,3,'J22-002071',5050,'小笠原','遼太郎','小笠原 遼太郎','オガサワラ リョウタロウ','ｵｶﾞｻﾜﾗ ﾘｮｳﾀﾛｳ','Ryotaro Ogasawara','M','2006-08-16','ryotaro.ogasawara@shirohane-yuzuki.test','０３－００５１－４１５８','999-9767','新潟県白羽根市夕月２－１０－２','小笠原さんは保健室登校。','2022-04-07'),
(30,39,2,4,5,'J22-002078',5051,'剣持','さくら','剣持 さくら','ケンモチ サクラ','ｹﾝﾓﾁ ｻｸﾗ','Sakura Kemmochi','F','2006-06-19',NULL,'(03)0413-9384','999-9394','新潟県白羽根市汐風二丁目24番14号',NULL,'2022-04-07'),
(31,40,2,4,1,'J22-002085',5052,'石動','みゆ','石動 みゆ','イスルギ ミユ','ｲｽﾙｷﾞ ﾐﾕ','Miyu Isurugi','F','2006-04-10','miyu.isurugi@shirohane-yuzuki.test','(03)0741-8647','999-9711','新潟県白羽根市汐風２－１０－１３',NULL,'2022-04-07'),
(32,41,2,4,7,'J22-002092',5053,'十河','悠人','十河 悠人','ソゴウ ユウト','ｿｺﾞｳ ﾕｳﾄ','Yuto Sogo','M','2006-06-02','yuto.sogo@shirohane-yuzuki.test',NULL,'999-9012','新潟県白羽根市表参道前3-8-16',NULL,'2022-04-07'),
(33,42,2,4,8,'J22-002099',5054,'鳴海','莉子','鳴海 莉子','ナルミ リコ','ﾅﾙﾐ ﾘｺ','Riko Narumi','F','2006-10-21','riko.narumi@shirohane-yuzuki.test','+81-3-0947-6792','999-9472','新潟県白羽根市十文字坂一丁目2番12号',NULL,'2022-04-07'),
(34,43,2,4,4,'J22-002106',5040,'柏木','悠人','柏木 悠人','カシワギ ユウト','ｶｼﾜｷﾞ ﾕｳﾄ','Yuto Kashiwagi','M','2007-03-31','yuto.kashiwagi@shirohane-yuzuki.test','+81-3-0860-4398','999-9969','新潟県白羽根市白鷺台5-12-9','柏木さんは転入生。','2022-04-07'),
(35,44,2,4,6,'J22-002113',5041,'古賀','結衣','古賀 結衣','コガ ユイ','ｺｶﾞ ﾕｲ','Yui Koga','F','2006-06-06','yui.koga@shirohane-yuzuki.test','(06)0075-4329','999-9687','新潟県白羽根市表参道前2-19-12',NULL,'2022-04-07'),
(36,45,2,4,2,'J22-002120',5042,'海老原','順一','海老原 順一','エビハラ ジュンイチ','ｴﾋﾞﾊﾗ ｼﾞｭﾝｲﾁ','Jun\'ichi Ebihara','M','2006-12-20',NULL,'(03)0105-2649','999-9341','新潟県白羽根市十文字坂5-27-7',NULL,'2022-04-07'),
(37,55,3,5,4,'21B003001',5060,'戸ヶ崎','香織','戸ヶ崎 香織','トガサキ カオリ','ﾄｶﾞｻｷ ｶｵﾘ','Kaori Togasaki','F','2014-04-16','kaori.togasaki@saginohara-seijidai.test','03-0317-1530','999-9316','長野県鷺ノ原市汐風５－１９－３','戸ヶ崎さんは祖母が送迎。','2021-04-07'),
(38,56,3,5,5,'21B003008',5061,'萩尾','美月','萩尾 美月','ハギオ ミヅキ','ﾊｷﾞｵ ﾐﾂﾞｷ','Mizuki Hagio','F','2014-04-02','mizuki.hagio@saginohara-seijidai.test','(06)0749-0648','999-9244','長野県鷺ノ原市夕月２－６－１５',NULL,'2021-04-07'),
(39,57,3,5,6,'21B003015',5062,'真壁','莉子','真壁 莉子','マカベ リコ','ﾏｶﾍﾞ ﾘｺ','Riko Makabe','F','2015-04-01','riko.makabe@saginohara-seijidai.test','0302143263','999-9493','長野県鷺ノ原市十文字坂4-18-19',NULL,'2021-04-07'),
(40,58,3,5,8,'21B003022',5063,'湯川','陽菜','湯川 陽菜','ユカワ ヒナ','ﾕｶﾜ ﾋﾅ','Hina Yukawa','F','2015-03-14','hina.yukawa@saginohara-seijidai.test',NULL,'999-9539','長野県鷺ノ原市白鷺台一丁目4番7号',NULL,'2021-04-07'),
(41,59,3,5,2,'21B003029',5064,'鷺沢','悠人','鷺沢 悠人','サギサワ ユウト','ｻｷﾞｻﾜ ﾕｳﾄ','Yuto Sagisawa','M','2014-07-31','yuto.sagisawa@saginohara-seijidai.test','0609536310','999-9140','長野県鷺ノ原市白鷺台5-3-7',NULL,'2021-04-07'),
(42,60,3,5,3,'21B003036',5065,'勅使河原','千紘','勅使河原 千紘','テシガワラ チヒロ','ﾃｼｶﾞﾜﾗ ﾁﾋﾛ','Chihiro Teshigawara','F','2014-08-20',NULL,'06-0591-0012','999-9476','長野県鷺ノ原市汐風4丁目18-16 メゾン白鷺404','勅使河原さんは生徒会書記。','2021-04-07'),
(43,61,3,5,7,'21B003043',5066,'桝野','杏奈','桝野 杏奈','マスノ アンナ','ﾏｽﾉ ｱﾝﾅ','Anna Masuno','F','2014-12-25','anna.masuno@saginohara-seijidai.test','０６－０９０４－４２８０','999-9254','長野県鷺ノ原市十文字坂5-20-20',NULL,'2021-04-07'),
(44,62,3,5,1,'21B003050',5067,'柏木','杏奈','柏木 杏奈','カシワギ アンナ','ｶｼﾜｷﾞ ｱﾝﾅ','Anna Kashiwagi','F','2015-02-10','anna.kashiwagi@saginohara-seijidai.test','０６－０８１９－８１８４','999-9186','長野県鷺ノ原市表参道前四丁目11番2号',NULL,'2021-04-07'),
(45,63,3,NULL,NULL,'21B003057',5068,'古賀','颯太','古賀 颯太','コガ ソウタ','ｺｶﾞ ｿｳﾀ','Sota Koga','M','2014-05-17','sota.koga@saginohara-seijidai.test',NULL,'999-9346','長野県鷺ノ原市表参道前５－１９－２',NULL,'2021-04-07'),
(46,64,3,6,1,'20B003064',5069,'海老原','花音','海老原 花音','エビハラ カノン','ｴﾋﾞﾊﾗ ｶﾉﾝ','Kanon Ebihara','F','2013-10-03','kanon.ebihara@saginohara-seijidai.test','0300127143','999-9002','長野県鷺ノ原市能面通4-14-12',NULL,'2020-04-07'),
(47,65,3,6,3,'20B003071',5070,'千早','蒼真','千早 蒼真','チハヤ ソウマ','ﾁﾊﾔ ｿｳﾏ','Soma Chihaya','M','2014-01-14','soma.chihaya@saginohara-seijidai.test','06-0186-2331','999-9414','長野県鷺ノ原市夕月2-15-8','千早さんは保健室登校。','2020-04-07'),
(48,66,3,6,5,'20B003078',5071,'沼尻','詩乃','沼尻 詩乃','ヌマジリ シノ','ﾇﾏｼﾞﾘ ｼﾉ','Shino Numajiri','F','2013-05-01',NULL,'03-0708-0493','999-9021','長野県鷺ノ原市汐風1-4-14',NULL,'2020-04-07'),
(49,67,3,6,7,'20B003085',5072,'辺見','悠人','辺見 悠人','ヘンミ ユウト','ﾍﾝﾐ ﾕｳﾄ','Yuto Hemmi','M','2014-02-13','yuto.hemmi@saginohara-seijidai.test','(06)0327-8851','999-9880','長野県鷺ノ原市表参道前2丁目23-5 メゾン白鷺303',NULL,'2020-04-07'),
(50,68,3,6,9,'20B003092',5073,'望月','遥','望月 遥','モチヅキ ハルカ','ﾓﾁﾂﾞｷ ﾊﾙｶ','Haruka Mochizuki','F','2013-05-29','haruka.mochizuki@saginohara-seijidai.test',NULL,'999-9673','長野県鷺ノ原市汐風五丁目11番11号',NULL,'2020-04-07'),
(51,69,3,6,2,'20B003099',5074,'霧島','さくら','霧島 さくら','キリシマ サクラ','ｷﾘｼﾏ ｻｸﾗ','Sakura Kirishima','F','2013-09-12','sakura.kirishima@saginohara-seijidai.test','0608692979','999-9467','長野県鷺ノ原市能面通3丁目26-13 メゾン白鷺201',NULL,'2020-04-07'),
(52,70,3,6,4,'20B003106',5060,'戸ヶ崎','優子','戸ヶ崎 優子','トガサキ ユウコ','ﾄｶﾞｻｷ ﾕｳｺ','Yuko Togasaki','F','2013-11-29','yuko.togasaki@saginohara-seijidai.test','03-0317-1530','999-9316','長野県鷺ノ原市汐風５－１９－３','戸ヶ崎さんは生徒会書記。','2020-04-07'),
(53,71,3,6,6,'20B003113',5061,'萩尾','航平','萩尾 航平','ハギオ コウヘイ','ﾊｷﾞｵ ｺｳﾍｲ','Kohei Hagio','M','2014-02-10','kohei.hagio@saginohara-seijidai.test','(06)0749-0648','999-9244','長野県鷺ノ原市夕月２－６－１５',NULL,'2020-04-07'),
(54,72,3,6,8,'20B003120',5062,'真壁','順一','真壁 順一','マカベ ジュンイチ','ﾏｶﾍﾞ ｼﾞｭﾝｲﾁ','Jun\'ichi Makabe','M','2013-11-11',NULL,'0302143263','999-9493','長野県鷺ノ原市十文字坂4-18-19',NULL,'2020-04-07'),
(55,82,4,7,9,'18004001',5080,'若狭','凛','若狭 凛','ワカサ リン','ﾜｶｻ ﾘﾝ','Rin Wakasa','F','2011-06-05','rin.wakasa@atori-kazemachi.test','06-0324-2284','999-9602','福井県花鶏町白鷺台４－６－４','若狭さんは保健室登校。','2018-04-07'),
(56,83,4,7,2,'18004008',5081,'乾','誠司','乾 誠司','イヌイ セイジ','ｲﾇｲ ｾｲｼﾞ','Seiji Inui','M','2011-04-02','seiji.inui@atori-kazemachi.test','03-0397-9788','999-9700','福井県花鶏町十文字坂４－１３－１２',NULL,'2018-04-07'),
(57,84,4,7,4,'18004015',5082,'尾﨑','紬','尾﨑 紬','オザキ ツムギ','ｵｻﾞｷ ﾂﾑｷﾞ','Tsumugi Ozaki','F','2012-03-31','tsumugi.ozaki@atori-kazemachi.test','06-0646-5748','999-9070','福井県花鶏町十文字坂二丁目12番16号',NULL,'2018-04-07'),
(58,85,4,7,3,'18004022',5083,'宇佐美','直輝','宇佐美 直輝','ウサミ ナオキ','ｳｻﾐ ﾅｵｷ','Naoki Usami','M','2012-01-16','naoki.usami@atori-kazemachi.test',NULL,'999-9412','福井県花鶏町白鷺台1-19-5',NULL,'2018-04-07'),
(59,86,4,7,6,'18004029',5084,'楠','一颯','楠 一颯','クスノキ イブキ','ｸｽﾉｷ ｲﾌﾞｷ','Ibuki Kusunoki','M','2011-07-17','ibuki.kusunoki@atori-kazemachi.test','0304396361','999-9099','福井県花鶏町夕月2-2-18',NULL,'2018-04-07'),
(60,87,4,7,1,'18004036',5085,'雨宮','凛','雨宮 凛','アメミヤ リン','ｱﾒﾐﾔ ﾘﾝ','Rin Amemiya','F','2011-04-24',NULL,'03-0375-4132','999-9680','福井県花鶏町夕月1丁目3-16 メゾン白鷺506','雨宮さんは保健室登校。','2018-04-07'),
(61,88,4,7,5,'18004043',5086,'表','朔','表 朔','オモテ サク','ｵﾓﾃ ｻｸ','Saku Omote','M','2011-12-08','saku.omote@atori-kazemachi.test','０６－０１３６－１８４５','999-9789','福井県花鶏町夕月2丁目19-9 メゾン白鷺605',NULL,'2018-04-07'),
(62,89,4,7,7,'18004050',5087,'戸ヶ崎','樹','戸ヶ崎 樹','トガサキ イツキ','ﾄｶﾞｻｷ ｲﾂｷ','Itsuki Togasaki','M','2011-07-02','itsuki.togasaki@atori-kazemachi.test','(03)0935-2105','999-9089','福井県花鶏町夕月4-29-13',NULL,'2018-04-07'),
(63,90,4,7,8,'18004057',5088,'萩尾','誠司','萩尾 誠司','ハギオ セイジ','ﾊｷﾞｵ ｾｲｼﾞ','Seiji Hagio','M','2011-08-24','seiji.hagio@atori-kazemachi.test',NULL,'999-9926','福井県花鶏町白鷺台3-12-10',NULL,'2018-04-07'),
(64,91,4,8,5,'17004064',5089,'佐々木','さくら','佐々木 さくら','ササキ サクラ','ｻｻｷ ｻｸﾗ','Sakura Sasaki','F','2010-11-08','sakura.sasaki@atori-kazemachi.test','06-0540-3992','999-9927','福井県花鶏町夕月５－２１－１３',NULL,'2017-04-07'),
(65,92,4,8,8,'17004071',5090,'湯川','千紘','湯川 千紘','ユカワ チヒロ','ﾕｶﾜ ﾁﾋﾛ','Chihiro Yukawa','F','2010-12-28','chihiro.yukawa@atori-kazemachi.test','03-0653-6179','999-9747','福井県花鶏町夕月３－３－１６','湯川さんは生徒会書記。','2017-04-07'),
(66,93,4,8,4,'17004078',5091,'鷺沢','結衣','鷺沢 結衣','サギサワ ユイ','ｻｷﾞｻﾜ ﾕｲ','Yui Sagisawa','F','2010-08-20',NULL,'(06)0095-7078','999-9356','福井県花鶏町表参道前5丁目30-2 メゾン白鷺103',NULL,'2017-04-07'),
(67,94,4,8,6,'17004085',5092,'勅使河原','紬','勅使河原 紬','テシガワラ ツムギ','ﾃｼｶﾞﾜﾗ ﾂﾑｷﾞ','Tsumugi Teshigawara','F','2010-07-30','tsumugi.teshigawara@atori-kazemachi.test','+81-3-0725-2722','999-9329','福井県花鶏町十文字坂三丁目6番7号',NULL,'2017-04-07'),
(68,95,4,8,7,'17004092',5093,'桝野','優子','桝野 優子','マスノ ユウコ','ﾏｽﾉ ﾕｳｺ','Yuko Masuno','F','2011-03-30','yuko.masuno@atori-kazemachi.test',NULL,'999-9658','福井県花鶏町夕月4-2-17',NULL,'2017-04-07'),
(69,96,4,8,3,'17004099',5094,'柏木','樹','柏木 樹','カシワギ イツキ','ｶｼﾜｷﾞ ｲﾂｷ','Itsuki Kashiwagi','M','2010-08-18','itsuki.kashiwagi@atori-kazemachi.test','+81-6-0967-1452','999-9746','福井県花鶏町十文字坂5丁目16-18 メゾン白鷺904',NULL,'2017-04-07'),
(70,97,4,8,9,'17004106',5080,'若狭','航平','若狭 航平','ワカサ コウヘイ','ﾜｶｻ ｺｳﾍｲ','Kohei Wakasa','M','2010-12-06','kohei.wakasa@atori-kazemachi.test','06-0324-2284','999-9602','福井県花鶏町白鷺台４－６－４','若狭さんは生徒会書記。','2017-04-07'),
(71,98,4,8,1,'17004113',5081,'乾','結衣','乾 結衣','イヌイ ユイ','ｲﾇｲ ﾕｲ','Yui Inui','F','2010-04-15','yui.inui@atori-kazemachi.test','03-0397-9788','999-9700','福井県花鶏町十文字坂４－１３－１２',NULL,'2017-04-07'),
(72,99,4,8,2,'17004120',5082,'尾﨑','みゆ','尾﨑 みゆ','オザキ ミユ','ｵｻﾞｷ ﾐﾕ','Miyu Ozaki','F','2010-06-15',NULL,'06-0646-5748','999-9070','福井県花鶏町十文字坂二丁目12番16号',NULL,'2017-04-07');
/*!40000 ALTER TABLE `students` ENABLE KEYS */;
UNLOCK TABLES;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`kurosawa_dba`@`localhost`*/ /*!50003 TRIGGER students_moved AFTER UPDATE ON students FOR EACH ROW
BEGIN
  IF NOT (NEW.class_id <=> OLD.class_id) THEN
    INSERT INTO access_logs (account_id, at, ip, user_agent, line) VALUES (NEW.account_id, now(), '100.64.0.1', 'trigger', concat('moved; ', NEW.full_name));
  END IF;
END 
*/;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;

--
-- Table structure for table `teachers`
--

DROP TABLE IF EXISTS `teachers`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `teachers` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `school_id` int(11) NOT NULL,
  `staff_no` varchar(10) NOT NULL COMMENT '職員番号',
  `name` varchar(60) NOT NULL COMMENT '教員氏名',
  `name_kana` varchar(60) NOT NULL COMMENT 'フリガナ',
  `email` varchar(254) NOT NULL,
  `phone` varchar(20) DEFAULT NULL COMMENT '携帯',
  `is_admin` tinyint(1) NOT NULL DEFAULT 0 COMMENT '学校管理者',
  `password_hash` varchar(120) NOT NULL,
  `created_at` datetime NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `teachers_staff_no` (`school_id`,`staff_no`),
  UNIQUE KEY `teachers_email` (`email`),
  CONSTRAINT `teachers_school` FOREIGN KEY (`school_id`) REFERENCES `schools` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=13 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci COMMENT='教員';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `teachers`
--

LOCK TABLES `teachers` WRITE;
/*!40000 ALTER TABLE `teachers` DISABLE KEYS */;
INSERT INTO `teachers` VALUES
(1,1,'T411000','表 莉子','オモテ リコ','riko.omote@staff.kirisaka-shiomidai.test','090-0490-6900',0,'pbkdf2_sha256$260000$F2Dek3F3EMic$D8u3H4MyYF6sEBhUuLOG0DrVddHdnl5YcKnIAquRwDC=','2021-07-21 17:05:16'),
(2,1,'T411007','日向 遼太郎','ヒナタ リョウタロウ','ryotaro.hinata@staff.kirisaka-shiomidai.test',NULL,0,'pbkdf2_sha256$260000$8whxRmYhlge5$YdhBEWxPiWjaJ2+m2iJCH23cqRCvy3N03g8PpvuoQcL=','2022-05-13 14:50:14'),
(3,1,'T411014','若狭 さくら','ワカサ サクラ','sakura.wakasa@staff.kirisaka-shiomidai.test','090-0031-5670',1,'pbkdf2_sha256$260000$thx82bKWZTG4$yGfXmzOgRwdhoCvRUwoGkvoQJjHrVntwVnggtsPGPaf=','2023-03-10 05:10:18'),
(4,2,'T412000','佐々木 心春','ササキ コハル','koharu.sasaki@staff.shirohane-yuzuki.test','090-0682-7352',0,'pbkdf2_sha256$260000$BKjA7wRb7r1m$GeyHba6k3Z4q7bEj7m8CGdMM3jG4gnl166N1nR6Fmo0=','2023-03-05 18:31:33'),
(5,2,'T412007','柏木 志保','カシワギ シホ','shiho.kashiwagi@staff.shirohane-yuzuki.test',NULL,0,'pbkdf2_sha256$260000$tBTGRoiigC7W$IH6uFS/RAGE1r1Z7FRTbJ6nb42IxIf6hV9VCszU7vnN=','2022-09-14 15:16:34'),
(6,2,'T412014','大鷹 花音','オオタカ カノン','kanon.otaka@staff.shirohane-yuzuki.test','090-0849-1034',1,'pbkdf2_sha256$260000$s2yRlRq3nw5F$F6JjGQOiNND4BX2Sq2D+MPptdaryZ+Vq+wjsIJzw3F1=','2022-10-07 00:52:22'),
(7,3,'T413000','鳴海 悠人','ナルミ ユウト','yuto.narumi@staff.saginohara-seijidai.test','090-0146-5944',0,'pbkdf2_sha256$260000$mb6siu4WtoZD$Hdi8QTkZNF8hFQ7VX/ReOD9uIh+Cwrin09CxU4KmRvA=','2021-08-09 10:01:37'),
(8,3,'T413007','武者 遥','ムシャ ハルカ','haruka.musha@staff.saginohara-seijidai.test',NULL,0,'pbkdf2_sha256$260000$1D2TzE1MQmGf$zEwbKFdWhxqoY6QM1vruvzvajcqtII1xiX9NYfIOjLL=','2021-06-21 22:59:35'),
(9,3,'T413014','東 凛','アズマ リン','rin.azuma@staff.saginohara-seijidai.test','090-0627-1686',1,'pbkdf2_sha256$260000$LfCWUI7Z5Bey$ldtrig0IFmLOLYvqT+2u2fT066jo8GC2Tco863ELjs1=','2023-06-02 15:13:46'),
(10,4,'T414000','桝野 ヒカル','マスノ ヒカル','hikaru.masuno@staff.atori-kazemachi.test','090-0478-7601',0,'pbkdf2_sha256$260000$Y0N2N2QfKXM2$8oma8z4C+AsslISu+/Z8bRRLLgetzqqjHuPyHQtC8Di=','2021-09-07 04:01:12'),
(11,4,'T414007','逢坂 優子','オウサカ ユウコ','yuko.osaka@staff.atori-kazemachi.test',NULL,0,'pbkdf2_sha256$260000$6d5eIWUn6EQc$C/sicp6A3QBjjj2RFsJ7AvKSenRl6hfjTxgrECacOuh=','2022-05-18 11:12:49'),
(12,4,'T414014','戸ヶ崎 匠','トガサキ タクミ','takumi.togasaki@staff.atori-kazemachi.test','090-0379-2978',1,'pbkdf2_sha256$260000$A4sJoTsChgyU$LNf9l76m71AnsaVCCEXbJfF9C/hUVQS5QciJXxHvkw5=','2021-07-18 00:25:28');
/*!40000 ALTER TABLE `teachers` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Dumping events for database 'classpad'
--
/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;
/*!50106 DROP EVENT IF EXISTS `purge_nightly` */;
DELIMITER ;;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;;
/*!50003 SET character_set_client  = utf8mb4 */ ;;
/*!50003 SET character_set_results = utf8mb4 */ ;;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;;
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;;
/*!50003 SET @saved_time_zone      = @@time_zone */ ;;
/*!50003 SET time_zone             = '+00:00' */ ;;
/*!50106 CREATE*/ /*!50117 DEFINER=`kurosawa_dba`@`localhost`*/ /*!50106 EVENT `purge_nightly` ON SCHEDULE EVERY 1 DAY STARTS '2023-04-01 03:00:00' ON COMPLETION NOT PRESERVE ENABLE DO CALL purge_sessions(current_date) 
*/ ;;
/*!50003 SET time_zone             = @saved_time_zone */ ;;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;;
/*!50003 SET character_set_client  = @saved_cs_client */ ;;
/*!50003 SET character_set_results = @saved_cs_results */ ;;
/*!50003 SET collation_connection  = @saved_col_connection */ ;;
DELIMITER ;
/*!50106 SET TIME_ZONE= @save_time_zone */ ;

--
-- Dumping routines for database 'classpad'
--
/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;
/*!50003 SET sql_mode              = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION' */ ;
/*!50003 DROP PROCEDURE IF EXISTS `purge_sessions` */;
/*!50003 SET @saved_cs_client      = @@character_set_client */ ;
/*!50003 SET @saved_cs_results     = @@character_set_results */ ;
/*!50003 SET @saved_col_connection = @@collation_connection */ ;
/*!50003 SET character_set_client  = utf8mb4 */ ;
/*!50003 SET character_set_results = utf8mb4 */ ;
/*!50003 SET collation_connection  = utf8mb4_general_ci */ ;
DELIMITER ;;
CREATE DEFINER=`kurosawa_dba`@`localhost` PROCEDURE `purge_sessions`(IN before_day date)
BEGIN
  DELETE FROM sessions WHERE expires_at < before_day;
  INSERT INTO access_logs (at, ip, user_agent, line) VALUES (now(), '100.64.0.1', 'procedure', 'INSERT INTO `students` VALUES (1);');
END
;;
DELIMITER ;
/*!50003 SET sql_mode              = @saved_sql_mode */ ;
/*!50003 SET character_set_client  = @saved_cs_client */ ;
/*!50003 SET character_set_results = @saved_cs_results */ ;
/*!50003 SET collation_connection  = @saved_col_connection */ ;

--
-- Final view structure for view `class_list`
--

/*!50001 DROP VIEW IF EXISTS `class_list`*/;
/*!50001 SET @saved_cs_client          = @@character_set_client */;
/*!50001 SET @saved_cs_results         = @@character_set_results */;
/*!50001 SET @saved_col_connection     = @@collation_connection */;
/*!50001 SET character_set_client      = utf8mb4 */;
/*!50001 SET character_set_results     = utf8mb4 */;
/*!50001 SET collation_connection      = utf8mb4_general_ci */;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`kurosawa_dba`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `class_list` AS select `c`.`label` AS `label`,`s`.`attendance_no` AS `attendance_no`,`s`.`full_name` AS `full_name`,`s`.`name_kana` AS `name_kana` from (`students` `s` join `classes` `c` on(`c`.`id` = `s`.`class_id`)) where `c`.`label` <> 'it\'s; not a class' */;
/*!50001 SET character_set_client      = @saved_cs_client */;
/*!50001 SET character_set_results     = @saved_cs_results */;
/*!50001 SET collation_connection      = @saved_col_connection */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed
