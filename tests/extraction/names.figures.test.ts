import { existsSync } from 'node:fs';
import path from 'node:path';
import { namesInConll } from '../../src/extraction/evaluate/namesInConll';
import { packageRoot } from '../../src/packageRoot';

describe('figures that must not fall', () => {
  const file = path.join(packageRoot, '..', 'shared', 'data', namesInConll.data);
  const there = existsSync(file);
  (there ? test : test.skip)(
    `names in CoNLL's validation texts${there ? '' : ' (skipped: ../shared/data is not there)'}`,
    () => {
      const [all] = namesInConll.run(file).figures;
      expect(all!.value).toBeGreaterThanOrEqual(72);
    },
  );
});
