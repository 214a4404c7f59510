import type { Pool } from 'pg';
import { CursorBook } from './cursors';
import { Learned, type Ask } from './learned';
import { loadTables } from './load';
import { Names } from './names';
import { Orders } from './orders';
import type { Tables } from './rows';
import { type Sight } from './sight';
import { Words } from './words';

export interface Viewer {
  readonly role: 'READER' | 'EDITOR' | 'ADMIN';
  readonly name: string | null;
}

/** What all answers over one state of the database share. */
export interface Knowledge {
  readonly tables: Tables;
  readonly now: string;
  readonly orders: Orders;
  readonly words: Words;
  readonly names: Names;
  readonly learned: Learned;
  readonly book: CursorBook;
}

/** What the resolvers of one answer are given. */
export interface Context extends Knowledge {
  readonly viewer: Viewer;
  readonly sight: Sight;
}

/** Loads the database. `ask` asks the server under test, for what only it knows: how well something matches. */
export async function loadKnowledge(pool: Pool, ask: Ask): Promise<Knowledge> {
  const { tables, now } = await loadTables(pool);
  return {
    tables,
    now,
    orders: new Orders(tables),
    words: new Words(pool),
    names: await Names.load(pool, tables),
    learned: new Learned(ask),
    book: new CursorBook(),
  };
}
