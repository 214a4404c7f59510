import {
  type FloatValueNode,
  GraphQLError,
  type IntValueNode,
  Kind,
  Lexer,
  Source,
  type StringValueNode,
  type Token,
  TokenKind,
} from 'graphql';
import { documentLimits } from './limits';

/** A literal in an argument that is written out: a number or a text. */
export type Literal = IntValueNode | FloatValueNode | StringValueNode;

/** What a document is, apart from its layout and the literals in it. */
export interface QueryFingerprint {
  /** Equal for documents that differ only in whitespace, comments and literals; null where it is too long, or is not GraphQL. */
  readonly key: string | null;
  /** The literals that it has, each once, in the order in which they come. */
  readonly literals: readonly Literal[];
  /** Words and signs, up to the first that is not GraphQL. */
  readonly tokens: number;
}

/**
 * Takes the literals out of the arguments of a document, without parsing it. Equal literals become one, for fields that are
 * merged must have equal arguments. What stands in directives and in the default values of variables remains: so do `true`, `null`
 * and enums, which are names.
 */
export function fingerprintOf(text: string): QueryFingerprint {
  const builder = new FingerprintBuilder(text);
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (++tokens <= documentLimits.tokens) builder.take(token);
      // Each token is let go at once: a text of a hundred thousand would hold ten megabytes otherwise.
      (token as { prev: unknown }).prev = null;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { key: null, literals: [], tokens };
  }
  return tokens > documentLimits.tokens
    ? { key: null, literals: [], tokens }
    : { key: builder.key, literals: builder.literals, tokens };
}

/** Equal for literals that graphql-js holds for equal: written in the same way, but for the escapes of a text. */
export function literalKey(literal: Literal): string {
  return letterOf(literal) + literal.value;
}

/** Kinds are told apart: where an id may be a number too, `5` and `"5"` are read in different ways. */
function letterOf(literal: Literal): string {
  if (literal.kind !== Kind.STRING) return literal.kind === Kind.INT ? 'I' : 'F';
  return literal.block ? 'B' : 'S';
}

/** Goes through the tokens of a document and puts its key together. */
class FingerprintBuilder {
  key = '';
  readonly literals: Literal[] = [];
  private readonly places = new Map<string, number>();
  /** How many braces and parentheses are open. */
  private braces = 0;
  private parentheses = 0;
  /** How many parentheses must be open at least for a literal to stand in a directive or a variable's default; 0 for none. */
  private keptFrom = 0;
  private afterWord = false;
  /** The last two tokens, the later one first: `@` and a name stand before the arguments of a directive. */
  private last: TokenKind | null = null;
  private beforeLast: TokenKind | null = null;

  constructor(private readonly text: string) {}

  take(token: Token): void {
    this.open(token.kind);
    const literal = literalOf(token);
    const isWord = literal !== undefined || token.kind === TokenKind.NAME;
    if (isWord && this.afterWord) this.key += ' ';
    const isTaken = literal !== undefined && this.keptFrom === 0;
    this.key += isTaken ? this.placeOf(literal) : this.text.slice(token.start, token.end);
    this.afterWord = isWord;
    this.beforeLast = this.last;
    this.last = token.kind;
  }

  /** Keeps count of what is open: variables are declared in parentheses that stand in no braces. */
  private open(kind: TokenKind): void {
    if (kind === TokenKind.BRACE_L) this.braces++;
    if (kind === TokenKind.BRACE_R) this.braces--;
    if (kind === TokenKind.PAREN_L) {
      this.parentheses++;
      const isKept = this.braces === 0 || (this.last === TokenKind.NAME && this.beforeLast === TokenKind.AT);
      if (isKept && this.keptFrom === 0) this.keptFrom = this.parentheses;
    }
    if (kind === TokenKind.PAREN_R && this.parentheses-- === this.keptFrom) this.keptFrom = 0;
  }

  /** A question mark begins nothing in GraphQL, so nothing that is written out can be taken for a place. */
  private placeOf(literal: Literal): string {
    const key = literalKey(literal);
    let place = this.places.get(key);
    if (place === undefined) {
      place = this.literals.push(literal) - 1;
      this.places.set(key, place);
    }
    return `?${letterOf(literal)}${place}`;
  }
}

function literalOf({ kind, value }: Token): Literal | undefined {
  if (kind === TokenKind.STRING) return { kind: Kind.STRING, value, block: false };
  if (kind === TokenKind.BLOCK_STRING) return { kind: Kind.STRING, value, block: true };
  if (kind === TokenKind.INT) return { kind: Kind.INT, value };
  if (kind === TokenKind.FLOAT) return { kind: Kind.FLOAT, value };
  return undefined;
}
