import { checkAccess } from '../auth/access';
import type { QueryDocument } from './document';
import { compilePlan, type Plan } from './plan';
import type { ReaderDependencies } from './reader';
import { audienceOf, type Run } from './run';
import { SegmentedLru } from './segmentedLru';
import { shapeKey } from './shape';
import { shapeOfVariables } from './variables';

/** How many plans are kept. One is a few kilobytes; an operation has one for each audience and shape of its variables. */
const MAX_PLANS = 2000;
/** How long their statements may be together, in characters. The longest take a hundred thousand. */
const MAX_PLANS_SIZE = 16_000_000;

/**
 * The plan of a query for this run, made where it is not kept.
 * @param key tells queries apart: each has its own
 * @throws GraphQLError for arguments that are wrong, and as checkAccess does
 */
export type PlanFor = (key: number, query: QueryDocument, run: Run) => Plan;

/** Keeps plans for as long as it lives; those that were asked for once only go first. */
export function keepPlans({ schema, model, traced }: Pick<ReaderDependencies, 'schema' | 'model' | 'traced'>): PlanFor {
  const plans = new SegmentedLru<Plan>({
    max: MAX_PLANS,
    maxSize: MAX_PLANS_SIZE,
    sizeOf: ({ statement }, key) => key.length + (statement?.text.length ?? 0) + 1,
  });
  return (key, query, run) => {
    const audience = audienceOf(run.viewer);
    const variables = shapeOfVariables(schema, query.operation, run.variables);
    const planKey = `${key} ${audience} ${shapeKey(variables)}`;
    const admit = (field: Plan['restricted'][number]): void => checkAccess(schema, field, run.viewer);
    const kept = plans.get(planKey);
    kept?.restricted.forEach(admit);
    if (kept) return kept;
    const plan = compilePlan(
      query,
      { schema, fragments: query.fragments, variables },
      model,
      { audience, traced },
      admit,
    );
    plans.set(planKey, plan);
    return plan;
  };
}
