/** A number that extraction reaches on texts with known answers. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** What it must reach; null where it is only told. */
  readonly floor: number | null;
  /** What was counted: "4022 of 4230". */
  readonly counted: string;
  /** "%" or "articles/s". */
  readonly unit: string;
}

/** A place where extraction is wrong, for the page that shows where to push. */
export interface Mistake {
  readonly kind: string;
  readonly article: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly expected: string;
  readonly got: string;
}

export interface Measured {
  readonly figures: readonly Figure[];
  readonly mistakes: readonly Mistake[];
}

/** One measurement over one set of texts. */
export interface Measure {
  readonly title: string;
  /** The file or folder that it needs, below the data folder. */
  readonly data: string;
  /** @param path where that file or folder is. */
  run(path: string): Measured;
}

/** What was found, right and wrong, against what should have been. */
export class Count {
  right = 0;
  found = 0;
  expected = 0;

  /** In per cent; 0 where nothing was found. */
  get precision(): number {
    return (100 * this.right) / Math.max(this.found, 1);
  }

  /** In per cent; 0 where nothing was expected. */
  get recall(): number {
    return (100 * this.right) / Math.max(this.expected, 1);
  }

  /** The harmonic mean of precision and recall, in per cent. */
  get f1(): number {
    return (200 * this.right) / Math.max(this.found + this.expected, 1);
  }

  /** Precision, recall and the counts in words. */
  toString(): string {
    const { precision, recall, right, found, expected } = this;
    return `P ${precision.toFixed(1)} R ${recall.toFixed(1)} (${right} right, ${found} found, ${expected} expected)`;
  }
}
