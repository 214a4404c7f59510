import { GraphQLError, Kind, parse } from 'graphql';
import { RequestErrors } from '../../errors/requestError';
import type { Preparer } from '../apollo';
import { guardDocument } from '../guard';
import { fingerprintOf } from '../queryFingerprint';

/** What is wrong with a document, whichever of its operations is asked for: sentences, none where nothing is. */
export async function mistakesInDocument(preparer: Preparer, text: string): Promise<readonly string[]> {
  try {
    guardDocument(text, fingerprintOf(text).tokens);
    for (const operationName of operationsIn(text))
      await preparer.prepare({ query: text, operationName, variables: undefined }, { readOnly: false, literals: null });
    return [];
  } catch (error) {
    if (error instanceof RequestErrors) return error.errors.map(({ message }) => message);
    if (error instanceof GraphQLError) return [error.message];
    throw error;
  }
}

/** The names of a document's operations; that of none stands for a document without any, too. */
function operationsIn(text: string): readonly (string | undefined)[] {
  const names = parse(text).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  );
  return names.length > 0 ? names : [undefined];
}
