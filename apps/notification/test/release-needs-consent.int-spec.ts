import { randomUUID } from 'node:crypto';
import { behavioralConsentChanged, behavioralReleaseMade, type Delivery, type EndpointWithSecret } from '#contracts';
import { createNotificationTest, type NotificationTest } from './notification.context.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let receiver: WebhookReceiver;
beforeAll(async () => {
  ctx = await createNotificationTest();
  receiver = await new WebhookReceiver().start();
  await ctx.register({ partnerId: 'family-care', name: 'Family Care' });
  const { body } = await ctx.request<EndpointWithSecret>('POST', '/api/partners/family-care/endpoints', {
    as: 'coordinator',
    body: { kind: 'webhook', url: receiver.url },
  });
  receiver.secrets = [body.secret ?? ''];
});
afterAll(async () => {
  await receiver?.stop();
  await ctx?.close();
});
beforeEach(() => receiver.forget());

const newRelease = () => ({
  ...{ releaseId: randomUUID(), consentId: randomUUID(), patientId: randomUUID(), recipient: 'family-care' },
});
type Release = ReturnType<typeof newRelease>;

const consent = ({ releaseId: _, ...about }: Release, state: 'granted' | 'revoked' | 'expired') => {
  const time = ctx.clock.now();
  const data = { ...about, state, at: time.toISOString() };
  return ctx.deliver(behavioralConsentChanged.of({ subject: about.patientId, time, data }));
};
const made = (release: Release) => {
  const time = ctx.clock.now();
  const data = { ...release, madeAt: time.toISOString() };
  return ctx.deliver(behavioralReleaseMade.of({ subject: release.patientId, time, data }));
};
const deliveryOf = async ({ releaseId }: Release): Promise<Delivery | undefined> =>
  (await ctx.deliveries('?kind=release&limit=200')).find((one) => one.releaseId === releaseId);

describe('the notice of a release', () => {
  it('goes out while its consent stands, without a word of what may be read', async () => {
    const release = newRelease();
    await consent(release, 'granted');
    await made(release);
    await ctx.sendDue();
    expect(receiver.received.map(({ body }) => body.data)).toEqual([
      { ...release, madeAt: ctx.clock.now().toISOString() },
    ]);
    expect(await deliveryOf(release)).toMatchObject({ state: 'delivered', handoffId: null });
    expect((await ctx.events()).filter(({ subject }) => subject === release.patientId)).toEqual([]);
  });

  it.each(['revoked', 'expired'] as const)(
    'is not sent any more when the consent is %s while it waits',
    async (state) => {
      const release = newRelease();
      await consent(release, 'granted');
      receiver.behaviour = answer(500);
      await made(release);
      await ctx.sendDue();
      await consent(release, state);
      // What was taken back stays so.
      await consent(release, 'granted');
      receiver.forget();
      ctx.clock.advance('P1D');
      await ctx.sendDue();
      expect(receiver.received).toEqual([]);
      expect(await deliveryOf(release)).toMatchObject({ state: 'cancelled', reason: `consent ${state}` });
    },
  );

  it('is withheld, and a person’s work, when nobody told of a consent, or it is another organization’s', async () => {
    const unknown = newRelease();
    const foreign = newRelease();
    await consent({ ...foreign, recipient: 'pt-north' }, 'granted');
    await made(unknown);
    await made(foreign);
    await ctx.sendDue();
    expect(receiver.received).toEqual([]);
    for (const release of [unknown, foreign]) {
      expect(await deliveryOf(release)).toMatchObject({ state: 'failed', reason: 'consent-unknown' });
      expect((await ctx.events()).filter(({ subject }) => subject === release.patientId)).toMatchObject([
        { type: 'org.throughline.delivery.release-undelivered.v1', data: { reason: 'consent-unknown' } },
      ]);
    }
  });
});
