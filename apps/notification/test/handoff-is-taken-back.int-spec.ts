import { randomUUID } from 'node:crypto';
import { handoffSuperseded, handoffWithdrawn } from '#contracts';
import {
  createNotificationTest,
  issued,
  newHandoff,
  withdrawn,
  type Handoff,
  type NotificationTest,
} from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
});
afterAll(() => ctx?.close());

const superseded = (handoff: Handoff) =>
  handoffSuperseded.of({
    subject: handoff.patientId,
    time: ctx.clock.now(),
    data: { ...handoff, supersededBy: randomUUID(), supersededAt: ctx.clock.now().toISOString() },
  });

/** A delivery over a channel that did not get through yet. */
const waiting = (handoff: Handoff) =>
  ctx.dataSource.query(
    `insert into delivery (id, handoff_id, kind, patient_id, partner_id, urgency, due_at, channel, state, created_at)
     values ($1, $2, 'handoff', $3, $4, 'routine', $5, 'webhook', 'retrying', $5)`,
    [randomUUID(), handoff.handoffId, handoff.patientId, handoff.partnerId, ctx.clock.now()],
  );

const statesOf = async (handoff: Handoff) =>
  (await ctx.deliveries(`?handoff=${handoff.handoffId}`)).map(({ kind, state }) => `${kind} ${state}`).sort();
const toldOf = async (handoff: Handoff) =>
  (await ctx.events())
    .map((event) => event.data as { handoffId: string; kind: string })
    .filter((data) => data.handoffId === handoff.handoffId)
    .map((data) => data.kind);

describe('a handoff is superseded', () => {
  it('cancels what still waits to be sent', async () => {
    const handoff = newHandoff();
    await waiting(handoff);
    await ctx.deliver(superseded(handoff));
    expect(await statesOf(handoff)).toEqual(['handoff cancelled']);
    expect(await toldOf(handoff)).toEqual([]);
  });

  it('leaves what was delivered as the record of what the partner got', async () => {
    const handoff = newHandoff();
    await ctx.deliver(issued(handoff, ctx.clock.now()));
    await ctx.deliver(superseded(handoff));
    expect(await statesOf(handoff)).toEqual(['handoff delivered']);
  });
});

describe('a handoff is withdrawn', () => {
  it('gives one notice to the partner that got it, however often it is told', async () => {
    const handoff = newHandoff();
    await ctx.deliver(issued(handoff, ctx.clock.now()));
    await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
    await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
    expect(await statesOf(handoff)).toEqual(['handoff delivered', 'no-longer-needed delivered']);
    expect(await toldOf(handoff)).toEqual(['handoff', 'no-longer-needed']);
  });

  it('is never heard of by a partner that did not get it yet', async () => {
    const handoff = newHandoff();
    await waiting(handoff);
    await ctx.deliver(withdrawn(handoff, ctx.clock.now()));
    expect(await statesOf(handoff)).toEqual(['handoff cancelled']);
    expect(await toldOf(handoff)).toEqual([]);
  });

  it('concerns nobody when nobody held the role', async () => {
    const { handoffId, planId, patientId, role } = newHandoff();
    const time = ctx.clock.now();
    await ctx.deliver(
      handoffWithdrawn.of({
        subject: patientId,
        time,
        data: {
          handoffId,
          planId,
          patientId,
          role,
          memberId: null,
          partnerId: null,
          reason: 'role-filled',
          withdrawnAt: time.toISOString(),
        },
      }),
    );
    expect(await ctx.deliveries(`?handoff=${handoffId}`)).toEqual([]);
  });
});
