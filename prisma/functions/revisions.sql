-- Revisions: how often a record was changed, so that nobody overwrites a change that they did not see.

-- Counts a change of a record that its program did not count itself. What only follows from a change elsewhere, such as
-- a place in the order of the text, is no change of the record.
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
