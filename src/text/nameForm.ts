/** Characters without any width or shape: nobody sees them, so they make no other name. */
const invisible = /\u00ad|\u034f|\u061c|\u180e|\u200b|[\u200e\u200f]|[\u2060-\u2064]|\ufeff/gu;

/** A name in the one form in which names are kept: NFC, one blank between words, nothing invisible. */
export function nameForm(name: string): string {
  return name.replace(invisible, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
}
