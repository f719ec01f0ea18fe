import { referralStates, type ReferralState, type Urgency } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import { isLongWait, referralClocks, type ReferralMoments, resumedDue } from './referral-clocks.js';
import { loadServiceLevels, referralServiceLevels } from './service-levels.js';

const clinic = { ...defaultCalendar('America/New_York'), closedDates: ['2027-05-31'] };
const pacific = defaultCalendar('America/Los_Angeles');
const calendars = { clinic, partner: clinic };

/** Tuesday 6 April 2027, 10:00 in New York. */
const now = new Date('2027-04-06T14:00:00Z');
const at = (date: string, time = '17:00'): string => new Date(`${date}T${time}:00-04:00`).toISOString();

const moments = (state: ReferralState, over: Partial<ReferralMoments> = {}): ReferralMoments => ({
  state,
  role: 'physical-therapy',
  urgency: 'routine',
  enteredAt: now,
  sentAt: now,
  visitAt: null,
  reportedAt: null,
  nextReportOn: null,
  reviewOn: null,
  isSettled: false,
  ...over,
});

const dueOf = (state: ReferralState, over: Partial<ReferralMoments> = {}): string[] =>
  referralClocks(moments(state, over), calendars).map(({ level, dueAt }) => `${level.id} ${dueAt.toISOString()}`);

describe('the clocks of a referral', () => {
  it.each<[ReferralState, Urgency, string, string]>([
    ['draft', 'routine', 'send', at('2027-04-08')],
    ['draft', 'urgent', 'send', at('2027-04-06')],
    ['sent', 'routine', 'answer', at('2027-04-08')],
    ['sent', 'urgent', 'answer', at('2027-04-07')],
    ['received', 'same-day', 'answer', at('2027-04-06')],
    ['received', 'emergency', 'answer', at('2027-04-06', '11:00')],
    ['info-requested', 'routine', 'supply', at('2027-04-08')],
    ['accepted', 'routine', 'book', at('2027-04-20')],
    ['accepted', 'urgent', 'book', at('2027-04-09')],
    ['no-show', 'routine', 'contact', at('2027-04-07')],
    ['appointment-cancelled', 'routine', 'rebook', at('2027-04-08')],
    ['cancel-requested', 'routine', 'cancel', at('2027-04-08')],
    ['declined', 'routine', 'return', at('2027-04-15')],
    ['completed', 'routine', 'read', at('2027-04-13')],
  ])('%s, %s: %s', (state, urgency, clock, due) => {
    expect(dueOf(state, { urgency })).toEqual([`${clock} ${due}`]);
  });

  it('run both ways while the partner cannot be reached: ours first, its own unmoved', () => {
    expect(dueOf('undeliverable')).toEqual([`reach ${at('2027-04-07')}`, `answer ${at('2027-04-08')}`]);
  });

  it('wait for the visit, then for the report, then for the next one', () => {
    const visitAt = new Date('2027-04-12T14:00:00Z');
    expect(dueOf('scheduled', { visitAt })).toEqual([`report ${at('2027-04-21')}`]);
    expect(dueOf('interim', { visitAt })).toEqual([`report ${at('2027-04-21')}`]);
    const reportedAt = new Date('2027-04-14T14:00:00Z');
    expect(dueOf('interim', { visitAt, reportedAt })).toEqual([`next-report ${at('2027-05-12')}`]);
    const nextReportOn = '2027-05-31';
    expect(dueOf('interim', { visitAt, reportedAt, nextReportOn })).toEqual([`next-report ${at('2027-06-01')}`]);
  });

  it('look again on the day that was set', () => {
    expect(dueOf('on-hold', { reviewOn: '2027-04-30' })).toEqual([`review ${at('2027-04-30')}`]);
    expect(dueOf('waitlisted', { reviewOn: '2027-05-31' })).toEqual([`place ${at('2027-06-01')}`]);
  });

  it('count in the days of whoever has to move', () => {
    const [clock] = referralClocks(moments('sent'), { clinic, partner: pacific });
    expect(clock?.dueAt.toISOString()).toBe('2027-04-09T00:00:00.000Z');
    const [ours] = referralClocks(moments('info-requested'), { clinic, partner: pacific });
    expect(ours?.dueAt.toISOString()).toBe(at('2027-04-08'));
  });

  it('are what was agreed with a partner, where something was', () => {
    const agreed = { answer: { routine: '5bd' }, book: { urgent: '1bd' } };
    const due = (state: ReferralState, urgency: Urgency) =>
      referralClocks(moments(state, { urgency }), calendars, { agreed })[0]?.dueAt.toISOString();
    expect(due('sent', 'routine')).toBe(at('2027-04-13'));
    expect(due('sent', 'urgent')).toBe(at('2027-04-07'));
    expect(due('accepted', 'urgent')).toBe(at('2027-04-07'));
  });

  it('give no less time than the handoff that asked', () => {
    const noSooner = { answer: new Date(at('2027-04-12')) };
    const [clock] = referralClocks(moments('sent'), calendars, { noSooner });
    expect(clock?.dueAt.toISOString()).toBe(at('2027-04-12'));
  });

  it('ask no appointment of whoever is only informed, and nothing once somebody else was asked', () => {
    expect(dueOf('accepted', { role: 'pharmacy' })).toEqual([]);
    expect(dueOf('declined', { isSettled: true })).toEqual([]);
  });

  it('climb a ladder, each rung at its own moment', () => {
    const ladder = (state: ReferralState, over: Partial<ReferralMoments> = {}) =>
      referralClocks(moments(state, over), calendars)[0]?.rungs.map(
        ({ at: moment, rung }) => `${rung.event ?? rung.tell} ${moment.toISOString()}`,
      );
    expect(ladder('sent')).toEqual([
      `partner ${at('2027-04-08')}`,
      `coordinator ${at('2027-04-09')}`,
      `physician ${at('2027-04-12')}`,
    ]);
    expect(ladder('cancel-requested')).toEqual([
      `partner ${at('2027-04-07')}`,
      `confirm-cancellation ${at('2027-04-08')}`,
    ]);
    expect(ladder('interim', { visitAt: now })).toEqual([
      `partner ${at('2027-04-15')}`,
      `coordinator ${at('2027-04-20')}`,
    ]);
  });

  it('leave no state without one in which somebody has to move', () => {
    const moving = { visitAt: now, reviewOn: '2027-05-03' };
    const silent = referralStates.filter((state) => dueOf(state, moving).length === 0);
    expect(silent).toEqual(['cancelled', 'closed-confirmed', 'entered-in-error']);
  });
});

describe('a clock that a question stopped', () => {
  const due = new Date(at('2027-04-09'));

  it('goes on with the opening hours it had left', () => {
    const stoppedAt = new Date(at('2027-04-08', '10:00'));
    const resumed = resumedDue({ dueAt: due, stoppedAt }, new Date(at('2027-04-09', '10:00')), clinic);
    expect(resumed.toISOString()).toBe(at('2027-04-12'));
  });

  it('ends with a day, not some minutes into the next', () => {
    const stoppedAt = new Date(at('2027-04-08', '10:00'));
    const resumed = (time: string) =>
      resumedDue({ dueAt: due, stoppedAt }, new Date(at('2027-04-09', time)), clinic).toISOString();
    expect(resumed('10:01')).toBe(at('2027-04-12'));
    expect(resumed('14:00')).toBe(at('2027-04-13'));
  });

  it('leaves at least one business day, even where nothing was left', () => {
    const late = new Date(at('2027-04-09', '16:30'));
    const resumedAt = new Date(at('2027-04-13', '11:00'));
    expect(resumedDue({ dueAt: due, stoppedAt: late }, resumedAt, clinic).toISOString()).toBe(at('2027-04-14'));
    const after = new Date(at('2027-04-10', '11:00'));
    expect(resumedDue({ dueAt: due, stoppedAt: after }, resumedAt, clinic).toISOString()).toBe(at('2027-04-14'));
  });
});

it('a waiting list is long from the eleventh business day on', () => {
  expect(isLongWait(now, '2027-04-20', clinic)).toBe(false);
  expect(isLongWait(now, '2027-04-21', clinic)).toBe(true);
});

describe('the file of service levels', () => {
  const [first] = referralServiceLevels.clocks;
  const file = (over: object) => () => loadServiceLevels({ version: 1, clocks: [{ ...first, ...over }] });

  it('is refused with every fault', () => {
    expect(file({})).not.toThrow();
    expect(file({ runs: ['somewhere'] })).toThrow('runs');
    expect(file({ within: { ...first?.within, routine: 'soon' } })).toThrow('business days');
    expect(file({ colour: 'red' })).toThrow('colour');
    expect(() => loadServiceLevels({ version: 1, clocks: [first, first] })).toThrow('Two clocks');
  });
});
