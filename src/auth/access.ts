import { getDirectiveValues, type GraphQLField, type GraphQLSchema, GraphQLError, isObjectType } from 'graphql';
import { clientError } from '../errors/errorCodes';
import type { Viewer } from './audience';

const RANK = { READER: 0, EDITOR: 1, ADMIN: 2 } as const;

/** The role that a field takes at the least, by its @access in the contract. */
export function roleFor(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>): Viewer['role'] {
  const directive = schema.getDirective('access');
  const values = directive && field.astNode ? getDirectiveValues(directive, field.astNode) : undefined;
  return (values?.role as Viewer['role'] | undefined) ?? 'READER';
}

/**
 * Where the contract's @access says too little, or what nobody would heed: a mutation that does not say who may use it is open
 * to nobody, and only root fields are looked at.
 * @returns one sentence for each place
 */
export function accessGaps(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const gaps: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const says = field.astNode?.directives?.some(({ name }) => name.value === 'access') ?? false;
      if (type === schema.getMutationType() && !says) gaps.push(`Mutation.${field.name} has no @access.`);
      if (!roots.includes(type) && says) gaps.push(`${type.name}.${field.name} has an @access that nothing checks.`);
    }
  }
  return gaps;
}

/** A key was shown, and its role does not allow a field. */
export class RefusedByRole extends GraphQLError {
  constructor(
    message: string,
    /** The root field. */
    readonly field: string,
    readonly viewer: Viewer,
  ) {
    super(message, { extensions: { code: 'FORBIDDEN' } });
  }
}

/**
 * Refuses a viewer who may not use a field.
 * @throws GraphQLError UNAUTHENTICATED for those who showed no key, RefusedByRole (FORBIDDEN) for those whose key is not enough
 */
export function checkAccess(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, viewer: Viewer): void {
  const role = roleFor(schema, field);
  if (RANK[viewer.role] >= RANK[role]) return;
  if (viewer.name !== null) {
    const message = `${field.name} needs the role ${role}; this API key has ${viewer.role}.`;
    throw new RefusedByRole(message, field.name, viewer);
  }
  throw clientError(
    'UNAUTHENTICATED',
    `${field.name} needs an API key of the role ${role}: send it as "Authorization: Bearer <key>".`,
  );
}
