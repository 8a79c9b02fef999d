SELECT name, value, checksum
FROM drafts;
