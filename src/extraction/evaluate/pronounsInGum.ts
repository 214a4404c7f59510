import { extract } from '../extract';
import { type Extraction } from '../extraction';
import { codePointsOf } from '../text/codePoints';
import { type GumMention, type GumText, readGumNews } from './gumNews';
import { type Figure, type Measure, type Mistake } from './measure';
import { storyOf } from './polnearData';

/** He and she, linked to the person whom annotators gave them to. Names are learned from these texts, pronouns are not. */
export const pronounsInGum: Measure = {
  title: 'Pronouns (GUM, news)',
  data: 'ner/gum-news',
  run(folder) {
    const tally = { right: 0, wrong: 0, named: 0, all: 0 };
    const mistakes: Mistake[] = [];
    for (const text of readGumNews(folder)) judge(text, tally, mistakes);
    const { right, wrong, named, all } = tally;
    const share = (name: string, part: number, of: number, floor: number | null): Figure => ({
      ...{ name, value: (100 * part) / Math.max(of, 1), floor, unit: '%' },
      counted: `${part} of ${of}`,
    });
    return {
      figures: [
        share('pronouns for a person with a name, linked to that person', right, named, 90),
        share('pronouns linked to somebody else', wrong, all, null),
      ],
      mistakes,
    };
  },
};

interface Tally {
  right: number;
  wrong: number;
  named: number;
  all: number;
}

function judge({ id, text, mentions, pronouns }: GumText, tally: Tally, mistakes: Mistake[]): void {
  const extraction = extract(storyOf('', text));
  const point = codePointsOf(text);
  for (const { start, end } of pronouns) {
    const own = mentions.filter((mention) => mention.start === start && mention.end === end);
    const entity = own.find(({ type }) => type === 'person')?.entity;
    if (entity === undefined) continue;
    const names = mentions.filter((mention) => mention.entity === entity && mention.isNamed);
    const got = whoIs(extraction, point(start));
    const isRight = got !== null && names.some((name) => isNamedBy(extraction, got, name, point));
    tally.all += 1;
    if (names.length > 0) tally.named += 1;
    if (isRight) tally.right += 1;
    else if (got !== null) tally.wrong += 1;
    if (isRight || (got === null && names.length === 0)) continue;
    mistakes.push({
      ...{ kind: got === null ? 'pronoun left alone' : 'other person', article: id, words: text.slice(start, end) },
      ...{ before: text.slice(Math.max(0, start - 300), start), after: text.slice(end, end + 60) },
      expected: names[0] ? text.slice(names[0].start, names[0].end) : '',
      got: got === null ? '' : extraction.entities[got]!.name,
    });
  }
}

/** The person whose pronoun begins at a code point. */
function whoIs({ entities }: Extraction, at: number): number | null {
  const found = entities.findIndex(({ mentions }) =>
    mentions.some(({ form, part, span }) => form === 'PRONOUN' && part === 'BODY' && span.start === at),
  );
  return found === -1 ? null : found;
}

function isNamedBy({ entities }: Extraction, who: number, name: GumMention, point: (unit: number) => number): boolean {
  return entities[who]!.mentions.some(
    ({ form, span }) => form === 'NAME' && span.start < point(name.end) && point(name.start) < span.end,
  );
}
