import type { Page, PartnerSnapshot } from '#contracts';
import { signTestToken, testUser } from '#platform/testing';
import { directory } from '../../../tools/seed/partners.ts';
import { seedDirectory } from '../../../tools/seed/seed-directory.ts';
import { createNotificationTest, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
let url: string;
beforeAll(async () => {
  ctx = await createNotificationTest();
  await ctx.app.listen(0, '127.0.0.1');
  url = await ctx.app.getUrl();
});
afterAll(() => ctx?.close());

const seed = () => seedDirectory(url, (who) => signTestToken(testUser(who)));
const ids = directory.map((entry) => entry.partnerId).sort();

describe('the directory is seeded', () => {
  it('with the clinic and every partner of the scenarios, also by two at once, and not again', async () => {
    const [one, two] = await Promise.all([seed(), seed()]);
    expect([...one, ...two].sort()).toEqual(ids);
    expect(await seed()).toEqual([]);

    const { body } = await ctx.request<Page<PartnerSnapshot>>('GET', '/api/partners?limit=200', { as: 'coordinator' });
    expect(body.items.map((entry) => entry.partnerId).sort()).toEqual(ids);
    expect(body.items.filter((entry) => entry.kind === 'clinic').map((entry) => entry.partnerId)).toEqual([
      'pain-clinic',
    ]);
  });

  it('without touching what somebody changed', async () => {
    await ctx.request('PATCH', '/api/partners/pt-north', { as: 'coordinator', body: { active: false } });
    await seed();
    expect(await ctx.request('GET', '/api/partners/pt-north', { as: 'coordinator' })).toMatchObject({
      body: { active: false, revision: 2 },
    });
  });
});
