--
-- PostgreSQL database cluster dump
--

\restrict RestrictKey

SET default_transaction_read_only = off;

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;

--
-- Roles
--

CREATE ROLE app_owner;
ALTER ROLE app_owner WITH NOSUPERUSER INHERIT NOCREATEROLE NOCREATEDB NOLOGIN NOREPLICATION NOBYPASSRLS;
CREATE ROLE postgres;
ALTER ROLE postgres WITH SUPERUSER INHERIT CREATEROLE CREATEDB LOGIN REPLICATION BYPASSRLS;

--
-- User Configurations
--








\unrestrict RestrictKey

--
-- Databases
--

--
-- Database "template1" dump
--

\connect template1

--
-- PostgreSQL database dump
--

\restrict RestrictKey

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

--
-- Database "postgres" dump
--

\connect postgres

--
-- PostgreSQL database dump
--

\restrict RestrictKey

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: s1; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA s1;


ALTER SCHEMA s1 OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: cp; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.cp (
    a integer,
    b text
);


ALTER TABLE public.cp OWNER TO postgres;

--
-- Name: pol; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.pol (
    a integer
);


ALTER TABLE public.pol OWNER TO postgres;

--
-- Data for Name: cp; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.cp (a, b) FROM stdin;
7	a
7	a
7	a
\.


--
-- Data for Name: pol; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.pol (a) FROM stdin;
\.


--
-- Name: pol p; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY p ON public.pol TO postgres USING (true);


--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

--
-- Database "shapes" dump
--

--
-- PostgreSQL database dump
--

\restrict RestrictKey

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: shapes; Type: DATABASE; Schema: -; Owner: postgres
--

CREATE DATABASE shapes WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C';


ALTER DATABASE shapes OWNER TO postgres;

\unrestrict RestrictKey
\connect shapes
\restrict RestrictKey

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: sales; Type: SCHEMA; Schema: -; Owner: app_owner
--

CREATE SCHEMA sales;


ALTER SCHEMA sales OWNER TO app_owner;

--
-- Name: code; Type: DOMAIN; Schema: public; Owner: postgres
--

CREATE DOMAIN public.code AS character varying(8) NOT NULL
	CONSTRAINT code_check CHECK (((VALUE)::text <> ';'::text));


ALTER DOMAIN public.code OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'it''s; ok',
    'back\slash'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: f(); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
  INSERT INTO public.people (name) VALUES ($$in a body;$$);
COPY public.people (id, name) FROM stdin;
1	x
\.
  RETURN NEW;
END $_$;


ALTER FUNCTION public.f() OWNER TO postgres;

--
-- Name: g(text); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.g(a text) RETURNS text
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT (';'::text || a);
 SELECT
         CASE
             WHEN (a = 'END;'::text) THEN a
             ELSE NULL::text
         END AS "case";
END;


ALTER FUNCTION public.g(a text) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: We"ird; Name; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."We""ird; Name" (
    "select" integer,
    "a;b" text
);


ALTER TABLE public."We""ird; Name" OWNER TO postgres;

--
-- Name: none; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."none" (
);


ALTER TABLE public."none" OWNER TO postgres;

--
-- Name: one; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.one (
    v text
);


ALTER TABLE public.one OWNER TO postgres;

--
-- Name: part; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.part (
    id integer,
    region text
)
PARTITION BY LIST (region);


ALTER TABLE public.part OWNER TO postgres;

--
-- Name: part_a; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.part_a (
    id integer,
    region text
);


ALTER TABLE public.part_a OWNER TO postgres;

--
-- Name: people; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.people (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    email text,
    mail_domain text GENERATED ALWAYS AS (split_part(email, '@'::text, 2)) STORED,
    active boolean DEFAULT true NOT NULL,
    photo bytea,
    mood public.mood DEFAULT 'sad'::public.mood,
    code public.code,
    flags bit(4),
    mask bit varying,
    amount numeric(12,3),
    ratio double precision,
    price money,
    tags text[],
    profile jsonb,
    born date,
    seen timestamp with time zone
);


ALTER TABLE public.people OWNER TO postgres;

--
-- Name: COLUMN people.name; Type: COMMENT; Schema: public; Owner: postgres
--

COMMENT ON COLUMN public.people.name IS '氏名; it''s';


--
-- Name: people_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

ALTER TABLE public.people ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: people; Type: TABLE; Schema: sales; Owner: postgres
--

CREATE TABLE sales.people (
    name text,
    id integer
);


ALTER TABLE sales.people OWNER TO postgres;

--
-- Name: part_a; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.part ATTACH PARTITION public.part_a FOR VALUES IN ('東京', 'it''s;');


--
-- Name: 424242; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('424242');


ALTER LARGE OBJECT 424242 OWNER TO postgres;

--
-- Data for Name: We"ird; Name; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."We""ird; Name" ("select", "a;b") FROM stdin;
1	w
\.


--
-- Data for Name: none; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."none"  FROM stdin;


\.


--
-- Data for Name: one; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.one (v) FROM stdin;
a

\N
\\.
\n
\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n
\.


--
-- Data for Name: part_a; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.part_a (id, region) FROM stdin;
1	東京
2	it's;
\.


--
-- Data for Name: people; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.people (id, name, email, active, photo, mood, code, flags, mask, amount, ratio, price, tags, profile, born, seen) FROM stdin;
1	O'Brien	o'brien@example.com	t	\\x00ff275c0a	it's; ok	A	0101	1	-1.500	NaN	-$1,234.50	{a,"b,c"}	{"k": "v;' \\\\ \\n"}	2024-02-29	2024-01-01 00:00:00+00
2	tab\tnl\ncr\rbs\\end	\\.	f	\\x	back\\slash	\\N	\N		0.000	1e-30	\N	{}	null	\N	infinity
3	山田　太郎 😀	\N	t	\N	\N		1111	\N	\N	-Infinity	$0.00	\N	\N	0044-03-15 BC	\N
4	COPY x FROM stdin;\n\\.\nINSERT INTO t VALUES (1);	),('; -- 	t	\\x5c5c	sad	B	\N	\N	1.125	-0	$1.00	{"NULL",NULL,"\\\\"}	[1]	\N	\N
\.


--
-- Data for Name: people; Type: TABLE DATA; Schema: sales; Owner: postgres
--

COPY sales.people (name, id) FROM stdin;
x	1
\.


--
-- Name: people_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.people_id_seq', 4, true);


--
-- Data for Name: BLOBS; Type: BLOBS; Schema: -; Owner: -
--

BEGIN;

SELECT pg_catalog.lo_open('424242', 131072);
SELECT pg_catalog.lowrite(0, '\x6c6f277300');
SELECT pg_catalog.lo_close(0);

COMMIT;

--
-- Name: people people_email_key; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_email_key UNIQUE (email);


--
-- Name: people people_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.people
    ADD CONSTRAINT people_pkey PRIMARY KEY (id);


--
-- Name: one r; Type: RULE; Schema: public; Owner: postgres
--

CREATE RULE r AS
    ON DELETE TO public.one DO INSTEAD ( INSERT INTO public.one (v)
  VALUES (';'::text);
 DELETE FROM public.one;
);


--
-- Name: people p; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY p ON public.people USING ((email = 'x;'::text));


--
-- Name: people; Type: ROW SECURITY; Schema: public; Owner: postgres
--

ALTER TABLE public.people ENABLE ROW LEVEL SECURITY;

--
-- Name: TABLE people; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.people TO app_owner;


--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

--
-- Database "we'ird = db\x" dump
--

--
-- PostgreSQL database dump
--

\restrict RestrictKey

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: we'ird = db\x; Type: DATABASE; Schema: -; Owner: postgres
--

CREATE DATABASE "we'ird = db\x" WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C';


ALTER DATABASE "we'ird = db\x" OWNER TO postgres;

\unrestrict RestrictKey
\encoding SQL_ASCII
\connect -reuse-previous=on "dbname='we\'ird = db\\x'"
\restrict RestrictKey

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: t; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.t (
    a text
);


ALTER TABLE public.t OWNER TO postgres;

--
-- Data for Name: t; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.t (a) FROM stdin;
q
\.


--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

--
-- PostgreSQL database cluster dump complete
--

