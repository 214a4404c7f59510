/** Whether the page has room for one column only; the same width as in explorer.css. */
export function isNarrow(): boolean {
  return matchMedia('(max-width: 720px)').matches;
}
