import { caseDates, scenarioClosedDates, scenarioDay0, scenarioZone } from '../../../../test/cases/case.js';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { ladderOf, nextAlarm } from './escalation-ladder.js';

const at = caseDates(scenarioDay0, scenarioZone);
const day = (n: number, time: string): Date => new Date(at.instant(n, time));
const calendar = { ...defaultCalendar(scenarioZone), closedDates: [...scenarioClosedDates] };

it('routine: at due, one and two business days after it', () => {
  expect(ladderOf({ urgency: 'routine', dueAt: day(56, '17:00'), calendar })).toEqual([
    { step: 'reminder', at: day(56, '17:00') },
    { step: 'coordinator', at: day(57, '17:00') },
    { step: 'physician', at: day(58, '17:00') },
  ]);
});

it('urgent: four business hours before and after, a business day after', () => {
  expect(ladderOf({ urgency: 'urgent', dueAt: day(1, '17:00'), calendar })).toEqual([
    { step: 'reminder', at: day(1, '13:00') },
    { step: 'coordinator', at: day(2, '12:00') },
    { step: 'physician', at: day(2, '17:00') },
  ]);
});

it('same day: by the hour', () => {
  expect(ladderOf({ urgency: 'same-day', dueAt: day(9, '18:10'), calendar })).toEqual([
    { step: 'coordinator', at: day(9, '19:10') },
    { step: 'physician', at: day(9, '20:10') },
  ]);
});

it('counts in the partner’s own time', () => {
  const pacific = { ...calendar, timeZone: 'America/Los_Angeles' };
  const [reminder, coordinator] = ladderOf({
    urgency: 'routine',
    dueAt: new Date('2027-06-01T17:00:00-07:00'),
    calendar: pacific,
  });
  expect(reminder?.at.toISOString()).toBe('2027-06-02T00:00:00.000Z');
  expect(coordinator?.at.toISOString()).toBe('2027-06-03T00:00:00.000Z');
});

it('passes over weekends, closed days and the night', () => {
  // Friday before Memorial Day: half a day after its closing is Tuesday noon.
  const [, coordinator] = ladderOf({ urgency: 'urgent', dueAt: day(52, '17:00'), calendar });
  expect(coordinator?.at).toEqual(day(56, '12:00'));
  const [reminder] = ladderOf({ urgency: 'urgent', dueAt: day(56, '10:00'), calendar });
  expect(reminder?.at).toEqual(day(52, '15:00'));
});

it('an emergency rings every quarter of an hour, and makes up for nothing', () => {
  const opened = day(0, '16:40');
  expect(nextAlarm(opened, opened)).toEqual(day(0, '16:55'));
  expect(nextAlarm(opened, day(0, '16:55'))).toEqual(day(0, '17:10'));
  expect(nextAlarm(opened, day(3, '10:01'))).toEqual(day(3, '10:10'));
});
