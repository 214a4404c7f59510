import { GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import type { Knowledge } from '../reference/context';
import { OperationMaker, type Operation } from '../reference/operations/maker';
import type { Tables } from '../reference/rows';
import { loadSchema } from '../reference/schema';
import { shrink } from '../reference/shrink';
import { Random } from '../world/random';
import type { Ask, Reply } from './ask';
import { canariesIn } from './canaries';
import type { Shelf } from './shelf';

/** An operation by which a reader learns what is hidden. */
export interface Leak {
  readonly operation: Operation;
  readonly why: string;
}

export interface Tried {
  readonly tried: number;
  readonly refused: number;
  /** Given up by a database that took too long, and so not compared. */
  readonly slow: number;
  readonly leaks: readonly Leak[];
}

/** The one field that tells of what is hidden, because it must; and those that are not for readers. */
const apart = ['withdrawal', 'articleDiff', 'auditEntries', 'apiKeys'];

function readersSchema(): GraphQLSchema {
  const schema = loadSchema();
  const fields = schema.getQueryType()!.getFields();
  for (const name of apart) Reflect.deleteProperty(fields, name);
  return schema;
}

const nobody = { role: 'READER', name: null } as const;

/** Asks the same of a world and of the same world without what is hidden: a reader must not be able to tell them apart. */
export class Pair {
  private readonly schema = readersSchema();

  constructor(
    private readonly whole: Ask,
    private readonly bare: Ask,
    private readonly shelf: Shelf,
  ) {}

  /** How the two can be told apart by an operation, or null. */
  async compare(operation: Operation): Promise<{ readonly why: string | null; readonly reply: Reply }> {
    const [reply, bare] = await Promise.all([this.whole(operation), this.bare(operation)]);
    this.shelf.collect(bare.text);
    const known = canariesIn(`${operation.text} ${JSON.stringify(operation.variables)} ${bare.text}`);
    const leaked = canariesIn(reply.text).filter((word) => !known.includes(word));
    if (leaked.length > 0) return { why: `${leaked.join(', ')} in ${reply.text.slice(0, 3000)}`, reply };
    if (reply.kind === 'slow' || bare.kind === 'slow') return { why: null, reply: { ...reply, kind: 'slow' } };
    if (reply.kind === 'failed') return { why: `failed: ${reply.text}`, reply };
    if (reply.text !== bare.text) return { why: parting(reply.text, bare.text), reply };
    // An answer that was ready took no statement: it tells only that it was asked before.
    const wasReady = reply.kind === 'answered' && (reply.statements.length === 0 || bare.statements.length === 0);
    const areSame = wasReady || reply.statements.join('\n') === bare.statements.join('\n');
    return { why: areSame ? null : 'not the same statements', reply };
  }

  /** Tries random operations; gives the first leaks, each in its smallest form. */
  async tryOperations(tables: Tables, trial: { readonly count: number; readonly seed: number }): Promise<Tried> {
    const knowledge = { tables, book: this.shelf } as Partial<Knowledge> as Knowledge;
    const maker = new OperationMaker(this.schema, knowledge, new Random(trial.seed));
    const leaks: Leak[] = [];
    const count = { answered: 0, refused: 0, slow: 0, failed: 0 };
    for (let tried = 0; tried < trial.count && leaks.length < 3;) {
      const operation = { ...maker.make(), viewer: nobody };
      if (!this.isValid(operation)) continue;
      tried++;
      const { why, reply } = await this.compare(operation);
      count[reply.kind]++;
      if (why !== null) leaks.push(await this.smallest(operation, why));
    }
    const { refused, slow } = count;
    return { tried: Object.values(count).reduce((sum, one) => sum + one), refused, slow, leaks };
  }

  private async smallest(operation: Operation, why: string): Promise<Leak> {
    const small = await shrink(this.schema, operation, async (smaller) => (await this.compare(smaller)).why !== null);
    return { operation: small, why: (await this.compare(small)).why ?? why };
  }

  private isValid({ text }: Operation): boolean {
    try {
      return validate(this.schema, parse(text)).length === 0;
    } catch (error) {
      if (error instanceof GraphQLError) return false;
      throw error;
    }
  }
}

function parting(whole: string, bare: string): string {
  let at = 0;
  while (whole[at] === bare[at]) at++;
  const from = Math.max(0, at - 200);
  return `with what is hidden:    …${whole.slice(from, at + 300)}\nwithout what is hidden: …${bare.slice(from, at + 300)}`;
}

/** A leak as a person reads it. */
export function tell({ operation, why }: Leak): string {
  return `${operation.text}\nvariables: ${JSON.stringify(operation.variables)}\n${why}`;
}
