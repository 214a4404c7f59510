import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GivenItem } from '../../src/import/item';
import { itemOfNinjs } from '../../src/import/readers/ninjs';
import { packageRoot } from '../../src/packageRoot';
import { filesBelow } from '../house/houseRules';
import { found, items } from './readingItems';

const standards = path.join(packageRoot, '../shared/data/standards');
const wires = path.join(packageRoot, '../shared/data/newswire');
const whereThere = (folder: string) => (existsSync(folder) ? test : test.skip);

/** What is made of an item of the suites; as text, why it is none. */
function readIn(file: string): GivenItem | string {
  try {
    return itemOfNinjs(JSON.parse(readFileSync(path.join(suites, file), 'utf8')));
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

const suites = path.join(standards, 'ninjs/test_suite');
whereThere(suites)('what IPTC says is ninjs is taken for it, whichever version', () => {
  const files = filesBelow(suites, ['.']).filter(
    (file) => /\/should_pass\/.*\.json$/.test(file) && !file.includes('_dev'),
  );
  expect(files.length).toBeGreaterThan(80);
  const refused = files.flatMap((file) => {
    const read = readIn(file);
    return typeof read === 'string' && read.startsWith('This is no ninjs') ? `${file}: ${read}` : [];
  });
  expect(refused).toEqual([]);
  const bad = filesBelow(suites, ['.']).filter((file) => /^1\.0\/should_fail\/.*\.json$/.test(file));
  const taken = bad.filter((file) => typeof readIn(file) !== 'string');
  // What is wrong with these stands in fields that are not read, or is right in later versions.
  expect(taken.map((file) => path.basename(file).slice(0, 3))).toEqual(['003', '004', '014', '016']);
});

whereThere(wires)(
  'Reuters-21578: every story, with dateline, topics, places and people; one that breaks off costs itself',
  async () => {
    const text = readFileSync(path.join(wires, 'reuters/reut2-000.sgm'), 'latin1');
    const all = await items(text);
    expect(all).toHaveLength(1000);
    expect(all[0]).toMatchObject({
      uri: 'reuters-21578:1',
      headline: 'BAHIA COCOA REVIEW',
      dateline: 'SALVADOR, Feb 26',
      body: expect.stringMatching(
        /^SALVADOR, Feb 26 - Showers continued throughout the week in the Bahia cocoa zone, .*weekly review\.\n\nThe dry period/,
      ) as string,
      publishedAt: '1987-02-26T15:01:01.000Z',
      subjects: [{ code: 'reuters:cocoa', name: 'cocoa' }],
      mentions: [{ name: 'El Salvador' }, { name: 'USA' }, { name: 'Uruguay' }],
    });
    const [before, after] = text.split('</REUTERS>').slice(0, 2) as [string, string];
    const told = await found(`${before.replace('</BODY>', '')}</REUTERS>${after}</REUTERS>`);
    expect(told.map((one) => Object.keys(one)[1])).toEqual(['problem', 'item']);
  },
);
