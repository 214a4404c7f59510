import { newId } from '../../src/data/newId';

test('an id is a uuid of version 7: the time in front, in order, and chance behind', () => {
  const [before, ids, after] = [Date.now(), Array.from({ length: 1000 }, newId), Date.now()];
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const times = ids.map((id) => Number.parseInt(id.slice(0, 13).replace('-', ''), 16));
  expect(times).toEqual([...times].sort((one, other) => one - other));
  expect(times[0]).toBeGreaterThanOrEqual(before);
  expect(times.at(-1)).toBeLessThanOrEqual(after);
  expect(new Set(ids.map((id) => id.slice(15))).size).toBe(1000);
});
