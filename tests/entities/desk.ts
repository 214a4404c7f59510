import { type Input, type Newsroom, openNewsroom, revisionOf, type Written } from '../articles/newsroom';

/** The kinds of entities, with what else it takes to add one, and how what it is a part of is called. */
export const kinds = [
  { field: 'person', type: 'Person', merge: 'mergePeople', list: 'people', more: {}, whole: null },
  {
    field: 'organization',
    type: 'Organization',
    merge: 'mergeOrganizations',
    list: 'organizations',
    more: {},
    whole: 'parent',
  },
  { field: 'place', type: 'Place', merge: 'mergePlaces', list: 'places', more: { placeKind: 'CITY' }, whole: 'within' },
] as const;

export type Kind = (typeof kinds)[number];
export const [people, organizations, places] = kinds;

export interface Entity {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly externalIds: readonly { readonly scheme: string; readonly value: string }[];
}

const entityFields = 'id slug name aliases externalIds { scheme value }';

/** An editor who keeps people, organizations and places, at a running server. */
export interface Desk extends Newsroom {
  /** Calls a mutation on a kind. Fails where it answers with errors that are not data. */
  call<Shape = Entity>(kind: Kind, mutation: string, input: Input, fields?: string): Promise<Written<Shape | null>>;
  /** The same where nothing may be refused: the record. */
  get<Shape = Entity>(kind: Kind, mutation: string, input: Input, fields?: string): Promise<Shape>;
  /** Adds one of the kind. */
  add<Shape = Entity>(kind: Kind, name: string, more?: Input, fields?: string): Promise<Shape>;
  /** Revises one of the kind, from the revision that it has. */
  revise<Shape = Entity>(kind: Kind, id: string, more: Input, fields?: string): Promise<Shape>;
  /** Merges one into another, as often as somebody else changes that one meanwhile. */
  merge(kind: Kind, from: string, into: string): Promise<Written<Entity | null>>;
  /** Calls what must be refused: each user error as `CODE path`, and with ` → id` where a record is in the way. */
  faults(kind: Kind, mutation: string, input: Input): Promise<readonly string[]>;
}

/** A server of its own, and an editor there. */
export async function openDesk(options?: Parameters<typeof openNewsroom>[0]): Promise<Desk> {
  const newsroom = await openNewsroom(options);
  const call: Desk['call'] = async <Shape>(kind: Kind, mutation: string, input: Input, fields = entityFields) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) {
      ${mutation}(input: $input) { record: ${kind.field} { ${fields} } userErrors { code message path record { id } } } }`;
    const data = await newsroom.ask<Record<string, Written<Shape | null>>>('EDITOR', query, { input });
    return data[mutation]!;
  };
  const get: Desk['get'] = async <Shape>(kind: Kind, mutation: string, input: Input, fields?: string) => {
    const { record, userErrors } = await call<Shape>(kind, mutation, input, fields);
    if (userErrors.length > 0 || record === null) throw new Error(`${mutation}: ${JSON.stringify(userErrors)}`);
    return record;
  };
  return {
    ...newsroom,
    call,
    get,
    add: (kind, name, more = {}, fields) => get(kind, `add${kind.type}`, { name, ...kind.more, ...more }, fields),
    revise: async (kind, id, more, fields) =>
      get(kind, `revise${kind.type}`, { id, expectedRevision: await revisionOf(newsroom.ask, id), ...more }, fields),
    async merge(kind, from, into) {
      for (let tries = 0; tries < 100; tries++) {
        const expectedRevision = await revisionOf(newsroom.ask, into);
        const answer = await call(kind, kind.merge, { from, into, expectedRevision });
        // As an editor would: look again, and merge into what is there now.
        if (answer.userErrors[0]?.code !== 'CONFLICT') return answer;
      }
      throw new Error(`Merging ${from} into ${into} met a CONFLICT a hundred times.`);
    },
    async faults(kind, mutation, input) {
      const changed = input.into ?? input.id;
      const revision = changed === undefined ? {} : { expectedRevision: await revisionOf(newsroom.ask, changed) };
      const { record, userErrors } = await call(kind, mutation, { ...revision, ...input }, 'id');
      expect(record).toBeNull();
      return userErrors.map((error) => {
        expect(error.message).toMatch(/^\S.{20,}[.]$/);
        return `${error.code} ${error.path.join('.')}${error.record ? ` → ${error.record.id}` : ''}`;
      });
    },
  };
}

/** The uuid in a global id. */
export function uuid(id: string): string {
  return id.slice(id.indexOf('_') + 1);
}

/** Two of a kind, under names of their own. */
export async function two(desk: Desk, kind: Kind, name: string): Promise<[Entity, Entity]> {
  return [
    await desk.add(kind, `${name} ${kind.type} the First`),
    await desk.add(kind, `${name} ${kind.type} the Other`),
  ];
}
