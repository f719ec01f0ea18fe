import {
  confidential,
  createNotificationTest,
  issued,
  newHandoff,
  type NotificationTest,
} from './notification.context.js';

let ctx: NotificationTest;
beforeAll(async () => {
  ctx = await createNotificationTest();
});
afterAll(() => ctx?.close());

describe('a handoff is issued', () => {
  it('stands in the partner’s inbox with one attempt, and that is told', async () => {
    const handoff = newHandoff();
    const now = ctx.clock.now();
    await ctx.deliver(issued(handoff, now));
    const [delivery, ...others] = await ctx.deliveries(`?handoff=${handoff.handoffId}`);
    expect(others).toEqual([]);
    expect(delivery).toEqual({
      id: expect.any(String),
      handoffId: handoff.handoffId,
      releaseId: null,
      partnerId: 'pt-north',
      kind: 'handoff',
      channel: 'inbox',
      state: 'delivered',
      messageId: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
      sequence: null,
      attempts: [
        {
          at: now.toISOString(),
          outcome: 'stands in the inbox',
          status: null,
          durationMs: null,
          error: null,
          nextAt: null,
        },
      ],
      nextAt: null,
      reason: null,
      createdAt: now.toISOString(),
    });
    expect(await ctx.events()).toMatchObject([
      {
        type: 'org.throughline.delivery.delivered.v1',
        subject: handoff.patientId,
        data: {
          deliveryId: delivery?.id,
          handoffId: handoff.handoffId,
          patientId: handoff.patientId,
          partnerId: 'pt-north',
          kind: 'handoff',
          channel: 'inbox',
          deliveredAt: now.toISOString(),
        },
      },
    ]);
  });

  it('has one effect when the same handoff comes again under another event id', async () => {
    const handoff = newHandoff();
    await ctx.deliver(issued(handoff, ctx.clock.now()));
    const before = (await ctx.events()).length;
    await ctx.deliver(issued(handoff, ctx.clock.now()));
    expect(await ctx.events()).toHaveLength(before);
    expect(await ctx.deliveries(`?handoff=${handoff.handoffId}`)).toMatchObject([{ attempts: [expect.anything()] }]);
  });

  it('leaves nothing of its content in our tables or events', async () => {
    await ctx.deliver(issued(newHandoff(), ctx.clock.now()));
    const kept = await ctx.dataSource.query<unknown[]>(
      'select delivery.*, attempt.outcome from delivery join delivery_attempt attempt on attempt.delivery_id = delivery.id',
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify([kept, await ctx.events()])).not.toContain(confidential);
  });
});

describe('deliveries are read', () => {
  it('by a partner for itself only, newest first, whatever it asks for', async () => {
    const own = newHandoff({ partnerId: 'pt-east' });
    const foreign = newHandoff({ partnerId: 'pt-south' });
    await ctx.deliver(issued(foreign, ctx.clock.now()));
    await ctx.deliver(issued(own, ctx.clock.now()));
    const handoffs = async (query: string, as: string) =>
      (await ctx.deliveries(query, as)).map((entry) => entry.handoffId);
    expect(await handoffs('', 'partner:pt-east')).toEqual([own.handoffId]);
    expect(await handoffs('?partner=pt-south', 'partner:pt-east')).toEqual([]);
    expect(await handoffs(`?handoff=${foreign.handoffId}`, 'partner:pt-east')).toEqual([]);
    expect(await handoffs('?partner=pt-south', 'administrator')).toEqual([foreign.handoffId]);
  });

  it('page by page, also when several were made in the same instant', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const { body } = await ctx.request('GET', `/api/deliveries${query}`, { as: 'coordinator' });
      const page = body as { items: { id: string }[]; next: string | null };
      seen.push(...page.items.map((entry) => entry.id));
      cursor = page.next;
    }
    expect(seen).toEqual((await ctx.deliveries('?limit=200')).map((entry) => entry.id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('by operators, and not by physicians', async () => {
    expect(await ctx.request('GET', '/api/deliveries', { as: 'operator' })).toMatchObject({ status: 200 });
    expect(await ctx.request('GET', '/api/deliveries', { as: 'physician' })).toMatchObject({ status: 403 });
  });
});
