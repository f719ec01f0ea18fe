import { askOfEvent, currentRuleset } from '#clinical';
import {
  type Ask,
  type BusinessCalendar,
  type EventData,
  type followUpDue,
  partnerRole,
  type PartnerRole,
  type targetPlateaued,
  type Urgency,
} from '#contracts';
import { ruleset } from '../ruleset.js';

/**
 * Asks of the clinic's own desks that follow from events instead of from a plan's content. Sentences, dues and urgencies are those of
 * the event rules; null where the clinic does not run the rule.
 */
export interface Moment {
  planVersion: number;
  now: Date;
  calendar: BusinessCalendar;
}

const named = (role: PartnerRole): string => role.replaceAll('-', ' ');

export const askOf = (
  ruleId: string,
  { now, planVersion, calendar }: Moment,
  about: readonly string[],
  facts: Readonly<Record<string, string>>,
  itemId: string | null = null,
): Ask | null => askOfEvent(ruleset, ruleId, { at: now, planVersion, calendar, about, facts, itemId });

export const chooseForRole = (at: Moment & { role: PartnerRole; urgency: Urgency }): Ask | null =>
  askOf('CO-01', at, [at.role], { role: named(at.role), urgency: at.urgency }, at.role);

export const rerouteReferral = (at: Moment & { role: PartnerRole; partnerName: string; reason: string }): Ask | null =>
  askOf('CO-04', at, [at.role, at.partnerName], {
    partner: at.partnerName,
    happening: 'declined',
    reason: at.reason,
    role: named(at.role),
  });

export const chooseAnotherWay = (at: Moment & { role: PartnerRole; reason: string }): Ask | null =>
  askOf('PH-07', at, [at.role], { role: named(at.role), reason: at.reason });

/** Facts of a flare stand beside what the partner asks; a rule may look at its pattern. */
export const answerConcern = (
  at: Moment & { partnerId: string; partnerName: string; concern: string; flare?: Readonly<Record<string, string>> },
): Ask | null =>
  askOf('PH-09', at, [at.partnerId, at.concern], { partner: at.partnerName, concern: at.concern, ...at.flare });

interface Silence {
  memberId: string;
  partnerName: string;
  /** The version that the partner works from. */
  fromVersion: number;
  dueAt: Date;
}

const silence = ({ partnerName, fromVersion, dueAt, calendar }: Moment & Silence) => ({
  partner: partnerName,
  version: String(fromVersion),
  due: dueAt.toLocaleString('en-GB', {
    timeZone: calendar.timeZone,
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }),
});

export const callPartner = (at: Moment & Silence): Ask | null =>
  askOf('CO-03', at, [at.memberId], silence(at), at.memberId);

export const decideAboutSilence = (at: Moment & Silence): Ask | null =>
  askOf('PH-10', at, [at.memberId], silence(at), at.memberId);

/** What is done when the partner was reached after all. */
export const reachPartner = ['CO-05'];

export const unreachable = (
  at: Moment & { partnerId: string; partnerName: string; channel: 'inbox' | 'webhook' | 'email' },
): Ask | null => askOf('CO-05', at, [at.partnerId], { partner: at.partnerName, channel: at.channel }, at.partnerId);

/** A role that is needed and that the coordinator has found nobody for. */
export const decideAboutVacancy = (at: Moment & { role: PartnerRole; issuedAt: Date }): Ask | null =>
  askOf('PH-13', at, [at.role], { role: named(at.role), since: dayIn(at.issuedAt, at.calendar) }, at.role);

type Watch = Pick<EventData<typeof targetPlateaued>, 'targetId' | 'measure' | 'watchStartedAt'>;

export const evolvePlan = (
  at: Moment & Watch & { tried: readonly string[]; nextOptions: readonly string[] },
): Ask | null =>
  askOf(
    'PH-06',
    at,
    [at.targetId, at.watchStartedAt],
    { measure: at.measure, tried: at.tried.join('; '), nextOptions: at.nextOptions.join('; ') },
    at.targetId,
  );

export const lookAtWorsening = (at: Moment & Watch): Ask | null =>
  askOf('PH-12', at, [at.targetId, at.watchStartedAt], { measure: at.measure }, at.targetId);

export const dayIn = (instant: Date, { timeZone }: BusinessCalendar): string =>
  instant.toLocaleDateString('en-GB', { timeZone, day: 'numeric', month: 'long' });

export const bringBeforePhysician = (at: Moment & Watch): Ask | null =>
  askOf(
    'CO-07',
    at,
    [at.targetId, at.watchStartedAt],
    { measure: at.measure, since: dayIn(new Date(at.watchStartedAt), at.calendar) },
    at.targetId,
  );

/** Once for a consent: what it opens stays closed until a person has looked. Neither what was held back nor for whom is known here. */
export const lookAtWithheld = (at: Moment & { consentId: string }): Ask | null =>
  askOf('CO-40', at, [at.consentId], {});

/**
 * A follow-up says itself what is asked: the plan set the moment. Where a rule stands behind it (PH-11), that rule must run, and the ask
 * names its version; the other moments are the plan's own and always come.
 */
export const followUp = (due: EventData<typeof followUpDue>): Ask | null => {
  const rule = ruleset.rules.find(({ id }) => id === due.ruleId);
  if (!rule && currentRuleset.rules.some(({ id }) => id === due.ruleId)) return null;
  return {
    ruleId: due.ruleId,
    ruleVersion: rule?.version ?? 1,
    itemId: due.itemId,
    code: due.code,
    text: due.text,
    reason: due.reason,
    urgency: due.urgency,
    dueAt: due.dueAt,
    doBy: null,
    effective: null,
    slice: [],
    sinceVersion: due.planVersion,
    fingerprint: JSON.stringify([due.ruleId, due.key]),
  };
};

/** CO-01 of a version's step names the role that it is about as its item. */
export const roleOfAsk = (ask: Ask): PartnerRole | null => {
  if (ask.ruleId !== 'CO-01') return null;
  return partnerRole.safeParse(ask.itemId).data ?? null;
};
