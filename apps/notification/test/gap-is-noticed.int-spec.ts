import type { Delivery, EndpointWithSecret, Page } from '#contracts';
import { createNotificationTest, type Handoff, issued, newHandoff, type NotificationTest, superseded } from './notification.context.js'; // prettier-ignore
import { answer, type Received, WebhookReceiver } from './webhook-receiver.js';

let ctx: NotificationTest;
let receiver: WebhookReceiver;
beforeAll(async () => {
  ctx = await createNotificationTest();
  receiver = await new WebhookReceiver().start();
  for (const partnerId of ['pt-north', 'pt-south']) {
    await ctx.register({ partnerId, name: partnerId });
    await addWebhook(partnerId);
  }
});
afterAll(async () => {
  await receiver?.stop();
  await ctx?.close();
});

const endpointIds = new Map<string, string>();
async function addWebhook(partnerId: string): Promise<void> {
  const { body } = await ctx.request<EndpointWithSecret>('POST', `/api/partners/${partnerId}/endpoints`, {
    as: `partner:${partnerId}`,
    body: { kind: 'webhook', url: receiver.url },
  });
  endpointIds.set(partnerId, body.id);
  receiver.secrets.push(body.secret ?? '');
}
const issue = async (partnerId = 'pt-north'): Promise<Handoff> => {
  const handoff = newHandoff({ partnerId });
  await ctx.deliver(issued(handoff, ctx.clock.now()));
  await ctx.sendDue();
  return handoff;
};
const numberOf = ({ headers }: Received): number => Number(headers['throughline-sequence']);

/** A partner's system as the guide describes it (docs/guides/delivery.md, "Notice a gap, catch up"). */
class DiligentSystem {
  readonly has = new Set<number>();
  /** The highest number up to which none is missing. */
  complete = 0;
  readonly onTheirWay: number[] = [];

  got(number: number): void {
    this.has.add(number);
    while (this.has.has(this.complete + 1)) this.complete += 1;
  }

  /** Returns the handoffs that have to be read. */
  async catchUp(limit = 2): Promise<string[]> {
    const toRead: string[] = [];
    this.onTheirWay.length = 0;
    let cursor = '';
    for (;;) {
      const path = `/api/deliveries?after=${this.complete}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
      const { status, body } = await ctx.request<Page<Delivery>>('GET', path, { as: 'partner:pt-north' });
      expect(status).toBe(200);
      const missed = body.items.filter(({ sequence }) => sequence !== null && !this.has.has(sequence));
      for (const { sequence, state, handoffId } of missed) {
        if (state === 'retrying' || state === 'sending') this.onTheirWay.push(sequence ?? 0);
        else this.has.add(sequence ?? 0);
        if (state === 'delivered' || state === 'failed') toRead.push(handoffId ?? '');
      }
      if (body.next === null) break;
      cursor = encodeURIComponent(body.next);
    }
    this.got(this.complete);
    return toRead;
  }
}

it('a system that loses messages notices, and reads what it missed', async () => {
  const system = new DiligentSystem();
  const lost = new Set<number>();
  const handoffs: Handoff[] = [];
  receiver.behaviour = (response, received) => {
    const number = numberOf(received);
    // It answers 204 and forgets, as a system does that crashes before it has stored the message.
    if (lost.has(number)) return answer(204)(response, received);
    if (number === 4 || number === 5) return answer(500)(response, received);
    system.got(number);
    return answer(204)(response, received);
  };
  for (const number of [2, 7]) lost.add(number);
  for (let n = 1; n <= 7; n += 1) handoffs.push(await issue());
  // The fourth is replaced before it gets through; the fifth is still tried.
  await ctx.deliver(superseded(handoffs[3]!, ctx.clock.now()));
  expect([...system.has]).toEqual([1, 3, 6]);
  expect(system.complete).toBe(1);

  expect(await system.catchUp()).toEqual([handoffs[1]!.handoffId, handoffs[6]!.handoffId]);
  expect(system.onTheirWay).toEqual([5]);
  expect(system.complete).toBe(4);

  receiver.behaviour = (response, received) => {
    system.got(numberOf(received));
    return answer(204)(response, received);
  };
  ctx.clock.advance('PT1M');
  await ctx.sendDue();
  expect(system.complete).toBe(7);
  expect(await system.catchUp()).toEqual([]);
});

describe('the number of a message', () => {
  it('stands in the header and, signed, in the event; it is the same over all tries and resends', async () => {
    receiver.forget();
    receiver.behaviour = answer(500);
    const handoff = await issue();
    receiver.behaviour = answer(204);
    ctx.clock.advance('PT1M');
    await ctx.sendDue();
    const numbers = receiver.received.map(numberOf);
    expect(numbers).toHaveLength(2);
    expect(new Set(numbers).size).toBe(1);
    expect(receiver.unverified).toBe(0);
    expect(receiver.received[0]?.body).toMatchObject({ sequence: String(numbers[0]), sequencetype: 'Integer' });
    expect(receiver.received[0]?.body).toEqual(receiver.received[1]?.body);
    expect(await ctx.deliveries(`?handoff=${handoff.handoffId}`)).toMatchObject([{ sequence: numbers[0] }]);
  });

  it('counts for each partner by itself, and goes on over another endpoint', async () => {
    receiver.forget();
    await issue('pt-south');
    await issue('pt-south');
    const path = `/api/partners/pt-south/endpoints/${endpointIds.get('pt-south')}?force=true`;
    await ctx.request('DELETE', path, { as: 'partner:pt-south' });
    await addWebhook('pt-south');
    await issue('pt-south');
    expect(receiver.received.map(numberOf)).toEqual([1, 2, 3]);
  });

  it('is given to nothing that is never sent: what was replaced before leaves no hole', async () => {
    receiver.forget();
    const path = `/api/partners/pt-south/endpoints/${endpointIds.get('pt-south')}`;
    await ctx.request('POST', `${path}/pause`, { as: 'partner:pt-south' });
    const replaced = await issue('pt-south');
    await ctx.deliver(superseded(replaced, ctx.clock.now()));
    await ctx.request('POST', `${path}/resume`, { as: 'partner:pt-south' });
    await issue('pt-south');
    expect(receiver.received.map(numberOf)).toEqual([4]);
  });

  it('is asked for by its partner alone, or by the clinic for one of them', async () => {
    const ask = (as: string, query: string) => ctx.request<Page<Delivery>>('GET', `/api/deliveries?${query}`, { as });
    const own = await ask('partner:pt-south', 'after=0&partner=pt-north');
    expect(new Set(own.body.items.map(({ partnerId }) => partnerId))).toEqual(new Set(['pt-south']));
    expect(await ask('coordinator', 'after=0')).toMatchObject({ status: 400, body: { errors: [{ path: 'partner' }] } });
    expect((await ask('coordinator', 'after=2&partner=pt-south')).body.items.map(({ sequence }) => sequence)).toEqual([
      3, 4,
    ]);
  });
});
