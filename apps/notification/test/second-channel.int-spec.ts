import type { Delivery, Endpoint, EndpointWithSecret } from '#contracts';
import { confidential, createNotificationTest, issued, newHandoff, type NotificationTest, superseded } from './notification.context.js'; // prettier-ignore
import { MailServer } from './mail-server.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let mailServer: MailServer;
let receiver: WebhookReceiver;
let partnerId = '';
let count = 0;

beforeAll(async () => {
  mailServer = await new MailServer().start();
  receiver = await new WebhookReceiver().start();
  ctx = await createNotificationTest({ smtpUrl: mailServer.url, capturesMail: false });
});
afterAll(async () => {
  await ctx?.close();
  await receiver?.stop();
  await mailServer?.stop();
});

/** Each test has a partner of its own, with a system and a mail address. */
beforeEach(async () => {
  receiver.forget();
  mailServer.forget();
  partnerId = `both-${(count += 1)}`;
  await ctx.register({ partnerId, name: `Both ${count}` });
  const { body } = await add({ kind: 'webhook', url: receiver.url });
  receiver.secrets = [body.secret ?? ''];
  await add({ kind: 'email', address: `${partnerId}@example.org` });
});

const path = () => `/api/partners/${partnerId}/endpoints`;
const add = (body: object) => ctx.request<EndpointWithSecret>('POST', path(), { as: 'coordinator', body });
const prefer = (preferences: object) =>
  ctx.request('PATCH', `/api/partners/${partnerId}`, { as: 'coordinator', body: { preferences } });
const issue = async (urgency: 'routine' | 'urgent' = 'routine', facts: { patientId?: string } = {}) => {
  const handoff = newHandoff({ partnerId, ...facts });
  await ctx.deliver(issued(handoff, ctx.clock.now(), urgency));
  return handoff;
};
type Handoff = Awaited<ReturnType<typeof issue>>;
const statesOf = async ({ handoffId }: Handoff): Promise<Record<string, Delivery['state']>> =>
  Object.fromEntries((await ctx.deliveries(`?handoff=${handoffId}`)).map(({ channel, state }) => [channel, state]));
const toldOf = async ({ handoffId }: Handoff): Promise<string[]> =>
  (await ctx.events())
    .filter(({ data }) => (data as { handoffId?: string }).handoffId === handoffId)
    .map(({ type, data }) => `${type.split('.').at(-2)} ${(data as { channel: string }).channel}`);

describe('a system that is gone', () => {
  it('leaves the mail: what is routine goes there by itself, and nobody has to phone', async () => {
    receiver.behaviour = answer(410);
    const handoff = await issue();
    await ctx.sendDue();
    expect(await statesOf(handoff)).toEqual({ webhook: 'failed', email: 'delivered' });
    expect(mailServer.mails).toHaveLength(1);
    expect(mailServer.mails[0]?.raw).not.toContain(confidential);
    expect(await toldOf(handoff)).toEqual(['rerouted webhook', 'delivered email']);
    const rerouted = (await ctx.events()).find(({ type }) => type.includes('rerouted'));
    expect(rerouted?.data).toMatchObject({ reason: 'endpoint-disabled', to: 'email', kind: 'handoff' });

    const later = await issue();
    await ctx.sendDue();
    expect(await statesOf(later)).toEqual({ webhook: 'failed', email: 'delivered' });
    expect(receiver.received).toHaveLength(1);
    const { body } = await ctx.request<{ items: Endpoint[] }>('GET', path(), { as: 'coordinator' });
    expect(body.items.find(({ kind }) => kind === 'webhook')).toMatchObject({ state: 'disabled' });
  });

  it('is the coordinator’s work as well when it is urgent', async () => {
    receiver.behaviour = answer(410);
    const handoff = await issue('urgent');
    await ctx.sendDue();
    expect(await statesOf(handoff)).toEqual({ webhook: 'failed', email: 'delivered' });
    expect(await toldOf(handoff)).toEqual(['rerouted webhook', 'failed webhook', 'delivered email']);
  });

  it('is the coordinator’s work when no channel is left', async () => {
    receiver.behaviour = answer(410);
    mailServer.refusal = 550;
    const handoff = await issue();
    await ctx.sendDue();
    expect(await statesOf(handoff)).toEqual({ webhook: 'failed', email: 'failed' });
    expect(await toldOf(handoff)).toEqual(['rerouted webhook', 'failed email']);
  });
});

it('three days without an answer end the same way', async () => {
  receiver.behaviour = answer(503);
  const handoff = await issue();
  for (let hours = 0; hours <= 75; hours += 1) {
    await ctx.sendDue();
    ctx.clock.advance('PT1H');
  }
  expect(await statesOf(handoff)).toEqual({ webhook: 'failed', email: 'delivered' });
  expect(await toldOf(handoff)).toEqual(['rerouted webhook', 'delivered email']);
});

it('a mail that bounces makes way for the webhook, which gets the content, signed', async () => {
  await prefer({ channels: { routine: ['email'] } });
  mailServer.refusal = 550;
  const handoff = await issue();
  await ctx.sendDue();
  expect(await statesOf(handoff)).toEqual({ webhook: 'delivered', email: 'failed' });
  expect(receiver.received).toMatchObject([
    { body: { data: { handoffId: handoff.handoffId, slice: { rehab: { note: confidential } } } } },
  ]);
  expect(await toldOf(handoff)).toEqual(['rerouted email', 'delivered webhook']);
  const kept = await ctx.dataSource.query('select * from delivery where handoff_id = $1', [handoff.handoffId]);
  expect(JSON.stringify(kept)).not.toContain(confidential);
});

it('while a system does not answer, what is urgent goes by mail as well, once; what is routine waits', async () => {
  receiver.behaviour = answer(500);
  const urgent = await issue('urgent');
  const routine = await issue();
  for (let tries = 0; tries < 8; tries += 1) {
    await ctx.sendDue();
    ctx.clock.advance('PT20M');
  }
  const late = await issue('urgent');
  await ctx.sendDue();
  for (const handoff of [urgent, late]) expect((await statesOf(handoff))['email']).toBe('delivered');
  expect(await statesOf(routine)).toEqual({ webhook: 'retrying' });
  expect(mailServer.mails).toHaveLength(2);
  expect((await toldOf(urgent)).filter((told) => !told.startsWith('delivered'))).toEqual(['rerouted webhook']);

  receiver.behaviour = answer(204);
  ctx.clock.advance('PT1H');
  await ctx.sendDue();
  ctx.clock.advance('PT1H');
  await ctx.sendDue();
  expect(await statesOf(urgent)).toEqual({ webhook: 'delivered', email: 'delivered' });
  expect(mailServer.mails).toHaveLength(2);
});

it('nothing goes another way that nobody needs any more, and nothing twice', async () => {
  await prefer({ channels: { routine: ['webhook', 'email'] } });
  receiver.behaviour = answer(500);
  const handoff = await issue();
  await ctx.sendDue();
  await ctx.deliver(superseded(handoff, ctx.clock.now()));
  receiver.behaviour = answer(410);
  await issue();
  await ctx.sendDue();
  expect(await statesOf(handoff)).toEqual({ webhook: 'cancelled', email: 'delivered' });
  expect(mailServer.mails).toHaveLength(2);
});

it('an endpoint that is taken away leaves what waits to the other one', async () => {
  const { body } = await ctx.request<{ items: Endpoint[] }>('GET', path(), { as: 'coordinator' });
  const webhook = body.items.find(({ kind }) => kind === 'webhook')?.id;
  await ctx.request('POST', `${path()}/${webhook}/pause`, { as: 'coordinator' });
  const handoff = await issue();
  await ctx.request('DELETE', `${path()}/${webhook}?force=true`, { as: 'coordinator' });
  await ctx.sendDue();
  expect(await statesOf(handoff)).toEqual({ webhook: 'failed', email: 'delivered' });
  expect(await toldOf(handoff)).toEqual(['rerouted webhook', 'delivered email']);
});
