import { agreed } from '../names/agreement';
import { readWords } from '../names/documentWords';
import { readModel } from '../names/model';
import { tag } from '../names/tagger';
import { type MarkedDocument, type MarkedName, readConll, spansOf } from './markedNames';
import { Count, type Figure, type Measure, type Mistake } from './measure';

/** Names of people, organizations and places, exact: the same words and the same kind. CoNLL's texts train nothing here. */
export const namesInConll: Measure = {
  title: 'Names (CoNLL 2003, validation)',
  data: 'ner/conll2003.valid.txt',
  run(file) {
    const counts = new Map(['all', 'PER', 'ORG', 'LOC'].map((kind) => [kind, new Count()]));
    const mistakes = readConll(file).flatMap((document) => judge(document, counts));
    return { figures: [...counts].map(([kind, count]) => figureOf(kind, count)), mistakes };
  },
};

function figureOf(kind: string, count: Count): Figure {
  const [name, floor] = kind === 'all' ? ['names, exact, F1', 72] : [`of them ${kind}, exact, F1`, null];
  return { name, value: count.f1, floor, counted: count.toString(), unit: '%' };
}

const keyOf = ({ first, last, kind }: MarkedName): string => `${first} ${last} ${kind}`;

/** Counts one document's names; gives the wrong and the missed ones. */
function judge(document: MarkedDocument, counts: ReadonlyMap<string, Count>): Mistake[] {
  const words = readWords(document);
  const found = agreed(tag(readModel(), words), words).filter(({ kind }) => kind !== 'MISC');
  const expected = spansOf(document.tags).filter(({ kind }) => kind !== 'MISC');
  const right = new Set(expected.map(keyOf).filter((key) => found.some((name) => keyOf(name) === key)));
  const each = (names: readonly MarkedName[], add: (count: Count, name: MarkedName) => void) => {
    for (const name of names) for (const kind of ['all', name.kind]) add(counts.get(kind)!, name);
  };
  each(found, (count, name) => {
    count.found += 1;
    if (right.has(keyOf(name))) count.right += 1;
  });
  each(expected, (count) => (count.expected += 1));
  const wrong = (name: MarkedName) => !right.has(keyOf(name));
  const unlike = (name: MarkedName, others: readonly MarkedName[]) =>
    others.find(({ first, last }) => first < name.last && name.first < last);
  return [
    ...expected.filter(wrong).map((name) => mistakeOf(document, name, name, unlike(name, found))),
    ...found
      .filter((name) => wrong(name) && !unlike(name, expected))
      .map((name) => mistakeOf(document, name, undefined, name)),
  ];
}

function mistakeOf(document: MarkedDocument, at: MarkedName, expected?: MarkedName, got?: MarkedName): Mistake {
  const { words } = document;
  const said = (name?: MarkedName) =>
    name ? `${words.slice(name.first, name.last).join(' ')} (${name.kind})` : 'no name';
  return {
    kind: expected ? `name of ${expected.kind}` : 'no name',
    article: words.slice(0, 10).join(' '),
    before: words.slice(Math.max(0, at.first - 8), at.first).join(' '),
    words: words.slice(at.first, at.last).join(' '),
    after: words.slice(at.last, at.last + 8).join(' '),
    expected: said(expected),
    got: said(got),
  };
}
