import { readFileSync } from 'node:fs';
import { type FoundEntity } from '../extraction';
import { extract } from '../extract';
import { Count, type Measure, type Mistake } from './measure';
import { overlaps, storyOf } from './polnearData';

interface Statement {
  readonly statement: string;
  /** "Named Person", "named organization", "Document" …, as annotators wrote it. */
  readonly type: string;
  readonly name: string;
  readonly align: 'exact' | 'anchored' | 'none';
  readonly start: number;
  readonly end: number;
  readonly has_quote_marks: boolean;
}

/** Statements with quotation marks whose source has a name: the name is resolved over the whole story. */
export const namedSources: Measure = {
  title: 'Named sources (journ_sourcing)',
  data: 'quotes/journ_sourcing.dev.jsonl',
  run(path) {
    const count = new Count();
    const mistakes: Mistake[] = [];
    for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
      const { file, text, annotations } = JSON.parse(line) as { file: string; text: string; annotations: Statement[] };
      const { quotes, entities } = extract(storyOf('', text));
      for (const { name, start, end, statement } of annotations.filter(isMeasured)) {
        const inside = quotes.filter(
          ({ kind, spans }) => kind !== 'INDIRECT' && spans.some((span) => overlaps(span, [[start, end]])),
        );
        const speakers = inside.flatMap(({ sources }) =>
          sources.flatMap(({ speaker }) => (speaker === null ? [] : [entities[speaker]!])),
        );
        count.expected += 1;
        if (speakers.length > 0) count.found += 1;
        if (speakers.some((speaker) => isNamed(speaker, name))) count.right += 1;
        else {
          const got = speakers.map((speaker) => speaker.name).join(', ');
          mistakes.push({
            kind: 'other name',
            article: file,
            before: '',
            words: statement,
            after: '',
            expected: name,
            got,
          });
        }
      }
    }
    const name = 'statements in quotation marks attributed to the right name';
    return { figures: [{ name, value: count.recall, floor: 80, counted: count.toString(), unit: '%' }], mistakes };
  },
};

function isMeasured({ type, name, align, has_quote_marks: marked }: Statement): boolean {
  return marked && /^named/i.test(type) && name.trim() !== '' && align !== 'none';
}

/** Whether the last name (or the whole name of an organization) is the same. */
function isNamed({ name, otherNames }: FoundEntity, expected: string): boolean {
  const wanted = plain(expected);
  return [name, ...otherNames].map(plain).some((known) => known === wanted || lastWord(known) === lastWord(wanted));
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .replace(/^the /i, '')
    .toLowerCase()
    .trim();
}

function lastWord(name: string): string {
  return name
    .replace(/ (?:jr|sr|ii|iii)$/, '')
    .split(' ')
    .at(-1)!;
}
