/** Counts, by the program's log, how many answers of each operation were ready. */
export class ReadyLines {
  #rest = '';
  #counts = new Map();

  /** @param stream the program's stderr, at log level info */
  constructor(stream) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => this.#take(text));
  }

  /** @returns for each operation since the last call: how many were answered, and how many of them were ready */
  counted() {
    const counts = this.#counts;
    this.#counts = new Map();
    return counts;
  }

  #take(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) {
      const operation = /"operation":"(\w+)"/.exec(line)?.[1];
      if (operation === undefined) continue;
      const count = this.#counts.get(operation) ?? { all: 0, ready: 0 };
      count.all += 1;
      if (line.includes('"ready":true')) count.ready += 1;
      this.#counts.set(operation, count);
    }
  }
}
