import { Prisma, type PrismaClient } from '../generated/prisma/client';
import type { AccessRole } from '../contract/schema.types';
import { storedForm } from '../auth/keys';

/** A key as the command line shows it: never its hash. Moments are UTC. */
export interface ListedKey {
  /** Its global id. */
  readonly id: string;
  readonly name: string;
  readonly role: AccessRole;
  readonly prefix: string;
  /** By the database's clock. */
  readonly state: 'working' | 'expired' | 'revoked';
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** Which keys are wanted: the one of a uuid, the one of a token, those that begin so, or all. */
export interface WantedKeys {
  readonly id?: string;
  readonly token?: string;
  readonly beginning?: string;
}

/** The keys that are wanted, the latest first. */
export async function findKeys(prisma: PrismaClient, { id, token, beginning }: WantedKeys): Promise<ListedKey[]> {
  const conditions = [Prisma.sql`true`];
  if (id !== undefined) conditions.push(Prisma.sql`id = ${id}::uuid`);
  if (token !== undefined) conditions.push(Prisma.sql`hash = ${storedForm(token).hash}`);
  if (beginning !== undefined) conditions.push(Prisma.sql`starts_with(prefix, ${beginning})`);
  const rows = await prisma.$queryRaw<Row[]>`
    /* list keys */ select 'key_' || id as id, name, role::text, prefix,
      case when revoked_at is not null then 'revoked' when expires_at <= now() then 'expired' else 'working' end as state,
      created_at, last_used_at, expires_at, revoked_at
    from api_key where ${Prisma.join(conditions, ' and ')} order by api_key.created_at desc, api_key.id desc`;
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, role: row.role, prefix: row.prefix, state: row.state },
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}

interface Row extends Pick<ListedKey, 'id' | 'name' | 'role' | 'prefix' | 'state'> {
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}
