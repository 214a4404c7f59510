/** Catalogues whose ids stand in addresses: the scheme that ids have here, and what their addresses look like. */
const catalogues = [
  ['wikidata', /^https?:\/\/(?:www\.)?wikidata\.org\/(?:entity|wiki)\/(Q\d+)$/],
  ['viaf', /^https?:\/\/(?:www\.)?viaf\.org\/viaf\/(\d+)\/?$/],
  ['isni', /^https?:\/\/(?:www\.)?isni\.org\/(?:isni\/)?(\d{15}[\dX])$/],
  ['geonames', /^https?:\/\/(?:www|sws)\.geonames\.org\/(\d+)(?:\/.*)?$/],
] as const;

/** A concept as standards name it: by its address, or by a vocabulary's address and a code in it. */
interface Addressed {
  readonly uri?: string | undefined;
  readonly scheme?: string | undefined;
  readonly code?: string | undefined;
}

/** The id that a concept has in a catalogue known here; none where its address is of another sort. */
export function catalogueIdOf(concept: Addressed): { scheme: string; value: string }[] {
  const address = addressOf(concept);
  return catalogues.flatMap(([scheme, pattern]) => {
    const value = pattern.exec(address)?.[1];
    return value === undefined ? [] : { scheme, value };
  });
}

/** COUNTRY where the address is one of ISO 3166-1's codes as IPTC lists them, null where it tells nothing. */
export function countryIn(concept: Addressed): 'COUNTRY' | null {
  return /\/iso3166-1a[23]\/[a-z]{2,3}$/i.test(addressOf(concept)) ? 'COUNTRY' : null;
}

function addressOf({ uri, scheme, code }: Addressed): string {
  return uri ?? `${scheme ?? ''}${code ?? ''}`;
}
