import type { Prisma } from '../generated/prisma/client';

/** Whether the last withdrawal of an article is a retraction, and no kill. */
export async function isRetracted(tx: Prisma.TransactionClient, articleId: string): Promise<boolean> {
  const latest = await tx.correction.findFirst({
    where: { articleId, kind: { in: ['RETRACTION', 'KILL'] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { kind: true },
  });
  return latest?.kind === 'RETRACTION';
}
