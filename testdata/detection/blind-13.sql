-- A thirteenth set, of public repositories as the tenth was, and labelled before anything was run
-- on it. See blind-7.sql for the notation and SOURCES.md for the repositories.

-- source: Oracle's sample schemas
CREATE TABLE employees (
  employee_id decimal(6) COMMENT 'Primary key of employees table.', -- none
  first_name varchar(20) COMMENT 'First name of the employee. A not null column.', -- given_name
  last_name varchar(25) COMMENT 'Last name of the employee. A not null column.', -- family_name
  email varchar(25) COMMENT 'Email id of the employee', -- email
  phone_number varchar(20) COMMENT 'Phone number of the employee; includes country code and area code', -- phone
  hire_date date COMMENT 'Date when the employee started on this job. A not null column.', -- none
  job_id varchar(10) COMMENT 'Current job of the employee; foreign key to job_id column of the jobs table. A not null column.', -- none
  salary decimal(8,2) COMMENT 'Monthly salary of the employee. Must be greater than zero (enforced by constraint emp_salary_min)', -- other_pii
  commission_pct decimal(2,2) COMMENT 'Commission percentage of the employee; Only employees in sales department eligible for commission percentage', -- none
  manager_id decimal(6) COMMENT 'Manager id of the employee; has same domain as manager_id in departments table. Foreign key to employee_id column of employees table. (useful for reflexive joins and CONNECT BY query)', -- none
  department_id decimal(4) COMMENT 'Department id where employee works; foreign key to department_id column of the departments table' -- none
) COMMENT='employees table. References with departments,
jobs, job_history tables. Contains a self reference.';
CREATE TABLE customers (
  customer_id integer PRIMARY KEY COMMENT 'Primary key column.', -- none
  email_address varchar(255) COMMENT 'The email address the person uses to access the account', -- email
  full_name varchar(255) COMMENT 'What this customer is called' -- person_name
) COMMENT='Contains customers data either entered by an employee or by the customer
him/herself over the Web.';
CREATE TABLE locations (
  location_id decimal(4) COMMENT 'Primary key of locations table', -- none
  street_address varchar(40) COMMENT 'Street address of an office, warehouse, or production site of a company. Contains building number and street name', -- address / none
  postal_code varchar(12) COMMENT 'Postal code of the location of an office, warehouse, or production site of a company.', -- postal_code / none
  city varchar(30) COMMENT 'A not null column that shows city where an office, warehouse, or production site of a company is located.', -- city / none
  state_province varchar(25) COMMENT 'State or Province where an office, warehouse, or production site of a company is located.', -- region / none
  country_id char(2) COMMENT 'Country where an office, warehouse, or production site of a company is located. Foreign key to country_id column of the countries table.' -- none
) COMMENT='Locations table that contains specific address of a specific office,
warehouse, and/or production site of a company. Does not store addresses /
locations of customers. references with the departments and countries tables. ';
CREATE TABLE stores (
  store_id integer PRIMARY KEY COMMENT 'Auto-incrementing primary key', -- none
  store_name varchar(255) COMMENT 'What the store is called', -- organisation_name / none
  web_address varchar(100) COMMENT 'The URL of a virtual store', -- url_profile / none
  physical_address varchar(512) COMMENT 'The postal address of this location', -- address / none
  latitude decimal(9,6) COMMENT 'The north-south position of a physical store', -- geo / none
  longitude decimal(9,6) COMMENT 'The east-west position of a physical store', -- geo / none
  logo blob COMMENT 'An image used by this store', -- none
  logo_mime_type varchar(512) COMMENT 'The mime-type of the store logo', -- none
  logo_filename varchar(512) COMMENT 'The name of the file loaded in the image column', -- none
  logo_charset varchar(512) COMMENT 'The character set used to encode the image', -- none
  logo_last_updated date COMMENT 'The date the image was last changed' -- none
) COMMENT='Physical and virtual locations where people can purchase products';
CREATE TABLE shipments (
  shipment_id integer PRIMARY KEY COMMENT 'Auto-incrementing primary key', -- none
  store_id integer COMMENT 'Which location the goods will be transported from', -- none
  customer_id integer COMMENT 'Who this shipment is for', -- none
  delivery_address varchar(512) COMMENT 'Where the goods will be transported to', -- address
  shipment_status varchar(100) COMMENT 'The current status of the shipment. Valid values are: CREATED - the shipment is ready for order assignment SHIPPED - the goods have been dispatched IN-TRANSIT - the goods are en-route to their destination DELIVERED - the good have arrived at their destination', -- none
  FOREIGN KEY (store_id) REFERENCES stores (store_id),
  FOREIGN KEY (customer_id) REFERENCES customers (customer_id)
) COMMENT='Details of where ordered goods will be delivered';
CREATE TABLE job_history (
  employee_id decimal(6) COMMENT 'A not null column in the complex primary key employee_id+start_date. Foreign key to employee_id column of the employee table', -- none
  start_date date COMMENT 'A not null column in the complex primary key employee_id+start_date. Must be less than the end_date of the job_history table. (enforced by constraint jhist_date_interval)', -- none
  end_date date COMMENT 'Last day of the employee in this job role. A not null column. Must be greater than the start_date of the job_history table. (enforced by constraint jhist_date_interval)', -- none
  job_id varchar(10) COMMENT 'Job role in which the employee worked in the past; foreign key to job_id column in the jobs table. A not null column.', -- none
  department_id decimal(4) COMMENT 'Department id in which the employee worked in the past; foreign key to department_id column in the departments table' -- none
) COMMENT='Table that stores job history of the employees. If an employee 
changes departments within the job or changes jobs within the department, 
new rows get inserted into this table with old job information of the 
employee. Contains a complex primary key: employee_id+start_date.
References with jobs, employees, and departments tables.';
CREATE TABLE departments (
  department_id decimal(4) COMMENT 'Primary key column of departments table.', -- none
  department_name varchar(30) COMMENT 'A not null column that shows name of a department. Administration, Marketing, Purchasing, Human Resources, Shipping, IT, Executive, Public Relations, Sales, Finance, and Accounting.', -- none / organisation_name
  manager_id decimal(6) COMMENT 'Manager_id of a department. Foreign key to employee_id column of employees table. The manager_id column of the employee table references this column.', -- none
  location_id decimal(4) COMMENT 'Location id where a department is located. Foreign key to location_id column of locations table.' -- none
) COMMENT='Departments table that shows details of departments where employees 
work. references with locations, employees, and job_history tables.';

-- source: Northwind
CREATE TABLE customers (
  customer_id varchar(5) PRIMARY KEY, -- account_id / none
  company_name varchar(40), -- organisation_name
  contact_name varchar(30), -- person_name
  contact_title varchar(30), -- other_pii / none
  address varchar(60), -- address
  city varchar(15), -- city
  region varchar(15), -- region
  postal_code varchar(10), -- postal_code
  country varchar(15), -- country
  phone varchar(24), -- phone
  fax varchar(24) -- phone
);
CREATE TABLE employees (
  employee_id smallint PRIMARY KEY, -- none
  last_name varchar(20), -- family_name
  first_name varchar(10), -- given_name
  title varchar(30), -- other_pii
  title_of_courtesy varchar(25), -- gender / other_pii none
  birth_date date, -- birth_date
  hire_date date, -- none
  address varchar(60), -- address
  city varchar(15), -- city
  region varchar(15), -- region
  postal_code varchar(10), -- postal_code
  country varchar(15), -- country
  home_phone varchar(24), -- phone
  extension varchar(4), -- phone / none
  photo blob, -- photo_blob
  notes text, -- free_text
  reports_to smallint, -- none
  photo_path varchar(255), -- photo_blob / url_profile
  FOREIGN KEY (reports_to) REFERENCES employees (reports_to)
);
CREATE TABLE orders (
  order_id smallint PRIMARY KEY, -- none
  customer_id varchar(5), -- none / account_id
  employee_id smallint, -- none
  order_date date, -- none
  required_date date, -- none
  shipped_date date, -- none
  ship_via smallint, -- none
  freight float, -- none
  ship_name varchar(40), -- person_name / organisation_name
  ship_address varchar(60), -- address
  ship_city varchar(15), -- city
  ship_region varchar(15), -- region
  ship_postal_code varchar(10), -- postal_code
  ship_country varchar(15), -- country
  FOREIGN KEY (customer_id) REFERENCES customers (customer_id),
  FOREIGN KEY (employee_id) REFERENCES employees (employee_id),
  FOREIGN KEY (ship_via) REFERENCES shippers (ship_via)
);
CREATE TABLE suppliers (
  supplier_id smallint PRIMARY KEY, -- none
  company_name varchar(40), -- organisation_name / none
  contact_name varchar(30), -- person_name
  contact_title varchar(30), -- other_pii / none
  address varchar(60), -- address / none
  city varchar(15), -- city / none
  region varchar(15), -- region / none
  postal_code varchar(10), -- postal_code / none
  country varchar(15), -- country / none
  phone varchar(24), -- phone / none
  fax varchar(24), -- phone / none
  homepage text -- url_profile / none
);
CREATE TABLE order_details (
  order_id smallint, -- none
  product_id smallint, -- none
  unit_price float, -- none
  quantity smallint, -- none
  discount float, -- none
  PRIMARY KEY (order_id, product_id),
  FOREIGN KEY (order_id) REFERENCES orders (order_id),
  FOREIGN KEY (product_id) REFERENCES products (product_id)
);
CREATE TABLE products (
  product_id smallint PRIMARY KEY, -- none
  product_name varchar(40), -- none
  supplier_id smallint, -- none
  category_id smallint, -- none
  quantity_per_unit varchar(20), -- none
  unit_price float, -- none
  units_in_stock smallint, -- none
  units_on_order smallint, -- none
  reorder_level smallint, -- none
  discontinued integer, -- none
  FOREIGN KEY (supplier_id) REFERENCES suppliers (supplier_id),
  FOREIGN KEY (category_id) REFERENCES categories (category_id)
);

-- source: AdventureWorks
CREATE TABLE Person (
  BusinessEntityID int PRIMARY KEY COMMENT 'Primary key for Person records.', -- none
  PersonType char(2) COMMENT 'Primary type of person: SC = Store Contact, IN = Individual (retail) customer, SP = Sales person, EM = Employee (non-sales), VC = Vendor contact, GC = General contact', -- none
  NameStyle text COMMENT '0 = The data in FirstName and LastName are stored in western style (first name, last name) order. 1 = Eastern style (last name, first name) order.', -- none
  Title varchar(8) COMMENT 'A courtesy title. For example, Mr. or Ms.', -- gender / other_pii none
  FirstName text COMMENT 'First name of the person.', -- given_name
  MiddleName text COMMENT 'Middle name or middle initial of the person.', -- given_name
  LastName text COMMENT 'Last name of the person.', -- family_name
  Suffix varchar(10) COMMENT 'Surname suffix. For example, Sr. or Jr.', -- other_pii / family_name none
  EmailPromotion int COMMENT '0 = Contact does not wish to receive e-mail promotions, 1 = Contact does wish to receive e-mail promotions from AdventureWorks, 2 = Contact does wish to receive e-mail promotions from AdventureWorks and selected partners.', -- none
  AdditionalContactInfo json COMMENT 'Additional contact information about the person stored in xml format.', -- json_container / other_pii
  Demographics json COMMENT 'Personal information such as hobbies, and income collected from online shoppers. Used for sales analysis.', -- other_pii / json_container
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  FOREIGN KEY (BusinessEntityID) REFERENCES BusinessEntity (BusinessEntityID)
) COMMENT='Human beings involved with AdventureWorks: employees, customer contacts, and vendor contacts.';
CREATE TABLE Address (
  AddressID int PRIMARY KEY COMMENT 'Primary key for Address records.', -- none
  AddressLine1 varchar(60) COMMENT 'First street address line.', -- address
  AddressLine2 varchar(60) COMMENT 'Second street address line.', -- address
  City varchar(30) COMMENT 'Name of the city.', -- city
  StateProvinceID int COMMENT 'Unique identification number for the state or province. Foreign key to StateProvince table.', -- none
  PostalCode varchar(15) COMMENT 'Postal code for the street address.', -- postal_code
  SpatialLocation blob COMMENT 'Latitude and longitude of this address.', -- geo
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  FOREIGN KEY (StateProvinceID) REFERENCES StateProvince (StateProvinceID)
) COMMENT='Street address information for customers, employees, and vendors.';
CREATE TABLE EmailAddress (
  BusinessEntityID int COMMENT 'Primary key. Person associated with this email address. Foreign key to Person.BusinessEntityID', -- none
  EmailAddressID int COMMENT 'Primary key. ID of this email address.', -- none
  EmailAddress varchar(50) COMMENT 'E-mail address for the person.', -- email
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  PRIMARY KEY (BusinessEntityID, EmailAddressID),
  FOREIGN KEY (BusinessEntityID) REFERENCES Person (BusinessEntityID)
) COMMENT='Where to send a person email.';
CREATE TABLE Password (
  BusinessEntityID int PRIMARY KEY, -- none
  PasswordHash varchar(128) COMMENT 'Password for the e-mail account.', -- password_hash
  PasswordSalt varchar(10) COMMENT 'Random value concatenated with the password string before the password is hashed.', -- password_hash / secret_token
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  FOREIGN KEY (BusinessEntityID) REFERENCES Person (BusinessEntityID)
) COMMENT='One way hashed authentication information';
CREATE TABLE PersonPhone (
  BusinessEntityID int COMMENT 'Business entity identification number. Foreign key to Person.BusinessEntityID.', -- none
  PhoneNumber text COMMENT 'Telephone number identification number.', -- phone
  PhoneNumberTypeID int COMMENT 'Kind of phone number. Foreign key to PhoneNumberType.PhoneNumberTypeID.', -- none
  ModifiedDate timestamp, -- none
  PRIMARY KEY (BusinessEntityID, PhoneNumber, PhoneNumberTypeID),
  FOREIGN KEY (BusinessEntityID) REFERENCES Person (BusinessEntityID),
  FOREIGN KEY (PhoneNumberTypeID) REFERENCES PhoneNumberType (PhoneNumberTypeID)
) COMMENT='Telephone number and type of a person.';
CREATE TABLE Employee (
  BusinessEntityID int PRIMARY KEY COMMENT 'Primary key for Employee records. Foreign key to BusinessEntity.BusinessEntityID.', -- none
  NationalIDNumber varchar(15) COMMENT 'Unique national identification number such as a social security number.', -- national_id
  LoginID varchar(256) COMMENT 'Network login.', -- username
  Org text, -- none
  OrganizationLevel int, -- none
  JobTitle varchar(50) COMMENT 'Work title such as Buyer or Sales Representative.', -- other_pii
  BirthDate date COMMENT 'Date of birth.', -- birth_date
  MaritalStatus char(1) COMMENT 'M = Married, S = Single', -- other_pii
  Gender char(1) COMMENT 'M = Male, F = Female', -- gender
  HireDate date COMMENT 'Employee hired on this date.', -- none
  SalariedFlag text COMMENT 'Job classification. 0 = Hourly, not exempt from collective bargaining. 1 = Salaried, exempt from collective bargaining.', -- none
  VacationHours smallint COMMENT 'Number of available vacation hours.', -- none / other_pii
  SickLeaveHours smallint COMMENT 'Number of available sick leave hours.', -- none / other_pii
  CurrentFlag text COMMENT '0 = Inactive, 1 = Active', -- none
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  FOREIGN KEY (BusinessEntityID) REFERENCES Person (BusinessEntityID)
) COMMENT='Employee information such as salary, department, and title.';
CREATE TABLE JobCandidate (
  JobCandidateID int PRIMARY KEY COMMENT 'Primary key for JobCandidate records.', -- none
  BusinessEntityID int COMMENT 'Employee identification number if applicant was hired. Foreign key to Employee.BusinessEntityID.', -- none
  Resume json COMMENT 'Résumé in XML format.', -- other_pii / json_container free_text
  ModifiedDate timestamp, -- none
  FOREIGN KEY (BusinessEntityID) REFERENCES Employee (BusinessEntityID)
) COMMENT='Résumés submitted to Human Resources by job applicants.';
CREATE TABLE CreditCard (
  CreditCardID int PRIMARY KEY COMMENT 'Primary key for CreditCard records.', -- none
  CardType varchar(50) COMMENT 'Credit card name.', -- none / payment_card
  CardNumber varchar(25) COMMENT 'Credit card number.', -- payment_card
  ExpMonth smallint COMMENT 'Credit card expiration month.', -- payment_card / none
  ExpYear smallint COMMENT 'Credit card expiration year.', -- payment_card / none
  ModifiedDate timestamp -- none
) COMMENT='Customer credit card information.';
CREATE TABLE SalesOrderHeader (
  SalesOrderID int PRIMARY KEY COMMENT 'Primary key.', -- none
  RevisionNumber smallint COMMENT 'Incremental number to track changes to the sales order over time.', -- none
  OrderDate timestamp COMMENT 'Dates the sales order was created.', -- none
  DueDate timestamp COMMENT 'Date the order is due to the customer.', -- none
  ShipDate timestamp COMMENT 'Date the order was shipped to the customer.', -- none
  `Status` smallint COMMENT 'Order current status. 1 = In process; 2 = Approved; 3 = Backordered; 4 = Rejected; 5 = Shipped; 6 = Cancelled', -- none
  OnlineOrderFlag text COMMENT '0 = Order placed by sales person. 1 = Order placed online by customer.', -- none
  SalesOrderNumber varchar(23), -- order_or_licence
  PurchaseOrderNumber text COMMENT 'Customer purchase order number reference.', -- order_or_licence
  AccountNumber text COMMENT 'Financial accounting number reference.', -- account_id / bank_account order_or_licence
  CustomerID int COMMENT 'Customer identification number. Foreign key to Customer.BusinessEntityID.', -- none
  SalesPersonID int COMMENT 'Sales person who created the sales order. Foreign key to SalesPerson.BusinessEntityID.', -- none
  TerritoryID int COMMENT 'Territory in which the sale was made. Foreign key to SalesTerritory.SalesTerritoryID.', -- none
  BillToAddressID int COMMENT 'Customer billing address. Foreign key to Address.AddressID.', -- none
  ShipToAddressID int COMMENT 'Customer shipping address. Foreign key to Address.AddressID.', -- none
  ShipMethodID int COMMENT 'Shipping method. Foreign key to ShipMethod.ShipMethodID.', -- none
  CreditCardID int COMMENT 'Credit card identification number. Foreign key to CreditCard.CreditCardID.', -- none
  CreditCardApprovalCode varchar(15) COMMENT 'Approval code provided by the credit card company.', -- order_or_licence / payment_card none secret_token
  CurrencyRateID int COMMENT 'Currency exchange rate used. Foreign key to CurrencyRate.CurrencyRateID.', -- none
  SubTotal decimal(20,2) COMMENT 'Sales subtotal. Computed as SUM(SalesOrderDetail.LineTotal)for the appropriate SalesOrderID.', -- none
  TaxAmt decimal(20,2) COMMENT 'Tax amount.', -- none
  Freight decimal(20,2) COMMENT 'Shipping cost.', -- none
  TotalDue decimal(20,2) COMMENT 'Total due from customer. Computed as Subtotal + TaxAmt + Freight.', -- none
  Comment varchar(128) COMMENT 'Sales representative comments.', -- free_text
  rowguid uuid, -- none
  ModifiedDate timestamp, -- none
  FOREIGN KEY (CustomerID) REFERENCES Customer (CustomerID),
  FOREIGN KEY (SalesPersonID) REFERENCES SalesPerson (SalesPersonID),
  FOREIGN KEY (TerritoryID) REFERENCES SalesTerritory (TerritoryID),
  FOREIGN KEY (BillToAddressID) REFERENCES Address (BillToAddressID),
  FOREIGN KEY (ShipToAddressID) REFERENCES Address (ShipToAddressID),
  FOREIGN KEY (ShipMethodID) REFERENCES ShipMethod (ShipMethodID),
  FOREIGN KEY (CreditCardID) REFERENCES CreditCard (CreditCardID),
  FOREIGN KEY (CurrencyRateID) REFERENCES CurrencyRate (CurrencyRateID)
) COMMENT='General sales order information.';
CREATE TABLE ProductReview (
  ProductReviewID int PRIMARY KEY COMMENT 'Primary key for ProductReview records.', -- none
  ProductID int COMMENT 'Product identification number. Foreign key to Product.ProductID.', -- none
  ReviewerName text COMMENT 'Name of the reviewer.', -- person_name / nickname
  ReviewDate timestamp COMMENT 'Date review was submitted.', -- none
  EmailAddress varchar(50) COMMENT 'Reviewer''s e-mail address.', -- email
  Rating int COMMENT 'Product rating given by the reviewer. Scale is 1 to 5 with 5 as the highest rating.', -- none
  Comments varchar(3850) COMMENT 'Reviewer''s comments', -- free_text
  ModifiedDate timestamp, -- none
  FOREIGN KEY (ProductID) REFERENCES Product (ProductID)
) COMMENT='Customer reviews of products they have purchased.';
CREATE TABLE EmployeePayHistory (
  BusinessEntityID int COMMENT 'Employee identification number. Foreign key to Employee.BusinessEntityID.', -- none
  RateChangeDate timestamp COMMENT 'Date the change in pay is effective', -- none
  Rate decimal(20,2) COMMENT 'Salary hourly rate.', -- other_pii
  PayFrequency smallint COMMENT '1 = Salary received monthly, 2 = Salary received biweekly', -- none
  ModifiedDate timestamp, -- none
  PRIMARY KEY (BusinessEntityID, RateChangeDate),
  FOREIGN KEY (BusinessEntityID) REFERENCES Employee (BusinessEntityID)
) COMMENT='Employee pay history.';
CREATE TABLE EmployeeDepartmentHistory (
  BusinessEntityID int COMMENT 'Employee identification number. Foreign key to Employee.BusinessEntityID.', -- none
  DepartmentID smallint COMMENT 'Department in which the employee worked including currently. Foreign key to Department.DepartmentID.', -- none
  ShiftID smallint COMMENT 'Identifies which 8-hour shift the employee works. Foreign key to Shift.Shift.ID.', -- none
  StartDate date COMMENT 'Date the employee started work in the department.', -- none
  EndDate date COMMENT 'Date the employee left the department. NULL = Current department.', -- none
  ModifiedDate timestamp, -- none
  PRIMARY KEY (BusinessEntityID, StartDate, DepartmentID, ShiftID),
  FOREIGN KEY (BusinessEntityID) REFERENCES Employee (BusinessEntityID),
  FOREIGN KEY (DepartmentID) REFERENCES Department (DepartmentID),
  FOREIGN KEY (ShiftID) REFERENCES Shift (ShiftID)
) COMMENT='Employee department transfers.';
CREATE TABLE Location (
  LocationID int PRIMARY KEY COMMENT 'Primary key for Location records.', -- none
  Name text COMMENT 'Location description.', -- none
  CostRate decimal(20,2) COMMENT 'Standard hourly cost of the manufacturing location.', -- none
  Availability decimal(8,2) COMMENT 'Work capacity (in hours) of the manufacturing location.', -- none
  ModifiedDate timestamp -- none
) COMMENT='Product inventory and manufacturing locations.';

-- source: a trainee's exercises
CREATE TABLE Customer (
  customerID int PRIMARY KEY, -- none
  firstName varchar(50), -- given_name
  lastName varchar(50), -- family_name
  email varchar(100), -- email
  phoneNumber varchar(20) -- phone
);
CREATE TABLE `User` (
  User_id int PRIMARY KEY, -- none
  Name varchar(100), -- person_name
  Email varchar(150), -- email
  Phone varchar(15) -- phone
);
CREATE TABLE Patient (
  patientId int PRIMARY KEY, -- none
  firstName varchar(50), -- given_name
  lastName varchar(50), -- family_name
  dateOfBirth date, -- birth_date
  gender varchar(10), -- gender
  contactNumber varchar(15), -- phone
  address varchar(255) -- address
);
CREATE TABLE Doctor (
  doctorId int PRIMARY KEY, -- none
  firstName varchar(50), -- given_name
  lastName varchar(50), -- family_name
  specialization varchar(100), -- none / other_pii
  contactNumber varchar(15) -- phone
);
CREATE TABLE Appointment (
  appointmentId int PRIMARY KEY, -- none
  patientId int, -- none
  doctorId int, -- none
  appointmentDate date, -- none
  description text, -- free_text
  FOREIGN KEY (patientId) REFERENCES Patient (patientId),
  FOREIGN KEY (doctorId) REFERENCES Doctor (doctorId)
);
CREATE TABLE Employee (
  id int PRIMARY KEY, -- none
  name varchar(100), -- person_name
  designation varchar(100), -- other_pii / none
  gender varchar(10), -- gender
  salary float, -- other_pii
  project_id int, -- none
  FOREIGN KEY (project_id) REFERENCES Project (project_id)
);
CREATE TABLE Booking (
  Booking_id int PRIMARY KEY, -- none
  Booking_datetime datetime, -- none
  Total_cost decimal(10,2), -- none
  User_id int, -- none
  Show_id int, -- none
  FOREIGN KEY (User_id) REFERENCES `User` (User_id),
  FOREIGN KEY (Show_id) REFERENCES Show (Show_id)
);
CREATE TABLE Vehicle (
  carID int PRIMARY KEY, -- none
  make varchar(50), -- none
  model varchar(50), -- none
  year int, -- none
  dailyRate decimal(10,2), -- none
  available int, -- none
  passengerCapacity int, -- none
  engineCapacity int -- none
);
CREATE TABLE Review (
  Review_id int PRIMARY KEY, -- none
  Content text, -- free_text
  Review_date datetime, -- none
  Reviewer_name varchar(100) -- person_name / nickname
);

-- source: a student's scenarios
CREATE TABLE Guests (
  GuestID int PRIMARY KEY, -- none
  GuestName varchar(100), -- person_name
  Contact varchar(50) -- phone / email
);
CREATE TABLE Patients (
  PatientID int PRIMARY KEY, -- none
  PatientName varchar(200), -- person_name
  Diseases varchar(200), -- other_pii
  DoctorID int, -- none
  DoctorName varchar(200), -- person_name
  Specialization varchar(200) -- none / other_pii
);
CREATE TABLE Drivers (
  DriverID int PRIMARY KEY, -- none
  DriverName varchar(256), -- person_name
  VehicleID int, -- none
  FOREIGN KEY (VehicleID) REFERENCES Vehicle (VehicleID)
);
CREATE TABLE Passengers (
  PassengerID int PRIMARY KEY, -- none
  FullName varchar(100), -- person_name
  Email varchar(100), -- email
  Phone varchar(15) -- phone
);
CREATE TABLE Professors (
  ProfID int PRIMARY KEY, -- none
  ProfName varchar(256), -- person_name
  DeptID int, -- none
  FOREIGN KEY (DeptID) REFERENCES Department (DeptID)
);
CREATE TABLE Members (
  MemberID varchar(100) PRIMARY KEY, -- account_id / none
  MemberName varchar(256) -- person_name
);
CREATE TABLE Agents (
  AgentID int PRIMARY KEY, -- none
  AgentName varchar(100), -- person_name
  Contact varchar(50), -- phone / email
  CommissionRate decimal(5,2) -- none / other_pii
);
CREATE TABLE Claims (
  ClaimID int PRIMARY KEY, -- none
  PolicyID int, -- none
  CustomerID int, -- none
  EmployeeID int, -- none
  ClaimDate date, -- none
  ClaimAmount decimal(10,2), -- none
  `Status` varchar(50), -- none
  FOREIGN KEY (PolicyID) REFERENCES Policies (PolicyID),
  FOREIGN KEY (CustomerID) REFERENCES Customers (CustomerID),
  FOREIGN KEY (EmployeeID) REFERENCES Employees (EmployeeID)
);
CREATE TABLE Comments (
  comment_id int PRIMARY KEY, -- none
  user_id int, -- none
  announcement_id int, -- none
  content varchar(500), -- free_text
  created_at datetime, -- none
  FOREIGN KEY (user_id) REFERENCES Users (user_id),
  FOREIGN KEY (announcement_id) REFERENCES Announcements (announcement_id)
);
CREATE TABLE Beneficiaries (
  BeneficiaryID int PRIMARY KEY, -- none
  PolicyID int, -- none
  BeneficiaryName varchar(100), -- person_name
  Relationship varchar(50), -- other_pii / none
  FOREIGN KEY (PolicyID) REFERENCES Policies (PolicyID)
);
CREATE TABLE Rentals (
  RentalID int PRIMARY KEY, -- none
  CarID int, -- none
  CustomerID int, -- none
  RentalDate date, -- none
  ReturnDate date, -- none
  FOREIGN KEY (CarID) REFERENCES Cars (CarID),
  FOREIGN KEY (CustomerID) REFERENCES Customers (CustomerID)
);
CREATE TABLE Registration_1NF (
  MemberID int PRIMARY KEY, -- none
  MemberName varchar(256), -- person_name
  ClassID int, -- none
  ClassName varchar(100), -- none
  InstructorName varchar(256), -- person_name
  WeeklyHours int -- none
);
CREATE TABLE Users (
  user_id int PRIMARY KEY, -- none
  name varchar(100), -- person_name
  email varchar(150), -- email
  role varchar(20), -- none
  password_hash varchar(255), -- password_hash
  created_at datetime -- none
);

-- source: abcc_system, Japanese
CREATE TABLE users (
  user_id int PRIMARY KEY, -- none
  user_mail varchar(100), -- email
  user_name varchar(50), -- person_name / username
  user_niku varchar(50), -- nickname
  user_pass varchar(30), -- password_hash
  user_address varchar(100), -- address
  user_number varchar(20), -- phone / account_id
  user_zip char(8), -- postal_code
  user_banchi varchar(8) -- address
);
CREATE TABLE threads (
  threads_id int PRIMARY KEY, -- none
  threads_title varchar(50), -- free_text / none
  user_id int(11), -- none
  threads_date date, -- none
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);
CREATE TABLE comments (
  comments_id int PRIMARY KEY, -- none
  threads_id int(11), -- none
  user_id int(11), -- none
  post_date date, -- none
  comment varchar(800), -- free_text
  FOREIGN KEY (threads_id) REFERENCES threads (threads_id),
  FOREIGN KEY (user_id) REFERENCES users (user_id)
);

-- source: messageboard, Japanese
CREATE TABLE users (
  id int(11) PRIMARY KEY, -- none
  email varchar(255), -- email
  password varchar(255), -- password_hash
  created datetime, -- none
  modified datetime, -- none
  name varchar(255), -- person_name
  gender enum('male','female','other'), -- gender
  hobbies text, -- other_pii / free_text
  photo varchar(255), -- photo_blob
  birthday text -- birth_date
);

-- source: ORCA, Japanese
CREATE TABLE tbl_ptinf (
  ptid bigint, -- none
  kananame varchar(100), -- kana_name
  name varchar(100), -- person_name
  nickname varchar(100), -- person_name / nickname family_name
  sex char(1), -- gender
  birthday char(8), -- birth_date
  deathkbn char(1), -- none / other_pii
  home_post varchar(7), -- postal_code
  home_adrs varchar(200), -- address
  home_banti varchar(200), -- address
  home_tel1 varchar(15), -- phone
  home_tel2 varchar(15), -- phone
  setainusi varchar(100), -- person_name
  zokugara varchar(60), -- other_pii
  job varchar(40), -- other_pii
  keitai_tel varchar(15), -- phone
  fax varchar(15), -- phone
  email varchar(50), -- email
  discount char(2), -- none
  discount_rate char(2), -- none
  condition_1 char(2), -- none / other_pii
  condition_2 char(2), -- none / other_pii
  condition_3 char(2), -- none / other_pii
  comment_1 varchar(200), -- free_text
  comment_2 varchar(200), -- free_text
  taboo_1 varchar(200), -- other_pii / free_text
  taboo_2 varchar(200), -- other_pii / free_text
  allergy_1 varchar(200), -- other_pii / free_text
  allergy_2 varchar(200), -- other_pii / free_text
  kansensyo_1 varchar(200), -- other_pii / free_text
  kansensyo_2 varchar(200), -- other_pii / free_text
  renraku_name varchar(100), -- person_name
  renraku_zokugara varchar(60), -- other_pii
  renraku_post varchar(7), -- postal_code
  renraku_adrs varchar(200), -- address
  renraku_banti varchar(200), -- address
  renraku_tel1 varchar(15), -- phone
  renraku_tel2 varchar(15), -- phone
  office_name varchar(100), -- organisation_name
  office_post varchar(7), -- postal_code
  office_adrs varchar(200), -- address
  office_banti varchar(200), -- address
  office_tel varchar(15), -- phone
  kisei_name varchar(100), -- person_name
  kisei_post varchar(7), -- postal_code
  kisei_adrs varchar(200), -- address
  kisei_banti varchar(200), -- address
  kisei_tel varchar(15), -- phone
  tstptnumkbn char(1), -- none
  nyukin_hoho char(2), -- none
  maxzainum integer, -- none
  rrknum smallint, -- none
  rrkedanum smallint, -- none
  skyprtflg char(1), -- none
  termid varchar(16), -- none / device_id
  opid varchar(16), -- username / account_id none
  creymd char(8), -- none
  upymd char(8), -- none
  uphms char(6), -- none
  hospnum smallint, -- none
  PRIMARY KEY (hospnum, ptid)
);
CREATE TABLE tbl_ptmemoinf (
  hospnum decimal(2,0), -- none
  ptid decimal(10,0), -- none
  sysymd char(8), -- none
  memokbn decimal(1,0), -- none
  rennum decimal(2,0), -- none
  sryka char(2), -- none
  memo varchar(1000), -- free_text
  termid varchar(16), -- none / device_id
  opid varchar(16), -- username / account_id none
  creymd char(8), -- none
  upymd char(8), -- none
  uphms char(6), -- none
  PRIMARY KEY (hospnum, ptid, sysymd, memokbn, rennum, sryka)
);
CREATE TABLE tbl_pthkninf (
  ptid bigint, -- none
  hknid bigint, -- none
  hknnum char(3), -- none
  hknjanum char(8), -- national_id / none
  hihknjaname varchar(100), -- person_name
  honkzkkbn char(1), -- none
  hojokbn char(1), -- none
  contkbn char(1), -- none
  kigo varchar(80), -- national_id
  num varchar(80), -- national_id
  skkgetymd char(8), -- none
  tekstymd char(8), -- none
  tekedymd char(8), -- none
  kakuninymd char(8), -- none
  sakjokbn char(1), -- none
  termid varchar(16), -- none / device_id
  opid varchar(16), -- username / account_id none
  creymd char(8), -- none
  upymd char(8), -- none
  uphms char(6), -- none
  hospnum smallint, -- none
  PRIMARY KEY (hospnum, ptid, hknid)
);
CREATE TABLE tbl_uketuke (
  ukeymd char(8), -- none
  ukeid decimal(5,0), -- none
  uketime char(6), -- none
  ptid decimal(10,0), -- none
  name varchar(100), -- person_name
  sryka char(2), -- none
  drcd char(5), -- none / account_id
  srynaiyo char(2), -- none
  hkncombi decimal(4,0), -- none
  kaikeitime decimal(4,0), -- none
  keyyyktime decimal(4,0), -- none
  yyktime decimal(4,0), -- none
  yykid decimal(2,0), -- none
  hyojijun decimal(4,0), -- none
  kakren char(2), -- none
  srflg char(2), -- none
  termid varchar(16), -- none / device_id
  opid varchar(16), -- username / account_id none
  creymd char(8), -- none
  upymd char(8), -- none
  uphms char(6), -- none
  hospnum decimal(2,0), -- none
  PRIMARY KEY (hospnum, ukeymd, ukeid)
);

-- source: yuyu, Japanese
CREATE TABLE AM_User_Z (
  userId varchar(30) PRIMARY KEY, -- username / account_id
  userNm varchar(32), -- person_name / username
  userGroupCd varchar(30), -- none
  specialUserKbn varchar(1), -- none
  password varchar(128), -- password_hash
  passwordSetteiYmd varchar(8), -- none
  passwordYuukouKigenYmd varchar(8), -- none
  passwordYuukouCountY decimal(2), -- none
  passwordYuukouCountM decimal(2), -- none
  passwordYuukouCountD decimal(2), -- none
  passwordYuukouKikanKbn varchar(1), -- none
  passwordHenkouKyokaKbn varchar(1), -- none
  passwordHenkouYoukyuuKbn varchar(1), -- none
  loginKyokaKbn varchar(1), -- none
  loginErrorCount decimal(2), -- none
  lastLoginTime varchar(17), -- none
  kousinsyaId varchar(30), -- username / account_id none
  kousinTime varchar(17), -- none
  kousinKinou varchar(50), -- none
  version bigint -- none
);
CREATE TABLE HT_UketoriKouzaJyouhou_Z (
  mosno varchar(20), -- order_or_licence / none
  uktkzsyubetukbn varchar(2), -- none
  kzsyuruikbn varchar(1), -- none
  bankcd varchar(4), -- none / bank_account
  sitencd varchar(3), -- none / bank_account
  yokinkbn varchar(1), -- none
  kouzano varchar(12), -- bank_account
  kzmeiginmkn varchar(62), -- kana_name / person_name bank_account
  gyoumuKousinsyaId varchar(15), -- username / account_id none
  gyoumuKousinTime varchar(17), -- none
  kousinsyaId varchar(30), -- username / account_id none
  kousinTime varchar(17), -- none
  kousinKinou varchar(50), -- none
  version bigint, -- none
  kouzainfoinputhoryuukbn varchar(1), -- none
  kzkykdoukbn varchar(1), -- none
  PRIMARY KEY (mosno, uktkzsyubetukbn)
);
CREATE TABLE HT_Uketorinin_Z (
  mosno varchar(20), -- order_or_licence / none
  uktsyukbn varchar(2), -- none
  uktsyurenno decimal(2), -- none
  uktkbn varchar(2), -- none
  uktnmkn varchar(38), -- kana_name / person_name
  uktnmkj varchar(32), -- person_name
  uktnmkjkhukakbn varchar(1), -- none
  ukttdk varchar(2), -- other_pii
  uktbnwari decimal(3), -- none
  uktseiymd varchar(8), -- birth_date
  gyoumuKousinsyaId varchar(15), -- username / account_id none
  gyoumuKousinTime varchar(17), -- none
  kousinsyaId varchar(30), -- username / account_id none
  kousinTime varchar(17), -- none
  kousinKinou varchar(50), -- none
  version bigint, -- none
  ukttsindousiteikbn varchar(1), -- none
  uktyno varchar(7), -- postal_code
  uktadr1kj varchar(62), -- address
  uktadr2kj varchar(62), -- address
  uktadr3kj varchar(62), -- address
  PRIMARY KEY (mosno, uktsyukbn, uktsyurenno)
);
