package mysql_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/migawari-dev/migawari/dialects"
	"github.com/migawari-dev/migawari/dialects/mysql"
)

var classNames = []string{"session", "definition", "view", "routine", "event", "database", "access", "statistics", "server", "foreign", "large object", "counter", "change", "comment"}

// producerTests are what the producers write round their rows, as their sources
// have it: under each option, and for servers that no corpus holds. The result
// is the class and the words of each statement, and "row".
var producerTests = []struct{ name, in, want string }{
	{"mariadb-dump: head and foot", `/*M!999999\- enable the sandbox mode */ 
/*M!100101 SET LOCAL SQL_LOG_OFF=0, LOCAL LOG_SLOW_QUERY=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;
/*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;
`, "4 session set"},
	{"mariadb-dump 10.6.18", "/*!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19  Distrib 10.6.18-MariaDB, for Linux (x86_64)\n/*!40101 SET NAMES utf8mb4 */;\n", "session set"},
	{"mariadb-dump --dump-history", `/*M!101100 SET @old_system_versioning_insert_history=@@session.system_versioning_insert_history, @@session.system_versioning_insert_history=1 */;
/*M!101100 SET system_versioning_insert_history=@old_system_versioning_insert_history */;
`, "2 session set"},
	{"--no-autocommit", "SET @OLD_AUTOCOMMIT=@@AUTOCOMMIT, @@AUTOCOMMIT=0;\nset autocommit=0;\ncommit;\nCOMMIT;\nSET AUTOCOMMIT=@OLD_AUTOCOMMIT;\n",
		"2 session set, 2 session commit, session set"},
	{"sequences", `DROP SEQUENCE IF EXISTS s;
CREATE SEQUENCE s start with 1 minvalue 1 maxvalue 9223372036854775806 increment by 1 cache 1000 nocycle ENGINE=InnoDB;
DO SETVAL(s, 1, 0);
SELECT SETVAL(s, 1, 0);
`, "definition drop sequence, definition create sequence, counter do setval, counter select setval"},
	{"views and what stands in for them", `/*!50001 CREATE VIEW v AS SELECT 
 1 AS a,
 NULL AS b*/;
SET @saved_cs_client     = @@character_set_client;
/*!50503 SET character_set_client = utf8mb4 */;
/*!50001 CREATE TABLE v (
  a tinyint NOT NULL
) ENGINE=MyISAM */;
/*!50001 DROP TABLE IF EXISTS v*/;
/*!50001 DROP VIEW IF EXISTS v*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=root@localhost SQL SECURITY INVOKER */
/*!50001 VIEW v AS select 'a' AS a from t where (t.a > 1) */
/*!50002 WITH CASCADED CHECK OPTION */;
CREATE OR REPLACE DEFINER=root@localhost SQL SECURITY DEFINER JSON RELATIONAL DUALITY VIEW v AS SELECT JSON_DUALITY_OBJECT('_id': id) FROM t;

-- failed on view v: CREATE ALGORITHM=UNDEFINED VIEW v AS select 'it''s

`, "view create view, 2 session set, view create view placeholder, definition drop table, view drop view, 2 view create view"},
	{"phpMyAdmin: what stands in for a view, in any language", "CREATE TABLE IF NOT EXISTS v (\na int(11)\n,b varchar(9)\n);\nCREATE TABLE v (\r\na int\r\n);\n", "2 view create view placeholder"},
	{"Adminer: what stands in for a view", "CREATE TABLE `v` (`a` int);\n-- Adminer 5.2.1 MySQL 8.0.46 dump\n\nDROP VIEW IF EXISTS `v`;\nCREATE TABLE `v` (`a` int, `b` enum('x','y'));\nCREATE TABLE `t` (\n  `a` int\n) ENGINE=InnoDB;\nCREATE TABLE `t` (`a` int, KEY (`a`));\n",
		"definition create table, view drop view, view create view placeholder, 2 definition create table"},
	{"a table that is none", "CREATE TABLE v (\n  a int\n);\nCREATE TABLE v (\na int NOT NULL\n);\nCREATE TABLE v (\na int\n) ENGINE=InnoDB;\nCREATE TABLE v (a int);\n", "4 definition create table"},
	{"databases of routines", "ALTER DATABASE d CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ;\nDELIMITER ;;\nALTER DATABASE d CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci ;;\nDELIMITER ;\n",
		"2 database alter database"},
	{"--add-drop-database and encryption", "/*!40000 DROP DATABASE IF EXISTS d*/;\n\nCREATE DATABASE /*!32312 IF NOT EXISTS*/ d /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci */ /*!80016 DEFAULT ENCRYPTION='N' */;\n",
		"database drop database, database create database"},
	{"events", `/*!50106 SET @save_time_zone= @@TIME_ZONE */ ;
/*!50106 DROP EVENT IF EXISTS e */;
DELIMITER ;;;
/*!50003 SET time_zone             = 'SYSTEM' */ ;;;
/*!50106 CREATE*/ /*!50117 DEFINER=root@localhost*/ /*!50106 EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2020-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE ON SLAVE COMMENT 'x' DO begin select ';;'; -- it's
 end 
*/ ;;;
/*!50106 DROP EVENT IF EXISTS f */;;;
DELIMITER ;
/*!50106 SET TIME_ZONE= @save_time_zone */ ;
`, "session set, event drop event, session set, event create event, event drop event, session set"},
	{"triggers of old servers", `--
-- WARNING: old server version. The following dump may be incomplete.
--
/*!50003 SET @OLD_SQL_MODE=@@SQL_MODE*/;
/*!50032 DROP TRIGGER IF EXISTS g */;
DELIMITER ;;
/*!50003 SET SESSION SQL_MODE="" */;;
/*!50003 CREATE */ /*!50017 DEFINER=root@localhost */ /*!50003 TRIGGER g BEFORE INSERT ON t FOR EACH ROW set @a=1 */;;
DELIMITER ;
/*!50003 SET SESSION SQL_MODE=@OLD_SQL_MODE */;
`, "session set, routine drop trigger, session set, routine create trigger, session set"},
	{"tables of old servers", "CREATE TABLE t (\n  a int DEFAULT '1',\n  b varchar(9) NOT NULL,\n  PRIMARY KEY (a),\n  KEY b (b (4))\n)/*! engine=MyISAM comment='x' */;\n", "definition create table"},
	{"libraries and routines in JavaScript", `DROP LIBRARY IF EXISTS lib;
DELIMITER ;;
CREATE LIBRARY lib
    LANGUAGE JAVASCRIPT
AS $$
  // it's a comment; "
  export function f(n) { return "a;;'" + n; }
$$ ;;
CREATE DEFINER=root@localhost FUNCTION f(n int) RETURNS int
    LANGUAGE JAVASCRIPT
    USING (d.lib AS l)
AS $js$
  // don't
$$ return n; /* " */
$js$ ;;
DELIMITER ;
INSERT INTO t (a) VALUES (1);
`, "routine drop library, routine create library, routine create function, row"},
	{"packages", `DELIMITER ;;
CREATE DEFINER=root@localhost PACKAGE p AS
  PROCEDURE p1(a int);
END
;;
CREATE PACKAGE BODY p AS
  v int := 1;
  PROCEDURE p1(a int) AS BEGIN NULL; END;
BEGIN
  v:= 2;
END
;;
DELIMITER ;
`, "2 routine create package"},
	{"replication", `STOP ALL SLAVES;
START ALL SLAVES;
STOP SLAVE;
START SLAVE;
STOP REPLICA;
START REPLICA;
CHANGE MASTER 'x' TO MASTER_USE_GTID=slave_pos;
CHANGE MASTER TO MASTER_LOG_FILE='x', MASTER_LOG_POS=1;
CHANGE REPLICATION SOURCE TO SOURCE_HOST='h', SOURCE_PORT=3306, SOURCE_LOG_FILE='x', SOURCE_LOG_POS=1 FOR CHANNEL 'c';
SET GLOBAL gtid_slave_pos='0-1-2';
`, "server stop, server start, server stop, server start, server stop, server start, 3 server change, server set global"},
	{"GTIDs", `SET @MYSQLDUMP_TEMP_LOG_BIN = @@SESSION.SQL_LOG_BIN;
SET @@SESSION.SQL_LOG_BIN= 0;
SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '3E11FA47-71CA-11E1-9E33-C80AA9429562:1-5,
aaaa:1';
/* SET @@GLOBAL.GTID_PURGED='+3E11';*/
SET @@SESSION.SQL_LOG_BIN = @MYSQLDUMP_TEMP_LOG_BIN;
`, "2 server set sql_log_bin, server set gtid_purged, server set gtid_purged (comment), server set sql_log_bin"},
	{"comments that say more", "-- CHANGE MASTER TO MASTER_LOG_FILE='x', MASTER_LOG_POS=1;\n-- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='x';\n-- SET GLOBAL gtid_slave_pos='0-1-2';\n/* SET @@GLOBAL.GTID_PURGED='+3E11';*/\n-- WHERE:  email='x'\n-- ORDER BY:  id\n",
		"2 server change (comment), server set global (comment), server set gtid_purged (comment), comment where (comment)"},
	{"--column-statistics", "/*!80002 ANALYZE TABLE t UPDATE HISTOGRAM ON a, b WITH 100 BUCKETS AUTO UPDATE */;\n/*!80002 ANALYZE TABLE t UPDATE HISTOGRAM ON a USING DATA '{\"buckets\": []}' */;\nANALYZE LOCAL TABLE t;\n",
		"2 statistics update histogram, session analyze table"},
	{"statistics of InnoDB", "/*!50606 SET @OLD_INNODB_STATS_AUTO_RECALC=@@INNODB_STATS_AUTO_RECALC */;\n/*!50606 SET GLOBAL INNODB_STATS_AUTO_RECALC=OFF */;\nINSERT IGNORE INTO innodb_table_stats VALUES (1);\n",
		"session set, server set global, row"},
	{"logs of the server", `/*!50106 SET @save_log_output=@@LOG_OUTPUT*/;
/*M!100203 EXECUTE IMMEDIATE IF(@@LOG_OUTPUT='TABLE' AND (@@LOG_SLOW_QUERY=1 OR @@GENERAL_LOG=1),"SET GLOBAL LOG_OUTPUT='NONE'", "DO 0") */;
CREATE TABLE IF NOT EXISTS general_log (
  event_time timestamp(6) NOT NULL
) ENGINE=CSV;
/*!50106 SET GLOBAL LOG_OUTPUT=@save_log_output*/;
/*! FLUSH PRIVILEGES */;
`, "session set, server execute immediate, definition create table, server set global, access flush"},
	{"tablespaces", "\nCREATE LOGFILE GROUP lg\n  ADD UNDOFILE 'undo.dat'\n  UNDO_BUFFER_SIZE 8388608\n  INITIAL_SIZE 1\n  ENGINE=ndbcluster;\n\nALTER LOGFILE GROUP lg\n  ADD UNDOFILE 'u2'\n  INITIAL_SIZE 1\n  ENGINE=ndbcluster;\n" +
		"\nCREATE TABLESPACE ts\n  ADD DATAFILE 'd.dat'\n  USE LOGFILE GROUP lg\n  EXTENT_SIZE 1\n  INITIAL_SIZE 1\n  ENGINE=ndbcluster;\n\nALTER TABLESPACE ts\n  ADD DATAFILE 'd2'\n  INITIAL_SIZE 1\n  ENGINE=ndbcluster;\n",
		"definition create logfile group, definition alter logfile group, definition create tablespace, definition alter tablespace"},
	{"tables of other engines", "CREATE TABLE t (a int) ENGINE=CONNECT `CONNECTION`='mysql://u:p@h/d';\nCREATE TABLE t (a int) ENGINE=SPIDER COMMENT='host \"h\"'\n PARTITION BY HASH(a) (PARTITION p COMMENT = 'srv \"s\"');\n" +
		"CREATE TABLE t (a int) ENGINE=MRG_MyISAM UNION=(a,b);\nCREATE TABLE t (a int) ENGINE=InnoDB DATA DIRECTORY='/x';\nALTER TABLE t ENGINE=S3;\n",
		"2 foreign create table, 2 definition create table, definition alter table"},
	{"mariadb-dump --system=users", "DELIMITER |\n/*M!100101 IF current_user()='''root''@''localhost''' THEN\n  SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO=30001, MESSAGE_TEXT=\"Don't remove current user 'root'@'localhost'\";\nEND IF */|\nDELIMITER ;\n" +
		`/*!50701 DROP USER IF EXISTS 'root'@'localhost' */;
CREATE /*M!100103 OR REPLACE */ USER IF NOT EXISTS root@localhost IDENTIFIED VIA mysql_native_password USING '*9' OR unix_socket;
SELECT COALESCE(CURRENT_ROLE(),'NONE') into @current_role;
CREATE ROLE IF NOT EXISTS mariadb_dump_import_role;
GRANT mariadb_dump_import_role TO CURRENT_USER();
SET ROLE mariadb_dump_import_role;
/*!80001 DROP ROLE IF EXISTS 'r' */;
/*!80001 CREATE ROLE 'r'/*!80001 @'%'*/ */;
/*M!100103 CREATE OR REPLACE ROLE IF NOT EXISTS 'r' WITH ADMIN mariadb_dump_import_role */;
/*M!100005 GRANT 'r' TO 'u'@'h' WITH ADMIN OPTION */;
/*M!100005 SET DEFAULT ROLE NONE FOR 'root'@'localhost' */;
/*!80001 ALTER USER 'root'@'localhost' DEFAULT ROLE NONE */;
SET ROLE NONE;
DROP ROLE mariadb_dump_import_role;
/*M!100203 EXECUTE IMMEDIATE CONCAT('SET ROLE ', @current_role) */;
`, "access if, access drop user, access create user, session select into, access create role, access grant, access set role, access drop role, 2 access create role, access grant, access set default, access alter user, access set role, access drop role, access execute immediate"},
	{"mysqldump --users", "DROP USER 'u'@'h';\nCREATE USER u@h IDENTIFIED WITH 'caching_sha2_password' AS '$A$005$x' REQUIRE NONE PASSWORD EXPIRE DEFAULT ACCOUNT UNLOCK ATTRIBUTE '{\"a\": \"b\"}';\nGRANT r@h TO u@h;\nREVOKE SELECT ON d.* FROM u@h;\n" +
		"DROP MASKING POLICY p;\nCREATE MASKING POLICY p AS (a) RETURN mask_inner(a, 1, 1);\n",
		"access drop user, access create user, access grant, access revoke, server drop masking policy, server create masking policy"},
	{"mariadb-dump --system=plugins,udfs,servers", `/*M!100401 UNINSTALL PLUGIN IF EXIST unix_socket */;
INSTALL PLUGIN unix_socket /*M!100401 IF NOT EXISTS */ SONAME 'auth_socket.so';
/*!50701 DROP FUNCTION IF EXISTS f */;
CREATE /*M!100103 OR REPLACE */ AGGREGATE FUNCTION IF NOT EXISTS f RETURNS STRING SONAME 'x.so';
CREATE /*M!100103 OR REPLACE */ SERVER /*M!100103 IF NOT EXISTS */ s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', PASSWORD 'p');
`, "server uninstall, server install, routine drop function, server create function, foreign create server"},
	{"Percona Server's mysqldump", `/*!50717 SELECT COUNT(*) INTO @rocksdb_has_p_s_session_variables FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'performance_schema' AND TABLE_NAME = 'session_variables' */;
/*!50717 SET @rocksdb_get_is_supported = IF (@rocksdb_has_p_s_session_variables, 'SELECT COUNT(*) INTO @rocksdb_is_supported FROM performance_schema.session_variables WHERE VARIABLE_NAME=\'rocksdb_bulk_load\'', 'SELECT 0') */;
/*!50717 PREPARE s FROM @rocksdb_get_is_supported */;
/*!50717 EXECUTE s */;
/*!50717 DEALLOCATE PREPARE s */;
/*!50112 SET @save_old_rocksdb_bulk_load = IF (@is_rocksdb_supported, 'SET @old_rocksdb_bulk_load = @@rocksdb_bulk_load', 'SET @dummy_old_rocksdb_bulk_load = 0') */;
/*!50112 PREPARE s FROM @save_old_rocksdb_bulk_load */;
/*!50112 EXECUTE s */;
/*!50112 DROP PREPARE s */;
`, "session select into, session set, session prepare, session execute, session deallocate, session set, session prepare, session execute, session deallocate"},
	{"phpMyAdmin", `SET FOREIGN_KEY_CHECKS=0;
SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";
DELIMITER $$
--
-- プロシージャ
--
DROP PROCEDURE IF EXISTS p$$
CREATE DEFINER=root@localhost PROCEDURE p ()   BEGIN SELECT 1; END$$

DELIMITER ;
TRUNCATE TABLE t;
UPDATE IGNORE t SET a = 1,b = 'x' WHERE t.a = 1;
INSERT DELAYED IGNORE INTO t (a, b) VALUES
(1, 'x');
ALTER TABLE t
  DROP FOREIGN KEY f,
  ADD FULLTEXT KEY b (b);
SET @LAST_PAGE = LAST_INSERT_ID();
COMMIT;
`, "2 session set, session start, session set, routine drop procedure, routine create procedure, definition truncate, change update, row, definition alter table, session set, session commit"},
	{"Adminer", "-- Adminer 5.2.1 MySQL 8.0.46 dump\n\nSET NAMES utf8;\nSET time_zone = '+00:00';\nSET foreign_key_checks = 0;\nSET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n\nDELIMITER ;;\n\nDROP FUNCTION IF EXISTS f;;\nCREATE FUNCTION f () RETURNS int\nRETURN 1;;\n\n" +
		"DROP EVENT IF EXISTS e;;\nCREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1;;\n\nDELIMITER ;\n\nTRUNCATE t;\nINSERT INTO t (a, b) VALUES\n(1,\t'x')\nON DUPLICATE KEY UPDATE a = VALUES(a), b = VALUES(b);\n-- 2026-11-22 00:00:00 UTC\n",
		"4 session set, routine drop function, routine create function, event drop event, event create event, definition truncate, row"},
}

func TestProducers(t *testing.T) {
	for _, c := range producerTests {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for it, err := range dialects.Items(mysql.Dialect, strings.NewReader(c.in), dialects.ScanOptions{}) {
				require.NoError(t, err)
				switch {
				case it.Kind == dialects.Row:
					got = append(got, "row")
				case it.Kind == dialects.Stmt && it.Stmt.Words != "delimiter" && it.Stmt.Class != dialects.Note:
					got = append(got, classNames[it.Stmt.Class]+" "+it.Stmt.Words)
				}
			}
			require.Equal(t, c.want, strings.Join(runs(got), ", "))
		})
	}
}

// runs writes equal neighbours once, with their number.
func runs(words []string) []string {
	var out []string
	for len(words) > 0 {
		n := slices.IndexFunc(words, func(w string) bool { return w != words[0] })
		if n < 0 {
			n = len(words)
		}
		if n == 1 {
			out = append(out, words[0])
		} else {
			out = append(out, fmt.Sprintf("%d %s", n, words[0]))
		}
		words = words[n:]
	}
	return out
}

func TestEvidence(t *testing.T) {
	for in, want := range map[string]dialects.Evidence{
		"-- MariaDB dump 10.19\n": dialects.Sure, "-- Adminer 4.8.1 MySQL 8.0 dump\n": dialects.Sure, "/*!40101 SET NAMES utf8 */;\n": dialects.Sure,
		"--\n\nDROP TABLE IF EXISTS `t`;\n":                                           dialects.Sure,
		"CREATE TABLE t (\n  a int\n) ENGINE=InnoDB;\n":                               dialects.Sure,
		"INSERT INTO `t` VALUES (1);\n":                                               dialects.Sure,
		"INSERT INTO t VALUES (1);\n-- MariaDB dump 10\n":                             dialects.Possible,
		"-- Adminer 4.8.1 PostgreSQL 15 dump\n":                                       dialects.Possible,
		"PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE `t` (`a` int);\n": dialects.Possible,
	} {
		require.Equal(t, want, mysql.Dialect.Evidence([]byte(in)), in)
	}
}
