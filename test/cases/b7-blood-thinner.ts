/** A blood thinner before an epidural: who stops what, and what happens when it may not be stopped. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  background,
  type CareCase,
  type CaseDates,
  look,
  member,
  tells,
  tellsDesk,
  withItem,
} from './case.ts';
import { clocks, followUps } from './plan-timers.ts';

type Context = NonNullable<PlanDocumentInput['patientContext']>;
type Thinner = NonNullable<Context['anticoagulation']>;

const stenosis = (at: CaseDates, anticoagulation: Thinner = { class: 'doac' }): PlanDocumentInput => ({
  patientContext: { age: 71, allergies: { state: 'none-known' }, diabetes: { value: 'no' }, anticoagulation },
  diagnoses: [
    {
      id: 'd1',
      code: 'M48.061',
      group: 'spinal-stenosis',
      text: 'Lumbar spinal stenosis',
      level: ['L4-L5'],
      status: 'confirmed',
      evidence: [
        { kind: 'exam', text: 'relief on bending forward', concordance: 'concordant' },
        { kind: 'imaging', text: 'central stenosis L4-L5', concordance: 'concordant' },
      ],
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['walking-intervals'],
      dose: { sessionsPerWeek: 2, weeks: 8 },
      status: 'active',
    },
  ],
  procedures: [
    {
      id: 'p1',
      type: 'esi-interlaminar',
      intent: 'therapeutic',
      level: ['L4-L5'],
      approach: 'interlaminar',
      guidance: 'fluoroscopy',
      diagnosisId: 'd1',
      authorizationRequired: true,
      status: 'planned',
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-m',
      baseline: 100,
      baselineDate: at.date(-20),
      target: 400,
      status: 'open',
    },
  ],
});

const booked = (at: CaseDates, anticoagulation?: Thinner): PlanDocumentInput =>
  withItem(stenosis(at, anticoagulation), 'procedures', 'p1', {
    status: 'scheduled',
    scheduledAt: at.instant(16, '09:00'),
  });

const decision = (at: CaseDates, value: 'hold' | 'procedure-unsafe'): Thinner => ({
  class: 'doac',
  holdDecisions: [
    {
      procedureId: 'p1',
      decision: value,
      ...(value === 'hold' ? { from: at.date(12), until: at.date(17) } : {}),
      decidedBy: 'Dr. Heart',
      decidedAt: at.instant(value === 'hold' ? -1 : 10, '08:30'),
    },
  ],
});

export const b7BloodThinner: CareCase = {
  id: 'B7',
  title: 'Blood thinner before an epidural',
  patient: {
    recordNumber: 'WD',
    name: { given: 'Will', family: 'Dorn' },
    birthDate: '1955-09-09',
    contactLanguage: 'en',
  },
  team: [
    member('physical-therapy', 'pt-south'),
    member('primary-care', 'family-care'),
    member('pharmacy', 'corner-pharmacy'),
  ],
  steps: [
    background(1, -20, (at) => stenosis(at)),
    background(2, -15, (at) => ({ ...stenosis(at), notes: 'Seen.' })),
    acknowledge(-14, '10:00', 'physical-therapy', 'pt-south', 2),
    {
      kind: 'refuse',
      day: 0,
      time: '08:50',
      reason: 'An epidural is booked and nobody has decided about the blood thinner',
      document: (at) => booked(at),
      errors: [{ path: 'procedures[0].scheduledAt', says: ['blood thinner'] }],
    },
    {
      kind: 'publish',
      day: 0,
      time: '09:00',
      version: 3,
      reason: 'Booked, with the blood thinner held',
      document: (at) => booked(at, decision(at, 'hold')),
      told: [
        tells('primary-care', 'family-care', 'PC-01', 'urgent', 7, 'who stops what'),
        tells('physical-therapy', 'pt-south', 'PT-11', 'routine', 14, 'no drug in the slice'),
        tellsDesk('authorization', 'AU-02', 'routine', 9),
        tellsDesk('patient', 'PX-01', 'routine', 13),
      ],
      notTold: ['pharmacy'],
    },
    acknowledge(1, '10:00', 'primary-care', 'family-care', 3),
    acknowledge(1, '10:05', 'physical-therapy', 'pt-south', 3),
    {
      kind: 'publish',
      day: 10,
      time: '09:00',
      version: 4,
      reason: 'The cardiologist forbids the hold',
      document: (at) => booked(at, decision(at, 'procedure-unsafe')),
      told: [
        tells('primary-care', 'family-care', 'PC-18', 'urgent', 13),
        tellsDesk('scheduling', 'SD-08', 'urgent', 13),
        tellsDesk('physician', 'PH-05', 'urgent', 13),
      ],
      notTold: ['physical-therapy', 'pharmacy'],
    },
    acknowledge(13, '10:00', 'primary-care', 'family-care', 4),
    {
      kind: 'publish',
      day: 13,
      time: '11:00',
      version: 5,
      reason: 'The epidural is cancelled',
      document: (at) =>
        withItem(booked(at, decision(at, 'procedure-unsafe')), 'procedures', 'p1', { status: 'cancelled' }),
      told: [
        tells('physical-therapy', 'pt-south', 'PT-13', 'routine', 14),
        tellsDesk('scheduling', 'SD-05', 'routine', 14),
        tellsDesk('authorization', 'AU-09', 'routine', 16),
      ],
      notTold: ['pharmacy', 'primary-care'],
    },
    acknowledge(13, '14:00', 'physical-therapy', 'pt-south', 5),
    look(13, '14:05', 'of the procedure nothing is left to wait for', async (story) => {
      const waiting = await followUps(story, 'pending');
      story.expectEqual(
        'kinds of moments',
        waiting.map((one) => one.split(' ')[0]),
        ['measurement-missing'],
      );
      story.expectEqual('clocks of handoffs and desks', await clocks(story), []);
    }),
  ],
};
