/**
 * Numbers that look random and are the same on every machine (sfc32).
 * @param {number} seed
 */
export function randomFrom(seed) {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 1;
  const bits = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let i = 0; i < 20; i += 1) bits();

  const fraction = () => bits() / 4294967296;
  /** A whole number from `least` to `most`, both included. */
  const whole = (least, most) => least + Math.floor(fraction() * (most - least + 1));
  const chance = (share) => fraction() < share;
  const pick = (list) => list[Math.floor(fraction() * list.length)];
  const hex = () => bits().toString(16).padStart(8, '0');
  const uuid = () => {
    const [one, two, three, four] = [hex(), hex(), hex(), hex()];
    return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-a${three.slice(1, 4)}-${three.slice(4)}${four}`;
  };
  return { fraction, whole, chance, pick, uuid };
}

/**
 * Picks an index with a Zipf-like popularity: weight (rank + flat) ^ -steep, rank from 0.
 * @returns {(random: ReturnType<typeof randomFrom>) => number}
 */
export function zipf(count, { steep = 0.95, flat = 5 } = {}) {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) sums[rank] = sum += (rank + flat) ** -steep;
  return (random) => {
    const wanted = random.fraction() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** `count` different values of `draw`; fewer where they are hard to come by. */
export function distinct(count, draw) {
  const found = new Set();
  for (let tries = 0; found.size < count && tries < count * 20; tries += 1) found.add(draw());
  return [...found];
}
