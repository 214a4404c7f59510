import { type Measured, type Mistake } from './measure';

/** How many mistakes of a kind the page shows: enough to see what they have in common. */
const shown = 200;

/** A page of HTML with the figures, and the mistakes of each measure by kind. */
export function mistakesPage(results: readonly { readonly title: string; readonly measured: Measured }[]): string {
  const sections = results.map(
    ({ title, measured }) => `<h2>${escape(title)}</h2>${figures(measured)}${mistakes(measured)}`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>What extraction gets wrong</title><style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
li { margin: 0 0 1rem } mark { background: #fd6 } small { color: #666 } summary { cursor: pointer; font-weight: 600 }
</style><h1>What extraction gets wrong</h1>${sections.join('\n')}</html>\n`;
}

function figures({ figures: all }: Measured): string {
  const rows = all.map(
    ({ name, value, unit, counted }) =>
      `<li>${escape(name)}: <b>${value.toFixed(1)} ${unit}</b> <small>${escape(counted)}</small></li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}

function mistakes({ mistakes: all }: Measured): string {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const list = all.filter((mistake) => mistake.kind === kind);
      // Spread over all articles, in place of the first ones only.
      const step = Math.max(1, list.length / shown);
      const some = Array.from({ length: Math.min(shown, list.length) }, (_, index) => list[Math.floor(index * step)]!);
      return `<details><summary>${escape(kind)}: ${list.length}</summary><ol>${some.map(item).join('')}</ol></details>`;
    })
    .join('');
}

function item({ article, before, words, after, expected, got }: Mistake): string {
  const facts = `<small>${escape(article)} · expected “${escape(expected)}” · got “${escape(got)}”</small>`;
  return `<li>…${escape(before)}<mark>${escape(words)}</mark>${escape(after)}… <br>${facts}</li>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
