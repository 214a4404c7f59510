import type { FoundEntity } from '../../extraction/extraction';
import { oneLine } from '../extractedArticle';

/** Every name by which an entity may be looked up, the fullest first, then that of its record. */
export function namesOf(found: FoundEntity): string[] {
  return [...new Set([found.name, ...found.otherNames, recordName(found)].map(oneLine))].filter((name) => name !== '');
}

/** The name that a new record gets: the fullest as printed; a country's as Unicode's CLDR has it, whatever it is called here. */
export function recordName({ name, place }: FoundEntity): string {
  if (place?.kind !== 'COUNTRY' || place.countryCode === null) return oneLine(name);
  return countryNames.of(place.countryCode) ?? oneLine(name);
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** The other names that a new record gets. A surname alone is no alias: it is many people's. */
export function aliasesOf(found: FoundEntity, name: string): string[] {
  const others = namesOf(found).filter((other) => other !== name);
  return found.kind === 'PERSON' ? others.filter((other) => other.includes(' ')) : others;
}
