import { enumeration, plain, text, texts } from '../reading/fields';
import type { FieldReading, Row, TypeReading } from '../reading/model';
import { list, one } from '../reading/relations';
import { nodeOf } from '../reading/roots';
import { literal, sql, type Sql } from '../reading/sql';

/** Findings are read from JSON, as extractionJson made it: a row of theirs is its `value`. */
const at =
  (name: string) =>
  (row: Row): Sql =>
    sql`(${row.col('value')} ->> ${literal(name)})`;
const part = (row: Row, name: string): Sql => sql`(${row.col('value')} -> ${literal(name)})`;

/** The members of a list, each as a row, in their order. */
function members(typeName: string, name: string): FieldReading {
  return list(typeName, (to, from) => ({
    from: sql`(select e.value, e.place, ${part(from, 'entities')} as entities
      from jsonb_array_elements(${part(from, name)}) with ordinality as e(value, place))`,
    on: sql`true`,
    orderBy: to.col('place'),
  }));
}

/** Stretches of the body, under the names of the columns that stored ones have. */
function stretches(typeName: 'TextSpan' | 'QuoteSpan'): FieldReading {
  return list(typeName, (to, from) => ({
    from: sql`(select s.* from rows from (jsonb_to_recordset(${part(from, 'spans')})
        as (start_offset integer, end_offset integer, text text, prefix text, suffix text))
      with ordinality as s(start_offset, end_offset, text, prefix, suffix, place))`,
    on: sql`true`,
    orderBy: to.col('place'),
  }));
}

/** How what was found in a text is read, before any of it is stored. */
export const extractionParts: Readonly<Record<'extraction' | 'entity' | 'quote', TypeReading>> = {
  extraction: {
    fields: {
      headline: text(at('headline')),
      standfirst: text(at('standfirst')),
      byline: text(at('byline')),
      dateline: text(at('dateline')),
      source: text(at('source')),
      creditLine: text(at('creditLine')),
      language: text(at('language')),
      captions: texts((row) => part(row, 'captions')),
      body: text(at('body')),
      entities: members('FoundEntity', 'entities'),
      quotes: members('FoundQuote', 'quotes'),
    },
  },
  entity: {
    fields: {
      kind: enumeration(at('kind')),
      name: text(at('name')),
      otherNames: texts((row) => part(row, 'otherNames')),
      titles: texts((row) => part(row, 'titles')),
      confidence: plain((row) => part(row, 'confidence')),
      spans: stretches('TextSpan'),
      outcome: enumeration(at('outcome')),
      record: (request) => {
        const record = request.compiler.row();
        const { json, cost } = nodeOf('kind', 'id')({ ...request, row: record });
        const named = sql`(select ${at('recordKind')(request.row)} as kind, ${at('recordId')(request.row)}::uuid as id)`;
        return { json: sql`(select ${json} from ${named} ${record.alias})`, cost };
      },
      matchConfidence: plain(at('matchConfidence')),
    },
  },
  quote: {
    fields: {
      text: text(at('text')),
      kind: enumeration(at('kind')),
      spans: stretches('QuoteSpan'),
      cue: one('TextSpan', (to, from) => ({
        from: sql`(select c.* from jsonb_to_record(nullif(${part(from, 'cue')}, 'null')) as c(start_offset integer, end_offset integer, text text))`,
        on: sql`${to.col('text')} is not null`,
      })),
      speaker: one('FoundEntity', (_to, from) => ({
        from: sql`(select ${from.col('entities')} -> ${at('speaker')(from)}::integer as value)`,
        on: sql`${at('speaker')(from)} is not null`,
      })),
      speakerName: text(at('speakerName')),
      speakerTitle: text(at('speakerTitle')),
      sourceType: enumeration(at('sourceType')),
      confidence: plain((row) => part(row, 'confidence')),
    },
  },
};
