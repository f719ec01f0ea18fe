import {
  type Ask,
  type BusinessCalendar,
  type DeskImpact,
  type DeskRole,
  emptyPlan,
  type PartnerImpact,
  type PartnerRole,
  partnerRoles,
  type PlanChange,
  type PlanDocument,
  type PlanImpact,
  type Urgency,
} from '#contracts';
import { diffPlans } from '../plan/diff-plans.js';
import type { Audience } from './build-ask.js';
import { correctionAsks, isInError, type Reader, soundBase } from './corrections.js';
import { askOfEvent } from './event-ask.js';
import { type FiredAsk, fireRules } from './fire-rules.js';
import type { PublishedPlan } from './published-plan.js';
import type { Ruleset } from './rule.js';
import { moreUrgent, rank } from './urgency.js';

/** An active member of the care team and what it works from. */
export interface MemberPosition {
  memberId: string;
  role: PartnerRole;
  partnerId: string;
  engagedFor: readonly string[];
  /** 0: it has acknowledged nothing yet. */
  acknowledgedVersion: number;
  /** Dues of a late joiner count from here. */
  joinedAt: Date;
  calendar: BusinessCalendar;
}

export interface ImpactInput {
  /** Every published version, ascending from 1; the last is the one that is assessed. Version 0 is the empty plan. */
  history: readonly PublishedPlan[];
  /** Active members only: proposed and ended ones are told nothing. */
  members: readonly MemberPosition[];
  /**
   * Roles whose last holder has finished its part and left. What it acknowledged needs nobody again: such a role is assessed from there and
   * not from version 0.
   */
  completed?: readonly { role: PartnerRole; acknowledgedVersion: number }[];
  clinicCalendar: BusinessCalendar;
  ruleset: Ruleset;
}

/** The input, and a comparison that is made once for all audiences at the same distance. */
interface Assessment extends ImpactInput {
  compare: (before: PlanDocument, after: PlanDocument) => readonly PlanChange[];
}

function rememberingDiff(): Assessment['compare'] {
  const known = new Map<PlanDocument, Map<PlanDocument, readonly PlanChange[]>>();
  return (before, after) => {
    const fromBefore = known.get(before) ?? new Map<PlanDocument, readonly PlanChange[]>();
    known.set(before, fromBefore);
    const changes = fromBefore.get(after) ?? diffPlans(before, after);
    fromBefore.set(after, changes);
    return changes;
  };
}

const desks: readonly DeskRole[] = ['scheduling', 'authorization', 'physician', 'coordinator', 'patient'];

/**
 * Whom the newest version concerns, why, what is asked and by when. Members are assessed on the net change from
 * the version they acknowledged, roles that nobody holds from version 0, desks and the patient on the last step. A pure function:
 * the preview and the publication that call it with the same history, team and ruleset get the same answer.
 */
export function assessImpact(given: ImpactInput): PlanImpact {
  const input: Assessment = { ...given, compare: rememberingDiff() };
  const { history, members, ruleset } = input;
  const version = history.length;
  const assessed = members.map((member) => ({ member, impact: assessMember(input, member) }));
  const vacant = vacantRoles(members).flatMap((role) => assessVacancy(input, role, version) ?? []);
  return {
    rulesetVersion: ruleset.version,
    partners: [...assessed.flatMap(({ impact }) => impact ?? []), ...vacant],
    desks: assessDesks(input, vacant),
    unaffected: assessed
      .filter(({ impact }) => impact === null)
      .map(({ member: { role, memberId, partnerId, acknowledgedVersion } }) => ({
        role,
        memberId,
        partnerId,
        why: `Nothing that concerns ${role.replaceAll('-', ' ')} lies between version ${acknowledgedVersion} and ${version}.`,
      })),
  };
}

const vacantRoles = (members: readonly MemberPosition[]): PartnerRole[] =>
  partnerRoles.filter((role) => !members.some((member) => member.role === role));

const documentAt = (history: readonly PublishedPlan[], version: number): PlanDocument =>
  version === 0 ? emptyPlan : (history[version - 1]?.document ?? emptyPlan);

function assessMember(input: Assessment, member: MemberPosition): PartnerImpact | null {
  const { role, memberId, partnerId, calendar } = member;
  const fromVersion = Math.min(member.acknowledgedVersion, input.history.length);
  const base = soundBase(input.history, fromVersion);
  const acknowledged = documentAt(input.history, base);
  const heard = heardBefore(input, member, base);
  const engagedFor = [...member.engagedFor, ...heard.engagedFor];
  const audience: Audience = { role, calendar, member: { engagedFor, toldOf: heard.toldOf, acknowledged } };
  const asks = sorted([
    ...asksSince(input, base, audience, member.joinedAt),
    ...correctionAsks(readerOf(input, { ...member, acknowledgedVersion: fromVersion }, audience)),
  ]);
  return impactOf(input, { role, memberId, partnerId, fromVersion }, asks);
}

const readerOf = (input: Assessment, member: MemberPosition, audience: Audience): Reader => ({
  ...member,
  ruleset: input.ruleset,
  history: input.history,
  documentAt: (version) => documentAt(input.history, version),
  asked: (before, { document: after, version, publishedAt: at }) =>
    fireRules(
      input.ruleset,
      { before, after, version, at, changes: input.compare(before, after) },
      audience,
      'net',
    ).map(({ ask }) => ask),
});

const assessVacancy = (input: Assessment, role: PartnerRole, version: number): PartnerImpact | null => {
  const audience: Audience = { role, calendar: input.clinicCalendar, member: null };
  const upTo = version === input.history.length ? input : { ...input, history: input.history.slice(0, version) };
  const finished = input.completed?.filter((one) => one.role === role).map((one) => one.acknowledgedVersion) ?? [];
  const fromVersion = Math.min(version, Math.max(0, ...finished));
  return version === 0
    ? null
    : partnerImpact(upTo, { role, memberId: null, partnerId: null, fromVersion }, audience, null);
};

/** A member is engaged for what it was asked to evaluate, and told of what it was asked anything about, in what it has acknowledged. */
function heardBefore(
  input: Assessment,
  { role, calendar }: MemberPosition,
  fromVersion: number,
): { engagedFor: string[]; toldOf: string[] } {
  const published = input.history[fromVersion - 1];
  if (!published) return { engagedFor: [], toldOf: [] };
  const audience: Audience = { role, calendar, member: { engagedFor: [], toldOf: [], acknowledged: emptyPlan } };
  const distance = {
    before: emptyPlan,
    after: published.document,
    version: fromVersion,
    at: published.publishedAt,
    changes: input.compare(emptyPlan, published.document),
  };
  const fired = fireRules(input.ruleset, distance, audience, 'net');
  return {
    engagedFor: fired.filter(({ rule }) => rule.ask.code === 'evaluate').flatMap(({ subjects }) => subjects),
    toldOf: fired.flatMap(({ itemId }) => itemId ?? []),
  };
}

function partnerImpact(
  input: Assessment,
  addressee: Pick<PartnerImpact, 'role' | 'memberId' | 'partnerId' | 'fromVersion'>,
  audience: Audience,
  joinedAt: Date | null,
): PartnerImpact | null {
  return impactOf(input, addressee, asksSince(input, addressee.fromVersion, audience, joinedAt));
}

const impactOf = (
  { history }: Assessment,
  addressee: Pick<PartnerImpact, 'role' | 'memberId' | 'partnerId' | 'fromVersion'>,
  asks: Ask[],
): PartnerImpact | null =>
  asks.length === 0 ? null : { ...addressee, toVersion: history.length, ...summary(asks), asks };

/**
 * The asks of the newest version, each as the version that first brought it in its present form stated it: so its due stands, and an
 * ask that went away and came back is new. Walks back only as far as some ask is unbroken.
 */
function asksSince(
  { history, ruleset, compare }: Assessment,
  fromVersion: number,
  audience: Audience,
  joinedAt: Date | null,
): Ask[] {
  const before = documentAt(history, fromVersion);
  const firedAt = ({ version, document, publishedAt }: PublishedPlan): Map<string, FiredAsk> => {
    const at = joinedAt && joinedAt > publishedAt ? joinedAt : publishedAt;
    const fired = fireRules(
      ruleset,
      { before, after: document, version, at, changes: compare(before, document) },
      audience,
      'net',
    );
    return new Map(fired.map((one) => [one.fingerprint, one]));
  };
  const newest = history.at(-1);
  if (!newest || newest.version <= fromVersion) return [];
  const asks = firedAt(newest);
  let unbroken = [...asks.keys()];
  for (let version = newest.version - 1; version > fromVersion && unbroken.length > 0; version -= 1) {
    const published = history[version - 1];
    // A version entered in error neither brings an ask nor breaks one.
    if (published && isInError(history, published.version)) continue;
    const earlier = published ? firedAt(published) : new Map<string, FiredAsk>();
    unbroken = unbroken.filter((fingerprint) => earlier.has(fingerprint));
    for (const fingerprint of unbroken) {
      const fired = earlier.get(fingerprint);
      if (fired) asks.set(fingerprint, fired);
    }
  }
  return sorted(withoutRepetitions([...asks.values()].map(({ ask }) => ask)));
}

/**
 * One rule that says the same sentence about two items says it once, due when the first of them is. Its fingerprint names both, so
 * that a third item that joins them is news.
 */
function withoutRepetitions(asks: readonly Ask[]): Ask[] {
  const bySentence = Map.groupBy(asks, ({ ruleId, reason, text }) => `${ruleId} ${reason} ${text}`);
  return [...bySentence.values()].flatMap((same) => {
    const [first, ...others] = sorted([...same]);
    if (!first || others.length === 0) return first ?? [];
    return [{ ...first, fingerprint: JSON.stringify(same.map(({ fingerprint }) => fingerprint).sort()) }];
  });
}

/** Most urgent first, then by due. */
const sorted = (asks: Ask[]): Ask[] =>
  asks.sort(
    (a, b) =>
      rank(b.urgency) - rank(a.urgency) ||
      Date.parse(a.dueAt) - Date.parse(b.dueAt) ||
      a.ruleId.localeCompare(b.ruleId),
  );

/** The highest urgency and the earliest due of several asks. */
function summary(asks: readonly Ask[]): { urgency: Urgency; dueAt: string } {
  const urgency = asks.map((ask) => ask.urgency).reduce(moreUrgent);
  const dueAt = asks.map((ask) => ask.dueAt).reduce((a, b) => (Date.parse(a) <= Date.parse(b) ? a : b));
  return { urgency, dueAt };
}

function assessDesks(input: Assessment, vacant: readonly PartnerImpact[]): DeskImpact[] {
  const { history, ruleset, clinicCalendar } = input;
  const newest = history.at(-1);
  if (!newest) return [];
  const distance = {
    before: documentAt(history, newest.version - 1),
    after: newest.document,
    version: newest.version,
    at: newest.publishedAt,
    changes: input.compare(documentAt(history, newest.version - 1), newest.document),
  };
  return desks.flatMap((desk) => {
    const fired = fireRules(ruleset, distance, { role: desk, calendar: clinicCalendar, member: null }, 'step').map(
      ({ ask }) => ask,
    );
    const asks = sorted(
      withoutRepetitions(desk === 'coordinator' ? [...fired, ...chooseClinics(input, vacant, newest)] : fired),
    );
    return asks.length === 0 ? [] : [{ desk, ...summary(asks), asks }];
  });
}

/** CO-01, for each role that this version made vacant and needed; its item is the role. */
function chooseClinics(
  input: Assessment,
  vacant: readonly PartnerImpact[],
  { version, publishedAt }: PublishedPlan,
): Ask[] {
  return vacant
    .filter(({ role }) => assessVacancy(input, role, version - 1) === null)
    .flatMap(
      ({ role, urgency }) =>
        askOfEvent(input.ruleset, 'CO-01', {
          at: publishedAt,
          planVersion: version,
          calendar: input.clinicCalendar,
          facts: { role: role.replaceAll('-', ' '), urgency },
          about: [role],
          itemId: role,
        }) ?? [],
    );
}
