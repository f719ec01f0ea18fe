import type { StoredAppointment } from '../appointment/appointment.repository.js';
import { isLive } from '../appointment/appointment.states.js';
import type { WantedRequest } from './derive-requests.js';
import type { StoredRequest } from './request.repository.js';

/** What somebody reported outside any version stands until it is booked: no plan takes it away. */
export const reportedItem = (kind: string): string => `reported-${kind}`;
const isReported = ({ itemId }: Pick<StoredRequest, 'itemId'>): boolean => itemId.startsWith('reported-');

const isSame = (a: Pick<StoredRequest, 'itemId' | 'purpose'>, b: Pick<StoredRequest, 'itemId' | 'purpose'>): boolean =>
  a.itemId === b.itemId && a.purpose === b.purpose;

type Answer = Pick<StoredAppointment, 'id' | 'state' | 'itemId' | 'kind' | 'role' | 'startsAt' | 'requestId'>;

/** A booking answers the request that it names, and one that asks for just this. */
function answers(request: StoredRequest, appointment: Answer): boolean {
  if (appointment.requestId === request.id) return true;
  const { purpose, earliest, latest } = request;
  if (purpose === 'procedure' || purpose === 'imaging') {
    return appointment.kind === purpose && appointment.itemId === request.itemId;
  }
  return (
    purpose === 'therapy-visit' &&
    appointment.kind === 'visit' &&
    appointment.role === request.role &&
    appointment.startsAt >= earliest &&
    (latest === null || appointment.startsAt <= latest)
  );
}

/** What stands once the plan and the bookings are what they are: only the requests that differ from before. */
export function settleRequests(
  standing: readonly StoredRequest[],
  wanted: readonly WantedRequest[],
  appointments: readonly Answer[],
  { opened, at }: { opened: (wanted: WantedRequest) => StoredRequest; at: Date },
): StoredRequest[] {
  const known = standing.map((stands) => ({ stands, want: wanted.find((one) => isSame(one, stands)) }));
  const fresh = wanted
    .filter((want) => !standing.some((stands) => isSame(want, stands)))
    .map((want) => ({ stands: opened(want), want, isNew: true }));
  return [...known, ...fresh].flatMap((one) => {
    const { stands, want } = one;
    const mine = appointments.filter((appointment) => answers(stands, appointment));
    const next = settled(stands, want, mine);
    const isChanged = 'isNew' in one || differs(stands, next);
    return isChanged ? [{ ...next, changedAt: at }] : [];
  });
}

function settled(stands: StoredRequest, want: WantedRequest | undefined, mine: readonly Answer[]): StoredRequest {
  const live = mine.find(isLive);
  const took = mine.find(({ state }) => state === 'fulfilled');
  const appointment = live ?? took;
  if (took && !live && !want) return { ...stands, state: 'booked', appointmentId: took.id };
  const isWanted = want !== undefined || isReported(stands);
  if (!isWanted) return { ...stands, state: 'withdrawn' };
  return {
    ...stands,
    ...want,
    state: appointment ? 'booked' : 'open',
    appointmentId: appointment?.id ?? null,
  };
}

const differs = (before: StoredRequest, after: StoredRequest): boolean =>
  (['title', 'why', 'state', 'appointmentId'] as const).some((field) => before[field] !== after[field]) ||
  dayNumber(before.earliest) !== dayNumber(after.earliest) ||
  before.latest?.getTime() !== after.latest?.getTime();

/** A version that only repeats itself an hour later moves no window. */
const dayNumber = (date: Date): number => Math.floor(date.getTime() / 86_400_000);
