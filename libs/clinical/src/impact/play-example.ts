import { type DeskRole, deskRoles, type PartnerRole, planDocument, type PlanDocumentInput } from '#contracts';
import { defaultCalendar } from '../calendar/business-calendar.js';
import type { Audience } from './build-ask.js';
import { askOfEvent } from './event-ask.js';
import { fireRules } from './fire-rules.js';
import { type Rule, urgencyOf } from './rule.js';

/** Tuesday, 09:00 in New York: the moment at which every example plays. */
const at = new Date('2027-04-06T13:00:00Z');
const calendar = defaultCalendar('America/New_York');

/** A sentence with a hole in it is worse than none. */
const hole = /\{|\}| {2}|: \.|^\W/;

/**
 * Plays one example of a rule, alone: what covers the rule is not the example's question. Says what does not hold; nothing when all does.
 * Desks are asked as desks, everybody else as a member that is engaged for `d1`, was told of `g1` and works from an empty plan; a group of
 * roles is played by physical therapy, unless the example says by whom.
 */
export function playExample(rule: Rule, example: Rule['examples'][number]): string[] {
  const asks = rule.basis === 'event' ? ofEvent(rule, example) : ofChange(rule, example);
  const hasFired = asks.length > 0;
  const reasons = asks.map(({ reason }) => reason);
  const urgencies = asks.map(({ urgency }) => urgency);
  const wanted = example.urgency && urgencyOf[example.urgency];
  return [
    ...(hasFired === (example.expect === 'fires') ? [] : [hasFired ? 'fires' : 'stays silent']),
    ...(example.reason === undefined || reasons.includes(example.reason)
      ? []
      : [`says "${reasons.join('" and "')}" where "${example.reason}" is expected`]),
    ...(wanted === undefined || urgencies.includes(wanted)
      ? []
      : [`is ${urgencies.join(' and ')} where ${wanted} is expected`]),
    ...asks.flatMap(({ reason, text }) =>
      hole.test(reason) || /\{|\}| {2}/.test(text) ? [`leaves a hole in "${reason} ${text}"`] : [],
    ),
  ];
}

const ofChange = (rule: Rule, example: Rule['examples'][number]) => {
  const before = planDocument.parse(example.before as PlanDocumentInput);
  const after = planDocument.parse(example.after as PlanDocumentInput);
  const alone = { version: 'alone', rules: [rule] };
  const basis = rule.basis === 'step' ? 'step' : 'net';
  return fireRules(alone, { before, after, version: 2, at }, audienceOf(rule, example.as), basis).map(({ ask }) => ask);
};

const ofEvent = (rule: Rule, { facts = {} }: Rule['examples'][number]) => {
  const alone = { version: 'alone', rules: [rule] };
  const ask = askOfEvent(alone, rule.id, { at, planVersion: 2, calendar, facts, about: [] });
  return ask ? [ask] : [];
};

const isDesk = (role: Rule['role']): role is DeskRole => (deskRoles as readonly string[]).includes(role);

function audienceOf({ role }: Rule, as: PartnerRole = 'physical-therapy'): Audience {
  if (isDesk(role)) return { role, calendar, member: null };
  const partner = role.startsWith('@') ? as : (role as PartnerRole);
  return {
    role: partner,
    calendar,
    member: { engagedFor: ['d1'], toldOf: ['g1'], acknowledged: planDocument.parse({}) },
  };
}
