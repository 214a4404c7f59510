-- What a sender last said of an article, so that what an editor touched can be told from what follows the sender; and what a sender
-- killed or withheld, by the uri, whether or not an article has it.

ALTER TABLE imported_item
  ADD COLUMN version_number bigint,
  -- The values that an import last brought, by their names. Null of what was imported before.
  ADD COLUMN brought jsonb,
  -- What the sender said to editors. Readers are never shown it.
  ADD COLUMN note text;

CREATE TABLE held_item (
  uri text NOT NULL,
  status article_status NOT NULL CONSTRAINT held_item_status_check CHECK (status IN ('DRAFT', 'WITHDRAWN')),
  version_at timestamptz(3),
  version_number bigint,
  digest bytea NOT NULL CONSTRAINT held_item_digest_check CHECK (octet_length(digest) = 32),
  note text,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT held_item_pkey PRIMARY KEY (uri)
);
