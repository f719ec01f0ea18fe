import { type Ask, type BusinessCalendar, partnerRole, type PartnerRole, type Urgency } from '#contracts';
import { businessDaysAfter, sameDay } from '#clinical';

/**
 * Asks of the clinic's own desks that follow from events instead of from a plan's content.
 */
interface Moment {
  planVersion: number;
  now: Date;
  calendar: BusinessCalendar;
}

const clinicAsk = (
  at: Moment,
  ask: Pick<Ask, 'ruleId' | 'code' | 'text' | 'reason' | 'urgency'> & {
    itemId?: string;
    about: readonly string[];
    dueAt?: Date;
  },
): Ask => ({
  ruleId: ask.ruleId,
  ruleVersion: 1,
  itemId: ask.itemId ?? null,
  code: ask.code,
  text: ask.text,
  reason: ask.reason,
  urgency: ask.urgency,
  dueAt: (ask.dueAt ?? businessDaysAfter(at.now, 1, at.calendar)).toISOString(),
  doBy: null,
  effective: null,
  slice: [],
  sinceVersion: at.planVersion,
  fingerprint: JSON.stringify([ask.ruleId, ...ask.about]),
});

const named = (role: PartnerRole): string => role.replaceAll('-', ' ');

const chooseDue: Record<Urgency, (at: Moment) => Date> = {
  routine: (at) => businessDaysAfter(at.now, 1, at.calendar),
  urgent: (at) => businessDaysAfter(at.now, 1, at.calendar),
  'same-day': (at) => sameDay(at.now, at.calendar),
  emergency: (at) => new Date(at.now.getTime() + 60 * 60 * 1000),
};

export const chooseForRole = (at: Moment & { role: PartnerRole; urgency: Urgency }): Ask =>
  clinicAsk(at, {
    ruleId: 'CO-01',
    code: 'assign',
    text: 'Choose a clinic and refer.',
    reason: `${named(at.role)} is needed and nobody is on the team.`,
    urgency: at.urgency === 'same-day' || at.urgency === 'emergency' ? at.urgency : 'routine',
    dueAt: chooseDue[at.urgency](at),
    itemId: at.role,
    about: [at.role],
  });

export const rerouteReferral = (at: Moment & { role: PartnerRole; partnerName: string; reason: string }): Ask =>
  clinicAsk(at, {
    ruleId: 'CO-04',
    code: 'reroute',
    text: `Choose another clinic for ${named(at.role)}; the packet stays.`,
    reason: `${at.partnerName} declined: ${at.reason}`,
    urgency: 'urgent',
    about: [at.role, at.partnerName],
  });

export const chooseAnotherWay = (at: Moment & { role: PartnerRole; reason: string }): Ask =>
  clinicAsk(at, {
    ruleId: 'PH-07',
    code: 'decide',
    text: 'No other clinic of this role is known: decide how the plan goes on.',
    reason: `${named(at.role)} declined: ${at.reason}`,
    urgency: 'urgent',
    about: [at.role],
  });

export const answerConcern = (at: Moment & { partnerId: string; partnerName: string; concern: string }): Ask =>
  clinicAsk(at, {
    ruleId: 'PH-09',
    code: 'answer',
    text: 'Answer the partner, usually with a changed dose.',
    reason: `${at.partnerName} asks: ${at.concern}`,
    urgency: 'routine',
    about: [at.partnerId, at.concern],
  });

export const appealDenial = (at: Moment & { itemId: string; payerReason: string }): Ask =>
  clinicAsk(at, {
    ruleId: 'PH-08',
    code: 'decide',
    text: 'Appeal, or take the next option of the pathway.',
    reason: `Denied: ${at.payerReason}`,
    urgency: 'urgent',
    itemId: at.itemId,
    about: [at.itemId],
  });

/** CO-01 of a version's step names the role that it is about as its item. */
export const roleOfAsk = (ask: Ask): PartnerRole | null => {
  if (ask.ruleId !== 'CO-01') return null;
  return partnerRole.safeParse(ask.itemId).data ?? null;
};
