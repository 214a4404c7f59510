import { randomFrom, zipf } from '../corpus/random.mjs';
import { operations } from '../operations.mjs';
import { send } from '../stale/ask.mjs';

/** How many of a hundred readers ask for what. */
const shares = { ArticlePage: 60, HomePage: 20, PersonPage: 15, Deep: 5 };

const queries = new Map(operations.map(({ name, query }) => [name, query]));

/** What readers ask for: the newest articles most, and the people who said most, both in Zipf's proportions (1/rank). */
export class Interests {
  #random = randomFrom(7);
  #articles;
  #people;
  #someArticle;
  #somePerson;

  /** @param articles slugs, the newest first @param people slugs, those of most quotes first */
  constructor(articles, people) {
    [this.#articles, this.#people] = [articles, people];
    [this.#someArticle, this.#somePerson] = [articles, people].map(({ length }) => zipf(length, { steep: 1, flat: 1 }));
  }

  /** Notes an article that was just published: it is what most ask for now. */
  published(slug) {
    this.#articles.unshift(slug);
  }

  /** @returns the name of an operation, and its variables */
  next() {
    let draw = this.#random.fraction() * 100;
    const name = Object.keys(shares).find((each) => (draw -= shares[each]) < 0);
    if (name === 'ArticlePage') return [name, { slug: this.#articles[this.#someArticle(this.#random)] }];
    if (name === 'PersonPage') return [name, { slug: this.#people[this.#somePerson(this.#random)] }];
    return [name, {}];
  }
}

/** Readers who ask one thing after the other; what they notice is noted in `seen`, which may be exchanged meanwhile. */
export class Readers {
  seen = noticed();
  #running = true;
  #all;

  constructor(count, origin, interests) {
    this.#all = Array.from({ length: count }, () => this.#read(origin, interests));
  }

  async stop() {
    this.#running = false;
    await Promise.all(this.#all);
  }

  async #read(origin, interests) {
    while (this.#running) {
      const [name, variables] = interests.next();
      const sent = performance.now();
      try {
        const text = await send(origin, { query: queries.get(name), variables });
        if (text.startsWith('{"errors"') || text.includes(`"data":{"${rootOf[name]}":null}`)) this.seen.errors += 1;
      } catch {
        this.seen.errors += 1;
      }
      this.seen.times.push(performance.now() - sent);
    }
  }
}

const rootOf = { ArticlePage: 'article', HomePage: 'articles', PersonPage: 'person', Deep: 'articles' };

/** Nothing yet. */
export function noticed() {
  return { times: [], errors: 0 };
}
