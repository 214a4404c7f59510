import type { AddPersonInput, RevisePersonInput } from '../../contract/schema.types';
import type { EntityKind } from '../kind';
import { proseIn } from '../../writing/inputTexts';
import { rolesIn, writeRoles } from './roles';

interface Columns {
  readonly description: string | null | undefined;
}

type Given = Omit<AddPersonInput, 'name'> & Pick<RevisePersonInput, 'name'>;

/** How people are added and revised. */
export const personKind: EntityKind<Given, Columns> = {
  name: 'person',
  hasParents: false,
  async ownIn(work, given) {
    const roles = await rolesIn(work, given.roles);
    return {
      columns: { description: proseIn(work.userErrors, 'description', given.description) },
      ...(roles && { writeRows: (id) => writeRoles(work.tx, id, roles) }),
    };
  },
  // Two descriptions of one person differ more often than not.
  differs: () => false,
  insert: (tx, data) => tx.person.createMany({ data }),
  update: (tx, id, data) => tx.person.update({ where: { id }, data, select: { id: true } }),
};
