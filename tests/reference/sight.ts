import { moment } from './load';
import type {
  ArticleRow,
  MentionRow,
  OrganizationRow,
  PersonRow,
  PlaceRow,
  QuoteRow,
  RoleRow,
  SubjectRow,
  Tables,
  VersionRow,
} from './rows';

/** What one viewer may see: the rules of visibility, word for word, each a loop over all rows. Answers are remembered. */
export class Sight {
  private readonly known = new Map<object, boolean>();

  constructor(
    private readonly tables: Tables,
    private readonly now: string,
    readonly everything: boolean,
  ) {}

  private remember(row: object, judge: () => boolean): boolean {
    if (this.everything) return true;
    const known = this.known.get(row);
    if (known !== undefined) return known;
    const seen = judge();
    this.known.set(row, seen);
    return seen;
  }

  article(row: ArticleRow): boolean {
    return this.remember(
      row,
      () =>
        row.status === 'PUBLISHED' && (row.embargoed_until === null || moment(row.embargoed_until) <= moment(this.now)),
    );
  }

  articleId(id: string): boolean {
    return this.tables.article.some((article) => article.id === id && this.article(article));
  }

  version(row: VersionRow): boolean {
    return this.remember(row, () =>
      this.tables.article.some(
        (article) => article.id === row.article_id && article.version === row.number && this.article(article),
      ),
    );
  }

  quote(row: QuoteRow): boolean {
    return this.remember(
      row,
      () =>
        this.articleId(row.article_id) &&
        row.review_status !== 'REJECTED' &&
        ['ANCHORED', 'MOVED'].includes(row.anchor_state),
    );
  }

  /** Images, corrections and filings are seen with their article. */
  withArticle(row: { readonly article_id: string }): boolean {
    return this.remember(row, () => this.articleId(row.article_id));
  }

  mention(row: MentionRow): boolean {
    return this.remember(row, () => this.articleId(row.article_id) && row.review_status !== 'REJECTED');
  }

  role(row: RoleRow): boolean {
    return this.remember(row, () => row.article_id === null || this.articleId(row.article_id));
  }

  subject(row: SubjectRow): boolean {
    return this.remember(
      row,
      () =>
        row.listed ||
        this.tables.article_subject.some((filing) => filing.subject_id === row.id && this.withArticle(filing)),
    );
  }

  person(row: PersonRow): boolean {
    return this.remember(row, () => {
      const images = this.tables.image.filter((image) => this.withArticle(image));
      return (
        row.listed ||
        this.mentioned((mention) => mention.person_id === row.id) ||
        this.quoted((quote) => quote.speaker_person_id === row.id) ||
        images.some((image) => image.photographer_id === row.id) ||
        this.tables.image_person.some(
          (shown) => shown.person_id === row.id && images.some((image) => image.id === shown.image_id),
        )
      );
    });
  }

  organization(row: OrganizationRow): boolean {
    return this.remember(row, () =>
      withAllParts(row, this.tables.organization).some((part) => this.organizationItself(part)),
    );
  }

  place(row: PlaceRow): boolean {
    return this.remember(row, () => withAllParts(row, this.tables.place).some((part) => this.placeItself(part)));
  }

  private organizationItself(row: OrganizationRow): boolean {
    return (
      row.listed ||
      this.mentioned((mention) => mention.organization_id === row.id) ||
      this.quoted((quote) => quote.speaker_organization_id === row.id) ||
      this.tables.article.some((article) => article.source_id === row.id && this.article(article))
    );
  }

  private placeItself(row: PlaceRow): boolean {
    return (
      row.listed ||
      this.mentioned((mention) => mention.place_id === row.id) ||
      this.quoted((quote) => quote.said_in_id === row.id) ||
      this.tables.article.some((article) => article.located_id === row.id && this.article(article)) ||
      this.tables.image.some((image) => image.located_id === row.id && this.withArticle(image))
    );
  }

  private mentioned(of: (mention: MentionRow) => boolean): boolean {
    return this.tables.mention.some((mention) => of(mention) && this.mention(mention));
  }

  private quoted(of: (quote: QuoteRow) => boolean): boolean {
    return this.tables.quote.some((quote) => of(quote) && this.quote(quote));
  }
}

/** The row and everything below it: all whose chain of parents contains it. */
function withAllParts<T extends { readonly id: string; readonly parent_id: string | null }>(
  top: T,
  rows: readonly T[],
): T[] {
  const found: T[] = [top];
  for (const one of found) {
    found.push(...rows.filter((row) => row.parent_id === one.id && !found.includes(row)));
  }
  return found;
}
