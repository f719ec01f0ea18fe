import type { Partner } from '#contracts';
import { csvColumns, readCsv, writeCsv } from './partner-csv.js';

const partner = (facts: Partial<Partner> = {}): Partner => ({
  partnerId: 'pt-north',
  kind: 'partner',
  name: 'PT-North, "the" clinic',
  roles: ['physical-therapy', 'pelvic-floor-therapy'],
  calendar: {
    timeZone: 'America/New_York',
    workDays: [1, 3],
    opens: '08:00',
    closes: '17:00',
    closedDates: ['2027-05-31'],
  },
  active: true,
  capacity: { state: 'waitlist', waitWeeks: 3 },
  phone: '+1 212 555 0100',
  people: [],
  preferences: { channels: {}, digestAt: null },
  revision: 1,
  ...facts,
});
const lines = (text: string): string[] => text.trim().split('\n');
const changed = (row: number, from: string, to: string): string => {
  const all = lines(writeCsv([partner(), partner({ partnerId: 'pt-south' })]));
  all[row - 1] = all[row - 1]?.replace(from, to) ?? '';
  return all.join('\n');
};

describe('the directory as CSV', () => {
  it('is read as it was written', () => {
    const { people: _p, preferences: _q, revision: _r, ...entry } = partner();
    expect(readCsv(writeCsv([partner()]))).toEqual({ entries: [entry], errors: [] });
    const bare = partner({ name: '=HYPERLINK("x")', phone: undefined, capacity: undefined, roles: [], active: false });
    expect(readCsv(`\ufeff${writeCsv([bare])}`).entries).toMatchObject([
      { name: '=HYPERLINK("x")', phone: null, roles: [], active: false },
    ]);
  });

  it('holds no formula', () => {
    const text = writeCsv([partner({ name: '=1+1' }), partner({ name: '@SUM(A1)' }), partner({ name: '-2' })]);
    for (const cell of text.split(/[,\n]/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
  });

  it.each([
    [changed(3, 'America/New_York', 'Mars/Olympus'), 'row 3, timeZone', 'an IANA time zone such as America/New_York'],
    [changed(2, '08:00', '8'), 'row 2, opens', 'HH:MM'],
    [changed(2, '17:00', '07:00'), 'row 2, closes', 'must be later than `opens`'],
    [changed(3, 'pt-south', 'pt-north'), 'row 3, partnerId', 'stands in row 2 already'],
    [
      changed(2, ',yes,', ',yes,,'),
      'row 2',
      `has ${csvColumns.length + 1} cells, the heading has ${csvColumns.length}`,
    ],
    [changed(1, 'roles', 'rolls'), 'row 1, roles', 'this column is missing'],
    [changed(1, 'roles', 'rolls'), 'row 1, rolls', 'there is no such column'],
    ['"a', 'row 1', 'is no row of a CSV table: look at its quotation marks'],
  ])('names row and column of a fault (%#)', (text, path, message) => {
    expect(readCsv(text).errors).toContainEqual({ path, message });
  });

  it('names all faults at once', () => {
    const text = changed(2, ',yes,', ',perhaps,').replaceAll('physical-therapy', 'magic');
    expect(readCsv(text).errors.map(({ path }) => path)).toEqual(['row 2, roles', 'row 2, active', 'row 3, roles']);
  });
});
