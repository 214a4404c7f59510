import type { SourceType } from '../../../generated/prisma/enums';
import type { Work } from '../../../writing/command';
import { type NamedRecord, recordIn } from '../../../writing/inputIds';
import { lineIn } from '../../../writing/inputTexts';
import type { QuotedArticle } from './lockQuoted';

/** Who said a quote, as an editor says it. What is left out is not known, or stays as it is. */
export interface AttributionInput {
  readonly speaker?: string | null | undefined;
  readonly speakerName?: string | null | undefined;
  readonly speakerTitle?: string | null | undefined;
  readonly sourceType?: SourceType | null | undefined;
}

/** The columns of a quote that say who said it; undefined ones stay. */
export interface AttributionColumns {
  speakerPersonId?: string | null;
  speakerOrganizationId?: string | null;
  speakerName?: string | null;
  speakerTitle?: string | null;
  sourceType?: SourceType;
}

/** What an editor changed is no rule's finding any more: no extraction may take it back. */
export const byHand = { method: 'HUMAN', confidence: null } as const;

const OWN_TYPE = { person: 'NAMED_PERSON', organization: 'NAMED_ORGANIZATION' } as const;

/**
 * Reads who said a quote. Notes a speaker that is no person or organization, and a source type that contradicts the speaker.
 * Where no title is given, the one that the person held at that time is taken, if it is the only one.
 * @param day the day on which it was said or published: `2025-03-13`; null where none is known
 */
export async function attributionOf(
  work: Work,
  input: AttributionInput,
  article: QuotedArticle,
  day: string | null,
): Promise<AttributionColumns> {
  const { userErrors } = work;
  const columns: AttributionColumns = {};
  const speaker =
    input.speaker == null ? null : await recordIn(work, 'speaker', input.speaker, ['person', 'organization']);
  if (input.speaker !== undefined) {
    columns.speakerPersonId = speaker?.kind === 'person' ? speaker.id : null;
    columns.speakerOrganizationId = speaker?.kind === 'organization' ? speaker.id : null;
    columns.sourceType = ownType(speaker);
  }
  if (input.sourceType != null) columns.sourceType = input.sourceType;
  if (speaker && input.sourceType != null) checkType(userErrors, speaker, input.sourceType);
  if (input.speakerName !== undefined) columns.speakerName = lineIn(userErrors, 'speakerName', input.speakerName);
  if (input.speakerTitle !== undefined) columns.speakerTitle = lineIn(userErrors, 'speakerTitle', input.speakerTitle);
  else if (speaker?.kind === 'person') columns.speakerTitle = await titleAt(work.tx, speaker.id, article, day);
  return columns;
}

function checkType(userErrors: Work['userErrors'], speaker: NamedRecord, given: SourceType): void {
  if (given === ownType(speaker)) return;
  const kind = speaker.kind === 'person' ? 'a person' : 'an organization';
  userErrors.add('INVALID', 'sourceType', `The speaker is ${kind}: leave sourceType out, or say ${ownType(speaker)}.`);
}

function ownType(speaker: NamedRecord | null): SourceType {
  return speaker ? OWN_TYPE[speaker.kind as keyof typeof OWN_TYPE] : 'UNKNOWN';
}

/**
 * The title that a person held on a day. Only roles that readers of the article may know of count: one that another, hidden
 * article says would tell of that article.
 */
async function titleAt(
  tx: Work['tx'],
  personId: string,
  article: QuotedArticle,
  day: string | null,
): Promise<string | null> {
  const titles = await tx.$queryRaw<{ title: string }[]>`
    /* title at the time */ select distinct r.title from role r
    left join article a on a.id = r.article_id
    where r.person_id = ${personId}::uuid
      and (r.article_id is null or r.article_id = ${article.id}::uuid
        or a.status = 'PUBLISHED' and (a.embargoed_until is null or a.embargoed_until <= now()))
      and (r.from_date is null or r.from_date <= coalesce(${day}::date, now()::date))
      and (r.to_date is null or r.to_date >= coalesce(${day}::date, now()::date))
    limit 2`;
  return titles.length === 1 ? titles[0]!.title : null;
}

/** The day that a quote's attribution is about: that of saying it, else of its publication. */
export function dayOf(saidOn: string | null | undefined, article: QuotedArticle): string | null {
  return saidOn ?? article.publishedAt?.toISOString().slice(0, 10) ?? null;
}
