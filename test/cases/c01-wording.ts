/** A reworded sentence calls nobody; nor does a planned step whose date arrives. */
import type { PlanDocumentInput, TimelineEntry, VersionImpact } from '#contracts';
import { type CaseDates, then } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';

const reworded = (at: CaseDates): PlanDocumentInput => {
  const plan = lumbarPlan(at);
  return {
    ...plan,
    notes: 'Reworded.',
    diagnoses: plan.diagnoses?.map((diagnosis) => ({ ...diagnosis, text: 'Radiculopathy, lumbosacral' })) ?? [],
    safetyNet: { ...plan.safetyNet, instructions: 'Please call us on the same day.' },
    medications: plan.medications?.toReversed() ?? [],
    targets: plan.targets?.toReversed() ?? [],
  };
};

export const c01Wording = lumbarCase('C1', 'Wording only', [
  then(0, '08:55', 'the physician previews a version that only words change', async (story) => {
    const preview = await story.api.post<VersionImpact>(
      `/api/plans/${story.planId}/preview`,
      'physician',
      { document: reworded(story.at) },
      { 'if-match': '"3"' },
    );
    const { changes, impacts, desks, unaffected } = preview;
    story.expectEqual(
      'the preview',
      { changes, impacts, desks, alone: unaffected.length },
      {
        changes: [],
        impacts: [],
        desks: [],
        alone: 4,
      },
    );
  }),
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'Wording',
    document: reworded,
    told: [],
    notTold: ['physical-therapy', 'primary-care', 'imaging', 'pharmacy'],
  },
  then(0, '09:05', 'everybody is current without acknowledging, and the timeline says why', async (story) => {
    const { members } = await story.team();
    story.expectEqual('stale members', members.filter(({ state }) => state === 'stale').length, 0);
    const { items } = await story.api.get<{ items: TimelineEntry[] }>(
      `/api/patients/${story.patientId}/timeline`,
      'physician',
    );
    const entry = items.find(({ planVersion, type }) => planVersion === 4 && type.includes('plan.published'));
    story.expectEqual('the reason on the timeline', entry?.text.includes('Wording'), true);
  }),
  then(7, '09:00', 'a planned step of the titration arrives', async (story) => {
    const handoffs = await story.handoffs();
    story.expectEqual(
      'open handoffs',
      handoffs.filter(({ status }) => status === 'open' || status === 'unassigned').length,
      0,
    );
    story.expectEqual('the version in force', (await story.team()).currentVersion, 4);
  }),
]);
