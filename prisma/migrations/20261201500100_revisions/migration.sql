-- How often each record was changed: a change names the revision that it starts from.
ALTER TABLE quote ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE mention ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE person ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE organization ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE place ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE subject ADD COLUMN revision integer NOT NULL DEFAULT 1;

-- Functions and triggers as in prisma/functions.
CREATE OR REPLACE FUNCTION count_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision = OLD.revision + 1;
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER quote_revision BEFORE UPDATE OF text, kind, cue_text, said_on, said_in_id, speaker_person_id,
    speaker_organization_id, speaker_name, speaker_title, source_type, method, confidence, review_status, anchor_state ON quote
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.text, OLD.kind, OLD.cue_text, OLD.said_on, OLD.said_in_id, OLD.speaker_person_id, OLD.speaker_organization_id,
      OLD.speaker_name, OLD.speaker_title, OLD.source_type, OLD.method, OLD.confidence, OLD.review_status, OLD.anchor_state)
    IS DISTINCT FROM
    (NEW.text, NEW.kind, NEW.cue_text, NEW.said_on, NEW.said_in_id, NEW.speaker_person_id, NEW.speaker_organization_id,
      NEW.speaker_name, NEW.speaker_title, NEW.source_type, NEW.method, NEW.confidence, NEW.review_status, NEW.anchor_state))
  EXECUTE FUNCTION count_revision();
CREATE OR REPLACE TRIGGER mention_revision BEFORE UPDATE OF rel, person_id, organization_id, place_id, method, confidence,
    review_status ON mention
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.rel, OLD.person_id, OLD.organization_id, OLD.place_id, OLD.method, OLD.confidence, OLD.review_status)
    IS DISTINCT FROM (NEW.rel, NEW.person_id, NEW.organization_id, NEW.place_id, NEW.method, NEW.confidence, NEW.review_status))
  EXECUTE FUNCTION count_revision();
CREATE OR REPLACE TRIGGER person_revision BEFORE UPDATE OF slug, name, aliases, description, listed, review_status ON person
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.slug, OLD.name, OLD.aliases, OLD.description, OLD.listed, OLD.review_status)
    IS DISTINCT FROM (NEW.slug, NEW.name, NEW.aliases, NEW.description, NEW.listed, NEW.review_status))
  EXECUTE FUNCTION count_revision();
CREATE OR REPLACE TRIGGER organization_revision BEFORE UPDATE OF slug, name, aliases, kind, parent_id, listed, review_status
    ON organization
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.slug, OLD.name, OLD.aliases, OLD.kind, OLD.parent_id, OLD.listed, OLD.review_status)
    IS DISTINCT FROM (NEW.slug, NEW.name, NEW.aliases, NEW.kind, NEW.parent_id, NEW.listed, NEW.review_status))
  EXECUTE FUNCTION count_revision();
CREATE OR REPLACE TRIGGER place_revision BEFORE UPDATE OF slug, name, aliases, kind, parent_id, country_code, latitude,
    longitude, listed, review_status ON place
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.slug, OLD.name, OLD.aliases, OLD.kind, OLD.parent_id, OLD.country_code, OLD.latitude, OLD.longitude, OLD.listed,
      OLD.review_status)
    IS DISTINCT FROM
    (NEW.slug, NEW.name, NEW.aliases, NEW.kind, NEW.parent_id, NEW.country_code, NEW.latitude, NEW.longitude, NEW.listed,
      NEW.review_status))
  EXECUTE FUNCTION count_revision();
CREATE OR REPLACE TRIGGER subject_revision BEFORE UPDATE OF code, name, listed ON subject
  FOR EACH ROW WHEN (OLD.revision = NEW.revision AND
    (OLD.code, OLD.name, OLD.listed) IS DISTINCT FROM (NEW.code, NEW.name, NEW.listed))
  EXECUTE FUNCTION count_revision();

-- A revision alone changes no list.
CREATE OR REPLACE FUNCTION touched(o mention, n mention) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag
      FROM (VALUES ('person', (r).person_id), ('organization', (r).organization_id), ('place', (r).place_id)) l (kind, id),
        LATERAL link_tags(kind, id, goes) tag
      WHERE l.id IS NOT NULL AND (goes OR is_told((r).article_id))
        AND (o.id IS NULL OR n.id IS NULL OR to_jsonb(o) - '{version,revision}'::text[] IS DISTINCT FROM to_jsonb(n) - '{version,revision}'::text[])
  ) tags WHERE (r).id IS NOT NULL $$;

CREATE OR REPLACE FUNCTION touched(o quote, n quote) RETURNS SETOF touched LANGUAGE sql STABLE AS $$
  SELECT tag, article_id FROM (VALUES (o, true), (n, false)) sides (r, goes), LATERAL (
    SELECT (r).article_id, 'article_' || (r).article_id AS tag
    UNION ALL SELECT (r).article_id, tag FROM (
        SELECT 'quotes' AS tag UNION ALL SELECT tag FROM (VALUES ('person', (r).speaker_person_id),
          ('organization', (r).speaker_organization_id), ('place', (r).said_in_id)) l (kind, id), LATERAL link_tags(kind, id, goes) tag
          WHERE l.id IS NOT NULL
      ) tags
      WHERE (goes OR is_told((r).article_id)) AND (o.id IS NULL OR n.id IS NULL
        OR to_jsonb(o) - '{version,revision,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[]
          IS DISTINCT FROM to_jsonb(n) - '{version,revision,text,cue_text,cue_start,cue_end,speaker_name,speaker_title,method,confidence,search_vector}'::text[])
    UNION ALL SELECT (r).article_id, 'quotes/words'
      WHERE o.search_vector IS DISTINCT FROM n.search_vector AND (goes OR is_told((r).article_id))
  ) tags WHERE (r).id IS NOT NULL $$;
