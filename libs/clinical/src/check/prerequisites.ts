import { isSamePlace } from '../plan/procedure-table.js';
import type { Diagnosis, PlanDocument, Procedure } from '#contracts';
import { blocksApartDays, daysFrom } from './check-spacing.js';
import type { CheckContext, Unmet } from './check.js';

/** A prerequisite of some kinds of procedure: what is missing, or null. */
export interface Prerequisite {
  types: readonly Procedure['type'][];
  overridable: boolean;
  /** The field of the procedure that is wrong, when it is one. */
  path?: string;
  missing: (procedure: Procedure, document: PlanDocument, context: CheckContext) => Omit<Unmet, 'overridable'> | null;
}

const unless = (isMet: boolean, needed: string, found: string): Omit<Unmet, 'overridable'> | null =>
  isMet ? null : { needed, found };

const resultsOf = (document: PlanDocument, types: readonly string[], like: Procedure): Procedure[] =>
  document.procedures.filter(
    (other) => types.includes(other.type) && isSamePlace(other, like) && other.result !== undefined,
  );
const reliefs = (procedures: readonly Procedure[]): string =>
  procedures.length === 0
    ? 'none found'
    : `found ${procedures.map(({ result }) => `${result?.reliefPercent ?? 0} %`).join(' and ')}`;
const enough = (procedures: readonly Procedure[], percent: number): Procedure[] =>
  procedures.filter(({ result }) => (result?.reliefPercent ?? 0) >= percent);

/** Payer policies and published selection criteria differ; these are the ones this ruleset uses. */
const facetReliefPercent = 80;
const reliefPercent = 50;

export const isLive = ({ status }: Diagnosis): boolean => status === 'suspected' || status === 'confirmed';

/** The diagnoses a procedure may be for: the one it names, or any that is live. */
const diagnosesOf = ({ diagnosisId }: Procedure, { diagnoses }: PlanDocument): Diagnosis[] =>
  diagnoses.filter((diagnosis) => (diagnosisId === undefined ? isLive(diagnosis) : diagnosis.id === diagnosisId));

const hasEvidence = ({ evidence }: Diagnosis, kind: Diagnosis['evidence'][number]['kind']): boolean =>
  evidence.some((one) => one.kind === kind && one.concordance !== 'discordant') &&
  !evidence.some((one) => one.kind === kind && one.concordance === 'discordant');

/** A study about this diagnosis, or about none in particular, has been reported. */
const isImaged = (diagnosis: Diagnosis, { imaging }: PlanDocument): boolean =>
  !diagnosis.evidence.some(({ kind, concordance }) => kind === 'imaging' && concordance === 'discordant') &&
  (hasEvidence(diagnosis, 'imaging') ||
    imaging.some(
      ({ status, modality, diagnosisId }) =>
        status === 'resulted' && modality !== 'emg-ncs' && (diagnosisId ?? diagnosis.id) === diagnosis.id,
    ));

const epidurals = ['esi-interlaminar', 'esi-caudal', 'esi-transforaminal'] as const;
const imageGuided: readonly string[] = ['fluoroscopy', 'ultrasound', 'ct'];
const isImageGuided = ({ guidance }: Procedure): boolean => imageGuided.includes(guidance);
/** What was done is a fact: how somebody came to do it is not asked afterwards. */
const isAhead = ({ status }: Procedure): boolean => status !== 'done';
/** How a procedure is guided is settled by the time it has a date. */
const isDated = ({ status }: Procedure): boolean => status === 'scheduled';

export const isCervical = ({ level, region }: Procedure): boolean =>
  level.some((one) => /^C\d/.test(one)) || /cervical|neck/i.test(region ?? '');

const ofEpidurals: readonly Prerequisite[] = [
  {
    types: epidurals,
    overridable: true,
    missing: (procedure, document) => {
      const diagnoses = diagnosesOf(procedure, document);
      const isExamined = diagnoses.some((one) => hasEvidence(one, 'exam'));
      const hasImage = diagnoses.some((one) => isImaged(one, document));
      const isBoth = diagnoses.some((one) => hasEvidence(one, 'exam') && isImaged(one, document));
      const found = [isExamined ? 'an examination' : null, hasImage ? 'imaging' : null].filter((one) => one !== null);
      return unless(
        isBoth || !isAhead(procedure),
        'an examination and imaging that agree with the diagnosis',
        found.length === 0 ? 'none found' : `found ${found.join(' and ')} only`,
      );
    },
  },
  {
    types: epidurals,
    overridable: true,
    path: 'guidance',
    missing: (procedure) =>
      unless(isImageGuided(procedure) || !isDated(procedure), 'image guidance of an epidural injection', 'found none'),
  },
  {
    types: ['esi-transforaminal'],
    overridable: true,
    path: 'operatorConfirmed',
    missing: (procedure) =>
      unless(
        !isAhead(procedure) || !isCervical(procedure) || procedure.operatorConfirmed === true,
        'an experienced operator, confirmed, for a transforaminal injection of the neck',
        'not confirmed',
      ),
  },
];

/** Nobody has begun to treat it: no therapy, and no injection that was done for it. */
const isUntreated = ({ id }: Diagnosis, { rehab, procedures }: PlanDocument): boolean =>
  !rehab.some(({ diagnosisId }) => diagnosisId === id) &&
  !procedures.some(({ diagnosisId, status }) => diagnosisId === id && status === 'done');

const isRadicular = ({ group }: Diagnosis): boolean =>
  group === 'lumbar-radiculopathy' || group === 'cervical-radiculopathy';

const ofFacets: readonly Prerequisite[] = [
  {
    types: ['medial-branch-block'],
    overridable: true,
    missing: (procedure, document) => {
      const radicular = document.diagnoses.filter((one) => isLive(one) && isRadicular(one));
      const isForIt = radicular.some(({ id }) => id === procedure.diagnosisId);
      const untreated = radicular.find((one) => isUntreated(one, document));
      return unless(
        !isAhead(procedure) || (!isForIt && untreated === undefined),
        'axial pain without an untreated radiculopathy',
        isForIt ? 'it is planned for a radiculopathy' : `found ${untreated?.code ?? ''} without treatment`,
      );
    },
  },
  {
    types: ['rfa-medial-branch'],
    overridable: true,
    missing: (procedure, document) => {
      const blocks = resultsOf(document, ['medial-branch-block'], procedure);
      const good = enough(blocks, facetReliefPercent).filter(({ result }) => result?.concordant === true);
      const days = good.flatMap(({ doneAt }) => doneAt ?? []);
      const areApart = days.some((one) => days.some((other) => daysFrom(one, other) >= blocksApartDays));
      const needed = `two separate medial branch blocks, same side and levels, both concordant, at least ${facetReliefPercent} %, ${blocksApartDays} days apart`;
      return unless(good.length >= 2 && areApart, needed, reliefs(blocks));
    },
  },
];

const ofJoints: readonly Prerequisite[] = [
  {
    types: ['rfa-genicular'],
    overridable: true,
    missing: (procedure, document) => {
      const blocks = document.procedures.filter(
        (other) => other.type === 'genicular-block' && other.side === procedure.side && other.result,
      );
      return unless(
        enough(blocks, reliefPercent).length > 0,
        `one genicular block, same knee, at least ${reliefPercent} %`,
        reliefs(blocks),
      );
    },
  },
  {
    types: ['si-joint-injection'],
    overridable: false,
    path: 'guidance',
    missing: (procedure) =>
      unless(
        isImageGuided(procedure) || !isDated(procedure),
        'image guidance of a sacroiliac joint injection',
        'found none',
      ),
  },
  {
    types: ['rfa-lateral-branch'],
    overridable: true,
    missing: (procedure, document) => {
      const injections = resultsOf(document, ['si-joint-injection'], procedure);
      return unless(
        enough(injections, reliefPercent).length > 0,
        `one sacroiliac joint injection, same side, at least ${reliefPercent} %`,
        reliefs(injections),
      );
    },
  },
];

const widespread: readonly (string | undefined)[] = ['fibromyalgia', 'widespread-myofascial'];

const ofSoftTissue: readonly Prerequisite[] = [
  {
    types: ['trigger-point'],
    overridable: true,
    missing: (procedure, document) => {
      const diagnoses = diagnosesOf(procedure, document);
      return unless(
        !isAhead(procedure) || diagnoses.length === 0 || diagnoses.some(({ group }) => !widespread.includes(group)),
        'a trigger point of its own, not widespread tenderness alone',
        `found ${[...new Set(diagnoses.map(({ group }) => group))].join(', ').replaceAll('-', ' ')} only`,
      );
    },
  },
  {
    types: ['pudendal-block', 'pelvic-floor-trigger-point'],
    overridable: true,
    missing: (_, document) => {
      const pelvic = document.diagnoses.filter((one) => one.group === 'pelvic-pain' && isLive(one));
      const isEvaluated = pelvic.some(
        ({ status, history, evidence }) => status === 'confirmed' || history !== undefined || evidence.length > 0,
      );
      return unless(
        isEvaluated,
        'a pelvic evaluation: a diagnosis of pelvic pain with its history or an examination',
        pelvic.length === 0 ? 'none found' : 'found a suspicion only',
      );
    },
  },
];

const evaluationOf = ({ behavioral }: PlanDocument) =>
  behavioral.filter(({ kind }) => kind === 'pre-implant-evaluation');

const isCleared: Prerequisite['missing'] = (_, document) => {
  const evaluations = evaluationOf(document);
  return unless(
    evaluations.some(({ clearance }) => clearance === 'cleared'),
    'a pre-implant evaluation that says cleared',
    `found ${evaluations[0] ? (evaluations[0].clearance ?? 'no answer yet') : 'none'}`,
  );
};

const isHelpful = (trials: readonly Procedure[]): boolean =>
  enough(trials, reliefPercent).some(({ result }) => result?.function === 'better');
const trialNeeded = `a trial of the same kind with at least ${reliefPercent} % relief and better function`;

const ofStimulators: readonly Prerequisite[] = [
  {
    types: ['scs-trial', 'drg-trial'],
    overridable: true,
    missing: (procedure, { medications, rehab, procedures }) =>
      unless(
        !isAhead(procedure) ||
          medications.length > 0 ||
          rehab.length > 0 ||
          procedures.some(({ id, status }) => id !== procedure.id && status === 'done'),
        'lesser options tried, or unsuitable',
        'no medicine, therapy or injection found',
      ),
  },
  {
    types: ['scs-trial', 'drg-trial'],
    overridable: false,
    missing: (_, document) =>
      unless(evaluationOf(document).length > 0, 'a pre-implant evaluation, at least requested', 'none found'),
  },
  {
    types: ['scs-implant', 'drg-implant'],
    overridable: true,
    missing: ({ type }, document) => {
      const kind = type === 'scs-implant' ? 'scs-trial' : 'drg-trial';
      const trials = document.procedures.filter((one) => one.type === kind && one.result);
      return unless(isHelpful(trials), trialNeeded, reliefs(trials));
    },
  },
  { types: ['scs-implant', 'drg-implant'], overridable: false, missing: isCleared },
];

const isForCancer = (procedure: Procedure, document: PlanDocument): boolean =>
  diagnosesOf(procedure, document).some(({ group }) => group === 'cancer-pain');
const isPumpTrial = ({ type, intent }: Procedure): boolean => type === 'intrathecal-pump' && intent === 'trial';
const cancerTeam = ['oncology', 'palliative-care'] as const;

const ofPumpsAndBones: readonly Prerequisite[] = [
  {
    types: ['intrathecal-pump'],
    overridable: true,
    missing: (procedure, document, { team }) =>
      unless(
        team === undefined || !isForCancer(procedure, document) || cancerTeam.some((role) => team.includes(role)),
        'an active member for oncology or palliative care',
        'none found on the team',
      ),
  },
  {
    types: ['intrathecal-pump'],
    overridable: false,
    missing: (procedure, document) => {
      if (isForCancer(procedure, document) || isPumpTrial(procedure)) return null;
      const trials = document.procedures.filter((one) => isPumpTrial(one) && one.result);
      return unless(isHelpful(trials), trialNeeded, reliefs(trials));
    },
  },
  {
    types: ['intrathecal-pump'],
    overridable: false,
    missing: (procedure, document, context) =>
      isForCancer(procedure, document) || isPumpTrial(procedure) ? null : isCleared(procedure, document, context),
  },
  {
    types: ['vertebroplasty', 'basivertebral-ablation'],
    overridable: false,
    missing: (procedure, document) =>
      unless(
        diagnosesOf(procedure, document).some((one) => hasEvidence(one, 'imaging')) ||
          document.imaging.some(({ status, modality }) => status === 'resulted' && modality !== 'emg-ncs'),
        'imaging of the level that agrees with the diagnosis',
        'none found',
      ),
  },
];

export const prerequisites: readonly Prerequisite[] = [
  ...ofEpidurals,
  ...ofFacets,
  ...ofJoints,
  ...ofSoftTissue,
  ...ofStimulators,
  ...ofPumpsAndBones,
];
