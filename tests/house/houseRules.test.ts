import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { filesBelow, namedForKind } from './houseRules';

describe('names', () => {
  test('no folder and no file is named for its kind', () => {
    expect(namedForKind(filesBelow(packageRoot, ['src', 'tests', 'scripts', 'bench']))).toEqual([]);
  });

  test('such a name is found wherever it stands', () => {
    const files = ['src/utils/slug.ts', 'src/articles/helpers.ts', 'src/common/a/b.ts', 'src/entities/people/index.ts'];
    expect(namedForKind([...files, 'src/entities/people/read.ts', 'src/text/spans.ts'])).toEqual(files);
  });
});

describe('rooms', () => {
  const command = [path.join(packageRoot, 'scripts/rooms.mjs'), '--json', '--types'];
  const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  const { rooms, layers, knots, upward } = JSON.parse(stdout) as Record<string, readonly string[]>;

  test('each has its place in the layers', () => {
    expect([...rooms!].sort()).toEqual([...layers!].sort());
  });

  test('none imports one below it, and none reaches itself through others', () => {
    expect({ upward, knots }).toEqual({ upward: [], knots: [] });
  });
});
