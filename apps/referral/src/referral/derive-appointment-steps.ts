import { allowedReferralEvents } from '#clinical';
import type { ReferralEvent, ReferralMove } from '#contracts';
import type { CopiedAppointment } from './appointment-copies.js';
import { factsOf } from './referral-facts.js';
import type { ReferralRow } from './referral.repository.js';

export interface AppointmentNews {
  what: 'booked' | 'moved' | 'confirmed' | 'missed' | 'cancelled' | 'fulfilled';
  id: string;
  /** Why it was cancelled; how often the patient did not come. */
  words: string;
}

type Step = readonly [event: ReferralEvent, details: ReferralMove];

/** What the news is for the referral: steps of its table, in order, or a line that says why it stays where it is. */
export interface AppointmentSteps {
  steps: readonly Step[];
  /** What the referral follows afterwards. */
  follows: Pick<ReferralRow, 'appointmentId' | 'appointmentConfirmed'>;
  stays: string | null;
}

type Known = Parameters<typeof factsOf>[0] &
  Pick<ReferralRow, 'appointmentId' | 'appointmentAt' | 'appointmentConfirmed'>;

const isComing = ({ state, startsAt }: CopiedAppointment, now: Date): boolean =>
  ['booked', 'confirmed', 'arrived'].includes(state) && startsAt > now;

/** The next visit that is booked; `all` in the order in which they take place. */
export const nextVisit = (all: readonly CopiedAppointment[], now: Date): CopiedAppointment | null =>
  all.find((one) => isComing(one, now)) ?? null;

const nothing = ({ appointmentId, appointmentConfirmed }: Known): AppointmentSteps => ({
  steps: [],
  follows: { appointmentId, appointmentConfirmed },
  stays: null,
});

const following = (next: CopiedAppointment, ...steps: Step[]): AppointmentSteps => ({
  steps,
  follows: { appointmentId: next.id, appointmentConfirmed: next.state !== 'booked' },
  stays: null,
});

const at = ({ startsAt }: CopiedAppointment): ReferralMove => ({ startsAt: startsAt.toISOString() });

/** A course that has begun goes on from visit to visit: its next report is due as before, whatever is booked. */
const isCourse = ({ state }: Known): boolean => state === 'interim';

/** Brings the referral to the next visit, whatever its table calls that. */
export function towards(referral: Known, next: CopiedAppointment | null): AppointmentSteps {
  if (next === null || isCourse(referral)) return nothing(referral);
  const isThere = referral.state === 'scheduled' && referral.appointmentAt?.getTime() === next.startsAt.getTime();
  if (isThere) return following(next);
  const allowed = allowedReferralEvents(factsOf(referral), 'system');
  const event = (['rebook', 'book'] as const).find((one) => allowed.includes(one));
  if (event) return following(next, [event, at(next)]);
  return { ...nothing(referral), stays: `A visit is booked; the referral stays ${inWords(referral)}.` };
}

/** The table decides; what it does not allow leaves the referral where it is, with a line that says so. */
export function appointmentSteps(
  referral: Known,
  news: AppointmentNews,
  { all, now }: { all: readonly CopiedAppointment[]; now: Date },
): AppointmentSteps {
  const next = nextVisit(all, now);
  const isOwn = referral.appointmentId === null || referral.appointmentId === news.id;
  switch (news.what) {
    case 'booked':
    case 'moved':
      return towards(referral, next);
    case 'confirmed':
      if (referral.appointmentId !== news.id || referral.appointmentConfirmed) return nothing(referral);
      return {
        steps: [],
        follows: { appointmentId: news.id, appointmentConfirmed: true },
        stays: 'The patient has confirmed the time.',
      };
    case 'missed':
      return isOwn ? ended(referral, ['miss', { text: news.words }], next) : nothing(referral);
    case 'cancelled':
      return isOwn ? ended(referral, ['cancel-visit', { reason: news.words }], next) : nothing(referral);
    case 'fulfilled':
      return tookPlace(referral, { news, all, now });
  }
}

/** The visit that it followed will not take place; with another one booked the referral goes on to that. */
function ended(referral: Known, step: Step, next: CopiedAppointment | null): AppointmentSteps {
  const [event, { text, reason }] = step;
  const isSaid = referral.state === (event === 'miss' ? 'no-show' : 'appointment-cancelled');
  if (isSaid) return nothing(referral);
  if (isCourse(referral) && event !== 'miss') return nothing(referral);
  if (event === 'cancel-visit' && next !== null && referral.state === 'scheduled')
    return following(next, ['rebook', at(next)]);
  if (!allowedReferralEvents(factsOf(referral), 'system').includes(event)) {
    return { ...nothing(referral), stays: `${text ?? reason ?? ''} The referral stays ${inWords(referral)}.`.trim() };
  }
  return next === null ? { ...nothing(referral), steps: [step] } : following(next, step, ['rebook', at(next)]);
}

function tookPlace(
  referral: Known,
  { news, all, now }: { news: AppointmentNews; all: readonly CopiedAppointment[]; now: Date },
): AppointmentSteps {
  if (isCourse(referral)) return nothing(referral);
  if (!allowedReferralEvents(factsOf(referral), 'system').includes('start')) {
    return { ...nothing(referral), stays: `A visit took place; the referral stays ${inWords(referral)}.` };
  }
  const booked = all.find(({ id }) => id === news.id)?.startsAt ?? now;
  const startsAt = (booked < now ? booked : now).toISOString();
  return { ...nothing(referral), steps: [['start', { startsAt, text: 'The visit took place.' }]] };
}

const inWords = ({ state }: Known): string => state.replaceAll('-', ' ');
