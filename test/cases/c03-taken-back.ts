/** A change that is taken back before anybody acknowledged it leaves nothing to do. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';

const withoutImpact = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'no-impact', from: at.date(0), until: at.date(30) }],
  });

export const c03TakenBack = lumbarCase('C3', 'Taken back', [
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 4,
    reason: 'No impact for now',
    document: withoutImpact,
    told: [tells('physical-therapy', 'pt-north', 'TH-03', 'urgent', 1), tellsDesk('patient', 'PX-09', 'urgent', 1)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  {
    kind: 'publish',
    day: 0,
    time: '15:00',
    version: 5,
    reason: 'Not needed after all',
    document: lumbarPlan,
    told: [tellsDesk('patient', 'PX-09', 'urgent', 1)],
    notTold: ['physical-therapy', 'primary-care', 'imaging', 'pharmacy'],
  },
  then(0, '15:05', 'the handoff is withdrawn and PT-North is current', async (story) => {
    const handoffs = await story.handoffs('&role=physical-therapy');
    const ofFour = handoffs.filter(({ contentVersion }) => contentVersion === 4).map(({ status }) => status);
    story.expectEqual('the handoff of version 4', ofFour, ['withdrawn']);
    const therapist = (await story.team()).members.find(({ role }) => role === 'physical-therapy');
    story.expectEqual('PT-North', therapist?.state === 'stale', false);
  }),
  then(6, '17:30', 'nobody is reminded of what was taken back', async (story) => {
    const late = (await story.workItems('&status=open')).filter(({ ask }) => ['CO-03', 'PH-10'].includes(ask.ruleId));
    story.expectEqual('escalations', late.length, 0);
  }),
]);
