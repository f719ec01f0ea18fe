import { DateTime } from 'luxon';
import type { Diagnosis, Medication, PlanChange, PlanDocument, Procedure, Target } from '#contracts';
import { dayText, doseText, measureText, momentText, words as spoken } from '../plan/change-text.js';
import { doseOf, restrictionText } from '../plan/diff-care.js';
import { imagingText } from '../plan/diff-findings.js';
import { nameOf } from '../plan/procedure-table.js';
import { redFlagText } from '../plan/red-flag-text.js';
import { procedureWindow } from '../plan/windows.js';
import { mayReadFinding } from '../slice/visible-plan.js';
import { triageTable } from '../triage/triage-table.js';
import { type Facts, readFact } from './conditions.js';
import type { Words } from './template.js';

const text = (value: unknown): string | null =>
  value === undefined || value === null || value === '' ? null : String(value);
const sideText = (value: unknown): string | null => (value === 'n/a' ? null : text(value));
const list = (values: unknown): string | null =>
  Array.isArray(values) && values.length > 0 ? values.map(String).join(', ') : null;

/**
 * Everything a reason or an ask may want to say about a change, ready to print; missing words are null. `document` is the plan as far as the
 * reader may know it: what is said besides the changed item itself comes from there.
 */
export function wordsFor(change: PlanChange, document: PlanDocument, facts: Facts): Words {
  const item = (facts['item'] ?? {}) as Record<string, unknown>;
  return {
    ...aboutPlan(document, facts),
    ...known(aboutItem(item, document)),
    ...ofHiddenDiagnosis(item, document),
    ...ofHiddenFinding(item, facts),
    ...(change.path === 'diagnoses' ? { limits: text(readFact(item, 'structuralRisk.limits')) } : {}),
    ...(change.path === 'procedures' ? aboutProcedure(change) : {}),
    ...(change.path === 'medications' ? { ...aboutMedication(change), ...aboutOpioid(change, document) } : {}),
    ...(change.path === 'rehab' || change.path === 'rehab.restrictions' ? aboutRehab(change, document) : {}),
    ...(change.path === 'targets' ? aboutTarget(change.after as Target | null) : {}),
    ...(change.path === 'diagnoses' ? aboutDiagnosis(change) : {}),
    ...(change.path === 'redFlags' ? aboutRedFlag(item, document) : {}),
    ...(change.path.startsWith('patientContext.') ? aboutContext(change, item, document) : {}),
    ...(change.path === 'stage' ? { before: spoken(document.stage.value), after: spoken(document.stage.value) } : {}),
  };
}

/** Only what is known: an item that says nothing leaves the plan's word in place. */
const known = (words: Words): Words => Object.fromEntries(Object.entries(words).filter(([, word]) => word !== null));

/** An item about a diagnosis that the reader may not know is about none; the plan's first diagnosis is another one. */
const ofHiddenDiagnosis = ({ diagnosisId }: Record<string, unknown>, document: PlanDocument): Words =>
  diagnosisId === undefined || document.diagnoses.some(({ id }) => id === diagnosisId)
    ? {}
    : { diagnosis: null, diagnosisGroup: null, question: null };

const ofHiddenFinding = ({ kind }: Record<string, unknown>, facts: Facts): Words =>
  mayReadFinding(String(readFact(facts, 'member.role')), String(kind)) ? {} : { finding: null };

function aboutPlan(document: PlanDocument, facts: Facts): Words {
  const main = document.diagnoses.find(({ status }) => status === 'confirmed' || status === 'suspected');
  const next = document.procedures.find(({ status }) => status === 'planned' || status === 'scheduled');
  return {
    stage: spoken(document.stage.value),
    planStatus: spoken(document.status),
    returnWhen: dayText(document.reviewDate),
    contact: document.safetyNet.callWhom
      ? `${document.safetyNet.callWhom.name}, ${document.safetyNet.callWhom.number}`
      : null,
    risk: text(readFact(facts, 'plan.nsaidRisk')),
    age: text(document.patientContext.age),
    nextStep: next ? nameOf(next) : null,
    workStatus: document.work ? spoken(document.work.status) : null,
    limits: list(document.work?.restrictions),
    diagnosis: main ? diagnosisName(main) : null,
    diagnosisGroup: main?.group ? spoken(main.group) : null,
    goal: text(document.patientContext.lifeGoal?.text ?? document.patientContext.workGoal?.text),
    procedures: list(document.procedures.filter(({ status }) => isOpen(status)).map(nameOf)),
    contrastStudies: list(
      document.imaging
        .filter(({ status, contrast }) => contrast && (status === 'ordered' || status === 'scheduled'))
        .map(imagingText),
    ),
  };
}

const isOpen = (status: Procedure['status']): boolean => status !== 'done' && status !== 'cancelled';

const diagnosisName = (diagnosis: Diagnosis): string =>
  diagnosis.text ?? (diagnosis.group ? spoken(diagnosis.group) : diagnosis.code);

function aboutItem(item: Record<string, unknown>, document: PlanDocument): Words {
  const linked = document.diagnoses.find(({ id }) => id === (item['diagnosisId'] ?? item['id']));
  return {
    side: sideText(item['side']) ?? sideText(linked?.side),
    level: list(item['level']) ?? list(linked?.level),
    region: text(item['riskRegion']) ?? text(item['region']) ?? list(item['level']) ?? riskWithoutRegion(item),
    question: text(item['question']) ?? text(linked?.question),
    diagnosis: linked ? diagnosisName(linked) : null,
    diagnosisGroup: linked?.group ? spoken(linked.group) : null,
    modality: item['modality']
      ? ['mri', 'ct'].includes(String(item['modality']))
        ? String(item['modality']).toUpperCase()
        : spoken(String(item['modality']))
      : null,
    imagingReason: text(item['reason']),
    summary: text(item['summary']),
    by: dayText(text(item['by'])),
    finding: text(item['finding']),
    behavioralKind: item['kind'] ? spoken(String(item['kind'])) : null,
    date: dayText(text(item['at'])) ?? dayText(text(item['returnDate'])),
    surgeryDate: dayText(text(item['replacementOn'])),
    device: item['type'] ? spoken(String(item['type'])).replace(' implant', '') : null,
    hold: holdsEverything(item) ? 'Hold all treatment' : 'Hold loading',
  };
}

/** A risk that nobody gave a place is still a risk: the sentence keeps its object. */
const riskWithoutRegion = ({ risk }: Record<string, unknown>): string | null =>
  risk === undefined || risk === 'none' ? null : 'the painful region';

/** Red flags that stop all treatment, not only loading. */
const holdsEverything = ({ kind }: Record<string, unknown>): boolean =>
  Object.entries(triageTable).some(([flag, { holds }]) => flag === kind && holds.includes('hold-all'));

/** What was believed, and what is believed now. */
function aboutDiagnosis({ type, before, after }: PlanChange): Words {
  const [was, is] = [before as Diagnosis | null, (after ?? before) as Diagnosis];
  if (type === 'generator.changed') {
    return { before: was?.generator ? spoken(was.generator) : null, after: spoken(is.generator ?? 'another source') };
  }
  const status = type === 'diagnosis.ruled-out' ? 'ruled out' : spoken(is.status);
  const isNamed = type === 'diagnosis.changed';
  return { before: isNamed && was ? diagnosisName(was) : null, after: isNamed ? diagnosisName(is) : status };
}

function aboutRedFlag({ kind }: Record<string, unknown>, { medications }: PlanDocument): Words {
  const steps = medications.flatMap(({ stewardship }) =>
    stewardship?.taper.state === 'running' ? stewardship.taper.steps : [],
  );
  return {
    flag: redFlagText(kind),
    ...(kind === 'withdrawal' ? { dates: list(steps.map(({ date }) => dayText(date))) } : {}),
  };
}

/** What a change of the patient's context is about, where it is more than one word. */
function aboutContext({ path }: PlanChange, item: Record<string, unknown>, { patientContext }: PlanDocument): Words {
  if (path === 'patientContext.allergies') return { allergy: list(item['added']) };
  if (path === 'patientContext.workGoal') return { goal: text(patientContext.workGoal?.text) };
  const injection = item['injection'] as Procedure | undefined;
  return injection ? { procedure: nameOf(injection), side: sideText(injection.side) } : {};
}

function aboutProcedure(change: PlanChange): Words {
  const procedure = (change.after ?? change.before) as Parameters<typeof procedureWindow>[0];
  const before = change.before as typeof procedure | null;
  const window = procedureWindow(procedure);
  return {
    procedure: nameOf(procedure),
    moment: momentText(window?.at),
    before: momentText(before?.scheduledAt),
    after: procedure.status === 'cancelled' ? 'cancelled' : momentText(procedure.scheduledAt),
    loadingFrom: momentText(window?.loadingFrom),
    lightUntil: momentText(window?.lightUntil),
    leadsUntil: dayText(window?.leadsUntil),
    windowNote: window?.note ?? null,
    loadLimit: window?.window === 'W-TENDON' ? 'no maximal load for two weeks' : null,
    sessionBy: window ? dayText(DateTime.fromISO(window.at, { setZone: true }).plus({ hours: 48 }).toISO()) : null,
    relief: procedure.result ? `${procedure.result.reliefPercent} %` : null,
    duration: durationText(procedure.result?.duration),
  };
}

function durationText(iso: string | undefined): string | null {
  const [, amount, unit] = /^PT?(\d+)([HDWM])$/.exec(iso ?? '') ?? [];
  const names: Record<string, string> = {
    H: 'hours',
    D: 'days',
    W: 'weeks',
    M: iso?.startsWith('PT') ? 'minutes' : 'months',
  };
  return amount && unit ? `${amount} ${names[unit]}` : null;
}

function aboutMedication(change: PlanChange): Words {
  const medication = (change.after ?? change.before) as {
    steps: { date: string; dose: number }[];
    until?: string;
    unit?: string;
  } & Parameters<typeof doseText>[0] & {
      ingredient: { display: string };
      stopReason?: { kind: string; effect?: string };
      stewardship?: { taper: { steps: { date: string; dose: number }[] } };
    };
  const before = change.before as Parameters<typeof doseText>[0] | null;
  const taper = medication.stewardship?.taper.steps ?? [];
  const last = taper.at(-1)?.date ?? medication.until ?? medication.steps.at(-1)?.date;
  return {
    ingredient: medication.ingredient.display,
    ...aboutSwitch(change, medication.ingredient.display),
    before: before ? doseText(before) : null,
    after: doseText(medication),
    steps: list(medication.steps.map((step) => stepText(step, medication.unit))),
    from: dayText(taper.at(0)?.date),
    until: dayText(last),
    dates: list(taper.map(({ date }) => dayText(date))),
    taperSteps: list(taper.map((step) => stepText(step, medication.unit))),
    date: dayText(medication.steps.at(0)?.date),
    stopReason: medication.stopReason ? spoken(medication.stopReason.kind) : null,
    effect: medication.stopReason?.effect ?? (medication.stopReason ? spoken(medication.stopReason.kind) : null),
  };
}

/** A switch is about two medicines: what was taken is stopped, another one takes its place. */
function aboutSwitch({ type, before }: PlanChange, ingredient: string): Words {
  const was = before as Medication | null;
  if (type !== 'medication.switched' || was === null) return { stopped: ingredient, replacement: null };
  return { stopped: was.ingredient.display, replacement: ingredient };
}

/** What stewardship says of an opioid; the goal only where the reader may know it. */
function aboutOpioid({ before, after }: PlanChange, { targets }: PlanDocument): Words {
  const [was, is] = [before as Medication | null, after as Medication | null];
  const stewardship = (is ?? was)?.stewardship;
  if (!stewardship) return {};
  const { mmePerDay, functionalGoal, monitoringIntervalDays } = stewardship;
  const goal = targets.find(({ id }) => id === functionalGoal);
  const name = (is ?? was)?.ingredient.display;
  return {
    mme: text(mmePerDay),
    mmeBefore: text(was?.stewardship?.mmePerDay),
    days: text(monitoringIntervalDays),
    goal: goal ? `${measureText(goal)} ${goal.target}` : null,
    opioidState:
      !is || is.status === 'stopped'
        ? `${name} is stopped`
        : `${name}${mmePerDay === undefined ? '' : `, ${mmePerDay} MME a day`}`,
  };
}

const stepText = ({ date, dose }: { date: string; dose: number }, unit: string | undefined): string =>
  `${dose}${unit ? ` ${unit}` : ''} from ${dayText(date)}`;

function aboutRehab(change: PlanChange, document: PlanDocument): Words {
  if (change.path === 'rehab.restrictions') {
    const restriction = (change.after ?? change.before) as Parameters<typeof restrictionText>[0];
    return {
      restriction: restrictionText(restriction),
      region: text(restriction.region),
      from: dayText(restriction.from),
      until: dayText(restriction.until),
      cause: text(restriction.cause),
    };
  }
  const rehab = (change.after ?? change.before) as PlanDocument['rehab'][number];
  const before = change.before as typeof rehab | null;
  const first = document.targets.find(
    ({ id, trainedBy, status }) => status === 'open' && (rehab.targets.includes(id) || trainedBy === rehab.discipline),
  );
  return {
    discipline: spoken(rehab.discipline),
    program: rehab.program.map(spoken).join(', ') || null,
    firstTarget: first ? `${measureText(first)} ${first.baseline} to ${first.target}` : null,
    before: before ? doseOf(before) : null,
    after: doseOf(rehab),
    cause: text(rehab.cause),
  };
}

const aboutTarget = (target: Target | null): Words =>
  target === null
    ? {}
    : {
        measure: measureText(target),
        baseline: String(target.baseline),
        target: String(target.target),
        by: dayText(target.due),
        weeks: String(target.reviewEveryWeeks),
      };
