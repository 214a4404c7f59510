import type { AuditRow, FormerSlugRow, KeyRow, MergedRow } from './deskRows';

/** Rows as the tables hold them; moments and days as PostgreSQL prints them in UTC. */
export interface ArticleRow {
  readonly type: 'Article';
  readonly id: string;
  readonly slug: string;
  readonly uri: string | null;
  readonly version: number;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly credit_line: string | null;
  readonly language: string;
  readonly genre: string | null;
  readonly urgency: number | null;
  readonly keywords: readonly string[];
  readonly status: string;
  readonly embargoed_until: string | null;
  readonly public_since: string | null;
  readonly published_at: string | null;
  readonly revised_at: string | null;
  readonly scheduled_for: string | null;
  readonly created_at: string;
  readonly located_id: string | null;
  readonly source_id: string | null;
  readonly rewritten_from_id: string | null;
  readonly translated_from_id: string | null;
}

export interface VersionRow {
  readonly type: 'ArticleVersion';
  readonly id: string;
  readonly article_id: string;
  readonly number: number;
  readonly headline: string;
  readonly standfirst: string | null;
  readonly body: string;
  readonly word_count: number;
  readonly created_at: string;
  readonly created_by: string | null;
  readonly reason: string | null;
}

export interface ImageRow {
  readonly type: 'Image';
  readonly id: string;
  readonly article_id: string;
  readonly index: number;
  readonly caption: string | null;
  readonly credit_line: string | null;
  readonly photographer_id: string | null;
  readonly taken_on: string | null;
  readonly located_id: string | null;
}

/** A note to readers: a correction or a withdrawal. */
export interface CorrectionRow {
  readonly type: 'Correction' | 'Withdrawal';
  readonly id: string;
  readonly article_id: string;
  readonly kind: string;
  readonly text: string;
  readonly version: number;
  readonly created_at: string;
}

/** Whether a note tells of a withdrawal. */
export function isWithdrawal({ kind }: CorrectionRow): boolean {
  return kind === 'RETRACTION' || kind === 'KILL';
}

export interface SubjectRow {
  readonly type: 'Subject';
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly name: string;
  readonly listed: boolean;
  readonly sort_name: string;
}

interface NamedRow {
  readonly id: string;
  readonly revision: number;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly listed: boolean;
  readonly review_status: string;
  readonly sort_name: string;
}

export interface PersonRow extends NamedRow {
  readonly type: 'Person';
  readonly description: string | null;
}

export interface OrganizationRow extends NamedRow {
  readonly type: 'Organization';
  readonly kind: string | null;
  readonly parent_id: string | null;
}

export interface PlaceRow extends NamedRow {
  readonly type: 'Place';
  readonly kind: string;
  readonly parent_id: string | null;
  readonly country_code: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type EntityRow = PersonRow | OrganizationRow | PlaceRow;

export interface RoleRow {
  readonly type: 'Role';
  readonly id: string;
  readonly person_id: string;
  readonly title: string;
  readonly organization_id: string | null;
  readonly from_date: string | null;
  readonly to_date: string | null;
  readonly article_id: string | null;
}

/** The columns that name one person, organization or place. */
interface OwnedRow {
  readonly person_id: string | null;
  readonly organization_id: string | null;
  readonly place_id: string | null;
}

export interface ExternalIdRow extends OwnedRow {
  readonly type: 'ExternalId';
  readonly scheme: string;
  readonly value: string;
}

export interface MentionRow extends OwnedRow {
  readonly type: 'Mention';
  readonly id: string;
  readonly revision: number;
  readonly article_id: string;
  readonly version: number;
  readonly rel: string;
  readonly position: number;
  readonly method: string;
  readonly confidence: number | null;
  readonly review_status: string;
  readonly reviewed_at: string | null;
  readonly reviewed_by: string | null;
}

interface StretchRow {
  readonly version: number;
  readonly index: number;
  readonly article_id: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly text: string;
}

export interface MentionSpanRow extends StretchRow {
  readonly type: 'MentionSpan';
  readonly mention_id: string;
}

export interface QuoteSpanRow extends StretchRow {
  readonly type: 'QuoteSpan';
  readonly quote_id: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface QuoteRow {
  readonly type: 'Quote';
  readonly id: string;
  readonly revision: number;
  readonly article_id: string;
  readonly version: number;
  readonly text: string;
  readonly kind: string;
  readonly position: number;
  readonly cue_text: string | null;
  readonly cue_start: number | null;
  readonly cue_end: number | null;
  readonly speaker_person_id: string | null;
  readonly speaker_organization_id: string | null;
  readonly speaker_name: string | null;
  readonly speaker_title: string | null;
  readonly source_type: string;
  readonly said_on: string | null;
  readonly said_in_id: string | null;
  readonly method: string;
  readonly confidence: number | null;
  readonly review_status: string;
  readonly reviewed_at: string | null;
  readonly reviewed_by: string | null;
  readonly anchor_state: string;
}

export interface FilingRow {
  readonly type: 'ArticleSubject';
  readonly article_id: string;
  readonly subject_id: string;
}

export interface ShownRow {
  readonly type: 'ImagePerson';
  readonly image_id: string;
  readonly person_id: string;
}

/** Every table that the API shows something of, by its name. */
export interface Tables {
  readonly article: readonly ArticleRow[];
  readonly article_version: readonly VersionRow[];
  readonly article_subject: readonly FilingRow[];
  readonly image: readonly ImageRow[];
  readonly image_person: readonly ShownRow[];
  readonly correction: readonly CorrectionRow[];
  readonly subject: readonly SubjectRow[];
  readonly person: readonly PersonRow[];
  readonly organization: readonly OrganizationRow[];
  readonly place: readonly PlaceRow[];
  readonly role: readonly RoleRow[];
  readonly external_id: readonly ExternalIdRow[];
  readonly mention: readonly MentionRow[];
  readonly mention_span: readonly MentionSpanRow[];
  readonly quote: readonly QuoteRow[];
  readonly quote_span: readonly QuoteSpanRow[];
  readonly merged_record: readonly MergedRow[];
  readonly former_slug: readonly FormerSlugRow[];
  readonly audit_entry: readonly AuditRow[];
  readonly api_key: readonly KeyRow[];
}

/** Records that have an id of their own in the API. */
export type NodeRow =
  | ArticleRow
  | VersionRow
  | ImageRow
  | CorrectionRow
  | SubjectRow
  | PersonRow
  | OrganizationRow
  | PlaceRow
  | MentionRow
  | QuoteRow
  | AuditRow
  | KeyRow;
