-- The sample's schema for SQLite 3.31 and later.

PRAGMA foreign_keys = ON;

CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL, -- 商品名; a comment with a semicolon and a quote: it's
  price INTEGER NOT NULL,
  licence_days INTEGER NOT NULL
);

CREATE TABLE schools (
  id INTEGER PRIMARY KEY,
  mext_code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  prefecture TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  mail_domain TEXT NOT NULL,
  created_at TEXT NOT NULL
);

CREATE TABLE teachers (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  staff_no TEXT NOT NULL,
  name TEXT NOT NULL,
  name_kana TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE COLLATE NOCASE,
  phone TEXT,
  is_admin INTEGER NOT NULL DEFAULT 0,
  password_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (school_id, staff_no)
);

CREATE TABLE classes (
  id INTEGER PRIMARY KEY,
  school_id INTEGER NOT NULL REFERENCES schools (id),
  school_year INTEGER NOT NULL,
  grade INTEGER NOT NULL,
  label TEXT NOT NULL,
  homeroom_teacher_id INTEGER REFERENCES teachers (id),
  owner_name TEXT
);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_type TEXT NOT NULL CHECK (account_type IN ('school', 'casio')),
  school_id INTEGER REFERENCES schools (id),
  family_id INTEGER,
  login_id TEXT NOT NULL UNIQUE,
  password_hash TEXT,
  email TEXT UNIQUE COLLATE NOCASE,
  name TEXT,
  name_kana TEXT,
  sns_provider TEXT,
  sns_id TEXT,
  sso_mail TEXT,
  country TEXT NOT NULL DEFAULT 'JP',
  reset_token TEXT,
  profile TEXT CHECK (json_valid(profile)),
  created_at TEXT NOT NULL,
  last_login_at TEXT,
  UNIQUE (sns_provider, sns_id)
);

CREATE TABLE guardians (
  id INTEGER PRIMARY KEY,
  family_id INTEGER NOT NULL,
  relation TEXT NOT NULL,
  name TEXT NOT NULL,
  name_kana TEXT NOT NULL,
  email TEXT,
  phone TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  address TEXT NOT NULL,
  emergency INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE students (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL UNIQUE REFERENCES accounts (id),
  school_id INTEGER NOT NULL REFERENCES schools (id),
  class_id INTEGER REFERENCES classes (id),
  attendance_no INTEGER,
  student_no TEXT NOT NULL,
  family_id INTEGER NOT NULL,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  full_name TEXT GENERATED ALWAYS AS (family_name || ' ' || given_name) STORED,
  name_kana TEXT NOT NULL,
  name_half TEXT NOT NULL,
  name_romaji TEXT NOT NULL,
  gender TEXT NOT NULL,
  birth_date TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  postal_code TEXT NOT NULL,
  address TEXT NOT NULL,
  memo TEXT,
  enrolled_on TEXT NOT NULL,
  UNIQUE (school_id, student_no),
  UNIQUE (class_id, attendance_no)
);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  order_no TEXT NOT NULL UNIQUE,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  family_id INTEGER,
  guardian_id INTEGER REFERENCES guardians (id),
  buyer_name TEXT NOT NULL,
  buyer_kana TEXT,
  postal_code TEXT,
  address TEXT,
  payment_method TEXT NOT NULL,
  installments INTEGER,
  amount INTEGER NOT NULL,
  ordered_at TEXT NOT NULL,
  paid_at TEXT,
  memo TEXT
);

CREATE TABLE licences (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  product_id INTEGER NOT NULL REFERENCES products (id),
  licence_code TEXT NOT NULL UNIQUE,
  starts_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  activated_at TEXT,
  CHECK (starts_on <= expires_on)
);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  teacher_id INTEGER REFERENCES teachers (id),
  teacher_name TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  tags TEXT NOT NULL,
  attachment TEXT,
  thumbnail BLOB,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  token TEXT NOT NULL UNIQUE,
  device_id TEXT NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  title TEXT NOT NULL,
  content BLOB
);

CREATE TABLE access_logs (
  id INTEGER PRIMARY KEY,
  account_id INTEGER,
  at TEXT NOT NULL,
  ip TEXT NOT NULL,
  user_agent TEXT NOT NULL,
  line TEXT NOT NULL
);

CREATE VIEW class_list AS
  SELECT c.label, s.attendance_no, s.full_name, s.name_kana FROM students s JOIN classes c ON c.id = s.class_id
  WHERE c.label <> 'it''s; not a class';

CREATE TRIGGER students_moved AFTER UPDATE OF class_id ON students BEGIN
  INSERT INTO access_logs (account_id, at, ip, user_agent, line) VALUES (NEW.account_id, datetime(), '100.64.0.1', 'trigger', 'moved; ' || NEW.full_name);
END;
