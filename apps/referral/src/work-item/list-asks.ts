import type { Ask, BusinessCalendar, Contest } from '#contracts';
import { askOf, dayIn, type Moment } from './clinic-asks.js';

/** Asks of the desks that follow from the list: an objection of a partner, a packet with gaps. */
interface AboutHandoff {
  handoffId: string;
  partnerName: string;
}

type Objection = Pick<Contest, 'kind' | 'reason' | 'possibleFrom' | 'inForce'> & { inForceWords: readonly string[] };

const dayOf = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });

export const answerContest = (at: Moment & AboutHandoff & { objection: Objection }): Ask | null => {
  const { partnerName: partner, objection, handoffId } = at;
  const said = { partner, objection: objection.reason };
  if (objection.kind === 'contraindicated') {
    const inForce = objection.inForceWords.length === 0 ? {} : { inForce: objection.inForceWords.join(', ') };
    return askOf('PH-15', at, [handoffId], { ...said, ...inForce }, handoffId);
  }
  const possible = objection.possibleFrom === null ? {} : { possibleFrom: dayOf(objection.possibleFrom) };
  return askOf('PH-14', at, [handoffId], { ...said, ...possible }, handoffId);
};

export const bringContestUp = (
  at: Moment & AboutHandoff & { contest: Pick<Contest, 'kind' | 'reason' | 'at'>; calendar: BusinessCalendar },
): Ask | null => {
  const { partnerName: partner, contest, handoffId } = at;
  const since = dayIn(new Date(contest.at), at.calendar);
  return askOf('CO-20', at, [handoffId], { partner, since, objection: contest.reason, kind: contest.kind }, handoffId);
};

export const askForPacket = (at: Moment & AboutHandoff & { missing: readonly string[] }): Ask | null => {
  const { partnerName: partner, missing, handoffId } = at;
  return askOf('CO-21', at, [handoffId, ...missing], { partner, missing: missing.join(', ') }, handoffId);
};
