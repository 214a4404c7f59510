import type { Random } from '../../world/random';
import { soughtWords } from '../../world/words';
import type { Knowledge } from '../context';
import { globalId, type NodeType } from '../ids';
import type { Named } from '../refs';
import { type ArticleRow, type EntityRow, isWithdrawal } from '../rows';

/** Values to ask with: mostly such that something is found. */
export class Pools {
  private readonly texts: readonly string[];

  constructor(
    private readonly knowledge: Knowledge,
    private readonly random: Random,
  ) {
    // Few different texts: for each, the server's order is asked once.
    this.texts = Array.from({ length: 24 }, () => soughtWords(random));
  }

  private rows(type: NodeType): readonly { readonly id: string }[] {
    const { tables } = this.knowledge;
    const rows: Readonly<Record<NodeType, readonly { readonly id: string }[]>> = {
      Article: tables.article,
      ArticleVersion: tables.article_version,
      Image: tables.image,
      Correction: tables.correction.filter((row) => !isWithdrawal(row)),
      Withdrawal: tables.correction.filter(isWithdrawal),
      Subject: tables.subject,
      Person: tables.person,
      Organization: tables.organization,
      Place: tables.place,
      Mention: tables.mention,
      Quote: tables.quote,
      AuditEntry: tables.audit_entry,
      ApiKey: tables.api_key,
    };
    return rows[type];
  }

  /** The id of a record, seldom of one that nobody knows. */
  id(...types: readonly NodeType[]): string {
    const type = this.random.pick(types);
    if (this.random.chance(0.06)) return globalId(type, this.random.uuid());
    const merged = this.knowledge.tables.merged_record.filter(({ kind }) => kind === type.toLowerCase());
    const rows = merged.length > 0 && this.random.chance(0.35) ? merged : this.rows(type);
    return rows.length === 0 ? globalId(type, this.random.uuid()) : globalId(type, this.random.pick(rows).id);
  }

  anyId(): string {
    return this.id(
      'Article',
      'Article',
      'ArticleVersion',
      'Image',
      'Correction',
      'Subject',
      'Person',
      'Organization',
      'Place',
      'Mention',
      'Quote',
      'Quote',
      'AuditEntry',
      'ApiKey',
    );
  }

  /** The id of a record that the audit trail speaks of, seldom of another. */
  recordId(): string {
    const { audit_entry: entries } = this.knowledge.tables;
    if (entries.length === 0 || this.random.chance(0.1)) return this.anyId();
    const { record_kind: kind, record_id: id } = this.random.pick(entries);
    return `${kind}_${id}`;
  }

  /** The id of an article that was withdrawn, now and then of another. */
  withdrawnId(): string {
    return this.random.chance(0.2) ? this.id('Article') : globalId('Article', this.withdrawn().id);
  }

  private withdrawn(): ArticleRow {
    const { article } = this.knowledge.tables;
    const withdrawn = article.filter(({ status }) => status === 'WITHDRAWN');
    return this.random.pick(withdrawn.length > 0 ? withdrawn : article);
  }

  private entities(type: EntityRow['type']): readonly EntityRow[] {
    const { person, organization, place } = this.knowledge.tables;
    return type === 'Person' ? person : type === 'Organization' ? organization : place;
  }

  /** A reference to a record of that type; `withdrawn` to an article that was withdrawn. */
  ref(type: Named, withdrawn = false): Record<string, unknown> {
    const { random } = this;
    const field = withdrawn ? 'withdrawal' : type.toLowerCase();
    if (type === 'Subject') return random.chance(0.5) ? { id: this.id(type) } : { code: this.key(field, 'code') };
    if (type === 'Article') {
      const key = random.pick(['id', 'slug', 'uri'] as const);
      return { [key]: key === 'id' ? (withdrawn ? this.withdrawnId() : this.id(type)) : this.key(field, key) };
    }
    const key = random.pick(['id', 'slug', 'externalId'] as const);
    if (key === 'externalId') return { externalId: this.externalId() };
    return { [key]: key === 'id' ? this.id(type) : this.key(field, key) };
  }

  /** A reference to a speaker. */
  speakerRef(): Record<string, unknown> {
    const type = this.random.pick(['Person', 'Organization'] as const);
    if (this.random.chance(0.5)) return { id: this.id(type) };
    return { [type.toLowerCase()]: this.ref(type) };
  }

  /** A key other than the id: slug, uri or code. */
  key(field: string, key: string): string {
    const { tables } = this.knowledge;
    if (this.random.chance(0.06)) return 'no such thing';
    if (field === 'subject') return this.random.pick(tables.subject).code;
    if (field === 'article' || field === 'withdrawal') {
      const article = field === 'article' ? this.random.pick(tables.article) : this.withdrawn();
      return key === 'uri' ? (article.uri ?? 'urn:none') : article.slug;
    }
    const types = { person: 'Person', organization: 'Organization', place: 'Place' } as const;
    const former = tables.former_slug.filter(({ kind }) => kind === field);
    if (former.length > 0 && this.random.chance(0.25)) return this.random.pick(former).slug;
    return this.random.pick(this.entities(types[field as keyof typeof types])).slug;
  }

  text(): string {
    return this.random.pick(this.texts);
  }

  /** A name as it is, or misspelt, or a beginning of it. */
  name(type: EntityRow['type']): string {
    const row = this.entities(type)[this.random.int(0, 5)];
    const name = row ? this.random.pick([row.name, ...row.aliases]) : 'Nobody';
    const kind = this.random.int(0, 3);
    const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
    const points = [...plain];
    const [start, misspelt] = [points.slice(0, 5).join(''), points.filter((_, place) => place !== 3).join('')];
    return [name, plain.toUpperCase(), start, misspelt][kind] ?? name;
  }

  beginning(type: EntityRow['type']): string {
    const row = this.random.pick(this.entities(type));
    const name = this.random.pick([row.name, ...row.aliases]);
    const start = [...name].slice(0, this.random.int(1, 4)).join('');
    return this.random.pick([start, start, start.toUpperCase(), '%', '_', '\\', '']);
  }

  alias(type: EntityRow['type']): string {
    const row = this.random.pick(this.entities(type));
    const alias = this.random.pick([...row.aliases, row.name]);
    return this.random.pick([alias, alias.toLowerCase(), alias.normalize('NFD').replace(/\p{M}/gu, '')]);
  }

  externalId(): { scheme: string; value: string } {
    const { scheme, value } = this.random.pick(this.knowledge.tables.external_id);
    return { scheme, value: this.random.chance(0.9) ? value : 'Q0' };
  }

  /** A moment near those of the world, in some time zone. */
  moment(): string {
    const near = this.random.pick([
      '2025-03-13T12:34:56.789Z',
      '2025-03-13T12:34:56.790Z',
      '2024-02-29T23:59:59.999Z',
      '1900-01-01T00:00:00Z',
      '2026-01-01T00:00:00.5Z',
    ]);
    const hours = this.random.int(-12, 14);
    if (this.random.chance(0.5)) return near;
    const local = new Date(Date.parse(near) + hours * 3600_000).toISOString().slice(0, -1);
    return `${local}${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
  }

  day(): string {
    return this.random.pick(['2025-03-12', '2025-03-13', '2025-03-14', '2000-01-01']);
  }

  language(): string {
    if (!this.random.chance(0.9)) return 'zz';
    const { language } = this.random.pick(this.knowledge.tables.article);
    return this.random.chance(0.3) ? language.toUpperCase() : language;
  }

  cursor(order: string): string | undefined {
    const cursors = this.knowledge.book.of(order);
    return cursors.length > 0 ? this.random.pick(cursors) : undefined;
  }

  /** A cursor of quite another list. */
  foreignCursor(order: string): string {
    const others = this.knowledge.book
      .lists()
      .filter((other) => other.split(' ')[0] !== order.split(' ')[0] && !other.startsWith('Search'));
    return others.length > 0 ? (this.cursor(this.random.pick(others)) ?? 'none') : 'none';
  }
}
