import { createNotificationTest, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
});
afterAll(() => ctx?.close());

describe('a new listener is filled', () => {
  it('by telling every snapshot again as it stands, without a new revision', async () => {
    await ctx.register({ partnerId: 'pt-north', name: 'PT-North' });
    await ctx.register({ partnerId: 'pt-south', name: 'PT-South' });
    const changedAt = ctx.clock.now().toISOString();
    await ctx.request('PATCH', '/api/partners/pt-south', { as: 'coordinator', body: { active: false } });
    const before = (await ctx.events()).length;
    ctx.clock.advance('P1D');

    expect(await ctx.request('POST', '/api/partners/announcements', { as: 'administrator' })).toMatchObject({
      status: 202,
      body: { announced: 2 },
    });
    expect((await ctx.events()).slice(before)).toMatchObject([
      {
        type: 'org.throughline.partner.registered.v1',
        subject: 'pt-north',
        time: ctx.clock.now().toISOString(),
        data: { partner: { revision: 1, active: true }, at: changedAt },
      },
      {
        type: 'org.throughline.partner.updated.v1',
        subject: 'pt-south',
        data: { partner: { revision: 2, active: false }, at: changedAt },
      },
    ]);
  });

  it('by an administrator only', async () => {
    expect(await ctx.request('POST', '/api/partners/announcements', { as: 'coordinator' })).toMatchObject({
      status: 403,
    });
  });
});
