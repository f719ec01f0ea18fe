import { DomainError, type Appointment } from '#contracts';

export type AppointmentState = Appointment['state'];
export const appointmentEvents = ['fulfil', 'cancel'] as const;
export type AppointmentEvent = (typeof appointmentEvents)[number];

/** What the desk can record. Booking and moving are said by the plan. */
export const transitions: Readonly<Record<AppointmentState, Partial<Record<AppointmentEvent, AppointmentState>>>> = {
  booked: { fulfil: 'fulfilled', cancel: 'cancelled' },
  fulfilled: {},
  cancelled: {},
};

interface Standing {
  kind: Appointment['kind'];
  state: AppointmentState;
}

/** A procedure happens in the plan: its appointment follows and cannot be moved here. */
export const allowedEvents = ({ kind, state }: Standing): AppointmentEvent[] =>
  kind === 'procedure' ? [] : appointmentEvents.filter((event) => transitions[state][event] !== undefined);

/** The state that follows, or the refusal that names what is allowed instead. */
export function nextState({ kind, state }: Standing, event: AppointmentEvent): AppointmentState {
  const extensions = { state, allowed: allowedEvents({ kind, state }) };
  if (kind === 'procedure') {
    const detail = 'The appointment of a procedure follows the plan: record it there.';
    throw new DomainError('illegal-transition', detail, [], extensions);
  }
  const next = transitions[state][event];
  if (next) return next;
  throw new DomainError(
    'illegal-transition',
    `An appointment that is ${state} cannot be moved by "${event}".`,
    [],
    extensions,
  );
}
