import { type Decision, decide, type Held, type Sent, type Stored } from '../../src/import/stateRule';

const now = new Date('2026-06-15T12:00:00Z');
const hour = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);
const digest = (name: string): Buffer => Buffer.from(name);

const sent = (more: Partial<Sent> = {}): Sent => ({
  ...{ status: 'PUBLISHED', embargoedUntil: null, publishedAt: null, versionAt: null, versionNumber: null },
  ...{ hasWords: true, digest: digest('item') },
  ...more,
});
const stored = (more: Partial<Stored> = {}): Stored => ({
  ...{ status: 'PUBLISHED', embargoedUntil: null, broughtEmbargo: null, versionAt: null, versionNumber: null },
  ...{ statusSetAt: null, digest: digest('before'), isRetracted: false },
  ...more,
});
const held = (status: Held['status'], versionAt: Date | null): Held => ({
  ...{ status, versionAt, versionNumber: null, digest: digest('held') },
});

interface Beside {
  readonly held?: Held;
  readonly isAgain?: boolean;
  readonly wish?: 'DRAFT' | 'PUBLISHED';
}

/** What becomes of an item, in a word: the effect, and the state where there is one. */
function fate(one: Sent, before: Stored | null, { held, isAgain = false, wish }: Beside = {}): string {
  const decision = decide(one, before, held ?? null, { now, isAgain, wish: wish ?? null });
  const state = 'status' in decision ? ` ${decision.status}${until(decision)}` : '';
  const words = decision.effect === 'UPDATED' && !decision.all ? ' without words' : '';
  return `${decision.effect}${state}${words}${decision.warnings.length > 0 ? ', told' : ''}`;
}

function until(decision: Decision & { readonly embargoedUntil: Date | null }): string {
  return decision.embargoedUntil ? ` until ${(decision.embargoedUntil.getTime() - now.getTime()) / 3_600_000}` : '';
}

test('what is new has the state that its sender tells; what has no word for it is a draft', () => {
  expect(fate(sent(), null)).toBe('CREATED PUBLISHED');
  expect(fate(sent({ status: 'DRAFT' }), null)).toBe('CREATED DRAFT');
  expect(fate(sent({ status: 'WITHDRAWN' }), null)).toBe('CREATED WITHDRAWN');
  expect(fate(sent({ status: 'UNTOLD' }), null)).toBe('CREATED DRAFT');
  expect(fate(sent({ status: 'UNTOLD' }), null, { wish: 'PUBLISHED' })).toBe('CREATED PUBLISHED');
  expect(fate(sent({ status: 'DRAFT' }), null, { wish: 'PUBLISHED' })).toBe('CREATED DRAFT');
  expect(fate(sent(), null, { wish: 'DRAFT' })).toBe('CREATED DRAFT');
});

test('a time to come is an embargo; an update from the future waits where the article is public', () => {
  expect(fate(sent({ versionAt: hour(0.05) }), null)).toBe('CREATED PUBLISHED');
  expect(fate(sent({ versionAt: hour(2) }), null)).toBe('CREATED PUBLISHED until 2, told');
  expect(fate(sent({ publishedAt: hour(3), versionAt: hour(2) }), null)).toBe('CREATED PUBLISHED until 3, told');
  expect(fate(sent({ versionAt: hour(2), embargoedUntil: hour(5) }), null)).toBe('CREATED PUBLISHED until 5');
  expect(fate(sent({ versionAt: hour(2) }), stored({ versionAt: hour(-1) }))).toBe('REFUSED');
  const soon = stored({ embargoedUntil: hour(1), broughtEmbargo: hour(1), versionAt: hour(-1) });
  expect(fate(sent({ versionAt: hour(2) }), soon)).toBe('UPDATED PUBLISHED until 2');
});

test('a kill always wins: late, early, by whomever the article was touched', () => {
  const kill = sent({ status: 'WITHDRAWN', versionAt: hour(-5), hasWords: false });
  for (const status of ['DRAFT', 'SCHEDULED', 'PUBLISHED'] as const)
    expect(fate(kill, stored({ status, versionAt: hour(-1), statusSetAt: hour(-1) }))).toBe(
      'UPDATED WITHDRAWN without words',
    );
  expect(fate(kill, stored({ status: 'WITHDRAWN' }))).toBe('UNCHANGED');
  expect(fate(kill, stored({ status: 'WITHDRAWN', isRetracted: true }))).toBe('UPDATED WITHDRAWN without words');
  expect(fate(kill, null)).toBe('HELD, told');
});

test('the same kill once more does not take back what an editor has put back since', () => {
  const kill = sent({ status: 'WITHDRAWN', digest: digest('held') });
  const back = stored({ statusSetAt: hour(-1) });
  expect(fate(kill, back, { held: held('WITHDRAWN', hour(-5)) })).toBe('UNCHANGED');
  expect(fate(sent({ ...kill, digest: digest('again') }), back, { held: held('WITHDRAWN', hour(-5)) })).toBe(
    'UPDATED WITHDRAWN without words',
  );
});

test('what was killed or withheld before it came stays out of sight', () => {
  const killed = { held: held('WITHDRAWN', hour(-2)) };
  expect(fate(sent({ versionAt: hour(-3) }), null, killed)).toBe('UNCHANGED, told');
  expect(fate(sent(), null, killed)).toBe('UNCHANGED, told');
  expect(fate(sent({ versionAt: hour(-1) }), null, killed)).toBe('REFUSED');
  const withheld = { held: held('DRAFT', hour(-2)) };
  expect(fate(sent({ versionAt: hour(-3) }), null, withheld)).toBe('CREATED DRAFT, told');
  expect(fate(sent(), null, withheld)).toBe('CREATED DRAFT, told');
  expect(fate(sent({ versionAt: hour(-1) }), null, withheld)).toBe('CREATED PUBLISHED');
});

test('a later withhold takes back, unless an editor published by hand since', () => {
  const withheld = sent({ status: 'DRAFT', versionAt: hour(-2) });
  const published = { versionAt: hour(-4) };
  expect(fate(withheld, stored(published))).toBe('UPDATED DRAFT, told');
  expect(fate(withheld, stored({ ...published, statusSetAt: hour(-3) }))).toBe('UPDATED DRAFT, told');
  expect(fate(withheld, stored({ ...published, statusSetAt: hour(-1) }))).toBe('UNCHANGED, told');
  expect(fate(withheld, stored({ versionAt: hour(-1) }))).toBe('UNCHANGED');
  expect(fate(sent({ ...withheld, versionAt: null }), stored({ statusSetAt: hour(-1) }))).toBe('UPDATED DRAFT, told');
});

test('at a tie the more restrictive counts, in one run and in several', () => {
  for (const versionAt of [null, hour(-2)]) {
    const public_ = stored({ versionAt });
    const draft = stored({ versionAt, status: 'DRAFT' });
    const again = { isAgain: true };
    expect(fate(sent({ versionAt, status: 'DRAFT' }), public_, again)).toBe('UPDATED DRAFT without words, told');
    expect(fate(sent({ versionAt, status: 'DRAFT' }), public_)).toBe('UPDATED DRAFT, told');
    expect(fate(sent({ versionAt, embargoedUntil: hour(3) }), public_, again)).toBe(
      'UPDATED PUBLISHED until 3 without words, told',
    );
    expect(fate(sent({ versionAt }), draft)).toBe('UPDATED DRAFT, told');
    expect(fate(sent({ versionAt }), draft, again)).toBe('REFUSED');
    const long = stored({ versionAt, embargoedUntil: hour(9), broughtEmbargo: hour(9) });
    expect(fate(sent({ versionAt, embargoedUntil: hour(3) }), long)).toBe('UPDATED PUBLISHED until 9');
    expect(fate(sent({ versionAt }), long)).toBe('UPDATED PUBLISHED until 9');
    expect(fate(sent({ versionAt }), stored({ versionAt, status: 'WITHDRAWN' }))).toBe('UNCHANGED, told');
  }
});

test('a withhold that a later version has ended counts no more', () => {
  const ended = { held: held('DRAFT', hour(-5)) };
  expect(fate(sent(), stored({ versionAt: hour(-3) }), ended)).toBe('UPDATED PUBLISHED');
  expect(fate(sent(), stored({ versionAt: hour(-7), status: 'DRAFT' }), ended)).toBe('UPDATED DRAFT');
});

test('numbers of versions decide where times are alike or missing', () => {
  const numbered = (versionNumber: number) => sent({ versionNumber });
  const ten = stored({ versionNumber: 10 });
  expect(fate(numbered(9), ten)).toBe('UNCHANGED');
  expect(fate(numbered(11), ten)).toBe('UPDATED PUBLISHED');
  expect(fate(numbered(11), stored({ versionNumber: 10, status: 'DRAFT' }))).toBe('UPDATED PUBLISHED');
  const timed = stored({ versionNumber: 10, versionAt: hour(-2) });
  expect(fate(sent({ versionNumber: 9, versionAt: hour(-1) }), timed)).toBe('UPDATED PUBLISHED');
});

test('what an editor decided by hand stays, and is told', () => {
  const later = sent({ versionAt: hour(-1) });
  const byHand = { versionAt: hour(-3), statusSetAt: hour(-2) };
  expect(fate(later, stored({ ...byHand, status: 'DRAFT' }))).toBe('UPDATED DRAFT, told');
  expect(fate(later, stored({ status: 'DRAFT', digest: null }))).toBe('UPDATED DRAFT, told');
  const longer = stored({ versionAt: hour(-3), embargoedUntil: hour(8), broughtEmbargo: hour(2) });
  expect(fate(sent({ versionAt: hour(-1), embargoedUntil: hour(2) }), longer)).toBe('UPDATED PUBLISHED until 8');
  expect(fate(sent({ versionAt: hour(-1), embargoedUntil: hour(3) }), longer)).toBe('UPDATED PUBLISHED until 8, told');
  expect(fate(sent({ versionAt: hour(-1), embargoedUntil: hour(9) }), longer)).toBe('UPDATED PUBLISHED until 9');
  expect(fate(later, stored({ versionAt: hour(-3), status: 'WITHDRAWN' }))).toBe('REFUSED');
});

test('a sender may shorten or end its own embargo by a later version', () => {
  const before = stored({ versionAt: hour(-3), embargoedUntil: hour(8), broughtEmbargo: hour(8) });
  expect(fate(sent({ versionAt: hour(-1), embargoedUntil: hour(2) }), before)).toBe('UPDATED PUBLISHED until 2');
  expect(fate(sent({ versionAt: hour(-1) }), before)).toBe('UPDATED PUBLISHED');
});

test('what tells no state changes drafts, and nothing that is or will be public', () => {
  const untold = sent({ status: 'UNTOLD' });
  expect(fate(untold, stored({ status: 'DRAFT' }))).toBe('UPDATED DRAFT');
  for (const status of ['PUBLISHED', 'SCHEDULED'] as const) expect(fate(untold, stored({ status }))).toBe('REFUSED');
  expect(fate(untold, stored(), { wish: 'PUBLISHED' })).toBe('UPDATED PUBLISHED');
  expect(fate(sent(), stored(), { wish: 'DRAFT' })).toBe('REFUSED');
});

test('the same once more changes nothing, and a withhold without words changes the state only', () => {
  expect(fate(sent(), stored({ digest: digest('item') }))).toBe('UNCHANGED');
  const bare = sent({ status: 'DRAFT', hasWords: false });
  expect(fate(bare, null)).toBe('HELD, told');
  expect(fate(bare, stored())).toBe('UPDATED DRAFT without words, told');
  expect(fate(bare, stored({ status: 'DRAFT' }))).toBe('UNCHANGED');
});
