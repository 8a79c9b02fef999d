-- The history and what belongs to it. Rows carry a checksum of their own (row.h), so that flipped bits are noticed where the
-- file's structure is whole.

-- Which migrations were applied. It says the same as user_version in the file's header: where the two differ, the header is damaged.
CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  at INTEGER NOT NULL              -- ms since 1970 UTC
) STRICT;

-- Only ever added to.
CREATE TABLE events (
  number INTEGER PRIMARY KEY,      -- from 1, without gaps
  at INTEGER NOT NULL,             -- ms since 1970 UTC, never before the row above: a clock set back is held
  clock INTEGER NOT NULL,          -- ms since 1970 UTC, as the machine's clock showed it
  utc_offset INTEGER NOT NULL,     -- minutes that local time was ahead of UTC
  course TEXT NOT NULL,
  lesson TEXT NOT NULL,
  event TEXT NOT NULL,             -- "answered", "step-finished" …
  what TEXT NOT NULL,              -- its particulars, JSON
  checksum INTEGER NOT NULL
) STRICT;

-- Input not checked yet, overwritten in place.
CREATE TABLE drafts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;
