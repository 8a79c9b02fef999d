SELECT number, at, clock, utc_offset, course, lesson, event, what, checksum
FROM events
WHERE number = ?1;
