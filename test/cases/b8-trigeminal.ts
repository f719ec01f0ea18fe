/** Trigeminal neuralgia: carbamazepine no longer holds the pain. Neurology is asked for the next line, surgery for a decompression. */
import type { PlanDocumentInput } from '#contracts';
import { acknowledge, member, tells, tellsDesk, tellsNobody, withItem, type CareCase, type CaseDates } from './case.ts';

const first = (at: CaseDates): PlanDocumentInput => ({
  stage: { value: 'conservative', since: at.date(-60) },
  patientContext: {
    age: 63,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'no' },
  },
  diagnoses: [
    {
      id: 'd1',
      code: 'G50.0',
      group: 'trigeminal-neuralgia',
      text: 'Trigeminal neuralgia',
      side: 'right',
      status: 'confirmed',
      generator: 'peripheral-nerve',
      onset: 'gradual',
      question: 'medicines beyond carbamazepine?',
    },
  ],
  medications: [
    {
      id: 'm1',
      ingredient: { display: 'carbamazepine' },
      class: 'anticonvulsant',
      dose: 200,
      unit: 'mg',
      frequency: 'twice a day',
      status: 'active',
      startedOn: at.date(-60),
      judgedBy: ['t1'],
      monitoring: [
        { what: 'blood-count', nextDue: at.date(30) },
        { what: 'sodium', nextDue: at.date(30) },
      ],
    },
  ],
  targets: [
    { id: 't1', kind: 'symptom', measure: 'nrs', baseline: 8, baselineDate: at.date(-60), target: 3, status: 'open' },
  ],
  safetyNet: { callWhom: { name: 'Pain clinic nurse line', number: '+1 555 0100', hours: '08:00-17:00' } },
});

const failed = (at: CaseDates): PlanDocumentInput =>
  withItem(first(at), 'medications', 'm1', { status: 'stopped', stopReason: { kind: 'ineffective' } });

const ne = ['neurology', 'head-clinic'] as const;
const rx = ['pharmacy', 'corner-pharmacy'] as const;

export const b8Trigeminal: CareCase = {
  id: 'B8',
  title: 'Trigeminal neuralgia: the medicine fails',
  patient: {
    recordNumber: 'TL-B8',
    name: { given: 'Tilda', family: 'Nash' },
    birthDate: '1963-10-08',
    contactLanguage: 'en',
  },
  team: [member(...ne), member(...rx)],
  steps: [
    {
      kind: 'publish',
      version: 1,
      day: -60,
      time: '09:00',
      reason: 'Carbamazepine for facial pain',
      document: first,
      told: null,
      notTold: [],
    },
    acknowledge(-59, '10:00', ...ne, 1),
    acknowledge(-59, '10:05', ...rx, 1),
    {
      kind: 'publish',
      version: 2,
      day: 0,
      time: '09:00',
      reason: 'Carbamazepine did not hold the pain: stopped',
      document: failed,
      told: [
        tells(...ne, 'NE-04', 'routine', 3, 'next line'),
        tells(...rx, 'RX-04', 'routine', 2),
        tellsNobody('spine-surgery', 'SP-04', 'routine', 3, 'decompression question'),
        tellsDesk('coordinator', 'CO-01', 'routine', 1),
      ],
      notTold: ['primary-care', 'imaging', 'behavioral-health', 'physical-therapy'],
    },
    {
      kind: 'assign',
      day: 1,
      time: '09:00',
      role: 'spine-surgery',
      partner: 'spine-group',
      told: tells('spine-surgery', 'spine-group', 'SP-04', 'routine', 6, 'counts from when it was chosen'),
    },
  ],
};
