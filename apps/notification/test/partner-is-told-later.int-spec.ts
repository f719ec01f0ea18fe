import { randomUUID } from 'node:crypto';
import {
  type EndpointWithSecret,
  handoffAcknowledged,
  handoffContestAnswered,
  handoffContested,
  handoffReminded,
  type OutgoingEvent,
  referralAccepted,
  referralMoved,
  referralReminded,
} from '#contracts';
import {
  confidential,
  createNotificationTest,
  type Handoff,
  issued,
  newHandoff,
  type NotificationTest,
  superseded,
  withdrawn,
} from './notification.context.js';
import { MailServer } from './mail-server.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let mailServer: MailServer;
let receiver: WebhookReceiver;
let count = 0;
const by = { sub: 'cora', name: 'Cora Coordinator', role: 'coordinator' };

beforeAll(async () => {
  mailServer = await new MailServer().start();
  receiver = await new WebhookReceiver().start();
  ctx = await createNotificationTest({ smtpUrl: mailServer.url, capturesMail: false });
  await ctx.register({ partnerId: 'pain-clinic', kind: 'clinic', name: 'Pain Clinic', roles: [] });
});
afterAll(async () => {
  await ctx?.close();
  await receiver?.stop();
  await mailServer?.stop();
});
beforeEach(() => {
  receiver.forget();
  mailServer.forget();
});

const partnerWith = async (kind: 'webhook' | 'email' | 'inbox', preferences?: object): Promise<string> => {
  const partnerId = `told-${(count += 1)}`;
  await ctx.register({ partnerId, name: `Told ${count}`, ...(preferences ? { preferences } : {}) } as object);
  if (kind === 'inbox') return partnerId;
  const body = kind === 'webhook' ? { kind, url: receiver.url } : { kind, address: `${partnerId}@example.org` };
  const added = await ctx.request<EndpointWithSecret>('POST', `/api/partners/${partnerId}/endpoints`, {
    as: 'coordinator',
    body,
  });
  if (added.body.secret) receiver.secrets = [added.body.secret];
  return partnerId;
};
const issue = async (partnerId: string, urgency?: 'routine' | 'urgent', facts: Partial<Handoff> = {}) => {
  const handoff = newHandoff({ partnerId, ...facts });
  await ctx.deliver(issued(handoff, ctx.clock.now(), urgency));
  return handoff;
};
const told = async (partnerId: string, urgency?: 'routine' | 'urgent') => {
  const handoff = await issue(partnerId, urgency);
  await ctx.sendDue();
  receiver.forget();
  mailServer.forget();
  return handoff;
};

const now = (): string => ctx.clock.now().toISOString();
const event = <Data>(
  definition: { of(event: { subject: string; time: Date; data: Data }): OutgoingEvent },
  data: Data & { patientId: string },
): OutgoingEvent => definition.of({ subject: data.patientId, time: ctx.clock.now(), data });
const due = '2027-04-07T21:00:00.000Z';
const reminded = (handoff: Handoff) => event(handoffReminded, { ...handoff, dueAt: due, remindedAt: now() });
const acknowledged = (handoff: Handoff) =>
  event(handoffAcknowledged, {
    ...{ ...handoff, version: 1, kind: 'acknowledged', concern: null, onBehalf: false },
    ...{ acknowledgedAt: now(), by },
  });
const referralOf = ({ handoffId: _, ...held }: Handoff, referralId: string = randomUUID()) => ({ referralId, ...held });
const moved = (referral: ReturnType<typeof referralOf>, step: string, state: string, dueAt: string | null = due) =>
  event(referralMoved, {
    ...{ ...referral, event: step, before: 'accepted', state, waitingOn: 'partner', note: confidential, dueAt },
    ...{ movedAt: now(), by },
  });
const noticesOf = async ({ partnerId }: Handoff) =>
  (await ctx.deliveries(`?partner=${partnerId}`)).filter(({ kind }) => kind !== 'handoff');

describe('a partner with a webhook', () => {
  it('gets the reminder as a signed event about the same handoff, once, however often it is told', async () => {
    const handoff = await told(await partnerWith('webhook'));
    const reminder = reminded(handoff);
    const id = randomUUID();
    await ctx.deliver(reminder, id);
    await ctx.deliver(reminder, id);
    await ctx.sendDue();
    await ctx.sendDue();
    expect(receiver.received.map(({ body }) => [body.type, body.data['handoffId']])).toEqual([
      ['org.throughline.handoff.reminded.v1', handoff.handoffId],
    ]);
    expect(receiver.unverified).toBe(0);
    expect(await noticesOf(handoff)).toMatchObject([{ kind: 'reminder', channel: 'webhook', state: 'delivered' }]);
    expect((await ctx.events()).at(-1)?.data).toMatchObject({ kind: 'reminder', handoffId: handoff.handoffId });
    // A second reminder is another message.
    await ctx.deliver(reminded(handoff));
    await ctx.sendDue();
    expect(receiver.ids).toHaveLength(2);
  });

  it('is asked about a cancellation and told an answer, in order after what it has of the patient', async () => {
    const handoff = await told(await partnerWith('webhook'));
    const referral = referralOf(handoff);
    receiver.behaviour = answer(500);
    await ctx.deliver(event(referralReminded, { ...referral, clock: 'book', dueAt: due, remindedAt: now() }));
    await ctx.sendDue();
    receiver.forget();
    const another = await issue(handoff.partnerId, 'urgent', { patientId: handoff.patientId });
    await ctx.deliver(moved(referralOf(another), 'answer', 'received'));
    await ctx.deliver(moved(referral, 'cancel', 'cancel-requested'));
    ctx.clock.advance('PT1M');
    await ctx.sendDue();
    // The reminder is moot: the clinic wants to cancel now.
    expect(receiver.received.map(({ body }) => body.data['event'] ?? body.type.split('.').at(-2))).toEqual([
      'issued',
      'answer',
      'cancel',
    ]);
  });
});

describe('a partner with email', () => {
  it('gets a fresh mail and a fresh link, and nothing clinical', async () => {
    const handoff = await issue(await partnerWith('email'));
    await ctx.sendDue();
    const first = mailServer.mails[0]?.links[0];
    await ctx.deliver(reminded(handoff));
    await ctx.deliver(moved(referralOf(handoff), 'cancel', 'cancel-requested'));
    await ctx.sendDue();
    const [, reminder, question, ...more] = mailServer.mails;
    expect(more).toEqual([]);
    expect(reminder?.mail.subject).toBe('Pain Clinic: a reminder');
    expect(reminder?.mail.text).toContain('still waits for you (due Wed 7 Apr 2027, 5:00 pm EDT)');
    expect(question?.mail.subject).toBe('Pain Clinic: may this be cancelled?');
    expect(question?.mail.text).toContain('Please confirm, or say what was done already, by Wed 7 Apr 2027');
    const links = [first, reminder?.links[0], question?.links[0]];
    expect(new Set(links).size).toBe(3);
    for (const link of links) expect(link).toMatch(/^https:\/\/throughline\.invalid\/r\/[A-Za-z0-9_-]{43}$/);
    for (const { raw } of mailServer.mails) {
      for (const secret of [confidential, handoff.patientId, 'physical', 'Cora']) expect(raw).not.toContain(secret);
    }
    const view = (link = '') =>
      ctx.request('POST', '/api/links/view', { body: { token: link.split('/').at(-1) } }).then(({ body }) => body);
    expect(await view(first)).toMatchObject({ state: 'superseded' });
    expect(await view(question?.links[0])).toMatchObject({ state: 'ready', dueAt: due });
  });

  it('is reminded at once of what is urgent; a routine reminder waits for the daily mail while there is time', async () => {
    const partnerId = await partnerWith('email', { channels: {}, digestAt: '15:00' });
    const routine = await issue(partnerId, 'routine');
    const urgent = await issue(partnerId, 'urgent');
    ctx.clock.set('2027-04-06T19:00:00Z');
    await ctx.sendDue();
    mailServer.forget();
    for (const handoff of [routine, urgent]) await ctx.deliver(reminded(handoff));
    await ctx.sendDue();
    expect(mailServer.subjects).toEqual(['Pain Clinic: a reminder']);
    // The next daily mail comes after its due: too late for it to wait.
    ctx.clock.set('2027-04-07T20:00:00Z');
    await ctx.deliver(reminded(routine));
    await ctx.sendDue();
    expect(mailServer.subjects.filter((subject) => subject === 'Pain Clinic: a reminder')).toHaveLength(2);
  });
});

describe('nothing is sent', () => {
  it.each<[string, (handoff: Handoff) => OutgoingEvent]>([
    ['acknowledged', acknowledged],
    ['withdrawn', (handoff) => withdrawn(handoff, ctx.clock.now())],
    ['superseded', (handoff) => superseded(handoff, ctx.clock.now())],
    [
      'contested',
      (handoff) =>
        event(handoffContested, {
          ...{ ...handoff, version: 1, kind: 'cannot-by-then', reason: confidential, possibleFrom: null },
          ...{ answerBy: due, contestedAt: now(), by },
        }),
    ],
  ])('about a handoff that is %s while the reminder waits', async (state, ended) => {
    const handoff = await told(await partnerWith('webhook'));
    receiver.behaviour = answer(500);
    await ctx.deliver(reminded(handoff));
    await ctx.sendDue();
    receiver.forget();
    await ctx.deliver(ended(handoff));
    ctx.clock.advance('P1D');
    await ctx.sendDue();
    expect(receiver.received.map(({ body }) => body.type.split('.').at(-2))).toEqual(
      state === 'withdrawn' ? ['withdrawn'] : [],
    );
    expect((await noticesOf(handoff)).find(({ kind }) => kind === 'reminder')).toMatchObject({
      state: 'cancelled',
      reason: state,
    });
  });

  it('about a handoff that was acknowledged before', async () => {
    const handoff = await told(await partnerWith('webhook'));
    await ctx.deliver(acknowledged(handoff));
    await ctx.deliver(reminded(handoff));
    await ctx.sendDue();
    expect(receiver.received).toEqual([]);
  });

  it('about a referral that went on meanwhile', async () => {
    const handoff = await told(await partnerWith('webhook'));
    const referral = referralOf(handoff);
    receiver.behaviour = answer(500);
    await ctx.deliver(event(referralReminded, { ...referral, clock: 'decide', dueAt: due, remindedAt: now() }));
    await ctx.sendDue();
    receiver.forget();
    await ctx.deliver(event(referralAccepted, { ...referral, acceptedAt: now(), by }));
    ctx.clock.advance('P1D');
    await ctx.sendDue();
    expect(receiver.received).toEqual([]);
  });

  it('as a reminder of what did not arrive yet: that is tried at once', async () => {
    receiver.behaviour = answer(500);
    const handoff = await issue(await partnerWith('webhook'));
    await ctx.sendDue();
    receiver.forget();
    await ctx.deliver(reminded(handoff));
    await ctx.sendDue();
    expect(receiver.received.map(({ body }) => body.type)).toEqual(['org.throughline.handoff.issued.v1']);
    expect(await noticesOf(handoff)).toEqual([]);
  });

  it('to an inbox, where it stands with the handoff', async () => {
    const handoff = await issue(await partnerWith('inbox'));
    await ctx.deliver(reminded(handoff));
    expect(await noticesOf(handoff)).toEqual([]);
  });
});

describe('an answer', () => {
  it('of the physician to an objection reaches who made it; one by a new version comes as that version', async () => {
    const handoff = await told(await partnerWith('email'));
    const answered = { ...handoff, dueAt: due, answeredAt: now(), by };
    await ctx.deliver(event(handoffContestAnswered, { ...answered, byVersion: 2, reply: null }));
    await ctx.deliver(event(handoffContestAnswered, { ...answered, byVersion: null, reply: confidential }));
    await ctx.sendDue();
    expect(mailServer.subjects).toEqual(['Pain Clinic: an answer for you']);
    expect(mailServer.mails[0]?.raw).not.toContain(confidential);
  });
});

it('a question about a referral leads to its newest handoff', async () => {
  const first = await told(await partnerWith('email'));
  const second = await issue(first.partnerId, 'urgent', { ...first, handoffId: randomUUID() });
  await ctx.deliver(superseded(first, ctx.clock.now()));
  await ctx.deliver(moved(referralOf(second), 'cancel', 'cancel-requested'));
  await ctx.sendDue();
  expect((await noticesOf(first)).map(({ handoffId }) => handoffId)).toEqual([second.handoffId]);
});
