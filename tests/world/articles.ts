import type { Row } from './columns';
import type { Entity } from './entities';
import type { Random } from './random';
import { bodyText, languages, phrase, printed } from './words';

/** An article to be, with the bodies of its versions by number. */
export interface Draft {
  readonly row: Row & { readonly id: string; readonly version: number; readonly language: string };
  readonly versions: readonly (Row & { readonly number: number; readonly body: string })[];
  /** Whether readers may see it. */
  readonly open: boolean;
}

// Few moments, so that many are equal and only the id decides.
const published = [
  '1066-10-14T09:00:00.000Z',
  '1883-11-18T12:00:00.000Z',
  '2024-02-29T23:59:59.999Z',
  '2025-01-01T00:00:00.000Z',
  '2025-03-13T12:34:56.789Z',
  '2025-03-13T12:34:56.790Z',
  '2025-11-03T14:05:00.000Z',
  '2030-01-01T00:00:00.000Z',
];
const created = [
  '2024-01-01T00:00:00.000Z',
  '2024-05-05T05:05:05.005Z',
  '2025-03-13T12:34:56.789Z',
  '2025-11-04T00:00:00.000Z',
];
const past = '2001-01-01T00:00:00.000Z';
/** Far from now: an embargo that no test outlives. */
export const future = '2222-02-22T22:22:22.222Z';

export interface Around {
  readonly places: readonly Entity[];
  readonly organizations: readonly Entity[];
}

/** Articles in every state; the first two thirds of `around` are for those that readers may see, all of it for the others. */
export function makeArticles(random: Random, count: number, around: Around): Draft[] {
  const drafts: Draft[] = [];
  for (let index = 0; index < count; index++) {
    const status = random.pick(['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT', 'SCHEDULED', 'WITHDRAWN']);
    const embargoed = random.pick([null, null, null, past, future]);
    const open = status === 'PUBLISHED' && embargoed !== future;
    drafts.push(makeArticle(random, index, { status, embargoed, open }, around, drafts));
  }
  return drafts;
}

interface State {
  readonly status: string;
  readonly embargoed: string | null;
  readonly open: boolean;
}

/** The entities that an article may name: a third of them is for articles that readers may not see. */
export function allowed<T>(list: readonly T[], open: boolean): readonly T[] {
  return open ? list.slice(0, Math.ceil((list.length * 2) / 3)) : list;
}

function makeArticle(random: Random, index: number, state: State, around: Around, before: readonly Draft[]): Draft {
  const id = random.uuid();
  const language = random.pick(languages);
  const versions = makeVersions(random, id, language);
  const origin = () => random.maybe(before.length > 0 ? 0.2 : 0, () => random.pick(before).row.id);
  const row = {
    id,
    slug: random.chance(0.03) ? `a-${index}-${'9'.repeat(180)}` : `article-${index}`,
    uri: random.maybe(0.5, () => `urn:news:${index}${random.pick(['', '/é', '?a="b"', "'"])}`),
    version: random.int(Math.max(1, versions.length - 1), versions.length),
    byline: random.maybe(0.6, () => printed(random, language, 3)),
    dateline: random.maybe(0.5, () => random.pick(['SAN DIEGO', 'QUÉBEC', ''])),
    credit_line: random.maybe(0.5, () => printed(random, language, 2)),
    language,
    genre: random.maybe(0.5, () => random.pick(['feature', 'interview'])),
    urgency: random.maybe(0.6, () => random.int(1, 9)),
    keywords: random.chance(0.4) ? [] : Array.from({ length: random.int(1, 4) }, () => keyword(random, language)),
    status: state.status,
    scheduled_for: state.status === 'SCHEDULED' ? future : null,
    embargoed_until: state.embargoed,
    published_at: random.maybe(0.7, () => random.pick(published)),
    revised_at: random.maybe(0.4, () => random.pick(published)),
    created_at: random.pick(created),
    located_id: random.maybe(0.6, () => random.pick(allowed(around.places, state.open)).id),
    source_id: random.maybe(0.6, () => random.pick(allowed(around.organizations, state.open)).id),
    rewritten_from_id: origin(),
    translated_from_id: origin(),
  };
  return { row, versions, open: state.open };
}

function makeVersions(random: Random, articleId: string, language: string): Draft['versions'] {
  return Array.from({ length: random.pick([1, 1, 1, 2, 3, 4]) }, (_, index) => ({
    id: random.uuid(),
    article_id: articleId,
    number: index + 1,
    headline: phrase(random, language, random.int(1, 9)),
    standfirst: random.maybe(
      0.6,
      () => `${phrase(random, language, random.int(1, 15))}${random.pick(['', '', '\nmore'])}`,
    ),
    body: bodyText(random, language),
    created_at: random.pick(created),
    created_by: random.maybe(0.6, () => printed(random, 'en', 1)),
    reason: random.maybe(0.6, () => printed(random, 'en', 3)),
  }));
}

export function makeCorrections(random: Random, drafts: readonly Draft[]): Row[] {
  return drafts.flatMap((draft) =>
    Array.from({ length: random.chance(0.6) ? 0 : random.int(1, 4) }, () => ({
      id: random.uuid(),
      article_id: draft.row.id,
      kind: random.pick(['CORRECTION', 'CLARIFICATION', 'UPDATE', 'RETRACTION', 'KILL']),
      text: printed(random, draft.row.language, 6),
      version: random.pick(draft.versions).number,
      created_at: random.pick(created),
    })),
  );
}

export function makeFilings(random: Random, drafts: readonly Draft[], subjects: readonly Row[]): Row[] {
  return drafts.flatMap((draft) =>
    random
      .sample(allowed(subjects, draft.open), random.int(0, 4))
      .map((subject) => ({ article_id: draft.row.id, subject_id: subject.id ?? null })),
  );
}

export function makeImages(
  random: Random,
  drafts: readonly Draft[],
  people: readonly Entity[],
  places: readonly Entity[],
) {
  const images: (Row & { id: string })[] = [];
  const shown: Row[] = [];
  for (const { row, open } of drafts) {
    const indexes = random.sample([0, 1, 2, 5, 9], random.chance(0.5) ? 0 : random.int(1, 3));
    for (const index of indexes) {
      const image = {
        id: random.uuid(),
        article_id: row.id,
        index,
        caption: random.maybe(0.7, () => printed(random, row.language, 8)),
        credit_line: random.maybe(0.5, () => printed(random, row.language, 2)),
        photographer_id: random.maybe(0.5, () => random.pick(allowed(people, open)).id),
        taken_on: random.maybe(0.5, () => random.pick(['2025-03-13', '1066-10-14', '2024-02-29'])),
        located_id: random.maybe(0.5, () => random.pick(allowed(places, open)).id),
      };
      images.push(image);
      for (const person of random.sample(allowed(people, open), random.int(0, 4)))
        shown.push({ image_id: image.id, person_id: person.id });
    }
  }
  return { images, shown };
}

/** On one line, as the database wants it. */
function keyword(random: Random, language: string): string {
  return printed(random, language, 1).replace(/[\r\n]+/g, ' ');
}
