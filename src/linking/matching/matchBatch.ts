import { newId } from '../../data/newId';
import type { FoundEntity } from '../../extraction/extraction';
import { entityNames, type ExtractedArticle, oneLine } from '../extractedArticle';
import { CoOccurrence } from './coOccurrence';
import { type Decision, type Named, type Surroundings, uncertain } from './decision';
import { type CrowdedKeys, KnownEntities, type KnownEntity } from './known';
import { aliasesOf, namesOf, recordName } from './names';
import { decideOrganization } from './organizations';
import { decidePerson } from './people';
import { decidePlace } from './places';

/** What is less likely than this gets no new record. That there is a record of its name makes any name likelier. */
export const leastConfidence = 0.5;

/** An entity that gets a record, and the article that brings it. */
export interface NewEntity {
  readonly id: string;
  readonly found: FoundEntity;
  readonly name: string;
  /** Other names, where readers may see the article that prints them. */
  readonly aliases: readonly string[];
  readonly articleId: string;
}

/** Which record each entity of an article is; null where it has none. In the order of `extraction.entities`. */
export type Matched = readonly (MatchedEntity | null)[];

/** The record that an entity is. */
export interface MatchedEntity {
  readonly id: string;
  /** Whether this batch brings it. */
  readonly isNew: boolean;
  /** How likely that record is the one that is meant, given that the entity was found rightly: 0 to 1. */
  readonly match: number;
  /** Whether the article was tied to that record before: then it was said before how sure that is. */
  readonly tied: boolean;
}

/** What came of matching a batch, in its order. */
export interface MatchedBatch {
  readonly matched: readonly Matched[];
  readonly added: readonly NewEntity[];
  /** Those of whom it must be known in whose company they are spoken of. Where there are some, match again with that. */
  readonly missing: readonly KnownEntity[];
  /** The names that were left alone since more records share them than are looked at. */
  readonly tooManyCandidates: ReadonlySet<string>;
}

/** What matching starts from. */
export interface Knowledge {
  readonly entities: readonly KnownEntity[];
  /** By kind, the names that others have, too. */
  readonly tooManyCandidates: CrowdedKeys;
  /** What name_key() makes of each name in the batch. */
  readonly keys: ReadonlyMap<string, string>;
  /** By article, the ids of what it is tied to already. */
  readonly before: ReadonlyMap<string, ReadonlySet<string>>;
  /** By article, the ids of what an editor said that it does not speak of. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<string>>;
  /** By entity, whom stored articles speak of together with it. */
  readonly coOccurrence: ReadonlyMap<string, ReadonlySet<string>>;
  /** The articles that readers may see. */
  readonly visible: ReadonlySet<string>;
}

/** Matches the entities of articles one after the other, so that what one brings is known to the next. Writes nothing. */
export function matchBatch(batch: readonly ExtractedArticle[], knowledge: Knowledge): MatchedBatch {
  const known = new KnownEntities(knowledge.entities, knowledge.tooManyCandidates);
  const coOccurrence = new CoOccurrence(knowledge.coOccurrence);
  const added: NewEntity[] = [];
  const fresh = new Set<string>();
  const tooManyCandidates = new Set<string>();
  const matched = batch.map((article) => {
    const story = new StoryMatching(article, knowledge, known, coOccurrence, fresh);
    story.match();
    added.push(...story.added);
    for (const name of story.tooManyCandidates) tooManyCandidates.add(name);
    return story.matched;
  });
  return { matched, added, missing: [...coOccurrence.missing.values()], tooManyCandidates };
}

/** The matching of one article: first what its names tell alone, then the rest by what co-occurs with those. */
class StoryMatching {
  readonly matched: (MatchedEntity | null)[];
  readonly added: NewEntity[] = [];
  readonly tooManyCandidates: string[] = [];
  private readonly present = new Set<string>();

  constructor(
    private readonly article: ExtractedArticle,
    private readonly knowledge: Knowledge,
    private readonly known: KnownEntities,
    private readonly coOccurrence: CoOccurrence,
    /** The ids of those that the batch brings, so far. */
    private readonly fresh: Set<string>,
  ) {
    this.matched = article.extraction.entities.map(() => null);
  }

  /** Matches the article's entities, and notes what it speaks of together. */
  match(): void {
    const { article, known, coOccurrence } = this;
    const { entities } = article.extraction;
    const alone = { known, before: this.before, coOccurs: () => false };
    const withCoOccurrence = { ...alone, coOccurs: (one: KnownEntity) => coOccurrence.has(one, this.present) };
    const open: number[] = [];
    for (const index of entities.keys()) {
      const decision = this.decide(index, alone);
      // Where the name alone adds or leaves, co-occurrence may link.
      if (decision.outcome === 'LINK') this.follow(index, decision);
      else open.push(index);
    }
    for (const index of open) this.follow(index, this.decide(index, withCoOccurrence));
    coOccurrence.meet(this.present);
  }

  private readonly before: Surroundings['before'] = (candidates) => {
    const ids = this.knowledge.before.get(this.article.articleId);
    return ids ? candidates.filter(({ id }) => ids.has(id)) : [];
  };

  private decide(index: number, around: Surroundings): Decision {
    const found = this.article.extraction.entities[index]!;
    if (oneLine(found.name) === '') return uncertain;
    const decide = { PERSON: decidePerson, ORGANIZATION: decideOrganization, PLACE: decidePlace }[found.kind];
    const decision = decide(this.named(found), around);
    if (decision.outcome === 'ADD' && found.confidence < leastConfidence) return uncertain;
    const rejected = this.knowledge.rejected.get(this.article.articleId);
    return decision.outcome === 'LINK' && rejected?.has(decision.entity.id) ? uncertain : decision;
  }

  private named(found: FoundEntity): Named {
    const [key, ...others] = namesOf(found).map((name) => this.knowledge.keys.get(name)!);
    return { found, key: key!, keys: [key!, ...others] };
  }

  private follow(index: number, decision: Decision): void {
    const found = this.article.extraction.entities[index]!;
    if (decision.outcome === 'LEAVE') {
      if (decision.reason === 'CROWDED') this.tooManyCandidates.push(oneLine(found.name));
      return;
    }
    if (decision.outcome === 'LINK') {
      this.settle(index, decision.entity, decision.confidence);
      return;
    }
    const { articleId } = this.article;
    const name = recordName(found);
    const aliases = this.knowledge.visible.has(articleId) ? aliasesOf(found, name) : [];
    const id = newId();
    this.added.push({ id, found, name, aliases, articleId });
    const nameKeys = [name, ...aliases].map((one) => this.knowledge.keys.get(one)!);
    const entity: KnownEntity = {
      id,
      kind: entityNames[found.kind],
      nameKey: nameKeys[0]!,
      nameKeys,
      titles: found.titles,
      placeKind: found.kind === 'PLACE' ? placeKindOf(found) : null,
      countryCode: found.place?.countryCode ?? null,
    };
    this.known.add(entity);
    this.fresh.add(id);
    this.settle(index, entity, 1);
  }

  private settle(index: number, entity: KnownEntity, match: number): void {
    const tied = this.before([entity]).length > 0;
    this.matched[index] = { id: entity.id, isNew: this.fresh.has(entity.id), match, tied };
    // Everybody is spoken of together with some country.
    if (entity.placeKind !== 'COUNTRY') this.present.add(entity.id);
  }
}

/** What kind of place a record says it is. Where the text does not tell, some area: the least that a name on a map is. */
export function placeKindOf({ place }: FoundEntity) {
  return place?.kind ?? 'REGION';
}
