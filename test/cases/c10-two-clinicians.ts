/** Two physicians start from the same version: the second sees both sides in clinical words, and nobody is told by the refused attempt. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, then, tells, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';

const dosed = (plan: PlanDocumentInput, sessionsPerWeek: number): PlanDocumentInput =>
  withItem(plan, 'rehab', 'r1', sessions(sessionsPerWeek));

const laterStep = (at: CaseDates, plan: PlanDocumentInput): PlanDocumentInput =>
  withItem(plan, 'medications', 'm1', {
    steps: [
      { date: at.date(-14), dose: 300 },
      { date: at.date(-7), dose: 600 },
      { date: at.date(10), dose: 900 },
    ],
  });

interface Conflict {
  currentVersion?: number;
  theirs: { text: string; path: string }[];
  yours: { text: string; path: string }[];
  conflicts: unknown[];
  rebased: PlanDocumentInput | null;
}

export const c10TwoClinicians = lumbarCase('C10', 'Two clinicians at the same time', [
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 4,
    reason: 'The first: more therapy',
    document: (at) => dosed(lumbarPlan(at), 3),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(0, '10:10', 'the second publishes on version 3 and is shown both sides', async (story) => {
    const before = (await story.handoffs()).length;
    const answer = await story.api.call<Conflict>('POST', `/api/plans/${story.planId}/versions`, {
      as: 'physician',
      body: { document: dosed(laterStep(story.at, lumbarPlan(story.at)), 1), reason: 'The second: less, and later' },
      headers: { 'if-match': '"3"' },
    });
    story.expectEqual('the answer', answer.status, 409);
    const { theirs, yours, conflicts } = answer.body;
    story.expectEqual(
      'their changes',
      theirs?.map(({ path }) => path),
      ['rehab'],
    );
    story.expectEqual('your changes', yours?.map(({ path }) => path).sort(), ['medications', 'rehab']);
    story.expectEqual('what must be chosen', conflicts?.length, 1);
    story.expectEqual('handoffs after the refused attempt', (await story.handoffs()).length, before);
    story.expectEqual('the version in force', (await story.team()).currentVersion, 4);
  }),
  then(0, '10:15', 'what does not touch the same item rebases by itself', async (story) => {
    const answer = await story.api.call<Conflict>('POST', `/api/plans/${story.planId}/versions`, {
      as: 'physician',
      body: { document: laterStep(story.at, lumbarPlan(story.at)), reason: 'Only later' },
      headers: { 'if-match': '"3"' },
    });
    story.expectEqual('the answer', answer.status, 409);
    story.expectEqual('conflicts', answer.body.conflicts?.length, 0);
    story.expectEqual('the rebased dose', answer.body.rebased?.rehab?.[0]?.dose?.sessionsPerWeek, 3);
  }),
  {
    kind: 'publish',
    day: 0,
    time: '10:20',
    version: 5,
    reason: 'The second, having chosen',
    document: (at) => dosed(laterStep(at, lumbarPlan(at)), 1),
    told: [
      tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2),
      tells('pharmacy', 'corner-pharmacy', 'RX-02', 'routine', 2),
    ],
    notTold: ['primary-care', 'imaging'],
  },
]);
