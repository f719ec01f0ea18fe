import type { Endpoint, EndpointTest, EndpointWithSecret } from '#contracts';
import { createNotificationTest, issued, newHandoff, type NotificationTest } from './notification.context.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let strict: NotificationTest;
let receiver: WebhookReceiver;

beforeAll(async () => {
  ctx = await createNotificationTest();
  strict = await createNotificationTest(
    { allowsPrivateWebhooks: false },
    { databaseUrl: ctx.databaseUrl, clock: ctx.clock },
  );
  receiver = await new WebhookReceiver().start();
  await ctx.register({ partnerId: 'pt-north', name: 'PT-North' });
  await ctx.register({ partnerId: 'pt-south', name: 'PT-South' });
});
afterAll(async () => {
  await receiver?.stop();
  await strict?.close();
  await ctx?.close();
});
beforeEach(() => receiver.forget());

const path = '/api/partners/pt-north/endpoints';
const call = <Body = Endpoint>(method: string, at = '', body?: object, as = 'partner:pt-north') =>
  ctx.request<Body>(method, `${path}${at}`, { as, ...(body ? { body } : {}) });
const listed = async () => (await call<{ items: Endpoint[] }>('GET')).body.items;
const added = async (url = receiver.url): Promise<EndpointWithSecret> => {
  const { status, body } = await call<EndpointWithSecret>('POST', '', { kind: 'webhook', url });
  expect(status).toBe(201);
  return body;
};
const remove = (id: string, query = '?force=true') =>
  call<{ allowed?: string[]; pending?: number }>('DELETE', `/${id}${query}`);
const issue = async () => {
  const handoff = newHandoff();
  await ctx.deliver(issued(handoff, ctx.clock.now()));
  return handoff;
};

describe('a secret', () => {
  it('is shown once, kept sealed, and never told', async () => {
    const { id, secret } = await added();
    expect(secret).toMatch(/^whsec_/);
    expect(JSON.stringify(await listed())).not.toContain('whsec_');
    const kept = JSON.stringify(await ctx.dataSource.query('select * from endpoint'));
    expect(kept).not.toContain((secret ?? '').slice(6));
    expect(JSON.stringify(await ctx.events())).not.toContain(receiver.url);
    await remove(id);
  });

  it('is changed with an overlap in which both sign, and then the new one alone', async () => {
    const { id, secret: old } = await added();
    const rotated = await call<EndpointWithSecret>('POST', `/${id}/rotate-secret`, { overlapHours: 2 });
    const young = rotated.body.secret ?? '';
    expect(young).not.toBe(old);
    const inTwoHours = new Date(ctx.clock.now().getTime() + 7_200_000).toISOString();
    expect(rotated.body.secrets).toEqual([{ until: null }, { until: inTwoHours }]);

    for (const secrets of [[old ?? ''], [young]]) {
      receiver.secrets = secrets;
      await issue();
      await ctx.sendDue();
    }
    expect([receiver.received.length, receiver.unverified]).toEqual([2, 0]);

    ctx.clock.advance('PT2H');
    receiver.forget();
    receiver.secrets = [old ?? ''];
    await issue();
    await ctx.sendDue();
    expect([receiver.received.length, receiver.unverified]).toEqual([0, 1]);
    expect((await listed())[0]?.secrets).toEqual([{ until: null }]);
    receiver.secrets = [young];
    ctx.clock.advance('PT1H');
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(1);
    await remove(id);
  });
});

describe('an address', () => {
  it('is refused when it is not https, private, or unknown; the field is named', async () => {
    const post = (url: string) =>
      strict.request('POST', path, { as: 'partner:pt-north', body: { kind: 'webhook', url } });
    for (const [url, message] of [
      ['http://clinic.example.org/', 'must begin with https://'],
      ['https://127.0.0.1/', 'must not be a private address'],
      ['https://localhost/', 'must not lead to a private address'],
      ['https://nobody.invalid/', 'its host is not known to the name service'],
    ]) {
      expect(await post(url ?? '')).toMatchObject({ status: 400, body: { errors: [{ path: 'url', message }] } });
    }
  });

  it('is looked at again when the connection is made: a name that now stands for this machine gets nothing', async () => {
    const { id } = await added(receiver.url.replace('127.0.0.1', 'localhost'));
    const handoff = await issue();
    await strict.sendDue();
    expect([receiver.received.length, receiver.unverified]).toEqual([0, 0]);
    const [delivery] = await ctx.deliveries(`?handoff=${handoff.handoffId}`);
    expect(delivery?.attempts).toMatchObject([{ error: 'private-address', status: null }]);
    const test = await strict.request<EndpointTest>('POST', `${path}/${id}/test`, { as: 'coordinator' });
    expect(test.body).toMatchObject({ delivered: false, error: 'private-address' });
    await remove(id, '?force=true');
  });
});

describe('an endpoint', () => {
  it('is one of its kind, changed by its own partner and the clinic, and unknown to others', async () => {
    const { id } = await added();
    expect(await call('POST', '', { kind: 'webhook', url: receiver.url })).toMatchObject({ status: 409 });
    expect(await call('PATCH', `/${id}`, { url: `${receiver.url}/2` })).toMatchObject({
      status: 200,
      body: { address: `${receiver.url}/2` },
    });
    expect(await call('PATCH', `/${id}`, { address: 'desk@clinic.example.org' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'url' }] },
    });
    for (const as of ['partner:pt-south']) {
      expect(await call('GET', '', undefined, as)).toMatchObject({ status: 404 });
      expect(await call('PATCH', `/${id}`, { url: receiver.url }, as)).toMatchObject({ status: 404 });
      expect(await call('POST', `/${id}/rotate-secret`, {}, as)).toMatchObject({ status: 404 });
    }
    expect(await call('POST', '', { kind: 'webhook', url: receiver.url }, 'physician')).toMatchObject({ status: 403 });
    // Another partner's path does not open this endpoint.
    const foreign = await ctx.request('POST', `/api/partners/pt-south/endpoints/${id}/pause`, {
      as: 'partner:pt-south',
    });
    expect(foreign).toMatchObject({ status: 404 });
    await remove(id);
  });

  it('is tried out, and says how it went', async () => {
    const { id, secret } = await added();
    receiver.secrets = [secret ?? ''];
    const test = await call<EndpointTest>('POST', `/${id}/test`);
    expect(test).toMatchObject({ status: 200, body: { delivered: true, status: 204, error: null } });
    expect(receiver.received).toMatchObject([{ body: { type: 'org.throughline.endpoint.test.v1', data: {} } }]);
    receiver.behaviour = answer(500);
    expect((await call<EndpointTest>('POST', `/${id}/test`)).body).toMatchObject({
      delivered: false,
      error: 'http-500',
    });
    await remove(id);
  });

  it('says what is still on its way before it goes; a new one takes over what then failed', async () => {
    const { id, secret } = await added();
    receiver.secrets = [secret ?? ''];
    const handoff = await issue();
    expect(await remove(id, '')).toMatchObject({ status: 409, body: { pending: expect.any(Number) as number } });
    expect(await remove(id, '?force=true')).toMatchObject({ status: 200 });
    const stateOf = async () => (await ctx.deliveries(`?handoff=${handoff.handoffId}`))[0];
    expect(await stateOf()).toMatchObject({ state: 'failed', reason: 'no-channel' });
    const next = await added();
    receiver.secrets = [next.secret ?? ''];
    await ctx.sendDue();
    expect(receiver.handoffs()).toContain(handoff.handoffId);
    expect(await stateOf()).toMatchObject({ state: 'delivered' });
    await remove(next.id);
  });

  it('that is preferred and missing is a person’s work at once', async () => {
    const preferences = { channels: { urgent: ['webhook'] } };
    await ctx.request('PATCH', '/api/partners/pt-north', { as: 'partner:pt-north', body: { preferences } });
    const handoff = await issue();
    expect(await ctx.deliveries(`?handoff=${handoff.handoffId}`)).toMatchObject([
      { channel: 'webhook', state: 'failed', reason: 'no-channel' },
    ]);
    expect((await ctx.events()).at(-1)).toMatchObject({
      type: 'org.throughline.delivery.failed.v1',
      data: { handoffId: handoff.handoffId, reason: 'no-channel', attempts: 0 },
    });
  });
});

describe('everybody’s endpoints', () => {
  it('stand in one list for whoever looks after deliveries, and for no partner', async () => {
    const { id } = await added();
    const all = await ctx.request<{ items: Endpoint[] }>('GET', '/api/endpoints', { as: 'operator' });
    expect(all.body.items.map((one) => one.id)).toContain(id);
    expect(JSON.stringify(all.body)).not.toContain('whsec_');
    expect(await ctx.request('GET', '/api/endpoints', { as: 'partner:pt-north' })).toMatchObject({ status: 403 });
    await remove(id);
  });
});
