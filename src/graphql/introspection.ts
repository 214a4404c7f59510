import { type ValidationRule } from 'graphql';
import { clientError } from '../errors/errorCodes';

/** Refuses questions about the schema, for operators who switched them off. `__typename` is no such question. */
export const NoIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    context.reportError(
      clientError('INTROSPECTION_DISABLED', 'The operator of this server has switched introspection off.'),
    );
  },
});

/** A message without graphql-js' proposals, which would tell names of the schema. */
export function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean (.+?)\?$/s, '');
}
