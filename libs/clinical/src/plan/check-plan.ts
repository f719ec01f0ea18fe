import type { FieldError, PlanDocument, Procedure } from '#contracts';
import { isEqualBut } from './equal.js';
import { describeProcedure, isPelvic, windowOf } from './procedure-table.js';

interface Context {
  previous: PlanDocument | null;
  now: Date;
}

type Check = (document: PlanDocument, context: Context) => FieldError[];

/**
 * What must hold before a version may be published (domain guide 2.4): references resolve, nothing goes backwards, prerequisites of
 * procedures are met. Each fault names the field and says what was found. A prerequisite that a clinician may knowingly override is
 * silent when the item carries an `override` with its reason. Empty: it may be published.
 */
export const checkPlan = (document: PlanDocument, context: Context): FieldError[] =>
  checks.flatMap((check) => check(document, context));

const lists = [
  'diagnoses',
  'redFlags',
  'deficits',
  'medications',
  'procedures',
  'rehab',
  'behavioral',
  'lifestyle',
  'imaging',
  'referralsNeeded',
  'targets',
] as const;

const uniqueIds: Check = (document) =>
  lists.flatMap((list) => {
    const seen = new Set<string>();
    return document[list].flatMap(({ id }, index) => {
      const isRepeated = seen.has(id);
      seen.add(id);
      return isRepeated
        ? [{ path: `${list}[${index}].id`, message: `the id ${id} is used twice; ids are given once` }]
        : [];
    });
  });

const references: Check = (document) => {
  const diagnoses = new Set(document.diagnoses.map(({ id }) => id));
  const targets = new Set(document.targets.map(({ id }) => id));
  const missing = (path: string, id: string, known: ReadonlySet<string>, what: string): FieldError[] =>
    known.has(id) ? [] : [{ path, message: `there is no ${what} with the id ${id}` }];
  return [
    ...(['procedures', 'rehab', 'imaging'] as const).flatMap((list) =>
      document[list].flatMap(({ diagnosisId }, index) =>
        diagnosisId ? missing(`${list}[${index}].diagnosisId`, diagnosisId, diagnoses, 'diagnosis') : [],
      ),
    ),
    ...(['rehab', 'behavioral'] as const).flatMap((list) =>
      document[list].flatMap((item, index) =>
        item.targets.flatMap((id, at) => missing(`${list}[${index}].targets[${at}]`, id, targets, 'target')),
      ),
    ),
    ...(['workGoal', 'lifeGoal'] as const).flatMap((goal) => {
      const id = document.patientContext[goal]?.targetId;
      return id ? missing(`patientContext.${goal}.targetId`, id, targets, 'target') : [];
    }),
  ];
};

const ownTargets: Check = ({ targets }) =>
  targets.flatMap(({ measure, label }, index) =>
    measure === 'own' && !label
      ? [{ path: `targets[${index}].label`, message: 'say what is counted, in the patient’s words' }]
      : [],
  );

const ascendingSteps: Check = ({ medications }) =>
  medications.flatMap(({ steps }, index) =>
    steps.flatMap((step, at) => {
      const earlier = steps[at - 1];
      return earlier && step.date <= earlier.date
        ? [{ path: `medications[${index}].steps[${at}].date`, message: `must be after ${earlier.date}` }]
        : [];
    }),
  );

const order: Procedure['status'][] = ['planned', 'authorized', 'scheduled', 'done'];

const procedureDates: Check = ({ procedures }, { now }) =>
  procedures.flatMap(({ status, scheduledAt, doneAt }, index) => [
    ...(status === 'scheduled' && !scheduledAt
      ? [{ path: `procedures[${index}].scheduledAt`, message: 'a scheduled procedure needs its date' }]
      : []),
    ...(status === 'done' && !doneAt ? [{ path: `procedures[${index}].doneAt`, message: 'say when it was done' }] : []),
    ...(doneAt && new Date(doneAt) > now
      ? [{ path: `procedures[${index}].doneAt`, message: 'lies in the future' }]
      : []),
  ]);

const neverBackwards: Check = (document, { previous }) =>
  (previous?.procedures ?? []).flatMap((before): FieldError[] => {
    const index = document.procedures.findIndex(({ id }) => id === before.id);
    const after = document.procedures[index];
    if (!after)
      return before.status === 'done'
        ? [{ path: 'procedures', message: `${describeProcedure(before)} was done and may not be removed` }]
        : [];
    const isBackwards =
      before.status === 'done'
        ? after.status !== 'done'
        : after.status !== 'cancelled' &&
          before.status !== 'cancelled' &&
          order.indexOf(after.status) < order.indexOf(before.status);
    return isBackwards
      ? [{ path: `procedures[${index}].status`, message: `was ${before.status} and cannot become ${after.status}` }]
      : [];
  });

/** A prerequisite of one kind of procedure: what is missing, or null. */
interface Prerequisite {
  types: readonly Procedure['type'][];
  mayOverride: boolean;
  missing: (procedure: Procedure, document: PlanDocument) => string | null;
}

const isSamePlace = (a: Procedure, b: Procedure): boolean =>
  a.side === b.side && [...a.level].sort().join() === [...b.level].sort().join();
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
const blocksApartMs = 14 * 86_400_000;

const prerequisites: readonly Prerequisite[] = [
  {
    types: ['rfa-genicular'],
    mayOverride: true,
    missing: (procedure, document) => {
      const blocks = document.procedures.filter(
        (other) => other.type === 'genicular-block' && other.side === procedure.side && other.result,
      );
      return enough(blocks, reliefPercent).length > 0
        ? null
        : `one genicular block, same knee, at least ${reliefPercent} %; ${reliefs(blocks)}`;
    },
  },
  {
    types: ['rfa-medial-branch'],
    mayOverride: true,
    missing: (procedure, document) => {
      const blocks = resultsOf(document, ['medial-branch-block'], procedure);
      const good = enough(blocks, facetReliefPercent).filter(({ result }) => result?.concordant !== false);
      const times = good.map(({ doneAt }) => Date.parse(doneAt ?? '')).sort((a, b) => a - b);
      const areApart = times.length >= 2 && (times.at(-1) ?? 0) - (times[0] ?? 0) >= blocksApartMs;
      const needed = `two separate medial branch blocks, same side and levels, both concordant, at least ${facetReliefPercent} %, 14 days apart`;
      return good.length >= 2 && areApart ? null : `${needed}; ${reliefs(blocks)}`;
    },
  },
  {
    types: ['rfa-lateral-branch'],
    mayOverride: true,
    missing: (procedure, document) => {
      const injections = resultsOf(document, ['si-joint-injection'], procedure);
      return enough(injections, reliefPercent).length > 0
        ? null
        : `one sacroiliac joint injection, same side, at least ${reliefPercent} %; ${reliefs(injections)}`;
    },
  },
  {
    types: ['scs-implant', 'drg-implant'],
    mayOverride: true,
    missing: (procedure, document) => {
      const kind = procedure.type === 'scs-implant' ? 'scs-trial' : 'drg-trial';
      const trials = document.procedures.filter(({ type, result }) => type === kind && result);
      const isHelpful = enough(trials, reliefPercent).some(({ result }) => result?.function === 'better');
      return isHelpful
        ? null
        : `a trial of the same kind with at least ${reliefPercent} % relief and better function; ${reliefs(trials)}`;
    },
  },
  {
    types: ['scs-implant', 'drg-implant'],
    mayOverride: false,
    missing: (_, document) => {
      const evaluation = document.behavioral.find(({ kind }) => kind === 'pre-implant-evaluation');
      return evaluation?.clearance === 'cleared'
        ? null
        : `a pre-implant evaluation that says cleared; found ${evaluation?.clearance ?? 'none'}`;
    },
  },
  {
    types: ['pudendal-block', 'pelvic-floor-trigger-point'],
    mayOverride: true,
    missing: (procedure, document) =>
      document.diagnoses.some(({ group, status }) => group === 'pelvic-pain' && status !== 'ruled-out')
        ? null
        : `a pelvic diagnosis for ${isPelvic(procedure) ? 'this procedure' : 'it'}; none found`,
  },
];

/** Prerequisites are asked when a procedure enters the plan or moves on, never again of one that was already accepted as it stands. */
const procedurePrerequisites: Check = (document, { previous }) =>
  document.procedures.flatMap((procedure, index) => {
    const before = previous?.procedures.find(({ id }) => id === procedure.id);
    const isAccepted =
      before !== undefined &&
      before.type === procedure.type &&
      isEqualBut(before, procedure, [
        'scheduledAt',
        'doneAt',
        'result',
        'status',
        'ifBenefit',
        'ifNoBenefit',
        'override',
      ]);
    if (procedure.status === 'cancelled' || isAccepted) return [];
    return prerequisites
      .filter(({ types, mayOverride }) => types.includes(procedure.type) && !(mayOverride && procedure.override))
      .flatMap(({ mayOverride, missing }) => {
        const what = missing(procedure, document);
        const hint = mayOverride ? 'an override with a reason is allowed' : 'no override is possible';
        return what === null ? [] : [{ path: `procedures[${index}].prerequisite`, message: `${what}; ${hint}` }];
      });
  });

const thinners = ['warfarin', 'doac', 'p2y12', 'heparin', 'other'];
const highRisk: readonly string[] = ['W-ESI', 'W-TRIAL', 'W-IMPLANT', 'W-VERT'];

const holdDecisions: Check = (document) => {
  const { class: thinner, holdDecisions: decisions } = document.patientContext.anticoagulation;
  if (!thinners.includes(thinner)) return [];
  return document.procedures.flatMap((procedure, index) =>
    procedure.status === 'scheduled' &&
    highRisk.includes(windowOf(procedure)) &&
    !decisions.some(({ procedureId }) => procedureId === procedure.id)
      ? [
          {
            path: `procedures[${index}].scheduledAt`,
            message: `the patient takes a blood thinner (${thinner}): patientContext.anticoagulation.holdDecisions must say what happens with it`,
          },
        ]
      : [],
  );
};

const infectionKinds = ['fever-spine', 'fever-after-procedure'];

const noInfection: Check = (document) => {
  const flag = document.redFlags.find(({ kind, status }) => infectionKinds.includes(kind) && status === 'active');
  if (!flag) return [];
  return document.procedures.flatMap((procedure, index) => {
    const isBlocked =
      procedure.status === 'scheduled' &&
      (procedure.steroid !== 'none' || ['W-TRIAL', 'W-IMPLANT'].includes(windowOf(procedure)));
    return isBlocked
      ? [
          {
            path: `procedures[${index}].status`,
            message: 'a fever is under review: no steroid, trial or implant until it is cleared',
          },
        ]
      : [];
  });
};

/** An opioid meant for longer than a week needs its safeguards; no override. */
const stewardshipFields = [
  'functionalGoal',
  'riskAssessedAt',
  'monitoringIntervalDays',
  'naloxoneEducationAt',
] as const;
const shortContexts = ['post-operative', 'acute-injury'];

const opioidSafeguards: Check = ({ medications }) =>
  medications.flatMap((medication, index) => {
    if (medication.class !== 'opioid' || medication.status === 'stopped') return [];
    const path = `medications[${index}].stewardship`;
    const { stewardship } = medication;
    if (!stewardship)
      return [{ path, message: 'an opioid needs its goal, risk assessment, monitoring and naloxone education' }];
    if (shortContexts.includes(stewardship.context)) return [];
    return stewardshipFields
      .filter((field) => stewardship[field] === undefined)
      .map((field) => ({ path: `${path}.${field}`, message: 'is required for opioid therapy; no override' }));
  });

const checks: readonly Check[] = [
  uniqueIds,
  references,
  ownTargets,
  ascendingSteps,
  procedureDates,
  neverBackwards,
  procedurePrerequisites,
  holdDecisions,
  noInfection,
  opioidSafeguards,
];
