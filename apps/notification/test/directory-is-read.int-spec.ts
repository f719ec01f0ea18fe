import type { Page, PartnerSnapshot } from '#contracts';
import { createNotificationTest, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
  await ctx.register({ partnerId: 'pt-north', name: 'PT-North' });
  await ctx.register({ partnerId: 'pt-south', name: 'pt-South' });
  await ctx.register({
    partnerId: 'regional-oncology',
    name: 'Regional Oncology',
    roles: ['oncology', 'radiation-oncology'],
  });
  await ctx.register({ partnerId: 'pain-clinic', name: 'Pain Clinic', kind: 'clinic', roles: [] });
});
afterAll(() => ctx?.close());

const page = async (query: string, as = 'physician'): Promise<Page<PartnerSnapshot>> => {
  const { status, body } = await ctx.request('GET', `/api/partners${query}`, { as });
  expect(status).toBe(200);
  return body as Page<PartnerSnapshot>;
};
const ids = async (query: string, as?: string) => (await page(query, as)).items.map((entry) => entry.partnerId);

describe('the directory is read', () => {
  it('by everyone of the clinic, in the order of names', async () => {
    for (const as of ['coordinator', 'physician', 'administrator', 'operator']) {
      expect(await ids('', as)).toEqual(['pain-clinic', 'pt-north', 'pt-south', 'regional-oncology']);
    }
  });

  it('by role and by a part of the name, in which a percent sign is a percent sign', async () => {
    expect(await ids('?role=radiation-oncology')).toEqual(['regional-oncology']);
    expect(await ids('?query=SOUTH')).toEqual(['pt-south']);
    expect(await ids('?query=%25')).toEqual([]);
  });

  it('page by page', async () => {
    const first = await page('?limit=3');
    expect(first.items).toHaveLength(3);
    const second = await page(`?limit=3&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(second).toMatchObject({ items: [{ partnerId: 'regional-oncology' }], next: null });
  });

  it('refuses a cursor of another list', async () => {
    const foreign = Buffer.from(JSON.stringify([1])).toString('base64url');
    expect(await ctx.request('GET', `/api/partners?cursor=${foreign}`, { as: 'physician' })).toMatchObject({
      status: 400,
      body: { errors: [expect.objectContaining({ path: 'cursor' })] },
    });
  });

  it('by a partner as if it stood alone in it', async () => {
    expect(await ids('', 'partner:pt-north')).toEqual(['pt-north']);
    expect(await ids('?query=south', 'partner:pt-north')).toEqual([]);
    const own = await ctx.request('GET', '/api/partners/pt-north', { as: 'partner:pt-north' });
    const foreign = await ctx.request('GET', '/api/partners/pt-south', { as: 'partner:pt-north' });
    const missing = await ctx.request('GET', '/api/partners/nobody', { as: 'partner:pt-north' });
    expect([own.status, foreign.status, missing.status]).toEqual([200, 404, 404]);
    expect((foreign.body as { detail: string }).detail).toBe((missing.body as { detail: string }).detail);
  });
});
