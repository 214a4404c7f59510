import { type FoundSource, type Span } from '../../extraction';
import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';
import { headOf, type Known, type Mentioned } from './heads';
import { jointSources } from './joint';
import { titleAfter, titleBefore } from './titles';
import { headNoun, unnamedType } from './unnamed';

/** The sources that a phrase names, in printed order. `spanOf` turns tokens into the body's code points. */
export function sourcesOf(known: Known, source: Phrase, spanOf: (phrase: Phrase) => Span): FoundSource[] {
  return jointSources(known, source).map((part) => {
    const head = headOf(known, part);
    return head ? named(known, part, head, spanOf) : unnamed(known, part, spanOf);
  });
}

function named(known: Known, source: Phrase, head: Mentioned, spanOf: (phrase: Phrase) => Span): FoundSource {
  const { words, entities } = known;
  const { mention, entity } = head;
  const title = titleOf(words, source, head);
  const first = title && title.first < mention.first ? withArticle(words, title.first, source.first) : mention.first;
  return {
    span: spanOf({ first: Math.max(source.first, Math.min(first, mention.first)), last: source.last }),
    type: entities[entity]!.kind === 'PERSON' ? 'NAMED_PERSON' : 'NAMED_ORGANIZATION',
    speaker: entity,
    name: mention.form === 'NAME' ? textOf(words, mention) : null,
    title: title && textOf(words, title),
    onBehalfOf: title ? representedIn(known, { first: title.first, last: source.last }, entity) : null,
  };
}

function unnamed(known: Known, source: Phrase, spanOf: (phrase: Phrase) => Span): FoundSource {
  const type = unnamedType(known.words, source);
  const nobody = { speaker: null, name: null, title: null };
  return { span: spanOf(source), type, ...nobody, onBehalfOf: representedIn(known, source, null) };
}

function titleOf(words: Words, source: Phrase, { mention }: Mentioned): Phrase | null {
  if (mention.form === 'PRONOUN') return null;
  if (mention.form === 'TITLE') return withoutArticle(words, mention);
  return (
    titleBefore(words, { first: source.first, last: mention.first }) ?? titleAfter(words, mention.last, source.last)
  );
}

function withArticle({ classes }: Words, first: number, from: number): number {
  return first > from && classes[first - 1] === 'determiner' ? first - 1 : first;
}

function withoutArticle({ classes }: Words, { first, last }: Phrase): Phrase {
  return { first: classes[first] === 'determiner' ? first + 1 : first, last };
}

/** Who speaks for others. */
const speaksFor =
  /^(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|representatives?|aides?|advis[eo]rs?|agents?|officials?|press|publicists?)$/;

/** Whom somebody who speaks for others speaks for: Globex in "a spokeswoman for Globex", "Globex’s lawyers". */
function representedIn({ words, mentionAt, entities }: Known, source: Phrase, speaker: number | null): number | null {
  const said = words.lower.slice(source.first, source.last);
  if (!said.some((word) => speaksFor.test(word))) return null;
  if (speaker === null && !speaksFor.test(words.lower[headNoun(words, source)]!)) return null;
  for (let at = source.first; at < source.last; at += 1) {
    const found = mentionAt.get(at);
    if (!found || found.entity === speaker) continue;
    return entities[found.entity]!.kind === 'PLACE' ? null : found.entity;
  }
  return null;
}

function textOf({ text, tokens }: Words, { first, last }: Phrase): string {
  return text.slice(tokens[first]!.start, tokens[last - 1]!.end);
}
