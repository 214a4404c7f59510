import type { NodeRow } from './rows';

const prefixes: Readonly<Record<NodeRow['type'], string>> = {
  Article: 'article',
  ArticleVersion: 'version',
  Image: 'image',
  Correction: 'correction',
  Withdrawal: 'withdrawal',
  Subject: 'subject',
  Person: 'person',
  Organization: 'organization',
  Place: 'place',
  Mention: 'mention',
  Quote: 'quote',
  AuditEntry: 'entry',
  ApiKey: 'key',
};

export type NodeType = NodeRow['type'];

/** The id by which the API knows a record. */
export function globalId(type: NodeType, id: string): string {
  return `${prefixes[type]}_${id}`;
}

/** What an id of the API names, or null when it is not one. */
export function parseId(id: string): { type: NodeType; id: string } | null {
  const found = /^([a-z]+)_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(id);
  const type = Object.entries(prefixes).find(([, prefix]) => prefix === found?.[1])?.[0];
  return found && type ? { type: type as NodeType, id: found[2] as string } : null;
}
