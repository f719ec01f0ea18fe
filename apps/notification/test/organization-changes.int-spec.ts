import { createNotificationTest, weekdays, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
});
afterAll(() => ctx?.close());

const patch = (partnerId: string, body: object, as = 'coordinator') =>
  ctx.request('PATCH', `/api/partners/${partnerId}`, { as, body });
const revisionsOf = async (partnerId: string) =>
  (await ctx.events())
    .filter((event) => event.subject === partnerId)
    .map((event) => [
      String(event.type).split('.').at(-2),
      (event.data as { partner: { revision: number } }).partner.revision,
    ]);

describe('an organization changes', () => {
  it('grows the revision and tells the whole new snapshot', async () => {
    await ctx.register({ partnerId: 'pt-a', name: 'PT A' });
    ctx.clock.advance('PT1H');
    const calendar = { ...weekdays, closedDates: ['2027-05-31'] };
    const updated = {
      partnerId: 'pt-a',
      kind: 'partner',
      name: 'PT Alpha',
      roles: ['physical-therapy', 'pelvic-floor-therapy'],
      calendar,
      active: false,
      revision: 2,
    };
    const { name, roles, active } = updated;
    expect(await patch('pt-a', { name, roles, calendar, active })).toMatchObject({ status: 200, body: updated });
    expect((await ctx.events()).at(-1)).toMatchObject({
      type: 'org.throughline.partner.updated.v1',
      subject: 'pt-a',
      data: { partner: updated, at: ctx.clock.now().toISOString() },
    });
    expect(await ctx.request('GET', '/api/partners/pt-a', { as: 'physician' })).toMatchObject({
      status: 200,
      body: updated,
    });
  });

  it('tells nobody when nothing changes', async () => {
    await ctx.register({ partnerId: 'pt-b', name: 'PT B' });
    expect(await patch('pt-b', { name: 'PT B' })).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await revisionsOf('pt-b')).toEqual([['registered', 1]]);
  });

  it('gives two changes at once two revisions', async () => {
    await ctx.register({ partnerId: 'pt-c', name: 'PT C' });
    await Promise.all([patch('pt-c', { name: 'PT C1' }), patch('pt-c', { active: false })]);
    expect(await revisionsOf('pt-c')).toEqual([
      ['registered', 1],
      ['updated', 2],
      ['updated', 3],
    ]);
  });

  it('refuses a partner that is not there, and everyone who may not write', async () => {
    expect(await patch('nobody', { name: 'X' })).toMatchObject({ status: 404 });
    await ctx.register({ partnerId: 'pt-d', name: 'PT D' });
    for (const as of ['physician', 'operator', 'partner:pt-d']) {
      expect(await patch('pt-d', { name: 'X' }, as)).toMatchObject({ status: 403 });
    }
  });
});
