import { roleWords } from '../names/roleWords';
import { sameSentence, type StoryWords, type WordSpan } from '../names/storyWords';
import { type PersonCluster } from './people';
import { addTo, nearest } from './clusters';
import { roleOf } from './titles';

/** A person called by their role: "the U.S. Secretary of State", "the mayor". */
export interface RoleMention extends WordSpan {
  readonly person: PersonCluster;
}

const longest = 7;

/** Finds "the" + role where the story has told who has that role; `taken` words are names already. */
export function roleMentionsOf(words: StoryWords, people: readonly PersonCluster[], taken: Uint8Array): RoleMention[] {
  const byRole = new Map<string, PersonCluster[]>();
  for (const person of people)
    for (const role of new Set(person.titles.map((title) => roleOf(words, title))))
      if (role) addTo(byRole, role, person);
  const found: RoleMention[] = [];
  const strangers = new Map<string, number>();
  words.lower.forEach((word, i) => {
    if (/^(?:an?|another|one)$/.test(word)) {
      const role = strangerAt(words, i + 1, taken);
      if (role) strangers.set(role, i);
    }
    if (word !== 'the') return;
    const title = titleAt(words, i + 1, taken);
    const role = title && roleOf(words, title);
    if (!title || !role || isPlural(words, title)) return;
    const person = nearest(byRole.get(role), i, (each) => each.names[0]!.first < i);
    // "A Globex spokesman" is whom "the spokesman" means from there on.
    if (person && isNearer(person, strangers.get(role), i) && sameSpecifics(words, title, person))
      found.push({ first: i, last: sameEnd(words, title.last, person), person });
  });
  return found;
}

/** The role of somebody without a name: "a Globex spokesman". */
function strangerAt(words: StoryWords, first: number, taken: Uint8Array): string | null {
  const { lower } = words;
  for (let at = first; at < first + 4 && sameSentence(words, first, at); at += 1)
    if (roleWords.has(lower[at]!)) return taken[at + 1] === 1 ? null : roleOf(words, { first, last: at + 1 });
  return null;
}

/** Whether a person was named since somebody without a name came to have the role. */
function isNearer({ names }: PersonCluster, stranger: number | undefined, at: number): boolean {
  return stranger === undefined || names.some(({ first }) => first > stranger && first < at);
}

/** The title that begins at a word, up to its role and what "of" leads in; null where a name follows, whose title it is. */
function titleAt(words: StoryWords, first: number, taken: Uint8Array): WordSpan | null {
  const { lower, tokens } = words;
  let role = -1;
  for (let at = first; at < first + longest && sameSentence(words, first, at); at += 1) {
    if (roleWords.has(lower[at]!)) role = at;
    else if (role >= 0 || notInTitle.test(lower[at]!)) break;
  }
  if (role < 0) return null;
  let last = role + 1;
  if (lower[last] === 'of' && /^\p{Lu}/u.test(tokens[last + 1]?.text ?? '')) {
    last += 2;
    while (sameSentence(words, first, last) && /^\p{Lu}/u.test(tokens[last]!.text)) last += 1;
  }
  const named = taken[last] === 1 && sameSentence(words, role, last);
  return named ? null : { first, last };
}

const notInTitle = /^(?:of|and|in|to|for|who|that)$|[^\p{L}.-]/u;

/** Takes along what the known title has after its role, in small letters too: "of state". */
function sameEnd({ lower }: StoryWords, last: number, { titles }: PersonCluster): number {
  for (const title of titles) {
    const of = lower.slice(title.first, title.last).indexOf('of') + title.first;
    if (of < title.first || lower[last] !== 'of') continue;
    let same = 0;
    while (of + same < title.last && lower[last + same] === lower[of + same]) same += 1;
    if (of + same === title.last) return last + same;
  }
  return last;
}

function isPlural({ lower }: StoryWords, { first, last }: WordSpan): boolean {
  return lower
    .slice(first, last)
    .some((word) => word.endsWith('s') && roleWords.has(word.slice(0, -1)) && !roleWords.has(word));
}

/** A capitalized word of a role ("Mexican" in "the Mexican president") that another title of the role contradicts. */
function sameSpecifics(words: StoryWords, title: WordSpan, person: PersonCluster): boolean {
  const specific = (span: WordSpan) =>
    words.tokens
      .slice(span.first, span.last)
      .map(({ text }) => text)
      .filter((text) => /^\p{Lu}\p{Ll}/u.test(text) && !roleWords.has(text.toLowerCase()));
  const asked = specific(title);
  if (asked.length === 0) return true;
  const known = person.titles.flatMap(specific);
  return known.length === 0 || asked.some((word) => known.includes(word));
}
