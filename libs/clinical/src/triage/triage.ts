import type { PlanDocument, RedFlag, TriageFinding, TriageUrgency } from '#contracts';
import { triageUrgencies } from '#contracts';
import { qualifyFinding, type Qualified } from './qualify-finding.js';
import { redFlagUrgency } from './red-flag-urgency.js';
import { modalityOf, type Moment, usualRegion, withAlarms } from './safety-version.js';
import { emergencyDepartment, type Hold, type RedFlagKind, today, triageTable } from './triage-table.js';

export interface Triage {
  urgency: TriageUrgency;
  /** What to do now, most urgent first. */
  actions: string[];
  /** The same for somebody who may not know why: only how fast, and what to hold. */
  neutralActions: string[];
  /** What the findings amount to, known ones included. */
  kinds: RedFlagKind[];
  /** New alarms, and those that became more urgent, as they would stand in the plan. */
  flags: RedFlag[];
  /** Nothing that is not known already. */
  alreadyKnown: boolean;
  /** The plan to put in force at once; null when nobody's plan changes, or there is none. */
  safetyDocument: PlanDocument | null;
}

/** From a report to what is done: how fast, what is said, and the plan that makes the holds binding. */
export function triage(document: PlanDocument | null, findings: readonly TriageFinding[], moment: Moment): Triage {
  const qualified = findings
    .map((finding) => qualifyFinding(document, finding, moment.at))
    .filter((one) => one !== null);
  const distinct = withoutLesser(withoutDoubles(sorted(qualified)));
  if (distinct.length === 0) return nothingNew(findings);

  const active = document?.redFlags.filter(({ status }) => status === 'active') ?? [];
  const news = distinct.filter((one) => !isUnderWay(one, active, document));
  const alarms = news
    .filter(({ kind }) => triageTable[kind].changesPlan)
    .map((one, index) => ({ flag: flagOf(one, index, active, document, moment), isEmergency: isEmergency(one) }));
  const isInForce = document?.status === 'active' || document?.status === 'on-hold';
  return {
    urgency: distinct[0]?.urgency ?? 'routine',
    actions: unique(distinct.flatMap((one) => actionsFor(one, document))),
    neutralActions: neutralActions(distinct),
    kinds: unique(distinct.map(({ kind }) => kind)),
    flags: alarms.map(({ flag }) => flag),
    alreadyKnown: news.length === 0,
    safetyDocument: document && isInForce && alarms.length > 0 ? withAlarms(document, alarms, moment) : null,
  };
}

const speed = (urgency: TriageUrgency): number => triageUrgencies.indexOf(urgency);
const sorted = (all: Qualified[]): Qualified[] => all.sort((a, b) => speed(a.urgency) - speed(b.urgency));
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const isEmergency = ({ urgency }: Pick<Qualified, 'urgency'>): boolean => urgency === 'emergency';

/** Known and unchanged. */
const nothingNew = (findings: readonly TriageFinding[]): Triage => ({
  urgency: 'routine',
  actions: ['Known and unchanged: no alarm. Call again when anything changes.'],
  neutralActions: ['Known and unchanged: no alarm. Call again when anything changes.'],
  kinds: unique(findings.map(({ kind }) => kind)),
  flags: [],
  alreadyKnown: true,
  safetyDocument: null,
});

interface Place {
  kind: RedFlagKind;
  side: RedFlag['side'];
  region?: string | undefined;
  level: readonly string[];
}

/** Two callers see one thing, and say more or less about where: it is another one only when they contradict one another. */
const isSame = (one: Place, other: Place): boolean =>
  one.kind === other.kind &&
  (one.side === other.side || [one.side, other.side].some((side) => side === 'n/a' || side === 'bilateral')) &&
  (one.level.length === 0 || other.level.length === 0 || one.level.some((level) => other.level.includes(level))) &&
  // The spine is one region to people who call; bones are many.
  (one.kind !== 'fracture' || !one.region || !other.region || one.region === other.region);

const placeOf = ({ kind, finding: { side, level, region } }: Qualified): Place => ({ kind, side, level, region });

const withoutDoubles = (all: readonly Qualified[]): Qualified[] =>
  all.filter((one, index) => !all.slice(0, index).some((earlier) => isSame(placeOf(earlier), placeOf(one))));

/** A part of a greater alarm is not another one. */
const withoutLesser = (all: readonly Qualified[]): Qualified[] =>
  all.filter(({ kind }) => !all.some((other) => triageTable[other.kind].includes.includes(kind)));

function isUnderWay(one: Qualified, active: readonly RedFlag[], document: PlanDocument | null): boolean {
  return active.some((flag) => {
    if (triageTable[flag.kind].includes.includes(one.kind)) return true;
    return (
      isSame(flag, placeOf(one)) && document !== null && speed(redFlagUrgency(flag, document)) <= speed(one.urgency)
    );
  });
}

/** The alarm that is there already and became more urgent keeps its id; ids of new ones come from the moment of the report. */
function flagOf(
  one: Qualified,
  index: number,
  active: readonly RedFlag[],
  document: PlanDocument | null,
  { at }: Moment,
): RedFlag {
  const { finding, kind, observedAt, after } = one;
  const same = active.find((flag) => isSame(flag, placeOf(one)));
  const level = finding.level.length > 0 ? finding.level : (after?.level ?? []);
  const isAlways = triageTable[kind].urgency === 'emergency';
  const found = {
    neurologicSign: finding.neurologicSign || same?.neurologicSign === true,
    ...(isEmergency(one) && !isAlways ? { emergency: true } : {}),
  };
  if (same) return { ...same, ...found };
  return {
    id: newId(at, index, document),
    kind,
    observedAt: observedAt.toISOString(),
    // What alarms even though it was known before is news to the team.
    onset: 'new',
    side: finding.side,
    level,
    ...regionOf(one, level, document),
    ...found,
    status: 'active',
  };
}

/** Only where something is held or pictured there. */
function regionOf({ finding, kind }: Qualified, level: readonly string[], document: PlanDocument | null): object {
  const { study, holdsRegion } = triageTable[kind];
  if (finding.region !== undefined) return { region: finding.region };
  if (!holdsRegion && study?.region !== null) return {};
  return { region: level.length > 0 ? [...level].sort().join(', ') : usualRegion(kind, document) };
}

function newId(at: Date, index: number, document: PlanDocument | null): string {
  const used = new Set(document?.redFlags.map(({ id }) => id));
  const stem = `rf-${at.getTime().toString(36)}`;
  let number = index + 1;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

const within: Record<TriageUrgency, string> = {
  emergency: 'now',
  'same-day': 'today',
  'within-2-bd': 'within two business days',
  'within-5-bd': 'within five business days',
  'within-7-days': 'within seven days',
  routine: 'at the next visit',
};

const holdWords: Record<Hold, string> = {
  'hold-all': 'Hold all treatment until the plan clears it.',
  'hold-loading': 'Hold loading until the plan clears it.',
  'no-bend-lift-twist': 'No bending, lifting or twisting until the plan clears it.',
  procedures: 'No steroid, trial or implant until the plan clears it.',
  drug: 'The suspected medicine is not taken until the clinic confirms.',
  taper: 'No further step of the taper until the physician has decided.',
};

function actionsFor(one: Qualified, document: PlanDocument | null): string[] {
  const { response, study, tests, holds, urgency } = triageTable[one.kind];
  const rises = isEmergency(one) && urgency !== 'emergency';
  return [
    ...(rises ? [emergencyDepartment, ...response.filter((words) => words !== today)] : response),
    ...(study ? [pictures(one, document)] : []),
    ...tests.map((test) => `Tests: ${test}.`),
    ...holds.map((hold) => holdWords[hold]),
  ];
}

function pictures(one: Qualified, document: PlanDocument | null): string {
  const { study } = triageTable[one.kind];
  if (!study) return '';
  const { finding, after } = one;
  const level = finding.level.length > 0 ? finding.level : (after?.level ?? []);
  const region = study.region ?? finding.region ?? (level.join(', ') || usualRegion(one.kind, document));
  const modality = modalityOf(study, document);
  const name = modality === 'xray' ? 'X-ray' : modality.toUpperCase();
  const when = ['within 24 hours', 'within one week'][[1, 7].indexOf(study.withinDays)] ?? within[one.urgency];
  return `${name} of ${region}${study.contrast ? ' with contrast' : ''}, ${when}.`;
}

const neutral: Record<TriageUrgency, string> = {
  emergency: 'The patient goes to the emergency department now. Call the pain clinic.',
  'same-day': 'Urgent: the patient is seen today. Call the pain clinic.',
  'within-2-bd': 'The pain clinic decides within two business days. Call at once when it gets worse.',
  'within-5-bd': 'The pain clinic decides within five business days. Call at once when it gets worse.',
  'within-7-days': 'The pain clinic gives an appointment within seven days. Call at once when it gets worse.',
  routine: 'No alarm. Call again when anything changes.',
};

function neutralActions(all: readonly Qualified[]): string[] {
  const holds = all.flatMap(({ kind }) => triageTable[kind].holds);
  const said = (['hold-all', 'hold-loading', 'no-bend-lift-twist'] as const).filter((hold) => holds.includes(hold));
  return [neutral[all[0]?.urgency ?? 'routine'], ...said.map((hold) => holdWords[hold])];
}
