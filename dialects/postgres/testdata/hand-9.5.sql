--
-- PostgreSQL database dump
--

-- Hand-made after pg_dump 9.5.2 with --oids: SET search_path and names
-- without a schema, plpgsql in every dump, a view that was first a table,
-- WITH OIDS, an old large object.

-- Dumped from database version 9.5.2
-- Dumped by pg_dump version 9.5.2

SET statement_timeout = 0;
SET lock_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit; Type: SCHEMA; Schema: -; Owner: app
--

CREATE SCHEMA audit;


ALTER SCHEMA audit OWNER TO app;

--
-- Name: plpgsql; Type: EXTENSION; Schema: -; Owner: 
--

CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog;


--
-- Name: EXTENSION plpgsql; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION plpgsql IS 'PL/pgSQL procedural language';


SET search_path = public, pg_catalog;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: app
--

CREATE TYPE mood AS ENUM (
    'sad',
    'ok'
);


ALTER TYPE mood OWNER TO app;

SET default_tablespace = '';

SET default_with_oids = true;

--
-- Name: account; Type: TABLE; Schema: public; Owner: app; Tablespace: 
--

CREATE TABLE account (
    id integer NOT NULL,
    login character varying(20),
    mood mood
);


ALTER TABLE account OWNER TO app;

SET default_with_oids = false;

--
-- Name: v_account; Type: TABLE; Schema: public; Owner: app; Tablespace: 
--

CREATE TABLE v_account (
    id integer,
    n bigint
);

ALTER TABLE ONLY v_account REPLICA IDENTITY NOTHING;


ALTER TABLE v_account OWNER TO app;

--
-- Name: account_id_seq; Type: SEQUENCE; Schema: public; Owner: app
--

CREATE SEQUENCE account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE account_id_seq OWNER TO app;

--
-- Name: account_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: app
--

ALTER SEQUENCE account_id_seq OWNED BY account.id;


SET search_path = audit, pg_catalog;

--
-- Name: log; Type: TABLE; Schema: audit; Owner: app; Tablespace: 
--

CREATE TABLE log (
    login character varying(20),
    mood public.mood
);


ALTER TABLE log OWNER TO app;

SET search_path = public, pg_catalog;

--
-- Name: id; Type: DEFAULT; Schema: public; Owner: app
--

ALTER TABLE ONLY account ALTER COLUMN id SET DEFAULT nextval('account_id_seq'::regclass);


--
-- Name: 16402; Type: BLOB; Schema: -; Owner: app
--

SELECT pg_catalog.lo_create('16402');


ALTER LARGE OBJECT 16402 OWNER TO app;

--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: app
--

COPY account (id, login, mood) WITH OIDS FROM stdin;
16390	1	taro	sad
16391	2	\N	\N
\.


--
-- Name: account_id_seq; Type: SEQUENCE SET; Schema: public; Owner: app
--

SELECT pg_catalog.setval('account_id_seq', 2, true);


SET search_path = audit, pg_catalog;

--
-- Data for Name: log; Type: TABLE DATA; Schema: audit; Owner: app
--

COPY log (login, mood) FROM stdin;
taro	ok
\.


SET search_path = pg_catalog;

--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: 
--

BEGIN;

SELECT pg_catalog.lo_open('16402', 131072);
SELECT pg_catalog.lowrite(0, '\x00ff275c');
SELECT pg_catalog.lo_close(0);

COMMIT;

SET search_path = public, pg_catalog;

--
-- Name: account_pkey; Type: CONSTRAINT; Schema: public; Owner: app; Tablespace: 
--

ALTER TABLE ONLY account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: _RETURN; Type: RULE; Schema: public; Owner: app
--

CREATE RULE "_RETURN" AS
    ON SELECT TO v_account DO INSTEAD  SELECT account.id,
    count(*) AS n
   FROM account
  GROUP BY account.id;


--
-- Name: public; Type: ACL; Schema: -; Owner: postgres
--

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM postgres;
GRANT ALL ON SCHEMA public TO postgres;
GRANT ALL ON SCHEMA public TO PUBLIC;


--
-- PostgreSQL database dump complete
--

