import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../errors/startError';

/** The user and group that the database's processes run as; undefined stands for our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** "nobody" on Linux. PostgreSQL refuses to run as root, and making a user of our own would change the machine. */
const nobody: Account = { uid: 65534, gid: 65534 };

/** The account for a database that is yet to be made. */
export function accountForNew(): Account | undefined {
  return process.getuid?.() === 0 ? nobody : undefined;
}

/**
 * The account for the cluster in `folder`: its owner, so that a folder made by an ordinary user stays theirs when root
 * starts the program once. A copy that root made (a restored backup) is handed to "nobody".
 * @throws StartError when the folder belongs to somebody else and we are not root.
 */
export function accountOf(folder: string): Account | undefined {
  const { uid, gid } = statSync(folder);
  const own = process.getuid?.();
  if (own === 0) {
    if (uid !== 0) return { uid, gid };
    giveAll(folder, nobody);
    return nobody;
  }
  if (own !== undefined && uid !== own) {
    throw new StartError(
      `The data in ${folder} belongs to another user (uid ${uid}). Start as that user or as root, or set DATA_DIR to a folder of your own.`,
    );
  }
  return undefined;
}

/** Makes `account` the owner of `folder`, and nobody else able to enter it, as PostgreSQL demands. */
export function give(folder: string, account: Account | undefined): void {
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

function giveAll(folder: string, account: Account): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  give(folder, account);
}
