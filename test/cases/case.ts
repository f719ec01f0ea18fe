/**
 * Acceptance cases as data: who is on the team, which versions the physician publishes, who is told of each one and by
 * when. The pure specs of `libs/clinical`, the demo and the end-to-end tests play the same steps, in the order of
 * `steps`, each at its day and time.
 *
 *   const at = caseDates('2027-04-06', 'America/New_York');
 *   for (const step of a1Nurse.steps) {
 *     if (step.kind === 'publish') publish(step.document(at), step.reason)    // then compare with step.told
 *     ...
 *   }
 *
 * `told` is exact: whoever has no row gets nothing new. A row is one handoff of a member that is issued or replaced, one
 * unassigned handoff (`partner: null`) that appears or takes up a change, or what one desk has to do; `rules` are the ids of all its asks, each named once and in order of the
 * alphabet. `told: null` marks the background that the case starts from, whose tables are not part of the case.
 * Runs under Node's type stripping: erasable syntax only, types by `import type`, relative imports end in `.ts`.
 */
import { DateTime } from 'luxon';
import type { DeskRole, PartnerRole, PlanDocumentInput, Urgency } from '#contracts';
import type { Story } from './story.ts';
import type { CaseDates, CaseTime, Told } from './told.ts';

export type { CaseDates, CaseTime, Told } from './told.ts';

export interface Publish extends CaseTime {
  kind: 'publish';
  version: number;
  reason: string;
  document: (at: CaseDates) => PlanDocumentInput;
  told: readonly Told[] | null;
  /** Roles, held or not, that are worth saying: they must get nothing. */
  notTold: readonly PartnerRole[];
}

export interface Acknowledge extends CaseTime {
  kind: 'acknowledge';
  role: PartnerRole;
  partner: string;
  version: number;
}

/** A coordinator chooses a partner for an unassigned role: it works from version 0 and is told as the row says. */
export interface Assign extends CaseTime {
  kind: 'assign';
  role: PartnerRole;
  partner: string;
  told: Told;
}

/** The partner has answered what was asked; its referral closes and it leaves the team. */
export interface Complete extends CaseTime {
  kind: 'complete';
  role: PartnerRole;
  partner: string;
}

/** Publishing answers 422; nothing is stored and nobody is told. */
export interface Refuse extends CaseTime {
  kind: 'refuse';
  reason: string;
  document: (at: CaseDates) => PlanDocumentInput;
  errors: readonly { path: string; says: readonly string[] }[];
}

/** What no table can say: anything else that people and time do to the story, and what must then be seen. */
export interface Then extends CaseTime {
  kind: 'then';
  title: string;
  /** It only looks: what comes after it stands as if it were not there. */
  looksOnly?: true;
  play: (story: Story) => Promise<void>;
}

export type CaseStep = Publish | Acknowledge | Assign | Complete | Refuse | Then;

export interface CaseMember {
  role: PartnerRole;
  partner: string;
  status: 'active' | 'proposed';
}

export interface CareCase {
  id: string;
  title: string;
  /** Where the scenarios' own day 0 does not serve. */
  day0?: string;
  patient: {
    recordNumber: string;
    name: { given: string; family: string };
    birthDate: string;
    contactLanguage: string;
  };
  team: readonly CaseMember[];
  steps: readonly CaseStep[];
}

/** The calendar of the scenarios: a Tuesday; closed on weekends and on the days below. */
export const scenarioDay0 = '2027-04-06';
export const scenarioZone = 'America/New_York';
export const scenarioClosedDates: readonly string[] = ['2027-05-31', '2027-06-18', '2027-07-05'];

export function caseDates(day0: string, zone: string): CaseDates {
  const start = DateTime.fromISO(day0, { zone });
  const on = (day: number): DateTime => start.plus({ days: day });
  return {
    date: (day) => on(day).toFormat('yyyy-MM-dd'),
    instant: (day, time) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number);
      return on(day).set({ hour, minute }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    },
  };
}

export const member = (role: PartnerRole, partner: string): CaseMember => ({ role, partner, status: 'active' });
export const proposed = (role: PartnerRole, partner: string): CaseMember => ({ role, partner, status: 'proposed' });

type Row = [rules: string, urgency: Urgency, day: number, content?: string];

/** Dues fall on closing time unless said. */
const row = (to: Told['to'], partner: string | null, [rules, urgency, day, content]: Row, time = '17:00'): Told => ({
  to,
  partner,
  rules: rules.split(' ').sort(),
  urgency,
  due: { day, time },
  ...(content === undefined ? {} : { content }),
});

export const tells = (role: PartnerRole, partner: string, ...rest: Row): Told => row(role, partner, rest);
export const tellsNobody = (role: PartnerRole, ...rest: Row): Told => row(role, null, rest);
export const tellsDesk = (desk: DeskRole, ...rest: Row): Told => row(desk, null, rest);

export const acknowledge = (
  day: number,
  time: string,
  role: PartnerRole,
  partner: string,
  version: number,
): Acknowledge => ({
  kind: 'acknowledge',
  day,
  time,
  role,
  partner,
  version,
});

/** A version, when, why and by which document; whom it tells, and who must get nothing. */
export function publish(
  version: number,
  day: number,
  time: string,
  reason: string,
  document: Publish['document'],
  told: readonly Told[],
  notTold: readonly PartnerRole[],
): Publish {
  return { kind: 'publish', version, day, time, reason, document, told, notTold };
}

/** A version that a case starts from; its tables are not part of the case. */
export const background = (version: number, day: number, document: Publish['document']): Publish => ({
  kind: 'publish',
  day,
  time: '09:00',
  version,
  reason: `Background, version ${version}`,
  document,
  told: null,
  notTold: [],
});

export const then = (day: number, time: string, title: string, play: Then['play']): Then => ({
  kind: 'then',
  day,
  time,
  title,
  play,
});

/** What must be seen of the whole system at a moment, with nobody doing anything. */
export const look = (day: number, time: string, title: string, play: Then['play']): Then => ({
  ...then(day, time, title, play),
  looksOnly: true,
});

type Items<Key extends keyof PlanDocumentInput> = Extract<PlanDocumentInput[Key], readonly unknown[]>;
type ListKey = {
  [Key in keyof PlanDocumentInput]-?: Items<Key> extends readonly { id: string }[] ? Key : never;
}[keyof PlanDocumentInput];

/** The document with some fields of one list item replaced, or the item added at the end when it is new. */
export function withItem<Key extends ListKey>(
  document: PlanDocumentInput,
  list: Key,
  id: string,
  fields: Partial<Items<Key>[number]>,
): PlanDocumentInput {
  const items = (document[list] ?? []) as { id: string }[];
  const known = items.some((item) => item.id === id);
  const next = known
    ? items.map((item) => (item.id === id ? { ...item, ...fields } : item))
    : [...items, { id, ...fields }];
  return { ...document, [list]: next };
}
