/** The coordinator's list: three facts, a row that comes back on its day, and many rows at once. */
import type { BulkResult, HandoffSummary, PlanDocumentInput } from '#contracts';
import { type CaseDates, type Publish, then, tells, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import type { Story } from './story.ts';

const moreTherapy: Publish = {
  kind: 'publish',
  day: 0,
  time: '09:00',
  version: 4,
  reason: 'More therapy',
  document: (at: CaseDates): PlanDocumentInput => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(3)),
  told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
  notTold: ['primary-care', 'imaging', 'pharmacy'],
};

const therapists = async (story: Story, query = '&status=waiting'): Promise<HandoffSummary> => {
  const [handoff] = await story.handoffs(`&role=physical-therapy${query}`);
  if (!handoff) throw new Error('there is nothing for physical therapy');
  return handoff;
};

export const c42Facts = lumbarCase('C42', 'Delivered, opened, acknowledged', [
  moreTherapy,
  then(0, '09:30', 'it was delivered, and nobody has read it', async (story) => {
    const delivered = await story.until(
      'the delivery',
      () => therapists(story),
      ({ deliveredAt }) => deliveredAt !== null,
    );
    story.expectEqual('read or acknowledged', [delivered.openedAt, delivered.acknowledgedAt], [null, null]);
  }),
  then(0, '10:00', 'a therapist reads it', async (story) => {
    const { id } = await therapists(story);
    await story.api.get(`/api/handoffs/${id}`, 'partner:pt-north');
    const { openedAt, acknowledgedAt } = await therapists(story);
    story.expectEqual('opened', Date.parse(openedAt ?? '') >= Date.parse(story.at.instant(0, '10:00')), true);
    story.expectEqual('acknowledged', acknowledgedAt, null);
  }),
  then(0, '11:00', 'and acknowledges', async (story) => {
    await story.acknowledge('physical-therapy', 'pt-north', 4);
    const known = (await story.handoffs('&role=physical-therapy&status=acknowledged')).find(
      ({ contentVersion }) => contentVersion === 4,
    );
    story.expectEqual('by a person', known?.acknowledgedByMachine, false);
    const times = [known?.deliveredAt, known?.openedAt, known?.acknowledgedAt].map((at) => Date.parse(at ?? ''));
    story.expectEqual(
      'in this order',
      times,
      [...times].sort((a, b) => a - b),
    );
  }),
]);

export const c42Snooze = lumbarCase('C42b', 'A row comes back on its day', [
  moreTherapy,
  then(0, '10:00', 'the coordinator puts it off until Friday', async (story) => {
    const { id } = await therapists(story);
    await story.api.post(`/api/handoffs/${id}/snooze`, 'coordinator', {
      until: story.at.date(3),
      reason: 'Pat is back on Friday.',
    });
    story.expectEqual('awake', (await story.handoffs('&chase=awake')).length, 0);
  }),
  then(3, '07:59', 'it still sleeps', async (story) => {
    story.expectEqual('asleep', (await therapists(story)).chase?.asleep, true);
  }),
  then(3, '08:01', 'it is back as the clinic opens', async (story) => {
    story.expectEqual('to be chased today', (await story.handoffs('&chase=today')).length, 1);
    story.expectEqual('asleep', (await therapists(story)).chase?.asleep, false);
  }),
]);

const bulk = (story: Story, body: object): Promise<BulkResult> =>
  story.api.post<BulkResult>('/api/handoffs/bulk', 'coordinator', body);

export const c42Bulk = lumbarCase('C42c', 'Many rows at once, and back', [
  moreTherapy,
  then(1, '10:00', 'owner and labels are set, and taken back', async (story) => {
    const before = await therapists(story);
    const ids = [before.id];
    const owned = await bulk(story, { ids, action: 'assign-owner', owner: 'Cora', pool: 'intake' });
    const labelled = await bulk(story, { ids, action: 'label', add: ['call back'] });
    const set = await therapists(story);
    story.expectEqual('set', [set.owner, set.pool, set.labels], ['Cora', 'intake', ['call back']]);
    for (const { id } of [labelled, owned]) {
      const undone = await story.api.post<BulkResult>(`/api/handoffs/bulk/${id}/undo`, 'coordinator', {});
      story.expectEqual('taken back', undone.summary, '1 taken back');
    }
    const after = await therapists(story);
    story.expectEqual('as before', [after.owner, after.pool, after.labels], [before.owner, before.pool, before.labels]);
  }),
  then(1, '11:00', 'a reminder is counted first, and cannot be taken back', async (story) => {
    const ids = [(await therapists(story)).id];
    const dry = await bulk(story, { ids, action: 'remind', dryRun: true });
    story.expectEqual('beforehand', dry.summary, '1 reminder to 1 partner');
    const sent = await bulk(story, { ids, action: 'remind' });
    story.expectEqual('sent', sent.summary, dry.summary);
    const again = await bulk(story, { ids, action: 'remind' });
    story.expectEqual('again', again.summary, '0 reminders to 0 partners; 1 skipped: contacted today');
    const undo = await story.api.call('POST', `/api/handoffs/bulk/${sent.id}/undo`, { as: 'coordinator' });
    story.expectEqual('taken back', undo.status, 409);
  }),
]);
