-- Whatever a MariaDB server takes and a lexer can trip over: names, literals, types,
-- bodies under each sql_mode. TestServer has the server dump it in every way.
SET NAMES utf8mb4;
SET sql_mode='';
CREATE TABLE types (
  id int unsigned NOT NULL AUTO_INCREMENT,
  ti tinyint(1), si smallint, mi mediumint, bi bigint unsigned, zf int(10) unsigned zerofill,
  de decimal(65,30), fl float, db double, bt bit(1), bt64 bit(64),
  da date, t0 time, t6 time(6), dt datetime(6), ts timestamp(3) NULL, ye year,
  ch char(10), vc varchar(50), vcl varchar(20) CHARACTER SET latin1, vcj varchar(20) CHARACTER SET cp932, vcu varchar(20) CHARACTER SET ujis, vcb varchar(20) CHARACTER SET big5, ucs varchar(10) CHARACTER SET ucs2, u16 varchar(10) CHARACTER SET utf16,
  bn binary(4), vb varbinary(20), tb tinyblob, bb blob, mb mediumblob, lb longblob,
  tt tinytext, tx text, mt mediumtext, lt longtext,
  en enum('a','b''c','d,e',')','日本','','x"y','back\\slash'), st set('x','y''z','(q)'),
  js json, ge geometry, po point, ls linestring, pg polygon, mp multipoint, gc geometrycollection,
  uu uuid, i6 inet6, i4 inet4,
  PRIMARY KEY (id)
);
INSERT INTO types VALUES (1,1,-32768,8388607,18446744073709551615,42,1.5,-3.40282e38,-1.7976931348623157e308,b'1',b'1000000000000000000000000000000000000000000000000000000001011100',
 '0000-00-00','-838:59:59','12:34:56.123456','2020-02-30 00:00:00','2020-01-01 00:00:00.5',0,
 'a\\b','it''s "q" \n\r\t\0\Z;-- /* */ ),(\'','é€','ソ表能','日本語','功許蓋','日本','😀',
 x'00275c22',x'5c275c',x'ff00',unhex('C328F0288CBC5C27'),'','\0',
 '','text','mt','lt','d,e','x,y''z,(q)','{"a": "b\\"\'c"}',ST_GeomFromText('POINT(1 2)'),ST_GeomFromText('POINT(39 92)'),ST_GeomFromText('LINESTRING(0 0,39 92)'),ST_GeomFromText('POLYGON((0 0,1 0,1 1,0 0))'),ST_GeomFromText('MULTIPOINT(1 1,2 2)'),ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1))'),
 '6ba7b810-9dad-11d1-80b4-00c04fd430c8','::1','192.0.2.1');
INSERT INTO types (id) VALUES (2);
INSERT INTO types (id,vc,bt,vcj,bb) VALUES (3,'\\','\0','\\',x'5c'),(4,'','1','表','\''),(5,'%_\%\_','','ソ\'','(');

CREATE TABLE `na``me.with; -- /*x*/ "q" 'a' # (☃),` (
 `key` int, `constraint` varchar(9) DEFAULT 'x,y)', `primary` int COMMENT 'generated ALWAYS AS (x) VIRTUAL, PRIMARY KEY (`key`)',
 `),('` varchar(40) DEFAULT '),(\'' COMMENT '),(\'\\', `a``b` int, `c.d` int, `;` text, `--` int, `/*!50000` int, `*/` int, `#` int, `"` varchar(9), `''` varchar(9), `check` int, `unique` int, `index` int, `fulltext` int, `spatial` int, `foreign` int, `period` int, `like` int, `as` int, `generated` int, `ソ表能` varchar(30), `line
break` int, `tab	x` int, `back\slash` int, ` lead` int, `VALUES` int, `SELECT` int, `virtual` int, `persistent` int, `row` int, `start` int,
 PRIMARY KEY (`key`), KEY `k``x` (`),('`(5)), UNIQUE KEY `u;` (`a``b`,`c.d` ), CONSTRAINT `ck``'` CHECK (`constraint` <> 'it''s),(' and `primary` > 0)
) COMMENT='tbl ''c'' ),( ; generated';
INSERT INTO `na``me.with; -- /*x*/ "q" 'a' # (☃),` (`key`,`constraint`,`primary`,`),('`,`a``b`,`c.d`,`;`,`ソ表能`) VALUES (1,'abc',2,'),(1,2);',1,2,'; INSERT INTO x VALUES (1);','表'),(2,'\'',3,'"',2,2,'\\\\','');
CREATE TABLE gen (
 g1 varchar(60) GENERATED ALWAYS AS (concat(a,' ','it''s \\ ),',b)) VIRTUAL, a varchar(20), g2 varchar(60) AS (upper(a)) PERSISTENT, b varchar(20), g3 int AS (length(b)) STORED, c int INVISIBLE DEFAULT 7, g4 int AS (c+1) VIRTUAL INVISIBLE, d varchar(36) DEFAULT (uuid()), e int DEFAULT (1+(2*3)), f varchar(10) DEFAULT concat('a',',','b'), KEY (g1), CHECK (a <> 'x,y' and (b is null or b in ('p','q),(','r')))
);
INSERT INTO gen (a,b,c) VALUES ('O''Brien','q),(',1),('z',NULL,2);
CREATE TABLE sv (id int primary key, email varchar(40)) WITH SYSTEM VERSIONING;
INSERT INTO sv VALUES (1,'old@corp.test');
UPDATE sv SET email='new@corp.test';
CREATE TABLE sv2 (id int, email varchar(40), rs timestamp(6) GENERATED ALWAYS AS ROW START, re timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME(rs, re)) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME (PARTITION p0 HISTORY, PARTITION p1 CURRENT);
INSERT INTO sv2 (id,email) VALUES (1,'a@corp.test');
CREATE TABLE per (id int, s date, e date, PERIOD FOR app(s,e), UNIQUE (id, app WITHOUT OVERLAPS));
INSERT INTO per VALUES (1,'2020-01-01','2020-02-01');
CREATE TABLE parts (id int, r varchar(20)) PARTITION BY LIST COLUMNS(r) (PARTITION `p``1` VALUES IN ('東京','it''s;'), PARTITION p2 VALUES IN ('),(',NULL), PARTITION p3 DEFAULT);
INSERT INTO parts VALUES (1,'東京'),(2,'),('),(3,NULL),(4,'other');
CREATE TABLE parts2 (id int, d date) PARTITION BY RANGE (year(d)) SUBPARTITION BY HASH(id) (PARTITION a VALUES LESS THAN (2000) COMMENT='x '' y', PARTITION b VALUES LESS THAN MAXVALUE);
INSERT INTO parts2 VALUES (1,'2020-01-01');
CREATE TABLE nopk (a varchar(20), b varchar(20));
INSERT INTO nopk VALUES ('x','y'),('x','y');
CREATE TABLE parent (id int primary key, code varchar(20) unique);
CREATE TABLE child (id int primary key, pid int, code varchar(20), CONSTRAINT fk1 FOREIGN KEY (pid) REFERENCES parent(id) ON DELETE CASCADE, FOREIGN KEY (code) REFERENCES parent(code) ON UPDATE CASCADE);
INSERT INTO parent VALUES (1,'A-1'),(2,'B-2'); INSERT INTO child VALUES (1,1,'A-1'),(2,2,NULL);
CREATE TABLE empty_t (a int);
CREATE TABLE myi (a int, b text, FULLTEXT (b), KEY (a)) ENGINE=MyISAM;
INSERT INTO myi VALUES (1,'full text');
CREATE TABLE aria (a int) ENGINE=Aria TRANSACTIONAL=1 PAGE_CHECKSUM=1;
CREATE TABLE comp (a varchar(2000) COMPRESSED, b blob COMPRESSED=zlib);
INSERT INTO comp VALUES ('zzz','b');
CREATE TABLE csvt (a int NOT NULL, b varchar(10) NOT NULL) ENGINE=CSV;
INSERT INTO csvt VALUES (1,'"x"');
CREATE TABLE one_col (a varchar(10));
INSERT INTO one_col VALUES (NULL),(''),('NULL'),('DEFAULT'),('\\N');
CREATE SEQUENCE seq START WITH 5 INCREMENT BY 2;
SELECT nextval(seq);
CREATE SEQUENCE `se``q;` ;
CREATE VIEW v1 AS SELECT id, 'it''s ; */ /* -- ' AS `co``l`, "dq" AS q, vc FROM types WHERE vc <> ');' ;
CREATE ALGORITHM=MERGE DEFINER=`we``ird;`@`%.corp.test` SQL SECURITY INVOKER VIEW `v 2` AS SELECT a AS `key` FROM nopk WHERE a='x' WITH CASCADED CHECK OPTION;
CREATE VIEW v3 AS SELECT * FROM `v 2`;
DELIMITER $$
CREATE DEFINER=`admin`@`10.0.0.%` TRIGGER `tr``g` BEFORE INSERT ON nopk FOR EACH ROW BEGIN
 -- it's a comment; with ;; and */ 
 /* block 'c' ; */
 # hash ' comment
 DECLARE begin_x int DEFAULT 0;
 SET NEW.b = CASE WHEN NEW.a = ';;' THEN 'x;y' ELSE concat('\'', NEW.b) END;
 IF NEW.a IS NULL THEN INSERT INTO one_col VALUES ('),('); END IF;
END$$
CREATE TRIGGER tr2 AFTER DELETE ON nopk FOR EACH ROW INSERT INTO one_col VALUES ('/*!50000 x */')$$
CREATE PROCEDURE `pr``oc;`(IN `a b` int, OUT x varchar(10)) COMMENT 'proc ''c''' SQL SECURITY INVOKER
BEGIN
 DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END;
 lbl: LOOP
   SET x = '$ not here';
   CASE x WHEN 'a' THEN LEAVE lbl; ELSE BEGIN END; END CASE;
   WHILE 0 DO SET x=1; END WHILE;
   REPEAT SET x=2; UNTIL 1 END REPEAT;
   LEAVE lbl;
 END LOOP;
 /*!50003 INSERT INTO one_col VALUES ('versioned;') */;
END$$
CREATE FUNCTION f1(a int) RETURNS varchar(50) DETERMINISTIC RETURN concat('a;', "b\"'", a)$$
CREATE EVENT `ev``1` ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION PRESERVE ENABLE COMMENT 'e ''c'' do enable' DO BEGIN DELETE FROM one_col WHERE a='; ;'; END$$
CREATE EVENT ev2 ON SCHEDULE AT '2037-01-01 00:00:00' DISABLE DO SELECT '; '$$
SET sql_mode='NO_BACKSLASH_ESCAPES'$$
CREATE PROCEDURE nbe() BEGIN SELECT 'C:\' AS a; INSERT INTO one_col VALUES ('\'), (';'); END$$
CREATE TRIGGER tr_nbe BEFORE UPDATE ON nopk FOR EACH ROW SET NEW.a = 'C:\'$$
CREATE EVENT ev_nbe ON SCHEDULE EVERY 2 HOUR DO INSERT INTO one_col VALUES ('\')$$
SET sql_mode='ANSI_QUOTES'$$
CREATE PROCEDURE ansi() BEGIN SELECT "a" FROM "one_col" WHERE "a" = 'x"'; END$$
CREATE TRIGGER tr_ansi BEFORE INSERT ON one_col FOR EACH ROW SET NEW."a" = NEW.a$$
SET sql_mode='ORACLE'$$
CREATE PACKAGE pkg AS
  PROCEDURE p1(a int);
  FUNCTION f2 RETURN int;
END$$
CREATE PACKAGE BODY pkg AS
  v1 int := 1;
  PROCEDURE p1(a int) AS BEGIN SELECT 'x;' FROM dual; END;
  FUNCTION f2 RETURN int AS BEGIN RETURN v1; END;
BEGIN
  v1 := 2;
END$$
SET sql_mode=''$$
DELIMITER ;
