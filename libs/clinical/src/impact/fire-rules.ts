import { DateTime } from 'luxon';
import {
  type Ask,
  type BusinessCalendar,
  type DeskRole,
  deskRoles,
  type PlanChange,
  type PlanDocument,
} from '#contracts';
import { inZone, isWithinBusinessDays } from '../calendar/business-calendar.js';
import { diffPlans } from '../plan/diff-plans.js';
import { inOrderOfIds, withOrderedWords } from '../plan/list-order.js';
import { withoutWording } from '../plan/silent-fields.js';
import { visibilityOf, visiblePlan } from '../slice/visible-plan.js';
import { type Audience, buildAsk, type Distance, fingerprintOf, type Setting } from './build-ask.js';
import { type Facts, holds, readFact } from './conditions.js';
import { itemFacts, planFacts, subjectsOf, type Ties, tiesOf } from './facts.js';
import { lastingFindings } from './lasting-findings.js';
import { changesOf, type Rule, type Ruleset } from './rule.js';

/** An ask with the rule behind it and what it is about. It is written out when somebody reads it; its fingerprint alone costs less. */
export interface FiredAsk {
  readonly ask: Ask;
  readonly fingerprint: string;
  itemId: string | null;
  rule: Rule;
  subjects: readonly string[];
  ties: Ties;
}

const disciplines: readonly string[] = ['physical-therapy', 'pelvic-floor-therapy'];

/** Every ask that the changes of a distance mean for one audience, one per rule and item. Covered rules are left out. */
export function fireRules(ruleset: Ruleset, distance: Distance, audience: Audience, basis: 'net' | 'step'): FiredAsk[] {
  const compared = distance.changes ?? diffPlans(distance.before, distance.after);
  const changes = [...compared, ...lastingFindings(distance.before, distance.after)];
  if (changes.length === 0) return [];
  const rules = ruleset.rules.filter(
    (rule) => rule.basis === basis && rule.status !== 'retired' && mayConcern(rule, audience),
  );
  const plan = planFacts(distance.after);
  const member = memberFacts(audience);
  const setting: Setting = { distance, audience, plan, member, ...viewOf(distance.after, audience) };
  const concerned = new Set(rules.flatMap(changesOf));
  const known = changes.filter(({ type }) => concerned.has(type)).map((change) => know(change, setting));
  const fired = rules.flatMap((rule) =>
    known
      .filter(({ change }) => changesOf(rule).includes(change.type))
      .flatMap((one) => fire(rule, one, setting) ?? []),
  );
  return withoutCovered(fired);
}

type View = Pick<Setting, 'view' | 'bareView'>;
const views = new WeakMap<PlanDocument, Map<string, View>>();

/** Desks read everything; roles that may read the same read the same copy. */
function viewOf(document: PlanDocument, { role }: Audience): View {
  const ofDocument = views.get(document) ?? new Map<string, View>();
  views.set(document, ofDocument);
  const key = isDesk(role) ? 'desk' : visibilityOf(role);
  const known = ofDocument.get(key);
  if (known) return known;
  const view = inOrderOfIds(isDesk(role) ? document : visiblePlan(document, role));
  const made = { view, bareView: withOrderedWords(withoutWording(view)) as PlanDocument };
  ofDocument.set(key, made);
  return made;
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

/** A change with all that rules may ask about it, looked up once for all of them. */
interface KnownChange {
  change: PlanChange;
  item: Record<string, unknown>;
  facts: Facts;
  subjects: readonly string[];
}

function know(change: PlanChange, { distance, audience, plan, member }: Setting): KnownChange {
  const item = { ...itemFacts(change, distance.after), isNear: isNear(change, distance.at, audience.calendar) };
  const facts: Facts = {
    item,
    change: { ...change, ...change.qualifiers },
    before: change.before,
    after: change.after,
    plan,
    member,
  };
  return { change, item, facts, subjects: subjectsOf(change, item) };
}

function fire(rule: Rule, { change, item, facts, subjects }: KnownChange, setting: Setting): FiredAsk | null {
  const { distance, audience } = setting;
  if (!isForRole(rule, audience, item, subjects, change)) return null;
  if (!holds(rule.where, facts) || (rule.unless.length > 0 && holds(rule.unless, facts))) return null;
  if (rule.relevance && !isStillRelevant(rule.relevance, facts, distance.at, audience.calendar)) return null;
  if (audience.member !== null && isForPastDate(rule, facts, distance.at)) return null;
  const fingerprint = once(() => fingerprintOf(rule, change, facts, setting));
  const ask = once(() => buildAsk(rule, change, facts, setting, fingerprint()));
  if (audience.member === null && rule.ifNoMember === 'assign-if-urgent' && ask().urgency === 'routine') return null;
  return {
    get ask() {
      return ask();
    },
    get fingerprint() {
      return fingerprint();
    },
    itemId: change.itemId,
    rule,
    subjects,
    ties: tiesOf(change, item),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A change of a booking that was, or now is, within this many business days is told the same day. */
const nearBusinessDays = 2;

function isNear({ path, before, after }: PlanChange, at: Date, calendar: BusinessCalendar): boolean {
  if (path !== 'procedures' && path !== 'imaging') return false;
  return [before, after]
    .map((item) => (item as { scheduledAt?: string } | null)?.scheduledAt)
    .filter((date) => date !== undefined)
    .map((date) => new Date(date))
    .some((date) => date >= at && isWithinBusinessDays(at, date, nearBusinessDays, calendar));
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
  return { role, heldRegions: held, toldOf: member?.toldOf ?? [] };
}

/** Who joins after the date a rule prepares for has nothing to prepare. */
function isForPastDate({ due }: Rule, facts: Facts, at: Date): boolean {
  const date = 'businessDaysBefore' in due ? readFact(facts, due.date) : null;
  return typeof date === 'string' && new Date(date) < at;
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

/** A rule that covers another replaces it for the same thing. */
function withoutCovered(fired: FiredAsk[]): FiredAsk[] {
  return fired.filter(
    (covered) =>
      !fired.some((covering) => covering.rule.covers.includes(covered.rule.id) && isSameMatter(covering, covered)),
  );
}

/** One matter, as far as anybody can tell: they name something in common, or nothing says that they are about different things. */
function isSameMatter(a: FiredAsk, b: FiredAsk): boolean {
  const names = [a.subjects, b.subjects];
  if (names.some((subjects) => subjects.includes('*')) || a.subjects.some((subject) => b.subjects.includes(subject)))
    return true;
  const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;
  return !differ(a.ties.diagnosis, b.ties.diagnosis) && !differ(a.ties.region, b.ties.region);
}
