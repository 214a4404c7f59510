import { readFileSync } from 'node:fs';
import { extract } from '../../src/extraction/extract';
import { type EntityKind } from '../../src/extraction/extraction';
import { cutStory } from '../../src/extraction/story/cutStory';

const { entities } = extract(cutStory(readFileSync('prisma/seed/rubio-mexico-cartels.txt', 'utf8')));

/** The names of a kind, in small letters (a dateline is printed in capitals), sorted. */
function named(kind: EntityKind): string[] {
  return entities
    .filter((entity) => entity.kind === kind)
    .map(({ name }) => name.toLowerCase())
    .sort();
}

describe('what a careful reader of the sample article names', () => {
  test('its people, with their titles, and nobody else', () => {
    expect(named('PERSON')).toEqual(['andrej ivanov', 'carlos manzo', 'marco rubio', 'melanie joly']);
    const titles = Object.fromEntries(entities.map(({ name, titles: said }) => [name, said]));
    expect(titles['Marco Rubio']).toContain('U.S. Secretary of State');
    expect(titles['Melanie Joly']).toEqual(['Minister of Foreign Affairs of Canada']);
    expect(titles['Carlos Manzo']).toEqual(['Uruapan Mayor']);
  });

  test('its places, and no other', () => {
    expect(named('PLACE')).toEqual([
      ...[
        'britain',
        'canada',
        'fairmont manoir richelieu',
        'france',
        'germany',
        'italy',
        'japan',
        'la malbaie',
        'mexico',
      ],
      ...['san diego', 'united states', 'uruapan'],
    ]);
    const places = Object.fromEntries(entities.map(({ name, place }) => [name.toLowerCase(), place]));
    expect(places['san diego']).toEqual({ kind: 'CITY', countryCode: 'US' });
    expect(places['la malbaie']).toEqual({ kind: 'CITY', countryCode: 'CA' });
    expect(places['uruapan']).toEqual({ kind: 'CITY', countryCode: 'MX' });
    expect(places['fairmont manoir richelieu']!.kind).toBe('VENUE');
  });

  test('its organizations, and no other', () => {
    expect(named('ORGANIZATION')).toEqual([
      ...['border report', 'getty images', 'group of seven', 'mexican government', 'newsnation', 'u.s. government'],
    ]);
    expect(entities.find(({ name }) => name === 'Group of Seven')!.otherNames).toEqual(['G7']);
  });

  test('the U.S. Secretary of State is Marco Rubio', () => {
    const { mentions } = entities.find(({ name }) => name === 'Marco Rubio')!;
    expect(mentions.filter(({ form }) => form === 'TITLE').map(({ text }) => text)).toEqual([
      'The U.S. Secretary of State',
    ]);
  });
});
