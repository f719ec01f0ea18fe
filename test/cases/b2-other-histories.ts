/** The same pelvic pain with another history: urology as well, or, when nobody knows yet, gynecology alone. */
import type { PartnerRole } from '#contracts';
import { blockResult, painInTheShoulder, pelvicPlan, petraFoss } from './b2-pelvic-pain.ts';
import { acknowledge, type CareCase, type CaseStep, member, tells, tellsDesk, tellsNobody, type Told } from './case.ts';

const gy = ['gynecology', 'womens-health'] as const;
const ur = ['urology', 'bladder-clinic'] as const;
const hidden = ['physical-therapy', 'behavioral-health'] as const;

const pelvicPain = (
  history: 'both' | 'unknown',
  told: readonly Told[],
  notTold: readonly PartnerRole[],
  after: readonly CaseStep[] = [],
): readonly CaseStep[] => [
  ...painInTheShoulder,
  {
    kind: 'publish',
    version: 3,
    day: 0,
    time: '09:00',
    reason: 'New pelvic pain: evaluation and pelvic-floor therapy',
    document: (at) => pelvicPlan(at, history),
    told: [
      tells(...gy, 'GY-01', 'routine', 3, 'question asked'),
      tellsNobody('pelvic-floor-therapy', 'PF-01 TH-01', 'routine', 2),
      tellsDesk('coordinator', 'CO-01', 'routine', 1),
      ...told,
    ],
    notTold: [...hidden, ...notTold],
  },
  ...after,
];

export const b2Both: CareCase = {
  id: 'B2-both',
  title: 'Pelvic pain with a gynecological and a urological history: both are asked',
  patient: petraFoss,
  team: [member('physical-therapy', 'pt-north'), member(...gy)],
  steps: pelvicPain(
    'both',
    [tellsNobody('urology', 'UR-01', 'routine', 3, 'question asked')],
    [],
    [
      acknowledge(1, '10:00', ...gy, 3),
      {
        kind: 'assign',
        day: 1,
        time: '11:00',
        role: 'urology',
        partner: 'bladder-clinic',
        told: tells(...ur, 'UR-01', 'routine', 6),
      },
      acknowledge(2, '10:00', ...ur, 3),
      {
        kind: 'publish',
        version: 4,
        day: 13,
        time: '10:00',
        reason: 'A pudendal block was done on day 10: 50 % relief for three days',
        document: (at) => blockResult(at, 'both'),
        told: [
          tells(...gy, 'GY-02', 'routine', 16),
          tells(...ur, 'UR-02', 'routine', 16, 'does it change the finding'),
          tellsDesk('patient', 'PX-02', 'same-day', 13),
        ],
        // Nobody holds pelvic-floor therapy yet, and nobody is looked for to be merely informed of the block.
        notTold: [...hidden, 'pelvic-floor-therapy'],
      },
    ],
  ),
};

export const b2Unknown: CareCase = {
  id: 'B2-unknown',
  title: 'Pelvic pain of unknown history: gynecology alone',
  patient: petraFoss,
  team: [member('physical-therapy', 'pt-north'), member(...gy), member(...ur)],
  // The bladder clinic is on the team and still hears nothing: the rule asks gynecology first.
  steps: pelvicPain('unknown', [], ['urology']),
};
