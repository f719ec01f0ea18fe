import type { Ask, BusinessCalendar, DeskRole, PartnerRole, PlanChange, PlanDocument, Urgency } from '#contracts';
import { toInstant } from '../calendar/business-calendar.js';
import { withOrderedWords } from '../plan/list-order.js';
import { itemWithoutWording } from '../plan/silent-fields.js';
import { type Facts, holds, readFact } from './conditions.js';
import { dueMoment } from './due.js';
import { type Due, type Rule, urgencyOf } from './rule.js';
import { render } from './template.js';
import { wordsFor } from './words.js';

/** Who is asked: a partner's role with what its member works from, a role that nobody holds, or a desk. */
export interface Audience {
  role: PartnerRole | DeskRole;
  calendar: BusinessCalendar;
  /** Null for a role that nobody holds and for desks. */
  member: {
    engagedFor: readonly string[];
    /** Ids of the items that it was asked something about, in what it has acknowledged. */
    toldOf: readonly string[];
    acknowledged: PlanDocument;
  } | null;
}

export interface Distance {
  before: PlanDocument;
  after: PlanDocument;
  /** The version that `after` is. */
  version: number;
  /** Dues count from here, and moments are judged by it. */
  at: Date;
  /** The changes from `before` to `after`, when the caller has compared them already. */
  changes?: readonly PlanChange[];
}

/** What a rule is judged in: the distance, who is asked, and what is known about both. */
export interface Setting {
  distance: Distance;
  audience: Audience;
  plan: Facts;
  member: Facts;
  /** The plan as far as this audience may read it; sentences are made from this alone. */
  view: PlanDocument;
  /** The same without its wording: what decides whether two asks are the same. */
  bareView: PlanDocument;
}

/** One ask of one rule for one change, in this audience's words and hours. */
export function buildAsk(
  rule: Rule,
  change: PlanChange,
  facts: Facts,
  { distance, audience, view }: Setting,
  fingerprint: string,
): Ask {
  const words = wordsFor(change, view, facts);
  const context = { from: distance.at, calendar: audience.calendar, facts };
  const special = rule.dueWhen.find(({ where }) => holds(where, facts));
  const asked: Urgency = urgencyOf[special?.urgency ?? rule.urgency];
  const due = dueMoment(special?.due ?? rule.due, asked, context);
  const instant = (notation: Due): string => toInstant(dueMoment(notation, asked, context).at, audience.calendar);
  const { code } = rule.ask;
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    itemId: change.itemId,
    code,
    text: render(rule.ask.text, words),
    reason: render(rule.reason, words),
    effective: effectiveOf(rule, facts),
    urgency: due.urgency,
    dueAt: toInstant(due.at, audience.calendar),
    doBy: rule.ask.doBy ? instant(rule.ask.doBy) : null,
    slice: rule.slice,
    sinceVersion: distance.version,
    fingerprint,
  };
}

/** What makes two asks the same: all that they say but the moments that are counted from their version. Found without building the ask. */
export const fingerprintOf = (rule: Rule, change: PlanChange, facts: Facts, { bareView }: Setting): string =>
  JSON.stringify([
    rule.id,
    change.itemId,
    rule.ask.code,
    ...bareSentences(rule, change, facts, bareView),
    effectiveOf(rule, facts),
    urgencyWhenNotNear(rule, facts),
  ]);

const effectiveOf = ({ ask: { effective } }: Rule, facts: Facts): Ask['effective'] =>
  effective ? { from: textFact(facts, effective.from), until: textFact(facts, effective.until) } : null;

/**
 * An ask that becomes more urgent is another ask. One that is only nearer to its date is the same: time alone brings no news, and a
 * preview stays what is published.
 */
function urgencyWhenNotNear(rule: Rule, facts: Facts): Urgency {
  const later = { ...facts, item: { ...(facts['item'] as object), isNear: false } };
  return urgencyOf[rule.dueWhen.find(({ where }) => holds(where, later))?.urgency ?? rule.urgency];
}

/** What the ask says when all wording and all order is left out of the plan: a reworded diagnosis is not a new ask. */
function bareSentences(rule: Rule, change: PlanChange, facts: Facts, bareView: PlanDocument): string[] {
  const { path, before, after } = change;
  const bareChange = { ...change, before: bare(path, before), after: bare(path, after) };
  const words = wordsFor(bareChange, bareView, { ...facts, item: bare(path, facts['item']) });
  return [render(rule.ask.text, words), render(rule.reason, words)];
}

const known = new WeakMap<object, unknown>();

/** Without wording and order; one item is asked about by many rules and for many versions. */
function bare(path: string, item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  const found = known.get(item) ?? withOrderedWords(itemWithoutWording(path, item));
  known.set(item, found);
  return found;
}

const textFact = (facts: Facts, path: string | undefined): string | null => {
  const fact = path === undefined ? null : readFact(facts, path);
  return typeof fact === 'string' ? fact : null;
};
