import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { countedFrom, earlierContracts, unexplainedChanges } from './changes';

const contract = readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8');
const notes = readFileSync(path.join(packageRoot, 'docs/contract-changes.md'), 'utf8');

test('no change of the contract breaks a client without a reason in docs/contract-changes.md', () => {
  const earlier = earlierContracts(notes);
  const compared = [...earlier.keys()].join(' and ') || 'nothing: git knows no earlier one that counts';
  process.stderr.write(`schema.graphql: compared with ${compared}\n`);
  for (const before of earlier.values()) expect(unexplainedChanges(before, contract, notes)).toEqual([]);
});

test('changes count from a release on; before the first one every name is free', () => {
  expect(countedFrom('# Notes\n\n## Before the first release\n\nFree.\n')).toBeUndefined();
  expect(earlierContracts('# Notes\n\n## Before the first release\n').size).toBe(0);
  expect(countedFrom('# Notes\n\n## Since 0.1.0\n\nNone.\n')).toBe('0.1.0');
  expect(earlierContracts('# Notes\n\n## Since 0.0.1\n').size).toBe(0);
});

describe('a change is reported', () => {
  const before = `
    type Query { article(slug: String): Article, articles: [Article!]! }
    type Article { headline: String!, status: Status! }
    enum Status { DRAFT PUBLISHED }`;
  const changes: [string, string, string][] = [
    ['a field removed', before.replace('headline: String!, ', ''), 'Article.headline was removed.'],
    [
      'a field that may now be null',
      before.replace('headline: String!', 'headline: String'),
      'Article.headline changed type from String! to String.',
    ],
    ['an argument removed', before.replace('(slug: String)', ''), 'Query.article arg slug was removed.'],
    [
      'an argument now required',
      before.replace('slug: String', 'slug: String!'),
      'Query.article arg slug has changed type from String to String!.',
    ],
    ['an enum value removed', before.replace('DRAFT ', ''), 'DRAFT was removed from enum type Status.'],
  ];

  test.each(changes)('%s', (_, after, description) => {
    expect(unexplainedChanges(before, after, notes)).toEqual([description]);
  });

  test.each(changes)('%s: not when the notes give a reason', (_, after, description) => {
    const reason = `# Notes\n\n- \`${description}\`: nobody asked for it in a year.\n`;
    expect(unexplainedChanges(before, after, reason)).toEqual([]);
    expect(unexplainedChanges(before, after, `- \`${description}\`: \n`)).toEqual([description]);
  });

  test('what only adds breaks nobody', () => {
    const after = before.replace('headline', 'standfirst: String, headline').replace('DRAFT', 'DRAFT SCHEDULED');
    expect(unexplainedChanges(before, after, notes)).toEqual([]);
  });
});
