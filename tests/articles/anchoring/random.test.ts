import { type Figures, type Kind, measure } from './measure';
import { shippedStories } from './stories';

// Quotes and mentions through random edits of which the truth is known, letter by letter. The same edits each time, so that
// a failure is this change's doing; other seeds, and the figures over many more edits: node bench/anchoring/main.mjs
const seed = Number(process.env['ANCHORING_SEED'] ?? 807_256);
const edits = Number(process.env['ANCHORING_EDITS'] ?? 60);
const shipped = shippedStories();
const kinds: Kind[] = ['plain', 'confusing', 'echo'];

/** What must hold of any number of edits, whatever the texts. */
function expectTrue({ wrong, changed, recognized, quotes }: Figures): void {
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
  expect(recognized).toBe(changed);
  expect(quotes).toBeGreaterThan(0);
}

describe.each(kinds)('after %s edits', (kind) => {
  test.each(['quotes', 'mentions'] as const)(`%s never stand on words that are not theirs (seed ${seed})`, (what) => {
    expectTrue(measure({ seed, edits, kind, what, stories: shipped }));
  });
});
