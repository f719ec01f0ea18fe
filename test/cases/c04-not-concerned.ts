/** Ten versions that concern only the pharmacy: one handoff there, silence everywhere else. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, sessions } from './c-base.ts';

const topical = (at: CaseDates, version: number): PlanDocumentInput => {
  const plan = withItem(lumbarPlan(at), 'medications', 'm2', { dose: version });
  return withItem(plan, 'lifestyle', 'l1', { kind: 'footwear', status: version % 2 === 0 ? 'active' : 'completed' });
};

const others = ['physical-therapy', 'primary-care', 'imaging'] as const;

export const c04NotConcerned = lumbarCase('C4', 'Not concerned', [
  ...Array.from({ length: 10 }, (_, index) => ({
    kind: 'publish' as const,
    day: index,
    time: '09:00',
    version: index + 4,
    reason: `Patch ${index + 4} %`,
    document: (at: CaseDates) => topical(at, index + 4),
    told: null,
    notTold: others,
  })),
  then(9, '09:30', 'only Corner Pharmacy has something, and one thing', async (story) => {
    const handoffs = await story.handoffs('&status=open');
    const rows = handoffs.map(({ role, partnerId, fromVersion, throughVersion, ruleIds }) => ({
      role,
      partnerId,
      fromVersion,
      throughVersion,
      ruleIds,
    }));
    story.expectEqual('what is open', rows, [
      { role: 'pharmacy', partnerId: 'corner-pharmacy', fromVersion: 3, throughVersion: 13, ruleIds: ['RX-02'] },
    ]);
    const { asks } = await story.api.get<{ asks: { reason: string }[] }>(
      `/api/handoffs/${handoffs[0]?.id}`,
      'partner:corner-pharmacy',
    );
    story.expectEqual('first dose to last', /1 %.* 13 %/.test(asks[0]?.reason ?? ''), true);
    const all = await story.handoffs();
    story.expectEqual(
      'ever told since version 3',
      all.filter(({ role, contentVersion }) => contentVersion > 3 && role !== 'pharmacy').length,
      0,
    );
    const { members, currentVersion } = await story.team();
    story.expectEqual('the version in force', currentVersion, 13);
    story.expectEqual(
      'who is stale',
      members.filter(({ state }) => state === 'stale').map(({ role }) => role),
      ['pharmacy'],
    );
  }),
]);

/** An open handoff that later versions do not touch only moves on: acknowledging its first or its last version counts for the last. */
export const c04Extended = lumbarCase('C4b', 'An open handoff moves along', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'More therapy',
    document: (at) => withItem(lumbarPlan(at), 'rehab', 'r1', sessions(3)),
    told: [tells('physical-therapy', 'pt-north', 'TH-02', 'routine', 2)],
    notTold: [],
  },
  {
    kind: 'publish',
    day: 0,
    time: '11:00',
    version: 5,
    reason: 'Patch',
    document: (at) => withItem(topical(at, 5), 'rehab', 'r1', sessions(3)),
    told: [tells('pharmacy', 'corner-pharmacy', 'RX-02', 'routine', 2), tellsDesk('patient', 'PX-05', 'routine', 1)],
    notTold: ['physical-therapy'],
  },
  then(0, '12:00', 'acknowledging version 4 counts for version 5', async (story) => {
    const [open] = await story.handoffs('&role=physical-therapy&status=open');
    story.expectEqual('through', open?.throughVersion, 5);
    await story.acknowledge('physical-therapy', 'pt-north', 4);
    const therapist = (await story.team()).members.find(({ role }) => role === 'physical-therapy');
    story.expectEqual('counts for', therapist?.acknowledgedVersion, 5);
  }),
]);
