import { getNamedType, type GraphQLObjectType } from 'graphql';
import { textJson } from '../reading/fields';
import { compileListing } from '../reading/listing';
import type { Compiled, FieldReading, FieldRequest, Row } from '../reading/model';
import { pageOf } from '../reading/paging';
import { badInput } from '../errors/requestError';
import { oneOf, type TargetOf } from '../reading/relations';
import { join, literal, type Param, sql, type Sql } from '../reading/sql';
import type { Tag } from '../reading/dependencyTracker';
import { bind, checkText } from '../reading/values';
import { articleCandidates, nameCandidates, quoteCandidates, type Wanted } from './candidates';
import { soughtWords } from './newest';
import { snippet } from './snippet';

/** What a snippet adds to an operation's cost: PostgreSQL reads the whole text again to cut one. */
const SNIPPET_COST = 5;

const typeNames = ['Article', 'Quote', 'Person', 'Organization', 'Place'] as const;

/** What decides about what is found, of each kind. */
const searched: Readonly<Record<(typeof typeNames)[number], readonly Tag[]>> = {
  Article: ['articles', 'articles/words'],
  Quote: ['quotes', 'quotes/words'],
  Person: ['people'],
  Organization: ['organizations'],
  Place: ['places'],
};

function candidates(typeName: (typeof typeNames)[number], wanted: Wanted, { compiler }: FieldRequest): Sql {
  if (typeName === 'Article') return articleCandidates(wanted);
  if (typeName === 'Quote') return quoteCandidates(wanted);
  return nameCandidates(wanted, compiler.reading(typeName));
}

/** The record that a candidate stands for; the candidates were chosen from what the viewer may see. */
function node(request: FieldRequest, row: Row): Compiled {
  const target =
    (prefix: string): TargetOf =>
    (to) => ({
      on: sql`${row.col('kind')} = ${literal(prefix)} and ${to.col('id')} = ${row.col('id')}`,
      inherited: 'all',
    });
  const prefixOf = (typeName: string): string => request.compiler.reading(typeName).idPrefix!;
  return oneOf(Object.fromEntries(typeNames.map((name) => [name, target(prefixOf(name))])))(request);
}

function edgeField(name: string, request: FieldRequest, row: Row, text: Param): Compiled {
  if (name === 'node') return node(request, row);
  if (name === 'score') return { json: sql`${row.col('rank')}::text`, cost: 0 };
  return { json: textJson(snippet(row, text)), cost: SNIPPET_COST };
}

/** `search`: whatever matches a text, of every kind that is asked for, the best first. */
export const search: FieldReading = (request) => {
  const { compiler, args, name } = request;
  const text = bind(args.text, 'text', (given) => {
    if (given.trim() === '') throw badInput(`${name}: text must have a word to look for.`);
    return checkText(given, `${name}: text`);
  });
  const types = args.types as readonly string[] | null | undefined;
  const chosen = typeNames.filter((typeName) => !types || types.includes(typeName.toUpperCase()));
  if (chosen.length === 0) throw badInput(`${name}: types must name one kind at least, or be left out.`);
  const wanted = { text, forReaders: compiler.audience === 'READER' };
  const row = compiler.row();
  const found = join(
    chosen.map((typeName) => candidates(typeName, wanted, request)),
    ' union all ',
  );
  for (const typeName of chosen) for (const tag of searched[typeName]) compiler.tracker?.tags.add(tag);
  const edgeType = compiler.objectType('SearchEdge');
  return compileListing(compiler, getNamedType(request.type) as GraphQLObjectType, request.nodes, {
    name,
    row,
    page: pageOf(args, name),
    tag: `Search.${chosen.join('.')}`,
    keys: [
      { value: row.col('rank'), type: 'real' },
      { value: row.col('kind'), type: 'text' },
      { value: row.col('id'), type: 'uuid' },
    ],
    descending: true,
    source: sql`(${soughtWords(text)} ${found}) ${row.alias}`,
    conditions: [],
    repeats: false,
    edgeField: (field, nodes) =>
      edgeField(field, { ...request, type: edgeType.getFields()[field]!.type, nodes }, row, text),
  });
};
