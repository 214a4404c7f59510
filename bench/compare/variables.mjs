/**
 * What the operations ask for: 500 values each, the same in every run over the same data. Articles are drawn evenly; people
 * by how much they said, so that the well known come more often; searches are what people type: names, two words, a place.
 */
const visible = "a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())";

const slugs = `SELECT json_build_object('slug', a.slug) FROM article a WHERE ${visible} ORDER BY md5(a.id::text) LIMIT 500`;

const people = `SELECT json_build_object('slug', p.slug) FROM quote q JOIN person p ON p.id = q.speaker_person_id
  JOIN article a ON a.id = q.article_id WHERE ${visible} ORDER BY md5(q.id::text) LIMIT 500`;

const searches = `WITH headline AS (
    SELECT md5(v.id::text) AS draw, row_number() OVER (ORDER BY md5(v.id::text)) AS n,
      ARRAY(SELECT word FROM regexp_split_to_table(lower(v.headline), '[^[:alpha:]]+') word
        WHERE char_length(word) > 4 ORDER BY md5(word || v.id) LIMIT 2) AS words
    FROM article_version v JOIN article a ON a.id = v.article_id AND a.version = v.number WHERE ${visible} LIMIT 500
  ), speaker AS (
    SELECT p.name, row_number() OVER (ORDER BY md5(q.id::text)) AS n FROM quote q JOIN person p ON p.id = q.speaker_person_id
    ORDER BY md5(q.id::text) LIMIT 500
  ), spot AS (
    SELECT p.name, row_number() OVER (ORDER BY md5(m.id::text)) AS n FROM mention m JOIN place p ON p.id = m.place_id
    ORDER BY md5(m.id::text) LIMIT 500
  )
  SELECT json_build_object('text', CASE h.n % 10
      WHEN 0 THEN p.name WHEN 1 THEN p.name || ' ' || h.words[1] WHEN 2 THEN h.words[1]
      WHEN 3 THEN s.name WHEN 4 THEN s.name WHEN 5 THEN s.name || ' ' || h.words[1]
      ELSE array_to_string(h.words, ' ') END)
  FROM headline h JOIN speaker s USING (n) JOIN spot p USING (n) ORDER BY h.n`;

const statements = { ArticlePage: slugs, PersonPage: people, Search: searches };

/** @returns the variable sets of an operation; one empty set where it has no variables. */
export async function variablesOf(client, operationName) {
  const statement = statements[operationName];
  if (!statement) return [{}];
  const { rows } = await client.query({ text: statement, rowMode: 'array' });
  return rows.map(([set]) => set);
}
