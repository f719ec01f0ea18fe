import { partnerUpdated, type ReferralAlternative } from '#contracts';
import { coordinator, member, partnerUser, ReferralContext } from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

describe('how long a partner takes', () => {
  let context: ReferralContext;
  let moves: Moves;
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
  });
  afterAll(() => context?.close());

  const turnaround = async (partner: string, as = coordinator) =>
    context.request('GET', `/api/referrals/turnaround?partner=${partner}`, { as });

  /** Asked on Tuesday at 10:00; the partner asks back at once, we answer a week later, and it accepts after so many business hours more. */
  const answered = async (acceptedOn: string, time: string): Promise<void> => {
    context.clock.set(newYork('2027-04-06', '10:00'));
    const plan = await context.newPlan({ team: [member('physical-therapy', 'pt-east')] });
    const { id } = await moves.only(plan);
    const as = partnerUser('pt-east');
    await moves.done(id, 'request-information', { missing: [{ part: 'goals', why: 'none' }] }, as);
    context.clock.set(newYork('2027-04-13', '10:00'));
    await moves.done(id, 'answer', { answers: [{ part: 'goals', answer: 'Walk 40 minutes.' }] }, coordinator);
    context.clock.set(newYork(acceptedOn, time));
    await moves.done(id, 'accept', {}, as);
    context.clock.set(newYork('2027-04-20', '10:00'));
    await moves.done(id, 'book', { startsAt: newYork('2027-04-30', '10:00') }, as);
  };

  it('is a median with its count, in its own days and without our time; below five it says nothing', async () => {
    const waits: [string, string][] = [
      ['2027-04-14', '10:00'],
      ['2027-04-14', '10:00'],
      ['2027-04-15', '10:00'],
      ['2027-04-19', '10:00'],
    ];
    for (const [day, time] of waits) await answered(day, time);
    expect((await turnaround('pt-east')).body).toMatchObject({
      answer: { n: 4, medianBusinessDays: null, note: 'n too small' },
    });
    await answered('2027-04-16', '10:00');
    // 1, 1, 2, 3 and 4 business days; our week is not among them.
    expect((await turnaround('pt-east')).body).toMatchObject({
      partnerId: 'pt-east',
      answer: { n: 5, medianBusinessDays: 2, note: null },
      appointment: { n: 5, medianBusinessDays: 3 },
      report: { n: 0, medianBusinessDays: null },
    });
    expect((await turnaround('nobody')).status).toBe(404);
    expect((await turnaround('pt-east', partnerUser('pt-east'))).status).toBe(403);
  });

  it('stands beside each choice, after who has room', async () => {
    context.clock.set(newYork('2027-04-06', '10:00'));
    const known = ['pt-full', 'pt-list', 'pt-open', 'pt-away', 'pt-gone'];
    for (const id of known) await context.newPartner(id, ['physical-therapy']);
    const said = {
      'pt-full': { capacity: { state: 'closed', waitWeeks: null } },
      'pt-list': { capacity: { state: 'waitlist', waitWeeks: 3 } },
      'pt-open': { capacity: { state: 'open', waitWeeks: null } },
      'pt-away': { absences: [{ from: '2027-04-01', until: '2027-04-06', note: null }] },
      'pt-gone': { active: false },
    } as const;
    for (const [partnerId, over] of Object.entries(said)) {
      const calendar = { timeZone: 'America/New_York', workDays: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:00' };
      const base = { partnerId, kind: 'partner', name: `Clinic ${partnerId}`, roles: ['physical-therapy'] } as const;
      const partner = { ...base, calendar: { ...calendar, closedDates: [] }, active: true, revision: 2, ...over };
      await context.deliver(
        partnerUpdated.of({
          subject: partnerId,
          time: context.clock.now(),
          data: { partner: partner as never, at: context.clock.now().toISOString() },
        }),
      );
    }
    const plan = await context.newPlan();
    const { id } = await moves.only(plan);
    const others = async () =>
      (
        (await context.request('GET', `/api/referrals/${id}/alternatives`, { as: coordinator })).body as {
          items: ReferralAlternative[];
        }
      ).items.map(({ partnerId }) => partnerId);
    expect(await others()).toEqual(['pt-open', 'pt-east', 'pt-list', 'pt-full']);
    const asked = await moves.done(id, 'transfer', { partnerId: 'pt-open', reason: 'room' }, coordinator);
    await moves.done(asked.id, 'decline', { family: 'capacity', reason: 'full' }, partnerUser('pt-open'));
    expect(await others()).toEqual(['pt-east', 'pt-list', 'pt-full']);
    context.clock.set(newYork('2027-04-07', '10:00'));
    expect(await others()).toEqual(['pt-away', 'pt-east', 'pt-list', 'pt-full'].sort((a, b) => rank(a) - rank(b)));
    expect(
      (await context.request('GET', `/api/referrals/${id}/alternatives`, { as: partnerUser('pt-north') })).status,
    ).toBe(403);
  });
});

/** Of two that have not said whether there is room, the one with a known median comes first. */
const rank = (partnerId: string): number => ['pt-east', 'pt-away', 'pt-list', 'pt-full'].indexOf(partnerId);
