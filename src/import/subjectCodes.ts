import { nameForm } from '../text/nameForm';
import type { ItemSubject } from './item';

/** IPTC's Media Topics, however their codes are written: "medtop:20000337", "http://cv.iptc.org/newscodes/mediatopic/20000337". */
const mediaTopic = /^(?:medtop[:/]|https?:\/\/cv\.iptc\.org\/newscodes\/mediatopic\/(?:medtop[:/])?)(\d{8})$/i;

/** A topic as an item names it: with a code, or with its name only. */
export interface GivenSubject {
  readonly name?: string | null | undefined;
  readonly code?: string | null | undefined;
  /** The vocabulary that the code is of, by its address or name. */
  readonly scheme?: string | null | undefined;
  readonly uri?: string | null | undefined;
}

/** A topic as it is stored: a Media Topic under its one code, one without a code under its name. None where it has neither. */
export function subjectOf({ name, code, scheme, uri }: GivenSubject): ItemSubject[] {
  const called = nameForm(name ?? '');
  const isMediaTopic = /mediatopic|medtop/i.test(scheme ?? '') && /^\d{8}$/.test(code ?? '');
  const given = uri ?? (isMediaTopic ? `medtop:${code}` : withScheme(code, scheme));
  if (given) {
    const topic = mediaTopic.exec(given)?.[1];
    const id = topic === undefined ? given : `medtop:${topic}`;
    return [{ code: id, name: called || id }];
  }
  return called === '' ? [] : [{ code: `name:${called.toLowerCase()}`, name: called }];
}

function withScheme(code: string | null | undefined, scheme: string | null | undefined): string | null {
  if (!code) return null;
  if (scheme) return mediaTopic.test(code) ? code : `${scheme}${code}`;
  return code.includes(':') ? code : null;
}
