/** A knee with a date for its replacement, and diabetes: a steroid that must not come too close, and sugar to watch. */
import type { PlanDocumentInput } from '#contracts';
import { acknowledge, type CareCase, type CaseDates, member, publish, tells, tellsDesk, withItem } from './case.ts';

const knee = (at: CaseDates): PlanDocumentInput => ({
  patientContext: {
    age: 71,
    allergies: { state: 'none-known' },
    anticoagulation: { class: 'none' },
    diabetes: { value: 'yes' },
  },
  diagnoses: [
    { id: 'd1', code: 'M17.12', group: 'knee-oa', text: 'Knee osteoarthritis', side: 'left', status: 'confirmed' },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['quad-strengthening'],
      dose: { sessionsPerWeek: 2, weeks: 8 },
      status: 'active',
    },
  ],
  procedures: [
    {
      id: 'p1',
      type: 'joint-injection-knee',
      intent: 'therapeutic',
      side: 'left',
      guidance: 'ultrasound',
      steroid: { agent: 'triamcinolone', mg: 40 },
      diagnosisId: 'd1',
      status: 'planned',
      authorizationRequired: true,
    },
  ],
  targets: [
    {
      id: 't1',
      kind: 'function',
      measure: 'walk-min',
      baseline: 10,
      baselineDate: at.date(0),
      target: 30,
      trainedBy: 'physical-therapy',
      status: 'open',
    },
  ],
});

const injection = (fields: Partial<NonNullable<PlanDocumentInput['procedures']>[number]>) => (at: CaseDates) =>
  withItem(knee(at), 'procedures', 'p1', fields);
const booked = (at: CaseDates, day: number): PlanDocumentInput =>
  injection({ status: 'scheduled', scheduledAt: at.instant(day, '09:00') })(at);
const done = (at: CaseDates): PlanDocumentInput =>
  injection({ status: 'done', scheduledAt: at.instant(14, '09:00'), doneAt: at.instant(14, '09:20') })(at);

/** The surgeon has a free date sooner than anybody thought. */
const surgery = (at: CaseDates): PlanDocumentInput => {
  const plan = done(at);
  const plannedSurgery = [{ id: 's1', region: 'left knee', date: at.date(70) }];
  return { ...plan, patientContext: { ...plan.patientContext, plannedSurgery } };
};

const steroidCourse = (at: CaseDates): PlanDocumentInput =>
  withItem(surgery(at), 'medications', 'm1', {
    ingredient: { display: 'prednisone' },
    class: 'steroid-taper',
    dose: 20,
    unit: 'mg',
    status: 'active',
    startedOn: at.date(27),
    until: at.date(32),
  });

const pt = ['physical-therapy', 'pt-south'] as const;
const pc = ['primary-care', 'family-care'] as const;
const or = ['orthopedics', 'ortho-center'] as const;

export const d2Knee: CareCase = {
  id: 'D2',
  title: 'Knee injection with diabetes, and a replacement that comes too soon',
  patient: {
    recordNumber: 'TL-D2',
    name: { given: 'Irma', family: 'Voss' },
    birthDate: '1956-02-20',
    contactLanguage: 'en',
  },
  team: [member(...pt), member(...pc), member(...or)],
  steps: [
    publish(
      1,
      0,
      '09:00',
      'Therapy, and an injection is planned',
      knee,
      [tells(...pt, 'TH-01', 'routine', 2), tellsDesk('authorization', 'AU-01', 'routine', 3)],
      ['primary-care', 'orthopedics'],
    ),
    acknowledge(1, '10:00', ...pt, 1),
    publish(
      2,
      2,
      '09:00',
      'The injection is booked',
      (at) => booked(at, 10),
      [
        tells(...pt, 'PT-11', 'routine', 8, 'sessions around it'),
        tells(...pc, 'PC-02', 'urgent', 7, 'a plan for the sugar'),
        tellsDesk('authorization', 'AU-02', 'routine', 3),
        tellsDesk('patient', 'PX-01', 'routine', 7),
      ],
      ['orthopedics'],
    ),
    acknowledge(3, '10:00', ...pt, 2),
    acknowledge(3, '10:00', ...pc, 2),
    publish(
      3,
      6,
      '09:00',
      'The injection is moved',
      (at) => booked(at, 14),
      [
        tells(...pt, 'PT-12', 'routine', 7, 'move the sessions'),
        tells(...pc, 'PC-02', 'urgent', 9, 'the plan for the sugar moves along'),
        tellsDesk('authorization', 'AU-03', 'routine', 7),
        tellsDesk('scheduling', 'SD-05', 'routine', 7),
      ],
      ['orthopedics'],
    ),
    acknowledge(6, '15:00', ...pt, 3),
    acknowledge(6, '15:00', ...pc, 3),
    publish(
      4,
      14,
      '10:00',
      'The injection is done',
      done,
      [
        tells(...pt, 'PT-17', 'routine', 16, 'relative rest'),
        tells(...pc, 'PC-03', 'urgent', 15, 'glucose for two weeks'),
        tellsDesk('patient', 'PX-02', 'same-day', 14),
      ],
      ['orthopedics'],
    ),
    acknowledge(15, '10:00', ...pt, 4),
    acknowledge(15, '10:00', ...pc, 4),
    publish(
      5,
      20,
      '09:00',
      'The knee is to be replaced on day 70',
      surgery,
      [tells(...or, 'OR-02', 'urgent', 21, 'which of the two moves?')],
      ['physical-therapy', 'primary-care'],
    ),
    acknowledge(21, '10:00', ...or, 5),
    publish(
      6,
      27,
      '09:00',
      'A short steroid course',
      steroidCourse,
      [tells(...pc, 'PC-06', 'urgent', 28, 'glucose'), tellsDesk('patient', 'PX-05', 'routine', 28)],
      ['physical-therapy', 'orthopedics'],
    ),
  ],
};
