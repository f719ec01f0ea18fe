import { type ReferralState, referralStates } from '#contracts';
import type { CopiedAppointment } from './appointment-copies.js';
import { type AppointmentNews, appointmentSteps, towards } from './derive-appointment-steps.js';

const now = new Date('2027-04-06T14:00:00Z');
const friday = new Date('2027-04-09T14:00:00Z');
const monday = new Date('2027-04-12T14:00:00Z');

const visit = (id: string, startsAt: Date, state: CopiedAppointment['state'] = 'booked'): CopiedAppointment => ({
  ...{ id, role: 'physical-therapy', startsAt, state },
});
const referral = (state: ReferralState, over: object = {}) => ({
  ...{ state, before: null, family: null, holdCause: null, missing: [], followedById: null, confirmed: null },
  ...{ role: 'physical-therapy' as const, summaryAt: null },
  ...{ appointmentId: null, appointmentAt: null, appointmentConfirmed: false },
  ...over,
});
const scheduled = referral('scheduled', { appointmentId: 'a', appointmentAt: friday });
const events = (of: ReturnType<typeof appointmentSteps>) => of.steps.map(([event]) => event);
const news = (what: AppointmentNews['what'], id = 'a'): AppointmentNews => ({ what, id, words: 'Words.' });

/** What a booked visit is for a referral in each state: written by hand, against the table of states. */
const booked: Readonly<Record<ReferralState, string>> = {
  ...{ draft: 'stays', sent: 'stays', undeliverable: 'stays', received: 'stays', 'info-requested': 'stays' },
  ...{ accepted: 'book', waitlisted: 'book', scheduled: 'rebook', 'no-show': 'rebook' },
  ...{ 'appointment-cancelled': 'rebook', interim: 'nothing', 'on-hold': 'stays', 'cancel-requested': 'stays' },
  ...{ cancelled: 'stays', declined: 'stays', failed: 'stays', completed: 'stays' },
  ...{ 'closed-confirmed': 'stays', 'entered-in-error': 'stays' },
};
const missed: Partial<Record<ReferralState, string>> = { scheduled: 'miss', 'no-show': 'nothing' };
const took: Partial<Record<ReferralState, string>> = {
  ...{ accepted: 'start', waitlisted: 'start', scheduled: 'start', 'no-show': 'start' },
  ...{ 'appointment-cancelled': 'start', interim: 'nothing' },
};

const summary = (of: ReturnType<typeof appointmentSteps>): string =>
  of.steps.length > 0 ? events(of).join() : of.stays === null ? 'nothing' : 'stays';

describe('a referral follows its appointments', () => {
  it.each(referralStates)('%s: moves only where the table lets it, and says so where it does not', (state) => {
    const all = [visit('a', friday)];
    expect(summary(appointmentSteps(referral(state), news('booked'), { all, now }))).toBe(booked[state]);
    const gone = [visit('a', now, 'no-show')];
    expect(summary(appointmentSteps(referral(state), news('missed'), { all: gone, now }))).toBe(
      missed[state] ?? 'stays',
    );
    const done = [visit('a', now, 'fulfilled')];
    expect(summary(appointmentSteps(referral(state), news('fulfilled'), { all: done, now }))).toBe(
      took[state] ?? 'stays',
    );
  });

  it('follows the next visit of several, and the same news twice is one step', () => {
    const all = [visit('a', friday), visit('b', monday)];
    const first = towards(referral('accepted'), all[0]!);
    expect([events(first), first.follows.appointmentId]).toEqual([['book'], 'a']);
    expect(appointmentSteps(scheduled, news('booked', 'b'), { all, now })).toMatchObject({
      ...{ steps: [], stays: null },
      follows: { appointmentId: 'a' },
    });
    const moved = appointmentSteps(scheduled, news('moved'), {
      all: [visit('b', monday), visit('a', friday)].reverse(),
      now,
    });
    expect(moved.steps).toEqual([]);
  });

  it('goes on to another booked visit when its own is missed or cancelled, and waits when there is none', () => {
    const other = visit('b', monday);
    const gone = (state: CopiedAppointment['state']) => [visit('a', friday, state)];
    const later = new Date('2027-04-09T15:00:00Z');
    expect(
      events(appointmentSteps(scheduled, news('missed'), { all: [...gone('no-show'), other], now: later })),
    ).toEqual(['miss', 'rebook']);
    expect(events(appointmentSteps(scheduled, news('cancelled'), { all: [...gone('cancelled'), other], now }))).toEqual(
      ['rebook'],
    );
    expect(events(appointmentSteps(scheduled, news('cancelled'), { all: gone('cancelled'), now }))).toEqual([
      'cancel-visit',
    ]);
    expect(summary(appointmentSteps(scheduled, news('cancelled', 'b'), { all: [visit('a', friday)], now }))).toBe(
      'nothing',
    );
  });

  it('knows whether the patient has confirmed, until the time changes', () => {
    const all = [visit('a', friday, 'confirmed')];
    expect(appointmentSteps(scheduled, news('confirmed'), { all, now })).toMatchObject({
      ...{ steps: [], follows: { appointmentConfirmed: true } },
      stays: 'The patient has confirmed the time.',
    });
    const confirmed = { ...scheduled, appointmentConfirmed: true };
    expect(summary(appointmentSteps(confirmed, news('confirmed'), { all, now }))).toBe('nothing');
    expect(appointmentSteps(confirmed, news('moved'), { all: [visit('a', monday)], now })).toMatchObject({
      follows: { appointmentConfirmed: false },
    });
  });
});
