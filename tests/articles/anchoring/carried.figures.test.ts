import { existsSync } from 'node:fs';
import { measure } from './measure';
import { newsFolder, newsStories, shippedStories } from './stories';

const withNews = existsSync(newsFolder) ? test : test.skip;
withNews('nearly all quotes are carried (needs the news texts in ../shared/data)', () => {
  const stories = [...shippedStories(), ...newsStories()];
  // Always the same edits: a share that chance may push below a bound says nothing.
  const plain = measure({ seed: 1, edits: 1000, kind: 'plain', what: 'quotes', stories });
  expect(plain.carried / plain.standing).toBeGreaterThan(0.98);
  const confusing = measure({ seed: 1, edits: 1000, kind: 'confusing', what: 'quotes', stories });
  expect(confusing.carried / confusing.standing).toBeGreaterThan(0.95);
});
