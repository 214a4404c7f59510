-- The indexes of words and periods serve those who ask for words alone as well. A step of its own: it needs the tables for a moment
-- only, and must not begin by building indexes again where it has to wait for them.
DROP INDEX article_search, quote_search;
