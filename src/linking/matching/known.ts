import type { EntityName } from '../../entities/kind';
import type { PlaceKind } from '../../generated/prisma/enums';

/** What matching knows of a person, an organization or a place that has a record, or is about to get one. */
export interface KnownEntity {
  readonly id: string;
  readonly kind: EntityName;
  /** The name it is best known by, as the database's name_key() writes it. */
  readonly nameKey: string;
  /** All its names, so written. */
  readonly nameKeys: readonly string[];
  /** What a person is or was: titles, and the description. */
  readonly titles: readonly string[];
  readonly placeKind: PlaceKind | null;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string | null;
}

/** By kind, names as name_key() writes them. */
export type CrowdedKeys = Readonly<Record<EntityName, ReadonlySet<string>>>;

/** The known entities, by what a text may call them. */
export class KnownEntities {
  private readonly byKey = new Map<string, KnownEntity[]>();
  private readonly ids = new Set<string>();

  /** @param crowded by kind, the names that more records share than were loaded: nobody can be told from so many */
  constructor(
    entities: Iterable<KnownEntity>,
    private readonly tooManyCandidates: CrowdedKeys,
  ) {
    for (const entity of entities) this.add(entity);
  }

  /** Whether so many have one of these names that not all of them are known here. */
  isCrowded(kind: EntityName, keys: readonly string[]): boolean {
    return keys.some((key) => this.tooManyCandidates[kind].has(key));
  }

  /** Makes one known; one that is known already stays as it is. */
  add(entity: KnownEntity): void {
    if (this.ids.has(entity.id)) return;
    this.ids.add(entity.id);
    const keys = new Set(entity.nameKeys.map((key) => `${entity.kind} ${key}`));
    if (entity.kind === 'person') {
      for (const key of entity.nameKeys) keys.add(`surname ${surnameIn(key)}`);
    }
    if (entity.placeKind === 'COUNTRY' && entity.countryCode !== null) keys.add(`country ${entity.countryCode}`);
    for (const key of keys) {
      const others = this.byKey.get(key);
      if (others) others.push(entity);
      else this.byKey.set(key, [entity]);
    }
  }

  /** Those of a kind that have one of these names. */
  named(kind: EntityName, keys: readonly string[]): KnownEntity[] {
    return [...new Set(keys.flatMap((key) => this.byKey.get(`${kind} ${key}`) ?? []))];
  }

  /** The people of whom some name ends in this word. */
  surnamed(key: string): readonly KnownEntity[] {
    return this.byKey.get(`surname ${key}`) ?? [];
  }

  /** The countries that have this code. */
  countries(code: string): readonly KnownEntity[] {
    return this.byKey.get(`country ${code}`) ?? [];
  }
}

/** The last word of a name. */
export function surnameIn(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}
