--
-- PostgreSQL database dump
--

-- Hand-made after pg_dump 14.24 with --no-owner --include-foreign-data: what
-- the other samples lack.

\restrict RestrictKey

-- Dumped from database version 14.24
-- Dumped by pg_dump version 14.24

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET default_toast_compression = 'pglz';
SET row_security = off;

CREATE ACCESS METHOD am TYPE INDEX HANDLER blhandler;


CREATE PROCEDURAL LANGUAGE plperl;


CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA public;


CREATE TYPE public.pair AS (
	a integer,
	b character varying(5)
);


CREATE TYPE public.shell;


CREATE FUNCTION public.shell_in(cstring) RETURNS public.shell
    LANGUAGE internal IMMUTABLE STRICT
    AS $$boolin$$;


CREATE TYPE public.shell (
    INTERNALLENGTH = 1,
    INPUT = public.shell_in,
    OUTPUT = public.shell_out,
    DEFAULT = 'x',
    ALIGNMENT = char,
    STORAGE = plain
);


CREATE OPERATOR FAMILY public.fam USING btree;


CREATE OPERATOR CLASS public.cls
    FOR TYPE integer USING btree FAMILY public.fam AS
    OPERATOR 1 <(integer,integer) ,
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);


ALTER OPERATOR FAMILY public.fam USING btree ADD
    OPERATOR 1 <(bigint,bigint);


CREATE DEFAULT CONVERSION public.conv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;


CREATE TRANSFORM FOR public.hstore LANGUAGE plperl (FROM SQL WITH FUNCTION public.hstore_to_plperl(internal), TO SQL WITH FUNCTION public.plperl_to_hstore(internal));


CREATE TEXT SEARCH TEMPLATE public.tmpl (
    LEXIZE = dsimple_lexize );


CREATE TEXT SEARCH PARSER public.prs (
    START = prsd_start,
    GETTOKEN = prsd_nexttoken,
    END = prsd_end,
    LEXTYPES = prsd_lextype );


CREATE SERVER srv FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
    host 'db.example.com'
);


CREATE USER MAPPING FOR app SERVER srv OPTIONS (
    password 'secret'
);


SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.typed OF public.pair (
    a NOT NULL,
    b WITH OPTIONS DEFAULT 'x'::character varying,
    CONSTRAINT typed_pkey PRIMARY KEY (a)
);


CREATE FOREIGN TABLE public.far (
    id integer OPTIONS (
    column_name 'ID'
    ),
    email text
)
SERVER srv
OPTIONS (
    table_name 'far'
);


COMMENT ON FOREIGN TABLE public.far IS 'far away';


COMMENT ON COLUMN public.far.email IS 'mail';


CREATE MATERIALIZED VIEW public.mv AS
 SELECT typed.a
   FROM public.typed
  WHERE ((typed.b)::text <> 'it''s;'::text)
  WITH NO DATA;


CREATE UNLOGGED SEQUENCE public.s
    AS integer
    START WITH 1
    CACHE 1;


SET SESSION AUTHORIZATION DEFAULT;

INSERT INTO public.typed VALUES (1, 'x');


INSERT INTO public.far OVERRIDING USER VALUE VALUES (1, 'far@example.com');


SELECT pg_catalog.setval('public.s', -5, true);


CREATE UNIQUE INDEX ix ON public.typed USING btree (b COLLATE "C" DESC NULLS LAST, lower((b)::text)) INCLUDE (a) WHERE (a > 0);


ALTER TABLE ONLY public.typed REPLICA IDENTITY USING INDEX ix;


CREATE CONSTRAINT TRIGGER ct AFTER INSERT ON public.typed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f();


ALTER TABLE public.typed ENABLE ALWAYS TRIGGER ct;


CREATE EVENT TRIGGER et ON ddl_command_start
         WHEN TAG IN ('CREATE TABLE')
   EXECUTE FUNCTION public.e();


ALTER EVENT TRIGGER et DISABLE;


SECURITY LABEL FOR anon ON COLUMN public.typed.b IS 'MASKED WITH VALUE ''x''';


REFRESH MATERIALIZED VIEW public.mv;


GRANT SELECT(a) ON TABLE public.typed TO app;


ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES  FROM postgres;


--
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

