import type { FieldError, PlanDocument } from '#contracts';
import type { Check } from './check.js';

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

const repeated = (items: readonly { id: string }[], path: string): FieldError[] => {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const isRepeated = seen.has(id);
    seen.add(id);
    return isRepeated
      ? [{ path: `${path}[${index}].id`, message: `the id ${id} is used twice; ids are given once` }]
      : [];
  });
};

export const uniqueIds: Check = (document) => [
  ...lists.flatMap((list) => repeated(document[list], list)),
  ...document.rehab.flatMap(({ restrictions }, index) => repeated(restrictions, `rehab[${index}].restrictions`)),
  ...repeated(document.patientContext.implantedDevices, 'patientContext.implantedDevices'),
  ...repeated(document.patientContext.plannedSurgery, 'patientContext.plannedSurgery'),
];

interface Reference {
  path: string;
  id: string | undefined;
  to: 'diagnosis' | 'target' | 'procedure' | 'medication';
}

function referencesOf(document: PlanDocument): Reference[] {
  const { patientContext: context } = document;
  return [
    ...(['procedures', 'rehab', 'imaging'] as const).flatMap((list) =>
      document[list].map(({ diagnosisId: id }, at) => ({
        path: `${list}[${at}].diagnosisId`,
        id,
        to: 'diagnosis' as const,
      })),
    ),
    ...(['rehab', 'behavioral'] as const).flatMap((list) =>
      document[list].flatMap(({ targets }, at) =>
        targets.map((id, n) => ({ path: `${list}[${at}].targets[${n}]`, id, to: 'target' as const })),
      ),
    ),
    ...(['workGoal', 'lifeGoal'] as const).map((goal) => ({
      path: `patientContext.${goal}.targetId`,
      id: context[goal]?.targetId,
      to: 'target' as const,
    })),
    ...context.anticoagulation.holdDecisions.map(({ procedureId: id }, at) => ({
      path: `patientContext.anticoagulation.holdDecisions[${at}].procedureId`,
      id,
      to: 'procedure' as const,
    })),
    ...document.medications.flatMap(({ judgedBy, stewardship, stopReason }, at): Reference[] => [
      ...judgedBy.map((id, n) => ({ path: `medications[${at}].judgedBy[${n}]`, id, to: 'target' as const })),
      { path: `medications[${at}].stewardship.functionalGoal`, id: stewardship?.functionalGoal, to: 'target' },
      { path: `medications[${at}].stopReason.replacedBy`, id: stopReason?.replacedBy, to: 'medication' },
    ]),
  ];
}

/** Links between items lead somewhere. */
export const references: Check = (document) => {
  const known: Record<Reference['to'], readonly { id: string }[]> = {
    diagnosis: document.diagnoses,
    target: document.targets,
    procedure: document.procedures,
    medication: document.medications,
  };
  return referencesOf(document)
    .filter(({ id, to }) => id !== undefined && !known[to].some((item) => item.id === id))
    .map(({ path, id, to }) => ({ path, message: `there is no ${to} with the id ${id}` }));
};

export const ownTargets: Check = ({ targets }) =>
  targets.flatMap(({ measure, label }, index) =>
    measure === 'own' && !label
      ? [{ path: `targets[${index}].label`, message: 'say what is counted, in the patient’s words' }]
      : [],
  );
