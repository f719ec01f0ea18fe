/** Migraine beside neck pain after a crash: neurology, behavioral health and therapy each hear their own part. */
import type { PlanDocumentInput } from '#contracts';
import {
  acknowledge,
  type CareCase,
  type CaseDates,
  member,
  publish,
  tells,
  tellsDesk,
  type Told,
  withItem,
} from './case.ts';

const crash = (at: CaseDates): PlanDocumentInput => ({
  patientContext: { age: 34, allergies: { state: 'none-known' }, diabetes: { value: 'no' } },
  diagnoses: [
    { id: 'd1', code: 'S13.4XXA', group: 'whiplash', text: 'Neck sprain', status: 'confirmed', onset: at.date(-5) },
    { id: 'd2', code: 'G43.909', group: 'migraine', text: 'Migraine', status: 'confirmed' },
  ],
});

/** A preventive medicine that payers ask about first, and an injection that needs nobody's permission. */
const treated = (at: CaseDates): PlanDocumentInput =>
  withItem(
    withItem(crash(at), 'medications', 'm1', {
      ingredient: { display: 'erenumab' },
      class: 'cgrp-mab',
      dose: 70,
      unit: 'mg',
      status: 'active',
      startedOn: at.date(3),
    }),
    'procedures',
    'p1',
    { type: 'occipital-block', intent: 'therapeutic', side: 'left', guidance: 'none', status: 'planned' },
  );

const blocked = (at: CaseDates): PlanDocumentInput =>
  withItem(treated(at), 'procedures', 'p1', { status: 'done', doneAt: at.instant(8, '09:00') });

const root = (at: CaseDates): PlanDocumentInput =>
  withItem(blocked(at), 'diagnoses', 'd3', {
    code: 'M50.122',
    group: 'cervical-radiculopathy',
    text: 'C5-C6 disc herniation with radiculopathy',
    side: 'left',
    level: ['C5-C6'],
    status: 'confirmed',
    evidence: [
      { kind: 'exam', text: 'arm pain with Spurling test', concordance: 'concordant' },
      { kind: 'imaging', text: 'left C5-C6 herniation', concordance: 'concordant' },
    ],
  });

const alarm = (at: CaseDates): PlanDocumentInput =>
  withItem(root(at), 'redFlags', 'g1', {
    kind: 'headache-alarm',
    observedAt: at.instant(20, '10:00'),
    status: 'active',
  });

const pt = ['physical-therapy', 'pt-north'] as const;
const ne = ['neurology', 'head-clinic'] as const;
const bh = ['behavioral-health', 'mindful-pain'] as const;

const withinTheHour = (told: Told): Told => ({ ...told, due: { ...told.due, time: '11:30' } });

export const d1Headache: CareCase = {
  id: 'D1',
  title: 'Headache and neck after a crash',
  patient: {
    recordNumber: 'TL-D1',
    name: { given: 'Hana', family: 'Kraus' },
    birthDate: '1992-11-02',
    contactLanguage: 'en',
  },
  team: [member(...pt), member(...ne), member(...bh), member('primary-care', 'family-care')],
  steps: [
    publish(
      1,
      0,
      '09:00',
      'Neck sprain of the crash; migraine',
      crash,
      [
        tells(...pt, 'PT-36', 'urgent', 2, 'early movement, no collar'),
        tells(...ne, 'NE-01', 'routine', 3),
        tells(...bh, 'BH-11', 'routine', 3, 'fear of movement'),
      ],
      ['primary-care'],
    ),
    acknowledge(1, '10:00', ...pt, 1),
    acknowledge(1, '10:00', ...ne, 1),
    acknowledge(1, '10:00', ...bh, 1),
    publish(
      2,
      3,
      '09:00',
      'An antibody against migraine; an occipital block',
      treated,
      [
        tells(...ne, 'NE-02', 'routine', 8, 'headache diary'),
        tellsDesk('authorization', 'AU-08', 'routine', 7, 'payers ask about it first'),
        tellsDesk('scheduling', 'SD-01', 'routine', 7, 'may be booked'),
        tellsDesk('patient', 'PX-05', 'routine', 6),
      ],
      ['physical-therapy', 'behavioral-health', 'primary-care'],
    ),
    acknowledge(6, '10:00', ...ne, 2),
    publish(
      3,
      8,
      '10:00',
      'The occipital block is done',
      blocked,
      [
        tells(...pt, 'PT-18', 'urgent', 9, 'a session within two days'),
        tells(...ne, 'NE-03', 'routine', 10),
        tellsDesk('patient', 'PX-02', 'same-day', 8),
      ],
      ['behavioral-health', 'primary-care'],
    ),
    acknowledge(8, '14:00', ...pt, 3),
    acknowledge(8, '14:00', ...ne, 3),
    publish(
      4,
      14,
      '09:00',
      'A nerve root of the neck is confirmed',
      root,
      [tells(...pt, 'PT-08', 'routine', 16, 'traction-informed work')],
      ['neurology', 'behavioral-health', 'primary-care'],
    ),
    acknowledge(15, '10:00', ...pt, 4),
    publish(
      5,
      20,
      '10:30',
      'The worst headache ever, within seconds',
      alarm,
      [
        withinTheHour(tells(...ne, 'NE-05', 'emergency', 20)),
        withinTheHour(tellsDesk('physician', 'PH-01', 'emergency', 20)),
        withinTheHour(tellsDesk('coordinator', 'CO-02', 'emergency', 20)),
        withinTheHour(tellsDesk('patient', 'PX-08', 'emergency', 20, 'go to the emergency department')),
      ],
      ['physical-therapy', 'behavioral-health', 'primary-care'],
    ),
  ],
};
