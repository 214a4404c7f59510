const prefixes = { Article: 'article', Quote: 'quote', Person: 'person', Organization: 'organization', Place: 'place' };

/**
 * An answer of PostGraphile in the contract's shape, to compare what it says: its ids are bare, its times have an offset, a
 * list of parts is a connection, and a speaker, or what a search found, is one of several relations.
 * @param kind the contract's type that `value` is of, where it has an id
 */
export function asContract(value, kind) {
  if (Array.isArray(value)) return value.map((item) => asContract(item, kind));
  if (value === null || typeof value !== 'object') return value;
  const { speakerPerson, speakerOrganization, ...rest } = value;
  const shaped = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, field(key, inner, kind)]));
  if (speakerPerson !== undefined)
    shaped.speaker = asContract(speakerPerson, 'Person') ?? asContract(speakerOrganization, 'Organization');
  return shaped;
}

const kinds = {
  article: 'Article',
  articles: 'Article',
  person: 'Person',
  people: 'Person',
  place: 'Place',
  places: 'Place',
  quote: 'Quote',
  quotes: 'Quote',
  organization: 'Organization',
};

function foundAsContract({ score, snippet, ...relations }) {
  const [name, record] = Object.entries(relations).find(([, value]) => value !== null);
  return { score, snippet, node: asContract(record, kinds[name]) };
}

function field(key, value, kind) {
  if (key === 'id') return `${prefixes[kind]}_${value}`;
  if (key === 'publishedAt') return value && new Date(value).toISOString();
  if (key === 'spans') return value.nodes;
  if (key === 'search') return { edges: value.nodes.map(foundAsContract) };
  return asContract(value, kinds[key] ?? kind);
}
