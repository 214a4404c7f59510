/** What editors are told of what was decided on an item's state. */

export const keptOut = 'Its provider canceled it, so it is kept out: an editor can make an article of it by hand.';
export const nothingToKill = 'It is canceled, and nothing here has its uri: what comes of it later is kept out.';
export const nothingToWithhold =
  'It is withheld, has no text, and nothing here has its uri: an earlier version of it will stay hidden.';
export const withheldToo =
  'Its provider withholds it in a version that is not known to be earlier, so readers do not see it: publish it by hand, or send a later version.';
export const withdrawn = 'It is withdrawn here: an editor can put it back with reinstateArticle.';
export const draftOnly =
  'It is published here, and nothing public is made a draft by an import: import it without --draft.';
export const untold =
  'It is published here, and this format does not tell whether its words may be public: import it with --publish.';
export const publishedByHand =
  'ITS PROVIDER WITHHOLDS IT, and an editor published it by hand since: it stays public, with the words that it has.';
export const setByHand = 'Its provider publishes it, and an editor keeps it unpublished here: it stays so.';
export const takenBack = 'Its provider withholds it now: readers see it no more.';
export const embargoByHand = 'An editor set its embargo by hand, which is longer than its provider’s: it stays.';
export const stricter =
  'Another item before it has the same uri and time: the more restrictive state counts, and the words of the first.';
export const clash = 'Another item before it has the same uri and other words: the first one counts.';

export function waits(until: Date): string {
  return `It is dated ${until.toISOString()}, which is still to come, and its article is public: the version that is there stays. Import it again then.`;
}

export function untilThen(until: Date): string {
  return `It is dated ${until.toISOString()}, which is still to come: readers see it from then on.`;
}
