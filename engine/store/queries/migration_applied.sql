INSERT INTO migrations (version, at)
VALUES (?1, ?2);
