INSERT INTO settings (name, value, checksum)
VALUES (?1, ?2, ?3)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, checksum = excluded.checksum;
