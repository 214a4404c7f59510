import { type GraphQLSchema, isInputObjectType, isObjectType } from 'graphql';
import type { Model } from './model';

/** Types that connections, the writer and the reader itself answer, not the model. */
const READ_ELSEWHERE = /(Connection|Edge|Payload)$|^(PageInfo|Viewer|Mutation)$/;

/**
 * Compares the model with the contract: each field and filter must be read by something, and nothing else may be there.
 * @returns one sentence for each gap; empty when they agree
 */
export function modelGaps(schema: GraphQLSchema, model: Model): string[] {
  const gaps: string[] = [];
  const compare = (what: string, wanted: readonly string[], there: readonly string[]): void => {
    for (const name of wanted)
      if (!there.includes(name)) gaps.push(`${what}.${name} is in schema.graphql, but nothing reads it.`);
    for (const name of there)
      if (!wanted.includes(name)) gaps.push(`${what}.${name} is read, but is not in schema.graphql.`);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || READ_ELSEWHERE.test(type.name)) continue;
    const wanted = Object.keys(type.getFields()).filter(
      (name) => !(type === schema.getQueryType() && name === 'viewer'),
    );
    compare(type.name, wanted, Object.keys(model[type.name]?.fields ?? {}));
    const filter = schema.getType(`${type.name}Filter`);
    if (isInputObjectType(filter)) {
      compare(filter.name, Object.keys(filter.getFields()), Object.keys(model[type.name]?.filters ?? {}));
    }
  }
  return gaps;
}
