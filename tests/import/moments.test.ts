import { momentIn } from '../../src/import/moments';

const iso = (given: string): string | null => {
  const moment = momentIn(given);
  return moment && `${moment.at.toISOString()}${moment.isZoned ? '' : ' without a zone'}`;
};

test.each([
  ['2027-07-01T10:00:00Z', '2027-07-01T10:00:00.000Z'],
  ['2027-07-01T10:00:00+09:00', '2027-07-01T01:00:00.000Z'],
  ['2027-07-01T10:00:00.25-0330', '2027-07-01T13:30:00.250Z'],
  ['2027-07-01 10:00Z', '2027-07-01T10:00:00.000Z'],
  ['2027-07-01T10:00:00', '2027-07-01T10:00:00.000Z without a zone'],
  ['2027-07-01', '2027-07-01T00:00:00.000Z without a zone'],
  ['20270701T100000+0200', '2027-07-01T08:00:00.000Z'],
  ['20270701', '2027-07-01T00:00:00.000Z without a zone'],
  ['Thu, 01 Jul 2027 10:00:00 GMT', '2027-07-01T10:00:00.000Z'],
  ['1 July 27 10:00 BST', '2027-07-01T09:00:00.000Z'],
  ['Thursday, 1 Jul 2027 10:00:00 CEST', '2027-07-01T08:00:00.000Z'],
  ['01 Jul 2027 10:00:00 MEST', '2027-07-01T08:00:00.000Z'],
  ['01 Jul 2027 10:00:00 AEST', '2027-07-01T00:00:00.000Z'],
  ['Thu, 01 Jul 2027 10:00:00 -0700 (PDT)', '2027-07-01T17:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ['29 Feb 2028 00:00 UTC', '2028-02-29T00:00:00.000Z'],
])('%s is %s', (given, wanted) => expect(iso(given)).toBe(wanted));

test.each([
  'Embargo 7',
  'Release 7',
  '1',
  '2027',
  '01/07/2027 10:00',
  '2027-02-31T10:00:00Z',
  '20270231T100000Z',
  'Sun, 31 Feb 2027 10:00:00 GMT',
  '2027-13-01T00:00:00Z',
  '2027-07-01T24:00:00Z',
  '2027-07-01T10:60:00Z',
  '2027-07-01T10:00:00+15:00',
  '1 Jul 2027 10:00 XYZ',
  'tomorrow',
  '',
  `2027-07-01T10:00:00Z${' '.repeat(100)}`,
])('%s is no moment', (given) => expect(iso(given)).toBeNull());

test('a text made to be slow is looked at once', () => {
  expect(momentIn(`1${' '.repeat(1_000_000)}Jul`)).toBeNull();
});
