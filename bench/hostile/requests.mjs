import { gzipSync } from 'node:zlib';
import { send, sendRaw } from './send.mjs';

/** Names the first operation, where it has none, by a number that makes the document a new one. */
const numbered = (text, number) => text.replace(/^\s*(query)?\s*(?=[({@])/, `query N${number} `);
const query = (text, more = {}) => ({
  make: (number) => JSON.stringify({ query: numbered(text, number), ...more }),
});
const repeat = (count, piece, between = ' ') => Array.from({ length: count }, (_, i) => piece(i)).join(between);
const bySlug = 'query($slug: String) { article(by: { slug: $slug }) { id } }';
const slug = (value) => query(bySlug, { variables: { slug: value } });
const list = (args) => query(`{ articles(${args}) { edges { node { id } } } }`);
const search = (text) =>
  query('query($text: String!) { search(text: $text, first: 10) { edges { snippet } } }', { variables: { text } });
const name = (text) =>
  query('query($name: String) { people(filter: { name: $name }) { edges { node { id } } } }', {
    variables: { name: text },
  });
const nest = (depth, open, inner, close = ' }') => open.repeat(depth) + inner + close.repeat(depth);
/** A list of a field with that selection for each of its records. */
const many = (field, selection, more = '') => `${field} { ${more} edges { node { ${selection} } } }`;

const documents = {
  '1 MB query of fields': query(`{ ${repeat(130_000, () => 'viewer {role}', ' ').slice(0, 1_000_000)} }`),
  '1 MB of blanks': query(`{ viewer { role } }${' '.repeat(1_000_000)}`),
  '1 MB of commas': query(`{ viewer { role } ${','.repeat(1_000_000)} }`),
  '1 MB comment': query(`# ${'x'.repeat(1_000_000)}\n{ viewer { role } }`),
  '250 kB comment': query(`# ${'x'.repeat(250_000)}\n{ viewer { role } }`),
  '1 MB string in the query': query(`{ article(by: { slug: "${'a'.repeat(1_000_000)}" }) { id } }`),
  '250 kB string in the query': query(`{ article(by: { slug: "${'a'.repeat(250_000)}" }) { id } }`),
  'one million tokens': query(`{ ${'a '.repeat(1_000_000)} }`),
  '125,000 tokens': query(`{ ${'a '.repeat(125_000)} }`),
  '10,000 aliases': query(`{ ${repeat(10_000, (i) => `a${i}: viewer { role }`)} }`),
  '500 aliases': query(`{ ${repeat(500, (i) => `a${i}: viewer { role }`)} }`),
  'fragment that holds itself': query('{ viewer { ...A } } fragment A on Viewer { role ...A }'),
  'two fragments in a circle': query('{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }'),
  'forty fragments in a circle': query(
    `{ viewer { ...F0 } } ${repeat(40, (i) => `fragment F${i} on Viewer { role ...F${(i + 1) % 40} }`)}`,
  ),
  'fragment bomb, 2^30': query(
    `{ viewer { ...F0 } } ${repeat(30, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)} fragment F30 on Viewer { role }`,
  ),
  'fragment bomb, 10^8': query(
    `{ viewer { ...F0 } } ${repeat(8, (i) => `fragment F${i} on Viewer { ${`...F${i + 1} `.repeat(10)} }`)} fragment F8 on Viewer { role }`,
  ),
  '10,000 fragments': query(`{ viewer { role } } ${repeat(10_000, (i) => `fragment F${i} on Viewer { role }`)}`),
  '100,000 opening braces': query('{'.repeat(100_000)),
  '50,000 opening brackets in a value': query(`{ articles(filter: ${'['.repeat(50_000)}`),
  'nested 1,000 deep': query(
    `{ ${nest(1_000, 'articles { edges { node { people { edges { node { ', 'id', ' } } } } } }')} }`,
  ),
  'nested 30 deep': query(`{ organization(by: { slug: "x" }) { ${nest(30, 'parent { ', 'name')} } }`),
  '10,000 directives on one field': query(`{ viewer { role ${'@include(if: true) '.repeat(10_000)} } }`),
  '300 directives on one field': query(`{ viewer { role ${'@skip(if: false) '.repeat(300)} } }`),
  'unknown directives': query(`{ viewer { role ${repeat(100, (i) => `@x${i}`)} } }`),
  '1,000 operations': query(
    repeat(1_000, (i) => `query Q${i} { viewer { role } }`),
    { operationName: 'Q999' },
  ),
  'unknown operation name': query('query A { viewer { role } }', { operationName: 'B' }),
  'no operation': query('fragment A on Viewer { role }'),
  'two anonymous operations': query('{ viewer { role } } { viewer { name } }'),
  '1,000 variables': query(`query(${repeat(1_000, (i) => `$v${i}: Int`)}) { viewer { role } }`),
  'unknown fields by the hundred': query(`{ ${repeat(400, (i) => `artcle${i}`)} }`),
  'a name of 200,000 letters': query(`{ ${'a'.repeat(200_000)} }`),
  'fields that must be merged': query(
    `{ ${repeat(40, () => many('articles(first: 1)', many('people(first: 1)', 'id name slug')))} }`,
  ),
  '480 equal fields': query(`{ ${'viewer { role } '.repeat(480)} }`),
  '150 equal lists': query(`{ ${repeat(150, () => many('articles(first: 1)', 'id'))} }`),
  '49 fragments with the same fields': query(
    `{ viewer { ${repeat(49, (i) => `...F${i}`)} } } ${repeat(49, (i) => `fragment F${i} on Viewer { ${'role name '.repeat(9)} }`)}`,
  ),
  'fields that cannot be merged': query(`{ ${repeat(150, (i) => `a: articles(first: ${i}) { totalCount }`)} }`),
  'deep introspection': query(`{ __schema { types { ${nest(7, 'fields { type { ', 'name', ' } }')} } } }`),
  'introspection by 30 aliases': query(
    `{ ${repeat(30, (i) => `a${i}: __schema { types { name fields { name type { name fields { name } } } } }`)} }`,
  ),
};

const values = {
  'NUL in a variable': { body: `{"query":${JSON.stringify(bySlug)},"variables":{"slug":"a\\u0000b"}}` },
  'NUL in the query': { body: '{"query":"{ article(slug: \\"a\\u0000b\\") { id } }"}' },
  "NUL by the query's own escape": query('{ article(by: { slug: "a\\u0000b" }) { id } }'),
  'lone surrogate in a variable': { body: `{"query":${JSON.stringify(bySlug)},"variables":{"slug":"a\\ud800b"}}` },
  'lone surrogate in the query': { body: '{"query":"{ article(slug: \\"a\\udc00b\\") { id } }"}' },
  'bytes that are not UTF-8': {
    body: Buffer.concat([
      Buffer.from('{"query":"{ article(slug: \\"'),
      Buffer.from([0xff, 0xc0, 0x80]),
      Buffer.from('\\") { id } }"}'),
    ]),
  },
  'escape beyond Unicode': query('{ article(by: { slug: "\\u{110000}" }) { id } }'),
  'number for a string': slug(1),
  'list for a string': slug(['a']),
  'object for a string': slug({ a: 1 }),
  'text for a number': query('query($first: Int) { articles(first: $first) { totalCount } }', {
    variables: { first: 'ten' },
  }),
  'list for the variables': query(bySlug, { variables: ['a'] }),
  'variable of 1 MB': slug('a'.repeat(1_000_000)),
  'variable of 200 kB': slug('a'.repeat(200_000)),
  '20,000 variables': query(bySlug, {
    variables: Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`v${i}`, i])),
  }),
  'variable 100,000 lists deep': {
    body: `{"query":${JSON.stringify(bySlug)},"variables":{"slug":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
  },
  '__proto__ as a variable': {
    body: `{"query":${JSON.stringify(bySlug)},"variables":{"__proto__":{"slug":"a"},"constructor":1}}`,
  },
  'whole number beyond 32 bits': list('first: 99999999999999999999'),
  'number of 100,000 digits': list(`first: ${'9'.repeat(100_000)}`),
  'first: -1': list('first: -1'),
  'first: 100000': list('first: 100000'),
  'first and last': list('first: 1, last: 1'),
  'cursor that is none': list('after: "not a cursor"'),
  'cursor of 200 kB': list(`after: "${'A'.repeat(200_000)}"`),
  'id that is none': query('{ node(id: "\'; drop table article; --") { id } }'),
  'id of another type': query('{ person(by: { id: "article_00000000-0000-4000-8000-000000000000" }) { id } }'),
  '10,000 ids': query('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: Array.from({ length: 10_000 }, (_, i) => `article_${i}`) },
  }),
};

const costly = {
  'pages of 100, five deep': query(
    `{ ${many('articles(first: 100)', many('people(first: 100)', many('quotes(first: 100)', `article { ${many('people(first: 100)', 'id')} }`)))} }`,
  ),
  'pages of 100 by 25 aliases': query(
    `{ ${repeat(25, (i) => many(`a${i}: articles(first: 100)`, many('quotes(first: 100)', 'text')))} }`,
  ),
  'pages of 100 by variables': query(
    `query($n: Int) { ${many('articles(first: $n)', many('people(first: $n)', many('quotes(first: $n)', 'id')))} }`,
    { variables: { n: 100 } },
  ),
  'counts everywhere': query(
    `{ ${many('articles(first: 100)', many('people(first: 20)', 'articles { totalCount } quotes { totalCount }', 'totalCount'), 'totalCount')} }`,
  ),
  'counts as far as allowed': query(
    `{ ${many('articles(first: 20)', many('people(first: 5)', 'articles { totalCount } quotes { totalCount }'), 'totalCount')} }`,
  ),
  'the dearest pages that are allowed': query(
    `{ ${many('articles(first: 100)', `body ${many('quotes(first: 20)', 'text spans { text }')}`)} }`,
  ),
  'search for the most common words': search('the government election market court or police'),
  'search for 10,000 words': search(repeat(10_000, (i) => `word${i}`, ' or ')),
  'search for 200 kB': search('x'.repeat(200_000)),
  'search for 5,000 minuses': search('-a '.repeat(5_000)),
  'search for 5,000 quotation marks': search('"a '.repeat(5_000)),
  'search for nothing but stop words': search('the of and'),
  'search for blanks': search('   '),
  'name of one letter': name('a'),
  'name of 50,000 letters': name('ab '.repeat(16_000)),
  'name of percent signs': name('%_%_%_%'.repeat(100)),
};

const chunk = JSON.stringify({ query: '{ viewer { role } }' });
const head = (more) => `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${more}\r\n`;
const http = {
  'empty body': { body: '' },
  'body that is no JSON': { body: '{"query": ' },
  'body "null"': { body: 'null' },
  'body that is a text': { body: '"{ viewer { role } }"' },
  'batch of 1,000': { body: JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ viewer { role } }' }))) },
  'JSON 100,000 deep': { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
  'JSON with 100,000 keys': { body: `{${repeat(100_000, (i) => `"k${i}":1`, ',')}}` },
  'body of 20 MB': { body: JSON.stringify({ query: '{ viewer { role } }', x: 'x'.repeat(20_000_000) }) },
  'query that is a number': { body: '{"query":1}' },
  'text/plain': { ...query('{ viewer { role } }'), headers: { 'content-type': 'text/plain' } },
  'a form': { body: 'query={viewer{role}}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  multipart: { body: '--x\r\n\r\n--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  'no content type': { ...query('{ viewer { role } }'), headers: { 'content-type': null } },
  'another charset': {
    ...query('{ viewer { role } }'),
    headers: { 'content-type': 'application/json; charset=utf-16' },
  },
  'gzip bomb': { body: gzipSync(Buffer.alloc(50_000_000, 32)), headers: { 'content-encoding': 'gzip' } },
  DELETE: { method: 'DELETE' },
  'mutation by GET': { method: 'GET', path: `/graphql?query=${encodeURIComponent('mutation { x }')}` },
  'query of 60 kB by GET': {
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent(`{ viewer { ${'role '.repeat(12_000)} } }`)}`.slice(0, 60_000),
  },
  'header of 200 kB': { ...query('{ viewer { role } }'), headers: { 'x-long': 'x'.repeat(200_000) } },
  'too short a Content-Length': { raw: `${head('Content-Length: 5\r\n')}${chunk}`, wait: 300 },
  'two Content-Lengths': { raw: `${head('Content-Length: 5\r\nContent-Length: 500\r\n')}${chunk}`, wait: 300 },
  'Content-Length and chunks': {
    raw: `${head('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n')}5\r\nhello\r\n0\r\n\r\n`,
    wait: 300,
  },
  'chunk of ffffffffffffffff bytes': {
    raw: `${head('Transfer-Encoding: chunked\r\n')}ffffffffffffffff\r\n`,
    wait: 300,
  },
  'no HTTP at all': { raw: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', wait: 300 },
  '500 requests on one connection at once': {
    raw: `${head(`Content-Length: ${chunk.length}\r\n`)}${chunk}`.repeat(500),
    wait: 1_500,
  },
};

const kept = {
  '100 half-sent bodies, kept open': () => `${head('Content-Length: 200000\r\n')}{"query":"{ viewer`,
  '100 half-sent heads, kept open': () => 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
};

let sent = 0;

/** All hostile requests: a name, and how to send it to an origin. */
export const hostileRequests = [
  ...Object.entries({ ...documents, ...values, ...costly, ...http }).map(([title, request]) => ({
    name: title,
    send: (origin) =>
      request.raw
        ? sendRaw(origin, request.raw, request.wait)
        : send(origin, { ...request, body: request.make?.((sent += 1)) ?? request.body }),
  })),
  ...Object.entries(kept).map(([title, text]) => ({
    name: title,
    send: async (origin) => (await Promise.all(Array.from({ length: 100 }, () => sendRaw(origin, text(), 2_000))))[0],
  })),
];
