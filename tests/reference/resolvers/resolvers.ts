import type { Context } from '../context';

/** The fields of one type: each takes the record, the coerced arguments and the context. */
export interface Resolvers<T> {
  // Written as a method, so that resolvers of different records can stand in one map.
  readonly [field: string]: { resolve(record: T, args: never, context: Context): unknown }['resolve'];
}
