import { getDirectiveValues, type GraphQLSchema } from 'graphql';
import { Refused } from './checks';
import type { Viewer } from './context';
import { rootFields, type Asked } from './refusals';

const roles: readonly Viewer['role'][] = ['READER', 'EDITOR', 'ADMIN'];

/** Whether a viewer has the role that a root field takes, by its @access in the contract. */
export function mayUse(schema: GraphQLSchema, field: string, viewer: Viewer): boolean {
  const node = schema.getQueryType()?.getFields()[field]?.astNode;
  const directive = schema.getDirective('access');
  const needed = node && directive ? getDirectiveValues(directive, node)?.role : undefined;
  return roles.indexOf(viewer.role) >= roles.indexOf((needed as Viewer['role'] | undefined) ?? 'READER');
}

/**
 * Refuses the whole operation to those who may not use one of its root fields, whatever else may be wrong with it.
 * @throws Refused
 */
export function refuseAccess(asked: Asked, viewer: Viewer): void {
  if (rootFields(asked).every((field) => mayUse(asked.schema, field, viewer))) return;
  throw new Refused(viewer.name === null ? 'UNAUTHENTICATED' : 'FORBIDDEN', 'Not with this role.');
}
