SELECT name, value, checksum
FROM settings;
