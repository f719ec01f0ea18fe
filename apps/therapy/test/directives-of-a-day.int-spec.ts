import type { TherapyEpisode } from '#contracts';
import { createTherapyTest, newMember, only, rehab, type TherapyTest } from './therapy.context.js';

let ctx: TherapyTest;
beforeAll(async () => {
  ctx = await createTherapyTest();
});
afterAll(() => ctx?.close());

const lifting = { id: 'x1', kind: 'no-lifting-over', kg: 5, from: '2027-04-06', until: '2027-04-10' } as const;
const team = () => [newMember(), newMember({ role: 'pelvic-floor-therapy', partnerId: 'pelvic-rehab' })];
const restrictions = ({ directives }: TherapyEpisode) =>
  directives.filter(({ kind }) => kind === 'restriction').map(({ until }) => until);

describe('the directives of a day', () => {
  it('are those in force then, today when no day is named', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [rehab({ restrictions: [lifting] })] });
    const episode = only(await plan.episodes('partner:pt-north'));
    expect(restrictions(episode)).toEqual(['2027-04-10']);
    expect(restrictions(only(await plan.episodes('coordinator', '&on=2027-04-11')))).toEqual([]);
    const later = await ctx.get(`/${episode.id}?on=2027-04-11`, 'partner:pt-north');
    expect(restrictions(later.body as TherapyEpisode)).toEqual([]);
    expect(await ctx.get(`/${episode.id}?on=tomorrow`, 'physician')).toMatchObject({ status: 400 });
  });

  it('end with the day of the clinic, not with that of Greenwich', async () => {
    const plan = ctx.newPlan();
    await plan.publish(1, { rehab: [rehab({ restrictions: [lifting] })] });
    const before = ctx.clock.now().toISOString();
    ctx.clock.set('2027-04-11T03:59:00Z');
    expect(restrictions(only(await plan.episodes()))).toEqual(['2027-04-10']);
    ctx.clock.set('2027-04-11T04:00:00Z');
    expect(restrictions(only(await plan.episodes()))).toEqual([]);
    ctx.clock.set(before);
  });

  it('are those of the own discipline: physical therapy reads nothing pelvic', async () => {
    const plan = ctx.newPlan(team());
    await plan.publish(1, {
      rehab: [rehab(), rehab({ id: 'r2', discipline: 'pelvic-floor-therapy', restrictions: [lifting] })],
      procedures: [
        {
          id: 'p1',
          type: 'pudendal-block',
          intent: 'therapeutic',
          status: 'scheduled',
          scheduledAt: '2027-04-08T14:00:00Z',
        },
      ],
    });
    expect(only(await plan.episodes('partner:pt-north')).directives.map(({ kind }) => kind)).toEqual(['program']);
    expect(only(await plan.episodes('partner:pelvic-rehab')).directives.map(({ kind }) => kind)).toEqual([
      'restriction',
      'program',
      'procedure-window',
    ]);
  });
});
