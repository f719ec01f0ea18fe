import type { Delivery, Endpoint, EndpointWithSecret } from '#contracts';
import {
  confidential,
  createNotificationTest,
  issued,
  newHandoff,
  superseded,
  withdrawn,
  type Handoff,
  type NotificationTest,
} from './notification.context.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let receiver: WebhookReceiver;
let endpointId: string;
let partnerId = '';
let count = 0;

beforeAll(async () => {
  ctx = await createNotificationTest();
  receiver = await new WebhookReceiver().start();
});
afterAll(async () => {
  await receiver?.stop();
  await ctx?.close();
});

/** Each test has a partner of its own. */
beforeEach(async () => {
  receiver.forget();
  count += 1;
  partnerId = `pt-${count}`;
  await ctx.register({ partnerId, name: `PT ${count}` });
  const { status, body } = await ctx.request<EndpointWithSecret>('POST', `/api/partners/${partnerId}/endpoints`, {
    as: `partner:${partnerId}`,
    body: { kind: 'webhook', url: receiver.url },
  });
  expect(status).toBe(201);
  endpointId = body.id;
  receiver.secrets = [body.secret ?? ''];
});

const handoffOf = (facts: Partial<Handoff> = {}): Handoff => newHandoff({ partnerId, ...facts });
const issue = async (facts: Partial<Handoff> = {}): Promise<Handoff> => {
  const handoff = handoffOf(facts);
  await ctx.deliver(issued(handoff, ctx.clock.now()));
  return handoff;
};
const deliveryOf = async ({ handoffId }: Handoff, kind = 'handoff'): Promise<Delivery> => {
  const found = (await ctx.deliveries(`?handoff=${handoffId}`)).find((one) => one.kind === kind);
  if (!found) throw new Error('no delivery');
  return found;
};
const endpoint = async (): Promise<Endpoint> => {
  const { body } = await ctx.request<{ items: Endpoint[] }>('GET', `/api/partners/${partnerId}/endpoints`, {
    as: 'coordinator',
  });
  return body.items[0]!;
};
const toldOf = async ({ handoffId }: Handoff): Promise<string[]> =>
  (await ctx.events())
    .filter(({ data }) => (data as { handoffId?: string }).handoffId === handoffId)
    .map(({ type }) => type.split('.').at(-2) ?? '');
const post = (path: string, body: object = {}, as = 'operator') => ctx.request('POST', path, { as, body });
const move = (what: string) => post(`/api/partners/${partnerId}/endpoints/${endpointId}/${what}`);

describe('a webhook gets a handoff', () => {
  it('signed, as the event of its own slice, once; and nothing of it stays', async () => {
    const handoff = await issue();
    expect(await deliveryOf(handoff)).toMatchObject({ channel: 'webhook', state: 'queued', attempts: [] });
    expect(await toldOf(handoff)).toEqual([]);
    const kept = await ctx.dataSource.query('select delivery.* from delivery where handoff_id = $1', [
      handoff.handoffId,
    ]);
    expect(JSON.stringify(kept)).not.toContain(confidential);

    await ctx.sendDue();
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(1);
    const [received] = receiver.received;
    expect(received?.body).toMatchObject({
      specversion: '1.0',
      type: 'org.throughline.handoff.issued.v1',
      subject: handoff.patientId,
      data: { handoffId: handoff.handoffId, slice: { rehab: { note: confidential } } },
    });
    expect(received?.headers).toMatchObject({ 'content-type': 'application/cloudevents+json' });
    const delivery = await deliveryOf(handoff);
    expect(delivery).toMatchObject({
      state: 'delivered',
      messageId: received?.id,
      attempts: [{ status: 204, error: null }],
    });
    expect(await toldOf(handoff)).toEqual(['delivered']);
    expect(
      await ctx.dataSource.query('select sealed_body from delivery where handoff_id = $1', [handoff.handoffId]),
    ).toEqual([{ sealed_body: null }]);
  });

  it('is tried again under the same id until it answers 2xx', async () => {
    receiver.behaviour = answer(500, {}, 'oops');
    const handoff = await issue();
    await ctx.sendDue();
    expect(await deliveryOf(handoff)).toMatchObject({
      state: 'retrying',
      attempts: [{ outcome: 'answered 500', status: 500, error: 'http-500', nextAt: expect.any(String) as string }],
    });
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(1);
    receiver.behaviour = answer(202);
    ctx.clock.advance('PT15S');
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(2);
    expect(receiver.ids).toHaveLength(1);
    expect(await deliveryOf(handoff)).toMatchObject({
      state: 'delivered',
      attempts: [{ status: 500 }, { status: 202 }],
    });
    expect(await toldOf(handoff)).toEqual(['delivered']);
  });

  it('takes a redirect, a cut answer and 429 with Retry-After as not delivered', async () => {
    receiver.behaviour = answer(302, { location: 'http://127.0.0.1:1/elsewhere' });
    const handoff = await issue();
    await ctx.sendDue();
    receiver.behaviour = (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    ctx.clock.advance('PT15S');
    await ctx.sendDue();
    receiver.behaviour = answer(429, { 'retry-after': '1800' });
    ctx.clock.advance('PT2M');
    await ctx.sendDue();
    const before = ctx.clock.now().getTime();
    const { attempts, state } = await deliveryOf(handoff);
    expect(state).toBe('retrying');
    expect(attempts.map(({ error }) => error)).toEqual(['redirect', 'connection-cut', 'http-429']);
    expect(Date.parse(attempts[2]?.nextAt ?? '') - before).toBe(1_800_000);
    receiver.behaviour = answer(200, {}, 'x'.repeat(200_000));
    ctx.clock.advance('PT31M');
    await ctx.sendDue();
    expect(await deliveryOf(handoff)).toMatchObject({ state: 'delivered' });
    expect(receiver.ids).toHaveLength(1);
  });

  it('gives up on a receiver that hangs after ten seconds', async () => {
    receiver.behaviour = () => undefined;
    const handoff = await issue();
    await ctx.sendDue();
    const { attempts } = await deliveryOf(handoff);
    expect(attempts).toMatchObject([{ error: 'timeout', status: null }]);
    expect(attempts[0]?.durationMs).toBeGreaterThan(9000);
    expect(attempts[0]?.durationMs).toBeLessThan(12_000);
  });

  it('becomes a person’s work when three days of tries are over', async () => {
    receiver.behaviour = answer(503);
    const handoff = await issue();
    for (let hours = 0; hours <= 75; hours += 1) {
      await ctx.sendDue();
      ctx.clock.advance('PT1H');
    }
    expect(await deliveryOf(handoff)).toMatchObject({ state: 'failed', reason: 'retries-exhausted' });
    expect(await toldOf(handoff)).toEqual(['failed']);
    const [failed] = (await ctx.events()).filter(({ type }) => type.includes('delivery.failed')).slice(-1);
    expect(failed?.data).toMatchObject({ ...{ reason: 'retries-exhausted', channel: 'webhook', kind: 'handoff' } });
    const tries = receiver.received.length;
    expect(tries).toBeGreaterThan(10);

    receiver.behaviour = answer(204);
    const { id } = await deliveryOf(handoff);
    expect(await post(`/api/deliveries/${id}/retry`)).toMatchObject({ status: 202, body: { state: 'queued' } });
    await ctx.sendDue();
    expect(await deliveryOf(handoff)).toMatchObject({ state: 'delivered', reason: null });
    expect(receiver.ids).toHaveLength(1);
    expect(await toldOf(handoff)).toEqual(['failed', 'delivered']);
    expect(await post(`/api/deliveries/${id}/retry`)).toMatchObject({ status: 409, body: { allowed: [] } });
  });
});

describe('a receiver that is gone', () => {
  it('answers 410: the endpoint is disabled and everything for it becomes a person’s work at once', async () => {
    receiver.behaviour = answer(500);
    const first = await issue();
    const other = await issue();
    await ctx.sendDue();
    receiver.behaviour = answer(410);
    ctx.clock.advance('PT15S');
    await ctx.sendDue();
    for (const handoff of [first, other]) {
      expect(await deliveryOf(handoff)).toMatchObject({ state: 'failed', reason: 'endpoint-disabled' });
      expect(await toldOf(handoff)).toEqual(['failed']);
    }
    expect(await endpoint()).toMatchObject({ state: 'disabled', reason: expect.stringContaining('410') as string });
    const tries = receiver.received.length;

    const later = await issue({ patientId: first.patientId });
    await ctx.deliver(superseded(first, ctx.clock.now()));
    expect(await deliveryOf(later)).toMatchObject({ state: 'failed', reason: 'endpoint-disabled', attempts: [] });
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(tries);
    expect(await post(`/api/deliveries/${(await deliveryOf(later)).id}/retry`)).toMatchObject({
      status: 409,
      body: { allowed: ['enable'] },
    });

    receiver.forget();
    expect(await move('enable')).toMatchObject({ status: 200, body: { state: 'active' } });
    await ctx.sendDue();
    expect(receiver.handoffs().sort()).toEqual([other.handoffId, later.handoffId].sort());
    expect(await deliveryOf(first)).toMatchObject({ state: 'cancelled', reason: 'superseded' });
  });
});

describe('order', () => {
  it('is kept per patient, and what was replaced meanwhile is dropped: the partner gets the current one', async () => {
    receiver.behaviour = answer(500);
    const first = await issue();
    await ctx.sendDue();
    const second = await issue({ patientId: first.patientId });
    const stranger = await issue();
    receiver.forget();
    await ctx.deliver(superseded(first, ctx.clock.now()));
    const third = await issue({ patientId: first.patientId });
    await ctx.sendDue();
    expect(receiver.handoffs().filter((id) => id !== stranger.handoffId)).toEqual([second.handoffId, third.handoffId]);
    expect(await toldOf(first)).toEqual([]);
  });

  it('holds back what comes after an undelivered one of the same patient only', async () => {
    receiver.behaviour = (response, { body }) =>
      answer(body.data['handoffId'] === first.handoffId ? 500 : 204)(response, {} as never);
    const first = handoffOf();
    await ctx.deliver(issued(first, ctx.clock.now(), 'routine'));
    await ctx.sendDue();
    const second = handoffOf({ patientId: first.patientId });
    await ctx.deliver(issued(second, ctx.clock.now(), 'routine'));
    const stranger = await issue();
    await ctx.sendDue();
    expect((await deliveryOf(second)).state).toBe('queued');
    expect((await deliveryOf(stranger)).state).toBe('delivered');
    // Something urgent behind it: the one before is tried at once.
    const urgent = await issue({ patientId: first.patientId });
    receiver.forget();
    await ctx.sendDue();
    expect(receiver.handoffs()).toEqual([first.handoffId, second.handoffId, urgent.handoffId]);
  });
});

describe('what is taken back', () => {
  it('is told once to who got it, or may have got it, and to nobody else', async () => {
    const got = await issue();
    await ctx.sendDue();
    receiver.behaviour = (response) => void response.destroy();
    const perhaps = await issue();
    await ctx.sendDue();
    receiver.behaviour = answer(500);
    const never = await issue();
    await ctx.sendDue();
    for (const handoff of [got, perhaps, never]) {
      await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
      await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
    }
    receiver.forget();
    ctx.clock.advance('PT2H');
    await ctx.sendDue();
    expect(receiver.received.map(({ body }) => body.type)).toEqual(
      Array(2).fill('org.throughline.handoff.withdrawn.v1'),
    );
    expect(receiver.handoffs().sort()).toEqual([got.handoffId, perhaps.handoffId].sort());
    expect(await toldOf(got)).toEqual(['delivered', 'delivered']);
    expect(await deliveryOf(never)).toMatchObject({ state: 'cancelled', reason: 'withdrawn' });
  });
});

describe('an endpoint that fails and fails', () => {
  it('is left alone for a while, then probed with one message; others are not held up', async () => {
    const other = 'pt-other-' + count;
    const good = await new WebhookReceiver().start();
    await ctx.register({ partnerId: other, name: other });
    const registered = await ctx.request<EndpointWithSecret>('POST', `/api/partners/${other}/endpoints`, {
      as: 'coordinator',
      body: { kind: 'webhook', url: good.url },
    });
    good.secrets = [registered.body.secret ?? ''];
    receiver.behaviour = answer(500);
    for (let n = 0; n < 8; n += 1) await issue();
    await ctx.sendDue();
    expect((await endpoint()).health).toMatchObject({ breaker: 'open', lastError: 'http-500', pending: 8 });
    const before = receiver.received.length;
    expect(before).toBeLessThan(8 + 1);
    await ctx.deliver(issued(newHandoff({ partnerId: other }), ctx.clock.now()));
    await ctx.sendDue();
    expect(good.received).toHaveLength(1);
    expect(receiver.received).toHaveLength(before);

    ctx.clock.advance('PT10M');
    expect((await endpoint()).health.breaker).toBe('half-open');
    await ctx.sendDue();
    expect(receiver.received).toHaveLength(before + 1);
    receiver.behaviour = answer(204);
    ctx.clock.advance('PT1H');
    await ctx.sendDue();
    expect((await endpoint()).health).toMatchObject({ breaker: 'closed', failuresInARow: 0, pending: 0 });
    expect(receiver.ids).toHaveLength(8);
    await good.stop();
  });
});

describe('an operator', () => {
  it('pauses and resumes an endpoint, and sends everything again since then', async () => {
    expect(await move('pause')).toMatchObject({ status: 200, body: { state: 'paused' } });
    const waiting = await issue();
    await ctx.sendDue();
    expect((await deliveryOf(waiting)).state).toBe('queued');
    expect(await move('resume')).toMatchObject({ status: 200, body: { state: 'active' } });
    expect(await move('resume')).toMatchObject({
      status: 409,
      body: { state: 'active', allowed: ['pause', 'enable'] },
    });
    receiver.behaviour = answer(500);
    await ctx.sendDue();
    expect((await deliveryOf(waiting)).state).toBe('retrying');
    receiver.behaviour = answer(204);
    const since = ctx.clock.now().toISOString();
    const body = { partner: partnerId, since };
    const counted = await post('/api/deliveries/resend', { ...body, dryRun: true });
    expect(counted).toMatchObject({ status: 202, body: { queued: 1 } });
    expect((await deliveryOf(waiting)).state).toBe('retrying');
    expect(await post('/api/deliveries/resend', body)).toMatchObject({ status: 202, body: { queued: 1 } });
    await ctx.sendDue();
    expect((await deliveryOf(waiting)).state).toBe('delivered');
    const states = await ctx.request('GET', `/api/deliveries?partner=${partnerId}&state=delivered&channel=webhook&kind=handoff&since=${encodeURIComponent(since)}`, { as: 'operator' }); // prettier-ignore
    expect(states.body).toMatchObject({ items: [{ handoffId: waiting.handoffId }] });
    expect(await post('/api/deliveries/resend', body, `partner:${partnerId}`)).toMatchObject({ status: 403 });
  });

  it('hears of what waits too long behind a pause', async () => {
    await move('pause');
    const waiting = await issue();
    ctx.clock.advance('P4D');
    await ctx.sendDue();
    expect(await toldOf(waiting)).toEqual(['failed']);
  });

  it('reads one delivery, and a partner only its own', async () => {
    const { id } = await deliveryOf(await issue());
    expect(await ctx.request('GET', `/api/deliveries/${id}`, { as: `partner:${partnerId}` })).toMatchObject({
      status: 200,
    });
    expect(await ctx.request('GET', `/api/deliveries/${id}`, { as: 'partner:pt-0' })).toMatchObject({ status: 404 });
  });
});
