import type { ArticleStatus } from '../generated/prisma/enums';
import type { UserErrors } from '../writing/userErrors';

/** What an editor can do with an article that is there; only a sender kills one that was never published. */
export type Step =
  | 'revise'
  | 'schedule'
  | 'unschedule'
  | 'publish'
  | 'correct'
  | 'unpublish'
  | 'withdraw'
  | 'withdrawForGood'
  | 'reinstate'
  | 'kill';

/** From which states each step leads on (the database keeps the same order of states). */
const from: Readonly<Record<Step, readonly ArticleStatus[]>> = {
  revise: ['DRAFT', 'SCHEDULED', 'PUBLISHED'],
  schedule: ['DRAFT', 'SCHEDULED'],
  unschedule: ['SCHEDULED'],
  publish: ['DRAFT', 'SCHEDULED'],
  correct: ['PUBLISHED'],
  unpublish: ['PUBLISHED'],
  withdraw: ['PUBLISHED'],
  withdrawForGood: ['PUBLISHED', 'WITHDRAWN'],
  reinstate: ['WITHDRAWN'],
  kill: ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'],
};

const done: Readonly<Record<Step, string>> = {
  revise: 'revised',
  schedule: 'scheduled',
  unschedule: 'made a draft again',
  publish: 'published',
  correct: 'corrected',
  unpublish: 'unpublished',
  withdraw: 'withdrawn',
  withdrawForGood: 'withdrawn',
  reinstate: 'reinstated',
  kill: 'withdrawn',
};

/** Notes a mistake where an article's status does not allow a step; the message says what the status is. */
export function checkStep(userErrors: UserErrors, step: Step, status: ArticleStatus, id: string): void {
  const allowed = from[step];
  if (allowed.includes(status)) return;
  const message = `The article is ${status}: only one that is ${allowed.join(' or ')} can be ${done[step]}.`;
  userErrors.add('WRONG_STATUS', 'id', message, { kind: 'article', id });
}

/** Whether the words that an article has are, or will be, before readers without another look at them. */
export function isOut(status: ArticleStatus): boolean {
  return status === 'PUBLISHED' || status === 'SCHEDULED';
}
