import { DomainError, type Appointment } from '#contracts';
import type { Role } from '#platform';

export type AppointmentState = Appointment['state'];
export const appointmentEvents = ['confirm', 'move', 'arrive', 'fulfil', 'cancel', 'no-show'] as const;
export type AppointmentEvent = (typeof appointmentEvents)[number];

/** What people can record. A new time wants a new confirmation. */
export const transitions: Readonly<Record<AppointmentState, Partial<Record<AppointmentEvent, AppointmentState>>>> = {
  booked: {
    confirm: 'confirmed',
    move: 'booked',
    arrive: 'arrived',
    fulfil: 'fulfilled',
    cancel: 'cancelled',
    'no-show': 'no-show',
  },
  confirmed: { move: 'booked', arrive: 'arrived', fulfil: 'fulfilled', cancel: 'cancelled', 'no-show': 'no-show' },
  arrived: { fulfil: 'fulfilled', cancel: 'cancelled' },
  fulfilled: {},
  'no-show': {},
  cancelled: {},
};

/** States in which it still takes its time. */
export const liveStates = ['booked', 'confirmed', 'arrived'] as const;
export const isLive = ({ state }: { state: AppointmentState }): boolean =>
  (liveStates as readonly AppointmentState[]).includes(state);

/** Whether a procedure was done, and how, is said by the plan alone; a diary call is made or called off. */
const eventsOfKind: Readonly<Record<Appointment['kind'], readonly AppointmentEvent[]>> = {
  procedure: appointmentEvents.filter((event) => event !== 'fulfil'),
  'diary-call': ['fulfil', 'cancel'],
  imaging: appointmentEvents,
  visit: appointmentEvents,
};

/** A partner (which sees only those of its own organization) works its own visits and studies; a physician reads. */
const kindsOfRole: Readonly<Partial<Record<Role, readonly Appointment['kind'][]>>> = {
  coordinator: ['procedure', 'diary-call', 'imaging', 'visit'],
  partner: ['imaging', 'visit'],
};

export interface Standing {
  kind: Appointment['kind'];
  state: AppointmentState;
}

export const allowedEvents = ({ kind, state }: Standing, role: Role): AppointmentEvent[] =>
  kindsOfRole[role]?.includes(kind)
    ? eventsOfKind[kind].filter((event) => transitions[state][event] !== undefined)
    : [];

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextState(standing: Standing, role: Role, event: AppointmentEvent): AppointmentState {
  const { kind, state } = standing;
  const allowed = allowedEvents(standing, role);
  const next = transitions[state][event];
  if (next && allowed.includes(event)) return next;
  const detail =
    kind === 'procedure' && event === 'fulfil'
      ? 'Whether a procedure was done follows the plan: record it there.'
      : `An appointment (${kind}) that is ${state} cannot be moved by "${event}".`;
  throw new DomainError('illegal-transition', detail, [], { state, allowed });
}
