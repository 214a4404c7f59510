import { checkAccess } from '../auth/access';
import type { QueryDocument } from './document';
import { compilePlan, type Plan } from './plan';
import type { ReaderDependencies } from './reader';
import { audienceOf } from '../auth/audience';
import type { ExecutionContext } from './executionContext';
import { SegmentedLru } from './segmentedLru';
import { shaping } from './variables';

/** How many plans are kept. One is a few kilobytes; an operation has one for each audience and shape of its variables. */
const MAX_PLANS = 2000;
/** How long their statements may be together, in characters. The longest take a hundred thousand. */
const MAX_PLANS_SIZE = 16_000_000;

/**
 * The plan of a query for this execution, made where it is not kept.
 * @throws GraphQLError for arguments that are wrong, and as checkAccess does
 */
export type PlanFor = (execution: ExecutionContext) => Plan;

/**
 * Keeps plans for as long as it lives; those that were asked for once only go first.
 * @returns what finds the plans of a query. `key` tells queries apart: each has its own
 */
export function planCache({
  schema,
  model,
  costLimit,
  tracked = false,
}: Omit<ReaderDependencies, 'reads'>): (key: number, query: QueryDocument) => PlanFor {
  const plans = new SegmentedLru<Plan>({
    max: MAX_PLANS,
    maxSize: MAX_PLANS_SIZE,
    sizeOf: ({ statement }, key) => key.length + (statement?.text.length ?? 0) + 1,
  });
  return (key, query) => {
    const { keyOf, shapeOf } = shaping(schema, query.operation.variableDefinitions ?? []);
    return ({ variables: given, viewer }) => {
      const audience = audienceOf(viewer);
      const planKey = `${key} ${audience}${keyOf(given)}`;
      const admit = (field: Plan['restricted'][number]): void => checkAccess(schema, field, viewer);
      const kept = plans.get(planKey);
      if (kept) {
        for (const field of kept.restricted) admit(field);
        return kept;
      }
      const context = { schema, fragments: query.fragments, variables: shapeOf(given) };
      const plan = compilePlan(query, context, model, { audience, costLimit, tracked }, admit);
      plans.set(planKey, plan);
      return plan;
    };
  };
}
