-- What PostGraphile is shown: the contract's records as views that hold who may see what, related by its smart tags.
DROP SCHEMA IF EXISTS postgraphile CASCADE;
CREATE SCHEMA postgraphile;

-- LEFT, so that the versions are looked up only for those who ask for the body.
CREATE VIEW postgraphile.article AS
  SELECT a.id, a.slug, a.headline, a.standfirst, a.byline, a.dateline, a.published_at, v.body, a.listed_at, a.created_at
  FROM article a LEFT JOIN article_version v ON v.article_id = a.id AND v.number = a.version
  WHERE a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now());
COMMENT ON VIEW postgraphile.article IS E'@primaryKey id\n@unique slug';

CREATE VIEW postgraphile.person AS SELECT id, slug, name, aliases, description, sort_name FROM person;
COMMENT ON VIEW postgraphile.person IS E'@primaryKey id\n@unique slug';

CREATE VIEW postgraphile.organization AS SELECT id, slug, name FROM organization;
COMMENT ON VIEW postgraphile.organization IS E'@primaryKey id\n@unique slug';

CREATE VIEW postgraphile.place AS SELECT id, slug, name, kind, country_code, sort_name FROM place;
COMMENT ON VIEW postgraphile.place IS E'@primaryKey id\n@unique slug';

-- "backwards" is what the index on quotes has: an article's quotes in the order they stand in.
CREATE VIEW postgraphile.quote AS
  SELECT q.id, q.article_id, q.version, q.text, q.kind, q.position, -q.position AS backwards, q.speaker_person_id,
    q.speaker_organization_id, q.speaker_name, q.speaker_title, q.said_at, q.article_listed_at, q.article_created_at
  FROM quote q JOIN article a ON a.id = q.article_id
  WHERE q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
    AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now());
COMMENT ON VIEW postgraphile.quote IS E'@primaryKey id
@unique id,version
@foreignKey (article_id) references postgraphile.article (id)|@foreignFieldName quotes
@foreignKey (speaker_person_id) references postgraphile.person (id)|@fieldName speakerPerson|@foreignFieldName quotes
@foreignKey (speaker_organization_id) references postgraphile.organization (id)|@fieldName speakerOrganization';

CREATE VIEW postgraphile.span AS SELECT quote_id, version, index, start_offset AS start, end_offset AS "end" FROM quote_span;
COMMENT ON VIEW postgraphile.span IS E'@primaryKey quote_id,version,index
@foreignKey (quote_id,version) references postgraphile.quote (id,version)|@foreignFieldName spans';

CREATE FUNCTION postgraphile.article_people(article postgraphile.article) RETURNS SETOF postgraphile.person LANGUAGE sql STABLE AS $$
  SELECT p.* FROM postgraphile.person p WHERE p.id IN (SELECT m.person_id FROM mention m WHERE m.article_id = article.id)
  ORDER BY p.sort_name, p.id
$$;

CREATE FUNCTION postgraphile.article_places(article postgraphile.article) RETURNS SETOF postgraphile.place LANGUAGE sql STABLE AS $$
  SELECT p.* FROM postgraphile.place p WHERE p.id IN (SELECT m.place_id FROM mention m WHERE m.article_id = article.id)
  ORDER BY p.sort_name, p.id
$$;

-- What a search finds; "search" itself, whose words stand elsewhere, is made by prepare.mjs.
CREATE VIEW postgraphile.found AS
  SELECT NULL::real AS rank, NULL::text AS snippet, NULL::uuid AS article_id, NULL::uuid AS quote_id, NULL::uuid AS person_id,
    NULL::uuid AS organization_id, NULL::uuid AS place_id
  WHERE false;
COMMENT ON VIEW postgraphile.found IS E'@behavior -query:resource:list -query:resource:connection
@foreignKey (article_id) references postgraphile.article (id)|@fieldName article
@foreignKey (quote_id) references postgraphile.quote (id)|@fieldName quote
@foreignKey (person_id) references postgraphile.person (id)|@fieldName person
@foreignKey (organization_id) references postgraphile.organization (id)|@fieldName organization
@foreignKey (place_id) references postgraphile.place (id)|@fieldName place';
