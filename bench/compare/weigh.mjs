import { ask } from './sameness.mjs';

/**
 * How good the ten that one search finds are beside the ten of another, over all requests.
 * @param requests pairs of bodies: the first side's, the second's
 * @returns how many of ten both have, and the sum of the first's ranks over the sum of the second's (1: as good)
 */
export async function weigh(one, other, requests) {
  let [shared, asked, sum, otherSum] = [0, 0, 0, 0];
  for (const [body, otherBody] of requests) {
    const [a, b] = await Promise.all([ask(one.url, body), ask(other.url, otherBody)]);
    const [found, otherFound] = [a, b].map(({ answer }) => answer.data.search.edges);
    const ids = new Set(found.map(({ node }) => node.id));
    shared += otherFound.filter(({ node }) => ids.has(node.id)).length;
    asked += otherFound.length;
    sum += found.reduce((total, { score }) => total + score, 0);
    otherSum += otherFound.reduce((total, { score }) => total + score, 0);
  }
  return { shared: (10 * shared) / asked, ranks: sum / otherSum };
}
