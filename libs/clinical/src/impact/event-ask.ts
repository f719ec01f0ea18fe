import type { Ask, BusinessCalendar, Urgency } from '#contracts';
import { toInstant } from '../calendar/business-calendar.js';
import { holds } from './conditions.js';
import { dueMoment } from './due.js';
import { type Due, type Ruleset, urgencyOf } from './rule.js';
import { render } from './template.js';

/** What happened, when, and what the rule's sentence may say about it. */
export interface EventMoment {
  at: Date;
  planVersion: number;
  /** Dues count in it: the partner's for a partner, the clinic's for a desk. */
  calendar: BusinessCalendar;
  /** Words of the sentences, and what the rule's conditions look at. */
  facts: Readonly<Record<string, string>>;
  /** Makes two asks the same one: names of what it is about. */
  about: readonly string[];
  itemId?: string | null;
  /** Where the happening knows better than the rule. */
  urgency?: Urgency;
  dueAt?: Date;
}

/**
 * The ask of an event rule: what a desk or a partner is asked because something happened around the plan (a referral declined, a handoff
 * overdue) and not because the plan changed. Null when the clinic does not run that rule, or a condition of it does not hold.
 */
export function askOfEvent(ruleset: Ruleset, ruleId: string, moment: EventMoment): Ask | null {
  const rule = ruleset.rules.find(({ id }) => id === ruleId);
  if (!rule || rule.status === 'retired' || rule.basis !== 'event') return null;
  const { at, facts, calendar } = moment;
  if (!holds(rule.where, facts) || (rule.unless.length > 0 && holds(rule.unless, facts))) return null;
  const special = rule.dueWhen.find(({ where }) => holds(where, facts));
  const asked = moment.urgency ?? urgencyOf[special?.urgency ?? rule.urgency];
  const due = dueMoment(special?.due ?? rule.due, asked, { from: at, calendar, facts });
  const instant = (notation: Due): string =>
    toInstant(dueMoment(notation, asked, { from: at, calendar, facts }).at, calendar);
  return {
    ruleId,
    ruleVersion: rule.version,
    itemId: moment.itemId ?? null,
    code: rule.ask.code,
    text: render(rule.ask.text, facts),
    reason: render(rule.reason, facts),
    urgency: due.urgency,
    dueAt: toInstant(moment.dueAt ?? due.at, calendar),
    doBy: rule.ask.doBy ? instant(rule.ask.doBy) : null,
    effective: null,
    slice: rule.slice,
    sinceVersion: moment.planVersion,
    fingerprint: JSON.stringify([ruleId, ...moment.about]),
  };
}
