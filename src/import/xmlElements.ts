import { cleanXml } from './xmlCharacters';
import { Ended, type FoundElement } from './xmlFound';
import { Gathering } from './xmlGathering';

/** How much is parsed at a time: what stands behind a fault in it is parsed once more. */
const slice = 4096;

/**
 * The outermost elements with one of the names, each as soon as it ends, so that only one at a time is in memory. Entities are
 * those of XML and of HTML; what a document declares itself is neither expanded nor fetched: such a document is refused. Control
 * characters are left out. An element that is not well-formed is named, and reading goes on at the next one.
 * @param onRoot told the name of the root
 * @throws XmlProblem where nothing that is looked for can be read any more
 */
export async function* elementsNamed(
  text: AsyncIterable<string>,
  names: ReadonlySet<string>,
  onRoot: (name: string) => void = () => {},
): AsyncGenerator<FoundElement> {
  let gathering = new Gathering(names, onRoot, null);
  for await (const piece of cleanXml(text)) {
    let rest = piece;
    while (rest !== '') {
      const problem = gathering.write(rest.slice(0, slice));
      rest = rest.slice(slice);
      yield* gathering.taken();
      if (!problem) continue;
      if (!(problem instanceof Ended)) yield { problem: problem.message, line: gathering.line };
      const next = gathering.next();
      rest = next.text + rest;
      gathering = next.gathering;
    }
  }
  gathering.close();
  yield* gathering.taken();
}
