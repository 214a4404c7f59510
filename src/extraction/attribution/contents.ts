import { datelineOf } from '../story/dateline';
import { type PlacedReport } from './nested';
import { type Phrase, phraseAfter } from './phrases';
import { asksBehind, claimsBehind } from './polarity/polarityOf';
import { endOf, type Owned, stretch, trimmed } from './extents';
import { type Words } from './wordsOf';

/** How far after a cue its "that" may stand: "told reporters in Rome on Monday that". */
const reach = 10;

/**
 * The words that each report tells of, in the order of the reports: the reported ones, with the quotations that belong to them.
 * Null where it tells of none: "he said" beside a quotation.
 * @param owned the report whose words each quotation holds
 */
export function contentsOf(words: Words, reports: readonly PlacedReport[], owned: Owned): (Phrase | null)[] {
  return reports.map((report, index) => {
    if (report.polarity === null || report.toldIn !== null || report.tellsOfOthers) return null;
    if (report.content !== undefined)
      return ownContent(words, report.content, (quotation) => owned(quotation, index), report);
    const next = reports[index + 1]?.sentence === report.sentence ? reports[index + 1]! : null;
    const content = contentOf(words, report, next, (quotation) => owned(quotation, index));
    const rest = content && trimmed(words, content, words.sentences[report.sentence]!.last);
    return rest && tells(words, rest) ? rest : null;
  });
}

/** What the language's own rules found, with the quotations that belong to it. */
function ownContent(words: Words, content: Phrase | null, mine: Mine, { sentence, way }: PlacedReport): Phrase | null {
  if (!content) return null;
  const part = way === 'inverted' ? 'last' : 'first';
  const whole = stretch(words, content.first, content.last, part, mine);
  return whole && trimmed(words, whole, words.sentences[sentence]!.last);
}

/** One word tells something only where it names it: "announced elections", but not "announced it". */
function tells({ classes }: Words, { first, last }: Phrase): boolean {
  return last - first > 1 || classes[first] === 'name' || classes[first] === 'noun';
}

type Mine = (quotation: number) => boolean;

function contentOf(words: Words, report: PlacedReport, next: PlacedReport | null, mine: Mine): Phrase | null {
  const { cue, source } = report;
  const { last } = words.sentences[report.sentence]!;
  const first = afterDateline(words, report.sentence);
  const end = Math.max(cue.last, source.last);
  const start = Math.min(cue.first, source.first);
  if (report.way === 'accordingTo') return aroundPhrase(words, { first, last }, { first: start, last: end }, mine);
  if (report.way === 'agent') return stretch(words, first, cue.first, 'last', mine);
  const over = report.way === 'inverted' || isOver(words, end, last);
  if (!over) return toTheRight(words, report, report.way === 'shared' ? cue.last : end, endOf(words, last, next), mine);
  return aroundVerb(words, { first, last }, { first: start, last: end }, mine);
}

const pause = /^(?:,|—|–|--)$/;

/** "…, according to Rubio" and "according to Rubio, …": on both sides of it. */
function aroundPhrase(words: Words, { first, last }: Phrase, telling: Phrase, mine: Mine): Phrase | null {
  const { classes } = words;
  const left = telling.first <= first + 1 ? null : stretch(words, first, telling.first, 'last', mine);
  // "It has learned that, according to a web post, the site …"
  const inserted = classes[telling.first - 1] === 'comma' && classes[telling.first - 2] === 'that';
  const goesOn = inserted || !left || classes[telling.last] === 'comma';
  const right = goesOn ? stretch(words, telling.last, last, 'first', mine) : null;
  return left && !inserted ? { first: left.first, last: right?.last ?? left.last } : right;
}

/** "…, said Rubio" and "the country, Rubio said, is proud" */
function aroundVerb(
  words: Words,
  { first, last }: Phrase,
  { first: start, last: end }: Phrase,
  mine: Mine,
): Phrase | null {
  const afterComma = start > first && pause.test(words.tokens[start - 1]!.text);
  if (!afterComma || leadsToQuotation(words, end)) return null;
  const left = stretch(words, first, start - 1, 'last', mine);
  if (left && hasVerb(words, left)) return left;
  const right = left && pause.test(words.tokens[end]?.text ?? '') ? stretch(words, end + 1, last, 'first', mine) : null;
  return left && right && { first: left.first, last: right.last };
}

function toTheRight(words: Words, report: PlacedReport, from: number, last: number, mine: Mine): Phrase | null {
  const begin = contentStart(words, report, from, last);
  const start = begin === null ? null : saidBehind(words, report, from, begin, last);
  if (start === null) return null;
  // “…,” Rubio told reporters in Rome
  if (words.classes[start - 1] !== 'that' && endsQuotation(words, report)) return null;
  const kind = words.classes[start];
  const bare = report.takesClause || report.tells === 'thinks';
  const begins =
    start > from || !bare || (kind !== 'preposition' && kind !== 'time' && (kind !== 'to' || !report.takesClause));
  const content = begins ? stretch(words, start, last, 'first', mine) : null;
  return content && holds(words, report, content) && !leadsOn(words, content) ? content : null;
}

/** "said goodbye", "said so", "said nothing of it": no words are told. */
const empty = /^(?:goodbye|hello|farewell|hi|nothing|anything|something|so|yes|no|thanks|sorry|much|little|as|grace)$/;

/** Whether what stands behind a verb is what was said: a clause, or what the verb names; and no question. */
function holds(words: Words, report: PlacedReport, content: Phrase): boolean {
  const { language, sentences } = words;
  const asks = language.asking.has(report.lemma) || report.polarity === 'DENIED';
  if (asks && asksBehind(words, content.first, sentences[report.sentence]!)) return false;
  const isQuoted = words.quotationAt.subarray(content.first, content.last).some((quotation) => quotation !== -1);
  if (report.takesClause && !isQuoted && empty.test(words.lower[content.first]!)) return false;
  // Evidence and judgements are told by a clause, or in quotation marks; "praised the plan" tells no word of it.
  if (report.tells !== 'shows' && !report.judges) return true;
  return words.classes[content.first - 1] === 'that' || isQuoted || (!report.judges && isClause(words, content));
}

/** What stands before a quotation of its own tells something only as a clause: told the council on Monday: “…” */
function leadsOn(words: Words, content: Phrase): boolean {
  const sign = words.tokens[content.last]?.text ?? '';
  const at = /^[,:]$/.test(sign) ? content.last + 1 : content.last;
  const led = /^[,:]$/.test(words.tokens[at - 1]!.text) && (words.quotationAt[at] ?? -1) !== -1;
  return led && !hasVerb(words, content);
}

/** A subject and its verb: "the dam leaks". */
function isClause(words: Words, { first, last }: Phrase): boolean {
  const subject = phraseAfter(words, first, last);
  return subject !== null && /^(?:be|auxiliary|verb|cue)$/.test(words.classes[subject.last] ?? '');
}

/** Where the words of a verb begin that denies others' claims, or judges what it calls "fake": null where it has another object. */
function saidBehind(words: Words, { lemma }: PlacedReport, from: number, start: number, last: number): number | null {
  const claims = claimsBehind(words, lemma, from);
  if (claims !== null || !words.language.polarity.rejecting.has(lemma)) return claims ?? start;
  return words.lower.slice(start, Math.min(start + reach, last)).includes('as') ? start : null;
}

/** Whether a report names the source of the quotation before it, in the same sentence. */
function endsQuotation({ quotationAt, sentences }: Words, { source, cue, sentence }: PlacedReport): boolean {
  const start = Math.min(source.first, cue.first);
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
    if (quotationAt[next] !== -1) return next > at || classes[next - 1] === 'comma';
    const kind = classes[next]!;
    if (kind === 'comma' || kind === 'sign') return true;
    if (kind !== 'time' && kind !== 'adverb') return false;
  }
  return true;
}

/** After "that", or after whom it was said to; null where nothing but a hearer follows. */
function contentStart(words: Words, report: PlacedReport, at: number, last: number): number | null {
  const { classes } = words;
  for (let next = at; next < Math.min(at + reach, last); next += 1) {
    const kind = classes[next]!;
    if (kind === 'that') return next + 1;
    if (/^(?:be|auxiliary|verb|cue)$/.test(kind) || words.quotationAt[next] !== -1) break;
  }
  if (!report.hearerFirst) return at;
  return classes[at] === 'objectPronoun' ? at + 1 : behindHearer(words, report, at, last);
}

function behindHearer(words: Words, report: PlacedReport, at: number, last: number): number | null {
  const { classes } = words;
  let first = classes[at] === 'determiner' ? at + 2 : at + 1;
  while (classes[first - 1] === 'name' && classes[first] === 'name') first += 1;
  const hearer = phraseAfter(words, at, Math.min(first + 4, last));
  // "asked Tom Reed for help" tells what was wanted, and no words.
  if (hearer && /^(?:for|to)$/.test(words.lower[Math.min(hearer.last, first)] ?? '') && report.lemma === 'ask')
    return null;
  if (!hearer) return at;
  return classes[hearer.last] === 'pronoun' ? hearer.last : Math.min(hearer.last, first);
}
