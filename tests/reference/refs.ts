import type { Ref } from './arguments';
import { parseId, type NodeType } from './ids';
import { answersTo, survivor } from './merged';
import type { EntityRow, Tables } from './rows';

/** The kinds of records that a reference can name. */
export type Named = Extract<NodeType, 'Article' | 'Person' | 'Organization' | 'Place' | 'Subject'>;

const columns = { Person: 'person_id', Organization: 'organization_id', Place: 'place_id' } as const;

/** The id of the record of that type that a reference names; null where it names none. */
export function namedId(tables: Tables, type: Named, ref: Ref): string | null {
  if (ref.id !== undefined) {
    const parsed = parseId(ref.id);
    return parsed?.type === type ? survivor(tables, parsed.id) : null;
  }
  if (type === 'Article') {
    const isIt = ref.slug !== undefined ? { slug: ref.slug } : { uri: ref.uri };
    return (
      tables.article.find((row) => row.slug === isIt.slug || (isIt.uri !== undefined && row.uri === isIt.uri))?.id ??
      null
    );
  }
  if (type === 'Subject') return tables.subject.find((row) => row.code === ref.code)?.id ?? null;
  if (ref.externalId) {
    const { scheme, value } = ref.externalId;
    return tables.external_id.find((id) => id.scheme === scheme && id.value === value)?.[columns[type]] ?? null;
  }
  const rows: readonly EntityRow[] = { Person: tables.person, Organization: tables.organization, Place: tables.place }[
    type
  ];
  return rows.find((row) => answersTo(tables, row, ref.slug))?.id ?? null;
}

/** The ids of the records of that type that a filter's references name; those of speakers may name one of another type. */
export function namedIds(tables: Tables, type: Named, refs: readonly Ref[]): ReadonlySet<string | null> {
  const ids = refs.map((ref) => {
    if (ref.person) return type === 'Person' ? namedId(tables, type, ref.person) : null;
    if (ref.organization) return type === 'Organization' ? namedId(tables, type, ref.organization) : null;
    return namedId(tables, type, ref);
  });
  return new Set(ids.filter((id) => id !== null));
}
