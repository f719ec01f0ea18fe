import { DateTime } from 'luxon';
import {
  type Ask,
  type BusinessCalendar,
  type DeskRole,
  deskRoles,
  type PartnerRole,
  type PlanChange,
  type PlanDocument,
  type Urgency,
} from '#contracts';
import { inZone, toInstant } from '../calendar/business-calendar.js';
import { diffPlans } from '../plan/diff-plans.js';
import { itemWithoutWording, withoutWording } from '../plan/silent-fields.js';
import { visiblePlan } from '../slice/visible-plan.js';
import { type Facts, holds, readFact } from './conditions.js';
import { dueMoment } from './due.js';
import { itemFacts, planFacts, subjectsOf } from './facts.js';
import { type Due, type Rule, type Ruleset, urgencyOf } from './rule.js';
import { render } from './template.js';
import { wordsFor } from './words.js';

/** Who is asked: a partner's role with what its member works from, a role that nobody holds, or a desk. */
export interface Audience {
  role: PartnerRole | DeskRole;
  calendar: BusinessCalendar;
  /** Null for a role that nobody holds and for desks. */
  member: { engagedFor: readonly string[]; acknowledged: PlanDocument } | null;
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

/** An ask with the rule behind it and what it is about. */
export interface FiredAsk {
  ask: Ask;
  rule: Rule;
  subjects: readonly string[];
}

const disciplines: readonly string[] = ['physical-therapy', 'pelvic-floor-therapy'];

/** Every ask that the changes of a distance mean for one audience, one per rule and item. Covered rules are left out. */
export function fireRules(ruleset: Ruleset, distance: Distance, audience: Audience, basis: 'net' | 'step'): FiredAsk[] {
  const changes = distance.changes ?? diffPlans(distance.before, distance.after);
  if (changes.length === 0) return [];
  const rules = ruleset.rules.filter(
    (rule) => rule.basis === basis && rule.status !== 'retired' && mayConcern(rule, audience),
  );
  const plan = planFacts(distance.after);
  const member = memberFacts(audience);
  const view = isDesk(audience.role) ? distance.after : visiblePlan(distance.after, audience.role);
  const setting: Setting = { distance, audience, plan, member, view, bareView: withoutWording(view) };
  const fired = rules.flatMap((rule) =>
    changes.filter(({ type }) => rule.when.anyOf.includes(type)).flatMap((change) => fire(rule, change, setting) ?? []),
  );
  return withoutCovered(fired);
}

const mayConcern = ({ role, ifNoMember }: Rule, audience: Audience): boolean => {
  const isPartner = audience.member !== null;
  // Nobody is looked for to be merely informed.
  if (!isPartner && !isDesk(audience.role) && ifNoMember === 'skip') return false;
  if (role === '@discipline') return disciplines.includes(audience.role);
  if (role === '@engaged' || role === '@all') return isPartner;
  return role === '@referred' ? !isDesk(audience.role) : role === audience.role;
};

const isDesk = (role: Audience['role']): role is DeskRole => (deskRoles as readonly string[]).includes(role);

interface Setting {
  distance: Distance;
  audience: Audience;
  plan: Facts;
  member: Facts;
  /** The plan as far as this audience may read it; sentences are made from this alone. */
  view: PlanDocument;
  /** The same without its wording: what decides whether two asks are the same. */
  bareView: PlanDocument;
}

function fire(rule: Rule, change: PlanChange, setting: Setting): FiredAsk | null {
  const { distance, audience, plan, member } = setting;
  const item = itemFacts(change, distance.after);
  const facts: Facts = {
    item,
    change: { ...change, ...change.qualifiers },
    before: change.before,
    after: change.after,
    plan,
    member,
  };
  const subjects = subjectsOf(change, item);
  if (!isForRole(rule, audience, item, subjects, change)) return null;
  if (!holds(rule.where, facts) || (rule.unless.length > 0 && holds(rule.unless, facts))) return null;
  if (rule.relevance && !isStillRelevant(rule.relevance, facts, distance.at, audience.calendar)) return null;
  const ask = buildAsk(rule, change, facts, setting);
  const isUrgent = ask.urgency !== 'routine';
  if (audience.member === null && rule.ifNoMember === 'assign-if-urgent' && !isUrgent) return null;
  return { ask, rule, subjects };
}

function isForRole(
  rule: Rule,
  audience: Audience,
  item: Facts,
  subjects: readonly string[],
  change: PlanChange,
): boolean {
  if (rule.role === '@discipline')
    return item['discipline'] === undefined || !change.path.startsWith('rehab') || item['discipline'] === audience.role;
  if (rule.role === '@referred') return item['role'] === audience.role;
  if (rule.role === '@engaged') return subjects.some((subject) => audience.member?.engagedFor.includes(subject));
  return true;
}

/** The regions that the version this member works from already holds. */
function memberFacts({ role, member }: Audience): Facts {
  const held = (member?.acknowledged.rehab ?? [])
    .flatMap(({ restrictions }) => restrictions)
    .filter(({ kind }) => kind.startsWith('hold-'))
    .map(({ region }) => region);
  return { role, heldRegions: held };
}

function isStillRelevant(
  { within, of }: { within: string; of: string },
  facts: Facts,
  at: Date,
  calendar: BusinessCalendar,
): boolean {
  const moment = readFact(facts, of);
  if (typeof moment !== 'string') return false;
  const happened = DateTime.fromISO(moment);
  if (within === 'PT0S') return inZone(at, calendar).hasSame(happened.setZone(calendar.timeZone), 'day');
  const days = Number(/^P(\d+)D$/.exec(within)?.[1]);
  return happened.plus({ days }).toJSDate() >= at;
}

function buildAsk(rule: Rule, change: PlanChange, facts: Facts, { distance, audience, view, bareView }: Setting): Ask {
  const words = wordsFor(change, view, facts);
  const context = { from: distance.at, calendar: audience.calendar, facts };
  const special = rule.dueWhen.find(({ where }) => holds(where, facts));
  const asked: Urgency = urgencyOf[special?.urgency ?? rule.urgency];
  const due = dueMoment(special?.due ?? rule.due, asked, context);
  const instant = (notation: Due): string => toInstant(dueMoment(notation, asked, context).at, audience.calendar);
  const effective = rule.ask.effective && {
    from: textFact(facts, rule.ask.effective.from),
    until: textFact(facts, rule.ask.effective.until),
  };
  const { code } = rule.ask;
  return {
    ruleId: rule.id,
    ruleVersion: rule.version,
    itemId: change.itemId,
    code,
    text: render(rule.ask.text, words),
    reason: render(rule.reason, words),
    effective: effective ?? null,
    urgency: due.urgency,
    dueAt: toInstant(due.at, audience.calendar),
    doBy: rule.ask.doBy ? instant(rule.ask.doBy) : null,
    slice: rule.slice,
    sinceVersion: distance.version,
    fingerprint: JSON.stringify([
      rule.id,
      change.itemId,
      code,
      ...bareSentences(rule, change, facts, bareView),
      effective ?? null,
      asked,
    ]),
  };
}

/** What the ask says when all wording is left out of the plan: a reworded diagnosis is not a new ask. */
function bareSentences(rule: Rule, change: PlanChange, facts: Facts, bareView: PlanDocument): string[] {
  const bare = (item: unknown): unknown => itemWithoutWording(change.path, item);
  const bareChange = { ...change, before: bare(change.before), after: bare(change.after) };
  const words = wordsFor(bareChange, bareView, { ...facts, item: bare(facts['item']) });
  return [render(rule.ask.text, words), render(rule.reason, words)];
}

const textFact = (facts: Facts, path: string | undefined): string | null => {
  const fact = path === undefined ? null : readFact(facts, path);
  return typeof fact === 'string' ? fact : null;
};

/** A rule that covers another replaces it for the same thing. */
function withoutCovered(fired: FiredAsk[]): FiredAsk[] {
  return fired.filter(
    (covered) =>
      !fired.some(
        (covering) =>
          covering.rule.covers.includes(covered.rule.id) && isSameSubject(covering.subjects, covered.subjects),
      ),
  );
}

const isSameSubject = (a: readonly string[], b: readonly string[]): boolean =>
  a.includes('*') || b.includes('*') || a.some((subject) => b.includes(subject));
