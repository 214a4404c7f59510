import type { Operation } from '../reference/operations/maker';

const viewer = { role: 'READER', name: null } as const;

function asking(text: string, variables: Readonly<Record<string, unknown>>): Operation {
  return { text, variables, viewer };
}

const page = '{ totalCount pageInfo { hasNextPage hasPreviousPage } edges { cursor node { id } } }';
const some = 'first: 3';

/** Every field that takes the id of a record of a kind, after `node` and `nodes`. */
const byKind: Readonly<Record<string, readonly string[]>> = {
  article: [
    'article(by: { id: $id }) { id }',
    'withdrawal(by: { id: $id }) { slug }',
    `quotes(filter: { article: { id: $id } }, ${some}) ${page}`,
  ],
  quote: ['quote(id: $id) { id }'],
  subject: ['subject(by: { id: $id }) { id }', `articles(filter: { subject: { id: $id } }, ${some}) ${page}`],
  person: [
    'person(by: { id: $id }) { id }',
    `articles(filter: { person: { id: $id } }, ${some}) ${page}`,
    `quotes(filter: { speaker: { id: $id } }, ${some}) ${page}`,
  ],
  organization: [
    'organization(by: { id: $id }) { id }',
    `articles(filter: { organization: { id: $id } }, ${some}) ${page}`,
    `articles(filter: { provider: { id: $id } }, ${some}) ${page}`,
    `quotes(filter: { speaker: { id: $id } }, ${some}) ${page}`,
  ],
  place: [
    'place(by: { id: $id }) { id }',
    `articles(filter: { place: { id: $id } }, ${some}) ${page}`,
    `quotes(filter: { place: { id: $id } }, ${some}) ${page}`,
  ],
};

const byWord: Readonly<Record<string, string>> = {
  article: '{ article(by: { slug: $word }) { id } }',
  subject: '{ subject(by: { code: $word }) { id } }',
  person: '{ person(by: { slug: $word }) { id } }',
  organization: '{ organization(by: { slug: $word }) { id } }',
  place: '{ place(by: { slug: $word }) { id } }',
};

/** The operations that ask for a record by its id, once each way; the id a variable, or in the text. */
export function byId(kind: string, id: string): Operation[] {
  const fields = ['node(id: $id) { id __typename }', 'nodes(ids: [$id]) { id }', ...(byKind[kind] ?? [])];
  return fields.flatMap((field) => [
    asking(`query ($id: ID!) { ${field} }`, { id }),
    asking(`{ ${field.replaceAll('$id', JSON.stringify(id))} }`, {}),
  ]);
}

/** The operation that asks for a record by its slug or code. */
export function bySlug(kind: string, word: string): Operation | null {
  const text = byWord[kind];
  return text === undefined ? null : asking(`query ($word: String!) ${text}`, { word });
}

const entities = ['people', 'organizations', 'places'];

/** An operation that looks for a word everywhere where words are looked for. */
export function lookingFor(word: string): Operation {
  const names = entities.flatMap((list) =>
    ['name', 'nameStartsWith', 'alias'].map(
      (way) => `${list}_${way}: ${list}(filter: { ${way}: $word }, ${some}) ${page}`,
    ),
  );
  const ids = entities.map(
    (list) => `${list}_id: ${list}(filter: { externalId: { scheme: "wikidata", value: $word } }) ${page}`,
  );
  const words = ['articles', 'quotes'].flatMap((list) =>
    ['NEWEST', 'RELEVANCE'].map(
      (order) => `${list}_${order}: ${list}(filter: { words: $word }, orderBy: ${order}, ${some}) ${page}`,
    ),
  );
  const search = `search(text: $word, ${some}) { totalCount edges { cursor snippet score node { id } } }`;
  return asking(`query ($word: String!) { ${[...names, ...ids, ...words, search].join(' ')} }`, { word });
}

/** Fields that are not for readers, with an id to be told about. */
export function forbidden(article: string): Operation[] {
  return [
    asking('query ($id: ID!) { articleDiff(article: $id, from: 1, to: 1) { from } }', { id: article }),
    asking('query ($id: ID!) { auditEntries(record: $id) { totalCount } }', { id: article }),
    asking('{ apiKeys { totalCount } }', {}),
    asking(
      'mutation ($id: ID!) { publishArticle(input: { id: $id, expectedVersion: 1 }) { article { id } userErrors { code } } }',
      { id: article },
    ),
  ];
}
