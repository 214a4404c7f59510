import { addressWords, roleModifiers, roleWords, sameRole } from '../names/roleWords';
import { sameSentence, type StoryWords, type WordSpan } from '../names/storyWords';

const longestTitle = 10;
const complement = /^(?:of|for|and|&|the|at|on|in|to)$/;
const capital = /^\p{Lu}/u;

/**
 * The title right before a name: "U.S. Secretary of State" before "Marco Rubio", "Uruapan Mayor" before "Carlos Manzo".
 * A form of address ("Mr.") is no title.
 */
export function titleBefore(words: StoryWords, name: number): WordSpan | null {
  const role = roleBefore(words, name);
  if (role === null) return null;
  let first = role;
  while (
    first > 0 &&
    role - first < longestTitle &&
    sameSentence(words, first - 1, name) &&
    isModifier(words, first - 1)
  )
    first -= 1;
  const onlyAddress = first === role && role === name - 1 && addressWords.has(words.lower[role]!);
  return onlyAddress ? null : { first, last: name };
}

/** The word that says the role: the one right before the name, or one whose complement ends there ("Secretary of State"). */
function roleBefore(words: StoryWords, name: number): number | null {
  let seen = false;
  for (let at = name - 1; at >= 0 && name - at <= longestTitle && sameSentence(words, at, name); at -= 1) {
    const word = words.lower[at]!;
    if (roleWords.has(word)) return at === name - 1 || seen ? at : null;
    if (word === 'of' || word === 'for') seen = true;
    else if (!complement.test(word) && !capital.test(words.tokens[at]!.text)) return null;
  }
  return null;
}

function isModifier({ tokens, lower, partOf }: StoryWords, at: number): boolean {
  const word = lower[at]!;
  if (roleModifiers.has(word) || roleWords.has(word)) return true;
  if (!capital.test(tokens[at]!.text) || functionWord.test(word)) return false;
  // A word that opens the sentence has its capital for that; "U.S." and "Uruapan" have one anywhere.
  return partOf[at] === partOf[at + 1];
}

const functionWord =
  /^(?:the|a|an|as|but|and|or|when|while|after|before|in|on|at|by|to|for|from|with|he|she|it|they|his|her|their|its|that|this|said|says|if|then|although|though|because|since|than|also|both)$/;

/** The title after a name, between commas: "Carlos Manzo, the mayor of Uruapan,". */
export function titleAfter(words: StoryWords, end: number): WordSpan | null {
  const { lower } = words;
  if (lower[end] !== ',' || !sameSentence(words, end - 1, end)) return null;
  const first = titleStart(words, end + 1);
  let last = first;
  let role = -1;
  while (last - first < longestTitle + 2 && sameSentence(words, end, last) && !endsTitle.test(lower[last]!)) {
    if (roleWords.has(lower[last]!) && (role < 0 || last === role + 1)) role = last;
    if (role < 0 && complement.test(lower[last]!)) return null;
    last += 1;
  }
  const closed = !sameSentence(words, end, last) || endsTitle.test(lower[last]!);
  return role >= 0 && role - first < 6 && closed ? { first, last } : null;
}

/** After an age (", 52, a farmer,") and an article. */
function titleStart({ tokens, lower }: StoryWords, at: number): number {
  const first = tokens[at]?.kind === 'NUMBER' && lower[at + 1] === ',' ? at + 2 : at;
  return /^(?:a|an|the)$/.test(lower[first] ?? '') ? first + 1 : first;
}

const endsTitle = /^(?:[,.;:()"“”—–?!]|--|who|whose|which|said|says|told|'s)$/;

/** The role that a title names, as the word that roles are compared by: "senator" for "Sen.". */
export function roleOf({ lower }: StoryWords, { first, last }: WordSpan): string | null {
  let role: string | null = null;
  for (let at = first; at < last; at += 1) {
    const word = lower[at]!;
    if (role !== null && (word === 'of' || word === 'for' || word === 'at' || word === 'in')) break;
    if (roleWords.has(word) && !addressWords.has(word)) role = sameRole.get(word) ?? word;
  }
  return role;
}
