/** Who joins late hears what is in force, never what is over. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, look, then, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import { followUps } from './plan-timers.ts';
import type { Story } from './story.ts';

/** A block long past, and a taper that is finished. */
const past = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(lumbarPlan(at), 'procedures', 'p1', {
    type: 'medial-branch-block',
    intent: 'diagnostic',
    side: 'left',
    level: ['L4', 'L5'],
    guidance: 'fluoroscopy',
    status: 'done',
    doneAt: at.instant(-5, '10:00'),
    result: { reliefPercent: 20, concordant: false },
  });
  return withItem(plan, 'medications', 'm3', {
    ingredient: { display: 'oxycodone' },
    class: 'opioid',
    status: 'stopped',
    stopReason: { kind: 'completed' },
    stewardship: { context: 'post-operative', taper: { state: 'done', steps: [] } },
  });
};

async function joins(story: Story, role: string, partnerId: string, inForce: readonly string[]): Promise<void> {
  await story.api.expect('PUT', `/api/plans/${story.planId}/team/${role}`, { as: 'coordinator', body: { partnerId } });
  await story.until(
    `${partnerId} to join`,
    () => story.team(),
    ({ members }) => members.some((one) => one.partnerId === partnerId && one.status === 'active'),
  );
  // The next version is worked through after the joining: by then anything said to the new member would be there.
  const document = { ...past(story.at), notes: `After ${partnerId} joined.` };
  await story.publish(document, 'Wording');
  const handoffs = await story.handoffs(`&role=${role}`);
  story.expectEqual(
    `told to ${partnerId}`,
    handoffs.flatMap(({ ruleIds }) => ruleIds),
    inForce,
  );
}

export const c24JoinsLate = lumbarCase('C24', 'Joins late', [
  {
    kind: 'publish',
    day: -4,
    time: '09:00',
    version: 4,
    reason: 'A block that said no',
    document: past,
    told: null,
    notTold: [],
  },
  look(-4, '09:05', 'what is over makes nobody come back to it', async (story) => {
    const kinds = ['diary-call', 'result-missing', 'second-block', 'taper-step', 'opioid-30-days'];
    for (const state of ['pending', 'fired', 'cancelled'] as const)
      story.expectEqual(`moments of the past, ${state}`, await followUps(story, state, ...kinds), []);
  }),
  then(20, '09:00', 'neurology joins, engaged for nothing yet', (story) =>
    joins(story, 'neurology', 'head-clinic', []),
  ),
  then(20, '10:00', 'behavioral health joins after what is over: only the sleep target is still in force', (story) =>
    joins(story, 'behavioral-health', 'mindful-pain', ['BH-07']),
  ),
]);
