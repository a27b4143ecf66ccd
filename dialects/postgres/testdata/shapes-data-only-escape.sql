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
-- Name: 424242; Type: BLOB; Schema: -; Owner: postgres
--

SELECT pg_catalog.lo_create('424242');


ALTER LARGE OBJECT 424242 OWNER TO postgres;

--
-- Data for Name: We"ird; Name; Type: TABLE DATA; Schema: public; Owner: postgres
--

SET SESSION AUTHORIZATION 'postgres';

ALTER TABLE public."We""ird; Name" DISABLE TRIGGER ALL;

COPY public."We""ird; Name" ("select", "a;b") FROM stdin;
1	w
\.


ALTER TABLE public."We""ird; Name" ENABLE TRIGGER ALL;

--
-- Data for Name: none; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public."none" DISABLE TRIGGER ALL;

COPY public."none"  FROM stdin;


\.


ALTER TABLE public."none" ENABLE TRIGGER ALL;

--
-- Data for Name: one; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.one DISABLE TRIGGER ALL;

COPY public.one (v) FROM stdin;
a

\N
\\.
\n
\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n
\.


ALTER TABLE public.one ENABLE TRIGGER ALL;

--
-- Data for Name: part_a; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.part_a DISABLE TRIGGER ALL;

COPY public.part_a (id, region) FROM stdin;
1	東京
2	it's;
\.


ALTER TABLE public.part_a ENABLE TRIGGER ALL;

--
-- Data for Name: people; Type: TABLE DATA; Schema: public; Owner: postgres
--

ALTER TABLE public.people DISABLE TRIGGER ALL;

COPY public.people (id, name, email, active, photo, mood, code, flags, mask, amount, ratio, price, tags, profile, born, seen) FROM stdin;
1	O'Brien	o'brien@example.com	t	\\000\\377'\\\\\\012	it's; ok	A	0101	1	-1.500	NaN	-$1,234.50	{a,"b,c"}	{"k": "v;' \\\\ \\n"}	2024-02-29	2024-01-01 00:00:00+00
2	tab\tnl\ncr\rbs\\end	\\.	f		back\\slash	\\N	\N		0.000	1e-30	\N	{}	null	\N	infinity
3	山田　太郎 😀	\N	t	\N	\N		1111	\N	\N	-Infinity	$0.00	\N	\N	0044-03-15 BC	\N
4	COPY x FROM stdin;\n\\.\nINSERT INTO t VALUES (1);	),('; -- 	t	\\\\\\\\	sad	B	\N	\N	1.125	-0	$1.00	{"NULL",NULL,"\\\\"}	[1]	\N	\N
\.


ALTER TABLE public.people ENABLE TRIGGER ALL;

--
-- Data for Name: people; Type: TABLE DATA; Schema: sales; Owner: postgres
--

ALTER TABLE sales.people DISABLE TRIGGER ALL;

COPY sales.people (name, id) FROM stdin;
x	1
\.


ALTER TABLE sales.people ENABLE TRIGGER ALL;

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
-- PostgreSQL database dump complete
--

\unrestrict RestrictKey

