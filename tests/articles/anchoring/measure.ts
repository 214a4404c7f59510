import { carrySpans } from '../../../src/articles/anchoring/carrySpans';
import { editScript } from '../../../src/articles/anchoring/editScript';
import { normalizeBody } from '../../../src/text/body';
import { type Span } from '../../../src/text/spans';
import { Random } from '../../world/random';
import { confusingEdits, type Edit, edited, plainEdits, type Supply } from './edits';
import { placesOf, type Verdict, verdictOn } from './judge';
import { echoSentences, echoStory, type Story } from './stories';
import { type Sign, signsOf, tagged, wordsOf } from './taggedText';

/** What became of the quotes of many edited texts. */
export interface Figures {
  edits: number;
  texts: number;
  quotes: number;
  /** Quotes whose words truly stand in the new text, unchanged and in order. */
  standing: number;
  /** Of these: carried over. */
  carried: number;
  /** Of these: called MOVED. */
  moved: number;
  /** Of these: carried to a copy, the first being gone. */
  copies: number;
  /** Of these: carried to equal words of which the text does not tell that they are others. */
  traceless: number;
  /** Quotes whose words truly changed or went. */
  changed: number;
  /** Of these: called ALTERED or ORPHANED. */
  recognized: number;
  /** Quotes carried to words that are not theirs, or that are not there. */
  wrong: string[];
}

export type Kind = 'plain' | 'confusing' | 'echo';

export interface Trial {
  readonly seed: number;
  readonly edits: number;
  readonly kind: Kind;
  readonly what: 'quotes' | 'mentions';
  /** What is edited; at least two, because the words that come in are those of other stories. */
  readonly stories: readonly Story[];
}

function noFigures(): Figures {
  return {
    edits: 0,
    texts: 0,
    quotes: 0,
    standing: 0,
    carried: 0,
    moved: 0,
    copies: 0,
    traceless: 0,
    changed: 0,
    recognized: 0,
    wrong: [],
  };
}

/** Words and sentences that come in from outside. One's own would be copies, of which nothing is known here. */
function supplyFor(kind: Kind, random: Random, foreign: readonly Story[]): Supply {
  const others = random.sample(foreign, 3).map((story) => story.body);
  const sentences = others.flatMap((body) => body.match(/[A-Z“"][^.!?\n]+[.!?]+["”]?/g) ?? []);
  return {
    words: others.flatMap((body) => body.match(/[\p{L}\p{N}]+/gu) ?? []),
    sentences: kind === 'echo' ? [...echoSentences(), ...sentences.slice(0, 6)] : sentences,
  };
}

/** Edits stories at random until `edits` edits were made, carries what they hold through each, and judges every span. */
export function measure({ seed, edits, kind, what, stories }: Trial): Figures {
  const figures = noFigures();
  const choice: [string, Edit][] = Object.entries(kind === 'plain' ? plainEdits : { ...plainEdits, ...confusingEdits });
  for (let round = 0; figures.edits < edits; round += 1) {
    const random = new Random(seed + round);
    const picked = random.pick(stories);
    const story = kind === 'echo' ? echoStory(picked, random) : picked;
    const others = stories.filter((other) => other !== picked);
    const supply = supplyFor(kind, random, others);
    let text = tagged(story.body);
    const made: string[] = [];
    for (let left = random.int(1, kind === 'plain' ? 5 : 3); left > 0; left -= 1) {
      const [name, edit] = random.pick(choice);
      const next = edited(text, edit, random, supply);
      if (next === text) continue;
      text = next;
      made.push(name);
    }
    const signs = signsOf(text);
    const after = wordsOf(signs);
    if (made.length === 0 || normalizeBody(after) !== after) continue; // signs that melt into one have no origin
    figures.edits += made.length;
    figures.texts += 1;
    const first = Array.from(story.body);
    const script = editScript(story.body, after);
    for (const spans of story[what]) {
      const { state, spans: found } = carrySpans(script, spans);
      const carried = found.length > 0;
      const verdict = carried ? verdictOnAll(spans, found, first, signs) : undefined;
      const right = verdict !== undefined && verdict !== 'WRONG';
      const standing = right || standsInOrder(spans, signs);
      figures.quotes += 1;
      figures.standing += Number(standing);
      figures.carried += Number(standing && carried);
      figures.moved += Number(state === 'MOVED');
      figures.changed += Number(!standing);
      figures.recognized += Number(!standing && !carried);
      figures.copies += Number(verdict === 'COPY');
      figures.traceless += Number(verdict === 'TRACELESS');
      if (verdict === 'WRONG')
        figures.wrong.push(`seed ${seed + round} (${made.join(', ')}): ${state} ${words(spans)}`);
    }
  }
  return figures;
}

/** Whether a quote's own words stand in a text, each span after the one before. */
function standsInOrder(spans: readonly Span[], signs: readonly Sign[]): boolean {
  let from = 0;
  return spans.every((span) => {
    const at = placesOf(span, signs).find((place) => place >= from);
    from = (at ?? 0) + span.end - span.start;
    return at !== undefined;
  });
}

/** The worst that is to be said of any of a quote's spans; they must also stand in order, and hold their words. */
function verdictOnAll(
  spans: readonly Span[],
  found: readonly Span[],
  first: readonly string[],
  signs: readonly Sign[],
): Verdict {
  const inOrder = found.every((span, i) => i === 0 || found[i - 1]!.end <= span.start);
  const sameWords = found.every((span, i) => span.text === spans[i]!.text);
  if (found.length !== spans.length || !inOrder || !sameWords) return 'WRONG';
  const verdicts = spans.map((span, i) => verdictOn(span, first, signs, found[i]!.start));
  const fromWorst: Verdict[] = ['WRONG', 'TRACELESS', 'COPY'];
  return fromWorst.find((verdict) => verdicts.includes(verdict)) ?? 'OWN';
}

function words(spans: readonly Span[]): string {
  return spans.map((span) => `[${span.start}] ${span.text.slice(0, 60)}`).join(' … ');
}
