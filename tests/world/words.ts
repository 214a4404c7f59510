import type { Random } from './random';

const vocabulary: Readonly<Record<string, readonly string[]>> = {
  en: 'the government said cartels running border support minister equipment agreed running ran help of and in for Mexico Canada powerful advances cooperation request journalists worried ready'.split(
    ' ',
  ),
  fr: 'le gouvernement a déclaré que les élèves français étaient prêts à œuvrer pour Québec où naïveté coopération frontière ministre demandé'.split(
    ' ',
  ),
  de: 'die Regierung sagte dass große Straßen für Häuser über Grenze Minister Zusammenarbeit mächtig Geräte bereit Übung und'.split(
    ' ',
  ),
  es: 'el gobierno dijo que los cárteles mañana señor frontera ministra cooperación ayuda poderoso equipo listo niño y de'.split(
    ' ',
  ),
  ar: 'الحكومة قالت التعاون الحدود وزير كبير جاهز دعم طلب'.split(' '),
  zh: '政府 表示 合作 边境 部长 支持 请求 记者'.split(' '),
};

/** The languages that articles are written in: variants of one, and ones that PostgreSQL has no rules for. */
export const languages = ['en', 'en', 'en', 'en-US', 'fr', 'fr-CA', 'de', 'es', 'ar', 'zh-Hant', 'tlh'] as const;

/** Words that trip those who quote, count or mark up carelessly. */
const awkward = [
  '🦊',
  '👩‍🚀',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  '“quoted”',
  '"plain"',
  "it's",
  '\\',
  '\\u0041',
  '\\n',
  '</script>',
  '<b>bold</b>',
  '&amp;',
  '<mark>',
  'a\u2028b',
  'c\u2029d',
  '100%',
  'under_score',
  '$1',
  '${x}',
  '{"a":1}',
  'null',
  'café',
  'ﬁne',
  '\u00a0',
  '—',
  '\ufeff',
  'x\u200by',
  '\u{10ffff}',
  '\u0085',
];

/** Control signs: allowed in everything but bodies and names. */
const control = ['\t', '\u0001', '\b', '\u001f', '\u007f', '\r\n', '\n', '\f'];

function wordsOf(language: string): readonly string[] {
  return vocabulary[language.slice(0, 2)] ?? vocabulary.zh ?? [];
}

/** `count` words of a language, some of them awkward, without blanks at the ends. */
export function phrase(random: Random, language: string, count: number): string {
  const words = Array.from({ length: count }, () =>
    random.chance(0.12) ? random.pick(awkward) : random.pick(wordsOf(language)),
  );
  return words.join(' ').normalize('NFC').trim() || 'word';
}

/** A phrase that may have control signs in it. */
export function printed(random: Random, language: string, count: number): string {
  const words = phrase(random, language, count);
  return random.chance(0.15)
    ? `${words}${random.pick(control)}${random.pick(control)}${random.pick(wordsOf(language))}`
    : words;
}

/** Blanks at the ends, as PostgreSQL sees them: U+0085 is one to it, and none to JavaScript. */
const blankEnds = /^[\s\u0085]+|[\s\u0085]+$/g;

/** Paragraphs joined by one blank line: sometimes one word, sometimes with single line ends inside. */
export function bodyText(random: Random, language: string): string {
  const paragraphs = Array.from({ length: random.int(1, 5) }, () =>
    random.chance(0.1)
      ? phrase(random, language, 1)
      : random.chance(0.15)
        ? `${solid(random, language)}\n${solid(random, language)}`
        : phrase(random, language, random.int(4, 25)),
  );
  // A paragraph's own line ends and the blanks around them are what the database refuses.
  return paragraphs
    .map((text) => text.replace(blankEnds, '') || 'word')
    .join('\n\n')
    .normalize('NFC');
}

function solid(random: Random, language: string): string {
  return phrase(random, language, random.int(2, 8)).replace(blankEnds, '') || 'word';
}

const given = [
  'Mélanie',
  'Melanie',
  'Marco',
  'Ana',
  'ANA',
  'Ána',
  'Zoë',
  'Łukasz',
  'Ægir',
  'İpek',
  '王',
  'Жанна',
  "O'Neil",
  'Jean-Luc',
  '🦊',
  '𝔘',
  'ßöhm',
  'ﬃ',
  '％',
  'Ⅷ',
];
const family = [
  'Joly',
  'Jolie',
  'Rubio',
  'Rubio Jr.',
  'Manzo',
  'Ivanov',
  'Ñuñez',
  'Müller',
  'O\\Brien',
  '"Quote"',
  '100%',
  'a_b',
  '小明',
  'Иванова',
  '</script>',
  'x\u2028y',
  '😀😀',
  '\ufffd',
];

/** A name, as people, organizations and places have them; every few are equal but for case and accents, one is very long. */
export function name(random: Random): string {
  const made = `${random.pick(given)} ${random.pick(family)}`;
  if (random.chance(0.05)) return `${made} ${'Wolfeschlegelsteinhausenberger '.repeat(random.int(8, 20))}`.trim();
  return random.chance(0.15) ? random.pick(given) : made;
}

/** What readers may look for: words that are there, and words that nobody wrote. */
export function soughtWords(random: Random): string {
  const words = wordsOf(random.pick(languages));
  const kind = random.int(0, 9);
  if (kind === 0) return `"${random.pick(words)} ${random.pick(words)}"`;
  if (kind === 1) return `${random.pick(words)} -${random.pick(words)}`;
  if (kind === 2) return `${random.pick(words)} or ${random.pick(words)}`;
  if (kind === 3)
    return random.pick(['', ' ', 'the', '"', "'", '!!', '& | ! ( )', '\\', 'xyzzy', '🦊', '-', 'or', ':*', "a'b", '%']);
  return random.pick(words);
}
