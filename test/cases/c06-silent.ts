/** A partner that does not answer, over a weekend and a holiday. */
import type { WorkItem } from '#contracts';
import { type CareCase, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import { workRows } from '../support/observe.ts';
import type { Story } from './story.ts';

const escalations = async (story: Story, ...ruleIds: string[]): Promise<WorkItem[]> =>
  (await story.workItems('&status=open')).filter(({ ask }) => ruleIds.includes(ask.ruleId));

const reminders = async (story: Story): Promise<number> => {
  const [open] = await story.handoffs('&role=physical-therapy&status=open');
  const { history } = await story.api.get<{ history: { text: string }[] }>(`/api/handoffs/${open?.id}`, 'coordinator');
  return history.filter(({ text }) => text.startsWith('Reminder')).length;
};

export const c06Silent: CareCase = lumbarCase('C6', 'Silent partner, over weekend and holiday', [
  {
    kind: 'publish',
    day: 51,
    time: '10:00',
    version: 4,
    reason: 'More therapy',
    document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(3)),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 56)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(56, '16:59', 'still nothing, and nothing is late', async (story) => {
    story.expectEqual('reminders', await reminders(story), 0);
  }),
  then(56, '17:01', 'PT-North is reminded', async (story) => {
    story.expectEqual('reminders', await reminders(story), 1);
    story.expectEqual('escalations', (await escalations(story, 'CO-03', 'PH-10')).length, 0);
  }),
  then(57, '17:01', 'the coordinator is to phone', async (story) => {
    const items = await escalations(story, 'CO-03', 'PH-10');
    story.expectTold('a day later', workRows(items), [tellsDesk('coordinator', 'CO-03', 'routine', 59)]);
  }),
  then(58, '09:00', 'the coordinator phones and acknowledges on their behalf', async (story) => {
    const [open] = await story.handoffs('&role=physical-therapy&status=open');
    await story.api.post(`/api/handoffs/${open?.id}/acknowledgement`, 'coordinator', {
      version: 4,
      note: 'By telephone, with Pat at the front desk.',
    });
    await story.until(
      'PT-North to stand at version 4',
      () => story.team(),
      ({ members }) =>
        members.some(({ role, acknowledgedVersion }) => role === 'physical-therapy' && acknowledgedVersion === 4),
    );
    const detail = await story.api.get<{ acknowledgement: { onBehalf: boolean } }>(
      `/api/handoffs/${open?.id}`,
      'coordinator',
    );
    story.expectEqual('on their behalf', detail.acknowledgement.onBehalf, true);
    story.expectEqual('nobody goes on phoning', (await escalations(story, 'CO-03')).length, 0);
  }),
  then(60, '12:00', 'the remaining clocks are stopped', async (story) => {
    story.expectEqual('escalations', (await escalations(story, 'CO-03', 'PH-10')).length, 0);
  }),
]);

export const c06Urgent: CareCase = lumbarCase('C6b', 'Silent partner, urgent', [
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 4,
    reason: 'No impact',
    document: (at) =>
      withItem(lumbarPlan(at), 'rehab', 'r1', {
        restrictions: [{ id: 'x1', kind: 'no-impact', from: at.date(0), until: at.date(30) }],
      }),
    told: [tells('physical-therapy', 'pt-north', 'TH-03', 'urgent', 1), tellsDesk('patient', 'PX-09', 'urgent', 1)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(1, '13:01', 'PT-North is reminded half a day before', async (story) => {
    story.expectEqual('reminders', await reminders(story), 1);
    story.expectEqual('escalations', (await escalations(story, 'CO-03', 'PH-10')).length, 0);
  }),
  then(2, '12:01', 'the coordinator hears half a day after', async (story) => {
    const items = await escalations(story, 'CO-03', 'PH-10');
    story.expectTold('half a day after', workRows(items), [tellsDesk('coordinator', 'CO-03', 'routine', 3)]);
  }),
  then(2, '17:01', 'the physician a day after', async (story) => {
    const items = await escalations(story, 'PH-10');
    story.expectTold('a day after', workRows(items), [tellsDesk('physician', 'PH-10', 'urgent', 6)]);
  }),
]);
