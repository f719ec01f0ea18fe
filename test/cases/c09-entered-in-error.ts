/** A version that belonged to another patient: whoever got it is told to disregard it, and nobody else hears a word. */
import type { HandoffSummary, PlanDocumentInput, PlanVersion } from '#contracts';
import { acknowledge, type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan, upToVersion3 } from './c-base.ts';

const withNsaid = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'medications', 'm3', {
    ingredient: { display: 'naproxen' },
    class: 'nsaid',
    dose: 250,
    unit: 'mg',
    status: 'active',
    startedOn: at.date(-14),
  });

/** Somebody else's: the NSAID stopped, a restriction that this patient does not need. */
const wrong = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(withNsaid(at), 'medications', 'm3', { status: 'stopped', stopReason: { kind: 'ineffective' } });
  return withItem(plan, 'rehab', 'r1', {
    restrictions: [{ id: 'x1', kind: 'no-overhead-reach', from: at.date(0), until: at.date(60) }],
  });
};

const base = lumbarCase('C9', 'Entered in error', [
  {
    kind: 'publish',
    day: 0,
    time: '09:00',
    version: 4,
    reason: 'Meant for another patient',
    document: wrong,
    told: [
      tells('physical-therapy', 'pt-north', 'TH-03', 'urgent', 1),
      tells('pharmacy', 'corner-pharmacy', 'RX-04', 'routine', 2),
      tellsDesk('patient', 'PX-09', 'urgent', 1),
    ],
    notTold: ['primary-care', 'imaging'],
  },
  acknowledge(0, '09:30', 'physical-therapy', 'pt-north', 4),
  then(0, '11:00', 'the physician marks it as entered in error', async (story) => {
    const before = await story.handoffs();
    await story.api.post(`/api/plans/${story.planId}/versions/4/entered-in-error`, 'physician', {
      reason: 'The version belonged to another patient',
    });
    await story.untilRouted(5);
    story.expectTold('the correction', await story.toldOf(5), [
      tells('physical-therapy', 'pt-north', 'AL-12', 'urgent', 1),
      tells('pharmacy', 'corner-pharmacy', 'AL-12', 'urgent', 1),
      tellsDesk('patient', 'PX-05 PX-09', 'urgent', 1),
    ]);
    const marked = await story.api.get<PlanVersion>(`/api/plans/${story.planId}/versions/4`, 'physician');
    story.expectEqual(
      'the mark',
      [marked.enteredInError?.correctedBy, marked.enteredInError?.reason],
      [5, 'The version belonged to another patient'],
    );
    const reasons = async (role: string, partner: string): Promise<string> => {
      const [open] = await story.handoffs(`&role=${role}&status=open`, `partner:${partner}`);
      if (!open) return '';
      const { asks } = await story.api.get<{ asks: { reason: string }[] }>(
        `/api/handoffs/${open.id}`,
        `partner:${partner}`,
      );
      return asks.map(({ reason }) => reason).join(' ');
    };
    const therapist = await reasons('physical-therapy', 'pt-north');
    story.expectEqual('PT-North reads what does not apply', /overhead/i.test(therapist), true);
    const pharmacy = await reasons('pharmacy', 'corner-pharmacy');
    story.expectEqual('the pharmacy reads nothing of it', /naproxen|ineffective/i.test(pharmacy), false);
    const wrongOnes = before.filter(({ contentVersion }) => contentVersion === 4);
    for (const { id, partnerId } of wrongOnes) {
      const answer = await story.api.call('GET', `/api/handoffs/${id}`, { as: `partner:${partnerId}` });
      story.expectEqual(`${partnerId} reads the wrong one`, answer.status, 410);
      const seen = await story.api.get<HandoffSummary>(`/api/handoffs/${id}`, 'coordinator');
      story.expectEqual('the clinic still does', seen.id, id);
    }
  }),
  then(0, '14:00', 'both acknowledge, and everybody stands on version 5', async (story) => {
    await story.acknowledge('physical-therapy', 'pt-north', 5);
    await story.acknowledge('pharmacy', 'corner-pharmacy', 5);
    const { members, currentVersion } = await story.team();
    story.expectEqual('the version in force', currentVersion, 5);
    story.expectEqual('stale members', members.filter(({ state }) => state === 'stale').length, 0);
  }),
]);

export const c09EnteredInError = {
  ...base,
  steps: [...upToVersion3(withNsaid), ...base.steps.slice(upToVersion3().length)],
};
