import type { Extraction } from '../extraction/extraction';
import { quoteSpanRows } from '../articles/quotes/spanRows';
import { entityNames, type ExtractedArticle } from './extractedArticle';
import type { Matched } from './matching/matchBatch';
import { mentionFacts } from './storing/mentions';
import { quoteFacts } from './storing/quotes';

/**
 * What was found in an article, and what would become of it, as extractionParts reads it. Nothing of it is stored.
 * @param matched the record of each entity; new ones have an id that nothing else has
 */
export function extractionJson(article: ExtractedArticle, matched: Matched): object {
  return {
    ...storyJson(article.extraction),
    entities: entitiesJson(article, matched),
    quotes: quotesJson(article, matched),
  };
}

function storyJson({ story }: Extraction) {
  const { images, ...printed } = story;
  return { ...printed, captions: images.map(({ caption }) => caption) };
}

function entitiesJson(article: ExtractedArticle, matched: Matched) {
  return article.extraction.entities.map((found, i) => {
    const { kind, name, otherNames, titles, confidence } = found;
    const record = matched[i] ?? null;
    const known = record !== null && !record.isNew;
    // Alone, so that each gets the stretches of its own words.
    const alone = { ...article.extraction, entities: [found] };
    const own = { id: '', isNew: true, match: 1, tied: false };
    const [mention] = mentionFacts({ ...article, extraction: alone }, [own], new Set());
    return {
      ...{ kind, name, otherNames, titles, confidence },
      spans: (mention?.spans ?? []).map(({ start, end, text }) => ({ start_offset: start, end_offset: end, text })),
      outcome: record === null ? 'NONE' : known ? 'KNOWN' : 'NEW',
      ...(known && { recordKind: entityNames[kind], recordId: record.id, matchConfidence: record.match }),
    };
  });
}

function quotesJson(article: ExtractedArticle, matched: Matched) {
  const { body } = article.extraction.story;
  return quoteFacts(article, matched).map(({ cue, spans, speaker, ...facts }) => ({
    ...facts,
    speaker,
    cue: cue && { start_offset: cue.start, end_offset: cue.end, text: cue.text },
    spans: quoteSpanRows({ quoteId: '', articleId: '', version: 1 }, body, spans).map((span) => ({
      ...{ start_offset: span.startOffset, end_offset: span.endOffset, text: span.text },
      ...{ prefix: span.prefix, suffix: span.suffix },
    })),
  }));
}
