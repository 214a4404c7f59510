// Made from schema.graphql by `npm run generate`; do not edit.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A moment in time, RFC 3339 with a zone: `2025-11-03T14:05:00.000Z`. Answers are in UTC. */
  DateTime: { input: string; output: string };
  /** A calendar day, ISO 8601: `2025-03-13`. */
  Date: { input: string; output: string };
  /** A news item in IPTC's ninjs, from 1.0 to 3.1, as a JSON object: `{"uri": "…", "headline": "…", "body_text": "…"}`. */
  NinjsItem: { input: unknown; output: unknown };
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type Query = {
  readonly __typename?: 'Query';
  /** Fetches a record by its global ID. Null if it does not exist or the caller may not see it. */
  readonly node: Maybe<Node>;
  /** Fetches records by their global IDs, in the order of the IDs. An item is null if the record does not exist or the caller may not see it. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** Who is asking, and what they may do. */
  readonly viewer: Viewer;
  /** Fetches one article. Null if it does not exist or the caller may not see it. */
  readonly article: Maybe<Article>;
  /** All articles that the viewer may see. */
  readonly articles: ArticleConnection;
  /** Fetches one person. Null if it does not exist or the caller may not see it. */
  readonly person: Maybe<Person>;
  /** All people that the viewer may see. */
  readonly people: PersonConnection;
  /** Fetches one organization. Null if it does not exist or the caller may not see it. */
  readonly organization: Maybe<Organization>;
  /** All organizations that the viewer may see. */
  readonly organizations: OrganizationConnection;
  /** Fetches one place. Null if it does not exist or the caller may not see it. */
  readonly place: Maybe<Place>;
  /** All places that the viewer may see. */
  readonly places: PlaceConnection;
  /** Fetches one subject. Null if it does not exist. */
  readonly subject: Maybe<Subject>;
  /** All subjects, by name. */
  readonly subjects: SubjectConnection;
  /** One quote, by its id. */
  readonly quote: Maybe<Quote>;
  /** All quotes that the viewer may see. */
  readonly quotes: QuoteConnection;
  /** Articles, quotes, people, organizations and places that match the text, the best first. */
  readonly search: SearchConnection;
  /** Fetches the notice that stands in place of a withdrawn article. Null if the article is not withdrawn or readers never knew it. */
  readonly withdrawal: Maybe<Withdrawal>;
  /** What changed between two versions of an article, word by word, and which quotes that touches. */
  readonly articleDiff: Maybe<ArticleDiff>;
  /** Who changed what, the latest first. Entries are never changed or removed. */
  readonly auditEntries: AuditEntryConnection;
  /** The API keys, the latest first, those that were revoked included. */
  readonly apiKeys: ApiKeyConnection;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryArticleArgs = {
  by: ArticleRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryPersonArgs = {
  by: PersonRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryPeopleArgs = {
  filter?: InputMaybe<PersonFilter>;
  orderBy?: InputMaybe<EntityOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryOrganizationArgs = {
  by: OrganizationRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryOrganizationsArgs = {
  filter?: InputMaybe<OrganizationFilter>;
  orderBy?: InputMaybe<EntityOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryPlaceArgs = {
  by: PlaceRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryPlacesArgs = {
  filter?: InputMaybe<PlaceFilter>;
  orderBy?: InputMaybe<EntityOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QuerySubjectArgs = {
  by: SubjectRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QuerySubjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryQuoteArgs = {
  id: Scalars['ID']['input'];
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryQuotesArgs = {
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: QuoteOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QuerySearchArgs = {
  text: Scalars['String']['input'];
  types?: InputMaybe<ReadonlyArray<SearchType>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryWithdrawalArgs = {
  by: ArticleRef;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryArticleDiffArgs = {
  article: Scalars['ID']['input'];
  from: Scalars['Int']['input'];
  to: Scalars['Int']['input'];
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryAuditEntriesArgs = {
  record?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What can be asked. One request is one SQL statement, however deep it goes. */
export type QueryApiKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A record with an id that is unique over all types. */
export type Node = {
  /** Opaque and unique over all types; good for as long as the record lives. */
  readonly id: Scalars['ID']['output'];
};

/** What a search can find. */
export type SearchResult = {
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
};

/** A person, organization or place that articles mention. */
export type Entity = {
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
  readonly revision: Scalars['Int']['output'];
  /** The readable part of its address, unique among its kind. */
  readonly slug: Scalars['String']['output'];
  /** The name it is best known by. */
  readonly name: Scalars['String']['output'];
  /** Other names it goes by, as printed somewhere. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  /** Its ids in other catalogues, such as Wikidata. */
  readonly externalIds: ReadonlyArray<ExternalId>;
  /** Whether an editor confirmed the record; UNREVIEWED where it was found in a text, or came with an import, and nobody looked yet. */
  readonly reviewStatus: ReviewStatus;
  /** The articles that speak of it or show it, the newest first. */
  readonly articles: ArticleConnection;
  /** The places in articles where it is spoken of, the newest article first. */
  readonly mentions: MentionConnection;
};

/** A person, organization or place that articles mention. */
export type EntityArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person, organization or place that articles mention. */
export type EntityMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person or an organization that a quote comes from. */
export type Speaker = {
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** The readable part of the address, unique among its kind. */
  readonly slug: Scalars['String']['output'];
  /** The name that the speaker is best known by. */
  readonly name: Scalars['String']['output'];
  /** What the speaker said, from the newest article on. */
  readonly quotes: QuoteConnection;
};

/** A person or an organization that a quote comes from. */
export type SpeakerQuotesArgs = {
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: QuoteOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Who is asking. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** What the viewer may do. */
  readonly role: AccessRole;
  /** The name of the API key that was shown, if one was. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** What a viewer may do. */
export type AccessRole =
  /** Reads what is published. */
  | 'READER'
  /** Reads and writes articles, quotes and everything in them. */
  | 'EDITOR'
  /** Does everything, API keys included. */
  | 'ADMIN';

/** A news article as it stands now. */
export type Article = Node &
  SearchResult & {
    readonly __typename?: 'Article';
    /** Opaque and unique over all types. */
    readonly id: Scalars['ID']['output'];
    /** The readable part of its address, unique. */
    readonly slug: Scalars['String']['output'];
    /** The provider's own id of it, unique. */
    readonly uri: Maybe<Scalars['String']['output']>;
    /** The headline, as printed. */
    readonly headline: Scalars['String']['output'];
    /** The sentence or two below the headline. */
    readonly standfirst: Maybe<Scalars['String']['output']>;
    /** Who wrote it, as printed. */
    readonly byline: Maybe<Scalars['String']['output']>;
    /** Where it was filed from, as printed. */
    readonly dateline: Maybe<Scalars['String']['output']>;
    /** The place that the dateline names. */
    readonly located: Maybe<Place>;
    /** The organization that the article came from. */
    readonly provider: Maybe<Organization>;
    /** The credit to print with it. */
    readonly creditLine: Maybe<Scalars['String']['output']>;
    /** The language of its words, BCP 47. */
    readonly language: Scalars['String']['output'];
    /** What kind of article it is, such as a feature or an interview. */
    readonly genre: Maybe<Scalars['String']['output']>;
    /** How urgent it is, from 1 (most) to 9. */
    readonly urgency: Maybe<Scalars['Int']['output']>;
    /** Words to file it under. */
    readonly keywords: ReadonlyArray<Scalars['String']['output']>;
    /** The whole text: paragraphs joined by one blank line. Offsets count its code points. */
    readonly body: Scalars['String']['output'];
    /** How many words the body has. */
    readonly wordCount: Scalars['Int']['output'];
    /** Where it is in its life. */
    readonly status: ArticleStatus;
    /** The number of the version that is shown; the first is 1. */
    readonly version: Scalars['Int']['output'];
    /** Readers see it only after this moment. */
    readonly embargoedUntil: Maybe<Scalars['DateTime']['output']>;
    /** When it is to be published, while it is scheduled; shown to editors. */
    readonly scheduledFor: Maybe<Scalars['DateTime']['output']>;
    /** When its provider first published it, as far as that is known. */
    readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
    /** When its words last changed after it was published. */
    readonly revisedAt: Maybe<Scalars['DateTime']['output']>;
    /** When the record came to be here. */
    readonly createdAt: Scalars['DateTime']['output'];
    /** The body, cut into paragraphs, with the quotes in each. */
    readonly paragraphs: ReadonlyArray<Paragraph>;
    /** Its pictures, in the order printed. */
    readonly images: ReadonlyArray<Image>;
    /** What was corrected since it was published, the latest first. */
    readonly corrections: ReadonlyArray<Correction>;
    /** The withdrawal that is in force; null while the article is not withdrawn. */
    readonly withdrawal: Maybe<Withdrawal>;
    /** All its withdrawals, the latest first, also those that a later one or a reinstatement ended. */
    readonly withdrawals: ReadonlyArray<Withdrawal>;
    /** The article that this one is a rewriting of. */
    readonly rewrittenFrom: Maybe<Article>;
    /** The article that this one is a translation of. */
    readonly translatedFrom: Maybe<Article>;
    /** The articles that are rewritings of this one. */
    readonly rewrites: ArticleConnection;
    /** The articles that are translations of this one. */
    readonly translations: ArticleConnection;
    /** What it is about, by name. */
    readonly subjects: SubjectConnection;
    /** The people it speaks of or shows, by name. */
    readonly people: PersonConnection;
    /** The organizations it speaks of, by name. */
    readonly organizations: OrganizationConnection;
    /** The places it speaks of, by name. */
    readonly places: PlaceConnection;
    /** The quotes in it, in the order of the text. */
    readonly quotes: QuoteConnection;
    /** Where it speaks of people, organizations and places. */
    readonly mentions: MentionConnection;
    /** Its versions, the latest first. Readers are shown the current one only. */
    readonly versions: ArticleVersionConnection;
  };

/** A news article as it stands now. */
export type ArticleRewritesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleTranslationsArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleSubjectsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticlePeopleArgs = {
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleOrganizationsArgs = {
  filter?: InputMaybe<OrganizationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticlePlacesArgs = {
  filter?: InputMaybe<PlaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleQuotesArgs = {
  filter?: InputMaybe<QuoteFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A news article as it stands now. */
export type ArticleVersionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Where an article is in its life. */
export type ArticleStatus =
  /** Being written. */
  | 'DRAFT'
  /** To be published at a set time. */
  | 'SCHEDULED'
  /** Published; readers see it once any embargo is over. */
  | 'PUBLISHED'
  /** Taken back. */
  | 'WITHDRAWN';

/** The words of an article as they were at one time. They never change. */
export type ArticleVersion = Node & {
  readonly __typename?: 'ArticleVersion';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** 1 for the first, one more for each that follows. */
  readonly number: Scalars['Int']['output'];
  /** The headline. */
  readonly headline: Scalars['String']['output'];
  /** The sentence or two below the headline. */
  readonly standfirst: Maybe<Scalars['String']['output']>;
  /** The whole text: paragraphs joined by one blank line. */
  readonly body: Scalars['String']['output'];
  /** How many words the body has. */
  readonly wordCount: Scalars['Int']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Who made it; shown to editors. */
  readonly createdBy: Maybe<Scalars['String']['output']>;
  /** Why it was made; shown to editors. */
  readonly reason: Maybe<Scalars['String']['output']>;
  /** The article it is a version of. */
  readonly article: Article;
};

/** A paragraph of an article's body. */
export type Paragraph = {
  readonly __typename?: 'Paragraph';
  /** 0 for the first. */
  readonly index: Scalars['Int']['output'];
  /** Where it starts in the body, in code points. */
  readonly start: Scalars['Int']['output'];
  /** Where it ends in the body, in code points; the last one is not included. */
  readonly end: Scalars['Int']['output'];
  /** Its words. */
  readonly text: Scalars['String']['output'];
  /** The quotes with words in it, in the order of the text. */
  readonly quotes: ReadonlyArray<Quote>;
};

/** A picture in an article. */
export type Image = Node & {
  readonly __typename?: 'Image';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** The caption, as printed. */
  readonly caption: Maybe<Scalars['String']['output']>;
  /** The credit to print with it. */
  readonly creditLine: Maybe<Scalars['String']['output']>;
  /** Who took it. */
  readonly photographer: Maybe<Person>;
  /** The day on which it was taken. */
  readonly takenOn: Maybe<Scalars['Date']['output']>;
  /** Where it was taken. */
  readonly located: Maybe<Place>;
  /** The people it shows, by name. */
  readonly people: ReadonlyArray<Person>;
  /** The article it belongs to. */
  readonly article: Article;
};

/** A note to readers about a change to a published article. */
export type Correction = Node & {
  readonly __typename?: 'Correction';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** What kind of note it is. */
  readonly kind: CorrectionKind;
  /** The note, as shown to readers. */
  readonly text: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** The number of the version that it brought. */
  readonly version: Scalars['Int']['output'];
  /** The article that it is about. */
  readonly article: Article;
};

/** What kind of note a correction is. */
export type CorrectionKind =
  /** Something printed was wrong. */
  | 'CORRECTION'
  /** Something printed could be misunderstood. */
  | 'CLARIFICATION'
  /** Something new was added. */
  | 'UPDATE'
  /** An article that was withdrawn stands again. */
  | 'REINSTATEMENT';

/** How far an article is withdrawn. */
export type WithdrawalKind =
  /** The article no longer stands. */
  | 'RETRACTION'
  /** The article must not be used at all. */
  | 'KILL';

/** A topic, by its IPTC Media Topics code where there is one. */
export type Subject = Node & {
  readonly __typename?: 'Subject';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
  readonly revision: Scalars['Int']['output'];
  /** Its code: `medtop:11000000`. */
  readonly code: Scalars['String']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** The articles filed under it, the newest first. */
  readonly articles: ArticleConnection;
};

/** A topic, by its IPTC Media Topics code where there is one. */
export type SubjectArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person. */
export type Person = Node &
  SearchResult &
  Entity &
  Speaker & {
    readonly __typename?: 'Person';
    /** Opaque and unique over all types. */
    readonly id: Scalars['ID']['output'];
    /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
    readonly revision: Scalars['Int']['output'];
    /** The readable part of the address, unique among people. */
    readonly slug: Scalars['String']['output'];
    /** The name the person is best known by. */
    readonly name: Scalars['String']['output'];
    /** Other names the person goes by, as printed somewhere. */
    readonly aliases: ReadonlyArray<Scalars['String']['output']>;
    /** Who the person is, in a few words. */
    readonly description: Maybe<Scalars['String']['output']>;
    /** The titles the person holds or held, the latest first. */
    readonly roles: ReadonlyArray<Role>;
    /** The person's ids in other catalogues, such as Wikidata. */
    readonly externalIds: ReadonlyArray<ExternalId>;
    /** Whether an editor confirmed the record; UNREVIEWED where it was found in a text, or came with an import, and nobody looked yet. */
    readonly reviewStatus: ReviewStatus;
    /** What the person said, from the newest article on. */
    readonly quotes: QuoteConnection;
    /** The articles that speak of the person or show them, the newest first. */
    readonly articles: ArticleConnection;
    /** The places in articles where the person is spoken of, the newest article first. */
    readonly mentions: MentionConnection;
  };

/** A person. */
export type PersonQuotesArgs = {
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: QuoteOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person. */
export type PersonArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A person. */
export type PersonMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A title that a person holds or held. */
export type Role = {
  readonly __typename?: 'Role';
  /** The title. */
  readonly title: Scalars['String']['output'];
  /** The organization that the person serves in it. */
  readonly organization: Maybe<Organization>;
  /** The first day of it, where known. */
  readonly from: Maybe<Scalars['Date']['output']>;
  /** The last day of it, where known and past. */
  readonly to: Maybe<Scalars['Date']['output']>;
};

/** An id in another catalogue. */
export type ExternalId = {
  readonly __typename?: 'ExternalId';
  /** The catalogue, in lower case: `wikidata`. */
  readonly scheme: Scalars['String']['output'];
  /** The id there: `Q22686`. */
  readonly value: Scalars['String']['output'];
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type Organization = Node &
  SearchResult &
  Entity &
  Speaker & {
    readonly __typename?: 'Organization';
    /** Opaque and unique over all types. */
    readonly id: Scalars['ID']['output'];
    /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
    readonly revision: Scalars['Int']['output'];
    /** The readable part of the address, unique among organizations. */
    readonly slug: Scalars['String']['output'];
    /** The name it is best known by. */
    readonly name: Scalars['String']['output'];
    /** What kind of body it is, in a word or two. */
    readonly organizationKind: Maybe<Scalars['String']['output']>;
    /** The organization that it is a part of. */
    readonly parent: Maybe<Organization>;
    /** The organizations that are directly a part of it, by name. */
    readonly parts: OrganizationConnection;
    /** Other names it goes by, as printed somewhere. */
    readonly aliases: ReadonlyArray<Scalars['String']['output']>;
    /** Its ids in other catalogues, such as Wikidata. */
    readonly externalIds: ReadonlyArray<ExternalId>;
    /** Whether an editor confirmed the record; UNREVIEWED where it was found in a text, or came with an import, and nobody looked yet. */
    readonly reviewStatus: ReviewStatus;
    /** The people who hold or held a role in it, by name. */
    readonly people: PersonConnection;
    /** What was said in its name, from the newest article on. */
    readonly quotes: QuoteConnection;
    /** The articles that speak of it, the newest first. */
    readonly articles: ArticleConnection;
    /** The articles that came from it, the newest first. */
    readonly providedArticles: ArticleConnection;
    /** The places in articles where it is spoken of, the newest article first. */
    readonly mentions: MentionConnection;
  };

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationPartsArgs = {
  filter?: InputMaybe<OrganizationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationPeopleArgs = {
  filter?: InputMaybe<PersonFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationQuotesArgs = {
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: QuoteOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationProvidedArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A body of people that acts as one: a government, an agency, a company, a team. */
export type OrganizationMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place: a country, a region, a city or a venue. */
export type Place = Node &
  SearchResult &
  Entity & {
    readonly __typename?: 'Place';
    /** Opaque and unique over all types. */
    readonly id: Scalars['ID']['output'];
    /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
    readonly revision: Scalars['Int']['output'];
    /** The readable part of the address, unique among places. */
    readonly slug: Scalars['String']['output'];
    /** The name it is best known by. */
    readonly name: Scalars['String']['output'];
    /** What kind of place it is. */
    readonly placeKind: PlaceKind;
    /** The place that the place lies in. */
    readonly within: Maybe<Place>;
    /** The places that lie directly in it, by name. */
    readonly children: PlaceConnection;
    /** The country it lies in, ISO 3166-1 alpha-2: `CA`. */
    readonly countryCode: Maybe<Scalars['String']['output']>;
    /** Degrees north of the equator. */
    readonly latitude: Maybe<Scalars['Float']['output']>;
    /** Degrees east of Greenwich. */
    readonly longitude: Maybe<Scalars['Float']['output']>;
    /** Other names it goes by, as printed somewhere. */
    readonly aliases: ReadonlyArray<Scalars['String']['output']>;
    /** Its ids in other catalogues, such as Wikidata. */
    readonly externalIds: ReadonlyArray<ExternalId>;
    /** Whether an editor confirmed the record; UNREVIEWED where it was found in a text, or came with an import, and nobody looked yet. */
    readonly reviewStatus: ReviewStatus;
    /** The articles that speak of it, the newest first. */
    readonly articles: ArticleConnection;
    /** What was said there, from the newest article on. */
    readonly quotesSaidHere: QuoteConnection;
    /** The places in articles where it is spoken of, the newest article first. */
    readonly mentions: MentionConnection;
  };

/** A place: a country, a region, a city or a venue. */
export type PlaceChildrenArgs = {
  filter?: InputMaybe<PlaceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place: a country, a region, a city or a venue. */
export type PlaceArticlesArgs = {
  filter?: InputMaybe<ArticleFilter>;
  orderBy?: ArticleOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place: a country, a region, a city or a venue. */
export type PlaceQuotesSaidHereArgs = {
  filter?: InputMaybe<QuoteFilter>;
  orderBy?: QuoteOrder;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place: a country, a region, a city or a venue. */
export type PlaceMentionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of place it is. */
export type PlaceKind =
  /** A part of the world larger than a country, such as a continent, or one that crosses borders. */
  | 'AREA'
  /** A country. */
  | 'COUNTRY'
  /** A part of a country, such as a state or a province. */
  | 'REGION'
  /** A city, a town or a village. */
  | 'CITY'
  /** A building, a square or another place where things are held. */
  | 'VENUE'
  /** Any other kind of place. */
  | 'OTHER';

/** An article speaks of a person, an organization or a place, or shows them. */
export type Mention = Node & {
  readonly __typename?: 'Mention';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
  readonly revision: Scalars['Int']['output'];
  /** Whom or what it speaks of. */
  readonly entity: Entity;
  /** How. */
  readonly rel: MentionRel;
  /** The words in the body that do so; none where only a picture or its caption does. */
  readonly spans: ReadonlyArray<TextSpan>;
  /** How the record was made. */
  readonly method: RecordMethod;
  /** How sure the method is that the words name this entity, from 0 to 1. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** What an editor decided. */
  readonly reviewStatus: ReviewStatus;
  /** When an editor decided. */
  readonly reviewedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who decided; shown to editors. */
  readonly reviewedBy: Maybe<Scalars['String']['output']>;
  /** The article. */
  readonly article: Article;
};

/** How an article refers to an entity. */
export type MentionRel =
  /** The article is about it. */
  | 'ABOUT'
  /** The article mentions it. */
  | 'MENTIONS'
  /** A picture in the article shows it. */
  | 'DEPICTS';

/** Words of an article's body, and where they stand. */
export type TextSpan = {
  readonly __typename?: 'TextSpan';
  /** Where the words start in the body, in code points. */
  readonly start: Scalars['Int']['output'];
  /** Where the words end in the body, in code points; the last one is not included. */
  readonly end: Scalars['Int']['output'];
  /** The words. */
  readonly text: Scalars['String']['output'];
};

/** Something that somebody said, tied to the exact words of the article it stands in. */
export type Quote = Node &
  SearchResult & {
    readonly __typename?: 'Quote';
    /** Opaque and unique over all types. */
    readonly id: Scalars['ID']['output'];
    /** How often the record was changed, from 1: name it as `expectedRevision` to change the record. */
    readonly revision: Scalars['Int']['output'];
    /** The words: those of its spans, joined by a space where there are several. */
    readonly text: Scalars['String']['output'];
    /** Whether it stands in quotation marks, is reported, or both. */
    readonly kind: QuoteKind;
    /** Its place among the quotes of the article; the first is 1. */
    readonly position: Scalars['Int']['output'];
    /** The stretches of the body it consists of; a quote broken by "she said" has two. */
    readonly spans: ReadonlyArray<QuoteSpan>;
    /** The words that say that it was said. */
    readonly cue: Maybe<TextSpan>;
    /** Who said it, where that is known. */
    readonly speaker: Maybe<Speaker>;
    /** The speaker's name, as written there. */
    readonly speakerName: Maybe<Scalars['String']['output']>;
    /** The speaker's title, as written there. */
    readonly speakerTitle: Maybe<Scalars['String']['output']>;
    /** What kind of source it comes from. */
    readonly sourceType: SourceType;
    /** The day on which it was said, where the text tells. */
    readonly saidOn: Maybe<Scalars['Date']['output']>;
    /** Where it was said, where the text tells. */
    readonly saidIn: Maybe<Place>;
    /** How the record was made. */
    readonly method: RecordMethod;
    /** How sure the method is, from 0 to 1. */
    readonly confidence: Maybe<Scalars['Float']['output']>;
    /** What an editor decided. */
    readonly reviewStatus: ReviewStatus;
    /** When an editor decided. */
    readonly reviewedAt: Maybe<Scalars['DateTime']['output']>;
    /** Who decided; shown to editors. */
    readonly reviewedBy: Maybe<Scalars['String']['output']>;
    /** Whether its words still stand in the article as they did. */
    readonly anchorState: AnchorState;
    /** The number of the article's version that its spans belong to. */
    readonly version: Scalars['Int']['output'];
    /** The article it stands in. */
    readonly article: Article;
    /** The paragraph it starts in. */
    readonly paragraph: Maybe<Paragraph>;
    /** The words, the speaker, the title, the article and its date as one string, ready to print. */
    readonly citation: Scalars['String']['output'];
  };

/** A stretch of an article's body that belongs to a quote (W3C TextPositionSelector and TextQuoteSelector). */
export type QuoteSpan = {
  readonly __typename?: 'QuoteSpan';
  /** Where it starts in the body, in code points. */
  readonly start: Scalars['Int']['output'];
  /** Where it ends in the body, in code points; the last one is not included. */
  readonly end: Scalars['Int']['output'];
  /** The exact words: `text = body[start, end)`. */
  readonly text: Scalars['String']['output'];
  /** The words just before it. */
  readonly prefix: Scalars['String']['output'];
  /** The words just after it. */
  readonly suffix: Scalars['String']['output'];
};

/** Whether a quote stands in quotation marks. */
export type QuoteKind =
  /** In quotation marks. */
  | 'DIRECT'
  /** Reported in the article's own words. */
  | 'INDIRECT'
  /** Words in quotation marks inside a reported sentence. */
  | 'MIXED';

/** What kind of source a quote comes from. */
export type SourceType =
  /** A person with a name. */
  | 'NAMED_PERSON'
  /** An organization with a name. */
  | 'NAMED_ORGANIZATION'
  /** A document. */
  | 'DOCUMENT'
  /** A person without a name. */
  | 'UNNAMED_PERSON'
  /** A group without a name. */
  | 'UNNAMED_GROUP'
  /** Not known. */
  | 'UNKNOWN';

/** How the record of a quote or a mention was made. */
export type RecordMethod =
  /** By a person. */
  | 'HUMAN'
  /** By rules, from the text. */
  | 'RULE'
  /** By a statistical model, from the text. */
  | 'MODEL';

/** What an editor decided about a record. */
export type ReviewStatus =
  /** Nobody looked yet. */
  | 'UNREVIEWED'
  /** It is right. */
  | 'VERIFIED'
  /** It is wrong; readers do not see it. */
  | 'REJECTED';

/** Whether a quote's words still stand in its article. */
export type AnchorState =
  /** They stand where they stood. */
  | 'ANCHORED'
  /** They stand elsewhere in the text, unchanged. */
  | 'MOVED'
  /** They were changed; shown to editors only until one decides. */
  | 'ALTERED'
  /** They are gone; shown to editors only. */
  | 'ORPHANED';

/** Articles, a page at a time. */
export type ArticleConnection = {
  readonly __typename?: 'ArticleConnection';
  /** The page. */
  readonly edges: ReadonlyArray<ArticleEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type ArticleEdge = {
  readonly __typename?: 'ArticleEdge';
  /** The record. */
  readonly node: Article;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Versions of an article, a page at a time. */
export type ArticleVersionConnection = {
  readonly __typename?: 'ArticleVersionConnection';
  /** The page. */
  readonly edges: ReadonlyArray<ArticleVersionEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type ArticleVersionEdge = {
  readonly __typename?: 'ArticleVersionEdge';
  /** The record. */
  readonly node: ArticleVersion;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** People, a page at a time. */
export type PersonConnection = {
  readonly __typename?: 'PersonConnection';
  /** The page. */
  readonly edges: ReadonlyArray<PersonEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type PersonEdge = {
  readonly __typename?: 'PersonEdge';
  /** The record. */
  readonly node: Person;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Organizations, a page at a time. */
export type OrganizationConnection = {
  readonly __typename?: 'OrganizationConnection';
  /** The page. */
  readonly edges: ReadonlyArray<OrganizationEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type OrganizationEdge = {
  readonly __typename?: 'OrganizationEdge';
  /** The record. */
  readonly node: Organization;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Places, a page at a time. */
export type PlaceConnection = {
  readonly __typename?: 'PlaceConnection';
  /** The page. */
  readonly edges: ReadonlyArray<PlaceEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type PlaceEdge = {
  readonly __typename?: 'PlaceEdge';
  /** The record. */
  readonly node: Place;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Subjects, a page at a time. */
export type SubjectConnection = {
  readonly __typename?: 'SubjectConnection';
  /** The page. */
  readonly edges: ReadonlyArray<SubjectEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type SubjectEdge = {
  readonly __typename?: 'SubjectEdge';
  /** The record. */
  readonly node: Subject;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Mentions, a page at a time. */
export type MentionConnection = {
  readonly __typename?: 'MentionConnection';
  /** The page. */
  readonly edges: ReadonlyArray<MentionEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type MentionEdge = {
  readonly __typename?: 'MentionEdge';
  /** The record. */
  readonly node: Mention;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** Quotes, a page at a time. */
export type QuoteConnection = {
  readonly __typename?: 'QuoteConnection';
  /** The page. */
  readonly edges: ReadonlyArray<QuoteEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type QuoteEdge = {
  readonly __typename?: 'QuoteEdge';
  /** The record. */
  readonly node: Quote;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** What a search found, a page at a time. */
export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** The page. */
  readonly edges: ReadonlyArray<SearchEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One thing that a search found. */
export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  /** The record. */
  readonly node: SearchResult;
  /** Where it matches: the words around, HTML-escaped, with matches between `<mark>` and `</mark>`. */
  readonly snippet: Scalars['String']['output'];
  /** How well it matches, from 0 to 1. */
  readonly score: Scalars['Float']['output'];
  /** Where it stands in the list: to be given as `after`. */
  readonly cursor: Scalars['String']['output'];
};

/** Whether a list goes on (Relay). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first of the page. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
  /** The cursor of the last of the page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** What to search for. */
export type SearchType =
  /** Articles. */
  | 'ARTICLE'
  /** Quotes. */
  | 'QUOTE'
  /** People. */
  | 'PERSON'
  /** Organizations. */
  | 'ORGANIZATION'
  /** Places. */
  | 'PLACE';

/** The order of articles. */
export type ArticleOrder =
  /** By publication, the newest first; where it is not known, after all others, by the time they came to be here. */
  | 'NEWEST'
  /** The reverse of NEWEST. */
  | 'OLDEST'
  /** The best match of `words` first; refused without them. */
  | 'RELEVANCE';

/** The order of quotes. */
export type QuoteOrder =
  /** The newest article's first; in an article, in the order of the text. */
  | 'NEWEST'
  /** The reverse of NEWEST. */
  | 'OLDEST'
  /** The best match of `words` first; refused without them. */
  | 'RELEVANCE';

/** The order of people, organizations and places. */
export type EntityOrder =
  /** By name, accents and case aside. */
  | 'NAME'
  /** The name that most resembles the one asked for first; refused without a name. */
  | 'RELEVANCE';

/** Names one article. */
export type ArticleRef =
  /** The article's global ID. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly slug?: never;
      readonly uri?: never;
    } /** The article's slug, the readable part of its address. */
  | {
      readonly id?: never;
      readonly slug: Scalars['String']['input'];
      readonly uri?: never;
    } /** The provider's own ID of the article. */
  | { readonly id?: never; readonly slug?: never; readonly uri: Scalars['String']['input'] };

/** Names one person. */
export type PersonRef =
  /** The person's global ID. The ID of a merged record names the record that it was merged into. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly slug?: never;
      readonly externalId?: never;
    } /** The person's slug, or one that it had before. */
  | {
      readonly id?: never;
      readonly slug: Scalars['String']['input'];
      readonly externalId?: never;
    } /** The person's ID in another catalogue. */
  | { readonly id?: never; readonly slug?: never; readonly externalId: ExternalIdInput };

/** Names one organization. */
export type OrganizationRef =
  /** The organization's global ID. The ID of a merged record names the record that it was merged into. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly slug?: never;
      readonly externalId?: never;
    } /** The organization's slug, or one that it had before. */
  | {
      readonly id?: never;
      readonly slug: Scalars['String']['input'];
      readonly externalId?: never;
    } /** The organization's ID in another catalogue. */
  | { readonly id?: never; readonly slug?: never; readonly externalId: ExternalIdInput };

/** Names one place. */
export type PlaceRef =
  /** The place's global ID. The ID of a merged record names the record that it was merged into. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly slug?: never;
      readonly externalId?: never;
    } /** The place's slug, or one that it had before. */
  | {
      readonly id?: never;
      readonly slug: Scalars['String']['input'];
      readonly externalId?: never;
    } /** The place's ID in another catalogue. */
  | { readonly id?: never; readonly slug?: never; readonly externalId: ExternalIdInput };

/** Names one subject. */
export type SubjectRef =
  /** The subject's global ID. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly code?: never;
    } /** The subject's code, an IPTC Media Topic where there is one: `medtop:11000000`. */
  | { readonly id?: never; readonly code: Scalars['String']['input'] };

/** Names one speaker: a person or an organization. */
export type SpeakerRef =
  /** The global ID of a person or an organization. */
  | {
      readonly id: Scalars['ID']['input'];
      readonly person?: never;
      readonly organization?: never;
    } /** The person who speaks. */
  | {
      readonly id?: never;
      readonly person: PersonRef;
      readonly organization?: never;
    } /** The organization that speaks. */
  | { readonly id?: never; readonly person?: never; readonly organization: OrganizationRef };

/** Which articles to give. All that is set must hold. */
export type ArticleFilter = {
  /** In one of these states. Readers see published ones only, whatever they ask. */
  readonly status?: InputMaybe<ReadonlyArray<ArticleStatus>>;
  /** Articles that are related to any of these people. */
  readonly person?: InputMaybe<ReadonlyArray<PersonRef>>;
  /** Articles that are related to any of these organizations. */
  readonly organization?: InputMaybe<ReadonlyArray<OrganizationRef>>;
  /** Articles that are related to any of these places. */
  readonly place?: InputMaybe<ReadonlyArray<PlaceRef>>;
  /** Articles that came from any of these organizations. */
  readonly provider?: InputMaybe<ReadonlyArray<OrganizationRef>>;
  /** Articles that are filed under any of these subjects. */
  readonly subject?: InputMaybe<ReadonlyArray<SubjectRef>>;
  /** In this language, BCP 47. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** Published at this moment or later. */
  readonly publishedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published before this moment. */
  readonly publishedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** With these words in headline, standfirst or body, in the article's language; as in `search`. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** Which quotes to give. All that is set must hold. */
export type QuoteFilter = {
  /** Quotes of any of these people and organizations. */
  readonly speaker?: InputMaybe<ReadonlyArray<SpeakerRef>>;
  /** Quotes that stand in any of these articles. */
  readonly article?: InputMaybe<ReadonlyArray<ArticleRef>>;
  /** Quotes that were said in any of these places. */
  readonly place?: InputMaybe<ReadonlyArray<PlaceRef>>;
  /** Of one of these kinds. */
  readonly kind?: InputMaybe<ReadonlyArray<QuoteKind>>;
  /** With one of these decisions. Readers never see rejected ones. */
  readonly reviewStatus?: InputMaybe<ReadonlyArray<ReviewStatus>>;
  /** Said on this day or later. */
  readonly saidFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Said before this day. */
  readonly saidBefore?: InputMaybe<Scalars['Date']['input']>;
  /** In an article published at this moment or later. */
  readonly publishedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** In an article published before this moment. */
  readonly publishedBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** With these words, in the article's language; as in `search`. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** Which people to give. All that is set must hold. */
export type PersonFilter = {
  /** With a name or alias that resembles this one: typos and missing accents are forgiven. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** With a name or alias that begins so, accents and case aside. */
  readonly nameStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** With this alias, accents and case aside. */
  readonly alias?: InputMaybe<Scalars['String']['input']>;
  /** With this id in another catalogue. */
  readonly externalId?: InputMaybe<ExternalIdInput>;
  /** Confirmed by an editor (VERIFIED) or not yet (UNREVIEWED). */
  readonly reviewStatus?: InputMaybe<ReadonlyArray<ReviewStatus>>;
};

/** Which organizations to give. All that is set must hold. */
export type OrganizationFilter = {
  /** With a name or alias that resembles this one: typos and missing accents are forgiven. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** With a name or alias that begins so, accents and case aside. */
  readonly nameStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** With this alias, accents and case aside. */
  readonly alias?: InputMaybe<Scalars['String']['input']>;
  /** With this id in another catalogue. */
  readonly externalId?: InputMaybe<ExternalIdInput>;
  /** Confirmed by an editor (VERIFIED) or not yet (UNREVIEWED). */
  readonly reviewStatus?: InputMaybe<ReadonlyArray<ReviewStatus>>;
};

/** Which places to give. All that is set must hold. */
export type PlaceFilter = {
  /** With a name or alias that resembles this one: typos and missing accents are forgiven. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** With a name or alias that begins so, accents and case aside. */
  readonly nameStartsWith?: InputMaybe<Scalars['String']['input']>;
  /** With this alias, accents and case aside. */
  readonly alias?: InputMaybe<Scalars['String']['input']>;
  /** With this id in another catalogue. */
  readonly externalId?: InputMaybe<ExternalIdInput>;
  /** Confirmed by an editor (VERIFIED) or not yet (UNREVIEWED). */
  readonly reviewStatus?: InputMaybe<ReadonlyArray<ReviewStatus>>;
  /** Of one of these kinds. */
  readonly placeKind?: InputMaybe<ReadonlyArray<PlaceKind>>;
};

/** An id in another catalogue. */
export type ExternalIdInput = {
  /** The catalogue, in lower case: `wikidata`. */
  readonly scheme: Scalars['String']['input'];
  /** The id there: `Q22686`. */
  readonly value: Scalars['String']['input'];
};

/** The notice that stands in place of a withdrawn article. */
export type Withdrawal = Node & {
  readonly __typename?: 'Withdrawal';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** The article's slug. */
  readonly slug: Scalars['String']['output'];
  /** How far the article was withdrawn. */
  readonly kind: WithdrawalKind;
  /** The notice, as shown to readers. */
  readonly notice: Scalars['String']['output'];
  /** When the article was withdrawn. */
  readonly withdrawnAt: Scalars['DateTime']['output'];
  /** The article. Null for readers while it is withdrawn. */
  readonly article: Maybe<Article>;
};

/** What changed between two versions of an article. */
export type ArticleDiff = {
  readonly __typename?: 'ArticleDiff';
  /** The number of the earlier version. */
  readonly from: Scalars['Int']['output'];
  /** The number of the later version. */
  readonly to: Scalars['Int']['output'];
  /** The bodies of both, cut into runs; the EQUAL and DELETED ones give the earlier body, the EQUAL and INSERTED ones the later. */
  readonly changes: ReadonlyArray<TextChange>;
  /** What became of the quotes that had words in the earlier version, in the order of the text. */
  readonly quotes: ReadonlyArray<QuoteChange>;
};

/** A run of words that two versions share or do not. */
export type TextChange = {
  readonly __typename?: 'TextChange';
  /** Whether both have it. */
  readonly kind: TextChangeKind;
  /** The words. */
  readonly text: Scalars['String']['output'];
};

/** Whether two versions share a run of words. */
export type TextChangeKind =
  /** Both have it. */
  | 'EQUAL'
  /** Only the earlier one has it. */
  | 'DELETED'
  /** Only the later one has it. */
  | 'INSERTED';

/** What became of a quote from one version to another. */
export type QuoteChange = {
  readonly __typename?: 'QuoteChange';
  /** The quote. */
  readonly quote: Quote;
  /** Whether its words stand in the later version as they did in the earlier one. */
  readonly state: AnchorState;
};

/** An entry of the audit trail: who did what to which record, and when. */
export type AuditEntry = Node & {
  readonly __typename?: 'AuditEntry';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** When it was done. */
  readonly at: Scalars['DateTime']['output'];
  /** The name of the API key that did it, or of the program where no key did. */
  readonly actor: Scalars['String']['output'];
  /** What was done: the name of the mutation. Behind "refused: " stands a field that the key's role did not allow: the record is the key then, and one line a minute stands for all tries. */
  readonly action: Scalars['String']['output'];
  /** The record that it was done to, where that is still there. */
  readonly record: Maybe<Node>;
  /** The number of the article's version before, for articles and what is in them. */
  readonly fromVersion: Maybe<Scalars['Int']['output']>;
  /** The number of the article's version after, for articles and what is in them. */
  readonly toVersion: Maybe<Scalars['Int']['output']>;
};

/** A key that a program shows to be more than a reader. The key itself is shown once, when it is made. */
export type ApiKey = Node & {
  readonly __typename?: 'ApiKey';
  /** Opaque and unique over all types. */
  readonly id: Scalars['ID']['output'];
  /** Whose it is or what it is for. */
  readonly name: Scalars['String']['output'];
  /** What it allows. */
  readonly role: AccessRole;
  /** The first characters of the key, to recognize it by. */
  readonly prefix: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was last used, to the minute. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** When it stops working by itself. */
  readonly expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
};

/** Entries of the audit trail, a page at a time. */
export type AuditEntryConnection = {
  readonly __typename?: 'AuditEntryConnection';
  /** The page. */
  readonly edges: ReadonlyArray<AuditEntryEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type AuditEntryEdge = {
  readonly __typename?: 'AuditEntryEdge';
  /** The record. */
  readonly node: AuditEntry;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/** API keys, a page at a time. */
export type ApiKeyConnection = {
  readonly __typename?: 'ApiKeyConnection';
  /** The page. */
  readonly edges: ReadonlyArray<ApiKeyEdge>;
  /** Whether there is more. */
  readonly pageInfo: PageInfo;
  /** How many records there are on all pages together. Null where the server declines to count; never a wrong number. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** An item in the list, with its cursor. */
export type ApiKeyEdge = {
  readonly __typename?: 'ApiKeyEdge';
  /** The record. */
  readonly node: ApiKey;
  /** Where it stands in the list: to be given as `after` or `before`. */
  readonly cursor: Scalars['String']['output'];
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Makes a draft. */
  readonly draftArticle: Maybe<DraftArticlePayload>;
  /**
   * Brings articles in, each under the uri of its item: a new one is created, one that says something new gets a new version, and the
   * same item again changes nothing. `usable` items are published, `withheld` ones are drafts, `canceled` ones are withdrawn. Of two
   * versions of the same time the more restrictive counts, a time to come is an embargo, and what an editor set by hand stays; only a
   * cancellation always counts.
   */
  readonly importArticles: Maybe<ImportArticlesPayload>;
  /** Makes a new version of an article. Its quotes go along as far as their words still stand. */
  readonly reviseArticle: Maybe<ReviseArticlePayload>;
  /** Sets the time at which a draft is published by itself, or another time for a scheduled article. */
  readonly scheduleArticle: Maybe<ScheduleArticlePayload>;
  /** Makes a scheduled article a draft again. */
  readonly unscheduleArticle: Maybe<UnscheduleArticlePayload>;
  /** Publishes a draft or a scheduled article now. */
  readonly publishArticle: Maybe<PublishArticlePayload>;
  /** Corrects a published article: a new version where words change, and a note to readers. */
  readonly correctArticle: Maybe<CorrectArticlePayload>;
  /** Makes a published article a draft again. Readers find nothing in its place. */
  readonly unpublishArticle: Maybe<UnpublishArticlePayload>;
  /**
   * Takes a published article back. Readers are shown the notice in its place. One that was withdrawn as a RETRACTION can be
   * withdrawn once more as a KILL.
   */
  readonly withdrawArticle: Maybe<WithdrawArticlePayload>;
  /** Publishes a withdrawn article again: a new version, with the reason for editors and a note to readers. */
  readonly reinstateArticle: Maybe<ReinstateArticlePayload>;
  /** Records a quote by the exact words of an article. */
  readonly recordQuote: Maybe<RecordQuotePayload>;
  /** Ties a quote to other words of its article, or corrects what is known of it. */
  readonly reviseQuote: Maybe<ReviseQuotePayload>;
  /** Says who said a quote, or that nobody knows. */
  readonly attributeQuote: Maybe<AttributeQuotePayload>;
  /** Confirms that a quote is right. */
  readonly verifyQuote: Maybe<VerifyQuotePayload>;
  /** Says that a quote is wrong. Readers no longer see it. */
  readonly rejectQuote: Maybe<RejectQuotePayload>;
  /** Confirms that the words of a mention name its entity. */
  readonly verifyMention: Maybe<VerifyMentionPayload>;
  /** Says that an article does not speak of an entity. Readers no longer see the mention, and it relates nothing any more. */
  readonly rejectMention: Maybe<RejectMentionPayload>;
  /**
   * Finds the quotes, people, organizations and places in a text: makes a draft of it with their records, or, by the id of an
   * article that is there, finds them anew. Nobody reviewed what it finds; what an editor confirmed stays. A dry run writes
   * nothing and gives what was found.
   */
  readonly extractArticle: Maybe<ExtractArticlePayload>;
  /**
   * Adds a person, for all readers to see. One that shares a name or alias with a person that is there is refused, and that one
   * named, unless it is known to be another one: it is given a slug of its own, or another id in a catalogue that has both.
   */
  readonly addPerson: Maybe<AddPersonPayload>;
  /** Changes what is known of a person, and so confirms the record. What is left out stays. */
  readonly revisePerson: Maybe<RevisePersonPayload>;
  /** Makes one of two people that are the same: everything goes along, and the old id and slug answer with the survivor. */
  readonly mergePeople: Maybe<MergePeoplePayload>;
  /**
   * Adds an organization, for all readers to see. One that shares a name or alias with an organization that is there is refused,
   * and that one named, unless it is known to be another one: it is given a slug of its own, or another id in a catalogue that has both.
   */
  readonly addOrganization: Maybe<AddOrganizationPayload>;
  /** Changes what is known of an organization, and so confirms the record. What is left out stays. */
  readonly reviseOrganization: Maybe<ReviseOrganizationPayload>;
  /** Makes one of two organizations that are the same: everything goes along, and the old id and slug answer with the survivor. */
  readonly mergeOrganizations: Maybe<MergeOrganizationsPayload>;
  /**
   * Adds a place, for all readers to see. One that shares a name or alias with a place that is there is refused, and that one
   * named, unless it is known to be another one: of another kind, in another country, given a slug of its own, or another id in a
   * catalogue that has both.
   */
  readonly addPlace: Maybe<AddPlacePayload>;
  /** Changes what is known of a place, and so confirms the record. What is left out stays. */
  readonly revisePlace: Maybe<RevisePlacePayload>;
  /** Makes one of two places that are the same: everything goes along, and the old id and slug answer with the survivor. */
  readonly mergePlaces: Maybe<MergePlacesPayload>;
  /** Makes an API key. */
  readonly createApiKey: Maybe<CreateApiKeyPayload>;
  /** Makes an API key useless, at once. */
  readonly revokeApiKey: Maybe<RevokeApiKeyPayload>;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationDraftArticleArgs = {
  input: DraftArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationImportArticlesArgs = {
  input: ImportArticlesInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationReviseArticleArgs = {
  input: ReviseArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationScheduleArticleArgs = {
  input: ScheduleArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationUnscheduleArticleArgs = {
  input: UnscheduleArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationPublishArticleArgs = {
  input: PublishArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationCorrectArticleArgs = {
  input: CorrectArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationUnpublishArticleArgs = {
  input: UnpublishArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationWithdrawArticleArgs = {
  input: WithdrawArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationReinstateArticleArgs = {
  input: ReinstateArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRecordQuoteArgs = {
  input: RecordQuoteInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationReviseQuoteArgs = {
  input: ReviseQuoteInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationAttributeQuoteArgs = {
  input: AttributeQuoteInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationVerifyQuoteArgs = {
  input: VerifyQuoteInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRejectQuoteArgs = {
  input: RejectQuoteInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationVerifyMentionArgs = {
  input: VerifyMentionInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRejectMentionArgs = {
  input: RejectMentionInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationExtractArticleArgs = {
  input: ExtractArticleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationAddPersonArgs = {
  input: AddPersonInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRevisePersonArgs = {
  input: RevisePersonInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationMergePeopleArgs = {
  input: MergePeopleInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationAddOrganizationArgs = {
  input: AddOrganizationInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationReviseOrganizationArgs = {
  input: ReviseOrganizationInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationMergeOrganizationsArgs = {
  input: MergeOrganizationsInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationAddPlaceArgs = {
  input: AddPlaceInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRevisePlaceArgs = {
  input: RevisePlaceInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationMergePlacesArgs = {
  input: MergePlacesInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};

/**
 * What can be done. Each mutation is one transaction: all of it is written, or nothing.
 *
 * In changes of a record, a field that is left out keeps its value, null clears it, and a list replaces the whole list. Everywhere
 * else null means the same as leaving the field out.
 */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};

/** A mistake of the caller, as data. */
export type UserError = {
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: Scalars['String']['output'];
  /** Where in the input the mistake is: names of fields and indexes of lists, from the input down. Empty where the whole input is meant. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The record that stands in the way, such as the one that has the slug already. */
  readonly record: Maybe<Node>;
};

/** A value that is not allowed, or that another record has already. */
export type InputError = UserError & {
  readonly __typename?: 'InputError';
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: Scalars['String']['output'];
  /** Where in the input the mistake is: names of fields and indexes of lists, from the input down. Empty where the whole input is meant. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The record that stands in the way, such as the one that has the slug already. */
  readonly record: Maybe<Node>;
};

/** Somebody else changed the record, or the idempotency key stands for another call. Read the record, and make the change anew. */
export type ConflictError = UserError & {
  readonly __typename?: 'ConflictError';
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: Scalars['String']['output'];
  /** Where in the input the mistake is: names of fields and indexes of lists, from the input down. Empty where the whole input is meant. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The record that stands in the way, such as the one that has the slug already. */
  readonly record: Maybe<Node>;
  /** The number of the version that the article has now, where an article changed. */
  readonly currentVersion: Maybe<Scalars['Int']['output']>;
  /** The revision that the record has now, where another record changed. */
  readonly currentRevision: Maybe<Scalars['Int']['output']>;
};

/** A direct quote that would no longer stand in the text as it did, and about which nobody decided. */
export type QuoteUndecidedError = UserError & {
  readonly __typename?: 'QuoteUndecidedError';
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: Scalars['String']['output'];
  /** Where in the input the mistake is: names of fields and indexes of lists, from the input down. Empty where the whole input is meant. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The record that stands in the way, such as the one that has the slug already. */
  readonly record: Maybe<Node>;
  /** The quote. */
  readonly quote: Maybe<Quote>;
  /** The words that stand in its place in the new text, stretch by stretch: what CONFIRM takes. Empty where that is not certain. */
  readonly candidates: ReadonlyArray<TextSpan>;
};

/** Words that stand at several places of the text. */
export type WordsAmbiguousError = UserError & {
  readonly __typename?: 'WordsAmbiguousError';
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** What to do about it. */
  readonly message: Scalars['String']['output'];
  /** Where in the input the mistake is: names of fields and indexes of lists, from the input down. Empty where the whole input is meant. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The record that stands in the way, such as the one that has the slug already. */
  readonly record: Maybe<Node>;
  /** Where the words stand, in the order of the text; 100 places at the most. */
  readonly occurrences: ReadonlyArray<QuoteSpan>;
};

/** What every mutation answers. */
export type MutationPayload = {
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What kind of mistake a user error is. */
export type UserErrorCode =
  /** The value is not allowed. */
  | 'INVALID'
  /** Nothing has that id. */
  | 'NOT_FOUND'
  /** The article has another version by now, or the key stands for another call. */
  | 'CONFLICT'
  /** Something else has that slug, uri or external id. */
  | 'TAKEN'
  /** It is there already. */
  | 'DUPLICATE'
  /** The article's status does not allow it. */
  | 'WRONG_STATUS'
  /** The words are not in the text. */
  | 'WORDS_NOT_FOUND'
  /** The words are in the text more than once: give offsets. */
  | 'WORDS_AMBIGUOUS'
  /** Direct quotes no longer stand in the text as they did: decide about each. */
  | 'QUOTES_UNDECIDED';

/** A stretch of an article's body. */
export type SpanInput = {
  /** Where it starts in the body, in code points. */
  readonly start: Scalars['Int']['input'];
  /** Where it ends in the body, in code points; the last one is not included. */
  readonly end: Scalars['Int']['input'];
};

/** A title that a person holds or held. */
export type RoleInput = {
  /** The title. */
  readonly title: Scalars['String']['input'];
  /** The organization that the person serves in it. */
  readonly organization?: InputMaybe<Scalars['ID']['input']>;
  /** The first day of it, where known. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The last day of it, where known and past. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** What to do with a quote whose words changed or went. */
export type QuoteDecisionInput = {
  /** The quote's id. */
  readonly quote: Scalars['ID']['input'];
  /** The input of this mutation. */
  readonly decision: QuoteDecision;
  /** For REVISE, the exact words, each stretch once in the new text. Leave out where offsets are given. */
  readonly words?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** For REVISE, the stretches by offsets in the new text. Leave out where words are given. */
  readonly spans?: InputMaybe<ReadonlyArray<SpanInput>>;
};

/** What to do with a quote whose words changed or went. */
export type QuoteDecision =
  /** The changed words, where the old ones stood, are the quote now. */
  | 'CONFIRM'
  /** These words are the quote now. */
  | 'REVISE'
  /** It is no quote any more; readers do not see it. */
  | 'REJECT';

/** What `draftArticle` needs. */
export type DraftArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The readable part of its address; made from the headline when not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The provider's own id of it. */
  readonly uri?: InputMaybe<Scalars['String']['input']>;
  /** The headline. */
  readonly headline: Scalars['String']['input'];
  /** The sentence or two below the headline. */
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The whole text: paragraphs joined by one blank line. */
  readonly body: Scalars['String']['input'];
  /** The language of its words, BCP 47; guessed from the body when not given, and `und` where the guess is unsure. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** Who wrote it, as printed. */
  readonly byline?: InputMaybe<Scalars['String']['input']>;
  /** Where it was filed from, as printed. */
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  /** The place that the dateline names. */
  readonly located?: InputMaybe<Scalars['ID']['input']>;
  /** The organization that it came from. */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
  /** The credit to print with it. */
  readonly creditLine?: InputMaybe<Scalars['String']['input']>;
  /** What kind of article it is. */
  readonly genre?: InputMaybe<Scalars['String']['input']>;
  /** How urgent it is, from 1 (most) to 9. */
  readonly urgency?: InputMaybe<Scalars['Int']['input']>;
  /** Words to file it under. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The subjects to file it under. */
  readonly subjects?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The article that this one is a rewriting of. */
  readonly rewrittenFrom?: InputMaybe<Scalars['ID']['input']>;
  /** The article that this one is a translation of. */
  readonly translatedFrom?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for the record of versions. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What `importArticles` needs. */
export type ImportArticlesInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The items, 100 at the most. */
  readonly items: ReadonlyArray<Scalars['NinjsItem']['input']>;
};

/** What `reviseArticle` needs. */
export type ReviseArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The readable part of its address. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The provider's own id of it. */
  readonly uri?: InputMaybe<Scalars['String']['input']>;
  /** The headline. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** The sentence or two below the headline. */
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The whole text: paragraphs joined by one blank line. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** The language of its words, BCP 47. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** Readers see it only after this moment. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who wrote it, as printed. */
  readonly byline?: InputMaybe<Scalars['String']['input']>;
  /** Where it was filed from, as printed. */
  readonly dateline?: InputMaybe<Scalars['String']['input']>;
  /** The place that the dateline names. */
  readonly located?: InputMaybe<Scalars['ID']['input']>;
  /** The organization that it came from. */
  readonly source?: InputMaybe<Scalars['ID']['input']>;
  /** The credit to print with it. */
  readonly creditLine?: InputMaybe<Scalars['String']['input']>;
  /** What kind of article it is. */
  readonly genre?: InputMaybe<Scalars['String']['input']>;
  /** How urgent it is, from 1 (most) to 9. */
  readonly urgency?: InputMaybe<Scalars['Int']['input']>;
  /** Words to file it under. */
  readonly keywords?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The subjects to file it under. */
  readonly subjects?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The article that this one is a rewriting of. */
  readonly rewrittenFrom?: InputMaybe<Scalars['ID']['input']>;
  /** The article that this one is a translation of. */
  readonly translatedFrom?: InputMaybe<Scalars['ID']['input']>;
  /** Why, for the record of versions. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What to do with quotes whose words changed or went. */
  readonly quotes?: InputMaybe<ReadonlyArray<QuoteDecisionInput>>;
};

/** What `scheduleArticle` needs. */
export type ScheduleArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When to publish the article. */
  readonly publishAt: Scalars['DateTime']['input'];
  /** Readers see it only after this moment. The embargo that the article has stays when none is given; `reviseArticle` lifts one. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What to do with quotes whose words changed or went. */
  readonly quotes?: InputMaybe<ReadonlyArray<QuoteDecisionInput>>;
};

/** What `unscheduleArticle` needs. */
export type UnscheduleArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What `publishArticle` needs. */
export type PublishArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** When its provider first published it; now, when not given. */
  readonly publishedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether nobody knows when its provider first published it: then it is published without a date. */
  readonly publishedAtUnknown?: Scalars['Boolean']['input'];
  /** Readers see it only after this moment. The embargo that the article has stays when none is given; `reviseArticle` lifts one. */
  readonly embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What to do with quotes whose words changed or went. */
  readonly quotes?: InputMaybe<ReadonlyArray<QuoteDecisionInput>>;
};

/** What `correctArticle` needs. */
export type CorrectArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** What kind of note it is; a REINSTATEMENT comes with `reinstateArticle` only. */
  readonly kind: CorrectionKind;
  /** The note, as shown to readers. */
  readonly text: Scalars['String']['input'];
  /** The headline. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** The sentence or two below the headline. */
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The whole text: paragraphs joined by one blank line. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the record of versions. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What to do with quotes whose words changed or went. */
  readonly quotes?: InputMaybe<ReadonlyArray<QuoteDecisionInput>>;
};

/** What `unpublishArticle` needs. */
export type UnpublishArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
};

/** What `reinstateArticle` needs. */
export type ReinstateArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The note, as shown to readers: why it stands again. */
  readonly note: Scalars['String']['input'];
  /** Why, for the record of versions. */
  readonly reason: Scalars['String']['input'];
  /** The headline. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** The sentence or two below the headline. */
  readonly standfirst?: InputMaybe<Scalars['String']['input']>;
  /** The whole text: paragraphs joined by one blank line. */
  readonly body?: InputMaybe<Scalars['String']['input']>;
  /** What to do with quotes whose words changed or went. */
  readonly quotes?: InputMaybe<ReadonlyArray<QuoteDecisionInput>>;
};

/** What `withdrawArticle` needs. */
export type WithdrawArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly id: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** RETRACTION, or KILL where the article must not be used at all. */
  readonly kind: WithdrawalKind;
  /** The notice, as shown to readers. */
  readonly notice: Scalars['String']['input'];
};

/** What `recordQuote` needs. */
export type RecordQuoteInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article's id. */
  readonly article: Scalars['ID']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The exact words, each stretch once in the text. Leave out where offsets are given. */
  readonly words?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The stretches by offsets. Leave out where words are given. */
  readonly spans?: InputMaybe<ReadonlyArray<SpanInput>>;
  /** Whether it stands in quotation marks, is reported, or both. */
  readonly kind: QuoteKind;
  /** The words that say that it was said. */
  readonly cue?: InputMaybe<SpanInput>;
  /** The day on which it was said, where the text tells. */
  readonly saidOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it was said, where the text tells. */
  readonly saidIn?: InputMaybe<Scalars['ID']['input']>;
  /** Who said it: the id of a person or an organization. */
  readonly speaker?: InputMaybe<Scalars['ID']['input']>;
  /** The speaker's name, as written there. */
  readonly speakerName?: InputMaybe<Scalars['String']['input']>;
  /** The speaker's title, as written there; the one that the person held then, when not given. */
  readonly speakerTitle?: InputMaybe<Scalars['String']['input']>;
  /** What kind of source it comes from; follows from the speaker when not given. */
  readonly sourceType?: InputMaybe<SourceType>;
};

/** What `reviseQuote` needs. */
export type ReviseQuoteInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The quote's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the article's version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion: Scalars['Int']['input'];
  /** The exact words, each stretch once in the text. Leave out where offsets are given. */
  readonly words?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The stretches by offsets. Leave out where words are given. */
  readonly spans?: InputMaybe<ReadonlyArray<SpanInput>>;
  /** Whether it stands in quotation marks, is reported, or both. */
  readonly kind?: InputMaybe<QuoteKind>;
  /** The words that say that it was said. */
  readonly cue?: InputMaybe<SpanInput>;
  /** The day on which it was said, where the text tells. */
  readonly saidOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where it was said, where the text tells. */
  readonly saidIn?: InputMaybe<Scalars['ID']['input']>;
};

/** What `attributeQuote` needs. */
export type AttributeQuoteInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The quote's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Who said it: the id of a person or an organization. */
  readonly speaker?: InputMaybe<Scalars['ID']['input']>;
  /** The speaker's name, as written there. */
  readonly speakerName?: InputMaybe<Scalars['String']['input']>;
  /** The speaker's title, as written there; the one that the person held then, when not given. */
  readonly speakerTitle?: InputMaybe<Scalars['String']['input']>;
  /** What kind of source it comes from; follows from the speaker when not given. */
  readonly sourceType?: InputMaybe<SourceType>;
};

/** What `verifyQuote` needs. */
export type VerifyQuoteInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The quote's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** What `rejectQuote` needs. */
export type RejectQuoteInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The quote's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** What `verifyMention` needs. */
export type VerifyMentionInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The mention's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** What `rejectMention` needs. */
export type RejectMentionInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The mention's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The number of the version that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
};

/** What `extractArticle` needs: a text, or the id of an article and its version. */
export type ExtractArticleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The article as it is printed: source, headline, byline, captions and paragraphs, as far as it has them. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** The headline, where the text does not begin with it. */
  readonly headline?: InputMaybe<Scalars['String']['input']>;
  /** The language of its words, BCP 47; told by the words when not given. */
  readonly language?: InputMaybe<Scalars['String']['input']>;
  /** The readable part of the draft's address; made from the headline when not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The provider's own id of it. */
  readonly uri?: InputMaybe<Scalars['String']['input']>;
  /** The id of an article that is there, in place of a text. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** The number of that article's version; another one there is answered with CONFLICT. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Whether to write nothing and only tell what would be found. */
  readonly dryRun?: Scalars['Boolean']['input'];
};

/** What `addPerson` needs. */
export type AddPersonInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The readable part of the address; made from the name when not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name: Scalars['String']['input'];
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** Who the person is, in a few words. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The titles the person holds or held; given ones replace all but those that rest on an article. */
  readonly roles?: InputMaybe<ReadonlyArray<RoleInput>>;
};

/** What `revisePerson` needs. */
export type RevisePersonInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The person's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The readable part of the address; the one it had goes on answering. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** Who the person is, in a few words. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** The titles the person holds or held; given ones replace all but those that rest on an article. */
  readonly roles?: InputMaybe<ReadonlyArray<RoleInput>>;
};

/** What `mergePeople` needs. */
export type MergePeopleInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The id of the person that goes. */
  readonly from: Scalars['ID']['input'];
  /** The id of the person that stays. */
  readonly into: Scalars['ID']['input'];
  /** The revision of the record that stays that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
};

/** What `addOrganization` needs. */
export type AddOrganizationInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The readable part of the address; made from the name when not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name: Scalars['String']['input'];
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** What kind of body it is. */
  readonly organizationKind?: InputMaybe<Scalars['String']['input']>;
  /** The organization that it is a part of. */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
};

/** What `reviseOrganization` needs. */
export type ReviseOrganizationInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The organization's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The readable part of the address; the one it had goes on answering. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** What kind of body it is. */
  readonly organizationKind?: InputMaybe<Scalars['String']['input']>;
  /** The organization that it is a part of. */
  readonly parent?: InputMaybe<Scalars['ID']['input']>;
};

/** What `mergeOrganizations` needs. */
export type MergeOrganizationsInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The id of the organization that goes. */
  readonly from: Scalars['ID']['input'];
  /** The id of the organization that stays. */
  readonly into: Scalars['ID']['input'];
  /** The revision of the record that stays that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
};

/** What `addPlace` needs. */
export type AddPlaceInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The readable part of the address; made from the name when not given. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name: Scalars['String']['input'];
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** What kind of place it is. */
  readonly placeKind: PlaceKind;
  /** The place that it lies in. */
  readonly within?: InputMaybe<Scalars['ID']['input']>;
  /** The country it lies in, ISO 3166-1 alpha-2. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north of the equator. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east of Greenwich. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** What `revisePlace` needs. */
export type RevisePlaceInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The place's id. */
  readonly id: Scalars['ID']['input'];
  /** The revision of the record that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
  /** The readable part of the address; the one it had goes on answering. */
  readonly slug?: InputMaybe<Scalars['String']['input']>;
  /** The name that is known best. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Other names. */
  readonly aliases?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids in other catalogues. */
  readonly externalIds?: InputMaybe<ReadonlyArray<ExternalIdInput>>;
  /** What kind of place it is. */
  readonly placeKind?: InputMaybe<PlaceKind>;
  /** The place that it lies in. */
  readonly within?: InputMaybe<Scalars['ID']['input']>;
  /** The country it lies in, ISO 3166-1 alpha-2. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north of the equator. */
  readonly latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east of Greenwich. */
  readonly longitude?: InputMaybe<Scalars['Float']['input']>;
};

/** What `mergePlaces` needs. */
export type MergePlacesInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The id of the place that goes. */
  readonly from: Scalars['ID']['input'];
  /** The id of the place that stays. */
  readonly into: Scalars['ID']['input'];
  /** The revision of the record that stays that the change starts from; another one there is answered with CONFLICT. */
  readonly expectedRevision: Scalars['Int']['input'];
};

/** What `createApiKey` needs. */
export type CreateApiKeyInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whose it is or what it is for. */
  readonly name: Scalars['String']['input'];
  /** What it allows. */
  readonly role: AccessRole;
  /** When it stops working by itself; never, when not given. */
  readonly expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What `revokeApiKey` needs. */
export type RevokeApiKeyInput = {
  /** A key for this call, unique among the caller's: a retry with the same key and input gives the same answer and writes nothing. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The key's id. */
  readonly id: Scalars['ID']['input'];
};

/** What `draftArticle` answers. */
export type DraftArticlePayload = MutationPayload & {
  readonly __typename?: 'DraftArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `importArticles` answers. */
export type ImportArticlesPayload = MutationPayload & {
  readonly __typename?: 'ImportArticlesPayload';
  /** What became of each item, in their order; empty where the whole call was refused. */
  readonly results: ReadonlyArray<ImportResult>;
  /** What the caller must put right in the call; when there is any, nothing was written. Mistakes in items are told in their results. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What became of an item. */
export type ImportResult = {
  readonly __typename?: 'ImportResult';
  /** The item's uri; null where it has none. */
  readonly uri: Maybe<Scalars['String']['output']>;
  /** The article that has the uri now; null where the item was refused and there is none. */
  readonly article: Maybe<Article>;
  /** What was done. */
  readonly change: ImportChange;
  /** Why the item was refused; nothing of it was written then. The path begins with `items` and the item's place in the list. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** What an editor should know of it: what was hidden by doubt or left out, and where its provider and an editor disagree. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/** What an import did with an item. */
export type ImportChange =
  /** There was no article with its uri: there is one now. */
  | 'CREATED'
  /** It said something new of an article. */
  | 'UPDATED'
  /** It said nothing new, or is older than what is here. */
  | 'UNCHANGED'
  /** It could not be imported. */
  | 'REFUSED';

/** What `reviseArticle` answers. */
export type ReviseArticlePayload = MutationPayload & {
  readonly __typename?: 'ReviseArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `scheduleArticle` answers. */
export type ScheduleArticlePayload = MutationPayload & {
  readonly __typename?: 'ScheduleArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `unscheduleArticle` answers. */
export type UnscheduleArticlePayload = MutationPayload & {
  readonly __typename?: 'UnscheduleArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `publishArticle` answers. */
export type PublishArticlePayload = MutationPayload & {
  readonly __typename?: 'PublishArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `correctArticle` answers. */
export type CorrectArticlePayload = MutationPayload & {
  readonly __typename?: 'CorrectArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `unpublishArticle` answers. */
export type UnpublishArticlePayload = MutationPayload & {
  readonly __typename?: 'UnpublishArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `reinstateArticle` answers. */
export type ReinstateArticlePayload = MutationPayload & {
  readonly __typename?: 'ReinstateArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `withdrawArticle` answers. */
export type WithdrawArticlePayload = MutationPayload & {
  readonly __typename?: 'WithdrawArticlePayload';
  /** The record after the change; null where nothing was changed. */
  readonly article: Maybe<Article>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `recordQuote` answers. */
export type RecordQuotePayload = MutationPayload & {
  readonly __typename?: 'RecordQuotePayload';
  /** The record after the change; null where nothing was changed. */
  readonly quote: Maybe<Quote>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `reviseQuote` answers. */
export type ReviseQuotePayload = MutationPayload & {
  readonly __typename?: 'ReviseQuotePayload';
  /** The record after the change; null where nothing was changed. */
  readonly quote: Maybe<Quote>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `attributeQuote` answers. */
export type AttributeQuotePayload = MutationPayload & {
  readonly __typename?: 'AttributeQuotePayload';
  /** The record after the change; null where nothing was changed. */
  readonly quote: Maybe<Quote>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `verifyQuote` answers. */
export type VerifyQuotePayload = MutationPayload & {
  readonly __typename?: 'VerifyQuotePayload';
  /** The record after the change; null where nothing was changed. */
  readonly quote: Maybe<Quote>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `rejectQuote` answers. */
export type RejectQuotePayload = MutationPayload & {
  readonly __typename?: 'RejectQuotePayload';
  /** The record after the change; null where nothing was changed. */
  readonly quote: Maybe<Quote>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `verifyMention` answers. */
export type VerifyMentionPayload = MutationPayload & {
  readonly __typename?: 'VerifyMentionPayload';
  /** The record after the change; null where nothing was changed. */
  readonly mention: Maybe<Mention>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `rejectMention` answers. */
export type RejectMentionPayload = MutationPayload & {
  readonly __typename?: 'RejectMentionPayload';
  /** The record after the change; null where nothing was changed. */
  readonly mention: Maybe<Mention>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `extractArticle` answers. */
export type ExtractArticlePayload = MutationPayload & {
  readonly __typename?: 'ExtractArticlePayload';
  /** The article with its records; null after a dry run over a text. */
  readonly article: Maybe<Article>;
  /** What a dry run found; null where it was stored: then the article's quotes and mentions are the records. */
  readonly extraction: Maybe<Extraction>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What was found in a text, before any of it is stored. */
export type Extraction = {
  readonly __typename?: 'Extraction';
  /** The headline; the first sentence where the text has none. */
  readonly headline: Scalars['String']['output'];
  /** The sentence or two below the headline. */
  readonly standfirst: Maybe<Scalars['String']['output']>;
  /** Who wrote it, as printed. */
  readonly byline: Maybe<Scalars['String']['output']>;
  /** The place and day before the first sentence, as printed. */
  readonly dateline: Maybe<Scalars['String']['output']>;
  /** The name of the organization that publishes it, as printed. */
  readonly source: Maybe<Scalars['String']['output']>;
  /** The credit to print with it. */
  readonly creditLine: Maybe<Scalars['String']['output']>;
  /** The language of its words, BCP 47. */
  readonly language: Scalars['String']['output'];
  /** The captions of its pictures. */
  readonly captions: ReadonlyArray<Scalars['String']['output']>;
  /** The text itself: paragraphs joined by one blank line. All offsets are of this. */
  readonly body: Scalars['String']['output'];
  /** The people, organizations and places that it names, each once, whatever it calls them. */
  readonly entities: ReadonlyArray<FoundEntity>;
  /** What somebody says in it, in the order of the text. */
  readonly quotes: ReadonlyArray<FoundQuote>;
};

/** A person, an organization or a place that a text names. */
export type FoundEntity = {
  readonly __typename?: 'FoundEntity';
  /** What it is. */
  readonly kind: EntityKind;
  /** The fullest name, as printed. */
  readonly name: Scalars['String']['output'];
  /** The other names it goes by in the text. */
  readonly otherNames: ReadonlyArray<Scalars['String']['output']>;
  /** A person's titles, as printed. */
  readonly titles: ReadonlyArray<Scalars['String']['output']>;
  /** How likely this is such an entity, from 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** The words of the body that name it. */
  readonly spans: ReadonlyArray<TextSpan>;
  /** Whether it has a record. */
  readonly outcome: MatchOutcome;
  /** The record that it is. */
  readonly record: Maybe<Entity>;
  /** How likely the record is the one that is meant, from 0 to 1. */
  readonly matchConfidence: Maybe<Scalars['Float']['output']>;
};

/** What can have a name and a record. */
export type EntityKind =
  /** A person. */
  | 'PERSON'
  /** An organization. */
  | 'ORGANIZATION'
  /** A place. */
  | 'PLACE';

/** What becomes of an entity that was found. */
export type MatchOutcome =
  /** It is a record that is there. */
  | 'KNOWN'
  /** It gets a record, which nobody reviewed. */
  | 'NEW'
  /** It is tied to none: several may be meant, or it may be no such thing. */
  | 'NONE';

/** What somebody says in a text. */
export type FoundQuote = {
  readonly __typename?: 'FoundQuote';
  /** The words: those of its spans, joined by a space where there are several. */
  readonly text: Scalars['String']['output'];
  /** Whether it stands in quotation marks, is reported, or both. */
  readonly kind: QuoteKind;
  /** The stretches of the body it consists of. */
  readonly spans: ReadonlyArray<QuoteSpan>;
  /** The words that say that it was said. */
  readonly cue: Maybe<TextSpan>;
  /** Who said it, where the text names somebody. */
  readonly speaker: Maybe<FoundEntity>;
  /** The speaker's name, as written there. */
  readonly speakerName: Maybe<Scalars['String']['output']>;
  /** The speaker's title, as written there. */
  readonly speakerTitle: Maybe<Scalars['String']['output']>;
  /** What kind of source it comes from. */
  readonly sourceType: SourceType;
  /** How likely its words and its speaker are right, from 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
};

/** What `addPerson` answers. */
export type AddPersonPayload = MutationPayload & {
  readonly __typename?: 'AddPersonPayload';
  /** The record after the change; null where nothing was changed. */
  readonly person: Maybe<Person>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `revisePerson` answers. */
export type RevisePersonPayload = MutationPayload & {
  readonly __typename?: 'RevisePersonPayload';
  /** The record after the change; null where nothing was changed. */
  readonly person: Maybe<Person>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `mergePeople` answers. */
export type MergePeoplePayload = MutationPayload & {
  readonly __typename?: 'MergePeoplePayload';
  /** The record after the change; null where nothing was changed. */
  readonly person: Maybe<Person>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `addOrganization` answers. */
export type AddOrganizationPayload = MutationPayload & {
  readonly __typename?: 'AddOrganizationPayload';
  /** The record after the change; null where nothing was changed. */
  readonly organization: Maybe<Organization>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `reviseOrganization` answers. */
export type ReviseOrganizationPayload = MutationPayload & {
  readonly __typename?: 'ReviseOrganizationPayload';
  /** The record after the change; null where nothing was changed. */
  readonly organization: Maybe<Organization>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `mergeOrganizations` answers. */
export type MergeOrganizationsPayload = MutationPayload & {
  readonly __typename?: 'MergeOrganizationsPayload';
  /** The record after the change; null where nothing was changed. */
  readonly organization: Maybe<Organization>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `addPlace` answers. */
export type AddPlacePayload = MutationPayload & {
  readonly __typename?: 'AddPlacePayload';
  /** The record after the change; null where nothing was changed. */
  readonly place: Maybe<Place>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `revisePlace` answers. */
export type RevisePlacePayload = MutationPayload & {
  readonly __typename?: 'RevisePlacePayload';
  /** The record after the change; null where nothing was changed. */
  readonly place: Maybe<Place>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `mergePlaces` answers. */
export type MergePlacesPayload = MutationPayload & {
  readonly __typename?: 'MergePlacesPayload';
  /** The record after the change; null where nothing was changed. */
  readonly place: Maybe<Place>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `createApiKey` answers. */
export type CreateApiKeyPayload = MutationPayload & {
  readonly __typename?: 'CreateApiKeyPayload';
  /** The record after the change; null where nothing was changed. */
  readonly apiKey: Maybe<ApiKey>;
  /** The key itself. It is shown this once, and only a hash of it is kept: null where the call was answered before. */
  readonly token: Maybe<Scalars['String']['output']>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What `revokeApiKey` answers. */
export type RevokeApiKeyPayload = MutationPayload & {
  readonly __typename?: 'RevokeApiKeyPayload';
  /** The record after the change; null where nothing was changed. */
  readonly apiKey: Maybe<ApiKey>;
  /** What the caller must put right; when there is any, nothing was written. */
  readonly userErrors: ReadonlyArray<UserError>;
};
