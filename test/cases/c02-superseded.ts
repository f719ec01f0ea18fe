/** A second change before the first is acknowledged replaces what was asked; what did not change keeps its due. */
import type { HandoffSummary, PlanDocumentInput } from '#contracts';
import { acknowledge, type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import type { Story } from './story.ts';

const dosed = (at: CaseDates, sessionsPerWeek: number): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'rehab', 'r1', sessions(sessionsPerWeek));

const withoutImpact = (at: CaseDates): PlanDocumentInput =>
  withItem(dosed(at, 1), 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'no-impact', from: at.date(1), until: at.date(30) }],
  });

const first = {
  kind: 'publish',
  day: 0,
  time: '10:00',
  version: 4,
  reason: 'More therapy',
  document: (at: CaseDates) => dosed(at, 3),
  told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
  notTold: ['primary-care', 'imaging', 'pharmacy'],
} as const;

const second = {
  kind: 'publish',
  day: 1,
  time: '09:00',
  version: 5,
  reason: 'It was too much',
  document: withoutImpact,
  notTold: ['primary-care', 'imaging', 'pharmacy'],
} as const;

/** The handoff of version 4, and the one that is open now. */
async function ofTherapy(story: Story): Promise<{ old: HandoffSummary | undefined; open: HandoffSummary | undefined }> {
  const handoffs = await story.handoffs('&role=physical-therapy');
  return {
    old: handoffs.find(({ contentVersion, status }) => contentVersion === 4 && status === 'superseded'),
    open: handoffs.find(({ status }) => status === 'open'),
  };
}

export const c02Superseded = lumbarCase('C2', 'Superseded', [
  first,
  {
    ...second,
    told: [
      tells('physical-therapy', 'pt-north', 'TH-02 TH-03', 'urgent', 2),
      tellsDesk('patient', 'PX-09', 'urgent', 2),
    ],
  },
  then(1, '09:10', 'PT-North tries to acknowledge the version that was replaced', async (story) => {
    const { old, open } = await ofTherapy(story);
    if (!old || !open) return story.expectEqual('a replaced and an open handoff', [!!old, !!open], [true, true]);
    const [net] = (
      await story.api.get<{ asks: { ruleId: string; reason: string; dueAt: string }[] }>(
        `/api/handoffs/${open.id}`,
        'coordinator',
      )
    ).asks.filter(({ ruleId }) => ruleId === 'TH-02');
    story.expectEqual(
      'the changed dose is due',
      Date.parse(net?.dueAt ?? ''),
      Date.parse(story.at.instant(3, '17:00')),
    );
    story.expectEqual('the net change is named', /2 .*1 /.test(net?.reason ?? ''), true);
    const answer = await story.api.call<{ supersededBy?: string }>('POST', `/api/handoffs/${old.id}/acknowledgement`, {
      as: 'partner:pt-north',
      body: { version: 4 },
    });
    story.expectEqual('the answer', answer.status, 409);
    story.expectEqual('names the successor', JSON.stringify(answer.body).includes(open.id), true);
  }),
  acknowledge(1, '11:00', 'physical-therapy', 'pt-north', 5),
  then(6, '17:30', 'the replaced handoff stays replaced and reminds nobody', async (story) => {
    const { old: replaced } = await ofTherapy(story);
    const old = await story.api.get<HandoffSummary & { history: { text: string }[] }>(
      `/api/handoffs/${replaced?.id}`,
      'coordinator',
    );
    story.expectEqual('its status', old.status, 'superseded');
    story.expectEqual('its reminders', old.history.filter(({ text }) => /remind/i.test(text)).length, 0);
    const late = (await story.workItems('&status=open')).filter(({ ask }) => ['CO-03', 'PH-10'].includes(ask.ruleId));
    story.expectEqual('escalations', late.length, 0);
  }),
]);

/** The other course: acknowledged in between, the second change counts from there. */
export const c02AcknowledgedBetween = lumbarCase('C2b', 'Acknowledged in between', [
  first,
  acknowledge(0, '15:00', 'physical-therapy', 'pt-north', 4),
  {
    ...second,
    told: [
      tells('physical-therapy', 'pt-north', 'TH-02 TH-03', 'urgent', 2),
      tellsDesk('patient', 'PX-09', 'urgent', 2),
    ],
  },
  then(1, '09:10', 'the change is told from the acknowledged dose', async (story) => {
    const [open] = await story.handoffs('&role=physical-therapy&status=open');
    const { asks } = await story.api.get<{ asks: { ruleId: string; reason: string }[] }>(
      `/api/handoffs/${open?.id}`,
      'partner:pt-north',
    );
    story.expectEqual('3 to 1', /3 .*1 /.test(asks.find(({ ruleId }) => ruleId === 'TH-02')?.reason ?? ''), true);
  }),
]);
