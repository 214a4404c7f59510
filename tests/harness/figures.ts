/** Prints what a test has measured or tried, where FIGURES asks for it: FIGURES=1 npx jest tests/access. */
export function printFigures(text: string): void {
  if (process.env.FIGURES) process.stdout.write(`${text.trimEnd()}\n`);
}
