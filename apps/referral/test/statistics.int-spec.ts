import type { HandoffCounts, HandoffSummary, Page, Statistics, StatisticsFigure } from '#contracts';
import { parse } from 'csv-parse/sync';
import {
  coordinator,
  member,
  partnerUser,
  physician,
  type PlanDriver,
  ReferralContext,
  withDose,
  withPelvicRehab,
} from './referral.context.js';
import { Moves, newYork } from './referral.moves.js';

const administrator = {
  sub: 'administrator',
  name: 'Ada Administrator',
  role: 'administrator',
  partnerId: null,
} as const;
const therapist = partnerUser('pt-north');

describe('statistics of the loops', () => {
  let context: ReferralContext;
  let moves: Moves;
  const plans: PlanDriver[] = [];
  const period = 'from=2027-04-01&to=2027-04-30';

  const read = async (query = period, as: Parameters<typeof context.request>[2]['as'] = coordinator) =>
    (await context.request('GET', `/api/statistics?${query}`, { as })).body as Statistics;

  const rowsOf = async (filter: Record<string, string>): Promise<number> => {
    const query = new URLSearchParams({ ...filter, limit: '100' }).toString();
    const { status, body } = await context.request('GET', `/api/handoffs?${query}`, { as: coordinator });
    expect([query, status]).toEqual([query, 200]);
    const { items, next } = body as Page<HandoffSummary>;
    expect(next).toBeNull();
    return items.length;
  };

  /** Twelve patients: ten end well, one is declined, one waits; of the ten one is told of a change afterwards and does not answer. */
  beforeAll(async () => {
    context = await ReferralContext.create();
    moves = new Moves(context);
    for (let number = 0; number < 12; number += 1) {
      context.clock.set(newYork('2027-04-06', '10:00'));
      const team = [member('physical-therapy', 'pt-north')];
      plans.push(await context.newPlan({ team }));
    }
    for (const [number, plan] of plans.entries()) {
      const { id } = await moves.only(plan);
      if (number === 11) continue;
      if (number === 10) {
        context.clock.set(newYork('2027-04-07', '10:00'));
        await moves.done(id, 'decline', { family: 'capacity', reason: 'full' });
        continue;
      }
      context.clock.set(newYork(number < 5 ? '2027-04-07' : '2027-04-09', '10:00'));
      await context.acknowledge(await plan.only('open'), therapist);
      context.clock.set(newYork('2027-04-12', '10:00'));
      await moves.done(id, 'start', {});
      context.clock.set(newYork('2027-04-13', '10:00'));
      await moves.done(id, 'report', { text: 'Goals met.' });
      await moves.done(id, 'complete', { outcome: 'Goals met.' });
      if (number < 9) await moves.done(id, 'confirm', {}, coordinator);
    }
    context.clock.set(newYork('2027-04-14', '10:00'));
    await plans[0]!.publish(withDose(3));
    await plans[1]!.publish(withPelvicRehab());
    context.clock.set(newYork('2027-04-26', '10:00'));
  }, 120_000);
  afterAll(() => context?.close());

  it('says how many loops were closed and how long each part took, with n; under ten it says nothing', async () => {
    const { closedLoop, times, funnel, declines } = await read();
    expect(closedLoop).toMatchObject({ of: { count: 12 }, with: { count: 10 }, percent: 83 });
    expect(times.accept).toMatchObject({ n: 10, medianBusinessDays: 2, p90BusinessDays: 3 });
    expect(times.firstVisit).toMatchObject({ n: 10, medianBusinessDays: 4, p90BusinessDays: 4 });
    expect(times.acknowledge).toMatchObject({ n: 10, medianBusinessDays: 2, p90BusinessDays: 3, note: null });
    expect(times.close).toMatchObject({ n: 9, medianBusinessDays: null, p90BusinessDays: null, note: 'n too small' });
    expect(funnel.map(({ stage, count }) => [stage, count])).toEqual([
      ['sent', 12],
      ['received', 11],
      ['accepted', 10],
      ['visited', 10],
      ['reported', 10],
      ['closed', 9],
    ]);
    expect(declines.filter(({ count }) => count > 0)).toMatchObject([{ family: 'capacity', count: 1 }]);
  });

  it('counts what the board counts, and each figure’s filter lists exactly its rows', async () => {
    const counted = await read();
    const board = (await context.request('GET', '/api/handoffs/counts', { as: coordinator })).body as HandoffCounts;
    expect(counted.now.overdue.count).toBe(board.tiles.overdue);
    expect(counted.now.behind.count).toBe(board.tiles.behindOnVersion);
    expect(counted.now.notAcknowledged.count).toBe(board.tiles.notAcknowledged);
    expect(counted.now.behind.count).toBe(1);
    const byAge: Record<string, number> = {};
    for (const { band, count } of counted.ageing.flatMap(({ bands }) => bands))
      byAge[band] = (byAge[band] ?? 0) + count;
    expect(Object.fromEntries(Object.entries(byAge).filter(([, count]) => count > 0))).toEqual(board.byAge);

    const { closedLoop, times, now, declines, funnel, states, ageing, trend } = counted;
    const figures: [string, StatisticsFigure][] = [
      ['closed loop, of', closedLoop.of],
      ['closed loop, with', closedLoop.with],
      ...Object.entries(times).map(
        ([name, { n, filter }]) => [name, { count: n, filter }] as [string, StatisticsFigure],
      ),
      ...Object.entries(now),
      ...declines.map((one): [string, StatisticsFigure] => [one.family, one]),
      ...funnel.map((one): [string, StatisticsFigure] => [one.stage, one]),
      ...states.map((one): [string, StatisticsFigure] => [one.state, one]),
      ...ageing.flatMap(({ partner, bands }) =>
        bands.map((one): [string, StatisticsFigure] => [`${partner} ${one.band}`, one]),
      ),
      ...trend.flatMap((one): [string, StatisticsFigure][] => [
        [`${one.week} acknowledged`, one.acknowledged],
        [`${one.week} overdue`, one.overdue],
      ]),
    ];
    for (const [name, { count, filter }] of figures) expect([name, await rowsOf(filter)]).toEqual([name, count]);
    expect(trend.map(({ week }) => week)).toEqual(['2027-04-05', '2027-04-12']);
    expect(trend[0]).toMatchObject({ acknowledged: { count: 10 }, overdue: { count: 2 }, inTime: 5, percent: 42 });
  });

  it('is about the days that were asked for, at most a year of them', async () => {
    expect((await read('from=2027-04-07&to=2027-04-30')).closedLoop).toMatchObject({
      of: { count: 0 },
      percent: null,
      note: 'n too small',
    });
    expect((await read('')).closedLoop.of.count).toBe(12);
    for (const query of ['from=2027-05-01&to=2027-04-01', 'from=2025-01-01&to=2027-04-01', 'since=2027-04-01']) {
      const { status } = await context.request('GET', `/api/statistics?${query}`, { as: coordinator });
      expect([query, status]).toEqual([query, 400]);
    }
  });

  it('leaves as a file in which nobody is recognized, with as many rows as the board has', async () => {
    const download = async () =>
      String((await context.request('GET', `/api/statistics.csv?${period}`, { as: administrator })).body);
    const [text, again] = [await download(), await download()];
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
    expect(rows).toHaveLength((await read()).closedLoop.of.count);
    expect(rows.filter(({ state }) => state === 'closed-confirmed')).toHaveLength(9);
    expect(rows[0]).toMatchObject({
      age: '40 to 64',
      role: 'physical-therapy',
      partner: 'pt-north',
      'week sent': '2027-W14',
    });
    for (const plan of plans) {
      for (const marker of [plan.patientId, plan.planId, 'Lena', 'Probe', 'TL-', '1977'])
        expect(text).not.toContain(marker);
    }
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    const cases = (file: string): string[] =>
      parse<Record<string, string>>(file, { columns: true, bom: true }).map((row) => row['case'] ?? '');
    expect(cases(again).filter((one) => cases(text).includes(one))).toEqual([]);
  });

  it('is for the clinic', async () => {
    const statusOf = async (path: string, as: typeof coordinator) =>
      (await context.request('GET', path, { as })).status;
    expect(await statusOf('/api/statistics', physician)).toBe(200);
    expect(await statusOf('/api/statistics', administrator)).toBe(200);
    expect(await statusOf('/api/statistics', therapist)).toBe(403);
    expect(await statusOf('/api/statistics.csv', physician)).toBe(403);
    expect(await statusOf('/api/statistics.csv', therapist)).toBe(403);
  });
});
