import { databaseCause } from '../data/databaseFault';

/** What rules of the database ask, by their constraints; each ends the sentence "It could not be stored: …". */
const rules: Readonly<Record<string, string>> = {
  article_language_check: 'its language is no language tag, such as en or pt-BR',
  article_keywords_check: 'a keyword is empty, or runs over several lines',
  article_rewritten_from_check: 'it is said to be made from itself',
  article_translated_from_check: 'it is said to be translated from itself',
  article_scheduled_for_check: 'a scheduled article, and no other, has a moment in scheduledFor',
  article_urgency_check: 'an urgency is from 1 to 9',
  article_version_body_check:
    'a body has 1 to 1,000,000 code points in NFC, without control characters, without blanks at its ends or before line ends, and with one blank line at the most between paragraphs',
  article_version_headline_check: 'a headline is one line without control characters or blanks at its ends',
  article_version_number_check: 'versions count from 1',
  article_version_standfirst_check: 'a standfirst has text, and no control characters',
  external_id_scheme_check: 'the scheme of an external id has small letters, digits, dots, hyphens and underscores',
  mention_confidence_check: 'a confidence is from 0 to 1',
  mention_entity_check: 'a mention has one person, organization or place',
  mention_entity_key: 'an article mentions each person, organization and place once in each way',
  mention_review_check: 'what was reviewed, and nothing else, has a moment in reviewedAt',
  organization_parent_check: 'it is said to be a part of itself',
  place_country_code_check: 'a countryCode has two capital letters, such as CA',
  place_latitude_check: 'a latitude is from -90 to 90',
  place_longitude_check: 'a longitude is from -180 to 180',
  place_parent_check: 'it is said to be a part of itself',
  quote_confidence_check: 'a confidence is from 0 to 1',
  quote_cue_check: 'a cue has its words, and their start and end',
  quote_position_check: 'positions count from 1',
  quote_review_check: 'what was reviewed, and nothing else, has a moment in reviewedAt',
  quote_speaker_check: 'a quote has one speaker, a person or an organization',
  role_dates_check: 'a title begins before it ends',
};

/** What is alike of all kinds of records. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/_slug_check$/, 'a slug has small letters, digits and single hyphens, 200 at the most'],
  [/_name_check$/, 'a name is one line without control characters or blanks at its ends'],
  [/_aliases_check$/, 'an alias is empty, or runs over several lines'],
  [/_review_check$/, 'a person, organization or place is UNREVIEWED or VERIFIED'],
  [
    /_span_(offsets|length)_check$/,
    'a span goes from its start to its end, counted in code points, and holds that many',
  ],
  [/_fkey$/, 'it refers to a record that is not here: import the whole export, in its order'],
];

/** What the database's own functions say, in words of ours. */
const told = new RegExp(
  '(A span must hold the exact words of its version at its offsets|A cue must hold the exact words of its version at its offsets' +
    '|A quote must be the words of its spans, in the order of the text and without overlap)',
);

/**
 * The rule that a record broke, as a sentence for whoever gave it; null where the error is of another kind, or the rule is one
 * that no input should meet. Nothing of the database's message is handed on but words that this program put there.
 */
export function brokenRule(error: unknown): string | null {
  const cause = databaseCause(error);
  if (!cause) return null;
  const message = cause.originalMessage ?? '';
  const own = told.exec(message)?.[1];
  if (own) return `It could not be stored. ${own}.`;
  const constraint = cause.constraint?.index ?? / constraint "(\w+)"/.exec(message)?.[1];
  if (constraint === undefined) return null;
  const rule = rules[constraint] ?? alike.find(([pattern]) => pattern.test(constraint))?.[1];
  return rule === undefined ? null : `It could not be stored: ${rule}.`;
}
