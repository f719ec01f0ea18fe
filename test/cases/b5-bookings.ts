/** Facet pain, as the desk sees it: the second block is wanted, refused a day too soon, reserved, and taken up by the plan. */
import type { Appointment, AppointmentRequest, Authorization, PlanDocumentInput } from '#contracts';
import { background, type CareCase, type CaseDates, member, tells, tellsDesk, then, withItem } from './case.ts';
import { blockAt, concordant, first, pt, secondBooked } from './b5-facet.ts';
import type { Story } from './story.ts';

const secondPlanned = (at: CaseDates): PlanDocumentInput =>
  withItem(concordant(at), 'procedures', 'p2', { ...blockAt(2), status: 'planned' });

interface Refusal {
  possibleFrom: string | null;
  errors: { needed?: string; found?: string; overridable?: boolean }[];
}

const wanted = (story: Story, purpose: AppointmentRequest['purpose'], state: AppointmentRequest['state']) =>
  story.until(
    `a request (${purpose}) to be ${state}`,
    async () =>
      (await story.api.all<AppointmentRequest>(`/api/appointments/requests?plan=${story.planId}`, 'coordinator')).find(
        (one) => one.purpose === purpose && one.state === state,
      ),
    (request) => request !== undefined,
  );

async function approve(story: Story): Promise<void> {
  const path = `/api/authorizations?plan=${story.planId}`;
  const found = (await story.api.all<Authorization>(path, 'coordinator')).find(({ itemId }) => itemId === 'p2');
  const move = (event: string, body: object) =>
    story.api.post(`/api/authorizations/${found?.id}/${event}`, 'coordinator', body);
  await move('submit', {});
  await move('approve', { validFrom: story.at.date(14), validUntil: story.at.date(60), side: 'right' });
}

const book = (story: Story, requestId: string, day: number) =>
  story.api.call<Appointment & Refusal>('POST', '/api/appointments', {
    as: 'coordinator',
    body: { requestId, startsAt: story.at.instant(day, '09:00') },
  });

let booked = '';

const calendarFile = (story: Story): Promise<string> =>
  story.api.get<string>(`/api/appointments/${booked}.ics`, 'coordinator');

export const b5Bookings: CareCase = {
  id: 'B5-bookings',
  title: 'Facet pain: the desk books the second block',
  patient: {
    recordNumber: 'TL-B5-bookings',
    name: { given: 'Franz', family: 'Paulsen' },
    birthDate: '1968-07-19',
    contactLanguage: 'en',
  },
  team: [member(...pt), member('primary-care', 'family-care')],
  steps: [
    background(1, 0, first),
    background(2, 8, concordant),
    then(
      8,
      '09:30',
      'the first block agreed: a second one is seen coming, and the physician has to want it',
      async (story) => {
        const request = await wanted(story, 'second-block', 'open');
        story.expectEqual(
          'request',
          [request?.waitingOn, request?.earliest.slice(0, 10)],
          ['physician', story.at.date(21)],
        );
      },
    ),
    background(3, 9, secondPlanned),
    then(
      9,
      '09:30',
      'it is wanted from day 21: day 20 is refused, naming the rule and the first day',
      async (story) => {
        await wanted(story, 'second-block', 'withdrawn');
        const request = await wanted(story, 'procedure', 'open');
        story.expectEqual(
          'request',
          [request?.waitingOn, request?.earliest.slice(0, 10)],
          ['payer', story.at.date(21)],
        );
        await approve(story);
        const early = await book(story, request?.id ?? '', 20);
        const [error] = early.body.errors;
        story.expectEqual(
          'booking d20',
          [early.status, error?.found, error?.overridable],
          [409, 'found 13 days', true],
        );
        story.expectEqual('from', early.body.possibleFrom?.slice(0, 10), story.at.date(21));
        const taken = await book(story, request?.id ?? '', 21);
        story.expectEqual('booking d21', [taken.status, taken.body.proposed], [201, true]);
        booked = taken.body.id;
        await wanted(story, 'procedure', 'booked');
      },
    ),
    then(9, '09:40', 'its calendar file says when, and no word of what', async (story) => {
      const file = await calendarFile(story);
      for (const line of [
        'METHOD:REQUEST',
        'SEQUENCE:0',
        'SUMMARY:Clinic visit',
        'DTSTART;TZID=America/New_York:20270427T090000',
      ])
        story.expectEqual(`the file holds ${line}`, file.includes(line), true);
      story.expectEqual('clinical words in it', /block|branch|facet|L4|pain|Paulsen/i.exec(file)?.[0] ?? null, null);
    }),
    {
      kind: 'publish',
      version: 4,
      day: 9,
      time: '10:00',
      reason: 'The physician takes up the reserved time',
      document: (at) => secondBooked(at, 21),
      told: [
        tells(...pt, 'PT-11 TH-01', 'routine', 2),
        tellsDesk('authorization', 'AU-02', 'routine', 14),
        tellsDesk('patient', 'PX-01', 'routine', 16),
      ],
      notTold: ['primary-care'],
    },
    then(9, '10:05', 'one appointment, as reserved; called off, the calendar hears it', async (story) => {
      const path = `/api/appointments?plan=${story.planId}&kind=procedure`;
      const live = async () =>
        (await story.api.all<Appointment>(path, 'coordinator')).filter(({ itemId }) => itemId === 'p2');
      const stands = await story.until('the plan to be followed', live, ([one]) => one?.proposed === false);
      story.expectEqual(
        'appointments of the second block',
        stands.map(({ id, blocked }) => [id, blocked]),
        [[booked, null]],
      );
      await story.api.post(`/api/appointments/${booked}/cancel`, 'coordinator', { reason: 'the patient has a cold' });
      const file = await calendarFile(story);
      for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1'])
        story.expectEqual(`the file holds ${line}`, file.includes(line), true);
      await wanted(story, 'procedure', 'open');
    }),
  ],
};
