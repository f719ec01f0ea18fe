import { createNotificationTest, newPartner, weekdays, type NotificationTest } from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
});
afterAll(() => ctx?.close());

const directoryEvents = async () => (await ctx.events()).map(({ type, subject, data }) => ({ type, subject, data }));

describe('an organization enters the directory', () => {
  it('draws the id from the name, tells the whole snapshot under the partner’s key and answers a repeated request alike', async () => {
    const call = { as: 'coordinator', body: newPartner({ name: 'Women’s Health', roles: ['gynecology'] }) };
    const keyed = { ...call, headers: { 'idempotency-key': 'register-1' } };
    const first = await ctx.request('POST', '/api/partners', keyed);
    const repeated = await ctx.request('POST', '/api/partners', keyed);
    const partner = {
      partnerId: 'womens-health',
      kind: 'partner',
      name: 'Women’s Health',
      roles: ['gynecology'],
      calendar: weekdays,
      active: true,
      revision: 1,
    };
    expect(first).toMatchObject({ status: 201, body: partner });
    expect(repeated).toMatchObject({ status: 201, body: partner });
    expect(await directoryEvents()).toEqual([
      {
        type: 'org.throughline.partner.registered.v1',
        subject: 'womens-health',
        data: { partner, at: ctx.clock.now().toISOString() },
      },
    ]);
  });

  it('refuses an id that is taken, whoever chose it', async () => {
    await ctx.register({ partnerId: 'taken', name: 'First' });
    expect(await ctx.register({ name: 'Taken' })).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'partnerId', message: 'is taken' }] },
    });
  });

  it('refuses hours that close before they open, a name without an id, an unknown field and an unknown zone', async () => {
    const refusal = (path: string) => ({ status: 400, body: { errors: [expect.objectContaining({ path })] } });
    const calendar = { ...weekdays, opens: '17:00', closes: '08:00' };
    expect(await ctx.register({ name: 'Night', calendar })).toMatchObject(refusal('calendar.closes'));
    expect(await ctx.register({ name: '疼痛中心' })).toMatchObject(refusal('partnerId'));
    expect(await ctx.register({ name: 'Mars', calendar: { ...weekdays, timeZone: 'Mars/Olympus' } })).toMatchObject(
      refusal('calendar.timeZone'),
    );
    expect(await ctx.register({ name: 'More', more: true } as object)).toMatchObject({ status: 400 });
  });

  it('is for administrators and coordinators', async () => {
    for (const as of ['physician', 'operator', 'partner:pt-north']) {
      expect(await ctx.request('POST', '/api/partners', { as, body: newPartner() })).toMatchObject({ status: 403 });
    }
    expect(await ctx.request('POST', '/api/partners', { body: newPartner() })).toMatchObject({ status: 401 });
  });
});
