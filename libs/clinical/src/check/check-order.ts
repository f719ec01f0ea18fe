import type { FieldError, Procedure } from '#contracts';
import { describeProcedure } from '../plan/procedure-table.js';
import type { Check } from './check.js';

interface Step {
  date: string;
}

const notAscending = (steps: readonly Step[], path: string): FieldError[] =>
  steps.flatMap((step, at) => {
    const earlier = steps[at - 1];
    return earlier && step.date <= earlier.date
      ? [{ path: `${path}[${at}].date`, message: `must be after ${earlier.date}` }]
      : [];
  });

export const ascendingSteps: Check = ({ medications }) =>
  medications.flatMap(({ steps, stewardship }, index) => [
    ...notAscending(steps, `medications[${index}].steps`),
    ...notAscending(stewardship?.taper.steps ?? [], `medications[${index}].stewardship.taper.steps`),
  ]);

export const procedureDates: Check = ({ procedures }) =>
  procedures.flatMap(({ status, scheduledAt, doneAt }, index) => [
    ...(status === 'scheduled' && !scheduledAt
      ? [{ path: `procedures[${index}].scheduledAt`, message: 'a scheduled procedure needs its date' }]
      : []),
    ...(status === 'done' && !doneAt ? [{ path: `procedures[${index}].doneAt`, message: 'say when it was done' }] : []),
  ]);

const order: Procedure['status'][] = ['planned', 'authorized', 'scheduled', 'done'];

/** Done stays done, cancelled stays cancelled, and a booking does not become a plan again. */
const isBackwards = (before: Procedure['status'], after: Procedure['status']): boolean => {
  if (before === 'done' || before === 'cancelled') return after !== before;
  return after !== 'cancelled' && order.indexOf(after) < order.indexOf(before);
};

export const neverBackwards: Check = (document, { previous }) =>
  (previous?.procedures ?? []).flatMap((before): FieldError[] => {
    const index = document.procedures.findIndex(({ id }) => id === before.id);
    const after = document.procedures[index];
    if (!after) {
      const message = `${describeProcedure(before)} was done and may not be removed`;
      return before.status === 'done' ? [{ path: 'procedures', message }] : [];
    }
    if (!isBackwards(before.status, after.status)) return [];
    const hint = before.status === 'cancelled' ? '; a new procedure gets its own id' : '';
    return [
      { path: `procedures[${index}].status`, message: `was ${before.status} and cannot become ${after.status}${hint}` },
    ];
  });
