-- The same for quotes, by the date that they carry of their article.
SET LOCAL maintenance_work_mem = '256MB';
CREATE INDEX IF NOT EXISTS quote_words_newest ON quote
  USING gin (search_vector, listing_periods(article_listed_at)) WITH (fastupdate = off);
