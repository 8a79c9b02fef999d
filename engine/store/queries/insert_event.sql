INSERT INTO events (number, at, clock, utc_offset, course, lesson, event, what, checksum)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
