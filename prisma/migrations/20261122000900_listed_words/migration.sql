-- Each keyword and each alias is a word or more on one line: a list with nothing in it, or with something that runs over
-- lines, would break the answers that promise text there, and the keys by which names are found (one a line).
ALTER TABLE article ADD CONSTRAINT article_keywords_check
  CHECK (array_to_string(keywords, ' ', E'\n') !~ E'[\n\r]' AND '' <> ALL (keywords));
ALTER TABLE person ADD CONSTRAINT person_aliases_check
  CHECK (array_to_string(aliases, ' ', E'\n') !~ E'[\n\r]' AND '' <> ALL (aliases));
ALTER TABLE organization ADD CONSTRAINT organization_aliases_check
  CHECK (array_to_string(aliases, ' ', E'\n') !~ E'[\n\r]' AND '' <> ALL (aliases));
ALTER TABLE place ADD CONSTRAINT place_aliases_check
  CHECK (array_to_string(aliases, ' ', E'\n') !~ E'[\n\r]' AND '' <> ALL (aliases));
