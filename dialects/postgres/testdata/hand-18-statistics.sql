--
-- PostgreSQL database dump
--

-- Hand-made after pg_dump 18.6 with --statistics --rows-per-insert=2.

\restrict RestrictKey

-- Dumped from database version 18.6 (Debian 18.6-1.pgdg13+2)
-- Dumped by pg_dump version 18.6 (Debian 18.6-1.pgdg13+2)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
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
-- Name: users; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.users (
    id integer CONSTRAINT users_id_nn NOT NULL,
    email text NOT NULL NO INHERIT,
    low text GENERATED ALWAYS AS (lower(email)),
    up text GENERATED ALWAYS AS (upper(email)) STORED,
    valid daterange
);


ALTER TABLE public.users OWNER TO postgres;

--
-- Data for Name: users; Type: TABLE DATA; Schema: public; Owner: postgres
--

INSERT INTO public.users (id, email, low, up, valid) VALUES
	(1, 'sato@example.com', DEFAULT, DEFAULT, '[2024-01-01,2025-01-01)'),
	(2, 'it''s@example.com', DEFAULT, DEFAULT, NULL);
INSERT INTO public.users (id, email, low, up, valid) VALUES
	(3, 'suzuki@example.com', DEFAULT, DEFAULT, 'empty');


--
-- Statistics for Name: users; Type: STATISTICS DATA; Schema: public; Owner: -
--

SELECT * FROM pg_catalog.pg_restore_relation_stats(
	'version', '180006'::integer,
	'schemaname', 'public',
	'relname', 'users',
	'relpages', '1'::integer,
	'reltuples', '3'::real,
	'relallvisible', '0'::integer,
	'relallfrozen', '0'::integer
);
SELECT * FROM pg_catalog.pg_restore_attribute_stats(
	'version', '180006'::integer,
	'schemaname', 'public',
	'relname', 'users',
	'attname', 'email',
	'inherited', 'f'::boolean,
	'null_frac', '0'::real,
	'avg_width', '17'::integer,
	'n_distinct', '-1'::real,
	'histogram_bounds', '{it''s@example.com,sato@example.com,suzuki@example.com}'::text,
	'correlation', '-0.5'::real
);


--
-- Name: users users_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);


--
-- Name: users users_valid_nn; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE public.users
    ADD CONSTRAINT users_valid_nn NOT NULL valid NOT VALID;


--
-- Name: users users_valid; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_valid UNIQUE (email, valid WITHOUT OVERLAPS);


--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

