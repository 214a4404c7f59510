import type { PrismaClient } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';
import type { RunItem } from './importBatch';
import type { ItemResult } from './itemResults';
import type { ExportedRecord } from './records/recordIn';
import { type Circumstances, type Decision, type Held, isVisible } from './stateRule';
import { decisionOn, type Known, type StoredItem, storedItems } from './storedItems';

/** Tells what an import would do, by the same rule, without writing: what items would leave behind is kept in memory for those after. */
export class DryRun {
  private readonly stored = new Map<string, StoredItem>();
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly prisma: PrismaClient,
    private readonly wish: Circumstances['wish'],
  ) {}

  /** What would become of items, in their order. No two may have the same uri. */
  async results(items: readonly RunItem[]): Promise<ItemResult[]> {
    const known = await storedItems(
      this.prisma,
      items.map(({ item }) => item.uri),
    );
    const foreseen = {
      now: known.now,
      stored: new Map([...known.stored, ...this.stored]),
      held: new Map([...known.held, ...this.held]),
    };
    return items.map(({ item, isAgain }) => {
      const decision = decisionOn(item, foreseen, { isAgain, wish: this.wish });
      const result = resultOf(item, decision, foreseen);
      this.note(item, decision, foreseen);
      return result;
    });
  }

  /** What would become of an export's records: what is here already stays. Of others than articles that is not looked up. */
  async recordResults(records: readonly { readonly exported: ExportedRecord }[]): Promise<ItemResult[]> {
    const articles = records.flatMap(({ exported }) => (exported.kind === 'article' ? exported.record : []));
    const rows = await this.prisma.article.findMany({
      where: { id: { in: articles.map(({ id }) => id) } },
      select: { id: true },
    });
    const here = new Set(rows.map(({ id }) => id));
    return records.map(({ exported }): ItemResult => {
      if (exported.kind !== 'article') return { change: 'CREATED' };
      const { id, status, embargoedUntil } = exported.record;
      if (here.has(id)) return { change: 'UNCHANGED' };
      const state = { status, embargoedUntil: embargoedUntil === undefined ? null : new Date(embargoedUntil) };
      return { change: 'CREATED', state: { status, isVisible: isVisible(state, new Date()), wasVisible: false } };
    });
  }

  private note(item: CheckedItem, decision: Decision, known: Known): void {
    const { uri, versionAt, versionNumber, digest } = item;
    const version = { versionAt, versionNumber, digest };
    const isKill = item.status === 'WITHDRAWN' && (decision.effect === 'CREATED' || decision.effect === 'UPDATED');
    if (isKill || decision.effect === 'HELD')
      this.held.set(uri, { ...version, status: item.status === 'WITHDRAWN' ? 'WITHDRAWN' : 'DRAFT' });
    if (decision.effect !== 'CREATED' && decision.effect !== 'UPDATED') return;
    const before = known.stored.get(uri);
    const { status, embargoedUntil } = decision;
    const state = { status, embargoedUntil, broughtEmbargo: embargoedUntil, isRetracted: false };
    const fresh = { id: '', uri, version: 1, extracted: false, brought: null, statusSetAt: null, ...version };
    const keepsDigest = decision.effect === 'UPDATED' && !decision.all;
    this.stored.set(uri, {
      ...fresh,
      ...before,
      ...version,
      ...state,
      ...(keepsDigest && before && { digest: before.digest }),
    });
  }
}

function resultOf(item: CheckedItem, decision: Decision, known: Known): ItemResult {
  const warnings = [...item.warnings, ...decision.warnings];
  if (decision.effect === 'REFUSED') {
    const { code, message } = decision;
    return { change: 'REFUSED', userErrors: [{ code, message, path: ['uri'] }], warnings };
  }
  if (decision.effect !== 'CREATED' && decision.effect !== 'UPDATED') return { change: 'UNCHANGED', warnings };
  const before = known.stored.get(item.uri);
  const wasVisible = before !== undefined && isVisible(before, known.now);
  return {
    change: decision.effect,
    state: { status: decision.status, isVisible: isVisible(decision, known.now), wasVisible },
    warnings,
  };
}
