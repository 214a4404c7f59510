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

/** Names that everybody knows, of GraphQL itself. */
const everybodys = [
  'Int',
  'Float',
  'String',
  'Boolean',
  'ID',
  'Query',
  'Mutation',
  'Subscription',
  'true',
  'false',
  'null',
];

const names = /[_A-Za-z][_0-9A-Za-z]*/g;

/** The names in what a client sent: it knows them already. @param sent a text, or a value as JSON has it */
export function namesIn(sent: unknown): ReadonlySet<string> {
  const text = typeof sent === 'string' ? sent : JSON.stringify(sent).replace(/\\[bfnrt]/g, ' ');
  return new Set([...everybodys, ...(text.match(names) ?? [])]);
}

/**
 * A message of graphql-js without the names of the schema that the client did not send: they stand in quotation marks, or before
 * "cannot represent".
 */
export function withoutNames(message: string, sent: ReadonlySet<string>): string {
  const hide = (name: string): string => (sent.has(name) ? name : '…');
  return withoutSuggestions(message)
    .replace(/"[^"]*"/g, (quoted) => quoted.replace(names, hide))
    .replace(/\b([A-Z]\w*)(?= cannot represent\b)/g, hide)
    .replace(/^((?:Enum )?An? )(\w+)(?= must be )/, (_, start: string, name: string) => start + hide(name));
}
