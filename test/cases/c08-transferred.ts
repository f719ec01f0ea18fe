/** The patient moves to another clinic: the old one is asked for a summary, the new one gets everything in force, once. */
import type { HandoffSummary, Page, PlanDocumentInput, TherapyEpisode } from '#contracts';
import { acknowledge, type CaseDates, then, tells, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';
import { handoffRow } from '../support/observe.ts';

const inForce = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(lumbarPlan(at), 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'no-flexion-loading', from: at.date(-3), until: at.date(60) }],
  });
  return withItem(plan, 'procedures', 'p1', {
    type: 'esi-transforaminal',
    intent: 'therapeutic',
    side: 'left',
    level: ['S1'],
    approach: 'transforaminal',
    guidance: 'fluoroscopy',
    diagnosisId: 'd1',
    status: 'scheduled',
    scheduledAt: at.instant(20, '10:00'),
  });
};

export const c08Transferred = lumbarCase('C8', 'Transferred to another clinic', [
  {
    kind: 'publish',
    day: -3,
    time: '09:00',
    version: 4,
    reason: 'A restriction and an epidural',
    document: inForce,
    told: null,
    notTold: [],
  },
  acknowledge(-1, '10:00', 'physical-therapy', 'pt-north', 4),
  then(10, '09:00', 'the coordinator hands the therapy over from PT-North to PT-East', async (story) => {
    const before = new Set((await story.handoffs()).map(({ id }) => id));
    await story.api.expect('PUT', `/api/plans/${story.planId}/team/physical-therapy`, {
      as: 'coordinator',
      body: { partnerId: 'pt-east' },
    });
    const fresh = await story.until(
      'both clinics to be told',
      async () => (await story.handoffs('&status=open')).filter(({ id }) => !before.has(id)),
      (found: HandoffSummary[]) => found.length >= 2,
    );
    story.expectTold('the transfer', fresh.map(handoffRow), [
      tells('physical-therapy', 'pt-north', 'AL-11', 'routine', 14),
      tells('physical-therapy', 'pt-east', 'TH-01 PT-07 PT-11 TH-10', 'routine', 14),
    ]);
  }),
  then(10, '14:00', 'PT-East acknowledges', (story) => story.acknowledge('physical-therapy', 'pt-east', 4)),
  then(12, '09:00', 'the next version concerns PT-East alone, and the treatment never paused', async (story) => {
    const version = await story.publish(withItem(inForce(story.at), 'rehab', 'r1', sessions(3)), 'More therapy');
    const told = (await story.toldOf(version)).map(({ to, partner }) => [to, partner]);
    story.expectEqual('told', told, [['physical-therapy', 'pt-east']]);
    const episodes = await story.api.get<Page<TherapyEpisode>>(
      `/api/therapy/episodes?plan=${story.planId}`,
      'partner:pt-east',
    );
    const directives = episodes.items.flatMap(({ directives: inForceNow }) => inForceNow.map(({ kind }) => kind));
    story.expectEqual('the restriction is in force', directives.includes('restriction'), true);
    const own = await story.handoffs('', 'partner:pt-north');
    story.expectEqual('PT-North reads nothing newer', own.filter(({ contentVersion }) => contentVersion > 4).length, 0);
  }),
  then(13, '10:00', 'PT-North answers with its summary', async (story) => {
    const [closing] = await story.handoffs('&status=open', 'partner:pt-north');
    await story.api.post(`/api/handoffs/${closing?.id}/acknowledgement`, 'partner:pt-north', {
      version: closing?.throughVersion ?? 4,
    });
    story.expectEqual('open at PT-North', (await story.handoffs('&status=open', 'partner:pt-north')).length, 0);
  }),
]);
