import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** A stretch of a text that annotators gave to an entity, in UTF-16 units. */
export interface GumMention {
  readonly entity: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** A proper noun stands in it. */
  readonly isNamed: boolean;
}

export interface GumText {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly GumMention[];
  /** The pronouns of the third person that stand for one man or woman. */
  readonly pronouns: readonly { readonly start: number; readonly end: number }[];
}

const singular = /^(?:he|him|his|himself|she|her|hers|herself)$/i;

/** Reads GUM's news texts with their coreference. */
export function readGumNews(folder: string): GumText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => readText(file, readFileSync(path.join(folder, file), 'utf8')));
}

function readText(id: string, conllu: string): GumText {
  let text = '';
  const mentions: GumMention[] = [];
  const pronouns: { start: number; end: number }[] = [];
  const open: OpenMention[] = [];
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newpar') && !line.startsWith('# newpar_')) text = text.trimEnd() + (text ? '\n\n' : '');
    const [number, form, , universal, , , , , , misc] = line.split('\t');
    if (misc === undefined || !/^\d+$/.test(number!)) continue;
    const start = text.length;
    const end = start + form!.length;
    text += form! + (misc.includes('SpaceAfter=No') ? '' : ' ');
    if (universal === 'PRON' && singular.test(form!)) pronouns.push({ start, end });
    const pieces = (/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '').match(/\([^()]*\)?|[^()]+\)/g) ?? [];
    const begun = pieces.filter((each) => each.startsWith('(')).map((piece) => piece.slice(1).split('-'));
    open.push(...begun.map(([entity, type]) => ({ entity: entity!, type: type!, start, isNamed: false })));
    if (universal === 'PROPN') for (const mention of open) mention.isNamed = true;
    mentions.push(...closed(open, pieces, end));
  }
  return { id, text: text.trimEnd(), mentions, pronouns };
}

interface OpenMention {
  readonly entity: string;
  readonly type: string;
  readonly start: number;
  isNamed: boolean;
}

/** Takes the mentions that a word ends off the open ones. */
function closed(open: OpenMention[], pieces: readonly string[], end: number): GumMention[] {
  return pieces
    .filter((each) => each.endsWith(')'))
    .flatMap((piece) => {
      const entity = /\d+/.exec(piece)?.[0];
      const at = open.findLastIndex((mention) => mention.entity === entity);
      return at < 0 ? [] : [{ ...open.splice(at, 1)[0]!, end }];
    });
}
