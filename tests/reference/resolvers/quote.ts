import type { Context } from '../context';
import { globalId } from '../ids';
import { moment } from '../load';
import type {
  MentionRow,
  MentionSpanRow,
  OrganizationRow,
  PersonRow,
  QuoteRow,
  QuoteSpanRow,
  VersionRow,
} from '../rows';
import { paragraphsOf, printedDay } from '../text';
import { currentVersion } from './article';
import { articleOf } from './articleParts';
import type { Resolvers } from './resolvers';
import { dateTime, find, must } from './values';

function spansOf(context: Context, row: QuoteRow): QuoteSpanRow[] {
  return context.tables.quote_span
    .filter((span) => span.quote_id === row.id && span.version === row.version)
    .sort((a, b) => a.index - b.index);
}

function speakerOf(context: Context, row: QuoteRow): PersonRow | OrganizationRow | null {
  const { tables, sight } = context;
  return (
    find(tables.person, row.speaker_person_id, (person) => sight.person(person)) ??
    find(tables.organization, row.speaker_organization_id, (organization) => sight.organization(organization))
  );
}

function citation(row: QuoteRow, context: Context): string {
  const article = articleOf(row, context);
  const source = find(context.tables.organization, article.source_id, (organization) =>
    context.sight.organization(organization),
  );
  const words = row.kind === 'INDIRECT' ? row.text : `“${row.text}”`;
  const speaker = speakerOf(context, row)?.name ?? row.speaker_name ?? 'unnamed';
  const title = row.speaker_title === null ? '' : `, ${row.speaker_title}`;
  const origin = source === null ? '' : `, ${source.name}`;
  const date = article.published_at === null ? '' : `, ${printedDay(moment(article.published_at))}`;
  return `${words} — ${speaker}${title}. ${currentVersion(context, article).headline}${origin}${date}.`;
}

/** The version of the article that a quote's spans belong to. */
function versionOf(context: Context, row: QuoteRow): VersionRow {
  return must(
    context.tables.article_version.find(
      (version) => version.article_id === row.article_id && version.number === row.version,
    ),
  );
}

export const quote: Resolvers<QuoteRow> = {
  id: (row) => globalId('Quote', row.id),
  revision: (row) => row.revision,
  text: (row) => row.text,
  kind: (row) => row.kind,
  position: (row) => row.position,
  spans: (row, _, context) => spansOf(context, row),
  cue: (row) =>
    row.cue_text === null ? null : { text: row.cue_text, start_offset: row.cue_start, end_offset: row.cue_end },
  speaker: (row, _, context) => speakerOf(context, row),
  speakerName: (row) => row.speaker_name,
  speakerTitle: (row) => row.speaker_title,
  sourceType: (row) => row.source_type,
  saidOn: (row) => row.said_on,
  saidIn: (row, _, context) => find(context.tables.place, row.said_in_id, (place) => context.sight.place(place)),
  method: (row) => row.method,
  confidence: (row) => row.confidence,
  reviewStatus: (row) => row.review_status,
  reviewedAt: (row) => dateTime(row.reviewed_at),
  reviewedBy: (row, _, context) => (context.sight.everything ? row.reviewed_by : null),
  anchorState: (row) => row.anchor_state,
  version: (row) => row.version,
  article: (row, _, context) => articleOf(row, context),
  paragraph: (row, _, context) => {
    const start = spansOf(context, row)[0]?.start_offset ?? -1;
    return (
      paragraphsOf(versionOf(context, row)).find((paragraph) => paragraph.start <= start && start < paragraph.end) ??
      null
    );
  },
  citation: (row, _, context) => citation(row, context),
};

export const quoteSpan: Resolvers<QuoteSpanRow> = {
  start: (row) => row.start_offset,
  end: (row) => row.end_offset,
  text: (row) => row.text,
  prefix: (row) => row.prefix,
  suffix: (row) => row.suffix,
};

export const mention: Resolvers<MentionRow> = {
  id: (row) => globalId('Mention', row.id),
  revision: (row) => row.revision,
  entity: (row, _, { tables, sight }) =>
    find(tables.person, row.person_id, (person) => sight.person(person)) ??
    find(tables.organization, row.organization_id, (organization) => sight.organization(organization)) ??
    find(tables.place, row.place_id, (place) => sight.place(place)),
  rel: (row) => row.rel,
  method: (row) => row.method,
  confidence: (row) => row.confidence,
  reviewStatus: (row) => row.review_status,
  reviewedAt: (row) => dateTime(row.reviewed_at),
  reviewedBy: (row, _, context) => (context.sight.everything ? row.reviewed_by : null),
  spans: (row, _, context) =>
    context.tables.mention_span
      .filter((span) => span.mention_id === row.id && span.version === row.version)
      .sort((a, b) => a.index - b.index),
  article: (row, _, context) => articleOf(row, context),
};

export const textSpan: Resolvers<Pick<MentionSpanRow, 'start_offset' | 'end_offset' | 'text'>> = {
  start: (row) => row.start_offset,
  end: (row) => row.end_offset,
  text: (row) => row.text,
};
