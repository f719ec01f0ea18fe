import type { CapturedMail } from '#contracts';
import {
  confidential,
  createNotificationTest,
  issued,
  newHandoff,
  type NotificationTest,
  withdrawn,
} from './notification.context.js';
import { MailServer } from './mail-server.js';

const desk = 'desk@clinic.example.org';
let ctx: NotificationTest;
let server: MailServer;

beforeAll(async () => {
  server = await new MailServer().start();
  ctx = await createNotificationTest({ smtpUrl: server.url, capturesMail: false });
  await ctx.register({ partnerId: 'pain-clinic', kind: 'clinic', name: 'Pain Clinic', roles: [] });
});
afterAll(async () => {
  await ctx?.close();
  await server?.stop();
});
beforeEach(() => server.forget());

let count = 0;
const newPartner = async (preferences?: object): Promise<string> => {
  const partnerId = `small-clinic-${(count += 1)}`;
  await ctx.register({ partnerId, name: `Small Clinic ${count}`, ...(preferences ? { preferences } : {}) } as object);
  const body = { kind: 'email', address: desk };
  const added = await ctx.request('POST', `/api/partners/${partnerId}/endpoints`, { as: `partner:${partnerId}`, body });
  expect(added).toMatchObject({ status: 201, body: { secret: null } });
  return partnerId;
};
const issue = async (partnerId: string, urgency?: 'routine' | 'urgent') => {
  const handoff = newHandoff({ partnerId });
  await ctx.deliver(issued(handoff, ctx.clock.now(), urgency));
  return handoff;
};
const stateOf = async (handoffId: string) => (await ctx.deliveries(`?handoff=${handoffId}`))[0];

describe('a mail', () => {
  it('says who asks, what kind of request, until when with the zone, and has one link: nothing of the patient, nothing clinical', async () => {
    const handoff = await issue(await newPartner());
    await ctx.sendDue();
    const { raw, mail } = server.mails[0]!;
    expect(mail.subject).toBe('Pain Clinic: a new request');
    expect(mail.text).toContain('Please answer by Wed 7 Apr 2027, 5:00 pm EDT.');
    const [link, ...more] = mail.text?.match(/https?:\S+/g) ?? [];
    expect(link).toMatch(/^https:\/\/throughline\.invalid\/r\/[A-Za-z0-9_-]{43}$/);
    expect(more).toEqual([]);
    expect(String(mail.html).match(/href="[^"]+"/g)).toEqual([`href="${link}"`]);
    for (const secret of [confidential, handoff.patientId, handoff.planId, 'physical', 'PT-11']) {
      expect(raw).not.toContain(secret);
    }
    expect(raw).not.toMatch(/list-unsubscribe/i);
    const delivery = await stateOf(handoff.handoffId);
    expect(delivery).toMatchObject({ channel: 'email', state: 'delivered', attempts: [{ status: 250 }] });
    expect(mail.messageId).toBe(`<${delivery?.messageId}@throughline.invalid>`);

    await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
    await ctx.sendDue();
    expect(server.mails[1]?.mail.subject).toBe('Pain Clinic: no longer needed');
  });

  it('that is refused for now is tried again, the same', async () => {
    server.refusal = 451;
    const { handoffId } = await issue(await newPartner());
    await ctx.sendDue();
    expect(await stateOf(handoffId)).toMatchObject({ state: 'retrying', attempts: [{ error: 'smtp-451' }] });
    server.refusal = null;
    ctx.clock.advance('PT15S');
    await ctx.sendDue();
    const delivery = await stateOf(handoffId);
    expect(delivery).toMatchObject({ state: 'delivered' });
    expect(server.mails.map(({ mail }) => mail.messageId)).toEqual([`<${delivery?.messageId}@throughline.invalid>`]);
  });

  it('that is refused for good is a person’s work', async () => {
    server.refusal = 550;
    const { handoffId } = await issue(await newPartner());
    await ctx.sendDue();
    expect(await stateOf(handoffId)).toMatchObject({ state: 'failed', reason: 'bounced' });
    expect((await ctx.events()).at(-1)).toMatchObject({
      type: 'org.throughline.delivery.failed.v1',
      data: { handoffId, reason: 'bounced', channel: 'email' },
    });
  });
});

describe('the daily mail', () => {
  it('gathers what is routine, at the hour of the partner’s calendar; what is urgent comes at once', async () => {
    const partnerId = await newPartner({ channels: {}, digestAt: '15:00' });
    const first = await issue(partnerId, 'routine');
    await issue(partnerId, 'routine');
    await issue(partnerId, 'urgent');
    await ctx.sendDue();
    expect(server.mails.map(({ mail }) => mail.subject)).toEqual(['Pain Clinic: a new request']);
    expect(await stateOf(first.handoffId)).toMatchObject({ state: 'queued', nextAt: '2027-04-06T19:00:00.000Z' });
    ctx.clock.set('2027-04-06T19:00:00Z');
    await ctx.sendDue();
    await ctx.sendDue();
    expect(server.mails).toHaveLength(2);
    expect(server.mails[1]?.mail.subject).toBe('Pain Clinic: 2 messages today');
    expect(server.mails[1]?.mail.text).toContain('Pain Clinic, today: 2 × a new request.');
    expect(server.mails[1]?.mail.text?.match(/https?:\S+/g)).toHaveLength(2);
    expect(await stateOf(first.handoffId)).toMatchObject({ state: 'delivered' });
  });
});

describe('without a mail server', () => {
  it('the embedded start captures mails to look at', async () => {
    const embedded = await createNotificationTest({}, {});
    await embedded.register({ partnerId: 'tiny', name: 'Tiny' });
    await embedded.request('POST', '/api/partners/tiny/endpoints', { as: 'coordinator', body: { kind: 'email', address: desk } }); // prettier-ignore
    await embedded.deliver(issued(newHandoff({ partnerId: 'tiny' }), embedded.clock.now()));
    await embedded.sendDue();
    const { body } = await embedded.request<{ items: CapturedMail[] }>(
      'GET',
      `/api/dev/mail?to=${encodeURIComponent(desk)}`,
    );
    expect(body.items).toMatchObject([{ to: desk, subject: 'Throughline: a new request' }]);
    await embedded.close();
  });

  it('anywhere else a partner that wants mail cannot be reached, and there is nothing to look at', async () => {
    const bare = await createNotificationTest({ capturesMail: false });
    await bare.register({ partnerId: 'tiny', name: 'Tiny' });
    await bare.request('POST', '/api/partners/tiny/endpoints', { as: 'coordinator', body: { kind: 'email', address: desk } }); // prettier-ignore
    const handoff = newHandoff({ partnerId: 'tiny' });
    await bare.deliver(issued(handoff, bare.clock.now()));
    expect(await bare.deliveries(`?handoff=${handoff.handoffId}`)).toMatchObject([
      { state: 'failed', reason: 'no-channel' },
    ]);
    expect(await bare.request('GET', '/api/dev/mail')).toMatchObject({ status: 404 });
    await bare.close();
  });
});
