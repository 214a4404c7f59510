import type pg from 'pg';
import { records, type RecordKind } from '../../records/records';
import type { Writer } from '../formats';
import { pageQuery } from '../recordQuery';

/**
 * Everything that articles and their records are, as JSON Lines that `verbatim import` takes: one record a line under its kind,
 * in an order in which each finds what it refers to. Read straight from the tables and not by the API's reader, because it holds
 * what the API shows nobody: where quotes stood in older versions, and old addresses. For operators only: drafts, embargoed and
 * withdrawn articles are among it. src/records says which columns it holds. All is read in one snapshot.
 */
export const writeRecords: Writer = async function* (client) {
  await client.query('/* export */ begin isolation level repeatable read read only');
  try {
    for (const kind of Object.keys(records) as RecordKind[]) yield* linesOf(client, kind);
  } finally {
    await client.query('commit');
  }
};

/** Page by page, so that no page is too large to be held. */
async function* linesOf(client: pg.ClientBase, kind: RecordKind): AsyncGenerator<string> {
  const text = pageQuery(kind);
  for (let after = ''; ;) {
    const { rows } = await client.query<{ place: string; line: string }>(text, [after]);
    for (const { line } of rows) yield `${line}\n`;
    if (rows.length < records[kind].pageSize) return;
    after = rows.at(-1)!.place;
  }
}
