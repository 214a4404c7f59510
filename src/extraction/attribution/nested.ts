import { type Polarity } from '../extraction';
import { type Phrase, isPlural } from './phrases';
import { type Report } from './reports';
import { type Words } from './wordsOf';

/** A report with its place among the others of its sentence. */
export interface PlacedReport extends Report {
  readonly index: number;
  /** The index of the report of the same speaker that tells this one too: "Rubio said he believes"; else null. */
  readonly toldIn: number | null;
  /** Somebody else's words are all that is told: these are the record, and not the telling of them. */
  readonly tellsOfOthers: boolean;
}

/** Finds who a phrase is: a number for each known person or organization, null where it is none of them. */
export type Identify = (source: Phrase) => number | null;

/**
 * Tells apart what speakers say of themselves ("Rubio said he believes") from what they say that others said ("Lee said Reed had
 * told her"): there the inner speaker's words are the record, ALLEGED where the outer speaker holds them against the inner one.
 */
export function placeReports(words: Words, reports: readonly Report[], identify: Identify): PlacedReport[] {
  const placed: PlacedReport[] = [];
  reports.forEach((report, index) => {
    const outer = outerOf(words, reports, index);
    const plain = { ...report, index, toldIn: null, tellsOfOthers: false };
    if (outer === null) placed.push(plain);
    else if (!isOthers(words, placed[outer]!, report, identify)) placed.push({ ...plain, toldIn: outer });
    else {
      const polarity = polarityInside(words, placed[outer]!, report);
      if (polarity === null) placed.push({ ...plain, toldIn: outer });
      else {
        placed[outer] = { ...placed[outer]!, tellsOfOthers: true };
        placed.push({ ...plain, polarity, isNested: true });
      }
    }
  });
  return placed;
}

/** The report in whose words another one begins: nothing but "that", a hearer or the time stands between. */
function outerOf({ classes }: Words, reports: readonly Report[], index: number): number | null {
  const { source, cue, way, sentence } = reports[index]!;
  const outer = reports[index - 1];
  if (outer?.sentence !== sentence || way === 'shared' || way === 'accordingTo' || way === 'agent') return null;
  const start = way === 'toldBy' ? cue.first : Math.min(source.first, cue.first);
  const end = Math.max(outer.cue.last, outer.way === 'inverted' ? outer.source.last : 0);
  if (outer.way === 'accordingTo' || outer.way === 'agent' || start < outer.cue.last) return null;
  for (let at = end; at < start; at += 1) if (/^(?:comma|but|and|sign)$/.test(classes[at]!)) return null;
  return index - 1;
}

/** Whether a report inside of another one is of somebody else's saying. */
function isOthers(words: Words, outer: Report, inner: Report, identify: Identify): boolean {
  if (inner.tells !== 'says' || inner.judges || outer.tells !== 'says' || outer.way === 'shared') return false;
  if (words.classes[inner.source.last - 1] === 'relative') return false;
  if (inner.way === 'toldBy') return true;
  return !isSame(words, outer.source, inner.source, identify);
}

function isSame(words: Words, outer: Phrase, inner: Phrase, identify: Identify): boolean {
  const [known, other] = [identify(outer), identify(inner)];
  if (known !== null && other !== null) return known === other;
  const pronoun = inner.last - inner.first === 1 ? words.lower[inner.first]! : '';
  const many = isPlural(words, outer);
  if (/^(?:he|she)$/.test(pronoun)) return !many;
  if (/^(?:they|we)$/.test(pronoun)) return many || known === null || pronoun === 'we';
  return /^(?:i|you|it)$/.test(pronoun);
}

/** What inner words become by how the outer speaker tells them; null where this leaves open whether they were said. */
function polarityInside({ language }: Words, outer: Report, inner: Report): Polarity | null {
  if (inner.polarity === null || outer.polarity !== 'STATED') return null;
  if (!language.polarity.contested.has(outer.lemma)) return inner.polarity;
  return inner.polarity === 'STATED' ? 'ALLEGED' : null;
}
