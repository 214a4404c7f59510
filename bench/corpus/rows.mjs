const idOf = (record) => record?.id ?? null;

/** Rows of the people, places, organizations and subjects. */
export function addEntities(rows, random, world) {
  const since = new Date('2020-01-01T00:00:00Z');
  for (const { id, slug, name, aliases, description, title, listed } of world.people) {
    rows.add('person', id, slug, name, aliases, description, listed, since);
    if (title)
      rows.add(
        'role',
        random.uuid(),
        id,
        title,
        random.pick(world.organizations).id,
        `20${random.whole(10, 25)}-01-01`,
      );
    if (random.chance(0.5)) rows.add('external_id', 'wikidata', `Q${1_000_000 + rows.externalId++}`, id, null, null);
  }
  for (const { id, slug, name, kind, parent, countryCode, latitude, longitude, listed } of world.places) {
    rows.add('place', id, slug, name, kind, idOf(parent), countryCode, latitude, longitude, listed, since);
    if (random.chance(0.8)) rows.add('external_id', 'wikidata', `Q${1_000_000 + rows.externalId++}`, null, null, id);
  }
  for (const { id, slug, name, kind, parent, listed } of world.organizations)
    rows.add('organization', id, slug, name, kind, idOf(parent), listed, since);
  for (const { id, code, name, listed } of world.subjects) rows.add('subject', id, code, name, listed);
}

/** Rows of one article. */
export function addArticle(rows, random, article, rewrittenFrom) {
  const { id } = article;
  const version = article.firstBody === null ? 1 : 2;
  // prettier-ignore
  rows.add('loaded_article', id, article.slug, article.uri, version, article.byline, article.dateline, 'Example Wire', article.language,
    article.genre, article.urgency, article.keywords, article.status, article.embargo, article.due, article.published, article.created,
    article.located.id, article.source.id, idOf(rewrittenFrom));
  const words = (number, body) =>
    rows.add('article_version', random.uuid(), id, number, article.headline, article.standfirst, body, article.created);
  if (article.firstBody !== null) words(1, article.firstBody);
  words(version, article.body);
  if (article.correction && version > 1)
    rows.add('correction', random.uuid(), id, 'CORRECTION', article.correction, version, article.created);
  for (const subject of article.subjects) rows.add('loaded_article_subject', id, subject.id);

  article.images.forEach((image, index) => {
    rows.add(
      'image',
      image.id,
      id,
      index,
      image.caption,
      image.creditLine,
      idOf(image.photographer),
      article.created,
      idOf(image.located),
    );
    for (const person of image.people) rows.add('image_person', image.id, person.id);
  });
  addMentions(rows, random, article, version);
  for (const quote of article.quotes) addQuote(rows, id, version, quote);
}

function addMentions(rows, random, { id, mentions, images }, version) {
  let position = 0;
  const mention = (rel, kind, entity) => {
    const mentionId = random.uuid();
    const of = (wanted) => (kind === wanted ? entity.id : null);
    rows.add(
      'loaded_mention',
      mentionId,
      id,
      version,
      rel,
      of('person'),
      of('organization'),
      of('place'),
      (position += 1),
    );
    return mentionId;
  };
  for (const { kind, entity, spans } of mentions) {
    const mentionId = mention(position < 2 && random.chance(0.2) ? 'ABOUT' : 'MENTIONS', kind, entity);
    spans.forEach((span, index) =>
      rows.add('mention_span', mentionId, version, index, id, span.start, span.end, span.text),
    );
  }
  for (const person of new Set(images.flatMap((image) => image.people))) mention('DEPICTS', 'person', person);
}

function addQuote(rows, articleId, version, quote) {
  // prettier-ignore
  rows.add('loaded_quote', quote.id, articleId, version, quote.text, quote.kind, quote.position, quote.cue.text, quote.cue.start,
    quote.cue.end, idOf(quote.person), idOf(quote.organization), quote.speakerName, quote.speakerTitle, quote.sourceType,
    quote.saidOn, idOf(quote.saidIn), quote.method, quote.confidence, quote.reviewStatus, quote.reviewed, quote.anchorState,
    quote.created);
  quote.spans.forEach(({ start, end, text }, index) =>
    // prettier-ignore
    rows.add('quote_span', quote.id, version, index, articleId, start, end, text,
      quote.body.slice(Math.max(0, start - 32), start), quote.body.slice(end, end + 32)),
  );
}
