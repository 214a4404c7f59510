import type { AddOrganizationInput, ReviseOrganizationInput } from '../../contract/schema.types';
import type { EntityKind } from '../kind';
import { parentIn } from '../parents';
import { lineIn } from '../../writing/inputTexts';

interface Columns {
  readonly kind: string | null | undefined;
  readonly parentId: string | null | undefined;
}

type Given = Omit<AddOrganizationInput, 'name'> & Pick<ReviseOrganizationInput, 'name'>;

const longestKind = 100;

/** How organizations are added and revised. */
export const organizationKind: EntityKind<Given, Columns> = {
  name: 'organization',
  hasParents: true,
  async ownIn(work, given, before) {
    const kind = lineIn(work.userErrors, 'organizationKind', given.organizationKind, longestKind);
    return { columns: { kind, parentId: await parentIn(work, 'organization', given.parent, before) } };
  },
  differs: () => false,
  insert: (tx, data) => tx.organization.createMany({ data }),
  update: (tx, id, data) => tx.organization.update({ where: { id }, data, select: { id: true } }),
};
