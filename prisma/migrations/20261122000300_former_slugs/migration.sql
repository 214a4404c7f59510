-- A slug that was given away still answers, whether its record got another one or was merged into another record.

CREATE TABLE former_slug (
  kind text NOT NULL CONSTRAINT former_slug_kind_check CHECK (kind IN ('person', 'organization', 'place')),
  slug text NOT NULL,
  record_id uuid NOT NULL,
  CONSTRAINT former_slug_pkey PRIMARY KEY (kind, slug)
);
CREATE INDEX former_slug_record ON former_slug (record_id);

INSERT INTO former_slug (kind, slug, record_id) SELECT kind, slug, survivor_id FROM merged_record;
ALTER TABLE merged_record DROP COLUMN slug;
