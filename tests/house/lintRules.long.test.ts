import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';

describe('lint', () => {
  jest.setTimeout(300_000); // ESLint reads the whole program first; a busy machine takes its time
  /** The rules that a text breaks when it stands in the place of a file. */
  function brokenRules(file: string, text: string): string[] {
    const eslint = path.join(packageRoot, 'node_modules/eslint/bin/eslint.js');
    const { stdout } = spawnSync(process.execPath, [eslint, '--format', 'json', '--stdin', '--stdin-filename', file], {
      cwd: packageRoot,
      input: text,
      encoding: 'utf8',
    });
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string }[] }[];
    return [...new Set(result!.messages.map(({ ruleId }) => ruleId))].sort();
  }

  test('sees what the house forbids in code', () => {
    const text = `
      import { log } from 'node:console';
      export * from '../config';
      export { parseConfig } from '../config';
      export default function (given: any) {
        void Promise.reject(new Error(given.message));
        fetch('http://127.0.0.1');
        console.log('here');
        return given == 1;
      }
      ${'void 0;\n'.repeat(200)}`;
    expect(brokenRules('src/errors/startError.ts', text)).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-floating-promises',
        '@typescript-eslint/no-unsafe-member-access',
        '@typescript-eslint/no-unused-vars',
        'eqeqeq',
        'max-lines',
        'no-console',
        'no-restricted-exports',
        'no-restricted-syntax',
      ]),
    );
  });

  test('sees a room that imports one below it, for a type too', () => {
    const text = `
      import type { Reader } from '../reading/reader';
      import { databaseFault } from '../data/databaseFault';
      import { codePointCount } from '../text/spans';
      export const kept = (reader: Reader, fault: unknown): unknown => [reader, databaseFault(fault), codePointCount('')];`;
    expect(brokenRules('src/errors/startError.ts', text)).toEqual(['import-x/no-restricted-paths']);
    expect(brokenRules('src/writing/writer.ts', text)).toEqual([]);
  });

  test('sees what the house forbids in the contract', () => {
    const text = `
      "A list." type Query { "A page." articles("How many." first: Int): ArticleConnection get_it: String }
      "A page." type ArticleConnection { "The page." edges: [ArticleItem!]! "More." pageInfo: PageInfo! }
      "An item." type ArticleItem { "It." node: String }
      "More." type PageInfo { "More." hasNextPage: Boolean! }`;
    expect(brokenRules('schema.graphql', text)).toEqual(
      expect.arrayContaining([
        '@graphql-eslint/naming-convention',
        '@graphql-eslint/relay-arguments',
        '@graphql-eslint/relay-edge-types',
        '@graphql-eslint/relay-page-info',
        '@graphql-eslint/require-description',
      ]),
    );
  });
});
