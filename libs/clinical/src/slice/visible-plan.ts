import {
  deskRoles,
  type Diagnosis,
  type PartnerRole,
  type PlanDocument,
  type Procedure,
  type Target,
} from '#contracts';
import { isPelvic } from '../plan/procedure-table.js';

const pelvicRoles: readonly PartnerRole[] = ['pelvic-floor-therapy', 'gynecology', 'urology'];
/** Who may read that a pain comes from cancer. */
const cancerRoles: readonly PartnerRole[] = [
  'oncology',
  'radiation-oncology',
  'interventional-radiology',
  'palliative-care',
  'spine-surgery',
  'behavioral-health',
];

/** Roles with the same visibility see the same plan. */
export const visibilityOf = (role: PartnerRole): string =>
  [pelvicRoles.includes(role) && 'pelvic', cancerRoles.includes(role) && 'cancer', role === 'imaging' && 'imaging']
    .filter(Boolean)
    .join(' ');

const therapies: readonly string[] = ['physical-therapy', 'pelvic-floor-therapy'];

/**
 * What an urgent review found is a diagnosis in somebody's words. Therapy is told of holds without their cause, and learns no cause when they end;
 * what an alarm about cancer came to is for those who may read of cancer. Desks of the clinic read all.
 */
export const mayReadFinding = (role: string, redFlagKind: string): boolean =>
  !therapies.includes(role) &&
  (redFlagKind !== 'cancer-history-pain' ||
    (cancerRoles as readonly string[]).includes(role) ||
    (deskRoles as readonly string[]).includes(role));

const isPelvicDiagnosis = ({ group }: Diagnosis): boolean => group === 'pelvic-pain';
const isCancerDiagnosis = ({ group }: Diagnosis): boolean => group === 'cancer-pain';
const isPelvicTarget = ({ trainedBy }: Target): boolean => trainedBy !== undefined && pelvicRoles.includes(trainedBy);

/**
 * The plan as far as a role may ever read it, whatever is asked of it: pelvic content is for pelvic roles alone, and they read
 * nothing else; the word cancer is for those who treat it. Sentences and slices for a partner are made from this and from nothing else,
 * so that no template and no slice can name what is hidden. Wording that everybody reads is the author's.
 */
export function visiblePlan(document: PlanDocument, role: PartnerRole): PlanDocument {
  const isForPelvic = pelvicRoles.includes(role);
  const seesCancer = cancerRoles.includes(role);
  const maySee = (diagnosis: Diagnosis): boolean =>
    isPelvicDiagnosis(diagnosis) === isForPelvic && (seesCancer || !isCancerDiagnosis(diagnosis));
  const hidden = new Set(document.diagnoses.filter((diagnosis) => !maySee(diagnosis)).map(({ id }) => id));
  const pelvic = new Set(document.diagnoses.filter(isPelvicDiagnosis).map(({ id }) => id));

  const isVisible = ({ diagnosisId }: { diagnosisId?: string | undefined }): boolean =>
    diagnosisId === undefined || !hidden.has(diagnosisId);
  const isPelvicProcedure = (procedure: Procedure): boolean =>
    isPelvic(procedure) || pelvic.has(procedure.diagnosisId ?? '');
  const targets = document.targets.filter((target) => isPelvicTarget(target) === isForPelvic);
  const isKnown = (id: string): boolean => targets.some((target) => target.id === id);
  const goal = <Goal extends { targetId?: string | undefined }>(one: Goal | undefined): Goal | undefined =>
    one?.targetId === undefined || isKnown(one.targetId) ? one : undefined;

  return {
    ...document,
    patientContext: withGoals(
      document.patientContext,
      goal(document.patientContext.workGoal),
      goal(document.patientContext.lifeGoal),
    ),
    diagnoses: document.diagnoses.filter(maySee),
    procedures: document.procedures.filter(
      (procedure) => isPelvicProcedure(procedure) === isForPelvic && isVisible(procedure),
    ),
    // Who makes the pictures reads what it is asked to make, not what others made of it.
    imaging: role === 'imaging' ? document.imaging.map(withoutSummary) : document.imaging.filter(isVisible),
    rehab: document.rehab.filter(({ discipline }) => (discipline === 'pelvic-floor-therapy') === isForPelvic),
    targets,
  };
}

const withoutSummary = ({
  summary: _summary,
  ...study
}: PlanDocument['imaging'][number]): PlanDocument['imaging'][number] => study;

type Context = PlanDocument['patientContext'];

function withGoals(context: Context, workGoal: Context['workGoal'], lifeGoal: Context['lifeGoal']): Context {
  const { workGoal: _work, lifeGoal: _life, ...others } = context;
  return { ...others, ...(workGoal ? { workGoal } : {}), ...(lifeGoal ? { lifeGoal } : {}) };
}
