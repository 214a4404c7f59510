import { type AnchorState, carrySpans, textOf } from '../../../src/articles/anchoring/carrySpans';
import { editScript } from '../../../src/articles/anchoring/editScript';
import { wordDiff } from '../../../src/articles/anchoring/wordDiff';
import { codePointCount, occurrencesOf, type Span } from '../../../src/text/spans';

const opening = 'SAN DIEGO — The plan was scrapped on Wednesday, according to people who know about it.';
const rubio =
  'Rubio was asked about it in Ontario. “The cartels are very powerful, more so than local forces,” he said.';
const joly = 'Joly did not agree with him at all. “We have no complaints about the work of our neighbors,” she said.';
const ending = 'The talks go on next week, when five more ministers arrive from Europe and Asia.';
const body = [opening, rubio, joly, ending].join('\n\n');
const powerful = 'The cartels are very powerful, more so than local forces,';

/** The `nth` place of some words in a text. */
function span(text: string, words: string, nth = 0): Span {
  const found = occurrencesOf(words, text)[nth];
  if (!found) throw new Error(`"${words}" does not stand there.`);
  return found;
}

/** What becomes of one quote's words, and where they then stand. */
function fate(before: string, after: string, ...spans: Span[]): [AnchorState, ...string[]] {
  const { state, spans: found } = carrySpans(editScript(before, after), spans);
  for (const { start, end, text } of found) expect([...after].slice(start, end).join('')).toBe(text);
  expect(found.length === 0 || textOf(found) === textOf(spans)).toBe(true);
  return [state, ...found.map(({ start }) => [...after].slice(start - 10, start).join(''))];
}

describe('a quote', () => {
  const quote = span(body, powerful);

  test.each<[string, string, AnchorState]>([
    ['nothing changes', body, 'ANCHORED'],
    ['a typo is put right elsewhere', body.replace('scrapped', 'dropped'), 'ANCHORED'],
    ['a typo is put right inside', body.replace('very powerful', 'quite powerful'), 'ALTERED'],
    ['words are put in inside', body.replace('are very', 'are, he thinks, very'), 'ALTERED'],
    ['a word of it becomes a longer one', body.replace('local forces', 'local forcesmen'), 'ALTERED'],
    ['a comma in it goes', body.replace('powerful, more', 'powerful more'), 'ALTERED'],
    ['a letter in it becomes a capital', body.replace('“The cartels', '“THE cartels'), 'ALTERED'],
    [
      'words are put in before and after',
      body.replace('“The', '“No: The').replace('forces,”', 'forces, not,”'),
      'ANCHORED',
    ],
    [
      'its marks and its attribution change',
      body.replace(/“The (.*)s,” he said/, 'Marco Rubio: "The $1s,"'),
      'ANCHORED',
    ],
    ['it is split in sentences', body.replace('powerful, more', 'powerful. More'), 'ALTERED'],
    ['its paragraph is joined to the next', body.replace(`${rubio}\n\n`, `${rubio} `), 'ANCHORED'],
    ['its paragraph goes to the end', [opening, joly, ending, rubio].join('\n\n'), 'MOVED'],
    ['only its words go to another paragraph', [opening, joly, `${ending} ${powerful}`].join('\n\n'), 'MOVED'],
    ['its paragraph goes', [opening, joly, ending].join('\n\n'), 'ORPHANED'],
    ['its paragraph is there twice, side by side', [opening, rubio, rubio, joly, ending].join('\n\n'), 'ORPHANED'],
    ['all is replaced', 'Nothing of what was printed here before is left.', 'ORPHANED'],
    ['nothing is left', '', 'ORPHANED'],
  ])('when %s', (_, after, state) => {
    expect(fate(body, after, quote)[0]).toBe(state);
  });

  test('whose paragraph is printed once more at the end stays where nothing around it was touched', () => {
    const after = `${body}\n\n${rubio}`;
    expect(fate(body, after, span(body, powerful))).toEqual(['ANCHORED', 'Ontario. “']);
    expect(carrySpans(editScript(body, after), [quote]).spans[0]).toEqual(quote);
  });

  test('whose paragraph was copied is not taken for the copy when it was changed itself', () => {
    const changed = rubio.replace('very powerful', 'powerful');
    expect(fate(body, [opening, changed, rubio, joly, ending].join('\n\n'), quote)[0]).not.toMatch(/ANCHORED|MOVED/);
    expect(fate(body, [opening, rubio, changed, joly, ending].join('\n\n'), quote)[0]).not.toMatch(/ANCHORED|MOVED/);
  });

  test('that is altered comes with a hint, which is not its place', () => {
    const after = body.replace('very powerful', 'quite powerful');
    const { spans, hints } = carrySpans(editScript(body, after), [quote]);
    expect(spans).toEqual([]);
    expect(hints).toEqual([span(after, 'The cartels are quite powerful, more so than local forces,')]);
  });

  test('in two spans is carried as a whole, or not at all', () => {
    const spans = [span(body, 'The cartels are very powerful'), span(body, 'more so than local forces')];
    expect(fate(body, body.replace('powerful, more', 'powerful,” said Rubio, “more'), ...spans)[0]).toBe('ANCHORED');
    expect(fate(body, body.replace('powerful, more', 'powerful, far more'), ...spans)[0]).toBe('ANCHORED');
    expect(fate(body, body.replace('local forces', 'local ones'), ...spans)[0]).toBe('ALTERED');
  });

  test('in two spans that change places is altered, with both places as hints', () => {
    const spans = [span(body, powerful), span(body, 'We have no complaints about the work of our neighbors,')];
    const carried = carrySpans(editScript(body, [opening, joly, rubio, ending].join('\n\n')), spans);
    expect(carried).toMatchObject({
      state: 'ALTERED',
      spans: [],
      hints: [{ text: powerful }, { text: spans[1]!.text }],
    });
  });

  test('whose words are not those of the text is refused', () => {
    expect(() => carrySpans(editScript(body, body), [{ ...quote, start: quote.start + 1 }])).toThrow(RangeError);
  });
});

describe('equal words', () => {
  const yes = ['“Yes,” said Rubio.', 'The room was silent for a long while.', '“Yes,” said Joly.', ending];
  const before = [opening, ...yes].join('\n\n');
  const [first, second] = [span(before, 'Yes'), span(before, 'Yes', 1)];
  const without = (at: number): string => [opening, ...yes.filter((_, i) => i !== at)].join('\n\n');

  test('are kept apart while their surroundings stand', () => {
    const after = before.replace('scrapped', 'dropped');
    expect(fate(before, after, first)).toEqual(['ANCHORED', 'out it.\n\n“']);
    expect(fate(before, after, second)).toEqual(['ANCHORED', ' while.\n\n“']);
  });

  test('of which one goes never lend it the other', () => {
    expect(fate(before, without(0), first)).toEqual(['ORPHANED']);
    expect(fate(before, without(2), second)).toEqual(['ORPHANED']);
    expect(fate(before, without(0), second)).toEqual(['ANCHORED', ' while.\n\n“']);
    expect(fate(before, without(2), first)).toEqual(['ANCHORED', 'out it.\n\n“']);
  });

  test('whose speakers are exchanged belong to nobody', () => {
    const after = before
      .replace('said Rubio', 'said X')
      .replace('said Joly', 'said Rubio')
      .replace('said X', 'said Joly');
    for (const quote of [first, second]) expect(fate(before, after, quote)).toEqual(['ORPHANED']);
  });

  test('side by side, of which one goes, belong to nobody', () => {
    const twice = 'He came. “Yes. Yes.” He went away again.';
    for (const nth of [0, 1]) {
      expect(fate(twice, 'He came. “Yes.” He went away again.', span(twice, 'Yes', nth))).toEqual(['ORPHANED']);
    }
  });

  test('come with all their places as hints', () => {
    const { hints } = carrySpans(editScript(before, without(0)), [first]);
    expect(hints.map((hint) => hint.text)).toEqual(['Yes']);
  });
});

describe('swapped quotes', () => {
  test('go with their words', () => {
    const other = 'We have no complaints about the work of our neighbors,';
    const after = body.replace(powerful, '#').replace(other, powerful).replace('#', other);
    expect(fate(body, after, span(body, powerful))).toEqual(['MOVED', ' at all. “']);
    expect(fate(body, after, span(body, other))).toEqual(['MOVED', 'Ontario. “']);
  });
});

describe('offsets', () => {
  test('count code points, and marks stay with their letters', () => {
    const before = '👩‍👩‍👧 𝒜 first line here 🇲🇽.\n\n“नमस्ते 👍🏽 to all of you in the house tonight,” she said. And so on.';
    const words = 'नमस्ते 👍🏽 to all of you in the house tonight,';
    const start = codePointCount(before.slice(0, before.indexOf(words)));
    const quote = { start, end: start + codePointCount(words), text: words };
    expect(fate(before, `😀 ${before}`, quote)[0]).toBe('ANCHORED');
    expect(carrySpans(editScript(before, `😀 ${before}`), [quote]).spans[0]!.start).toBe(start + 2);
    expect(fate(before, before.replace('👍🏽', '👍🏿'), quote)[0]).toBe('ALTERED');
    const bare = span(before, 'to all of you in the house tonight');
    expect(fate(before, before.replace('tonight', 'tonight\u0323'), bare)[0]).toBe('ALTERED');
  });

  test('work where words are not set apart', () => {
    const before =
      '昨日会议在北京举行。\n\n部长说：“我们将继续向所有需要帮助的人提供支持和一切必要的援助。”\n\n会议明天继续。';
    const words = '我们将继续向所有需要帮助的人提供支持和一切必要的援助。';
    const quote = { start: before.indexOf(words), end: before.indexOf(words) + words.length, text: words };
    expect(fate(before, before.replace('昨日', '今天上午'), quote)[0]).toBe('ANCHORED');
    expect(fate(before, before.replace('继续向', '向'), quote)[0]).toBe('ALTERED');
  });

  test('may cut a word', () => {
    const quote = { start: 1, end: 9, text: 'AN DIEGO' };
    expect(fate(body, body.replace('scrapped', 'dropped'), quote)[0]).toBe('ANCHORED');
  });
});

describe('a word diff', () => {
  test.each([
    ['', ''],
    ['', body],
    [body, ''],
    [body, body],
    [body, body.replace('scrapped', 'dropped').replace(`${joly}\n\n`, '')],
    ['a\n\nb 😀 c', 'b 👩‍👩‍👧 c\n\na'],
    ['a '.repeat(5000) + 'b', 'c '.repeat(5000) + 'b'],
  ])('joins back to both texts', (before, after) => {
    const changes = wordDiff(before, after);
    for (const [side, text, other] of [
      ['before', before, 'INSERTED'],
      ['after', after, 'DELETED'],
    ] as const) {
      let end = 0;
      for (const change of changes) {
        expect(change[side].start).toBe(end);
        end = change[side].end;
        if (change.kind === other) expect(change[side].end).toBe(change[side].start);
      }
      expect(
        changes
          .filter(({ kind }) => kind !== other)
          .map((change) => change.text)
          .join(''),
      ).toBe(text);
      expect(end).toBe(codePointCount(text));
    }
  });

  test('shows whole words, and not what unlike passages share by accident', () => {
    const changes = wordDiff(
      'He did not go to the long talks in May.',
      'He did go to the best shops, and homes, in May.',
    );
    expect(changes.map(({ kind, text }) => `${kind[0]} ${text}`)).toEqual([
      'E He did ',
      'D not ',
      'E go to the ',
      'D long talks',
      'I best shops, and homes,',
      'E  in May.',
    ]);
  });

  test('ends for the largest texts, and finds what is unchanged in them', () => {
    const long = Array.from({ length: 4000 }, (_, i) => `Sentence ${i} says ${i * 7} of ${i % 13}. It ends.`);
    const kept = long[2000]!;
    const before = long.join('\n\n');
    const after = long.map((line, i) => (i === 2000 ? line : line.replace('says', `said ${i} times`))).join('\n\n');
    expect(wordDiff(before, after).some(({ kind, text }) => kind === 'EQUAL' && text.includes(kept))).toBe(true);
    expect(wordDiff('a '.repeat(100_000), 'b '.repeat(100_000))).toHaveLength(3);
  });
});
