import {
  getNullableType,
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Random } from '../../world/random';

interface Declared {
  readonly name: string;
  readonly type: string;
  readonly value: unknown;
  readonly declaration: string;
}

/** Prints argument values as GraphQL, any part of them as a variable; keeps the variables of one operation. */
export class Literals {
  private readonly declared: Declared[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(
    private readonly random: Random,
    private readonly faulty: boolean,
  ) {}

  /** The variables as the operation declares them: empty when there are none. */
  declarations(): string {
    return this.declared.length === 0 ? '' : `(${this.declared.map((variable) => variable.declaration).join(' ')})`;
  }

  /** `(name: value …)`, or nothing. */
  arguments(args: readonly GraphQLArgument[], values: Readonly<Record<string, unknown>>): string {
    const printed = args.flatMap((arg) => {
      const value = arg.name in values ? this.print(values[arg.name], arg) : this.leftOut(arg);
      return value === null ? [] : [`${arg.name}: ${value}`];
    });
    return printed.length === 0 ? '' : `(${(this.random.chance(0.2) ? printed.reverse() : printed).join(', ')})`;
  }

  /** An argument that is not there can also be a variable that was not sent. */
  private leftOut(arg: GraphQLArgument): string | null {
    if (isNonNullType(arg.type) && arg.defaultValue === undefined) return null;
    if (!this.random.chance(0.05)) return null;
    const name = this.newName();
    this.declare(name, String(getNullableType(arg.type)), undefined, undefined);
    return `$${name}`;
  }

  /** A condition of @skip or @include. */
  condition(value: boolean): string {
    if (this.random.chance(0.4)) return String(value);
    return this.variable(
      'Boolean!',
      value,
      this.random.chance(0.3) ? String(value) : undefined,
      this.random.chance(0.5),
    );
  }

  private print(value: unknown, at: GraphQLArgument | GraphQLInputField): string {
    const hasDefault = at.defaultValue !== undefined;
    if (this.random.chance(0.3)) return this.asVariable(value, at.type, hasDefault);
    return this.literal(value, at.type);
  }

  private asVariable(value: unknown, type: GraphQLInputType, locationHasDefault: boolean): string {
    const { random } = this;
    const nullable = getNullableType(type);
    const strict = value !== null && (isNonNullType(type) || random.chance(0.25));
    if (this.faulty && random.chance(0.15))
      return this.variable(`${nullable}`, random.pick([null, { a: 1 }, [[]], true, 'x', 1.5]), undefined, true);
    if (isNonNullType(type) && !locationHasDefault) {
      return this.variable(`${nullable}!`, value, random.chance(0.15) ? this.constant(value, type) : undefined, true);
    }
    const fallback = value !== null && random.chance(0.3) ? this.constant(value, type) : undefined;
    const sent = fallback === undefined || random.chance(0.4);
    return this.variable(strict ? `${nullable}!` : `${nullable}`, value, fallback, sent);
  }

  private variable(type: string, value: unknown, fallback: string | undefined, sent: boolean): string {
    const same = this.declared.find((other) => other.type === type && other.value === value);
    if (same && this.random.chance(0.7)) return `$${same.name}`;
    const name = this.newName();
    this.declare(name, type, value, fallback);
    if (sent || fallback === undefined) this.variables[name] = value;
    return `$${name}`;
  }

  private declare(name: string, type: string, value: unknown, fallback: string | undefined): void {
    this.declared.push({
      name,
      type,
      value,
      declaration: `$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`,
    });
  }

  private newName(): string {
    return `v${this.declared.length}`;
  }

  private literal(value: unknown, type: GraphQLInputType): string {
    return this.written(value, type, (part, field, partType) =>
      field
        ? this.print(part, field)
        : this.random.chance(0.15)
          ? this.asVariable(part, partType, false)
          : this.literal(part, partType),
    );
  }

  private constant(value: unknown, type: GraphQLInputType): string {
    return this.written(value, type, (part, _, partType) => this.constant(part, partType));
  }

  private written(
    value: unknown,
    type: GraphQLInputType,
    part: (value: unknown, field: GraphQLInputField | undefined, type: GraphQLInputType) => string,
  ): string {
    const nullable = getNullableType(type);
    if (value === null || value === undefined) return 'null';
    if (isListType(nullable)) {
      const { ofType } = nullable;
      return Array.isArray(value)
        ? `[${value.map((one) => part(one, undefined, ofType)).join(', ')}]`
        : part(value, undefined, ofType);
    }
    if (isInputObjectType(nullable)) {
      const fields = nullable.getFields();
      const entries = Object.entries(value as Record<string, unknown>).map(([name, one]) => {
        const field = fields[name];
        if (!field) throw new Error(`No field ${name} in ${nullable.name}.`);
        // A member of a @oneOf input is never null, though its type says that it may be left out.
        const at = nullable.isOneOf ? { ...field, type: new GraphQLNonNull(getNullableType(field.type)) } : field;
        return `${name}: ${part(one, at, at.type)}`;
      });
      return `{${entries.join(', ')}}`;
    }
    if (isEnumType(nullable)) return String(value);
    return typeof value === 'string' ? this.text(value) : JSON.stringify(value);
  }

  private text(value: string): string {
    if (/^\w+( \w+)*$/.test(value) && this.random.chance(0.1)) return `"""${value}"""`;
    return JSON.stringify(value);
  }
}
