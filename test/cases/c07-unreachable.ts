/** A partner whose system is away all day and then gone: tried on schedule, given to a person, and after repair told once. */
import type { Delivery, EndpointWithSecret, HandoffSummary, WorkItem } from '#contracts';
import { CaseReceiver } from '../support/webhook-receiver.ts';
import { workRows } from '../support/observe.ts';
import { type CareCase, then, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import type { Story } from './story.ts';

const endpoints = '/api/partners/pt-north/endpoints';
let receiver: CaseReceiver;
let endpointId = '';
/** By version: the handoffs as they were issued. */
const issued = new Map<number, HandoffSummary>();

const openHandoff = async (story: Story): Promise<HandoffSummary> => {
  const [open] = await story.handoffs('&role=physical-therapy&status=open');
  if (!open) throw new Error('PT-North holds no open handoff');
  return open;
};
const deliveryOf = async (story: Story, version: number): Promise<Delivery | null> => {
  const path = `/api/deliveries?handoff=${issued.get(version)?.id}&channel=webhook`;
  return (await story.api.all<Delivery>(path, 'operator'))[0] ?? null;
};
const untilState = (story: Story, version: number, state: Delivery['state'], attempts = 0): Promise<Delivery | null> =>
  story.until(
    `the message of version ${version} to be ${state}`,
    () => deliveryOf(story, version),
    (delivery) => delivery?.state === state && delivery.attempts.length >= attempts,
  );
const calls = async (story: Story, status: WorkItem['status']): Promise<WorkItem[]> =>
  (await story.workItems(`&status=${status}`)).filter(({ ask }) => ask.ruleId === 'CO-05');

const publish = async (story: Story, version: number, perWeek: number): Promise<void> => {
  await story.publish(withItem(lumbarPlan(story.at), 'rehab', 'r1', sessions(perWeek)), 'Another dose of therapy');
  issued.set(version, await openHandoff(story));
};

export const c07Unreachable: CareCase = lumbarCase('C7', 'Unreachable partner', [
  then(0, '09:00', 'PT-North has a webhook of its own', async (story) => {
    issued.clear();
    receiver = new CaseReceiver();
    const url = await receiver.start();
    const body = { kind: 'webhook', url };
    const added = await story.api.post<EndpointWithSecret>(endpoints, 'partner:pt-north', body);
    receiver.secret = added.secret ?? '';
    endpointId = added.id;
    receiver.status = 500;
  }),
  then(0, '10:00', 'version 4 meets a system that answers 500', async (story) => {
    await publish(story, 4, 3);
    await untilState(story, 4, 'retrying', 1);
  }),
  then(0, '10:10', 'it is tried again', (story) => untilState(story, 4, 'retrying', 2).then(() => undefined)),
  then(0, '11:00', 'and again', (story) => untilState(story, 4, 'retrying', 3).then(() => undefined)),
  then(0, '12:30', 'and again; nobody is bothered yet', async (story) => {
    const delivery = await untilState(story, 4, 'retrying', 4);
    story.expectEqual('why', [...new Set(delivery?.attempts.map(({ error }) => error))], ['http-500']);
    story.expectEqual('calls', (await calls(story, 'open')).length, 0);
    receiver.status = 410;
  }),
  then(0, '15:00', 'it answers 410: the endpoint is disabled and the coordinator is to phone today', async (story) => {
    await untilState(story, 4, 'failed', 5);
    const open = await story.until(
      'CO-05 to open',
      () => calls(story, 'open'),
      (items) => items.length > 0,
    );
    story.expectTold('unreachable', workRows(open), [tellsDesk('coordinator', 'CO-05', 'same-day', 0)]);
    const { items } = await story.api.get<{ items: { state: string }[] }>(endpoints, 'coordinator');
    story.expectEqual('endpoint', items[0]?.state, 'disabled');
  }),
  then(0, '15:30', 'version 5 finds it disabled', async (story) => {
    await publish(story, 5, 4);
    await untilState(story, 5, 'failed');
  }),
  then(0, '16:00', 'version 6 too; the coordinator has it once', async (story) => {
    await publish(story, 6, 5);
    await untilState(story, 6, 'failed');
    await untilState(story, 5, 'cancelled');
    await untilState(story, 4, 'cancelled');
    story.expectEqual('calls', (await calls(story, 'open')).length, 1);
    story.expectEqual('taken by PT-North', receiver.taken.size, 0);
  }),
  then(1, '09:00', 'repaired: PT-North gets one handoff, the current one', async (story) => {
    receiver.status = 204;
    await story.api.post(`${endpoints}/${endpointId}/enable`, 'coordinator', {});
    await untilState(story, 6, 'delivered');
    const got = [...receiver.taken.values()];
    story.expectEqual(
      'what it got',
      got.map(({ type, data }) => [type, data['handoffId']]),
      [['org.throughline.handoff.issued.v1', issued.get(6)?.id]],
    );
    story.expectEqual('unsigned', receiver.unsigned, 0);
    const tries = (await deliveryOf(story, 4))?.attempts.map(({ status }) => status) ?? [];
    story.expectEqual('the attempts stay visible', [new Set(tries.slice(0, -1)), tries.at(-1)], [new Set([500]), 410]);
    // The outage moved no due: routine, two business days after the day of each version.
    const dues = [4, 5, 6].map((version) => Date.parse(issued.get(version)?.dueAt ?? ''));
    story.expectEqual('dues', dues, Array(3).fill(Date.parse(story.at.instant(2, '17:00'))));
    await story.until(
      'the call to be done',
      () => calls(story, 'done'),
      (items) => items.length === 1,
    );
    story.expectEqual('open calls', (await calls(story, 'open')).length, 0);
  }),
  then(1, '10:00', 'PT-North acknowledges, and its webhook is taken away again', async (story) => {
    await story.acknowledge('physical-therapy', 'pt-north', 6);
    await story.api.expect('DELETE', `${endpoints}/${endpointId}?force=true`, { as: 'coordinator' });
    await receiver.stop();
  }),
]);
