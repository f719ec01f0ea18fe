import type { Diagnosis, PartnerRole, PlanDocument, PlanSlice, Procedure, SliceName } from '#contracts';
import { dayText, measureText } from '../plan/change-text.js';
import { describeProcedure, isPelvic } from '../plan/procedure-table.js';
import { isSedating } from '../plan/sedating.js';
import { procedureWindow } from '../plan/windows.js';
import { isForHeadOrNerve, isOfHeadOrNerve } from './headache-content.js';
import { visiblePlan } from './visible-plan.js';

export interface PatientIdentity {
  patientId: string;
  recordNumber: string;
  name: { given: string; family: string };
  birthDate: string;
  contactLanguage: string;
}

interface SliceInput {
  role: PartnerRole;
  slices: readonly SliceName[];
  document: PlanDocument;
  version: number;
  patient: PatientIdentity;
  /** Notices and windows are about this moment. */
  on: Date;
}

/**
 * The minimum of the plan that a role needs for its asks: all that leaves the clinic. Values are chosen field by
 * field, never by leaving fields out, so that a new field of the plan stays inside until somebody decides otherwise. No ids of
 * items and no counts: nothing in a slice points at what it does not hold.
 */
export function sliceFor(input: SliceInput): PlanSlice {
  const names = new Set<SliceName>([
    'identity',
    ...input.slices.flatMap((name) => (name === 'role' ? (usualSlice[input.role] ?? []) : [name])),
  ]);
  const view: PartInput = { ...input, document: visiblePlan(input.document, input.role), whole: input.document };
  return Object.fromEntries([...names].map((name) => [name, parts[name](view)]));
}

/** What `role` means in rules that speak to whoever is engaged. */
const usualSlice: Partial<Record<PartnerRole, SliceName[]>> = {
  'physical-therapy': ['rehab'],
  'pelvic-floor-therapy': ['pelvic'],
  oncology: ['oncology'],
  'radiation-oncology': ['oncology'],
  'interventional-radiology': ['oncology'],
  'palliative-care': ['oncology'],
  'behavioral-health': ['behavioral-request'],
  gynecology: ['pelvic'],
  urology: ['pelvic'],
  'primary-care': ['procedure'],
  imaging: ['imaging'],
  pharmacy: ['medication'],
  'spine-surgery': ['surgical'],
  orthopedics: ['surgical'],
  neurology: ['headache'],
};

interface PartInput extends SliceInput {
  /** The plan with what this role may not read: only for notices, which take single harmless facts from it. */
  whole: PlanDocument;
}

type Part = (input: PartInput) => Record<string, unknown>;

const isPelvicDiagnosis = ({ group }: Diagnosis): boolean => group === 'pelvic-pain';
const isCancer = ({ group }: Diagnosis): boolean => group === 'cancer-pain';
const isLive = ({ status }: Diagnosis): boolean => status === 'suspected' || status === 'confirmed';

const diagnosisView = ({ text, code, group, side, level, region, status }: Diagnosis): Record<string, unknown> => ({
  text: text ?? group?.replaceAll('-', ' ') ?? code,
  side,
  level,
  region,
  status,
});

const procedureView = (procedure: Procedure): Record<string, unknown> => {
  const window = procedureWindow(procedure);
  return {
    procedure: describeProcedure(procedure),
    status: procedure.status,
    at: window?.at ?? null,
    lightUntil: window?.lightUntil ?? null,
    loadingFrom: window?.loadingFrom ?? null,
    note: window?.note ?? null,
  };
};

const riskView = ({ structuralRisk: risk }: Diagnosis): Record<string, unknown> | null =>
  risk ? { value: risk.value, region: risk.region ?? null, limits: risk.limits ?? null } : null;

const resultView = ({ result }: Procedure): Record<string, unknown> | null =>
  result
    ? {
        reliefPercent: result.reliefPercent,
        duration: result.duration ?? null,
        function: result.function ?? null,
        concordant: result.concordant ?? null,
        complication: result.complication,
      }
    : null;

const targetView = (target: PlanDocument['targets'][number]): Record<string, unknown> => ({
  measure: measureText(target),
  baseline: target.baseline,
  target: target.target,
  due: target.due ?? null,
  status: target.status,
});

/** Diagnoses that a role outside oncology and pelvic care may read: never the name of a cancer, never a pelvic word. */
const generalDiagnoses = ({ document }: SliceInput): Record<string, unknown>[] =>
  document.diagnoses
    .filter((diagnosis) => isLive(diagnosis) && !isPelvicDiagnosis(diagnosis) && !isCancer(diagnosis))
    .map(diagnosisView);

const generalProcedures = ({ document }: SliceInput): Procedure[] => {
  const hidden = new Set(
    document.diagnoses.filter((diagnosis) => isPelvicDiagnosis(diagnosis) || isCancer(diagnosis)).map(({ id }) => id),
  );
  return document.procedures.filter(
    (procedure) => !isPelvic(procedure) && procedure.status !== 'cancelled' && !hidden.has(procedure.diagnosisId ?? ''),
  );
};

/** What was decided about the blood thinner, for the procedures that this role may read. */
const holdDecisions = (input: SliceInput): Record<string, unknown>[] =>
  generalProcedures(input).flatMap((procedure) =>
    input.document.patientContext.anticoagulation.holdDecisions
      .filter(({ procedureId }) => procedureId === procedure.id)
      .map(({ decision, from, until }) => ({
        procedure: describeProcedure(procedure),
        decision,
        from: from ?? null,
        until: until ?? null,
      })),
  );

const holdsNow = ({ document }: SliceInput, discipline?: string): Record<string, unknown>[] =>
  document.rehab
    .filter((rehab) => discipline === undefined || rehab.discipline === discipline)
    .flatMap(({ restrictions }) => restrictions)
    .filter(({ kind }) => kind.startsWith('hold-'))
    .map(({ kind, region, from, until }) => ({ hold: kind.replaceAll('-', ' '), region: region ?? null, from, until }));

const rehabPart: Part = (input) => {
  const { document, role } = input;
  const own = document.rehab.filter(({ discipline }) => discipline === role);
  const isPelvicRole = role === 'pelvic-floor-therapy';
  return {
    diagnoses: isPelvicRole
      ? document.diagnoses.filter((d) => isLive(d) && isPelvicDiagnosis(d)).map(diagnosisView)
      : generalDiagnoses(input),
    prescriptions: own.map(({ program, dose, progression, restrictions, status }) => ({
      program: program.map((element) => element.replaceAll('-', ' ')),
      dose: dose ?? null,
      progression: progression ?? null,
      // The cause of a restriction may name what this role is not told.
      restrictions: restrictions.map(({ kind, kg, region, from, until }) => ({
        restriction: kind.replaceAll('-', ' '),
        kg: kg ?? null,
        region: region ?? null,
        from,
        until,
      })),
      status,
    })),
    procedures: (isPelvicRole ? document.procedures.filter(isPelvic) : generalProcedures(input)).map(procedureView),
    targets: document.targets.filter(({ trainedBy }) => trainedBy === role).map(targetView),
    dutyDemands: document.patientContext.dutyDemands,
    goals: [document.patientContext.workGoal?.text, document.patientContext.lifeGoal?.text].filter(Boolean),
  };
};

/** Only that, and until when: no drug, no dose, no reason. */
const sedationPart: Part = ({ document }) => {
  const ends = document.medications
    .filter((medication) => medication.status !== 'stopped' && isSedating(medication))
    .map((m) => m.until ?? m.steps.at(-1)?.date);
  const last = ends
    .filter((end) => end !== undefined)
    .sort()
    .at(-1);
  return { notice: 'A medicine that can cause drowsiness or unsteadiness is being taken.', until: dayText(last) };
};

const pelvicPart: Part = ({ document }) => ({
  diagnoses: document.diagnoses
    .filter((diagnosis) => isLive(diagnosis) && isPelvicDiagnosis(diagnosis))
    .map((d) => ({ ...diagnosisView(d), history: d.history ?? null, question: d.question ?? null })),
  procedures: document.procedures
    .filter(isPelvic)
    .map((procedure) => ({ ...procedureView(procedure), result: resultView(procedure) })),
  targets: document.targets.filter(({ trainedBy }) => trainedBy === 'pelvic-floor-therapy').map(targetView),
  pregnancy: document.patientContext.pregnancy,
});

const medicationList = (
  document: PlanDocument,
  isShown: (medication: PlanDocument['medications'][number]) => boolean,
): Record<string, unknown>[] =>
  document.medications
    .filter(isShown)
    .map(({ ingredient, dose, unit, route, frequency, status, steps, stopReason }) => ({
      ingredient: ingredient.display,
      dose: dose ?? null,
      unit: unit ?? null,
      route,
      frequency: frequency ?? null,
      status,
      steps,
      stopReason: stopReason ? { kind: stopReason.kind, effect: stopReason.effect ?? null } : null,
    }));

const openImaging = ({ document }: SliceInput): Record<string, unknown>[] =>
  document.imaging
    .filter(({ status }) => status !== 'cancelled')
    .map(({ modality, region, side, reason, urgency, by, contrast, networkRequired, status }) => ({
      modality,
      region,
      side,
      reason,
      urgency,
      by: by ?? null,
      contrast,
      networkRequired,
      status,
    }));

const cancerDiagnoses = (document: PlanDocument): Record<string, unknown>[] =>
  document.diagnoses
    .filter((d) => isLive(d) && isCancer(d))
    .map((d) => ({ ...diagnosisView(d), structuralRisk: riskView(d) }));

const analgesics: readonly string[] = ['opioid', 'nsaid', 'acetaminophen', 'gabapentinoid', 'snri', 'tca'];

const parts: Record<SliceName, Part> = {
  identity: ({ patient, version, document }) => ({
    name: `${patient.name.given} ${patient.name.family}`,
    birthDate: patient.birthDate,
    recordNumber: patient.recordNumber,
    contactLanguage: patient.contactLanguage,
    planVersion: version,
    callWhom: document.safetyNet.callWhom ?? null,
  }),
  rehab: rehabPart,
  'sedation-notice': sedationPart,
  'variation-notice': ({ document }) => ({
    notice: 'Pain may vary because of a planned change.',
    until: dayText(document.medications.flatMap(({ stewardship }) => stewardship?.taper.steps ?? []).at(-1)?.date),
  }),
  'safety-notice': (input) => ({
    holds: holdsNow(input, input.role),
    callWhom: input.document.safetyNet.callWhom ?? null,
  }),
  'structural-notice': (input) => ({
    holds: holdsNow(input),
    regions: input.whole.diagnoses
      .filter(({ structuralRisk }) => structuralRisk !== undefined && structuralRisk.value !== 'none')
      .map(({ structuralRisk }) => ({
        region: structuralRisk?.region ?? null,
        state: structuralRisk?.value === 'stable-cleared' ? 'cleared' : 'not to be loaded',
        limits: structuralRisk?.limits ?? null,
      }))
      .filter((one, at, all) => all.findIndex(({ region }) => region === one.region) === at),
  }),
  pelvic: pelvicPart,
  work: ({ document }) => ({
    status: document.work?.status ?? null,
    limits: document.work?.restrictions ?? [],
    returnDate: document.work?.returnDate ?? null,
  }),
  device: ({ document }) => ({
    devices: document.patientContext.implantedDevices.map(({ kind, region, mriConditions, mriText }) => ({
      kind,
      region,
      mriConditions,
      mriText: mriText ?? null,
    })),
    implants: document.procedures
      .filter(({ intent, status }) => intent === 'implant' && status === 'done')
      .map((procedure) => ({ procedure: describeProcedure(procedure), doneAt: procedure.doneAt ?? null })),
  }),
  procedure: (input) => ({
    diagnoses: generalDiagnoses(input),
    procedures: generalProcedures(input).map(procedureView),
    anticoagulation: input.document.patientContext.anticoagulation.class,
    holdDecisions: holdDecisions(input),
    diabetes: input.document.patientContext.diabetes.value,
  }),
  medication: (input) => ({
    diagnoses: generalDiagnoses(input),
    medications: medicationList(input.document, () => true),
    allergies: {
      state: input.document.patientContext.allergies.state,
      items: input.document.patientContext.allergies.items.map(({ kind, text }) => ({ kind, text })),
    },
    risks: {
      renal: input.document.patientContext.renalCaution,
      hepatic: input.document.patientContext.hepaticCaution,
      bleeding: input.document.patientContext.giBleedRisk,
    },
  }),
  opioid: ({ document }) => ({
    opioids: document.medications
      .filter((medication) => medication.class === 'opioid')
      .map(({ ingredient, status, stewardship }) => ({
        ingredient: ingredient.display,
        status,
        mmePerDay: stewardship?.mmePerDay ?? null,
        monitoringIntervalDays: stewardship?.monitoringIntervalDays ?? null,
        taper: stewardship?.taper.steps ?? [],
      })),
  }),
  'taper-dates': ({ document }) => ({
    dates: document.medications.flatMap(({ stewardship }) => stewardship?.taper.steps ?? []).map(({ date }) => date),
  }),
  oncology: (input) => ({
    diagnoses: cancerDiagnoses(input.document),
    imaging: input.document.imaging
      .filter(({ status }) => status === 'resulted')
      .map(({ modality, region, summary }) => ({ modality, region, summary: summary ?? null })),
    procedures: input.document.procedures
      .filter((procedure) => !isPelvic(procedure) && procedure.status !== 'cancelled')
      .map(procedureView),
    analgesics: medicationList(
      input.document,
      (medication) => medication.status !== 'stopped' && analgesics.includes(medication.class),
    ),
  }),
  imaging: (input) => ({
    studies: openImaging(input),
    safety: {
      devices: input.document.patientContext.implantedDevices.map(({ kind, region, mriConditions }) => ({
        kind,
        region,
        mriConditions,
      })),
      contrastAllergy: input.document.patientContext.allergies.items.some(({ kind }) => kind === 'contrast'),
      pregnancy: input.document.patientContext.pregnancy,
      renalCaution: input.document.patientContext.renalCaution,
    },
  }),
  surgical: (input) => ({
    diagnoses: input.document.diagnoses
      .filter((d) => isLive(d) && !isPelvicDiagnosis(d))
      .map((d) => ({ ...diagnosisView(d), structuralRisk: riskView(d) })),
    deficits: input.document.deficits.map(({ kind, text, side, progression }) => ({ kind, text, side, progression })),
    imaging: input.document.imaging
      .filter(({ status }) => status === 'resulted')
      .map(({ modality, region, summary }) => ({ modality, region, summary: summary ?? null })),
    procedures: input.document.procedures
      .filter((procedure) => !isPelvic(procedure))
      .map((procedure) => ({ ...procedureView(procedure), result: resultView(procedure) })),
    anticoagulation: input.document.patientContext.anticoagulation.class,
    plannedSurgery: input.document.patientContext.plannedSurgery.map(({ region, date }) => ({
      region,
      date: date ?? null,
    })),
    targets: input.document.targets.filter(({ status }) => status === 'open').map(targetView),
  }),
  headache: ({ document }) => ({
    diagnoses: document.diagnoses.filter((d) => isLive(d) && isOfHeadOrNerve(d)).map(diagnosisView),
    medications: medicationList(document, isForHeadOrNerve),
    procedures: document.procedures.filter(({ type }) => type === 'occipital-block').map(procedureView),
  }),
  'behavioral-request': ({ document }) => ({
    diagnosisGroups: document.diagnoses
      .filter((d) => isLive(d) && !isPelvicDiagnosis(d))
      .map(({ group }) => group?.replaceAll('-', ' ') ?? null),
    requests: document.behavioral
      .filter(({ status }) => status === 'requested' || status === 'engaged')
      .map(({ kind, status }) => ({ kind, status })),
    targets: document.targets
      .filter(
        ({ kind, status }) => status === 'open' && (kind === 'function' || kind === 'sleep' || kind.endsWith('goal')),
      )
      .map(targetView),
    procedures: document.procedures
      .filter((procedure) => !isPelvic(procedure) && procedure.status !== 'cancelled')
      .map((procedure) => ({ procedure: describeProcedure(procedure), at: procedureWindow(procedure)?.at ?? null })),
  }),
  'behavioral-status': ({ document }) => ({
    statuses: document.behavioral.map(({ status, clearance }) => ({ status, clearance: clearance ?? null })),
  }),
  role: () => ({}),
};
