import { openTestDatabase } from '../harness/database';
import { writeWorld } from '../world/world';
import { plantCanaries } from './canaries';

/** Columns of text in which no canary can stand. */
const exceptions = {
  'answered_call.action': 'The name of a mutation.',
  'article.language': 'The tag of a language; two hidden articles have one that no other has.',
  'audit_entry.action': 'The name of a mutation.',
  'audit_entry.record_kind': 'The prefix of a global id.',
  'external_id.scheme': 'The name of a catalogue.',
  'former_slug.kind': 'The prefix of a global id.',
  'mention_span.text': 'Words of a body, whose canary stands at its end.',
  'merged_record.kind': 'The prefix of a global id.',
  'place.country_code': 'The code of a country.',
  'quote.cue_text': 'Words of a body, whose canary stands at its end.',
  'quote_span.prefix': 'Words of a body, whose canary stands at its end.',
  'quote_span.suffix': 'Words of a body, whose canary stands at its end.',
  'search_language.config': 'The name of a text search configuration.',
};

/** The columns of text in which no row of a world with canaries has one. */
async function columnsWithout(change = ''): Promise<string[]> {
  const database = await openTestDatabase();
  const client = await database.pool.connect();
  try {
    await client.query(change);
    await writeWorld(client, 1);
    await plantCanaries(client);
    const { rows } = await client.query<{ name: string; look: string }>(
      `SELECT table_name || '.' || column_name AS name,
         format('SELECT FROM %I WHERE %I::text ~ ''qz[g-v]{12}'' LIMIT 1', table_name, column_name) AS look
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
         AND (data_type IN ('text', 'character varying', 'json', 'jsonb') OR udt_name = '_text') ORDER BY 1`,
    );
    const without: string[] = [];
    for (const { name, look } of rows) if ((await client.query(look)).rowCount === 0) without.push(name);
    return without;
  } finally {
    client.release();
    await database.close();
  }
}

test('every column of text carries a canary, but those of which a reason is given', async () => {
  expect((await columnsWithout()).sort()).toEqual(Object.keys(exceptions).sort());
}, 60_000);

test('a column that no list of src/records has is found to carry none', async () => {
  expect(await columnsWithout('ALTER TABLE image ADD COLUMN rights text')).toContain('image.rights');
}, 60_000);
