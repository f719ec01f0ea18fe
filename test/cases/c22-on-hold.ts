/** A plan that rests tells everybody, and tells them to go on; who had not yet heard of the rest hears nothing of either. */
import { acknowledge, look, tells, tellsDesk } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';
import { followUps, on } from './plan-timers.ts';

export const c22OnHold = lumbarCase('C22', 'On hold and resumed', [
  {
    kind: 'publish',
    day: 0,
    time: '10:00',
    version: 4,
    reason: 'In hospital',
    document: (at) => ({ ...lumbarPlan(at), status: 'on-hold', statusReason: 'hospital stay' }),
    told: [
      tells('physical-therapy', 'pt-north', 'AL-03', 'urgent', 1),
      tells('primary-care', 'family-care', 'AL-03', 'urgent', 1),
      tells('imaging', 'city-imaging', 'AL-03', 'urgent', 1),
      tells('pharmacy', 'corner-pharmacy', 'AL-03', 'urgent', 1),
      tellsDesk('scheduling', 'SD-14', 'same-day', 0),
    ],
    notTold: [],
  },
  acknowledge(0, '14:00', 'physical-therapy', 'pt-north', 4),
  acknowledge(0, '14:05', 'imaging', 'city-imaging', 4),
  acknowledge(0, '14:10', 'pharmacy', 'corner-pharmacy', 4),
  look(0, '15:00', 'in a plan that rests nothing falls due', async (story) => {
    story.expectEqual('waiting', await followUps(story, 'pending'), []);
  }),
  {
    kind: 'publish',
    day: 0,
    time: '16:00',
    version: 5,
    reason: 'Home again',
    document: lumbarPlan,
    told: [
      tells('physical-therapy', 'pt-north', 'AL-03', 'urgent', 1),
      tells('imaging', 'city-imaging', 'AL-03', 'urgent', 1),
      tells('pharmacy', 'corner-pharmacy', 'AL-03', 'urgent', 1),
    ],
    notTold: ['primary-care'],
  },
  look(0, '16:03', 'the moments that still lie ahead are waited for again', async (story) => {
    story.expectEqual('waiting', await followUps(story, 'pending', 'titration-check', 'plan-review'), [
      on(story.at, 'titration-check', 10),
      on(story.at, 'plan-review', 60),
    ]);
  }),
  look(0, '16:05', 'Family Care, which had not heard of the rest, has nothing left', async (story) => {
    const ofFamilyCare = (await story.handoffs('&role=primary-care')).map(({ status }) => status);
    story.expectEqual('its handoffs', ofFamilyCare, ['withdrawn']);
  }),
]);
