import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EndpointWithSecret } from '#contracts';
import { createNotificationTest, issued, newHandoff, type NotificationTest } from './notification.context.js';
import { answer, WebhookReceiver } from './webhook-receiver.js';

const at = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let one: NotificationTest;
let two: NotificationTest;
let receiver: WebhookReceiver;
beforeAll(async () => {
  one = await createNotificationTest({ leaseSeconds: 2 });
  two = await createNotificationTest({ leaseSeconds: 2 }, { databaseUrl: one.databaseUrl, clock: one.clock });
  receiver = await new WebhookReceiver().start();
  for (const partnerId of ['pt-north', 'pt-south']) {
    await one.register({ partnerId, name: partnerId });
    const { body } = await one.request<EndpointWithSecret>('POST', `/api/partners/${partnerId}/endpoints`, {
      as: 'coordinator',
      body: { kind: 'webhook', url: receiver.url },
    });
    receiver.secrets.push(body.secret ?? '');
  }
});
afterAll(async () => {
  await receiver?.stop();
  await two?.close();
  await one?.close();
});
beforeEach(() => receiver.forget());

const issue = async (partnerId: string) => {
  const handoff = newHandoff({ partnerId });
  await one.deliver(issued(handoff, one.clock.now()));
  return handoff;
};

describe('two instances', () => {
  it('share the work: every message is sent once', async () => {
    receiver.behaviour = async (response) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      response.writeHead(204).end();
    };
    const handoffs = [];
    for (let n = 0; n < 40; n += 1) handoffs.push(await issue(n % 2 === 0 ? 'pt-north' : 'pt-south'));
    await Promise.all([one.sendDue(), two.sendDue()]);
    await one.sendDue();
    expect(receiver.received).toHaveLength(handoffs.length);
    expect(receiver.handoffs().sort()).toEqual(handoffs.map(({ handoffId }) => handoffId).sort());
  });

  it('one of which is killed after the receiver took the message: the other sends it again under the same id', async () => {
    const handoff = await issue('pt-north');
    let child: ChildProcess | null = null;
    const killed = new Promise<void>((resolve) => {
      receiver.behaviour = (response) => {
        child?.kill('SIGKILL');
        response.writeHead(204).end();
        resolve();
      };
    });
    child = spawn(
      process.execPath,
      ['--import', at('../../../libs/messaging/test/support/typescript.mjs'), at('support/courier-child.ts'), JSON.stringify({ databaseUrl: one.databaseUrl, now: one.clock.now().toISOString() })], // prettier-ignore
      { stdio: ['ignore', 'ignore', 'inherit'], env: process.env },
    );
    const ended = new Promise((resolve) => child?.once('exit', (_, signal) => resolve(signal)));
    await killed;
    expect(await ended).toBe('SIGKILL');
    const stateOf = async () => (await one.deliveries(`?handoff=${handoff.handoffId}`))[0];
    expect(await stateOf()).toMatchObject({ state: 'sending', attempts: [] });
    expect(receiver.received.map(({ isNew }) => isNew)).toEqual([true]);

    receiver.behaviour = answer(204);
    // The lease of the dead is real time.
    for (let tries = 0; tries < 60 && (await stateOf())?.state !== 'delivered'; tries += 1) {
      await two.sendDue();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await stateOf()).toMatchObject({
      state: 'delivered',
      attempts: [{ error: 'interrupted' }, { outcome: 'delivered', status: 204 }],
    });
    expect(receiver.ids).toHaveLength(1);
    expect(receiver.received.map(({ isNew }) => isNew)).toEqual([true, false]);
  });
});
