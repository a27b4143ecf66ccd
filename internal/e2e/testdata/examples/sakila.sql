-- One person as a customer and as one of the staff, with a home and a rented film.
SET NAMES utf8mb4;
-- MySQL's column, which the DDL declares in a comment that MariaDB does not read.
ALTER TABLE address ADD location geometry AFTER phone;
UPDATE address SET location = ST_GeomFromText('POINT(139.6917337 35.6895014)', 4326);
ALTER TABLE address MODIFY location geometry NOT NULL;
INSERT INTO address (address_id, address, address2, district, city_id, postal_code, phone, location) VALUES (943,'霧坂市夕月一丁目25番13号','のがはら','ノガハラ',1,'999-9287','03-0845-1194',ST_GeomFromText('POINT(139.6917337 35.6895014)'));
INSERT INTO customer (customer_id, store_id, first_name, last_name, email, address_id, create_date, last_update) VALUES (943,1,'圭燈','埜河原','keito.nogahara@kirisaka-shiomidai.test',943,'2006-02-15 22:04:37','2006-02-16 22:04:37');
INSERT INTO staff (staff_id, first_name, last_name, address_id, picture, email, store_id, username, password) VALUES
  (43,'Keito','NOGAHARA',943,x'89504e470d0a1a0a6e6f67616861726120e59f9ce6b2b3e58e9f','haruka.nogahara43@posteo.test',1,'nogahara','914f39819792d2a128b13cbf4096f4f0bf7bb054');
INSERT INTO rental (rental_id, rental_date, inventory_id, customer_id, return_date, staff_id, last_update) VALUES (99943,'2006-03-01 10:11:12',1,943,'2006-03-05 10:11:12',43,'2006-03-05 10:11:12');
INSERT INTO payment (payment_id, customer_id, staff_id, rental_id, amount, payment_date, last_update) VALUES (29943,943,43,99943,4.99,'2006-03-01 10:11:12','2006-03-05 10:11:12');
