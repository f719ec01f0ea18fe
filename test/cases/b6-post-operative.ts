/** An opioid for a week after a knee replacement: by date, and then it ends. */
import type { PlanDocumentInput } from '#contracts';
import { acknowledge, type CareCase, type CaseDates, look, member, tells, tellsDesk, withItem } from './case.ts';
import { followUps, on } from './plan-timers.ts';

const steps = (at: CaseDates, days: readonly number[]) =>
  days.map((day, index) => ({ date: at.date(day), dose: 30 - 5 * index }));
const daily = [0, 1, 2, 3, 4, 5, 6];

const afterReplacement = (at: CaseDates, days: readonly number[] = daily): PlanDocumentInput => ({
  patientContext: { age: 66, allergies: { state: 'none-known' }, diabetes: { value: 'no' } },
  diagnoses: [
    {
      id: 'd1',
      code: 'G89.18',
      group: 'post-operative',
      text: 'Pain after knee replacement',
      side: 'right',
      status: 'confirmed',
    },
  ],
  medications: [
    {
      id: 'm1',
      ingredient: { display: 'oxycodone' },
      class: 'opioid',
      dose: 30,
      unit: 'mg',
      status: 'tapering',
      startedOn: at.date(0),
      stewardship: {
        context: 'post-operative',
        mmePerDay: 45,
        naloxoneEducationAt: at.date(0),
        taper: { state: 'running', reason: 'planned after surgery', steps: steps(at, days) },
      },
    },
    {
      id: 'm2',
      ingredient: { display: 'acetaminophen' },
      class: 'acetaminophen',
      dose: 1,
      unit: 'g',
      status: 'active',
      startedOn: at.date(0),
    },
  ],
  rehab: [
    {
      id: 'r1',
      discipline: 'physical-therapy',
      diagnosisId: 'd1',
      program: ['gait', 'quad-strengthening'],
      dose: { sessionsPerWeek: 3, weeks: 6 },
      status: 'active',
    },
  ],
});

const moved = (at: CaseDates, last: number): PlanDocumentInput => afterReplacement(at, [0, 1, 2, 3, 5, last - 1, last]);

export const b6PostOperative: CareCase = {
  id: 'B6',
  title: 'Post-operative taper',
  patient: {
    recordNumber: 'KR',
    name: { given: 'Karl', family: 'Reed' },
    birthDate: '1961-01-20',
    contactLanguage: 'en',
  },
  team: [
    member('pharmacy', 'corner-pharmacy'),
    member('primary-care', 'family-care'),
    member('physical-therapy', 'pt-south'),
  ],
  steps: [
    {
      kind: 'publish',
      day: 0,
      time: '09:00',
      version: 1,
      reason: 'After the operation',
      document: (at) => afterReplacement(at),
      told: [
        tells('pharmacy', 'corner-pharmacy', 'RX-05 RX-07', 'urgent', 1),
        tells('primary-care', 'family-care', 'PC-07 PC-19', 'urgent', 1),
        tells('physical-therapy', 'pt-south', 'TH-01 TH-10', 'routine', 2),
        tellsDesk('patient', 'PX-05 PX-06 PX-07', 'urgent', 1),
      ],
      notTold: [],
    },
    acknowledge(1, '10:00', 'pharmacy', 'corner-pharmacy', 1),
    acknowledge(1, '10:05', 'primary-care', 'family-care', 1),
    acknowledge(1, '10:10', 'physical-therapy', 'pt-south', 1),
    look(1, '10:15', 'somebody will ask after thirty days', async (story) => {
      story.expectEqual('waiting', await followUps(story, 'pending', 'opioid-30-days'), [
        on(story.at, 'opioid-30-days', 30),
      ]);
    }),
    {
      kind: 'publish',
      day: 3,
      time: '09:10',
      version: 2,
      reason: 'One step is moved',
      document: (at) => moved(at, 7),
      told: null,
      notTold: ['physical-therapy'],
    },
    {
      kind: 'publish',
      day: 3,
      time: '10:40',
      version: 3,
      reason: 'Another step is moved',
      document: (at) => moved(at, 8),
      told: [
        tells('pharmacy', 'corner-pharmacy', 'RX-07', 'routine', 6),
        tells('primary-care', 'family-care', 'PC-19', 'routine', 6),
        tellsDesk('patient', 'PX-07', 'urgent', 6),
      ],
      notTold: ['physical-therapy'],
    },
    look(3, '10:45', 'one open handoff each, from version 1 to 3; that of version 2 was replaced', async (story) => {
      const handoffs = await story.handoffs('&role=pharmacy');
      story.expectEqual(
        'the pharmacy’s handoffs',
        handoffs
          .map(({ contentVersion, fromVersion, status }) => [contentVersion, fromVersion, status])
          .sort(([a], [b]) => Number(a) - Number(b)),
        [
          [1, 0, 'acknowledged'],
          [2, 1, 'superseded'],
          [3, 1, 'open'],
        ],
      );
    }),
    {
      kind: 'publish',
      day: 3,
      time: '11:30',
      version: 4,
      reason: 'Back to the dates of the first version',
      document: (at) => afterReplacement(at),
      told: [tellsDesk('patient', 'PX-07', 'urgent', 6)],
      notTold: ['pharmacy', 'primary-care', 'physical-therapy'],
    },
    look(3, '11:35', 'both are withdrawn', async (story) => {
      story.expectEqual('open', (await story.handoffs('&status=open')).length, 0);
    }),
    {
      kind: 'publish',
      day: 7,
      time: '09:00',
      version: 5,
      reason: 'Stopped as planned',
      document: (at) =>
        withItem(afterReplacement(at), 'medications', 'm1', {
          status: 'stopped',
          stopReason: { kind: 'completed' },
          stewardship: { context: 'post-operative', taper: { state: 'done', steps: [] } },
        }),
      told: null,
      notTold: [],
    },
    look(31, '09:00', 'thirty days later nobody has to ask: it was stopped', async (story) => {
      story.expectEqual('fell away', await followUps(story, 'cancelled', 'opioid-30-days'), [
        on(story.at, 'opioid-30-days', 30),
      ]);
      const asked = (await story.workItems()).filter(({ ask }) => ask.ruleId === 'FU-16');
      story.expectEqual('the 30-day check', asked.length, 0);
    }),
  ],
};
