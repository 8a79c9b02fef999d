SELECT number, at, clock, utc_offset, course, lesson, event, what, checksum
FROM events
ORDER BY number DESC;
