/** The middle one; the mean of the middle two. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

/** A table in Markdown. @param rows objects of the same keys, which are the heads; all values strings */
export function table(rows) {
  const heads = Object.keys(rows[0]);
  const width = heads.map((head) => Math.max(head.length, ...rows.map((cells) => cells[head].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(width[i])).join(' | ')} |`;
  return [
    line(heads),
    line(width.map((count) => '-'.repeat(count))),
    ...rows.map((cells) => line(heads.map((head) => cells[head]))),
  ].join('\n');
}
