/** The folders that the map names: the lines "  name/   what it is for" below `src/`. */
export function mappedFolders(readme: string): string[] {
  const map = /^src\/\n((?: +.*\n)+)/m.exec(readme)?.[1] ?? '';
  return [...map.matchAll(/^ {2}((?:[\w-]+\/ )+) +\S/gm)].flatMap(([, names]) =>
    names!.trim().replaceAll('/', '').split(' '),
  );
}

/** What links inside the project lead to. */
export function linksIn(readme: string): string[] {
  return [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
}

/** The variables of the table of settings, with their presets. */
export function settingsIn(readme: string): Record<string, string> {
  const rows = readme.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`)? *\|/gm);
  return Object.fromEntries([...rows].map(([, name, preset]) => [name!, preset ?? '']));
}

/** The bodies of the requests made with curl that have an answer printed below them, and those answers. */
export function printedRequests(readme: string): { request: string; answer: string }[] {
  const found = readme.matchAll(/--data '([^']+)'\n```\n+```json\n([^`]+)```/g);
  return [...found].map(([, request, answer]) => ({ request: request!, answer: answer! }));
}
