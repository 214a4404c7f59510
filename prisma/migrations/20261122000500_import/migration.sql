-- What an import last brought of an article, so that the same input changes nothing, and an older one neither.

CREATE TABLE imported_item (
  article_id uuid NOT NULL,
  digest bytea NOT NULL CONSTRAINT imported_item_digest_check CHECK (octet_length(digest) = 32),
  version_at timestamptz(3),
  extracted boolean NOT NULL DEFAULT false,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT imported_item_pkey PRIMARY KEY (article_id),
  CONSTRAINT imported_item_article_id_fkey FOREIGN KEY (article_id) REFERENCES article (id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- An import in bulk writes the versions first, with this rule put off to the commit: then the article's row finds the words to
-- index when it is written, and is written once instead of twice. For everybody else the rule is checked at once, as before.
ALTER TABLE article_version ALTER CONSTRAINT article_version_article_id_fkey DEFERRABLE INITIALLY IMMEDIATE;
