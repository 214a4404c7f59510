-- What triggers would have done row by row, in sets. check.sql sees whether the result is the same.

INSERT INTO article (id, slug, uri, version, byline, dateline, credit_line, language, genre, urgency, keywords, status,
    embargoed_until, scheduled_for, published_at, created_at, located_id, source_id, rewritten_from_id, search_vector, headline, standfirst)
  SELECT a.id, a.slug, a.uri, a.version, a.byline, a.dateline, a.credit_line, a.language, a.genre, a.urgency, a.keywords, a.status,
    a.embargoed_until, a.scheduled_for, a.published_at, a.created_at, a.located_id, a.source_id, a.rewritten_from_id, version_words(a.language, v),
    v.headline, v.standfirst
  FROM loaded_article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version;

INSERT INTO search_language SELECT DISTINCT search_config(language)::text FROM article;

INSERT INTO article_subject (article_id, subject_id, article_listed_at, article_created_at)
  SELECT s.article_id, s.subject_id, a.listed_at, a.created_at FROM loaded_article_subject s JOIN article a ON a.id = s.article_id;

INSERT INTO mention (id, article_id, version, rel, person_id, organization_id, place_id, position, article_listed_at, article_created_at)
  SELECT m.id, m.article_id, m.version, m.rel, m.person_id, m.organization_id, m.place_id, m.position, a.listed_at, a.created_at
  FROM loaded_mention m JOIN article a ON a.id = m.article_id;

INSERT INTO quote (id, article_id, version, text, kind, position, cue_text, cue_start, cue_end, speaker_person_id,
    speaker_organization_id, speaker_name, speaker_title, source_type, said_at, said_in_id, method, confidence, review_status,
    reviewed_at, reviewed_by, anchor_state, created_at, article_listed_at, article_created_at, search_vector)
  SELECT q.id, q.article_id, q.version, q.text, q.kind, q.position, q.cue_text, q.cue_start, q.cue_end, q.speaker_person_id,
    q.speaker_organization_id, q.speaker_name, q.speaker_title, q.source_type, q.said_at, q.said_in_id, q.method, q.confidence,
    q.review_status, q.reviewed_at, CASE WHEN q.reviewed_at IS NOT NULL THEN 'desk' END, q.anchor_state, q.created_at,
    a.listed_at, a.created_at, quote_words(a.language, q.text)
  FROM loaded_quote q JOIN article a ON a.id = q.article_id;

DROP TABLE loaded_article, loaded_article_subject, loaded_mention, loaded_quote;
