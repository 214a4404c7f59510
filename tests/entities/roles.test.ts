import { doublesAmong, type HeldRole } from '../../src/entities/people/mergeRoles';

test('of two roles that one person cannot have, the one stays that readers see more of', () => {
  const role = (id: string, more: Partial<HeldRole> = {}): HeldRole => ({
    id,
    title: 'Chief',
    organizationId: 'o',
    from: new Date(0),
    personId: 'p',
    articleId: 'x',
    isPublic: false,
    ...more,
  });
  expect(doublesAmong([role('1'), role('2')])).toEqual(['2']);
  expect(doublesAmong([role('1'), role('2', { isPublic: true })])).toEqual(['1']);
  expect(doublesAmong([role('1', { isPublic: true }), role('2', { articleId: null, isPublic: true })])).toEqual(['1']);
  expect(doublesAmong([role('1', { articleId: null }), role('2'), role('3', { isPublic: true })])).toEqual(['2', '3']);
  expect(doublesAmong([role('1'), role('2', { title: 'Other' })])).toEqual(['2']);
  expect(doublesAmong([role('1', { from: null }), role('2', { from: null, title: 'Other' })])).toEqual([]);
  expect(doublesAmong([role('1'), role('2', { organizationId: 'q' }), role('3', { personId: 'q' })])).toEqual([]);
});
