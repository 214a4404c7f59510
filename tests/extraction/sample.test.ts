import { readFileSync } from 'node:fs';
import { extract } from '../../src/extraction/extract';
import { type Span } from '../../src/extraction/extraction';
import { cutStory } from '../../src/extraction/story/cutStory';
import { readStory } from '../../src/import/seed/loadStory';

const raw = readFileSync('prisma/seed/rubio-mexico-cartels.txt', 'utf8');
const { story, quotes, entities } = extract(cutStory(raw));
const points = [...story.body];

function textOf({ start, end }: Span): string {
  return points.slice(start, end).join('');
}

describe('the sample article', () => {
  test('is cut into the parts that the seed names', async () => {
    const { text } = await readStory('prisma/seed/rubio-mexico-cartels.json');
    expect(story.body).toBe(text.body);
    expect(story).toMatchObject({
      headline: text.headline,
      source: 'NewsNation',
      creditLine: 'Border Report',
      dateline: 'SAN DIEGO',
      standfirst: null,
      byline: null,
      images: [
        { caption: text.captions[0], creditLine: 'Getty Images', photographer: 'Andrej Ivanov', takenOn: '2025-03-13' },
      ],
    });
  });

  test('has the quotes in quotation marks that a reader finds, and no other', () => {
    const marked = quotes.filter(({ kind }) => kind !== 'INDIRECT');
    expect(marked.map(({ kind, spans }) => [kind, ...spans.map((span) => textOf(span).slice(0, 24))])).toEqual([
      ['DIRECT', 'The United States will g', 'We are willing to provid'],
      ['DIRECT', 'there are many types of '],
      ['DIRECT', 'These cartels are very p'],
      ['DIRECT', 'We have made tremendous '],
      ['MIXED', 'great strides that are b', 'cooperation from Mexico.'],
      ['DIRECT', 'We have no complaints ab'],
    ]);
  });

  test('has statements only, all of them by Marco Rubio', () => {
    const speakers = quotes.map(({ polarity, sources }) => [polarity, ...sources.map(({ speaker }) => speaker)]);
    const rubio = entities.findIndex(({ name }) => name === 'Marco Rubio');
    expect(speakers).toEqual(quotes.map(() => ['STATED', rubio]));
  });

  test('has the reported speech that a reader finds, and no other', () => {
    const reported = quotes.filter(({ kind }) => kind === 'INDIRECT');
    expect(
      reported.map(({ spans, cue, sources }) => [
        textOf(spans[0]!).slice(0, 24),
        textOf(cue!),
        textOf(sources[0]!.span),
      ]),
    ).toEqual([
      ['The United States will n', 'according to', 'Secretary of State Marco Rubio'],
      ['the U.S. is ready to pro', 'went on to say', 'Rubio'],
      ['the U.S. Government is w', 'told', 'Rubio'],
      ['the cooperation between ', 'said', 'The U.S. Secretary of State'],
    ]);
  });
});
