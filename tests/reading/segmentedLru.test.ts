import { SegmentedLru } from '../../src/reading/segmentedLru';

const entry = { value: 1 };
const open = () => new SegmentedLru<typeof entry>({ max: 50, maxSize: 1000, sizeOf: () => 10 });

test('what is asked once, however much of it, pushes out nothing that was asked twice', () => {
  const cache = open();
  cache.set('known', entry);
  expect(cache.get('known')).toBe(entry);
  for (let i = 0; i < 1000; i++) cache.set(`once ${i}`, entry);
  expect(cache.get('known')).toBe(entry);
  expect(cache.count).toBeLessThanOrEqual(50);
});

test('what must leave the protected segment is on probation again, and both keep to their room', () => {
  const cache = open();
  for (let i = 0; i < 60; i++) {
    cache.set(`twice ${i}`, entry);
    cache.get(`twice ${i}`);
  }
  expect(cache.count).toBe(50);
  expect(cache.size).toBe(500);
  expect(cache.has('twice 9')).toBe(false);
  expect(cache.get('twice 10')).toBe(entry); // the first of those that left
});

test('entries are counted by their size, and one that is larger than all the room is not kept', () => {
  const cache = new SegmentedLru<typeof entry>({ max: 50, maxSize: 1000, sizeOf: (_, key) => key.length });
  cache.set('x'.repeat(2000), entry);
  expect(cache.count).toBe(0);
  for (let i = 0; i < 50; i++) cache.set(`${i} ${'x'.repeat(100)}`, entry);
  expect(cache.size).toBeLessThanOrEqual(1000);
});
