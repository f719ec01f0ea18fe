/** The same pain, and both legs have become weak: the cord may be pressed. Everybody who can act is called within the hour. */
import type { PlanDocumentInput } from '#contracts';
import { beforeOncology, belaMarsh, painAtT8, painInTheBack } from './b1-bone-metastasis.ts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  tells,
  tellsDesk,
  tellsNobody,
  type Told,
  withItem,
} from './case.ts';

const weakLegs = (at: CaseDates): PlanDocumentInput => {
  const plan = withItem(painAtT8(at), 'redFlags', 'g1', {
    kind: 'cord-compression',
    observedAt: at.instant(0, '09:30'),
    region: 'T8',
    level: ['T8'],
    neurologicSign: true,
    status: 'active',
  });
  return withItem(plan, 'imaging', 'i1', {
    modality: 'mri',
    region: 'whole spine',
    reason: 'new weakness of both legs, pain at T8',
    status: 'ordered',
    urgency: 'emergency',
    by: at.date(0),
    diagnosisId: 'd2',
  });
};

/** Within the hour, by the clock. */
const withinTheHour = (told: Told): Told => ({ ...told, due: { day: 0, time: '11:00' } });

const pt = ['physical-therapy', 'pt-north'] as const;
const sp = ['spine-surgery', 'spine-group'] as const;

export const b1CordCompression: CareCase = {
  id: 'B1-cord',
  title: 'Bone metastasis with new weakness of the legs: an emergency',
  patient: belaMarsh,
  team: beforeOncology,
  steps: [
    ...painInTheBack,
    {
      kind: 'publish',
      version: 4,
      day: 0,
      time: '10:00',
      reason: 'Pain at T8 with a cancer history, and both legs are weak since this morning',
      document: weakLegs,
      told: [
        withinTheHour(tells(...pt, 'PT-30 PT-31', 'emergency', 0, 'hold all; no cause in the slice')),
        withinTheHour(tellsNobody('oncology', 'ON-01 ON-02', 'emergency', 0)),
        withinTheHour(tellsNobody('radiation-oncology', 'RO-01 RO-05', 'emergency', 0)),
        withinTheHour(tellsNobody('spine-surgery', 'SP-02', 'emergency', 0, 'imaging is under way')),
        withinTheHour(tellsNobody('imaging', 'IM-01', 'emergency', 0, 'MRI of the whole spine')),
        tellsNobody('palliative-care', 'PA-01', 'urgent', 1),
        withinTheHour(tellsDesk('physician', 'PH-01', 'emergency', 0)),
        withinTheHour(tellsDesk('coordinator', 'CO-01 CO-02', 'emergency', 0, 'five roles; phone list')),
        tellsDesk('authorization', 'AU-06', 'same-day', 0, 'never holds the MRI'),
        withinTheHour(tellsDesk('patient', 'PX-08', 'emergency', 0, 'go to the emergency department')),
      ],
      notTold: ['primary-care', 'behavioral-health', 'interventional-radiology', 'neurology'],
    },
    acknowledge(0, '10:15', ...pt, 4),
    {
      kind: 'assign',
      day: 0,
      time: '10:20',
      role: 'spine-surgery',
      partner: 'spine-group',
      told: { ...tells(...sp, 'SP-02', 'emergency', 0), due: { day: 0, time: '11:20' } },
    },
  ],
};
