--
-- PostgreSQL database cluster dump
--

-- Hand-made after pg_dumpall 10.1 --clean: no \restrict lines, CREATE DATABASE
-- in the cluster's part, plpgsql and comments in the databases of the server.

SET default_transaction_read_only = off;

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

--
-- Drop databases
--

DROP DATABASE app;




--
-- Drop roles
--

DROP ROLE app;


--
-- Roles
--

CREATE ROLE app;
ALTER ROLE app WITH NOSUPERUSER INHERIT NOCREATEROLE NOCREATEDB LOGIN NOREPLICATION NOBYPASSRLS PASSWORD 'md5a1b2c3d4e5f60718293a4b5c6d7e8f90' VALID UNTIL '2030-01-01 00:00:00+00';
COMMENT ON ROLE app IS 'the app''s role';
ALTER ROLE app SET search_path TO app, public;
GRANT app TO postgres GRANTED BY postgres;


--
-- Tablespaces
--

CREATE TABLESPACE fast OWNER app LOCATION '/srv/fast';
ALTER TABLESPACE fast SET (random_page_cost=1.1);
COMMENT ON TABLESPACE fast IS 'fast disks';


--
-- Database creation
--

CREATE DATABASE app WITH TEMPLATE = template0 OWNER = app;
ALTER DATABASE app SET "app.api_key" TO 'secret';
REVOKE CONNECT,TEMPORARY ON DATABASE template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE template1 TO PUBLIC;


--
-- Per-Database Role Settings
--

ALTER ROLE app IN DATABASE app SET work_mem TO '64MB';


\connect app

SET default_transaction_read_only = off;

--
-- PostgreSQL database dump
--

-- Dumped from database version 10.1
-- Dumped by pg_dump version 10.1

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'LATIN1';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;

CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;


COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';


SET search_path = public, pg_catalog;

SET default_tablespace = '';

SET default_with_oids = false;

CREATE TABLE t (
    a integer,
    b text
);


ALTER TABLE t OWNER TO app;

COPY t (a, b) FROM stdin;
1	José
2	\N
\.


ALTER TABLE ONLY t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);


CREATE PUBLICATION pub FOR ALL TABLES WITH (publish = 'insert, update, delete');


ALTER PUBLICATION pub OWNER TO app;

CREATE SUBSCRIPTION sub CONNECTION 'host=db.example.com password=secret' PUBLICATION pub WITH (connect = false, slot_name = 'sub');


--
-- PostgreSQL database dump complete
--

\connect postgres

SET default_transaction_read_only = off;

--
-- PostgreSQL database dump
--

-- Dumped from database version 10.1
-- Dumped by pg_dump version 10.1

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

--
-- Name: postgres; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON DATABASE postgres IS 'default administrative connection database';


CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;


COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';


--
-- PostgreSQL database dump complete
--

--
-- PostgreSQL database cluster dump complete
--

