import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { slugFrom } from '../../articles/addresses';
import { normalizeBody } from '../../text/body';
import { programNames } from '../../apiKeys/commands';
import type { Database } from '../../data/database';
import { extract } from '../../extraction/extract';
import type { Story } from '../../extraction/extraction';
import type { Prisma } from '../../generated/prisma/client';
import { storeExtractions } from '../../linking/storeExtractions';
import { packageRoot } from '../../packageRoot';
import { UserErrors } from '../../writing/userErrors';

/** The articles of the demo; README.md beside them says whose they are. */
const storiesFile = path.join(packageRoot, 'prisma/seed/wikinews/stories.json');

/** The credit that the licence of the texts asks for. */
const credit = 'Wikinews, CC BY 2.5';

interface DemoStory {
  readonly uri: string;
  readonly headline: string;
  /** As 2017-07-21. */
  readonly publishedOn: string;
  readonly images: readonly { readonly caption: string; readonly creditLine: string | null }[];
  /** Its paragraphs. */
  readonly body: readonly string[];
}

/** For a slow disk, in milliseconds. */
const patience = { maxWait: 30_000, timeout: 60_000 };

/**
 * Brings in the articles of the demo and what extraction finds in them, all in one transaction. Those that are here already, by
 * their uris, stay as they are; of nodes that do so together only one brings them in.
 * @returns how many were brought in
 */
export async function loadDemo({ prisma, whileAlone }: Pick<Database, 'prisma' | 'whileAlone'>): Promise<number> {
  const stories = JSON.parse(await readFile(storiesFile, 'utf8')) as DemoStory[];
  return whileAlone(() =>
    prisma.$transaction(async (tx) => {
      const uris = stories.map(({ uri }) => uri);
      const stored = await tx.article.findMany({ where: { uri: { in: uris } }, select: { uri: true } });
      const here = new Set(stored.map(({ uri }) => uri));
      const missing = stories.filter(({ uri }) => !here.has(uri));
      const batch = [];
      // The oldest first, so that later ones find whom earlier ones brought.
      for (const story of missing.toReversed()) batch.push(await publish(tx, story));
      await storeExtractions(tx, batch);
      await tx.auditEntry.createMany({
        data: batch.map(({ articleId }) => ({
          ...{ actor: programNames.commandLine, action: 'demo' },
          ...{ recordKind: 'article', recordId: articleId, toVersion: 1 },
        })),
      });
      return batch.length;
    }, patience),
  );
}

async function publish(tx: Prisma.TransactionClient, demo: DemoStory) {
  const story: Story = {
    ...{ headline: demo.headline, standfirst: null, byline: null, dateline: null, source: 'Wikinews' },
    ...{ creditLine: credit, language: 'en', body: normalizeBody(demo.body.join('\n\n')) },
    images: demo.images.map((image) => ({ ...image, photographer: null, takenOn: null })),
  };
  const publishedAt = new Date(`${demo.publishedOn}T00:00:00Z`);
  const slug = await slugFrom({ tx, userErrors: new UserErrors() }, story.headline);
  const { id } = await tx.article.create({
    data: { slug, uri: demo.uri, language: 'en', creditLine: credit, publishedAt, status: 'PUBLISHED' },
    select: { id: true },
  });
  const words = { headline: story.headline, body: story.body };
  await tx.articleVersion.createMany({ data: { ...words, articleId: id, number: 1, reason: 'Demo.' } });
  const images = demo.images.map(({ caption, creditLine }, index) => ({ articleId: id, index, caption, creditLine }));
  await tx.image.createMany({ data: images });
  return { articleId: id, version: 1, extraction: extract(story) };
}
