import { z } from 'zod';

/** A document of a list, under the name that clients give it. */
export interface ListedDocument {
  readonly id: string;
  readonly text: string;
}

const apolloFormat = 'apollo-persisted-query-manifest';

/** As Apollo's generate-persisted-query-manifest writes it. */
const apolloManifest = z.object({
  format: z.literal(apolloFormat),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
});

/** As Relay's compiler and GraphQL Code Generator's client preset write it: names and texts. */
const plainList = z.record(z.string().min(1), z.string());

/**
 * The documents of a list, by its JSON value.
 * @returns null where it has none of the two forms
 */
export function documentsOf(value: unknown): readonly ListedDocument[] | null {
  const apollo = apolloManifest.safeParse(value);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => ({ id, text: body }));
  const plain = plainList.safeParse(value);
  if (!plain.success || plain.data.format === apolloFormat) return null;
  return Object.entries(plain.data).map(([id, text]) => ({ id, text }));
}
