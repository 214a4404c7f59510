-- What it takes to write: keys, answered calls, the audit trail, merged records, and scheduled publication.

CREATE TYPE access_role AS ENUM ('READER', 'EDITOR', 'ADMIN');

ALTER TABLE article ADD COLUMN scheduled_for timestamptz(3);
UPDATE article SET scheduled_for = now() WHERE status = 'SCHEDULED';
ALTER TABLE article ADD CONSTRAINT article_scheduled_for_check CHECK ((status = 'SCHEDULED') = (scheduled_for IS NOT NULL));
CREATE INDEX article_due ON article (scheduled_for) WHERE status = 'SCHEDULED';

CREATE TABLE api_key (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CONSTRAINT api_key_name_check CHECK (name <> '' AND name !~ '[\x01-\x1f\x7f]'),
  role access_role NOT NULL,
  prefix text NOT NULL,
  hash bytea NOT NULL CONSTRAINT api_key_hash_check CHECK (octet_length(hash) = 32),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_used_at timestamptz(3),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE UNIQUE INDEX api_key_hash_key ON api_key (hash);
CREATE INDEX api_key_latest ON api_key (created_at DESC, id DESC);

CREATE TABLE answered_call (
  caller text NOT NULL,
  key text NOT NULL,
  action text NOT NULL,
  input_hash bytea NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT answered_call_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX answered_call_at ON answered_call (at);

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor text NOT NULL,
  api_key_id uuid,
  action text NOT NULL,
  record_kind text NOT NULL,
  record_id uuid NOT NULL,
  from_version integer,
  to_version integer
);
CREATE INDEX audit_entry_latest ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_record ON audit_entry (record_id, at DESC, id DESC);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is only ever added to.'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_entry_immutable';
END $$;
CREATE TRIGGER audit_entry_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

CREATE TABLE merged_record (
  id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT merged_record_kind_check CHECK (kind IN ('person', 'organization', 'place')),
  slug text NOT NULL,
  survivor_id uuid NOT NULL CONSTRAINT merged_record_survivor_check CHECK (survivor_id <> id),
  at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX merged_record_kind_slug_key ON merged_record (kind, slug);
CREATE INDEX merged_record_survivor ON merged_record (survivor_id);
