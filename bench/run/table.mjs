/** The middle one; the mean of the middle two. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
}

const middle = (results, key) => median(results.map((result) => result[key]));

/** One operation's cells. The ratio is taken round by round, so that a slow moment of the machine counts on both sides. */
export function row(operation, results, { bytes, compared, wrong }) {
  const cells = { operation: operation.file.replace('.graphql', '') };
  for (const [name, rounds] of results) {
    cells[`${name} req/s`] = middle(rounds, 'perSecond').toFixed(0);
    cells[`${name} CPU ms (node + pg)`] =
      `${middle(rounds, 'programCpu').toFixed(3)} + ${middle(rounds, 'databaseCpu').toFixed(3)}`;
    cells[`${name} p50/p99 ms`] = `${middle(rounds, 'p50').toFixed(1)}/${middle(rounds, 'p99').toFixed(1)}`;
  }
  const [floor, verbatim] = ['floor', 'verbatim'].map((name) => results.get(name));
  if (floor && verbatim) {
    const ratios = verbatim.map((result, i) => result.perSecond / floor[i].perSecond);
    cells.ratio = median(ratios).toFixed(2);
    cells['(range)'] = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    const cpu = (rounds) => middle(rounds, 'programCpu') + middle(rounds, 'databaseCpu');
    cells['by CPU'] = (cpu(floor) / cpu(verbatim)).toFixed(2);
    cells.same = wrong === 0 ? `${compared} of ${compared}` : `${compared - wrong} OF ${compared}`;
  }
  return { ...cells, bytes: bytes.toFixed(0) };
}

/** A table in Markdown. */
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
