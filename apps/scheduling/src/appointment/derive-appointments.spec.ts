import { planDocument, type PlanDocumentInput } from '#contracts';
import {
  cancellationReason,
  deriveAppointments,
  settleAppointment,
  type DerivedAppointment,
  type StandingAppointment,
} from './derive-appointments.js';

type ProcedureInput = NonNullable<PlanDocumentInput['procedures']>[number];
const block = (facts: Partial<ProcedureInput>): ProcedureInput => ({
  id: 'p1',
  type: 'medial-branch-block',
  intent: 'diagnostic',
  side: 'left',
  level: ['L4'],
  status: 'planned',
  ...facts,
});
const derive = (procedure: ProcedureInput, status: PlanDocumentInput['status'] = 'active') =>
  deriveAppointments(planDocument.parse({ status, procedures: [procedure] })).map(
    ({ kind, hoursAfter, state, startsAt }) => [kind, hoursAfter, state, startsAt.toISOString()],
  );
const noon = '2027-04-20T12:00:00.000Z';
const evening = '2027-04-20T18:00:00.000Z';

describe('deriveAppointments', () => {
  it('brings nothing before a time is set, and nothing for what is cancelled', () => {
    expect(derive(block({ status: 'authorized' }))).toEqual([]);
    expect(derive(block({ status: 'cancelled', scheduledAt: noon }))).toEqual([]);
  });

  it('books what is scheduled and fulfils what is done', () => {
    expect(derive(block({ status: 'scheduled', scheduledAt: noon }))).toEqual([['procedure', 0, 'booked', noon]]);
    const injection = { type: 'si-joint-injection', intent: 'therapeutic', status: 'done', doneAt: noon } as const;
    expect(derive(block(injection))).toEqual([['procedure', 0, 'fulfilled', noon]]);
  });

  it('calls 6 and 24 elapsed hours after a diagnostic block, also when the clocks change in between', () => {
    expect(derive(block({ status: 'done', doneAt: '2027-11-06T15:00:00-04:00' }))).toEqual([
      ['procedure', 0, 'fulfilled', '2027-11-06T19:00:00.000Z'],
      ['diary-call', 6, 'booked', '2027-11-07T01:00:00.000Z'],
      ['diary-call', 24, 'booked', '2027-11-07T19:00:00.000Z'],
    ]);
  });

  it('calls nobody after a block that asks no question, and none whose result is recorded', () => {
    const done = { status: 'done', doneAt: noon } as const;
    const nerve = { ...done, type: 'peripheral-nerve-block' } as const;
    const kinds = (facts: Partial<ProcedureInput>) => derive(block(facts)).map(([kind]) => kind);
    expect(kinds({ ...nerve, intent: 'diagnostic' })).toEqual(['procedure', 'diary-call', 'diary-call']);
    expect(kinds({ ...nerve, intent: 'therapeutic' })).toEqual(['procedure']);
    expect(kinds({ ...done, result: { reliefPercent: 85 } })).toEqual(['procedure']);
  });

  it('leaves of a revoked plan only what took place', () => {
    expect(derive(block({ status: 'scheduled', scheduledAt: noon }), 'revoked')).toEqual([]);
    expect(derive(block({ status: 'done', doneAt: noon }), 'revoked')).toEqual([['procedure', 0, 'fulfilled', noon]]);
  });
});

describe('settleAppointment', () => {
  const derived = (state: DerivedAppointment['state'], startsAt = noon): DerivedAppointment => ({
    itemId: 'p1',
    kind: 'procedure',
    hoursAfter: 0,
    title: 'left L4 medial branch block',
    state,
    startsAt: new Date(startsAt),
    procedureType: 'medial-branch-block',
  });
  const stands = (
    state: StandingAppointment['state'],
    facts: Partial<StandingAppointment> = {},
  ): StandingAppointment => ({
    kind: 'procedure',
    state,
    settledByDesk: false,
    startsAt: new Date(noon),
    planStartsAt: new Date(noon),
    ...facts,
  });
  const reserved = { planStartsAt: null };
  const byDesk = { settledByDesk: true };
  const movedByDesk = { startsAt: new Date(evening) };

  it.each([
    ['books what is new', undefined, derived('booked'), 'booked', 'booked'],
    ['fulfils what is new and done', undefined, derived('fulfilled'), 'fulfilled', 'fulfilled'],
    ['moves', stands('booked'), derived('booked', evening), 'booked', 'moved'],
    ['moves what was confirmed, and asks again', stands('confirmed'), derived('booked', evening), 'booked', 'moved'],
    ['fulfils', stands('booked'), derived('fulfilled'), 'fulfilled', 'fulfilled'],
    ['fulfils what the patient came for', stands('arrived'), derived('fulfilled'), 'fulfilled', 'fulfilled'],
    ['fulfils what the desk thought missed', stands('no-show', byDesk), derived('fulfilled'), 'fulfilled', 'fulfilled'],
    [
      'corrects the time of what took place without a word',
      stands('fulfilled'),
      derived('fulfilled', evening),
      'fulfilled',
      null,
    ],
    ['books again', stands('cancelled'), derived('booked'), 'booked', 'booked'],
    [
      'books again what the desk cancelled, at another time',
      stands('cancelled', byDesk),
      derived('booked', evening),
      'booked',
      'booked',
    ],
    ['takes up what the desk reserved', stands('confirmed', reserved), derived('booked'), 'confirmed', null],
    ['overrules what the desk reserved', stands('booked', reserved), derived('booked', evening), 'booked', 'moved'],
    ['cancels what is not there any more', stands('booked'), undefined, 'cancelled', 'cancelled'],
    [
      'cancels what the desk reserved and nobody wants',
      stands('booked', reserved),
      undefined,
      'cancelled',
      'cancelled',
    ],
  ] as const)('%s', (_, standing, wanted, state, news) => {
    const overruled = standing?.planStartsAt === null && wanted?.startsAt.toISOString() === evening;
    expect(settleAppointment(standing, wanted, false)).toMatchObject({ state, news, overruled });
  });

  it.each([
    ['what is repeated', stands('booked'), derived('booked')],
    ['what took place', stands('fulfilled'), undefined],
    ['what the desk moved since', stands('booked', movedByDesk), derived('booked')],
    ['what the desk cancelled since', stands('cancelled', byDesk), derived('booked')],
    ['what the patient missed', stands('no-show', byDesk), derived('booked')],
    [
      'a diary call that the desk closed',
      stands('cancelled', byDesk),
      { ...derived('booked', evening), kind: 'diary-call' },
    ],
    ['what the desk reserved and the plan has not dated', stands('booked', reserved), undefined],
  ] as const)('leaves %s', (_, standing, wanted) => {
    expect(settleAppointment(standing, wanted, true)).toBeNull();
  });
});

describe('cancellationReason', () => {
  it.each([
    ['revoked', { status: 'revoked' }, 'The plan was revoked.'],
    ['gone', {}, 'The procedure is no longer in the plan.'],
    ['cancelled', { procedures: [block({ status: 'cancelled' })] }, 'The procedure was cancelled.'],
    [
      'answered',
      { procedures: [block({ status: 'done', doneAt: noon, result: { reliefPercent: 85 } })] },
      'The result is recorded.',
    ],
    [
      'no diagnostic block after all',
      { procedures: [block({ type: 'trigger-point', intent: 'therapeutic', status: 'done', doneAt: noon })] },
      'No diary is kept for this procedure.',
    ],
    ['without a time', { procedures: [block({ status: 'planned' })] }, 'The procedure is no longer scheduled.'],
  ] as const)('says when it is %s', (_, document, reason) => {
    expect(cancellationReason(planDocument.parse(document), 'p1')).toBe(reason);
  });
});
