/** A body in the making: paragraphs joined by one blank line, and where in it the words of its records stand. */
export class Body {
  #text = '';

  /** The text so far. */
  get text() {
    return this.#text;
  }

  get length() {
    return this.#text.length;
  }

  paragraph() {
    if (this.#text !== '') this.#text += '\n\n';
  }

  /**
   * Adds words.
   * @returns their span: offsets in code points, half-open. (No word here is outside the Basic Multilingual Plane, where
   *   a UTF-16 unit is a code point.)
   */
  add(words) {
    const start = this.#text.length;
    this.#text += words;
    return { start, end: start + words.length, text: words };
  }
}
