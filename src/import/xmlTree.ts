import { elementText } from './paragraphs';

/** An element with all that it holds. Names that the formats here know are without prefixes; those of other vocabularies keep theirs. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** The elements of that name directly below one. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((one): one is XmlElement => typeof one !== 'string' && one.name === name);
}

/** The first element at the end of a path of names below one. */
export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((parent, name) => childrenNamed(parent, name)[0], element);
}

/** An attribute of the first element at the end of a path; null where there is none. */
export function attributeAt(
  element: XmlElement | undefined,
  attribute: string,
  ...names: readonly string[]
): string | null {
  return childAt(element, ...names)?.attributes[attribute] ?? null;
}

/** The words of the first element at the end of a path, as one line; null where there are none. */
export function lineAt(element: XmlElement | undefined, ...names: readonly string[]): string | null {
  return lineOf(childAt(element, ...names));
}

/** The first of some values that is there. */
export function firstOf<Value>(...values: readonly (Value | null | undefined)[]): Value | null {
  return values.find((value) => value != null) ?? null;
}

/** The first element of that name anywhere below one. */
export function descendant(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) {
    if (typeof child === 'string') continue;
    const found = child.name === name ? child : descendant(child, name);
    if (found) return found;
  }
  return undefined;
}

/** All words in an element, as one line; null where there are none. */
export function lineOf(element: XmlElement | undefined): string | null {
  const words = element ? elementText(element).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? null : words;
}

/** All text in an element, as it stands. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
