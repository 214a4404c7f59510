import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { BoundedPool } from '../data/boundedPool';
import { queryText } from '../data/textQuery';
import type { Fetch } from './executionContext';

/** How many statements a connection keeps prepared before it is replaced by a new one: they take memory in PostgreSQL. */
const MAX_PREPARED = 300;

/** Sends statements that answer with one text. From the second time on, a statement is prepared once for each connection. */
export class StatementRunner {
  private readonly names = new LRUCache<string, string>({ max: 2000 });
  private readonly prepared = new WeakMap<pg.PoolClient, Set<string>>();

  constructor(private readonly pool: BoundedPool) {}

  /**
   * Runs a statement and gives the text in its only column.
   * @param signal gives up the wait for a connection
   */
  async run(text: string, values: readonly unknown[], signal?: AbortSignal): Promise<string> {
    const name = this.nameOf(text);
    return this.pool.use(
      signal,
      async (client) => {
        const prepared = this.preparedOn(client);
        const isPrepared = name !== undefined && prepared.has(name);
        const answer = await queryText(client, { text, values, name, isPrepared });
        if (name !== undefined) prepared.add(name);
        return answer;
      },
      (client) => this.preparedOn(client).size > MAX_PREPARED,
    );
  }

  /** Sends a statement with rows of its own shape. */
  readonly fetch: Fetch = async <Row>(text: string, values: readonly unknown[]) =>
    (await this.pool.query(text, [...values])).rows as Row[];

  private nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known === '' ? this.name(text) : known;
    this.names.set(text, '');
    return undefined;
  }

  private name(text: string): string {
    const name = `read_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    this.names.set(text, name);
    return name;
  }

  private preparedOn(client: pg.PoolClient): Set<string> {
    let names = this.prepared.get(client);
    if (!names) this.prepared.set(client, (names = new Set()));
    return names;
  }
}

/** Makes a runner for each pool that is asked for: a statement's name belongs to the pool on which it is prepared. */
export function runnersOnPools(): (pool: BoundedPool) => StatementRunner {
  const runners = new WeakMap<BoundedPool, StatementRunner>();
  return (pool) => {
    let runner = runners.get(pool);
    if (!runner) runners.set(pool, (runner = new StatementRunner(pool)));
    return runner;
  };
}
