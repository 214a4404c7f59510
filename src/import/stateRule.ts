import type { ArticleStatus } from '../generated/prisma/enums';
import { aheadOf, embargoOf } from './embargo';
import * as messages from './stateMessages';
import { type Order, orderOf, time, type VersionOf } from './versionOrder';

/** What a sender says of an item's state; UNTOLD where its format has no word for it, as a plain text. */
export type SenderStatus = 'PUBLISHED' | 'DRAFT' | 'WITHDRAWN' | 'UNTOLD';

/** What a sender says in one item, as far as it bears on its state. */
export interface Sent extends VersionOf {
  readonly status: SenderStatus;
  readonly embargoedUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly hasWords: boolean;
  readonly digest: Uint8Array;
}

/** What is stored under an item's uri. */
export interface Stored extends VersionOf {
  readonly status: ArticleStatus;
  readonly embargoedUntil: Date | null;
  /** The embargo that an import last brought; undefined where nobody knows. */
  readonly broughtEmbargo: Date | null | undefined;
  /** When an editor last set the status by hand. */
  readonly statusSetAt: Date | null;
  /** Of what an import last brought; null where an editor made the article. */
  readonly digest: Uint8Array | null;
  /** Whether it is withdrawn, and not for good. */
  readonly isRetracted: boolean;
}

/** A kill or a withhold that is remembered by the item's uri, whether or not an article has it. */
export interface Held extends VersionOf {
  readonly status: 'DRAFT' | 'WITHDRAWN';
  readonly digest: Uint8Array;
}

/** What the rule is told beside. */
export interface Circumstances {
  /** The database's clock. */
  readonly now: Date;
  /** Whether the same run had an item of this uri before. */
  readonly isAgain: boolean;
  /** Whether an editor wants everything as a draft, or what tells no state published. */
  readonly wish: 'DRAFT' | 'PUBLISHED' | null;
}

/** What becomes of an item, and what an editor is told: where a sender disagrees, and what was decided by doubt. */
export type Decision = { readonly warnings: readonly string[] } & (
  | {
      readonly effect: 'CREATED';
      readonly status: Exclude<ArticleStatus, 'SCHEDULED'>;
      readonly embargoedUntil: Date | null;
    }
  | {
      readonly effect: 'UPDATED';
      /** Whether its words and everything else come along, or its state alone. */
      readonly all: boolean;
      readonly status: ArticleStatus;
      readonly embargoedUntil: Date | null;
    }
  /** Nothing has its uri, and it has no words: its kill or withhold is remembered. */
  | { readonly effect: 'HELD' | 'UNCHANGED' }
  | { readonly effect: 'REFUSED'; readonly code: 'WRONG_STATUS' | 'DUPLICATE'; readonly message: string }
);

/**
 * The one rule for the state of what comes in. What is unsure is hidden: at a tie the more restrictive counts, a time to come is an
 * embargo, what an editor set by hand stays, and a kill always wins. Pure: it looks at nothing but what it is given.
 */
export function decide(sent: Sent, stored: Stored | null, held: Held | null, given: Circumstances): Decision {
  if (sent.status === 'WITHDRAWN') return killed(sent, stored, held);
  const order = held ? orderOf(sent, held) : 'LATER';
  if (held?.status === 'WITHDRAWN' && !stored) {
    return order === 'LATER' ? refused(messages.keptOut) : { effect: 'UNCHANGED', warnings: [messages.keptOut] };
  }
  // A later version that came in between has ended a withhold.
  const isOver = held && stored && orderOf(stored, held) === 'LATER';
  const isHeld = held?.status === 'DRAFT' && order !== 'LATER' && !isOver;
  const item = isHeld ? { ...sent, status: 'DRAFT' as const } : sent;
  return stored ? changed(item, stored, given) : created(item, given, isHeld ? [messages.withheldToo] : []);
}

/** Whether readers see an article of this state now. */
export function isVisible({ status, embargoedUntil }: Pick<Stored, 'status' | 'embargoedUntil'>, now: Date): boolean {
  return status === 'PUBLISHED' && (embargoedUntil === null || embargoedUntil <= now);
}

function killed(sent: Sent, stored: Stored | null, held: Held | null): Decision {
  const isKnown = held?.status === 'WITHDRAWN' && isSame(sent.digest, held.digest);
  if (!stored) {
    if (held?.status === 'WITHDRAWN') return unchanged;
    if (!sent.hasWords) return { effect: 'HELD', warnings: [messages.nothingToKill] };
    return { effect: 'CREATED', status: 'WITHDRAWN', embargoedUntil: sent.embargoedUntil, warnings: [] };
  }
  // An editor may have put it back since: the same kill once more is nothing new.
  if (isKnown || (stored.status === 'WITHDRAWN' && !stored.isRetracted)) return unchanged;
  return { effect: 'UPDATED', all: false, status: 'WITHDRAWN', embargoedUntil: stored.embargoedUntil, warnings: [] };
}

function created(sent: Sent, { now, wish }: Circumstances, warnings: readonly string[]): Decision {
  if (!sent.hasWords) return { effect: 'HELD', warnings: [messages.nothingToWithhold] };
  const status = wish === 'DRAFT' ? 'DRAFT' : statusGiven(sent, wish);
  const embargoedUntil = embargoOf(sent, now);
  const ahead =
    embargoedUntil !== sent.embargoedUntil && status === 'PUBLISHED' ? [messages.untilThen(embargoedUntil!)] : [];
  return { effect: 'CREATED', status, embargoedUntil, warnings: [...warnings, ...ahead] };
}

function statusGiven({ status }: Sent, wish: Circumstances['wish']): 'DRAFT' | 'PUBLISHED' {
  if (status === 'UNTOLD') return wish === 'PUBLISHED' ? 'PUBLISHED' : 'DRAFT';
  return status === 'PUBLISHED' ? 'PUBLISHED' : 'DRAFT';
}

function changed(sent: Sent, stored: Stored, given: Circumstances): Decision {
  const { now } = given;
  const order = orderOf(sent, stored);
  const early = withoutChange(sent, stored, order, given);
  if (early) return early;
  const { status, warnings, all } = statusAfter(sent, stored, order, given);
  if (!all) return { effect: 'UNCHANGED', warnings };
  const embargo = embargoAfter(sent, stored, order, now);
  const told = [...warnings, ...embargo.warnings];
  const state = { status, embargoedUntil: embargo.until };
  if (given.isAgain && order !== 'LATER') {
    if (isStricter(state, stored))
      return { effect: 'UPDATED', all: false, ...state, warnings: [...told, messages.stricter] };
    return { effect: 'REFUSED', code: 'DUPLICATE', message: messages.clash, warnings: [] };
  }
  const isSameState = status === stored.status && time(embargo.until) === time(stored.embargoedUntil);
  if (!sent.hasWords && isSameState) return { effect: 'UNCHANGED', warnings: told };
  return { effect: 'UPDATED', all: sent.hasWords, ...state, warnings: told };
}

/** What is decided before the item's state is looked at: what is known, withdrawn, older, or may not touch what is public. */
function withoutChange(sent: Sent, stored: Stored, order: Order, { now, wish }: Circumstances): Decision | null {
  const isWished = wish === 'PUBLISHED' && sent.status === 'UNTOLD' && stored.status === 'DRAFT' && !stored.statusSetAt;
  if (stored.digest && isSame(sent.digest, stored.digest) && !isWished) return unchanged;
  if (stored.status === 'WITHDRAWN') {
    if (order === 'LATER') return refused(messages.withdrawn);
    return { effect: 'UNCHANGED', warnings: order === 'TIE' ? [messages.withdrawn] : [] };
  }
  if (order === 'EARLIER') return unchanged;
  return sent.status === 'DRAFT' || stored.status === 'DRAFT' ? null : keptPublic(sent, stored, { now, wish });
}

/** Why an item may not change what is, or is to be, public. */
function keptPublic(sent: Sent, stored: Stored, { now, wish }: Pick<Circumstances, 'now' | 'wish'>): Decision | null {
  const ahead = isVisible(stored, now) ? aheadOf(sent, now) : null;
  if (ahead) return refused(messages.waits(ahead));
  if (wish === 'DRAFT') return refused(messages.draftOnly);
  return sent.status === 'UNTOLD' && wish !== 'PUBLISHED' ? refused(messages.untold) : null;
}

/** The status that an article gets; `all` is false where nothing of the item may be taken. */
function statusAfter(sent: Sent, stored: Stored, order: Order, { now, wish }: Circumstances) {
  const stays = (warning: string, all = true) => ({ status: stored.status, warnings: [warning], all });
  if (sent.status === 'DRAFT') {
    const isOut = stored.status !== 'DRAFT';
    if (isOut && stored.statusSetAt && stored.statusSetAt > (sent.versionAt ?? now))
      return stays(messages.publishedByHand, false);
    return { status: 'DRAFT' as const, warnings: stored.status === 'PUBLISHED' ? [messages.takenBack] : [], all: true };
  }
  if (stored.status === 'PUBLISHED') return { status: stored.status, warnings: [], all: true };
  if (stored.statusSetAt || stored.digest === null) return stays(messages.setByHand);
  if (wish === 'DRAFT' || statusGiven(sent, wish) === 'DRAFT')
    return { status: stored.status, warnings: [], all: true };
  if (order === 'TIE' && sent.status !== 'UNTOLD') return stays(messages.withheldToo);
  return { status: 'PUBLISHED' as const, warnings: [], all: true };
}

/** The embargo that an article gets: what an editor set stays, unless the sender's lasts longer. */
function embargoAfter(sent: Sent, stored: Stored, order: Order, now: Date) {
  const wanted = embargoOf(sent, now);
  const { embargoedUntil: current, broughtEmbargo: before } = stored;
  const isByHand = stored.digest === null || (before !== undefined && time(before) !== time(current));
  if (isByHand && before !== undefined && time(wanted) === time(before)) return { until: current, warnings: [] };
  if (!isByHand && order === 'LATER') return { until: wanted, warnings: [] };
  const until = time(wanted) > time(current) ? wanted : current;
  return {
    until,
    warnings: isByHand && until !== wanted && time(current) > now.getTime() ? [messages.embargoByHand] : [],
  };
}

function isStricter(state: Pick<Stored, 'status' | 'embargoedUntil'>, stored: Stored): boolean {
  const isTakenBack = state.status === 'DRAFT' && stored.status !== 'DRAFT';
  return isTakenBack || time(state.embargoedUntil) > time(stored.embargoedUntil);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function refused(message: string): Decision {
  return { effect: 'REFUSED', code: 'WRONG_STATUS', message, warnings: [] };
}

const unchanged: Decision = { effect: 'UNCHANGED', warnings: [] };
