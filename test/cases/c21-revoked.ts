/** A plan that ends tells everybody who works on it, once, and stops every clock. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, look, proposed, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import { clocks, followUps, on } from './plan-timers.ts';

const booked = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'procedures', 'p1', {
    type: 'esi-transforaminal',
    intent: 'therapeutic',
    side: 'left',
    level: ['S1'],
    approach: 'transforaminal',
    guidance: 'fluoroscopy',
    diagnosisId: 'd1',
    authorizationRequired: true,
    status: 'scheduled',
    scheduledAt: at.instant(3, '10:00'),
  });

const base = lumbarCase('C21', 'Plan revoked', [
  {
    kind: 'publish',
    day: -5,
    time: '09:00',
    version: 4,
    reason: 'An epidural is booked',
    document: booked,
    told: null,
    notTold: [],
  },
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 5,
    reason: 'The patient withdraws',
    document: (at) => ({ ...booked(at), status: 'revoked', statusReason: 'the patient withdraws' }),
    told: [
      tells('physical-therapy', 'pt-north', 'AL-02', 'urgent', 1),
      tells('primary-care', 'family-care', 'AL-02', 'urgent', 1),
      tells('imaging', 'city-imaging', 'AL-02', 'urgent', 1),
      tells('pharmacy', 'corner-pharmacy', 'AL-02', 'urgent', 1),
      tellsDesk('scheduling', 'SD-14', 'same-day', 0),
    ],
    notTold: ['spine-surgery'],
  },
  look(0, '10:02', 'no clock runs but those of the acknowledgements', async (story) => {
    story.expectEqual('moments of the plan', await followUps(story, 'pending'), []);
    story.expectEqual('fell away', await followUps(story, 'cancelled', 'titration-check', 'plan-review'), [
      on(story.at, 'titration-check', 10),
      on(story.at, 'plan-review', 60),
    ]);
    story.expectEqual('clocks of handoffs and desks', await clocks(story), [
      'handoff.coordinator',
      'handoff.physician',
      'handoff.reminder',
    ]);
  }),
  then(0, '10:05', 'the open handoff is replaced, and a new version needs the plan active again', async (story) => {
    const therapy = (await story.handoffs('&role=physical-therapy')).filter(({ status }) => status === 'open');
    story.expectEqual(
      'open at PT-North',
      therapy.map(({ ruleIds }) => ruleIds),
      [['AL-02']],
    );
    const answer = await story.api.call('POST', `/api/plans/${story.planId}/versions`, {
      as: 'physician',
      body: {
        document: { ...lumbarPlan(story.at), status: 'revoked', statusReason: 'the patient withdraws', notes: 'More.' },
        reason: 'Something more',
      },
      headers: { 'if-match': '"5"' },
    });
    story.expectEqual('a new version of an ended plan', answer.status, 422);
  }),
]);

export const c21Revoked = { ...base, team: [...base.team, proposed('spine-surgery', 'spine-group')] };
