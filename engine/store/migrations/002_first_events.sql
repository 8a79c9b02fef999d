-- The first screen is folded from few events. Those of reviews, which may be millions, are read after it, in another thread.
CREATE INDEX first_events ON events (number)
WHERE event NOT IN ('buried', 'fitted', 'foretold', 'regraded', 'review-undone', 'reviewed', 'standing-changed');
