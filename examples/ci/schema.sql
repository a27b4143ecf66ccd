CREATE TABLE `pupils` (
  `id` int NOT NULL AUTO_INCREMENT,
  `name` varchar(60) NOT NULL,
  `mail` varchar(254) DEFAULT NULL,
  `joined_on` date DEFAULT NULL,
  PRIMARY KEY (`id`)
);
CREATE TABLE `houses` (
  `id` int NOT NULL AUTO_INCREMENT,
  `colour` varchar(20) NOT NULL,
  PRIMARY KEY (`id`)
);
