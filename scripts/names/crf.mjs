// A linear-chain conditional random field (Lafferty et al. 2001), trained with AdaGrad (Duchi et al. 2011), a sentence a step.

/** Tags as BILOU: O, and Begin, Inside, Last, Unit of each kind. */
export const labels = [
  'O',
  ...['PER', 'ORG', 'LOC', 'MISC'].flatMap((kind) => ['B', 'I', 'L', 'U'].map((part) => `${part}-${kind}`)),
];

/** May `to` follow `from`? Both by index. */
export function mayFollow(from, to) {
  const open = /^[BI]/.test(labels[from]);
  const goesOn = /^[IL]/.test(labels[to]);
  return open ? goesOn && labels[from].slice(2) === labels[to].slice(2) : !goesOn;
}

/** BIO tags as indices of labels. */
export function labelsOf(tags, sentenceStarts) {
  const starts = new Set(sentenceStarts);
  return tags.map((tag, i) => {
    if (tag === 'O') return 0;
    const kind = tag.slice(2);
    const next = i + 1 < tags.length && !starts.has(i + 1) ? tags[i + 1] : 'O';
    const goesOn = next === `I-${kind}`;
    return labels.indexOf(
      `${tag[0] === 'B' || starts.has(i) || tags[i - 1] === 'O' ? (goesOn ? 'B' : 'U') : goesOn ? 'I' : 'L'}-${kind}`,
    );
  });
}

const L = labels.length;
const allowed = Array.from({ length: L * L }, (_, i) => mayFollow(Math.floor(i / L), i % L));
const allowedFirst = labels.map((label) => !/^[IL]/.test(label));
const allowedLast = labels.map((label) => !/^[BI]/.test(label));

/** What comes to label y of word i from the labels of the word before. */
function before(alpha, exped, i, y) {
  let total = 0;
  for (let x = 0; x < L; x++) total += alpha[(i - 1) * L + x] * exped[x * L + y];
  return total;
}

/** What comes to label x of word i from the labels of the word after. */
function after(beta, emit, exped, i, x) {
  let total = 0;
  for (let y = 0; y < L; y++) total += exped[x * L + y] * emit[(i + 1) * L + y] * beta[(i + 1) * L + y];
  return total;
}

/** Probabilities of labels in one sentence: forward and backward sums in `alpha` and `beta`, kept in bounds by scaling. */
function forwardBackward(scores, exped, n) {
  const alpha = new Float64Array(n * L);
  const beta = new Float64Array(n * L);
  const emit = new Float64Array(n * L);
  for (let i = 0; i < n; i++) {
    let top = -Infinity;
    for (let y = 0; y < L; y++) top = Math.max(top, scores[i * L + y]);
    for (let y = 0; y < L; y++) emit[i * L + y] = Math.exp(scores[i * L + y] - top);
  }
  const scale = (array, i) => {
    let sum = 0;
    for (let y = 0; y < L; y++) sum += array[i * L + y];
    for (let y = 0; y < L; y++) array[i * L + y] /= sum;
  };
  for (let i = 0; i < n; i++) {
    for (let y = 0; y < L; y++)
      alpha[i * L + y] = emit[i * L + y] * (i > 0 ? before(alpha, exped, i, y) : Number(allowedFirst[y]));
    scale(alpha, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let x = 0; x < L; x++) beta[i * L + x] = i < n - 1 ? after(beta, emit, exped, i, x) : Number(allowedLast[x]);
    scale(beta, i);
  }
  return { alpha, beta, emit };
}

/** One step on one sentence: moves the weights of its features towards the gold labels. */
function step(model, sentence, rate) {
  const { weights, squares, transitions, transitionSquares } = model;
  const { features, gold } = sentence;
  const n = gold.length;
  const scores = new Float64Array(n * L);
  features.forEach((list, i) => {
    for (const feature of list) for (let y = 0, w = feature * L; y < L; y++) scores[i * L + y] += weights[w + y];
  });
  const exped = Float64Array.from(transitions, (value, i) => (allowed[i] ? Math.exp(value) : 0));
  const { alpha, beta, emit } = forwardBackward(scores, exped, n);
  const error = new Float64Array(n * L);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let y = 0; y < L; y++) sum += error[i * L + y] = alpha[i * L + y] * beta[i * L + y];
    for (let y = 0; y < L; y++) error[i * L + y] = (y === gold[i] ? 1 : 0) - error[i * L + y] / sum;
  }
  const move = (array, sums, at, gradient) => {
    if (gradient > -1e-6 && gradient < 1e-6) return;
    sums[at] += gradient * gradient;
    array[at] += (rate * gradient) / Math.sqrt(sums[at]);
  };
  features.forEach((list, i) => {
    for (const feature of list)
      for (let y = 0, w = feature * L; y < L; y++) move(weights, squares, w + y, error[i * L + y]);
  });
  const pair = new Float64Array(L * L);
  for (let i = 1; i < n; i++) {
    let sum = 0;
    const here = new Float64Array(L * L);
    for (let x = 0; x < L; x++)
      for (let y = 0; y < L; y++)
        sum += here[x * L + y] = alpha[(i - 1) * L + x] * exped[x * L + y] * emit[i * L + y] * beta[i * L + y];
    for (let xy = 0; xy < L * L; xy++) pair[xy] -= here[xy] / sum;
    pair[gold[i - 1] * L + gold[i]] += 1;
  }
  for (let xy = 0; xy < L * L; xy++) if (allowed[xy]) move(transitions, transitionSquares, xy, pair[xy]);
}

function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Trains on sentences of { features: hashes of each word, gold: label of each word }. Same sentences, same answer.
 * @returns the weights by feature hash (an array of one weight a label), and the transitions.
 */
export function train(sentences, { rounds = 12, rate = 0.15, shrink = 0.06, dropout = 0.1, rarest = 1 } = {}) {
  const counts = new Map();
  for (const { features } of sentences)
    for (const list of features) for (const hash of list) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const index = new Map([...counts].filter(([, count]) => count >= rarest).map(([hash], i) => [hash, i]));
  const known = sentences.map(({ features, gold }) => ({
    gold,
    features: features.map((list) => [...list].filter((hash) => index.has(hash)).map((hash) => index.get(hash))),
  }));
  const model = {
    weights: new Float32Array(index.size * L),
    squares: new Float32Array(index.size * L).fill(1),
    transitions: new Float64Array(L * L),
    transitionSquares: new Float64Array(L * L).fill(1),
  };
  const next = random(7);
  for (let round = 0; round < rounds; round++) {
    const order = known.map((sentence) => [next(), sentence]).sort((a, b) => a[0] - b[0]);
    for (const [, sentence] of order) {
      const thinned =
        dropout > 0
          ? { ...sentence, features: sentence.features.map((list) => list.filter(() => next() >= dropout)) }
          : sentence;
      step(model, thinned, rate);
    }
    if (round < rounds - 1) model.weights.forEach((weight, i) => (model.weights[i] = weight * (1 - shrink)));
  }
  return { index, weights: model.weights, transitions: model.transitions };
}
