SELECT number, at, clock, utc_offset, course, lesson, event, what, checksum
FROM events INDEXED BY first_events
WHERE event NOT IN ('buried', 'fitted', 'foretold', 'regraded', 'review-undone', 'reviewed', 'standing-changed')
  AND number > ?1 AND number <= ?2
ORDER BY number;
