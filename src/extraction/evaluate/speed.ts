import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Story } from '../extraction';
import { extract } from '../extract';
import { cutStory } from '../story/cutStory';
import { type Figure, type Measure } from './measure';
import { storyOf } from './polnearData';

/** How many articles a core extracts in a second. */
export const speedOnPolnear: Measure = {
  title: 'Speed (PolNeAR)',
  data: 'quotes/polnear.dev.jsonl',
  run(file) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const articles = lines.map((line) => JSON.parse(line) as { title: string; text: string });
    return { figures: [speedOf(articles.map(({ title, text }) => storyOf(title, text)))], mistakes: [] };
  },
};

/** The same over newswire, which has shorter articles. */
export const speedOnReuters: Measure = {
  title: 'Speed (Reuters-21578)',
  data: 'newswire/reuters',
  run(folder) {
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.sgm'))
      .slice(0, 2);
    const texts = files.flatMap(
      (file) => readFileSync(path.join(folder, file), 'latin1').match(/(?<=<BODY>)[^<]*/g) ?? [],
    );
    return { figures: [speedOf(texts.map((text) => cutStory(text, { language: 'en' })))], mistakes: [] };
  },
};

/** Extracts all of them twice, once to warm up. */
function speedOf(stories: readonly Story[]): Figure {
  for (const story of stories.slice(0, 200)) extract(story);
  const before = process.cpuUsage();
  for (const story of stories) extract(story);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const words = stories.reduce((sum, { body }) => sum + body.split(/\s+/).length, 0);
  const counted = `${stories.length} articles, ${Math.round(words / stories.length)} words each, ${seconds.toFixed(1)} s of CPU time`;
  return { name: 'articles a second and core', value: stories.length / seconds, floor: 100, counted, unit: '/s' };
}
