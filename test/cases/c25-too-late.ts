/** "The same day" when the day is nearly over. */
import type { PlanDocumentInput } from '#contracts';
import { type CaseDates, then, tells, tellsDesk, withItem } from './case.ts';
import { lumbarCase, lumbarPlan } from './c-base.ts';

const block = (at: CaseDates): PlanDocumentInput =>
  withItem(lumbarPlan(at), 'procedures', 'p1', {
    type: 'sympathetic-block',
    intent: 'therapeutic',
    side: 'left',
    level: ['L2'],
    guidance: 'fluoroscopy',
    status: 'done',
    doneAt: at.instant(9, '16:10'),
  });

const points = (at: CaseDates): PlanDocumentInput =>
  withItem(block(at), 'procedures', 'p2', {
    type: 'trigger-point',
    intent: 'therapeutic',
    side: 'left',
    region: 'gluteal muscles',
    status: 'done',
    doneAt: at.instant(10, '15:00'),
  });

export const c25TooLate = lumbarCase('C25', 'Same day, too late in the day', [
  {
    kind: 'publish',
    day: 9,
    time: '16:10',
    version: 4,
    reason: 'A sympathetic block was done',
    document: block,
    told: [
      { ...tells('physical-therapy', 'pt-north', 'PT-19', 'same-day', 9), due: { day: 9, time: '18:10' } },
      { ...tellsDesk('patient', 'PX-02', 'same-day', 9), due: { day: 9, time: '18:10' } },
    ],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
  then(9, '16:20', 'PT-North acknowledges', (story) => story.acknowledge('physical-therapy', 'pt-north', 4)),
  {
    kind: 'publish',
    day: 10,
    time: '15:00',
    version: 5,
    reason: 'Trigger points on a Friday afternoon',
    document: points,
    told: [tells('physical-therapy', 'pt-north', 'PT-18', 'urgent', 13), tellsDesk('patient', 'PX-02', 'same-day', 10)],
    notTold: ['primary-care', 'imaging', 'pharmacy'],
  },
]);
