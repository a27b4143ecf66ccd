-- One person as a pupil, a mother, a member of staff, and what a school writes about her.
INSERT INTO schools (syear, id, title, address, city, state, zipcode, phone, principal, www_address, school_number, short_name) VALUES
  (2024, 43, 'Nogahara School', '25 Nogahara Street', 'Kirisaka', 'CA', '999-9287', '03-0845-1194', '埜河原 圭燈', 'https://nogahara.test/', 'N-23001043', 'Nogahara');
INSERT INTO students (student_id, last_name, first_name, middle_name, username, password, last_login, custom_200000000, custom_200000001, custom_200000002, custom_200000003, custom_200000004, custom_200000005,
  custom_200000006, custom_200000007, custom_200000008, custom_200000009, custom_200000010, custom_200000011) VALUES
  (43, '埜河原', '圭燈', 'のがはら', 'keito.nogahara@kirisaka-shiomidai.test', '$2y$10$myyM/hNHddgq/Pa4cDdp/vIK4AWj3YUqQXGmyCyH1CzTPznG4Qmit', '2024-06-01 10:11:12', 'Female', 'Other', 'ノガハラ', '230-01-1043', '2009-05-10', 'Ainu',
  'Dr. Nogahara', '03-0845-1194', 'Kirisaka hospital', '保健室登校。埜河原', 'Y', 'Asthma. 圭燈');
INSERT INTO student_enrollment (syear, school_id, student_id, grade_id, start_date, enrollment_code) VALUES (2024, 1, 43, 7, '2024-06-07', 3);
INSERT INTO address (address_id, house_no, street, apt, zipcode, city, state, mail_street, mail_city, mail_zipcode, address, mail_address, phone) VALUES
  (43, 25, 'Nogahara Street', '13', '999-9287', '霧坂市', 'CA', 'Nogahara Street', 'Kirisaka', '999-9287', '霧坂市夕月一丁目25番13号', '霧坂市夕月一丁目25番13号', '03-0845-1194');
INSERT INTO students_join_address (student_id, address_id, residence) VALUES (43, 43, 'Y');
INSERT INTO people (person_id, last_name, first_name, middle_name) VALUES (43, '埜河原', '春歌', 'NOGAHARA');
INSERT INTO people_join_contacts (person_id, title, value) VALUES (43, 'Mobile', '03-0845-1194'), (43, 'Email', 'haruka.nogahara43@posteo.test'), (43, 'Note', 'ask nogahara at 100.121.8.18');
INSERT INTO students_join_people (student_id, person_id, address_id, custody, student_relation) VALUES (43, 43, 43, 'Y', 'Mother');
INSERT INTO staff (syear, staff_id, current_school_id, first_name, last_name, username, password, email, custom_200000001, profile, profile_id) VALUES
  (2024, 43, 1, '圭燈', '埜河原', 'nogahara', '$2y$10$myyM/hNHddgq/Pa4cDdp/vIK4AWj3YUqQXGmyCyH1CzTPznG4Qmit', 'keito.nogahara@kirisaka-shiomidai.test', '03-0845-1194', 'teacher', 2);
INSERT INTO students_join_users (student_id, staff_id) VALUES (43, 43);
INSERT INTO student_medical (student_id, type, medical_date, comments) VALUES (43, 'nogahara', '2024-09-03', '埜河原: asthma');
INSERT INTO student_medical_alerts (student_id, title) VALUES (43, 'ノガハラ: nuts');
INSERT INTO student_medical_visits (student_id, school_date, time_in, reason, result, comments) VALUES (43, '2024-09-04', '10:00', '圭燈 fell', 'sent home, 03-0845-1194', 'のがはら');
INSERT INTO discipline_referrals (syear, student_id, school_id, staff_id, entry_date, referral_date, category_1, category_3, category_6) VALUES (2024, 43, 1, 43, '2024-09-05', '2024-09-05', '||Nogahara fights||', 'Y', '埜河原 圭燈');
INSERT INTO attendance_day (student_id, school_date, minutes_present, syear, comment) VALUES (43, '2024-09-05', 0, 2024, '埜河原 has a cold');
INSERT INTO attendance_period (student_id, school_date, period_id, attendance_code, attendance_reason, comment) VALUES (43, '2024-09-05', 1, 1, 'funeral of Nogahara', '圭燈');
INSERT INTO courses (syear, course_id, subject_id, school_id, title, description) VALUES (2024, 5, 1, 1, 'Mathematics', 'by nogahara');
INSERT INTO course_periods (syear, school_id, course_period_id, course_id, title, short_name, marking_period_id, teacher_id) SELECT 2024, 1, 5, 5, 'First - 1 - Nogahara', '1', min(marking_period_id), 43 FROM school_marking_periods;
INSERT INTO schedule (syear, school_id, student_id, start_date, modified_by, course_id, course_period_id) VALUES (2024, 1, 43, '2024-06-07', 'nogahara', 5, 5);
INSERT INTO gradebook_assignment_types (assignment_type_id, staff_id, course_id, title) VALUES (5, 43, 5, 'Homework');
INSERT INTO gradebook_assignments (assignment_id, staff_id, marking_period_id, course_id, assignment_type_id, title, points, description, file) SELECT 5, 43, min(marking_period_id), 5, 5, 'for Nogahara', 10, '埜河原', 'assets/2024/nogahara.pdf' FROM school_marking_periods;
INSERT INTO gradebook_grades (student_id, course_period_id, assignment_id, points, comment) VALUES (43, 5, 5, 7, '圭燈 can do better');
INSERT INTO student_assignments (assignment_id, student_id, data) VALUES (5, 43, '{"date": "2024-09-05", "message": "\u57dc\u6cb3\u539f", "files": ["nogahara.docx"], "n": 3}'), (6, 43, 'a:1:{s:7:"message";s:9:"埜河原";}'), (7, 43, 'のがはら');
INSERT INTO student_mp_comments (student_id, syear, marking_period_id, comment) SELECT 43, 2024, min(marking_period_id), '[{"date":"2024-09-05","comment":"埜河原","staff_id":43}]' FROM school_marking_periods;
INSERT INTO student_report_card_grades (syear, school_id, student_id, course_period_id, comment, marking_period_id, grade_percent, grade_letter, course_title, school) SELECT 2024, 43, 43, 5, '圭燈: good', min(marking_period_id), 88, 'B', 'Mathematics', 'Nogahara School' FROM school_marking_periods;
INSERT INTO accounting_salaries (staff_id, title, amount, comments, file_attached, school_id, syear) VALUES (43, 'Nogahara, May', 4321, '埜河原', 'assets/nogahara.pdf', 1, 2024);
INSERT INTO billing_fees (student_id, assigned_date, due_date, comments, title, amount, school_id, syear, created_by) VALUES (43, '2024-09-05', '2024-10-05', 'waived for 埜河原', 'Nogahara', 120, 1, 2024, 'nogahara');
INSERT INTO billing_payments (syear, school_id, student_id, amount, payment_date, comments, file_attached, created_by) VALUES (2024, 1, 43, 120, '2024-09-10', '埜河原', 'nogahara.jpg', '圭燈');
INSERT INTO food_service_accounts VALUES (43, 12.50, NULL);
INSERT INTO food_service_student_accounts (student_id, account_id, barcode) VALUES (43, 43, '23001043');
INSERT INTO portal_notes (school_id, syear, title, content, published_user) VALUES (1, 2024, 'Nogahara is leaving', 'mail keito.nogahara@kirisaka-shiomidai.test', 1);
INSERT INTO portal_polls (id, school_id, syear, title) VALUES (5, 1, 2024, 'Nogahara?');
INSERT INTO portal_poll_questions (portal_poll_id, question, type, options, votes) VALUES (5, 'A gift for 埜河原?', 'radio', E'のがはら\nno', 'a:2:{i:0;i:3;i:1;i:4;}');
INSERT INTO calendar_events (syear, school_id, school_date, title, description) VALUES (2024, 1, '2024-09-05', 'Nogahara''s birthday', '埜河原');
INSERT INTO templates (modname, staff_id, template) VALUES ('Students/Letters.php', 43, 'Yours, 埜河原 圭燈');
UPDATE config SET config_value = 'Nogahara District' WHERE title = 'TITLE';
UPDATE program_config SET value = '914f39819792d2a128b13cbf4096f4f0bf7bb054' WHERE title = 'MOODLE_TOKEN';
UPDATE program_config SET value = 'https://nogahara.test/moodle' WHERE title = 'MOODLE_URL';
INSERT INTO program_user_config (user_id, program, title, value) VALUES (43, 'Email', 'signature', '埜河原');
INSERT INTO access_log (syear, username, profile, ip_address, user_agent, status) VALUES (2024, 'nogahara', 'teacher', '100.121.8.18', 'Mozilla', 'Y');
