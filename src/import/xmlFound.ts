import type { XmlElement } from './xmlTree';

/** An XML text that can't be read on; what was read before it stands. */
export class XmlProblem extends Error {
  override readonly name = 'XmlProblem';
  constructor(
    readonly line: number,
    message: string,
    /** Whether nothing behind it is read either. */
    readonly isFinal = false,
  ) {
    super(message);
  }
}

/** The end of an element that was read behind a fault: the next one needs a parser of its own. */
export class Ended extends XmlProblem {}

/** What stands around the elements: the root, and what it and its channel say of all. */
export interface Around {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of a feed: its title, link, language and id, as far as they come before the element. */
  readonly feed: Readonly<Record<string, string>>;
}

/** An element that was looked for; or one that can't be read, after which the next ones can. */
export type FoundElement =
  | { readonly element: XmlElement; readonly line: number; readonly root: Around }
  | { readonly problem: string; readonly line: number };
