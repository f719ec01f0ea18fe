import { appointmentStates, appointmentKinds, type Appointment } from '#contracts';
import { roles, type Role } from '#platform';
import { allowedEvents, type AppointmentEvent, appointmentEvents, nextState } from './appointment.states.js';

type State = Appointment['state'];

/** Written down apart from the table: what follows, for an event that kind and role allow. */
const follows: Record<string, State> = {
  'booked confirm': 'confirmed',
  'booked move': 'booked',
  'booked arrive': 'arrived',
  'booked fulfil': 'fulfilled',
  'booked cancel': 'cancelled',
  'booked no-show': 'no-show',
  'confirmed move': 'booked',
  'confirmed arrive': 'arrived',
  'confirmed fulfil': 'fulfilled',
  'confirmed cancel': 'cancelled',
  'confirmed no-show': 'no-show',
  'arrived fulfil': 'fulfilled',
  'arrived cancel': 'cancelled',
};
const fits = (kind: Appointment['kind'], event: AppointmentEvent): boolean => {
  if (kind === 'procedure') return event !== 'fulfil';
  return kind !== 'diary-call' || event === 'fulfil' || event === 'cancel';
};
const works = (role: Role, kind: Appointment['kind']): boolean =>
  role === 'coordinator' || (role === 'partner' && (kind === 'visit' || kind === 'imaging'));

const cells = roles.flatMap((role) =>
  appointmentKinds.flatMap((kind) =>
    appointmentStates.flatMap((state) => appointmentEvents.map((event) => ({ role, kind, state, event }))),
  ),
);

it('walks every cell', () => {
  expect(cells).toHaveLength(5 * 4 * 6 * 6);
});

it.each(cells)('$role: a $kind that is $state, by $event', ({ role, kind, state, event }) => {
  const next = works(role, kind) && fits(kind, event) ? follows[`${state} ${event}`] : undefined;
  const allowed = allowedEvents({ kind, state }, role);
  expect(allowed.includes(event)).toBe(next !== undefined);
  if (next) {
    expect(nextState({ kind, state }, role, event)).toBe(next);
    return;
  }
  const refusal = { code: 'illegal-transition', extensions: { state, allowed } };
  expect(() => nextState({ kind, state }, role, event)).toThrow(expect.objectContaining(refusal) as Error);
});

it('says where a procedure is recorded as done', () => {
  expect(() => nextState({ kind: 'procedure', state: 'arrived' }, 'coordinator', 'fulfil')).toThrow('follows the plan');
});
