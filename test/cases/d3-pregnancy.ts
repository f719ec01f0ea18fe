/** She may be pregnant: whoever gives her medicine, X-rays, needles or exercises looks again today. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  background,
  type CareCase,
  type CaseDates,
  member,
  publish,
  tells,
  tellsDesk,
  withItem,
} from './case.ts';

const pelvic = (at: CaseDates): PlanDocumentInput => ({
  patientContext: {
    age: 31,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
    pregnancy: 'no',
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'R10.23',
      group: 'pelvic-pain',
      text: 'Pelvic pain',
      side: 'bilateral',
      status: 'confirmed',
      history: 'gynecological',
    },
  ],
  medications: [
    { id: 'm1', ingredient: { display: 'duloxetine' }, class: 'snri', status: 'active', startedOn: at.date(-20) },
  ],
  imaging: [
    {
      id: 'i1',
      modality: 'mri',
      region: 'pelvis',
      reason: 'pain with sitting',
      status: 'ordered',
      contrast: true,
      by: at.date(20),
      diagnosisId: 'd1',
    },
  ],
  procedures: [
    {
      id: 'p1',
      type: 'pudendal-block',
      intent: 'therapeutic',
      side: 'bilateral',
      guidance: 'ultrasound',
      diagnosisId: 'd1',
      status: 'scheduled',
      scheduledAt: at.instant(9, '09:00'),
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'pelvic-floor-therapy',
      diagnosisId: 'd1',
      program: ['down-training'],
      dose: { sessionsPerWeek: 1, weeks: 10 },
      status: 'active',
    },
  ],
});

const possible = (at: CaseDates): PlanDocumentInput => ({
  ...pelvic(at),
  patientContext: { ...pelvic(at).patientContext, pregnancy: 'possible' },
});

const waiting = (at: CaseDates): PlanDocumentInput =>
  withItem(withItem(possible(at), 'procedures', 'p1', { status: 'cancelled' }), 'imaging', 'i1', {
    status: 'cancelled',
  });

/** Known since childhood, found while asking about medicines. */
const allergic = (at: CaseDates): PlanDocumentInput => ({
  ...waiting(at),
  patientContext: {
    ...waiting(at).patientContext,
    allergies: {
      state: 'known',
      items: [
        { kind: 'drug', text: 'penicillin' },
        { kind: 'latex', text: 'latex gloves' },
      ],
    },
  },
});

const pf = ['pelvic-floor-therapy', 'pelvic-rehab'] as const;
const gy = ['gynecology', 'womens-health'] as const;
const im = ['imaging', 'city-imaging'] as const;
const rx = ['pharmacy', 'corner-pharmacy'] as const;
const pc = ['primary-care', 'family-care'] as const;

export const d3Pregnancy: CareCase = {
  id: 'D3',
  title: 'Pelvic pain, and she may be pregnant',
  patient: {
    recordNumber: 'TL-D3',
    name: { given: 'Mara', family: 'Lind' },
    birthDate: '1995-06-15',
    contactLanguage: 'en',
  },
  team: [member(...pf), member(...gy), member(...im), member(...rx), member(...pc)],
  steps: [
    background(1, -5, pelvic),
    acknowledge(-4, '10:00', ...pf, 1),
    acknowledge(-4, '10:00', ...gy, 1),
    acknowledge(-4, '10:00', ...im, 1),
    publish(
      2,
      0,
      '10:00',
      'She may be pregnant',
      possible,
      [
        tells(...rx, 'RX-12', 'same-day', 0, 'all active medicines'),
        tells(...im, 'IM-05', 'same-day', 0, 'before the study'),
        tells(...gy, 'GY-03', 'same-day', 0, 'what may go on'),
        tells(...pf, 'TH-14', 'urgent', 1, 'positions, modalities, load'),
        tellsDesk('scheduling', 'SD-15', 'same-day', 0),
      ],
      ['primary-care'],
    ),
    acknowledge(0, '11:00', ...pf, 2),
    acknowledge(0, '11:00', ...gy, 2),
    acknowledge(0, '11:00', ...im, 2),
    acknowledge(0, '11:00', ...rx, 2),
    publish(
      3,
      2,
      '10:00',
      'The block and the study wait',
      waiting,
      [
        tells(...pf, 'PF-04', 'routine', 3),
        tells(...im, 'IM-02', 'routine', 3),
        tellsDesk('scheduling', 'SD-05', 'routine', 3),
      ],
      ['gynecology', 'pharmacy', 'primary-care'],
    ),
    acknowledge(3, '10:00', ...pf, 3),
    acknowledge(3, '10:00', ...im, 3),
    publish(
      4,
      6,
      '10:00',
      'Two allergies that nobody had written down',
      allergic,
      [
        tells(...rx, 'RX-11', 'urgent', 7, 'penicillin'),
        tellsDesk('scheduling', 'SD-13', 'urgent', 7, 'kits without latex'),
      ],
      ['pelvic-floor-therapy', 'gynecology', 'imaging', 'primary-care'],
    ),
  ],
};
