import type { PlanDocument, Procedure, TriageFinding, TriageUrgency } from '#contracts';
import { windowOf } from '../plan/procedure-table.js';
import { hasImplant, urgencyWith } from './red-flag-urgency.js';
import { type Aggravation, type RedFlagKind, triageTable } from './triage-table.js';

/** What a finding amounts to for this patient. */
export interface Qualified {
  finding: TriageFinding;
  kind: RedFlagKind;
  urgency: TriageUrgency;
  observedAt: Date;
  /** The procedure that it followed, where that is what makes it what it is. */
  after: Procedure | null;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Bleeding or swelling at the cord shows within this time. */
const neuraxialMs = 48 * hourMs;
const infectionMs = 30 * dayMs;
const spinalWindows = ['W-ESI', 'W-TRIAL', 'W-IMPLANT', 'W-VERT'];
const spinalTypes = ['medial-branch-block', 'rfa-medial-branch', 'basivertebral-ablation', 'sympathetic-block'];

const weakness: readonly RedFlagKind[] = ['progressive-weakness', 'cauda-equina'];
const fevers: readonly RedFlagKind[] = ['fever-spine', 'fever-after-procedure'];

/**
 * What was seen, read together with the plan: the same weakness is another alarm two days after an epidural, or after a cancer.
 * Null: known and unchanged, so nothing new. Without a plan the report is taken at its word.
 */
export function qualifyFinding(document: PlanDocument | null, finding: TriageFinding, at: Date): Qualified | null {
  if (finding.onset === 'known' && !triageTable[finding.kind].alarmsWhenKnown) return null;
  const observedAt = finding.observedAt === undefined ? at : new Date(finding.observedAt);
  const { kind, after } = document ? kindIn(document, finding, observedAt) : { kind: finding.kind, after: null };
  return { finding, kind, urgency: urgencyWith(kind, aggravations(document, finding)), observedAt, after };
}

interface Kind {
  kind: RedFlagKind;
  after: Procedure | null;
}

function kindIn(document: PlanDocument, finding: TriageFinding, observedAt: Date): Kind {
  const { kind, neurologicSign } = finding;
  const isNeurologic = kind === 'progressive-weakness' || (kind === 'urgent-symptom' && neurologicSign);
  const spinal = lastBefore(document, observedAt, neuraxialMs, isSpinal);
  if (isNeurologic && spinal) return { kind: 'neuro-after-neuraxial', after: spinal };
  const isOfCord = weakness.includes(kind) || (neurologicSign && cordLike.includes(kind));
  if (isOfCord && hasCancerHistory(document)) return { kind: 'cord-compression', after: null };
  // Whoever reports it knows of the cancer; the plan may not.
  if (kind === 'cancer-history-pain' && neurologicSign) return { kind: 'cord-compression', after: null };
  if (!fevers.includes(kind)) return { kind, after: null };
  const needle = lastBefore(document, observedAt, infectionMs, () => true);
  return { kind: needle ? 'fever-after-procedure' : 'fever-spine', after: needle };
}

const cordLike: readonly RedFlagKind[] = ['urgent-symptom'];

const aggravations = (document: PlanDocument | null, finding: TriageFinding): Aggravation[] => [
  ...(finding.neurologicSign ? (['neurologic-sign'] as const) : []),
  ...(finding.implant || (document && hasImplant(document)) ? (['implant'] as const) : []),
  ...(finding.withPlan ? (['with-plan'] as const) : []),
  ...(finding.pumpWithdrawal ? (['pump-withdrawal'] as const) : []),
];

const isSpinal = (procedure: Procedure): boolean =>
  spinalWindows.includes(windowOf(procedure)) || spinalTypes.includes(procedure.type);

/** A booking whose hour has passed counts as done: who is in trouble does not wait for the record to be completed. */
function lastBefore(
  { procedures }: PlanDocument,
  moment: Date,
  withinMs: number,
  isMeant: (procedure: Procedure) => boolean,
): Procedure | null {
  const took = (procedure: Procedure): number =>
    moment.getTime() - new Date(procedure.doneAt ?? procedure.scheduledAt ?? Number.NaN).getTime();
  const recent = procedures.filter(
    (procedure) =>
      (procedure.status === 'done' || procedure.status === 'scheduled') &&
      took(procedure) >= 0 &&
      took(procedure) <= withinMs &&
      isMeant(procedure),
  );
  return recent.sort((a, b) => took(a) - took(b))[0] ?? null;
}

const hasCancerHistory = ({ patientContext, diagnoses }: PlanDocument): boolean =>
  ['past', 'active'].includes(patientContext.cancerHistory.value) ||
  diagnoses.some(({ status, group, code }) => status !== 'ruled-out' && (group === 'cancer-pain' || /^C/.test(code)));
