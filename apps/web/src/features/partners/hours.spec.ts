import { openness } from './hours.js';

const calendar = {
  timeZone: 'America/Chicago',
  workDays: [1, 2, 3, 4, 5],
  opens: '08:00',
  closes: '17:00',
  closedDates: ['2027-04-05'],
};
const at = (instant: string, absences: Parameters<typeof openness>[1] = []) =>
  openness(calendar, absences, new Date(instant));

describe('openness', () => {
  it('counts in the organization’s own zone', () => {
    expect(at('2027-04-06T13:00:00Z')).toEqual({ kind: 'open', until: '17:00' });
    expect(at('2027-04-06T12:59:00Z')).toEqual({ kind: 'closed', opens: { day: 2, at: '08:00' } });
    expect(at('2027-04-06T22:00:00Z')).toEqual({ kind: 'closed', opens: { day: 3, at: '08:00' } });
  });

  it('leaves out weekends and closed days', () => {
    expect(at('2027-04-02T23:00:00Z')).toEqual({ kind: 'closed', opens: { day: 2, at: '08:00' } });
  });

  it('says until when everybody is away', () => {
    const absences = [{ from: '2027-04-06', until: '2027-04-09', note: null }];
    expect(at('2027-04-06T15:00:00Z', absences)).toEqual({ kind: 'away', until: '2027-04-09' });
  });

  it('knows of an organization that is closed for good', () => {
    const shut = openness({ ...calendar, workDays: [] }, [], new Date('2027-04-06T15:00:00Z'));
    expect(shut).toEqual({ kind: 'closed', opens: null });
  });
});
