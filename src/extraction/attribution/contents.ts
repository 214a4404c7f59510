import { datelineOf } from '../story/dateline';
import { type Phrase, phraseAfter } from './phrases';
import { type Report } from './reports';
import { type Words } from './wordsOf';

/** How far after a cue its "that" may stand: "told reporters in Rome on Monday that". */
const reach = 10;

/**
 * The words that each report tells of without quotation marks, in the order of the reports; null where it tells of none:
 * "he said" beside a quotation.
 */
export function contentsOf(words: Words, reports: readonly Report[]): (Phrase | null)[] {
  return reports.map((report, index) => {
    const next = reports[index + 1]?.sentence === report.sentence ? reports[index + 1]! : null;
    const content = contentOf(words, report, next);
    const trimmed = content && trim(words, content);
    return trimmed && tells(words, trimmed) ? trimmed : null;
  });
}

/** In "Rubio said that she hopes to win" the hope is a part of what Rubio said. */
function isTold({ classes, sentences }: Words, { source, cue, way, sentence }: Report): boolean {
  const start = Math.min(source!.first, cue.first);
  const before = start > sentences[sentence]!.first && way === 'subject' ? classes[start - 1] : null;
  return before === 'cue' || before === 'that';
}

/** One word tells something only where it names it: "endorsed Kasich", but not "praised it". */
function tells({ classes }: Words, { first, last }: Phrase): boolean {
  return last - first > 1 || classes[first] === 'name' || classes[first] === 'noun';
}

function contentOf(words: Words, report: Report, next: Report | null): Phrase | null {
  const { cue, source } = report;
  if (!source || isTold(words, report)) return null;
  const { last } = words.sentences[report.sentence]!;
  const first = afterDateline(words, report.sentence);
  const end = Math.max(cue.last, source.last);
  const start = Math.min(cue.first, source.first);
  if (report.way === 'accordingTo') {
    return start <= first + 1 ? outside(words, end, last, 'first') : outside(words, first, start, 'last');
  }
  if (report.way === 'agent') return outside(words, first, cue.first, 'last');
  const over = report.way === 'inverted' || isOver(words, end, last);
  if (!over) return toTheRight(words, report, end, contentEnd(words, last, next));
  const afterComma = start > first && words.classes[start - 1] === 'comma';
  if (!afterComma || leadsToQuotation(words, end)) return null;
  const left = outside(words, first, start - 1, 'last');
  if (left && hasVerb(words, left)) return left;
  // "The country, Rubio said, is proud."
  return left && words.classes[end] === 'comma' ? outside(words, end + 1, last, 'first') : null;
}

function toTheRight(words: Words, report: Report, from: number, last: number): Phrase | null {
  const start = contentStart(words, report, from, last);
  // “…,” Rubio told reporters in Rome
  if (words.classes[start - 1] !== 'that' && endsQuotation(words, report)) return null;
  const kind = words.classes[start];
  const bare = report.takesClause || report.tells === 'thinks';
  const begins =
    start > from || !bare || (kind !== 'preposition' && kind !== 'time' && (kind !== 'to' || !report.takesClause));
  return begins ? outside(words, start, last, 'first') : null;
}

/** Whether a report names the source of the quotation before it, in the same sentence. */
function endsQuotation({ quotationAt, sentences }: Words, { source, cue, sentence }: Report): boolean {
  const start = Math.min(source?.first ?? cue.first, cue.first);
  return start > sentences[sentence]!.first && quotationAt[start - 1] !== -1;
}

/** "In Rome, Rubio said: “…”" tells nothing but where it was said. */
function leadsToQuotation({ quotationAt, tokens }: Words, at: number): boolean {
  const next = /^[,:]$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  return (quotationAt[next] ?? -1) !== -1;
}

function hasVerb({ classes, lower }: Words, { first, last }: Phrase): boolean {
  for (let at = first; at < last; at += 1) {
    if (/^(?:be|auxiliary|verb|cue)$/.test(classes[at]!) || /..ed$/.test(lower[at]!)) return true;
  }
  return false;
}

/** The first token of a sentence, "SAN DIEGO (Border Report) —" left out. */
function afterDateline({ text, tokens, sentences }: Words, sentence: number): number {
  const { first, start, end } = sentences[sentence]!;
  if (sentence > 0) return first;
  const length = datelineOf(text.slice(start, end))?.length ?? 0;
  let at = first;
  while (tokens[at]!.start < start + length) at += 1;
  return at;
}

/** Whether nothing follows but the end of the sentence, a comma, or when it was said. */
function isOver({ classes, quotationAt }: Words, at: number, last: number): boolean {
  for (let next = at; next < last; next += 1) {
    if (quotationAt[next] !== -1) return true;
    const kind = classes[next]!;
    if (kind === 'comma' || kind === 'sign') return true;
    if (kind !== 'time' && kind !== 'adverb') return false;
  }
  return true;
}

/** After "that", or after whom it was said to. */
function contentStart(words: Words, report: Report, at: number, last: number): number {
  const { classes } = words;
  for (let next = at; next < Math.min(at + reach, last); next += 1) {
    const kind = classes[next]!;
    if (kind === 'that') return next + 1;
    if (kind === 'be' || kind === 'auxiliary' || kind === 'verb' || kind === 'cue' || words.quotationAt[next] !== -1)
      break;
  }
  if (!report.hearerFirst) return at;
  if (classes[at] === 'objectPronoun') return at + 1;
  const first = classes[at] === 'determiner' ? at + 2 : at + 1;
  const hearer = phraseAfter(words, at, Math.min(first + 4, last));
  return hearer ? Math.min(hearer.last, first) : at;
}

/** Up to the next report that the same speaker, or another, makes behind a comma or conjunction. */
function contentEnd({ classes }: Words, last: number, next: Report | null): number {
  if (!next) return last;
  const start = next.way === 'shared' ? next.cue.first : Math.min(next.source?.first ?? next.cue.first, next.cue.first);
  const before = classes[start - 1];
  const separate =
    next.way === 'accordingTo' || next.way === 'shared' || before === 'comma' || before === 'but' || before === 'and';
  return separate ? start : last;
}

/** The part of a stretch that lies outside of quotations: before the first or behind the last one in it. */
function outside({ quotationAt }: Words, first: number, last: number, part: 'first' | 'last'): Phrase | null {
  let [start, end] = [first, last];
  if (part === 'first') for (end = start; end < last && quotationAt[end] === -1;) end += 1;
  else for (start = end; start > first && quotationAt[start - 1] === -1;) start -= 1;
  return end > start ? { first: start, last: end } : null;
}

const loose = new Set(['comma', 'sign', 'and', 'but', 'preposition', 'that', 'determiner', 'adverb', 'subordinator']);

/** Without the signs and joining words at its ends. */
function trim({ classes, tokens }: Words, { first, last }: Phrase): Phrase | null {
  let [start, end] = [first, last];
  while (
    start < end &&
    (classes[start] === 'comma' || classes[start] === 'that' || /^[.:;—–)]$|^--$/.test(tokens[start]!.text))
  )
    start += 1;
  while (end > start && loose.has(classes[end - 1]!) && tokens[end - 1]!.text !== '%' && tokens[end - 1]!.text !== ')')
    end -= 1;
  return end > start ? { first: start, last: end } : null;
}
