/** Turns offsets in UTF-16 units of `text` into code points; offsets must not split a pair. */
export function codePointsOf(text: string): (unit: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (unit) => unit;
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    before[unit] = count;
    const low = text.charCodeAt(unit + 1);
    const pair = text.charCodeAt(unit) >> 10 === 0x36 && low >> 10 === 0x37;
    if (pair) before[(unit += 1)] = count;
    count += 1;
  }
  before[text.length] = count;
  return (unit) => before[unit]!;
}
