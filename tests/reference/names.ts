import type { Pool } from 'pg';
import type { EntityRow, Tables } from './rows';

/** Names without case and accents. Only PostgreSQL knows which accents there are, so it is asked once for each name. */
export class Names {
  private readonly keys = new Map<string, string>();

  private constructor(private readonly pool: Pool) {}

  static async load(pool: Pool, tables: Tables): Promise<Names> {
    const names = new Names(pool);
    const all = [...tables.person, ...tables.organization, ...tables.place].flatMap((row) => [
      row.name,
      ...row.aliases,
    ]);
    await names.fetch([...new Set(all)]);
    return names;
  }

  private async fetch(names: readonly string[]): Promise<void> {
    const { rows } = await this.pool.query<{ name: string; key: string }>(
      'SELECT name, name_key(name) AS key FROM unnest($1::text[]) name',
      [names],
    );
    for (const { name, key } of rows) this.keys.set(name, key);
  }

  private async key(name: string): Promise<string> {
    if (!this.keys.has(name)) await this.fetch([name]);
    return this.known(name);
  }

  private known(name: string): string {
    const key = this.keys.get(name);
    if (key === undefined) throw new Error(`The key of a name is missing: ${name}`);
    return key;
  }

  /** Whose name or alias begins with `start`. */
  async beginning(start: string): Promise<(row: EntityRow) => boolean> {
    const key = await this.key(start);
    return (row) => [row.name, ...row.aliases].some((name) => this.known(name).startsWith(key));
  }

  /** Who has this alias. */
  async alias(alias: string): Promise<(row: EntityRow) => boolean> {
    const key = await this.key(alias);
    return (row) => row.aliases.some((name) => this.known(name) === key);
  }

  /** Who has this name or alias. */
  async having(name: string): Promise<(row: EntityRow) => boolean> {
    const key = await this.key(name);
    return (row) => [row.name, ...row.aliases].some((one) => this.known(one) === key);
  }
}
