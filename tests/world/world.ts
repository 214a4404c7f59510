import type { ClientBase } from 'pg';
import { makeArticles, makeCorrections, makeFilings, makeImages } from './articles';
import type { Tables } from './columns';
import { addDesk } from './desk';
import { makeExternalIds, makeOrganizations, makePeople, makePlaces, makeSubjects } from './entities';
import { addLoneEntities, type Rows } from './lone';
import { makeMentions } from './mentions';
import { makeQuotes } from './quotes';
import { Random } from './random';
import { makeRoles } from './roles';
import { writeTables } from './write';

/** A small world of news that follows from the seed alone: every state, every relation, every null the tables allow. */
export function makeWorld(seed: number): Tables {
  const random = new Random(seed);
  const people = makePeople(random, 40);
  const organizations = makeOrganizations(random, 25);
  const places = makePlaces(random, 25);
  const subjects = makeSubjects(random, 10);
  const drafts = makeArticles(random, 60, { places, organizations });
  const owners = { person_id: people, organization_id: organizations, place_id: places };
  const { images, shown } = makeImages(random, drafts, people, places);
  const mentions = makeMentions(random, drafts, owners);
  const quotes = makeQuotes(random, drafts, { people, organizations, places });
  const rows: Rows = {
    person: people,
    organization: organizations,
    place: places,
    subject: subjects,
    external_id: makeExternalIds(random, owners),
    article: drafts.map((draft) => draft.row),
    article_version: drafts.flatMap((draft) => draft.versions),
    article_subject: makeFilings(random, drafts, subjects),
    image: images,
    image_person: shown,
    correction: makeCorrections(random, drafts),
    role: makeRoles(random, people, organizations, drafts),
    mention: mentions.mentions,
    mention_span: mentions.spans,
    quote: quotes.quotes,
    quote_span: quotes.spans,
  };
  addLoneEntities(random, rows);
  return new Map(Object.entries(rows));
}

/** Makes the world of this seed, with what the work of a newsroom leaves in it, and writes it into an empty database. */
export async function writeWorld(client: ClientBase, seed: number): Promise<void> {
  await writeTables(client, addDesk(new Random(seed + 1), makeWorld(seed)));
}
