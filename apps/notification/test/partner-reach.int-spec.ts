import type { EndpointWithSecret, PartnerReach } from '#contracts';
import { createNotificationTest, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;

beforeAll(async () => {
  ctx = await createNotificationTest();
  await ctx.register({ partnerId: 'pt-north', name: 'PT-North' });
  await ctx.register({ partnerId: 'pt-south', name: 'PT-South' });
});
afterAll(() => ctx?.close());

const reach = async (partners: string, as = 'physician') =>
  ctx.request<{ items: PartnerReach[] }>('GET', `/api/partner-reach?partners=${partners}`, { as });

describe('how partners would be reached', () => {
  it('is the inbox for whoever has nothing else, and nothing for whom nobody knows', async () => {
    const { body } = await reach('pt-south,nobody');
    expect(body.items.map(({ partnerId }) => partnerId)).toEqual(['pt-south']);
    expect(body.items[0]?.channels.routine).toEqual([{ channel: 'inbox', state: 'works' }]);
  });

  it('says before anything is sent that a channel is paused, or troubled, or does not work, and never an address', async () => {
    const { body: endpoint } = await ctx.request<EndpointWithSecret>('POST', '/api/partners/pt-north/endpoints', {
      as: 'coordinator',
      body: { kind: 'webhook', url: 'http://127.0.0.1:9/hook' },
    });
    const stands = async (set: string): Promise<string | undefined> => {
      await ctx.dataSource.query(`update endpoint set ${set} where id = $1`, [endpoint.id]);
      const { body } = await reach('pt-north');
      expect(JSON.stringify(body)).not.toContain('127.0.0.1');
      expect(body.items[0]?.channels.emergency[0]?.channel).toBe('webhook');
      return body.items[0]?.channels.emergency[0]?.state;
    };
    expect(await stands(`state = 'active'`)).toBe('works');
    expect(await stands(`failures = 5, open_until = '2100-01-01'`)).toBe('troubled');
    expect(await stands(`state = 'paused'`)).toBe('paused');
    expect(await stands(`state = 'disabled'`)).toBe('broken');
  });

  it('is not for partners', async () => {
    expect((await reach('pt-south', 'partner:pt-north')).status).toBe(403);
  });
});
